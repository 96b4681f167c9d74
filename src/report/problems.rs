use super::result::{Place, Problem};

/// What a row can have against being judged. The codes are part of the public contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing is in the log, not even a header.
    EmptyLog,
    /// The log is in UTF-16, or no text.
    InvalidEncoding,
    /// A column that is needed is not there.
    MissingColumn,
    /// The row is no UTF-8.
    InvalidUtf8,
    /// The row holds a NUL byte.
    NotText,
    /// The row is larger than 64 KiB.
    LimitExceeded,
    /// A quote was opened and never closed: the rest of the log is one row.
    UnclosedQuote,
    /// More or fewer columns than the header.
    WrongColumnCount,
    /// The policy knows no such tier.
    UnknownTier,
    /// The policy knows no such severity.
    UnknownSeverity,
    /// No timestamp.
    InvalidInstant,
    /// Day and month of a timestamp could be read either way.
    AmbiguousInstant,
    /// A timestamp without an offset, and no zone was given.
    MissingOffset,
    /// Before 1970 or after 2199.
    OutOfRange,
    /// It stopped before it was submitted.
    StopBeforeSubmission,
    /// A row before has the same id.
    DuplicateId,
    /// An outage ended before it began.
    EndBeforeStart,
}

impl Fault {
    /// The code as the npm package spells it.
    pub fn code(self) -> &'static str {
        CODES.split(' ').nth(self as usize).unwrap_or_default()
    }
}

/// The codes in the order of the faults. One text, not a list: a list stays in the engine of pages that never read a log.
const CODES: &str = "empty-log invalid-encoding missing-column invalid-utf-8 not-text limit-exceeded unclosed-quote \
     wrong-column-count unknown-tier unknown-severity invalid-instant ambiguous-instant missing-offset out-of-range \
     stop-before-submission duplicate-id end-before-start";

/// Problems by code, in the order in which each was first met.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<(Fault, u64, Vec<Place>)>);

impl Problems {
    /// Most rows that are shown of one code.
    const MOST_SHOWN: usize = 100;

    /// Counts a problem; `message` is asked for only where it will be shown.
    pub fn add(&mut self, fault: Fault, row: u64, message: impl FnOnce() -> String) {
        let at = self.0.iter().position(|(known, ..)| *known == fault).unwrap_or_else(|| {
            self.0.push((fault, 0, Vec::new()));
            self.0.len() - 1
        });
        if let Some((_, count, first)) = self.0.get_mut(at) {
            *count += 1;
            if first.len() < Self::MOST_SHOWN {
                first.push(Place { row, message: message() });
            }
        }
    }

    /// The problems as the result holds them.
    pub fn into_result(self) -> Vec<Problem> {
        let problem = |(fault, count, first): (Fault, u64, Vec<Place>)| Problem { code: fault.code(), count, first };
        self.0.into_iter().map(problem).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_its_code() {
        assert_eq!(Fault::EmptyLog.code(), "empty-log");
        assert_eq!(Fault::LimitExceeded.code(), "limit-exceeded");
        assert_eq!(Fault::OutOfRange.code(), "out-of-range");
        assert_eq!(Fault::DuplicateId.code(), "duplicate-id");
        assert_eq!(Fault::EndBeforeStart.code(), "end-before-start");
        assert_eq!(CODES.split(' ').count(), Fault::EndBeforeStart as usize + 1);
    }
}
