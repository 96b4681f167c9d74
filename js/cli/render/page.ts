/** A page of HTML or Markdown, parsed: its passages between comments, and the fallback content of its elements. */

import { type DefaultTreeAdapterTypes as Tree, parse, parseFragment } from "parse5";

/** A page on a disk. */
export interface Page {
  path: string;
  text: string;
  isMarkdown: boolean;
}

/** A passage between two comments, which the policy fills. */
export interface Passage {
  /** Offset of its opening comment. */
  at: number;
  /** Offsets of its content. */
  from: number;
  to: number;
  parts: string[];
  options: Record<string, string>;
}

/** Content of an element of the package, shown until the element runs. */
export interface Fallback {
  at: number;
  attributes: Record<string, string>;
  from: number;
  to: number;
  nodes: Tree.ChildNode[];
}

/** A disagreement or an error, with its offset in the text. */
export interface Flaw {
  at: number;
  message: string;
}

/** The parts of a page that `render` reads. */
export interface PageContent {
  passages: Passage[];
  fallbacks: Fallback[];
  flaws: Flaw[];
  /** `lang` of the page. */
  language: string | undefined;
  /** Contents of scripts by id. */
  scripts: Map<string, string>;
}

interface Comment {
  at: number;
  end: number;
  data: string;
}

/** Parses a page. Comments and elements in examples of code are left out. */
export function contentOf({ text, isMarkdown }: Page): PageContent {
  const tree = isMarkdown
    ? parseFragment(withoutCode(text), { sourceCodeLocationInfo: true })
    : parse(text, { sourceCodeLocationInfo: true });
  const comments: Comment[] = [];
  const fallbacks: Fallback[] = [];
  const open: Flaw[] = [];
  const scripts = new Map<string, string>();
  let language: string | undefined;
  const visit = (node: Tree.Node, isInFallback: boolean): void => {
    if (isComment(node) && node.sourceCodeLocation)
      comments.push({
        at: node.sourceCodeLocation.startOffset,
        end: node.sourceCodeLocation.endOffset,
        data: node.data,
      });
    let isFallback = isInFallback;
    if (isElement(node)) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      if (node.tagName === "html") language = attributes["lang"];
      if (node.tagName === "script" && attributes["id"]) scripts.set(attributes["id"], textOf(node));
      if (["pre", "code", "script", "style"].includes(node.tagName)) return;
      const { startTag, endTag, startOffset } = node.sourceCodeLocation ?? {};
      if (node.tagName.startsWith("slo-") && startTag && !endTag)
        open.push({ at: startTag.startOffset, message: withoutEnd(node.tagName, text.slice(0, startTag.endOffset)) });
      if (!isInFallback && node.tagName.startsWith("slo-") && startTag && endTag && startOffset !== undefined) {
        const [from, to] = [startTag.endOffset, endTag.startOffset];
        if (text.slice(from, to).trim() !== "")
          fallbacks.push({ at: startOffset, attributes, from, to, nodes: node.childNodes });
        isFallback = true;
      }
    }
    for (const child of childrenOf(node)) visit(child, isFallback);
  };
  visit(tree, false);
  comments.sort((one, other) => one.at - other.at);
  const { passages, flaws } = passagesOf(comments);
  return { passages, flaws: [...flaws, ...open], fallbacks, language, scripts };
}

/** Returns the flaw of an element that contains the rest of the page; `before` is the text up to the end of its tag. */
function withoutEnd(name: string, before: string): string {
  const cause = before.endsWith("/>") ? "HTML ignores the slash of a self-closed tag" : "the tag has no end";
  return `<${name}> contains the rest of the page: ${cause}, so write <${name}></${name}>`;
}

const pattern = /^\s*case-slo\s+(?:render\b(?<request>[\s\S]*)|end)\s*$/;
const unclosed = "this passage has no <!-- case-slo end -->";

/** Pairs the comments of passages. */
function passagesOf(comments: readonly Comment[]): Pick<PageContent, "passages" | "flaws"> {
  const passages: Passage[] = [];
  const flaws: Flaw[] = [];
  let open: Omit<Passage, "to"> | undefined;
  for (const { at, end, data } of comments) {
    const found = pattern.exec(data);
    if (found === null) continue;
    const request = found.groups?.["request"];
    if (request === undefined) {
      if (open === undefined) flaws.push({ at, message: "a passage ends here that has not begun" });
      else passages.push({ ...open, to: at });
      open = undefined;
      continue;
    }
    if (open !== undefined) flaws.push({ at: open.at, message: unclosed });
    open = { at, from: end, ...read(request) };
  }
  if (open !== undefined) flaws.push({ at: open.at, message: unclosed });
  return { passages, flaws };
}

/** Splits "objectives tiers lang=en level=3" into parts and options. */
function read(request: string): Pick<Passage, "parts" | "options"> {
  const words = request.match(/[^\s=]+(?:=(?:"[^"]*"|[^\s"]*))?/g) ?? [];
  const pairs = words
    .filter((word) => word.includes("="))
    .map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1).replaceAll('"', "")]);
  return {
    parts: words.filter((word) => !word.includes("=")),
    options: Object.fromEntries(pairs) as Record<string, string>,
  };
}

/** Markdown with its code replaced by spaces, so that offsets stay. */
const withoutCode = (text: string): string =>
  text.replaceAll(/^(`{3,}|~{3,})[\s\S]*?^\1|`[^`\n]+`/gm, (found) => found.replaceAll(/[^\n]/g, " "));

/** Text of a node, with a space at the edges of elements. */
export function textOf(node: Tree.Node): string {
  if ("value" in node && node.nodeName === "#text") return node.value;
  if (isComment(node)) return "";
  const text = childrenOf(node).map(textOf).join("");
  return isElement(node) ? ` ${text} ` : text;
}

/** Outermost elements with one of these names, in document order. */
export function elementsNamed(nodes: readonly Tree.Node[], names: readonly string[]): Tree.Element[] {
  return nodes.flatMap((node) =>
    isElement(node) && names.includes(node.tagName) ? [node] : elementsNamed(childrenOf(node), names),
  );
}

function childrenOf(node: Tree.Node): Tree.ChildNode[] {
  if ("content" in node) return node.content.childNodes;
  return "childNodes" in node ? node.childNodes : [];
}

const isElement = (node: Tree.Node): node is Tree.Element => "tagName" in node;
const isComment = (node: Tree.Node): node is Tree.CommentNode => node.nodeName === "#comment";
