//! Whether every id is unique where it is defined and known where it is used.
//!
//! Which places define ids and which refer to them is data: paths in the document, in which `*` stands for every entry
//! of a list.

use super::nearest;
use super::pointer::Pointer;
use super::tree::Tree;
use crate::Diagnostic;

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

/// Every duplicate id, every reference to something that does not exist, and every tier that includes itself.
pub(crate) fn faults(document: &Tree) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (list, what) in DEFINITIONS {
        each(document, list, &mut |entries, at| unique(entries, what, at, &mut found));
    }
    for (place, definitions, what) in USES {
        let known = ids_in(document, definitions);
        // A small policy may cite the clauses of a paper one, and then has none of its own.
        if what == "clause" && known.is_empty() {
            continue;
        }
        each(document, place, &mut |id, at| {
            if !id.is_null() {
                found.extend(unknown(at, id.text(), what, &known));
            }
        });
    }
    for (place, questions, what) in CONDITIONS {
        each(document, place, &mut |when, at| condition(document, when, questions, what, at, &mut found));
    }
    inclusions(document, &mut found);
    found
}

/// Visits every value at a path.
fn each(document: &Tree, path: &str, visit: &mut dyn FnMut(&Tree, &Pointer)) {
    fn descend(value: &Tree, path: &str, at: &mut Pointer, visit: &mut dyn FnMut(&Tree, &Pointer)) {
        let (step, rest) = path.split_once('/').unwrap_or((path, ""));
        match step {
            "" => visit(value, at),
            "*" => {
                for (index, item) in value.items().iter().enumerate() {
                    let length = at.descend(index);
                    descend(item, rest, at, visit);
                    at.back_to(length);
                }
            }
            key => {
                let length = at.descend(key);
                descend(value.member(key), rest, at, visit);
                at.back_to(length);
            }
        }
    }
    descend(document, path, &mut Pointer::default(), visit);
}

/// Ids that are defined under a key of the document.
fn ids_in<'a>(document: &'a Tree, key: &str) -> Vec<&'a str> {
    let definitions = document.member(key);
    let listed = definitions.items().iter().map(|entry| entry.member("id").text());
    listed.chain(definitions.members().iter().map(|(id, _)| id.as_str())).collect()
}

/// Ids of one list: none empty, none twice.
fn unique(entries: &Tree, what: &str, at: &Pointer, found: &mut Vec<Diagnostic>) {
    let mut seen: Vec<&str> = Vec::new();
    for (index, entry) in entries.items().iter().enumerate() {
        let id = entry.member("id").text();
        let path = format!("{}/{index}/id", at.as_str());
        if id.is_empty() {
            found.push(Diagnostic::error("schema", path, format!("the id of a {what} is empty")));
        } else if let Some(first) = seen.iter().position(|known| *known == id) {
            let message = format!("the {what} \"{id}\" is defined twice, first at {}/{first}", at.as_str());
            found.push(Diagnostic::error("duplicate-id", path, message).help("give one of them another id"));
        }
        seen.push(id);
    }
}

/// The keys of a condition are questions, its values their options.
fn condition(document: &Tree, when: &Tree, questions: &str, what: &str, at: &Pointer, found: &mut Vec<Diagnostic>) {
    let of_advice = at.as_str().starts_with("/advice");
    let mut known = ids_in(document, questions);
    if of_advice {
        known.extend(ADVICE_SUBJECTS);
    }
    let mut at = at.clone();
    for (question, options) in when.members() {
        let length = at.descend(question.as_str());
        if let Some(unknown) = unknown(&at, question, what, &known) {
            found.push(unknown.at_key());
        } else if !(of_advice && matches!(question.as_str(), "severity" | "tier")) {
            let definition = document.member(questions).items().iter().find(|q| q.member("id").text() == question);
            let known: Vec<&str> = match definition {
                Some(definition) => {
                    definition.member("options").items().iter().map(|o| o.member("id").text()).collect()
                }
                None => STATES.to_vec(),
            };
            for (index, option) in options.items().iter().enumerate() {
                let length = at.descend(index);
                found.extend(self::unknown(&at, option.text(), "option", &known));
                at.back_to(length);
            }
        }
        at.back_to(length);
    }
}

/// Tiers that include themselves by way of others.
fn inclusions(document: &Tree, found: &mut Vec<Diagnostic>) {
    let tiers = document.member("tiers").items();
    for (index, tier) in tiers.iter().enumerate() {
        let id = tier.member("id").text();
        let mut next = tier.member("includes").text();
        for _ in 0..tiers.len() {
            if next == id && !id.is_empty() {
                let message = format!("the tier \"{id}\" includes itself");
                found.push(Diagnostic::error("cyclic-inclusion", format!("/tiers/{index}/includes"), message));
                break;
            }
            let included = tiers.iter().find(|tier| tier.member("id").text() == next);
            next = included.map_or("", |tier| tier.member("includes").text());
        }
    }
}

/// A finding where `id` is none of the known ones.
fn unknown(at: &Pointer, id: &str, what: &str, known: &[&str]) -> Option<Diagnostic> {
    /// More known ids than this are not worth listing.
    const WORTH_LISTING: usize = 12;
    if known.contains(&id) {
        return None;
    }
    let finding = Diagnostic::error("unknown-reference", at.as_str(), format!("there is no {what} \"{id}\""));
    Some(match nearest(id, known.iter().copied()) {
        Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
        None if known.is_empty() || known.len() > WORTH_LISTING => finding,
        None => finding.help(format!("known: {}", known.join(", "))),
    })
}
