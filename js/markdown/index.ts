/**
 * Elements in Markdown as a fence of one line, for documentation tools that run in Node:
 *
 *     ```slo-table tier=premium
 *     ```
 *
 * The tag gets the policy's own text inside it at build time, so that search and print have the objectives, and never old ones.
 */

import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";

import { htmlOfTag, isTagLine, type TagOptions, tagOf } from "./tag.js";

export type { TagOptions } from "./tag.js";

/** The part of markdown-it that the plug-in uses. */
export interface MarkdownIt {
  renderer: { rules: Record<string, unknown> };
}

interface Token {
  info: string;
  content: string;
}

/**
 * A plug-in for markdown-it: VitePress, Eleventy. With `vue`, the tags are marked as no templates of Vue.
 *
 * @example
 * ```ts
 * const rules = { fence: () => "code" };
 * markdownItSlo({ renderer: { rules } }, { lang: "en" });
 * rules.fence([{ info: "slo-table tier=premium", content: "" }], 0).startsWith('<slo-table tier="premium">'); // => true
 * rules.fence([{ info: "js", content: "" }], 0); // => "code"
 * ```
 */
export function markdownItSlo(md: MarkdownIt, options: TagOptions & { vue?: boolean } = {}): void {
  const before = md.renderer.rules["fence"] as (...args: unknown[]) => string;
  md.renderer.rules["fence"] = (tokens: Token[], at: number, ...rest: unknown[]): string => {
    const { info = "", content = "" } = tokens[at] ?? {};
    if (!isTagLine(info)) return before.call(md.renderer.rules, tokens, at, ...rest);
    const tag = tagOf(info, content, options);
    return `${htmlOfTag(options.vue ? { ...tag, attributes: { ...tag.attributes, "v-pre": "" } } : tag)}\n`;
  };
}

/** A node of mdast or hast, as far as the plug-in needs it. */
interface Node {
  type: string;
  lang?: string | null;
  meta?: string | null;
  value?: string;
  children?: Node[];
  data?: object;
}

/**
 * A plug-in for remark: Docusaurus, Astro Starlight, MDX.
 *
 * @example
 * ```ts
 * const tree = { type: "root", children: [{ type: "code", lang: "slo-wizard", meta: "lang=en", value: "Call us." }] };
 * remarkSlo({})(tree);
 * tree.children[0].data.hName; // => "slo-wizard"
 * ```
 */
export function remarkSlo(options: TagOptions = {}): (tree: Node) => void {
  const visit = (node: Node): Node => {
    if (node.type !== "code" || !isTagLine(node.lang ?? "")) {
      if (node.children !== undefined) node.children = node.children.map(visit);
      return node;
    }
    const { name, attributes, content } = tagOf(`${node.lang} ${node.meta ?? ""}`, node.value ?? "", options);
    const hChildren = parseFragment(content).childNodes.flatMap(hast);
    // A node of no known type becomes the element that its data name, in HTML and in MDX alike.
    return { type: "sloElement", children: [], data: { hName: name, hProperties: attributes, hChildren } };
  };
  return (tree) => {
    visit(tree);
  };
}

/** Returns a node of parse5 as one of hast. */
function hast(node: Tree.ChildNode): object[] {
  if (node.nodeName === "#text") return [{ type: "text", value: (node as Tree.TextNode).value }];
  if (!("tagName" in node)) return [];
  const properties = Object.fromEntries(
    node.attrs.map(({ name, value }) => (name === "class" ? ["className", value.split(" ")] : [name, value])),
  );
  return [{ type: "element", tagName: node.tagName, properties, children: node.childNodes.flatMap(hast) }];
}

/**
 * Replaces the fences of elements in a Markdown text by their tags, for tools that read Markdown with raw HTML.
 *
 * @example
 * ```ts
 * fillTags("# Times\n\n```slo-table lang=en\n```\n").includes("</slo-table>"); // => true
 * ```
 */
export function fillTags(markdown: string, options: TagOptions = {}): string {
  return markdown.replaceAll(
    /^( {0,3})(`{3,}|~{3,})[ \t]*(slo-[^\n`]*)\n([\s\S]*?)^ {0,3}\2[ \t]*$/gm,
    (found, _indent: string, _fence: string, line: string, text: string) =>
      isTagLine(line) ? htmlOfTag(tagOf(line, text, options)) : found,
  );
}
