use serde_json::{Value, json};

use super::*;
use crate::policy::read;
use crate::{ErrorCode, argument};

/// A classifier for a policy with these questions (ids and options) and rules.
fn classifier(questions: Value, rules: Value) -> Classifier {
    let severities: Vec<Value> =
        ["s1", "s2", "s3", "s4"].iter().map(|id| json!({"id": id, "name": {"en": id}})).collect();
    let questions: Vec<Value> = questions
        .as_array()
        .unwrap()
        .iter()
        .map(|q| {
            let options: Vec<Value> =
                q[1].as_array().unwrap().iter().map(|o| json!({"id": o, "text": {"en": o}})).collect();
            json!({"id": q[0], "text": {"en": q[0]}, "options": options})
        })
        .collect();
    let rules: Vec<Value> = rules
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .map(|(i, r)| json!({"id": format!("r{i}"), "when": r[0], "severity": r[1], "clause": format!("C{i}"), "basis": r.get(2).unwrap_or(&json!("stated"))}))
        .collect();
    let policy = json!({"id": "t", "version": "1", "title": {"en": "T"}, "languages": ["en"], "severities": severities,
        "questions": questions, "classification": {"rules": rules}});
    let reading = read(&policy.to_string());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    Classifier::new(&reading.document.unwrap())
}

fn outage() -> Classifier {
    classifier(
        json!([["a", ["works", "slow", "down"]], ["b", ["few", "many"]], ["c", ["no", "yes"]]]),
        json!([
            [{"a": ["down"]}, "s1"],
            [{"a": ["slow"], "b": ["many"]}, "s2"],
            [{"a": ["slow"]}, "s3", "interpreted"],
            [{"a": ["works"], "c": ["yes"]}, "s3"],
            [{"a": ["works"], "c": ["no"]}, "s4"]
        ]),
    )
}

fn answers(value: Value) -> Answers {
    argument::read(value, ErrorCode::InvalidAnswers).unwrap()
}

fn classify(classifier: &Classifier, given: Value) -> Value {
    json!(classifier.classify(&answers(given)).unwrap())
}

fn plan(classifier: &Classifier, given: Value) -> Option<plan::Plan> {
    next_question::next_question(classifier, &AnswerSets::of(&answers(given), classifier.table()).unwrap())
}

#[test]
fn one_answer_can_decide_and_is_then_the_whole_reason() {
    let found = classify(&outage(), json!({"b": "few", "a": "down", "c": "no"}));
    assert_eq!(found["decided"], true);
    assert_eq!(found["possible"], json!(["s1"]));
    assert_eq!(found["because"], json!({"a": ["down"]}));
    assert_eq!(found["clauses"], json!(["C0"]));
    assert_eq!(found["vector"], "t@1/a:down/b:few/c:no");
    assert_eq!(
        found["whatIf"],
        json!([
            {"severity": "s2", "change": {"a": "slow", "b": "many"}},
            {"severity": "s3", "change": {"a": "slow"}},
            {"severity": "s4", "change": {"a": "works"}}
        ])
    );
}

#[test]
fn an_unknown_answer_leaves_everything_possible_and_is_no_reason() {
    let found = classify(&outage(), json!({"a": "unknown", "b": "many", "c": "no"}));
    assert_eq!((&found["decided"], &found["severity"]), (&json!(false), &json!("s1")));
    assert_eq!(found["possible"], json!(["s1", "s2", "s4"]));
    assert_eq!(found["because"], json!({"b": ["many"], "c": ["no"]}));
}

#[test]
fn a_clause_that_decides_wins_over_an_interpretation_of_the_same_level() {
    let c = outage();
    assert_eq!(classify(&c, json!({"a": "slow", "b": "few"}))["basis"], "interpreted");
    assert_eq!(classify(&c, json!({"a": "slow", "b": "many"}))["clauses"], json!(["C1"]));
    assert_eq!(classify(&c, json!({"a": "slow", "b": "many"}))["basis"], "stated");
}

