import type { DeliverablesMessages } from "./messages.js";

const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });
const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const frCA: DeliverablesMessages = {
  tier: "Niveau de service",
  from: "Premier jour",
  until: "Pendant",
  time: "Heure des rencontres (facultative)",
  timeHelp: "Sans heure, les entrées durent toute la journée.",
  zone: "Fuseau horaire des rencontres",
  badZone: "Choisissez un fuseau horaire, comme America/Toronto.",
  months: (count) => (count % 12 === 0 ? `${count / 12} ${count === 12 ? "an" : "ans"}` : `${count} mois`),
  badPeriod: "Choisissez un premier jour entre 1970 et 2199.",
  caption: (tier) => `Ce qui revient au niveau ${lower(tier)}`,
  columns: { what: "Service", cadence: "Fréquence", next: "Prochaine date" },
  cadence: {
    continuous: "En tout temps",
    daily: "Chaque jour",
    weekly: "Chaque semaine",
    monthly: "Chaque mois",
    quarterly: "Chaque trimestre",
    yearly: "Chaque année",
  },
  dates: (count) => (count === 1 ? "1\u00a0date" : `${count}\u00a0dates`),
  condition: (question, answers) =>
    `Seulement si la réponse à «\u00a0${question}\u00a0» est ${or.format(answers.map((each) => `«\u00a0${each}\u00a0»`))}`,
  month: {
    heading: "Mois par mois",
    before: "Mois précédent",
    after: "Mois suivant",
    nothing: "Rien ce mois-ci.",
    daily: (names) => `Chaque jour, sans figurer ici\u00a0: ${and.format(names.map(lower))}.`,
  },
  continuous: (names) => `En tout temps, sans date\u00a0: ${and.format(names.map(lower))}.`,
  nothing: (tier) => `Rien ne revient au niveau ${lower(tier)}.`,
  download: "Ajouter à mon calendrier",
  downloadHelp:
    "Un seul fichier (.ics), avec toutes les entrées. Ouvert de nouveau après un changement, il les remplace.",
  fileName: "services-periodiques",
  entry: (tier, clause) => (clause === null ? `Niveau ${lower(tier)}` : `Niveau ${lower(tier)}, clause ${clause}`),
};
