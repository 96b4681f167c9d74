//! `Policy`: a support service description, ready to answer.

use std::sync::Arc;
use std::time::Duration;

#[cfg(feature = "analysis")]
use crate::Diagnostic;
use crate::advice::{self, CustomerContext, Expectation, Guidance, NextContext, Situation};
use crate::argument::require_at_most;
use crate::calendar::{Instant, duration};
use crate::classification::{Answers, Classification, Classifier, NextQuestion, ParsedVector};
use crate::clock::{
    self, Calendars, CaseFacts, Evaluation, Known, Objective, Pause, Pauses, require_tier, validate_pauses,
};
use crate::policy::{self, Document, Reading};
#[cfg(feature = "analysis")]
use crate::report::{AvailabilityLog, AvailabilityOptions, Report, ReportOptions};
use crate::tiers::{self, Deliverable, Period, TierFeature};
use crate::{Error, ErrorCode, contradictions};

/// A support service description, ready to answer.
///
/// # Examples
///
/// ```
/// use case_slo::{Answers, CaseFacts, Instant, Policy};
///
/// let policy = Policy::reference();
/// let severity = policy.classify(&Answers::new().with("service", "unavailable"))?.severity;
/// let submitted = Instant::parse("2026-02-03T02:14:00-05:00")?;
/// let expectation = policy.expect(&CaseFacts::new("premium", severity, submitted))?;
/// assert_eq!(expectation.targets[0].due_at, Some(Instant::parse("2026-02-03T02:29:00-05:00")?));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug)]
pub struct Policy {
    document: Arc<Document>,
    classifier: Classifier,
    calendars: Arc<Calendars>,
}

/// The Cisco Spark software support service as JSON text, French (Canada) and English.
///
/// # Examples
///
/// ```
/// use case_slo::{Policy, REFERENCE_POLICY};
///
/// assert_eq!(Policy::load(REFERENCE_POLICY)?.document().id, "cisco-spark-swss");
/// # Ok::<(), case_slo::Error>(())
/// ```
pub const REFERENCE_POLICY: &str = include_str!("../policies/cisco-spark-swss.json");

/// Most numbers in a column.
pub const MAX_COLUMN_VALUES: usize = 10_000_000;

/// Returns every finding about a policy: faults of the document, gaps and overlaps of its decision table, and the rest of what
/// `docs/diagnostics.md` lists.
///
/// A policy with a finding of level [`Error`](crate::Level::Error) cannot be loaded. Findings have a line and a column if
/// `with_positions` is true. At most [`MAX_FINDINGS`](crate::policy::MAX_FINDINGS) are listed.
///
/// # Examples
///
/// ```
/// use case_slo::check;
///
/// let text = "{\n  \"id\": \"acme\",\n  \"title\": 7\n}";
/// let findings = check(text, true);
/// let title = findings.iter().find(|finding| finding.path == "/title").expect("a title cannot be a number");
/// assert_eq!((title.is_error(), title.line), (true, Some(3)));
/// ```
#[cfg(feature = "analysis")]
pub fn check(text: &str, with_positions: bool) -> Vec<Diagnostic> {
    let Reading { document, mut findings } = policy::read(text);
    if let Some(document) = &document {
        let calendars = Calendars::read(document, &mut findings);
        crate::verification::findings(document, &calendars, &mut findings);
    }
    let diagnostics = findings.into_list();
    if with_positions { policy::located(text, diagnostics) } else { diagnostics }
}

/// Returns the differences in meaning between two versions of a policy: severities, objectives, calendars, texts, structure.
///
/// Two ways to write the same table do not differ.
///
/// # Examples
///
/// ```
/// use case_slo::{ChangeKind, Policy, REFERENCE_POLICY, diff};
///
/// let shorter = REFERENCE_POLICY.replace(r#""under": "PT30M""#, r#""under": "PT20M""#);
/// let changes = diff(&Policy::reference(), &Policy::load(&shorter)?);
/// assert_eq!(changes.len(), 1);
/// assert_eq!((changes[0].kind, changes[0].path.as_str()), (ChangeKind::Objective, "/objectives/2"));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[cfg(feature = "analysis")]
pub fn diff(before: &Policy, after: &Policy) -> Vec<crate::verification::PolicyChange> {
    crate::verification::compare(&before.document, &after.document)
}

impl Policy {
    /// Reads a policy from JSON text.
    ///
    /// # Errors
    ///
    /// `invalid-policy`, carrying every finding, where one of them is an error. Without the feature `analysis`, it carries the
    /// errors alone, of which that of the shape is the first one.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{ErrorCode, Policy};
    ///
    /// let policy = Policy::load(include_str!("../examples/acme-care.json"))?;
    /// assert_eq!(policy.document().id, "acme-care");
    ///
    /// let refused = Policy::load("{}").unwrap_err();
    /// assert_eq!(refused.code(), ErrorCode::InvalidPolicy);
    /// assert!(!refused.diagnostics().is_empty());
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn load(text: &str) -> Result<Self, Error> {
        let Reading { document, mut findings } = policy::read(text);
        if let Some(document) = document {
            let (calendars, classifier) = (Calendars::read(&document, &mut findings), Classifier::new(&document));
            contradictions::all(&document, &calendars, classifier.table(), &mut findings);
            if !findings.has_errors() {
                return Ok(Self { classifier, calendars: calendars.into(), document: document.into() });
            }
        }
        let diagnostics = findings.into_list();
        #[cfg(feature = "analysis")]
        let diagnostics = policy::located(text, diagnostics);
        Err(Error::invalid_policy(diagnostics))
    }

