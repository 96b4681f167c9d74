//! Classification by brute force: every definition of the documentation, word for word, with no care for speed.

use std::collections::BTreeSet;

use case_slo::Policy;
use serde_json::{Map, Value, json};

/// A table in numbers: question `i` has the options `0..options[i]`.
#[derive(Debug, Clone)]
pub struct Model {
    /// Options of each question.
    pub options: Vec<usize>,
    /// Weights of the options.
    pub weights: Vec<Vec<u32>>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// "first" instead of "most-severe".
    pub first: bool,
    /// "least-severe" instead of "most-severe" while undecided.
    pub least: bool,
}

/// A rule: the options that match, one list a question.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The options that match.
    pub when: Vec<Vec<usize>>,
    /// 0 is the most severe.
    pub severity: usize,
    /// Whether a clause states it.
    pub stated: bool,
}

/// The options still possible, one list a question; `None` where it has not been asked.
pub type PossibleOptions = Vec<Option<Vec<usize>>>;

/// Severities of every model.
pub const SEVERITIES: usize = 4;

impl Model {
    /// The policy of the model.
    pub fn policy(&self) -> Policy {
        let text = |id: &str| json!({ "en": id });
        let questions = self.options.iter().zip(&self.weights).enumerate().map(|(q, (count, weights))| {
            let options: Vec<Value> =
                (0..*count).map(|o| json!({"id": option(o), "text": text("o"), "weight": weights[o]})).collect();
            json!({"id": question(q), "text": text("q"), "options": options})
        });
        let questions: Vec<Value> = questions.collect();
        let rules = self.rules.iter().enumerate().map(|(r, rule)| {
            let narrowed = rule.when.iter().enumerate().filter(|(q, set)| set.len() < self.options[*q]);
            let when: Map<String, Value> = narrowed
                .map(|(q, set)| (question(q), set.iter().map(|o| option(*o)).collect::<Vec<_>>().into()))
                .collect();
            let basis = if rule.stated { "stated" } else { "interpreted" };
            json!({"id": format!("r{r}"), "when": when, "severity": severity(rule.severity), "basis": basis, "clause": format!("C{r}")})
        });
        let rules: Vec<Value> = rules.collect();
        let clauses: Map<String, Value> =
            (0..rules.len()).map(|r| (format!("C{r}"), json!({"heading": text("h"), "text": text("t")}))).collect();
        let severities: Vec<Value> =
            (0..SEVERITIES).map(|s| json!({"id": severity(s), "level": s + 1, "name": text("s")})).collect();
        let policy = json!({
            "id": "model", "version": "1", "title": text("model"), "languages": ["en"], "severities": severities,
            "questions": questions, "clauses": clauses, "classification": {
                "hitPolicy": if self.first { "first" } else { "most-severe" },
                "whenUnsure": if self.least { "least-severe" } else { "most-severe" },
                "rules": rules,
            },
        });
        Policy::load(&policy.to_string()).unwrap_or_else(|e| panic!("{e}: {:?}", e.diagnostics()))
    }

    /// The rules that decide a complete answer.
    pub fn deciding(&self, point: &[usize]) -> Vec<usize> {
        let matches = |rule: &Rule| rule.when.iter().zip(point).all(|(set, option)| set.contains(option));
        let matching: Vec<usize> = (0..self.rules.len()).filter(|r| matches(&self.rules[*r])).collect();
        if self.first {
            return matching.into_iter().take(1).collect();
        }
        let level = matching.iter().map(|r| self.rules[*r].severity).min();
        let of_level: Vec<usize> = matching.into_iter().filter(|r| Some(self.rules[*r].severity) == level).collect();
        let stated = of_level.iter().any(|r| self.rules[*r].stated);
        of_level.into_iter().filter(|r| self.rules[*r].stated == stated).collect()
    }

    /// The severity of a complete answer.
    pub fn severity(&self, point: &[usize]) -> Option<usize> {
        self.deciding(point).first().map(|rule| self.rules[*rule].severity)
    }

