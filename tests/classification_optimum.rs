//! The shortest questionnaire of the larger shared tables, held against an exhaustive search, and against the greedy
//! choice by information gain that it beats.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashMap;

use case_slo::{Answers, Policy};
use serde_json::{Value, json};

/// A partial answer: the option of each question, where it has been asked.
type State = Vec<Option<usize>>;

/// A questionnaire seen from a partial answer.
#[derive(Clone, Copy)]
struct Course {
    expected: f64,
    worst: u64,
    question: Option<usize>,
}

struct Search {
    policy: Value,
    options: Vec<usize>,
    counts: HashMap<State, Vec<u32>>,
    optimal: HashMap<State, Course>,
    greedy: HashMap<State, Course>,
}

impl Search {
    fn of(file: &str) -> Self {
        let file: Value = serde_json::from_str(file).unwrap();
        let policy = file["policy"].clone();
        let options = list(&policy["questions"]).iter().map(|q| list(&q["options"]).len()).collect();
        Self { policy, options, counts: HashMap::new(), optimal: HashMap::new(), greedy: HashMap::new() }
    }

    /// The severity of a complete answer: the most severe rule that matches.
    fn severity(&self, state: &State) -> usize {
        let option = |q: usize| &self.policy["questions"][q]["options"][state[q].unwrap()]["id"];
        let matches = |rule: &&Value| {
            (0..state.len()).all(|q| {
                let wanted = rule["when"].get(self.policy["questions"][q]["id"].as_str().unwrap());
                wanted.is_none_or(|wanted| list(wanted).contains(option(q)))
            })
        };
        let severities = list(&self.policy["severities"]);
        let level = |rule: &Value| severities.iter().position(|s| s["id"] == rule["severity"]).unwrap();
        list(&self.policy["classification"]["rules"]).iter().filter(matches).map(level).min().unwrap()
    }

    /// How many complete answers get each severity.
    fn counts(&mut self, state: &State) -> Vec<u32> {
        if let Some(known) = self.counts.get(state) {
            return known.clone();
        }
        let mut counts = vec![0; list(&self.policy["severities"]).len()];
        match state.iter().position(Option::is_none) {
            None => counts[self.severity(state)] = 1,
            Some(q) => {
                for after in self.after(state, q) {
                    counts.iter_mut().zip(self.counts(&after)).for_each(|(sum, more)| *sum += more);
                }
            }
        }
        self.counts.insert(state.clone(), counts.clone());
        counts
    }

    fn after(&self, state: &State, q: usize) -> Vec<State> {
        let answer = |o| state.iter().enumerate().map(|(i, known)| if i == q { Some(o) } else { *known }).collect();
        (0..self.options[q]).map(answer).collect()
    }

    fn is_decided(&mut self, state: &State) -> bool {
        self.counts(state).iter().filter(|count| **count > 0).count() == 1
    }

    fn open(state: &State) -> impl Iterator<Item = usize> {
        (0..state.len()).filter(|q| state[*q].is_none())
    }

    /// The cost of asking one question next, if a questionnaire goes on from there.
    fn ask(&mut self, state: &State, q: usize, go_on: fn(&mut Self, &State) -> Course) -> Course {
        let after: Vec<Course> = self.after(state, q).iter().map(|after| go_on(self, after)).collect();
        let expected = 1.0 + after.iter().map(|course| course.expected).sum::<f64>() / after.len() as f64;
        Course { expected, worst: 1 + after.iter().map(|course| course.worst).max().unwrap(), question: Some(q) }
    }

    fn optimal(&mut self, state: &State) -> Course {
        if let Some(known) = self.optimal.get(state) {
            return *known;
        }
        let mut best = Course { expected: 0.0, worst: 0, question: None };
        if !self.is_decided(state) {
            for q in Self::open(state) {
                let course = self.ask(state, q, Self::optimal);
                if best.question.is_none() || course.expected < best.expected - 1e-9 {
                    best = course;
                }
            }
        }
        self.optimal.insert(state.clone(), best);
        best
    }

    /// The questionnaire that always asks what leaves the least entropy.
    fn greedy(&mut self, state: &State) -> Course {
        if let Some(known) = self.greedy.get(state) {
            return *known;
        }
        let mut best: Option<(f64, usize)> = None;
        if !self.is_decided(state) {
            for q in Self::open(state) {
                let after = self.after(state, q);
                let left = after.iter().map(|after| entropy(&self.counts(after))).sum::<f64>() / after.len() as f64;
                if best.is_none_or(|(least, _)| left < least - 1e-9) {
                    best = Some((left, q));
                }
            }
        }
        let none = Course { expected: 0.0, worst: 0, question: None };
        let course = best.map_or(none, |(_, q)| self.ask(state, q, Self::greedy));
        self.greedy.insert(state.clone(), course);
        course
    }

    /// Compares the engine with the optimum in every partial answer that its own questions lead to.
    fn follow(&mut self, policy: &Policy, state: &State) -> usize {
        let mut given = Answers::new();
        for (q, o) in state.iter().enumerate().filter_map(|(q, o)| Some((q, (*o)?))) {
            let question = &self.policy["questions"][q];
            given = given.with(question["id"].as_str().unwrap(), question["options"][o]["id"].as_str().unwrap());
        }
        let plan = policy.next_question(&given).unwrap();
        let best = self.optimal(state);
        let Some(q) = best.question else {
            assert_eq!(plan, None);
            return 1;
        };
        let plan = json!(plan.expect("a question is left"));
        assert_eq!(plan["id"], self.policy["questions"][q]["id"], "{state:?}");
        assert!((plan["expected"].as_f64().unwrap() - best.expected).abs() < 1e-9);
        assert_eq!((&plan["worst"], &plan["exact"]), (&json!(best.worst), &json!(true)));
        1 + self.after(state, q).iter().map(|after| self.follow(policy, after)).sum::<usize>()
    }
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn entropy(counts: &[u32]) -> f64 {
    let total: f64 = counts.iter().copied().map(f64::from).sum();
    let share = |count: &u32| f64::from(*count) / total;
    counts.iter().filter(|count| **count > 0).map(|count| -share(count) * share(count).log2()).sum()
}

#[test]
fn the_questions_are_optimal_where_information_gain_is_not() {
    let files =
        [(192, include_str!("data/classification-192.json")), (729, include_str!("data/classification-729.json"))];
    for (combinations, file) in files {
        let mut search = Search::of(file);
        assert_eq!(search.options.iter().product::<usize>(), combinations);
        let start = vec![None; search.options.len()];
        let (optimal, greedy) = (search.optimal(&start), search.greedy(&start));
        assert_ne!(optimal.question, greedy.question);
        assert!(optimal.expected < greedy.expected - 0.5, "{} and {}", optimal.expected, greedy.expected);
        let policy = Policy::load(&search.policy.to_string()).unwrap();
        assert!(search.follow(&policy, &start) > 10);
    }
}