    /// Returns the policy that ships: the Cisco Spark software support service.
    ///
    /// # Panics
    ///
    /// Never: a test loads the same text.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// assert_eq!(Policy::reference().document().languages, ["fr-CA", "en"]);
    /// ```
    pub fn reference() -> Self {
        match Self::load(REFERENCE_POLICY) {
            Ok(policy) => policy,
            Err(error) => unreachable!("the reference policy does not load: {error}"),
        }
    }

    /// Returns the document behind the policy.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let policy = Policy::reference();
    /// let tiers: Vec<&str> = policy.document().tiers.iter().map(|tier| tier.id.as_str()).collect();
    /// assert_eq!(tiers, ["basic", "enhanced", "premium"]);
    /// assert_eq!(policy.document().tiers[1].name.get("fr-CA").map(String::as_str), Some("Amélioré"));
    /// ```
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Returns the severity of a set of answers, with its reasons.
    ///
    /// Answers may be incomplete. While they leave several severities possible, the policy's `whenUnsure` picks one of them.
    ///
    /// # Errors
    ///
    /// `no-classification`, `unknown-question`, `unknown-option`, `invalid-answers`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Answers, Policy};
    ///
    /// let policy = Policy::reference();
    /// let found = policy.classify(&Answers::new().with("service", "unavailable"))?;
    /// assert!(found.decided);
    /// assert_eq!(found.severity, "critical");
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn classify(&self, answers: &Answers) -> Result<Classification, Error> {
        if self.document.classification.is_none() {
            return Err(Error::new(ErrorCode::NoClassification, "the policy has no classification"));
        }
        self.classifier.classify(answers)
    }

