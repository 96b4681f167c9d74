/** What this is, for somebody who has never heard of it: in a sentence, as examples that run, in figures, and to take along. */

import { aboutMessagesIn, figures, type Figure, type Sample, samples } from "../messages/about/index.js";
import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import type { Language, PageName } from "../site.js";

/** The page behind each example. */
const behind: Record<Sample, PageName> = { wizard: "index", clock: "calculator", chart: "report", check: "policy" };

export function AboutPage({ context }: { context: PageContext }) {
  const { file, language, to } = context;
  const messages = aboutMessagesIn(language);
  const { readers, samples: words, portal } = messages;
  const pageOf = { customers: "index", managers: "report", developers: "embed", authors: "builder" } as const;
  return (
    <Shell
      context={context}
      title={messages.title}
      summary={messages.summary}
      live
      styles={["about.css"]}
      scripts={["scripts/about.js"]}
    >
      <div class="wide">
        <div class="hero">
          <h1>{messages.heading}</h1>
          <p class="lead">{messages.lead}</p>
        </div>
        <section aria-labelledby="readers">
          <h2 id="readers">{readers.heading}</h2>
          <ul class="cards">
            {(["customers", "managers", "developers", "authors"] as const).map((id) => (
              <li>
                <h3>{readers.list[id].who}</h3>
                <p>{readers.list[id].text}</p>
                <p>
                  <a href={to(pageOf[id])}>{readers.list[id].link}</a>
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="samples">
          <h2 id="samples">{words.heading}</h2>
          <div class="samples">
            {samples.map((id) => (
              <section class={`sample sample-${id}`} aria-labelledby={`sample-${id}`}>
                <h3 id={`sample-${id}`}>{words[id].heading}</h3>
                <p>{words[id].text}</p>
                <div class="running">
                  <Running context={context} sample={id} />
                </div>
                <p class="more">
                  <a href={to(behind[id])}>{words[id].more}</a>
                </p>
              </section>
            ))}
          </div>
        </section>
        <section class="portal" aria-labelledby="portal">
          <h2 id="portal">{portal.heading}</h2>
          <p>{portal.text}</p>
          <p>
            <a class="button primary" href={file(language === "en" ? "portal/en.html" : "portal/index.html")}>
              {portal.open}
            </a>
          </p>
        </section>
        <Figures context={context} />
        <Download context={context} />
      </div>
    </Shell>
  );
}

/** An example, and the text in its place without JavaScript. */
function Running({ context, sample }: { context: PageContext; sample: Sample }) {
  const { language, weeks, to } = context;
  const messages = aboutMessagesIn(language);
  switch (sample) {
    case "wizard":
      return (
        <slo-wizard lang={language} permalink="off" clauses={`${to("description")}#`}>
          <span slot="urgent" />
          <p>{messages.static.wizard}</p>
        </slo-wizard>
      );
    case "clock":
      return (
        <slo-clock
          lang={language}
          tier="premium"
          severity="critical"
          clauses={`${to("description")}#`}
          data-minutes="8"
        >
          <p>{messages.static.clock}</p>
        </slo-clock>
      );
    case "chart": {
      const sum = (of: "met" | "missed") => weeks.reduce((total, week) => total + week[of], 0);
      const cases = sum("met") + sum("missed");
      const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
      const number = new Intl.NumberFormat(language);
      return (
        <div id="chart" data-weeks={JSON.stringify(weeks)}>
          <p>{messages.static.chart(share.format(sum("met") / cases), number.format(cases), weeks.length)}</p>
        </div>
      );
    }
    case "check":
      return (
        <div id="check">
          <label class="label" for="about-policy">
            {messages.policy}
          </label>
          <textarea id="about-policy" rows={12} spellcheck={false} autocomplete="off" wrap="off">
            {policyWithGap(language)}
          </textarea>
          <div id="about-findings" aria-live="polite">
            <p>{messages.static.check}</p>
          </div>
        </div>
      );
  }
}

/** The figures that the build has measured; a draft measures none. */
function Figures({ context }: { context: PageContext }) {
  const { language, measured } = context;
  const { figures: words } = aboutMessagesIn(language);
  if (measured === undefined) return null;
  const size = sizeIn(language);
  const number = new Intl.NumberFormat(language);
  const values: Record<Figure, string> = {
    page: size(measured.page),
    engine: size(measured.engine),
    requests: "0",
    questions: number.format(measured.questions),
    combinations: number.format(measured.combinations),
  };
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words.heading}</h2>
      <p>{words.text}</p>
      <dl class="figures">
        {figures.map((id) => (
          <div>
            <dt>{words[id]}</dt>
            <dd>{values[id]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The package of this version; a draft has none. */
function Download({ context }: { context: PageContext }) {
  const { archive, file, language } = context;
  const { download } = aboutMessagesIn(language);
  if (archive === undefined) return null;
  return (
    <section aria-labelledby="download">
      <h2 id="download">{download.heading}</h2>
      <p>{download.text}</p>
      <p>
        <a class="button primary" href={file(`download/${archive.name}`)} download>
          {download.file(archive.name, sizeIn(language)(archive.size))}
        </a>
      </p>
      <p>{download.install}</p>
      <pre tabIndex={0}>
        <code>{`npm install ./${archive.name}`}</code>
      </pre>
      <p>
        {download.digest} <code>{archive.digest}</code>
      </p>
      <p>{download.licence}</p>
    </section>
  );
}

/** Writes bytes in kilobytes or megabytes, with a no-break space. */
function sizeIn(language: string): (bytes: number) => string {
  return (bytes) => {
    const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
    const format = new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 });
    return format.format(bytes / (bytes < 1_000_000 ? 1_000 : 1_000_000)).replaceAll(" ", "\u00a0");
  };
}

/** Texts of the policy that the example checks. */
const orders: Record<Language, Record<"title" | "level" | "meaning" | "question" | "no" | "some", string>> = {
  "fr-CA": {
    title: "Nos commandes",
    level: "Urgent",
    meaning: "Les commandes n’entrent plus.",
    question: "Les commandes entrent-elles?",
    no: "Aucune",
    some: "Quelques-unes",
  },
  en: {
    title: "Our orders",
    level: "Urgent",
    meaning: "No order gets through.",
    question: "Do orders get through?",
    no: "None",
    some: "Some",
  },
};

/** Returns a policy with one gap, short enough for a glance. */
function policyWithGap(language: Language): string {
  const text = (name: keyof (typeof orders)["en"]) => `{ "${language}": "${orders[language][name]}" }`;
  return `{
  "id": "orders", "version": "1", "languages": ["${language}"],
  "title": ${text("title")},
  "severities": [{ "id": "urgent",
    "name": ${text("level")},
    "definition": ${text("meaning")} }],
  "questions": [{ "id": "orders",
    "text": ${text("question")},
    "options": [
      { "id": "no", "text": ${text("no")} },
      { "id": "some", "text": ${text("some")} }] }],
  "classification": { "rules": [
    { "id": "r1", "when": { "orders": ["no"] }, "severity": "urgent" }] }
}`;
}
