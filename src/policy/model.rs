//! The policy document as Rust types: one type an object of the JSON, in the document's own order.
//!
//! The JSON schema is generated from these types, so a comment here is what an author reads in an editor.

use serde::{Deserialize, Serialize};

use super::{Entries, Tree};

/// Language-tagged text: BCP 47 tag to text.
pub type Text = Entries<String>;

/// A condition: what is asked about, to the values that satisfy it. All keys have to hold; one of the values is enough.
pub type Condition = Entries<Vec<String>>;

/// A support service description as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    /// Where the JSON schema of this document is found; for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Name of the policy in permalinks and tickets; never changes.
    pub id: String,
    /// Version of the policy's content; changes with every published revision.
    pub version: String,
    /// Title for people.
    pub title: Text,
    /// BCP 47 tags of the languages that every text has; the first is the normative one.
    pub languages: Vec<String>,
    /// The service description that this policy restates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Service tiers, lowest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    /// Severities, most severe first.
    pub severities: Vec<Severity>,
    /// Questions that lead to a severity, in the order in which they are asked where nothing else decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// The decision table over the questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<Classification>,
    /// Calendars of open time by id.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub calendars: Entries<CalendarDefinition>,
    /// What is measured, such as the initial response.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Service level objectives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<ObjectiveDefinition>,
    /// From which moment a new severity's target counts.
    #[serde(default)]
    pub on_severity_change: OnSeverityChange,
    /// Share of the target after which a running case counts as at risk, above 0 and below 1.
    #[serde(default = "default_at_risk")]
    pub at_risk: f64,
    /// Facts about the customer and the request that change the advice, never the severity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<ContextQuestion>,
    /// Ways to reach the support, most direct first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// What to do, to prepare and to know, in the order to act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<AdviceEntry>,
    /// What the tiers include beyond response times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<Feature>,
    /// Clauses of the description by id, in its order.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub clauses: Entries<Clause>,
    /// Defined terms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<Term>,
    /// Fields of other systems, by name of the system.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub exports: Entries<Tree>,
    /// Named cases with the expected answer, run by `check`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

/// Default of [`Document::at_risk`]: three quarters of the target.
pub const DEFAULT_AT_RISK: f64 = 0.75;

fn default_at_risk() -> f64 {
    DEFAULT_AT_RISK
}

/// The document that a policy restates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// Title of the document.
    pub title: Text,
    /// Where it is found (https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// A service tier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tier {
    /// Id of the tier.
    pub id: String,
    /// Preferred name.
    pub name: Text,
    /// Other names of the same tier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// Id of the tier all of whose content this one has too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub includes: Option<String>,
    /// What the tier is, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A severity level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Severity {
    /// Id of the severity.
    pub id: String,
    /// Its number in the description, 1 for the most severe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
    /// Name.
    pub name: Text,
    /// Other names of the same severity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// When a case has this severity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A question whose answer may change the severity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Question {
    /// Id of the question.
    pub id: String,
    /// The question in plain words.
    pub text: Text,
    /// A hint shown below the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// Whether the options stand from least to most severe.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// The answers that one can give.
    pub options: Vec<QuestionOption>,
}

/// One answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionOption {
    /// Id of the option, unique in its question.
    pub id: String,
    /// The answer in plain words.
    pub text: Text,
    /// An example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// How often this answer is given, relative to the others; 1 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
}

/// The decision table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Classification {
    /// Which rule decides where several match.
    #[serde(default)]
    pub hit_policy: HitPolicy,
    /// Which severity stands while several are possible.
    #[serde(default)]
    pub when_unsure: WhenUnsure,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// Which rule decides where several match.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum HitPolicy {
    /// The most severe of them.
    #[default]
    MostSevere,
    /// The first of them.
    First,
    /// At most one may match.
    Unique,
}

/// Which severity stands while several are possible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WhenUnsure {
    /// The most severe of them.
    #[default]
    MostSevere,
    /// The least severe of them.
    LeastSevere,
}

/// One rule of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// Id of the rule.
    pub id: String,
    /// Question to the options that match; a question left out matches with any.
    #[serde(default)]
    pub when: Condition,
    /// Id of the severity that the rule gives.
    pub severity: String,
    /// Whether a clause states it, or the policy decides where the text is silent.
    #[serde(default)]
    pub basis: Basis,
    /// Id of the clause behind the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// Where a decision comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A clause of the description decides.
    #[default]
    Stated,
    /// The text is silent; the policy decides.
    Interpreted,
}

/// A calendar of open time: always open, or weekly hours in a zone with holidays and special days.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalendarDefinition {
    /// "24x7": always open; then nothing else may be given but a zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<AlwaysOpen>,
    /// IANA time zone of every time below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Opening hours by weekday; a day left out is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly: Option<Weekly>,
    /// Days that are closed whatever their weekday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
    /// Hours of single dates ("2026-12-24"), in place of weekly hours and holiday; an empty list closes the day.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub special: Entries<Vec<Interval>>,
}

