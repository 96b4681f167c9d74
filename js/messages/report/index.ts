import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { ReportMessages } from "./messages.js";

export type { ReportMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const reportMessagesFor = (language: string): ReportMessages => (/^en\b/i.test(language) ? en : frCA);
