import type { IntakeMessages } from "./index.js";

const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });

export const frCA: IntakeMessages = {
  priority: {
    heading: "Priorité",
    recommended: (severity) => `D’après vos réponses\u00a0: ${severity}`,
    assign: "La priorité que vous attribuez",
    overridden: (recommended) =>
      `Selon vos réponses, la priorité est «\u00a0${recommended}\u00a0». Vous pouvez attribuer une autre priorité\u00a0: indiquez pourquoi dans la demande.`,
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
    done: "C’est tout\u00a0: les conseils sont adaptés à votre cas.",
    answered: "Vos réponses",
    change: "Modifier",
    changeWhat: (question) => `la réponse à la question «\u00a0${question}\u00a0»`,
  },
  prepare: "À avoir sous la main",
  know: "Ce qui s’applique à ce cas",
  act: "Que faire",
  form: {
    heading: "La demande",
    required: "obligatoire",
    optional: "facultatif",
    description: "Description",
    descriptionHelp: "Ce qui se passe, depuis quand, à quel endroit et pour qui. La première ligne sert de titre.",
    troubleshooting: "Premières notes de dépannage",
    troubleshootingHelp: "Ce que vous avez essayé, et le résultat.",
    justification: "Justification de la priorité",
    justificationHelp:
      "Ce que vos réponses n’indiquent pas\u00a0: qui ne peut plus travailler, combien cela coûte, quand le service doit être rétabli.",
    name: "Personne à joindre",
    phone: "Téléphone",
    email: "Courriel",
    missing: {
      description: "Décrivez le problème.",
      justification: "Indiquez pourquoi vous attribuez une autre priorité.",
    },
    fix: "À compléter avant de remettre la demande",
  },
  handover: {
    heading: "Remettre la demande",
    intro: "Collez-la dans le billet\u00a0: il n’y a rien à retaper.",
    format: "Format",
    formats: { text: "Texte brut", markdown: "Markdown", json: "JSON" },
    bilingual: (languages) => and.format(languages.map((each, index) => `${index === 0 ? "En" : "en"} ${each}`)),
    preview: "Aperçu de la demande",
    copy: "Copier",
    copied: "Copié.",
    refused: "Cette page n’a pas accès au presse-papiers. Copiez vous-même le texte ci-dessus.",
    save: "Enregistrer dans un fichier",
    mail: "Envoyer par courriel",
    calendar: "Ajouter l’échéance à mon calendrier",
    print: "Imprimer",
    fileName: "cas",
  },
  escalate: {
    heading: "Si cela tarde trop",
    say: "Ce que vous pouvez dire, décompte du temps à l’appui",
    copy: "Copier la demande de remontée",
  },
  privacy: "Rien n’est enregistré ni envoyé\u00a0: tout reste dans cet onglet.",
};
