/** The texts of an import: names of measures and priorities, and the parts of a source that are not in the policy. */

import type { ImportCode } from "../import/draft.js";
import { messagesByLanguage } from "../text/lookup.js";

/** Measures that help desks have. */
export type MeasureName =
  | "initial-response"
  | "next-response"
  | "update"
  | "resolution"
  | "agent-work"
  | "requester-wait";

/** Priorities that help desks have. */
export type SeverityName = "urgent" | "high" | "normal" | "low";

export interface ImportMessages {
  /** Title of the policy, if the source has none. */
  title(source: string): string;
  measures: Record<MeasureName, string>;
  severities: Record<SeverityName, string>;
  /** Name of the event of a customer's reply. */
  reply: string;
  /** A sentence for each finding, from its values. */
  findings: Record<ImportCode, (...values: string[]) => string>;
  /** The number of findings, before their list. */
  count(findings: number): string;
}

export const frCA: ImportMessages = {
  title: (source) => `Politique importée de ${source}`,
  measures: {
    "initial-response": "Première réponse",
    "next-response": "Réponse suivante",
    update: "Mise à jour",
    resolution: "Résolution",
    "agent-work": "Temps de travail des agents",
    "requester-wait": "Temps d’attente du demandeur",
  },
  severities: { urgent: "Urgente", high: "Élevée", normal: "Normale", low: "Faible" },
  reply: "Réponse du client",
  findings: {
    "condition-not-imported": (name = "", condition = "") =>
      `«\u00a0${name}\u00a0» ne s’applique qu’à certains cas (${condition}). La condition n’est pas importée\u00a0: le niveau de service vaut pour tous les cas.`,
    inactive: (name = "") => `«\u00a0${name}\u00a0» est désactivée\u00a0: elle n’est pas importée.`,
    "measure-approximated": (measure = "", reason = "") =>
      reason === "round"
        ? `«\u00a0${measure}\u00a0»\u00a0: seule la première réplique du client est comptée; une politique ne peut pas compter chacune d’elles.`
        : `«\u00a0${measure}\u00a0»\u00a0: la durée est comptée depuis la soumission, et les suspensions l’arrêtent.`,
    "hours-assumed": (zone = "") =>
      `Les heures d’ouverture ne figurent pas dans la source\u00a0: la politique suppose du lundi au vendredi, de 9\u00a0h à 17\u00a0h (${zone}).`,
    "hours-chosen": (name = "") =>
      `La source contient plusieurs horaires et ne dit pas lequel compte\u00a0: la politique utilise «\u00a0${name}\u00a0».`,
    "zone-assumed": (zone = "") =>
      `Le fuseau horaire «\u00a0${zone}\u00a0» est inconnu\u00a0: la politique utilise UTC.`,
    "holiday-not-imported": (name = "", date = "") =>
      `Le jour férié «\u00a0${name}\u00a0» n’est pas importé\u00a0: «\u00a0${date}\u00a0» n’est pas une date.`,
    "target-not-imported": (value = "") =>
      `«\u00a0${value}\u00a0» n’est pas une durée\u00a0: la cible n’est pas importée.`,
    "kept-as-note": (value = "") =>
      `«\u00a0${value}\u00a0» n’est pas une durée\u00a0: le texte est conservé comme note.`,
    "ambiguous-days": (value = "") =>
      `«\u00a0${value}\u00a0» peut désigner des périodes de 24\u00a0heures ou des jours ouvrables\u00a0: le texte est conservé comme note. Écrivez «\u00a048\u00a0h\u00a0» ou «\u00a02\u00a0jours ouvrables\u00a0».`,
    "not-imported": (name = "", value = "") =>
      `«\u00a0${name}\u00a0» n’a pas sa place dans une politique\u00a0: ${value}`,
  },
  count: (findings) =>
    findings === 0
      ? "Tout a été importé."
      : findings === 1
        ? "Un élément n’a pas été importé tel quel."
        : `${findings} éléments n’ont pas été importés tels quels.`,
};

export const en: ImportMessages = {
  title: (source) => `Policy imported from ${source}`,
  measures: {
    "initial-response": "Initial response",
    "next-response": "Next response",
    update: "Update",
    resolution: "Resolution",
    "agent-work": "Agent work time",
    "requester-wait": "Requester wait time",
  },
  severities: { urgent: "Urgent", high: "High", normal: "Normal", low: "Low" },
  reply: "Customer’s reply",
  findings: {
    "condition-not-imported": (name = "", condition = "") =>
      `“${name}” applies to some cases only (${condition}). The condition is not imported: the tier applies to every case.`,
    inactive: (name = "") => `“${name}” is switched off: it is not imported.`,
    "measure-approximated": (measure = "", reason = "") =>
      reason === "round"
        ? `“${measure}”: only the first reply of the customer counts; a policy cannot count each of them.`
        : `“${measure}”: the time counts from the submission, and pauses stop it.`,
    "hours-assumed": (zone = "") =>
      `The source has no business hours: the policy assumes Monday to Friday, 9 a.m. to 5 p.m. (${zone}).`,
    "hours-chosen": (name = "") =>
      `The source has several schedules and does not say which one counts: the policy uses “${name}”.`,
    "zone-assumed": (zone = "") => `The time zone “${zone}” is not known: the policy uses UTC.`,
    "holiday-not-imported": (name = "", date = "") => `The holiday “${name}” is not imported: “${date}” is not a date.`,
    "target-not-imported": (value = "") => `“${value}” is not an amount of time: the target is not imported.`,
    "kept-as-note": (value = "") => `“${value}” is not an amount of time: the text is kept as a note.`,
    "ambiguous-days": (value = "") =>
      `“${value}” can mean periods of 24 hours or business days: the text is kept as a note. Write “48 h” or “2 business days”.`,
    "not-imported": (name = "", value = "") => `“${name}” has no place in a policy: ${value}`,
  },
  count: (findings) =>
    findings === 0
      ? "Everything was imported."
      : findings === 1
        ? "One part was not imported as it was."
        : `${findings} parts were not imported as they were.`,
};

/** The texts in the language nearest to a BCP 47 tag. */
export const importMessagesFor = messagesByLanguage(frCA, en);
