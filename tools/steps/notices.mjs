import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../lib/command.mjs";
import { listFiles } from "../lib/folders.mjs";
import { dist, nodeTool } from "../lib/paths.mjs";

const title = `Third-party notices

case-slo contains the following libraries. Each list of libraries stands above the licence under which they are used here.
`;

/** The licences of the libraries inside the package, as these ask for. */
export const notices = {
  name: "notices",
  title: "Third-party notices",
  inputs: ["Cargo.toml", "Cargo.lock", "package-lock.json", "js"],
  outputs: ["dist/THIRD-PARTY-NOTICES.txt"],
  async run() {
    const libraries = [...npmPackages(), ...(await crates())];
    const byText = new Map();
    for (const { name, version, licence, text } of libraries) {
      byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${licence})`]);
    }
    const parts = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}`);
    const line = `\n${"-".repeat(80)}\n\n`;
    writeFileSync(join(dist, "THIRD-PARTY-NOTICES.txt"), `${[title, ...parts].join(line)}\n`);
    return `${libraries.length} libraries`;
  },
};

/** The npm packages that the source maps of dist/ name. */
function npmPackages() {
  const maps = listFiles(dist).filter((name) => name.endsWith(".js.map"));
  const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(dist, name), "utf8")).sources);
  const names = sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]).filter(Boolean);
  return [...new Set(names)].sort().map((name) => {
    const folder = nodeTool(name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name, version, licence: license, text: licenceIn(folder) };
  });
}

/** The crates that are compiled into the modules: what their dependencies need at run time, without macros. */
async function crates() {
  const args = ["metadata", "--locked", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown"];
  const { packages, resolve, workspace_members: own } = JSON.parse((await run("cargo", args)).stdout);
  const packageOf = new Map(packages.map((each) => [each.id, each]));
  const isMacro = (id) => packageOf.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const dependenciesOf = new Map(
    resolve.nodes.map(({ id, deps }) => [
      id,
      deps.filter(({ dep_kinds: kinds }) => kinds.some(({ kind }) => kind === null)).map(({ pkg }) => pkg),
    ]),
  );
  const found = new Set();
  const visit = (id) => {
    if (found.has(id) || isMacro(id)) return;
    found.add(id);
    for (const dependency of dependenciesOf.get(id)) visit(dependency);
  };
  for (const id of own) visit(id);
  return [...found]
    .filter((id) => !own.includes(id))
    .map((id) => packageOf.get(id))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, version, license, manifest_path: manifest }) => ({
      name,
      version,
      licence: license,
      text: licenceIn(dirname(manifest)),
    }));
}

/** The text of a library's licence; of several, the shortest to fulfil. */
function licenceIn(folder) {
  const files = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|unlicense)/i.test(name))
    .sort();
  const file = files.find((name) => /mit/i.test(name)) ?? files[0];
  return file === undefined
    ? "The library brings no text of its licence."
    : readFileSync(join(folder, file), "utf8").trim();
}
