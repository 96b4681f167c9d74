/**
 * The worker that reads a log while the page stays responsive. It is one file without imports, so that any server and any
 * bundler can copy it; the page passes the address of the engine.
 */

import { readPieces, type EngineAddresses, type Job, type Reply, type Request } from "./pieces.js";
import { type JavaScriptEngine, host } from "../../../engine/host.js";
import { CaseSloError } from "../../../errors.js";
import * as glue from "../../../generated/analysis-glue.js";
import { Policy } from "../../../policy.js";

/** Longest slice of work in milliseconds. The worker blocks nothing, so only the progress limits it. */
const longestTask = 60;

const policies = new Map<string, Policy>();

addEventListener("message", ({ data }: MessageEvent<Request>) => void answer(data));

async function answer({ id, file, jobs, engine }: Request): Promise<void> {
  const tell = (reply: Reply) => postMessage(reply);
  try {
    await startEngine(engine);
    const reports = jobs.map(reportOf);
    await readPieces(file, reports, {
      longest: longestTask,
      onProgress: (progress) => tell({ kind: "progress", id, ...progress }),
    });
    tell({ kind: "result", id, results: reports.map((report) => report.finish()) });
  } catch (error) {
    const { code = "file-unreadable", path } = error instanceof CaseSloError ? error : ({} as Partial<CaseSloError>);
    const message = error instanceof Error ? error.message : String(error);
    tell({ kind: "error", id, code, message, ...(path === undefined ? {} : { path }) });
  }
}

function startEngine({ wasm, js, kind }: EngineAddresses): Promise<void> {
  host.supply({ glue: () => glue, wasm: () => wasm, javascript: () => import(js) as Promise<JavaScriptEngine> });
  return host.start({ kind });
}

function reportOf({ policy, options }: Job) {
  const text = JSON.stringify(policy);
  const loaded = policies.get(text) ?? new Policy(text);
  policies.set(text, loaded);
  return loaded.report(options);
}
