import { existsSync, statSync } from "node:fs";
import { run } from "../lib/command.mjs";
import { inRoot } from "../lib/paths.mjs";

const changed = (path) => statSync(path).mtimeMs;

/** node_modules/, by package-lock.json. */
export const dependencies = {
  name: "dependencies",
  title: "npm packages",
  isDone() {
    const installed = inRoot("node_modules", ".package-lock.json");
    return existsSync(installed) && changed(installed) >= changed(inRoot("package-lock.json"));
  },
  async run(progress) {
    const args = ["ci", "--no-audit", "--no-fund"];
    if (process.platform === "win32") await run("cmd", ["/c", "npm", ...args], { progress });
    else await run("npm", args, { progress });
  },
};
