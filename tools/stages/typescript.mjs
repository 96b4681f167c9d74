import { attemptNode } from "../lib/command.mjs";
import { nodeTool } from "../lib/paths.mjs";
import { check } from "../lib/stage.mjs";

const tsc = nodeTool("typescript", "bin", "tsc");

export const typescript = {
  title: "TypeScript, strict",
  run: async (tell) => check(await attemptNode(tsc, ["--project", "tsconfig.json", "--pretty", "false"], { tell })),
};
