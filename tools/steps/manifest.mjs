import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist, generated, inRoot } from "../lib/paths.mjs";

/** What editors know of the elements: the custom elements manifest, the same as HTML data for VS Code, and as types. */
export const manifest = {
  name: "manifest",
  title: "Custom elements manifest",
  inputs: ["js/elements", "js/frame/host.ts"],
  outputs: ["dist/custom-elements.json", "dist/html-data.json", "js/generated/attributes.d.ts"],
  async run() {
    const elements = readElements();
    writeFileSync(join(dist, "custom-elements.json"), `${JSON.stringify(manifestOf(elements), undefined, 2)}\n`);
    writeFileSync(join(dist, "html-data.json"), `${JSON.stringify(htmlDataOf(elements), undefined, 2)}\n`);
    mkdirSync(generated, { recursive: true });
    writeFileSync(join(generated, "attributes.d.ts"), typesOf(elements));
    return `${elements.length} elements`;
  },
};

/** Every element, by the header of its class; what the base class and the style sheet say holds for all. */
export function readElements() {
  const folder = inRoot("js", "elements");
  const common = header(readFileSync(join(folder, "shared", "element.ts"), "utf8"));
  const { cssproperty } = header(readFileSync(join(folder, "shared", "styles.ts"), "utf8"));
  const frame = header(readFileSync(inRoot("js", "frame", "host.ts"), "utf8"));
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "element.tsx")))
    .map((name) => {
      const own = header(readFileSync(join(folder, name, "element.tsx"), "utf8"));
      return {
        tag: `slo-${name}`,
        className: `Slo${name[0].toUpperCase()}${name.slice(1)}`,
        module: `elements/define-${name}.js`,
        summary: withoutTag(own.summary),
        attributes: [...own.attr, ...common.attr],
        events: [...own.fires, ...common.fires],
        slots: [...own.slot, ...common.slot],
        parts: own.csspart,
        tokens: cssproperty,
      };
    })
    .concat({
      tag: "slo-frame",
      className: "SloFrame",
      module: "frame-host.js",
      summary: withoutTag(frame.summary),
      attributes: frame.attr,
      events: frame.fires,
      slots: frame.slot,
      parts: [],
      tokens: cssproperty,
    });
}

const withoutTag = (summary) => summary.replace(/^`<slo-[a-z]+>`:\s*/, "");

const tags = ["attr", "fires", "slot", "csspart", "cssproperty"];

/** The comment before the class, or at the top: a summary, then a line for each thing, "@tag {one|other} name - text". */
function header(source) {
  const comments = [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\//g)].map(([, text]) => text);
  const comment = comments.find((text) => /@(attr|cssproperty|csspart)\b/.test(text)) ?? "";
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trim());
  const found = Object.fromEntries(tags.map((tag) => [tag, []]));
  for (const line of lines) {
    const [, tag, values, name = "", text = ""] =
      /^@(\w+)\s+(?:\{(.*?)\}\s+)?([^\s-][^\s]*|--[^\s]+)?\s*-\s+(.*)$/.exec(line) ?? [];
    if (tag in found) found[tag].push({ name, description: text, ...(values && { values: values.split("|") }) });
  }
  const end = lines.findIndex((line) => line.startsWith("@"));
  return { summary: lines.slice(0, end).join(" ").trim(), ...found };
}

function manifestOf(elements) {
  return {
    schemaVersion: "1.0.0",
    modules: elements.map(({ tag, className, module, summary, attributes, events, slots, parts, tokens }) => ({
      kind: "javascript-module",
      path: module,
      declarations: [
        {
          kind: "class",
          customElement: true,
          tagName: tag,
          name: className,
          description: summary,
          superclass: { name: "HTMLElement" },
          attributes: attributes.map(({ values, ...each }) => ({ ...each, type: { text: typeOf(values) } })),
          events: events.map((each) => ({ ...each, type: { text: `SloEventMap["${each.name}"]` } })),
          slots,
          cssParts: parts,
          cssProperties: tokens,
        },
      ],
      exports: [{ kind: "custom-element-definition", name: tag, declaration: { name: className, module } }],
    })),
  };
}

function htmlDataOf(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tag, summary, attributes }) => ({
      name: tag,
      description: summary,
      attributes: attributes.map(({ name, description, values }) => ({
        name,
        description,
        ...(values?.every(isWord) && { values: values.map((value) => ({ name: value })) }),
        ...(values?.includes("boolean") && { valueSet: "v" }),
      })),
    })),
  };
}

/** Whether what stands in the braces of an attribute is a value of it, and no type. */
const isWord = (value) => !["boolean", "object", "string"].includes(value);

const typeOf = (values = ["string"]) => values.map((value) => (isWord(value) ? `"${value}"` : value)).join(" | ");

/** The attributes and the handlers of each element, as JSX and templates have them, and its class. */
function typesOf(elements) {
  const attribute = ({ name, description, values }) =>
    `    /** ${description} */\n    ${JSON.stringify(name)}?: ${typeOf(values)}${values?.includes("boolean") ? ' | ""' : ""} | undefined;\n`;
  const handler = ({ name, description }) =>
    `    /** ${description} */\n    "on${name}"?: ((event: SloEventMap["${name}"]) => void) | undefined;\n`;
  return `// Generated from the headers of the elements by the build.
import type * as classes from "../elements/index.js";
import type { SloFrame } from "../frame/host.js";
import type { SloEventMap } from "../elements/shared/events.js";

/** The elements by their tags. */
export interface SloElements {
${elements.map(({ tag, className }) => `  "${tag}": ${className === "SloFrame" ? "" : "classes."}${className};\n`).join("")}}

/** Their attributes and events, as JSX and templates have them. */
export interface SloAttributes {
${elements
  .map(
    ({ tag, summary, attributes, events }) =>
      `  /** ${summary} */\n  "${tag}": {\n${[...attributes.map(attribute), ...events.map(handler)].join("")}  };\n`,
  )
  .join("")}}
`;
}
