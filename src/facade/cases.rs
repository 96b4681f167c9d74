//! The answers about a case: objectives, due times, advice, and the services of its tier.

use super::Policy;
use crate::Error;
use crate::advice::{self, CustomerContext, Expectation, Guidance, NextContext, Situation};
use crate::calendar::Instant;
use crate::clock::{self, CaseFacts, ChoiceFacts, Evaluation, Objective, require_tier};
use crate::tiers::{self, Deliverable, Period, TierFeature};

impl Policy {
    /// Returns the objectives of a tier and severity, one for each measure.
    ///
    /// # Errors
    ///
    /// `unknown-tier`, `unknown-severity`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Bound, Policy};
    ///
    /// let objectives = Policy::reference().objectives("enhanced", "critical")?;
    /// assert_eq!((objectives[0].bound, objectives[0].seconds), (Some(Bound::Under), Some(1_800.0)));
    /// assert_eq!(objectives[0].clause.as_deref(), Some("S2"));
    /// // The description states none for the lowest tier.
    /// assert_eq!(Policy::reference().objectives("basic", "critical")?[0].seconds, None);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn objectives(&self, tier: &str, severity: &str) -> Result<Vec<Objective>, Error> {
        clock::objectives(&self.document, tier, severity)
    }

    /// Returns the due times of a case that is about to be submitted, and what to do.
    ///
    /// Stops, pauses and severity changes in the facts are ignored: they have not happened yet.
    ///
    /// # Errors
    ///
    /// `unknown-tier`, `unknown-severity`, `unknown-measure`, `unknown-question`, `unknown-option`, `limit-exceeded`;
    /// `invalid-case` for facts that contradict each other.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, Instant, Policy};
    ///
    /// let case = CaseFacts::new("premium", "critical", Instant::parse("2026-02-03T07:14:00Z")?);
    /// let expectation = Policy::reference().expect(&case)?;
    /// assert_eq!(expectation.targets[0].due_at, Some(Instant::parse("2026-02-03T07:29:00Z")?));
    /// assert_eq!(expectation.advice[0].id, "call");
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn expect(&self, facts: &CaseFacts) -> Result<Expectation, Error> {
        facts.validate(&self.document)?;
        let facts = facts.at_submission();
        let ((advice, schedule, standing), targets, filed_as) =
            advice::read_case(&self.document, &self.calendars, &facts, facts.submitted_at, true, |situation| {
                let standing = advice::standing(&self.document, &situation.context.answered);
                (situation.advice(), situation.schedule(), standing)
            })?;
        let (severity, tier) = (facts.severity.clone(), facts.tier.clone());
        Ok(Expectation { severity, tier, targets, advice, standing, filed_as, schedule })
    }

    /// Evaluates the objectives of a running or closed case, as of `now`.
    ///
    /// Facts later than `now` are ignored, so the same case can be evaluated as of any instant.
    ///
    /// # Errors
    ///
    /// As [`Policy::expect`].
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, Instant, Policy, TargetState};
    ///
    /// let policy = Policy::reference();
    /// let case = CaseFacts::new("premium", "critical", Instant::parse("2026-02-03T07:14:00Z")?);
    /// let evaluation = policy.evaluate(&case, Instant::parse("2026-02-03T07:26:00Z")?)?;
    /// assert_eq!(evaluation.targets[0].state, TargetState::AtRisk);
    /// assert_eq!(evaluation.targets[0].remaining_seconds, Some(180.0));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn evaluate(&self, facts: &CaseFacts, now: Instant) -> Result<Evaluation, Error> {
        facts.validate(&self.document)?;
        let ((), targets, filed_as) = advice::read_case(&self.document, &self.calendars, facts, now, false, |_| ())?;
        Ok(Evaluation { targets, filed_as })
    }

    /// Returns the advice for a running or closed case, as of `now`, and the advice that will hold later. An escalation whose time has come
    /// stands first.
    ///
    /// # Errors
    ///
    /// As [`Policy::expect`].
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::policy::model::AdviceKind;
    /// use case_slo::{CaseFacts, Instant, Policy};
    ///
    /// let policy = Policy::reference();
    /// let case = CaseFacts::new("premium", "critical", Instant::parse("2026-02-03T07:14:00Z")?);
    /// let late = policy.advise(&case, Instant::parse("2026-02-03T08:00:00Z")?)?;
    /// assert_eq!(late.advice[0].kind, AdviceKind::Escalate);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn advise(&self, facts: &CaseFacts, now: Instant) -> Result<Guidance, Error> {
        facts.validate(&self.document)?;
        let answer = |situation: &Situation| Guidance { advice: situation.advice(), schedule: situation.schedule() };
        Ok(advice::read_case(&self.document, &self.calendars, facts, now, true, answer)?.0)
    }

    /// Returns the context question to ask next: first those on which a target of the tier and severity depends, then the one that
    /// leads soonest to the advice that fits; `None` if no answer could change anything any more.
    ///
    /// # Errors
    ///
    /// `unknown-severity`, `unknown-tier`, `unknown-question`, `unknown-option`; `limit-exceeded` if the targets depend on too many
    /// answers.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CustomerContext, Policy};
    ///
    /// let policy = Policy::reference();
    /// let context = CustomerContext::new().with_tier("enhanced").with_severity("low");
    /// let question = policy.next_context(&context)?.expect("advice depends on more than tier and severity");
    /// assert!(question.options.len() >= 2);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn next_context(&self, context: &CustomerContext) -> Result<Option<NextContext>, Error> {
        let answers = context.answers(&self.document)?;
        if let (Some(tier), Some(severity)) = (&context.tier, &context.severity) {
            let known = ChoiceFacts::of(&self.document, &answers, None, None);
            let deciding = clock::deciding_questions(&self.document, &self.calendars, tier, severity, &known)?;
            let open: Vec<&str> = deciding.into_iter().filter(|id| !answers.is_unsure(id)).collect();
            if let Some(first) = open.first() {
                return Ok(NextContext::first_of(&self.document, first, open.len()));
            }
        }
        Ok(advice::next_context(&self.document, context.severity.as_deref(), context.tier.as_deref(), &answers))
    }

    /// Returns the features of a tier, those of the tiers below included.
    ///
    /// # Errors
    ///
    /// `unknown-tier`, `unknown-severity`, `unknown-question`, `unknown-option`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CustomerContext, FeatureState, Policy};
    ///
    /// let features = Policy::reference().features("premium", &CustomerContext::new())?;
    /// // A tier includes the features of the tiers below.
    /// let access = features.iter().find(|feature| feature.id == "level-2-access").expect("premium includes enhanced");
    /// assert_eq!((access.tier.as_str(), access.state), ("enhanced", FeatureState::Included));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn features(&self, tier: &str, context: &CustomerContext) -> Result<Vec<TierFeature>, Error> {
        require_tier(&self.document, tier)?;
        Ok(tiers::features(&self.document, tier, &context.answers(&self.document)?))
    }

    /// Returns the recurring services of a tier, with their dates in a period.
    ///
    /// # Errors
    ///
    /// As [`Policy::features`]; `out-of-range` and `limit-exceeded` for the period.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CustomerContext, Period, Policy};
    ///
    /// let year = Period::year_from("2026-12-01")?;
    /// let deliverables = Policy::reference().deliverables("premium", &CustomerContext::new(), year)?;
    /// assert!(deliverables.iter().any(|each| each.rule.starts_with("FREQ=")));
    /// assert!(deliverables.iter().all(|each| each.dates[0].as_str() >= "2026-12-01"));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn deliverables(
        &self,
        tier: &str,
        context: &CustomerContext,
        period: Period,
    ) -> Result<Vec<Deliverable>, Error> {
        require_tier(&self.document, tier)?;
        tiers::deliverables(&self.document, tier, &context.answers(&self.document)?, period)
    }
}
