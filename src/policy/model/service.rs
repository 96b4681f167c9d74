//! What the service is beside its response times: tiers, facts about a customer, channels, advice, features, clauses.

use serde::{Deserialize, Serialize};

use super::{Condition, Text};
use crate::policy::Entries;

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
