/** The page around the content: head, header with navigation and languages, footer. */

import type { ComponentChildren } from "preact";
import { casePages, folderOf, languages, mainPages, otherPages } from "../site.js";
import { messagesIn, type PageContext } from "./context.js";
import { Logo } from "./parts.js";

interface ShellProps {
  context: PageContext;
  title: string;
  summary: string;
  /** Whether the page uses the elements. */
  live?: boolean;
  /** Scripts of its own, as modules. */
  scripts?: string[];
  /** Style sheets of its own. */
  styles?: string[];
  children: ComponentChildren;
}

/** A whole page, from html to footer. */
export function Shell({ context, title, summary, live = false, scripts = [], styles = [], children }: ShellProps) {
  const { file, language, messages, page } = context;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – case-slo`}</title>
        <meta name="description" content={summary} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14181d" media="(prefers-color-scheme: dark)" />
        <link rel="icon" type="image/svg+xml" href={file("favicon.svg")} />
        {["site.css", ...styles].map((path) => (
          <link rel="stylesheet" href={file(path)} />
        ))}
        {context.address &&
          languages.map((other) => (
            <link rel="alternate" hreflang={other} href={`${context.address}${folderOf[other]}${page}.html`} />
          ))}
        {["scripts/case.js", ...scripts].map((path) => (
          <script type="module" src={file(path)} />
        ))}
        {live && <Elements context={context} />}
      </head>
      <body class={`page-${page}`}>
        <a class="skip" href="#content">
          {messages.site.skipToContent}
        </a>
        <Header context={context} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} />
      </body>
    </html>
  );
}

/** Loads the elements and preloads their imports, so that the browser fetches them at the same time. */
function Elements({ context: { elements, file } }: { context: PageContext }) {
  return (
    <>
      {elements.entries.map((path) => (
        <script type="module" src={file(path)} />
      ))}
      {elements.modules.map((path) => (
        <link rel="modulepreload" href={file(path)} />
      ))}
      <link rel="preload" as="fetch" crossorigin="anonymous" href={file(elements.engine)} />
    </>
  );
}

/** Address of the same page in another language, relative to this one. */
function addressIn(language: (typeof languages)[number], { page, file }: PageContext): string {
  return file(`${folderOf[language]}${page}.html`);
}

function Header({ context }: { context: PageContext }) {
  const { language, messages, page, to } = context;
  return (
    <header class="masthead">
      <div class="masthead-row">
        <a class="wordmark" href={to("index")} data-keeps-case>
          <Logo />
          case-slo
        </a>
        <nav class="pages" aria-label={messages.site.navigation}>
          <ul>
            {mainPages.map((name) => (
              <li>
                <a
                  href={to(name)}
                  aria-current={name === page ? "page" : undefined}
                  data-keeps-case={casePages.includes(name) || undefined}
                >
                  {messages.site.pages[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav class="languages" aria-label={messages.site.languages}>
          <ul>
            {languages.map((other) => (
              <li>
                <a
                  href={addressIn(other, context)}
                  lang={other}
                  hreflang={other}
                  aria-current={other === language ? "true" : undefined}
                  data-keeps-hash
                >
                  {messagesIn(other).languageName}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function Footer({ context: { messages, page, policy, t, to } }: { context: PageContext }) {
  const { source } = policy;
  return (
    <footer class="colophon">
      <p>{messages.site.standing((words) => (source?.href ? <a href={source.href}>{words}</a> : words))}</p>
      <p>{messages.site.privacy}</p>
      <p class="edition">
        {t(policy.title)}, {policy.version}
      </p>
      {otherPages.map((name) => (
        <p>
          <a href={to(name)} aria-current={page === name ? "page" : undefined}>
            {messages.site.pages[name]}
          </a>
        </p>
      ))}
    </footer>
  );
}
