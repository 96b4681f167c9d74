use serde::{Deserialize, Serialize};

use super::facts::CaseFacts;
use super::objective::{Objective, objective};
use super::pauses::Pauses;
use crate::Error;
use crate::calendar::{Calendar, Instant, Stretch, StretchKind, size_of};
use crate::policy::model::{Document, OnSeverityChange, Text};

/// Most segments of all timelines of an evaluation together: 34 years of a calendar that opens twice a day. A timeline for which
/// there is no room any more is empty. A segment with a long label counts once more for each 200 bytes of it.
pub const MAX_SEGMENTS: usize = 50_000;

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
#[non_exhaustive]
pub struct Evaluation {
    /// One a measure, in the policy's order.
    pub targets: Vec<TargetEvaluation>,
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
    /// How it stands.
    pub state: TargetState,
    /// When it is due; `None` where none is stated, while paused, or where the calendar never gets there.
    pub due_at: Option<Instant>,
    /// Reservations about the due time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<TargetNote>,
    /// Time counted so far.
    pub elapsed_seconds: f64,
    /// Target less elapsed time, negative once past it; `None` where none is stated.
    pub remaining_seconds: Option<f64>,
    /// Elapsed time as a share of the target; `None` where none is stated, or the target is zero.
    pub consumed: Option<f64>,
    /// How the time was counted, in order, without gaps or overlaps. Empty where the timelines of the case would have more than
    /// 50,000 segments together.
    pub timeline: Vec<TimelineSegment>,
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

/// A case as of `now`. What lies after `now` (a stop, a change of severity, a pause that has not begun) has not
/// happened yet.
///
/// `calendars` gives the calendar of an id; an objective without one is counted around the clock.
///
/// # Errors
///
/// As `calendars`.
pub(crate) fn evaluate<'a>(
    document: &Document,
    calendars: impl Fn(&str) -> Result<&'a Calendar, Error>,
    facts: &CaseFacts,
    now: Instant,
) -> Result<Evaluation, Error> {
    let always = Calendar::always();
    let mut room = MAX_SEGMENTS;
    let mut targets = Vec::with_capacity(document.measures.len());
    for measure in &document.measures {
        let stop = facts.stop(&measure.id).filter(|at| *at <= now);
        let until = stop.unwrap_or(now.max(facts.submitted_at));
        let (severity, since) = facts.severity_at(until);
        let objective = objective(document, measure, &facts.tier, severity);
        let from = match document.on_severity_change {
            OnSeverityChange::FromSubmission => facts.submitted_at,
            OnSeverityChange::FromChange => since,
        };
        let calendar = if objective.calendar.is_empty() { &always } else { calendars(&objective.calendar)? };
        let pauses = Pauses::begun_by(until, if objective.pausable { &facts.pauses } else { &[] });
        let span = Span { calendar, pauses: &pauses, from, until, stopped: stop.is_some(), at_risk: document.at_risk };
        targets.push(span.evaluate(objective, &mut room));
    }
    Ok(Evaluation { targets })
}

/// The time that counts for one objective.
struct Span<'a> {
    calendar: &'a Calendar,
    pauses: &'a Pauses,
    from: Instant,
    until: Instant,
    stopped: bool,
    at_risk: f64,
}

impl Span<'_> {
    fn evaluate(&self, objective: Objective, room: &mut usize) -> TargetEvaluation {
        let elapsed = self.pauses.elapsed(self.calendar, self.from, self.until);
        let paused = !self.stopped && self.pauses.cover(self.until);
        let due = objective.target.map(|target| target.due(self.calendar, self.pauses, self.from));
        let target = due.and_then(|due| due.millis);
        let consumed = target.filter(|t| *t > 0).map(|t| elapsed as f64 / t as f64);
        let is_met = objective.target.zip(due).map(|(target, due)| target.is_met(&due, elapsed, self.until));
        let due_at = due.and_then(|due| due.at).filter(|_| !paused);
        TargetEvaluation {
            state: self.state(is_met, consumed, paused),
            due_at,
            notes: due_at
                .filter(|at| !self.calendar.knows_holidays(*at))
                .map(|_| TargetNote::HolidaysUnknown)
                .into_iter()
                .collect(),
            elapsed_seconds: elapsed as f64 / 1_000.0,
            remaining_seconds: target.map(|t| (t - elapsed) as f64 / 1_000.0),
            consumed,
            timeline: self.timeline(room),
            objective,
        }
    }

    fn state(&self, is_met: Option<bool>, consumed: Option<f64>, paused: bool) -> TargetState {
        let Some(is_met) = is_met else { return TargetState::NotStated };
        match (self.stopped, is_met) {
            (true, true) => TargetState::Met,
            (true, false) => TargetState::Missed,
            _ if paused => TargetState::Paused,
            (false, false) => TargetState::Overdue,
            (false, true) if consumed.is_some_and(|share| share >= self.at_risk) => TargetState::AtRisk,
            (false, true) => TargetState::OnTrack,
        }
    }

    /// The stretches of the calendar, with the pauses laid over what is open; none if they are larger than `room`.
    fn timeline(&self, room: &mut usize) -> Vec<TimelineSegment> {
        let mut segments: Vec<TimelineSegment> = Vec::new();
        let pauses: Vec<(Instant, Instant)> = self.pauses.within(self.from, self.until).collect();
        for stretch in self.calendar.stretches(self.from, self.until, *room) {
            let kind = match stretch.kind {
                StretchKind::Open => SegmentKind::Counted,
                StretchKind::Closed => SegmentKind::Closed,
                StretchKind::Holiday => SegmentKind::Holiday,
            };
            if kind != SegmentKind::Counted {
                push(&mut segments, TimelineSegment { from: stretch.from, to: stretch.to, kind, label: stretch.label });
                continue;
            }
            lay_over(&mut segments, &stretch, &pauses);
        }
        let size = segments.iter().map(|segment| size_of(segment.label.as_ref())).sum();
        match room.checked_sub(size) {
            Some(left) => *room = left,
            None => segments.clear(),
        }
        segments
    }
}

fn lay_over(segments: &mut Vec<TimelineSegment>, open: &Stretch, pauses: &[(Instant, Instant)]) {
    let mut at = open.from;
    let mut add = |from: Instant, to: Instant, kind| {
        if from < to {
            push(segments, TimelineSegment { from, to, kind, label: None });
        }
    };
    let first = pauses.partition_point(|(_, to)| *to <= open.from);
    for (from, to) in pauses.iter().skip(first).take_while(|(from, _)| *from < open.to) {
        let (from, to) = ((*from).max(open.from), (*to).min(open.to));
        add(at, from, SegmentKind::Counted);
        add(from, to, SegmentKind::Paused);
        at = to;
    }
    add(at, open.to, SegmentKind::Counted);
}

/// Adds a segment, joined to the one before where both say the same.
fn push(segments: &mut Vec<TimelineSegment>, next: TimelineSegment) {
    match segments.last_mut() {
        Some(last) if last.to == next.from && last.kind == next.kind && last.label == next.label => last.to = next.to,
        _ => segments.push(next),
    }
}
