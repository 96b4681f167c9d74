//! The policy's advice that fits a case, in the order to act, and the standing of the objectives for the customer.

mod customer;
mod next_context;
mod standing;

use crate::sorted::sorted;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::{Deserialize, Serialize};

use crate::clock::{ContextAnswers, TargetEvaluation, TargetState};
use crate::policy::model::{AdviceCondition, AdviceEntry, AdviceKind, Document, Standing, StateCondition, Text};

pub use customer::CustomerContext;
pub(crate) use next_context::next_context;
pub use next_context::{ContextOption, MAX_PARTIAL_CONTEXT, NextContext};
pub(crate) use standing::standing;

/// The facts on which advice depends.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Situation<'a> {
    /// Id of the severity.
    pub severity: &'a str,
    /// Id of the tier.
    pub tier: &'a str,
    /// State of every target.
    pub states: Vec<TargetState>,
    /// Answers to context questions, as far as they are known.
    pub context: ContextAnswers<'a>,
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
    /// Every objective of the case, as it stands at submission.
    pub targets: Vec<TargetEvaluation>,
    /// The advice that applies, in the order to act.
    pub advice: Vec<Advice>,
    /// The standing of the objectives for the customer: part of a contract, or information.
    pub standing: Standing,
}

/// The advice whose condition holds, in the order to act: what to do, what to have ready, what to know, how to
/// escalate; within a kind in the policy's order. In a case that is overdue or was missed, escalation comes first.
///
/// A condition on a context question that nobody has answered does not hold: advice is given for what is known.
pub(crate) fn advise(document: &Document, situation: &Situation) -> Vec<Advice> {
    let late = situation.states.iter().any(|state| matches!(state, TargetState::Overdue | TargetState::Missed));
    let fitting: Vec<&AdviceEntry> = document.advice.iter().filter(|entry| situation.satisfies(&entry.when)).collect();
    let rank = |entry: &AdviceEntry| {
        if late && entry.kind == AdviceKind::Escalate { 0 } else { 1 + entry.kind as u8 }
    };
    sorted(fitting, |one, other| rank(one).cmp(&rank(other)))
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

impl Situation<'_> {
    /// Whether every key of the condition has one of its values here.
    pub fn satisfies(&self, condition: &AdviceCondition) -> bool {
        let is_in = |states: &Vec<String>| {
            states.iter().filter_map(|name| target_state(name)).any(|s| self.states.contains(&s))
        };
        let state_holds = match &condition.state {
            None => true,
            Some(StateCondition::Any(states)) => is_in(states),
            Some(StateCondition::ByMeasure(_)) => false,
        };
        state_holds
            && condition.elapsed.is_none()
            && condition.facts.iter().all(|(subject, values)| {
                let is_one_of = |found: &str| values.iter().any(|value| value == found);
                match subject {
                    "severity" => is_one_of(self.severity),
                    "tier" => is_one_of(self.tier),
                    question => self.context.answer(question).is_some_and(is_one_of),
                }
            })
    }
}

/// The state that a condition names.
fn target_state(name: &str) -> Option<TargetState> {
    let name: StrDeserializer<ValueError> = name.into_deserializer();
    TargetState::deserialize(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(advice: &str) -> Document {
        let text = format!(
            r#"{{"id": "a", "version": "1", "title": {{}}, "languages": ["en"], "severities": [], "advice": {advice}}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    fn ids(document: &Document, situation: &Situation) -> Vec<String> {
        advise(document, situation).into_iter().map(|a| a.id).collect()
    }

    #[test]
    fn what_to_do_comes_first_and_escalation_before_it_once_it_is_late() {
        let document = document(
            r#"[{"id": "know", "kind": "know", "text": {}}, {"id": "escalate", "kind": "escalate", "text": {}},
                {"id": "act", "kind": "act", "text": {}}, {"id": "prepare", "kind": "prepare", "text": {}}]"#,
        );
        let on_track = Situation { states: vec![TargetState::OnTrack], ..Situation::default() };
        assert_eq!(ids(&document, &on_track), ["act", "prepare", "know", "escalate"]);
        let overdue = Situation { states: vec![TargetState::OnTrack, TargetState::Overdue], ..Situation::default() };
        assert_eq!(ids(&document, &overdue), ["escalate", "act", "prepare", "know"]);
    }

    #[test]
    fn every_key_of_a_condition_has_to_hold_and_one_value_is_enough() {
        let document = document(
            r#"[{"id": "call", "kind": "act", "text": {}, "when": {"severity": ["critical", "high"], "tier": ["premium"]}},
                {"id": "late", "kind": "act", "text": {}, "when": {"state": ["overdue"]}},
                {"id": "reseller", "kind": "act", "text": {}, "when": {"sale": ["reseller"]}}]"#,
        );
        let mut situation = Situation { severity: "high", tier: "premium", ..Situation::default() };
        assert_eq!(ids(&document, &situation), ["call"]);
        situation.context.answered = vec![("sale", "reseller")];
        situation.states = vec![TargetState::Overdue];
        assert_eq!(ids(&document, &situation), ["call", "late", "reseller"]);
        situation.tier = "enhanced";
        assert_eq!(ids(&document, &situation), ["late", "reseller"]);
    }
}
