//! The policy document as Rust types: one type an object of the JSON, in the document's own order.
//!
//! The JSON schema is generated from these types, so a comment here is what an author reads in an editor.
//! [`Policy::document`](crate::Policy::document) gives the document of a policy that holds together.
//!
//! # Examples
//!
//! ```
//! use case_slo::Policy;
//! use case_slo::policy::model::{Basis, Document};
//!
//! let policy = Policy::reference();
//! let document: &Document = policy.document();
//! let table = document.classification.as_ref().expect("the reference policy has a table");
//! let interpreted = table.rules.iter().filter(|rule| rule.basis == Basis::Interpreted);
//! assert_eq!(interpreted.count(), 4);
//! ```

mod calendar;
mod classification;
mod condition;
#[cfg(feature = "analysis")]
mod example;
#[cfg(feature = "analysis")]
mod goal;
mod objective;
mod service;

#[cfg(not(feature = "analysis"))]
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::Entries;

pub use calendar::*;
pub use classification::*;
pub use condition::*;
#[cfg(feature = "analysis")]
pub use example::*;
#[cfg(feature = "analysis")]
pub use goal::*;
pub use objective::*;
pub use service::*;

/// Language-tagged text: BCP 47 tag to text.
pub type Text = Entries<String>;

/// A support service description as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Document {
    /// Address of the JSON schema of this document, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Id of the policy in permalinks and tickets. It never changes.
    pub id: String,
    /// Version of the policy's content. It changes with every published revision.
    pub version: String,
    /// Title of the policy.
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
    /// Questions that lead to a severity, in the order in which they are asked if nothing else decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// The decision table over the questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<Classification>,
    /// Calendars of business hours by id.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub calendars: Entries<CalendarDefinition>,
    /// Sets of holidays by name, which calendars name as "@name".
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub holiday_sets: Entries<HolidaySet>,
    /// Events of a case at which a measure may start or end, beside its submission and its measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventDefinition>,
    /// Measures, such as the initial response.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Service level objectives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<ObjectiveDefinition>,
    /// How often objectives are to be met, by name. Objectives that name one goal count together.
    #[cfg(feature = "analysis")]
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub goals: Entries<Goal>,
    /// The instant from which the target of a new severity counts.
    #[serde(default)]
    pub on_severity_change: OnSeverityChange,
    /// Share of the target after which a running case is at risk, above 0 and below 1.
    #[serde(default = "default_at_risk")]
    pub at_risk: f64,
    /// Facts about the customer and the request that change objectives, calendars and advice, never the severity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<ContextQuestion>,
    /// Ways to reach the support, most direct first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// Advice: what to do, to prepare and to know, in the order of action.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<AdviceEntry>,
    /// Features that the tiers include beyond response times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<Feature>,
    /// Clauses of the service description by id, in its order.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub clauses: Entries<Clause>,
    /// Defined terms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<Term>,
    /// Fields of other systems, by name of the system.
    #[cfg(feature = "analysis")]
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub exports: Entries<serde_json::Value>,
    /// Named cases with the expected answer, run by `check`.
    #[cfg(feature = "analysis")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
    /// Only the whole engine reads these three.
    #[cfg(not(feature = "analysis"))]
    #[serde(default, skip_serializing)]
    goals: IgnoredAny,
    #[cfg(not(feature = "analysis"))]
    #[serde(default, skip_serializing)]
    exports: IgnoredAny,
    #[cfg(not(feature = "analysis"))]
    #[serde(default, skip_serializing)]
    examples: IgnoredAny,
}

/// Default of [`Document::at_risk`]: three quarters of the target.
pub const DEFAULT_AT_RISK: f64 = 0.75;

fn default_at_risk() -> f64 {
    DEFAULT_AT_RISK
}

/// The service description that a policy restates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Source {
    /// Title of the document.
    pub title: Text,
    /// Link to the document (https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}
