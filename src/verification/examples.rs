//! A policy's own examples: what has to come out, and what none of them shows.

use std::collections::HashMap;

use serde_json::Value;

use super::boxes::touch;
use super::diagram::{Diagram, UNCOVERED};
use super::objectives::Grid;
use super::subject::Subject;
use super::words;
use crate::argument;
use crate::calendar::{Calendar, Instant};
use crate::classification::{AnswerSets, OptionSet, Table, members};
use crate::clock::{CaseFacts, Pauses};
use crate::diagnostic::Findings;
use crate::policy::model::{Example, WhenUnsure};
use crate::policy::{Document, shorten, token};
use crate::{Diagnostic, Error, ErrorCode, Level};

/// Most examples that are run; one more finding then says how many there are.
pub const MAX_EXAMPLES: usize = 1_000;

/// Runs the examples. `table` is the decision table with its function, where there is one that can be looked at.
pub(super) fn run(
    document: &Document,
    calendars: &[(String, Calendar)],
    grid: &Grid,
    table: Option<(&Subject, &Diagram)>,
    found: &mut Findings,
) {
    let mut runner = Runner {
        document,
        calendars: calendars.iter().map(|(id, calendar)| (id.as_str(), calendar)).collect(),
        grid,
        measures: document.measures.iter().enumerate().rev().map(|(at, measure)| (measure.id.as_str(), at)).collect(),
        shown_rules: vec![false; document.classification.as_ref().map_or(0, |table| table.rules.len())],
        shown_objectives: vec![false; document.objectives.len()],
        found,
    };
    let resolved = Table::new(document);
    let (mut has_answers, mut has_cases) = (false, false);
    for (at, example) in document.examples.iter().enumerate().take(MAX_EXAMPLES) {
        let table = table.filter(|(_, diagram)| !diagram.is_spent());
        if let (Some(answers), Some((subject, diagram))) = (&example.answers, table) {
            has_answers = true;
            match read_answers(answers, &resolved) {
                Ok(answers) => runner.severity(subject, diagram, at, example, &answers.region(&resolved)),
                Err(error) => runner.unreadable(at, "answers", example, &error),
            }
        }
        if let Some(facts) = &example.case {
            has_cases = true;
            match read_facts(facts, document) {
                Ok(facts) => runner.due_dates(at, example, &facts),
                Err(error) => runner.unreadable(at, "case", example, &error),
            }
        }
    }
    let more = document.examples.len().saturating_sub(MAX_EXAMPLES);
    runner.found.extend(super::more(more, "examples", "/examples"));
    if !document.examples.is_empty() && table.is_some_and(|(_, diagram)| diagram.is_spent()) {
        runner.found.push(super::too_large("/examples", "the table is too large to run all examples"));
    } else if let Some((subject, _)) = table.filter(|_| has_answers) {
        runner.rules_without_example(subject);
    }
    if has_cases {
        runner.clauses_without_example();
    }
}

struct Runner<'d, 'f> {
    document: &'d Document,
    calendars: HashMap<&'d str, &'d Calendar>,
    grid: &'d Grid<'d>,
    /// Places of the measures by id.
    measures: HashMap<&'d str, usize>,
    /// Whether an example shows what each rule decides.
    shown_rules: Vec<bool>,
    /// Whether an example shows a due date that follows from each objective.
    shown_objectives: Vec<bool>,
    found: &'f mut Findings,
}

impl Runner<'_, '_> {
    /// Adds a finding if answers give another severity than expected.
    fn severity(&mut self, subject: &Subject, diagram: &Diagram, at: usize, example: &Example, region: &[OptionSet]) {
        let document = self.document;
        let outcomes = diagram.outcomes_in(region);
        diagram.spend(subject.rules.len());
        if diagram.is_spent() {
            return;
        }
        let possible: Vec<usize> = members(outcomes & !(1 << UNCOVERED)).collect();
        let when_unsure = document.classification.as_ref().map(|table| table.when_unsure).unwrap_or_default();
        let given = match when_unsure {
            WhenUnsure::MostSevere => possible.first().copied().unwrap_or(0),
            WhenUnsure::LeastSevere => {
                possible.last().copied().unwrap_or_else(|| document.severities.len().saturating_sub(1))
            }
        };
        if outcomes.count_ones() == 1 {
            for (place, rule) in subject.rules.iter().enumerate() {
                self.shown_rules[place] |= rule.severity == possible.first().copied() && touch(&rule.sets, region);
            }
        }
        let Some(expected) = &example.expect.severity else { return };
        let expected = document.severities.iter().position(|severity| severity.id == *expected);
        if let Some(expected) = expected.filter(|expected| *expected != given) {
            self.found.add(Level::Warning, || {
                let name = shorten(&example.name);
                let (expected, given) = (words::severity(document, expected), words::severity(document, given));
                let message = format!("the example \"{name}\" expects {expected} and gets {given}");
                failed(format!("/examples/{at}/expect/severity"), message)
            });
        }
    }

