// The objective of a case, written from the words of docs/clock.md alone and in another language than the engine: it goes through every
// combination of the answers that are missing, and evaluates each with the slow clock.

import { SlowCalendar, timeOf } from "./slow-clock.mjs";

/** The severity under which a tier takes a case; null if it takes none so little severe. */
export function filed(policy, tierId, severity) {
  const { severities: offered } = policy.tiers.find(({ id }) => id === tierId);
  if (!offered) return severity;
  const ids = policy.severities.map(({ id }) => id);
  return ids.slice(ids.indexOf(severity)).find((id) => offered.includes(id)) ?? null;
}

/** An instant by the id of a measure (its first stop) or of an event, as far as it has come. */
function moment(facts, id, now) {
  const stop = [facts.stoppedAt?.[id] ?? []].flat()[0];
  const at = stop ?? facts.events?.[id] ?? null;
  return at !== null && at <= now ? at : null;
}

/** The rounds of a measure that have begun: each its start, and its end or null. */
function rounds(facts, measure, now) {
  const { startsAt = "submission", until, repeats } = measure;
  const start = startsAt === "submission" ? facts.submittedAt : moment(facts, startsAt, now);
  const end = until === undefined ? null : moment(facts, until, now);
  if (start === null || (end !== null && end <= start)) return [];
  const stops = [facts.stoppedAt?.[measure.id] ?? []].flat().filter((at) => at <= now && (end === null || at < end));
  if (!repeats) return [[start, stops[0] ?? end]];
  const found = [];
  let from = start;
  for (const at of end === null ? stops : [...stops, end]) {
    if (at > from) found.push([from, at]);
    from = Math.max(from, at);
  }
  return end === null ? [...found, [from, null]] : found;
}

/** Every combination of answers to the questions that have none; the first answers first. */
function combinations(questions) {
  return questions.reduce(
    (all, { id, options }) => all.flatMap((known) => options.map((option) => ({ ...known, [id]: option }))),
    [{}],
  );
}

/** The policy's own calendars for a case. */
function calendarsOf(policy, zone) {
  const known = new Map();
  return (id) => {
    if (id === undefined) return new SlowCalendar({ open: "24x7" });
    const definition = policy.calendars[id];
    const ofCustomer = typeof definition.zone === "object";
    if (ofCustomer && zone === undefined) return null;
    if (!known.has(id)) {
      known.set(id, new SlowCalendar(ofCustomer ? { ...definition, zone } : definition, policy.holidaySets));
    }
    return known.get(id);
  };
}

/** What the case of one measure is as of `now`. */
export function evaluateCase(policy, facts, measure, now) {
  const given = { ...facts.context, ...(facts.channel ? { channel: facts.channel } : {}) };
  const questions = [
    ...policy.context.map(({ id, options }) => ({ id, options: options.map((option) => option.id) })),
    { id: "channel", options: policy.channels.map(({ id }) => id) },
  ].filter(({ id }) => (given[id] ?? "unknown") === "unknown");
  const calendar = calendarsOf(policy, facts.zone);

  const chosen = (id, answers) => {
    const { by, values, else: otherwise } = policy.calendars[id] ?? {};
    return by === undefined ? id : (values[answers[by]] ?? otherwise);
  };
  /** The first entry that applies; `vague` stands for a start in hours of which the zone is missing. */
  const first = (severity, start, answers, vague) =>
    policy.objectives.find(({ measure: of, tiers, severities, when = {} }) => {
      if (of !== measure.id || severity === null) return false;
      if (tiers && !tiers.includes(facts.tier)) return false;
      if (severities && !severities.includes(severity)) return false;
      return Object.entries(when).every(([key, values]) => {
        if (key !== "submitted") return values.includes(answers[key]);
        return Object.entries(values).every(([side, id]) => {
          const hours = calendar(chosen(id, answers));
          const isOpen = hours === null ? vague : hours.open(start, start + 1).length > 0;
          return isOpen === (side === "during");
        });
      });
    });

  const round = ([begin, stop]) => {
    const end = stop ?? Math.max(now, begin);
    let [severity, start] = [facts.severity, begin];
    for (const change of facts.severityChanges ?? []) {
      if (change.at > end) break;
      severity = change.severity;
      if (policy.onSeverityChange === "from-change") start = Math.max(begin, change.at);
    }
    const taken = filed(policy, facts.tier, severity);
    const possibility = (answers, vague) => {
      const entry = first(taken, start, answers, vague);
      const id = entry?.target ? chosen(entry.calendar, answers) : undefined;
      return { entry, id, key: JSON.stringify([entry?.target ?? null, entry?.note ?? null, id ?? null]) };
    };
    const all = combinations(questions).map((missing) => ({ ...given, ...missing }));
    const possibilities = all.flatMap((answers) => [possibility(answers, true), possibility(answers, false)]);

    const dependsOn = questions.filter(({ id, options }) =>
      all.some((answers) =>
        [true, false].some((vague) => {
          const keys = options.map((option) => possibility({ ...answers, [id]: option }, vague).key);
          return new Set(keys).size > 1;
        }),
      ),
    );
    const ids = dependsOn.map(({ id }) => id);
    const needsZone =
      possibilities.some(({ entry, id }) => entry?.target && calendar(id) === null) ||
      all.some((answers) => possibility(answers, true).key !== possibility(answers, false).key);
    if (needsZone) ids.push("zone");
    const found = { severity: taken ?? severity, dependsOn: ids, entry: possibilities[0].entry };
    if (needsZone) return { ...found, state: "undetermined", dueAt: null };

    const times = possibilities.map(({ entry, id }) => {
      if (!entry?.target) return { state: "not-stated", dueAt: null };
      const about = { start, end, stopped: stop !== null, pauses: facts.pauses ?? [], now };
      return timeOf(policy, calendar(id), entry.target, measure, about);
    });
    const states = new Set(times.map(({ state }) => state));
    const state = states.size === 1 ? times[0].state : "undetermined";
    if (ids.length === 0) return { ...found, ...times[0] };
    const dues = times.map(({ dueAt }) => dueAt);
    const known = dues.filter((due) => due !== null);
    return {
      ...found,
      state,
      dueAt: null,
      earliestDueAt: known.length > 0 ? Math.min(...known) : null,
      latestDueAt: known.length === dues.length ? Math.max(...known) : null,
    };
  };

  const begun = rounds(facts, measure, now);
  const last = begun.at(-1);
  const result = last
    ? round(last)
    : {
        ...round([Math.max(now, facts.submittedAt), null]),
        state: "not-started",
        dueAt: null,
        earliestDueAt: null,
        latestDueAt: null,
      };
  if (measure.repeats) {
    const ended = begun.filter(([, end]) => end !== null).map((each) => round(each).state);
    result.rounds = {
      met: ended.filter((state) => state === "met").length,
      missed: ended.filter((state) => state === "missed").length,
    };
  }
  return result;
}
