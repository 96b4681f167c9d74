import type { PolicyDocument } from "./document.js";
import { call, callOf, deadlineOf, elapsedOf, generation, json } from "./engine.js";
import { CaseSloError } from "./errors.js";
import type { PolicyHandle } from "./generated/glue.js";
import type {
  Advice,
  Answers,
  AvailabilityOptions,
  CaseFacts,
  Classification,
  Deliverable,
  DeliverableOptions,
  Evaluation,
  Expectation,
  Instant,
  KnownContext,
  NextContext,
  NextQuestion,
  Objective,
  ParsedVector,
  ReportOptions,
  TierFeature,
} from "./types.js";
import { AvailabilityLog, Report } from "./report.js";
import { rfc3339 } from "./rfc3339.js";

/** Generations of no engine: of a policy that has not been loaded yet, and of one that never will be again. */
const [NEW, FREED] = [-1, -2];

/** A support service description, ready to answer. Get one from `loadPolicy` or `referencePolicy`. */
export class Policy {
  readonly id: string;
  readonly version: string;
  /** BCP 47 tags; the first is the normative one. */
  readonly languages: string[];

  readonly #text: string;
  readonly #load: () => PolicyHandle;
  #handle: PolicyHandle | undefined;
  #generation = NEW;
  /** The numbers under which the engine knows calendars, and which was asked for last. */
  readonly #numbers = new Map<string, number>();
  #asked: string | undefined;
  #number = -1;

  /** @internal `trusted`: the policy that ships is not checked once more. */
  constructor(text: string, trusted = false) {
    this.#text = text;
    this.#load = trusted ? () => call(({ PolicyHandle }) => PolicyHandle.trust(text)) : () => loaded(text);
    this.#renew();
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
    const given = json(answers, "invalid-answers");
    return this.#ask((handle) => handle.classify(given) as Classification);
  }

  /** The question that leads to the severity soonest; null when none could change it any more. */
  nextQuestion(answers: Answers): NextQuestion | null {
    const given = json(answers, "invalid-answers");
    return this.#ask((handle) => handle.next_question(given) as NextQuestion | null);
  }

  /**
   * Reads a vector. Unknown questions and options are reported, not fatal.
   *
   * @throws CaseSloError "invalid-vector"
   */
  parseVector(vector: string): ParsedVector {
    return this.#ask((handle) => handle.parse_vector(String(vector)) as ParsedVector);
  }

  /**
   * One objective a measure; `bound` is null where the policy states none.
   *
   * @throws CaseSloError "unknown-tier", "unknown-severity"
   */
  objectives(tier: string, severity: string): Objective[] {
    return this.#ask((handle) => handle.objectives(String(tier), String(severity)) as Objective[]);
  }

  /** Before submission: deadlines if the case were submitted at `submittedAt`, and what to do. */
  expect(facts: CaseFacts): Expectation {
    const given = json(facts, "invalid-case");
    return this.#ask((handle) => handle.expect(given) as Expectation);
  }

  /** A running or closed case, as of `now`. */
  evaluate(facts: CaseFacts, now: Instant): Evaluation {
    const [given, at] = [json(facts, "invalid-case"), json(now, "invalid-instant")];
    return this.#ask((handle) => handle.evaluate(given, at) as Evaluation);
  }

  /** What to do about a running or closed case, as of `now`; when it is overdue, how to escalate stands first. */
  advise(facts: CaseFacts, now: Instant): Advice[] {
    const [given, at] = [json(facts, "invalid-case"), json(now, "invalid-instant")];
    return this.#ask((handle) => handle.advise(given, at) as Advice[]);
  }

