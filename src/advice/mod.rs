//! The policy's advice that fits a case, in the order to act, and the standing of the objectives for the customer.

mod customer;
mod next_context;
mod standing;

use std::sync::Arc;

use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::calendar::{Calendar, Instant, parse_duration};
use crate::clock::{Calendars, CaseFacts, ChoiceFacts, Clocks, ContextAnswers, Reading, TargetEvaluation, TargetState};
use crate::policy::model::{
    AdviceCondition, AdviceEntry, AdviceKind, Document, ElapsedCondition, Standing, StateCondition, Text,
};
use crate::sorted::sorted;

pub use customer::CustomerContext;
pub(crate) use next_context::next_context;
pub use next_context::{ContextOption, MAX_PARTIAL_CONTEXT, NextContext};
pub(crate) use standing::standing;

/// The facts on which advice depends.
#[derive(Debug)]
pub(crate) struct Situation<'a> {
    pub document: &'a Document,
    pub calendars: &'a Calendars,
    /// Id of the severity under which the tier takes the case.
    pub severity: &'a str,
    /// Id of the tier.
    pub tier: &'a str,
    /// Answers to context questions, as far as they are known.
    pub context: ContextAnswers<'a>,
    /// The facts that choose calendars.
    pub known: ChoiceFacts<'a>,
    /// The target of each measure.
    pub readings: &'a [Reading],
    pub now: Instant,
}

/// Something to do, to prepare or to know.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Instant, Policy};
///
/// let case = CaseFacts::new("premium", "critical", Instant::parse("2026-02-03T07:14:00Z")?);
/// let first = &Policy::reference().expect(&case)?.advice[0];
/// assert_eq!((first.clause.as_deref(), first.channel.as_deref()), (Some("C3"), Some("phone")));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Advice {
    /// Id of the advice.
    pub id: String,
    /// Kind of advice.
    pub kind: AdviceKind,
    /// The advice in every language.
    pub text: Text,
    /// Id of the clause behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Id of the channel to use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
}

/// The advice for a case at an instant, and the advice that will hold later.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Instant, Policy};
///
/// let case = CaseFacts::new("premium", "critical", Instant::parse("2026-02-03T07:14:00Z")?);
/// let guidance = Policy::reference().advise(&case, Instant::parse("2026-02-03T07:20:00Z")?)?;
/// assert_eq!(guidance.advice[0].id, "call");
/// // Once the target of "under 15 minutes" is used up, the case is to be escalated.
/// assert_eq!(guidance.schedule[0].at, Instant::parse("2026-02-03T07:29:00Z")?);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Guidance {
    /// The advice that applies, in the order to act.
    pub advice: Vec<Advice>,
    /// The advice that will hold later if nothing happens, by time.
    pub schedule: Vec<ScheduledAdvice>,
}

/// Advice that will hold later if nothing happens.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Instant, Policy};
///
/// let case = CaseFacts::new("premium", "critical", Instant::parse("2026-02-03T07:14:00Z")?);
/// let later = &Policy::reference().expect(&case)?.schedule[0];
/// let entry = Policy::reference().document().advice.iter().find(|entry| entry.id == later.advice).cloned();
/// assert!(entry.is_some_and(|entry| entry.when.state.is_some()));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ScheduledAdvice {
    /// Id of the advice.
    pub advice: String,
    /// The first instant at which it holds.
    pub at: Instant,
}

/// The response times that a customer may expect for a case, and the advice for it.
///
/// # Examples
///
/// ```
/// use case_slo::policy::model::Standing;
/// use case_slo::{CaseFacts, Instant, Policy};
///
/// let case = CaseFacts::new("enhanced", "low", Instant::parse("2026-02-03T07:14:00Z")?);
/// let expectation = Policy::reference().expect(&case)?;
/// // Nobody has said who sold the service.
/// assert_eq!(expectation.standing, Standing::Unspecified);
/// assert_eq!(expectation.targets[0].objective.seconds, Some(7_200.0));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Expectation {
    /// Id of the severity.
    pub severity: String,
    /// Id of the tier.
    pub tier: String,
    /// Every objective of the case, as of the submission.
    pub targets: Vec<TargetEvaluation>,
    /// The advice that applies, in the order to act.
    pub advice: Vec<Advice>,
    /// The standing of the objectives for the customer: part of a contract, or information.
    pub standing: Standing,
    /// The severity under which the tier takes the case, if it does not offer the severity of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filed_as: Option<String>,
    /// The advice that will hold later if nothing happens, by time.
    pub schedule: Vec<ScheduledAdvice>,
}

