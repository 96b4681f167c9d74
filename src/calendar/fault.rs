use std::fmt::Display;

use super::instant::excerpt;
use crate::Diagnostic;

/// An error in a part of a calendar.
#[derive(Debug)]
pub(super) struct Fault {
    code: &'static str,
    /// The place within the part, as the end of a JSON Pointer.
    within: &'static str,
    /// Empty without the feature `analysis`, where nobody reads it; so is `help`.
    message: String,
    help: &'static str,
}

impl Fault {
    /// A fault with its code, its place within the part, the message, and how to correct it.
    pub fn new(code: &'static str, within: &'static str, message: impl Display, help: &'static str) -> Self {
        let (message, help) = if cfg!(feature = "analysis") { (message.to_string(), help) } else { Default::default() };
        Self { code, within, message, help }
    }

    /// A text that is not what it should be: a date, a time of day, an IANA time zone.
    pub fn text(code: &'static str, within: &'static str, expected: &str, found: &str, help: &'static str) -> Self {
        Self::new(code, within, format_args!("\"{}\" is not a {expected}", excerpt(found)), help)
    }

    /// The finding about the fault, in the part at a JSON Pointer.
    pub fn at(self, part: &str) -> Diagnostic {
        Diagnostic::error(self.code, format!("{part}{}", self.within), self.message).help(self.help)
    }
}