#[test]
fn the_question_that_decides_soonest_comes_first_and_none_when_decided() {
    let c = outage();
    let ask = |answers: Value| plan(&c, answers);
    let first = ask(json!({})).unwrap();
    assert_eq!((first.axis, first.worst, first.exact), (0, 2, true));
    assert!((first.expected - (1.0 + 2.0 / 3.0)).abs() < 1e-12);
    assert_eq!(first.possible, [vec![2, 3], vec![1, 2], vec![0]]);
    assert_eq!(ask(json!({"a": "slow"})).unwrap().axis, 1);
    assert_eq!(ask(json!({"a": "works"})).unwrap().axis, 2);
    assert_eq!(ask(json!({"a": "down"})), None);
    assert_eq!(ask(json!({"a": ["slow", "down"]})).unwrap().axis, 1);
    assert_eq!(ask(json!({"a": "unknown", "b": "few", "c": "unknown"})), None);
}

#[test]
fn answers_that_no_rule_covers_stay_undecided() {
    let c = classifier(json!([["a", ["x", "y"]]]), json!([[{"a": ["x"]}, "s2"]]));
    let found = classify(&c, json!({"a": "y"}));
    assert_eq!((&found["decided"], &found["possible"], &found["severity"]), (&json!(false), &json!([]), &json!("s1")));
    assert_eq!((&found["basis"], &found["clauses"]), (&json!("interpreted"), &json!([])));
    let open = classify(&c, json!({}));
    assert_eq!((&open["decided"], &open["possible"]), (&json!(false), &json!(["s2"])));
}

#[test]
fn faults_in_answers_are_named_with_their_place() {
    let c = outage();
    let fault = |answers: Value| {
        let read = argument::read(answers, ErrorCode::InvalidAnswers);
        let error = read.and_then(|answers| c.classify(&answers)).unwrap_err();
        (error.code().as_str(), error.path().unwrap().to_owned())
    };
    assert_eq!(fault(json!({"x/y": "down"})), ("unknown-question", "/x~1y".to_owned()));
    assert_eq!(fault(json!({"a": "dwon"})), ("unknown-option", "/a".to_owned()));
    assert_eq!(fault(json!({"a": ["down", "up"]})), ("unknown-option", "/a/1".to_owned()));
    assert_eq!(fault(json!({"a": []})), ("invalid-answers", "/a".to_owned()));
    assert_eq!(fault(json!({"a": 1})), ("invalid-answers", "/a".to_owned()));
    assert_eq!(fault(json!([])), ("invalid-answers", String::new()));
}

#[test]
fn a_vector_is_read_back_and_what_is_unknown_is_reported() {
    let c = outage();
    let parsed = c.parse_vector("t@1/a:slow+down/b:?/c:no").unwrap();
    assert_eq!(json!(parsed.answers), json!({"a": ["slow", "down"], "b": "unknown", "c": "no"}));
    assert!(parsed.same_version && parsed.ignored.is_empty());
    let other = c.parse_vector("t@0.9/a:gone+slow/z:1").unwrap();
    assert_eq!(json!(other.answers), json!({"a": "slow"}));
    assert_eq!((other.same_version, other.ignored), (false, vec!["a:gone".to_owned(), "z".to_owned()]));
    for bad in ["", "t", "@1", "t@1/a", "t@1//", "t@1/a:%zz", "t@1/a:%ff"] {
        assert_eq!(c.parse_vector(bad).unwrap_err().code().as_str(), "invalid-vector", "{bad}");
    }
    assert!(c.parse_vector("t@1/a:%zz").unwrap_err().to_string().contains("%zz"));
}

#[test]
fn a_table_too_large_to_search_still_gets_a_question() {
    let questions: Vec<Value> =
        (0..64).map(|q| json!([format!("q{q}"), (0..64).map(|o| format!("o{o}")).collect::<Vec<_>>()])).collect();
    let rules: Vec<Value> = (0..500)
        .map(|r| json!([{ (format!("q{}", r % 64)): [format!("o{}", r % 61)], (format!("q{}", (r * 7 + 1) % 64)): [format!("o{}", r % 59)] }, format!("s{}", r % 4 + 1)]))
        .collect();
    let c = classifier(json!(questions), json!(rules));
    let plan = plan(&c, json!({})).unwrap();
    assert!(!plan.exact && plan.worst >= 1);
    let found = classify(&c, json!({"q0": "o0"}));
    assert_eq!(found["decided"], false);
    // The work that is allowed does not settle it, so every severity stays possible.
    assert_eq!(found["possible"], json!(["s1", "s2", "s3", "s4"]));
}

