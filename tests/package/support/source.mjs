import { bundle } from "../../../tools/lib/bundle.mjs";

/** A module with all that it imports, but for the engines in JavaScript, which only pages without WebAssembly load. */
export async function bundledSource(path) {
  const { outputFiles } = await bundle({ entryPoints: [path], write: false, external: ["./generated/js-*"] });
  return outputFiles[0].text;
}

/** A module of js/ that no entry of the package gives away, as it is written. @param {string} path from js/ */
export async function moduleOf(path) {
  const text = await bundledSource(`js/${path}`);
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}
