//! Compares two versions of a policy: levels, objectives, calendars, texts, structure, and the meaning of permalinks.

mod answers;
mod document;
mod objectives;
mod pairs;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::policy::{Document, shorten};
use crate::sentence::{Sentence, sentence};

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
    /// The message with its values apart.
    #[serde(skip_serializing_if = "Sentence::is_empty")]
    pub sentence: Sentence,
    /// JSON Pointers into the earlier policy: the value before the change, or the objectives before it in their order, at
    /// most 20. Empty if there was none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<String>,
    /// The same in the later policy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<String>,
    /// The measure, tier and severities whose objective differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objective: Option<ChangedObjective>,
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

/// The measure, tier and severities whose objective differs, by their ids in the later policy.
///
/// # Examples
///
/// ```
/// use case_slo::{Policy, REFERENCE_POLICY, diff};
///
/// let shorter = REFERENCE_POLICY.replace(r#""under": "PT30M""#, r#""under": "PT20M""#);
/// let changes = diff(&Policy::reference(), &Policy::load(&shorter)?);
/// let objective = changes[0].objective.as_ref().unwrap();
/// assert_eq!((objective.measure.as_str(), objective.tier.as_str()), ("initial-response", "enhanced"));
/// assert_eq!(objective.severities, ["critical", "high"]);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChangedObjective {
    /// Id of the measure.
    pub measure: String,
    /// Id of the tier.
    pub tier: String,
    /// Ids of the severities.
    pub severities: Vec<String>,
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
    fn new(kind: ChangeKind, path: impl Into<String>, sentence: impl Into<Sentence>) -> Self {
        let (path, sentence) = (path.into(), sentence.into());
        let message = sentence.to_string();
        Self {
            kind,
            path,
            message,
            sentence,
            earlier: Vec::new(),
            later: Vec::new(),
            objective: None,
            region: None,
            count: None,
            before: None,
            after: None,
        }
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
            let message = sentence!("{} more changes are not listed", more);
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
        (false, ..) => (
            "/id",
            sentence!(
                "the policy's id changed from \"{}\" to \"{}\": old permalinks name another policy",
                before.id,
                after.id
            ),
        ),
        (true, true, true) => return None,
        (true, true, false) => (
            "/version",
            sentence!(
                "the answers of old permalinks do not mean what they meant, and the version is the same: give it another"
            ),
        ),
        (true, false, true) => (
            "/version",
            sentence!("the version changed from \"{}\" to \"{}\"; old permalinks keep their meaning", was, is),
        ),
        (true, false, false) => (
            "/version",
            sentence!(
                "the version changed from \"{}\" to \"{}\"; old permalinks do not all keep their meaning",
                was,
                is
            ),
        ),
    };
    Some(PolicyChange::new(ChangeKind::Structure, path, message))
}
