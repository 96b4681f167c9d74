/** State machine of reading a log, for `<slo-report>` and `<slo-dashboard>`: choice, preview, progress, result and failure. */

import { useEffect, useReducer, useRef } from "preact/hooks";
import { CaseSloError, type Policy, type ReportResult } from "../../../index.js";
import { reportMessagesFor } from "../../../messages/report/index.js";
import { type Preview, previewOf } from "../preview.js";
import { optionsOf, type Settings } from "../settings.js";
import type { OpenedFile } from "./open.js";
import type { Progress } from "./pieces.js";
import type { LogReader, ReportRequest } from "./read.js";

/** A log with its preview. */
export interface ChosenLog {
  file: File;
  preview: Preview;
}

interface State {
  /** The state of the reading. While a second reading runs, the element keeps the result of the first. */
  phase: "idle" | "preview" | "reading" | "done" | "failed";
  log: ChosenLog | null;
  /** Settings of the log, or of the previous one before there is a log. */
  settings: Settings | null;
  /** Progress in the phase "reading", with the name of the file; `began` is a time of `performance`. */
  progress: { name: string; state: Progress; began: number } | null;
  failure: string | null;
  /** Text for screen readers. */
  announcement: string;
}

type Action =
  | { type: "begin" }
  | { type: "set"; settings: Settings }
  | { type: "preview"; log: ChosenLog }
  | { type: "start"; file: File; announcement: string }
  | { type: "opened" }
  | { type: "progress"; state: Progress }
  | { type: "finish" }
  | { type: "cancel"; announcement: string }
  | { type: "fail"; failure: string; keepsLog: boolean }
  | { type: "announce"; announcement: string }
  | { type: "retract"; announcement: string }
  | { type: "clear" }
  | { type: "leave" };

const idle: State = { phase: "idle", log: null, settings: null, progress: null, failure: null, announcement: "" };

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "begin":
      return { ...state, phase: state.log === null ? "idle" : "preview", progress: null, failure: null };
    case "set":
      return { ...state, settings: action.settings };
    case "preview":
      return { ...state, phase: "preview", log: action.log };
    case "start":
      return {
        ...state,
        phase: "reading",
        progress: {
          name: action.file.name,
          state: { bytes: 0, size: action.file.size, rows: 0 },
          began: performance.now(),
        },
        failure: null,
        announcement: action.announcement,
      };
    case "progress":
      return state.progress === null ? state : { ...state, progress: { ...state.progress, state: action.state } };
    case "opened":
      return { ...state, phase: "preview", progress: null };
    case "finish":
      return { ...state, phase: "done", progress: null };
    case "cancel":
      return {
        ...state,
        phase: state.log === null ? "idle" : "preview",
        progress: null,
        announcement: action.announcement,
      };
    case "fail":
      return {
        ...state,
        phase: "failed",
        log: action.keepsLog ? state.log : null,
        progress: null,
        failure: action.failure,
        announcement: "",
      };
    case "announce":
      return { ...state, announcement: action.announcement };
    case "retract":
      return state.announcement === action.announcement ? { ...state, announcement: "" } : state;
    case "clear":
      return { ...state, failure: null };
    case "leave":
      return idle;
  }
}

interface Options {
  policy: Policy;
  reader: LogReader;
  language: string;
  onError(error: CaseSloError): void;
}

