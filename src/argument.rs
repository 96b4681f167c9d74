//! Arguments that come from outside, read by serde.
//!
//! Whatever the deserializer is (serde-wasm-bindgen's in the browser, serde_json's in a test), a fault is an [`Error`] with
//! a stable code and a JSON Pointer to the value that was refused.

use serde::de::{Deserialize, Deserializer};
use serde_path_to_error::{Path, Segment};

use crate::policy::token;
use crate::{Error, ErrorCode};

/// Reads an argument; `code` is the code of a fault whose type has none of its own.
///
/// # Errors
///
/// The code that the type of the refused value gave with [`refuse`], such as `invalid-instant`; else `code`.
pub(crate) fn read<'de, T, D>(deserializer: D, code: ErrorCode) -> Result<T, Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    serde_path_to_error::deserialize(deserializer).map_err(|fault| {
        let path = pointer(fault.path());
        let message = fault.into_inner().to_string();
        let (code, message) = match split_code(&message) {
            Some((own, rest)) => (own, rest.to_owned()),
            None => (code, message),
        };
        Error::new(code, message).at(path)
    })
}

/// The error of a `Deserialize` implementation that knows a better code than its caller.
///
/// serde errors carry nothing but a message, so the code stands in front of it, and [`read`] takes it off again.
pub(crate) fn refuse<E: serde::de::Error>(error: &Error) -> E {
    E::custom(format_args!("{}: {error}", error.code().as_str()))
}

fn split_code(message: &str) -> Option<(ErrorCode, &str)> {
    let (code, rest) = message.split_once(": ")?;
    Some((ErrorCode::parse(code)?, rest))
}

/// The JSON Pointer (RFC 6901) of a path.
fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{}", token(key))),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
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
        assert_eq!(refused(json!({"a": 1})), ("invalid-case".to_owned(), at("/a")));
        assert_eq!(refused(json!([])), ("invalid-case".to_owned(), at("")));
    }
}
