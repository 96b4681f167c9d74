/** The messages of "Check your policy" by language. */

import type { Language } from "../../language.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { PolicyMessages } from "./messages.js";

/** The messages of one language. */
export const policyMessagesIn = (language: Language): PolicyMessages => (language === "en" ? en : frCA);
