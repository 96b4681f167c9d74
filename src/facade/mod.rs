//! `Policy`: a support service description, ready to answer.

mod calendars;
mod cases;
#[cfg(feature = "analysis")]
mod logs;

use std::sync::Arc;

#[cfg(feature = "analysis")]
use crate::Diagnostic;
use crate::classification::{Answers, Classification, Classifier, NextQuestion, ParsedVector};
use crate::clock::Calendars;
use crate::policy::{self, Document, Reading};
use crate::{Error, ErrorCode, contradictions};

/// A support service description, ready to answer.
///
/// # Examples
///
/// ```
/// use case_slo::{Answers, CaseFacts, Instant, Policy};
///
/// let policy = Policy::reference();
/// let severity = policy.classify(&Answers::new().with("service", "unavailable"))?.severity;
/// let submitted = Instant::parse("2026-02-03T02:14:00-05:00")?;
/// let expectation = policy.expect(&CaseFacts::new("premium", severity, submitted))?;
/// assert_eq!(expectation.targets[0].due_at, Some(Instant::parse("2026-02-03T02:29:00-05:00")?));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug)]
pub struct Policy {
    document: Arc<Document>,
    classifier: Classifier,
    calendars: Arc<Calendars>,
}

/// The Cisco Spark software support service as JSON text, French (Canada) and English.
///
/// # Examples
///
/// ```
/// use case_slo::{Policy, REFERENCE_POLICY};
///
/// assert_eq!(Policy::load(REFERENCE_POLICY)?.document().id, "cisco-spark-swss");
/// # Ok::<(), case_slo::Error>(())
/// ```
pub const REFERENCE_POLICY: &str = include_str!("../../policies/cisco-spark-swss.json");

/// Most numbers in a column.
pub const MAX_COLUMN_VALUES: usize = 10_000_000;

/// Returns every finding about a policy: faults of the document, gaps and overlaps of its decision table, and the rest of what
/// `docs/diagnostics.md` lists.
///
/// A policy with a finding of level [`Error`](crate::Level::Error) cannot be loaded. Findings have a line and a column if
/// `with_positions` is true. At most [`MAX_FINDINGS`](crate::policy::MAX_FINDINGS) are listed.
///
/// # Examples
///
/// ```
/// use case_slo::check;
///
/// let text = "{\n  \"id\": \"acme\",\n  \"title\": 7\n}";
/// let findings = check(text, true);
/// let title = findings.iter().find(|finding| finding.path == "/title").expect("a title cannot be a number");
/// assert_eq!((title.is_error(), title.line), (true, Some(3)));
/// ```
#[cfg(feature = "analysis")]
pub fn check(text: &str, with_positions: bool) -> Vec<Diagnostic> {
    let Reading { document, mut findings } = policy::read(text);
    if let Some(document) = &document {
        let calendars = Calendars::read(document, &mut findings);
        crate::verification::findings(document, &calendars, &mut findings);
    }
    let diagnostics = findings.into_list();
    if with_positions { policy::located(text, diagnostics) } else { diagnostics }
}

/// Returns the differences in meaning between two versions of a policy: severities, objectives, calendars, texts, structure.
///
/// Two ways to write the same table do not differ.
///
/// # Examples
///
/// ```
/// use case_slo::{ChangeKind, Policy, REFERENCE_POLICY, diff};
///
/// let shorter = REFERENCE_POLICY.replace(r#""under": "PT30M""#, r#""under": "PT20M""#);
/// let changes = diff(&Policy::reference(), &Policy::load(&shorter)?);
/// assert_eq!(changes.len(), 1);
/// assert_eq!((changes[0].kind, changes[0].path.as_str()), (ChangeKind::Objective, "/objectives/2"));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[cfg(feature = "analysis")]
pub fn diff(before: &Policy, after: &Policy) -> Vec<crate::verification::PolicyChange> {
    crate::verification::compare(&before.document, &after.document)
}