/// The value of `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AlwaysOpen {
    /// Every hour of every day.
    #[serde(rename = "24x7")]
    AroundTheClock,
}

/// Opening and closing time, "09:00" to "17:30"; "24:00" is the end of the day, and an end before the start runs
/// past midnight.
pub type Interval = [String; 2];

/// Opening hours by weekday.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Weekly {
    /// Monday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mon: Vec<Interval>,
    /// Tuesday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tue: Vec<Interval>,
    /// Wednesday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wed: Vec<Interval>,
    /// Thursday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thu: Vec<Interval>,
    /// Friday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fri: Vec<Interval>,
    /// Saturday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sat: Vec<Interval>,
    /// Sunday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sun: Vec<Interval>,
}

/// A holiday: a date ("2026-12-25", every year "--07-01"), or a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Holiday {
    /// A date without a name.
    Date(String),
    /// A rule, with a name where it has one.
    Rule(HolidayRule),
}

/// When a holiday falls: `date`, `easter`, `weekday` with `nth` and `month`, or `weekday` with `before`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HolidayRule {
    /// "2026-12-25", or every year "--12-25".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Days after Easter Sunday (Gregorian); negative: before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easter: Option<i32>,
    /// A weekday, together with `nth` and `month`, or with `before`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// The how manieth such weekday of the month, 1 to 5; -1: the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nth: Option<i32>,
    /// Month, 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// The last such weekday strictly before this day of every year ("--05-25").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Name of the holiday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measure {
    /// Id of the measure.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Whether a hold stops its clock.
    #[serde(default)]
    pub pausable: bool,
    /// From what to what it is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A service level objective for some tiers and severities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObjectiveDefinition {
    /// Id of the objective.
    pub id: String,
    /// Id of the measure.
    pub measure: String,
    /// Ids of the tiers.
    pub tiers: Vec<String>,
    /// Ids of the severities.
    pub severities: Vec<String>,
    /// The target; null where the description states on purpose that there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Id of the calendar in whose open time it is measured.
    pub calendar: String,
    /// Id of the clause that states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A target: one of the two bounds, as an ISO 8601 duration in hours, minutes and seconds ("PT30M").
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Target {
    /// Met when the elapsed time is strictly less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// Met when the elapsed time is less or equal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

/// From which moment a new severity's target counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OnSeverityChange {
    /// From the submission of the case.
    #[default]
    FromSubmission,
    /// From the change.
    FromChange,
}

/// A fact about the customer or the request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContextQuestion {
    /// Id of the fact, a key of conditions.
    pub id: String,
    /// The question in plain words.
    pub text: Text,
    /// A hint shown below the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The answers that one can give.
    pub options: Vec<ContextOption>,
}

/// One answer to a context question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContextOption {
    /// Id of the option, unique in its question.
    pub id: String,
    /// The answer in plain words.
    pub text: Text,
    /// An example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// For a question about the sale: what the objectives are to this customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// What the objectives are to a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Part of the customer's contract.
    Contractual,
    /// For information; the contract is another's.
    Informational,
    /// Not known.
    Unspecified,
}

/// A way to reach the support.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Channel {
    /// Id of the channel.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What it is.
    pub kind: ChannelKind,
    /// https, mailto or tel; the embedder's where the description gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Id of the calendar in which it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Id of the clause behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// Kinds of channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ChannelKind {
    Phone,
    Web,
    Chat,
    Email,
}

/// Something to do, to prepare or to know in some cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdviceEntry {
    /// Id of the advice.
    pub id: String,
    /// What one does with it.
    pub kind: AdviceKind,
    /// "severity", "tier", "state" or a context question, to the values with which the advice is given.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub when: Condition,
    /// The advice.
    pub text: Text,
    /// Id of the clause behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Id of the channel to use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
}

/// What one does with a piece of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum AdviceKind {
    /// Do it now.
    Act,
    /// Have it ready.
    Prepare,
    /// Know it.
    Know,
    /// Escalate.
    Escalate,
}

/// Something that a tier includes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Feature {
    /// Id of the feature.
    pub id: String,
    /// Id of the lowest tier that has it.
    pub tier: String,
    /// Name.
    pub name: Text,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// How often it recurs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// Context question to the values with which it is delivered.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub when: Condition,
    /// Id of the clause behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Cadence {
    Continuous,
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}

/// A clause of the description.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Clause {
    /// Heading of the section in which it stands.
    pub heading: Text,
    /// What it says.
    pub text: Text,
    /// Where it is found (https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// A defined term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// The term.
    pub term: Text,
    /// What it means.
    pub text: Text,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A named case with the expected answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Example {
    /// What the example shows.
    pub name: String,
    /// Answers to classify: question to one option, several, or "unknown".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Tree>,
    /// Facts of a case, as `expect` takes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Tree>,
    /// What has to come out.
    pub expect: ExampleExpectation,
}

/// The expected answer of an example.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExampleExpectation {
    /// The severity of the answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// Measure to the instant at which it is due, RFC 3339; null where no objective is stated.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub due_at: Entries<Option<String>>,
}
