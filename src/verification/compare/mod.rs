//! What a change of policy changes: levels, objectives, calendars, texts, structure, and the meaning of permalinks.

mod answers;
mod document;
mod objectives;
mod pairs;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::policy::Document;

/// One thing that a change of policy changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyChange {
    /// What kind of thing.
    pub kind: ChangeKind,
    /// JSON Pointer into the later policy, or into the earlier one where the later one has no such place.
    pub path: String,
    /// One sentence: what was, and what is.
    pub message: String,
    /// The answers whose level differs; a question left out stands for any option.
    #[serde(rename = "box", skip_serializing_if = "Option::is_none")]
    pub region: Option<BTreeMap<String, Vec<String>>>,
    /// How many complete answers those are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// Their level before; `None` inside where it was undecided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Option<String>>,
    /// Their level after; `None` inside where it is undecided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Option<String>>,
}

/// Kinds of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// Answers get another level.
    Severity,
    /// Something is due at another time.
    Objective,
    /// Hours or holidays differ.
    Calendar,
    /// Other words.
    Text,
    /// Something was added, removed, renamed or set otherwise.
    Structure,
}

impl PolicyChange {
    fn new(kind: ChangeKind, path: impl Into<String>, message: String) -> Self {
        Self { kind, path: path.into(), message, region: None, count: None, before: None, after: None }
    }
}

/// Everything that differs between two policies that hold together, in what they say, not in how it is written.
pub(crate) fn compare(before: &Document, after: &Document) -> Vec<PolicyChange> {
    let mut found = Vec::new();
    let levels = answers::changes(before, after, &mut found);
    objectives::changes(before, after, &mut found);
    let names = document::changes(before, after, &mut found);
    found.extend(permalinks(before, after, levels && names));
    found
}

/// Whether permalinks that were written under the earlier policy still mean what they meant.
fn permalinks(before: &Document, after: &Document, keep_meaning: bool) -> Option<PolicyChange> {
    let versions = |is: &str| ["\"", &before.version, "\" ", is, " \"", &after.version, "\""].concat();
    let (path, message) = match (before.id == after.id, before.version == after.version, keep_meaning) {
        (false, ..) => {
            let ids = ["\"", &before.id, "\" to \"", &after.id, "\""].concat();
            ("/id", ["the policy's id changed from ", &ids, ": old permalinks name another policy"].concat())
        }
        (true, true, true) => return None,
        (true, true, false) => (
            "/version",
            "the answers of old permalinks do not mean what they meant, and the version is the same: give it another"
                .to_owned(),
        ),
        (true, false, true) => {
            ("/version", ["the version changed from ", &versions("to"), "; old permalinks keep their meaning"].concat())
        }
        (true, false, false) => (
            "/version",
            ["the version changed from ", &versions("to"), "; old permalinks do not all keep their meaning"].concat(),
        ),
    };
    Some(PolicyChange::new(ChangeKind::Structure, path, message))
}
