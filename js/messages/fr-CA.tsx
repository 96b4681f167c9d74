import type { Messages } from "./messages.js";
import { shared } from "./shared/fr-CA.js";

const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });
const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });
const quoted = (text: string) => `« ${text.replace(/\.$/, "")} »`;
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const frCA: Messages = {
  ...shared,
  urgent: {
    line: (number) => <>Le service est en panne? Appelez {number ?? "le soutien technique"} tout de suite.</>,
    patience: "N’attendez pas ce formulaire.",
  },
  wizard: {
    progress: (question, most) =>
      most === null || most < question ? `Question ${question}` : `Question ${question} sur au plus ${most}`,
    back: "Retour",
    missing: "Choisissez une réponse, ou « Je ne sais pas ».",
    notSure: "Je ne sais pas",
    notSureHelp: "La gravité la plus sûre sera retenue.",
    continue: "Continuer",
    resultTitle: (severity) => `Gravité : ${severity}`,
  },
  result: {
    severity: (level) => `Gravité ${level}`,
    unsure: "Vos réponses laissent plus d’une gravité possible : voici la plus sûre.",
    settle: (question) => `Ce qui trancherait : ${question}`,
    now: "Que faire maintenant",
    call: (number) => `Appeler le ${number}`,
    prepare: "À préparer",
    know: "Bon à savoir",
    escalate: "Si cela ne suffit pas",
    late: "Personne n’a répondu à temps : faites une remontée",
    why: "Pourquoi cette gravité",
    stated: "La description du service le dit.",
    interpreted: "La description du service n’en dit rien : la lecture la plus sûre est retenue.",
    answered: (question, answers) => (
      <>
        {question} <strong>{or.format(answers)}</strong>
      </>
    ),
    anyAnswer: "Cette gravité vaut quelles que soient les réponses.",
    otherwise: "Ce qui la changerait",
    wouldBe: (severity, changes) => (
      <>
        {severity} {and.format(changes)}.
      </>
    ),
    ifAnswered: (question, answer) => `si la réponse à ${quoted(question)} était ${quoted(answer)}`,
    answers: "Vos réponses",
    change: "Modifier",
    changeWhat: (question) => `la réponse à ${quoted(question)}`,
    startOver: "Recommencer",
    situation: "Votre situation",
    situationHelp: "Rien ici ne change la gravité. Les conseils en seront plus justes.",
    notSaid: "Non précisé",
    clause: (id) => `clause ${id}`,
    clauses: (list) => <>({list})</>,
    objectiveOnly: "Un objectif, pas une garantie.",
    standing: {
      contractual: "La description fait partie de votre contrat.",
      informational: "À titre informatif : votre contrat, s’il y en a un, est celui du revendeur.",
      unspecified: "Si un revendeur vous a vendu le service, à titre informatif seulement.",
    },
  },
  due: {
    tier: "Votre niveau de service",
    tiers: (names) => `${and.format(names)}`,
    before: (when) => <>avant {when}</>,
    by: (when) => <>au plus tard à {when}</>,
    expected: (measure) => measure,
    target: (bound, duration) => (bound === "under" ? `en moins de ${duration}` : `en ${duration} au plus`),
    notStated: (measure) => `Aucun objectif n’est énoncé ici pour : ${lower(measure)}.`,
    never: "Le calendrier n’ouvre plus : il n’y a pas d’échéance à donner.",
    paused: "Le décompte est suspendu : il n’y a pas d’échéance avant qu’il reprenne.",
    met: (measure) => `${measure} : objectif atteint`,
    missed: (measure) => `${measure} : objectif manqué`,
    overdue: "L’objectif est dépassé.",
    counted: (submitted) => `Décompte à partir du ${submitted}.`,
    submitNow: "Je soumets la demande maintenant",
    deskZone: (time) => `Heure du centre : ${time}`,
    opens: (when) => `Le décompte commence ${when} : le centre est fermé d’ici là.`,
    openLeft: (duration) => `Temps ouvert restant : ${duration}`,
  },
  calculator: {
    tier: "Niveau de service",
    severity: "Gravité",
    submitted: "Demande soumise",
    now: "Maintenant",
    at: "À un moment choisi",
    moment: "Date et heure de la soumission",
    momentHelp: (zone) => `Dans votre fuseau horaire, ${zone}.`,
    missingMoment: "Choisissez une date et une heure.",
    result: "Réponse attendue",
  },
  handoverText: {
    title: (severity, policy) => `Gravité : ${severity} (${policy})`,
    line: (name, value) => `${name} : ${value}`,
    tier: "Niveau de service",
    submitted: "Soumise",
    vector: "Référence",
    event: (measure, severity) => `${measure} : demande de gravité ${lower(severity)}`,
  },
  clock: { refused: (reason) => `Les données de ce cas sont inutilisables : ${reason}.` },
  errors: {
    policy: "Cet outil ne peut pas lire sa politique de soutien; le texte ci-dessous vaut sans lui.",
    engine: "Cet outil ne peut pas démarrer dans votre navigateur; le texte ci-dessous vaut sans lui.",
  },
};
