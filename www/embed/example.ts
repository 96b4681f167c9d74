/** What every example of the guide is given. */

import type { Language } from "../language.js";
import type { EmbedMessages } from "../messages/embed/messages.js";

export interface ExampleProps {
  messages: EmbedMessages;
  language: Language;
  /** Relative address of the package, with its slash. */
  base: string;
  /** Relative address of "Check a policy". */
  checkPage: string;
  /** What the reference policy offers, in the language of the page. */
  offers: { tiers: [string, string][]; sales: [string, string][] };
}
