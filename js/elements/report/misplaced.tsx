import type { LogKind } from "./kind.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import type { ViewContext } from "../shared/element.js";

interface Props {
  view: ViewContext;
  name: string;
  /** The kind of the file. */
  kind: LogKind;
  /** Whether another view shows such a file. */
  isView: boolean;
  onUse(): void;
}

/** Says that a file is a log of the other kind, and offers to use it as such. */
export function Misplaced({ view, name, kind, isView, onUse }: Props) {
  const words = reportMessagesFor(view.language).misplaced;
  return (
    <div class="misplaced" role="alert">
      <p>{words.found[kind](name)}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onUse}>
          {(isView ? words.show : words.use)[kind]}
        </button>
      </div>
    </div>
  );
}
