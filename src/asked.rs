//! The questions that the engine asks next, with their texts.

use serde::Serialize;

use crate::policy::Text;

/// The question to ask next, with its texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextQuestion {
    /// Id of the question.
    pub id: String,
    /// The question in every language.
    pub text: Text,
    /// A hint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The answers that one can give.
    pub options: Vec<NextOption>,
    /// Questions still needed on average, this one included.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
    /// False only where the table is too large to search whole.
    pub exact: bool,
}

/// One answer to the question to ask next.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextOption {
    /// Id of the option.
    pub id: String,
    /// The answer in every language.
    pub text: Text,
    /// An example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// Severities still possible after it, most severe first.
    pub possible: Vec<String>,
}

/// The context question to ask next, with its texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextContext {
    /// Id of the question.
    pub id: String,
    /// The question in every language.
    pub text: Text,
    /// A hint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The answers that one can give.
    pub options: Vec<ContextOption>,
    /// Questions still needed on average, this one included.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
    /// False only where too many questions depend on each other.
    pub exact: bool,
}

/// One answer to the context question to ask next.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ContextOption {
    /// Id of the option.
    pub id: String,
    /// The answer in every language.
    pub text: Text,
    /// An example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
}
