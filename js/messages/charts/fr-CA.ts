import type { ChartsMessages, Counts } from "./index.js";

const numbers = new Intl.NumberFormat("fr-CA");
const plural = new Intl.PluralRules("fr-CA");
const isOne = (count: number) => plural.select(count) === "one";
/** No line may break inside a number. */
const n = (count: number) => numbers.format(count).replace(/\s/g, "\u00a0");
const cases = (count: number) => `${n(count)}\u00a0cas`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const inUtc = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("fr-CA", { timeZone: "UTC", ...options });
  return (date: Date) =>
    format
      .formatToParts(date)
      .map(({ type, value }) => (type === "day" && value === "1" ? "1er" : value))
      .join("")
      .replaceAll(" ", "\u00a0");
};
const dayAndMonth = inUtc({ day: "numeric", month: "long" });
const day = inUtc({ day: "numeric" });
const month = inUtc({ month: "long", year: "numeric" });
const shortMonth = inUtc({ month: "short" });

/** Cases that are not counted, if there are any. */
const others = ({ cases: all, met, missed }: Counts) => {
  const rest = all - met - missed;
  if (rest === 0) return "";
  return isOne(rest)
    ? " Un autre est encore ouvert ou sans objectif."
    : ` ${n(rest)}\u00a0autres sont encore ouverts ou sans objectif.`;
};

/** "12 cas évalués, 1 manqué". */
const evaluatedOf = (evaluated: number, missed: number) =>
  `${cases(evaluated)} ${isOne(evaluated) ? "évalué" : "évalués"}, ${n(missed)}\u00a0${isOne(missed) ? "manqué" : "manqués"}`;

