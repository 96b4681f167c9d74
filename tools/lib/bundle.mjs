// Bundling with esbuild; its errors are printed as messages, not as a stack.

import { Explained } from "./terminal.mjs";
import { root } from "./paths.mjs";

/** Bundles as esbuild's `build` does, into modules. @param {import("esbuild").BuildOptions} options */
export async function bundle(options) {
  const { build, formatMessages } = await import("esbuild");
  try {
    return await build({ absWorkingDir: root, bundle: true, format: "esm", logLevel: "silent", ...options });
  } catch (error) {
    if (!error.errors) throw error;
    const messages = await formatMessages(error.errors, { kind: "error", terminalWidth: 120 });
    throw new Explained("JavaScript or TypeScript that cannot be bundled", messages.join(""));
  }
}
