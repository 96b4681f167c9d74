//! Everything else that differs, found by walking both documents at once.

use serde_json::{Map, Value};

use super::pairs::pairs;
use super::{ChangeKind, Changes, PolicyChange};
use crate::policy::{Document, Pointer, Step};
use crate::sentence::{Sentence, SentenceValue, ToValue, sentence};

/// Members that hold a text, one a language.
const TEXTS: [&str; 11] =
    ["text", "help", "name", "note", "remedy", "title", "heading", "term", "definition", "ask", "condition"];

/// Members of the document that are compared by what they mean elsewhere, or mean nothing.
const ELSEWHERE: [&str; 6] = ["$schema", "id", "version", "objectives", "examples", "rules"];

/// Lists whose entries have ids, and what an entry is called.
const ENTRIES: [(&str, &str); 12] = [
    ("tiers", "tier"),
    ("severities", "severity"),
    ("questions", "question"),
    ("options", "option"),
    ("events", "event"),
    ("measures", "measure"),
    ("context", "context question"),
    ("channels", "channel"),
    ("advice", "piece of advice"),
    ("features", "feature"),
    ("clauses", "clause"),
    ("holidaySets", "holiday set"),
];

/// Members of the document whose keys are ids.
const KEYED: [&str; 3] = ["calendars", "holidaySets", "clauses"];

/// Deepest member of an object that is compared by itself; what lies below is compared as a whole.
const DEEPEST: usize = 16;

/// Adds what differs. Returns whether questions and options kept their ids.
pub(super) fn compare(before: &Document, after: &Document, changes: &mut Changes) -> bool {
    let value = |document: &Document| serde_json::to_value(document).unwrap_or_default();
    let (before, after) = (value(before), value(after));
    let mut walk = Walk {
        at: Pointer::default(),
        earlier: Pointer::default(),
        later: Pointer::default(),
        depth: 0,
        kind: ChangeKind::Structure,
        answers_kept: true,
        changes,
    };
    if let (Some(before), Some(after)) = (before.as_object(), after.as_object()) {
        walk.members(before, after);
    }
    walk.answers_kept
}

struct Walk<'c> {
    /// The place in the later policy, or in the earlier one where the later one has no such place.
    at: Pointer,
    earlier: Pointer,
    later: Pointer,
    depth: usize,
    kind: ChangeKind,
    answers_kept: bool,
    changes: &'c mut Changes,
}

/// The value of a member that is not there.
const NOTHING: &Value = &Value::Null;

