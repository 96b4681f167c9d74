import { pause } from "./reading/pieces.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import type { Policy } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useState } from "preact/hooks";

interface Props {
  view: ViewContext;
  /** A file has been chosen already: another one takes its place. */
  hasFile: boolean;
  isDragging: boolean;
  onFile(file: File): void;
  onSample(cases: number): void;
}

/** Cases of the logs to try. */
export const sampleSizes = [1_000, 100_000, 1_000_000] as const;

/** Choosing a log: a file, a file dropped anywhere on the element, or a sample. */
export function Choose({ view, hasFile, isDragging, onFile, onSample }: Props) {
  const words = reportMessagesFor(view.language).choose;
  const { count } = numbersIn(view.language);
  // A log is made up of the policy's tiers and measures.
  const canSample = (view.description.tiers ?? []).length > 0 && (view.description.measures ?? []).length > 0;
  return (
    <section class={isDragging ? "choose dragging" : "choose"} part="choose" aria-labelledby="choose">
      <h2 id="choose">{hasFile ? words.another : words.heading}</h2>
      <p class="drop">
        <label class="button primary">
          {words.button}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-describedby="choose-stays"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // The same file may be chosen again once it has changed.
              event.currentTarget.value = "";
              if (file !== undefined) onFile(file);
            }}
          />
        </label>
        <span class="muted">{words.drop}</span>
      </p>
      <p id="choose-stays" class="stays">
        {words.stays}
      </p>
      {!hasFile && <p class="small muted">{words.understood}</p>}
      {canSample && (
        <div class="samples">
          <p>{words.samples}</p>
          <div class="actions">
            {sampleSizes.map((cases) => (
              <button key={cases} type="button" onClick={() => onSample(cases)}>
                {words.sample(count(cases))}
              </button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

/** Whether files are held over an element, and what has to be listened to for that. */
export function useDrop(onFile: (file: File) => void) {
  const [isDragging, setDragging] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Without this the browser opens the file in place of the page.
    event.preventDefault();
    setDragging(true);
  };
  return {
    isDragging,
    listeners: {
      onDragEnter: over,
      onDragOver: over,
      onDragLeave: (event: DragEvent & { currentTarget: EventTarget }) => {
        if (event.relatedTarget === null || !(event.currentTarget as Node).contains(event.relatedTarget as Node))
          setDragging(false);
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDragging(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) onFile(file);
      },
    },
  };
}

/** The same log whenever it is asked for: half a year, as of the day behind it. */
const [seed, asOf] = [42, Date.UTC(2026, 6, 1)];
/** Milliseconds after which whatever waits has its turn. */
const longestTask = 12;

/**
 * A log of so many cases under a policy. It is made in pieces, so that the page stays free.
 *
 * @throws CaseSloError "invalid-options" if the policy has no tiers; the reason of `signal` if it aborts
 * @returns the file, and the instant as of which its open cases are open
 */
export async function makeSample(
  policy: Policy,
  rows: number,
  name: string,
  language: string,
  signal: AbortSignal,
): Promise<{ file: File; asOf: number }> {
  // Asked for by few, loaded for them alone.
  const { sampleLog } = await import("../../sample-log.js");
  const blobs: Blob[] = [];
  let pieces: BlobPart[] = [];
  let began = performance.now();
  for (const piece of sampleLog(policy, { rows, seed, language, asOf })) {
    pieces.push(piece as Uint8Array<ArrayBuffer>);
    if (performance.now() - began < longestTask) continue;
    // Passed on piece by piece: a million cases at once would block the page.
    blobs.push(new Blob(pieces));
    pieces = [];
    await pause();
    signal.throwIfAborted();
    began = performance.now();
  }
  return { file: new File([...blobs, ...pieces], name, { type: "text/csv" }), asOf };
}
