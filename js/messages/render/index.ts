import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { RenderMessages } from "./messages.js";

export type { RenderMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const renderMessagesFor = (language: string): RenderMessages => (/^en\b/i.test(language) ? en : frCA);
