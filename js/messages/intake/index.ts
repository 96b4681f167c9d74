import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { IntakeMessages } from "./messages.js";

export type { IntakeMessages };

/** The messages in the language nearest to a BCP 47 tag: English for any English, else French (Canada). */
export const intakeMessagesFor = (language: string): IntakeMessages => (/^en\b/i.test(language) ? en : frCA);
