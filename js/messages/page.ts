/** The texts of the page that `case-slo page` writes, around its elements and the document of the policy. */

import { messagesByLanguage } from "../text/lookup.js";

/** The views of the page, in the order of its navigation. */
export const viewNames = ["help", "request", "deadlines", "objectives", "tiers", "service"] as const;

export type ViewName = (typeof viewNames)[number];

export interface PageMessages {
  languageName: string;
  skip: string;
  /** Names of the two navigations. */
  navigation: string;
  languages: string;
  /** Names of the views in the navigation, and their headings. */
  views: Record<ViewName, string>;
  headings: Record<Exclude<ViewName, "service">, string>;
  /** The way from the wizard to the request. */
  prepare: string;
  /** The case whose time of submission is known. */
  running: string;
  /** Shown where scripts do not run, as in the preview of an email. */
  byHand: string;
  contents: string;
  /** The policy behind the page, and what the page does with data. */
  edition(title: string, version: string): string;
  privacy: string;
}

export const frCA: PageMessages = {
  languageName: "Français",
  skip: "Aller au contenu",
  navigation: "Parties",
  languages: "Langue",
  views: {
    help: "Obtenir de l’aide",
    request: "Demande",
    deadlines: "Échéances",
    objectives: "Objectifs",
    tiers: "Niveaux de service",
    service: "Description complète",
  },
  headings: {
    help: "Quelle gravité, quel délai?",
    request: "Préparer la demande",
    deadlines: "Quand aurez-vous une réponse?",
    objectives: "Objectifs du service",
    tiers: "Ce que comprend chaque niveau de service",
  },
  prepare: "Préparer la demande",
  running: "Où en est votre cas",
  byHand:
    "Pour répondre aux questions et calculer les échéances, ouvrez ce fichier dans un navigateur qui exécute JavaScript. Tout ce qui suit se lit sans lui.",
  contents: "Contenu",
  edition: (title, version) => `${title}, version ${version}`,
  privacy: "Tout se calcule sur votre appareil, même hors ligne\u00a0: rien n’est envoyé.",
};

export const en: PageMessages = {
  languageName: "English",
  skip: "Skip to content",
  navigation: "Parts",
  languages: "Language",
  views: {
    help: "Get help",
    request: "Request",
    deadlines: "Deadlines",
    objectives: "Objectives",
    tiers: "Tiers",
    service: "Full description",
  },
  headings: {
    help: "How severe is it, and when will somebody respond?",
    request: "Prepare the request",
    deadlines: "When will somebody respond?",
    objectives: "Objectives of the service",
    tiers: "What each tier includes",
  },
  prepare: "Prepare the request",
  running: "Status of your case",
  byHand:
    "To answer the questions and calculate deadlines, open this file in a browser that runs JavaScript. Everything below can be read without it.",
  contents: "Contents",
  edition: (title, version) => `${title}, version ${version}`,
  privacy: "Everything is calculated on your device, even offline: nothing is sent.",
};

export const pageMessagesFor = messagesByLanguage(frCA, en);
