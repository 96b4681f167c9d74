/** The page around the content: head, header with navigation and languages, footer. */

import type { ComponentChildren } from "preact";
import { casePages, folderOf, type Language, languages, type PageName, readers } from "../site.js";
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
  /** Style sheets of elements that the page contains already rendered. */
  elementStyles?: string[];
  children: ComponentChildren;
}

/** A whole page, from html to footer. */
export function Shell({
  context,
  title,
  summary,
  live = false,
  scripts = [],
  styles = [],
  elementStyles = [],
  children,
}: ShellProps) {
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
        {/* Before the first paint, so that its line moves nothing. */}
        <script src={file("scripts/early.js")} />
        <link rel="icon" type="image/svg+xml" href={file("favicon.svg")} />
        {["site.css", ...styles].map((path) => (
          <link rel="stylesheet" href={file(path)} />
        ))}
        {elementStyles.map((path) => (
          <link rel="preload" as="style" href={file(path)} />
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
        <Offer context={context} />
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

/** Id of the navigation, which opens as a menu on a narrow screen. */
const menu = "pages";

function Header({ context }: { context: PageContext }) {
  const { messages, to } = context;
  return (
    <header class="masthead">
      <div class="masthead-row">
        <a class="wordmark" href={to("index")} data-keeps-case>
          <Logo />
          case-slo
        </a>
        <button type="button" class="menu" popovertarget={menu}>
          {messages.site.menu}
        </button>
        <Navigation context={context} />
        <nav class="languages" aria-label={messages.site.languages}>
          <ul>
            {languages.map((each) => (
              <li>
                <LanguageLink context={context} to={each}>
                  {messagesIn(each).languageName}
                </LanguageLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** The pages by reader. On a narrow screen they are a popover, which needs no script. */
function Navigation({ context }: { context: PageContext }) {
  const { messages, page } = context;
  const { navigation, readers: names, pages: titles, close } = messages.site;
  return (
    <nav class="pages" id={menu} popover="auto" aria-label={navigation}>
      <button type="button" class="menu" popovertarget={menu} popovertargetaction="hide">
        {close}
      </button>
      <ul class="readers">
        {readers.map(({ id, pages }) => {
          const isHere = pages.some((each) => each === page);
          return (
            <li class={isHere ? "here" : undefined}>
              <PageLink context={context} page={pages[0]} current={isHere && (pages.length === 1 ? "page" : "true")}>
                {names[id]}
              </PageLink>
              {pages.length > 1 && (
                <ul>
                  {pages.map((each) => (
                    <li>
                      <PageLink context={context} page={each} current={each === page && "page"}>
                        {titles[each]}
                      </PageLink>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface PageLinkProps {
  context: PageContext;
  page: PageName;
  current?: "page" | "true" | false;
  children: ComponentChildren;
}

/** A link to a page of the same language, which takes the case along where the page is about one. */
function PageLink({ context: { to }, page, current, children }: PageLinkProps) {
  return (
    <a href={to(page)} aria-current={current || undefined} data-keeps-case={casePages.includes(page) || undefined}>
      {children}
    </a>
  );
}

/** A link to the same page in a language. */
function LanguageLink({
  context: { file, language, page },
  to,
  children,
}: {
  context: PageContext;
  to: Language;
  children: ComponentChildren;
}) {
  return (
    <a
      href={file(`${folderOf[to]}${page}.html`)}
      lang={to}
      hreflang={to}
      aria-current={to === language ? "true" : undefined}
      data-keeps-hash
    >
      {children}
    </a>
  );
}

/** Offers the page in the language of the browser, in that language. The style sheet shows it once early.js has asked the browser. */
function Offer({ context }: { context: PageContext }) {
  const other = languages.find((each) => each !== context.language);
  if (other === undefined) return null;
  return (
    <aside class="offer" lang={other} aria-label={messagesIn(other).site.offer}>
      <LanguageLink context={context} to={other}>
        {messagesIn(other).site.offer}
      </LanguageLink>
    </aside>
  );
}

function Footer({ context }: { context: PageContext }) {
  const { messages, page, policy, t } = context;
  const { source } = policy;
  return (
    <footer class="colophon">
      <p>{messages.site.standing((words) => (source?.href ? <a href={source.href}>{words}</a> : words))}</p>
      <p>{messages.site.privacy}</p>
      <p class="edition">
        {t(policy.title)}, {policy.version}
      </p>
      <p>
        <PageLink context={context} page="about" current={page === "about" && "page"}>
          {messages.site.pages.about}
        </PageLink>
      </p>
    </footer>
  );
}
