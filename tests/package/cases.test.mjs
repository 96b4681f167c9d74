// The language-neutral cases of tests/data, through the npm API as Node users call it. The same files run natively
// (tests/cases.rs) and in a browser (tests/wasm.rs).

import { runCases } from "./support/cases.mjs";

await runCases("wasm");
