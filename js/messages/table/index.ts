import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { TableMessages } from "./messages.js";

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const tableMessagesFor = (language: string): TableMessages => (/^en\b/i.test(language) ? en : frCA);
