use std::fmt;

use crate::codes::codes;
use crate::diagnostic::Diagnostic;

/// The reason for which the engine refused an argument: a stable [code](Error::code), a sentence, and the place in the argument.
///
/// Every function of the engine reports through this one type. The code is part of the public contract and never
/// changes its meaning; the message is for people and may be worded better at any time.
///
/// # Examples
///
/// ```
/// use case_slo::{ErrorCode, Instant};
///
/// let refused = Instant::parse("tomorrow").unwrap_err();
/// assert_eq!(refused.code(), ErrorCode::InvalidInstant);
/// assert!(refused.to_string().ends_with("found \"tomorrow\""));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Error(Box<Details>);

/// Behind a box, so that the results of calls that succeed stay small.
#[derive(Debug, Clone, PartialEq)]
struct Details {
    code: ErrorCode,
    message: String,
    path: Option<String>,
    diagnostics: Vec<Diagnostic>,
}

codes! {
    /// The stable codes of [`Error`].
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum ErrorCode {
        /// The policy has findings of level "error"; they are in [`Error::diagnostics`].
        InvalidPolicy = "invalid-policy",
        /// Not an instant: no RFC 3339 text with an offset, no number of milliseconds.
        InvalidInstant = "invalid-instant",
        /// Not a duration, or a target without exactly one bound.
        InvalidDuration = "invalid-duration",
        /// A duration with days or weeks: hours of the calendar ("PT24H") or business days may be meant.
        AmbiguousDuration = "ambiguous-duration",
        /// No tier of the policy has this id.
        UnknownTier = "unknown-tier",
        /// No severity of the policy has this id.
        UnknownSeverity = "unknown-severity",
        /// No question of the policy has this id.
        UnknownQuestion = "unknown-question",
        /// The policy has no classification.
        NoClassification = "no-classification",
        /// No option of the question has this id.
        UnknownOption = "unknown-option",
        /// No calendar of the policy has this id.
        UnknownCalendar = "unknown-calendar",
        /// The calendar depends on facts of a case: an answer, or the zone of the customer.
        DependsOnFacts = "depends-on-facts",
        /// No channel of the policy has this id.
        UnknownChannel = "unknown-channel",
        /// No event of the policy has this id.
        UnknownEvent = "unknown-event",
        /// No measure of the policy has this id.
        UnknownMeasure = "unknown-measure",
        /// No time zone of the host has this name.
        UnknownZone = "unknown-zone",
        /// Outside 1970–2199, or an instant that the calendar never reaches.
        OutOfRange = "out-of-range",
        /// Answers of the wrong shape.
        InvalidAnswers = "invalid-answers",
        /// The facts of a case contradict each other or have the wrong shape.
        InvalidCase = "invalid-case",
        /// Not a vector.
        InvalidVector = "invalid-vector",
        /// Options of the wrong shape.
        InvalidOptions = "invalid-options",
        /// More or longer than a documented limit allows.
        LimitExceeded = "limit-exceeded",
        /// A fault of the engine itself.
        Internal = "internal",
    }
}

impl ErrorCode {
    /// The code that the npm package spells so.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}

impl Error {
    /// An error with a message in lower case that names what was found.
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self(Box::new(Details { code, message: message.into(), path: None, diagnostics: Vec::new() }))
    }

    /// The same error, pointing into the refused argument (RFC 6901).
    pub(crate) fn at(mut self, path: impl Into<String>) -> Self {
        self.0.path = Some(path.into());
        self
    }

    /// The error of a policy that has findings of level "error".
    pub(crate) fn invalid_policy(diagnostics: Vec<Diagnostic>) -> Self {
        let errors = diagnostics.iter().filter(|d| d.is_error()).count();
        let message = match diagnostics.iter().find(|d| d.is_error()) {
            Some(first) if errors == 1 => format!("the policy has an error: {}", first.message),
            Some(first) => format!("the policy has {errors} errors, the first: {}", first.message),
            None => "the policy has errors".to_owned(),
        };
        Self(Box::new(Details { code: ErrorCode::InvalidPolicy, message, path: None, diagnostics }))
    }

    /// Returns the stable code.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{ErrorCode, Policy};
    ///
    /// let refused = Policy::reference().objectives("gold", "high").unwrap_err();
    /// assert_eq!(refused.code(), ErrorCode::UnknownTier);
    /// ```
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// JSON Pointer (RFC 6901) into the argument that was refused, where it is known.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let refused = Policy::reference().objectives("premium", "urgent").unwrap_err();
    /// assert_eq!(refused.path(), Some("/severity"));
    /// ```
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// The findings about the policy; empty for every code but [`ErrorCode::InvalidPolicy`].
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let refused = Policy::load("{").unwrap_err();
    /// assert_eq!(refused.diagnostics()[0].code, "syntax");
    /// ```
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.0.diagnostics
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}
