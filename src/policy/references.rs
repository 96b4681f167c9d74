//! Whether every id is unique where it is defined and known where it is used.
//!
//! Which places define ids and which refer to them is data: paths in the document, in which `*` stands for every entry
//! of a list.

use super::nearest::Suggestions;
use super::node::Node;
use super::pointer::Pointer;
use super::shorten;
use crate::diagnostic::Findings;
use crate::sorted::sorted_places;
use crate::{Diagnostic, Level};

/// Lists whose entries have ids, and what an entry is called.
const DEFINITIONS: [(&str, &str); 12] = [
    ("tiers", "tier"),
    ("severities", "severity"),
    ("questions", "question"),
    ("questions/*/options", "option"),
    ("classification/rules", "rule"),
    ("measures", "measure"),
    ("objectives", "objective"),
    ("context", "context question"),
    ("context/*/options", "option"),
    ("channels", "channel"),
    ("advice", "piece of advice"),
    ("features", "feature"),
];

/// Places that hold an id, and where it is defined: a list of entries with ids, or an object whose keys are ids.
const USES: [(&str, &str, &str); 21] = [
    ("tiers/*/includes", "tiers", "tier"),
    ("classification/rules/*/severity", "severities", "severity"),
    ("objectives/*/measure", "measures", "measure"),
    ("objectives/*/tiers/*", "tiers", "tier"),
    ("objectives/*/severities/*", "severities", "severity"),
    ("objectives/*/calendar", "calendars", "calendar"),
    ("channels/*/calendar", "calendars", "calendar"),
    ("advice/*/channel", "channels", "channel"),
    ("features/*/tier", "tiers", "tier"),
    ("examples/*/expect/severity", "severities", "severity"),
    ("advice/*/when/severity/*", "severities", "severity"),
    ("advice/*/when/tier/*", "tiers", "tier"),
    ("tiers/*/clause", "clauses", "clause"),
    ("severities/*/clause", "clauses", "clause"),
    ("classification/rules/*/clause", "clauses", "clause"),
    ("measures/*/clause", "clauses", "clause"),
    ("objectives/*/clause", "clauses", "clause"),
    ("channels/*/clause", "clauses", "clause"),
    ("advice/*/clause", "clauses", "clause"),
    ("features/*/clause", "clauses", "clause"),
    ("glossary/*/clause", "clauses", "clause"),
];

/// Conditions: where they stand, and the list of questions that they may name.
const CONDITIONS: [(&str, &str, &str); 3] = [
    ("classification/rules/*/when", "questions", "question"),
    ("advice/*/when", "context", "context question"),
    ("features/*/when", "context", "context question"),
];

/// Keys of an advice's condition that are not context questions.
const ADVICE_SUBJECTS: [&str; 3] = ["severity", "tier", "state"];

/// States of a target, as conditions name them.
const STATES: [&str; 7] = ["not-stated", "on-track", "at-risk", "overdue", "paused", "met", "missed"];

/// Adds every duplicate id, every reference to something that does not exist, and every tier that includes itself.
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
    for (place, questions, what) in CONDITIONS {
        let subjects = Subjects::of(document.member(questions), place.starts_with("advice"));
        each(document, place, &mut |when, at| subjects.check(when, what, at, &mut suggestions, found));
    }
    inclusions(document.member("tiers").items(), found);
}

