//! Whether every id is unique where it is defined and known where it is used.
//!
//! Which places define ids and which refer to them is data: paths in the document, in which `*` stands for every entry
//! of a list.

use super::nearest::Suggestions;
use super::node::Node;
use super::pointer::Pointer;
use super::shorten;
use crate::diagnostic::Findings;
use crate::sentence::{Sentence, sentence};
use crate::sorted::sorted_places;
use crate::{Diagnostic, Level};

/// Lists whose entries have ids, and what an entry is called.
const DEFINITIONS: [(&str, &str); 13] = [
    ("tiers", "tier"),
    ("severities", "severity"),
    ("questions", "question"),
    ("questions/*/options", "option"),
    ("classification/rules", "rule"),
    ("events", "event"),
    ("measures", "measure"),
    ("objectives", "objective"),
    ("context", "context question"),
    ("context/*/options", "option"),
    ("channels", "channel"),
    ("advice", "piece of advice"),
    ("features", "feature"),
];

/// Places that hold an id, and where it is defined: a list of entries with ids, or an object whose keys are ids.
const USES: [(&str, &str, &str); 30] = [
    ("tiers/*/includes", "tiers", "tier"),
    ("classification/rules/*/severity", "severities", "severity"),
    ("objectives/*/measure", "measures", "measure"),
    ("objectives/*/tiers/*", "tiers", "tier"),
    ("objectives/*/severities/*", "severities", "severity"),
    ("objectives/*/calendar", "calendars", "calendar"),
    ("objectives/*/goal", "goals", "goal"),
    ("objectives/*/when/submitted/during", "calendars", "calendar"),
    ("objectives/*/when/submitted/outside", "calendars", "calendar"),
    ("calendars/*/values/*", "calendars", "calendar"),
    ("calendars/*/else", "calendars", "calendar"),
    ("tiers/*/severities/*", "severities", "severity"),
    ("channels/*/calendar", "calendars", "calendar"),
    ("advice/*/channel", "channels", "channel"),
    ("features/*/tier", "tiers", "tier"),
    ("examples/*/expect/severity", "severities", "severity"),
    ("advice/*/when/severity/*", "severities", "severity"),
    ("advice/*/when/tier/*", "tiers", "tier"),
    ("advice/*/when/elapsed/measure", "measures", "measure"),
    ("advice/*/when/elapsed/calendar", "calendars", "calendar"),
    ("tiers/*/clause", "clauses", "clause"),
    ("severities/*/clause", "clauses", "clause"),
    ("classification/rules/*/clause", "clauses", "clause"),
    ("events/*/clause", "clauses", "clause"),
    ("measures/*/clause", "clauses", "clause"),
    ("objectives/*/clause", "clauses", "clause"),
    ("channels/*/clause", "clauses", "clause"),
    ("advice/*/clause", "clauses", "clause"),
    ("features/*/clause", "clauses", "clause"),
    ("glossary/*/clause", "clauses", "clause"),
];

/// Conditions: where they stand, the list of questions that they may name, and their other keys.
const CONDITIONS: [(&str, &str, &str, &[&str]); 4] = [
    ("classification/rules/*/when", "questions", "question", &[]),
    ("objectives/*/when", "context", "context question", &["channel", "submitted"]),
    ("advice/*/when", "context", "context question", &["severity", "tier", "state", "elapsed"]),
    ("features/*/when", "context", "context question", &[]),
];

/// States of a target, as conditions name them.
const STATES: [&str; 9] =
    ["not-stated", "on-track", "at-risk", "overdue", "paused", "met", "missed", "not-started", "undetermined"];

