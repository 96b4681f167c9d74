//! A policy's own examples: what has to come out, and what none of them shows.

use std::collections::HashMap;
use std::fmt::Display;

use serde_json::Value;

use super::boxes::touch;
use super::diagram::{Diagram, UNCOVERED};
use super::subject::Subject;
use super::usage::Uses;
use super::words;
use crate::advice::{Situation, read_case};
use crate::argument;
use crate::calendar::Instant;
use crate::classification::{AnswerSets, OptionSet, Table, members};
use crate::clock::{Calendars, CaseFacts, TargetEvaluation, TargetNote, TargetState};
use crate::diagnostic::Findings;
use crate::policy::model::{Example, WhenUnsure};
use crate::policy::{Document, Entries, shorten, token};
use crate::sentence::{Sentence, SentenceValue, ToValue, sentence};
use crate::{Diagnostic, Error, ErrorCode, Level};

/// Most examples that are run; one more finding then says how many there are.
pub const MAX_EXAMPLES: usize = 1_000;

/// Entries that are looked at for all examples together; one more finding then says that not all were run.
const MOST_ENTRIES: usize = 20_000_000;

/// Runs the examples. `table` is the decision table with its function, where there is one that can be looked at.
pub(super) fn run(
    document: &Document,
    calendars: &Calendars,
    uses: &Uses,
    table: Option<(&Subject, &Diagram)>,
    found: &mut Findings,
) {
    let mut runner = Runner {
        document,
        calendars,
        uses,
        objectives: document.objectives.iter().enumerate().rev().map(|(at, entry)| (entry.id.as_str(), at)).collect(),
        shown_rules: vec![false; document.classification.as_ref().map_or(0, |table| table.rules.len())],
        shown_objectives: vec![false; document.objectives.len()],
        found,
    };
    let resolved = Table::new(document);
    let mut entries = 0;
    for (at, example) in document.examples.iter().enumerate().take(MAX_EXAMPLES) {
        let table = table.filter(|(_, diagram)| !diagram.is_spent());
        if let (Some(answers), Some((subject, diagram))) = (&example.answers, table) {
            match read_answers(answers, &resolved) {
                Ok(answers) => runner.severity(subject, diagram, at, example, &answers.region(&resolved)),
                Err(error) => runner.unreadable(at, "answers", example, &error),
            }
        }
        let Some(facts) = &example.case else { continue };
        entries += (1 + document.measures.len()) * (1 + document.objectives.len());
        // The faults of a calendar are found at the calendar.
        if entries <= MOST_ENTRIES && calendars.are_sound() {
            match read_facts(facts, document) {
                Ok(facts) => runner.case(at, example, &facts),
                Err(error) => runner.unreadable(at, "case", example, &error),
            }
        }
    }
    let more = document.examples.len().saturating_sub(MAX_EXAMPLES);
    runner.found.extend(super::more(more, "examples", "/examples"));
    if entries > MOST_ENTRIES {
        runner.found.push(super::too_large("/examples", "there are too many objectives to run all examples"));
    }
    if !document.examples.is_empty() && table.is_some_and(|(_, diagram)| diagram.is_spent()) {
        runner.found.push(super::too_large("/examples", "the table is too large to run all examples"));
    } else if let Some((subject, _)) = table {
        runner.rules_without_example(subject);
    }
    runner.clauses_without_example();
}

