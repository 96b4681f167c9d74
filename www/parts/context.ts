/** Context of the parts of a page: language, messages, policy, and links. */

import type { renderShadow } from "../../js/ssr/index.js";
import type { PolicyDocument } from "../../js/document.js";
import type { Setting } from "../../js/render/html.js";
import type { Subject } from "../../js/render/blocks.js";
import type { Text, Week } from "../../js/types.js";
import { folderOf, type Language, type PageName, textIn } from "../site.js";
import { en } from "../messages/en.js";
import { frCA } from "../messages/fr-CA.js";
import type { Messages } from "../messages/messages.js";
import type { Reference } from "../reference.js";
import type { ReleaseFile } from "../release.js";
const messages: Record<Language, Messages> = { "fr-CA": frCA, en };

/** Bytes of brotli of everything that the wizard's page loads, and of its engine; the questions at most, and the combinations of answers. */
export interface Measured {
  page: number;
  engine: number;
  questions: number;
  combinations: number;
}

/** One page in one language. */
export interface PageContext {
  page: PageName;
  language: Language;
  messages: Messages;
  policy: PolicyDocument;
  /** The policy as the subject of a document, like that of `case-slo render`. */
  subject: Subject;
  setting: Setting;
  /** A text of the policy in the page's language. */
  t: (text: Text) => string;
  /** Relative address of a page in the same language. */
  to: (page: PageName, fragment?: string) => string;
  /** Returns the relative address of a file of the site. */
  file: (path: string) => string;
  /** Address of the site, with a slash at the end; empty if it is not set. */
  address: string;
  /** Modules of the package that the page loads, relative to the root of the site: its entries, and their imports. */
  elements: { entries: string[]; modules: string[]; engine: string };
  /** The declarations and the elements of the package; undefined in a draft. */
  reference: Reference | undefined;
  /** The self-contained scripts of the package. */
  release: readonly ReleaseFile[];
  /** Attainment by week of a made-up log. */
  weeks: readonly Week[];
  /** Renders the shadow tree of an element, as a server does, so that it can be seen before scripts run. */
  shadowOf: typeof renderShadow;
  /** Figures of this build; undefined in a draft. */
  measured: Measured | undefined;
  /** The package of this version, in the folder download/; undefined in a draft. */
  archive: ReleaseFile | undefined;
}

/** The messages of a language. */
export const messagesIn = (language: Language): Messages => messages[language];

/** Parts of a context that do not follow from the page and its language. */
type Supplied =
  | "policy"
  | "subject"
  | "reference"
  | "release"
  | "elements"
  | "address"
  | "weeks"
  | "shadowOf"
  | "measured"
  | "archive";

/** Returns everything that a page needs. Addresses are relative, so that the site can be hosted under any path. */
export function contextOf(page: PageName, language: Language, supplied: Pick<PageContext, Supplied>): PageContext {
  const up = folderOf[language] ? "../" : "";
  const to: PageContext["to"] = (name, fragment) =>
    `${name === page && fragment ? "" : `${name}.html`}${fragment ? `#${fragment}` : ""}`;
  const { linkTo } = supplied.subject.words.clauses;
  return {
    ...supplied,
    page,
    language,
    messages: messages[language],
    setting: { level: 2, href: (clause) => to("description", clause), linkTo },
    t: (text) => textIn(language, text),
    to,
    file: (path) => `${up}${path}`,
  };
}
