import { findingsFrCA } from "../../../js/messages/findings.js";
import type { PolicyMessages } from "./index.js";

const rules = new Intl.PluralRules("fr-CA");
const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });
const counted = (count: number, one: string, other: string) =>
  `${count} ${rules.select(count) === "one" ? one : other}`;

export const frCA: PolicyMessages = {
  title: "Vérifier une politique",
  summary:
    "Collez, déposez ou choisissez une politique : toutes ses erreurs, leur emplacement et la façon de les corriger.",
  heading: "Vérifier une politique",
  lead: "Collez une politique, déposez-la ou choisissez son fichier : vous verrez toutes ses erreurs, leur emplacement et la façon de les corriger. Rien ne quitte cette page.",
  source: "Politique, en JSON",
  sourceHint: "Vous pouvez déposer un fichier sur le texte.",
  choose: "Choisir un fichier",
  takeReference: "Charger la politique de référence",
  findings: "Constats",
  empty: "Les constats s’afficheront ici.",
  unavailable: "La vérification n’a pas pu démarrer : le moteur est bloqué ou introuvable.",
  tooLarge: "Ce fichier dépasse 1 Mio, la taille maximale d’une politique.",
  verdict: {
    sound: "Aucun problème : la politique est utilisable telle quelle.",
    counts: (errors, warnings, notes) =>
      `${and.format([
        ...(errors ? [counted(errors, "erreur", "erreurs")] : []),
        ...(warnings ? [counted(warnings, "avertissement", "avertissements")] : []),
        ...(notes ? [counted(notes, "remarque", "remarques")] : []),
      ])}.`,
  },
  level: { error: "Erreur", warning: "Avertissement", info: "Remarque" },
  place: (line, column) => `ligne ${line}, colonne ${column}`,
  help: (text) => `Correction : ${text}`,
  example: "Exemple :",
  answer: (question, option) => `${question} « ${option} »`,
  consequences: (count) => `${counted(count, "constat", "constats")} qui en découlent peut-être`,
  codes: findingsFrCA,
  use: {
    questionnaire: "Le questionnaire",
    questionnaireHint:
      "Choisissez une réponse pour suivre son chemin; le tableau ci-dessous montre les réponses qui s’y trouvent.",
    restart: "Recommencer",
    leadsTo: (severity) => `Ces réponses mènent à : ${severity}.`,
    nextIs: (question) => `Question suivante : ${question}`,
    table: "Le tableau",
    tableCaption: (rows, all) =>
      rows === all
        ? `Toutes les combinaisons de réponses : ${all}`
        : `Les ${rows} premières combinaisons de réponses sur ${all}`,
    columns: { severity: "Gravité", rule: "Règle", basis: "Fondement" },
    basis: { stated: "énoncé", interpreted: "interprété" },
    undecided: "aucune",
    trial: "Essayer",
    trialHint: "Les éléments, avec cette politique.",
    compare: "Comparer avec une autre version",
    compareHint: "Le texte ci-dessus est considéré comme la version la plus récente.",
    chooseOther: "Choisir la version antérieure",
    same: "Rien ne change pour les clients.",
    changes: (count) => `${counted(count, "changement", "changements")} :`,
    unusable: "L’une des deux versions a des erreurs : elles ne peuvent pas être comparées.",
  },
};
