use serde::Deserialize;

use super::context::ContextAnswers;
use super::objective::{require_severity, require_tier};
use super::pauses::{Pause, validate_pauses};
use crate::argument::{or_default, require_at_most};
use crate::calendar::Instant;
use crate::policy::{Document, Entries, token};
use crate::{Error, ErrorCode};

/// Most severity changes of a case.
pub const MAX_SEVERITY_CHANGES: usize = 1_000;

/// The facts of a case: its tier and severity, when it was submitted, and what has happened to it since.
///
/// Ids are checked against the policy by the call that takes the facts.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Instant, Policy, TargetState};
///
/// let policy = Policy::reference();
/// let at = |time: &str| Instant::parse(&format!("2026-02-03T{time}Z"));
/// let facts = CaseFacts::new("premium", "critical", at("07:14:00")?).with_stop("initial-response", at("07:20:00")?);
/// let evaluation = policy.evaluate(&facts, at("08:00:00")?)?;
/// assert_eq!(evaluation.targets[0].state, TargetState::Met);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", expecting = "the facts of a case as an object")]
pub struct CaseFacts {
    /// Id of the tier.
    pub(crate) tier: String,
    /// Id of the severity at submission.
    pub(crate) severity: String,
    /// The instant of submission.
    pub(crate) submitted_at: Instant,
    /// Measure to the instant at which it stopped; null, or left out, while it runs or where it was reopened.
    #[serde(default, deserialize_with = "or_default")]
    stopped_at: Entries<Option<Instant>>,
    /// Half-open pauses, each the pair of its instants; the second is null while the pause lasts. They stop the measures
    /// that the policy marks `pausable`.
    #[serde(default, deserialize_with = "or_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<(Instant, Option<Instant>)>"))]
    pub(crate) pauses: Vec<Pause>,
    /// Later severities, oldest first.
    #[serde(default, deserialize_with = "or_default")]
    severity_changes: Vec<SeverityChange>,
    /// Context question to its answer; null, or left out, where it has none.
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) context: Entries<Option<String>>,
}

/// A later severity of a case.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a severity change: at and severity")]
struct SeverityChange {
    /// The instant of the change.
    at: Instant,
    /// Id of the severity from then on.
    severity: String,
}

