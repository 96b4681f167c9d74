//! Bounds on what is read, so that no input makes the work grow beyond measure.
//!
//! They are checked before anything else is looked at. docs/diagnostics.md lists them.

use super::node::{Node, Value};
use super::pointer::Pointer;
use super::shorten;
use crate::diagnostic::Findings;
use crate::{Diagnostic, Level};

/// Largest policy text in bytes: 1 MiB.
///
/// # Examples
///
/// ```
/// use case_slo::Policy;
/// use case_slo::policy::MAX_POLICY_BYTES;
///
/// let refused = Policy::load(&" ".repeat(MAX_POLICY_BYTES + 1)).unwrap_err();
/// assert_eq!(refused.diagnostics()[0].code, "limit-exceeded");
/// ```
pub const MAX_POLICY_BYTES: usize = 1 << 20;
/// Largest single text in bytes: 64 KiB.
pub const MAX_TEXT_BYTES: usize = 64 << 10;
/// Largest id, or key of an object, in bytes.
pub const MAX_ID_BYTES: usize = 200;
/// Most entries of a list, or members of an object, without a limit of its own. `docs/diagnostics.md` lists those that have one.
pub const MAX_ENTRIES: usize = 2_000;
/// Most findings that are listed; one more then says how many are not.
pub const MAX_FINDINGS: usize = 1_000;

/// Lists and objects with limits of their own: where they stand (`*` is any entry), whose they are, what is in them, and
/// how many.
const MOST: [(&str, &str, &str, usize); 24] = [
    ("/languages", "a policy", "languages", 32),
    ("/tiers", "a policy", "tiers", 100),
    ("/severities", "a policy", "severities", 63),
    ("/questions", "a policy", "questions", 64),
    ("/questions/*/options", "a question", "options", 64),
    ("/context", "a policy", "context questions", 64),
    ("/context/*/options", "a context question", "options", 64),
    ("/classification/rules", "a classification", "rules", 2_000),
    ("/calendars", "a policy", "calendars", 100),
    ("/calendars/*/holidays", "a calendar", "holidays", 4_000),
    ("/calendars/*/special", "a calendar", "special days", 4_000),
    ("/holidaySets", "a policy", "holiday sets", 100),
    ("/holidaySets/*/days", "a holiday set", "holidays", 4_000),
    ("/events", "a policy", "events", 100),
    ("/measures", "a policy", "measures", 100),
    ("/goals", "a policy", "goals", 100),
    ("/objectives", "a policy", "objectives", 10_000),
    ("/objectives/*/tiers", "an objective", "tiers", 100),
    ("/objectives/*/severities", "an objective", "severities", 63),
    ("/channels", "a policy", "channels", 100),
    ("/advice", "a policy", "pieces of advice", 2_000),
    ("/features", "a policy", "features", 2_000),
    ("/clauses", "a policy", "clauses", 2_000),
    ("/glossary", "a policy", "terms", 2_000),
];

/// The least of all limits on entries: shorter lists need not be compared.
const LEAST: usize = 32;

/// The finding about a policy text that is too large, before any of it is read.
pub(crate) fn oversized(text: &str) -> Option<Diagnostic> {
    (text.len() > MAX_POLICY_BYTES).then(|| exceeded("", "a policy text", MAX_POLICY_BYTES, "bytes", text.len()))
}

/// Adds every limit that a document exceeds. Nothing below what exceeds one is looked at.
pub(crate) fn excesses(document: &Node, found: &mut Findings) {
    walk(document, &mut Pointer::default(), found);
}

fn walk(node: &Node, at: &mut Pointer, found: &mut Findings) {
    let length = node.len();
    if length > LEAST {
        let (owner, things, most) = limit_at(at.as_str());
        if length > most {
            found.add(Level::Error, || exceeded(at.as_str(), owner, most, things, length));
            return;
        }
    }
    match &node.value {
        Value::Text(text) => {
            // The author's own data may have an "id" that is a text.
            let is_own = ["/exports/", "/examples/"].iter().any(|place| at.as_str().starts_with(place));
            let is_id = at.as_str().ends_with("/id") && !is_own;
            let (what, most) = if is_id { ("an id", MAX_ID_BYTES) } else { ("a text", MAX_TEXT_BYTES) };
            if text.len() > most {
                found.add(Level::Error, || exceeded(at.as_str(), what, most, "bytes", text.len()));
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                at.within(index, |at| walk(item, at, found));
            }
        }
        Value::Object(object) => {
            let repeated = object.repeated.iter().map(|(key, key_at)| (key, *key_at, None));
            let members = node.members().iter().map(|member| (&member.key, member.key_at, Some(&member.node)));
            for (key, key_at, node) in members.chain(repeated) {
                if key.len() > MAX_ID_BYTES {
                    found.add(Level::Error, || {
                        let what = format!("the key \"{}\"", shorten(key));
                        exceeded(at.as_str(), &what, MAX_ID_BYTES, "bytes", key.len()).at_offset(key_at)
                    });
                } else if let Some(node) = node {
                    at.within(key.as_str(), |at| walk(node, at, found));
                }
            }
        }
        _ => {}
    }
}

