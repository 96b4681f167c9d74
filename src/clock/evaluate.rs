//! The evaluation of a case: one evaluator for one possibility of one round, and a loop over measures, rounds and possibilities.

use std::sync::Arc;

use super::calendars::Calendars;
use super::choice::{Budget, Candidates, Choice, Possibility};
use super::context::ChoiceFacts;
use super::evaluation::{Rounds, SegmentKind, TargetEvaluation, TargetNote, TargetState, TimelineSegment};
use super::facts::CaseFacts;
use super::objective::{Objective, filed};
use super::pauses::{Pause, Pauses};
use super::target::{Amount, Due};
use crate::Error;
use crate::calendar::{Calendar, Instant, Stretch, StretchKind, size_of};
use crate::policy::model::{Document, Measure, OnSeverityChange};
use crate::sorted::sorted;

/// Most segments of all timelines of an evaluation together: 34 years of a calendar that opens twice a day. A timeline for which
/// there is no room any more is empty. A segment with a long label counts once more for each 200 bytes of it.
pub const MAX_SEGMENTS: usize = 50_000;

/// The target of a measure as of an instant, and its states from then on.
#[derive(Debug)]
pub(crate) struct Reading {
    pub target: TargetEvaluation,
    /// The start of the running or last round, and its end.
    pub round: Option<(Instant, Option<Instant>)>,
    /// The instants at which the state changes if nothing happens, and the state from each of them on.
    pub changes: Vec<(Instant, TargetState)>,
}

/// Reads the clocks of a case.
#[derive(Debug)]
pub(crate) struct Clocks<'a> {
    pub document: &'a Document,
    pub calendars: &'a Calendars,
    pub facts: &'a CaseFacts,
    /// The facts that choose objectives and calendars.
    pub known: ChoiceFacts<'a>,
    /// Whether it is asked for what comes after `now`.
    pub with_changes: bool,
}

/// A round of a measure.
#[derive(Debug, Clone, Copy)]
struct Round {
    start: Instant,
    /// `None` while it runs.
    end: Option<Instant>,
}

impl<'a> Clocks<'a> {
    /// The targets as of `now`, one for each measure. What lies after `now` (a stop, an event, a change of severity, a pause that
    /// has not begun) has not happened yet.
    ///
    /// # Errors
    ///
    /// `limit-exceeded` if the answers that are missing have too many combinations.
    pub fn read(&self, now: Instant) -> Result<Vec<Reading>, Error> {
        let mut budget = Budget::new(MAX_SEGMENTS);
        self.document.measures.iter().map(|measure| self.measure(measure, now, &mut budget)).collect()
    }

    /// The severity of the case as of `now`, and the one under which the tier takes it.
    pub fn severity(&self, now: Instant) -> (&'a str, &'a str) {
        let (severity, filed, _) = self.severity_at(now.max(self.facts.submitted_at));
        (severity, filed.unwrap_or(severity))
    }

    /// The severity under which the tier takes the case at an instant, and since when the case has its severity.
    fn severity_at(&self, at: Instant) -> (&'a str, Option<&'a str>, Instant) {
        let (severity, since) = self.facts.severity_at(at);
        (severity, filed(self.document, &self.facts.tier, severity), since)
    }

    fn measure(&self, measure: &Measure, now: Instant, budget: &mut Budget) -> Result<Reading, Error> {
        let rounds = self.rounds(measure, now);
        let mut counts = Rounds::default();
        if measure.repeats {
            for round in rounds.iter().filter(|round| round.end.is_some()) {
                match self.round(measure, *round, now, budget)?.state(budget)? {
                    TargetState::Met => counts.met += 1,
                    TargetState::Missed => counts.missed += 1,
                    _ => {}
                }
            }
        }
        let Some(last) = rounds.last() else {
            let at = now.max(self.facts.submitted_at);
            let round = self.round(measure, Round { start: at, end: None }, now, budget)?;
            let mut target = round.empty(TargetState::NotStarted);
            target.rounds = measure.repeats.then_some(counts);
            return Ok(Reading { target, round: None, changes: Vec::new() });
        };
        let round = self.round(measure, *last, now, budget)?;
        let mut target = round.evaluate(budget)?;
        target.rounds = measure.repeats.then_some(counts);
        let changes = if self.with_changes { round.changes(budget)? } else { Vec::new() };
        Ok(Reading { target, round: Some((round.from, last.end)), changes })
    }

