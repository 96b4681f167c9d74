//! A policy's own examples: what has to come out, and what none of them shows.

use super::boxes::meet;
use super::diagram::{Diagram, UNCOVERED};
use super::subject::Subject;
use super::words;
use crate::argument;
use crate::calendar::{Calendar, Instant};
use crate::classification::{AnswerSets, OptionSet, Table, members};
use crate::clock::{self, CaseFacts};
use crate::diagnostic::Findings;
use crate::policy::model::{Example, WhenUnsure};
use crate::policy::{Document, token};
use crate::{Diagnostic, Error, ErrorCode, Level};

/// Most examples that are run; one more finding then says how many there are.
pub const MAX_EXAMPLES: usize = 1_000;

/// What the examples show.
#[derive(Default)]
struct Shown {
    rules: Vec<bool>,
    objectives: Vec<bool>,
}

/// Runs the examples. `table` is the decision table with its function, where there is one that can be looked at.
pub(super) fn run(
    document: &Document,
    calendars: &[(String, Calendar)],
    table: Option<(&Subject, &Diagram)>,
    found: &mut Findings,
) {
    let mut shown = Shown {
        rules: vec![false; document.classification.as_ref().map_or(0, |table| table.rules.len())],
        objectives: vec![false; document.objectives.len()],
    };
    let resolved = Table::new(document);
    let (mut has_answers, mut has_cases) = (false, false);
    for (at, example) in document.examples.iter().enumerate().take(MAX_EXAMPLES) {
        let table = table.filter(|(_, diagram)| !diagram.is_spent());
        if let (Some(answers), Some((subject, diagram))) = (&example.answers, table) {
            has_answers = true;
            match read_answers(answers, &resolved) {
                Ok(answers) => {
                    let region = answers.region(&resolved);
                    found.extend(severity(subject, diagram, at, example, &region, &mut shown));
                }
                Err(error) => found.push(unreadable(at, "answers", example, &error)),
            }
        }
        if let Some(facts) = &example.case {
            has_cases = true;
            match deadlines(document, calendars, facts) {
                Ok(due) => due_dates(document, at, example, &due, &mut shown, found),
                // That a calendar cannot be used is said where it stands.
                Err(error) if error.code() == ErrorCode::UnknownCalendar => {}
                Err(error) => found.push(unreadable(at, "case", example, &error)),
            }
        }
    }
    found.extend(super::more(document.examples.len().saturating_sub(MAX_EXAMPLES), "examples", "/examples"));
    if !document.examples.is_empty() && table.is_some_and(|(_, diagram)| diagram.is_spent()) {
        found.push(super::too_large("/examples", "the table is too large to run all examples"));
    } else if let Some((subject, _)) = table.filter(|_| has_answers) {
        rules_without_example(subject, &shown, found);
    }
    if has_cases {
        clauses_without_example(document, &shown, found);
    }
}

/// The finding that answers give another severity than expected.
fn severity(
    subject: &Subject,
    diagram: &Diagram,
    at: usize,
    example: &Example,
    region: &[OptionSet],
    shown: &mut Shown,
) -> Option<Diagnostic> {
    let document = subject.document;
    let outcomes = diagram.outcomes_in(region);
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
            let decides = rule.severity == possible.first().copied() && meet(&rule.sets, region).is_some();
            shown.rules[place] |= decides;
        }
    }
    let expected = example.expect.severity.as_ref()?;
    let expected = document.severities.iter().position(|severity| severity.id == *expected)?;
    if expected == given {
        return None;
    }
    let path = ["/examples/", &at.to_string(), "/expect/severity"].concat();
    let message = [
        "the example \"",
        &example.name,
        "\" expects ",
        &words::severity(document, expected),
        " and gets ",
        &words::severity(document, given),
    ];
    Some(failed(path, message.concat()))
}

/// Measure, entry and due date of everything that is due.
type Due = Vec<(String, String, Option<Instant>)>;

