// The language-neutral cases of tests/data on the engine in JavaScript, which pages without WebAssembly run.

import { runCases } from "./support/cases.mjs";

await runCases("js");
