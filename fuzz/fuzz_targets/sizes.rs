//! Policies of any size, built from counts: the work and the answer stay bounded, and a policy loads exactly where no finding is
//! an error. Mutation of bytes seldom makes a thousand entries.
#![no_main]

use case_slo::{Policy, check, diff};
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value, json};

/// Most bytes that all findings about one policy take: a thousand pointers and sentences.
const MAX_BYTES: usize = 64 << 20;

/// How many there are of each, and how long ids and texts are.
type Counts = (u8, u8, u8, u8, u16, u16, u16, u8, u8);

fn list(count: usize, entry: impl Fn(usize) -> Value) -> Value {
    (0..count).map(entry).collect()
}

fn policy(counts: Counts, letters: &[u8]) -> String {
    let (languages, tiers, questions, options, rules, objectives, entries, id, seed) = counts;
    let letter = |at: usize| letters.get(at % letters.len().max(1)).copied().unwrap_or(0) as usize;
    let name = |what: &str, n: usize| format!("{what}{n}{}", "x".repeat(usize::from(id)));
    let text = || json!({ "en": "T" });
    let some = |what: &str, count: usize, from: usize| -> Vec<String> {
        (0..count).filter(|n| letter(from + n) >> (n % 8) & 1 == 1).map(|n| name(what, n)).collect()
    };
    let option = |n: usize| json!({"id": name("o", n), "text": text()});
    let question = |n: usize| json!({"id": name("q", n), "text": text(), "ordered": true, "options": list(options.into(), option)});
    let rule = |n: usize| {
        let asked = (0..questions.into()).filter(|q| letter(n * 31 + q) % 7 == 0);
        let when: Map<String, Value> =
            asked.map(|q| (name("q", q), json!(some("o", options.into(), n * 17 + q * 3)))).collect();
        json!({"id": name("r", n), "when": when, "severity": name("s", letter(n) % 5)})
    };
    let objective = |n: usize| {
        json!({"id": name("w", n), "measure": name("m", n % 7), "tiers": some("t", tiers.into(), n), "severities": some("s", 5, n),
            "target": {"within": format!("PT{}H", letter(n))}, "calendar": name("c", n % 2)})
    };
    let clause = |n: usize| (name("p", n), json!({"heading": text(), "text": {}}));
    let hit_policy = ["first", "unique", "most-severe"][usize::from(seed) % 3];
    json!({
        "id": "p", "version": "1", "title": text(),
        "languages": list(usize::from(languages) + 1, |n| json!(if n == 0 { "en".to_owned() } else { format!("aa-{n:04}") })),
        "tiers": list(tiers.into(), |n| json!({"id": name("t", n), "name": text(), "includes": name("t", n + usize::from(seed) % 3)})),
        "severities": list(5, |n| json!({"id": name("s", n), "name": text()})),
        "questions": list(questions.into(), question),
        "classification": {"hitPolicy": hit_policy, "rules": list(rules.into(), rule)},
        "calendars": {name("c", 0): {"open": "24x7"}, name("c", 1): {"open": "24x7"}},
        "measures": list(7, |n| json!({"id": name("m", n), "name": text()})),
        "objectives": list(objectives.into(), objective),
        "advice": list(entries.into(), |n| json!({"id": name("a", n), "kind": "act", "text": {}, "clause": name("p", n + 1)})),
        "clauses": (0..entries.into()).map(clause).collect::<Map<_, _>>(),
    })
    .to_string()
}

fuzz_target!(|input: (Counts, &[u8])| {
    let text = policy(input.0, input.1);
    let findings = check(&text, true);
    let bytes: usize = findings.iter().map(|finding| finding.path.len() + finding.message.len()).sum();
    assert!(findings.len() <= 1_001 && bytes <= MAX_BYTES, "{} findings, {bytes} bytes", findings.len());
    let loaded = Policy::load(&text);
    assert_eq!(findings.iter().any(|finding| finding.is_error()), loaded.is_err());
    if let Ok(policy) = loaded {
        assert_eq!(diff(&policy, &policy), []);
    }
});
