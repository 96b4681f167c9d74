/**
 * The sentences of findings in French. The engine gives each as its words in English with the values apart; the words are the key.
 * `{0}` is the first value, `{1}` the second. English is written from the engine's words themselves.
 */

import type { Diagnostic, Sentence, SentenceValue } from "../engine-types.js";
import { lists, ownValue, textIn } from "../text/lookup.js";

/** Things that have an id, each as the end of “identifiant …”. */
const things: Record<string, string> = {
  tier: "de niveau de service",
  severity: "de gravité",
  question: "de question",
  option: "d’option",
  rule: "de règle",
  event: "d’événement",
  measure: "de mesure",
  objective: "d’objectif",
  "context question": "de question de contexte",
  channel: "de canal",
  "holiday set": "d’ensemble de jours fériés",
  "piece of advice": "de conseil",
  feature: "de prestation",
  calendar: "de calendrier",
  clause: "de clause",
  goal: "de but",
  state: "d’état",
  submitted: "de moment de soumission",
  elapsed: "de temps écoulé",
  "measure or event": "de mesure ou d’événement",
};

/** What a text should have been. */
const expected: Record<string, string> = {
  date: "une date",
  "time of day": "une heure",
  "day of the year": "un jour de l’année",
  "known IANA time zone": "un fuseau horaire IANA connu",
  "a string": "un texte",
  "an object": "un objet",
  "an array": "une liste",
  "a number": "un nombre",
  "a whole number": "un nombre entier",
  "true or false": "true ou false",
  "another value": "une autre valeur",
  "a number with a fraction": "un nombre à virgule",
  "a number of more than 15 digits": "un nombre de plus de 15\u00a0chiffres",
  "the number {}": "le nombre {0}",
  "the end of the text": "la fin du texte",
  "a value": "une valeur",
  "a key in double quotes": "une clé entre guillemets droits",
  "an escape such as \\n or \\u00e9": "une séquence d’échappement telle que \\n ou \\u00e9",
  "four hexadecimal digits": "quatre chiffres hexadécimaux",
  '":"': "«\u00a0:\u00a0»",
  '"," or "]"': "«\u00a0,\u00a0» ou «\u00a0]\u00a0»",
  '"," or "}"': "«\u00a0,\u00a0» ou «\u00a0}\u00a0»",
};

/** Owners of lists, and the entries that are counted. */
const counted: Record<string, string> = {
  "a policy text": "le texte d’une politique",
  "a policy": "une politique",
  "a question": "une question",
  "a context question": "une question de contexte",
  "a classification": "une table de décision",
  "a weekday": "un jour de la semaine",
  "a special day": "un jour particulier",
  "a calendar": "un calendrier",
  "a holiday set": "un ensemble de jours fériés",
  "all calendars together": "l’ensemble des calendriers",
  "a list or an object": "une liste ou un objet",
  "an id": "un identifiant",
  "a text": "un texte",
  "an objective": "un objectif",
  'the key "{}"': "la clé «\u00a0{0}\u00a0»",
  bytes: "octets",
  entries: "entrées",
  languages: "langues",
  tiers: "niveaux de service",
  severities: "gravités",
  questions: "questions",
  options: "options",
  "context questions": "questions de contexte",
  rules: "règles",
  calendars: "calendriers",
  intervals: "intervalles",
  "intervals a week": "intervalles par semaine",
  holidays: "jours fériés",
  "special days": "jours particuliers",
  "holiday sets": "ensembles de jours fériés",
  events: "événements",
  measures: "mesures",
  goals: "buts",
  objectives: "objectifs",
  channels: "canaux",
  "pieces of advice": "conseils",
  features: "prestations",
  clauses: "clauses",
  terms: "termes",
  examples: "exemples",
  "objectives that promise less": "objectifs moins exigeants",
  "pairs of objectives that say when the same is due": "paires d’objectifs qui fixent la même échéance",
  "pairs of rules that match with the same answers": "paires de règles qui s’appliquent aux mêmes réponses",
};

