//! A policy of any size, arguments for it, and the calls of the engine on both: each ends, with an answer of a bounded size, in
//! bounded memory. The fuzz target `sizes` and a test share it (tests/fuzz_smoke.rs). Changes of bytes seldom make a thousand
//! entries, so the bytes are read as counts here.

use case_slo::report::ReportOptions;
use case_slo::{
    Answers, CaseFacts, CustomerContext, ErrorCode, Instant, MAX_DELIVERABLE_DATES, MAX_SEGMENTS, Period, Policy,
    SegmentKind, check, diff,
};
use serde_json::{Map, Value, json};

use crate::allocations::measure;

/// Most bytes that a call may hold: what a page can spare.
const MAX_HELD: usize = 300 << 20;
/// Most bytes that a call may ask for all together: a measure of its work that does not depend on the machine.
const MAX_ASKED: usize = 4 << 30;
/// Most findings about a policy, with the one that says how many are not listed.
const MAX_FINDINGS: usize = 1_001;

/// Names that every object of JavaScript has.
const INHERITED: [&str; 8] = [
    "__proto__",
    "constructor",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "isPrototypeOf",
    "__defineGetter__",
    "toLocaleString",
];

/// Bytes that are read as numbers; behind their end they are mixed anew.
struct Numbers<'a> {
    bytes: &'a [u8],
    at: usize,
    /// By how much the largest counts are smaller than the limits.
    divisor: usize,
}

impl Numbers<'_> {
    fn next(&mut self) -> usize {
        let length = self.bytes.len().max(1);
        let byte = self.bytes.get(self.at % length).copied().unwrap_or(0);
        let round = self.at / length;
        self.at += 1;
        usize::from(byte) ^ (round * 167 + round / 3) & 0xff
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() << 8 | self.next()) % limit.max(1)
    }

    /// One of so many times.
    fn is_rare(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// A count: small as a rule, now and then as large as it may be, or one more.
    fn count(&mut self, most: usize) -> usize {
        let most = (most / self.divisor).max(2);
        match self.next() % 16 {
            0 => 0,
            1..=9 => 1 + self.below(4.min(most)),
            10..=13 => self.below(most),
            14 => most,
            _ => most + usize::from(self.divisor == 1 && self.is_rare(8)),
        }
    }

    /// An instant, at an end of time now and then.
    fn instant(&mut self) -> Instant {
        match self.next() % 8 {
            0 => Instant::MIN,
            1 => Instant::MAX,
            _ => {
                let day = self.below(83_950) as i64;
                Instant::from_millis((day * 86_400_000) + (self.below(1_440) as i64) * 60_000).unwrap_or(Instant::MIN)
            }
        }
    }

    fn time(&mut self) -> String {
        format!("{:02}:{:02}", self.below(24), self.below(60))
    }
}

/// Ids of one kind of entry.
struct Ids {
    kind: char,
    count: usize,
    length: usize,
    inherited: bool,
}

impl Ids {
    fn new(kind: char, count: usize, numbers: &mut Numbers) -> Self {
        let length = if numbers.is_rare(8) { numbers.below(202) } else { 0 };
        Self { kind, count, length, inherited: numbers.is_rare(3) }
    }

    fn id(&self, place: usize) -> String {
        match INHERITED.get(place) {
            Some(name) if self.inherited => (*name).to_owned(),
            _ => format!("{}{place:0width$}", self.kind, width = self.length.min(199)),
        }
    }

    /// One of the ids, or seldom one that is not there.
    fn any(&self, numbers: &mut Numbers) -> String {
        let is_wrong = self.count == 0 || numbers.is_rare(4_000);
        if is_wrong { "nobody".to_owned() } else { self.id(numbers.below(self.count)) }
    }

    fn some(&self, numbers: &mut Numbers) -> Vec<String> {
        let mut places: Vec<usize> = match numbers.next() % 4 {
            0 => (0..self.count).collect(),
            1 => (0..self.count).filter(|_| numbers.next().is_multiple_of(2)).collect(),
            _ => (0..1 + numbers.below(3)).map(|_| numbers.below(self.count)).collect(),
        };
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter(|place| *place < self.count).map(|place| self.id(place)).collect()
    }

