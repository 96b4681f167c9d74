//! Arguments that come from outside as JSON, read by serde.
//!
//! The browser gives JSON text; on a server any deserializer will do, such as serde_json's. A fault is an [`Error`] with a
//! stable code and a JSON Pointer to the value that was refused.

use std::fmt;
use std::time::Duration;

use serde::de::{self, Deserialize, DeserializeOwned, Deserializer, Expected, Unexpected};

use crate::policy::{Fault, FaultPosition, Node, Reader};
use crate::{Error, ErrorCode};

/// Reads an argument; `code` is the code of a fault whose type has none of its own.
///
/// # Errors
///
/// The code of the type of the refused value, such as `invalid-instant`; else `code`.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, ErrorCode, argument};
/// use serde_json::json;
///
/// let given = json!({"tier": "premium", "severity": "high", "submittedAt": "2026-02-03T02:14:00"});
/// let refused = argument::read::<CaseFacts, _>(given, ErrorCode::InvalidCase).unwrap_err();
/// assert_eq!((refused.code(), refused.path()), (ErrorCode::InvalidInstant, Some("/submittedAt")));
/// ```
pub fn read<'de, T, D>(deserializer: D, code: ErrorCode) -> Result<T, Error>
where
    T: DeserializeOwned,
    D: Deserializer<'de>,
{
    let node = Node::read(deserializer).map_err(|error| Error::new(code, error.to_string()).at(""))?;
    from_node(&node, code)
}

/// Reads an argument from JSON text, as [`read`].
#[cfg(target_arch = "wasm32")]
pub(crate) fn parse<T: DeserializeOwned>(text: &str, code: ErrorCode) -> Result<T, Error> {
    let node = crate::policy::parse(text).map_err(|error| Error::new(code, error.message.to_string()).at(""))?;
    from_node(&node, code)
}

fn from_node<T: DeserializeOwned>(node: &Node, code: ErrorCode) -> Result<T, Error> {
    let place = FaultPosition::default();
    T::deserialize(Reader::<Refusal>::new(node, &place))
        .map_err(|refusal| refusal.into_error(code, place.pointer(node)))
}

/// Why a type refused a value.
#[derive(Debug)]
struct Refusal(String);

impl Refusal {
    /// The error of the call about the value at `path`, with the code of the refused type or else with `code`.
    fn into_error(self, code: ErrorCode, path: String) -> Error {
        let Self(message) = self;
        if let Some((own, rest)) = split_code(&message) {
            return Error::new(own, rest).at(path);
        }
        match missing_member(&message) {
            None => Error::new(code, message).at(path),
            Some(member) => {
                let code = if INSTANTS.contains(&member) { ErrorCode::InvalidInstant } else { code };
                Error::new(code, format!("expected \"{member}\", found nothing")).at(format!("{path}/{member}"))
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

impl de::Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }

    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Bool(_) => "true or false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            Unexpected::Char(_) | Unexpected::Str(_) => "a text",
            Unexpected::Unit | Unexpected::Option => "null",
            Unexpected::Seq => "a list",
            Unexpected::Map => "an object",
            Unexpected::Other(name) => name,
            _ => "another value",
        };
        // Lists of the standard library call themselves sequences.
        match expected.to_string().as_str() {
            "a sequence" => Self::custom(format_args!("expected a list, found {found}")),
            expected => Self::custom(format_args!("expected {expected}, found {found}")),
        }
    }

    fn invalid_value(_: Unexpected, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("expected {expected}, found another value"))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("expected {expected}, found a list of {length}"))
    }
}

/// Arguments that may have more members than are read, because a page keeps its own data in the same objects.
const OPEN: [&str; 6] = ["CaseFacts", "CaseValues", "CustomerContext", "Period", "ReportOptions", "SeverityChange"];

impl Fault for Refusal {
    fn refuses_unknown(name: &str) -> bool {
        !OPEN.contains(&name)
    }
}

/// Members that hold an instant in every argument that has them: leaving one out is refused like null in its place.
const INSTANTS: [&str; 3] = ["asOf", "at", "submittedAt"];

/// The member that a derived `Deserialize` implementation missed.
fn missing_member(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.split_once('`').map(|(member, _)| member)
}