#[test]
fn the_smallest_reason_is_given_where_dropping_answers_one_by_one_finds_a_larger_one() {
    let yes_or_no = |id: &str| json!([id, ["no", "yes"]]);
    let c = classifier(
        json!([yes_or_no("a"), yes_or_no("b"), yes_or_no("c")]),
        json!([[{"c": ["yes"]}, "s1"], [{"a": ["yes"], "b": ["yes"]}, "s1"], [{}, "s4"]]),
    );
    let found = classify(&c, json!({"a": "yes", "b": "yes", "c": "yes"}));
    assert_eq!((&found["severity"], &found["because"]), (&json!("s1"), &json!({"c": ["yes"]})));
}

#[test]
fn once_the_work_is_used_up_every_outcome_of_a_large_table_is_possible() {
    let questions: Vec<Value> = (0..20).map(|n| json!([format!("q{n}"), ["x", "y", "z"]])).collect();
    let rules: Vec<Value> = (0..20).map(|n| json!([{format!("q{n}"): ["x"]}, "s1"])).collect();
    let c = classifier(json!(questions), json!(rules));
    let mut evaluator = outcome_evaluator::OutcomeEvaluator::of(&c);
    assert!(evaluator.compiled.is_none());
    let region = AnswerSets::none(c.table()).region(c.table());
    let uncovered = decide::UNCOVERED;
    assert_eq!(evaluator.outcomes(&region), uncovered | 1);
    evaluator.budget.spend(usize::MAX);
    assert_eq!(evaluator.outcomes(&region), uncovered | 0b1111);
}

#[test]
fn of_questions_that_are_alike_in_a_large_table_the_first_is_asked() {
    let questions: Vec<Value> = (0..20).map(|n| json!([format!("q{n}"), ["x", "y", "z"]])).collect();
    let rules: Vec<Value> = (0..20).map(|n| json!([{format!("q{n}"): ["x"]}, "s1"])).collect();
    let c = classifier(json!(questions), json!(rules));
    assert_eq!(plan(&c, json!({})).unwrap().axis, 0);
    assert_eq!(plan(&c, json!({"q0": "y", "q1": "unknown"})).unwrap().axis, 2);
}

#[test]
fn of_a_large_table_no_question_is_asked_for_rules_that_cannot_win_any_more() {
    let mut questions = vec![json!(["q", ["x", "y"]]), json!(["a", ["x", "y"]])];
    questions.extend((0..20).map(|n| json!([format!("c{n}"), ["x", "y", "z"]])));
    let mut rules = vec![json!([{"q": ["x"]}, "s1"]), json!([{"a": ["y"]}, "s2"])];
    rules.extend((0..20).map(|n| json!([{format!("c{n}"): ["x"]}, "s3"])));
    let c = classifier(json!(questions), json!(rules));
    let asked = |given: Value| plan(&c, given).map(|plan| (plan.worst, plan.exact));
    assert_eq!(asked(json!({})), Some((22, false)));
    // One rule covers all that is left but for "q", so that the rest is small enough to be searched whole.
    assert_eq!(plan(&c, json!({"a": "y"})).unwrap().axis, 0);
    assert_eq!((asked(json!({"a": "y"})), asked(json!({"a": "y", "q": "y"}))), (Some((1, true)), None));
}

#[test]
fn questions_that_no_rule_asks_for_make_no_table_too_large() {
    let mut questions: Vec<Value> = (0..30).map(|n| json!([format!("idle{n}"), ["x", "y", "z"]])).collect();
    questions.push(json!(["a", ["x", "y"]]));
    let c = classifier(json!(questions), json!([[{"a": ["x"]}, "s1"], [{}, "s2"]]));
    let plan = plan(&c, json!({})).unwrap();
    assert_eq!((plan.axis, plan.worst, plan.exact), (30, 1, true));
}

