import type { PolicyDocument } from "./document.js";
import { columnOf, secondsOf, snapshot, stringOf } from "./argument.js";
import { type Capability, type HandleOf, type Instance, host } from "./engine/host.js";
import { CaseSloError } from "./errors.js";
import type {
  Advice,
  Answers,
  AvailabilityOptions,
  CaseFacts,
  Classification,
  CustomerContext,
  Deliverable,
  DeliverableOptions,
  Evaluation,
  Expectation,
  Instant,
  NextContext,
  NextQuestion,
  Objective,
  ParsedVector,
  ReportOptions,
  TierFeature,
} from "./types.js";
import { AvailabilityLog, Report } from "./report.js";

/** A support service description, ready to answer. Get one from `loadPolicy` or `referencePolicy`. */
export class Policy {
  readonly id: string;
  readonly version: string;
  /** BCP 47 tags; the first is the normative one. */
  readonly languages: string[];

  readonly #text: string;
  #handle: HandleOf<Capability> | undefined;
  /** The instance of the engine that the handle lives in. */
  #instance: Instance | undefined;
  #freed = false;

  /** @internal */
  constructor(text: string) {
    // Editors on Windows write a byte order mark, which the engine passes over and JSON.parse does not.
    this.#text = text.replace(/^\ufeff/, "");
    this.#ask(() => undefined);
    const { id, version, languages } = this.toJSON();
    this.id = id;
    this.version = version;
    this.languages = languages;
  }

