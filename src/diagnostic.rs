#[cfg(feature = "analysis")]
use std::collections::BTreeMap;

use serde::Serialize;

use crate::policy::MAX_FINDINGS;
use crate::sentence::{Sentence, sentence};

/// One finding about a policy: its level, its place, and how to fix it.
///
/// Without the feature `analysis` a finding is a code and a place: its message is the code in words, and it has no help, no
/// line and no column.
///
/// # Examples
///
/// ```
/// use case_slo::{Level, Policy};
///
/// let refused = Policy::load("{").unwrap_err();
/// let finding = &refused.diagnostics()[0];
/// assert_eq!((finding.level, finding.code), (Level::Error, "syntax"));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Diagnostic {
    /// How much it matters: a policy with an error cannot be used.
    pub level: Level,
    /// A stable code, such as `"unknown-reference"`.
    pub code: &'static str,
    /// JSON Pointer (RFC 6901) into the policy.
    pub path: String,
    /// Line in the text, from 1; absent if the policy came as an object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column in the line, from 1, in UTF-16 units as editors and JavaScript count them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// One sentence: the fault, and the value that was found.
    pub message: String,
    /// How to fix it, if there is a way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The message with its values apart, for other languages. The engine of the elements has none.
    #[cfg(feature = "analysis")]
    #[serde(skip_serializing_if = "Sentence::is_empty")]
    pub sentence: Sentence,
    /// The help with its values apart, for other languages.
    #[cfg(feature = "analysis")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Sentence>,
    /// The answers concerned; a question left out means any option.
    #[cfg(feature = "analysis")]
    #[serde(
        rename = "box",
        skip_serializing_if = "Option::is_none",
        serialize_with = "crate::policy::serialize_optional_map"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, Vec<String>>>"))]
    pub region: Option<BTreeMap<String, Vec<String>>>,
    /// One complete set of answers inside the box.
    #[cfg(feature = "analysis")]
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::policy::serialize_optional_map")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, String>>"))]
    pub example: Option<BTreeMap<String, String>>,
    /// For "not-monotone": the worse answers that get the less severe level.
    #[cfg(feature = "analysis")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterexample: Option<Counterexample>,
    /// Whether it is about the key at `path`, not about its value.
    #[serde(skip)]
    pub(crate) at_key: bool,
    /// Offset in the text, where it does not follow from `path`.
    #[serde(skip)]
    pub(crate) offset: Option<u32>,
}

/// The gravity of a finding.
///
/// # Examples
///
/// ```
/// use case_slo::Level;
///
/// // The gravest first.
/// assert!(Level::Error < Level::Warning && Level::Warning < Level::Info);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Level {
    /// The policy cannot be used.
    Error,
    /// The policy can be used, but probably differs from the intention of its author.
    Warning,
    /// Worth knowing.
    Info,
}

/// Two complete sets of answers that differ in one ordered question, the worse of which gets the less severe level.
#[cfg(feature = "analysis")]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Counterexample {
    /// The less severe answers.
    #[serde(serialize_with = "crate::policy::serialize_map")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, String>"))]
    pub from: BTreeMap<String, String>,
    /// The same with one answer worse.
    #[serde(serialize_with = "crate::policy::serialize_map")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, String>"))]
    pub to: BTreeMap<String, String>,
    /// The question in which they differ.
    pub question: String,
}

impl Diagnostic {
    /// A finding of level "error".
    pub(crate) fn error(code: &'static str, path: impl Into<String>, message: impl Into<Sentence>) -> Self {
        Self::new(Level::Error, code, path, message)
    }

    /// A finding of level "warning".
    pub(crate) fn warning(code: &'static str, path: impl Into<String>, message: impl Into<Sentence>) -> Self {
        Self::new(Level::Warning, code, path, message)
    }

