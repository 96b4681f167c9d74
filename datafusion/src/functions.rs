//! Functions of one row: due times, states, durations, elapsed business hours, and severities.

use std::sync::Arc;

use case_slo::report::ProblemCode;
use case_slo::{Answers, Instant, Policy, TargetState};
use datafusion::arrow::array::{
    ArrayRef, Float64Builder, StringViewBuilder, TimestampMillisecondArray, TimestampMillisecondBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, TimeUnit};
use datafusion::common::{Result, ScalarValue, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};

use crate::arguments::{Argument, Combinations, Facts, Instants, Values, constant_facts, fact_names, text_of};
use crate::policies::{Clock, MeasureClocks, NamedPolicy, Policies, listed};

/// The functions of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Due,
    DueOf,
    State,
    Duration,
    Elapsed,
    Classify,
    Tier,
    Severity,
}

const ALL: [Kind; 8] =
    [Kind::Due, Kind::DueOf, Kind::State, Kind::Duration, Kind::Elapsed, Kind::Classify, Kind::Tier, Kind::Severity];

/// A function of one row, with the policies that it knows.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct RowFunction {
    kind: Kind,
    pub policies: Arc<Policies>,
    signature: Signature,
}

/// Refuses the name of a fact or a question, or the value of a constant, with a message.
type FactCheck<'a> = dyn Fn(&str, Option<&str>) -> Result<(), String> + 'a;

/// The functions of one row for some policies.
pub(crate) fn all(policies: &Arc<Policies>) -> Vec<ScalarUDF> {
    ALL.into_iter().map(|kind| RowFunction::of(kind, policies)).collect()
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Due => "slo_due",
            Self::DueOf => "slo_due_of",
            Self::State => "slo_state",
            Self::Duration => "slo_duration",
            Self::Elapsed => "slo_elapsed",
            Self::Classify => "slo_classify",
            Self::Tier => "slo_tier",
            Self::Severity => "slo_severity",
        }
    }

    /// The names of its arguments, in their order.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Due => &["policy", "tier", "severity", "submitted_at", "facts"],
            Self::DueOf => &["policy", "measure", "tier", "severity", "submitted_at", "facts"],
            Self::State | Self::Duration => {
                &["policy", "measure", "tier", "severity", "submitted_at", "stopped_at", "as_of", "facts"]
            }
            Self::Elapsed => &["policy", "calendar", "from", "to"],
            Self::Classify => &["policy", "answers"],
            Self::Tier => &["policy", "tier"],
            Self::Severity => &["policy", "severity"],
        }
    }

    fn return_type(self) -> DataType {
        match self {
            Self::Due | Self::DueOf => DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into())),
            Self::State | Self::Classify | Self::Tier | Self::Severity => DataType::Utf8View,
            Self::Duration | Self::Elapsed => DataType::Float64,
        }
    }

    fn argument(self, place: usize) -> Argument {
        let name = self.arguments().get(place).copied().unwrap_or("?");
        Argument { function: self.name(), place, name }
    }

    fn place(self, name: &str) -> Option<usize> {
        self.arguments().iter().position(|known| *known == name)
    }

    /// Checks how many arguments there are; `facts` may be left out.
    fn require_count(self, found: usize) -> Result<()> {
        let most = self.arguments().len();
        let least = most - usize::from(self.place("facts").is_some());
        if (least..=most).contains(&found) {
            return Ok(());
        }
        let shown = self.arguments()[..least].join(", ");
        let facts = if least < most { " [, facts]" } else { "" };
        plan_err!("{}: expected the arguments ({shown}{facts}), found {found}", self.name())
    }
}

impl RowFunction {
    fn of(kind: Kind, policies: &Arc<Policies>) -> ScalarUDF {
        let signature = Signature::variadic_any(Volatility::Immutable);
        ScalarUDF::new_from_impl(Self { kind, policies: Arc::clone(policies), signature })
    }

    /// The policy that the first argument names.
    fn policy(&self, name: &str) -> Result<&NamedPolicy> {
        self.policies.find(name).map_err(|message| self.kind.argument(0).refuse(message))
    }