    fn list(&self, numbers: &mut Numbers, mut entry: impl FnMut(usize, &mut Numbers) -> Value) -> Value {
        (0..self.count)
            .map(|place| {
                let mut entry = entry(place, numbers);
                entry["id"] = json!(self.id(place));
                entry
            })
            .collect()
    }
}

/// A policy, arguments for it, and a log.
pub struct SizedCase {
    policy: String,
    other: String,
    facts: CaseFacts,
    now: Instant,
    answers: Answers,
    context: CustomerContext,
    tier: String,
    from: String,
    log: Vec<u8>,
    measure: String,
}

impl SizedCase {
    /// The case that bytes describe; `divisor` is by how much its largest counts are below the limits.
    pub fn from_bytes(bytes: &[u8], divisor: usize) -> Self {
        let mut numbers = Numbers { bytes, at: 0, divisor };
        let numbers = &mut numbers;
        let ids = |kind, most, least: usize, numbers: &mut Numbers| {
            let count = numbers.count(most).max(least);
            Ids::new(kind, count, numbers)
        };
        let [tiers, severities] = [ids('t', 100, 1, numbers), ids('s', 63, 1, numbers)];
        let [questions, options] = [ids('q', 64, 0, numbers), ids('o', 64, 1, numbers)];
        let [rules, calendars] = [ids('r', 2_000, 0, numbers), ids('c', 100, 1, numbers)];
        let [measures, objectives] = [ids('m', 100, 0, numbers), ids('w', 10_000, 0, numbers)];
        let [context, answers] = [ids('x', 100, 0, numbers), ids('y', 64, 1, numbers)];
        let [advice, features] = [ids('a', 2_000, 0, numbers), ids('f', 2_000, 0, numbers)];
        let clauses = ids('p', 2_000, 0, numbers);
        let languages: Vec<String> = (0..numbers.count(32).max(1))
            .map(|n| if n == 0 { "en".to_owned() } else { format!("aa-{n:04}") })
            .collect();
        let letters = if numbers.is_rare(16) { numbers.below(70_000) } else { 1 };
        let text = || json!({ "en": "t".repeat(letters.min(20)) });

        let conditions = |ids: &Ids, values: &Ids, numbers: &mut Numbers| -> Map<String, Value> {
            let count = numbers.below(4).min(ids.count);
            (0..count).map(|_| (ids.any(numbers), json!(values.some(numbers)))).collect()
        };
        let hours = |numbers: &mut Numbers| -> Value {
            (0..numbers.count(48)).map(|_| json!([numbers.time(), numbers.time()])).collect()
        };
        let holiday = |numbers: &mut Numbers| match numbers.next() % 5 {
            0 => json!(format!(
                "{}-{:02}-{:02}",
                1970 + numbers.below(230),
                1 + numbers.below(12),
                1 + numbers.below(28)
            )),
            1 => json!({"easter": numbers.below(200) as i64 - 100, "name": {"en": "n".repeat(letters)}}),
            2 => json!({"weekday": "mon", "nth": 1 + numbers.below(5), "month": 1 + numbers.below(12)}),
            3 => {
                json!({"date": format!("--{:02}-{:02}", 1 + numbers.below(12), 1 + numbers.below(28)), "observed": {"sat": "mon", "sun": "mon"}})
            }
            _ => json!(format!("--{:02}-{:02}", 1 + numbers.below(12), 1 + numbers.below(28))),
        };
        let calendar = |place: usize, numbers: &mut Numbers| {
            if place.is_multiple_of(3) && numbers.is_rare(2) {
                return json!({"open": "24x7"});
            }
            let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            let week: Map<String, Value> = match numbers.next() % 3 {
                0 => [("sun-thu".to_owned(), hours(numbers))].into_iter().collect(),
                _ => days.iter().map(|day| ((*day).to_owned(), hours(numbers))).collect(),
            };
            let holidays: Vec<Value> = (0..numbers.count(400)).map(|_| holiday(numbers)).collect();
            let zone = ["America/Toronto", "UTC", "Asia/Kathmandu", "Pacific/Apia"][numbers.below(4)];
            json!({"zone": zone, "weekly": week, "holidays": holidays})
        };
        let document = |numbers: &mut Numbers| {
            let hit_policy = ["first", "most-severe", "unique"][numbers.below(3)];
            json!({
                "id": "p", "version": "1", "title": text(), "languages": languages,
                "tiers": tiers.list(numbers, |place, numbers| {
                    let includes = (place > 0 && numbers.is_rare(2)).then(|| tiers.id(place - 1));
                    json!({"name": text(), "includes": includes})
                }),
                "severities": severities.list(numbers, |_, _| json!({"name": text()})),
                "questions": questions.list(numbers, |_, numbers| {
                    json!({"text": text(), "ordered": numbers.is_rare(2), "options": options.list(numbers, |_, _| json!({"text": text()}))})
                }),
                "classification": {
                    "hitPolicy": hit_policy,
                    "rules": rules.list(numbers, |_, numbers| {
                        json!({"when": conditions(&questions, &options, numbers), "severity": severities.any(numbers)})
                    }),
                },
                "calendars": (0..calendars.count).map(|place| (calendars.id(place), calendar(place, numbers))).collect::<Map<_, _>>(),
                "measures": measures.list(numbers, |place, _| json!({"name": text(), "pausable": place % 2 == 0})),
                "objectives": objectives.list(numbers, |_, numbers| {
                    let target = match numbers.next() % 4 {
                        0 => json!({"within": format!("PT{}S", numbers.below(60_000))}),
                        1 => json!({"under": format!("PT{}H", numbers.below(60_000))}),
                        2 => json!({"businessDays": numbers.below(300), "due": "close"}),
                        _ => Value::Null,
                    };
                    json!({"measure": measures.any(numbers), "tiers": tiers.some(numbers), "severities": severities.some(numbers),
                        "target": target, "calendar": calendars.any(numbers)})
                }),
                "context": context.list(numbers, |_, numbers| {
                    json!({"text": text(), "options": answers.list(numbers, |_, _| json!({"text": text()}))})
                }),
                "advice": advice.list(numbers, |_, numbers| {
                    let mut when = conditions(&context, &answers, numbers);
                    if numbers.is_rare(3) {
                        when.insert("severity".to_owned(), json!(severities.some(numbers)));
                    }
                    if numbers.is_rare(3) {
                        when.insert("state".to_owned(), json!(["overdue"]));
                    }
                    json!({"kind": "act", "text": text(), "when": when})
                }),
                "features": features.list(numbers, |_, numbers| {
                    let cadence = ["daily", "weekly", "monthly", "continuous"][numbers.below(4)];
                    json!({"tier": tiers.any(numbers), "name": text(), "cadence": cadence, "when": conditions(&context, &answers, numbers)})
                }),
                "clauses": (0..clauses.count).map(|place| (clauses.id(place), json!({"heading": text(), "text": text()}))).collect::<Map<_, _>>(),
                "exports": {"x": {"fields": {"a": "{constructor} {text} {nobody}".repeat(letters.min(2_000))}}},
            })
        };
        let policy = document(numbers).to_string();
        let other = document(numbers).to_string();

        let submitted = numbers.instant();
        let mut facts = CaseFacts::new(tiers.any(numbers), severities.any(numbers), submitted);
        for _ in 0..numbers.count(1_000) {
            let from = numbers.instant();
            facts = facts.with_pause(from, if numbers.is_rare(20) { None } else { Some(numbers.instant().max(from)) });
        }
        let given = (0..numbers.below(5)).map(|_| (questions.any(numbers), options.any(numbers)));
        let answered = given.collect::<Vec<_>>().into_iter().fold(Answers::new(), |all, (q, o)| all.with(q, o));
        let known = CustomerContext::new().with_tier(tiers.any(numbers));
        let mut log = b"id,tier,severity,submitted,stopped\n".to_vec();
        for row in 0..numbers.count(3_000) {
            let line = format!(
                "{row},{},{},{},{}\n",
                tiers.any(numbers),
                severities.any(numbers),
                numbers.instant(),
                numbers.instant()
            );
            log.extend_from_slice(line.as_bytes());
        }
        Self {
            policy,
            other,
            facts,
            now: numbers.instant(),
            answers: answered,
            context: known,
            tier: tiers.any(numbers),
            from: format!("{}-01-31", 1970 + numbers.below(220)),
            log,
            measure: measures.any(numbers),
        }
    }

