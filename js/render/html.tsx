/** Blocks as HTML. The texts of a policy never become markup. */

import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";

import { shapes } from "../elements/shared/marks.js";
import { anchorOf, type Block, type Phrase, type Run, type Statement } from "./blocks.js";

/** Headings and links of the markup in a page. */
export interface Setting {
  /** Level of the headings of parts, from 1 to 5. */
  level: number;
  /** Returns the address of a clause; null if clauses are not linked. */
  href(clause: string): string | null;
  /** Returns the name of the link of a clause to itself. */
  linkTo(clause: string): string;
  /** Prefix of every anchor, for a page that contains the document in several languages; default: none. */
  anchors?: string;
}

/** Shows blocks in a page. */
export function Blocks({ blocks, setting }: { blocks: readonly Block[]; setting: Setting }) {
  return (
    <>
      {blocks.map((block) => (
        <BlockView block={block} setting={setting} />
      ))}
    </>
  );
}

/** Writes blocks as HTML, one line per block or row, so that a difference names its line. */
export function htmlOf(blocks: readonly Block[], setting: Setting): string {
  const lines = blocks.map((block) => renderToString(<BlockView block={block} setting={setting} />));
  // Text is escaped, so everything that looks like a tag is one.
  return lines
    .join("\n")
    .replaceAll(/(<\/(?:caption|thead|tr|li|dd|div)>|<(?:tbody|ul|dl|div class="clauses")>)(?=<)/g, "$1\n");
}

/** Writes a whole page around a body. */
export function htmlPage({ language, title, body }: { language: string; title: string; body: string }): string {
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
    </head>,
  );
  const opening = renderToString(<html lang={language} />).replace("</html>", "");
  return `<!doctype html>\n${opening}\n${head}\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>`;
}

function BlockView({ block, setting }: { block: Block; setting: Setting }) {
  const { anchors = "" } = setting;
  switch (block.kind) {
    case "heading": {
      const Heading = `h${Math.min(6, setting.level + block.depth)}` as "h2";
      return (
        <Heading id={`${anchors}${block.anchor}`}>
          {block.text}
          {block.aside !== undefined && <span class="alias">, {block.aside}</span>}
        </Heading>
      );
    }
    case "paragraph":
      return <p>{runs(block.text, setting)}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li>{runs(item, setting)}</li>
          ))}
        </ul>
      );
    case "table":
      return <Table block={block} setting={setting} />;
    case "statements":
      return (
        <div class="clauses">
          {block.items.map((item) => (
            <ClauseView statement={item} setting={setting} />
          ))}
        </div>
      );
    case "entries":
      return (
        <dl class={block.name}>
          {block.entries.map(({ anchor, term, text }) => (
            <div id={anchor === undefined ? undefined : `${anchors}${anchor}`}>
              <dt>{runs(term, setting)}</dt>
              <dd>{runs(text, setting)}</dd>
            </div>
          ))}
        </dl>
      );
  }
}

function Table({ block, setting }: { block: Extract<Block, { kind: "table" }>; setting: Setting }) {
  return (
    <table class={block.name}>
      {block.caption !== null && <caption>{block.caption}</caption>}
      <thead>
        <tr>
          {block.head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(({ head, cells }) => (
          <tr>
            <th scope="row">{runs(head, setting)}</th>
            {cells.map(({ text, kind }) => (
              <td class={kind}>{runs(text, setting)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Shows a clause with its id in the margin, which links to itself. */
function ClauseView({ statement: { id, name, text, notes }, setting }: { statement: Statement; setting: Setting }) {
  const anchor = `${setting.anchors ?? ""}${anchorOf(id)}`;
  return (
    <div class="clause" id={anchor}>
      <a class="clause-id" href={`#${anchor}`} aria-label={setting.linkTo(id)}>
        {id}
      </a>
      <div>
        {name !== undefined && <p class="clause-name">{runs(name, setting)}</p>}
        <p>{runs(text, setting)}</p>
        {notes.length > 0 && (
          <ul class="notes">
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

const runs = (phrase: Phrase, setting: Setting): ComponentChildren => phrase.map((run) => nodeOf(run, setting));

function nodeOf(run: Run, { href }: Setting): ComponentChildren {
  if (typeof run === "string") return run;
  if ("link" in run) return <a href={run.link}>{run.text}</a>;
  if ("aside" in run) return <span class="level"> ({run.aside})</span>;
  if ("severity" in run) {
    return (
      <span class="severity">
        <svg
          class={`mark mark-${run.severity}`}
          viewBox="0 0 16 16"
          width="16"
          height="16"
          aria-hidden="true"
          focusable="false"
        >
          <path d={shapes[Math.min(run.rank, shapes.length) - 1]} fill="currentColor" />
        </svg>{" "}
        {run.text}
      </span>
    );
  }
  const target = href(run.clause);
  return target === null ? (
    <span class="cite">{run.clause}</span>
  ) : (
    <a class="cite" href={target}>
      {run.clause}
    </a>
  );
}