#[test]
fn an_answer_with_several_options_stays_as_it_is_while_another_changes() {
    let classifier = classifier(
        json!([["a", ["x", "y", "z"]], ["b", ["no", "yes"]]]),
        json!([[{"a": ["z"]}, "s1"], [{"b": ["yes"]}, "s2"], [{}, "s3"]]),
    );
    let changes = |given: Value| classify(&classifier, given)["whatIf"].clone();
    // "z" was excluded, so that one answer to "b" decides.
    let to = |severity: &str, change: Value| json!({"severity": severity, "change": change});
    assert_eq!(changes(json!({"a": ["x", "y"]})), json!([to("s1", json!({"a": "z"})), to("s3", json!({"b": "no"}))]));
    // Nothing was excluded, so that "a" has to be answered as well.
    let found = changes(json!({"a": "unknown"}));
    assert_eq!(found, json!([to("s2", json!({"a": "x", "b": "yes"})), to("s3", json!({"a": "x", "b": "no"}))]));
    // An answer that is sure counts as one change too.
    assert_eq!(
        changes(json!({"a": "z"})),
        json!([to("s2", json!({"a": "x", "b": "yes"})), to("s3", json!({"a": "x", "b": "no"}))])
    );
}

/// A table too large to be searched whole, in which "a" decides between "s1" and "s2" and "b" does not; "b" comes first.
fn large() -> Classifier {
    let mut questions = vec![json!(["b", ["x", "y"]]), json!(["a", ["x", "y"]])];
    questions.extend((0..20).map(|n| json!([format!("c{n}"), ["x", "y", "z"]])));
    let mut rules = vec![
        json!([{"a": ["x"], "b": ["x"]}, "s1"]),
        json!([{"a": ["x"], "b": ["y"]}, "s1"]),
        json!([{"a": ["y"], "b": ["x"]}, "s2"]),
        json!([{"a": ["y"], "b": ["y"]}, "s2"]),
    ];
    rules.extend((0..20).map(|n| json!([{format!("c{n}"): ["x"]}, "s3"])));
    let classifier = classifier(json!(questions), json!(rules));
    assert!(outcome_evaluator::OutcomeEvaluator::of(&classifier).compiled.is_none());
    classifier
}

#[test]
fn of_a_large_table_the_question_after_which_fewest_rules_disagree_is_asked() {
    let plan = plan(&large(), json!({})).unwrap();
    assert_eq!((plan.axis, plan.exact, plan.worst), (1, false, 22));
    assert_eq!(plan.possible, [[0], [1]]);
}

#[test]
fn of_a_large_table_only_answers_that_have_to_change_are_changed() {
    let found = classify(&large(), json!({"a": "x", "b": "y", "c7": "z"}));
    assert_eq!((&found["severity"], &found["because"]), (&json!("s1"), &json!({"a": ["x"]})));
    assert_eq!(found["whatIf"], json!([{"severity": "s2", "change": {"a": "y"}}]));
    let other = classify(&large(), json!({"a": "unknown", "b": "y"}));
    let to = |severity: &str, a: &str| json!({"severity": severity, "change": {"a": a}});
    assert_eq!(other["whatIf"], json!([to("s2", "y")]));
}

#[test]
fn an_option_that_was_excluded_stays_so_while_another_answer_changes() {
    let classifier = classifier(
        json!([["a", ["x", "y", "z"]], ["b", ["no", "yes"]]]),
        json!([[{"a": ["z"]}, "s1"], [{"a": ["x"], "b": ["yes"]}, "s2"], [{"a": ["y"], "b": ["yes"]}, "s3"], [{}, "s4"]]),
    );
    let to = |severity: &str, change: Value| json!({"severity": severity, "change": change});
    // "x" and "y" differ, so that the answer leaves two cases open; of "z" nothing is left.
    assert_eq!(
        classify(&classifier, json!({"a": ["x", "y"]}))["whatIf"],
        json!([to("s1", json!({"a": "z"})), to("s3", json!({"a": "y", "b": "yes"})), to("s4", json!({"b": "no"}))])
    );
}

