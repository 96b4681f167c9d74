import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { ChartsMessages } from "./messages.js";

export type { ChartsMessages };
export type { Counts, WeekName } from "./messages.js";

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const chartsMessagesFor = (language: string): ChartsMessages => (/^en\b/i.test(language) ? en : frCA);
