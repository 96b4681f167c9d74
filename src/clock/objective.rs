use serde::Serialize;

use super::target::Amount;
use crate::policy::model::{Document, Measure, Text};
use crate::policy::nearest;
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
    /// Id of the entry; that of the measure where the policy has no entry.
    pub id: String,
    /// Id of the measure.
    pub measure: String,
    /// Name of the measure.
    pub name: Text,
    /// Id of the tier.
    pub tier: String,
    /// Id of the severity.
    pub severity: String,
    /// How the target is met; `None` where the policy states none.
    pub bound: Option<Bound>,
    /// The target in seconds; `None` where the policy states none, or counts business days.
    pub seconds: Option<f64>,
    /// The target in business days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_days: Option<u32>,
    /// Id of the calendar; empty where the policy has no entry.
    pub calendar: String,
    /// Id of the clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The target.
    #[serde(skip)]
    pub(crate) target: Option<Amount>,
    /// Whether a pause stops its clock.
    #[serde(skip)]
    pub(crate) pausable: bool,
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

/// The objectives of a tier and severity, one a measure, in the order of the measures.
///
/// # Errors
///
/// `unknown-tier`, `unknown-severity`
pub(crate) fn objectives(document: &Document, tier: &str, severity: &str) -> Result<Vec<Objective>, Error> {
    require_tier(document, tier)?;
    require_severity(document, severity, "/severity")?;
    Ok(document.measures.iter().map(|measure| objective(document, measure, tier, severity)).collect())
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

fn require<'a>(
    code: ErrorCode,
    kind: &str,
    id: &str,
    ids: impl Iterator<Item = &'a str> + Clone,
    path: &str,
) -> Result<(), Error> {
    if ids.clone().any(|known| known == id) {
        return Ok(());
    }
    let id: String = id.chars().take(60).collect();
    let help = nearest(&id, ids).map(|meant| format!("; did you mean \"{meant}\"?")).unwrap_or_default();
    Err(Error::new(code, format!("there is no {kind} \"{id}\"{help}")).at(path))
}

/// The objective of a measure, for a tier and a severity of the policy.
pub(crate) fn objective(document: &Document, measure: &Measure, tier: &str, severity: &str) -> Objective {
    let entry = document.objectives.iter().find(|o| o.measure == measure.id && o.is_of(tier, severity));
    let target = entry.and_then(|o| o.target.as_ref()).and_then(|target| Amount::read(target).ok());
    Objective {
        id: entry.map_or(&measure.id, |o| &o.id).clone(),
        measure: measure.id.clone(),
        name: measure.name.clone(),
        tier: tier.to_owned(),
        severity: severity.to_owned(),
        bound: target.map(Amount::bound),
        seconds: target.and_then(Amount::millis).map(|millis| millis as f64 / 1_000.0),
        business_days: target.and_then(Amount::business_days),
        calendar: entry.map(|o| o.calendar.clone()).unwrap_or_default(),
        clause: entry.and_then(|o| o.clause.clone()),
        target,
        pausable: measure.pausable,
    }
}
