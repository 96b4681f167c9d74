import { accepted } from "./reading/open.js";
import { pause } from "./reading/pieces.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import type { Policy } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useState } from "preact/hooks";

interface Props {
  view: ViewContext;
  /** Whether a file has been chosen; another one replaces it. */
  hasFile: boolean;
  isDragging: boolean;
  onFile(file: File): void;
  onSample(cases: number): void;
}

/** Numbers of cases in the sample logs. */
export const sampleSizes = [1_000, 100_000, 1_000_000] as const;

/** Shows the choice of a log: a file, a file dropped on the element, or a sample. */
export function Choose({ view, hasFile, isDragging, onFile, onSample }: Props) {
  const words = reportMessagesFor(view.language).choose;
  const { count } = numbersIn(view.language);
  // A sample log needs tiers and measures of the policy.
  const canSample = (view.description.tiers ?? []).length > 0 && (view.description.measures ?? []).length > 0;
  return (
    <section class={isDragging ? "choose dragging" : "choose"} part="choose" aria-labelledby="choose">
      <h2 id="choose">{hasFile ? words.another : words.heading}</h2>
      <p class="drop">
        <label class="button primary">
          {words.button}
          <input
            type="file"
            accept={accepted}
            aria-describedby="choose-privacy"
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
      <p id="choose-privacy" class="privacy">
        {words.privacy}
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

/** Returns whether files are dragged over an element, and the listeners for that. */
export function useDrop(onFile: (file: File) => void) {
  const [isDragging, setDragging] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Otherwise the browser would open the file instead of the page.
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

/** Seed and end of the sample log, which is always the same half year. */
const [seed, asOf] = [42, Date.UTC(2026, 6, 1)];
/** Milliseconds of work after which waiting tasks run. */
const longestTask = 12;

/**
 * Generates a sample log of `rows` cases under a policy, in pieces, so that the page stays responsive.
 *
 * @throws CaseSloError "invalid-options" if the policy has no tiers; the reason of `signal` if it aborts
 * @returns the file, and the instant at which its open cases are evaluated
 */
export async function makeSample(
  policy: Policy,
  rows: number,
  name: string,
  language: string,
  signal: AbortSignal,
): Promise<{ file: File; asOf: number }> {
  // Few visitors need it, so it is loaded on demand.
  const { sampleLog } = await import("../../sample-log.js");
  const blobs: Blob[] = [];
  let pieces: BlobPart[] = [];
  let began = performance.now();
  for (const piece of sampleLog(policy, { rows, seed, language, asOf })) {
    pieces.push(piece as Uint8Array<ArrayBuffer>);
    if (performance.now() - began < longestTask) continue;
    // Pieces are passed to the browser one by one, because a million cases at once would block the page.
    blobs.push(new Blob(pieces));
    pieces = [];
    await pause();
    signal.throwIfAborted();
    began = performance.now();
  }
  return { file: new File([...blobs, ...pieces], name, { type: "text/csv" }), asOf };
}
