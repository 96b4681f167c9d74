//! Parts of a policy that never count: clauses that nothing cites, conditions that never hold.

use std::collections::{HashMap, HashSet};

use super::calendars::possible;
use super::objectives::Grid;
use super::words;
use crate::diagnostic::Findings;
use crate::policy::model::{
    AdviceCondition, AdviceEntry, CalendarDefinition, CalendarZone, Condition, ContextQuestion, StateCondition,
    SubmittedCondition,
};
use crate::policy::{Document, shorten, token};
use crate::sentence::{Sentence, SentenceValue, sentence};
use crate::sorted::sort;
use crate::{Diagnostic, Level};

/// The facts and calendars that some part of a policy uses.
pub(super) struct Uses<'d> {
    /// Ids of context questions, and "channel".
    subjects: HashSet<&'d str>,
    /// Ids of calendars.
    calendars: HashSet<&'d str>,
    /// Ids of events and measures at which measures start or end.
    moments: HashSet<&'d str>,
    /// Whether a calendar that is used is in the zone of the customer.
    pub zone: bool,
}

impl<'d> Uses<'d> {
    /// The uses of a document.
    pub fn of(document: &'d Document) -> Self {
        let mut subjects: HashSet<&str> = HashSet::new();
        let mut calendars: HashSet<&str> = HashSet::new();
        let mut moments: HashSet<&str> = HashSet::new();
        for entry in &document.objectives {
            subjects.extend(entry.when.facts.keys());
            calendars.insert(&entry.calendar);
            let submitted = entry.when.submitted.iter();
            calendars.extend(submitted.flat_map(|when| when.during.iter().chain(&when.outside)).map(String::as_str));
        }
        for entry in &document.advice {
            subjects.extend(entry.when.facts.keys());
            calendars.extend(entry.when.elapsed.iter().filter_map(|elapsed| elapsed.calendar.as_deref()));
        }
        subjects.extend(document.features.iter().flat_map(|feature| feature.when.keys()));
        calendars.extend(document.channels.iter().filter_map(|channel| channel.calendar.as_deref()));
        moments.extend(
            document
                .measures
                .iter()
                .flat_map(|measure| measure.starts_at.iter().chain(&measure.until))
                .map(String::as_str),
        );
        // A choice is one level deep.
        let chosen: Vec<&CalendarDefinition> = calendars.iter().filter_map(|id| document.calendars.get(id)).collect();
        for definition in chosen {
            subjects.extend(definition.by.as_deref());
            calendars
                .extend(definition.values.iter().map(|(_, id)| id.as_str()).chain(definition.otherwise.as_deref()));
        }
        // The standing of the objectives depends on these.
        let says = |question: &&ContextQuestion| {
            question.id == "sale" || question.options.iter().any(|option| option.standing.is_some())
        };
        subjects.extend(document.context.iter().filter(says).map(|question| question.id.as_str()));
        let of_customer = |id: &&str| {
            matches!(
                document.calendars.get(id).and_then(|calendar| calendar.zone.as_ref()),
                Some(CalendarZone::OfCase(_))
            )
        };
        let zone = calendars.iter().any(of_customer);
        Self { subjects, calendars, moments, zone }
    }

    /// Whether something depends on a context question, or on "channel".
    pub fn has_subject(&self, id: &str) -> bool {
        self.subjects.contains(id)
    }

    /// Whether a measure starts or ends at an event or a measure.
    pub fn has_moment(&self, id: &str) -> bool {
        self.moments.contains(id)
    }
}

