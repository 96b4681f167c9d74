import type { HandoverModel } from "../handover/model.js";
import type { Outcome } from "../report/outcome.js";
import type { AvailabilityResult, Classification, Diagnostic, ReportResult } from "../../index.js";

/** The events of the elements, as `addEventListener` types them. All of them bubble, and leave shadow trees. */
export interface SloEventMap {
  /** The element can be used. */
  "slo-ready": CustomEvent<{ policy: string; version: string }>;
  /** The element cannot be used. */
  "slo-error": CustomEvent<{ code: string; message: string; diagnostics: Diagnostic[] | undefined }>;
  /** The policy does not know a part of a link or an attribute; `parts` are names, or names with values ("tier:gold"). */
  "slo-ignored": CustomEvent<{ parts: string[] }>;
  /** `<slo-wizard>` shows a question, or the result; `question` is its id, null for the result. */
  "slo-step": CustomEvent<{ question: string | null; number: number; title: string }>;
  /** `<slo-wizard>` knows the severity, or more about the customer: answers to context questions by their ids, and the tier. */
  "slo-classified": CustomEvent<{ classification: Classification; context: Record<string, string> }>;
  /** The choice in `<slo-calculator>` has changed; `submittedAt` is null for "now". */
  "slo-change": CustomEvent<{ tier: string; severity: string; submittedAt: string | null }>;
  /** The state of a measure of `<slo-clock>` is known or has changed. */
  "slo-state": CustomEvent<{ measure: string; state: string }>;
  /** The case of `<slo-intake>` has changed; `handover` is its content. */
  "slo-handover": CustomEvent<{ handover: HandoverModel }>;
  /** `<slo-report>` has read a log, or the cases of the filter; `file` is the name of the log. */
  "slo-report": CustomEvent<{ file: string } & Omit<Outcome, "name">>;
  /** `<slo-dashboard>` shows a month: its report, and the availability of all months (null without a log of outages). */
  "slo-dashboard": CustomEvent<{ month: string; result: ReportResult; availability: AvailabilityResult | null }>;
}

declare global {
  // Of elements, documents and windows alike.
  interface GlobalEventHandlersEventMap extends SloEventMap {}
}
