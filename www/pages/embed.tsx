/** The embedding guide: each way with a live example, its code and its header. */

import type { Text } from "../../js/types.js";
import { examples } from "../embed/examples.js";
import { Code, element, startTag } from "../embed/code.js";
import type { ElementNotes, ExampleProps } from "../embed/example.js";
import { embedMessagesIn, partNames } from "../messages/embed/index.js";
import { typographic } from "../parts/comment.js";
import { Contents } from "../parts/parts.js";
import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import type { ElementDeclaration, ManifestEntry } from "../reference.js";
import type { ReleaseFile } from "../release.js";

export function EmbedPage({ context }: { context: PageContext }) {
  const { archive, file, language, policy, release, t, to } = context;
  const messages = embedMessagesIn(language);
  const named = (list: readonly { id: string; name?: Text; text?: Text }[] = []): [string, string][] =>
    list.map(({ id, name, text }) => [id, t(name ?? text ?? {})]);
  const given: Omit<ExampleProps, "messages" | "language"> = {
    base: file("case-slo/"),
    checkPage: to("policy"),
    offers: {
      tiers: named(policy.tiers),
      sales: named(policy.context?.find(({ id }) => id === "sale")?.options),
      severities: named(policy.severities),
    },
    elements: notesOf(context),
  };
  const parts = [
    ...partNames.map((id) => ({ id, heading: messages.parts[id].heading })),
    { id: "files", heading: messages.release.heading },
    { id: "frameworks", heading: messages.frameworks.heading },
  ];
  return (
    <Shell
      context={context}
      title={messages.title}
      summary={messages.summary}
      live
      scripts={["scripts/embed.js", "case-slo/frame-host.js"]}
      styles={["embed.css"]}
    >
      <div class="opening">
        <h1>{messages.heading}</h1>
        <p class="lead">{messages.lead}</p>
      </div>
      <Contents context={context} parts={parts} />
      <article data-given={JSON.stringify(given)}>
        {partNames.map((id) => {
          const Example = examples[id];
          return (
            <section key={id}>
              <h2 id={id}>{messages.parts[id].heading}</h2>
              {messages.parts[id].paragraphs.map((paragraph) => (
                <p>{paragraph}</p>
              ))}
              <div class="example" data-example={id}>
                <Example messages={messages} language={language} {...given} />
              </div>
            </section>
          );
        })}
        <section>
          <h2 id="files">{messages.release.heading}</h2>
          {messages.release.paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          {archive && (
            <>
              <p>
                <a class="button primary" href={file(`download/${archive.name}`)} download>
                  {messages.release.download(
                    archive.name,
                    `${(archive.size / 1e6).toLocaleString(language, { maximumFractionDigits: 1 })}\u00a0${language === "en" ? "MB" : "Mo"}`,
                  )}
                </a>
              </p>
              <CodeHere context={context} label={messages.release.install} text={`npm install ./${archive.name}`} />
            </>
          )}
          <Release context={context} files={release} />
          <p>{messages.release.disk}</p>
        </section>
        <section>
          <h2 id="frameworks">{messages.frameworks.heading}</h2>
          {messages.frameworks.paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          <p>
            {messages.frameworks.portal((words) => (
              <a href={file(language === "en" ? "portal/en.html" : "portal/index.html")}>{words}</a>
            ))}
          </p>
          <p>
            {messages.frameworks.oneFile((words) => (
              <a href={to("builder")}>{words}</a>
            ))}
          </p>
          <p>{messages.frameworks.docs(<code>docs/embedding.md</code>)}</p>
        </section>
      </article>
    </Shell>
  );
}

/** The elements by the manifest; a draft knows only those that the page defines. */
function notesOf({ reference }: PageContext): ElementNotes[] {
  const drafted = ["wizard", "calculator", "table"].map((name) => ({ tagName: `slo-${name}`, description: "" }));
  const all: ElementDeclaration[] = reference?.elements ?? drafted;
  const briefly = (list: ManifestEntry[] = []) =>
    list.map(({ name, description, type }) => ({
      name,
      description: typographic(description),
      ...(type && { type: type.text }),
    }));
  return all
    .filter(({ tagName }) => tagName !== "slo-frame")
    .map(({ tagName, attributes, events }) => ({ tagName, attributes: briefly(attributes), events: briefly(events) }))
    .sort((one, other) => order.indexOf(other.tagName) - order.indexOf(one.tagName));
}

/** Elements that are offered first, the last one before the others. */
const order = ["slo-clock", "slo-table", "slo-calculator", "slo-wizard"];

/** Code outside the examples; the script starts its button. */
function CodeHere({ context, label, text }: { context: PageContext; label: string; text: string }) {
  return (
    <div class="example" data-code={JSON.stringify({ label, text })}>
      <Code messages={embedMessagesIn(context.language)} label={label} text={text} />
    </div>
  );
}

/** Each file with its digest, and the tag that names the first. */
function Release({ context, files }: { context: PageContext; files: readonly ReleaseFile[] }) {
  const messages = embedMessagesIn(context.language);
  const { release } = messages;
  const size = new Intl.NumberFormat(context.language, { style: "unit", unit: "kilobyte", maximumFractionDigits: 1 });
  const [first] = files;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={release.caption}>
        <table class="release">
          <caption>{release.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{release.file}</th>
              <th scope="col">{release.size}</th>
              <th scope="col">{release.digest}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, size: bytes, digest }) => (
              <tr>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td class="figure">{size.format(bytes / 1_000).replaceAll(" ", "\u00a0")}</td>
                <td>
                  <code>{digest}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {first && (
        <CodeHere
          context={context}
          label={messages.example.page}
          text={[
            `${startTag("script", { src: `https://cdn.example.com/${first.name}`, integrity: first.digest, crossorigin: "anonymous" })}</script>`,
            element("slo-wizard", {}),
          ].join("\n")}
        />
      )}
    </>
  );
}
