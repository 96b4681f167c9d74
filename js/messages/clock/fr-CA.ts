import type { ClockMessages } from "./messages.js";

export const frCA: ClockMessages = {
  counting: (heading, measure) => `${heading}\u00a0: ${measure}`,
  heldLeft: (duration) => `Temps ouvert restant\u00a0: ${duration}. Il ne diminue pas pendant la suspension.`,
  heldOver: (duration) => `L’objectif était dépassé de ${duration} au moment de la suspension.`,
};