fn read_answers(answers: &serde_json::Value, table: &Table) -> Result<AnswerSets, Error> {
    AnswerSets::of(&argument::read(answers, ErrorCode::InvalidAnswers)?, table)
}

fn deadlines(document: &Document, calendars: &[(String, Calendar)], facts: &serde_json::Value) -> Result<Due, Error> {
    let facts: CaseFacts = argument::read(facts, ErrorCode::InvalidCase)?;
    facts.validate(document)?;
    let facts = facts.at_submission();
    let calendar = |id: &str| {
        let known = calendars.iter().find(|(known, _)| known == id).map(|(_, calendar)| calendar);
        known.ok_or_else(|| Error::new(ErrorCode::UnknownCalendar, ""))
    };
    let evaluation = clock::evaluate(document, calendar, &facts, facts.submitted_at)?;
    let targets = evaluation.targets.into_iter();
    Ok(targets.map(|target| (target.objective.measure, target.objective.id, target.due_at)).collect())
}

/// The findings that something is due at another instant than expected.
fn due_dates(document: &Document, at: usize, example: &Example, due: &Due, shown: &mut Shown, found: &mut Findings) {
    for (measure, expected) in example.expect.due_at.iter() {
        let path = ["/examples/", &at.to_string(), "/expect/dueAt/", &token(measure)].concat();
        let Some((_, objective, given)) = due.iter().find(|(id, ..)| id == measure) else {
            found.push(failed(path, ["there is no measure \"", measure, "\""].concat()).at_key());
            continue;
        };
        for (place, entry) in document.objectives.iter().enumerate() {
            shown.objectives[place] |= entry.id == *objective;
        }
        let wanted = match expected.as_ref().map(|text| Instant::parse(text)).transpose() {
            Ok(wanted) => wanted,
            Err(error) => {
                found.push(failed(path, error.to_string()));
                continue;
            }
        };
        if wanted != *given {
            let told =
                |instant: &Option<Instant>| instant.map_or("no due date".to_owned(), |instant| instant.to_string());
            let message = [
                "the example \"",
                &example.name,
                "\" expects ",
                &told(&wanted),
                " for ",
                measure,
                " and gets ",
                &told(given),
            ];
            found.push(failed(path, message.concat()));
        }
    }
}

fn unreadable(at: usize, member: &str, example: &Example, error: &Error) -> Diagnostic {
    let path = ["/examples/", &at.to_string(), "/", member, error.path().unwrap_or_default()].concat();
    failed(path, ["the example \"", &example.name, "\" cannot be run: ", &error.to_string()].concat())
}

fn failed(path: String, message: String) -> Diagnostic {
    let finding = Diagnostic::warning("example-failed", path, message);
    finding.help("mend the policy, or what the example expects")
}

fn rules_without_example(subject: &Subject, shown: &Shown, found: &mut Findings) {
    for (place, rule) in subject.rules.iter().enumerate() {
        if rule.severity.is_some() && !shown.rules[place] {
            let message = ["no example shows what the rule \"", subject.id(place), "\" decides"].concat();
            let finding = Diagnostic::new(Level::Info, "not-covered", Subject::path(place), message);
            found.push(finding.help("add an example with answers for which it decides"));
        }
    }
}

/// A clause about objectives is shown by a due date of one of them; that of a rule by the rule.
fn clauses_without_example(document: &Document, shown: &Shown, found: &mut Findings) {
    for (id, clause) in document.clauses.iter() {
        let mut citing = document.objectives.iter().zip(&shown.objectives);
        let mut is_cited = false;
        let is_shown = citing.any(|(objective, shown)| {
            let cites = objective.clause.as_deref() == Some(id);
            is_cited |= cites;
            cites && *shown
        });
        if is_cited && !is_shown {
            let name = words::named(&clause.heading, id);
            let message = ["no example shows a due date that follows from the clause ", &name].concat();
            let path = ["/clauses/", &token(id)].concat();
            let finding = Diagnostic::new(Level::Info, "not-covered", path, message).at_key();
            found.push(finding.help("add an example with a case and the \"dueAt\" that it has to have"));
        }
    }
}