/// Adds every duplicate id, every reference to something that does not exist, and every circle of tiers or measures.
pub(crate) fn check(document: &Node, found: &mut Findings) {
    for (list, what) in DEFINITIONS {
        each(document, list, &mut |entries, at| unique(entries, what, at, found));
    }
    let mut suggestions = Suggestions::default();
    for (place, definitions, what) in USES {
        let known = Ids::defined_in(document.member(definitions));
        // A small policy may cite the clauses of a paper one, and then has none of its own.
        if what == "clause" && known.list.is_empty() {
            continue;
        }
        each(document, place, &mut |id, at| {
            if !id.is_null() {
                known.check(at, id.text(), what, false, &mut suggestions, found);
            }
        });
    }
    for (place, questions, what, others) in CONDITIONS {
        let subjects = Subjects::of(document, questions, others);
        each(document, place, &mut |when, at| subjects.check(when, what, at, &mut suggestions, found));
    }
    let measures = Ids::defined_in(document.member("measures"));
    each(document, "advice/*/when/state", &mut |states, at| {
        measures.check_keys(states, at, "measure", &mut suggestions, found);
    });
    choices(document, &mut suggestions, found);
    starts(document, &mut suggestions, found);
    let tiers = document.member("tiers").items();
    for place in circles(tiers, "includes") {
        let message = sentence!("the tier \"{}\" includes itself", tiers[place].member("id").text());
        found.push(Diagnostic::error("cyclic-inclusion", format!("/tiers/{place}/includes"), message));
    }
}

/// Calendars that an answer chooses: the question, and its answers.
fn choices(document: &Node, suggestions: &mut Suggestions, found: &mut Findings) {
    let subjects = Subjects::of(document, "context", &["channel"]);
    each(document, "calendars/*", &mut |calendar, at| {
        let by = calendar.member("by");
        if by.is_null() {
            return;
        }
        let question =
            at.within("by", |at| subjects.keys.check(at, by.text(), "context question", false, suggestions, found));
        let Some(options) = question.map(|place| &subjects.values[place]) else { return };
        at.within("values", |at| {
            options.check_keys(calendar.member("values"), at, "option", suggestions, found);
        });
    });
}

/// The starts and ends of measures: each at a measure or an event, which share their ids, and not in a circle.
fn starts(document: &Node, suggestions: &mut Suggestions, found: &mut Findings) {
    let (events, measures) = (document.member("events").items(), document.member("measures").items());
    let ids: Vec<&str> = events.iter().chain(measures).map(|entry| entry.member("id").text()).collect();
    let known = Ids::of(ids.clone());
    for (place, id) in ids.iter().enumerate().skip(events.len()).filter(|(_, id)| !id.is_empty()) {
        if let Some(event) = known.place(id).filter(|first| *first < events.len()) {
            let message = sentence!("\"{}\" is an event and a measure, which share their ids", id);
            let path = format!("/measures/{}/id", place - events.len());
            let finding = Diagnostic::error("duplicate-id", path, message);
            found.push(finding.help(sentence!("give the event at /events/{} another id", event)));
        }
    }
    let starts = Ids::of(ids.iter().copied().chain(["submission"]).collect());
    for (place, known) in [("measures/*/startsAt", &starts), ("measures/*/until", &known)] {
        each(document, place, &mut |id, at| {
            if !id.is_null() {
                known.check(at, id.text(), "measure or event", false, suggestions, found);
            }
        });
    }
    let cyclic = circles(measures, "startsAt");
    for place in &cyclic {
        let message = sentence!("the measure \"{}\" starts at its own stop", measures[*place].member("id").text());
        found.push(Diagnostic::error("cyclic-start", format!("/measures/{place}/startsAt"), message));
    }
    if !cyclic.is_empty() {
        return;
    }
    let measure_ids = Ids::defined_in(document.member("measures"));
    for (place, measure) in measures.iter().enumerate() {
        let until = measure.member("until").text();
        let mut at = measure;
        // The measures and events that come before the start, and the measure itself.
        let comes_before = !until.is_empty()
            && loop {
                let before = at.member("startsAt").text();
                if before == until || at.member("id").text() == until {
                    break true;
                }
                match measure_ids.place(before) {
                    Some(place) => at = &measures[place],
                    None => break false,
                }
            };
        if comes_before {
            let id = measure.member("id").text();
            let message = sentence!("the measure \"{}\" ends at \"{}\", which is not after its start", id, until);
            let finding = Diagnostic::error("ends-before-start", format!("/measures/{place}/until"), message);
            found.push(finding.help("name a measure or an event that comes after the start"));
        }
    }
}