    /// The clocks of the measure that an argument names, or of the default measure.
    fn clocks<'p>(&self, policy: &'p NamedPolicy, measure: Option<&str>) -> Result<&'p MeasureClocks> {
        let argument = self.kind.argument(self.kind.place("measure").unwrap_or(0));
        policy.measure(measure).map_err(|message| argument.refuse(message))
    }

    /// Checks the types of the arguments, and the values of those that are constants.
    fn check(&self, args: &ReturnFieldArgs) -> Result<()> {
        self.kind.require_count(args.arg_fields.len())?;
        let constant = |name: &str| {
            let place = self.kind.place(name)?;
            args.scalar_arguments.get(place).copied().flatten()
        };
        for (place, field) in args.arg_fields.iter().enumerate() {
            let argument = self.kind.argument(place);
            match argument.name {
                "submitted_at" | "stopped_at" | "as_of" | "from" | "to" => {
                    argument.require_instant(field.data_type())?;
                    argument.require_constant_instant(constant(argument.name))?;
                }
                "facts" | "answers" => {}
                _ => argument.require_text(field.data_type())?,
            }
        }
        let Some(name) = constant("policy") else { return Ok(()) };
        let Some(name) = text_of(name) else {
            return Err(self.kind.argument(0).refuse("expected the name of a policy, found null"));
        };
        let policy = self.policy(name)?;
        match self.kind {
            Kind::Elapsed => match constant("calendar").and_then(text_of) {
                Some(calendar) => self.calendar(&policy.policy, calendar),
                None => Ok(()),
            },
            Kind::Classify => self.check_facts(args, 1, &|name, value| require_answer(&policy.policy, name, value)),
            _ => {
                let clocks = self.clocks(policy, constant("measure").and_then(text_of))?;
                let names = |name: &str| {
                    let text = constant(name).and_then(text_of)?;
                    Some((self.kind.argument(self.kind.place(name)?), text))
                };
                let document = policy.policy.document();
                if let Some((argument, text)) = names("tier")
                    && clocks.evaluator.tier(text).is_none()
                {
                    let known = listed(document.tiers.iter().map(|tier| tier.id.as_str()));
                    return Err(argument.refuse(format!("there is no tier \"{text}\"; {known}")));
                }
                if let Some((argument, text)) = names("severity")
                    && clocks.evaluator.severity(text).is_none()
                {
                    let known = listed(document.severities.iter().map(|severity| severity.id.as_str()));
                    return Err(argument.refuse(format!("there is no severity \"{text}\"; {known}")));
                }
                let Some(place) = self.kind.place("facts") else { return Ok(()) };
                self.check_facts(args, place, &|name, value| require_fact(&policy.policy, clocks, name, value))
            }
        }
    }

    /// Checks the type of facts or answers and their names, and the values of a constant.
    fn check_facts(&self, args: &ReturnFieldArgs, place: usize, require: &FactCheck) -> Result<()> {
        let argument = self.kind.argument(place);
        let Some(field) = args.arg_fields.get(place) else { return Ok(()) };
        let Some(names) = fact_names(field.data_type()) else {
            let message = format!("expected a struct of texts or a JSON object as text, found {}", field.data_type());
            return Err(argument.refuse(message));
        };
        names.into_iter().try_for_each(|name| require(name, None)).map_err(|message| argument.refuse(message))?;
        let Some(constant) = args.scalar_arguments.get(place).copied().flatten() else { return Ok(()) };
        let Some(facts) = constant_facts(constant) else {
            return Err(argument.refuse(format!("expected a JSON object of texts, found {constant}")));
        };
        let mut facts = facts.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        facts.try_for_each(|(name, value)| require(name, Some(value))).map_err(|message| argument.refuse(message))
    }

    /// Refuses a calendar that cannot be used without a case.
    fn calendar(&self, policy: &Policy, id: &str) -> Result<()> {
        let found = policy.elapsed_all(id, &[], &[]).map(|_| ());
        found.map_err(|error| {
            let known = listed(policy.document().calendars.iter().map(|(id, _)| id));
            self.kind.argument(1).refuse(format!("{error}; {known}"))
        })
    }

    fn elapsed(&self, policy: &Policy, args: &[ColumnarValue], rows: usize) -> Result<ArrayRef> {
        let calendar = self.kind.argument(1).constant(&args[1])?;
        self.calendar(policy, &calendar)?;
        let (from, to) = (Instants::of(&args[2])?.numbers(rows), Instants::of(&args[3])?.numbers(rows));
        let seconds = policy.elapsed_all(&calendar, &from, &to).map_err(|error| self.kind.argument(1).refuse(error))?;
        let mut found = Float64Builder::with_capacity(rows);
        seconds.into_iter().for_each(|seconds| found.append_option((!seconds.is_nan()).then_some(seconds)));
        Ok(Arc::new(found.finish()))
    }

    /// The ids of tiers or severities, which a log may name otherwise.
    fn names(&self, policy: &NamedPolicy, names: &ColumnarValue, rows: usize) -> Result<ArrayRef> {
        let evaluator = &self.clocks(policy, None)?.evaluator;
        let values = Values::of(names);
        let id = |name: &&str| if self.kind == Kind::Tier { evaluator.tier(name) } else { evaluator.severity(name) };
        let ids: Vec<Option<&str>> = values.values.iter().map(id).collect();
        let places = Combinations::of(&[&values], rows);
        let of_combination = |places: &Vec<u32>| ids.get(places[0] as usize).copied().flatten();
        let ids: Vec<Option<&str>> = places.list.iter().map(of_combination).collect();
        let mut found = StringViewBuilder::with_capacity(rows);
        (0..rows).for_each(|row| found.append_option(ids[places.at(row)]));
        Ok(Arc::new(found.finish()))
    }

    fn classify(&self, policy: &Policy, args: &[ColumnarValue], rows: usize) -> Result<ArrayRef> {
        let answers = Facts::of(args.get(1))?;
        let columns = answers.columns();
        let combinations = Combinations::of(&columns.iter().collect::<Vec<_>>(), rows);
        let severity = |places: &Vec<u32>| {
            // Without any answer there is nothing to classify: a null gives a null.
            let given = answers.read(&columns, places)?.into_iter().filter(|(_, answer)| !answer.is_empty());
            let given: Vec<(String, String)> = given.collect();
            let answers =
                given.iter().fold(Answers::new(), |answers, (question, answer)| answers.with(question, answer));
            if given.is_empty() { None } else { policy.classify(&answers).ok().map(|found| found.severity) }
        };
        let severities: Vec<Option<String>> = combinations.list.iter().map(severity).collect();
        let mut found = StringViewBuilder::with_capacity(rows);
        (0..rows).for_each(|row| found.append_option(severities[combinations.at(row)].as_deref()));
        Ok(Arc::new(found.finish()))
    }

    /// The clock of each combination of tier, severity and facts; `None` where one of the first two is null.
    fn cases<'a>(
        &self,
        clocks: &MeasureClocks,
        [tier, severity]: [&'a ColumnarValue; 2],
        facts: Option<&'a ColumnarValue>,
        rows: usize,
    ) -> Result<Cases> {
        let facts = Facts::of(facts)?;
        let (tiers, severities, others) = (Values::of(tier), Values::of(severity), facts.columns());
        let columns: Vec<&Values> = [&tiers, &severities].into_iter().chain(&others).collect();
        let combinations = Combinations::of(&columns, rows);
        let clock = |places: &Vec<u32>| {
            let (tier, severity) = (tiers.value(places[0])?, severities.value(places[1])?);
            let found = match facts.read(&others, &places[2..]) {
                Some(facts) => {
                    let known = facts.into_iter().filter(|(name, _)| clocks.evaluator.require_fact(name).is_ok());
                    Found::Clock(clocks.clock((tier.to_owned(), severity.to_owned(), known.collect())))
                }
                None => Found::InvalidFacts,
            };
            Some(found)
        };
        Ok(Cases { clocks: combinations.list.iter().map(clock).collect(), combinations })
    }
}

