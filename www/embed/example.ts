/** Properties of every example in the guide. */

import type { Language } from "../language.js";
import type { EmbedMessages } from "../messages/embed/messages.js";

export interface ExampleProps {
  messages: EmbedMessages;
  language: Language;
  /** Relative address of the package, with its slash. */
  base: string;
  /** Relative address of "Check a policy". */
  checkPage: string;
  /** Options of the reference policy, in the language of the page. */
  offers: { tiers: [string, string][]; sales: [string, string][] };
}