/// Visits every value at a path.
fn each<'d>(document: &'d Node, path: &str, visit: &mut dyn FnMut(&'d Node, &mut Pointer)) {
    fn descend<'d>(node: &'d Node, path: &str, at: &mut Pointer, visit: &mut dyn FnMut(&'d Node, &mut Pointer)) {
        let (step, rest) = path.split_once('/').unwrap_or((path, ""));
        match step {
            "" => visit(node, at),
            "*" => {
                for member in node.members() {
                    at.within(member.key.as_str(), |at| descend(&member.node, rest, at, visit));
                }
                for (index, item) in node.items().iter().enumerate() {
                    at.within(index, |at| descend(item, rest, at, visit));
                }
            }
            key => at.within(key, |at| descend(node.member(key), rest, at, visit)),
        }
    }
    descend(document, path, &mut Pointer::default(), visit);
}

/// Ids of one list: none empty, none twice.
fn unique(entries: &Node, what: &'static str, at: &Pointer, found: &mut Findings) {
    let ids = Ids::defined_in(entries);
    for (index, id) in ids.list.iter().enumerate() {
        let path = || format!("{}/{index}/id", at.as_str());
        if id.is_empty() {
            found.add(Level::Error, || {
                Diagnostic::error("schema", path(), sentence!("the id of this {} is empty", Sentence::from(what)))
            });
        } else if let Some(first) = ids.place(id).filter(|first| *first < index) {
            found.add(Level::Error, || {
                let message = sentence!(
                    "the {} \"{}\" is defined twice, first at {}/{}",
                    Sentence::from(what),
                    id,
                    at.as_str(),
                    first
                );
                Diagnostic::error("duplicate-id", path(), message).help("give one of them another id")
            });
        }
    }
}

/// Ids that are defined somewhere.
struct Ids<'d> {
    /// In the order of the document.
    list: Vec<&'d str>,
    /// Their places, in the order of the ids.
    sorted: Vec<usize>,
}

impl<'d> Ids<'d> {
    /// The ids of a list of entries, or the keys of an object.
    fn defined_in(definitions: &'d Node) -> Self {
        let listed = definitions.items().iter().map(|entry| entry.member("id").text());
        Self::of(listed.chain(definitions.members().iter().map(|member| member.key.as_str())).collect())
    }

    fn of(list: Vec<&'d str>) -> Self {
        Self { sorted: sorted_places(list.len(), &|one, other| list[one].cmp(list[other])), list }
    }

    /// The place of an id, and of one that is defined twice the first.
    fn place(&self, id: &str) -> Option<usize> {
        let place = *self.sorted.get(self.sorted.partition_point(|place| self.list[*place] < id))?;
        (self.list[place] == id).then_some(place)
    }

    /// Returns the place of `id`, or adds a finding where it is none of them.
    fn check(
        &self,
        at: &Pointer,
        id: &str,
        what: &'static str,
        at_key: bool,
        suggestions: &mut Suggestions,
        found: &mut Findings,
    ) -> Option<usize> {
        /// More known ids than this are not worth listing.
        const WORTH_LISTING: usize = 12;
        let place = self.place(id);
        if place.is_some() {
            return place;
        }
        found.add(Level::Error, || {
            let message = sentence!("there is no {} \"{}\"", Sentence::from(what), shorten(id));
            let mut finding = Diagnostic::error("unknown-reference", at.as_str(), message);
            finding.at_key = at_key;
            // Only the whole engine gives help.
            if cfg!(not(feature = "analysis")) {
                return finding;
            }
            match suggestions.nearest(id, self.list.iter().copied()) {
                Some(meant) => finding.help(sentence!("did you mean \"{}\"?", meant)),
                None if self.list.is_empty() || self.list.len() > WORTH_LISTING => finding,
                None => finding.help(sentence!("known: {}", self.list.join(", "))),
            }
        });
        None
    }

