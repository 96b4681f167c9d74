/** Pages on a disk, held to the policy or brought up to date. */

import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";

import { loadPolicy, type Policy } from "../../node.js";
import type { Subject } from "../../render/subject.js";
import { UsageError } from "../command.js";
import { counted, print, safe } from "../output.js";
import { firstDifference } from "./compare.js";
import { fallbacksOf, wrongTimes } from "./fallbacks.js";
import { partNamed, passage, subjectIn } from "./passage.js";
import { allParts, type Flaw, type Passage, passageOptions, passagesOf, withoutCode } from "./passages.js";

/** A page, and what it says. */
interface Page {
  path: string;
  text: string;
  isMarkdown: boolean;
}

/** Tells where pages disagree with the policy; exit code 1 where one does. */
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
    `${counted(files, "page")}: ${counted(passages, "passage")} and ${counted(elements, "element")} checked, ${flawed === 0 ? "nothing disagrees" : counted(flawed, "disagreement")}`,
  );
  return flawed === 0 ? 0 : 1;
}

/** Writes every passage anew, and says which pages changed; exit code 1 where a passage cannot be written. */
export async function writeFiles(paths: readonly string[], policy: Policy): Promise<0 | 1> {
  const policies = new Policies(policy);
  let failed = false;
  for (const page of await pagesIn(paths)) {
    const { passages, flaws } = passagesOf(page.text, page.isMarkdown);
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
  const { passages, flaws } = passagesOf(page.text, page.isMarkdown);
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
  // A passage has been checked whole; so have the elements that it stands in.
  const inPassage = (from: number, to: number) => passages.some((each) => each.at < to && each.to > from);
  const elements = fallbacksOf(withoutCode(page.text, page.isMarkdown)).filter(
    ({ from, content }) => !inPassage(from, from + content.length),
  );
  for (const each of elements) {
    const subject = await attempt(() =>
      policies.of(page, each.attributes["policy"], each.attributes["lang"] ?? languageOf(page.text)),
    );
    if ("message" in subject) flaws.push({ at: each.at, message: subject.message });
    else flaws.push(...wrongTimes(subject, each));
  }
  return { flaws: flaws.sort((one, other) => one.at - other.at), passages: passages.length, elements: elements.length };
}

/** The policies that pages name, each read once. */
class Policies {
  readonly #read = new Map<string, Policy>();

  constructor(private readonly given: Policy) {}

  /** What a passage has to say. */
  async passage(page: Page, { parts, options }: Passage): Promise<string> {
    if (parts.length === 0) throw new UsageError(`this passage names no part: ${allParts}`);
    const unknown = Object.keys(options).find((name) => !passageOptions.some((known) => known === name));
    if (unknown !== undefined)
      throw new UsageError(`a passage has no option "${unknown}": ${passageOptions.join(", ")}`);
    const level = Number(options["level"] ?? 2);
    if (!Number.isInteger(level) || level < 1 || level > 6)
      throw new UsageError(`the level of headings is 1 to 6: "${options["level"]}"`);
    const subject = await this.of(page, options["policy"], options["lang"]);
    const format = page.isMarkdown ? "markdown" : "html";
    return passage(subject, parts.map(partNamed), { format, clauses: options["clauses"] ?? null, level });
  }

  /** A policy beside the page, or one inside it ("#id"), in a language; without a name the one that was given. */
  async of({ path, text }: Page, name: string | undefined, language: string | undefined): Promise<Subject> {
    if (!name) return subjectIn(this.given, nearestTag(this.given, language));
    const address = name.startsWith("#") ? `${path}${name}` : resolve(dirname(path), name);
    let policy = this.#read.get(address);
    if (policy === undefined) {
      policy = loadPolicy(name.startsWith("#") ? inside(text, name.slice(1)) : await readFile(address, "utf8"));
      this.#read.set(address, policy);
    }
    return subjectIn(policy, nearestTag(policy, language));
  }
}

/** As the elements find it: the same tag, one of the same language, else as it was said. */
function nearestTag({ languages }: Policy, wanted: string | undefined): string | undefined {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0];
  if (wanted === undefined) return undefined;
  return (
    languages.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
    languages.find((tag) => primary(tag) === primary(wanted)) ??
    wanted
  );
}

/** The policy that a page carries in a script element. */
function inside(text: string, id: string): string {
  for (const [, attributes = "", content = ""] of text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    if (new RegExp(`\\bid\\s*=\\s*["']?${id.replaceAll(/[^\w-]/g, "\\$&")}["'\\s]?`).test(attributes)) return content;
  }
  throw new UsageError(`the page has no policy with the id "${id}"`);
}

const languageOf = (text: string): string | undefined => /<html\b[^>]*\blang\s*=\s*["']?([\w-]+)/i.exec(text)?.[1];

/** What is wrong with a passage is told with its place, and the others are looked at all the same. */
async function attempt<T>(body: () => Promise<T>): Promise<T | { message: string }> {
  try {
    return await body();
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

/** A passage between its comments, on lines of its own; Markdown wants empty ones around it. */
const framed = (content: string, isMarkdown: boolean): string => (isMarkdown ? `\n\n${content}\n\n` : `\n${content}\n`);

const lineOf = (text: string, at: number): number =>
  text.slice(0, at + (text.slice(at).length - text.slice(at).trimStart().length)).split("\n").length;

const kinds = new Map([
  [".html", false],
  [".htm", false],
  [".md", true],
  [".markdown", true],
]);

/** Every page among some files and folders, in the order of their names. */
async function pagesIn(paths: readonly string[]): Promise<Page[]> {
  const found: Page[] = [];
  const visit = async (path: string, isNamed: boolean): Promise<void> => {
    const kind = await stat(path).catch(() => null);
    if (kind === null) throw new UsageError(`cannot read ${path}: there is no such file`);
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
