import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { DashboardMessages } from "./messages.js";

export type { DashboardMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const dashboardMessagesFor = (language: string): DashboardMessages => (/^en\b/i.test(language) ? en : frCA);
