//! AnswerSets as one line of text, for permalinks and tickets.
//!
//! ```text
//! vector   = policy "@" version *( "/" question ":" answer )
//! answer   = "?" / option *( "+" option )
//! ```
//!
//! Ids and version are percent-encoded except letters, digits, ".", "_" and "-". Questions stand in the policy's
//! order, options in theirs; "?" is an answer that leaves every option open; a question that has not been asked is
//! left out. So every set of answers has exactly one vector, and it needs no further encoding in the fragment of a URL.
//!
//! Reading is more lenient: any order will do, and if a question occurs twice, the first counts.

use serde::Serialize;

use super::Classifier;
use super::answers::{AnswerSets, Answers, UNKNOWN};
use super::table::{Axis, members};
use crate::argument::require_at_most;
use crate::{Error, ErrorCode};

/// Longest vector that is read, in bytes.
///
/// # Examples
///
/// ```
/// use case_slo::{ErrorCode, MAX_VECTOR_BYTES, Policy};
///
/// let refused = Policy::reference().parse_vector(&"x".repeat(MAX_VECTOR_BYTES + 1)).unwrap_err();
/// assert_eq!(refused.code(), ErrorCode::LimitExceeded);
/// ```
pub const MAX_VECTOR_BYTES: usize = 64 << 10;

/// The answers that a vector holds.
///
/// # Examples
///
/// ```
/// use case_slo::Policy;
///
/// let policy = Policy::reference();
/// let parsed = policy.parse_vector("cisco-spark-swss@0.9.0/service:degraded")?;
/// // The answers count, and a reader can be told that the policy has changed since.
/// assert!(!parsed.same_version && parsed.ignored.is_empty());
/// assert_eq!(policy.classify(&parsed.answers)?.severity, "critical");
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ParsedVector {
    /// Question to its answer, in the order of the vector.
    pub answers: Answers,
    /// Whether it was written under this version of this policy.
    pub same_version: bool,
    /// The parts that do not count, decoded: `"question"` if this policy has no such question or it occurs in the vector
    /// before, `"question:option"` if the question has no such option.
    pub ignored: Vec<String>,
}

/// The vector of a set of answers.
pub(super) fn write(classifier: &Classifier, answers: &AnswerSets) -> String {
    let table = &classifier.table;
    let mut vector = String::new();
    encode(&classifier.policy, &mut vector);
    vector.push('@');
    encode(&classifier.version, &mut vector);
    for (axis, options) in answers.given() {
        let axis = &table.axes[axis];
        vector.push('/');
        encode(&axis.id, &mut vector);
        if options == axis.all() && axis.options.len() > 1 {
            vector.push_str(":?");
            continue;
        }
        for (count, option) in members(options).enumerate() {
            vector.push(if count == 0 { ':' } else { '+' });
            encode(&axis.options[option].id, &mut vector);
        }
    }
    vector
}

/// Reads a vector. What this policy does not know is reported, not fatal.
///
/// # Errors
///
/// `limit-exceeded`; `invalid-vector` if the text is not of the form above.
pub(super) fn parse(classifier: &Classifier, vector: &str) -> Result<ParsedVector, Error> {
    require_at_most(vector.len(), MAX_VECTOR_BYTES, "bytes", "")?;
    let mut parts = vector.split('/');
    let head = parts.next().unwrap_or_default();
    let Some((policy, version)) = head.split_once('@') else {
        return Err(invalid(format!("expected policy@version first, found \"{}\"", shorten(head))));
    };
    let (policy, version) = (decode(policy)?, decode(version)?);
    if policy.is_empty() || version.is_empty() {
        return Err(invalid(format!("expected policy@version first, found \"{}\"", shorten(head))));
    }
    let same_version = policy == classifier.policy && version == classifier.version;
    let (mut answers, mut ignored) = (Answers::new(), Vec::new());
    for part in parts {
        let Some((question, answer)) = part.split_once(':') else {
            return Err(invalid(format!("expected question:answer, found \"{}\"", shorten(part))));
        };
        let question = decode(question)?;
        let known = classifier.table.axes.iter().find(|axis| axis.id == question);
        match known.filter(|axis| !answers.has(&axis.id)) {
            Some(axis) => answers.push(question, read_answer(axis, answer, &mut ignored)?),
            None => ignored.push(question),
        }
    }
    Ok(ParsedVector { answers, same_version, ignored })
}

/// The options of an answer that the question has; `"unknown"` alone for any of them.
fn read_answer(axis: &Axis, answer: &str, ignored: &mut Vec<String>) -> Result<Vec<String>, Error> {
    if answer == "?" {
        // If an option is itself called "unknown", the whole list says what the word cannot.
        return Ok(match axis.option(UNKNOWN) {
            None => vec![UNKNOWN.to_owned()],
            Some(_) => axis.options.iter().map(|option| option.id.clone()).collect(),
        });
    }
    let mut known = Vec::new();
    for option in answer.split('+') {
        let option = decode(option)?;
        match axis.option(&option) {
            Some(_) => known.push(option),
            None => ignored.push(format!("{}:{option}", axis.id)),
        }
    }
    Ok(known)
}

fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

fn decode(text: &str) -> Result<String, Error> {
    let bad = || invalid(format!("expected percent-encoded UTF-8, found \"{}\"", shorten(text)));
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || rest.next().and_then(|b| char::from(b).to_digit(16)).ok_or_else(bad);
            bytes.push((digit()? * 16 + digit()?) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).map_err(|_| bad())
}

fn invalid(message: String) -> Error {
    Error::new(ErrorCode::InvalidVector, message).at("")
}

fn shorten(text: &str) -> String {
    text.chars().take(40).collect()
}
