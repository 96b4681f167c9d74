import type { Scene } from "../shared/element.js";

/** What the objectives are to the customer (P2, P3). */
export type Standing = "contractual" | "informational" | "unspecified";

/** What the context makes of the objectives (P2, P3). */
export function standingOf({ description }: Scene, context: Record<string, string>): Standing {
  const standings = (description.context ?? []).flatMap(
    ({ id, options }) => options.find((option) => option.id === context[id])?.standing ?? [],
  );
  return standings.find((standing) => standing !== "unspecified") ?? "unspecified";
}