/** Sentences about what is wrong. */
const faults: Record<string, string> = {
  // Text and shape.
  'expected {}, found "{}"': "attendu\u00a0: {0}; trouvé\u00a0: «\u00a0{1}\u00a0»",
  "expected {}, found a control character": "attendu\u00a0: {0}; trouvé\u00a0: un caractère de contrôle",
  "expected {}, found the end of the text": "attendu\u00a0: {0}; le texte s’arrête ici",
  "arrays and objects nest at most {} deep": "les listes et les objets s’emboîtent sur {0} niveaux au plus",
  "the text ends inside a string": "le texte s’arrête au milieu d’une chaîne",
  "a control character in a string has to be escaped":
    "dans une chaîne, un caractère de contrôle doit être précédé d’une barre oblique inverse",
  "half of a surrogate pair is not a character": "la moitié d’une paire de substitution n’est pas un caractère",
  "expected {}, found {}": "attendu\u00a0: {0}; trouvé\u00a0: {1}",
  "expected one of {}, found {}": "attendu\u00a0: l’une des valeurs {0}; trouvé\u00a0: {1}",
  "expected {} entries, found {}": "attendu\u00a0: {0} éléments; trouvé\u00a0: {1}",
  "expected a whole number in range, found {}":
    "attendu\u00a0: un nombre entier dans les limites permises; trouvé\u00a0: {0}",
  'the key "{}" is missing': "la clé «\u00a0{0}\u00a0» manque",
  'unknown key "{}"': "clé inconnue\u00a0: «\u00a0{0}\u00a0»",
  'the key "{}" stands twice in one object': "la clé «\u00a0{0}\u00a0» figure deux fois dans le même objet",
  "{} may have at most {} {}, found {}": "{0} peut compter au plus {1} {2}; trouvé\u00a0: {3}",
  "a policy has at least one language, found none": "une politique a au moins une langue; celle-ci n’en a aucune",
  "a policy has at least one severity, found none": "une politique a au moins une gravité; celle-ci n’en a aucune",
  'expected a BCP 47 language tag such as "fr-CA", found "{}"':
    "attendu\u00a0: une étiquette de langue BCP\u00a047 telle que «\u00a0fr-CA\u00a0»; trouvé\u00a0: «\u00a0{0}\u00a0»",
  "expected a text, found an empty one": "attendu\u00a0: un texte; celui-ci est vide",
  "expected a share above 0 and below 1": "attendu\u00a0: une proportion entre 0 et 1, bornes exclues",
  "expected a weight above 0": "attendu\u00a0: un poids supérieur à 0",
  'there is nothing to choose by: "{}" has no options':
    "il n’y a rien par quoi choisir\u00a0: «\u00a0{0}\u00a0» n’a aucune option",
  'the question "{}" has no options': "la question «\u00a0{0}\u00a0» n’a aucune option",
  'the text in "{}" is missing': "le texte en «\u00a0{0}\u00a0» manque",
  "a link takes https, mailto or tel, found {}": "un lien commence par https, mailto ou tel; trouvé\u00a0: {0}",
  // Ids and references.
  "the id of this {} is empty": "un identifiant {0} est vide",
  'the {} "{}" is defined twice, first at {}/{}':
    "l’identifiant {0} «\u00a0{1}\u00a0» est défini deux fois, d’abord à {2}/{3}",
  'there is no {} "{}"': "il n’y a pas {0} «\u00a0{1}\u00a0»",
  'there is no holiday set "{}"': "il n’y a pas d’ensemble de jours fériés «\u00a0{0}\u00a0»",
  'there is no measure "{}"': "il n’y a pas de mesure «\u00a0{0}\u00a0»",
  'the tier "{}" includes itself': "le niveau de service «\u00a0{0}\u00a0» se contient lui-même",
  '"{}" is an event and a measure, which share their ids':
    "«\u00a0{0}\u00a0» désigne à la fois un événement et une mesure, qui partagent leurs identifiants",
  'the measure "{}" starts at its own stop': "la mesure «\u00a0{0}\u00a0» commence à sa propre fin",
  'the measure "{}" ends at "{}", which is not after its start':
    "la mesure «\u00a0{0}\u00a0» se termine à «\u00a0{1}\u00a0», qui ne suit pas son début",
  '"{}" is the name of {} as well': "«\u00a0{0}\u00a0» est aussi le nom {1}",
  "a fact that conditions and calendars know": "d’un fait que les conditions et les calendriers connaissent",
  "the answer of somebody who does not know": "de la réponse d’une personne qui ne sait pas",
  "the start of every case": "du début de chaque cas",
  // Calendars.
  '"{}" is not a {}': "«\u00a0{0}\u00a0» n’est pas {1}",
  "expected no hours and no holidays in a calendar that is always open":
    "un calendrier toujours ouvert n’a ni heures ni jours fériés",
  "expected a time zone for the opening hours, found none": "les heures d’ouverture n’ont pas de fuseau horaire",
  "this host has no time zones": "cet appareil ne connaît aucun fuseau horaire",
  "no day of this calendar has opening hours": "aucun jour de ce calendrier n’a d’heures d’ouverture",
  "the interval opens and closes at the same time": "l’intervalle s’ouvre et se ferme à la même heure",
  "the interval opens at the end of the day": "l’intervalle s’ouvre à la fin de la journée",
  'expected a weekday such as "mon" or a range such as "mon-fri", found "{}"':
    "attendu\u00a0: un jour tel que «\u00a0mon\u00a0» ou une suite de jours telle que «\u00a0mon-fri\u00a0»; trouvé\u00a0: «\u00a0{0}\u00a0»",
  'the ranges "{}" and "{}" both contain "{}"':
    "les suites de jours «\u00a0{0}\u00a0» et «\u00a0{1}\u00a0» contiennent toutes deux «\u00a0{2}\u00a0»",
  '"observed" names no weekday': "«\u00a0observed\u00a0» ne nomme aucun jour de la semaine",
  '"{}" leads to no other day': "«\u00a0{0}\u00a0» ne mène à aucun autre jour",
  '"rite" stands beside "easter" only': "«\u00a0rite\u00a0» n’a de sens qu’avec «\u00a0easter\u00a0»",
  "expected a month from 1 to 12, found {}": "attendu\u00a0: un mois de 1 à 12; trouvé\u00a0: {0}",
  "expected a week of the month from 1 to 5 or from -5 to -1, found {}":
    "attendu\u00a0: une semaine du mois de 1 à 5 ou de -5 à -1; trouvé\u00a0: {0}",
  "expected at most 366 days before or after Easter Sunday, found {}":
    "attendu\u00a0: au plus 366\u00a0jours avant ou après le dimanche de Pâques; trouvé\u00a0: {0}",
  "expected exactly one rule for the date of a holiday": "un jour férié a une seule règle pour sa date",
  'the holiday falls on no weekday that "observed" names, so it never leads to another day':
    "ce jour férié ne tombe jamais un jour que nomme «\u00a0observed\u00a0»\u00a0: il n’est donc jamais déplacé",
  '"values" and "else" stand beside "by" only':
    "«\u00a0values\u00a0» et «\u00a0else\u00a0» n’ont de sens qu’avec «\u00a0by\u00a0»",
  "a calendar that an answer chooses has neither hours nor a zone":
    "un calendrier choisi par une réponse n’a ni heures ni fuseau horaire",
  'no calendar is named for the answers {} of "{}"':
    "aucun calendrier n’est nommé pour les réponses {0} de «\u00a0{1}\u00a0»",
  'the calendar "{}" is itself chosen by an answer':
    "le calendrier «\u00a0{0}\u00a0» est lui-même choisi par une réponse",
  'the calendar "{}" is open at {} on no day': "le calendrier «\u00a0{0}\u00a0» n’est ouvert à {1} aucun jour",
  'the holidays of the calendar "{}" are known until {}':
    "les jours fériés du calendrier «\u00a0{0}\u00a0» sont connus jusqu’au {1}",
  'nothing uses the calendar "{}"': "rien n’utilise le calendrier «\u00a0{0}\u00a0»",
  // Targets and goals.
  "business days need a calendar with a time zone, found none":
    "les jours ouvrables exigent un calendrier avec un fuseau horaire; celui-ci n’en a pas",
  'a goal has neither "percent" nor "misses"': "un but n’a ni «\u00a0percent\u00a0» ni «\u00a0misses\u00a0»",
  'a goal has both "percent" and "misses"': "un but a à la fois «\u00a0percent\u00a0» et «\u00a0misses\u00a0»",
  "expected a percentage above 0 and up to 100, found {}":
    "attendu\u00a0: un pourcentage supérieur à 0, d’au plus 100; trouvé\u00a0: {0}",
  'expected a day of every year such as "--02-01", found "{}"':
    "attendu\u00a0: un jour de chaque année tel que «\u00a0--02-01\u00a0»; trouvé\u00a0: «\u00a0{0}\u00a0»",
  '"atLeast" changes nothing without "below"': "sans «\u00a0below\u00a0», «\u00a0atLeast\u00a0» ne change rien",
  '"below" never holds without "atLeast"': "sans «\u00a0atLeast\u00a0», «\u00a0below\u00a0» ne s’applique jamais",
  'no period has fewer than 0 cases, so "below" never holds':
    "aucune période ne compte moins de 0 cas\u00a0: «\u00a0below\u00a0» ne s’applique donc jamais",
  '"yearStarts" changes nothing but periods of a year and of a quarter':
    "«\u00a0yearStarts\u00a0» ne change que les périodes d’une année et d’un trimestre",
  "a goal of at most one percent is probably meant as a share":
    "un but d’au plus un pour cent est sans doute une proportion",
  'no objective counts towards the goal "{}"': "aucun objectif ne compte pour le but «\u00a0{0}\u00a0»",
  'no objective that counts towards the goal "{}" has a target':
    "aucun objectif qui compte pour le but «\u00a0{0}\u00a0» n’a de cible",
  // Rules and questions.
  'rules "{}" and "{}" overlap with different severities':
    "les règles «\u00a0{0}\u00a0» et «\u00a0{1}\u00a0» se chevauchent et donnent des gravités différentes",
  "no rule covers {}: {}": "aucune règle ne couvre {0}\u00a0: {1}",
  "one combination": "une combinaison",
  "{} combinations": "{0} combinaisons",
  "any answers": "n’importe quelles réponses",
  "{} is {}": "{0}\u00a0: {1}",
  "more answers that no rule covers are not listed":
    "d’autres réponses qu’aucune règle ne couvre ne figurent pas dans la liste",
  'two rules match where {}: "{}" gives {}, "{}" gives {}; {}':
    "deux règles s’appliquent à ces réponses ({0})\u00a0: «\u00a0{1}\u00a0» donne {2}, «\u00a0{3}\u00a0» donne {4}; {5}",
  'under hit policy "unique" at most one may match': "avec «\u00a0unique\u00a0», une seule règle peut s’appliquer",
  "the first counts": "la première compte",
  "the most severe counts": "la plus grave compte",
  'the rule "{}" ({}) never decides: where it matches, so does {}, {}':
    "la règle «\u00a0{0}\u00a0» ({1}) ne décide jamais\u00a0: partout où elle s’applique, {2} s’applique aussi, {3}",
  "which stands before it": "qui la précède",
  "which stand before it": "chacune la précédant",
  "which is at least as severe": "qui est au moins aussi grave",
  "which are at least as severe": "chacune étant au moins aussi grave",
  "which gives the same level": "qui donne la même gravité",
  "which give the same level": "chacune donnant la même gravité",
  'the rule "{}" matches with no answers: one of its lists is empty':
    "la règle «\u00a0{0}\u00a0» ne s’applique à aucune réponse\u00a0: l’une de ses listes est vide",
  'the rule "{}" says the same as "{}"': "la règle «\u00a0{0}\u00a0» dit la même chose que «\u00a0{1}\u00a0»",
  "no answers lead to the severity {}: {}": "aucune réponse ne mène à la gravité {0}\u00a0: {1}",
  "the rules that name it never decide": "les règles qui la nomment ne décident jamais",
  "no rule names it": "aucune règle ne la nomme",
  "the answer to {} never changes the severity, so it is never asked":
    "la réponse à {0} ne change jamais la gravité\u00a0: la question n’est donc jamais posée",
  "a worse answer to {} gives a less severe level: {}; with {} instead of {}, {}":
    "une réponse plus grave à {0} donne une gravité moins élevée\u00a0: {1}; avec {2} au lieu de {3}, {4}",
  "{} gives {}": "{0} donne {1}",
  "the table is too large to find out which answers no rule covers and which questions matter":
    "la table est trop grande pour chercher les réponses qu’aucune règle ne couvre et les questions sans effet",
  "the table is too large to find out whether worse answers get a less severe level":
    "la table est trop grande pour vérifier si une réponse plus grave donne une gravité moins élevée",
  "the table is too large to find out which rules can decide":
    "la table est trop grande pour chercher les règles qui ne décident jamais",
  "the table is too large to run all examples": "la table est trop grande pour essayer tous les exemples",
  // Objectives.
  "no objective says when {} is due in the tier {} with the severity {}":
    "aucun objectif ne fixe l’échéance de {0} pour le niveau de service {1} et la gravité {2}",
  "no objective says when {} is due in the tier {} with the severity {}, for example if {}":
    "aucun objectif ne fixe l’échéance de {0} pour le niveau de service {1} et la gravité {2}, par exemple pour ces réponses\u00a0: {3}",
  'two objectives say when {} is due, for example in the tier {} with the severity {}: "{}" ({}) and "{}" ({}); the first counts':
    "deux objectifs fixent l’échéance de {0}, par exemple pour le niveau de service {1} et la gravité {2}\u00a0: «\u00a0{3}\u00a0» ({4}) et «\u00a0{5}\u00a0» ({6}); le premier compte",
  "the tier {} includes {} but promises less: {} with the severity {} is due {} in the one and {} in the other":
    "le niveau de service {0} comprend {1}, mais promet moins\u00a0: pour {2} et la gravité {3}, la cible est {4} dans le premier et {5} dans le second",
  "real time": "temps réel",
  "without a target": "sans cible",
  "under {} ({})": "moins de {0} ({1})",
  "within {} ({})": "{0} au plus ({1})",
  "within 1 business day ({})": "1\u00a0jour ouvrable au plus ({0})",
  "within {} business days ({})": "{0}\u00a0jours ouvrables au plus ({1})",
  'the objective "{}" never counts: it is the first for no answers':
    "l’objectif «\u00a0{0}\u00a0» ne compte jamais\u00a0: pour chaque réponse, un autre passe avant lui",
  'the objective "{}" is never due with the calendar "{}", which never opens':
    "l’objectif «\u00a0{0}\u00a0» n’a jamais d’échéance avec le calendrier «\u00a0{1}\u00a0», qui n’ouvre jamais",
  'the objective "{}" is never due: its calendar never opens':
    "l’objectif «\u00a0{0}\u00a0» n’a jamais d’échéance\u00a0: son calendrier n’ouvre jamais",
  'the channel is "{}"': "canal\u00a0: «\u00a0{0}\u00a0»",
  'the start is during the hours of "{}"': "début pendant les heures de «\u00a0{0}\u00a0»",
  'the start is outside the hours of "{}"': "début en dehors des heures de «\u00a0{0}\u00a0»",
  "there are too many objectives to compare them": "les objectifs sont trop nombreux pour être comparés",
  "the conditions of objectives are too many to compare them":
    "les conditions des objectifs sont trop nombreuses pour être comparées",
  // Advice, features, clauses, exports.
  "no answer to the context question {} changes anything":
    "aucune réponse à la question de contexte {0} ne change quoi que ce soit",
  "nothing cites the clause {}": "rien ne cite la clause {0}",
  'the condition of the advice "{}" can never hold: {}':
    "la condition du conseil «\u00a0{0}\u00a0» n’est jamais remplie\u00a0: {1}",
  'the condition of the feature "{}" can never hold: {}':
    "la condition de la prestation «\u00a0{0}\u00a0» n’est jamais remplie\u00a0: {1}",
  'no value of "{}" satisfies it': "aucune valeur de «\u00a0{0}\u00a0» ne la remplit",
  "no target with these tiers and severities is ever {}":
    "aucune cible de ces niveaux de service et de ces gravités n’a jamais l’état {0}",
  'no target of the measure "{}" is ever {}': "aucune cible de la mesure «\u00a0{0}\u00a0» n’a jamais l’état {1}",
  '"submitted" names no calendar, so it always holds':
    "«\u00a0submitted\u00a0» ne nomme aucun calendrier\u00a0: la condition est donc toujours remplie",
  "the address of a form begins with https://": "l’adresse d’un formulaire commence par https://",
  'the export "{}" has no fields': "l’exportation «\u00a0{0}\u00a0» n’a aucun champ",
  'nothing fills the placeholder "{}"': "rien ne remplit l’espace réservé «\u00a0{0}\u00a0»",
  'nothing chooses by "{}"': "rien ne choisit selon «\u00a0{0}\u00a0»",
  '"{}" is no value of "{}"': "«\u00a0{0}\u00a0» n’est pas une valeur de «\u00a0{1}\u00a0»",
  // Examples.
  'the example "{}" expects {} and gets {}': "l’exemple «\u00a0{0}\u00a0» attend {1}; il obtient\u00a0: {2}",
  'the example "{}" expects {} for {} and gets {}':
    "l’exemple «\u00a0{0}\u00a0» attend {1} pour {2}; il obtient\u00a0: {3}",
  'the example "{}" cannot be run: {}':
    "l’exemple «\u00a0{0}\u00a0» ne peut pas être essayé\u00a0: ses données sont invalides",
  "no due date": "aucune échéance",
  "no target": "aucune cible",
  "no advice": "aucun conseil",
  "nothing later": "rien de plus tard",
  "its own severity": "sa propre gravité",
  none: "rien",
  "no example shows a due date that follows from the clause {}":
    "aucun exemple ne montre une échéance qui découle de la clause {0}",
  'no example shows what the rule "{}" decides': "aucun exemple ne montre ce que décide la règle «\u00a0{0}\u00a0»",
  "{} is after {}, as of which the case is evaluated": "{0} est postérieur à {1}, moment auquel le cas est évalué",
  'nothing uses the question "{}"': "rien n’utilise la question «\u00a0{0}\u00a0»",
  "nothing depends on the channel": "rien ne dépend du canal",
  "no measure is pausable": "aucune mesure ne peut être suspendue",
  "no calendar is in the zone of the customer": "aucun calendrier n’est dans le fuseau horaire du client",
  'no measure starts or ends at "{}"': "aucune mesure ne commence ni ne se termine à «\u00a0{0}\u00a0»",
  "there are too many objectives to run all examples":
    "les objectifs sont trop nombreux pour essayer tous les exemples",
  // Lists.
  '"{}"': "«\u00a0{0}\u00a0»",
  "{} more": "{0} autres",
  "{} more {} are not listed": "{0} autres {1} ne figurent pas dans la liste",
  "{} more findings are not listed": "{0} autres constats ne figurent pas dans la liste",
};