/// Reads the clocks of a case as of `now`, which is the moment of its submission at the earliest. Gives what `answer` makes of
/// the situation, the targets, and the severity under which the tier takes the case, if that is another one.
///
/// # Errors
///
/// `unknown-question`, `unknown-option`; `limit-exceeded` if too many answers are missing.
pub(crate) fn read_case<T>(
    document: &Document,
    calendars: &Calendars,
    facts: &CaseFacts,
    now: Instant,
    with_changes: bool,
    answer: impl FnOnce(&Situation) -> T,
) -> Result<(T, Vec<TargetEvaluation>, Option<String>), Error> {
    let context = ContextAnswers::of(&facts.context, document)?;
    let known = facts.known(document, &context);
    let clocks = Clocks { document, calendars, facts, known: known.clone(), with_changes };
    let readings = clocks.read(now)?;
    let (asked, severity) = clocks.severity(now);
    let now = now.max(facts.submitted_at);
    let tier = &facts.tier;
    let situation = Situation { document, calendars, severity, tier, context, known, readings: &readings, now };
    let answer = answer(&situation);
    let targets = readings.into_iter().map(|reading| reading.target).collect();
    Ok((answer, targets, (severity != asked).then(|| severity.to_owned())))
}

impl Situation<'_> {
    /// The advice whose condition holds, in the order to act: what to do, what to have ready, what to know, how to escalate;
    /// within a kind in the policy's order. An escalation whose state or elapsed time has come stands first.
    ///
    /// A condition on a context question that nobody has answered does not hold: advice is given for what is known.
    pub fn advice(&self) -> Vec<Advice> {
        let fitting = self.document.advice.iter().filter(|entry| self.holds(&entry.when, self.now)).collect();
        let late = |reading: &Reading| matches!(reading.target.state, TargetState::Overdue | TargetState::Missed);
        let is_late = self.readings.iter().any(late);
        let rank = |entry: &AdviceEntry| match entry.kind {
            AdviceKind::Escalate if is_late && may_come_later(&entry.when) || waits(&entry.when) => 0,
            kind => 1 + kind as u8,
        };
        sorted(fitting, |one: &&AdviceEntry, other| rank(one).cmp(&rank(other)))
            .into_iter()
            .map(|entry| Advice {
                id: entry.id.clone(),
                kind: entry.kind,
                text: entry.text.clone(),
                clause: entry.clause.clone(),
                channel: entry.channel.clone(),
            })
            .collect()
    }

    /// The entries that will hold later if nothing happens, each with the first instant at which it does, by time.
    pub fn schedule(&self) -> Vec<ScheduledAdvice> {
        let turns: Vec<Instant> =
            self.readings.iter().flat_map(|reading| &reading.changes).map(|(at, _)| *at).collect();
        let turns = sorted(turns, Instant::cmp);
        let later = self.document.advice.iter().filter(|entry| {
            may_come_later(&entry.when) && self.facts_hold(&entry.when) && !self.holds(&entry.when, self.now)
        });
        let first = |entry: &AdviceEntry| {
            let reached = entry.when.elapsed.as_ref().and_then(|elapsed| self.reached(elapsed));
            let turns = turns.iter().copied().filter(|_| entry.when.state.is_some());
            let holds = |at: &Instant| *at > self.now && self.holds(&entry.when, *at);
            let at = turns.chain(reached).filter(holds).min()?;
            Some(ScheduledAdvice { advice: entry.id.clone(), at })
        };
        sorted(later.filter_map(first).collect(), |one: &ScheduledAdvice, other| one.at.cmp(&other.at))
    }

    /// Whether every part of a condition holds at an instant, if nothing happens until then.
    fn holds(&self, condition: &AdviceCondition, at: Instant) -> bool {
        self.facts_hold(condition)
            && condition.state.as_ref().is_none_or(|states| self.is_in(states, at))
            && condition
                .elapsed
                .as_ref()
                .is_none_or(|elapsed| self.reached(elapsed).is_some_and(|reached| reached <= at))
    }

    /// Whether severity, tier and context fit.
    fn facts_hold(&self, condition: &AdviceCondition) -> bool {
        condition.facts.iter().all(|(subject, values)| {
            let is_one_of = |found: &str| values.iter().any(|value| value == found);
            match subject {
                "severity" => is_one_of(self.severity),
                "tier" => is_one_of(self.tier),
                question => self.context.answer(question).is_some_and(is_one_of),
            }
        })
    }

    fn is_in(&self, condition: &StateCondition, at: Instant) -> bool {
        let has = |reading: &Reading, names: &[String]| {
            let state = reading.changes.iter().rev().find(|(from, _)| *from <= at).map(|(_, state)| *state);
            let state = state.unwrap_or(reading.target.state);
            names.iter().any(|name| target_state(name) == Some(state))
        };
        match condition {
            StateCondition::Any(names) => self.readings.iter().any(|reading| has(reading, names)),
            StateCondition::ByMeasure(measures) => {
                measures.iter().all(|(measure, names)| self.reading(measure).is_some_and(|reading| has(reading, names)))
            }
        }
    }

    fn reading(&self, measure: &str) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.target.objective.measure == measure)
    }

    /// The instant at which a time since the start of a measure has elapsed; `None` if the measure stops before, or if it is
    /// not known in which calendar the time counts.
    fn reached(&self, condition: &ElapsedCondition) -> Option<Instant> {
        let (from, end) = self.reading(&condition.measure)?.round?;
        let calendar = match &condition.calendar {
            None => Arc::new(Calendar::always()),
            Some(id) => self.calendars.of_case(id, &self.known)?,
        };
        let reached = match parse_duration(&condition.at_least).ok()? {
            0 => from,
            millis => calendar.deadline(from, millis)?,
        };
        end.is_none_or(|end| reached <= end).then_some(reached)
    }
}