    /// Makes every call, and checks the size of what comes back. Whether the policy loads.
    pub fn check(&self) -> bool {
        let findings = bounded("check", || check(&self.policy, true));
        let bytes: usize = findings.iter().map(|finding| finding.path.len() + finding.message.len()).sum();
        assert!(findings.len() <= MAX_FINDINGS && bytes < 64 << 20, "{} findings, {bytes} bytes", findings.len());
        let loaded = bounded("load", || Policy::load(&self.policy));
        let has_errors = findings.iter().any(|finding| finding.is_error());
        assert_eq!(has_errors, loaded.is_err(), "check and load agree: {findings:?}");
        let Ok(policy) = loaded else { return false };
        assert_eq!(bounded("diff", || diff(&policy, &policy)), []);
        if let Ok(other) = Policy::load(&self.other) {
            let changes = bounded("diff", || diff(&policy, &other));
            assert!(changes.len() <= 2_002, "{} changes", changes.len());
        }
        self.questions(&policy);
        self.clock(&policy);
        self.services(&policy);
        self.report(&policy);
        true
    }

    fn questions(&self, policy: &Policy) {
        let Ok(found) = bounded("classify", || policy.classify(&self.answers)) else { return };
        assert_eq!(policy.parse_vector(&found.vector).map(|parsed| parsed.ignored), Ok(Vec::new()));
        if let Some(question) = bounded("nextQuestion", || policy.next_question(&self.answers)).unwrap() {
            assert!(question.expected >= 1.0 && question.expected <= f64::from(question.worst) + 1e-6);
        }
    }

