import type { IntakeMessages } from "./messages.js";

const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });

export const frCA: IntakeMessages = {
  priority: {
    heading: "Priorité",
    recommended: (severity) => `D’après vos réponses\u00a0: ${severity.charAt(0).toLowerCase()}${severity.slice(1)}`,
    assign: "La priorité que vous attribuez",
    overridden: (recommended) =>
      `Vos réponses mènent à «\u00a0${recommended}\u00a0». Vous pouvez en attribuer une autre\u00a0: dites pourquoi dans la demande.`,
    tier: "Votre niveau de service",
    choose: "Choisissez",
  },
  who: {
    heading: "Qui s’en occupe",
    intro: "Chaque réponse précise les conseils. Arrêtez-vous quand vous voulez.",
    left: (count) => (count === 1 ? "Encore une question" : `Encore ${count} questions au plus`),
    notSure: "Je ne sais pas",
    next: "Continuer",
    missing: "Choisissez une réponse, ou «\u00a0Je ne sais pas\u00a0».",
    done: "Plus rien à demander\u00a0: les conseils conviennent à votre cas.",
    answered: "Ce que vous avez dit",
    change: "Modifier",
    changeWhat: (question) => `la réponse à «\u00a0${question}\u00a0»`,
  },
  prepare: "À avoir sous la main",
  know: "Ce qui s’applique à ce cas",
  act: "Que faire",
  form: {
    heading: "La demande",
    required: "obligatoire",
    optional: "facultatif",
    description: "Description",
    descriptionHelp: "Ce qui se passe, depuis quand, où, et pour qui. La première ligne sert de titre.",
    troubleshooting: "Premières notes de dépannage",
    troubleshootingHelp: "Ce que vous avez essayé, et ce que cela a donné.",
    justification: "Pourquoi cette priorité",
    justificationHelp:
      "Ce que les réponses ne disent pas\u00a0: qui ne peut plus travailler, ce que cela coûte, l’heure limite.",
    name: "Nom du contact",
    phone: "Téléphone",
    email: "Courriel",
    missing: {
      description: "Décrivez le problème.",
      justification: "Dites pourquoi vous attribuez une autre priorité.",
    },
    fix: "Avant de remettre la demande",
  },
  handover: {
    heading: "Remettre la demande",
    intro: "Collez-la dans le billet\u00a0: il n’y a rien à retaper.",
    format: "Format",
    formats: { text: "Texte", markdown: "Markdown", json: "JSON" },
    bilingual: (languages) => and.format(languages.map((each, index) => `${index === 0 ? "En" : "en"} ${each}`)),
    preview: "Ce qui sera remis",
    copy: "Copier",
    copied: "Copié.",
    refused: "Le presse-papiers est fermé à cette page\u00a0: copiez vous-même le texte ci-dessous.",
    save: "Enregistrer",
    mail: "Envoyer par courriel",
    calendar: "Ajouter l’échéance à mon calendrier",
    print: "Imprimer",
    fileName: "cas",
  },
  escalate: {
    heading: "Si cela tarde trop",
    say: "Ce qu’il faut dire, avec le temps tel qu’il a été compté\u00a0:",
    copy: "Copier la demande de remontée",
  },
  privacy: "Rien n’est conservé, rien n’est envoyé\u00a0: tout reste dans cet onglet.",
};
