/** Messages of comparisons of two policies, and the words of holidays and other values that they show. */

import type { ChangeKind } from "../engine-types.js";
import { lists, messagesByLanguage } from "../text/lookup.js";

export interface ChangeMessages {
  /** Groups of changes, as headings. */
  kinds: Record<ChangeKind, string>;
  columns: { part: string; before: string; after: string };
  /** The same in the lines of the command line, with the place in the policy. */
  details: { before: string; after: string; note: string; at: string };
  changes(count: number): string;
  /** The two documents are equal. */
  equal: string;
  /** Two documents can differ in members that the comparison does not read. */
  same: string;
  /** A cell of something that one of the two policies does not have. */
  nothing: string;
  /** States of an entry of a list. */
  absent: string;
  added: string;
  present: string;
  removed: string;
  undecided: string;
  anyAnswers: string;
  noObjective: string;
  noTarget: string;
  combinations(count: number): string;
  /** The language of a text, after its name. */
  inLanguage(part: string, language: string): string;
  countsTowards(goal: string): string;
  lostPermalinks: string;
  yes: string;
  no: string;
  and(texts: readonly string[]): string;
  or(texts: readonly string[]): string;
  quoted(text: string): string;
  /** A part of the policy that has no field in the forms of `<slo-policy-builder>`. */
  members: Record<string, string>;
  /** `days` after Easter, negative before it. */
  easter(days: number, orthodox: boolean): string;
  /** `nth` is 1 to 5, or -1 for the last; the names are those of the language. */
  nthWeekday(nth: number, weekday: string, month: string): string;
  weekdayBefore(weekday: string, day: string): string;
}

const noBreak = "\u00a0";
const orthodoxFr = (is: boolean) => (is ? " orthodoxes" : "");

const frCA: ChangeMessages = {
  kinds: {
    severity: "Niveaux de gravité",
    objective: "Objectifs",
    calendar: "Heures et jours fériés",
    text: "Textes",
    structure: "Structure",
  },
  columns: { part: "Élément", before: "Avant", after: "Après" },
  details: {
    before: `avant${noBreak}:`,
    after: `après${noBreak}:`,
    note: `remarque${noBreak}:`,
    at: `endroit${noBreak}:`,
  },
  changes: (count) => `${count}${noBreak}${count < 2 ? "changement" : "changements"}`,
  equal: "aucun changement\u00a0: les documents sont identiques",
  same: "aucun changement trouvé, mais les documents diffèrent",
  nothing: "—",
  absent: "absent",
  added: "ajouté",
  present: "présent",
  removed: "retiré",
  undecided: "indéterminée",
  anyAnswers: "Toutes les réponses",
  noObjective: "aucun objectif",
  noTarget: "aucune cible",
  combinations: (count) => `${count}${noBreak}${count < 2 ? "combinaison" : "combinaisons"} de réponses`,
  inLanguage: (part, language) => `${part} (${language})`,
  countsTowards: (goal) => `compte pour le but «${noBreak}${goal}${noBreak}»`,
  lostPermalinks: "Les anciens liens permanents perdent cette réponse.",
  yes: "oui",
  no: "non",
  and: lists("fr-CA", "conjunction"),
  or: lists("fr-CA", "disjunction"),
  quoted: (text) => `«${noBreak}${text}${noBreak}»`,
  members: {
    version: "Version",
    languages: "Langues",
    weekly: "Heures de la semaine",
    special: "Jours à d’autres heures",
    open: "Ouverture",
    zone: "Fuseau horaire",
    observed: "Jours de congé reportés",
    by: "Choix selon la réponse à",
    values: "Heures par réponse",
    else: "Heures pour toute autre réponse",
    onSeverityChange: "Si la gravité change, la cible compte",
    atRisk: "À risque à partir de cette part de la cible",
    whenUnsure: "Si la personne n’est pas sûre",
    source: "Contrat",
    exports: "Champs des billets",
    fields: "Champs",
    classification: "Table de décision",
    id: "Identifiant",
  },
  easter: (days, orthodox) =>
    days === 0
      ? `dimanche de Pâques${orthodox ? " orthodoxe" : ""}`
      : `${Math.abs(days)}${noBreak}${Math.abs(days) < 2 ? "jour" : "jours"} ${days < 0 ? "avant" : "après"} Pâques${orthodoxFr(orthodox)}`,
  nthWeekday: (nth, weekday, month) =>
    `${nth < 0 ? "dernier" : nth === 1 ? "premier" : ["deuxième", "troisième", "quatrième", "cinquième"][nth - 2]} ${weekday} ${/^[ao]/.test(month) ? "d’" : "de "}${month}`,
  weekdayBefore: (weekday, day) => `dernier ${weekday} avant le ${day}`,
};

const en: ChangeMessages = {
  kinds: {
    severity: "Severities",
    objective: "Objectives",
    calendar: "Hours and holidays",
    text: "Texts",
    structure: "Structure",
  },
  columns: { part: "Part", before: "Before", after: "After" },
  details: { before: "before:", after: "after:", note: "note:", at: "at:" },
  changes: (count) => `${count} ${count === 1 ? "change" : "changes"}`,
  equal: "no changes: the documents are equal",
  same: "no changes found, although the documents differ",
  nothing: "—",
  absent: "absent",
  added: "added",
  present: "present",
  removed: "removed",
  undecided: "undecided",
  anyAnswers: "Any answers",
  noObjective: "no objective",
  noTarget: "no target",
  combinations: (count) => `${count} ${count === 1 ? "combination" : "combinations"} of answers`,
  inLanguage: (part, language) => `${part} (${language})`,
  countsTowards: (goal) => `counts towards the goal “${goal}”`,
  lostPermalinks: "Old permalinks lose this answer.",
  yes: "yes",
  no: "no",
  and: lists("en", "conjunction"),
  or: lists("en", "disjunction"),
  quoted: (text) => `“${text}”`,
  members: {
    version: "Version",
    languages: "Languages",
    weekly: "Hours of the week",
    special: "Days with other hours",
    open: "Open",
    zone: "Time zone",
    observed: "Days off for holidays at a weekend",
    by: "Chosen by the answer to",
    values: "Hours by answer",
    else: "Hours for any other answer",
    onSeverityChange: "When the severity changes, the target counts",
    atRisk: "At risk from this share of the target on",
    whenUnsure: "If somebody is not sure",
    source: "Contract",
    exports: "Ticket fields",
    fields: "Fields",
    classification: "Decision table",
    id: "ID",
  },
  easter: (days, orthodox) => {
    const easter = orthodox ? "Orthodox Easter" : "Easter";
    if (days === 0) return `${easter} Sunday`;
    return `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"} ${days < 0 ? "before" : "after"} ${easter}`;
  },
  nthWeekday: (nth, weekday, month) =>
    `${nth < 0 ? "last" : ["first", "second", "third", "fourth", "fifth"][nth - 1]} ${weekday} of ${month}`,
  weekdayBefore: (weekday, day) => `last ${weekday} before ${day}`,
};

/** The messages in the language nearest to a BCP 47 tag. */
export const changeMessagesFor = messagesByLanguage(frCA, en);