/// Whether a condition depends on time.
fn may_come_later(condition: &AdviceCondition) -> bool {
    condition.state.is_some() || condition.elapsed.is_some()
}

/// Whether a condition waits for an elapsed time, or for a state that no case has at its submission. An escalation that can be had
/// from the start, if somebody is not satisfied, is not the first thing to do.
fn waits(condition: &AdviceCondition) -> bool {
    let is_first = |name: &String| {
        let state = target_state(name);
        state.is_some_and(|state| {
            use TargetState::{NotStarted, NotStated, OnTrack, Undetermined};
            matches!(state, NotStated | OnTrack | NotStarted | Undetermined)
        })
    };
    let waits = |names: &Vec<String>| !names.iter().any(is_first);
    condition.elapsed.is_some()
        || condition.state.as_ref().is_some_and(|state| match state {
            StateCondition::Any(names) => waits(names),
            StateCondition::ByMeasure(measures) => measures.iter().any(|(_, names)| waits(names)),
        })
}

/// The state that a condition names.
fn target_state(name: &str) -> Option<TargetState> {
    let name: StrDeserializer<ValueError> = name.into_deserializer();
    TargetState::deserialize(name).ok()
}

#[cfg(test)]
mod tests {
    use crate::{CaseFacts, Error, Instant, Policy};

    #[test]
    fn an_escalation_comes_first_once_the_case_is_late_and_last_before() -> Result<(), Error> {
        let case = CaseFacts::new("premium", "critical", Instant::parse("2026-02-03T07:14:00Z")?);
        let first_at = |now: &str| -> Result<_, Error> {
            Ok(Policy::reference().advise(&case, Instant::parse(now)?)?.advice.first().map(|entry| entry.id.clone()))
        };
        assert_eq!(first_at("2026-02-03T07:20:00Z")?.as_deref(), Some("call"));
        assert_eq!(first_at("2026-02-03T08:00:00Z")?.as_deref(), Some("escalate-overdue"));
        Ok(())
    }
}