  /**
   * The instant at which `seconds` of open time have passed since `start`.
   *
   * @throws CaseSloError "out-of-range" where the calendar never gets there; "unknown-calendar"
   */
  deadline(calendar: string, start: Instant, seconds: number, pauses?: [Instant, Instant | null][]): string {
    if (isNumeric(start) && isNone(pauses)) {
      this.#current();
      const due = deadlineOf(this.#numberOf(calendar), Number(start), Number(seconds));
      if (!Number.isNaN(due)) return rfc3339(due);
    }
    const [from, holds] = [json(start, "invalid-instant"), json(pauses ?? [], "invalid-case")];
    return this.#ask((handle) => handle.deadline(String(calendar), from, Number(seconds), holds));
  }

  /**
   * Open seconds between two instants.
   *
   * @throws CaseSloError "invalid-case" where `end` is before `start`; "unknown-calendar"
   */
  elapsed(calendar: string, start: Instant, end: Instant, pauses?: [Instant, Instant | null][]): number {
    if (isNumeric(start) && isNumeric(end) && isNone(pauses)) {
      this.#current();
      const elapsed = elapsedOf(this.#numberOf(calendar), Number(start), Number(end));
      if (!Number.isNaN(elapsed)) return elapsed;
    }
    const [from, to] = [json(start, "invalid-instant"), json(end, "invalid-instant")];
    const holds = json(pauses ?? [], "invalid-case");
    return this.#ask((handle) => handle.elapsed(String(calendar), from, to, holds));
  }

  /** A column of deadlines: epoch milliseconds and seconds in, epoch milliseconds out (NaN: out of range). */
  deadlines(calendar: string, starts: Float64Array, seconds: Float64Array): Float64Array {
    const [from, open] = [column(starts), column(seconds)];
    return this.#ask((handle) => handle.deadlines(String(calendar), from, open));
  }

  /** A column of elapsed open seconds between epoch milliseconds (NaN: out of range, or end before start). */
  elapsedAll(calendar: string, starts: Float64Array, ends: Float64Array): Float64Array {
    const [from, to] = [column(starts), column(ends)];
    return this.#ask((handle) => handle.elapsed_all(String(calendar), from, to));
  }

  /**
   * The context question that leads soonest to the advice that fits; null when no answer could change it any more.
   *
   * @throws CaseSloError "unknown-severity", "unknown-tier", "unknown-question", "unknown-option"
   */
  nextContext(known: KnownContext): NextContext | null {
    const given = json(known, "invalid-case");
    return callOf("policyhandle_next_context", () =>
      this.#ask((handle) => (handle.next_context(given) as NextContext | null | undefined) ?? null),
    );
  }

  /**
   * What a tier includes, with all that the tiers below it bring, lowest tier first.
   *
   * @throws CaseSloError "unknown-tier", "unknown-question", "unknown-option"
   */
  features(tier: string, options: { context?: Record<string, string> } = {}): TierFeature[] {
    const given = json(options, "invalid-case");
    return callOf("policyhandle_features", () =>
      this.#ask((handle) => handle.features(String(tier), given) as TierFeature[]),
    );
  }

  /**
   * The work of a tier that recurs, with its dates from a first day on.
   *
   * @throws CaseSloError as `features`; "invalid-options" and "out-of-range" for the period
   */
  deliverables(tier: string, options: DeliverableOptions): Deliverable[] {
    const given = json(options, "invalid-options");
    return callOf("policyhandle_deliverables", () =>
      this.#ask((handle) => handle.deliverables(String(tier), given) as Deliverable[]),
    );
  }

  /** Attainment over a log of cases. */
  report(options: ReportOptions): Report {
    return new Report(this, "report", options);
  }

  /**
   * Service availability over a log of outages, for software that is offered as a service. It asks nothing of the policy.
   *
   * @throws CaseSloError "invalid-options", "invalid-instant", "out-of-range", "unknown-zone"
   */
  availability(options: AvailabilityOptions): AvailabilityLog {
    return new AvailabilityLog(this, "availability", options);
  }

  /** Gives the engine's memory back. Every later call throws "disposed". */
  free(): void {
    if (this.#generation === generation()) this.#handle?.free();
    this.#handle = undefined;
    this.#generation = FREED;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  /** @internal */
  ask<T>(body: (handle: PolicyHandle) => T): T {
    return this.#ask(body);
  }

  /** The number of a calendar, which is quicker to say to the engine than its id; -1 where it has none. */
  #numberOf(calendar: string): number {
    if (calendar !== this.#asked) {
      let number = this.#numbers.get(calendar);
      if (number === undefined) {
        number = this.#ask((handle) => handle.calendar_number(String(calendar)));
        if (number >= 0) this.#numbers.set(calendar, number);
      }
      [this.#asked, this.#number] = [calendar, number];
    }
    return this.#number;
  }

  #ask<T>(body: (handle: PolicyHandle) => T): T {
    const handle = this.#current();
    return call(() => body(handle));
  }

  /** The engine's own object, made again where the engine had to be started again. */
  #current(): PolicyHandle {
    if (this.#generation !== generation()) this.#renew();
    return this.#handle as PolicyHandle;
  }

  #renew(): void {
    if (this.#generation === FREED) throw new CaseSloError("disposed", "the policy has been freed");
    this.#handle = this.#load();
    this.#numbers.clear();
    this.#asked = undefined;
    this.#generation = generation();
  }
}

/** Whether an instant can cross to the engine as a number, ten times as fast as in JSON. */
function isNumeric(instant: Instant): boolean {
  return typeof instant === "number" || instant instanceof Date;
}

/** Whether there are no pauses: none given, or a list of none. */
function isNone(pauses: unknown[] | undefined): boolean {
  return pauses === undefined || pauses?.length === 0;
}

/** A column as the engine takes it; a list of numbers will do. */
function column(values: ArrayLike<number>): Float64Array {
  if (values instanceof Float64Array) return values;
  if (Array.isArray(values) || ArrayBuffer.isView(values)) return Float64Array.from(values as ArrayLike<number>);
  throw new CaseSloError("invalid-case", `expected a Float64Array, found ${typeof values}`, { path: "" });
}

const loaded = (text: string): PolicyHandle =>
  callOf("policyhandle_load", ({ PolicyHandle: handle }) => handle.load(text));