    fn clock(&self, policy: &Policy) {
        let Ok(evaluation) = bounded("evaluate", || policy.evaluate(&self.facts, self.now)) else { return };
        let segments: usize = evaluation.targets.iter().map(|target| target.timeline.len()).sum();
        assert!(segments <= MAX_SEGMENTS, "{segments} segments");
        for target in evaluation.targets.iter().filter(|target| !target.timeline.is_empty()) {
            let counted = target.timeline.iter().filter(|segment| segment.kind == SegmentKind::Counted);
            let sum: i64 = counted.map(|segment| segment.to.millis() - segment.from.millis()).sum();
            assert!(
                (sum as f64 / 1_000.0 - target.elapsed_seconds).abs() < 1e-6,
                "what is counted is what has elapsed"
            );
        }
        let _ = bounded("expect", || policy.expect(&self.facts));
        let _ = bounded("advise", || policy.advise(&self.facts, self.now));
    }

    fn services(&self, policy: &Policy) {
        if let Ok(Some(question)) = bounded("nextContext", || policy.next_context(&self.context)) {
            assert!(question.expected >= 1.0 && question.expected <= f64::from(question.worst) + 1e-6);
        }
        let _ = bounded("features", || policy.features(&self.tier, &self.context));
        let year: i32 = self.from[..4].parse().unwrap_or(1970);
        let period = Period::between(&self.from, &format!("{}-12-31", year + 9)).unwrap();
        match bounded("deliverables", || policy.deliverables(&self.tier, &self.context, period)) {
            Ok(found) => {
                let dates: usize = found.iter().map(|each| each.dates.len()).sum();
                assert!(dates <= MAX_DELIVERABLE_DATES, "{dates} dates");
            }
            Err(error) => assert!(matches!(
                error.code(),
                ErrorCode::LimitExceeded | ErrorCode::UnknownTier | ErrorCode::UnknownSeverity | ErrorCode::OutOfRange
            )),
        }
    }

    fn report(&self, policy: &Policy) {
        let options = ReportOptions::new(self.now).measure(&self.measure);
        let Ok(mut report) = policy.report(&options) else { return };
        let result = bounded("report", || {
            report.push(&self.log);
            report.finish()
        });
        assert!(result.groups.len() <= 2_100, "{} groups", result.groups.len());
        let faults: u64 = result.problems.iter().map(|problem| problem.count).sum();
        let cases = result.groups.last().map_or(0, |all| all.cases);
        assert!(cases + result.filtered + faults >= result.rows, "every row is evaluated, filtered out, or a problem");
    }
}

/// The result of a call, which holds and asks for a bounded number of bytes.
fn bounded<T>(name: &str, call: impl FnOnce() -> T) -> T {
    let (result, held, asked) = measure(call);
    assert!(held <= MAX_HELD, "{name} holds {held} bytes");
    assert!(asked <= MAX_ASKED, "{name} asks for {asked} bytes");
    result
}
