import type { Diagnostic, EngineErrorCode } from "./engine-types.js";

/** Codes of errors that JavaScript throws, in addition to those of the engine. */
export type PackageErrorCode =
  /** A row of a decision table cannot be read. */
  | "invalid-table"
  /** A file is no export of the help desk that it is imported from. */
  | "invalid-import"
  /** The element finds no policy at its address. */
  | "policy-unavailable"
  /** A file of the visitor cannot be read. */
  | "file-unreadable"
  /** A spreadsheet of the visitor is damaged, or of a kind that is not read. */
  | "invalid-spreadsheet"
  /** A spreadsheet of the visitor is protected by a password. */
  | "encrypted-spreadsheet"
  /** The policy has been freed, or the log has ended. */
  | "disposed"
  /** The engine has not started, did not start, or does not contain this function. */
  | "engine-unavailable"
  /** The engine was started again in the middle of a log: read the log again. */
  | "engine-restarted";

/** The stable codes of {@link CaseSloError}. */
export type ErrorCode = EngineErrorCode | PackageErrorCode;

/**
 * Every error of this package.
 *
 * @example
 * ```ts
 * try {
 *   policy.deadline("no such calendar", 0, 60);
 * } catch (error) {
 *   error.code; // => "unknown-calendar"
 * }
 * ```
 */
export class CaseSloError extends Error {
  override readonly name = "CaseSloError" as const;
  /** A stable code; a later version may add codes to {@link ErrorCode}. The message is not stable. */
  readonly code: ErrorCode | (string & {});
  /** JSON Pointer (RFC 6901) into the invalid argument. */
  readonly path?: string;
  /** All findings, for the code "invalid-policy". */
  readonly diagnostics?: Diagnostic[];

  constructor(
    code: ErrorCode,
    message: string,
    details: { path?: string; diagnostics?: Diagnostic[]; cause?: unknown } = {},
  ) {
    super(message, "cause" in details ? { cause: details.cause } : undefined);
    this.code = code;
    if (details.path !== undefined) this.path = details.path;
    if (details.diagnostics !== undefined) this.diagnostics = details.diagnostics;
  }
}
