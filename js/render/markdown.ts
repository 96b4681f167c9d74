/** Blocks as Markdown (GitHub's, for tables). The texts of a policy never become markup. */

import { markdownLine, markdownText } from "../text/markdown.js";
import { anchorOf, type Block, type Phrase, type Run } from "./blocks.js";
import type { Setting } from "./html.js";

/** Writes blocks as Markdown, with an empty line between them. */
export const markdownOf = (blocks: readonly Block[], setting: Setting): string =>
  blocks.map((block) => one(block, setting)).join("\n\n");

function one(block: Block, setting: Setting): string {
  const words = (phrase: Phrase) => phrase.map((run) => textOf(run, setting)).join("");
  switch (block.kind) {
    case "heading": {
      const aside = block.aside === undefined ? "" : `, ${markdownText(block.aside)}`;
      return `${"#".repeat(Math.min(6, setting.level + block.depth))} ${anchor(block.anchor)}${markdownText(block.text)}${aside}`;
    }
    case "paragraph":
      return markdownLine(words(block.text));
    case "list":
      return block.items.map((item) => `- ${markdownLine(words(item))}`).join("\n");
    case "table": {
      const rows = [
        block.head.map(markdownText),
        ...block.rows.map(({ head, cells }) => [words(head), ...cells.map(({ text }) => words(text))]),
      ];
      const widths = block.head.map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
      const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
      const [head = [], ...rest] = rows;
      const table = [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rest.map(line)].join(
        "\n",
      );
      return block.caption === null ? table : `**${markdownText(block.caption)}**\n\n${table}`;
    }
    case "statements":
      return block.items
        .map(({ id, name, text, notes }) => {
          const title = name === undefined ? "" : `${bold(`${words(name)}.`)} `;
          const rest = notes.length === 0 ? "" : ` _(${markdownText(notes.join("; "))})_`;
          return `- ${anchor(anchorOf(id))}**${markdownText(id)}** ${title}${words(text)}${rest}`;
        })
        .join("\n");
    case "entries":
      return block.entries
        .map(({ anchor: id, term, text }) =>
          `- ${id === undefined ? "" : anchor(id)}${bold(words(term))}\n\n  ${words(text)}`.trimEnd(),
        )
        .join("\n\n");
  }
}

function textOf(run: Run, { href }: Setting): string {
  if (typeof run === "string") return markdownText(run);
  if ("link" in run) return linked(run.text, run.link);
  if ("aside" in run) return ` (${markdownText(run.aside)})`;
  if ("severity" in run) return markdownText(run.text);
  const target = href(run.clause);
  return target === null ? markdownText(run.clause) : linked(run.clause, target);
}

const bold = (text: string): string => `**${text}**`;

const linked = (text: string, href: string): string =>
  `[${markdownText(text)}](${href.replaceAll(/[\s()<>\\]/g, (each) => `%${each.charCodeAt(0).toString(16).padStart(2, "0")}`)})`;

/** Writes an anchor, as HTML that Markdown permits. */
const anchor = (id: string): string => `<a id="${id.replaceAll(/[&"<>]/g, (each) => `&#${each.charCodeAt(0)};`)}"></a>`;