/// Whose list it is, what is in it, and how many there may be.
fn limit_at(pointer: &str) -> (&'static str, &'static str, usize) {
    let is_at = |pattern: &str| {
        let (mut steps, mut wanted) = (pointer.split('/'), pattern.split('/'));
        loop {
            match (steps.next(), wanted.next()) {
                (None, None) => return true,
                (Some(step), Some(name)) if name == "*" || name == step => {}
                _ => return false,
            }
        }
    };
    let own = MOST.into_iter().find(|(pattern, ..)| is_at(pattern));
    own.map_or(("a list or an object", "entries", MAX_ENTRIES), |(_, owner, things, most)| (owner, things, most))
}

fn exceeded(path: &str, owner: &str, most: usize, things: &str, found: usize) -> Diagnostic {
    let message = format!("{owner} may have at most {most} {things}, found {found}");
    Diagnostic::error("limit-exceeded", path, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::json::parse;

    fn told(text: &str) -> Vec<(String, String)> {
        let mut found = Findings::default();
        excesses(&parse(text).unwrap(), &mut found);
        found.into_list().into_iter().map(|finding| (finding.path, finding.message)).collect()
    }

    /// A document with so many entries at a place.
    fn document(pattern: &str, entries: usize) -> String {
        let mut text = format!("[{}]", vec!["1"; entries].join(","));
        for step in pattern.split('/').skip(1).collect::<Vec<_>>().into_iter().rev() {
            text = if step == "*" { format!("[{text}]") } else { format!("{{\"{step}\": {text}}}") };
        }
        text
    }

    #[test]
    fn every_list_has_a_limit_and_the_finding_says_how_many_there_are() {
        let other = ("/exports/*/*", "a list or an object", "entries", MAX_ENTRIES);
        for (pattern, owner, things, most) in MOST.into_iter().chain([other]) {
            assert_eq!(told(&document(pattern, most)), []);
            let found = told(&document(pattern, most + 1));
            let message = format!("{owner} may have at most {most} {things}, found {}", most + 1);
            assert_eq!(found, [(pattern.replace('*', "0"), message)]);
        }
    }

    #[test]
    fn the_least_limit_is_the_least() {
        assert_eq!(MOST.iter().map(|(.., most)| *most).min(), Some(LEAST));
    }

    #[test]
    fn a_key_an_id_and_a_text_have_limits() {
        let (key, text) = ("k".repeat(MAX_ID_BYTES), "t".repeat(MAX_TEXT_BYTES));
        assert_eq!(told(&format!(r#"{{"{key}": "{text}", "id": "{key}"}}"#)), []);
        let found = told(&format!(r#"{{"a": {{"{key}k": {{"b": 1}}, "t": "{text}t", "id": "{key}k"}}}}"#));
        let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["/a", "/a/t", "/a/id"]);
        assert!(found[0].1.ends_with("may have at most 200 bytes, found 201") && found[0].1.len() < 120);
        let twice = format!(r#"{{"{key}k": 1, "{key}k": 2}}"#);
        assert_eq!(told(&twice).len(), 2);
    }

    #[test]
    fn the_documentation_lists_every_limit() {
        let text = include_str!("../../docs/diagnostics.md");
        let grouped = |number: usize| match number {
            1_000.. => format!("{},{:03}", number / 1_000, number % 1_000),
            _ => number.to_string(),
        };
        for (_, owner, things, most) in MOST {
            let row = format!("| {things} of {owner} | {} |", grouped(most));
            assert!(text.contains(&row), "{row}");
        }
        for row in ["| a policy text | 1 MiB |", "| a text | 64 KiB |", "| an id, or a key of an object | 200 bytes |"]
        {
            assert!(text.contains(row), "{row}");
        }
        assert!(text.contains(&format!("| entries of any other list or object | {} |", grouped(MAX_ENTRIES))));
        assert!(text.contains(&format!("| findings in all | {} |", grouped(MAX_FINDINGS))));
    }
}
