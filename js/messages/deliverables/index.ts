import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { DeliverablesMessages } from "./messages.js";

export type { DeliverablesMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const deliverablesMessagesFor = (language: string): DeliverablesMessages =>
  /^en\b/i.test(language) ? en : frCA;