#[test]
fn what_is_possible_is_what_the_complete_answers_say_one_by_one() {
    let mut state = 1u64;
    let mut below = move |end: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % end
    };
    for _ in 0..150 {
        let questions = json!([["a", ["x", "y", "z"]], ["b", ["x", "y", "z"]], ["c", ["x", "y"]]]);
        let mut rules = Vec::new();
        for _ in 0..below(16) + 1 {
            let mut when = serde_json::Map::new();
            for (question, options) in [("a", 3), ("b", 3), ("c", 2)] {
                // No condition, or one on some of the options, but not on all.
                let set = below(1 << options);
                let named: Vec<&str> = ["x", "y", "z"]
                    .into_iter()
                    .take(options)
                    .enumerate()
                    .filter(|(at, _)| set >> at & 1 == 1)
                    .map(|(_, option)| option)
                    .collect();
                if !named.is_empty() && named.len() < options {
                    when.insert(question.to_owned(), json!(named));
                }
            }
            rules.push(json!([when, format!("s{}", below(4) + 1)]));
        }
        let classifier = classifier(questions, json!(rules));
        let table = classifier.table();
        for _ in 0..20 {
            let region: Vec<table::OptionSet> = [7, 7, 3].into_iter().map(|all| below(all) + 1).collect();
            let (mut outcomes, mut winning) = (0, vec![false; table.rules.len()]);
            for point in 0..18u64 {
                let point = [1 << (point / 6), 1 << (point / 2 % 3), 1 << (point % 2)];
                if point.iter().zip(&region).any(|(option, open)| option & open == 0) {
                    continue;
                }
                let matches =
                    |rule: &usize| table.rules[*rule].sets.iter().zip(&point).all(|(set, option)| set & option != 0);
                let most_severe = (0..table.rules.len()).filter(matches).map(|rule| table.rules[rule].severity).min();
                outcomes |= most_severe.map_or(decide::UNCOVERED, |severity| 1 << severity);
                let first = (0..table.rules.len()).filter(matches).map(|rule| table.rank(rule)).min();
                for rule in (0..table.rules.len()).filter(matches) {
                    winning[rule] |= Some(table.rank(rule)) == first;
                }
            }
            let mut budget = decide::Budget::full();
            let contenders = decide::Contenders::of(table, &region, &mut budget);
            assert_eq!(contenders.outcomes(&mut budget), outcomes, "{rules:?} {region:?}");
            assert_eq!(
                outcome_evaluator::OutcomeEvaluator::of(&classifier).outcomes(&region),
                outcomes,
                "{rules:?} {region:?}"
            );
            let found =
                |rule: usize| contenders.order.contains(&rule) && contenders.wins(rule, &mut decide::Budget::full());
            assert_eq!((0..table.rules.len()).map(found).collect::<Vec<_>>(), winning, "{rules:?} {region:?}");
        }
    }
}

#[test]
fn an_option_outside_the_answers_leaves_nothing_uncovered() {
    // Every rule lies across both questions, and the first one reaches out of the answers.
    let c = classifier(
        json!([["a", ["x", "y", "z"]], ["b", ["p", "q"]]]),
        json!([
            [{"a": ["x", "y"], "b": ["p"]}, "s1"],
            [{"a": ["z"], "b": ["p"]}, "s1"],
            [{"a": ["x"], "b": ["q"]}, "s1"],
            [{"a": ["z"], "b": ["q"]}, "s1"]
        ]),
    );
    let possible = |region: &[table::OptionSet]| {
        let mut budget = decide::Budget::full();
        decide::Contenders::of(c.table(), region, &mut budget).outcomes(&mut budget)
    };
    assert_eq!(possible(&[0b101, 0b11]), 1);
    assert_eq!(possible(&[0b111, 0b11]), 1 | decide::UNCOVERED);
}
