//! Everything else that differs, found by walking both documents at once.

use super::pairs::pairs;
use super::{ChangeKind, PolicyChange};
use crate::policy::{Document, Pointer, Tree};

/// Members that hold a text, one a language.
const TEXTS: [&str; 7] = ["text", "help", "name", "title", "heading", "term", "definition"];

/// Members of the document that are compared by what they mean elsewhere, or mean nothing.
const ELSEWHERE: [&str; 6] = ["$schema", "id", "version", "objectives", "examples", "rules"];

/// Lists whose entries have ids, and what an entry is called.
const ENTRIES: [(&str, &str); 10] = [
    ("tiers", "tier"),
    ("severities", "severity"),
    ("questions", "question"),
    ("options", "option"),
    ("measures", "measure"),
    ("context", "context question"),
    ("channels", "channel"),
    ("advice", "piece of advice"),
    ("features", "feature"),
    ("clauses", "clause"),
];

/// Adds what differs. Returns whether questions and options kept their ids.
pub(super) fn changes(before: &Document, after: &Document, found: &mut Vec<PolicyChange>) -> bool {
    let (before, after) = (Tree::of(before), Tree::of(after));
    let mut walk = Walk { at: Pointer::default(), kind: ChangeKind::Structure, answers_kept: true, found };
    walk.members(&before, &after);
    walk.answers_kept
}

struct Walk<'f> {
    at: Pointer,
    kind: ChangeKind,
    answers_kept: bool,
    found: &'f mut Vec<PolicyChange>,
}

impl Walk<'_> {
    fn tell(&mut self, kind: ChangeKind, message: &[&str]) {
        self.found.push(PolicyChange::new(kind, self.at.as_str(), message.concat()));
    }

    fn members(&mut self, before: &Tree, after: &Tree) {
        let is_root = self.at.as_str().is_empty();
        let in_table = self.at.as_str() == "/classification";
        let old = before.members().iter().map(|(key, _)| key.as_str());
        let new = after.members().iter().map(|(key, _)| key.as_str());
        let keys: Vec<&str> = new.chain(old.filter(|key| after.member(key).is_null())).collect();
        for key in keys {
            let (was, is) = (before.member(key), after.member(key));
            // Which rule decides shows in the levels.
            let is_elsewhere = ELSEWHERE.contains(&key) && (is_root || in_table || key == "id");
            if was == is || is_elsewhere || in_table && key == "hitPolicy" {
                continue;
            }
            let kind = self.kind;
            match key {
                "calendars" if is_root => self.kind = ChangeKind::Calendar,
                "onSeverityChange" | "atRisk" | "pausable" => self.kind = ChangeKind::Objective,
                _ => {}
            }
            let length = self.at.descend(key);
            if ["calendars", "clauses"].contains(&key) && is_root {
                self.entries(was.members(), is.members(), key);
            } else {
                self.member(key, was, is);
            }
            self.at.back_to(length);
            self.kind = kind;
        }
    }

    fn member(&mut self, key: &str, was: &Tree, is: &Tree) {
        let is_text = TEXTS.contains(&key) && (!was.members().is_empty() || !is.members().is_empty());
        let has_ids = |tree: &Tree| tree.items().iter().any(|entry| !entry.member("id").is_null());
        if is_text {
            self.text(was, is);
        } else if has_ids(was) || has_ids(is) {
            let keyed = |tree: &Tree| -> Vec<(String, Tree)> {
                tree.items().iter().map(|entry| (entry.member("id").text().to_owned(), entry.clone())).collect()
            };
            self.entries(&keyed(was), &keyed(is), key);
        } else if key != "when" && !was.members().is_empty() && !is.members().is_empty() {
            self.members(was, is);
        } else if key == "glossary" && was.items().len() == is.items().len() {
            for (at, (was, is)) in was.items().iter().zip(is.items()).enumerate() {
                let length = self.at.descend(at);
                self.members(was, is);
                self.at.back_to(length);
            }
        } else {
            let (old, new) = (shown(was), shown(is));
            self.tell(self.kind, &["\"", key, "\" changed from ", &old, " to ", &new]);
        }
    }

    /// One change a language.
    fn text(&mut self, was: &Tree, is: &Tree) {
        let old = was.members().iter().map(|(language, _)| language);
        let new = is.members().iter().map(|(language, _)| language);
        let gone = old.filter(|language| is.member(language).is_null());
        for language in new.chain(gone).filter(|language| was.member(language) != is.member(language)) {
            let length = self.at.descend(language.as_str());
            let (old, new) = (shown(was.member(language)), shown(is.member(language)));
            self.tell(ChangeKind::Text, &["the text in \"", language, "\" changed from ", &old, " to ", &new]);
            self.at.back_to(length);
        }
    }

    /// Entries that have ids: those that came, went or were renamed, and what differs in the others.
    fn entries(&mut self, was: &[(String, Tree)], is: &[(String, Tree)], list: &str) {
        let what = ENTRIES.iter().find(|(key, _)| *key == list).map_or("calendar", |(_, what)| what);
        let is_object = ["calendars", "clauses"].contains(&list);
        let is_answer = ["questions", "options"].contains(&list) && self.at.as_str().starts_with("/questions");
        let ids = |entries: &[(String, Tree)]| -> Vec<String> { entries.iter().map(|(id, _)| id.clone()).collect() };
        let (old, new) = (ids(was), ids(is));
        let old: Vec<&str> = old.iter().map(String::as_str).collect();
        let new: Vec<&str> = new.iter().map(String::as_str).collect();
        let says = |entry: &Tree| {
            let names = ["text", "name"].map(|key| entry.member(key).clone());
            if is_object { entry.clone() } else { Tree::List(names.into()) }
        };
        let alike = |b: usize, a: usize| says(&was[b].1) == says(&is[a].1);
        let mut last = None;
        let mut in_order = true;
        for (b, a) in pairs(&old, &new, &alike) {
            let place = a.or(b).unwrap_or_default();
            let id = a.map_or_else(|| b.map_or("", |b| old[b]), |a| new[a]);
            let length = if is_object { self.at.descend(id) } else { self.at.descend(place) };
            match (b, a) {
                (Some(b), Some(a)) => {
                    in_order &= last < Some(b);
                    last = Some(b);
                    if old[b] != new[a] {
                        let tail = if is_answer { "; old permalinks lose this answer" } else { "" };
                        self.answers_kept &= !is_answer;
                        let words = ["the ", what, " \"", old[b], "\" is now called \"", new[a], "\"", tail];
                        self.tell(ChangeKind::Structure, &words);
                    }
                    self.members(&was[b].1, &is[a].1);
                }
                (None, _) => self.tell(ChangeKind::Structure, &["the ", what, " \"", id, "\" was added"]),
                (_, None) => {
                    let tail = if is_answer { "; old permalinks lose this answer" } else { "" };
                    self.answers_kept &= !is_answer;
                    self.tell(ChangeKind::Structure, &["the ", what, " \"", id, "\" was removed", tail]);
                }
            }
            self.at.back_to(length);
        }
        if !in_order && !is_object {
            self.tell(ChangeKind::Structure, &["\"", list, "\" stand in another order"]);
        }
    }
}

/// A value as JSON, cut where it is long.
fn shown(value: &Tree) -> String {
    const LONGEST: usize = 120;
    if value.is_null() {
        return "nothing".to_owned();
    }
    let json = serde_json::to_string(value).unwrap_or_default();
    match json.char_indices().nth(LONGEST) {
        Some((end, _)) => [&json[..end], "…"].concat(),
        None => json,
    }
}