struct Runner<'d, 'f> {
    document: &'d Document,
    calendars: &'d Calendars,
    uses: &'d Uses<'d>,
    /// Places of the objectives by id.
    objectives: HashMap<&'d str, usize>,
    /// Whether an example shows what each rule decides.
    shown_rules: Vec<bool>,
    /// Whether an example shows an answer that follows from each objective.
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
            self.warn(|| {
                let name = shorten(&example.name);
                let (expected, given) = (words::severity(document, expected), words::severity(document, given));
                let message = sentence!("the example \"{}\" expects {} and gets {}", name, expected, given);
                failed(format!("/examples/{at}/expect/severity"), message)
            });
        }
    }

    /// Runs a case, and adds a finding for each answer that is not the expected one.
    fn case(&mut self, at: usize, example: &Example, facts: &CaseFacts) {
        let now = match example.now.as_deref().map(Instant::parse) {
            None => facts.submitted_at,
            Some(Ok(now)) => now,
            Some(Err(error)) => return self.unreadable(at, "now", example, &error),
        };
        self.idle_facts(at, facts, now);
        let answer = |situation: &Situation| (situation.advice(), situation.schedule());
        let ((advice, schedule), targets, filed_as) =
            match read_case(self.document, self.calendars, facts, now, true, answer) {
                Ok(answer) => answer,
                Err(error) => return self.unreadable(at, "case", example, &error),
            };
        let expect = &example.expect;
        let mut comparison = Comparison { runner: self, at, example, targets: &targets };
        let text = |instant: Option<Instant>| instant.map(|instant| instant.to_string());
        comparison.by_measure(
            "state",
            &expect.state,
            |state| Ok(state.clone()),
            |target| Some(target.state).filter(|state| *state != TargetState::NotStated).map(name),
        );
        let instant = |expected: &String| Instant::parse(expected).map(|instant| instant.to_string());
        comparison.by_measure("dueAt", &expect.due_at, instant, |target| text(target.due_at));
        comparison.by_measure("earliestDueAt", &expect.earliest_due_at, instant, |target| text(target.earliest_due_at));
        comparison.by_measure("latestDueAt", &expect.latest_due_at, instant, |target| text(target.latest_due_at));
        let list = |ids: &Vec<String>| Ok(ids.join(", "));
        let listed = |ids: Vec<String>| (!ids.is_empty()).then(|| ids.join(", "));
        comparison.by_measure("dependsOn", &expect.depends_on, list, |target| listed(target.depends_on.clone()));
        let note = |note: &TargetNote| name(*note);
        comparison.by_measure("notes", &expect.notes, list, |target| listed(target.notes.iter().map(note).collect()));
        let rounds = |met: u32, missed: u32| format!("{met} met and {missed} missed");
        comparison.by_measure(
            "rounds",
            &expect.rounds,
            |given| Ok(rounds(given.met, given.missed)),
            |target| target.rounds.map(|given| rounds(given.met, given.missed)),
        );
        if let Some(severity) = expect.severity.as_ref().filter(|_| example.answers.is_none()) {
            let given = facts.severity_at(now.max(facts.submitted_at)).0;
            comparison.whole("severity", Some(severity), Some(&given.to_owned()));
        }
        if let Some(expected) = &expect.filed_as {
            comparison.whole("filedAs", expected.as_ref(), filed_as.as_ref());
        }
        if let Some(expected) = &expect.advice {
            let given: Vec<String> = advice.into_iter().map(|advice| advice.id).collect();
            comparison.whole("advice", Some(&expected.join(", ")), Some(&given.join(", ")));
        }
        if let Some(expected) = &expect.schedule {
            let line = |advice: &str, at: &dyn Display| format!("{advice} at {at}");
            let instant = |text: &String| Instant::parse(text).map_or_else(|_| text.clone(), |at| at.to_string());
            let expected: Vec<String> = expected.iter().map(|each| line(&each.advice, &instant(&each.at))).collect();
            let given: Vec<String> = schedule.iter().map(|each| line(&each.advice, &each.at)).collect();
            comparison.whole("schedule", Some(&expected.join(", ")), Some(&given.join(", ")));
        }
    }

    /// Adds a finding for each fact of a case that changes nothing: an instant after `now`, and a name that nothing uses.
    fn idle_facts(&mut self, at: usize, facts: &CaseFacts, now: Instant) {
        let finding = |path: String, why: Sentence| {
            let path = format!("/examples/{at}/case{path}");
            Diagnostic::warning("no-effect", path, why).help("take it out, or correct it")
        };
        for (path, instant) in facts.instants().into_iter().filter(|(_, instant)| *instant > now) {
            let why = || sentence!("{} is after {}, as of which the case is evaluated", instant, now);
            self.found.add(Level::Warning, || finding(path, why()));
        }
        let (document, uses) = (self.document, self.uses);
        let mut idle = |path: String, why: Sentence| self.warn(|| finding(path, why));
        if !facts.pauses.is_empty() && !document.measures.iter().any(|measure| measure.pausable) {
            idle("/pauses".to_owned(), "no measure is pausable".into());
        }
        for question in facts.questions().filter(|question| !uses.has_subject(question)) {
            idle(
                format!("/context/{}", token(question)),
                sentence!("nothing uses the question \"{}\"", shorten(question)),
            );
        }
        if facts.channel().is_some() && !uses.has_subject("channel") {
            idle("/channel".to_owned(), "nothing depends on the channel".into());
        }
        if facts.zone().is_some() && !uses.zone {
            idle("/zone".to_owned(), "no calendar is in the zone of the customer".into());
        }
        for event in facts.event_ids().filter(|event| !uses.has_moment(event)) {
            idle(format!("/events/{}", token(event)), sentence!("no measure starts or ends at \"{}\"", shorten(event)));
        }
    }

    /// Adds a finding that may follow from an error of the policy: beside one, it is left out.
    fn warn(&mut self, finding: impl FnOnce() -> Diagnostic) {
        if !self.found.has_errors() {
            self.found.add(Level::Warning, finding);
        }
    }

    fn unreadable(&mut self, at: usize, member: &str, example: &Example, error: &Error) {
        self.found.add(Level::Warning, || {
            let path = format!("/examples/{at}/{member}{}", error.path().unwrap_or_default());
            failed(path, sentence!("the example \"{}\" cannot be run: {}", shorten(&example.name), error))
        });
    }

    fn rules_without_example(&mut self, subject: &Subject) {
        for (place, rule) in subject.rules.iter().enumerate() {
            if rule.severity.is_some() && !self.shown_rules[place] {
                self.found.add(Level::Info, || {
                    let message = sentence!("no example shows what the rule \"{}\" decides", subject.id(place));
                    let finding = Diagnostic::new(Level::Info, "not-covered", Subject::path(place), message);
                    finding.help("add an example with answers for which it decides")
                });
            }
        }
    }

    /// A clause about objectives is shown by an answer about one of them; that of a rule by the rule.
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
                let message = sentence!("no example shows a due date that follows from the clause {}", name);
                let path = format!("/clauses/{}", token(id));
                let finding = Diagnostic::new(Level::Info, "not-covered", path, message).at_key();
                finding.help("add an example with a case and the \"dueAt\" that it has to have")
            });
        }
    }
}

