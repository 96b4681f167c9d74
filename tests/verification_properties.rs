//! Findings about random tables, held against brute force over every complete answer.
#![cfg(all(feature = "analysis", not(target_arch = "wasm32")))]

// Other tests use the rest of it.
#[allow(dead_code)]
mod oracle;

use std::collections::{BTreeMap, BTreeSet};

use case_slo::{Diagnostic, Policy, check, diff};
use oracle::{Model, Rule, SEVERITIES, option, question, severity};
use proptest::prelude::*;
use serde_json::{Value, json};

fn model() -> impl Strategy<Value = Model> {
    proptest::collection::vec(1..=3usize, 1..=4).prop_flat_map(|options| {
        let rule = (
            options.iter().map(|count| proptest::collection::vec(any::<bool>(), *count)).collect::<Vec<_>>(),
            0..SEVERITIES,
        )
            .prop_map(|(sets, severity)| {
                let when = sets
                    .iter()
                    .map(|set| {
                        let chosen: Vec<usize> = (0..set.len()).filter(|option| set[*option]).collect();
                        if chosen.is_empty() { (0..set.len()).collect() } else { chosen }
                    })
                    .collect();
                Rule { when, severity, stated: true }
            });
        let weights = options.iter().map(|count| vec![1; *count]).collect::<Vec<_>>();
        (Just(options), Just(weights), proptest::collection::vec(rule, 1..7), any::<bool>())
            .prop_map(|(options, weights, rules, first)| Model { options, weights, rules, first, least: false })
    })
}

/// The findings, with every question ordered.
fn findings(model: &Model) -> Vec<Diagnostic> {
    let mut policy = document(model);
    for question in policy["questions"].as_array_mut().unwrap() {
        question["ordered"] = json!(true);
    }
    check(&policy.to_string(), false)
}

fn document(model: &Model) -> Value {
    serde_json::to_value(model.policy().document()).unwrap()
}

fn points(model: &Model) -> Vec<Vec<usize>> {
    model.points(&model.nothing())
}

fn is_inside(region: &BTreeMap<String, Vec<String>>, point: &[usize]) -> bool {
    point.iter().enumerate().all(|(q, o)| region.get(&question(q)).is_none_or(|ids| ids.contains(&option(*o))))
}

fn is_answer(example: &Option<BTreeMap<String, String>>, point: &[usize]) -> bool {
    let ids: BTreeMap<String, String> = point.iter().enumerate().map(|(q, o)| (question(q), option(*o))).collect();
    *example == Some(ids)
}

