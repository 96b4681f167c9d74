/**
 * The worker that reads a log while the page stays responsive. It is one file without imports, so that any server and any
 * bundler can copy it; the page passes the address of the engine.
 */

import {
  collected,
  readPieces,
  type EngineAddresses,
  type Job,
  type Progress,
  type Reply,
  type Request,
} from "./pieces.js";
import { type JavaScriptEngine, host } from "../../../engine/host.js";
import type { CaseSloError } from "../../../errors.js";
import * as glue from "../../../generated/analysis-glue.js";
import { Policy } from "../../../policy.js";
import { csvPieces } from "../../../spreadsheet/rows.js";

/** Longest slice of work in milliseconds. The worker blocks nothing, so only the progress limits it. */
const longestTask = 60;

const policies = new Map<string, Policy>();

addEventListener("message", ({ data }: MessageEvent<Request>) => void answer(data));

async function answer(request: Request): Promise<void> {
  const { id, file } = request;
  const tell = (reply: Reply) => postMessage(reply);
  const onProgress = (progress: Progress) => tell({ kind: "progress", id, ...progress });
  try {
    if (request.kind === "convert") {
      const pieces = csvPieces(new Uint8Array(await file.arrayBuffer()), request.module, request.sheet);
      tell({ kind: "converted", id, converted: await collected(file, pieces, onProgress) });
      return;
    }
    await startEngine(request.engine);
    const reports = request.jobs.map(reportOf);
    await readPieces(file, reports, { longest: longestTask, onProgress });
    tell({ kind: "result", id, results: reports.map((report) => report.finish()) });
  } catch (error) {
    // Errors of the engine and of the reader of spreadsheets have a code.
    const { code, path } = error as Partial<CaseSloError>;
    const other = request.kind === "convert" ? "invalid-spreadsheet" : "file-unreadable";
    const message = error instanceof Error ? error.message : String(error);
    tell({
      kind: "error",
      id,
      code: typeof code === "string" ? code : other,
      message,
      ...(path === undefined ? {} : { path }),
    });
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