/// Adds the calendars and context questions that nothing uses.
pub(super) fn unused(document: &Document, uses: &Uses, found: &mut Findings) {
    // Calendars of a policy without objectives are there to be asked about business hours.
    let is_unused = |id: &str| !document.objectives.is_empty() && !uses.calendars.contains(id);
    for (id, _) in document.calendars.iter().filter(|(id, _)| is_unused(id)) {
        found.add(Level::Info, || {
            let message = sentence!("nothing uses the calendar \"{}\"", id);
            let finding = Diagnostic::new(Level::Info, "unused-calendar", format!("/calendars/{}", token(id)), message);
            finding.at_key().help("name it where its hours count, or take it out")
        });
    }
    let exports = serde_json::to_string(&document.exports).unwrap_or_default();
    for (at, question) in document.context.iter().enumerate() {
        // An export may be filled with the answer.
        if uses.has_subject(&question.id) || exports.contains(&question.id) {
            continue;
        }
        found.add(Level::Info, || {
            let name = words::named(&question.text, &question.id);
            let message = sentence!("no answer to the context question {} changes anything", name);
            let finding = Diagnostic::new(Level::Info, "unused-context", format!("/context/{at}"), message);
            finding.help("use it in a condition, or take it out")
        });
    }
}

/// Adds the ids that mean something else already in conditions, or at the start of measures.
pub(super) fn ambiguous_names(document: &Document, found: &mut Findings) {
    const FACTS: [&str; 7] = ["channel", "zone", "submitted", "severity", "tier", "state", "elapsed"];
    let mut ambiguous = |path: String, id: &str, what: &'static str| {
        found.add(Level::Warning, || {
            let message = sentence!("\"{}\" is the name of {} as well", id, Sentence::from(what));
            Diagnostic::warning("duplicate-id", path, message).help("choose another id")
        });
    };
    for (at, question) in document.context.iter().enumerate() {
        if FACTS.contains(&question.id.as_str()) {
            ambiguous(format!("/context/{at}/id"), &question.id, "a fact that conditions and calendars know");
        }
        for (option, _) in question.options.iter().enumerate().filter(|(_, option)| option.id == "unknown") {
            let path = format!("/context/{at}/options/{option}/id");
            ambiguous(path, "unknown", "the answer of somebody who does not know");
        }
    }
    let events = document.events.iter().map(|event| ("events", &event.id)).enumerate();
    let measures = document.measures.iter().map(|measure| ("measures", &measure.id)).enumerate();
    for (at, (list, id)) in events.chain(measures).filter(|(_, (_, id))| *id == "submission") {
        ambiguous(format!("/{list}/{at}/id"), id, "the start of every case");
    }
}

/// Adds the clauses that nothing cites.
pub(super) fn unused_clauses(document: &Document, found: &mut Findings) {
    let mut cited: HashSet<&str> = HashSet::new();
    cited.extend(document.tiers.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.severities.iter().filter_map(|entry| entry.clause.as_deref()));
    let rules = document.classification.iter().flat_map(|table| &table.rules);
    cited.extend(rules.filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.measures.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.objectives.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.channels.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.advice.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.features.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.glossary.iter().filter_map(|entry| entry.clause.as_deref()));
    for (id, clause) in document.clauses.iter().filter(|(id, _)| !cited.contains(id)) {
        found.add(Level::Info, || {
            let message = sentence!("nothing cites the clause {}", words::named(&clause.heading, id));
            let finding = Diagnostic::new(Level::Info, "unused-clause", format!("/clauses/{}", token(id)), message);
            finding.at_key().help("name it under \"clause\" where it acts")
        });
    }
}

/// Adds the objectives on a calendar of which reading has found that it never opens, or that may turn out to be such a calendar.
pub(super) fn never_due(document: &Document, found: &mut Findings) {
    const CODE: &str = "calendar-never-opens";
    let never_opens = found.iter().filter(|finding| finding.code == CODE);
    let never_opens: HashSet<String> = never_opens.map(|finding| finding.path.clone()).collect();
    if never_opens.is_empty() {
        return;
    }
    for (at, objective) in document.objectives.iter().enumerate().filter(|(_, objective)| objective.target.is_some()) {
        let ids = possible(document, &objective.calendar);
        let Some(id) = ids.into_iter().find(|id| never_opens.contains(&format!("/calendars/{}", token(id)))) else {
            continue;
        };
        found.add(Level::Warning, || {
            let message = if id == objective.calendar {
                sentence!("the objective \"{}\" is never due: its calendar never opens", objective.id)
            } else {
                let id = shorten(id);
                sentence!(
                    "the objective \"{}\" is never due with the calendar \"{}\", which never opens",
                    objective.id,
                    id
                )
            };
            let finding = Diagnostic::warning(CODE, format!("/objectives/{at}/calendar"), message);
            finding.help("name a calendar that opens")
        });
    }
}

