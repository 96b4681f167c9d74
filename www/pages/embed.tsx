/** The embedding guide: each way with a live example, its code and its header. */

import type { Text } from "../../js/types.js";
import { examples } from "../embed/examples.js";
import { Code, element, startTag } from "../embed/code.js";
import type { ExampleProps } from "../embed/example.js";
import { embedMessagesIn, partNames } from "../messages/embed/index.js";
import { Contents } from "../parts/parts.js";
import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import type { ReleaseFile } from "../release.js";

export function EmbedPage({ context }: { context: PageContext }) {
  const { file, language, policy, release, t, to } = context;
  const messages = embedMessagesIn(language);
  const named = (list: readonly { id: string; name?: Text; text?: Text }[] = []): [string, string][] =>
    list.map(({ id, name, text }) => [id, t(name ?? text ?? {})]);
  const given: Omit<ExampleProps, "messages" | "language"> = {
    base: file("case-slo/"),
    checkPage: to("policy"),
    offers: { tiers: named(policy.tiers), sales: named(policy.context?.find(({ id }) => id === "sale")?.options) },
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
          <Release context={context} files={release} />
          <p>{messages.release.disk}</p>
        </section>
        <section>
          <h2 id="frameworks">{messages.frameworks.heading}</h2>
          {messages.frameworks.paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          <p>{messages.frameworks.docs(<code>docs/embedding.md</code>)}</p>
        </section>
      </article>
    </Shell>
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
        <div class="example">
          <Code
            messages={messages}
            label={messages.example.page}
            text={[
              `${startTag("script", { src: `https://cdn.example.com/${first.name}`, integrity: first.digest, crossorigin: "anonymous" })}</script>`,
              element("slo-wizard", {}),
            ].join("\n")}
          />
        </div>
      )}
    </>
  );
}