    /// The rounds of a measure that have begun by `now`; one at most, if it does not repeat.
    fn rounds(&self, measure: &Measure, now: Instant) -> Vec<Round> {
        let Some(start) = self.facts.start(measure).filter(|start| measure.starts_at.is_none() || *start <= now) else {
            return Vec::new();
        };
        let until = measure.until.as_deref().and_then(|id| self.facts.moment(id)).filter(|until| *until <= now);
        if until.is_some_and(|until| until <= start) {
            return Vec::new();
        }
        let stops = self.facts.stops(&measure.id).iter().copied();
        let mut ends = stops.filter(|stop| *stop <= now && until.is_none_or(|until| *stop < until)).chain(until);
        if !measure.repeats {
            return vec![Round { start, end: ends.next() }];
        }
        let (mut rounds, mut from) = (Vec::new(), start);
        for end in ends {
            // A round without length is none.
            if end > from {
                rounds.push(Round { start: from, end: Some(end) });
                from = end;
            }
        }
        if until.is_none() {
            rounds.push(Round { start: from, end: None });
        }
        rounds
    }

    /// A round with everything on which its evaluation depends.
    fn round<'r>(
        &'r self,
        measure: &'r Measure,
        round: Round,
        now: Instant,
        budget: &mut Budget,
    ) -> Result<RoundClock<'r>, Error> {
        let until = round.end.unwrap_or(now.max(round.start));
        let (severity, filed, since) = self.severity_at(until);
        let from = match self.document.on_severity_change {
            OnSeverityChange::FromSubmission => round.start,
            OnSeverityChange::FromChange => round.start.max(since),
        };
        let tier = &self.facts.tier;
        let candidates = Candidates::of(self.document, self.calendars, &measure.id, tier, filed);
        budget.spend(self.document.objectives.len())?;
        let choice = candidates.choose(&self.known, from, budget)?;
        let pauses: &[Pause] = if measure.pausable { &self.facts.pauses } else { &[] };
        Ok(RoundClock {
            calendars: self.calendars,
            zone: self.known.zone,
            measure,
            tier,
            severity: filed.unwrap_or(severity),
            choice,
            pauses: Pauses::begun_by(until, pauses),
            from,
            until,
            is_stopped: round.end.is_some(),
            at_risk: self.document.at_risk,
        })
    }
}

/// A round of a measure, with the possible objectives.
struct RoundClock<'a> {
    calendars: &'a Calendars,
    zone: Option<&'a str>,
    measure: &'a Measure,
    tier: &'a str,
    severity: &'a str,
    choice: Choice<'a>,
    pauses: Pauses,
    from: Instant,
    until: Instant,
    is_stopped: bool,
    at_risk: f64,
}

impl RoundClock<'_> {
    /// The evaluation without any time.
    fn empty(&self, state: TargetState) -> TargetEvaluation {
        let first = self.choice.possibilities.first();
        let calendar = self.calendars.id(first.and_then(|first| first.calendar));
        let entry = first.and_then(|first| first.entry);
        TargetEvaluation {
            objective: Objective::of(self.measure, self.tier, self.severity, entry, calendar),
            state,
            due_at: None,
            depends_on: self.choice.depends_on.iter().map(|id| (*id).to_owned()).collect(),
            earliest_due_at: None,
            latest_due_at: None,
            rounds: None,
            notes: Vec::new(),
            elapsed_seconds: 0.0,
            remaining_seconds: None,
            consumed: None,
            timeline: Vec::new(),
        }
    }

    /// The spans of the possibilities; none while the zone of the customer is missing.
    fn spans(&self, budget: &mut Budget) -> Result<Vec<Span<'_>>, Error> {
        if self.choice.needs_zone {
            return Ok(Vec::new());
        }
        budget.spend(self.choice.possibilities.len().saturating_mul(1 + self.pauses.len()))?;
        Ok(self.choice.possibilities.iter().filter_map(|possibility| self.span(possibility)).collect())
    }

    fn span(&self, possibility: &Possibility) -> Option<Span<'_>> {
        let target = possibility.entry.and_then(|entry| entry.target.as_ref());
        let calendar = self.calendars.at(possibility.calendar, self.zone);
        // Without a target, nothing counts on the calendar.
        let calendar = calendar.or_else(|| target.is_none().then(|| self.calendars.at(None, None))?)?;
        let amount = target.and_then(|target| Amount::read(target).ok());
        let due = amount.map(|amount| (amount, amount.due(&calendar, &self.pauses, self.from)));
        Some(Span { round: self, calendar, due })
    }

    /// The state of the round.
    fn state(&self, budget: &mut Budget) -> Result<TargetState, Error> {
        Ok(common(&self.spans(budget)?, self.until))
    }

    fn evaluate(&self, budget: &mut Budget) -> Result<TargetEvaluation, Error> {
        let spans = self.spans(budget)?;
        let mut evaluation = self.empty(common(&spans, self.until));
        let dues: Vec<Option<Instant>> = spans.iter().map(|span| span.due_at(self.until)).collect();
        let is_vague =
            spans.iter().zip(&dues).any(|(span, due)| due.is_some_and(|at| !span.calendar.knows_holidays(at)));
        evaluation.notes.extend(is_vague.then_some(TargetNote::HolidaysUnknown));
        let Some(first) = spans.first() else { return Ok(evaluation) };
        // The common part of the possibilities is known: the hours, if they count on one calendar.
        if spans.iter().all(|span| std::ptr::eq(&*span.calendar, &*first.calendar)) {
            evaluation.elapsed_seconds = first.elapsed(self.until) as f64 / 1_000.0;
            evaluation.timeline = first.timeline(&mut budget.segments);
        }
        if self.choice.depends_on.is_empty() {
            evaluation.due_at = dues[0];
            evaluation.remaining_seconds = first.target().map(|t| (t - first.elapsed(self.until)) as f64 / 1_000.0);
            evaluation.consumed = first.consumed(self.until);
        } else {
            evaluation.earliest_due_at = dues.iter().flatten().min().copied();
            evaluation.latest_due_at =
                dues.iter().copied().collect::<Option<Vec<_>>>().and_then(|dues| dues.into_iter().max());
        }
        Ok(evaluation)
    }

    /// The instants at which the state changes if nothing happens, and the state from each of them on.
    fn changes(&self, budget: &mut Budget) -> Result<Vec<(Instant, TargetState)>, Error> {
        if self.is_stopped {
            return Ok(Vec::new());
        }
        let spans = self.spans(budget)?;
        let mut instants: Vec<Instant> = spans.iter().flat_map(Span::turns).collect();
        instants.extend(self.pauses.end_at(self.until));
        let mut instants = sorted(instants, Instant::cmp);
        instants.dedup();
        budget.spend(instants.len().saturating_mul(spans.len()).saturating_mul(1 + self.pauses.len()))?;
        let mut last = common(&spans, self.until);
        let mut changes = Vec::new();
        for at in instants.into_iter().filter(|at| *at > self.until) {
            let state = common(&spans, at);
            if state != last {
                changes.push((at, state));
                last = state;
            }
        }
        Ok(changes)
    }
}

