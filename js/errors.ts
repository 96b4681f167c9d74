import type { Diagnostic } from "./types.js";

/** The stable codes of {@link CaseSloError}. */
export type ErrorCode =
  | "invalid-policy"
  | "invalid-instant"
  | "invalid-duration"
  | "invalid-answers"
  | "invalid-case"
  | "invalid-vector"
  | "invalid-table"
  | "invalid-options"
  | "unknown-tier"
  | "unknown-severity"
  | "unknown-question"
  | "unknown-option"
  | "unknown-calendar"
  | "unknown-measure"
  | "unknown-zone"
  | "out-of-range"
  | "limit-exceeded"
  | "policy-unavailable"
  | "file-unreadable"
  | "disposed"
  | "engine-unavailable"
  | "engine-restarted"
  | "internal";

/** Every error of this package. */
export class CaseSloError extends Error {
  override readonly name = "CaseSloError" as const;
  /** Stable, e.g. "invalid-policy"; the message may be worded better at any time. */
  readonly code: ErrorCode | (string & {});
  /** JSON Pointer (RFC 6901) into the argument that was refused. */
  readonly path?: string;
  /** For "invalid-policy": everything that was found. */
  readonly diagnostics?: Diagnostic[];

  constructor(
    code: ErrorCode | (string & {}),
    message: string,
    details: { path?: string; diagnostics?: Diagnostic[]; cause?: unknown } = {},
  ) {
    super(message, "cause" in details ? { cause: details.cause } : undefined);
    this.code = code;
    if (details.path !== undefined) this.path = details.path;
    if (details.diagnostics !== undefined) this.diagnostics = details.diagnostics;
  }
}
