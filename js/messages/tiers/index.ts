import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { TiersMessages } from "./messages.js";

export type { TiersMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const tiersMessagesFor = (language: string): TiersMessages => (/^en\b/i.test(language) ? en : frCA);
