/**
 * The worker that checks a policy while somebody types. It is one file without imports, so that any server and any bundler can copy
 * it; the page passes the address of the engine.
 */

import type { CheckReply, CheckRequest } from "./checking.js";
import { type JavaScriptEngine, host } from "../../engine/host.js";
import { CaseSloError } from "../../errors.js";
import * as glue from "../../generated/analysis-glue.js";
import type { Diagnostic } from "../../types.js";

addEventListener("message", ({ data }: MessageEvent<CheckRequest>) => void answer(data));

async function answer({ text, engine: { wasm, js, kind } }: CheckRequest): Promise<void> {
  const tell = (reply: CheckReply) => postMessage(reply);
  try {
    host.supply({ glue: () => glue, wasm: () => wasm, javascript: () => import(js) as Promise<JavaScriptEngine> });
    await host.start({ kind });
    tell({ findings: host.call("analysis", ({ exports }) => exports.check(text, true) as Diagnostic[]) });
  } catch (error) {
    const isRefused = error instanceof CaseSloError && error.code === "engine-unavailable";
    tell({ failure: error instanceof Error ? error.message : String(error), isRefused });
  }
}
