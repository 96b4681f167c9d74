import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { elementNames } from "../lib/entries.mjs";
import { dist, generated, inRoot, root } from "../lib/paths.mjs";

const base = inRoot("js", "elements", "shared", "element.ts");
const frame = inRoot("js", "frame", "host.ts");
const sources = [...elementNames.map((name) => inRoot("js", "elements", name, "element.tsx")), base, frame];

/**
 * The descriptions of the elements for editors and frameworks: the custom elements manifest, which the analyzer makes from the comments of
 * their classes, the same for VS Code and for JetBrains, and as types.
 */
export const manifest = {
  name: "manifest",
  title: "Custom elements manifest",
  inputs: [...sources.map((path) => relative(root, path)), "package.json", "package-lock.json"],
  outputs: [
    ...["custom-elements.json", "html-data.json", "css-data.json", "web-types.json"].map((name) => `dist/${name}`),
    "js/generated/attributes.d.ts",
  ],
  async run() {
    const manifest = await manifestOf(sources);
    const { getVsCodeHtmlCustomData, getVsCodeCssCustomData } = await import("custom-element-vs-code-integration");
    // It takes the name and the version from the package.json of the working directory.
    process.chdir(root);
    const { getWebTypesData } = await import("custom-element-jet-brains-integration");
    const options = { hideMethodDocs: true, hideCssPropertiesDocs: true };
    const css = JSON.parse(getVsCodeCssCustomData(manifest, {}));
    const webTypes = JSON.parse(getWebTypesData(manifest, options));
    for (const lists of [css, webTypes.contributions.css])
      for (const [key, list] of Object.entries(lists)) if (Array.isArray(list)) lists[key] = withoutRepetition(list);
    write("custom-elements.json", manifest);
    write("html-data.json", JSON.parse(getVsCodeHtmlCustomData(manifest, options)));
    write("css-data.json", css);
    write("web-types.json", webTypes);
    mkdirSync(generated, { recursive: true });
    writeFileSync(join(generated, "attributes.d.ts"), typesOf(manifest));
    return `${manifest.modules.length} elements`;
  },
};

const write = (name, value) => writeFileSync(join(dist, name), `${JSON.stringify(value, undefined, 2)}\n`);

/** The first entry of each name: elements share tokens and parts, and the tools list them again for each element. */
const withoutRepetition = (list) => list.filter(({ name }, at) => list.findIndex((each) => each.name === name) === at);

/** The manifest of the classes that have a tag, in the modules of the package that define them. */
export async function manifestOf(paths) {
  const { create, ts } = await import("@custom-elements-manifest/analyzer");
  const modules = paths.map((path) =>
    ts.createSourceFile(relative(root, path), readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true),
  );
  return create({ modules, plugins: [published], context: { dev: false } });
}

/** Whether a page may use a member: callbacks of the browser and members for subclasses are not public. */
const isPublic = ({ name, description, privacy, type, return: result, static: isStatic }) =>
  privacy === undefined && !isStatic && !/^#|Callback$/.test(name) && Boolean(description ?? type ?? result);

/** Turns the classes of the sources into the elements of the package, with their public members and modules. */
const published = {
  name: "published",
  packageLinkPhase({ customElementsManifest: manifest }) {
    const classes = manifest.modules.flatMap(({ declarations }) => declarations.filter(({ kind }) => kind === "class"));
    const { cssProperties } = classes.find(({ name }) => name === "SloElement");
    manifest.modules = classes
      .filter(({ tagName }) => tagName)
      .sort((one, other) => (one.tagName < other.tagName ? -1 : 1))
      .map(({ inheritedFrom, mixins, ...element }) => {
        const name = element.tagName.replace("slo-", "");
        const path = name === "frame" ? "frame-host.js" : `elements/define-${name}.js`;
        for (const list of [element.attributes, element.events, element.slots, element.members])
          for (const entry of list ?? []) delete entry.inheritedFrom;
        // The analyzer also finds the event that the method of the base class dispatches, whose name is a parameter.
        element.events = element.events?.filter(({ description }) => description) ?? [];
        for (const event of element.events) event.type = { text: `SloEventMap["${event.name}"]` };
        const declaration = {
          ...element,
          customElement: true,
          superclass: { name: "HTMLElement" },
          members: (element.members ?? []).filter(isPublic),
          // The frame passes the tokens of the page to the element inside.
          cssProperties: (element.cssProperties ?? cssProperties).map(({ inheritedFrom, ...token }) => token),
        };
        return {
          kind: "javascript-module",
          path,
          declarations: [declaration],
          exports: [
            {
              kind: "custom-element-definition",
              name: element.tagName,
              declaration: { name: element.name, module: path },
            },
          ],
        };
      });
  },
};

/** The attributes and the handlers of each element, as JSX and templates have them, and its class. */
function typesOf({ modules }) {
  const elements = modules.flatMap(({ declarations }) => declarations);
  const attribute = ({ name, description, type: { text } = { text: "string" } }) =>
    `    /** ${description} */\n    ${JSON.stringify(name)}?: ${text}${text === "boolean" ? ' | ""' : ""} | undefined;\n`;
  const handler = ({ name, description, type }) =>
    `    /** ${description} */\n    "on${name}"?: ((event: ${type.text}) => void) | undefined;\n`;
  return `// Generated from the headers of the elements by the build.
import type * as classes from "../elements/index.js";
import type { SloFrame } from "../frame/host.js";
import type { SloEventMap } from "../elements/index.js";

/** The elements by their tags. */
export interface SloElements {
${elements.map(({ tagName, name }) => `  "${tagName}": ${name === "SloFrame" ? "" : "classes."}${name};\n`).join("")}}

/** Their attributes and events, as JSX and templates have them. */
export interface SloAttributes {
${elements
  .map(
    ({ tagName, description, attributes = [], events = [] }) =>
      `  /** ${description} */\n  "${tagName}": {\n${[...attributes.map(attribute), ...events.map(handler)].join("")}  };\n`,
  )
  .join("")}}
`;
}