/// Visits every value at a path.
fn each<'d>(document: &'d Node, path: &str, visit: &mut dyn FnMut(&'d Node, &mut Pointer)) {
    fn descend<'d>(node: &'d Node, path: &str, at: &mut Pointer, visit: &mut dyn FnMut(&'d Node, &mut Pointer)) {
        let (step, rest) = path.split_once('/').unwrap_or((path, ""));
        match step {
            "" => visit(node, at),
            "*" => {
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
fn unique(entries: &Node, what: &str, at: &Pointer, found: &mut Findings) {
    let ids = Ids::defined_in(entries);
    for (index, id) in ids.list.iter().enumerate() {
        let path = || format!("{}/{index}/id", at.as_str());
        if id.is_empty() {
            found.add(Level::Error, || Diagnostic::error("schema", path(), format!("the id of a {what} is empty")));
        } else if let Some(first) = ids.place(id).filter(|first| *first < index) {
            found.add(Level::Error, || {
                let message = format!("the {what} \"{id}\" is defined twice, first at {}/{first}", at.as_str());
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
        what: &str,
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
            let message = format!("there is no {what} \"{}\"", shorten(id));
            let mut finding = Diagnostic::error("unknown-reference", at.as_str(), message);
            finding.at_key = at_key;
            match suggestions.nearest(id, self.list.iter().copied()) {
                Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
                None if self.list.is_empty() || self.list.len() > WORTH_LISTING => finding,
                None => finding.help(format!("known: {}", self.list.join(", "))),
            }
        });
        None
    }
}

/// The keys that a condition may have, with the values of each.
struct Subjects<'d> {
    keys: Ids<'d>,
    /// The values of each key, at its place.
    values: Vec<Ids<'d>>,
    /// Whether severity, tier and state may be named too; severities and tiers are checked as [`USES`].
    of_advice: bool,
}

impl<'d> Subjects<'d> {
    fn of(questions: &'d Node, of_advice: bool) -> Self {
        let mut keys = Ids::defined_in(questions).list;
        let mut values: Vec<Ids> =
            questions.items().iter().map(|question| Ids::defined_in(question.member("options"))).collect();
        if of_advice {
            keys.extend(ADVICE_SUBJECTS);
            values.extend([Vec::new(), Vec::new(), STATES.to_vec()].map(Ids::of));
        }
        Self { keys: Ids::of(keys), values, of_advice }
    }

    fn check(&self, when: &Node, what: &str, at: &mut Pointer, suggestions: &mut Suggestions, found: &mut Findings) {
        for member in when.members() {
            let key = member.key.as_str();
            let length = at.descend(key);
            let place = self.keys.check(at, key, what, true, suggestions, found);
            let is_elsewhere = self.of_advice && matches!(key, "severity" | "tier");
            if let Some(known) = place.filter(|_| !is_elsewhere).map(|place| &self.values[place]) {
                for (index, option) in member.node.items().iter().enumerate() {
                    let length = at.descend(index);
                    known.check(at, option.text(), "option", false, suggestions, found);
                    at.back_to(length);
                }
            }
            at.back_to(length);
        }
    }
}

/// Tiers that include themselves by way of others.
fn inclusions(tiers: &[Node], found: &mut Findings) {
    let ids = Ids::of(tiers.iter().map(|tier| tier.member("id").text()).collect());
    let included = |place: usize| {
        let id = tiers[place].member("includes").text();
        ids.place(id).filter(|_| !id.is_empty())
    };
    // The walk in which each tier was reached, by the place of the tier at which the walk began.
    let mut reached: Vec<Option<usize>> = vec![None; tiers.len()];
    let mut is_cyclic = vec![false; tiers.len()];
    for start in 0..tiers.len() {
        let mut next = Some(start);
        while let Some(place) = next.filter(|place| reached[*place].is_none()) {
            reached[place] = Some(start);
            next = included(place);
        }
        // A walk that ends at a tier of its own has closed a circle there.
        while let Some(place) = next.filter(|place| reached[*place] == Some(start) && !is_cyclic[*place]) {
            is_cyclic[place] = true;
            next = included(place);
        }
    }
    for (place, _) in is_cyclic.iter().enumerate().filter(|(_, is_cyclic)| **is_cyclic) {
        let message = format!("the tier \"{}\" includes itself", tiers[place].member("id").text());
        found.push(Diagnostic::error("cyclic-inclusion", format!("/tiers/{place}/includes"), message));
    }
}