/// The clocks of the cases of a batch.
struct Cases {
    combinations: Combinations,
    clocks: Vec<Option<Found>>,
}

/// The clock of a case.
enum Found {
    Clock(Arc<Clock>),
    /// The facts are not a JSON object of texts.
    InvalidFacts,
}

/// A state or a duration of one row: `None` where a value is null, and the reason where it cannot be evaluated.
type Evaluated = Option<Result<(TargetState, Option<i64>), &'static str>>;

/// The submission, the stop, and the instant as of which a case is evaluated.
type CaseInstants = (Instant, Option<Instant>, Instant);

impl Cases {
    fn at(&self, row: usize) -> Option<&Found> {
        self.clocks[self.combinations.at(row)].as_ref()
    }

    /// The standing of a row; problems come in the order in which a report looks for them.
    #[inline]
    fn evaluate(&self, row: usize, [submitted, stopped, as_of]: &[Instants; 3]) -> Evaluated {
        let found = self.at(row)?;
        if let Found::Clock(clock) = found
            && let Err(code @ (ProblemCode::UnknownTier | ProblemCode::UnknownSeverity)) = &**clock
        {
            return Some(Err(code.as_str()));
        }
        let instants = || -> Result<Option<CaseInstants>, &'static str> {
            let Some(submitted) = submitted.at(row)? else { return Ok(None) };
            let stopped = stopped.at(row)?;
            if stopped.is_some_and(|stop| stop < submitted) {
                return Err(ProblemCode::StopBeforeSubmission.as_str());
            }
            Ok(as_of.at(row)?.map(|as_of| (submitted, stopped, as_of)))
        };
        let (submitted, stopped, as_of) = match instants() {
            Ok(instants) => instants?,
            Err(code) => return Some(Err(code)),
        };
        let clock = match found {
            Found::Clock(clock) => clock,
            Found::InvalidFacts => return Some(Err("invalid-facts")),
        };
        let standing = clock.as_ref().as_ref().map_err(|code| *code);
        let standing = standing.and_then(|clock| clock.evaluate(submitted, stopped, as_of));
        Some(match standing {
            Ok(standing) => Ok((standing.state, standing.is_stopped.then_some(standing.elapsed_millis))),
            Err(code) => Err(code.as_str()),
        })
    }
}

