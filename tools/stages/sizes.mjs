import { budgets } from "../lib/budgets.mjs";
import { kilobytes } from "../lib/size.mjs";

/** What a visitor downloads, against the budgets. */
export const sizes = {
  title: "Size, brotli",
  async run() {
    const outcome = { passed: 0, failed: 0, output: "", remark: "" };
    for (const { title, limit, parts } of budgets()) {
      const size = parts.reduce((sum, part) => sum + part.size, 0);
      outcome[size <= limit ? "passed" : "failed"] += 1;
      const told = `${title}: ${kilobytes(size)} of ${kilobytes(limit)}`;
      outcome.remark += `${outcome.remark && "; "}${told}`;
      outcome.output += `${told}\n${parts.map((part) => `  ${kilobytes(part.size).padStart(9)}  ${part.name}\n`).join("")}`;
    }
    return outcome;
  },
};