fn with_code<'f>(findings: &'f [Diagnostic], code: &str) -> Vec<&'f Diagnostic> {
    findings.iter().filter(|finding| finding.code == code).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gaps_are_exactly_what_no_rule_covers_and_every_box_is_maximal(model in model()) {
        let found = findings(&model);
        let gaps = with_code(&found, "gap");
        for point in points(&model) {
            let inside = gaps.iter().filter(|gap| is_inside(gap.region.as_ref().unwrap(), &point)).count();
            prop_assert_eq!(inside > 0, model.severity(&point).is_none(), "{:?}", point);
        }
        for gap in gaps {
            let region = gap.region.as_ref().unwrap();
            prop_assert!(points(&model).iter().any(|point| is_answer(&gap.example, point) && is_inside(region, point)));
            for (q, ids) in region {
                for o in (0..model.options[q[1..].parse::<usize>().unwrap()]).map(option).filter(|o| !ids.contains(o)) {
                    let mut larger = region.clone();
                    larger.get_mut(q).unwrap().push(o);
                    let is_gap = |point: &Vec<usize>| !is_inside(&larger, point) || model.severity(point).is_none();
                    prop_assert!(!points(&model).iter().all(is_gap), "{:?} can be made larger", region);
                }
            }
        }
    }

    #[test]
    fn a_question_is_irrelevant_and_a_severity_unused_where_brute_force_says_so(model in model()) {
        let found = findings(&model);
        for q in 0..model.options.len() {
            let matters = points(&model).iter().any(|point| {
                (0..model.options[q]).any(|o| {
                    let mut other = point.clone();
                    other[q] = o;
                    model.severity(&other) != model.severity(point)
                })
            });
            let is_found = with_code(&found, "irrelevant-question").iter().any(|f| f.path == format!("/questions/{q}"));
            prop_assert_eq!(is_found, !matters);
        }
        for s in 0..SEVERITIES {
            let is_used = points(&model).iter().any(|point| model.severity(point) == Some(s));
            let is_found = with_code(&found, "unused-severity").iter().any(|f| f.path == format!("/severities/{s}"));
            prop_assert_eq!(is_found, !is_used);
        }
    }

    #[test]
    fn a_rule_is_idle_where_leaving_it_out_changes_nothing(model in model()) {
        let found = findings(&model);
        let idle: BTreeSet<usize> = found
            .iter()
            .filter(|f| matches!(f.code, "unreachable-rule" | "duplicate-rule"))
            .map(|f| f.path.rsplit('/').next().unwrap().parse().unwrap())
            .collect();
        // All of them together can be left out.
        let mut without = model.clone();
        let mut place = 0;
        without.rules.retain(|_| { place += 1; !idle.contains(&(place - 1)) });
        for point in points(&model) {
            prop_assert_eq!(without.severity(&point), model.severity(&point));
        }
        // And a rule that never comes first where it matches is one of them.
        for (place, rule) in model.rules.iter().enumerate() {
            let decides = points(&model).iter().any(|point| {
                let matches = |rule: &Rule| rule.when.iter().zip(point).all(|(set, o)| set.contains(o));
                let before = |(other, o): (usize, &Rule)| {
                    other != place && !idle.contains(&other) && matches(o)
                        && if model.first { other < place } else { o.severity <= rule.severity }
                };
                matches(rule) && !model.rules.iter().enumerate().any(before)
            });
            prop_assert_eq!(idle.contains(&place), !decides, "rule {}", place);
        }
    }

    #[test]
    fn levels_fall_where_brute_force_finds_it_and_the_counterexample_is_real(model in model()) {
        let found = findings(&model);
        for q in 0..model.options.len() {
            let falls = points(&model).iter().any(|point| {
                (point[q] + 1..model.options[q]).any(|o| {
                    let mut worse = point.clone();
                    worse[q] = o;
                    matches!((model.severity(point), model.severity(&worse)), (Some(a), Some(b)) if a < b)
                })
            });
            let finding = found.iter().find(|f| f.code == "not-monotone" && f.path == format!("/questions/{q}"));
            prop_assert_eq!(finding.is_some(), falls);
            let Some(finding) = finding else { continue };
            let counterexample = finding.counterexample.as_ref().unwrap();
            let at = |example: &BTreeMap<String, String>| -> Vec<usize> {
                (0..model.options.len()).map(|q| example[&question(q)][1..].parse().unwrap()).collect()
            };
            let (from, to) = (at(&counterexample.from), at(&counterexample.to));
            prop_assert!(model.severity(&from).unwrap() < model.severity(&to).unwrap());
            prop_assert!(from[q] < to[q] && (0..from.len()).all(|other| other == q || from[other] == to[other]));
            let region = finding.region.as_ref().unwrap();
            for point in points(&model).iter().filter(|point| is_inside(region, point)) {
                let (mut better, mut worse) = (point.clone(), point.clone());
                (better[q], worse[q]) = (from[q], to[q]);
                prop_assert_eq!(model.severity(&better), model.severity(&from));
                prop_assert_eq!(model.severity(&worse), model.severity(&to));
            }
        }
    }

    #[test]
    fn a_comparison_tells_each_answer_whose_level_differs_once(model in model(), other in model()) {
        // The rules of another table over the same questions.
        let rules = other.rules.iter().map(|rule| {
            let fit = |(q, set): (usize, Option<&Vec<usize>>)| {
                let all: Vec<usize> = (0..model.options[q]).collect();
                let set: Vec<usize> = set.into_iter().flatten().copied().filter(|o| *o < model.options[q]).collect();
                if set.is_empty() { all } else { set }
            };
            Rule { when: (0..model.options.len()).map(|q| (q, rule.when.get(q))).map(fit).collect(), ..rule.clone() }
        }).collect();
        let after = Model { rules, first: other.first, ..model.clone() };
        let changes = diff(&model.policy(), &after.policy());
        let levels: Vec<_> = changes.iter().filter(|change| change.count.is_some()).collect();
        let mut counted = 0;
        for point in points(&model) {
            let here: Vec<_> = levels.iter().filter(|c| is_inside(c.region.as_ref().unwrap(), &point)).collect();
            let (was, is) = (model.severity(&point), after.severity(&point));
            prop_assert_eq!(here.len(), usize::from(was != is));
            for change in here {
                counted += 1;
                prop_assert_eq!(change.before.clone(), Some(was.map(severity)));
                prop_assert_eq!(change.after.clone(), Some(is.map(severity)));
            }
        }
        prop_assert_eq!(levels.iter().map(|change| change.count.unwrap()).sum::<u64>(), counted);
    }

    #[test]
    fn another_encoding_of_one_function_changes_no_level(model in model()) {
        // One rule for each complete answer.
        let each = points(&model).into_iter().filter_map(|point| {
            let severity = model.severity(&point)?;
            Some(Rule { when: point.into_iter().map(|o| vec![o]).collect(), severity, stated: true })
        });
        let written_out = Model { rules: each.collect(), first: false, ..model.clone() };
        let changes = diff(&model.policy(), &written_out.policy());
        prop_assert!(changes.iter().all(|change| change.count.is_none()), "{:#?}", changes);
        let reloaded: Policy = written_out.policy();
        prop_assert_eq!(diff(&reloaded, &reloaded), vec![]);
    }
}
