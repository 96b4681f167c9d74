use serde::Deserialize;

use crate::Error;
use crate::argument::or_default;
use crate::clock::{ContextAnswers, require_severity, require_tier};
use crate::policy::{Document, Entries};

/// The part of a case that is known before all of its facts are.
///
/// # Examples
///
/// ```
/// use case_slo::{CustomerContext, Policy};
///
/// let context = CustomerContext::new().with_tier("premium").with_severity("high").with_answer("sale", "direct");
/// let next = Policy::reference().next_context(&context)?;
/// assert_ne!(next.expect("there is more to ask").id, "sale");
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with severity, tier and context")]
pub struct CustomerContext {
    /// Id of the severity.
    #[serde(default)]
    pub(crate) severity: Option<String>,
    /// Id of the tier.
    #[serde(default)]
    pub(crate) tier: Option<String>,
    /// Context question to its answer; "unknown" if the customer is not sure.
    #[serde(default, deserialize_with = "or_default")]
    context: Entries<Option<String>>,
}

impl CustomerContext {
    /// A customer of whom nothing is known.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CustomerContext, Policy};
    ///
    /// let features = Policy::reference().features("enhanced", &CustomerContext::new())?;
    /// assert!(!features.is_empty());
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the severity of the case.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CustomerContext, ErrorCode, Policy};
    ///
    /// let context = CustomerContext::new().with_severity("urgent");
    /// assert_eq!(Policy::reference().next_context(&context).unwrap_err().code(), ErrorCode::UnknownSeverity);
    /// ```
    #[must_use]
    pub fn with_severity(self, severity: impl Into<String>) -> Self {
        Self { severity: Some(severity.into()), ..self }
    }

    /// Sets the tier of the customer.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CustomerContext, ErrorCode, Policy};
    ///
    /// let context = CustomerContext::new().with_tier("gold");
    /// assert_eq!(Policy::reference().next_context(&context).unwrap_err().code(), ErrorCode::UnknownTier);
    /// ```
    #[must_use]
    pub fn with_tier(self, tier: impl Into<String>) -> Self {
        Self { tier: Some(tier.into()), ..self }
    }

    /// Adds the answer to a context question; `"unknown"` says that the question was asked and stays open.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CustomerContext, Policy};
    ///
    /// let context = CustomerContext::new().with_answer("sale", "unknown");
    /// // A question that stays open is not asked again.
    /// assert!(Policy::reference().next_context(&context)?.is_none_or(|question| question.id != "sale"));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_answer(mut self, question: impl Into<String>, option: impl Into<String>) -> Self {
        self.context.push(question.into(), Some(option.into()));
        self
    }

    /// Checks the context against a policy, and returns its answers.
    ///
    /// # Errors
    ///
    /// `unknown-severity`, `unknown-tier`, `unknown-question`, `unknown-option`
    pub(crate) fn answers(&self, document: &Document) -> Result<ContextAnswers<'_>, Error> {
        if let Some(severity) = &self.severity {
            require_severity(document, severity, "/severity")?;
        }
        if let Some(tier) = &self.tier {
            require_tier(document, tier)?;
        }
        ContextAnswers::of(&self.context, document)
    }
}
