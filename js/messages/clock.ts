/** The texts of `<slo-clock>` beyond those that the elements share. */

import { messagesByLanguage } from "../text/lookup.js";

export interface ClockMessages {
  /** Heading of the timeline of one measure among several. */
  counting(heading: string, measure: string): string;
  /** A paused measure: the business hours that remain, and stay so. */
  pausedLeft(duration: string): string;
  /** A paused measure whose deadline had passed already. */
  pausedOver(duration: string): string;
}

export const frCA: ClockMessages = {
  counting: (heading, measure) => `${heading}\u00a0: ${measure}`,
  pausedLeft: (duration) =>
    `Temps restant, en heures d’ouverture\u00a0: ${duration}. Le décompte est arrêté pendant la suspension.`,
  pausedOver: (duration) => `Le délai était dépassé de ${duration} au moment de la suspension.`,
};

export const en: ClockMessages = {
  counting: (heading, measure) => `${heading}: ${measure}`,
  pausedLeft: (duration) =>
    `Time remaining (business hours): ${duration}. The clock does not run while the case is paused.`,
  pausedOver: (duration) => `The deadline had passed ${duration} before the pause began.`,
};

export const clockMessagesFor = messagesByLanguage(frCA, en);