/// Refuses a fact that the policy does not ask for, and a value that it cannot have.
fn require_fact(policy: &Policy, clocks: &MeasureClocks, name: &str, value: Option<&str>) -> Result<(), String> {
    clocks.evaluator.require_fact(name).map_err(|error| error.to_string())?;
    let Some(value) = value else { return Ok(()) };
    let document = policy.document();
    match clocks.evaluator.require_value(name, value) {
        Ok(()) => Ok(()),
        Err(ProblemCode::UnknownZone) => {
            Err(format!("there is no zone \"{value}\"; expected a name such as \"America/Toronto\""))
        }
        Err(_) if name == "channel" => {
            let known = listed(document.channels.iter().map(|channel| channel.id.as_str()));
            Err(format!("there is no channel \"{value}\"; {known}"))
        }
        Err(_) => {
            let question = document.context.iter().find(|question| question.id == name);
            let options = question.map(|question| &*question.options).unwrap_or_default();
            Err(no_option(name, value, options.iter().map(|option| option.id.as_str())))
        }
    }
}

/// Refuses a question that the policy does not have, and an option that the question does not have.
fn require_answer(policy: &Policy, name: &str, value: Option<&str>) -> Result<(), String> {
    let questions = &policy.document().questions;
    let Some(question) = questions.iter().find(|question| question.id == name) else {
        let known = listed(questions.iter().map(|question| question.id.as_str()));
        return Err(format!("there is no question \"{name}\"; {known}"));
    };
    match value {
        None | Some("" | "unknown") => Ok(()),
        Some(value) if question.options.iter().any(|option| option.id == value) => Ok(()),
        Some(value) => Err(no_option(name, value, question.options.iter().map(|option| option.id.as_str()))),
    }
}

