/** The messages of the embedding guide by language. */

import type { Language } from "../../language.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import type { EmbedMessages } from "./messages.js";

/** The messages of one language. */
export const embedMessagesIn = (language: Language): EmbedMessages => (language === "en" ? en : frCA);
