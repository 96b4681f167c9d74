import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { TermMessages } from "./messages.js";

export type { TermMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const termMessagesFor = (language: string): TermMessages => (/^en\b/i.test(language) ? en : frCA);
