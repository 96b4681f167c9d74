//! How much work a check takes, and what it says once that is too much.
#![cfg(all(feature = "analysis", not(target_arch = "wasm32")))]

use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

/// Numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// A policy of wildcard rules: each asks for some options of a few questions.
fn policy(questions: usize, options: usize, rules: usize, asked: usize, hit_policy: &str) -> String {
    let mut numbers = Numbers(7);
    let text = json!({ "en": "Text" });
    let questions: Vec<Value> = (0..questions)
        .map(|q| {
            let options: Vec<Value> = (0..options).map(|o| json!({"id": format!("o{o}"), "text": text})).collect();
            json!({"id": format!("q{q}"), "text": text, "ordered": true, "options": options})
        })
        .collect();
    let rules: Vec<Value> = (0..rules)
        .map(|r| {
            let mut when = Map::new();
            for _ in 0..asked {
                let question = numbers.below(questions.len());
                let one = numbers.below(options);
                let other = numbers.below(options);
                let mut chosen = vec![format!("o{one}")];
                if other != one {
                    chosen.push(format!("o{other}"));
                }
                when.insert(format!("q{question}"), json!(chosen));
            }
            json!({"id": format!("r{r}"), "when": when, "severity": format!("s{}", numbers.below(4))})
        })
        .collect();
    let severities: Vec<Value> = (0..4).map(|s| json!({"id": format!("s{s}"), "name": text})).collect();
    let classification = json!({"hitPolicy": hit_policy, "rules": rules});
    json!({
        "id": "large", "version": "1", "title": text, "languages": ["en"], "severities": severities,
        "questions": questions, "classification": classification,
    })
    .to_string()
}

fn checked(text: &str) -> (Vec<&'static str>, Duration) {
    let start = Instant::now();
    let findings = case_slo::check(text, false);
    (findings.iter().map(|finding| finding.code).collect(), start.elapsed())
}

#[test]
fn a_million_combinations_with_two_hundred_wildcard_rules_are_verified() {
    for hit_policy in ["most-severe", "first"] {
        for asked in [2, 4, 6, 9] {
            let text = policy(10, 4, 200, asked, hit_policy);
            let large = |finding: &case_slo::Diagnostic| finding.message.contains("too large");
            let start = Instant::now();
            let findings = case_slo::check(&text, false);
            let took = start.elapsed();
            let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
            assert_eq!(findings.iter().find(|finding| large(finding)), None, "the table is looked at whole");
            let mut kinds = codes.clone();
            kinds.sort_unstable();
            kinds.dedup();
            println!("{hit_policy}, {asked} questions a rule: {took:?}, {} findings, {kinds:?}", codes.len());
            assert!(took < Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 4 }), "{took:?}");
        }
    }
}

#[test]
fn a_table_that_is_too_large_gets_a_finding_and_no_wait() {
    let sizes = [(30, 4, 1_500, 5), (20, 6, 400, 9), (64, 2, 2_000, 12), (64, 16, 1_000, 6)];
    for (questions, options, rules, asked) in sizes {
        let (codes, took) = checked(&policy(questions, options, rules, asked, "first"));
        println!("{questions} questions of {options}, {rules} rules of {asked}: {took:?}, {} findings", codes.len());
        assert!(codes.contains(&"limit-exceeded"), "{codes:?}");
        assert!(took < Duration::from_secs(if cfg!(debug_assertions) { 100 } else { 10 }), "{took:?}");
    }
}

#[test]
fn gaps_without_end_take_bounded_work() {
    let sizes = [(18, 2, 300, 9), (16, 3, 250, 10), (12, 4, 250, 9), (40, 2, 60, 10)];
    for (questions, options, rules, asked) in sizes {
        let (codes, took) = checked(&policy(questions, options, rules, asked, "most-severe"));
        println!("{questions} questions of {options}, {rules} rules of {asked}: {took:?}, {} findings", codes.len());
        assert!(took < Duration::from_secs(if cfg!(debug_assertions) { 100 } else { 10 }), "{took:?}");
    }
}
