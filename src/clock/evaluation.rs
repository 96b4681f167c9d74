use serde::{Deserialize, Serialize};

use super::objective::Objective;
use crate::calendar::Instant;
use crate::policy::model::Text;

/// A case at an instant.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Instant, Policy};
///
/// let submitted = Instant::parse("2026-02-03T07:00:00Z")?;
/// let evaluation = Policy::reference().evaluate(&CaseFacts::new("premium", "low", submitted), submitted)?;
/// assert_eq!(evaluation.targets[0].objective.measure, "initial-response");
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Evaluation {
    /// One a measure, in the policy's order.
    pub targets: Vec<TargetEvaluation>,
    /// The severity under which the tier takes the case, if it does not offer the severity of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filed_as: Option<String>,
}

/// One objective of a case at an instant.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Instant, Policy, SegmentKind, TargetState};
///
/// let case = CaseFacts::new("premium", "low", Instant::parse("2026-02-03T07:00:00Z")?);
/// let target = &Policy::reference().evaluate(&case, Instant::parse("2026-02-03T07:15:00Z")?)?.targets[0];
/// assert_eq!((target.state, target.consumed), (TargetState::OnTrack, Some(0.25)));
/// assert_eq!(target.timeline[0].kind, SegmentKind::Counted);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TargetEvaluation {
    /// The objective.
    pub objective: Objective,
    /// Its state.
    pub state: TargetState,
    /// When it is due; `None` if none is stated, while paused, while it depends on an answer, or if the calendar never gets
    /// there.
    pub due_at: Option<Instant>,
    /// Context questions whose answers would settle the target, "channel" and "zone" included. While there are some, the
    /// objective is the first that is possible.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// The earliest due time that is possible, while the target depends on answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_due_at: Option<Instant>,
    /// The latest due time that is possible; left out if a possibility has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_due_at: Option<Instant>,
    /// Rounds that have ended, of a measure that repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounds: Option<Rounds>,
    /// Reservations about the due time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<TargetNote>,
    /// Time counted so far.
    pub elapsed_seconds: f64,
    /// Target less elapsed time, negative once past it; `None` if none is stated.
    pub remaining_seconds: Option<f64>,
    /// Elapsed time as a share of the target; `None` if none is stated, or the target is zero.
    pub consumed: Option<f64>,
    /// How the time was counted, in order, without gaps or overlaps. Empty if the timelines of the case would have more than
    /// 50,000 segments together.
    pub timeline: Vec<TimelineSegment>,
}

/// Rounds of a measure that repeats, as far as they have ended and had a target.
///
/// # Examples
///
/// ```
/// use case_slo::Rounds;
///
/// let rounds = Rounds::default();
/// assert_eq!((rounds.met, rounds.missed), (0, 0));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Rounds {
    /// Rounds that ended in time.
    pub met: u32,
    /// Rounds that ended too late.
    pub missed: u32,
}

/// The state of an objective at an instant.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Instant, Policy, TargetState};
///
/// let policy = Policy::reference();
/// let case = CaseFacts::new("premium", "high", Instant::parse("2026-02-03T07:00:00Z")?);
/// let state_at = |now| Ok::<_, case_slo::Error>(policy.evaluate(&case, Instant::parse(now)?)?.targets[0].state);
/// assert_eq!(state_at("2026-02-03T07:05:00Z")?, TargetState::OnTrack);
/// assert_eq!(state_at("2026-02-03T07:12:00Z")?, TargetState::AtRisk);
/// // The target is "under 15 minutes".
/// assert_eq!(state_at("2026-02-03T07:15:00Z")?, TargetState::Overdue);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TargetState {
    /// The policy states none.
    NotStated,
    /// Running, with time to spare.
    OnTrack,
    /// Running, with more than the policy's share of the target used up.
    AtRisk,
    /// Running, past the target.
    Overdue,
    /// Paused.
    Paused,
    /// Stopped in time.
    Met,
    /// Stopped too late.
    Missed,
    /// The measure starts later, or has come to its end before it started.
    NotStarted,
    /// It depends on answers that are missing.
    Undetermined,
}

/// A reservation about a due time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TargetNote {
    /// The due time lies behind the last date for which the holidays of the calendar are known.
    HolidaysUnknown,
}

/// A stretch of time that was counted, or the reason why it was not.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Policy, SegmentKind, instant_of};
///
/// let policy = Policy::load(include_str!("../../examples/acme-care.json"))?;
/// let case = CaseFacts::new("standard", "urgent", instant_of("2026-04-02T15:00", "America/Toronto")?);
/// let evaluation = policy.evaluate(&case, instant_of("2026-04-06T10:00", "America/Toronto")?)?;
/// let holiday = evaluation.targets[0].timeline.iter().find(|segment| segment.kind == SegmentKind::Holiday);
/// let name = holiday.and_then(|segment| segment.label.as_ref()?.get("en"));
/// assert_eq!(name.map(String::as_str), Some("Good Friday"));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TimelineSegment {
    /// Its first instant.
    pub from: Instant,
    /// The first instant behind it.
    pub to: Instant,
    /// Counted, or why not.
    pub kind: SegmentKind,
    /// Name of the holiday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

/// The reason for which a stretch of time was counted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SegmentKind {
    /// Business hours that count.
    Counted,
    /// Closed hours.
    Closed,
    /// A holiday.
    Holiday,
    /// Business hours during a pause.
    Paused,
}
