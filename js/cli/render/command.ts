/** `case-slo render`: prints a policy as a document, or compares and updates pages on a disk (`--check`, `--write`). */

import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";

import { loadPolicy, type Policy } from "../../node.js";
import type { Subject } from "../../render/blocks.js";
import { nearestTag } from "../../text/lookup.js";
import { command, UsageError } from "../command.js";
import { readPolicy } from "../input.js";
import { counted, print, printFile, safe } from "../output.js";
import { wrongTimes } from "./fallbacks.js";
import { contentOf, type Flaw, type Page, type Passage } from "./page.js";
import { partList, formats, page, partNamed, passage, type RenderFormat, subjectIn } from "./passage.js";

export const renderCommand = command({
  name: "render",
  summary: "print a policy as a document, or check that pages agree with it",
  usage:
    "[policy.json|-] [--lang <tag>] [--format html|markdown] [--part <name>]… | [policy.json|-] --check|--write <file or folder>…",
  count: [0, 1],
  details: [
    `Default: the reference policy. The parts are ${partList}.`,
    "A page marks a passage with <!-- case-slo render objectives lang=en --> and <!-- case-slo end -->: --check compares",
    "it with the policy, --write writes it.",
  ],
  options: {
    lang: { value: "tag", help: "a language of the policy; default: its first" },
    format: { value: "name", help: "html or markdown; default: html" },
    part: { value: "name", many: true, help: "print only this part, without its heading" },
    clauses: { value: "href", help: "prefix of links to clauses; default: # in a whole document, no links in a part" },
    check: { value: "path", many: true, help: "fail if a page differs from the policy" },
    write: { value: "path", many: true, help: "update the passages of a page" },
  },
  async run(values, positionals) {
    const { check, write, ...forOne } = values;
    if (check !== undefined || write !== undefined) {
      if (check !== undefined && write !== undefined) throw new UsageError("choose either --check or --write");
      if (Object.keys(forOne).length > 0)
        throw new UsageError("--check and --write take no other options: passages name their own language and parts");
      const policy = await readPolicy(positionals[0]);
      return check === undefined ? writeFiles(write ?? [], policy) : checkFiles(check, policy);
    }
    const format = formatOf(values.format ?? "html");
    const parts = values.part?.map(partNamed);
    const policy = await readPolicy(positionals[0]);
    const subject = subjectIn(policy, values.lang);
    const { clauses } = values;
    printFile(
      parts === undefined
        ? page(subject, format, clauses ?? "#")
        : passage(subject, parts, { format, clauses: clauses ?? null, level: 2 }),
    );
    return 0;
  },
});

function formatOf(name: string): RenderFormat {
  const found = formats.find((format) => format === name);
  if (found === undefined) throw new UsageError(`unknown format "${name}"; the formats are ${formats.join(", ")}`);
  return found;
}

/** Options of a passage's comment. */
const passageOptions: readonly string[] = ["lang", "policy", "clauses", "level"];

/** Lists the differences between pages and the policy. The exit code is 1 if there is one. */
export async function checkFiles(paths: readonly string[], policy: Policy): Promise<0 | 1> {
  const policies = new Policies(policy);
  let [flawed, passages, elements, files] = [0, 0, 0, 0];
  for (const page of await pagesIn(paths)) {
    const checked = await checkPage(page, policies);
    for (const { at, message } of checked.flaws) print(safe(`${page.path}:${lineOf(page.text, at)}: ${message}`));
    [flawed, passages, elements, files] = [
      flawed + checked.flaws.length,
      passages + checked.passages,
      elements + checked.elements,
      files + 1,
    ];
  }
  print(
    `${counted(files, "page")}: ${counted(passages, "passage")} and ${counted(elements, "element")} checked, ${flawed === 0 ? "no disagreements" : counted(flawed, "disagreement")}`,
  );
  return flawed === 0 ? 0 : 1;
}

/** Writes every passage and lists the pages that changed. The exit code is 1 if a passage cannot be written. */
export async function writeFiles(paths: readonly string[], policy: Policy): Promise<0 | 1> {
  const policies = new Policies(policy);
  let failed = false;
  for (const page of await pagesIn(paths)) {
    const { passages, flaws } = contentOf(page);
    const pieces: string[] = [];
    let from = 0;
    for (const each of passages) {
      const wanted = await attempt(() => policies.passage(page, each));
      if (typeof wanted !== "string") flaws.push({ at: each.at, message: wanted.message });
      else pieces.push(page.text.slice(from, each.from), framed(wanted, page.isMarkdown));
      if (typeof wanted === "string") from = each.to;
    }
    const text = pieces.join("") + page.text.slice(from);
    for (const { at, message } of flaws) print(safe(`${page.path}:${lineOf(page.text, at)}: ${message}`));
    failed ||= flaws.length > 0;
    if (text === page.text) continue;
    await writeFile(page.path, text);
    print(`${safe(page.path)}: written`);
  }
  return failed ? 1 : 0;
}

async function checkPage(
  page: Page,
  policies: Policies,
): Promise<{ flaws: Flaw[]; passages: number; elements: number }> {
  const { passages, flaws, fallbacks, language } = contentOf(page);
  for (const each of passages) {
    const wanted = await attempt(() => policies.passage(page, each));
    if (typeof wanted !== "string") {
      flaws.push({ at: each.at, message: wanted.message });
      continue;
    }
    const difference = firstDifference(page.text.slice(each.from, each.to), wanted);
    if (difference === null) continue;
    const { at, found, expected } = difference;
    flaws.push({ at: each.from + at, message: `the page says "${found}", the policy "${expected}"` });
  }
  // Passages are checked word by word, so elements that contain one need no second check.
  const elements = fallbacks.filter(({ from, to }) => !passages.some((each) => each.at < to && each.to > from));
  for (const each of elements) {
    const subject = await attempt(() =>
      policies.of(page, each.attributes["policy"], each.attributes["lang"] ?? language),
    );
    if ("message" in subject) flaws.push({ at: each.at, message: subject.message });
    else flaws.push(...wrongTimes(subject, each));
  }
  return { flaws: flaws.sort((one, other) => one.at - other.at), passages: passages.length, elements: elements.length };
}

