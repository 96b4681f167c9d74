use std::collections::BTreeMap;

use serde::Serialize;

/// One finding about a policy: what is wrong, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// How much it matters: a policy with an error cannot be used.
    pub level: Level,
    /// A stable code, such as `"unknown-reference"`.
    pub code: &'static str,
    /// JSON Pointer (RFC 6901) into the policy.
    pub path: String,
    /// Line in the text, from 1; absent where the policy came as an object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column in the line, from 1, in UTF-16 units as editors and JavaScript count them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// One sentence: what is wrong, and what was found.
    pub message: String,
    /// How to mend it, where there is something to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The answers concerned; a question left out stands for any option.
    #[serde(rename = "box", skip_serializing_if = "Option::is_none")]
    pub region: Option<BTreeMap<String, Vec<String>>>,
    /// One complete set of answers inside the box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<BTreeMap<String, String>>,
    /// For "not-monotone": the worse answers that get the less severe level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterexample: Option<Counterexample>,
    /// Whether it is about the key at `path`, not about its value.
    #[serde(skip)]
    pub(crate) at_key: bool,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The policy cannot be used.
    Error,
    /// The policy can be used, and probably does not say what its author means.
    Warning,
    /// Worth knowing.
    Info,
}

/// Two complete sets of answers that differ in one ordered question, the worse of which gets the less severe level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Counterexample {
    /// The less severe answers.
    pub from: BTreeMap<String, String>,
    /// The same with one answer worse.
    pub to: BTreeMap<String, String>,
    /// The question in which they differ.
    pub question: String,
}

impl Diagnostic {
    /// A finding of level "error".
    pub(crate) fn error(code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Level::Error, code, path, message)
    }

    /// A finding of level "warning".
    pub(crate) fn warning(code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Level::Warning, code, path, message)
    }

    /// A finding.
    pub(crate) fn new(level: Level, code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            level,
            code,
            path: path.into(),
            line: None,
            column: None,
            message: message.into(),
            help: None,
            region: None,
            example: None,
            counterexample: None,
            at_key: false,
        }
    }

    /// The same finding with advice on how to mend it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same finding about the key, not about its value.
    pub(crate) fn at_key(mut self) -> Self {
        self.at_key = true;
        self
    }

    /// Whether the policy cannot be used because of it.
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }
}