    /// Returns the question that leads to the severity soonest; `None` if no answer could change the severity any more.
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`, `invalid-answers`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Answers, Policy};
    ///
    /// let policy = Policy::reference();
    /// let first = policy.next_question(&Answers::new())?.expect("nothing is decided yet");
    /// assert_eq!((first.id.as_str(), first.worst, first.exact), ("service", 3, true));
    ///
    /// let answers = Answers::new().with("service", "unavailable");
    /// assert_eq!(policy.next_question(&answers)?, None);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn next_question(&self, answers: &Answers) -> Result<Option<NextQuestion>, Error> {
        self.classifier.next_question(answers, &self.document)
    }

    /// Reads a vector. Questions and options that this policy does not have are reported, not fatal.
    ///
    /// # Errors
    ///
    /// `invalid-vector`; `limit-exceeded` for a text of more than [`MAX_VECTOR_BYTES`](crate::MAX_VECTOR_BYTES).
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Answers, Policy};
    ///
    /// let policy = Policy::reference();
    /// let parsed = policy.parse_vector("cisco-spark-swss@1.0.0/service:degraded/colour:red")?;
    /// assert_eq!(parsed.answers, Answers::new().with("service", "degraded"));
    /// assert_eq!((parsed.same_version, parsed.ignored), (true, vec!["colour".to_owned()]));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn parse_vector(&self, vector: &str) -> Result<ParsedVector, Error> {
        self.classifier.parse_vector(vector)
    }

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

    /// Returns the instant at which so many business hours that are not paused have passed since `start`.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for a calendar that an answer or the zone of the customer decides; `invalid-case` for a pause that ends before it begins; `limit-exceeded`; `out-of-range` if
    /// that is never, or after 2199.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    /// use case_slo::{Instant, Policy};
    ///
    /// let start = Instant::parse("2026-02-03T07:14:00Z")?;
    /// let due = Policy::reference().deadline("always", start, Duration::from_secs(30 * 60), &[])?;
    /// assert_eq!(due.to_string(), "2026-02-03T07:44:00Z");
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn deadline(
        &self,
        calendar: &str,
        start: Instant,
        business_hours: Duration,
        pauses: &[Pause],
    ) -> Result<Instant, Error> {
        let calendar = self.calendars.fixed(calendar)?;
        validate_pauses(pauses, "")?;
        let pauses = Pauses::begun_by(Instant::MAX, pauses);
        let due = duration(business_hours.as_secs_f64()).and_then(|millis| pauses.deadline(calendar, start, millis));
        due.ok_or_else(|| {
            let seconds = business_hours.as_secs();
            let message = format!("the calendar never reaches {seconds} seconds of business hours after {start}");
            Error::new(ErrorCode::OutOfRange, message)
        })
    }

    /// Returns the business hours between two instants that are not paused.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for a calendar that an answer or the zone of the customer decides; `invalid-case` if `end` is before `start`, or a pause ends before it begins;
    /// `limit-exceeded`.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    /// use case_slo::{Policy, instant_of};
    ///
    /// let policy = Policy::load(include_str!("../examples/acme-care.json"))?;
    /// let thursday = instant_of("2026-04-02T15:00", "America/Toronto")?;
    /// let monday = instant_of("2026-04-06T10:00", "America/Toronto")?;
    /// // Two hours on Thursday, none on Good Friday and the weekend, one on Monday.
    /// assert_eq!(policy.elapsed("office", thursday, monday, &[])?, Duration::from_secs(3 * 3_600));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn elapsed(&self, calendar: &str, start: Instant, end: Instant, pauses: &[Pause]) -> Result<Duration, Error> {
        let calendar = self.calendars.fixed(calendar)?;
        if end < start {
            return Err(Error::new(ErrorCode::InvalidCase, format!("the end {end} is before the start {start}")));
        }
        validate_pauses(pauses, "")?;
        let millis = Pauses::begun_by(Instant::MAX, pauses).elapsed(calendar, start, end);
        Ok(Duration::from_millis(u64::try_from(millis).unwrap_or(0)))
    }

    /// Returns a column of deadlines, in milliseconds since 1970: one for each start, in milliseconds since 1970, and number of
    /// seconds. A deadline is NaN if it, or one of the two values, is out of range.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for a calendar that an answer or the zone of the customer decides; `invalid-case` if the columns differ in length; `limit-exceeded` above
    /// [`MAX_COLUMN_VALUES`](crate::MAX_COLUMN_VALUES).
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let due = Policy::reference().deadlines("always", &[0.0, 60_000.0, f64::NAN], &[1.0, 2.0, 3.0])?;
    /// assert_eq!(due[..2], [1_000.0, 62_000.0]);
    /// assert!(due[2].is_nan());
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn deadlines(&self, calendar: &str, starts: &[f64], seconds: &[f64]) -> Result<Vec<f64>, Error> {
        let calendar = self.calendars.fixed(calendar)?;
        check_columns(starts, seconds)?;
        Ok(calendar.deadlines(starts, seconds))
    }

    /// Returns a column of business hours elapsed between two instants each, in seconds; the instants are in milliseconds since
    /// 1970. A value is NaN if an instant is out of range, or the end is before the start.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for a calendar that an answer or the zone of the customer decides; `invalid-case` if the columns differ in length; `limit-exceeded` above
    /// [`MAX_COLUMN_VALUES`](crate::MAX_COLUMN_VALUES).
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let seconds = Policy::reference().elapsed_all("always", &[0.0, 60_000.0], &[1_500.0, 0.0])?;
    /// assert_eq!(seconds[0], 1.5);
    /// assert!(seconds[1].is_nan());
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn elapsed_all(&self, calendar: &str, starts: &[f64], ends: &[f64]) -> Result<Vec<f64>, Error> {
        let calendar = self.calendars.fixed(calendar)?;
        check_columns(starts, ends)?;
        Ok(calendar.elapsed_all(starts, ends))
    }

    /// Begins a report of the attainment over a log of cases.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `unknown-measure`, `unknown-zone`, `unknown-tier`, `unknown-severity`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::ReportOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?);
    /// let mut report = Policy::reference().report(&options)?;
    /// report.push(b"id,tier,severity,submitted,stopped\n");
    /// report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n");
    /// let result = report.finish();
    /// assert_eq!((result.rows, result.groups[0].attainment), (1, Some(1.0)));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[cfg(feature = "analysis")]
    pub fn report(&self, options: &ReportOptions) -> Result<Report, Error> {
        Report::new(Arc::clone(&self.document), Arc::clone(&self.calendars), options)
    }

    /// Begins a report of the availability of services over a log of their outages: the share of each month in which they could
    /// be used. It does not depend on the policy; a customer reads both reports side by side.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `unknown-zone`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::AvailabilityOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = AvailabilityOptions::new(Instant::parse("2026-03-01T00:00:00Z")?);
    /// let mut log = Policy::reference().availability(&options)?;
    /// log.push(b"service,start,end\nCalls,2026-02-03T07:00:00Z,2026-02-03T08:00:00Z\n");
    /// let result = log.finish();
    /// assert_eq!(result.seconds, 28.0 * 86_400.0);
    /// assert_eq!(result.services[0].service.as_deref(), Some("Calls"));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[cfg(feature = "analysis")]
    pub fn availability(&self, options: &AvailabilityOptions) -> Result<AvailabilityLog, Error> {
        AvailabilityLog::new(options)
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
            let known = Known::of(&self.document, &answers, None, None);
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

/// Refuses columns that differ in length, or are too long.
fn check_columns(one: &[f64], other: &[f64]) -> Result<(), Error> {
    require_at_most(one.len(), MAX_COLUMN_VALUES, "numbers in a column", "")?;
    if one.len() == other.len() {
        return Ok(());
    }
    let message = format!("expected columns of one length, found {} and {} values", one.len(), other.len());
    Err(Error::new(ErrorCode::InvalidCase, message).at(""))
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;

    #[test]
    fn the_reference_policy_has_no_findings() {
        assert_eq!(check(REFERENCE_POLICY, true), []);
    }
}
