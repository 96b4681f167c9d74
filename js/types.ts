/**
 * The types that JavaScript alone has. Those of arguments, results and the policy document are written from the Rust types,
 * into engine-types.ts and document.ts. Every instant that comes out is RFC 3339 in UTC; every duration is in seconds.
 */

import type {
  AvailabilityResult,
  CustomerContext,
  DeliverablePeriod,
  KnownDiagnosticCode,
  ReportResult,
} from "./engine-types.js";

export type * from "./engine-types.js";

/**
 * An instant: a Date, epoch milliseconds, or an RFC 3339 string with an offset.
 *
 * A string without an offset is refused (code "invalid-instant"). Results are RFC 3339 in UTC, to the millisecond only
 * if it is not zero: "2026-02-03T07:14:00Z".
 *
 * @example
 * ```ts
 * const submittedAt: Instant = "2026-02-03T02:14:00-05:00";
 * ```
 */
export type Instant = Date | number | string;

/**
 * Language-tagged text of a policy: BCP 47 tag to text.
 *
 * @example
 * ```ts
 * const name: Text = { en: "Critical", "fr-CA": "Critique" };
 * ```
 */
export type Text = Record<string, string>;

/** The language of the engine: "auto" is WebAssembly, or JavaScript if the page refuses WebAssembly. */
export type EngineKind = "auto" | "wasm" | "js";

/** The source of the engine's bytes. */
export type EngineSource = URL | string | Response | BufferSource | WebAssembly.Module;

/** The code of a finding. A later version may add codes to the known ones. */
export type DiagnosticCode = KnownDiagnosticCode | (string & {});

/** The period of recurring services, and the context for conditional ones. */
export interface DeliverableOptions extends DeliverablePeriod, Pick<CustomerContext, "context"> {}

/** The content of a column of a log of cases. */
export type LogColumn = keyof ReportResult["columns"];

/** The content of a column of a log of outages. */
export type OutageColumn = keyof AvailabilityResult["columns"];
