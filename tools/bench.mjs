// `npm run bench`: the calendars against named peers, in one run on one machine. Nothing fails on a time.

import { spawnSync } from "node:child_process";
import { build } from "./build.mjs";
import { run } from "./lib/command.mjs";
import { inRoot } from "./lib/paths.mjs";
import { line } from "./lib/terminal.mjs";

export async function bench() {
  await build();
  const at = line("Peers");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--prefix", inRoot("benches")], { tell: at.tell });
  at.done("");
  for (const zone of ["Europe/Paris", "America/Toronto"]) {
    // A process for each zone: some peers know the zone of their process alone.
    spawnSync(process.execPath, [inRoot("benches", "calendar.mjs")], { stdio: "inherit", env: { ...process.env, TZ: zone } });
  }
}
