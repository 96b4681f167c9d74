import { useEffect, useRef, useState } from "preact/hooks";

import type { TargetEvaluation } from "../../index.js";
import type { Messages } from "../../messages/index.js";
import type { Format } from "../../text/format.js";
import type { ViewContext } from "./element.js";

interface Props {
  view: ViewContext;
  target: TargetEvaluation;
  /** Start of the clock, in milliseconds since 1970. */
  start: number;
  /** Whether only the status region is there, because the page shows elsewhere by how much the case is late. */
  isSpokenOnly?: boolean;
}

const minute = 60_000;
/** Below this time the countdown shows seconds, unless the visitor prefers reduced motion. */
const secondsBelow = 10 * minute;

/**
 * Shows the time until the due time. The timer itself is silent; a status region announces a few moments. The visitor can pause
 * and hide it (WCAG 2.2.2).
 */
export function Countdown({ view, target, start, isSpokenOnly = false }: Props) {
  const { messages, format } = view;
  const words = messages.countdown;
  const due = Date.parse(target.dueAt ?? "");
  const [paused, setPaused] = useState<number | null>(null);
  const [hidden, setHidden] = useState(false);
  const showsSeconds = (at: number, below: number) => Math.abs(due - at) < below && !prefersStillness();
  // Seconds begin a minute early, because the next full minute may come too late for them.
  const precision = (at: number): Precision => (showsSeconds(at, secondsBelow + minute) ? "second" : "minute");
  const ticking = useNow(view, precision);
  const now = paused ?? ticking;
  const left = due - now;
  const step = showsSeconds(now, secondsBelow) ? 1_000 : minute;
  // The time is rounded down: neither the remaining nor the overdue time is shown as more than it is.
  const shown = (Math.floor(Math.abs(left) / step) * step) / 1_000;
  const spoken = useSpoken(now, start, due, words, format);
  if (Number.isNaN(due)) return null;
  return (
    <div class="countdown" part="countdown">
      {!isSpokenOnly && (
        <>
          <p
            class="remaining"
            role="timer"
            aria-live="off"
            aria-label={left < 0 ? words.overdueLabel : words.label}
            hidden={hidden}
          >
            <span class={left < 0 ? "figure overdue" : "figure"}>
              {left < 0 ? words.overdueBy(format.duration(shown)) : words.left(format.duration(shown))}
            </span>
          </p>
          <div class="countdown-actions no-print">
            {!hidden && (
              <button type="button" class="link target" onClick={() => setPaused(paused === null ? view.now() : null)}>
                {paused === null ? words.pause : words.resume}
              </button>
            )}
            <button type="button" class="link target" onClick={() => setHidden(!hidden)}>
              {hidden ? words.show : words.hide}
            </button>
          </div>
        </>
      )}
      <p class="hidden" role="status">
        {spoken}
      </p>
    </div>
  );
}

/**
 * Returns the text of the status region. It changes when a mark has been passed; it is empty at the start and after the due
 * time has moved, and does not repeat itself if the clock is set back.
 */
function useSpoken(now: number, start: number, due: number, words: Messages["countdown"], format: Format): string {
  const passed = marksBefore(now, start, due);
  const before = useRef({ start, due, passed });
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const known = before.current;
    if (known.start !== start || known.due !== due) {
      before.current = { start, due, passed };
      setSpoken("");
    } else if (passed > known.passed) {
      known.passed = passed;
      const left = format.duration(Math.max(0, due - now) / 1_000, "long");
      const { half, quarter, minutes, due: isDue, overdue } = words.status;
      const last = marks(start, due)[passed - 1]?.kind;
      setSpoken(
        { half: half(left), quarter: quarter(left), minutes: minutes(left), due: isDue, overdue }[last ?? "due"],
      );
    }
  }, [passed, start, due]);
  return spoken;
}

/**
 * Returns the announced moments in order: half of the time, a quarter, 15, 5 and 1 minute before the due time, the due time,
 * and a minute after it.
 */
function marks(start: number, due: number) {
  const span = due - start;
  return [
    { at: due - span / 2, kind: "half" as const },
    { at: due - span / 4, kind: "quarter" as const },
    ...[15, 5, 1].map((minutes) => ({ at: due - minutes * minute, kind: "minutes" as const })),
    { at: due, kind: "due" as const },
    { at: due + minute, kind: "overdue" as const },
  ]
    .filter(({ at }) => at > start)
    .sort((one, other) => one.at - other.at);
}

const marksBefore = (now: number, start: number, due: number): number =>
  marks(start, due).filter(({ at }) => at <= now).length;

const prefersStillness = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Unit in which the time changes. */
export type Precision = "minute" | "second" | "none";

const stepLength = { minute: 60_000, second: 1_000 };

/**
 * Returns the current time, updated at each full minute or second and when the page becomes visible again. Each update reads
 * the clock, so that errors do not add up. A fixed time of the view stays fixed.
 */
export function useNow(view: ViewContext, precision: (now: number) => Precision): number {
  const [now, setNow] = useState(view.now);
  const step = view.frozen ? "none" : precision(now);
  useEffect(() => {
    if (step === "none") return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(view.now());
      timer = setTimeout(tick, stepLength[step] - (Date.now() % stepLength[step]));
    };
    const wake = () => {
      if (document.visibilityState === "hidden") return;
      clearTimeout(timer);
      tick();
    };
    timer = setTimeout(tick, stepLength[step] - (Date.now() % stepLength[step]));
    document.addEventListener("visibilitychange", wake);
    addEventListener("pageshow", wake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("pageshow", wake);
    };
  }, [step]);
  return view.frozen ? view.now() : now;
}
