/** What every part of a page is given: its language, its messages, the policy, and how to link from it. */

import type { PolicyDocument } from "../../js/document.js";
import type { Text } from "../../js/types.js";
import { folderOf, type Language, textIn } from "../language.js";
import { en } from "../messages/en.js";
import { frCA } from "../messages/fr-CA.js";
import type { Messages } from "../messages/messages.js";
import type { PageName } from "../site.js";

const messages: Record<Language, Messages> = { "fr-CA": frCA, en };

/** One page in one language. */
export interface PageContext {
  page: PageName;
  language: Language;
  messages: Messages;
  policy: PolicyDocument;
  /** A text of the policy in the page's language. */
  t: (text: Text) => string;
  /** Relative address of a page in the same language. */
  to: (page: PageName, fragment?: string) => string;
  /** Relative address of a file of the site, named from its top. */
  file: (path: string) => string;
  /** What the page loads of the package, named from the top of the site: what it starts, and what that is going to load. */
  elements: { entries: string[]; modules: string[]; engine: string };
}

/** The messages of a language. */
export const messagesIn = (language: Language): Messages => messages[language];

/** Everything that a page needs; addresses come out relative, so that the site can be hosted under any path. */
export function contextOf(
  page: PageName,
  language: Language,
  { policy, elements }: Pick<PageContext, "policy" | "elements">,
): PageContext {
  const up = folderOf[language] ? "../" : "";
  return {
    page,
    language,
    messages: messages[language],
    policy,
    elements,
    t: (text) => textIn(language, text),
    to: (name, fragment) => `${name === page && fragment ? "" : `${name}.html`}${fragment ? `#${fragment}` : ""}`,
    file: (path) => `${up}${path}`,
  };
}
