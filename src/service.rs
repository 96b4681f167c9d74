use crate::advice::{self, Advice, Expectation, Known, Situation, optional_id};
use crate::calendar::{Calendar, Instant, duration};
use crate::classification::{Classified, Classifier, ParsedVector};
use crate::clock::{self, CaseFacts, Evaluation, Objective, Pauses, TargetEvaluation};
use crate::diagnostic::Findings;
use crate::policy::model::CalendarDefinition;
use crate::policy::{self, Document, Reading, Tree};
#[cfg(feature = "analysis")]
use crate::report::{AvailabilityLog, Report};
use crate::tiers::{self, Deliverable, Period, TierFeature};
use crate::{ContextOption, Diagnostic, Error, ErrorCode, NextContext, NextOption, NextQuestion, contradictions};

/// A support service description, ready to answer.
///
/// Arguments that come from outside are JSON values ([`Tree`], or serde_json's), in the shapes of the npm package's types; a fault in one of them
/// is an [`Error`] with a JSON Pointer.
#[derive(Debug)]
pub struct Policy {
    document: Document,
    classifier: Classifier,
    calendars: Vec<(String, Calendar)>,
}

/// The Cisco Spark software support service as JSON text, French (Canada) and English.
pub const REFERENCE_POLICY: &str = include_str!("../policies/cisco-spark-swss.json");

/// Every finding about a policy at once, the gravest kinds included that keep it from being used.
///
/// Findings have a line and a column where `with_positions` says that the text is the author's own.
#[cfg(feature = "analysis")]
pub fn check(text: &str, with_positions: bool) -> Vec<Diagnostic> {
    let Reading { document, mut findings } = policy::read(text);
    if let Some(document) = &document {
        let calendars = calendars(document, &mut findings);
        crate::verification::findings(document, &calendars, &mut findings);
    }
    let mut diagnostics = findings.into_list();
    if with_positions {
        policy::locate(text, &mut diagnostics);
    }
    diagnostics
}

/// What a change of policy changes.
#[cfg(feature = "analysis")]
pub fn diff(before: &Policy, after: &Policy) -> Vec<crate::verification::PolicyChange> {
    crate::verification::compare(&before.document, &after.document)
}

impl Policy {
    /// A policy from JSON text.
    ///
    /// # Errors
    ///
    /// `invalid-policy`, carrying every finding, where one of them is an error.
    pub fn load(text: &str) -> Result<Self, Error> {
        let Reading { document, mut findings } = policy::read(text);
        if let Some(document) = document {
            let (calendars, classifier) = (calendars(&document, &mut findings), Classifier::new(&document));
            contradictions::all(&document, classifier.table(), &mut findings);
            if !findings.has_errors() {
                return Ok(Self { classifier, calendars, document });
            }
        }
        let mut diagnostics = findings.into_list();
        policy::locate(text, &mut diagnostics);
        Err(Error::invalid_policy(diagnostics))
    }

    /// A policy that has been checked before, such as the one that ships: nothing is looked for that could be wrong with
    /// it. On another one, answers are answers all the same; what they mean is not known.
    ///
    /// # Errors
    ///
    /// `invalid-case` where the text is no JSON.
    pub fn trust(text: &str) -> Result<Self, Error> {
        let document = policy::trust(text)?;
        let calendars = calendars(&document, &mut Findings::default());
        Ok(Self { classifier: Classifier::new(&document), calendars, document })
    }