/** Sentences about how to fix it. */
const remedies: Record<string, string> = {
  'did you mean "{}"?': "vouliez-vous écrire «\u00a0{0}\u00a0»?",
  'did you mean "@{}"?': "vouliez-vous écrire «\u00a0@{0}\u00a0»?",
  "known here: {}": "clés connues ici\u00a0: {0}",
  "known: {}": "connus\u00a0: {0}",
  "known are {}": "connus\u00a0: {0}",
  'add "{}", or take it out of /languages': "ajoutez «\u00a0{0}\u00a0», ou retirez cette langue de /languages",
  "give one of them another id": "donnez un autre identifiant à l’un des deux",
  "give the event at /events/{} another id": "donnez un autre identifiant à l’événement à /events/{0}",
  "choose another id": "choisissez un autre identifiant",
  "name a measure or an event that comes after the start": "nommez une mesure ou un événement qui suit le début",
  'name one of the policy\'s holidaySets, or one that ships, such as "@ca-qc"':
    "nommez l’un des ensembles de la politique (holidaySets), ou l’un de ceux qui sont fournis, comme «\u00a0@ca-qc\u00a0»",
  'write a date such as "2026-12-31"': "écrivez une date telle que «\u00a02026-12-31\u00a0»",
  'give "date", or "easter", or "weekday", "nth" and "month", or "weekday" and "before"':
    "donnez «\u00a0date\u00a0», ou «\u00a0easter\u00a0», ou «\u00a0weekday\u00a0», «\u00a0nth\u00a0» et «\u00a0month\u00a0», ou «\u00a0weekday\u00a0» et «\u00a0before\u00a0»",
  'write "2026-12-24", or every year "--12-24"':
    "écrivez «\u00a02026-12-24\u00a0», ou chaque année «\u00a0--12-24\u00a0»",
  'write a day of every year, such as "--05-25"': "écrivez un jour de chaque année, comme «\u00a0--05-25\u00a0»",
  "write null for a holiday that is not moved, or leave it out":
    "écrivez null pour un jour férié qui n’est pas déplacé, ou retirez cette clé",
  'write the weekday on which a holiday falls, and the one that is off as well: {"sat": "mon"}':
    'écrivez le jour où tombe le jour férié, puis le jour également chômé\u00a0: {"sat": "mon"}',
  "leave it out": "retirez-le",
  "give 1 to 5, or -1 for the last one": "donnez 1 à 5, ou -1 pour la dernière",
  "give 1 for January to 12 for December": "donnez 1 pour janvier à 12 pour décembre",
  "give a number of days, negative for days before Easter Sunday":
    "donnez un nombre de jours, négatif avant le dimanche de Pâques",
  'for the whole day write "00:00" and "24:00"':
    "pour la journée entière, écrivez «\u00a000:00\u00a0» et «\u00a024:00\u00a0»",
  'open at "00:00" on the next day': "ouvrez à «\u00a000:00\u00a0» le jour suivant",
  'write hours and minutes, such as "09:00"': "écrivez les heures et les minutes, comme «\u00a009:00\u00a0»",
  "let each weekday stand in one range; a single weekday overrides a range":
    "placez chaque jour dans une seule suite; un jour seul l’emporte sur une suite",
  'give an IANA name, such as "America/Toronto"': "donnez un nom IANA, comme «\u00a0America/Toronto\u00a0»",
  'give the calendar a "zone"': "donnez une «\u00a0zone\u00a0» au calendrier",
  'leave out either "open" or the rest': "retirez «\u00a0open\u00a0» ou tout le reste",
  'add "by"': "ajoutez «\u00a0by\u00a0»",
  'take them to the calendars under "values"': "placez-les dans les calendriers sous «\u00a0values\u00a0»",
  "name a calendar with hours": "nommez un calendrier qui a des heures",
  "choose by a question that has options, or by the channels that the policy lists":
    "choisissez par une question qui a des options, ou par les canaux que la politique énumère",
  'name them under "values", or add "else"': "nommez-les sous «\u00a0values\u00a0», ou ajoutez «\u00a0else\u00a0»",
  'write either {"percent": 95} or {"misses": 2}': 'écrivez {"percent": 95} ou {"misses": 2}',
  "write a percentage such as 95": "écrivez un pourcentage tel que 95",
  'write hours, such as "PT24H"; "businessDays" stands in targets only':
    "écrivez des heures, comme «\u00a0PT24H\u00a0»; «\u00a0businessDays\u00a0» n’existe que dans les cibles",
  'write the first day of the year, such as "--02-01"':
    "écrivez le premier jour de l’année, comme «\u00a0--02-01\u00a0»",
  'write hours and minutes, such as "15:00"': "écrivez les heures et les minutes, comme «\u00a015:00\u00a0»",
  'write {"under": "PT30M"}, {"within": "PT24H"} or {"businessDays": 1}':
    'écrivez {"under": "PT30M"}, {"within": "PT24H"} ou {"businessDays": 1}',
  'a later due time carries the note "holidays-unknown"; add the later holidays in time':
    "une échéance plus tardive porte la note «\u00a0holidays-unknown\u00a0»; ajoutez à temps les jours fériés suivants",
  "choose a time within the opening hours, or leave it out": "choisissez une heure pendant l’ouverture, ou retirez-la",
  'name the weekday on which it falls, or leave "observed" out':
    "nommez le jour où il tombe, ou retirez «\u00a0observed\u00a0»",
  "move it before the entries that apply whenever it does, or take it out":
    "placez-le avant les entrées qui s’appliquent aux mêmes réponses, ou retirez-le",
  "add a rule for these answers; without one their severity stays undecided":
    "ajoutez une règle pour ces réponses; sans règle, leur gravité reste indéterminée",
  'add an example with a case and the "dueAt" that it has to have':
    "ajoutez un exemple avec un cas et le «\u00a0dueAt\u00a0» attendu",
  "add an example with answers for which it decides":
    "ajoutez un exemple avec des réponses pour lesquelles elle décide",
  "fix the policy, or what the example expects": "corrigez la politique, ou ce que l’exemple attend",
  "take it out, or correct it": "retirez-le, ou corrigez-le",
  "choose by severity, tier, or the id of a context question":
    "choisissez selon la gravité, le niveau de service ou l’identifiant d’une question de contexte",
  'put them under "fields", as {"summary": "{summary}"}':
    'placez-les sous «\u00a0fields\u00a0», comme {"summary": "{summary}"}',
  'name it under "goal" in objectives, or take it out':
    "nommez-le sous «\u00a0goal\u00a0» dans des objectifs, ou retirez-le",
  "name the goal in objectives with a target": "nommez le but dans des objectifs qui ont une cible",
  'add "atLeast", or take "below" out': "ajoutez «\u00a0atLeast\u00a0», ou retirez «\u00a0below\u00a0»",
  "write a number of cases, or take both out": "écrivez un nombre de cas, ou retirez les deux",
  'add the rule for fewer cases under "below", or take it out':
    "ajoutez sous «\u00a0below\u00a0» la règle pour un petit nombre de cas, ou retirez-le",
  'write "over": "year" or "quarter", or take it out': 'écrivez "over": "year" ou "quarter", ou retirez-le',
  'make the rules at least as severe for the worse answer, put the options in order from least to most severe, or take "ordered" away':
    "rendez les règles au moins aussi graves pour la réponse plus grave, rangez les options de la moins grave à la plus grave, ou retirez «\u00a0ordered\u00a0»",
  "add an objective; one without a target states on purpose that there is none":
    "ajoutez un objectif; un objectif sans cible dit expressément qu’il n’y en a pas",
  'make it at least as good, or take "includes" away':
    "rendez-le au moins aussi exigeant, ou retirez «\u00a0includes\u00a0»",
  "take the tiers or severities that they share out of one of them":
    "retirez de l’un des deux les niveaux de service ou les gravités qu’ils ont en commun",
  'narrow one of them, or choose the hit policy "most-severe" or "first"':
    "restreignez l’une des deux, ou choisissez «\u00a0most-severe\u00a0» ou «\u00a0first\u00a0» comme «\u00a0hitPolicy\u00a0»",
  "add a rule that gives it, or leave the severity out": "ajoutez une règle qui la donne, ou retirez la gravité",
  "leave it out, or narrow the rules that cover it": "retirez-la, ou restreignez les règles qui la couvrent",
  "leave one of them out": "retirez l’une des deux",
  "name the options that match, or leave the question out to match with any":
    "nommez les options voulues, ou retirez la question pour les accepter toutes",
  "use it in a rule, make it a context question, or leave it out":
    "utilisez-la dans une règle, faites-en une question de contexte, ou retirez-la",
  "fix the condition, or leave the entry out": "corrigez la condition, ou retirez l’entrée",
  "name a calendar that opens": "nommez un calendrier qui ouvre",
  'name it under "clause" where it acts': "nommez-la sous «\u00a0clause\u00a0» là où elle s’applique",
  "name it where its hours count, or take it out": "nommez-le là où ses heures comptent, ou retirez-le",
  "use it in a condition, or take it out": "utilisez-la dans une condition, ou retirez-la",
  'write {"during": …} or {"outside": …} with the id of a calendar':
    'écrivez {"during": …} ou {"outside": …} avec l’identifiant d’un calendrier',
};

