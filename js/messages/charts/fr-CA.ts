import type { ChartsMessages, Counts } from "./messages.js";

const numbers = new Intl.NumberFormat("fr-CA");
const plural = new Intl.PluralRules("fr-CA");
const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });
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

/** Ce qui n’est ni atteint ni manqué, là où il y en a. */
const others = ({ cases: all, met, missed }: Counts) => {
  const rest = all - met - missed;
  if (rest === 0) return "";
  return isOne(rest)
    ? " Un autre est encore ouvert ou sans objectif."
    : ` ${n(rest)}\u00a0autres sont encore ouverts ou sans objectif.`;
};

export const frCA: ChartsMessages = {
  hint: "Pointez une marque, ou parcourez-les avec les touches fléchées\u00a0: ses chiffres s’affichent ici.",
  figures: "Les chiffres en tableau",
  nothing: "Il n’y a aucun cas à montrer.",
  key: { met: "Atteint", missed: "Manqué", few: (least) => `Moins de ${cases(least)}` },
  columns: {
    week: "Semaine",
    month: "Mois",
    cases: "Cas",
    met: "Atteint",
    missed: "Manqué",
    others: "Ni l’un ni l’autre",
    attainment: "Taux",
    interval: "Intervalle à 95\u00a0%",
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
    weeks: "Le taux d’atteinte, semaine par semaine",
    months: "Le taux d’atteinte, mois par mois",
    week: ({ number, year, from, until }) =>
      `semaine\u00a0${number} de ${year}, du ${from.getUTCMonth() === until.getUTCMonth() ? day(from) : dayAndMonth(from)} au ${dayAndMonth(until)}`,
    month,
    weekTick: (number) => `sem.\u00a0${number}`,
    monthTick: shortMonth,
    overall: (percent, { met, missed }) =>
      met + missed === 1
        ? `Le seul cas évalué ${met === 1 ? "a atteint" : "a manqué"} l’objectif.`
        : `${percent} des ${n(met + missed)}\u00a0cas évalués ont atteint l’objectif.`,
    lowest: (period, percent, judged) => `Le taux le plus bas\u00a0: ${period}, avec ${percent} de ${cases(judged)}.`,
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
        better: `Le taux s’améliore\u00a0: ${now} pour ${last}, après ${before} pour ${earlier}.`,
        worse: `Le taux se détériore\u00a0: ${now} pour ${last}, après ${before} pour ${earlier}.`,
        alike: `${now} pour ${last}, ${before} pour ${earlier}\u00a0: le hasard peut expliquer l’écart.`,
      }[kind];
    },
    told: (period, counts, percent, interval) => {
      const judged = counts.met + counts.missed;
      if (counts.cases === 0) return `${capital(period)}\u00a0: aucun cas.`;
      if (percent === null) return `${capital(period)}\u00a0: aucun cas n’est évalué.${others(counts)}`;
      const likely =
        interval === null
          ? " Trop peu de cas pour en dire plus."
          : ` Taux probable\u00a0: de ${interval[0]} à ${interval[1]}.`;
      return `${capital(period)}\u00a0: ${percent} de ${cases(judged)}, ${isOne(counts.missed) ? `${n(counts.missed)}\u00a0manqué` : `${n(counts.missed)}\u00a0manqués`}.${likely}${others(counts)}`;
    },
  },
  distribution: {
    title: "Le temps qu’il a fallu",
    summary: (stopped, half, most, nearlyAll) =>
      isOne(stopped)
        ? `Il a fallu ${half} pour le seul cas.`
        : `Il a fallu ${half} au plus pour la moitié des ${cases(stopped)}, ${most} au plus pour neuf sur dix, ${nearlyAll} au plus pour dix-neuf sur vingt.`,
    steps: "Les pas sont inégaux\u00a0: des minutes à gauche, des heures et des jours à droite.",
    upTo: (limit) => `${limit} au plus`,
    between: (from, upTo) => `plus de ${from}, ${upTo} au plus`,
    told: (range, count, share) => `${capital(range)}\u00a0: ${cases(count)}, ${share}.`,
    objective: (bound, duration) => (bound === "under" ? `moins de ${duration}` : `${duration} au plus`),
    named: (name, objective) => `${name ?? "Objectif"}\u00a0: ${objective}`,
    beyond: "Plus long que l’objectif",
  },
  misses: {
    title: "L’ampleur des retards",
    none: "Aucun cas n’a manqué l’objectif.",
    summary: (missed, half, longest) => {
      if (isOne(missed)) return `Un cas a manqué l’objectif, de ${longest}.`;
      return half === null
        ? `${cases(missed)} ont manqué l’objectif, jusqu’à ${longest} de retard.`
        : `${cases(missed)} ont manqué l’objectif\u00a0: la moitié de ${half} au plus, le plus tardif de ${longest}.`;
    },
    shortened: (listed, limit) =>
      `Seuls les ${n(listed)}\u00a0plus longs retards sont relevés un à un; ceux de ${limit} au plus sont donc comptés ensemble.`,
    upTo: (limit) => `${limit} au plus`,
    between: (from, upTo) => `de ${from} à ${upTo}`,
    beyond: (from) => `plus de ${from}`,
    told: (range, count, parts) =>
      parts.length === 0
        ? `Retard, ${range}\u00a0: ${cases(count)}.`
        : `Retard, ${range}\u00a0: ${cases(count)}, dont ${and.format(parts)}.`,
    part: (count, severity) => `${n(count)}\u00a0de gravité ${severity}`,
  },
  heat: {
    title: "Quand les cas arrivent, et quand l’objectif est manqué",
    busiest: (day, hour, count) => `Le plus de cas arrivent le ${day} ${hour}\u00a0: ${n(count)}.`,
    worst: (day, hour, missed, judged) =>
      `Le plus d’objectifs sont manqués le ${day} ${hour}\u00a0: ${n(missed)} sur ${n(judged)}.`,
    worseHours: (count) => `${n(count)}\u00a0${isOne(count) ? "heure est" : "heures sont"} nettement sous l’ensemble.`,
    noMisses: "Aucun n’est manqué, à quelque heure que ce soit.",
    zone: (name) => `Heures du fuseau ${name}.`,
    hour: (full) => `${full}\u00a0h`,
    hours: (from, until) => `de ${from} à ${until}`,
    told: (day, hours, counts, percent, isWorse) => {
      const missed = `${n(counts.missed)}\u00a0${isOne(counts.missed) ? "manqué" : "manqués"}`;
      if (percent === null) return `${capital(day)} ${hours}\u00a0: ${cases(counts.cases)}, dont aucun n’est évalué.`;
      return `${capital(day)} ${hours}\u00a0: ${cases(counts.cases)}, ${percent} de ${n(counts.met + counts.missed)} atteints, ${missed}.${isWorse ? " Nettement sous l’ensemble." : ""}`;
    },
    empty: (day, hours) => `${capital(day)} ${hours}\u00a0: aucun cas.`,
    worse: "Nettement sous l’ensemble",
    size: "Plus le carré est grand, plus il y a de cas",
  },
};
