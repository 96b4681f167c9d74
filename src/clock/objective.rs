use serde::Serialize;

use super::target::Amount;
use crate::policy::model::{Document, Measure, ObjectiveCondition, ObjectiveDefinition, Text};
use crate::policy::unknown;
use crate::{Error, ErrorCode};

/// A service level objective for one tier and severity.
///
/// # Examples
///
/// ```
/// use case_slo::Policy;
///
/// let objective = &Policy::reference().objectives("premium", "low")?[0];
/// assert_eq!((objective.id.as_str(), objective.calendar.as_str()), ("premium-standard", "always"));
/// assert_eq!(objective.seconds, Some(3_600.0));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Objective {
    /// Id of the entry; that of the measure if the policy has no entry.
    pub id: String,
    /// Id of the measure.
    pub measure: String,
    /// Name of the measure.
    pub name: Text,
    /// Id of the tier.
    pub tier: String,
    /// Id of the severity.
    pub severity: String,
    /// How the target is met; `None` if the policy states none.
    pub bound: Option<Bound>,
    /// The target in seconds; `None` if the policy states none, or counts business days.
    pub seconds: Option<f64>,
    /// The target in business days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_days: Option<u32>,
    /// Id of the calendar; empty if real time counts, or if the policy has no entry. Of a case, it is the calendar that
    /// the facts choose.
    pub calendar: String,
    /// Words beside the target, or instead of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Name of the goal towards which it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// The facts under which it applies, as the policy writes them.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "ObjectiveCondition::serialize_result")]
    pub when: Option<ObjectiveCondition>,
    /// Id of the clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// The bound of a target: strictly below it, or at most.
///
/// # Examples
///
/// ```
/// use case_slo::{Bound, Policy};
///
/// let policy = Policy::reference();
/// assert_eq!(policy.objectives("premium", "critical")?[0].bound, Some(Bound::Under));
/// assert_eq!(policy.objectives("premium", "low")?[0].bound, Some(Bound::Within));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Bound {
    /// Strictly less.
    Under,
    /// Less or equal.
    Within,
}

impl Bound {
    /// Returns whether an elapsed time meets a target, both in the same unit.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Bound;
    ///
    /// assert!(Bound::Within.holds(60_000, 60_000));
    /// assert!(!Bound::Under.holds(60_000, 60_000));
    /// ```
    pub fn holds(self, elapsed: i64, target: i64) -> bool {
        match self {
            Self::Under => elapsed < target,
            Self::Within => elapsed <= target,
        }
    }
}

/// The objectives of a tier and severity, in the order of the measures: one for each measure, or each that may apply where facts
/// choose among several. They name their calendars as the policy does.
///
/// # Errors
///
/// `unknown-tier`, `unknown-severity`
pub(crate) fn objectives(document: &Document, tier: &str, severity: &str) -> Result<Vec<Objective>, Error> {
    require_tier(document, tier)?;
    require_severity(document, severity, "/severity")?;
    let filed = filed(document, tier, severity);
    let mut found = Vec::with_capacity(document.measures.len());
    for measure in &document.measures {
        let entries = filed.map(|severity| entries(document, &measure.id, tier, severity)).unwrap_or_default();
        let severity = filed.unwrap_or(severity);
        let of = |entry: Option<&ObjectiveDefinition>| {
            Objective::of(measure, tier, severity, entry, entry.map_or("", |entry| &entry.calendar))
        };
        if entries.is_empty() {
            found.push(of(None));
        }
        found.extend(entries.into_iter().map(|entry| of(Some(entry))));
    }
    Ok(found)
}

/// Refuses a tier that the policy does not have.
///
/// # Errors
///
/// `unknown-tier`
pub(crate) fn require_tier(document: &Document, id: &str) -> Result<(), Error> {
    let ids = document.tiers.iter().map(|tier| tier.id.as_str());
    require(ErrorCode::UnknownTier, "tier", id, ids, "/tier")
}

/// Refuses a severity that the policy does not have; `path` is where the argument names it.
///
/// # Errors
///
/// `unknown-severity`
pub(crate) fn require_severity(document: &Document, id: &str, path: &str) -> Result<(), Error> {
    let ids = document.severities.iter().map(|severity| severity.id.as_str());
    require(ErrorCode::UnknownSeverity, "severity", id, ids, path)
}

pub(super) fn require<'a>(
    code: ErrorCode,
    kind: &str,
    id: &str,
    ids: impl Iterator<Item = &'a str> + Clone,
    path: &str,
) -> Result<(), Error> {
    if ids.clone().any(|known| known == id) {
        return Ok(());
    }
    Err(unknown(code, kind, id, &ids.collect::<Vec<_>>()).at(path))
}

/// The severity under which a tier takes a case: the severity itself if the tier offers it, else the nearest less severe one that
/// it offers; `None` if there is none.
pub(crate) fn filed<'d>(document: &'d Document, tier: &str, severity: &str) -> Option<&'d str> {
    let offered = document.tiers.iter().find(|known| known.id == tier).and_then(|tier| tier.severities.as_ref());
    let from = document.severities.iter().skip_while(|known| known.id != severity).map(|known| known.id.as_str());
    from.into_iter().find(|id| offered.is_none_or(|offered| offered.iter().any(|known| known == id)))
}

/// The entries of a measure that may apply to a tier and a severity, in the order of the policy.
pub(crate) fn entries<'d>(
    document: &'d Document,
    measure: &str,
    tier: &str,
    severity: &str,
) -> Vec<&'d ObjectiveDefinition> {
    let mut found = Vec::new();
    for entry in document.objectives.iter().filter(|entry| entry.measure == measure && entry.is_of(tier, severity)) {
        found.push(entry);
        // Nothing after an entry that always applies is ever the first.
        if entry.when.is_empty() {
            break;
        }
    }
    found
}

impl Objective {
    /// The objective of a measure, tier and severity by an entry; without one, the policy states none. `calendar` is the id of
    /// the calendar that counts.
    pub(crate) fn of(
        measure: &Measure,
        tier: &str,
        severity: &str,
        entry: Option<&ObjectiveDefinition>,
        calendar: &str,
    ) -> Self {
        let target = entry.and_then(|o| o.target.as_ref()).and_then(|target| Amount::read(target).ok());
        Self {
            id: entry.map_or(&measure.id, |o| &o.id).clone(),
            measure: measure.id.clone(),
            name: measure.name.clone(),
            tier: tier.to_owned(),
            severity: severity.to_owned(),
            bound: target.map(Amount::bound),
            seconds: target.and_then(Amount::millis).map(|millis| millis as f64 / 1_000.0),
            business_days: target.and_then(Amount::business_days),
            calendar: calendar.to_owned(),
            note: entry.and_then(|o| o.note.clone()),
            goal: entry.and_then(|o| o.goal.clone()),
            when: entry.map(|o| o.when.clone()).filter(|when| !when.is_empty()),
            clause: entry.and_then(|o| o.clause.clone()),
        }
    }
}
