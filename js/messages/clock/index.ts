import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { ClockMessages } from "./messages.js";

export type { ClockMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const clockMessagesFor = (language: string): ClockMessages => (/^en\b/i.test(language) ? en : frCA);
