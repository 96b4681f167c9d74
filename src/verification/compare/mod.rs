//! Compares two versions of a policy: levels, objectives, calendars, texts, structure, and the meaning of permalinks.

mod answers;
mod document;
mod objectives;
mod pairs;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::policy::{Document, shorten};

/// One thing that a change of policy changes.
///
/// # Examples
///
/// ```
/// use case_slo::{Policy, REFERENCE_POLICY, diff};
///
/// let renamed = REFERENCE_POLICY.replacen(r#""version": "1.0.0""#, r#""version": "1.0.1""#, 1);
/// let changes = diff(&Policy::reference(), &Policy::load(&renamed)?);
/// assert_eq!(changes[0].path, "/version");
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PolicyChange {
    /// The kind of the change.
    pub kind: ChangeKind,
    /// JSON Pointer into the later policy, or into the earlier one where the later one has no such place.
    pub path: String,
    /// One sentence: the earlier and the later state.
    pub message: String,
    /// The answers whose level differs; a question left out means any option.
    #[serde(
        rename = "box",
        skip_serializing_if = "Option::is_none",
        serialize_with = "crate::policy::serialize_optional_map"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, Vec<String>>>"))]
    pub region: Option<BTreeMap<String, Vec<String>>>,
    /// How many complete answers those are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// Their level before, `None` if it was undecided; left out for every other kind of change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Option<String>>,
    /// Their level after, `None` if it is undecided; left out for every other kind of change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Option<String>>,
}

/// The part of a policy that a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
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
    fn new(kind: ChangeKind, path: impl Into<String>, message: impl Into<String>) -> Self {
        let (path, message) = (path.into(), message.into());
        Self { kind, path, message, region: None, count: None, before: None, after: None }
    }
}

/// Most changes that are listed; one more then says how many are not.
pub const MAX_CHANGES: usize = 2_000;

/// Changes as far as they are not too many to list; the rest is counted and not even written.
#[derive(Default)]
struct Changes {
    kept: Vec<PolicyChange>,
    count: usize,
}

impl Changes {
    fn add(&mut self, change: impl FnOnce() -> PolicyChange) {
        self.count += 1;
        if self.count <= MAX_CHANGES {
            self.kept.push(change());
        }
    }

    fn into_list(mut self) -> Vec<PolicyChange> {
        let more = self.count - self.kept.len();
        if more > 0 {
            let message = format!("{more} more changes are not listed");
            self.kept.push(PolicyChange::new(ChangeKind::Structure, "", message));
        }
        self.kept
    }
}

/// Everything that differs between two policies that hold together, in what they say, not in how it is written.
pub(crate) fn compare(before: &Document, after: &Document) -> Vec<PolicyChange> {
    let mut changes = Changes::default();
    let levels = answers::compare(before, after, &mut changes);
    objectives::compare(before, after, &mut changes);
    let names = document::compare(before, after, &mut changes);
    let mut list = changes.into_list();
    list.extend(permalinks(before, after, levels && names));
    list
}

/// Whether permalinks that were written under the earlier policy still mean what they meant.
fn permalinks(before: &Document, after: &Document, keep_meaning: bool) -> Option<PolicyChange> {
    let (was, is) = (shorten(&before.version), shorten(&after.version));
    let (path, message) = match (before.id == after.id, before.version == after.version, keep_meaning) {
        (false, ..) => {
            let (was, is) = (&before.id, &after.id);
            let message =
                format!("the policy's id changed from \"{was}\" to \"{is}\": old permalinks name another policy");
            ("/id", message)
        }
        (true, true, true) => return None,
        (true, true, false) => (
            "/version",
            "the answers of old permalinks do not mean what they meant, and the version is the same: give it another"
                .to_owned(),
        ),
        (true, false, true) => {
            ("/version", format!("the version changed from \"{was}\" to \"{is}\"; old permalinks keep their meaning"))
        }
        (true, false, false) => (
            "/version",
            format!("the version changed from \"{was}\" to \"{is}\"; old permalinks do not all keep their meaning"),
        ),
    };
    Some(PolicyChange::new(ChangeKind::Structure, path, message))
}
