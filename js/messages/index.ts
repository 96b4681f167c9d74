import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { Messages } from "./messages.js";

export type { Messages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export function messagesFor(language: string): Messages {
  return /^en\b/i.test(language) ? en : frCA;
}