impl Walk<'_> {
    /// Adds a change of the value here.
    fn add(&mut self, kind: ChangeKind, (was, is): (&Value, &Value), message: impl FnOnce() -> Sentence) {
        let Self { at, earlier, later, changes, .. } = self;
        changes.add(|| {
            let place = |pointer: &Pointer, value: &Value| (!value.is_null()).then(|| pointer.as_str().to_owned());
            let mut change = PolicyChange::new(kind, at.as_str(), message());
            change.earlier.extend(place(earlier, was));
            change.later.extend(place(later, is));
            change
        });
    }

    /// Goes one step further down in both policies, and returns what takes the walk [back](Self::back_to).
    fn descend<S: Step + Copy>(&mut self, was: S, is: S, at: S) -> [usize; 3] {
        [self.earlier.descend(was), self.later.descend(is), self.at.descend(at)]
    }

    fn back_to(&mut self, [earlier, later, at]: [usize; 3]) {
        self.earlier.back_to(earlier);
        self.later.back_to(later);
        self.at.back_to(at);
    }

    fn members(&mut self, before: &Map<String, Value>, after: &Map<String, Value>) {
        let is_root = self.at.as_str().is_empty();
        let in_table = self.at.as_str() == "/classification";
        let gone = before.keys().filter(|key| !after.contains_key(*key));
        for key in after.keys().chain(gone).map(String::as_str) {
            let (was, is) = (before.get(key).unwrap_or(NOTHING), after.get(key).unwrap_or(NOTHING));
            // Which rule decides shows in the levels.
            let is_elsewhere = ELSEWHERE.contains(&key) && (is_root || in_table || key == "id");
            if was == is || is_elsewhere || in_table && key == "hitPolicy" {
                continue;
            }
            let kind = self.kind;
            match key {
                "calendars" | "holidaySets" if is_root => self.kind = ChangeKind::Calendar,
                "onSeverityChange" | "atRisk" | "pausable" | "startsAt" | "repeats" | "goals" => {
                    self.kind = ChangeKind::Objective
                }
                "until" if self.at.as_str().starts_with("/measures") => self.kind = ChangeKind::Objective,
                _ => {}
            }
            let length = self.descend(key, key, key);
            self.depth += 1;
            if KEYED.contains(&key) && is_root {
                self.entries(&keyed_members(was), &keyed_members(is), key);
            } else {
                self.member(key, was, is);
            }
            self.depth -= 1;
            self.back_to(length);
            self.kind = kind;
        }
    }

    fn member(&mut self, key: &str, was: &Value, is: &Value) {
        let has_members = |value: &Value| value.as_object().is_some_and(|members| !members.is_empty());
        if TEXTS.contains(&key) && (has_members(was) || has_members(is)) {
            self.text(was, is);
        } else if has_ids(was) || has_ids(is) {
            self.entries(&keyed_items(was), &keyed_items(is), key);
        } else if let (Value::Object(was), Value::Object(is)) = (was, is)
            && key != "when"
            && self.depth < DEEPEST
            && !was.is_empty()
            && !is.is_empty()
        {
            self.members(was, is);
        } else if let (Value::Array(was), Value::Array(is)) = (was, is)
            && key == "glossary"
            && was.len() == is.len()
        {
            for (at, (was, is)) in was.iter().zip(is).enumerate() {
                let length = self.descend(at, at, at);
                if let (Some(was), Some(is)) = (was.as_object(), is.as_object()) {
                    self.members(was, is);
                }
                self.back_to(length);
            }
        } else {
            self.add(self.kind, (was, is), || sentence!("\"{}\" changed from {} to {}", key, shown(was), shown(is)));
        }
    }

    /// One change a language.
    fn text(&mut self, was: &Value, is: &Value) {
        let languages = |value: &Value| value.as_object().cloned().unwrap_or_default();
        let (old, new) = (languages(was), languages(is));
        let gone = old.keys().filter(|language| !new.contains_key(*language));
        for language in new.keys().chain(gone).filter(|language| old.get(*language) != new.get(*language)) {
            let name = language.as_str();
            let length = self.descend(name, name, name);
            let (was, is) = (old.get(language).unwrap_or(NOTHING), new.get(language).unwrap_or(NOTHING));
            self.add(ChangeKind::Text, (was, is), || {
                sentence!("the text in \"{}\" changed from {} to {}", language, shown(was), shown(is))
            });
            self.back_to(length);
        }
    }

    /// Entries that have ids: those that came, went or were renamed, and what differs in the others.
    fn entries(&mut self, was: &[(&str, &Value)], is: &[(&str, &Value)], list: &str) {
        let what = ENTRIES.iter().find(|(key, _)| *key == list).map_or("calendar", |(_, what)| what);
        let is_object = KEYED.contains(&list);
        let is_answer = ["questions", "options"].contains(&list) && self.at.as_str().starts_with("/questions");
        let old: Vec<&str> = was.iter().map(|(id, _)| *id).collect();
        let new: Vec<&str> = is.iter().map(|(id, _)| *id).collect();
        let says = |entry: &Value| match is_object {
            true => entry.to_string(),
            false => format!("{} {}", entry["text"], entry["name"]),
        };
        let (mut last, mut in_order) = (None, true);
        for (b, a) in pairs(&old, &new, |b| says(was[b].1), |a| says(is[a].1)) {
            let place = a.or(b).unwrap_or_default();
            let id = a.map_or_else(|| b.map_or("", |b| old[b]), |a| new[a]);
            let length = if is_object {
                self.descend(b.map_or(id, |b| old[b]), id, id)
            } else {
                self.descend(b.unwrap_or(place), place, place)
            };
            let (before, after) = (b.map_or(NOTHING, |b| was[b].1), a.map_or(NOTHING, |a| is[a].1));
            match (b, a) {
                (Some(b), Some(a)) => {
                    in_order &= last < Some(b);
                    last = Some(b);
                    if old[b] != new[a] {
                        self.answers_kept &= !is_answer;
                        self.add(ChangeKind::Structure, (before, after), || {
                            let (what, old, new) = (Sentence::from(what), old[b], new[a]);
                            match is_answer {
                                true => sentence!(
                                    "the {} \"{}\" is now called \"{}\"; old permalinks lose this answer",
                                    what,
                                    old,
                                    new
                                ),
                                false => sentence!("the {} \"{}\" is now called \"{}\"", what, old, new),
                            }
                        });
                    }
                    if let (Some(was), Some(is)) = (before.as_object(), after.as_object()) {
                        self.members(was, is);
                    }
                }
                (None, _) => self.add(ChangeKind::Structure, (before, after), || {
                    sentence!("the {} \"{}\" was added", Sentence::from(what), id)
                }),
                (_, None) => {
                    self.answers_kept &= !is_answer;
                    self.add(ChangeKind::Structure, (before, after), || match is_answer {
                        true => sentence!(
                            "the {} \"{}\" was removed; old permalinks lose this answer",
                            Sentence::from(what),
                            id
                        ),
                        false => sentence!("the {} \"{}\" was removed", Sentence::from(what), id),
                    });
                }
            }
            self.back_to(length);
        }
        if !in_order && !is_object {
            let any = &Value::Bool(true);
            self.add(ChangeKind::Structure, (any, any), || sentence!("\"{}\" stand in another order", list));
        }
    }
}

fn has_ids(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().any(|item| !item["id"].is_null()))
}

fn keyed_items(value: &Value) -> Vec<(&str, &Value)> {
    let items = value.as_array().map_or(&[][..], Vec::as_slice);
    items.iter().map(|item| (item["id"].as_str().unwrap_or_default(), item)).collect()
}

fn keyed_members(value: &Value) -> Vec<(&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(key, member)| (key.as_str(), member)).collect()
}

/// A value as JSON, cut where it is long.
fn shown(value: &Value) -> SentenceValue {
    const LONGEST: usize = 120;
    if value.is_null() {
        return sentence!("nothing").to_value();
    }
    let json = value.to_string();
    match json.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &json[..end]).to_value(),
        None => json.to_value(),
    }
}
