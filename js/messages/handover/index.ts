import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { HandoverMessages } from "./messages.js";

export type { HandoverMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const handoverMessagesFor = (language: string): HandoverMessages => (/^en\b/i.test(language) ? en : frCA);