/// Adds advice and features whose condition can never hold, and conditions of objectives that name no calendar.
pub(super) fn dead_conditions(document: &Document, grid: &Grid, found: &mut Findings) {
    let states = States::of(document, grid);
    for (at, entry) in document.advice.iter().enumerate() {
        if let Some(subject) = empty_advice(&entry.when) {
            found.add(Level::Warning, || never_holds("advice", at, &entry.id, unsatisfied(subject)));
        } else if states.are_impossible(entry) {
            found.add(Level::Warning, || {
                let states = listed(any_state(entry).into_iter().flatten());
                let why = sentence!("no target with these tiers and severities is ever {}", states);
                never_holds("advice", at, &entry.id, why)
            });
        } else if let Some((measure, named)) = states.impossible_by_measure(entry) {
            found.add(Level::Warning, || {
                let why = sentence!("no target of the measure \"{}\" is ever {}", shorten(measure), listed(named));
                never_holds("advice", at, &entry.id, why)
            });
        }
    }
    for (at, entry) in document.objectives.iter().enumerate() {
        let is_idle = |when: &SubmittedCondition| when.during.is_none() && when.outside.is_none();
        if entry.when.submitted.as_ref().is_some_and(is_idle) {
            found.add(Level::Warning, || {
                let path = format!("/objectives/{at}/when/submitted");
                let finding =
                    Diagnostic::warning("no-effect", path, "\"submitted\" names no calendar, so it always holds");
                finding.help("write {\"during\": …} or {\"outside\": …} with the id of a calendar")
            });
        }
    }
    for (at, entry) in document.features.iter().enumerate() {
        if let Some(subject) = empty_list(&entry.when) {
            found.add(Level::Warning, || never_holds("features", at, &entry.id, unsatisfied(subject)));
        }
    }
}

fn listed<'s>(states: impl IntoIterator<Item = &'s String>) -> SentenceValue {
    words::listed_ids(states.into_iter().map(String::as_str), "or")
}

fn never_holds(list: &str, at: usize, id: &str, why: Sentence) -> Diagnostic {
    let message = match list {
        "features" => sentence!("the condition of the feature \"{}\" can never hold: {}", id, why),
        _ => sentence!("the condition of the advice \"{}\" can never hold: {}", id, why),
    };
    let finding = Diagnostic::warning("condition-never-holds", format!("/{list}/{at}/when"), message);
    finding.help("fix the condition, or leave the entry out")
}

fn empty_list(when: &Condition) -> Option<&str> {
    when.iter().find(|(_, values)| values.is_empty()).map(|(subject, _)| subject)
}

/// The subject of a condition without any value.
fn empty_advice(when: &AdviceCondition) -> Option<&str> {
    let has_no_state = match &when.state {
        Some(StateCondition::Any(states)) => states.is_empty(),
        Some(StateCondition::ByMeasure(measures)) => measures.iter().any(|(_, states)| states.is_empty()),
        None => false,
    };
    empty_list(&when.facts).or(has_no_state.then_some("state"))
}

/// The states of any measure that a condition names.
fn any_state(entry: &AdviceEntry) -> Option<&Vec<String>> {
    match &entry.when.state {
        Some(StateCondition::Any(states)) => Some(states),
        _ => None,
    }
}

fn unsatisfied(subject: &str) -> Sentence {
    sentence!("no value of \"{}\" satisfies it", shorten(subject))
}

/// The states in which the targets of each tier and severity can be.
struct States<'d> {
    /// A row a tier: [`NOT_STATED`], [`STATED`] and [`PAUSABLE`] of each severity.
    rows: Vec<Vec<u8>>,
    /// The states of each measure, whatever the tier and the severity.
    measures: HashMap<&'d str, u8>,
    tiers: HashMap<&'d str, usize>,
    severities: HashMap<&'d str, usize>,
}