/** Sentences about the changes from one policy to another. */
const changes: Record<string, string> = {
  "{} ({}): was {}, is {}": "{0} ({1})\u00a0: était {2}, devient {3}",
  "one combination": "une combinaison",
  "{} combinations, such as {}": "{0}\u00a0combinaisons, par exemple {1}",
  undecided: "indéterminée",
  nothing: "rien",
  "the tables are too large to compare the levels of all answers":
    "les tables sont trop grandes pour comparer la gravité de toutes les réponses",
  "more answers whose level differs are not listed": "d’autres réponses dont la gravité change ne figurent pas ici",
  "{} more changes are not listed": "{0}\u00a0autres changements ne figurent pas ici",
  "{} in the tier {} with the severity {}: was {}, is {}":
    "{0}, niveau de service {1}, gravité {2}\u00a0: était {3}, devient {4}",
  "without an objective": "sans objectif",
  "{} when {}": "{0} si {1}",
  '{} ("{}")': "{0} («\u00a0{1}\u00a0»)",
  '{} for the goal "{}"': "{0} pour le but «\u00a0{1}\u00a0»",
  '"{}" changed from {} to {}': "«\u00a0{0}\u00a0» était {1}, devient {2}",
  'the text in "{}" changed from {} to {}': "le texte en «\u00a0{0}\u00a0» était {1}, devient {2}",
  'the {} "{}" is now called "{}"': "l’identifiant {0} «\u00a0{1}\u00a0» est maintenant «\u00a0{2}\u00a0»",
  'the {} "{}" is now called "{}"; old permalinks lose this answer':
    "l’identifiant {0} «\u00a0{1}\u00a0» est maintenant «\u00a0{2}\u00a0»; les anciens liens permanents perdent cette réponse",
  'the {} "{}" was added': "l’identifiant {0} «\u00a0{1}\u00a0» a été ajouté",
  'the {} "{}" was removed': "l’identifiant {0} «\u00a0{1}\u00a0» a été retiré",
  'the {} "{}" was removed; old permalinks lose this answer':
    "l’identifiant {0} «\u00a0{1}\u00a0» a été retiré; les anciens liens permanents perdent cette réponse",
  '"{}" stand in another order': "l’ordre de «\u00a0{0}\u00a0» a changé",
  'the policy\'s id changed from "{}" to "{}": old permalinks name another policy':
    "l’identifiant de la politique était «\u00a0{0}\u00a0» et devient «\u00a0{1}\u00a0»\u00a0: les anciens liens permanents désignent une autre politique",
  "the answers of old permalinks do not mean what they meant, and the version is the same: give it another":
    "les réponses des anciens liens permanents n’ont plus le même sens, mais la version est la même\u00a0: donnez-lui un autre numéro",
  'the version changed from "{}" to "{}"; old permalinks keep their meaning':
    "la version passe de «\u00a0{0}\u00a0» à «\u00a0{1}\u00a0»; les anciens liens permanents gardent leur sens",
  'the version changed from "{}" to "{}"; old permalinks do not all keep their meaning':
    "la version passe de «\u00a0{0}\u00a0» à «\u00a0{1}\u00a0»; certains anciens liens permanents changent de sens",
};

