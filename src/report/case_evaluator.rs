//! Cases evaluated one by one, for engines that read logs themselves, such as a database.

use std::sync::Arc;

use case_slo_log::Cell;

use super::facts::Facts;
use super::names::Names;
use super::problems::ProblemCode;
use super::settings::Settings;
use super::{ReportOptions, settings};
use crate::Error;
use crate::calendar::{Calendar, Instant};
use crate::clock::{self, Amount, Calendars, Candidates, ChoiceFacts, Pauses, TargetState};
use crate::policy::Document;

/// Evaluates the cases of one measure one by one, as a report does.
///
/// A report reads a log; an evaluator takes typed values, for an engine that reads rows itself. Its figures are those of the report.
///
/// # Examples
///
/// ```
/// use case_slo::{Instant, Policy, TargetState};
///
/// let evaluator = Policy::reference().case_evaluator("initial-response")?;
/// // Names are those of a log: an id, a name in any language, an alias, or the number of a severity.
/// let clock = evaluator.clock("Premium", "P1", &[]).expect("the policy knows both");
/// let at = |time: &str| Instant::parse(&format!("2026-02-03T{time}Z"));
/// assert_eq!(clock.due_at(at("07:14:00")?), Some(at("07:29:00")?));
///
/// let standing = clock.evaluate(at("07:14:00")?, Some(at("07:20:00")?), at("09:00:00")?).expect("it can be evaluated");
/// assert_eq!((standing.state, standing.elapsed_seconds()), (TargetState::Met, 360.0));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug)]
pub struct CaseEvaluator {
    document: Arc<Document>,
    calendars: Arc<Calendars>,
    measure: usize,
    tiers: Names,
    severities: Names,
}

/// The clock of a measure for the cases of one tier and severity, and the same facts.
///
/// # Examples
///
/// ```
/// use case_slo::Policy;
/// use case_slo::report::ProblemCode;
///
/// let evaluator = Policy::reference().case_evaluator("initial-response")?;
/// assert_eq!(evaluator.clock("gold", "critical", &[]).unwrap_err(), ProblemCode::UnknownTier);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug)]
pub struct CaseClock {
    at_risk: f64,
    objectives: Objectives,
}

/// The objectives of a clock.
#[derive(Debug)]
enum Objectives {
    /// They are the same for every start.
    Known(Vec<Possible>),
    /// The moment of the start decides among them.
    ByStart(Box<ByStart>),
}

/// Objectives among which the moment of the start decides, and the facts that are known.
#[derive(Debug)]
struct ByStart {
    document: Arc<Document>,
    calendars: Arc<Calendars>,
    measure: usize,
    tier: usize,
    severity: usize,
    answers: Vec<Option<usize>>,
    zone: Option<String>,
}

/// A target that the facts leave possible, with the calendar that counts.
#[derive(Debug)]
struct Possible {
    calendar: Arc<Calendar>,
    /// `None` where the policy states none.
    amount: Option<Amount>,
}

/// The standing of a case against its objective.
///
/// # Examples
///
/// ```
/// use case_slo::{Instant, Policy, TargetState};
///
/// let clock = Policy::reference().case_evaluator("initial-response")?.clock("premium", "low", &[]).expect("both are known");
/// let (submitted, now) = (Instant::parse("2026-02-03T07:00:00Z")?, Instant::parse("2026-02-03T07:15:00Z")?);
/// let standing = clock.evaluate(submitted, None, now).expect("it can be evaluated");
/// assert_eq!((standing.state, standing.is_stopped), (TargetState::OnTrack, false));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct CaseStanding {
    /// Its state. [`TargetState::Undetermined`] means that the case runs and is not overdue, but facts that are missing decide
    /// whether it is at risk.
    pub state: TargetState,
    /// Whether it has stopped.
    pub is_stopped: bool,
    /// Open milliseconds from the submission to the stop, or so far.
    pub elapsed_millis: i64,
}

impl CaseStanding {
    /// Open seconds from the submission to the stop, or so far.
    pub fn elapsed_seconds(&self) -> f64 {
        self.elapsed_millis as f64 / 1_000.0
    }
}

impl CaseEvaluator {
    pub(crate) fn new(document: Arc<Document>, calendars: Arc<Calendars>, measure: &str) -> Result<Self, Error> {
        let settings = Settings::new(&ReportOptions::new(Instant::MAX).measure(measure), &document)?;
        Ok(Self {
            measure: settings.measure,
            tiers: Names::tiers(&document, settings.tiers),
            severities: Names::severities(&document, settings.severities),
            document,
            calendars,
        })
    }