impl Policy {
    /// Reads a policy from JSON text.
    ///
    /// # Errors
    ///
    /// `invalid-policy`, carrying every finding, where one of them is an error. Without the feature `analysis`, it carries the
    /// errors alone, of which that of the shape is the first one.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{ErrorCode, Policy};
    ///
    /// let policy = Policy::load(include_str!("../../examples/acme-care.json"))?;
    /// assert_eq!(policy.document().id, "acme-care");
    ///
    /// let refused = Policy::load("{}").unwrap_err();
    /// assert_eq!(refused.code(), ErrorCode::InvalidPolicy);
    /// assert!(!refused.diagnostics().is_empty());
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn load(text: &str) -> Result<Self, Error> {
        let Reading { document, mut findings } = policy::read(text);
        if let Some(document) = document {
            let (calendars, classifier) = (Calendars::read(&document, &mut findings), Classifier::new(&document));
            contradictions::all(&document, &calendars, classifier.table(), &mut findings);
            if !findings.has_errors() {
                return Ok(Self { classifier, calendars: calendars.into(), document: document.into() });
            }
        }
        let diagnostics = findings.into_list();
        #[cfg(feature = "analysis")]
        let diagnostics = policy::located(text, diagnostics);
        Err(Error::invalid_policy(diagnostics))
    }

    /// Returns the policy that ships: the Cisco Spark software support service.
    ///
    /// # Panics
    ///
    /// Never: a test loads the same text.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// assert_eq!(Policy::reference().document().languages, ["fr-CA", "en"]);
    /// ```
    pub fn reference() -> Self {
        match Self::load(REFERENCE_POLICY) {
            Ok(policy) => policy,
            Err(error) => unreachable!("the reference policy does not load: {error}"),
        }
    }

    /// Returns the document behind the policy.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let policy = Policy::reference();
    /// let tiers: Vec<&str> = policy.document().tiers.iter().map(|tier| tier.id.as_str()).collect();
    /// assert_eq!(tiers, ["basic", "enhanced", "premium"]);
    /// assert_eq!(policy.document().tiers[1].name.get("fr-CA").map(String::as_str), Some("Amélioré"));
    /// ```
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Returns the severity of a set of answers, with its reasons.
    ///
    /// Answers may be incomplete. While they leave several severities possible, the policy's `whenUnsure` picks one of them.
    ///
    /// # Errors
    ///
    /// `no-classification`, `unknown-question`, `unknown-option`, `invalid-answers`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Answers, Policy};
    ///
    /// let policy = Policy::reference();
    /// let found = policy.classify(&Answers::new().with("service", "unavailable"))?;
    /// assert!(found.decided);
    /// assert_eq!(found.severity, "critical");
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn classify(&self, answers: &Answers) -> Result<Classification, Error> {
        if self.document.classification.is_none() {
            return Err(Error::new(ErrorCode::NoClassification, "the policy has no classification"));
        }
        self.classifier.classify(answers)
    }

    /// Returns the question that leads to the severity soonest; `None` if no answer could change the severity any more.
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`, `invalid-answers`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Answers, Policy};
    ///
    /// let policy = Policy::reference();
    /// let first = policy.next_question(&Answers::new())?.expect("nothing is decided yet");
    /// assert_eq!((first.id.as_str(), first.worst, first.exact), ("service", 3, true));
    ///
    /// let answers = Answers::new().with("service", "unavailable");
    /// assert_eq!(policy.next_question(&answers)?, None);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn next_question(&self, answers: &Answers) -> Result<Option<NextQuestion>, Error> {
        self.classifier.next_question(answers, &self.document)
    }

    /// Reads a vector. Questions and options that this policy does not have are reported, not fatal.
    ///
    /// # Errors
    ///
    /// `invalid-vector`; `limit-exceeded` for a text of more than [`MAX_VECTOR_BYTES`](crate::MAX_VECTOR_BYTES).
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Answers, Policy};
    ///
    /// let policy = Policy::reference();
    /// let parsed = policy.parse_vector("cisco-spark-swss@1.0.0/service:degraded/colour:red")?;
    /// assert_eq!(parsed.answers, Answers::new().with("service", "degraded"));
    /// assert_eq!((parsed.same_version, parsed.ignored), (true, vec!["colour".to_owned()]));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn parse_vector(&self, vector: &str) -> Result<ParsedVector, Error> {
        self.classifier.parse_vector(vector)
    }
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;

    #[test]
    fn the_reference_policy_has_no_findings() {
        assert_eq!(check(REFERENCE_POLICY, true), []);
    }
}
