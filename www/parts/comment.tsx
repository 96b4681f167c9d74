/** A doc comment (TSDoc) as paragraphs, code and links. */

import * as tsdoc from "@microsoft/tsdoc";
import { Fragment, type ComponentChildren } from "preact";

/** A comment by its parts. */
export interface Comment {
  summary: ComponentChildren;
  /** The result of a function. */
  returns: ComponentChildren;
  /** The errors of a function, one a paragraph. */
  errors: ComponentChildren[];
  examples: ComponentChildren[];
}

const configuration = new tsdoc.TSDocConfiguration();

/**
 * Reads a comment. `link` makes a link to a name, or text if the name is not on the page. An at sign inside a word or after a quotation
 * mark begins no tag.
 */
export function readComment(text: string, link: (name: string) => ComponentChildren): Comment {
  const { docComment } = new tsdoc.TSDocParser(configuration).parseString(
    (text || "/** */").replace(/(?<=["\w])@/g, "\\@"),
  );
  const blocks = (tag: string) =>
    docComment.customBlocks
      .filter(({ blockTag }) => blockTag.tagName === tag)
      .map(({ content }) => nodes(content.nodes, link));
  return {
    summary: nodes([...docComment.summarySection.nodes, ...(docComment.remarksBlock?.content.nodes ?? [])], link),
    returns: docComment.returnsBlock && nodes(docComment.returnsBlock.content.nodes, link),
    errors: blocks("@throws"),
    examples: blocks("@example"),
  };
}

function nodes(list: readonly tsdoc.DocNode[], link: (name: string) => ComponentChildren): ComponentChildren {
  return list.map((node, at) => <Fragment key={at}>{rendered(node, link)}</Fragment>);
}

function rendered(node: tsdoc.DocNode, link: (name: string) => ComponentChildren): ComponentChildren {
  if (node instanceof tsdoc.DocParagraph) {
    const { nodes: trimmed } = tsdoc.DocNodeTransforms.trimSpacesInParagraph(node);
    return trimmed.length > 0 && <p>{nodes(trimmed, link)}</p>;
  }
  if (node instanceof tsdoc.DocFencedCode) return <Code text={node.code.replace(/\n$/, "")} />;
  if (node instanceof tsdoc.DocCodeSpan) return <code>{node.code}</code>;
  if (node instanceof tsdoc.DocLinkTag) {
    const [reference] = node.codeDestination?.memberReferences.slice(-1) ?? [];
    return link(reference?.memberIdentifier?.identifier ?? node.linkText ?? "");
  }
  if (node instanceof tsdoc.DocSoftBreak) return " ";
  if (node instanceof tsdoc.DocPlainText) return typographic(node.text);
  if (node instanceof tsdoc.DocErrorText) return typographic(node.text);
  if (node instanceof tsdoc.DocEscapedText) return typographic(node.decodedText);
  return nodes(node.getChildNodes(), link);
}

/** The text of a comment with typographic apostrophes and quotation marks; the pair may be in different nodes. */
export const typographic = (text: string) =>
  text
    .replace(/(\w)'/g, "$1’")
    .replace(/(^|[\s([])"(?=[^\s)\]]|$)/g, "$1“")
    .replaceAll('"', "”");

/** Shows code of several lines, which wraps, because a scrolling region would have to take the focus. */
export const Code = ({ text }: { text: string }) => (
  <pre>
    <code>{text}</code>
  </pre>
);