    /// Refuses the name of a fact that the policy does not have: the id of a context question, "channel" or "zone".
    ///
    /// # Errors
    ///
    /// `unknown-question`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{ErrorCode, Policy};
    ///
    /// let evaluator = Policy::reference().case_evaluator("initial-response")?;
    /// assert!(evaluator.require_fact("channel").is_ok());
    /// assert_eq!(evaluator.require_fact("colour").unwrap_err().code(), ErrorCode::UnknownQuestion);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn require_fact(&self, name: &str) -> Result<(), Error> {
        if name == "channel" { Ok(()) } else { settings::require_fact(&self.document, name) }
    }

    /// Refuses a value that a fact cannot have. One that is empty or "unknown" is missing, and is not refused.
    ///
    /// # Errors
    ///
    /// `unknown-option`, `unknown-zone`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    /// use case_slo::report::ProblemCode;
    ///
    /// let evaluator = Policy::reference().case_evaluator("initial-response")?;
    /// assert_eq!(evaluator.require_value("zone", "Mars/Base"), Err(ProblemCode::UnknownZone));
    /// assert_eq!(evaluator.require_value("zone", "Asia/Tokyo"), Ok(()));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn require_value(&self, name: &str, value: &str) -> Result<(), ProblemCode> {
        self.facts(&[(name, value)]).map(|_| ())
    }

    /// The id of the tier that a value of a log names.
    pub fn tier(&self, name: &str) -> Option<&str> {
        let place = self.tiers.look_up(name.as_bytes())?;
        self.document.tiers.get(usize::from(place)).map(|tier| tier.id.as_str())
    }

    /// The id of the severity that a value of a log names.
    pub fn severity(&self, name: &str) -> Option<&str> {
        let place = self.severities.look_up(name.as_bytes())?;
        self.document.severities.get(usize::from(place)).map(|severity| severity.id.as_str())
    }

    /// The clock for a tier, a severity and facts, all named as in a log. A fact is the id of a context question, "channel" or
    /// "zone", with its value; one that is empty or "unknown" is missing.
    ///
    /// # Errors
    ///
    /// The reason for which such a case cannot be evaluated.
    pub fn clock(&self, tier: &str, severity: &str, facts: &[(&str, &str)]) -> Result<CaseClock, ProblemCode> {
        let tier = usize::from(self.tiers.look_up(tier.as_bytes()).ok_or(ProblemCode::UnknownTier)?);
        let severity = usize::from(self.severities.look_up(severity.as_bytes()).ok_or(ProblemCode::UnknownSeverity)?);
        let mut rule = ByStart {
            document: Arc::clone(&self.document),
            calendars: Arc::clone(&self.calendars),
            measure: self.measure,
            tier,
            severity,
            answers: vec![None; self.document.context.len() + 1],
            zone: None,
        };
        // Facts of a case whose objective does not depend on them may be wrong, as in a report.
        if !rule.candidates().are_fixed() {
            (rule.answers, rule.zone) = self.facts(facts)?;
        }
        let objectives = if rule.candidates().depend_on_start() {
            Objectives::ByStart(Box::new(rule))
        } else {
            Objectives::Known(rule.possible(Instant::MIN)?)
        };
        Ok(CaseClock { at_risk: self.document.at_risk, objectives })
    }

    /// The answers by subject, and the zone of the customer.
    fn facts(&self, facts: &[(&str, &str)]) -> Result<(Vec<Option<usize>>, Option<String>), ProblemCode> {
        let is_channel = |(name, _): &&(&str, &str)| *name == "channel";
        let channel = facts.iter().find(is_channel).map_or("", |(_, channel)| *channel);
        let others = facts.iter().filter(|fact| !is_channel(fact));
        let mut columns = Facts::new(&self.document, others.clone().map(|(name, _)| *name));
        let values = others.map(|(_, value)| *value).chain([channel]);
        columns.answers(&self.document, values.map(|value| Cell::from(value.as_bytes()))).map_err(|(code, _)| code)
    }
}

impl ByStart {
    fn candidates(&self) -> Candidates<'_> {
        let Self { document, calendars, .. } = self;
        let (tier, severity) = (&document.tiers[self.tier].id, &document.severities[self.severity].id);
        let filed = clock::filed(document, tier, severity);
        Candidates::of(document, calendars, &document.measures[self.measure].id, tier, filed)
    }

    /// The targets that are possible for a start.
    fn possible(&self, start: Instant) -> Result<Vec<Possible>, ProblemCode> {
        let candidates = self.candidates();
        let known = ChoiceFacts { answers: self.answers.clone(), zone: self.zone.as_deref() };
        let choice =
            candidates.choose(&known, start, &mut clock::Budget::new(0)).map_err(|_| ProblemCode::LimitExceeded)?;
        if choice.needs_zone {
            return Err(ProblemCode::Undetermined);
        }
        let possible = |possibility: &clock::Possibility| {
            let place = possibility.calendar;
            let target = possibility.entry.and_then(|entry| entry.target.as_ref());
            // Without a calendar, time counts around the clock.
            let calendar = self.calendars.at(place, known.zone).or_else(|| self.calendars.at(None, None))?;
            Some(Possible { calendar, amount: target.and_then(|target| Amount::read(target).ok()) })
        };
        Ok(choice.possibilities.iter().filter_map(possible).collect())
    }
}

