// `npm start`: builds the site and serves it until Ctrl-C.

import { build } from "./build.mjs";
import { site } from "./lib/paths.mjs";
import { note } from "./lib/terminal.mjs";
import { serve } from "./serve/server.mjs";

export async function start() {
  await build();
  const server = await serve({ folder: site });
  note(`\nThe site is at ${server.url}  (Ctrl-C ends it)`);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
  });
  await server.close();
}
