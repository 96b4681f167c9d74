/** The texts of `<slo-intake>`. */

import { messagesByLanguage } from "../text/lookup.js";
import { en as english, frCA as french } from "./phrases.js";

export interface IntakeMessages {
  priority: {
    heading: string;
    /** The severity that follows from the answers. */
    recommended(severity: string): string;
    assign: string;
    /** The customer has assigned another severity than follows from the answers. */
    overridden(recommended: string): string;
    tier: string;
    choose: string;
  };
  who: {
    heading: string;
    intro: string;
    /** Context questions still to come, at most. */
    left(count: number): string;
    notSure: string;
    next: string;
    missing: string;
    done: string;
    answered: string;
    change: string;
    changeWhat(question: string): string;
  };
  prepare: string;
  know: string;
  act: string;
  form: {
    heading: string;
    required: string;
    optional: string;
    description: string;
    descriptionHelp: string;
    troubleshooting: string;
    troubleshootingHelp: string;
    justification: string;
    justificationHelp: string;
    name: string;
    phone: string;
    email: string;
    missing: { description: string; justification: string };
    fix: string;
  };
  handover: {
    heading: string;
    intro: string;
    format: string;
    formats: { text: string; markdown: string; json: string };
    /** Names of the languages, the normative one first. */
    bilingual(languages: string[]): string;
    preview: string;
    copy: string;
    /** Copies the fields of a system as JSON. */
    copyJson: string;
    copied: string;
    refused: string;
    /** Heading of the fields as JSON. */
    forApi: string;
    /** Opens the system's own form, filled in. */
    open(system: string): string;
    save: string;
    mail: string;
    calendar: string;
    print: string;
    fileName: string;
  };
  /** Lines to write on, on paper. */
  sheet: { spokenWith: string; notes: string };
  privacy: string;
  /** The same on a page whose address does not have the case. */
  privacyOfElement: string;
}

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
    intro: "Facultatif\u00a0: chaque réponse précise les conseils. Arrêtez-vous quand vous voulez.",
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
    bilingual: (languages) => french.and(languages.map((each, index) => `${index === 0 ? "En" : "en"} ${each}`)),
    preview: "Aperçu de la demande",
    copy: "Copier",
    copyJson: "Copier le JSON",
    copied: "Copié.",
    refused: "Cette page n’a pas accès au presse-papiers. Copiez vous-même le texte ci-dessus.",
    forApi: "Pour une API",
    open: (system) => `Ouvrir dans ${system}`,
    save: "Enregistrer dans un fichier",
    mail: "Envoyer par courriel",
    calendar: "Ajouter l’échéance à mon calendrier",
    print: "Imprimer",
    fileName: "cas",
  },
  sheet: { spokenWith: "Personne jointe, et à quelle heure", notes: "Notes" },
  privacy:
    "Rien n’est envoyé. Le texte que vous écrivez reste dans cet onglet jusqu’à sa fermeture; le lien ne contient que le cas.",
  privacyOfElement: "Rien n’est enregistré ni envoyé\u00a0: tout reste dans cet onglet.",
};

export const en: IntakeMessages = {
  priority: {
    heading: "Priority",
    recommended: (severity) => `Based on your answers: ${severity}`,
    assign: "The priority you assign",
    overridden: (recommended) =>
      `Based on your answers, the priority is “${recommended}”. You may assign another priority: say why in the request.`,
    tier: "Your service tier",
    choose: "Choose",
  },
  who: {
    heading: "Who handles it",
    intro: "Optional: each answer makes the advice more specific. Stop whenever you like.",
    left: (count) => (count === 1 ? "One question left" : `At most ${count} questions left`),
    notSure: "I am not sure",
    next: "Continue",
    missing: "Choose an answer, or “I am not sure”.",
    done: "That’s everything: the advice now fits your case.",
    answered: "Your answers",
    change: "Change",
    changeWhat: (question) => `the answer to “${question}”`,
  },
  prepare: "What to have ready",
  know: "What applies to this case",
  act: "What to do",
  form: {
    heading: "The request",
    required: "required",
    optional: "optional",
    description: "Description",
    descriptionHelp: "What is happening, since when, where, and who is affected. The first line becomes the title.",
    troubleshooting: "First troubleshooting notes",
    troubleshootingHelp: "What you have tried, and the result.",
    justification: "Reason for this priority",
    justificationHelp:
      "What your answers do not show: who cannot work, what it costs, when the service must be working again.",
    name: "Contact name",
    phone: "Phone",
    email: "Email",
    missing: { description: "Describe the problem.", justification: "Say why you assign another priority." },
    fix: "Complete this before you hand over the request",
  },
  handover: {
    heading: "Hand over the request",
    intro: "Paste it into the ticket: no retyping.",
    format: "Format",
    formats: { text: "Plain text", markdown: "Markdown", json: "JSON" },
    bilingual: (languages) => `In ${english.and(languages)}`,
    preview: "Preview of the request",
    copy: "Copy",
    copyJson: "Copy the JSON",
    copied: "Copied.",
    refused: "This page cannot use the clipboard. Copy the text above.",
    forApi: "For an API",
    open: (system) => `Open in ${system}`,
    save: "Save as a file",
    mail: "Send by email",
    calendar: "Add the deadline to my calendar",
    print: "Print",
    fileName: "case",
  },
  sheet: { spokenWith: "Spoken with, and at what time", notes: "Notes" },
  privacy:
    "Nothing is sent. The text that you write stays in this tab until you close it; the link holds the case alone.",
  privacyOfElement: "Nothing is saved or sent: everything stays in this tab.",
};

export const intakeMessagesFor = messagesByLanguage(frCA, en);
