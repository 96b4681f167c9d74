/** The data of the API reference: the declarations of the package, and the elements. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A piece of a declaration; a reference names a type or a function. */
export interface Token {
  kind: "Content" | "Reference";
  text: string;
  canonicalReference?: string;
}

/** A declaration as API Extractor writes it, as far as the page shows it. */
export interface Declaration {
  kind: string;
  /** Index signatures have no name. */
  name?: string;
  /** The comment with its delimiters, in TSDoc. */
  docComment: string;
  excerptTokens: Token[];
  members?: Declaration[];
}

/** An entry of the manifest: an attribute, an event, a slot, a part or a token. */
export interface ManifestEntry {
  name: string;
  description: string;
  type?: { text: string };
}

export interface ElementDeclaration {
  tagName: string;
  description: string;
  attributes?: ManifestEntry[];
  events?: ManifestEntry[];
  slots?: ManifestEntry[];
  cssParts?: ManifestEntry[];
  cssProperties?: ManifestEntry[];
}

export interface Reference {
  /** Declarations of an entry of the package ("case-slo"), in alphabetical order. */
  entries: { name: string; declarations: Declaration[] }[];
  elements: ElementDeclaration[];
}

/** Reads the reference that the build has written; undefined in a draft, which has none. */
export function readReference(root: string, dist: string): Reference | undefined {
  const files = ["index", "sample-log"].map((name) => join(root, ".cache", "reference", `${name}.api.json`));
  const manifest = join(dist, "custom-elements.json");
  if (![...files, manifest].every(existsSync)) return undefined;
  const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
  const entries = files.map((path) => (read(path) as Declaration).members?.[0]?.members ?? []);
  const known = new Set<string>();
  return {
    entries: ["case-slo", "case-slo/sample-log"].map((name, at) => ({
      name,
      // The second entry repeats the types of the first that it uses.
      declarations: (entries[at] ?? []).filter(({ name = "" }) => !known.has(name) && known.add(name)),
    })),
    elements: (read(manifest) as { modules: { declarations: ElementDeclaration[] }[] }).modules.flatMap(
      ({ declarations }) => declarations,
    ),
  };
}

/** The name of a declaration: API Extractor numbers one that is also the name of a global. */
export const nameOf = (name = ""): string => name.replace(/_\d+$/, "");