/// The message for a value that is none of the options of a question.
fn no_option<'a>(question: &str, value: &str, options: impl Iterator<Item = &'a str>) -> String {
    format!("there is no option \"{value}\" of \"{question}\"; {}", listed(options))
}

/// The word for a state. A case that runs, and of which missing facts decide whether it is at risk, is running.
pub(crate) fn word(state: TargetState) -> &'static str {
    match state {
        TargetState::NotStated => "not-stated",
        TargetState::OnTrack => "on-track",
        TargetState::AtRisk => "at-risk",
        TargetState::Overdue => "overdue",
        TargetState::Met => "met",
        TargetState::Missed => "missed",
        _ => "running",
    }
}

impl ScalarUDFImpl for RowFunction {
    fn name(&self) -> &str {
        self.kind.name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.kind.return_type())
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        self.check(&args)?;
        Ok(Arc::new(Field::new(self.kind.name(), self.kind.return_type(), true)))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let ScalarFunctionArgs { args, number_rows, .. } = args;
        self.kind.require_count(args.len())?;
        let is_constant = args.iter().all(|value| matches!(value, ColumnarValue::Scalar(_)));
        let rows = if is_constant { 1 } else { number_rows };
        let policy = self.policy(&self.kind.argument(0).constant(&args[0])?)?;
        let found: ArrayRef = match self.kind {
            Kind::Elapsed => self.elapsed(&policy.policy, &args, rows)?,
            Kind::Classify => self.classify(&policy.policy, &args, rows)?,
            Kind::Tier | Kind::Severity => self.names(policy, &args[1], rows)?,
            Kind::Due | Kind::DueOf => {
                let measure = self.kind.place("measure").map(|place| self.kind.argument(place).constant(&args[place]));
                let clocks = self.clocks(policy, measure.transpose()?.as_deref())?;
                let at = if self.kind == Kind::Due { 1 } else { 2 };
                let cases = self.cases(clocks, [&args[at], &args[at + 1]], args.get(at + 3), rows)?;
                Arc::new(due(&cases, &Instants::of(&args[at + 2])?, rows))
            }
            Kind::State | Kind::Duration => {
                let measure = self.kind.argument(1).constant(&args[1])?;
                let cases =
                    self.cases(self.clocks(policy, Some(&measure))?, [&args[2], &args[3]], args.get(7), rows)?;
                let instants = [Instants::of(&args[4])?, Instants::of(&args[5])?, Instants::of(&args[6])?];
                let evaluated = (0..rows).map(|row| cases.evaluate(row, &instants));
                if self.kind == Kind::State {
                    let mut states = StringViewBuilder::with_capacity(rows);
                    let text = |found: Result<(TargetState, _), &'static str>| {
                        found.map_or_else(|code| code, |(state, _)| word(state))
                    };
                    evaluated.for_each(|found| states.append_option(found.map(text)));
                    Arc::new(states.finish())
                } else {
                    let mut seconds = Float64Builder::with_capacity(rows);
                    let millis = |found: Evaluated| found?.ok()?.1.map(|millis| millis as f64 / 1_000.0);
                    evaluated.for_each(|found| seconds.append_option(millis(found)));
                    Arc::new(seconds.finish())
                }
            }
        };
        if is_constant {
            return Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&found, 0)?));
        }
        Ok(ColumnarValue::Array(found))
    }
}

/// The due times of a batch.
fn due(cases: &Cases, submitted: &Instants, rows: usize) -> TimestampMillisecondArray {
    let mut found = TimestampMillisecondBuilder::with_capacity(rows);
    for row in 0..rows {
        let due = || match cases.at(row)? {
            Found::Clock(clock) => clock.as_ref().as_ref().ok()?.due_at(submitted.at(row).ok()??),
            Found::InvalidFacts => None,
        };
        found.append_option(due().map(Instant::millis));
    }
    found.finish().with_timezone("UTC")
}
