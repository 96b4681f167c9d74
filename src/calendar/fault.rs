use super::instant::excerpt;
use crate::Diagnostic;
use crate::sentence::{Sentence, sentence};

/// An error in a part of a calendar.
#[derive(Debug)]
pub(super) struct Fault {
    code: &'static str,
    /// The place within the part, as the end of a JSON Pointer.
    within: &'static str,
    message: Sentence,
    /// Empty without the feature `analysis`, where nobody reads it.
    help: &'static str,
}

impl Fault {
    /// A fault with its code, its place within the part, the message, and how to correct it.
    pub fn new(code: &'static str, within: &'static str, message: impl Into<Sentence>, help: &'static str) -> Self {
        // Only the whole engine words findings.
        let help = if cfg!(feature = "analysis") { help } else { "" };
        Self { code, within, message: message.into(), help }
    }

    /// A text that is not what it should be: a date, a time of day, an IANA time zone.
    pub fn text(
        code: &'static str,
        within: &'static str,
        expected: &'static str,
        found: &str,
        help: &'static str,
    ) -> Self {
        Self::new(code, within, sentence!("\"{}\" is not a {}", excerpt(found), Sentence::from(expected)), help)
    }

    /// The finding about the fault, in the part at a JSON Pointer.
    pub fn at(self, part: &str) -> Diagnostic {
        Diagnostic::error(self.code, format!("{part}{}", self.within), self.message).help(self.help)
    }
}
