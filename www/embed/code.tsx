/** The code of an example: texts to copy, tags and pages as text, and the content security policy that the example needs. */

import { useRef, useState } from "preact/hooks";

import type { EmbedMessages } from "../messages/embed/index.js";

interface Props {
  messages: EmbedMessages;
  /** Label of the text. */
  label: string;
  text: string;
  /** Whether the text is collapsed: the header of most examples is that of the first one. */
  folded?: boolean;
}

export function Code({ folded = false, ...props }: Props) {
  if (!folded) return <OpenCode {...props} />;
  return (
    <details class="wide-field">
      <summary>{props.label}</summary>
      <OpenCode {...props} />
    </details>
  );
}

function OpenCode({ messages: { example }, label, text }: Props) {
  const [status, setStatus] = useState("");
  const shown = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    setStatus("");
    try {
      await navigator.clipboard.writeText(text);
      setStatus(example.copied);
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setStatus(example.notCopied);
    }
  };
  return (
    <div class="code">
      <div class="code-head">
        <h3 class="label">{label}</h3>
        <span role="status" class="hint">
          {status}
        </span>
        <button
          type="button"
          class="button live-only"
          aria-label={`${example.copy} – ${label}`}
          onClick={() => void copy()}
        >
          {example.copy}
        </button>
      </div>
      <pre tabIndex={0} role="group" aria-label={label}>
        <code ref={shown}>{text}</code>
      </pre>
    </div>
  );
}

/** Attributes in order; undefined and "" are left out, true has no value. */
export type Attributes = Record<string, string | boolean | undefined>;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A start tag, on several lines if it is long. */
export function startTag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === false || value === "" ? [] : [value === true ? key : `${key}="${escaped(value)}"`],
  );
  const line = `<${[name, ...written].join(" ")}>`;
  return line.length <= 76 ? line : `<${name}${written.map((each) => `\n  ${each}`).join("")}>`;
}

/** An element around some lines, which are moved in. */
export function element(name: string, attributes: Attributes, ...inside: string[]): string {
  const content = inside.filter((each) => each !== "").join("\n");
  if (content === "") return `${startTag(name, attributes)}</${name}>`;
  return `${startTag(name, attributes)}\n${indented(content)}\n</${name}>`;
}

/** The script that defines an element, for a page beside the package. */
export const moduleScript = (name: string): string =>
  `${startTag("script", { type: "module", src: `case-slo/elements/define-${name}.js` })}</script>`;

/** Indents every line that is not empty. */
export const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/** Writes JSON as the content of a script element, and escapes text that would end the element. */
export const jsonBlock = (id: string, text: string): string =>
  `<script type="application/json" id="${id}">\n${text.trim().replaceAll("</", "<\\/")}\n</script>`;

/** A whole page. */
export const page = (language: string, title: string, body: string): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
${body}
</body>
</html>
`;

export interface Needs {
  /** Whether the engine is WebAssembly. */
  wasm: boolean;
  /** Whether the engine, or a policy, is fetched. */
  connects?: boolean;
  /** The origin that frames come from. */
  frames?: string;
  /** Who may frame the page. */
  framedBy?: string;
  /** Origin of the page, which WebKit does not match with 'self' in a sandbox. */
  own?: string;
  /** Whether forms may be submitted. */
  forms?: boolean;
}

/** The header in lines, one directive a line, as a server sends it in one. */
export function headerFor({ wasm, connects = true, frames, framedBy, own, forms = false }: Needs): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self'${own === undefined ? "" : ` ${own}`}${wasm ? " 'wasm-unsafe-eval'" : ""}`,
    "style-src 'self'",
    ...(connects ? ["connect-src 'self'"] : []),
    ...(frames === undefined ? [] : [`frame-src ${frames}`]),
    ...(framedBy === undefined ? [] : [`frame-ancestors ${framedBy}`]),
    "base-uri 'none'",
    `form-action '${forms ? "self" : "none"}'`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return `Content-Security-Policy: ${directives.join(";\n  ")}`;
}
