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
  month: {
    heading: string;
    before: string;
    after: string;
    nothing: string;
    /** Services of every day, which the calendar of a month leaves out. */
    daily(names: string[]): string;
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
  columns: { what: "Service", cadence: "Fréquence", next: "Prochaine date" },
  dates: (count) => (count === 1 ? "1\u00a0autre date" : `${count}\u00a0autres dates`),
  month: {
    heading: "Mois par mois",
    before: "Mois précédent",
    after: "Mois suivant",
    nothing: "Rien ce mois-ci.",
    daily: (names) => `Chaque jour (non affiché ici)\u00a0: ${french.and(names)}.`,
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
  columns: { what: "Service", cadence: "How often", next: "Next date" },
  dates: (count) => (count === 1 ? "1 more date" : `${count} more dates`),
  month: {
    heading: "Month by month",
    before: "Previous month",
    after: "Next month",
    nothing: "Nothing this month.",
    daily: (names) => `Every day (not shown here): ${english.and(names)}.`,
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