    /// The document behind the policy.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// How severe is it?
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`, `invalid-answers`
    pub fn classify(&self, answers: impl Into<Tree>) -> Result<Classified, Error> {
        Ok(self.classifier.classify(&self.classifier.read_answers(&answers.into())?))
    }

    /// The question that leads to the severity soonest; `None` when none could change it any more.
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`, `invalid-answers`
    pub fn next_question(&self, answers: impl Into<Tree>) -> Result<Option<NextQuestion>, Error> {
        let answers = self.classifier.read_answers(&answers.into())?;
        let Some(plan) = self.classifier.next_question(&answers) else { return Ok(None) };
        let severities = &self.classifier.table().severities;
        let name = |index: &usize| severities.get(*index).cloned().unwrap_or_default();
        Ok(self.document.questions.get(plan.axis).map(|question| NextQuestion {
            id: question.id.clone(),
            text: question.text.clone(),
            help: question.help.clone(),
            options: question
                .options
                .iter()
                .zip(&plan.possible)
                .map(|(option, possible)| NextOption {
                    id: option.id.clone(),
                    text: option.text.clone(),
                    help: option.help.clone(),
                    possible: possible.iter().map(name).collect(),
                })
                .collect(),
            expected: plan.expected,
            worst: plan.worst,
            exact: plan.exact,
        }))
    }

    /// Reads a vector. What this policy does not know is reported, not fatal.
    ///
    /// # Errors
    ///
    /// `invalid-vector`
    pub fn parse_vector(&self, vector: &str) -> Result<ParsedVector, Error> {
        self.classifier.parse_vector(vector)
    }

    /// The objectives of a tier and severity, one a measure.
    ///
    /// # Errors
    ///
    /// `unknown-tier`, `unknown-severity`
    pub fn objectives(&self, tier: &str, severity: &str) -> Result<Vec<Objective>, Error> {
        clock::objectives(&self.document, tier, severity)
    }

    /// Before submission: deadlines if the case were submitted at `submittedAt`, and what to do.
    ///
    /// # Errors
    ///
    /// As [`CaseFacts::from_json`].
    pub fn expect(&self, facts: impl Into<Tree>) -> Result<Expectation<TargetEvaluation>, Error> {
        let facts = CaseFacts::from_json(&facts.into(), &self.document)?.at_submission();
        let targets = self.targets(&facts, facts.submitted_at)?;
        let context: Vec<(&str, &str)> = facts.context.iter().map(|(q, a)| (q.as_str(), a.as_str())).collect();
        Ok(Expectation {
            advice: advice::advise(&self.document, &situation(&facts, facts.submitted_at, &targets)),
            standing: advice::standing(&self.document, &context),
            severity: facts.severity,
            tier: facts.tier,
            targets,
        })
    }

    /// A running or closed case, as of `now`.
    ///
    /// # Errors
    ///
    /// As [`CaseFacts::from_json`]; `invalid-instant` and `out-of-range` for `now`.
    pub fn evaluate(&self, facts: impl Into<Tree>, now: impl Into<Tree>) -> Result<Evaluation, Error> {
        let facts = CaseFacts::from_json(&facts.into(), &self.document)?;
        Ok(Evaluation { targets: self.targets(&facts, Instant::from_json(&now.into())?)? })
    }

    /// What to do about a running or closed case, as of `now`.
    ///
    /// # Errors
    ///
    /// As [`Policy::evaluate`].
    pub fn advise(&self, facts: impl Into<Tree>, now: impl Into<Tree>) -> Result<Vec<Advice>, Error> {
        let facts = CaseFacts::from_json(&facts.into(), &self.document)?;
        let now = Instant::from_json(&now.into())?;
        let targets = self.targets(&facts, now)?;
        Ok(advice::advise(&self.document, &situation(&facts, now, &targets)))
    }

    /// The instant at which `seconds` of open time that is not paused have passed since `start`.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `out-of-range` where that is never or after 2199, or `seconds` is negative or no number.
    pub fn deadline(
        &self,
        calendar: &str,
        start: impl Into<Tree>,
        seconds: f64,
        pauses: impl Into<Tree>,
    ) -> Result<Instant, Error> {
        let calendar = self.calendar(calendar)?;
        let (start, pauses) = (Instant::from_json(&start.into())?, all_pauses(&pauses.into())?);
        let due = duration(seconds).and_then(|millis| pauses.deadline(calendar, start, millis));
        due.ok_or_else(|| Error::new(ErrorCode::OutOfRange, format!("so much open time never passes after {start}")))
    }

