import type { Messages } from "./index.js";

const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });
/** Ends a sentence that a question may have ended. */
const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
const quoted = (text: string) => `«\u00a0${text.replace(/\.$/, "")}\u00a0»`;

export const frCA: Messages = {
  urgent: {
    line: (number) =>
      number === null ? (
        "Le service est en panne? Appelez tout de suite le soutien technique."
      ) : (
        <>Le service est en panne? Appelez tout de suite le {number}.</>
      ),
    patience: "Le formulaire peut attendre.",
  },
  wizard: {
    progress: (question, most) =>
      most === null || most < question ? `Question ${question}` : `Question ${question} sur ${most} au plus`,
    back: "Retour",
    missing: "Choisissez une réponse, ou «\u00a0Je ne sais pas\u00a0».",
    notSure: "Je ne sais pas",
    notSureHelp: {
      "most-severe": "Par prudence, la gravité la plus élevée possible sera retenue.",
      "least-severe": "La gravité la moins élevée possible sera retenue.",
    },
    continue: "Continuer",
    resultTitle: (severity) => `Gravité\u00a0: ${severity}`,
    errorTitle: (title) => `Erreur\u00a0: ${title}`,
  },
  doors: {
    label: "De quoi avez-vous besoin?",
    fault: "Quelque chose ne fonctionne pas",
    late: "La réponse tarde",
    askMe: "Je ne sais pas\u00a0: posez-moi les questions",
    missing: "Indiquez quand vous avez soumis le cas.",
  },
  submission: {
    ask: "Quand avez-vous soumis le cas?",
    why: "Le lien ne le dit pas. Le délai se compte à partir de ce moment.",
    use: "Retenir ce moment",
    change: "Modifier le moment ou ajouter le numéro du cas",
    number: "Numéro du cas",
    numbered: (number) => `Numéro du cas\u00a0: ${number}`,
  },
  call: {
    number: "Votre numéro de soutien technique",
    numberOfReseller: "Le numéro de soutien de votre revendeur",
    help: "Il figure dans votre contrat ou dans votre lettre de bienvenue. Le lien de ce cas le conservera.",
    use: "Retenir ce numéro",
    refused: "Ce n’est pas un numéro de téléphone.",
    fromLink: "Ce numéro vient du lien de ce cas.",
    change: "Changer le numéro",
    openNow: "Ouvert en ce moment.",
    opens: (when) => `Fermé en ce moment. Ouverture\u00a0: ${when}.`,
  },
  escalation: {
    copy: "Copier la demande de remontée",
    mail: "Envoyer la remontée par courriel",
    text: "Ce que vous pouvez dire",
    refused: "Cette page n’a pas accès au presse-papiers. Copiez le texte ci-dessous.",
    from: (moment) => `À partir du ${moment}`,
  },
  unsure: {
    open: (count) =>
      count === 1 ? "Vous avez laissé une réponse en suspens." : `Vous avez laissé ${count} réponses en suspens.`,
    taken: {
      "most-severe": "Par prudence, voici la gravité la plus élevée possible.",
      "least-severe": "Voici la gravité la moins élevée possible.",
    },
    single: {
      "most-severe": "Une seule de ces réponses suffirait à l’abaisser\u00a0:",
      "least-severe": "Une seule de ces réponses suffirait à l’élever\u00a0:",
    },
    noSingle: {
      "most-severe": "Aucune réponse à elle seule ne l’abaisserait.",
      "least-severe": "Aucune réponse à elle seule ne l’élèverait.",
    },
  },
  result: {
    severity: (level) => `Priorité ${level}`,
    now: "Que faire maintenant",
    call: (number) => `Appeler le ${number}`,
    prepare: "À préparer",
    know: "Bon à savoir",
    escalate: "Si cela ne suffit pas",
    late: "Faites remonter le cas",
    why: "Pourquoi cette gravité",
    stated: "C’est ce que dit la description de service.",
    interpreted:
      "La description de service ne prévoit pas ce cas\u00a0: cette gravité est une interprétation prudente.",
    answered: (question, answers) => (
      <>
        {question} <strong>{or.format(answers)}</strong>
      </>
    ),
    anyAnswer: "La gravité est la même, quelles que soient les réponses.",
    assigned: (recommended) =>
      `Vous attribuez une autre priorité que celle de vos réponses («\u00a0${recommended}\u00a0»).`,
    named: "Vous avez indiqué cette gravité vous-même.",
    findOut: "La trouver en quelques questions",
    question:
      "Une question n’est pas une panne\u00a0: elle a la priorité la plus basse. Les définitions n’en parlent pas.",
    definitions: "Toutes les définitions",
    otherwise: "Ce qui changerait la gravité",
    wouldBe: (severity, changes) => (
      <>
        {severity}, {changes > 1 ? "avec ces réponses" : "avec cette réponse"}
        {"\u00a0:"}
      </>
    ),
    answers: "Vos réponses",
    change: "Modifier",
    changeWhat: (question) => `la réponse à la question ${quoted(question)}`,
    startOver: "Recommencer",
    situation: "Votre situation",
    situationHelp: "Ces réponses ne changent pas la gravité; elles précisent les conseils.",
    notSaid: "Non précisé",
    clause: (id) => `clause ${id}`,
    objectiveOnly: "C’est un objectif, et non une garantie.",
    standing: {
      contractual: "Les objectifs font partie de votre contrat.",
      informational:
        "À titre informatif\u00a0: le contrat, s’il y en a un, est celui de l’entreprise qui vous a vendu le service.",
      unspecified:
        "Selon l’entreprise qui vous a vendu le service, les objectifs peuvent n’être donnés qu’à titre informatif.",
    },
  },
  due: {
    tier: "Votre niveau de service",
    before: (time, day) =>
      day === null ? (
        <>avant {time}</>
      ) : (
        <>
          {day} avant {time}
        </>
      ),
    by: (time, day) =>
      day === null ? (
        <>au plus tard à {time}</>
      ) : (
        <>
          {day} au plus tard à {time}
        </>
      ),
    expected: (measure) => `${measure} (objectif)\u00a0:`,
    target: (bound, amount, hours = "") =>
      bound === "under" ? `en moins de ${amount}${hours}` : `en ${amount} au plus${hours}`,
    holidaysUnknown:
      "Les jours fériés jusqu’à cette échéance ne sont pas tous connus\u00a0: elle peut être plus tardive.",
    notStated: (measure) => `${measure}\u00a0: aucun objectif n’est énoncé ici.`,
    none: "aucun objectif énoncé",
    never: "Ce calendrier ne prévoit plus d’heures d’ouverture\u00a0: aucune échéance ne peut être calculée.",
    notStarted: "Ce décompte n’a pas encore commencé.",
    depends: (questions, from, until) => {
      const moment =
        from === null
          ? "L’échéance n’est pas encore connue"
          : until === null
            ? `L’échéance est le ${from} au plus tôt`
            : from === until
              ? `L’échéance est le ${from}`
              : `L’échéance se situe entre le ${from} et le ${until}`;
      return `${moment}; elle dépend de ces réponses\u00a0: ${sentence(questions)}`;
    },
    filedAs: (tier, severity) =>
      `Le niveau de service «\u00a0${tier}\u00a0» n’offre pas cette gravité\u00a0: le cas est classé comme «\u00a0${severity}\u00a0».`,
    channel: "la façon dont le cas est soumis",
    zone: "votre fuseau horaire",
    paused: "Le décompte est suspendu\u00a0: l’échéance sera fixée à la reprise.",
    met: (measure) => `${measure}\u00a0: objectif respecté`,
    missed: (measure) => `${measure}\u00a0: objectif manqué`,
    overdue: "Le délai est dépassé.",
    lateBy: (measure, duration) => `${measure}\u00a0: en retard de ${duration}`,
    counted: (submitted) => `Décompte à partir du ${submitted}.`,
    submitNow: "Je soumets le cas maintenant",
    deskZone: (time) => `À l’heure du centre de soutien\u00a0: ${time}`,
    opens: (when) => `Le décompte commencera le ${when}, à l’ouverture du centre de soutien.`,
    openLeft: (duration) => `Temps restant, en heures d’ouverture\u00a0: ${duration}`,
  },
  calculator: {
    tier: "Niveau de service",
    severity: "Gravité",
    channel: "Façon de soumettre le cas",
    zone: "Votre fuseau horaire",
    submitted: "Moment de la soumission",
    now: "Maintenant",
    at: "À une autre date ou heure",
    moment: "Date et heure de la soumission",
    momentHelp: (zone) => `Fuseau horaire\u00a0: ${zone}.`,
    missingMoment: "Choisissez une date et une heure.",
    skipped: (time) => `Cette nuit-là, on avance l’heure\u00a0: c’est ${time} qui compte.`,
    repeated: (time) =>
      `Cette nuit-là, on recule l’heure, et ce moment revient\u00a0: c’est le premier, ${time}, qui compte.`,
    result: "Réponse attendue",
  },
  countdown: {
    label: "Temps restant",
    overdueLabel: "Retard",
    left: (duration) => `Il reste ${duration}`,
    overdueBy: (duration) => `En retard de ${duration}`,
    pause: "Suspendre l’affichage",
    resume: "Reprendre l’affichage",
    hide: "Masquer",
    show: "Afficher le temps restant",
    status: {
      half: (duration) => `La moitié du temps est écoulée\u00a0: il reste ${duration}.`,
      quarter: (duration) => `Il reste un quart du temps\u00a0: ${duration}.`,
      minutes: (duration) => `Il reste ${duration}.`,
      due: "L’échéance est atteinte.",
      overdue: "L’échéance est passée.",
    },
  },
  timeline: {
    heading: "Comment ce délai est compté",
    summary: (counted, total) => `Temps compté\u00a0: ${counted} sur ${total}.`,
    kinds: { counted: "Compté", closed: "Fermé", holiday: "Férié", paused: "Suspendu" },
    columns: { from: "De", to: "À", kind: "État", duration: "Durée" },
    due: (moment) => `Échéance\u00a0: ${moment}`,
    picture: "Illustration du décompte",
    labelled: (kind, label) => `${kind}\u00a0: ${label}`,
    sum: (duration) => `Total compté\u00a0: ${duration}`,
  },
  handover: {
    heading: "Conserver ou transmettre",
    text: "Copier en texte brut",
    markdown: "Copier en Markdown",
    calendar: "Ajouter au calendrier",
    link: "Copier le lien",
    print: "Imprimer",
    copied: "Copié.",
    refused: "Cette page n’a pas accès au presse-papiers. Copiez le texte ci-dessous.",
    fileName: "echeance",
  },
  clock: { refused: "Les données de ce cas sont inutilisables." },
  errors: {
    policy: "Cet outil ne fonctionne pas en ce moment.",
    engine: "Votre navigateur ne peut pas exécuter cet outil.",
    instead: "Reportez-vous plutôt au texte ci-dessous.",
    findings: "Détails techniques (en anglais)\u00a0:",
  },
};