impl CaseClock {
    /// The due time of a case; `None` if none is stated, while it depends on facts that are missing, or if the calendar never
    /// gets there.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Instant, Policy};
    ///
    /// let evaluator = Policy::reference().case_evaluator("initial-response")?;
    /// let submitted = Instant::parse("2026-02-03T07:00:00Z")?;
    /// // The description states none for the lowest tier.
    /// assert_eq!(evaluator.clock("basic", "critical", &[]).expect("both are known").due_at(submitted), None);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn due_at(&self, submitted_at: Instant) -> Option<Instant> {
        let due = |possible: &[Possible]| match possible {
            [only] => only.amount?.due(&only.calendar, &Pauses::default(), submitted_at).at,
            _ => None,
        };
        match &self.objectives {
            Objectives::Known(possible) => due(possible),
            Objectives::ByStart(rule) => due(&rule.possible(submitted_at).ok()?),
        }
    }

    /// Evaluates a case as of an instant. A stop after it has not come yet.
    ///
    /// # Errors
    ///
    /// `stop-before-submission`; `undetermined` if facts that are missing decide whether the target is met, missed or running;
    /// `limit-exceeded`.
    pub fn evaluate(
        &self,
        submitted_at: Instant,
        stopped_at: Option<Instant>,
        as_of: Instant,
    ) -> Result<CaseStanding, ProblemCode> {
        if stopped_at.is_some_and(|stop| stop < submitted_at) {
            return Err(ProblemCode::StopBeforeSubmission);
        }
        let stop = stopped_at.filter(|stop| *stop <= as_of);
        let until = stop.unwrap_or(as_of).max(submitted_at);
        let span = (submitted_at, until, stop.is_some());
        match &self.objectives {
            Objectives::Known(possible) => self.common(possible, span),
            Objectives::ByStart(rule) => self.common(&rule.possible(submitted_at)?, span),
        }
    }

    /// The standing that all possibilities share, with the elapsed time of the first one.
    #[inline]
    fn common(&self, possible: &[Possible], span: (Instant, Instant, bool)) -> Result<CaseStanding, ProblemCode> {
        let Some((first, others)) = possible.split_first() else { return Err(ProblemCode::Undetermined) };
        let mut standing = first.standing(span, self.at_risk);
        for other in others {
            let state = other.standing(span, self.at_risk).state;
            if state == standing.state {
                continue;
            }
            if !runs(state) || !runs(standing.state) {
                return Err(ProblemCode::Undetermined);
            }
            standing.state = TargetState::Undetermined;
        }
        Ok(standing)
    }
}

/// Whether a case in this state is open and not overdue.
fn runs(state: TargetState) -> bool {
    matches!(state, TargetState::OnTrack | TargetState::AtRisk | TargetState::Undetermined)
}

impl Possible {
    /// The standing of a case from its submission until its stop, or until now.
    #[inline]
    fn standing(&self, (from, until, is_stopped): (Instant, Instant, bool), at_risk: f64) -> CaseStanding {
        let calendar = &*self.calendar;
        let elapsed = calendar.open(from.millis(), until.millis());
        let due = |amount: Amount| amount.due(calendar, &Pauses::default(), from);
        let state = match self.amount {
            None => TargetState::NotStated,
            Some(Amount::Time(bound, target)) if is_stopped => met(bound.holds(elapsed, target)),
            Some(amount) if is_stopped => met(amount.is_met(&due(amount), elapsed, until)),
            Some(Amount::Time(_, target)) if elapsed < target => running(elapsed, target, at_risk),
            Some(amount) => {
                let due = due(amount);
                if due.at.is_some_and(|at| amount.is_overdue(at, until)) {
                    TargetState::Overdue
                } else {
                    running(elapsed, due.millis.unwrap_or(0), at_risk)
                }
            }
        };
        CaseStanding { state, is_stopped, elapsed_millis: elapsed }
    }
}

fn met(is_met: bool) -> TargetState {
    if is_met { TargetState::Met } else { TargetState::Missed }
}

/// The state of a target that runs and is not overdue.
fn running(elapsed: i64, target: i64, at_risk: f64) -> TargetState {
    let is_at_risk = target > 0 && elapsed as f64 / target as f64 >= at_risk;
    if is_at_risk { TargetState::AtRisk } else { TargetState::OnTrack }
}