    /// Every complete answer that is still possible.
    pub fn points(&self, known: &PossibleOptions) -> Vec<Vec<usize>> {
        let mut points = vec![Vec::new()];
        for (q, options) in known.iter().enumerate() {
            let all = (0..self.options[q]).collect();
            let options = options.as_ref().unwrap_or(&all);
            points =
                points.into_iter().flat_map(|p| options.iter().map(move |o| [p.clone(), vec![*o]].concat())).collect();
        }
        points
    }

    /// The outcomes still possible; `None` is one of them where no rule matches.
    pub fn outcomes(&self, known: &PossibleOptions) -> BTreeSet<Option<usize>> {
        self.points(known).iter().map(|point| self.severity(point)).collect()
    }

    /// Nothing asked yet.
    pub fn nothing(&self) -> PossibleOptions {
        vec![None; self.options.len()]
    }

    /// Questions that have not been asked.
    pub fn open(&self, known: &PossibleOptions) -> Vec<usize> {
        (0..known.len()).filter(|q| known[*q].is_none()).collect()
    }

    /// Whether answers to what is open could change the outcomes.
    pub fn is_settled(&self, known: &PossibleOptions) -> bool {
        let outcomes = self.outcomes(known);
        let mut ways = vec![known.clone()];
        for q in self.open(known) {
            ways = ways.into_iter().flat_map(|way| (0..self.options[q]).map(move |o| with(&way, q, o))).collect();
        }
        ways.iter().all(|way| self.outcomes(way) == outcomes)
    }

    /// The least expected number of questions, and the questions with which it is reached.
    pub fn optimum(&self, known: &PossibleOptions) -> (f64, Vec<usize>) {
        if self.is_settled(known) {
            return (0.0, Vec::new());
        }
        let costs: Vec<(usize, f64)> = self.open(known).into_iter().map(|q| (q, self.cost(known, q))).collect();
        let least = costs.iter().map(|(_, cost)| *cost).fold(f64::INFINITY, f64::min);
        (least, costs.into_iter().filter(|(_, cost)| cost - least < 1e-7).map(|(q, _)| q).collect())
    }

    fn cost(&self, known: &PossibleOptions, q: usize) -> f64 {
        let total: u32 = self.weights[q].iter().sum();
        let after = |o| f64::from(self.weights[q][o]) / f64::from(total) * self.optimum(&with(known, q, o)).0;
        1.0 + (0..self.options[q]).map(after).sum::<f64>()
    }

    /// Whether an answer excludes nothing.
    pub fn is_vague(&self, q: usize, options: &[usize]) -> bool {
        options.len() == self.options[q]
    }
}

/// The same with one question answered.
pub fn with(known: &PossibleOptions, q: usize, o: usize) -> PossibleOptions {
    let mut known = known.clone();
    known[q] = Some(vec![o]);
    known
}

/// The answers as the API takes them.
pub fn answers(model: &Model, known: &PossibleOptions) -> Value {
    let given = known.iter().enumerate().filter_map(|(q, options)| Some((q, options.as_ref()?)));
    let value = |q: usize, options: &Vec<usize>| match options.as_slice() {
        [one] => json!(option(*one)),
        all if model.is_vague(q, all) => json!("unknown"),
        some => some.iter().map(|o| option(*o)).collect::<Vec<_>>().into(),
    };
    Value::Object(given.map(|(q, options)| (question(q), value(q, options))).collect())
}

/// Id of a question.
pub fn question(q: usize) -> String {
    format!("q{q}")
}

/// Id of an option.
pub fn option(o: usize) -> String {
    format!("o{o}")
}

/// Id of a severity.
pub fn severity(s: usize) -> String {
    format!("s{s}")
}

/// The subsets of a list, the smallest first, those of one size in the order of the list.
pub fn subsets(list: &[usize]) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for item in list {
        let longer: Vec<Vec<usize>> = all.iter().map(|set: &Vec<usize>| [set.clone(), vec![*item]].concat()).collect();
        all.extend(longer);
    }
    all.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    all
}
