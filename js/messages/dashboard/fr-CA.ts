import type { DashboardMessages } from "./messages.js";

const numbers = new Intl.NumberFormat("fr-CA");
const plural = new Intl.PluralRules("fr-CA");
const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });
const isOne = (count: number) => plural.select(count) === "one";
const spaced = (text: string) => text.replace(/\s/g, "\u00a0");
const n = (count: number) => spaced(numbers.format(count));
const some = (count: number, one: string, many = `${one}s`) => `${n(count)}\u00a0${isOne(count) ? one : many}`;
const share = new Intl.NumberFormat("fr-CA", { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 });
const fine = new Intl.NumberFormat("fr-CA", { style: "percent", minimumFractionDigits: 3, maximumFractionDigits: 3 });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
/** « de février », « d’avril ». */
const of = (month: string) => (/^[aeiouh]/i.test(month) ? `d’${month}` : `de ${month}`);

export const frCA: DashboardMessages = {
  choose: {
    heading: "Deux journaux font la page",
    cases: "Choisir un journal de cas (CSV)",
    outages: "Choisir un journal de pannes (facultatif)",
    outagesHelp: "Une panne par ligne\u00a0: le service, le début et la fin.",
    chosen: (file) => `Choisi\u00a0: ${file}`,
    sample: "Essayer des journaux inventés",
    sampleHelp: "Une année de cas et de pannes, inventée sur-le-champ.",
    read: "Dresser le tableau de bord",
  },
  controls: { month: "Mois", print: "Imprimer, ou enregistrer en PDF", files: "D’autres journaux" },
  reading: {
    cases: "Le journal de cas est en cours de lecture.",
    outages: "Le journal de pannes est en cours de lecture.",
    ready: (month) => `Le tableau de bord ${of(month)} est prêt.`,
  },
  title: (month) => `Tableau de bord d’exploitation, ${month}`,
  source: (zone, asOf) => `Les cas ouverts sont évalués en date du ${asOf}, et les mois sont ceux du fuseau ${zone}.`,
  sample: "Chiffres inventés, pour essayer la page.",
  notIncluded: (tier) => `Le niveau ${lower(tier)} ne comprend pas ce tableau de bord.`,
  noMonth: "Aucun cas du journal n’a pu être lu\u00a0: il n’y a aucun mois à montrer.",
  availabilityOf: (fraction) => {
    if (fraction === 1) return "100\u00a0%";
    // Jamais arrondi vers le haut : une seconde sans service, ce n’est pas 100 %.
    return spaced(
      fraction < 0.999 ? share.format(Math.floor(fraction * 1e4) / 1e4) : fine.format(Math.floor(fraction * 1e5) / 1e5),
    );
  },
  figures: {
    cases: "Cas",
    attainment: "Objectif atteint",
    critical: (severity) => `Gravité ${lower(severity)}`,
    availability: "Disponibilité",
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
    chance: "le hasard peut l’expliquer",
    fewCases: "trop peu de cas pour comparer",
    missed: (count) => (count === 0 ? "aucun manqué" : some(count, "manqué")),
    lost: (duration) => `${duration} de temps perdu`,
    noOutage: "aucune panne",
    noFile: "sans journal de pannes",
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
        ? `${n(count)}\u00a0cas est sans objectif, ou son échéance n’est pas venue\u00a0: il ne compte ni comme atteint ni comme manqué.`
        : `${n(count)}\u00a0cas sont sans objectif, ou leur échéance n’est pas venue\u00a0: ils ne comptent ni comme atteints ni comme manqués.`,
    caption: (month, before) => `Par gravité en ${month}, et par rapport à ${before}`,
    columns: {
      severity: "Gravité",
      cases: "Cas",
      change: "Écart",
      met: "Atteints",
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
    none: (severity, month) => `Aucun cas de gravité ${lower(severity)} n’a été soumis en ${month}.`,
    summary: (count, severity, month, met, missed) => {
      const came = `${n(count)}\u00a0cas de gravité ${lower(severity)} ${isOne(count) ? "a été soumis" : "ont été soumis"} en ${month}`;
      if (met + missed === 0) return `${came}.`;
      const reached =
        met === 0 ? "aucun n’a atteint l’objectif" : `${n(met)} ${isOne(met) ? "a" : "ont"} atteint l’objectif`;
      const late = missed === 0 ? "aucun ne l’a manqué" : `${n(missed)}\u00a0${isOne(missed) ? "l’a" : "l’ont"} manqué`;
      return `${came}\u00a0: ${reached}, ${late}.`;
    },
    took: (half, nearlyAll) =>
      `La réponse a pris ${half} au plus une fois sur deux, ${nearlyAll} au plus dix-neuf fois sur vingt.`,
    running: (count) =>
      `${n(count)} ${isOne(count) ? "est encore ouvert" : "sont encore ouverts"}, sans que l’échéance soit venue.`,
    caption: (severity) => `Cas de gravité ${lower(severity)} qui ont manqué l’objectif, le plus tardif d’abord`,
    columns: { id: "Cas", submitted: "Soumission", late: "Retard" },
    noId: (row) => `ligne ${n(row)}`,
    more: (count) => `Et ${n(count)} de plus.`,
  },
  status: {
    heading: "État",
    running: (count) =>
      isOne(count)
        ? `${n(count)}\u00a0cas du mois est encore ouvert, sans que l’échéance soit venue.`
        : `${n(count)}\u00a0cas du mois sont encore ouverts, sans que l’échéance soit venue.`,
    noneRunning: "Aucun cas du mois n’attend encore une réponse dans les temps.",
    problems: (count) =>
      isOne(count)
        ? `${n(count)}\u00a0ligne du journal n’a pas pu être évaluée. Le bilan dit laquelle, et pourquoi.`
        : `${n(count)}\u00a0lignes du journal n’ont pas pu être évaluées. Le bilan dit lesquelles, et pourquoi.`,
    noProblems: "Toutes les lignes du journal ont pu être évaluées.",
    projects: "État des projets en cours",
    projectsHelp: "Le journal ne le contient pas. Ce que vous écrivez ici s’imprime, et n’est conservé nulle part.",
  },
  availability: {
    heading: "Disponibilité du service",
    choose: "Choisir un journal de pannes",
    help: "Un CSV avec le service, le début et la fin de chaque panne. Il reste dans cet onglet.",
    summary: (available, month, outages, lost, longest) =>
      isOne(outages)
        ? `Le service a été disponible ${available} du temps en ${month}\u00a0: une panne a pris ${lost}.`
        : `Le service a été disponible ${available} du temps en ${month}\u00a0: ${n(outages)}\u00a0pannes ont pris ${lost}, la plus longue ${longest}.`,
    none: (month) => `Le service a été disponible tout le temps en ${month}.`,
    ongoing: "Une panne n’est pas encore terminée.",
    before: (available, month) => `C’était ${available} en ${month}.`,
    outside: (month) => `Le journal de pannes ne couvre pas ${month}.`,
    problems: (count) =>
      isOne(count)
        ? `${n(count)}\u00a0ligne du journal de pannes n’a pas pu être comptée.`
        : `${n(count)}\u00a0lignes du journal de pannes n’ont pas pu être comptées.`,
    chart: "Le temps perdu, mois par mois",
    total: (months, available, lost) =>
      `En ${n(months)}\u00a0mois\u00a0: disponible ${available} du temps, ${lost} de temps perdu.`,
    worst: (month, lost) => `Le plus a été perdu en ${month}\u00a0: ${lost}.`,
    minutes: (count) => `${n(count)}\u00a0min`,
    told: (month, available, lost, outages) =>
      `${capital(month)}\u00a0: ${available}, ${lost} de temps perdu en ${some(outages, "panne")}.`,
    toldNone: (month) => `${capital(month)}\u00a0: aucune panne.`,
    columns: {
      month: "Mois",
      service: "Service",
      availability: "Disponibilité",
      lost: "Temps perdu",
      outages: "Pannes",
      longest: "La plus longue",
    },
    services: (month) => `Par service en ${month}`,
    noName: "Sans nom",
    condition: (question, answers) => `${question} ${or.format(answers)}`,
    exported: { availability: "Disponibilité (%)", lost: "Temps perdu (min)", longest: "La plus longue (min)" },
  },
  file: "tableau-de-bord",
};
