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
}

const minute = 60_000;
/** Seconds are shown below this, unless the visitor prefers reduced motion. */
const secondsBelow = 10 * minute;

/**
 * The time until the deadline. The timer itself is silent; a status region beside it speaks at a few moments. It can be
 * paused and hidden (WCAG 2.2.2).
 */
export function Countdown({ view, target, start }: Props) {
  const { messages, format } = view;
  const words = messages.countdown;
  const due = Date.parse(target.dueAt ?? "");
  const [paused, setPaused] = useState<number | null>(null);
  const [hidden, setHidden] = useState(false);
  const showsSeconds = (at: number, below: number) => Math.abs(due - at) < below && !prefersStillness();
  // A minute early: the next full minute may come long after the seconds should have.
  const precision = (at: number): Precision => (showsSeconds(at, secondsBelow + minute) ? "second" : "minute");
  const ticking = useNow(view, precision);
  const now = paused ?? ticking;
  const left = due - now;
  const step = showsSeconds(now, secondsBelow) ? 1_000 : minute;
  // Rounded away from the deadline: what is left is never shown as more, nor what is overdue as less.
  const shown = (Math.floor(Math.abs(left) / step) * step) / 1_000;
  const spoken = useSpoken(now, start, due, words, format);
  if (Number.isNaN(due)) return null;
  return (
    <div class="countdown" part="countdown">
      <p
        class="remaining"
        role="timer"
        aria-live="off"
        aria-label={left < 0 ? words.overdueLabel : words.label}
        hidden={hidden}
      >
        <span class="figure">
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
      <p class="hidden" role="status">
        {spoken}
      </p>
    </div>
  );
}

/**
 * The text of the status region: new when a mark has been passed; nothing at the start or after the deadline itself has
 * moved, and nothing twice after the clock is set back.
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

/** Half, a quarter, 15, 5 and 1 minute before the deadline, the deadline, and a minute after it; in order. */
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

/** How finely time is shown. */
export type Precision = "minute" | "second" | "none";

const stepLength = { minute: 60_000, second: 1_000 };

/**
 * The time now, told anew at each full minute or second, and when the page comes back to the front: read from the clock
 * each time, never added up. It stands still where the view's does.
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
