// `npm run size`: what a visitor downloads, file by file.

import { build } from "./build.mjs";
import { budgets } from "./lib/budgets.mjs";
import { kilobytes } from "./lib/size.mjs";
import { note } from "./lib/terminal.mjs";

export async function size() {
  await build();
  for (const { title, limit, parts } of budgets()) {
    note(`\n${title}`);
    for (const { name, size } of parts) note(`  ${kilobytes(size).padStart(9)}  ${name}`);
    note(
      `  ${kilobytes(parts.reduce((sum, { size }) => sum + size, 0)).padStart(9)}  of at most ${kilobytes(limit)}, brotli`,
    );
  }
}