export const frCA: ChartsMessages = {
  hint: "Pointez un repère du graphique, ou parcourez les repères avec les touches fléchées\u00a0: les chiffres s’affichent ici.",
  hintToChoose:
    "Pointez un repère du graphique, ou parcourez les repères avec les touches fléchées\u00a0: les chiffres s’affichent ici. Cliquez, ou appuyez sur Entrée, pour n’afficher que ses cas.",
  figures: "Tableau des chiffres",
  nothing: "Il n’y a aucun cas à afficher.",
  key: { met: "Respecté", missed: "Manqué", few: (least) => `Moins de ${cases(least)}`, below: "Sous le but" },
  columns: {
    week: "Semaine",
    month: "Mois",
    cases: "Cas",
    met: "Respectés",
    missed: "Manqués",
    others: "Non comptés",
    attainment: "Taux",
    interval: "Intervalle de confiance à 95\u00a0%",
    time: "Délai",
    share: "Part",
    overrun: "Retard",
    weekday: "Jour",
    hour: "Heure",
  },
  count: n,
  range: (low, high) => `de ${low} à ${high}`,
  cases,
  periods: {
    weeks: "Le taux de respect, semaine par semaine",
    months: "Le taux de respect, mois par mois",
    week: ({ number, year, from, until }) =>
      `semaine\u00a0${number} de ${year}, du ${from.getUTCMonth() === until.getUTCMonth() ? day(from) : dayAndMonth(from)} au ${dayAndMonth(until)}`,
    month,
    weekTick: (number) => `sem.\u00a0${number}`,
    monthTick: shortMonth,
    overall: (percent, { met, missed }) =>
      met + missed === 1
        ? `L’objectif a été ${met === 1 ? "respecté" : "manqué"} dans le seul cas évalué.`
        : `L’objectif a été respecté dans ${percent} des ${n(met + missed)}\u00a0cas évalués.`,
    goal: (unit, goal, below, periods) => {
      if (below === 0) return `${unit === "week" ? "Aucune semaine" : "Aucun mois"} n’est sous le but de ${goal}.`;
      const some = unit === "week" ? (isOne(below) ? "semaine" : "semaines") : "mois";
      return `${n(below)}\u00a0${some} sur ${n(periods)} ${isOne(below) ? "est" : "sont"} sous le but de ${goal}.`;
    },
    goalTick: (goal) => `But\u00a0: ${goal}`,
    below: "Sous le but.",
    belowCell: (share) => `${share} (sous le but)`,
    compared: (name, share) => `${name}\u00a0: ${share}.`,
    lowest: (period, percent, evaluated) => `Taux le plus bas\u00a0: ${period}, avec ${percent} (${cases(evaluated)}).`,
    recent: (unit, kind, count, now, before) => {
      const last =
        unit === "week"
          ? isOne(count)
            ? "la dernière semaine"
            : `les ${n(count)}\u00a0dernières semaines`
          : isOne(count)
            ? "le dernier mois"
            : `les ${n(count)}\u00a0derniers mois`;
      const earlier =
        unit === "week"
          ? isOne(count)
            ? "la semaine précédente"
            : `les ${n(count)}\u00a0semaines précédentes`
          : isOne(count)
            ? "le mois précédent"
            : `les ${n(count)}\u00a0mois précédents`;
      return {
        better: `Le taux monte\u00a0: ${now} pour ${last}, contre ${before} pour ${earlier}.`,
        worse: `Le taux baisse\u00a0: ${now} pour ${last}, contre ${before} pour ${earlier}.`,
        alike: `${now} pour ${last}, ${before} pour ${earlier}\u00a0: l’écart peut être dû au hasard.`,
      }[kind];
    },
    markLabel: (period, counts, percent, interval) => {
      const evaluated = counts.met + counts.missed;
      if (counts.cases === 0) return `${capital(period)}\u00a0: aucun cas.`;
      if (percent === null) return `${capital(period)}\u00a0: aucun cas évalué.${others(counts)}`;
      const likely =
        interval === null
          ? " Trop peu de cas pour en dire plus."
          : ` Taux probable\u00a0: de ${interval[0]} à ${interval[1]}.`;
      return `${capital(period)}\u00a0: taux de respect de ${percent} (${evaluatedOf(evaluated, counts.missed)}).${likely}${others(counts)}`;
    },
  },
  distribution: {
    title: "Délais de réponse",
    summary: (stopped, half, most, nearlyAll) =>
      isOne(stopped)
        ? `La seule réponse a pris ${half}.`
        : `La moitié des ${n(stopped)}\u00a0réponses ont pris ${half} ou moins; 90\u00a0%, ${most} ou moins; 95\u00a0%, ${nearlyAll} ou moins.`,
    steps: "L’échelle n’est pas régulière\u00a0: des minutes à gauche, des heures et des jours à droite.",
    upTo: (limit) => `${limit} ou moins`,
    between: (from, upTo) => `de ${from} à ${upTo}`,
    markLabel: (range, count, share) => `${capital(range)}\u00a0: ${cases(count)}, ${share}.`,
    objective: (bound, duration) => (bound === "under" ? `moins de ${duration}` : `${duration} au plus`),
    named: (name, objective) => `${name ?? "Objectif"}\u00a0: ${objective}`,
    beyond: "Au-delà de l’objectif",
  },
  misses: {
    title: "Ampleur des retards",
    none: "L’objectif n’a été manqué dans aucun cas.",
    summary: (missed, half, longest) => {
      if (isOne(missed)) return `L’objectif a été manqué dans un cas, avec ${longest} de retard.`;
      return half === null
        ? `L’objectif a été manqué dans ${cases(missed)}, le pire avec ${longest} de retard.`
        : `L’objectif a été manqué dans ${cases(missed)}\u00a0: la moitié avec ${half} de retard ou moins, le pire avec ${longest}.`;
    },
    shortened: (listed, limit) =>
      `Seuls les ${n(listed)}\u00a0plus longs retards sont énumérés un à un; ceux de ${limit} ou moins sont donc comptés ensemble.`,
    upTo: (limit) => `${limit} ou moins`,
    between: (from, upTo) => `de ${from} à ${upTo}`,
    beyond: (from) => `plus de ${from}`,
    markLabel: (range, count, parts) =>
      parts.length === 0
        ? `Retard\u00a0: ${range}. ${cases(count)}.`
        : `Retard\u00a0: ${range}. ${cases(count)} (${parts.join("; ")}).`,
    part: (count, severity) => `${severity}\u00a0: ${n(count)}`,
  },
  heat: {
    title: "Quand les cas arrivent, et quand l’objectif est manqué",
    busiest: (day, hour, count) => `Plage la plus occupée\u00a0: le ${day}, ${hour} (${cases(count)}).`,
    worst: (day, hour, missed, evaluated) =>
      `Plage où l’objectif est le plus souvent manqué\u00a0: le ${day}, ${hour} (${cases(missed)} sur ${n(evaluated)}).`,
    worseHours: (count) =>
      `${n(count)}\u00a0${isOne(count) ? "heure est" : "heures sont"} nettement sous le taux global.`,
    noMisses: "L’objectif n’est jamais manqué, quelle que soit l’heure.",
    zone: (name) => `Heures du fuseau horaire ${name}.`,
    hour: (full) => `${full}\u00a0h`,
    hours: (from, until) => `de ${from} à ${until}`,
    markLabel: (day, hours, counts, percent, isWorse) => {
      const start = `${capital(day)}, ${hours}\u00a0: ${cases(counts.cases)}`;
      if (percent === null) return `${start}, aucun évalué.`;
      return `${start}, taux de respect de ${percent} (${evaluatedOf(counts.met + counts.missed, counts.missed)}).${isWorse ? " Nettement sous le taux global." : ""}`;
    },
    empty: (day, hours) => `${capital(day)}, ${hours}\u00a0: aucun cas.`,
    worse: "Nettement sous le taux global",
    size: "Plus le carré est grand, plus il y a de cas",
    modes: { label: "Les carrés montrent", cases: "Les cas", share: "La part des cas manqués" },
    shares: (largest) => `Plus le carré est foncé, plus la part des cas manqués est grande (jusqu’à ${largest})`,
  },
};
