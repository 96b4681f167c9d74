//! Classification held against brute force on small tables drawn at random.

#![cfg(not(target_arch = "wasm32"))]

mod oracle;

use std::collections::BTreeSet;

use case_slo::{Answers, Policy};
use oracle::{Model, PossibleOptions, Rule, SEVERITIES, answers, option, question, severity, subsets, with};
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde::Deserialize;
use serde_json::{Value, json};

/// Tables of up to four questions of up to three options, with and without gaps.
fn model() -> impl Strategy<Value = Model> {
    proptest::collection::vec(1usize..=3, 1..=4).prop_flat_map(|options| {
        let weights: Vec<_> = options.iter().map(|n| proptest::collection::vec(1u32..=4, *n)).collect();
        let when: Vec<_> = options
            .iter()
            .map(|n| {
                let all: Vec<usize> = (0..*n).collect();
                prop_oneof![Just(all.clone()), subsequence(all, 1..=*n)]
            })
            .collect();
        let rule =
            (when, 0..SEVERITIES, any::<bool>()).prop_map(|(when, severity, stated)| Rule { when, severity, stated });
        (Just(options), weights, proptest::collection::vec(rule, 0..8), any::<bool>(), any::<bool>())
            .prop_map(|(options, weights, rules, first, least)| Model { options, weights, rules, first, least })
    })
}

/// A table with answers of every kind: not asked, one option, several, any.
fn model_and_answers() -> impl Strategy<Value = (Model, PossibleOptions)> {
    model().prop_flat_map(|model| {
        let known: Vec<_> = model
            .options
            .iter()
            .map(|n| prop_oneof![2 => Just(None), 3 => subsequence((0..*n).collect::<Vec<_>>(), 1..=*n).prop_map(Some)])
            .collect();
        (Just(model), known)
    })
}

/// A table with one complete answer.
fn model_and_point() -> impl Strategy<Value = (Model, Vec<usize>)> {
    model().prop_flat_map(|model| {
        let point: Vec<_> = model.options.iter().map(|n| 0..*n).collect();
        (Just(model), point)
    })
}

fn classify(policy: &Policy, answers: &Value) -> Value {
    json!(policy.classify(&Answers::deserialize(answers).unwrap()).unwrap())
}

fn next(policy: &Policy, answers: &Value) -> Option<Value> {
    policy.next_question(&Answers::deserialize(answers).unwrap()).unwrap().map(|question| json!(question))
}

fn index(id: &Value) -> usize {
    id.as_str().unwrap()[1..].parse().unwrap()
}

