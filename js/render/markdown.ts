/** Blocks as Markdown (GitHub's, for tables). The texts of a policy never become markup. */

import { anchorOf, type Block, type Phrase, type Run } from "./blocks.js";
import type { Setting } from "./html.js";

/** Blocks as Markdown, an empty line between them. */
export const markdownOf = (blocks: readonly Block[], setting: Setting): string =>
  blocks.map((block) => one(block, setting)).join("\n\n");

function one(block: Block, setting: Setting): string {
  const words = (phrase: Phrase) => phrase.map((run) => textOf(run, setting)).join("");
  switch (block.kind) {
    case "heading": {
      const aside = block.aside === undefined ? "" : `, ${escaped(block.aside)}`;
      return `${"#".repeat(Math.min(6, setting.level + block.depth))} ${anchor(block.anchor)}${escaped(block.text)}${aside}`;
    }
    case "paragraph":
      return atStart(words(block.text));
    case "list":
      return block.items.map((item) => `- ${atStart(words(item))}`).join("\n");
    case "table": {
      const rows = [
        block.head.map(escaped),
        ...block.rows.map(({ head, cells }) => [words(head), ...cells.map(({ text }) => words(text))]),
      ];
      const widths = block.head.map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
      const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
      const [head = [], ...rest] = rows;
      const table = [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rest.map(line)].join(
        "\n",
      );
      return block.caption === null ? table : `**${escaped(block.caption)}**\n\n${table}`;
    }
    case "statements":
      return block.items
        .map(({ id, name, text, notes }) => {
          const title = name === undefined ? "" : `${bold(`${words(name)}.`)} `;
          const rest = notes.length === 0 ? "" : ` _(${escaped(notes.join("; "))})_`;
          return `- ${anchor(anchorOf(id))}**${escaped(id)}** ${title}${words(text)}${rest}`;
        })
        .join("\n");
    case "entries":
      return block.entries
        .map(
          ({ anchor: id, term, text }) =>
            `- ${id === undefined ? "" : anchor(id)}${bold(words(term))}\n\n  ${words(text)}`,
        )
        .join("\n\n");
  }
}

function textOf(run: Run, { href }: Setting): string {
  if (typeof run === "string") return escaped(run);
  if ("link" in run) return linked(run.text, run.link);
  if ("aside" in run) return ` (${escaped(run.aside)})`;
  if ("severity" in run) return escaped(run.text);
  const target = href(run.clause);
  return target === null ? escaped(run.clause) : linked(run.clause, target);
}

const bold = (text: string): string => `**${text}**`;

const linked = (text: string, href: string): string =>
  `[${escaped(text)}](${href.replaceAll(/[\s()<>\\]/g, (each) => `%${each.charCodeAt(0).toString(16).padStart(2, "0")}`)})`;

/** An anchor that Markdown lets through as HTML. */
const anchor = (id: string): string => `<a id="${id.replaceAll(/[&"<>]/g, (each) => `&#${each.charCodeAt(0)};`)}"></a>`;

/** Escapes the characters that have a meaning inside a line of Markdown. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/[\\`*[\]<>|~]/g, "\\$&")
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replaceAll(/&(?=#?\w+;)/g, "\\&");

/** Escapes the characters that have a meaning at the start of a line only. */
const atStart = (line: string): string => line.replace(/^([#+=-]|\d+[.)])/, (mark) => mark.replace(/.$/, "\\$&"));
