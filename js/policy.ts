import type { PolicyDocument } from "./document.js";
import { columnOf, secondsOf, snapshot, stringOf } from "./argument.js";
import { type Capability, type HandleOf, type Instance, host } from "./engine/host.js";
import { CaseSloError } from "./errors.js";
import type {
  Answers,
  AvailabilityOptions,
  CaseFacts,
  Classification,
  CustomerContext,
  Deliverable,
  DeliverableOptions,
  Evaluation,
  Expectation,
  Guidance,
  Instant,
  NextContext,
  NextQuestion,
  Objective,
  ParsedVector,
  ReportOptions,
  TierFeature,
} from "./types.js";
import { AvailabilityLog, Report } from "./log.js";

/** Rows of a column that the engine answers at once. */
const PART = 1 << 20;

/** A loaded policy, which answers questions about cases. `loadPolicy` and `referencePolicy` return one. */
export class Policy {
  readonly id: string;
  readonly version: string;
  /** Languages as BCP 47 tags; the first is the normative one. */
  readonly languages: string[];

  readonly #text: string;
  #handle: HandleOf<Capability> | undefined;
  /** Instance of the engine that the handle belongs to. */
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

  /**
   * Returns the policy document as it was loaded.
   *
   * @example
   * ```ts
   * policy.toJSON().severities.map(({ id }) => id); // => ["critical", "high", "medium", "low"]
   * ```
   */
  toJSON(): PolicyDocument {
    return JSON.parse(this.#text) as PolicyDocument;
  }

  /**
   * Classifies a case by the answers so far: the severity, its reasons, and what would change it.
   *
   * @throws CaseSloError "unknown-question", "unknown-option", "invalid-answers"
   *
   * @example
   * ```ts
   * const { decided, severity, clauses } = policy.classify({ service: "unavailable" });
   * decided; // => true
   * severity; // => "critical"
   * clauses; // => ["D1"]
   * ```
   */
  classify(answers: Answers): Classification {
    const given = snapshot(answers, "invalid-answers");
    return this.#ask((handle) => handle.classify(given) as Classification);
  }

  /**
   * Returns the question that leads to the severity with the fewest questions, or null if no answer can change the severity.
   *
   * @example
   * ```ts
   * const question = policy.nextQuestion({});
   * const answers = { [question.id]: question.options.at(-1).id };
   * policy.classify(answers).severity; // => "critical"
   * policy.nextQuestion(answers); // => null
   * ```
   */
  nextQuestion(answers: Answers): NextQuestion | null {
    const given = snapshot(answers, "invalid-answers");
    return this.#ask((handle) => handle.next_question(given) as NextQuestion | null);
  }

  /**
   * Reads a vector. The result lists unknown questions and options; they are not an error.
   *
   * @throws CaseSloError "invalid-vector", "limit-exceeded"
   *
   * @example
   * ```ts
   * const { vector } = policy.classify({ service: "unavailable" });
   * policy.parseVector(vector).answers; // => { service: "unavailable" }
   * ```
   */
  parseVector(vector: string): ParsedVector {
    const given = stringOf(vector, "invalid-vector");
    return this.#ask((handle) => handle.parse_vector(given) as ParsedVector);
  }

  /**
   * Returns one objective for each measure; `bound` is null if the policy states none.
   *
   * @throws CaseSloError "unknown-tier", "unknown-severity"
   *
   * @example
   * ```ts
   * const [objective] = policy.objectives("premium", "critical");
   * objective.measure; // => "initial-response"
   * objective.bound; // => "under"
   * objective.seconds; // => 900
   * ```
   */
  objectives(tier: string, severity: string): Objective[] {
    const [tierId, severityId] = [
      stringOf(tier, "unknown-tier", "/tier"),
      stringOf(severity, "unknown-severity", "/severity"),
    ];
    return this.#ask((handle) => handle.objectives(tierId, severityId) as Objective[]);
  }

  /**
   * Returns the due times and the advice for a case that would be submitted at `submittedAt`.
   *
   * @example
   * ```ts
   * const { targets } = policy.expect({
   *   tier: "premium",
   *   severity: "critical",
   *   submittedAt: "2026-02-03T02:14:00-05:00",
   * });
   * targets[0].dueAt; // => "2026-02-03T07:29:00Z"
   * ```
   */
  expect(facts: CaseFacts): Expectation {
    const given = snapshot(facts, "invalid-case");
    return this.#ask((handle) => handle.expect(given) as Expectation);
  }

  /**
   * Evaluates a running or closed case as of `now`.
   *
   * @example
   * ```ts
   * const facts = { tier: "premium", severity: "critical", submittedAt: "2026-02-03T07:14:00Z" };
   * const { targets } = policy.evaluate(facts, "2026-02-03T07:20:00Z");
   * targets[0].state; // => "on-track"
   * targets[0].remainingSeconds; // => 540
   * ```
   */
  evaluate(facts: CaseFacts, now: Instant): Evaluation {
    const [given, at] = [snapshot(facts, "invalid-case"), snapshot(now, "invalid-instant")];
    return this.#ask((handle) => handle.evaluate(given, at) as Evaluation);
  }

  /**
   * Returns the advice for a running or closed case as of `now`, and the advice that will hold later if nothing happens. An
   * escalation that is due comes first.
   *
   * @example
   * ```ts
   * const facts = { tier: "premium", severity: "critical", submittedAt: "2026-02-03T07:14:00Z" };
   * const { advice } = policy.advise(facts, "2026-02-03T08:00:00Z");
   * advice[0].kind; // => "escalate"
   * ```
   */
  advise(facts: CaseFacts, now: Instant): Guidance {
    const [given, at] = [snapshot(facts, "invalid-case"), snapshot(now, "invalid-instant")];
    return this.#ask((handle) => handle.advise(given, at) as Guidance);
  }

  /**
   * Returns the instant at which `seconds` of business hours have passed since `start`.
   *
   * @throws CaseSloError "out-of-range" if the calendar never reaches the instant; "unknown-calendar"
   *
   * @example
   * ```ts
   * policy.deadline("always", "2026-02-03T07:14:00Z", 900); // => "2026-02-03T07:29:00Z"
   * ```
   */
  deadline(calendar: string, start: Instant, seconds: number, pauses?: [Instant, Instant | null][]): string {
    const [id, duration] = [stringOf(calendar, "unknown-calendar"), secondsOf(seconds)];
    const [from, paused] = [snapshot(start, "invalid-instant"), snapshot(pauses ?? [], "invalid-case")];
    return this.#ask((handle) => handle.deadline(id, from, duration, paused));
  }

  /**
   * Returns the seconds of business hours between two instants.
   *
   * @throws CaseSloError "invalid-case" if `end` is before `start`; "unknown-calendar"; "engine-unavailable" if only the engine of
   * the elements runs
   *
   * @example
   * ```ts
   * policy.elapsed("always", "2026-02-03T07:14:00Z", "2026-02-03T07:29:00Z"); // => 900
   * ```
   */
  elapsed(calendar: string, start: Instant, end: Instant, pauses?: [Instant, Instant | null][]): number {
    const id = stringOf(calendar, "unknown-calendar");
    const [from, to] = [snapshot(start, "invalid-instant"), snapshot(end, "invalid-instant")];
    const paused = snapshot(pauses ?? [], "invalid-case");
    return host.call("analysis", (instance) => this.in(instance).elapsed(id, from, to, paused));
  }

  /**
   * Computes a column of due times: from epoch milliseconds and seconds to epoch milliseconds (NaN: out of range).
   *
   * @throws CaseSloError "unknown-calendar", "invalid-case"; "engine-unavailable" if only the engine of the elements runs
   *
   * @example
   * ```ts
   * const starts = Float64Array.of(Date.UTC(2026, 1, 3), Date.UTC(2026, 1, 4));
   * const due = policy.deadlines("always", starts, Float64Array.of(900, 3600));
   * new Date(due[1]).toISOString(); // => "2026-02-04T01:00:00.000Z"
   * ```
   */
  deadlines(calendar: string, starts: Float64Array, seconds: Float64Array): Float64Array {
    const id = stringOf(calendar, "unknown-calendar");
    const [from, durations] = [columnOf(starts), columnOf(seconds)];
    return this.#column(from, durations, (handle, ...part) => handle.deadlines(id, ...part));
  }

  /**
   * Computes a column of elapsed seconds of business hours between epoch milliseconds (NaN: out of range, or end before start).
   *
   * @throws CaseSloError as `deadlines`
   *
   * @example
   * ```ts
   * const starts = Float64Array.of(Date.UTC(2026, 1, 3));
   * policy.elapsedAll("always", starts, Float64Array.of(Date.UTC(2026, 1, 4)))[0]; // => 86400
   * ```
   */
  elapsedAll(calendar: string, starts: Float64Array, ends: Float64Array): Float64Array {
    const id = stringOf(calendar, "unknown-calendar");
    const [from, to] = [columnOf(starts), columnOf(ends)];
    return this.#column(from, to, (handle, ...part) => handle.elapsed_all(id, ...part));
  }

  /**
   * Returns the context question that leads to the advice with the fewest questions, or null if no answer can change the advice.
   *
   * @throws CaseSloError "unknown-severity", "unknown-tier", "unknown-question", "unknown-option"
   *
   * @example
   * ```ts
   * const question = policy.nextContext({ severity: "critical", tier: "premium" });
   * question?.options.length > 1; // => true
   * ```
   */
  nextContext(context: CustomerContext): NextContext | null {
    const given = snapshot(context, "invalid-case");
    return this.#ask((handle) => handle.next_context(given) as NextContext | null);
  }

  /**
   * Returns the features of a tier and of the tiers that it includes, lowest tier first.
   *
   * @throws CaseSloError "unknown-tier", "unknown-question", "unknown-option"
   *
   * @example
   * ```ts
   * policy.features("premium").some(({ tier }) => tier === "basic"); // => true
   * ```
   */
  features(tier: string, options: { context?: Record<string, string> } = {}): TierFeature[] {
    const [id, given] = [stringOf(tier, "unknown-tier", "/tier"), snapshot(options, "invalid-case")];
    return this.#ask((handle) => handle.features(id, given) as TierFeature[]);
  }

  /**
   * Returns the recurring services of a tier with their dates in a period.
   *
   * @throws CaseSloError as `features`; "invalid-options" and "out-of-range" and "limit-exceeded" for the period
   *
   * @example
   * ```ts
   * const [service] = policy.deliverables("premium", { from: "2026-02-01", months: 3 });
   * service.dates.length > 0; // => true
   * ```
   */
  deliverables(tier: string, options: DeliverableOptions): Deliverable[] {
    const [id, given] = [stringOf(tier, "unknown-tier", "/tier"), snapshot(options, "invalid-options")];
    return this.#ask((handle) => handle.deliverables(id, given) as Deliverable[]);
  }

  /**
   * Starts a report of attainment over a log of cases.
   *
   * @example
   * ```ts
   * const log = "Case,Tier,Severity,Opened,First response\n1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n";
   * const report = policy.report({ asOf: "2026-03-01T00:00:00Z" });
   * report.push(new TextEncoder().encode(log));
   * report.finish().coverage; // => 1
   * ```
   */
  report(options: ReportOptions): Report {
    const given = snapshot(options, "invalid-options");
    return new Report((instance) => this.in(instance).report(given, ...seed()));
  }

  /**
   * Starts a report of service availability over a log of outages. It does not depend on the policy.
   *
   * @throws CaseSloError "invalid-options", "invalid-instant", "out-of-range", "unknown-zone"
   *
   * @example
   * ```ts
   * const log = "Start,End\n2026-02-03T07:00:00Z,2026-02-03T08:00:00Z\n";
   * const outages = policy.availability({ asOf: "2026-03-01T00:00:00Z" });
   * outages.push(new TextEncoder().encode(log));
   * outages.finish().from; // => "2026-02-01T00:00:00Z"
   * ```
   */
  availability(options: AvailabilityOptions): AvailabilityLog {
    const given = snapshot(options, "invalid-options");
    return new AvailabilityLog((instance) => this.in(instance).availability(given));
  }

  /**
   * Frees the memory of the policy. Every later call throws "disposed".
   *
   * @example
   * ```ts
   * const copy = loadPolicy(policy.toJSON());
   * copy.free();
   *
   * try {
   *   copy.classify({});
   * } catch (error) {
   *   error.code; // => "disposed"
   * }
   * ```
   */
  free(): void {
    if (host.runs(this.#instance)) this.#handle?.free();
    this.#handle = undefined;
    this.#freed = true;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  /** @internal Returns the policy in an instance of the engine, and loads it again if it was loaded in an earlier one. */
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

  /** Asks about columns in parts: the memory of the engine grows by all that it is given at once, and never shrinks. */
  #column(
    first: Float64Array,
    second: Float64Array,
    ask: (handle: HandleOf<"analysis">, first: Float64Array, second: Float64Array) => Float64Array,
  ): Float64Array {
    return host.call("analysis", (instance) => {
      const handle = this.in(instance);
      // The engine refuses columns that differ in length.
      if (first.length <= PART || first.length !== second.length) return ask(handle, first, second);
      const answers = new Float64Array(first.length);
      for (let at = 0; at < first.length; at += PART) {
        const part = (column: Float64Array) => column.subarray(at, at + PART);
        answers.set(ask(handle, part(first), part(second)), at);
      }
      return answers;
    });
  }
}

/** Seed of the hash of ids, so that the author of a log cannot choose ids that collide. */
function seed(): [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [first, second];
}