/// Asks until there is nothing left to ask, answering from a complete answer; how many questions that took.
fn follow(policy: &Policy, point: &[usize]) -> (Value, u64) {
    let (mut given, mut asked) = (json!({}), 0);
    while let Some(plan) = next(policy, &given) {
        let q = index(&plan["id"]);
        assert!(given.get(question(q)).is_none(), "{q} is asked twice");
        given[question(q)] = json!(option(point[q]));
        asked += 1;
    }
    (given, asked)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_possible_is_what_complete_answers_give((model, known) in model_and_answers()) {
        let found = classify(&model.policy(), &answers(&model, &known));
        let outcomes = model.outcomes(&known);
        let possible: Vec<usize> = outcomes.iter().flatten().copied().collect();
        prop_assert_eq!(&found["possible"], &json!(possible.iter().map(|s| severity(*s)).collect::<Vec<_>>()));
        prop_assert_eq!(&found["decided"], &json!(outcomes.len() == 1 && possible.len() == 1));
        let (most, least) = (possible.first().unwrap_or(&0), possible.last().unwrap_or(&(SEVERITIES - 1)));
        let expected = severity(*if model.least { least } else { most });
        prop_assert_eq!(&found["severity"], &json!(expected));
    }

    #[test]
    fn the_basis_and_the_clauses_are_those_of_the_rules_that_decide((model, known) in model_and_answers()) {
        let found = classify(&model.policy(), &answers(&model, &known));
        let points = model.points(&known);
        let deciding: Vec<Vec<usize>> = points.iter().map(|point| model.deciding(point)).collect();
        let stated = deciding.iter().all(|rules| !rules.is_empty() && rules.iter().all(|r| model.rules[*r].stated));
        prop_assert_eq!(&found["basis"], &json!(if stated { "stated" } else { "interpreted" }));
        let level = index(&found["severity"]);
        let rules: BTreeSet<usize> =
            deciding.into_iter().flatten().filter(|r| model.rules[*r].severity == level).collect();
        let clauses: Vec<String> = rules.iter().map(|r| format!("C{r}")).collect();
        prop_assert_eq!(&found["clauses"], &json!(clauses));
    }

    #[test]
    fn because_is_the_first_of_the_smallest_sufficient_sets((model, known) in model_and_answers()) {
        let found = classify(&model.policy(), &answers(&model, &known));
        let outcomes = model.outcomes(&known);
        let given: Vec<usize> = (0..known.len()).filter(|q| known[*q].is_some()).collect();
        let only = |set: &[usize]| -> PossibleOptions {
            known.iter().enumerate().map(|(q, options)| options.clone().filter(|_| set.contains(&q))).collect()
        };
        let smallest = subsets(&given).into_iter().find(|set| model.outcomes(&only(set)) == outcomes).unwrap();
        let because = smallest.iter().map(|q| {
            let options = known[*q].iter().flatten().map(|o| option(*o)).collect::<Vec<_>>();
            (question(*q), json!(options))
        });
        prop_assert_eq!(&found["because"], &Value::Object(because.collect()));
    }

    #[test]
    fn what_if_is_the_first_of_the_shortest_changes((model, known) in model_and_answers()) {
        let found = classify(&model.policy(), &answers(&model, &known));
        let current = index(&found["severity"]);
        let mut expected = Vec::new();
        for level in (0..SEVERITIES).filter(|level| *level != current) {
            let mut changes: Vec<Vec<(usize, usize)>> = vec![Vec::new()];
            for q in 0..known.len() {
                let more = changes.iter().flat_map(|c| (0..model.options[q]).map(move |o| [c.clone(), vec![(q, o)]].concat()));
                changes = changes.iter().cloned().chain(more.collect::<Vec<_>>()).collect();
            }
            changes.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
            let leads = |change: &&Vec<(usize, usize)>| {
                let changed = change.iter().fold(known.clone(), |known, (q, o)| with(&known, *q, *o));
                model.outcomes(&changed) == BTreeSet::from([Some(level)])
            };
            if let Some(change) = changes.iter().find(leads) {
                let change = change.iter().map(|(q, o)| (question(*q), json!(option(*o)))).collect();
                expected.push(json!({"severity": severity(level), "change": Value::Object(change)}));
            }
        }
        prop_assert_eq!(&found["whatIf"], &json!(expected));
    }

    #[test]
    fn the_next_question_is_the_first_of_the_optimal_ones((model, known) in model_and_answers()) {
        let plan = next(&model.policy(), &answers(&model, &known));
        let (expected, optimal) = model.optimum(&known);
        let Some(plan) = plan else {
            prop_assert!(optimal.is_empty(), "nothing is asked, though {:?} would be optimal", optimal);
            return Ok(());
        };
        prop_assert_eq!(Some(&index(&plan["id"])), optimal.first());
        prop_assert!((plan["expected"].as_f64().unwrap() - expected).abs() < 1e-9);
        prop_assert_eq!(&plan["exact"], &json!(true));
        let q = optimal[0];
        for (o, after) in plan["options"].as_array().unwrap().iter().enumerate() {
            let outcomes = model.outcomes(&with(&known, q, o));
            let possible: Vec<String> = outcomes.iter().flatten().map(|s| severity(*s)).collect();
            prop_assert_eq!(&after["possible"], &json!(possible));
        }
    }

    #[test]
    fn whoever_follows_the_questions_gets_the_severity_of_the_whole_answer(model in model()) {
        let policy = model.policy();
        let first = next(&policy, &json!({}));
        let (mut expected, mut worst) = (0.0, 0);
        for point in model.points(&model.nothing()) {
            let (given, asked) = follow(&policy, &point);
            let whole = point.iter().enumerate().map(|(q, o)| (question(q), json!(option(*o)))).collect();
            let (found, whole) = (classify(&policy, &given), classify(&policy, &Value::Object(whole)));
            for key in ["severity", "decided", "possible"] {
                prop_assert_eq!(&found[key], &whole[key]);
            }
            let share = |(q, o): (usize, &usize)| {
                f64::from(model.weights[q][*o]) / f64::from(model.weights[q].iter().sum::<u32>())
            };
            expected += point.iter().enumerate().map(share).product::<f64>() * asked as f64;
            worst = worst.max(asked);
        }
        // The number of questions is the one that the first question announced.
        match first {
            Some(first) => {
                prop_assert!((first["expected"].as_f64().unwrap() - expected).abs() < 1e-9);
                prop_assert_eq!(&first["worst"], &json!(worst));
            }
            None => prop_assert_eq!(worst, 0),
        }
    }

    #[test]
    fn the_severity_never_depends_on_the_order_of_answering(
        (model, point) in model_and_point(),
        order in Just(vec![0usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let policy = model.policy();
        let (mut given, mut decided) = (json!({}), None);
        for q in order.into_iter().filter(|q| *q < point.len()) {
            given[question(q)] = json!(option(point[q]));
            let found = classify(&policy, &given);
            if let Some(severity) = &decided {
                prop_assert_eq!(severity, &found["severity"], "a decided severity changed");
            }
            if found["decided"] == json!(true) {
                decided = Some(found["severity"].clone());
            }
        }
        let whole = model.severity(&point).map(severity);
        prop_assert_eq!(decided, whole.map(Value::from));
    }

    #[test]
    fn two_encodings_of_one_function_ask_the_same((model, known) in model_and_answers()) {
        // One rule a complete answer, the last first: the same function, and not one rule in common.
        let mut points = model.points(&model.nothing());
        points.reverse();
        let rules = points.iter().filter_map(|point| {
            let severity = model.severity(point)?;
            Some(Rule { when: point.iter().map(|o| vec![*o]).collect(), severity, stated: true })
        });
        let other = Model { rules: rules.collect(), first: !model.first, ..model.clone() };
        let given = answers(&model, &known);
        let (one, two) = (model.policy(), other.policy());
        prop_assert_eq!(next(&one, &given), next(&two, &given));
        let (one, two) = (classify(&one, &given), classify(&two, &given));
        for key in ["severity", "decided", "possible", "because", "whatIf", "vector"] {
            prop_assert_eq!(&one[key], &two[key]);
        }
    }

    #[test]
    fn a_question_whose_answer_cannot_change_anything_is_never_asked((model, known) in model_and_answers()) {
        // A question of its own that no rule mentions.
        let mut wider = model.clone();
        wider.options.insert(0, 2);
        wider.weights.insert(0, vec![1, 1]);
        wider.rules.iter_mut().for_each(|rule| rule.when.insert(0, vec![0, 1]));
        let known: PossibleOptions = std::iter::once(None).chain(known).collect();
        if let Some(plan) = next(&wider.policy(), &answers(&wider, &known)) {
            prop_assert_ne!(&plan["id"], "q0");
        }
    }

    #[test]
    fn a_vector_says_the_same_when_read_back((model, known) in model_and_answers()) {
        let policy = model.policy();
        let found = classify(&policy, &answers(&model, &known));
        let parsed = json!(policy.parse_vector(found["vector"].as_str().unwrap()).unwrap());
        prop_assert_eq!(&parsed["sameVersion"], &json!(true));
        prop_assert_eq!(&parsed["ignored"], &json!([]));
        prop_assert_eq!(classify(&policy, &parsed["answers"]), found);
    }

    #[test]
    fn any_text_is_a_vector_or_refused_with_a_code(text in "(model@1)?[q0-9o:/+?%@. é-]{0,40}") {
        let model = Model { options: vec![2], weights: vec![vec![1, 1]], rules: Vec::new(), first: false, least: false };
        let policy = model.policy();
        match policy.parse_vector(&text) {
            Ok(parsed) => prop_assert!(policy.classify(&parsed.answers).is_ok()),
            Err(error) => prop_assert_eq!(error.code().as_str(), "invalid-vector"),
        }
    }
}
