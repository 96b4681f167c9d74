/** Titles of the page inside a frame, until its element has a title. */

import type { FrameElement } from "../frame/elements.js";
import { messagesByLanguage } from "../text/lookup.js";

export type FrameMessages = Record<FrameElement, string>;

export const frCA: FrameMessages = {
  wizard: "Quelle est la gravité de votre cas?",
  calculator: "Quand aurez-vous une réponse?",
  clock: "Où en est votre cas",
  table: "Les objectifs du service",
};

export const en: FrameMessages = {
  wizard: "How severe is your case?",
  calculator: "When will you get a response?",
  clock: "Status of your case",
  table: "The objectives of the service",
};

export const frameMessagesFor = messagesByLanguage(frCA, en);