/// A number of seconds as a duration, to the millisecond.
///
/// # Errors
///
/// `out-of-range` for a number that is negative, not finite or larger than all of time.
///
/// # Examples
///
/// ```
/// use case_slo::argument::duration;
/// use std::time::Duration;
///
/// assert_eq!(duration(1.5)?, Duration::from_millis(1_500));
/// assert_eq!(duration(-1.0).unwrap_err().code().as_str(), "out-of-range");
/// # Ok::<(), case_slo::Error>(())
/// ```
pub fn duration(seconds: f64) -> Result<Duration, Error> {
    let millis = crate::calendar::duration(seconds).and_then(|millis| u64::try_from(millis).ok());
    millis.map(Duration::from_millis).ok_or_else(|| {
        let found = if seconds < 0.0 { "a negative number" } else { "none that could pass by 2199" };
        let message = format!("expected a number of seconds from zero up, found {found}");
        Error::new(ErrorCode::OutOfRange, message).at("")
    })
}

/// Reads a member for which null means the same as leaving it out.
pub(crate) fn or_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Deserialize<'de> + Default,
    D: Deserializer<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// Refuses a list that is longer than allowed.
///
/// # Errors
///
/// `limit-exceeded`
pub(crate) fn require_at_most(found: usize, most: usize, kind: &str, path: &str) -> Result<(), Error> {
    if found <= most {
        return Ok(());
    }
    Err(Error::new(ErrorCode::LimitExceeded, format!("expected at most {most} {kind}, found {found}")).at(path))
}

/// The error of a `Deserialize` implementation that knows a better code than its caller.
///
/// serde errors carry nothing but a message, so the code is put in front of it, and [`read`] takes it off again.
pub(crate) fn refuse<E: serde::de::Error>(error: &Error) -> E {
    E::custom(format_args!("{}: {error}", error.code().as_str()))
}

fn split_code(message: &str) -> Option<(ErrorCode, &str)> {
    let (code, rest) = message.split_once(':')?;
    Some((ErrorCode::parse(code)?, rest.strip_prefix(' ')?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Instant;
    use serde_json::json;
    use std::collections::BTreeMap;

    fn refused(value: serde_json::Value) -> (String, Option<String>) {
        let read: Result<BTreeMap<String, Vec<Instant>>, Error> = read(value, ErrorCode::InvalidCase);
        let error = read.unwrap_err();
        (error.code().as_str().to_owned(), error.path().map(str::to_owned))
    }

    #[test]
    fn a_fault_has_the_code_of_its_type_and_points_to_its_value() {
        let at = |path: &str| Some(path.to_owned());
        assert_eq!(refused(json!({"a/b": [0, "soon"]})), ("invalid-instant".to_owned(), at("/a~1b/1")));
        assert_eq!(refused(json!({"a": [1e300]})), ("out-of-range".to_owned(), at("/a/0")));
        assert_eq!(refused(json!({"a": [true]})), ("invalid-instant".to_owned(), at("/a/0")));
        assert_eq!(refused(json!({"a": [1e15]})), ("out-of-range".to_owned(), at("/a/0")));
        assert_eq!(refused(json!({"a": 1})), ("invalid-case".to_owned(), at("/a")));
        assert_eq!(refused(json!([])), ("invalid-case".to_owned(), at("")));
    }

    #[test]
    fn a_message_says_what_was_expected_and_found() {
        let message = |value: serde_json::Value| {
            read::<BTreeMap<String, Vec<crate::Pause>>, _>(value, ErrorCode::InvalidCase).unwrap_err().to_string()
        };
        assert_eq!(message(json!({"a": {}})), "expected a list, found an object");
        assert_eq!(message(json!({"a": [[0, 1, 2]]})), "expected a pair: from, and to or null, found a list of 3");
        assert_eq!(
            message(json!({"a": [[1e308, 1]]})),
            "expected an instant from 1970 to 2199, found a number of more than 15 digits"
        );
        assert_eq!(message(json!({"a": [[true, 1]]})), "expected RFC 3339 text or milliseconds since 1970, found true");
    }
}
