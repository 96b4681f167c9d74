// Damaged files, on the engine as WebAssembly.

import { runFilesThatHurt } from "./support/files-that-hurt.mjs";

await runFilesThatHurt("wasm");