/** All words of the engine in French; a thing, a kind of value and a sentence never share their words. */
export const frenchSentences: Readonly<Record<string, string>> = {
  ...things,
  ...expected,
  ...counted,
  ...faults,
  ...remedies,
  ...changes,
};

/** Messages of errors that the engine quotes as a whole: targets and durations that cannot be read. */
const quotedErrors: readonly (readonly [RegExp, string])[] = [
  [
    /^expected 1 to (\d+) business days, found (-?\d+)$/,
    "attendu\u00a0: de 1 à $1\u00a0jours ouvrables; trouvé\u00a0: $2",
  ],
  [
    /^expected a cut-off time such as "15:00", found "(.*)"$/,
    "attendu\u00a0: une heure limite telle que «\u00a015:00\u00a0»; trouvé\u00a0: «\u00a0$1\u00a0»",
  ],
  [
    /^"due" and "cutOff" stand beside "businessDays" only$/,
    "«\u00a0due\u00a0» et «\u00a0cutOff\u00a0» n’accompagnent que «\u00a0businessDays\u00a0»",
  ],
  [
    /^a target has either "under", "within" or "businessDays"$/,
    "une cible a soit «\u00a0under\u00a0», soit «\u00a0within\u00a0», soit «\u00a0businessDays\u00a0»",
  ],
  [
    /^"(.*)" can mean (\S+), hours of the calendar, or a number of business days$/,
    "«\u00a0$1\u00a0» peut vouloir dire $2, en heures du calendrier, ou un nombre de jours ouvrables",
  ],
  [
    /^"(.*)" can mean (\S+), hours of the calendar, or (\{"businessDays": \d+\})$/,
    "«\u00a0$1\u00a0» peut vouloir dire $2, en heures du calendrier, ou $3",
  ],
  [
    /^expected an ISO 8601 duration such as "PT30M", found "(.*)"$/,
    "attendu\u00a0: une durée ISO\u00a08601 telle que «\u00a0PT30M\u00a0»; trouvé\u00a0: «\u00a0$1\u00a0»",
  ],
];

