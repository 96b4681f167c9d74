import type { Ref } from "preact";

import type { ReportResult } from "../../index.js";
import type { Scene } from "../shared/element.js";
import { Answer } from "./answer.js";
import { type Comparison, none } from "./comparison.js";
import { Exports } from "./exports.js";
import { Filters } from "./filters.js";
import { Groups } from "./groups.js";
import { Misses } from "./misses.js";
import type { Outcome } from "./outcome.js";
import { Pictures } from "./pictures.js";
import { Problems } from "./problems.js";
import type { Filter, Settings } from "./settings.js";
import { Values } from "./values.js";

interface Props {
  scene: Scene;
  outcome: Outcome;
  /** Of all cases of the file; null before they have been read. */
  whole: ReportResult | null;
  /** As asked for now; the outcome may still lag behind. */
  filter: Filter;
  comparison: Comparison;
  values: Settings["values"];
  /** Name of the policy that is compared with. */
  other: string | null;
  standing: "contractual" | "informational" | "unspecified";
  heading: Ref<HTMLHeadingElement>;
  /** Reads the file once more. */
  again(changed: { filter?: Filter; comparison?: Comparison }): void;
  onValues(values: Settings["values"]): void;
  onOther(file: File): void;
}

/** Everything that a log shows, from the answer to the files to take along. */
export function Results({
  scene,
  outcome,
  whole,
  filter,
  comparison,
  values,
  other,
  standing,
  heading,
  again,
  onValues,
  onOther,
}: Props) {
  return (
    <>
      <Answer scene={scene} outcome={outcome} other={other} standing={standing} heading={heading} />
      {whole !== null && (
        <Filters
          scene={scene}
          whole={whole}
          filter={filter}
          comparison={comparison}
          other={other}
          // Without a period there is none before it.
          onFilter={(next) =>
            again({ filter: next, comparison: comparison.kind === "before" && next.from === null ? none : comparison })
          }
          onComparison={(next) => again({ comparison: next })}
          onOther={onOther}
        />
      )}
      <Groups scene={scene} outcome={outcome} other={other} />
      <Pictures scene={scene} outcome={outcome} />
      <Misses key={`${outcome.name} ${JSON.stringify(outcome.filter)}`} scene={scene} outcome={outcome} />
      <Problems scene={scene} outcome={outcome} />
      <Values
        key={JSON.stringify(values)}
        scene={scene}
        problems={outcome.result.problems}
        values={values}
        onValues={onValues}
      />
      <Exports scene={scene} outcome={outcome} />
    </>
  );
}