    /// A finding. Only the whole engine words it: a page that is refused a policy asks that one for the reasons.
    pub(crate) fn new(level: Level, code: &'static str, path: impl Into<String>, message: impl Into<Sentence>) -> Self {
        let sentence: Sentence = message.into();
        Self {
            level,
            code,
            path: path.into(),
            line: None,
            column: None,
            message: sentence.or_code(code),
            help: None,
            #[cfg(feature = "analysis")]
            sentence,
            #[cfg(feature = "analysis")]
            remedy: None,
            #[cfg(feature = "analysis")]
            region: None,
            #[cfg(feature = "analysis")]
            example: None,
            #[cfg(feature = "analysis")]
            counterexample: None,
            at_key: false,
            offset: None,
        }
    }

    /// The same finding with advice on how to fix it.
    pub(crate) fn help(self, help: impl Into<Sentence>) -> Self {
        let remedy: Sentence = help.into();
        Self {
            help: cfg!(feature = "analysis").then(|| remedy.to_string()),
            #[cfg(feature = "analysis")]
            remedy: Some(remedy),
            ..self
        }
    }

    /// The same finding about the key, not about its value.
    pub(crate) fn at_key(mut self) -> Self {
        self.at_key = true;
        self
    }

    /// The same finding at an offset of the text.
    pub(crate) fn at_offset(mut self, offset: u32) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Whether the policy cannot be used because of it.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let refused = Policy::load("[]").unwrap_err();
    /// assert!(refused.diagnostics().iter().any(|finding| finding.is_error()));
    /// ```
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }
}

/// Findings in the order in which they were made, as far as they are not too many to list.
///
/// A broken file can hold a fault in every value. So errors are kept up to [`MAX_FINDINGS`], all others likewise, and the
/// rest is counted and not even written.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    kept: Vec<Diagnostic>,
    errors: usize,
    others: usize,
}

impl Findings {
    /// Adds a finding of a level, which is made only where there is room for it. Without the feature `analysis` a list of findings
    /// says why a policy is refused, which only errors do.
    pub fn add(&mut self, level: Level, finding: impl FnOnce() -> Diagnostic) {
        if cfg!(not(feature = "analysis")) && level != Level::Error {
            return;
        }
        let count = if level == Level::Error { &mut self.errors } else { &mut self.others };
        *count += 1;
        if *count <= MAX_FINDINGS {
            self.kept.push(finding());
        }
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.add(finding.level, || finding);
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.errors + self.others == 0
    }

    /// The findings that were kept.
    #[cfg(feature = "analysis")]
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.kept.iter()
    }

    /// The list: all findings, or, of too many, the errors before all others and a word on how many are not listed.
    pub fn into_list(self) -> Vec<Diagnostic> {
        let more = (self.errors + self.others).saturating_sub(MAX_FINDINGS);
        if more == 0 {
            return self.kept;
        }
        let (errors, others): (Vec<_>, Vec<_>) = self.kept.into_iter().partition(Diagnostic::is_error);
        let mut list: Vec<_> = errors.into_iter().chain(others).take(MAX_FINDINGS).collect();
        let message = sentence!("{} more findings are not listed", more);
        list.push(Diagnostic::new(Level::Info, "limit-exceeded", "", message));
        list
    }
}

impl Extend<Diagnostic> for Findings {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, findings: T) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;

    #[test]
    fn of_too_many_findings_the_errors_are_kept_and_the_rest_is_counted() {
        let mut findings = Findings::default();
        let mut made = 0;
        for _ in 0..3_000 {
            findings.add(Level::Warning, || {
                made += 1;
                Diagnostic::warning("gap", "", "")
            });
        }
        findings.push(Diagnostic::error("syntax", "", ""));
        assert_eq!(made, MAX_FINDINGS);
        assert!(findings.has_errors());
        let list = findings.into_list();
        assert_eq!((list.len(), list[0].code, list[1].code), (MAX_FINDINGS + 1, "syntax", "gap"));
        assert_eq!(list[MAX_FINDINGS].message, "2001 more findings are not listed");
    }
}
