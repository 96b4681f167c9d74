/**
 * The package against contract.d.ts, which pages and portals are written against. Results of the package are results of the
 * contract, arguments of the contract are arguments of the package, and most types fit in both directions. A member that
 * the contract has and the package has not yet, or types more widely, is left out here by its name.
 */

import type * as Package from "case-slo";
import type * as Contract from "./contract.js";

/** Compiles only if every `From` is a `To`. */
type Fits<From extends To, To> = [From, To];

export type Results = [
  Fits<Package.Diagnostic, Contract.Diagnostic>,
  Fits<Package.DiagnosticCode, Contract.DiagnosticCode>,
  Fits<Package.PolicyChange, Contract.PolicyChange>,
  Fits<Package.Classification, Contract.Classification>,
  Fits<Package.NextQuestion, Contract.NextQuestion>,
  Fits<Package.Objective, Contract.Objective>,
  Fits<Package.Evaluation, Contract.Evaluation>,
  Fits<Package.TargetEvaluation, Contract.TargetEvaluation>,
  Fits<Package.Advice, Contract.Advice>,
  Fits<Package.Expectation, Contract.Expectation>,
  Fits<Package.ReportResult, Contract.ReportResult>,
  Fits<Package.Group, Contract.Group>,
  Fits<Package.Week, Contract.Week>,
  Fits<Package.CaseSloError, Contract.CaseSloError>,
];

export type Arguments = [
  Fits<Contract.CaseFacts["severityChanges"], Package.CaseFacts["severityChanges"]>,
  Fits<Omit<Contract.CaseFacts, "stoppedAt">, Package.CaseFacts>,
  Fits<Contract.ReportOptions, Package.ReportOptions>,
];

/** The other direction, where the package has everything that the contract has. */
export type Reverse = [
  Fits<Package.Instant, Contract.Instant>,
  Fits<Contract.Instant, Package.Instant>,
  Fits<Package.Text, Contract.Text>,
  Fits<Contract.Text, Package.Text>,
  Fits<Package.Answers, Contract.Answers>,
  Fits<Contract.Answers, Package.Answers>,
  Fits<Contract.DiagnosticCode, Package.DiagnosticCode>,
  Fits<Contract.Diagnostic, Package.Diagnostic>,
  Fits<Contract.PolicyChange, Package.PolicyChange>,
  Fits<Omit<Contract.Objective, "when">, Omit<Package.Objective, "when">>,
  Fits<Contract.Advice, Package.Advice>,
  Fits<Contract.Group, Omit<Package.Group, "overdue">>,
  Fits<Contract.Week, Package.Week>,
  Fits<Contract.NextQuestion, Package.NextQuestion>,
  Fits<Omit<Package.CaseFacts, "context" | "events">, Omit<Contract.CaseFacts, "context" | "events">>,
];

/** Calls of the package can stand where the contract has them. */
export type Calls = [
  Fits<typeof Package.check, typeof Contract.check>,
  Fits<typeof Package.init, typeof Contract.init>,
  Fits<typeof Package.instantOf, typeof Contract.instantOf>,
  Fits<Package.Policy["classify"], Contract.Policy["classify"]>,
  Fits<Package.Policy["nextQuestion"], Contract.Policy["nextQuestion"]>,
  Fits<Package.Policy["parseVector"], Contract.Policy["parseVector"]>,
  Fits<Package.Policy["objectives"], Contract.Policy["objectives"]>,
  Fits<Package.Policy["deadline"], Contract.Policy["deadline"]>,
  Fits<Package.Policy["elapsed"], Contract.Policy["elapsed"]>,
  Fits<Package.Policy["deadlines"], Contract.Policy["deadlines"]>,
  Fits<Package.Policy["elapsedAll"], Contract.Policy["elapsedAll"]>,
];