impl CaseFacts {
    /// The facts of a case that was just submitted; `severity` is the one at submission.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, ErrorCode, Instant, Policy};
    ///
    /// let case = CaseFacts::new("premium", "urgent", Instant::parse("2026-02-03T07:00:00Z")?);
    /// // Ids are compared with the policy by the call that takes the facts.
    /// assert_eq!(Policy::reference().expect(&case).unwrap_err().code(), ErrorCode::UnknownSeverity);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn new(tier: impl Into<String>, severity: impl Into<String>, submitted_at: Instant) -> Self {
        Self {
            tier: tier.into(),
            severity: severity.into(),
            submitted_at,
            stopped_at: Entries::default(),
            pauses: Vec::new(),
            severity_changes: Vec::new(),
            context: Entries::default(),
        }
    }

    /// Adds the instant at which a measure stopped, such as `"initial-response"`.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, Instant, Policy, TargetState};
    ///
    /// let (submitted, answered) = (Instant::parse("2026-02-03T07:00:00Z")?, Instant::parse("2026-02-03T07:40:00Z")?);
    /// let case = CaseFacts::new("enhanced", "high", submitted).with_stop("initial-response", answered);
    /// let evaluation = Policy::reference().evaluate(&case, Instant::MAX)?;
    /// assert_eq!(evaluation.targets[0].state, TargetState::Missed);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_stop(mut self, measure: impl Into<String>, at: Instant) -> Self {
        self.stopped_at.push(measure.into(), Some(at));
        self
    }

    /// Adds a pause: half-open, without an end while it lasts. It stops the measures that the policy marks `pausable`.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, ErrorCode, Instant, Policy};
    ///
    /// let (earlier, later) = (Instant::parse("2026-02-03T07:00:00Z")?, Instant::parse("2026-02-03T08:00:00Z")?);
    /// let case = CaseFacts::new("premium", "low", earlier).with_pause(earlier, later).with_pause(later, None);
    /// assert!(Policy::reference().evaluate(&case, later).is_ok());
    /// let reversed = CaseFacts::new("premium", "low", earlier).with_pause(later, earlier);
    /// assert_eq!(Policy::reference().evaluate(&reversed, later).unwrap_err().code(), ErrorCode::InvalidCase);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_pause(mut self, from: Instant, to: impl Into<Option<Instant>>) -> Self {
        self.pauses.push(Pause { from, to: to.into() });
        self
    }

    /// Adds a later severity; changes are added oldest first.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, Instant, Policy};
    ///
    /// let (submitted, later) = (Instant::parse("2026-02-03T07:00:00Z")?, Instant::parse("2026-02-03T07:10:00Z")?);
    /// let case = CaseFacts::new("premium", "low", submitted).with_severity_change(later, "critical");
    /// let evaluation = Policy::reference().evaluate(&case, later)?;
    /// assert_eq!(evaluation.targets[0].objective.severity, "critical");
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_severity_change(mut self, at: Instant, severity: impl Into<String>) -> Self {
        self.severity_changes.push(SeverityChange { at, severity: severity.into() });
        self
    }

    /// Adds the answer to a context question; `"unknown"` leaves the question open.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::policy::model::Standing;
    /// use case_slo::{CaseFacts, Instant, Policy};
    ///
    /// let case = CaseFacts::new("premium", "low", Instant::parse("2026-02-03T07:00:00Z")?).with_context("sale", "reseller");
    /// assert_eq!(Policy::reference().expect(&case)?.standing, Standing::Informational);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_context(mut self, question: impl Into<String>, option: impl Into<String>) -> Self {
        self.context.push(question.into(), Some(option.into()));
        self
    }

    /// Checks the facts against a policy and against each other.
    ///
    /// # Errors
    ///
    /// `limit-exceeded`, `unknown-tier`, `unknown-severity`, `unknown-measure`, `unknown-question`, `unknown-option`;
    /// `invalid-case` if a stop or a change is before the submission, a pause ends before it begins, or the changes
    /// are out of order.
    pub(crate) fn validate(&self, document: &Document) -> Result<(), Error> {
        require_tier(document, &self.tier)?;
        require_severity(document, &self.severity, "/severity")?;
        self.validate_stops(document)?;
        validate_pauses(&self.pauses, "/pauses")?;
        self.validate_severity_changes(document)?;
        ContextAnswers::of(&self.context, document).map(|_| ())
    }

    fn validate_stops(&self, document: &Document) -> Result<(), Error> {
        let submitted = self.submitted_at;
        for (measure, stop) in self.stopped_at.iter() {
            let fault = if !document.measures.iter().any(|known| known.id == measure) {
                let measure: String = measure.chars().take(60).collect();
                Error::new(ErrorCode::UnknownMeasure, format!("there is no measure \"{measure}\""))
            } else if let Some(stop) = stop.filter(|stop| *stop < submitted) {
                invalid(format!("expected a stop at or after the submission at {submitted}, found {stop}"))
            } else {
                continue;
            };
            return Err(fault.at(format!("/stoppedAt/{}", token(measure))));
        }
        Ok(())
    }

    fn validate_severity_changes(&self, document: &Document) -> Result<(), Error> {
        let changes = &self.severity_changes;
        require_at_most(changes.len(), MAX_SEVERITY_CHANGES, "severity changes", "/severityChanges")?;
        let mut earliest = self.submitted_at;
        for (index, change) in changes.iter().enumerate() {
            if change.at < earliest {
                let message = "expected severity changes oldest first, none before the submission";
                return Err(invalid(message).at(format!("/severityChanges/{index}/at")));
            }
            earliest = change.at;
            require_severity(document, &change.severity, &format!("/severityChanges/{index}/severity"))?;
        }
        Ok(())
    }

    /// The same case at the moment of its submission: nothing has happened yet.
    pub(crate) fn at_submission(&self) -> Self {
        let facts = Self::new(&self.tier, &self.severity, self.submitted_at);
        Self { context: self.context.clone(), ..facts }
    }

    /// The instant at which a measure stopped.
    pub(crate) fn stop(&self, measure: &str) -> Option<Instant> {
        self.stopped_at.get(measure).copied().flatten()
    }

    /// The severity at an instant, and since when it stands.
    pub(crate) fn severity_at(&self, at: Instant) -> (&str, Instant) {
        match self.severity_changes.iter().rev().find(|change| change.at <= at) {
            Some(change) => (&change.severity, change.at),
            None => (&self.severity, self.submitted_at),
        }
    }
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::InvalidCase, message)
}
