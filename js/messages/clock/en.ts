import type { ClockMessages } from "./messages.js";

export const en: ClockMessages = {
  counting: (heading, measure) => `${heading}: ${measure}`,
  heldLeft: (duration) => `Open time left: ${duration}. None of it is used up while on hold.`,
  heldOver: (duration) => `It was past its target by ${duration} when the hold began.`,
};
