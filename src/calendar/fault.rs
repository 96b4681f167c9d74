use crate::Diagnostic;

/// What is wrong with a part of a calendar.
#[derive(Debug)]
pub(super) struct Fault {
    code: &'static str,
    /// Where in the part, as the end of a JSON Pointer.
    within: &'static str,
    message: String,
    help: &'static str,
}

impl Fault {
    /// A fault: its code, where in the part it lies, what is wrong, and how to mend it.
    pub fn new(code: &'static str, within: &'static str, message: &str, help: &'static str) -> Self {
        Self { code, within, message: message.to_owned(), help }
    }

    /// A text that should be something else.
    pub fn text(code: &'static str, within: &'static str, what: &str, found: &str, help: &'static str) -> Self {
        let found: String = found.chars().take(60).collect();
        Self::new(code, within, &format!("\"{found}\" is no {what}"), help)
    }

    /// The finding about it, in a part that stands at a JSON Pointer.
    pub fn at(self, part: &str) -> Diagnostic {
        Diagnostic::error(self.code, format!("{part}{}", self.within), self.message).help(self.help)
    }
}
