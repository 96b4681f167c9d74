/**
 * The page of `case-slo page`: the elements and the whole policy in one HTML document, in every language that is asked for. Without
 * scripts, the document of the policy can be read. The page needs no network, and its own policy in a meta tag forbids one.
 */

import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";

import { Mark } from "../elements/shared/marks.js";
import type { Policy } from "../index.js";
import type {} from "../jsx/preact.js";
import { messagesFor } from "../messages/index.js";
import { type PageMessages, pageMessagesFor, type ViewName, viewNames } from "../messages/page.js";
import { type Subject, subjectOf } from "../render/blocks.js";
import { contacts } from "../render/contacts.js";
import { Blocks, type Setting } from "../render/html.js";
import { documentOf, partNames, partOf } from "../render/parts.js";
import { pageStyles, themes } from "./styles.js";

/** The settings of a page. */
export interface PageSettings {
  /** Languages of the policy, the first one of the page first. */
  languages: readonly string[];
  /** Number of the support desk, as people write it. */
  phone?: string | undefined;
  /** IANA time zone of the times; default: that of the visitor. */
  zone?: string | undefined;
  /** What the page knows about the customer: the tier, and answers to context questions, by their ids. */
  customer?: Readonly<Record<string, string>>;
  /** Name of a theme; default: "auto". */
  theme?: string | undefined;
  /** CSS after that of the page: tokens of a brand. */
  css?: string | undefined;
  /** The logo as a data: address. */
  logo?: string | undefined;
}

/** The script of the page, with the language of the engine inside it. */
export interface PageScript {
  text: string;
  engine: "wasm" | "js";
}

/** A page in parts: for one file they stand inside, for a folder beside it. */
export interface PageParts {
  html(script: string, style: string, policy: string, root?: Record<string, string>): string;
  css: string;
}

/** Returns the markup of the page around its script and its style, and its style sheet. */
export function pageParts(policy: Policy, settings: PageSettings): PageParts {
  const [first = policy.languages[0] ?? ""] = settings.languages;
  const css = [themes[settings.theme ?? "auto"], pageStyles, settings.css ?? ""].join("\n");
  const title = subjectOf(policy, first).say(policy.toJSON().title);
  const editions = settings.languages.map((language, at) => editionOf(policy, language, at, settings));
  const body = renderToString(
    <>
      {editions}
      <script
        type="application/json"
        id="policy"
        // The only markup that ends a script begins with this character.
        dangerouslySetInnerHTML={{ __html: JSON.stringify(policy.toJSON()).replaceAll("<", "\\u003c") }}
      />
    </>,
  );
  const html: PageParts["html"] = (script, style, contentPolicy, root = {}) => {
    const head = renderToString(
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content={settings.theme === "dark" ? "dark" : "light dark"} />
        <title>{title}</title>
        <link rel="icon" href="data:," />
      </head>,
    ).replace("</head>", () => `${style}${script}</head>`);
    const opening = renderToString(<html lang={first} {...root} />).replace("</html>", "");
    return `<!doctype html>\n${opening}\n${head}\n<body>\n${body}\n</body>\n</html>\n`;
  };
  return { html, css };
}

/**
 * Returns the page as one file.
 *
 * @throws Error for a style that would end its element
 */
export async function pageFile(policy: Policy, settings: PageSettings, script: PageScript): Promise<string> {
  const { html, css } = pageParts(policy, settings);
  if (/<\/style/i.test(css)) throw new Error("a style sheet must not contain </style");
  const wasm = script.engine === "wasm" ? " 'wasm-unsafe-eval'" : "";
  const contentPolicy = `${strict}; script-src '${await digest(script.text)}'${wasm}; style-src '${await digest(css)}'; trusted-types 'none'`;
  return html(`<script>${script.text}</script>`, `<style>${css}</style>`, contentPolicy);
}

/** The part of the content security policy that a file and a folder share: no network, no form, no other document. */
export const strict =
  "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/** Returns the digest of a text for a content security policy. */
export async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