/// The comparison of the answers of one example.
struct Comparison<'r, 'd, 'f> {
    runner: &'r mut Runner<'d, 'f>,
    at: usize,
    example: &'r Example,
    targets: &'r [TargetEvaluation],
}

impl Comparison<'_, '_, '_> {
    /// Compares the answers by measure. `read` gives the form in which an expected value is compared.
    fn by_measure<T>(
        &mut self,
        member: &str,
        expected: &Entries<Option<T>>,
        read: impl Fn(&T) -> Result<String, Error>,
        given: impl Fn(&TargetEvaluation) -> Option<String>,
    ) {
        for (measure, expected) in expected.iter() {
            let path = format!("{member}/{}", token(measure));
            let Some(target) = self.targets.iter().find(|target| target.objective.measure == measure) else {
                self.add(&path, || sentence!("there is no measure \"{}\"", shorten(measure)), true);
                continue;
            };
            if let Some(place) = self.runner.objectives.get(target.objective.id.as_str()) {
                self.runner.shown_objectives[*place] = true;
            }
            match expected.as_ref().map(&read).transpose() {
                Err(error) => self.add(&path, || Sentence::verbatim(&error), false),
                Ok(expected) => {
                    let given = given(target);
                    // "not-stated" and null mean the same.
                    let expected = expected.filter(|text| text != "not-stated");
                    if expected != given {
                        let shown = |text: &Option<String>| match text {
                            Some(text) => text.to_value(),
                            None => absent(member).to_value(),
                        };
                        let message = self.message(shown(&expected), shown(&given), Some(measure));
                        self.add(&path, || message, false);
                    }
                }
            }
        }
    }

    /// Compares one answer about the case as a whole.
    fn whole(&mut self, member: &str, expected: Option<&String>, given: Option<&String>) {
        if expected != given {
            let shown = |text: Option<&String>| match text.map(String::as_str) {
                None | Some("") => absent(member).to_value(),
                Some(text) => text.to_value(),
            };
            let message = self.message(shown(expected), shown(given), None);
            self.add(member, || message, false);
        }
    }

    fn message(&self, expected: SentenceValue, given: SentenceValue, measure: Option<&str>) -> Sentence {
        let name = shorten(&self.example.name);
        match measure {
            Some(measure) => {
                sentence!("the example \"{}\" expects {} for {} and gets {}", name, expected, measure, given)
            }
            None => sentence!("the example \"{}\" expects {} and gets {}", name, expected, given),
        }
    }

    fn add(&mut self, path: &str, message: impl FnOnce() -> Sentence, at_key: bool) {
        let path = format!("/examples/{}/expect/{path}", self.at);
        self.runner.warn(|| {
            let finding = failed(path, message());
            if at_key { finding.at_key() } else { finding }
        });
    }
}

/// The words for an answer that there is not.
fn absent(member: &str) -> Sentence {
    Sentence::from(match member {
        "dueAt" => "no due date",
        "state" => "no target",
        "advice" => "no advice",
        "schedule" => "nothing later",
        "filedAs" => "its own severity",
        _ => "none",
    })
}

/// The name of a state or a note, as results spell it.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn read_answers(answers: &Value, table: &Table) -> Result<AnswerSets, Error> {
    AnswerSets::of(&argument::read(answers, ErrorCode::InvalidAnswers)?, table)
}

fn read_facts(facts: &Value, document: &Document) -> Result<CaseFacts, Error> {
    let facts: CaseFacts = argument::read(facts, ErrorCode::InvalidCase)?;
    facts.validate(document)?;
    Ok(facts)
}

fn failed(path: String, message: impl Into<Sentence>) -> Diagnostic {
    let finding = Diagnostic::warning("example-failed", path, message);
    finding.help("fix the policy, or what the example expects")
}