const frenchLists = { and: lists("fr-CA", "conjunction"), or: lists("fr-CA", "disjunction") };
/** Most characters of a name that a sentence quotes. */
const longestName = 120;

/**
 * Returns the message of a finding and its remedy, as sentences in the language nearest to a BCP 47 tag. French falls back to null
 * where the engine has quoted a sentence that only English has.
 */
export function findingText(
  { message, help, sentence, remedy }: Pick<Diagnostic, "message" | "help" | "sentence" | "remedy">,
  language: string,
): { message: string | null; help: string | null } {
  if (/^en\b/i.test(language))
    return { message: asSentence(message), help: help === undefined ? null : asSentence(help) };
  const inFrench = (each: Sentence | undefined) => {
    const written = each === undefined ? undefined : french(each);
    return written === undefined ? null : asSentence(written);
  };
  return { message: inFrench(sentence), help: inFrench(remedy) };
}

/** Writes a sentence in French; undefined if its words are not known. */
function french({ text, values = [] }: Sentence): string | undefined {
  if (text === "{}") return quotedError(values[0]);
  const words = ownValue(frenchSentences, text);
  if (words === undefined) return undefined;
  const written = values.map(frenchValue);
  return words.replaceAll(/\{(\d)\}/g, (mark, at: string) => written[Number(at)] ?? mark);
}

/** Writes an error that a finding quotes as a whole. */
function quotedError(value: SentenceValue | undefined): string | undefined {
  const text = typeof value === "string" ? value : "";
  const known = quotedErrors.find(([words]) => words.test(text));
  return known === undefined ? undefined : text.replace(...known);
}

function frenchValue(value: SentenceValue): string {
  if (typeof value === "string") return value;
  if ("text" in value) return french(value) ?? value.text;
  if ("items" in value) return frenchLists[value.conjunction === "or" ? "or" : "and"](value.items.map(frenchValue));
  const name = textIn(value.name, ["fr-CA", "fr"]);
  const shown = [...name].length > longestName ? `${[...name].slice(0, longestName).join("")}…` : name;
  return shown === "" ? `«\u00a0${value.id}\u00a0»` : `«\u00a0${shown}\u00a0» (${value.id})`;
}

/** Gives a text a capital letter and a full stop, unless it begins with a quotation mark or a brace, or ends with a question mark. */
function asSentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!…]$/.test(capital) ? capital : `${capital}.`;
}
