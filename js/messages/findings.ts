/** Messages of findings and changes: one sentence and one remedy for every code of the engine. */

import { messagesByLanguage } from "../text/lookup.js";

/** The codes of the engine's findings about a policy. */
export const findingCodes = [
  "syntax",
  "schema",
  "duplicate-key",
  "duplicate-id",
  "unknown-reference",
  "cyclic-inclusion",
  "cyclic-start",
  "ends-before-start",
  "unsafe-url",
  "limit-exceeded",
  "missing-translation",
  "invalid-calendar",
  "unknown-zone",
  "invalid-interval",
  "invalid-date",
  "invalid-holiday",
  "holidays-end",
  "calendar-never-opens",
  "internal",
  "gap",
  "overlap",
  "duplicate-rule",
  "unreachable-rule",
  "unused-severity",
  "irrelevant-question",
  "not-monotone",
  "invalid-duration",
  "ambiguous-duration",
  "cut-off-outside-hours",
  "objective-missing",
  "objective-overlap",
  "unreachable-objective",
  "invalid-goal",
  "tier-promises-less",
  "condition-never-holds",
  "unknown-placeholder",
  "export-without-fields",
  "unused-clause",
  "unused-calendar",
  "unused-context",
  "unused-goal",
  "example-failed",
  "no-effect",
  "not-covered",
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** The problem and its remedy. */
export interface FindingMessage {
  text: string;
  fix: string;
}

export type FindingMessages = Record<FindingCode, FindingMessage>;

export const findingsEn: FindingMessages = {
  syntax: {
    text: "The text is not valid JSON.",
    fix: "Correct the text at this place; the rest is read afterwards.",
  },
  schema: {
    text: "A member is missing, unknown or of the wrong type.",
    fix: "Write it as the schema requires.",
  },
  "duplicate-key": {
    text: "An object contains the same key twice.",
    fix: "Remove one of the two.",
  },
  "duplicate-id": {
    text: "Two entries of a list have the same ID, or an ID is a word with a meaning of its own.",
    fix: "Give one of them a different ID.",
  },
  "unknown-reference": {
    text: "An ID is used that is not defined anywhere.",
    fix: "Define it, or use the ID of an existing entry.",
  },
  "cyclic-inclusion": {
    text: "A tier includes itself, directly or through other tiers.",
    fix: "Remove one of the “includes” members.",
  },
  "cyclic-start": {
    text: "A measure starts at its own stop, directly or through other measures.",
    fix: "Let it start at the submission, an event or another measure.",
  },
  "ends-before-start": {
    text: "A measure ends at something that is not after its start.",
    fix: "Name a measure or an event that comes after the start.",
  },
  "unsafe-url": {
    text: "A link does not use https, mailto or tel.",
    fix: "Use one of these schemes.",
  },
  "limit-exceeded": {
    text: "The policy exceeds one of the limits of the engine.",
    fix: "Shorten the policy, or split it.",
  },
  "missing-translation": {
    text: "A text is missing in one of the policy’s languages.",
    fix: "Add the text, or remove the language from “languages”.",
  },
  "invalid-calendar": {
    text: "A calendar is open around the clock and has opening hours as well, or a weekday is in two ranges.",
    fix: "Keep only one of the two.",
  },
  "unknown-zone": {
    text: "A time zone is missing or unknown here.",
    fix: "Name an IANA time zone, such as “America/Toronto”.",
  },
  "invalid-interval": {
    text: "A time of day cannot be read, or an interval has no length.",
    fix: "Write times as “09:00”, and a whole day as “00:00” to “24:00”.",
  },
  "invalid-date": {
    text: "A date does not exist or cannot be read.",
    fix: "Write “2026-12-24”, or “--12-24” for every year.",
  },
  "invalid-holiday": {
    text: "The rule of a holiday is incomplete, contradictory, or never applies.",
    fix: "Write a date, a day around Easter, or a weekday of a month.",
  },
  "holidays-end": {
    text: "The holidays of a calendar are known up to a date; later due times say so.",
    fix: "Add the later holidays before that date comes.",
  },
  "calendar-never-opens": {
    text: "A calendar has no opening hours, so nothing that uses it is ever due.",
    fix: "Add opening hours, or remove the calendar.",
  },
  internal: {
    text: "The check itself failed.",
    fix: "Please report this problem.",
  },
  gap: {
    text: "No rule covers some answers: their severity stays undecided.",
    fix: "Add a rule for these answers.",
  },
  overlap: {
    text: "Two rules with different severities match the same answers.",
    fix: "Narrow one of them, or choose another hit policy.",
  },
  "duplicate-rule": {
    text: "Two rules have the same answers and the same severity.",
    fix: "Remove one of them.",
  },
  "unreachable-rule": {
    text: "A rule never decides: other rules cover all of its answers, or one of its lists is empty.",
    fix: "Remove it, or narrow the rules that cover it.",
  },
  "unused-severity": {
    text: "No answers lead to this severity.",
    fix: "Add a rule for it, or remove the severity.",
  },
  "irrelevant-question": {
    text: "The answer to this question never changes the severity, so it is never asked.",
    fix: "Use the question in a rule, make it a context question, or remove it.",
  },
  "not-monotone": {
    text: "A more severe answer to an ordered question leads to a less severe level.",
    fix: "Correct the rules, put the options in order from least to most severe, or remove “ordered”.",
  },
  "invalid-duration": {
    text: "A target does not have exactly one limit, or its amount or cut-off time cannot be read.",
    fix: "Write “under” or “within” with a duration such as “PT30M”, or “businessDays” with a number.",
  },
  "ambiguous-duration": {
    text: "A duration has days or weeks, which can mean hours of the calendar or business days.",
    fix: "Write “PT24H” for hours of the calendar, or “businessDays” for business days.",
  },
  "cut-off-outside-hours": {
    text: "The cut-off time of a target is outside the opening hours of its calendar.",
    fix: "Choose a time within the opening hours.",
  },
  "objective-missing": {
    text: "A tier, severity and measure have no objective.",
    fix: "Add an objective; one without a target states on purpose that there is none.",
  },
  "objective-overlap": {
    text: "Two objectives apply to the same tier, severity and measure; the first one counts.",
    fix: "Remove the shared tiers or severities from one of them.",
  },
  "unreachable-objective": {
    text: "The objective never counts: entries before it apply whenever it would.",
    fix: "Move it before the more general entry, or remove it.",
  },
  "invalid-goal": {
    text: "A goal does not have exactly one rule, its percentage is not between 0 and 100, or no target counts towards it.",
    fix: "Write either “percent” or “misses”, and name the goal in objectives with a target.",
  },
  "tier-promises-less": {
    text: "A tier has a weaker objective than a tier that it includes.",
    fix: "Make the objective at least as good, or remove “includes”.",
  },
  "condition-never-holds": {
    text: "A condition can never be true.",
    fix: "Correct the condition, or remove the entry.",
  },
  "unknown-placeholder": {
    text: "An export uses a placeholder or a choice that no case ever fills.",
    fix: "Use one of the known names.",
  },
  "export-without-fields": {
    text: "An export has no fields.",
    fix: "Put them under “fields”.",
  },
  "unused-clause": {
    text: "Nothing cites this clause.",
    fix: "Name it under “clause” where it applies, or remove it.",
  },
  "unused-calendar": {
    text: "Nothing uses the calendar.",
    fix: "Name it where its hours count, or remove it.",
  },
  "unused-context": {
    text: "No answer to the context question changes anything.",
    fix: "Use it in a condition, or remove it.",
  },
  "unused-goal": {
    text: "No objective counts towards the goal.",
    fix: "Name it under “goal” in objectives, or remove it.",
  },
  "example-failed": {
    text: "An example of the policy gives another answer than it expects, or cannot be run.",
    fix: "Correct the policy, or what the example expects.",
  },
  "no-effect": {
    text: "A field of an example or of a goal changes nothing.",
    fix: "Remove the field, or correct it.",
  },
  "not-covered": {
    text: "None of the policy’s examples covers this rule or clause.",
    fix: "Add an example.",
  },
};

export const findingsFrCA: FindingMessages = {
  syntax: {
    text: "Le texte n’est pas du JSON valide.",
    fix: "Corrigez le texte à cet endroit; la suite sera lue ensuite.",
  },
  schema: {
    text: "Un membre manque, est inconnu ou n’est pas du bon type.",
    fix: "Écrivez-le comme l’exige le schéma.",
  },
  "duplicate-key": {
    text: "Un objet contient deux fois la même clé.",
    fix: "Supprimez l’une des deux.",
  },
  "duplicate-id": {
    text: "Deux entrées d’une liste ont le même identifiant, ou un identifiant est un mot qui a déjà un sens.",
    fix: "Donnez à l’une d’elles un autre identifiant.",
  },
  "unknown-reference": {
    text: "Un identifiant utilisé n’est défini nulle part.",
    fix: "Définissez-le, ou utilisez l’identifiant d’une entrée existante.",
  },
  "cyclic-inclusion": {
    text: "Un niveau de service se comprend lui-même, directement ou par d’autres niveaux.",
    fix: "Supprimez l’un des membres « includes ».",
  },
  "cyclic-start": {
    text: "Une mesure commence à son propre arrêt, directement ou par d’autres mesures.",
    fix: "Faites-la commencer à la soumission, à un événement ou à une autre mesure.",
  },
  "ends-before-start": {
    text: "Une mesure se termine à un moment qui ne suit pas son début.",
    fix: "Nommez une mesure ou un événement qui suit le début.",
  },
  "unsafe-url": {
    text: "Un lien n’utilise ni https, ni mailto, ni tel.",
    fix: "Utilisez l’un de ces protocoles.",
  },
  "limit-exceeded": {
    text: "La politique dépasse l’une des limites du moteur.",
    fix: "Abrégez la politique, ou divisez-la.",
  },
  "missing-translation": {
    text: "Un texte manque dans l’une des langues de la politique.",
    fix: "Ajoutez le texte, ou retirez la langue de « languages ».",
  },
  "invalid-calendar": {
    text: "Un calendrier est ouvert à toute heure et a aussi des heures d’ouverture, ou un jour figure dans deux plages.",
    fix: "Ne gardez que l’un des deux.",
  },
  "unknown-zone": {
    text: "Un fuseau horaire manque ou est inconnu ici.",
    fix: "Nommez un fuseau horaire de l’IANA, comme « America/Toronto ».",
  },
  "invalid-interval": {
    text: "Une heure ne peut pas être lue, ou un intervalle est de durée nulle.",
    fix: "Écrivez les heures comme « 09:00 », et une journée entière de « 00:00 » à « 24:00 ».",
  },
  "invalid-date": {
    text: "Une date n’existe pas ou ne peut pas être lue.",
    fix: "Écrivez « 2026-12-24 », ou « --12-24 » pour chaque année.",
  },
  "invalid-holiday": {
    text: "La règle d’un jour férié est incomplète ou contradictoire, ou ne s’applique jamais.",
    fix: "Écrivez une date, un jour autour de Pâques ou un jour de la semaine dans un mois.",
  },
  "holidays-end": {
    text: "Les jours fériés d’un calendrier sont connus jusqu’à une date; les échéances ultérieures l’indiquent.",
    fix: "Ajoutez les jours fériés suivants avant cette date.",
  },
  "calendar-never-opens": {
    text: "Un calendrier n’a aucune heure d’ouverture : rien de ce qui l’utilise n’arrive à échéance.",
    fix: "Ajoutez des heures d’ouverture, ou supprimez le calendrier.",
  },
  internal: {
    text: "La vérification elle-même a échoué.",
    fix: "Veuillez signaler ce problème.",
  },
  gap: {
    text: "Aucune règle ne couvre certaines réponses : leur gravité reste indécise.",
    fix: "Ajoutez une règle pour ces réponses.",
  },
  overlap: {
    text: "Deux règles qui donnent des niveaux de gravité différents s’appliquent aux mêmes réponses.",
    fix: "Restreignez l’une d’elles, ou choisissez une autre politique de sélection (hitPolicy).",
  },
  "duplicate-rule": {
    text: "Deux règles ont les mêmes réponses et la même gravité.",
    fix: "Supprimez l’une d’elles.",
  },
  "unreachable-rule": {
    text: "Une règle ne décide jamais : d’autres couvrent toutes ses réponses, ou l’une de ses listes est vide.",
    fix: "Supprimez-la, ou restreignez les règles qui la couvrent.",
  },
  "unused-severity": {
    text: "Aucune réponse ne mène à cette gravité.",
    fix: "Ajoutez une règle pour cette gravité, ou supprimez-la.",
  },
  "irrelevant-question": {
    text: "La réponse à cette question ne change jamais la gravité : la question n’est donc jamais posée.",
    fix: "Utilisez la question dans une règle, faites-en une question de contexte, ou supprimez-la.",
  },
  "not-monotone": {
    text: "Une réponse plus grave à une question ordonnée mène à un niveau moins grave.",
    fix: "Corrigez les règles, classez les options de la moins grave à la plus grave, ou supprimez « ordered ».",
  },
  "invalid-duration": {
    text: "Une cible n’a pas exactement une limite, ou sa durée ou son heure limite ne peut pas être lue.",
    fix: "Écrivez « under » ou « within » avec une durée comme « PT30M », ou « businessDays » avec un nombre.",
  },
  "ambiguous-duration": {
    text: "Une durée est en jours ou en semaines\u00a0: il peut s’agir d’heures du calendrier ou de jours ouvrables.",
    fix: "Écrivez «\u00a0PT24H\u00a0» pour des heures du calendrier, ou «\u00a0businessDays\u00a0» pour des jours ouvrables.",
  },
  "cut-off-outside-hours": {
    text: "L’heure limite d’une cible est en dehors des heures d’ouverture de son calendrier.",
    fix: "Choisissez une heure pendant les heures d’ouverture.",
  },
  "objective-missing": {
    text: "Un niveau de service, une gravité et une mesure n’ont aucun objectif.",
    fix: "Ajoutez un objectif; sans cible, il indique expressément qu’il n’y en a pas.",
  },
  "objective-overlap": {
    text: "Deux objectifs s’appliquent aux mêmes niveau de service, gravité et mesure; le premier compte.",
    fix: "Retirez de l’un d’eux les niveaux de service ou de gravité en commun.",
  },
  "unreachable-objective": {
    text: "L’objectif ne compte jamais\u00a0: des entrées qui le précèdent s’appliquent chaque fois.",
    fix: "Placez-le avant l’entrée plus générale, ou supprimez-le.",
  },
  "invalid-goal": {
    text: "Un but n’a pas exactement une règle, son pourcentage n’est pas entre 0 et 100, ou aucune cible n’y compte.",
    fix: "Écrivez « percent » ou « misses », et nommez le but dans des objectifs qui ont une cible.",
  },
  "tier-promises-less": {
    text: "Un niveau de service a un objectif moins exigeant qu’un niveau qu’il comprend.",
    fix: "Rendez l’objectif au moins aussi exigeant, ou supprimez « includes ».",
  },
  "condition-never-holds": {
    text: "Une condition ne peut jamais être remplie.",
    fix: "Corrigez la condition, ou supprimez l’entrée.",
  },
  "unknown-placeholder": {
    text: "Une exportation utilise un paramètre ou un choix qu’aucun cas ne remplit jamais.",
    fix: "Utilisez l’un des noms connus.",
  },
  "export-without-fields": {
    text: "Une exportation n’a aucun champ.",
    fix: "Placez-les sous « fields ».",
  },
  "unused-clause": {
    text: "Rien ne cite cette clause.",
    fix: "Nommez-la sous « clause » là où elle s’applique, ou supprimez-la.",
  },
  "unused-calendar": {
    text: "Rien n’utilise le calendrier.",
    fix: "Nommez-le là où ses heures comptent, ou supprimez-le.",
  },
  "unused-context": {
    text: "Aucune réponse à la question de contexte ne change quoi que ce soit.",
    fix: "Utilisez-la dans une condition, ou supprimez-la.",
  },
  "unused-goal": {
    text: "Aucun objectif ne compte pour le but.",
    fix: "Nommez-le sous « goal » dans des objectifs, ou supprimez-le.",
  },
  "example-failed": {
    text: "Un exemple de la politique donne une autre réponse que celle qu’il attend, ou ne peut pas être exécuté.",
    fix: "Corrigez la politique, ou la réponse que l’exemple attend.",
  },
  "no-effect": {
    text: "Un champ d’un exemple ou d’un but ne change rien.",
    fix: "Supprimez le champ, ou corrigez-le.",
  },
  "not-covered": {
    text: "Aucun exemple de la politique ne couvre cette règle ou cette clause.",
    fix: "Ajoutez un exemple.",
  },
};

/** The messages in the language nearest to a BCP 47 tag. */
export const findingMessagesFor = messagesByLanguage(findingsFrCA, findingsEn);

/** Words around a finding in the lines of the command line. */
export interface FindingLineMessages {
  level: { error: string; warning: string; info: string };
  at: string;
  example: string;
  from: string;
  to: string;
  help: string;
  counted(errors: number, warnings: number, notes: number): string;
}

const countedFr = (count: number, one: string): string => `${count}\u00a0${one}${count < 2 ? "" : "s"}`;
const countedEn = (count: number, one: string): string =>
  `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

/** The words in the language nearest to a BCP 47 tag. */
export const findingLinesFor = messagesByLanguage<FindingLineMessages>(
  {
    level: { error: "erreur", warning: "avertissement", info: "note" },
    at: "endroit\u00a0:",
    example: "exemple\u00a0:",
    from: "de\u00a0:",
    to: "à\u00a0:",
    help: "correction\u00a0:",
    counted: (errors, warnings, notes) =>
      [
        countedFr(errors, "erreur"),
        countedFr(warnings, "avertissement"),
        ...(notes === 0 ? [] : [countedFr(notes, "note")]),
      ].join(", "),
  },
  {
    level: { error: "error", warning: "warning", info: "info" },
    at: "at:",
    example: "example:",
    from: "from:",
    to: "to:",
    help: "help:",
    counted: (errors, warnings, notes) =>
      [
        countedEn(errors, "error"),
        countedEn(warnings, "warning"),
        ...(notes === 0 ? [] : [countedEn(notes, "note")]),
      ].join(", "),
  },
);
