//! A help desk that answers its customers by a policy.

use case_slo::{Answers, CaseFacts, Error, ErrorCode, Instant, Policy, TargetState};

/// A help desk under one policy.
pub struct HelpDesk {
    policy: Policy,
}

/// The reason for which the help desk cannot answer.
#[derive(Debug)]
pub enum Refusal {
    /// The customer's form names something that the policy does not have.
    Form(Error),
    /// The form is no JSON of the right shape.
    Shape(serde_json::Error),
    /// The policy states no objective.
    NoObjective,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Form(error)
    }
}

impl HelpDesk {
    /// Opens a help desk.
    pub fn new(policy: Policy) -> Self {
        Self { policy }
    }

    /// Returns the severity of a form, and the time at which somebody responds at the latest.
    pub fn promise(&self, tier: &str, form: &str, now: Instant) -> Result<(String, Instant), Refusal> {
        let answers: Answers = serde_json::from_str(form).map_err(Refusal::Shape)?;
        let severity = self.policy.classify(&answers)?.severity;
        let expectation = self.policy.expect(&CaseFacts::new(tier, &severity, now))?;
        let due = expectation.targets.iter().find_map(|target| target.due_at).ok_or(Refusal::NoObjective)?;
        Ok((severity, due))
    }

    /// Returns whether a supervisor has to see a case.
    pub fn needs_a_supervisor(&self, case: &CaseFacts, now: Instant) -> Result<bool, Error> {
        let evaluation = self.policy.evaluate(case, now)?;
        // The enum may gain states, so a match from outside has an arm for the rest.
        Ok(evaluation.targets.iter().any(|target| match target.state {
            TargetState::AtRisk | TargetState::Overdue => true,
            TargetState::Missed | TargetState::Met => false,
            _ => false,
        }))
    }

    /// Returns whether the form can be corrected by the customer.
    pub fn is_typing_error(refusal: &Refusal) -> bool {
        match refusal {
            Refusal::Form(error) => {
                matches!(
                    error.code(),
                    ErrorCode::UnknownQuestion | ErrorCode::UnknownOption | ErrorCode::InvalidAnswers
                )
            }
            Refusal::Shape(_) => true,
            Refusal::NoObjective => false,
        }
    }
}
