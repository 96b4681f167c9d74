import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cache, inRoot, root } from "../lib/paths.mjs";
import { Explained } from "../lib/terminal.mjs";

/** The entries with functions for callers, by the name of their declarations in dist/. */
const entries = ["index", "sample-log"];

const folder = join(cache, "reference");

/** The declarations of the package with their comments, as API Extractor reads them, for the reference of the API on the site. */
export const reference = {
  name: "reference",
  title: "API reference",
  inputs: ["js", "package.json", "package-lock.json"],
  outputs: entries.map((name) => `.cache/reference/${name}.api.json`),
  async run() {
    const { CompilerState, Extractor, ExtractorConfig } = await import("@microsoft/api-extractor");
    mkdirSync(folder, { recursive: true });
    const configurations = entries.map((name) =>
      ExtractorConfig.prepare({
        configObject: configurationOf(name),
        configObjectFullPath: join(folder, `${name}.json`),
        packageJsonFullPath: inRoot("package.json"),
      }),
    );
    const compilerState = CompilerState.create(configurations[0], {
      additionalEntryPoints: configurations.slice(1).map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
    });
    const problems = [];
    const messageCallback = (message) => {
      if (message.logLevel === "error" || message.logLevel === "warning") problems.push(message.text);
      message.handled = true;
    };
    for (const configuration of configurations)
      Extractor.invoke(configuration, { localBuild: true, compilerState, messageCallback });
    if (problems.length > 0) throw new Explained("declarations without a reference", problems.join("\n"));
  },
};

function configurationOf(name) {
  const quiet = { default: { logLevel: "none" } };
  return {
    projectFolder: root,
    mainEntryPointFilePath: inRoot("dist", `${name}.d.ts`),
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          target: "es2022",
          module: "nodenext",
          moduleResolution: "nodenext",
          lib: ["es2023", "esnext.disposable", "dom", "dom.iterable"],
          types: [],
          skipLibCheck: true,
          strict: true,
        },
        files: entries.map((entry) => inRoot("dist", `${entry}.d.ts`)),
      },
    },
    apiReport: { enabled: false },
    docModel: { enabled: true, apiJsonFilePath: join(folder, `${name}.api.json`) },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      compilerMessageReporting: { default: { logLevel: "error" } },
      extractorMessageReporting: {
        ...quiet,
        // The other entries take types of the first.
        "ae-forgotten-export": { logLevel: name === "index" ? "warning" : "none" },
      },
      tsdocMessageReporting: quiet,
    },
  };
}