/// A measure has no target.
const NOT_STATED: u8 = 1;
/// A measure has a target.
const STATED: u8 = 2;
/// A measure has a target whose clock a pause stops.
const PAUSABLE: u8 = 4;
/// A measure starts later than the submission.
const NOT_STARTED: u8 = 8;
/// A target depends on facts.
const UNDETERMINED: u8 = 16;

/// The states of a list as bits.
fn bits(states: &[String]) -> u8 {
    let bit = |state: &String| match state.as_str() {
        "not-stated" => NOT_STATED,
        "paused" => PAUSABLE,
        "not-started" => NOT_STARTED,
        "undetermined" => UNDETERMINED,
        "on-track" | "at-risk" | "overdue" | "met" | "missed" => STATED,
        // An unknown state has a finding of its own.
        _ => u8::MAX,
    };
    states.iter().fold(0, |bits, state| bits | bit(state))
}

impl<'d> States<'d> {
    fn of(document: &'d Document, grid: &Grid) -> Self {
        let mut measures: HashMap<&str, u8> = HashMap::new();
        let mut state = |tier: usize, severity: usize| {
            document.measures.iter().enumerate().fold(0, |all, (at, measure)| {
                let state = |is_stated: bool| match (is_stated, measure.pausable) {
                    (false, _) => NOT_STATED,
                    (true, false) => STATED,
                    (true, true) => STATED | PAUSABLE,
                };
                let later = if measure.starts_at.is_some() || measure.until.is_some() { NOT_STARTED } else { 0 };
                let places = grid.places(tier, severity, at);
                let entries = places.iter().filter_map(|place| document.objectives.get(*place));
                // Facts that choose an entry may be missing, and there may be no entry for them.
                let facts = if places.len() > 1 { UNDETERMINED } else { 0 };
                let customer = if grid.depends(tier, severity, at) { UNDETERMINED | NOT_STATED } else { 0 };
                let none = if places.is_empty() { NOT_STATED } else { 0 };
                let states = entries
                    .fold(later | facts | customer | none, |states, entry| states | state(entry.target.is_some()));
                *measures.entry(&measure.id).or_default() |= states;
                all | states
            })
        };
        let row = |tier: usize| (0..document.severities.len()).map(|severity| state(tier, severity)).collect();
        Self {
            rows: (0..document.tiers.len()).map(row).collect(),
            measures,
            tiers: document.tiers.iter().enumerate().map(|(at, tier)| (tier.id.as_str(), at)).collect(),
            severities: document.severities.iter().enumerate().map(|(at, level)| (level.id.as_str(), at)).collect(),
        }
    }

    /// A measure of the condition of an entry that can be in none of the states wanted of it, and these states.
    fn impossible_by_measure<'e>(&self, entry: &'e AdviceEntry) -> Option<(&'e str, &'e Vec<String>)> {
        let Some(StateCondition::ByMeasure(measures)) = &entry.when.state else { return None };
        let is_impossible = |(measure, wanted): &(&str, &Vec<String>)| {
            self.measures.get(measure).is_some_and(|states| states & bits(wanted) == 0)
        };
        measures.iter().find(is_impossible)
    }

    /// Whether no target of the tiers and severities in the condition of an entry can be in one of its states.
    fn are_impossible(&self, entry: &AdviceEntry) -> bool {
        let Some(states) = any_state(entry) else { return false };
        let wanted = bits(states);
        let allowed = |subject: &str, places: &HashMap<&str, usize>, count: usize| match entry.when.facts.get(subject) {
            None => (0..count).collect(),
            Some(ids) => {
                let mut allowed: Vec<usize> = ids.iter().filter_map(|id| places.get(id.as_str()).copied()).collect();
                sort(&mut allowed, usize::cmp);
                allowed.dedup();
                allowed
            }
        };
        let severities = allowed("severity", &self.severities, self.severities.len());
        let tiers = allowed("tier", &self.tiers, self.rows.len());
        !tiers.iter().any(|tier| severities.iter().any(|severity| self.rows[*tier][*severity] & wanted != 0))
    }
}