    /// Adds a finding for each measure that is due at another instant than expected.
    fn due_dates(&mut self, at: usize, example: &Example, facts: &CaseFacts) {
        let document = self.document;
        let tier = document.tiers.iter().position(|tier| tier.id == facts.tier);
        let severity = document.severities.iter().position(|severity| severity.id == facts.severity);
        let (Some(tier), Some(severity)) = (tier, severity) else { return };
        for (measure, expected) in example.expect.due_at.iter() {
            let path = || format!("/examples/{at}/expect/dueAt/{}", token(measure));
            let Some(measure_at) = self.measures.get(measure) else {
                let message = || format!("there is no measure \"{}\"", shorten(measure));
                self.found.add(Level::Warning, || failed(path(), message()).at_key());
                continue;
            };
            let place = self.grid.place(tier, severity, *measure_at);
            if let Some(place) = place {
                self.shown_objectives[place] = true;
            }
            let Some(given) = self.due_at(place, facts.submitted_at) else { continue };
            let expected = match expected.as_ref().map(|text| Instant::parse(text)).transpose() {
                Ok(expected) => expected,
                Err(error) => {
                    self.found.add(Level::Warning, || failed(path(), error.to_string()));
                    continue;
                }
            };
            if expected != given {
                self.found.add(Level::Warning, || {
                    let name = shorten(&example.name);
                    let told =
                        |due: Option<Instant>| due.map_or("no due date".to_owned(), |instant| instant.to_string());
                    let (expected, given) = (told(expected), told(given));
                    let message = format!("the example \"{name}\" expects {expected} for {measure} and gets {given}");
                    failed(path(), message)
                });
            }
        }
    }

    /// The due date of an objective; `None` if its calendar cannot be used, which is said where the calendar stands.
    fn due_at(&self, place: Option<usize>, submitted_at: Instant) -> Option<Option<Instant>> {
        let Some(place) = place else { return Some(None) };
        let calendar = self.calendars.get(self.document.objectives[place].calendar.as_str())?;
        Some(self.grid.target(place).and_then(|target| target.due(calendar, &Pauses::default(), submitted_at).at))
    }

    fn unreadable(&mut self, at: usize, member: &str, example: &Example, error: &Error) {
        self.found.add(Level::Warning, || {
            let path = format!("/examples/{at}/{member}{}", error.path().unwrap_or_default());
            failed(path, format!("the example \"{}\" cannot be run: {error}", shorten(&example.name)))
        });
    }

    fn rules_without_example(&mut self, subject: &Subject) {
        for (place, rule) in subject.rules.iter().enumerate() {
            if rule.severity.is_some() && !self.shown_rules[place] {
                self.found.add(Level::Info, || {
                    let message = format!("no example shows what the rule \"{}\" decides", subject.id(place));
                    let finding = Diagnostic::new(Level::Info, "not-covered", Subject::path(place), message);
                    finding.help("add an example with answers for which it decides")
                });
            }
        }
    }

    /// A clause about objectives is shown by a due date of one of them; that of a rule by the rule.
    fn clauses_without_example(&mut self) {
        let mut is_shown: HashMap<&str, bool> = HashMap::new();
        for (objective, shown) in self.document.objectives.iter().zip(&self.shown_objectives) {
            if let Some(clause) = &objective.clause {
                *is_shown.entry(clause).or_default() |= shown;
            }
        }
        for (id, clause) in self.document.clauses.iter().filter(|(id, _)| is_shown.get(id) == Some(&false)) {
            self.found.add(Level::Info, || {
                let name = words::named(&clause.heading, id);
                let message = format!("no example shows a due date that follows from the clause {name}");
                let path = format!("/clauses/{}", token(id));
                let finding = Diagnostic::new(Level::Info, "not-covered", path, message).at_key();
                finding.help("add an example with a case and the \"dueAt\" that it has to have")
            });
        }
    }
}

fn read_answers(answers: &Value, table: &Table) -> Result<AnswerSets, Error> {
    AnswerSets::of(&argument::read(answers, ErrorCode::InvalidAnswers)?, table)
}

fn read_facts(facts: &Value, document: &Document) -> Result<CaseFacts, Error> {
    let facts: CaseFacts = argument::read(facts, ErrorCode::InvalidCase)?;
    facts.validate(document)?;
    Ok(facts)
}

fn failed(path: String, message: String) -> Diagnostic {
    let finding = Diagnostic::warning("example-failed", path, message);
    finding.help("fix the policy, or what the example expects")
}