/** Policies named by pages, each read once. */
class Policies {
  readonly #read = new Map<string, Policy>();

  constructor(private readonly given: Policy) {}

  /** Returns the content of a passage according to its policy. */
  async passage(page: Page, { parts, options }: Passage): Promise<string> {
    if (parts.length === 0) throw new UsageError(`this passage names no part; the parts are ${partList}`);
    const unknown = Object.keys(options).find((name) => !passageOptions.includes(name));
    if (unknown !== undefined)
      throw new UsageError(`unknown option "${unknown}" of a passage; the options are ${passageOptions.join(", ")}`);
    const level = Number(options["level"] ?? 2);
    if (!Number.isInteger(level) || level < 1 || level > 6)
      throw new UsageError(`expected a heading level from 1 to 6, found "${options["level"]}"`);
    const subject = await this.of(page, options["policy"], options["lang"]);
    const format = page.isMarkdown ? "markdown" : "html";
    return passage(subject, parts.map(partNamed), { format, clauses: options["clauses"] ?? null, level });
  }

  /**
   * Returns the policy with this name (a file beside the page, or "#id" in it) in a language; default: the policy of the
   * command.
   */
  async of(page: Page, name: string | undefined, language: string | undefined): Promise<Subject> {
    if (!name) return subjectIn(this.given, languageOf(this.given, language));
    const address = name.startsWith("#") ? `${page.path}${name}` : resolve(dirname(page.path), name);
    let policy = this.#read.get(address);
    if (policy === undefined) {
      policy = loadPolicy(name.startsWith("#") ? policyInPage(page, name.slice(1)) : await readFile(address, "utf8"));
      this.#read.set(address, policy);
    }
    return subjectIn(policy, languageOf(policy, language));
  }
}

/** Returns the language of the policy that an element would choose; the wanted one if the policy has none like it. */
const languageOf = ({ languages }: Policy, wanted: string | undefined): string | undefined =>
  wanted === undefined ? undefined : (nearestTag(wanted, languages) ?? wanted);

/** Returns the text of the policy in a script element of a page. */
function policyInPage(page: Page, id: string): string {
  const found = contentOf(page).scripts.get(id);
  if (found !== undefined) return found;
  throw new UsageError(`the page has no script with the ID "${id}"`);
}

/** Turns an error into a message, so that the other passages are still checked. */
async function attempt<T>(body: () => Promise<T>): Promise<T | { message: string }> {
  try {
    return await body();
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

/** Puts a passage on separate lines; Markdown needs empty lines around it. */
const framed = (content: string, isMarkdown: boolean): string => (isMarkdown ? `\n\n${content}\n\n` : `\n${content}\n`);

const lineOf = (text: string, at: number): number =>
  text.slice(0, at + (text.slice(at).length - text.slice(at).trimStart().length)).split("\n").length;

const kinds = new Map([
  [".html", false],
  [".htm", false],
  [".md", true],
  [".markdown", true],
]);

/** Finds every page in files and folders, sorted by name. */
async function pagesIn(paths: readonly string[]): Promise<Page[]> {
  const found: Page[] = [];
  const visit = async (path: string, isNamed: boolean): Promise<void> => {
    const kind = await stat(path).catch(() => null);
    if (kind === null) throw new UsageError(`cannot read ${path}: no such file`);
    if (kind.isDirectory()) {
      for (const name of (await readdir(path)).sort()) {
        if (!name.startsWith(".") && name !== "node_modules") await visit(join(path, name), false);
      }
      return;
    }
    const isMarkdown = kinds.get(extname(path).toLowerCase());
    if (isMarkdown !== undefined) found.push({ path, text: await readFile(path, "utf8"), isMarkdown });
    else if (isNamed) throw new UsageError(`cannot check ${path}: it is neither HTML nor Markdown`);
  };
  for (const path of paths) await visit(path, true);
  return found;
}

/** The first difference between two texts, as a few words of each. */
export interface Difference {
  /** Offset in the text of the page. */
  at: number;
  found: string;
  expected: string;
}

interface Word {
  text: string;
  at: number;
}

/** Number of words that are quoted. */
const quoted = 8;

/**
 * Returns the first difference between `found` and `expected`; null if there is none. No-break spaces count, other spaces do
 * not.
 */
export function firstDifference(found: string, expected: string): Difference | null {
  const [mine, theirs] = [wordsOf(found), wordsOf(expected)];
  for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1) {
    if (mine[at]?.text === theirs[at]?.text) continue;
    const some = (words: readonly Word[]) =>
      words
        .slice(at, at + quoted)
        .map(({ text }) => text)
        .join(" ");
    return { at: mine[at]?.at ?? found.length, found: some(mine), expected: some(theirs) };
  }
  return null;
}

/** Splits a text into words, tags and cells. The length of a rule in a Markdown table does not count. */
function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(/<[^<>]*>|\||[^ \t\r\n\f<>|]+/g)];
  return found.map(({ 0: word, index }) => ({
    text: word.replace(/^:?-{3,}:?$/, "---").replaceAll(/&(?:nbsp|#160|#xa0);/gi, "\u00a0"),
    at: index,
  }));
}
