// Damaged files, on the engine in JavaScript, which pages without WebAssembly run.

import { runFilesThatHurt } from "./support/files-that-hurt.mjs";

await runFilesThatHurt("js");
