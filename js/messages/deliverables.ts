/** The texts of `<slo-deliverables>`. */

import { messagesByLanguage } from "../text/lookup.js";
import { en as english, frCA as french } from "./phrases.js";

export interface DeliverablesMessages {
  tier: string;
  from: string;
  until: string;
  time: string;
  timeHelp: string;
  zone: string;
  /** The browser does not know the time zone. */
  badZone: string;
  months(count: number): string;
  badPeriod: string;
  /** Caption of the list, with the name of the tier. */
  caption(tier: string): string;
  columns: { what: string; cadence: string; next: string };
  /** How many dates follow the next one in the period. */
  dates(count: number): string;
  /** Label of the first date of a service. */
  first(service: string): string;
  /** Whether the calendar file contains the services of every day. */
  daily: string;
  /** The year at a glance. */
  year: {
    caption(first: string, last: string): string;
    service: string;
    before: string;
    after: string;
    /** In place of all days of a month. */
    everyDay: string;
  };
  /** Continuous services, which have no dates. */
  continuous(names: string[]): string;
  nothing: string;
  download: string;
  downloadHelp: string;
  fileName: string;
  /** Line in an entry of the calendar. */
  entry(tier: string, clause: string | null): string;
}

export const frCA: DeliverablesMessages = {
  tier: "Niveau de service",
  from: "Premier jour",
  until: "Période",
  time: "Heure des réunions (facultative)",
  timeHelp: "Sans heure, les entrées durent toute la journée.",
  zone: "Fuseau horaire des réunions",
  badZone: "Choisissez un fuseau horaire, comme America/Toronto.",
  months: (count) => (count % 12 === 0 ? `${count / 12} ${count === 12 ? "an" : "ans"}` : `${count} mois`),
  badPeriod: "Choisissez un premier jour entre 1970 et 2199.",
  caption: (tier) => `Services récurrents (niveau de service\u00a0: ${tier})`,
  columns: { what: "Service", cadence: "Fréquence", next: "Première date" },
  dates: (count) => (count === 1 ? "1\u00a0autre date" : `${count}\u00a0autres dates`),
  first: (service) => `Première date\u00a0: ${service}`,
  daily: "Ajouter aussi les services de chaque jour au calendrier",
  year: {
    caption: (first, last) => `De ${first} à ${last}`,
    service: "Service",
    before: "Année précédente",
    after: "Année suivante",
    everyDay: "chaque jour",
  },
  continuous: (names) => `En continu, sans date fixe\u00a0: ${french.and(names)}.`,
  nothing: "Il n’y a aucun service récurrent à ce niveau de service.",
  download: "Ajouter à mon calendrier",
  downloadHelp:
    "Un seul fichier (.ics) contient toutes les entrées. Après un changement, ouvrez le nouveau fichier\u00a0: il remplace les entrées précédentes.",
  fileName: "services-recurrents",
  entry: (tier, clause) =>
    clause === null ? `Niveau de service\u00a0: ${tier}` : `Niveau de service\u00a0: ${tier} (clause ${clause})`,
};

export const en: DeliverablesMessages = {
  tier: "Service tier",
  from: "First day",
  until: "Period",
  time: "Time of the meetings (optional)",
  timeHelp: "Without a time, the entries last all day.",
  zone: "Time zone of the meetings",
  badZone: "Choose a time zone, such as America/Toronto.",
  months: (count) => (count % 12 === 0 ? `${count / 12} ${count === 12 ? "year" : "years"}` : `${count} months`),
  badPeriod: "Choose a first day between 1970 and 2199.",
  caption: (tier) => `Recurring services (service tier: ${tier})`,
  columns: { what: "Service", cadence: "How often", next: "First date" },
  dates: (count) => (count === 1 ? "1 more date" : `${count} more dates`),
  first: (service) => `First date: ${service}`,
  daily: "Add the daily services to the calendar too",
  year: {
    caption: (first, last) => `${first} to ${last}`,
    service: "Service",
    before: "Previous year",
    after: "Next year",
    everyDay: "every day",
  },
  continuous: (names) => `Ongoing, with no set dates: ${english.and(names)}.`,
  nothing: "There are no recurring services in this tier.",
  download: "Add to my calendar",
  downloadHelp:
    "One file (.ics) holds every entry. After a change, open the new file: it replaces the earlier entries.",
  fileName: "recurring-services",
  entry: (tier, clause) => (clause === null ? `Service tier: ${tier}` : `Service tier: ${tier} (clause ${clause})`),
};

export const deliverablesMessagesFor = messagesByLanguage(frCA, en);
