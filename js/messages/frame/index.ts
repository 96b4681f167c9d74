import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { FrameMessages } from "./messages.js";

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const frameMessagesFor = (language: string): FrameMessages => (/^en\b/i.test(language) ? en : frCA);
