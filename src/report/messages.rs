//! Messages about rows, and the names in them.

use super::problems::ProblemCode;

pub(super) const EMPTY_LOG: &str = "the log is empty: it has not even a header";
pub(super) const NOT_UTF_8: &str = "not UTF-8: save the log as CSV in UTF-8";
/// The forms of dates and times that are read, in short.
const FORMS: &str =
    "expected a form such as 2026-02-03 14:05, 3/2/2026 2:05 PM, 3 Feb 2026 14:05 or 2026-02-03T14:05:00Z";
pub(super) const NOT_TEXT: &str = "a NUL byte: this is not text";
pub(super) const UNCLOSED: &str = "a quote in this row is never closed: the rest of the log could not be read";

/// Returns the message for a value that was refused.
pub(super) fn message(code: ProblemCode, value: &[u8]) -> String {
    let found = short(&String::from_utf8_lossy(value));
    match code {
        ProblemCode::UnknownTier if value.is_empty() => "the tier is empty".to_owned(),
        ProblemCode::UnknownTier => format!("the policy has no tier \"{found}\""),
        ProblemCode::UnknownSeverity if value.is_empty() => "the severity is empty".to_owned(),
        ProblemCode::UnknownSeverity => format!("the policy has no severity \"{found}\""),
        ProblemCode::UnknownOption => format!("no answer of the policy is \"{found}\""),
        ProblemCode::UnknownZone => format!("no known IANA time zone is \"{found}\""),
        ProblemCode::Undetermined => "the target depends on facts that the row lacks".to_owned(),
        ProblemCode::EndBeforeStart => format!("ended before it began: \"{found}\""),
        ProblemCode::InvalidInstant if value.is_empty() => "no date and time: the cell is empty".to_owned(),
        ProblemCode::InvalidInstant => format!("no date and time: \"{found}\"; {FORMS}"),
        ProblemCode::MixedDateOrder => format!("day and month in another order than in rows before: \"{found}\""),
        ProblemCode::AmbiguousInstant => format!("day and month can be read either way: \"{found}\""),
        ProblemCode::MissingOffset => format!("without an offset, and no time zone is given: \"{found}\""),
        ProblemCode::OutOfRange => format!("not from 1970 to 2199: \"{found}\""),
        ProblemCode::StopBeforeSubmission => format!("stopped before it was submitted: \"{found}\""),
        ProblemCode::DuplicateId => format!("the id \"{found}\" stands in a row before"),
        _ => found,
    }
}

/// Returns a name as messages repeat it: up to 60 characters.
pub(super) fn short(name: &str) -> String {
    cut(name, 60)
}

/// Returns a text up to so many characters.
pub(super) fn cut(text: &str, longest: usize) -> String {
    // A character has at least one byte.
    let end = if text.len() > longest { text.char_indices().nth(longest) } else { None };
    end.map_or_else(|| text.to_owned(), |(end, _)| format!("{}…", &text[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_of_a_value_says_it_in_a_sentence_of_its_own() {
        let codes = [
            ProblemCode::UnknownTier,
            ProblemCode::UnknownSeverity,
            ProblemCode::UnknownOption,
            ProblemCode::UnknownZone,
            ProblemCode::EndBeforeStart,
            ProblemCode::InvalidInstant,
            ProblemCode::MixedDateOrder,
            ProblemCode::AmbiguousInstant,
            ProblemCode::MissingOffset,
            ProblemCode::OutOfRange,
            ProblemCode::StopBeforeSubmission,
            ProblemCode::DuplicateId,
        ];
        let sentences: Vec<String> = codes.iter().map(|code| message(*code, b"3/4/5")).collect();
        for (at, sentence) in sentences.iter().enumerate() {
            assert!(sentence.contains("\"3/4/5\""), "{sentence}");
            assert!(!sentences[..at].contains(sentence), "{sentence}");
        }
        for code in [ProblemCode::UnknownTier, ProblemCode::UnknownSeverity, ProblemCode::InvalidInstant] {
            assert!(!message(code, b"").contains('"'));
        }
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        assert_eq!((cut("été", 3), cut("été", 2)), ("été".to_owned(), "ét…".to_owned()));
        assert_eq!(message(ProblemCode::UnknownTier, b"x\xff"), "the policy has no tier \"x\u{fffd}\"");
    }
}