/** Returns the page in one language: what a script shows, then the document of the policy. */
function editionOf(policy: Policy, language: string, at: number, settings: PageSettings): ComponentChildren {
  const subject = subjectOf(policy, language);
  const words = pageMessagesFor(language);
  const { description, say } = subject;
  // Two languages in one page need anchors of their own.
  const anchors = at === 0 ? "" : `${language}-`;
  const setting: Setting = {
    level: 2,
    anchors,
    href: (clause) => `#${anchors}${encodeURIComponent(clause)}`,
    linkTo: subject.words.clauses.linkTo,
  };
  const parts = partNames.filter((name) => partOf(subject, name).length > 0);
  return (
    <div class="edition" lang={language} id={`${anchors}top`}>
      <header>
        <a class="skip" href={`#${anchors}content`}>
          {words.skip}
        </a>
        <div class="masthead">
          <p class="brand">
            {settings.logo !== undefined && <img src={settings.logo} alt="" />}
            <span>{say(description.title)}</span>
          </p>
          <Languages words={words} language={language} all={settings.languages} />
        </div>
        <UrgentLine subject={subject} phone={settings.phone} />
      </header>
      <template>
        <Live subject={subject} settings={settings} anchors={anchors} words={words} />
      </template>
      <div class="live" />
      <main class="document" id={`${anchors}content`} tabIndex={-1}>
        <h1>{say(description.title)}</h1>
        <p class="by-hand">{words.byHand}</p>
        <nav class="contents" aria-label={words.contents}>
          <ul>
            {parts.map((name) => (
              <li>
                <a href={`#${anchors}${name}`}>{subject.words[name].heading}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Blocks blocks={documentOf(subject, partNames)} setting={setting} />
      </main>
      <footer class="footer">
        <p>{words.edition(say(description.title), description.version)}</p>
        <p>{words.privacy}</p>
      </footer>
    </div>
  );
}

function Languages({ words, language, all }: { words: PageMessages; language: string; all: readonly string[] }) {
  if (all.length < 2) return null;
  return (
    <nav class="languages" aria-label={words.languages}>
      <ul>
        {all.map((other, at) => (
          <li>
            <a
              href={`#${at === 0 ? "" : `${other}-`}top`}
              lang={other}
              hreflang={other}
              aria-current={other === language ? "true" : undefined}
              data-language={other}
            >
              {languageName(other)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Returns the name of a language in itself. */
const languageName = (tag: string): string =>
  /^(?:fr|en)\b/i.test(tag) ? pageMessagesFor(tag).languageName : (nameOf(tag) ?? tag);

function nameOf(tag: string): string | undefined {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
  return name && name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The line above everything, which needs no script: the number to call if the service is down. */
function UrgentLine({ subject: { description, language }, phone }: { subject: Subject; phone: string | undefined }) {
  const { urgent } = messagesFor(language);
  const channel = description.channels?.find(({ kind, href }) => kind === "phone" && href !== undefined);
  const href = phone === undefined ? channel?.href : `tel:${phone.replaceAll(/[^+\d]/g, "")}`;
  const text =
    phone?.replaceAll(" ", "\u00a0") ??
    href?.replace(/^tel:/i, "").replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, "$1\u00a0$2\u00a0$3-$4");
  return (
    <p class="urgent">
      <Mark rank={1} />
      <span>
        <strong>{urgent.line(href === undefined ? null : <a href={href}>{text}</a>)}</strong> {urgent.patience}
      </span>
    </p>
  );
}

interface LiveProps {
  subject: Subject;
  settings: PageSettings;
  anchors: string;
  words: PageMessages;
}

/** The navigation and the elements, one view each. */
function Live({ subject, settings, anchors, words }: LiveProps) {
  const { description } = subject;
  const { phone, zone, theme, customer = {} } = settings;
  const { tier, ...context } = customer;
  const given = {
    policy: "#policy",
    clauses: `#${anchors}`,
    phone,
    zone,
    theme: theme === "momentum" ? theme : undefined,
    tier,
    ...Object.fromEntries(Object.entries(context).map(([id, answer]) => [`data-${id}`, answer])),
  } as const;
  const offered = viewNames.filter((name) => name !== "tiers" || (description.tiers?.length ?? 0) > 1);
  const setting: Setting = {
    level: 2,
    anchors: `${anchors}reach-`,
    href: (clause) => `#${anchors}${encodeURIComponent(clause)}`,
    linkTo: subject.words.clauses.linkTo,
  };
  const reach = contacts(subject);
  return (
    <>
      <nav class="views" aria-label={words.navigation}>
        <ul>
          {offered.map((name) => (
            <li>
              <button type="button" data-view={name}>
                {words.views[name]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <main id={`${anchors}live`} tabIndex={-1}>
        <View name="help" words={words}>
          <slo-wizard {...given}>
            {/* The page has its own urgent line, above everything. */}
            <span slot="urgent" />
          </slo-wizard>
          <button type="button" class="next" data-view="request">
            {words.prepare}
          </button>
        </View>
        <View name="request" words={words}>
          <slo-intake {...given} permalink="on" />
        </View>
        <View name="deadlines" words={words}>
          <slo-calculator {...given} />
          <section class="running" hidden>
            <h2>{words.running}</h2>
            <slo-clock {...given} />
          </section>
        </View>
        <View name="objectives" words={words}>
          <slo-table {...given} tier={undefined} />
        </View>
        {offered.includes("tiers") && (
          <View name="tiers" words={words}>
            <slo-tiers {...given} />
          </View>
        )}
        {reach.length > 0 && (
          <section class="reach">
            <h2>{subject.words.contacts.heading}</h2>
            <Blocks blocks={reach} setting={setting} />
          </section>
        )}
      </main>
    </>
  );
}

function View({
  name,
  words,
  children,
}: {
  name: Exclude<ViewName, "service">;
  words: PageMessages;
  children: ComponentChildren;
}) {
  return (
    <section class={`view view-${name}`}>
      <h1 tabIndex={-1}>{words.headings[name]}</h1>
      {children}
    </section>
  );
}
