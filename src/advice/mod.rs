//! What to do: the policy's advice that fits a case, in the order to act, and what the objectives are to the customer.

mod known;
mod next_context;
mod standing;

use serde::Serialize;

use crate::policy::model::{AdviceEntry, AdviceKind, Condition, Document, Standing, Text};

pub use known::Known;
pub(crate) use known::optional_id;
pub use next_context::{ContextPlan, MAX_PARTIAL_CONTEXT, next_context};
pub use standing::standing;

/// What advice depends on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Situation<'a> {
    /// Id of the severity.
    pub severity: &'a str,
    /// Id of the tier.
    pub tier: &'a str,
    /// State of every target, such as `"on-track"`.
    pub states: Vec<&'a str>,
    /// Context question to its answer, as far as they are known.
    pub context: Vec<(&'a str, &'a str)>,
}

/// Something to do, to prepare or to know.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// Id of the advice.
    pub id: String,
    /// What one does with it.
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

/// What a customer may expect of a case, and what to do.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Expectation<T> {
    /// Id of the severity.
    pub severity: String,
    /// Id of the tier.
    pub tier: String,
    /// Every objective of the case, as it stands at submission.
    pub targets: Vec<T>,
    /// What to do, first things first.
    pub advice: Vec<Advice>,
    /// What the objectives are to the customer.
    pub standing: Standing,
}

/// The advice whose condition holds, in the order to act: what to do, what to have ready, what to know, how to
/// escalate; within a kind in the policy's order. In a case that is overdue or was missed, escalation comes first.
///
/// A condition on a context question that nobody has answered does not hold: advice is given for what is known.
pub fn advise(document: &Document, situation: &Situation) -> Vec<Advice> {
    let late = situation.states.iter().any(|state| matches!(*state, "overdue" | "missed"));
    let mut fitting: Vec<&AdviceEntry> =
        document.advice.iter().filter(|entry| situation.satisfies(&entry.when)).collect();
    fitting.sort_by_key(|entry| if late && entry.kind == AdviceKind::Escalate { 0 } else { 1 + entry.kind as u8 });
    fitting
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
    pub fn satisfies(&self, condition: &Condition) -> bool {
        condition.iter().all(|(subject, values)| {
            let is_one_of = |found: &str| values.iter().any(|value| value == found);
            match subject {
                "severity" => is_one_of(self.severity),
                "tier" => is_one_of(self.tier),
                "state" => self.states.iter().any(|state| is_one_of(state)),
                question => self.context.iter().any(|(id, answer)| *id == question && is_one_of(answer)),
            }
        })
    }
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
        let on_track = Situation { states: vec!["on-track"], ..Situation::default() };
        assert_eq!(ids(&document, &on_track), ["act", "prepare", "know", "escalate"]);
        let overdue = Situation { states: vec!["on-track", "overdue"], ..Situation::default() };
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
        situation.context = vec![("sale", "reseller")];
        situation.states = vec!["overdue"];
        assert_eq!(ids(&document, &situation), ["call", "late", "reseller"]);
        situation.tier = "enhanced";
        assert_eq!(ids(&document, &situation), ["late", "reseller"]);
    }
}