    /// Open seconds between two instants that are not paused.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `invalid-case` where `end` is before `start`.
    pub fn elapsed(
        &self,
        calendar: &str,
        start: impl Into<Tree>,
        end: impl Into<Tree>,
        pauses: impl Into<Tree>,
    ) -> Result<f64, Error> {
        let calendar = self.calendar(calendar)?;
        let (start, end) = (Instant::from_json(&start.into())?, Instant::from_json(&end.into())?);
        if end < start {
            return Err(Error::new(ErrorCode::InvalidCase, format!("the end {end} is before the start {start}")));
        }
        Ok(all_pauses(&pauses.into())?.elapsed(calendar, start, end) as f64 / 1_000.0)
    }

    /// A column of deadlines: epoch milliseconds and seconds in, epoch milliseconds out, NaN where out of range.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `invalid-case` where the columns differ in length.
    pub fn deadlines(&self, calendar: &str, starts: &[f64], seconds: &[f64]) -> Result<Vec<f64>, Error> {
        let calendar = self.calendar(calendar)?;
        same_length(starts, seconds)?;
        Ok(calendar.deadlines(starts, seconds))
    }

    /// A column of elapsed open seconds between epoch milliseconds, NaN where out of range or the end comes first.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `invalid-case` where the columns differ in length.
    pub fn elapsed_all(&self, calendar: &str, starts: &[f64], ends: &[f64]) -> Result<Vec<f64>, Error> {
        let calendar = self.calendar(calendar)?;
        same_length(starts, ends)?;
        Ok(calendar.elapsed_all(starts, ends))
    }

    /// Attainment over a log of cases.
    ///
    /// # Errors
    ///
    /// As [`Report::new`].
    #[cfg(feature = "analysis")]
    pub fn report(&self, options: impl Into<Tree>) -> Result<Report, Error> {
        Report::new(&self.document, &options.into())
    }

    /// How much of each month services could be used, by a log of their outages. It asks nothing of the policy, and stands
    /// here because the dashboard that the service promises shows both.
    ///
    /// # Errors
    ///
    /// As [`AvailabilityLog::new`].
    #[cfg(feature = "analysis")]
    pub fn availability(&self, options: impl Into<Tree>) -> Result<AvailabilityLog, Error> {
        AvailabilityLog::new(&options.into())
    }

    /// The context question that leads soonest to the advice that fits; `None` when no answer could change it any more.
    /// `known` has `severity`, `tier` and `context`, each as far as it is known; whoever is not sure says `"unknown"`.
    ///
    /// # Errors
    ///
    /// `unknown-severity`, `unknown-tier`, `unknown-question`, `unknown-option`, `invalid-case`
    pub fn next_context(&self, known: impl Into<Tree>) -> Result<Option<NextContext>, Error> {
        let argument = known.into();
        let document = &self.document;
        let severities = document.severities.iter().map(|severity| severity.id.as_str());
        let severity = optional_id(&argument, "severity", ErrorCode::UnknownSeverity, severities)?;
        let tiers = document.tiers.iter().map(|tier| tier.id.as_str());
        let tier = optional_id(&argument, "tier", ErrorCode::UnknownTier, tiers)?;
        let known = Known::from_json(&argument, document)?;
        let Some(plan) = advice::next_context(document, severity, tier, &known) else { return Ok(None) };
        Ok(document.context.get(plan.question).map(|question| NextContext {
            id: question.id.clone(),
            text: question.text.clone(),
            help: question.help.clone(),
            options: question
                .options
                .iter()
                .map(|option| ContextOption {
                    id: option.id.clone(),
                    text: option.text.clone(),
                    help: option.help.clone(),
                })
                .collect(),
            expected: plan.expected,
            worst: plan.worst,
            exact: plan.exact,
        }))
    }