  /** The document, as it was loaded. */
  toJSON(): PolicyDocument {
    return JSON.parse(this.#text) as PolicyDocument;
  }

  /**
   * How severe is it?
   *
   * @throws CaseSloError "unknown-question", "unknown-option", "invalid-answers"
   */
  classify(answers: Answers): Classification {
    const given = snapshot(answers, "invalid-answers");
    return this.#ask((handle) => handle.classify(given) as Classification);
  }

  /** The question that leads to the severity soonest; null when none could change it any more. */
  nextQuestion(answers: Answers): NextQuestion | null {
    const given = snapshot(answers, "invalid-answers");
    return this.#ask((handle) => handle.next_question(given) as NextQuestion | null);
  }

  /**
   * Reads a vector. Unknown questions and options are reported, not fatal.
   *
   * @throws CaseSloError "invalid-vector", "limit-exceeded"
   */
  parseVector(vector: string): ParsedVector {
    const given = stringOf(vector, "invalid-vector");
    return this.#ask((handle) => handle.parse_vector(given) as ParsedVector);
  }

  /**
   * One objective a measure; `bound` is null where the policy states none.
   *
   * @throws CaseSloError "unknown-tier", "unknown-severity"
   */
  objectives(tier: string, severity: string): Objective[] {
    const [tierId, severityId] = [
      stringOf(tier, "unknown-tier", "/tier"),
      stringOf(severity, "unknown-severity", "/severity"),
    ];
    return this.#ask((handle) => handle.objectives(tierId, severityId) as Objective[]);
  }

  /** Before submission: deadlines if the case were submitted at `submittedAt`, and what to do. */
  expect(facts: CaseFacts): Expectation {
    const given = snapshot(facts, "invalid-case");
    return this.#ask((handle) => handle.expect(given) as Expectation);
  }

  /** A running or closed case, as of `now`. */
  evaluate(facts: CaseFacts, now: Instant): Evaluation {
    const [given, at] = [snapshot(facts, "invalid-case"), snapshot(now, "invalid-instant")];
    return this.#ask((handle) => handle.evaluate(given, at) as Evaluation);
  }

  /** What to do about a running or closed case, as of `now`; when it is overdue, how to escalate stands first. */
  advise(facts: CaseFacts, now: Instant): Advice[] {
    const [given, at] = [snapshot(facts, "invalid-case"), snapshot(now, "invalid-instant")];
    return this.#ask((handle) => handle.advise(given, at) as Advice[]);
  }

  /**
   * The instant at which `seconds` of open time have passed since `start`.
   *
   * @throws CaseSloError "out-of-range" where the calendar never gets there; "unknown-calendar"
   */
  deadline(calendar: string, start: Instant, seconds: number, pauses?: [Instant, Instant | null][]): string {
    const [id, duration] = [stringOf(calendar, "unknown-calendar"), secondsOf(seconds)];
    const [from, paused] = [snapshot(start, "invalid-instant"), snapshot(pauses ?? [], "invalid-case")];
    return this.#ask((handle) => handle.deadline(id, from, duration, paused));
  }

  /**
   * Open seconds between two instants.
   *
   * @throws CaseSloError "invalid-case" where `end` is before `start`; "unknown-calendar"
   */
  elapsed(calendar: string, start: Instant, end: Instant, pauses?: [Instant, Instant | null][]): number {
    const id = stringOf(calendar, "unknown-calendar");
    const [from, to] = [snapshot(start, "invalid-instant"), snapshot(end, "invalid-instant")];
    const paused = snapshot(pauses ?? [], "invalid-case");
    return this.#ask((handle) => handle.elapsed(id, from, to, paused));
  }

  /** A column of deadlines: epoch milliseconds and seconds in, epoch milliseconds out (NaN: out of range). */
  deadlines(calendar: string, starts: Float64Array, seconds: Float64Array): Float64Array {
    const id = stringOf(calendar, "unknown-calendar");
    const [from, durations] = [columnOf(starts), columnOf(seconds)];
    return this.#ask((handle) => handle.deadlines(id, from, durations));
  }

  /** A column of elapsed open seconds between epoch milliseconds (NaN: out of range, or end before start). */
  elapsedAll(calendar: string, starts: Float64Array, ends: Float64Array): Float64Array {
    const id = stringOf(calendar, "unknown-calendar");
    const [from, to] = [columnOf(starts), columnOf(ends)];
    return this.#ask((handle) => handle.elapsed_all(id, from, to));
  }

  /**
   * The context question that leads soonest to the advice that fits; null when no answer could change it any more.
   *
   * @throws CaseSloError "unknown-severity", "unknown-tier", "unknown-question", "unknown-option"
   */
  nextContext(context: CustomerContext): NextContext | null {
    const given = snapshot(context, "invalid-case");
    return this.#ask((handle) => handle.next_context(given) as NextContext | null);
  }

  /**
   * What a tier includes, with all that the tiers below it bring, lowest tier first.
   *
   * @throws CaseSloError "unknown-tier", "unknown-question", "unknown-option"
   */
  features(tier: string, options: { context?: Record<string, string> } = {}): TierFeature[] {
    const [id, given] = [stringOf(tier, "unknown-tier", "/tier"), snapshot(options, "invalid-case")];
    return this.#ask((handle) => handle.features(id, given) as TierFeature[]);
  }

  /**
   * The work of a tier that recurs, with its dates from a first day on.
   *
   * @throws CaseSloError as `features`; "invalid-options" and "out-of-range" and "limit-exceeded" for the period
   */
  deliverables(tier: string, options: DeliverableOptions): Deliverable[] {
    const [id, given] = [stringOf(tier, "unknown-tier", "/tier"), snapshot(options, "invalid-options")];
    return this.#ask((handle) => handle.deliverables(id, given) as Deliverable[]);
  }

  /** Attainment over a log of cases. */
  report(options: ReportOptions): Report {
    const given = snapshot(options, "invalid-options");
    return new Report((instance) => this.in(instance).report(given, ...seed()));
  }

  /**
   * Service availability over a log of outages, for software that is offered as a service. It asks nothing of the policy.
   *
   * @throws CaseSloError "invalid-options", "invalid-instant", "out-of-range", "unknown-zone"
   */
  availability(options: AvailabilityOptions): AvailabilityLog {
    const given = snapshot(options, "invalid-options");
    return new AvailabilityLog((instance) => this.in(instance).availability(given));
  }

  /** Gives the engine's memory back. Every later call throws "disposed". */
  free(): void {
    if (host.runs(this.#instance)) this.#handle?.free();
    this.#handle = undefined;
    this.#freed = true;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  /** @internal The policy in an instance of the engine, loaded again where it was loaded in an earlier one. */
  in<C extends Capability>(instance: Instance<C>): HandleOf<C> {
    if (this.#freed) throw new CaseSloError("disposed", "the policy has been freed");
    if (this.#handle === undefined || this.#instance !== instance) {
      this.#handle = instance.exports.PolicyHandle.load(this.#text);
      this.#instance = instance;
    }
    return this.#handle as HandleOf<C>;
  }

  #ask<T>(body: (handle: HandleOf<"elements">) => T): T {
    return host.call("elements", (instance) => body(this.in(instance)));
  }
}

/** Seed of the hash of ids, so that the writer of a log cannot choose ids that are found slowly. */
function seed(): [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [first, second];
}
