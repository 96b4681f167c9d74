//! Bounds on what is read, so that no input makes the work grow beyond measure.

use super::pointer::Pointer;
use super::tree::Tree;
use crate::Diagnostic;

/// Largest policy text in bytes: 1 MiB.
pub const MAX_POLICY_BYTES: usize = 1 << 20;
/// Most rules of a classification.
pub const MAX_RULES: usize = 2_000;
/// Most questions.
pub const MAX_QUESTIONS: usize = 64;
/// Most severities.
pub const MAX_SEVERITIES: usize = 63;
/// Most options of one question.
pub const MAX_OPTIONS: usize = 64;
/// Largest single text in bytes: 64 KiB.
pub const MAX_TEXT_BYTES: usize = 64 << 10;
/// Most findings that are listed; the last one then says how many more there are.
pub const MAX_FINDINGS: usize = 1_000;

/// The finding about a policy text that is too large, before any of it is read.
pub(crate) fn oversized(text: &str) -> Option<Diagnostic> {
    (text.len() > MAX_POLICY_BYTES).then(|| exceeded("", "a policy text", text.len(), MAX_POLICY_BYTES, "bytes"))
}

/// Every limit that a document exceeds.
pub(crate) fn excesses(document: &Tree) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut count = |path: String, list: &Tree, what: &str, most: usize| {
        let length = list.items().len();
        if length > most {
            found.push(exceeded(&path, what, length, most, "entries"));
        }
    };
    let rules = document.member("classification").member("rules");
    count("/classification/rules".to_owned(), rules, "a classification", MAX_RULES);
    count("/severities".to_owned(), document.member("severities"), "a policy's list of severities", MAX_SEVERITIES);
    for key in ["questions", "context"] {
        let list = document.member(key);
        count(format!("/{key}"), list, "a policy's list of questions", MAX_QUESTIONS);
        for (index, question) in list.items().iter().enumerate().take(MAX_QUESTIONS) {
            count(format!("/{key}/{index}/options"), question.member("options"), "a question", MAX_OPTIONS);
        }
    }
    long_texts(document, &mut Pointer::default(), &mut found);
    found
}

fn long_texts(value: &Tree, at: &mut Pointer, found: &mut Vec<Diagnostic>) {
    match value {
        Tree::Text(text) if text.len() > MAX_TEXT_BYTES => {
            found.push(exceeded(at.as_str(), "a text", text.len(), MAX_TEXT_BYTES, "bytes"));
        }
        Tree::List(items) => {
            for (index, item) in items.iter().enumerate() {
                at.within(index, |at| long_texts(item, at, found));
            }
        }
        Tree::Object(members) => {
            for (key, member) in members {
                at.within(key.as_str(), |at| long_texts(member, at, found));
            }
        }
        _ => {}
    }
}

fn exceeded(path: &str, what: &str, found: usize, most: usize, unit: &str) -> Diagnostic {
    Diagnostic::error("limit-exceeded", path, format!("{what} may have at most {most} {unit}, found {found}"))
}