    /// What a tier includes, with all that the tiers below it bring. `options` may have `context`.
    ///
    /// # Errors
    ///
    /// `unknown-tier`, `unknown-question`, `unknown-option`, `invalid-case`
    pub fn features(&self, tier: &str, options: impl Into<Tree>) -> Result<Vec<TierFeature>, Error> {
        self.known_tier(tier)?;
        Ok(tiers::features(&self.document, tier, &Known::from_json(&options.into(), &self.document)?))
    }

    /// The work of a tier that recurs, with its dates. `options` has `from`, and may have `until` and `context`.
    ///
    /// # Errors
    ///
    /// As [`Policy::features`]; `invalid-options`, `out-of-range` for the period.
    pub fn deliverables(&self, tier: &str, options: impl Into<Tree>) -> Result<Vec<Deliverable>, Error> {
        self.known_tier(tier)?;
        let options = options.into();
        let known = Known::from_json(&options, &self.document)?;
        Ok(tiers::deliverables(&self.document, tier, &known, Period::from_json(&options)?))
    }

    fn known_tier(&self, tier: &str) -> Result<(), Error> {
        let given = Tree::Object(vec![("tier".to_owned(), Tree::Text(tier.to_owned()))]);
        let tiers: Vec<&str> = self.document.tiers.iter().map(|tier| tier.id.as_str()).collect();
        optional_id(&given, "tier", ErrorCode::UnknownTier, tiers).map(|_| ())
    }

    fn targets(&self, facts: &CaseFacts, now: Instant) -> Result<Vec<TargetEvaluation>, Error> {
        Ok(clock::evaluate(&self.document, |id| self.calendar(id), facts, now)?.targets)
    }

    /// Where the calendar of an id stands in the policy.
    pub fn calendar_index(&self, id: &str) -> Option<usize> {
        self.calendars.iter().position(|(known, _)| known == id)
    }

    /// The calendar that stands at an index.
    pub fn calendar_at(&self, index: usize) -> Option<&Calendar> {
        self.calendars.get(index).map(|(_, calendar)| calendar)
    }

    /// The calendar of an id.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`
    pub fn calendar(&self, id: &str) -> Result<&Calendar, Error> {
        self.calendar_index(id).and_then(|index| self.calendar_at(index)).ok_or_else(|| {
            let id: String = id.chars().take(60).collect();
            Error::new(ErrorCode::UnknownCalendar, format!("there is no calendar \"{id}\""))
        })
    }
}

/// Pauses that count whenever they begin.
fn all_pauses(pauses: &Tree) -> Result<Pauses, Error> {
    Ok(Pauses::begun_by(Instant::MAX, clock::read_pauses(pauses, "")?))
}

/// The calendars of a document by their ids; what is wrong with them joins the other findings.
fn calendars(document: &Document, findings: &mut Findings) -> Vec<(String, Calendar)> {
    let mut found = Vec::new();
    let read = |(id, definition): (&str, &CalendarDefinition)| {
        let calendar = Calendar::read(definition, &format!("/calendars/{}", policy::token(id)), &mut found);
        findings.extend(found.drain(..));
        Some((id.to_owned(), calendar?))
    };
    document.calendars.iter().filter_map(read).collect()
}

/// What advice depends on, in a case as of `now`.
fn situation<'a>(facts: &'a CaseFacts, now: Instant, targets: &[TargetEvaluation]) -> Situation<'a> {
    Situation {
        severity: facts.severity_at(now).0,
        tier: &facts.tier,
        states: targets.iter().map(|target| target.state.as_str()).collect(),
        context: facts.context.iter().map(|(question, answer)| (question.as_str(), answer.as_str())).collect(),
    }
}

fn same_length(one: &[f64], other: &[f64]) -> Result<(), Error> {
    if one.len() == other.len() {
        return Ok(());
    }
    let message = format!("expected columns of one length, found {} and {} values", one.len(), other.len());
    Err(Error::new(ErrorCode::InvalidCase, message))
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;

    #[test]
    fn the_reference_policy_has_no_findings() {
        assert_eq!(check(REFERENCE_POLICY, true), []);
    }
}