    /// Adds a finding for each key of an object that is none of them.
    fn check_keys(
        &self,
        object: &Node,
        at: &mut Pointer,
        what: &'static str,
        suggestions: &mut Suggestions,
        found: &mut Findings,
    ) {
        for member in object.members() {
            let key = member.key.as_str();
            at.within(key, |at| {
                self.check(at, key, what, true, suggestions, found);
            });
        }
    }
}

/// The keys that a condition may have, with the values of each.
struct Subjects<'d> {
    keys: Ids<'d>,
    /// The values of each key, at its place.
    values: Vec<Ids<'d>>,
    /// The keys that are no questions.
    others: &'static [&'static str],
}

/// Keys of conditions whose values are checked as [`USES`].
const CHECKED_AS_USES: [&str; 4] = ["severity", "tier", "submitted", "elapsed"];

impl<'d> Subjects<'d> {
    /// The questions of a list, and other keys.
    fn of(document: &'d Node, questions: &str, others: &'static [&'static str]) -> Self {
        let questions = document.member(questions);
        let mut keys = Ids::defined_in(questions).list;
        let mut values: Vec<Ids> =
            questions.items().iter().map(|question| Ids::defined_in(question.member("options"))).collect();
        for other in others {
            keys.push(other);
            values.push(match *other {
                "state" => Ids::of(STATES.to_vec()),
                "channel" => Ids::defined_in(document.member("channels")),
                _ => Ids::of(Vec::new()),
            });
        }
        Self { keys: Ids::of(keys), values, others }
    }

    fn check(
        &self,
        when: &Node,
        what: &'static str,
        at: &mut Pointer,
        suggestions: &mut Suggestions,
        found: &mut Findings,
    ) {
        for member in when.members() {
            let key = member.key.as_str();
            let length = at.descend(key);
            let place = self.keys.check(at, key, what, true, suggestions, found);
            // A question may have the id of such a key only if the condition does not know that key.
            let is_elsewhere = self.others.contains(&key) && CHECKED_AS_USES.contains(&key);
            if let Some(known) = place.filter(|_| !is_elsewhere).map(|place| &self.values[place]) {
                let what = self.others.iter().copied().find(|other| *other == key).unwrap_or("option");
                let mut options = |options: &Node, at: &mut Pointer| {
                    for (index, option) in options.items().iter().enumerate() {
                        let length = at.descend(index);
                        known.check(at, option.text(), what, false, suggestions, found);
                        at.back_to(length);
                    }
                };
                options(&member.node, at);
                // States by measure.
                for measure in member.node.members() {
                    at.within(measure.key.as_str(), |at| options(&measure.node, at));
                }
            }
            at.back_to(length);
        }
    }
}

/// Places of the entries that refer to themselves by way of others.
fn circles(entries: &[Node], key: &str) -> Vec<usize> {
    let ids = Ids::of(entries.iter().map(|entry| entry.member("id").text()).collect());
    let referred = |place: usize| {
        let id = entries[place].member(key).text();
        ids.place(id).filter(|_| !id.is_empty())
    };
    // The walk in which each entry was reached, by the place of the entry at which the walk began.
    let mut reached: Vec<Option<usize>> = vec![None; entries.len()];
    let mut is_cyclic = vec![false; entries.len()];
    for start in 0..entries.len() {
        let mut next = Some(start);
        while let Some(place) = next.filter(|place| reached[*place].is_none()) {
            reached[place] = Some(start);
            next = referred(place);
        }
        // A walk that ends at an entry of its own has closed a circle there.
        while let Some(place) = next.filter(|place| reached[*place] == Some(start) && !is_cyclic[*place]) {
            is_cyclic[place] = true;
            next = referred(place);
        }
    }
    (0..entries.len()).filter(|place| is_cyclic[*place]).collect()
}