/// The state that all possibilities have at an instant.
fn common(spans: &[Span], at: Instant) -> TargetState {
    let mut states = spans.iter().map(|span| span.state(at));
    let first = states.next().unwrap_or(TargetState::Undetermined);
    if states.all(|state| state == first) { first } else { TargetState::Undetermined }
}

/// The time that counts for one possibility of a round.
struct Span<'a> {
    round: &'a RoundClock<'a>,
    calendar: Arc<Calendar>,
    /// The target, and when it is due.
    due: Option<(Amount, Due)>,
}

impl Span<'_> {
    fn elapsed(&self, at: Instant) -> i64 {
        self.round.pauses.elapsed(&self.calendar, self.round.from, at)
    }

    /// The target in milliseconds of the calendar.
    fn target(&self) -> Option<i64> {
        self.due.and_then(|(_, due)| due.millis)
    }

    /// Elapsed time as a share of the target.
    fn consumed(&self, at: Instant) -> Option<f64> {
        self.target().filter(|t| *t > 0).map(|t| self.elapsed(at) as f64 / t as f64)
    }

    fn is_paused(&self, at: Instant) -> bool {
        !self.round.is_stopped && self.round.pauses.cover(at)
    }

    fn due_at(&self, at: Instant) -> Option<Instant> {
        self.due.and_then(|(_, due)| due.at).filter(|_| !self.is_paused(at))
    }

    fn state(&self, at: Instant) -> TargetState {
        let Some((amount, due)) = &self.due else { return TargetState::NotStated };
        if self.round.is_stopped {
            let is_met = amount.is_met(due, self.elapsed(at), at);
            return if is_met { TargetState::Met } else { TargetState::Missed };
        }
        if self.is_paused(at) {
            TargetState::Paused
        } else if due.at.is_some_and(|due| amount.is_overdue(due, at)) {
            TargetState::Overdue
        } else if self.consumed(at).is_some_and(|share| share >= self.round.at_risk) {
            TargetState::AtRisk
        } else {
            TargetState::OnTrack
        }
    }

    /// The instants at which the target becomes at risk, and overdue.
    fn turns(&self) -> Vec<Instant> {
        let Some((amount, due)) = &self.due else { return Vec::new() };
        let share = self.target().map(|target| (target as f64 * self.round.at_risk).ceil() as i64);
        let risk = share.and_then(|share| self.round.pauses.deadline(&self.calendar, self.round.from, share));
        let overdue = due.at.and_then(|due| amount.overdue_from(due));
        risk.into_iter().chain(overdue).collect()
    }

    /// The stretches of the calendar, with the pauses laid over what is open; none if they are larger than `room`.
    fn timeline(&self, room: &mut usize) -> Vec<TimelineSegment> {
        let mut segments: Vec<TimelineSegment> = Vec::new();
        let pauses: Vec<(Instant, Instant)> = self.round.pauses.within(self.round.from, self.round.until).collect();
        for stretch in self.calendar.stretches(self.round.from, self.round.until, *room) {
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
