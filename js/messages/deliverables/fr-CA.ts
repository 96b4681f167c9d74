import type { DeliverablesMessages } from "./index.js";

const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });
const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

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
  cadence: {
    continuous: "En continu",
    daily: "Chaque jour",
    weekly: "Chaque semaine",
    monthly: "Chaque mois",
    quarterly: "Chaque trimestre",
    yearly: "Chaque année",
  },
  dates: (count) => (count === 1 ? "1\u00a0autre date" : `${count}\u00a0autres dates`),
  condition: (question, answers) =>
    `Seulement si vous répondez ${or.format(answers.map(quoted))} à la question ${quoted(question)}`,
  month: {
    heading: "Mois par mois",
    before: "Mois précédent",
    after: "Mois suivant",
    nothing: "Rien ce mois-ci.",
    daily: (names) => `Chaque jour (non affiché ici)\u00a0: ${and.format(names)}.`,
  },
  continuous: (names) => `En continu, sans date fixe\u00a0: ${and.format(names)}.`,
  nothing: "Il n’y a aucun service récurrent à ce niveau de service.",
  download: "Ajouter à mon calendrier",
  downloadHelp:
    "Un seul fichier (.ics) contient toutes les entrées. Après un changement, ouvrez le nouveau fichier\u00a0: il remplace les entrées précédentes.",
  fileName: "services-recurrents",
  entry: (tier, clause) =>
    clause === null ? `Niveau de service\u00a0: ${tier}` : `Niveau de service\u00a0: ${tier} (clause ${clause})`,
};
