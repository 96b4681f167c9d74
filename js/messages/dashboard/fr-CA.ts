import type { DashboardMessages } from "./index.js";
import { capitalized } from "../../text/lookup.js";
import { frCA as phrases } from "../phrases.js";

const { quoted } = phrases;

const numbers = new Intl.NumberFormat("fr-CA");
const plural = new Intl.PluralRules("fr-CA");
const isOne = (count: number) => plural.select(count) === "one";
const spaced = (text: string) => text.replace(/\s/g, "\u00a0");
const n = (count: number) => spaced(numbers.format(count));
const some = (count: number, one: string, many = `${one}s`) => `${n(count)}\u00a0${isOne(count) ? one : many}`;
const share = new Intl.NumberFormat("fr-CA", { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 });
const fine = new Intl.NumberFormat("fr-CA", { style: "percent", minimumFractionDigits: 3, maximumFractionDigits: 3 });
/** « de février », « d’avril ». */
const of = (month: string) => (/^[aeiouh]/i.test(month) ? `d’${month}` : `de ${month}`);

export const frCA: DashboardMessages = {
  choose: {
    heading: "Choisissez vos journaux",
    cases: "Choisir un journal de cas",
    outages: "Choisir un journal de pannes (facultatif)",
    outagesHelp: "Une panne par ligne\u00a0: le service, le début et la fin ou la durée.",
    chosen: (file) => `Choisi\u00a0: ${file}`,
    sample: "Essayer avec des données fictives",
    sampleHelp: "Une année fictive de cas et de pannes, produite à l’instant.",
    read: "Produire le tableau de bord",
    beside: "Ajouter les cas du mois",
    besideHelp:
      "Avec un journal de cas, la page devient le tableau de bord du mois\u00a0: cas, problèmes critiques, état et disponibilité.",
    use: (file) => `Utiliser ${file}`,
  },
  outageColumns: {
    heading: "Comment le journal de pannes est lu",
    needed:
      "L’en-tête ne permet pas de reconnaître toutes les colonnes. Choisissez le début des pannes, et leur fin ou leur durée.",
    names: {
      service: "Service",
      start: "Début",
      startTime: "Heure (début)",
      end: "Fin",
      endTime: "Heure (fin)",
    },
    elapsed: "Durée tenant lieu de la fin",
  },
  controls: { month: "Mois", print: "Imprimer ou enregistrer en PDF", files: "Choisir d’autres journaux" },
  reading: {
    cases: "Le journal de cas est en cours de lecture.",
    outages: "Le journal de pannes est en cours de lecture.",
    ready: (month) => `Le tableau de bord ${of(month)} est prêt.`,
  },
  title: (month) => `Tableau de bord des opérations, ${month}`,
  source: (zone, asOf) =>
    `Date de référence des cas ouverts\u00a0: ${asOf}. Les mois suivent le fuseau horaire ${zone}.`,
  sample: "Données fictives, pour essayer la page.",
  notIncluded: (tier) => `Le niveau de service ${quoted(tier)} ne comprend pas ce tableau de bord.`,
  noMonth: "Aucun cas du journal n’a pu être lu\u00a0: il n’y a aucun mois à afficher.",
  availabilityOf: (fraction) => {
    if (fraction === null) return "inconnue";
    if (fraction === 1) return "100\u00a0%";
    // Rounded down: a second without service is not 100 %.
    return spaced(
      fraction < 0.999 ? share.format(Math.floor(fraction * 1e4) / 1e4) : fine.format(Math.floor(fraction * 1e5) / 1e5),
    );
  },
  figures: {
    cases: "Cas",
    attainment: "Taux de respect",
    critical: (severity) => `Gravité\u00a0: ${severity}`,
    availability: "Disponibilité",
    services: "Services en panne",
  },
  notes: {
    moreCases: (difference, before) =>
      difference === 0
        ? `autant qu’en ${before}`
        : `${n(Math.abs(difference))} de ${difference > 0 ? "plus" : "moins"} qu’en ${before}`,
    points: (points, sign, before) =>
      sign === 0
        ? `comme en ${before}`
        : `${points}\u00a0${isOne(Number(points.replace(",", "."))) ? "point" : "points"} de ${sign > 0 ? "plus" : "moins"} qu’en ${before}`,
    chance: "peut être dû au hasard",
    fewCases: "trop peu de cas pour comparer",
    missed: (count) => (count === 0 ? "aucun objectif manqué" : some(count, "objectif manqué", "objectifs manqués")),
    downtime: (duration) => `${duration} d’indisponibilité`,
    noOutage: "aucune panne",
    noFile: "aucun journal de pannes",
    unreadable: "le journal de pannes n’a pas pu être lu",
  },
  cases: {
    heading: "Données et tendances des cas",
    summary: (count, month, difference, before) => {
      const came = `${n(count)}\u00a0cas ${isOne(count) ? "a été soumis" : "ont été soumis"} en ${month}`;
      if (difference === null) return `${came}.`;
      if (difference === 0) return `${came}, autant qu’en ${before}.`;
      return `${came}, ${n(Math.abs(difference))} de ${difference > 0 ? "plus" : "moins"} qu’en ${before}.`;
    },
    notStated: (count) =>
      isOne(count)
        ? `${n(count)}\u00a0cas est sans objectif ou encore dans les délais\u00a0: il n’est pas compté dans le taux.`
        : `${n(count)}\u00a0cas sont sans objectif ou encore dans les délais\u00a0: ils ne sont pas comptés dans le taux.`,
    caption: (month, before) => `Par gravité en ${month}, par rapport à ${before}`,
    columns: {
      severity: "Gravité",
      cases: "Cas",
      change: "Écart",
      met: "Respectés",
      missed: "Manqués",
      attainment: "Taux",
      points: "Points",
    },
    all: "Ensemble",
    change: (difference) => (difference === 0 ? "0" : `${difference > 0 ? "+" : "−"}${n(Math.abs(difference))}`),
    points: (points, sign) => (sign === 0 ? "0" : `${sign > 0 ? "+" : "−"}${points}`),
  },
  critical: {
    heading: "Problèmes critiques",
    none: (severity, month) => `Gravité ${quoted(severity)}\u00a0: aucun cas soumis en ${month}.`,
    summary: (count, severity, month, met, missed) => {
      const submitted = `Gravité ${quoted(severity)}\u00a0: ${n(count)}\u00a0cas soumis en ${month}`;
      if (met + missed === 0) return `${submitted}.`;
      const kept = met === 0 ? "jamais respecté" : `respecté dans ${n(met)}\u00a0cas`;
      const late = missed === 0 ? "jamais manqué" : `manqué dans ${n(missed)}\u00a0cas`;
      return `${submitted}; objectif ${kept}, ${late}.`;
    },
    percentiles: (half, nearlyAll) =>
      `La moitié des réponses ont pris ${half} ou moins; 95\u00a0%, ${nearlyAll} ou moins.`,
    running: (count) =>
      `${n(count)}\u00a0cas ${isOne(count) ? "est encore ouvert" : "sont encore ouverts"}, dans les délais.`,
    caption: (severity) =>
      `Gravité ${quoted(severity)}\u00a0: cas qui ont manqué l’objectif, du plus long retard au plus court`,
    columns: { id: "Cas", submitted: "Soumission", late: "Retard" },
    noId: (row) => `ligne ${n(row)}`,
    more: (count) => `Et ${some(count, "autre")}.`,
  },
  status: {
    heading: "État",
    running: (count) =>
      isOne(count)
        ? `${n(count)}\u00a0cas du mois est encore ouvert, dans les délais.`
        : `${n(count)}\u00a0cas du mois sont encore ouverts, dans les délais.`,
    noneRunning: "Aucun cas ouvert du mois n’est encore dans les délais.",
    problems: (count) =>
      isOne(count)
        ? `${n(count)}\u00a0ligne du journal n’a pas pu être évaluée. Le bilan indique laquelle, et pourquoi.`
        : `${n(count)}\u00a0lignes du journal n’ont pas pu être évaluées. Le bilan indique lesquelles, et pourquoi.`,
    noProblems: "Toutes les lignes du journal ont pu être évaluées.",
    projects: "État des projets en cours",
    projectsHelp: "Cette information n’est pas dans le journal. Votre texte sera imprimé, mais pas conservé.",
  },
  availability: {
    heading: "Disponibilité du service",
    choose: "Choisir un journal de pannes",
    help: "Un fichier avec le service, le début et la fin de chaque panne. Il reste dans cet onglet.",
    understood:
      "Un classeur (.xlsx, .ods) ou un CSV, même compressé (.gz), avec un en-tête et, pour chaque panne, le service, le début et la fin ou la durée. Une panne sans fin est encore en cours.",
    sampleHelp: "Aucun fichier sous la main? Essayez une année de pannes fictives\u00a0:",
    title: (month) => `Disponibilité du service, ${month}`,
    source: (zone, asOf) => `Les pannes sont connues jusqu’au ${asOf}. Les mois suivent le fuseau horaire ${zone}.`,
    ready: (month) => `La disponibilité ${of(month)} est prête.`,
    summary: (available, month, outages, downtime, longest) =>
      isOne(outages)
        ? `Le service a été disponible ${available} du temps en ${month}\u00a0: une panne a causé ${downtime} d’indisponibilité.`
        : `Le service a été disponible ${available} du temps en ${month}\u00a0: ${n(outages)}\u00a0pannes ont causé ${downtime} d’indisponibilité, la plus longue ${longest}.`,
    none: (month) => `Le service a été disponible sans interruption en ${month}.`,
    ongoing: "Une panne est encore en cours.",
    before: (available, month) => `En ${month}\u00a0: ${available}.`,
    outside: (month) => `Le journal de pannes ne couvre pas ${month}.`,
    problems: (count, rows) =>
      isOne(count)
        ? `${n(count)}\u00a0ligne sur ${n(rows)} du journal de pannes n’a pas pu être lue.`
        : `${n(count)}\u00a0lignes sur ${n(rows)} du journal de pannes n’ont pas pu être lues.`,
    unreadable: "Aucune ligne du journal de pannes n’a pu être lue\u00a0: il n’y a aucun chiffre.",
    atMost: (share) => `au plus ${share}`,
    noneRead: (month) => `Les lignes qui ont pu être lues ne mentionnent aucune panne en ${month}.`,
    days: "Les pannes, jour par jour",
    daysSummary: (days, services) =>
      days === 0
        ? "Aucun service n’a connu de panne, quel que soit le jour."
        : `${some(services, "service")} ${isOne(services) ? "a" : "ont"} connu des pannes, sur ${some(days, "jour")} en tout.`,
    dayKey: { up: "Aucune panne", down: "Panne" },
    dayUp: (service, day) => `${service}, ${day}\u00a0: aucune panne.`,
    dayDown: (service, day, downtime, outages) =>
      `${service}, ${day}\u00a0: ${downtime} d’indisponibilité, ${some(outages, "panne")}.`,
    dayUnknown: (service) => `${service}\u00a0: après la fin du journal.`,
    chart: "L’indisponibilité, mois par mois",
    total: (months, available, downtime) =>
      `En ${n(months)}\u00a0mois\u00a0: disponible ${available} du temps, ${downtime} d’indisponibilité.`,
    worst: (month, downtime) => `Mois le plus touché\u00a0: ${month} (${downtime}).`,
    minutes: (count) => `${n(count)}\u00a0min`,
    markLabel: (month, available, downtime, outages) =>
      `${capitalized(month)}\u00a0: disponible ${available} du temps, ${downtime} d’indisponibilité, ${some(outages, "panne")}.`,
    markLabelWithoutLog: (month) => `${capitalized(month)}\u00a0: aucune panne.`,
    columns: {
      month: "Mois",
      day: "Jour",
      service: "Service",
      availability: "Disponibilité",
      downtime: "Indisponibilité",
      outages: "Pannes",
      longest: "Panne la plus longue",
    },
    services: (month) => `Par service en ${month}`,
    noName: "Sans nom",
    exported: {
      availability: "Disponibilité (%)",
      downtime: "Indisponibilité (min)",
      longest: "Panne la plus longue (min)",
    },
  },
  file: "tableau-de-bord",
};
