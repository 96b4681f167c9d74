//! Everything but response times: tiers, facts about a customer, channels, advice, features, clauses.

use serde::{Deserialize, Serialize};

use super::{AdviceCondition, Condition, Text};
use crate::policy::Entries;

/// A service tier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Tier {
    /// Id of the tier.
    pub id: String,
    /// Preferred name.
    pub name: Text,
    /// Other names of the same tier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// Id of a tier whose whole content this tier includes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub includes: Option<String>,
    /// Ids of the severities that the tier offers; all of them if it is left out. A more severe case is filed as the nearest
    /// less severe one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severities: Option<Vec<String>>,
    /// Description of the tier in one sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A fact about the customer or the request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ContextQuestion {
    /// Id of the question, which conditions use as a key.
    pub id: String,
    /// The question in plain words.
    pub text: Text,
    /// A hint shown below the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The options to choose from.
    pub options: Vec<ContextOption>,
}

/// An option of a context question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ContextOption {
    /// Id of the option, unique in its question.
    pub id: String,
    /// The option in plain words.
    pub text: Text,
    /// An example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The answer as the condition of a feature, such as "for the SaaS offer only". Shown instead of question and answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Text>,
    /// For a question about the sale: whether the objectives are part of this customer's contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// Whether the objectives are part of a customer's contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Standing {
    /// They are part of the contract.
    Contractual,
    /// They are for information; somebody else has the contract.
    Informational,
    /// It is not known.
    Unspecified,
}

/// A way to reach the support.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Channel {
    /// Id of the channel.
    pub id: String,
    /// Name of the channel.
    pub name: Text,
    /// Kind of channel.
    pub kind: ChannelKind,
    /// Link (https, mailto or tel). If it is left out, the page may supply one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Id of the calendar of its business hours.
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
#[non_exhaustive]
pub enum ChannelKind {
    Phone,
    Web,
    Chat,
    Email,
}

/// A piece of advice: something to do, to prepare or to know in some cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct AdviceEntry {
    /// Id of the advice.
    pub id: String,
    /// Kind of advice.
    pub kind: AdviceKind,
    /// The facts under which the advice is given.
    #[serde(default, skip_serializing_if = "AdviceCondition::is_empty")]
    pub when: AdviceCondition,
    /// The advice.
    pub text: Text,
    /// For an escalation: the request in the customer's words, such as "Please put me through to the duty manager."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<Text>,
    /// Id of the clause behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Id of the channel to use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
}

/// Kinds of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
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

/// A feature: something that a tier includes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Feature {
    /// Id of the feature.
    pub id: String,
    /// Id of the lowest tier that includes it.
    pub tier: String,
    /// Name of the feature.
    pub name: Text,
    /// Description of the feature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// A service, a term that comes with the services, or an exclusion from them. Default: a service.
    #[serde(default, skip_serializing_if = "FeatureKind::is_service")]
    pub kind: FeatureKind,
    /// How often it recurs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// Id of a context question to the values for which the feature is delivered.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub when: Condition,
    /// Id of the clause behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// The nature of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FeatureKind {
    /// Something that is delivered.
    #[default]
    Service,
    /// A duty or a condition that comes with the services, such as mandatory training.
    Term,
    /// Something that the services leave out.
    Exclusion,
}

impl FeatureKind {
    /// Whether the feature is something that is delivered.
    pub fn is_service(&self) -> bool {
        *self == Self::Service
    }
}

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
#[non_exhaustive]
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
#[non_exhaustive]
pub struct Clause {
    /// Heading of its section.
    pub heading: Text,
    /// Text of the clause.
    pub text: Text,
    /// Link to the clause (https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// A defined term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Term {
    /// The term.
    pub term: Text,
    /// Definition of the term.
    pub text: Text,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}