/** Reads one log at a time: a new step ends the previous one. */
export function useLogReading({ policy, reader, language, onError }: Options) {
  const words = reportMessagesFor(language);
  const [state, dispatch] = useReducer(reduce, idle);
  const running = useRef<AbortController | null>(null);
  const previews = useRef(0);
  /** Whether the element shows something else now: no step goes on, or its result would replace a later one. */
  const isGone = useRef(false);

  const abort = (): void => {
    running.current?.abort();
    running.current = null;
  };

  useEffect(
    () => () => {
      isGone.current = true;
      previews.current += 1;
      abort();
    },
    [],
  );

  /** Ends the current step and clears the failure. */
  const begin = (): AbortController => {
    abort();
    const controller = new AbortController();
    if (isGone.current) controller.abort();
    else running.current = controller;
    dispatch({ type: "begin" });
    return controller;
  };

  const isCurrent = (controller: AbortController): boolean => running.current === controller;

  const failWith = (error: unknown, keepsLog: boolean): void => {
    const known = error instanceof CaseSloError ? error : new CaseSloError("internal", String(error), { cause: error });
    const failure = words.failures[known.code] ?? words.failures["internal"] ?? known.message;
    dispatch({ type: "fail", failure, keepsLog });
    onError(known);
  };

  const refuse = (code: string, keepsLog: boolean): void =>
    dispatch({ type: "fail", failure: words.problems.codes[code] ?? words.problems.other(code), keepsLog });

  return {
    ...state,
    begin,
    isCurrent,
    /** Shows an error and reports it to the page. */
    fail: (error: unknown): void => failWith(error, true),
    /** Shows a problem of another log by its code. */
    refuse: (code: string): void => refuse(code, true),
    clearFailure: (): void => dispatch({ type: "clear" }),
    announce: (announcement: string): void => dispatch({ type: "announce", announcement }),
    /** Takes an announcement back, unless another one has replaced it. */
    retract: (announcement: string): void => dispatch({ type: "retract", announcement }),
    set: (settings: Settings): void => dispatch({ type: "set", settings }),

    /** Opens a spreadsheet or a compressed log as CSV; null if it cannot be read, or if a later choice has replaced it. */
    async open(file: File, sheet?: string): Promise<OpenedFile | null> {
      const controller = begin();
      let isStarted = false;
      try {
        const opened = await reader.open(file, {
          onProgress: (progress) => {
            if (!isCurrent(controller)) return;
            // Text is opened without progress.
            if (!isStarted) dispatch({ type: "start", file, announcement: words.reading.started });
            isStarted = true;
            dispatch({ type: "progress", state: progress });
          },
          signal: controller.signal,
          ...(sheet === undefined ? {} : { sheet }),
        });
        if (!isCurrent(controller)) return null;
        if (isStarted) dispatch({ type: "opened" });
        return opened;
      } catch (error) {
        if (isCurrent(controller)) failWith(error, false);
        return null;
      }
    },

    /** Reads the first rows; null if they cannot be read, or if a later choice has replaced this one. */
    async preview(file: File, settings: Settings): Promise<ChosenLog | null> {
      dispatch({ type: "set", settings });
      previews.current += 1;
      const turn = previews.current;
      try {
        const preview = await previewOf(file, policy, optionsOf(settings));
        if (turn !== previews.current || isGone.current) return null;
        if (preview.refused !== null) {
          refuse(preview.refused, false);
          return null;
        }
        dispatch({ type: "preview", log: { file, preview } });
        return { file, preview };
      } catch (error) {
        if (turn === previews.current) failWith(error, false);
        return null;
      }
    },

    /** Reads the log and calls `onResults` when the progress ends. Returns false if the reading failed or was replaced. */
    async read(
      file: File,
      wanted: readonly ReportRequest[],
      onResults: (results: ReportResult[]) => void,
      announcement = words.reading.started,
    ): Promise<boolean> {
      const controller = begin();
      if (!isCurrent(controller)) return false;
      dispatch({ type: "start", file, announcement });
      try {
        const results = await reader.read(file, wanted, {
          onProgress: (progress) => isCurrent(controller) && dispatch({ type: "progress", state: progress }),
          signal: controller.signal,
        });
        if (!isCurrent(controller)) return false;
        onResults(results);
        dispatch({ type: "finish" });
        return true;
      } catch (error) {
        if (isCurrent(controller)) failWith(error, true);
        return false;
      }
    },

    cancel(): void {
      abort();
      dispatch({ type: "cancel", announcement: words.reading.cancelled });
    },

    /** Forgets the log and its settings. */
    leave(): void {
      abort();
      dispatch({ type: "leave" });
    },
  };
}
