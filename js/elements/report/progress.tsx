import type { Progress as State } from "./reading/pieces.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import { reportMessagesFor } from "../../messages/report/index.js";

interface Props {
  view: ViewContext;
  name: string;
  progress: State;
  /** Start of the reading, a time of `performance`. */
  began: number;
  /** Whether an earlier result stays visible. */
  isAgain?: boolean;
  onCancel(): void;
}

/** Milliseconds before which the speed is not shown. */
const rateDelay = 300;

/** Shows how much of a log has been read, the speed, and the remaining time. */
export function Progress({ view, name, progress: { bytes, size, rows }, began, isAgain = false, onCancel }: Props) {
  const words = reportMessagesFor(view.language).reading;
  const { about, share, size: sizeOf } = numbersIn(view.language);
  const share_ = size === 0 ? 1 : bytes / size;
  const spent = performance.now() - began;
  const left = bytes === 0 ? null : ((size - bytes) / bytes) * (spent / 1_000);
  return (
    <section class={isAgain ? "reading again" : "reading"} part="progress" aria-labelledby="reading">
      <h2 id="reading">{words.heading(name)}</h2>
      <progress max={Math.max(1, size)} value={bytes} aria-labelledby="reading" />
      <p class="figure muted">
        {words.bytes(sizeOf(bytes), sizeOf(size), share(share_))}
        {spent > rateDelay && rows > 0 && <> · {words.rate(about(rows / (spent / 1_000)))}</>}
        {spent > rateDelay && left !== null && left >= 1 && <> · {words.left(view.format.duration(left))}</>}
      </p>
      <div class="actions">
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}

/** Shows progress without a known end while a sample log is generated. */
export function SampleProgress({ view, onCancel }: { view: ViewContext; onCancel(): void }) {
  const words = reportMessagesFor(view.language);
  return (
    <section class="reading" part="progress" aria-labelledby="making">
      <h2 id="making">{words.choose.making}</h2>
      <progress aria-labelledby="making" />
      <div class="actions">
        <button type="button" onClick={onCancel}>
          {words.reading.cancel}
        </button>
      </div>
    </section>
  );
}
