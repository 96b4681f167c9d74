import { bundle } from "../../../tools/lib/bundle.mjs";

/** A module of js/ that no entry of the package gives away, as it is written. @param {string} path from js/ */
export async function moduleOf(path) {
  const { outputFiles } = await bundle({
    entryPoints: [`js/${path}`],
    write: false,
    // Loaded only where WebAssembly is refused.
    external: ["./generated/js-*"],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
