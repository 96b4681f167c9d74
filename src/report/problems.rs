use serde::Serialize;

use crate::codes::codes;
use crate::sorted::sort;

use super::result::{Problem, ProblemRow, UnknownValue};

codes! {
    /// The reason for which a row, or a whole log, could not be evaluated. The codes are part of the public contract.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[serde(into = "&'static str")]
    #[non_exhaustive]
    pub enum ProblemCode {
        /// The log is empty, without even a header.
        EmptyLog = "empty-log",
        /// The log is not text.
        InvalidEncoding = "invalid-encoding",
        /// The log lacks a necessary column.
        MissingColumn = "missing-column",
        /// The row is not UTF-8.
        InvalidUtf8 = "invalid-utf-8",
        /// The row holds a NUL byte.
        NotText = "not-text",
        /// The row is larger than [`MAX_ROW_BYTES`](super::MAX_ROW_BYTES), or the log has more groups, services or ids than are
        /// counted separately.
        LimitExceeded = "limit-exceeded",
        /// A quote opens and never closes: the rest of the log is one row.
        UnclosedQuote = "unclosed-quote",
        /// The row has more or fewer columns than the header.
        WrongColumnCount = "wrong-column-count",
        /// The policy has no such tier.
        UnknownTier = "unknown-tier",
        /// The policy has no such severity.
        UnknownSeverity = "unknown-severity",
        /// The context question has no such option, or the policy no such channel.
        UnknownOption = "unknown-option",
        /// The host does not know the zone of the customer.
        UnknownZone = "unknown-zone",
        /// The target depends on facts that the row lacks, and the possibilities do not agree.
        Undetermined = "undetermined",
        /// The cell is not a timestamp, or not a duration.
        InvalidInstant = "invalid-instant",
        /// Day and month of a timestamp could be read either way.
        AmbiguousInstant = "ambiguous-instant",
        /// Day and month of a timestamp stand in another order than in the rest of its column.
        MixedDateOrder = "mixed-date-order",
        /// The timestamp has no offset, and no zone was given.
        MissingOffset = "missing-offset",
        /// The timestamp is before 1970 or after 2199.
        OutOfRange = "out-of-range",
        /// The case stopped before it was submitted.
        StopBeforeSubmission = "stop-before-submission",
        /// A row before has the same id.
        DuplicateId = "duplicate-id",
        /// An outage ended before it began.
        EndBeforeStart = "end-before-start",
    }
}

impl ProblemCode {
    /// Whether the problem is a value that the policy does not know.
    pub(super) fn is_about_values(self) -> bool {
        matches!(self, Self::UnknownTier | Self::UnknownSeverity | Self::UnknownOption)
    }
}

impl From<ProblemCode> for &'static str {
    fn from(code: ProblemCode) -> Self {
        code.as_str()
    }
}

/// Problems by code, in the order in which each was first met.
#[derive(Debug, Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    /// By place in `list`, the values that the policy does not know, ascending, with the number of their rows.
    values: Vec<Vec<(Vec<u8>, u64)>>,
}

impl Problems {
    /// Most rows that are shown of one code.
    const MOST_SHOWN: usize = 100;
    /// Most values that are counted of one code, and the most bytes of one.
    const MOST_VALUES: usize = 100;
    const MOST_VALUE_BYTES: usize = 200;

    /// Counts a problem; `message` is asked for only if it will be shown.
    #[cold]
    pub fn add(&mut self, code: ProblemCode, row: u64, message: impl FnOnce() -> String) {
        let at = self.place(code);
        if let Some(problem) = self.list.get_mut(at) {
            problem.count += 1;
            if problem.first.len() < Self::MOST_SHOWN {
                problem.first.push(ProblemRow { row, message: message() });
            }
        }
    }

    /// Counts a row with a value that the policy does not know.
    #[cold]
    pub fn add_value(&mut self, code: ProblemCode, value: &[u8]) {
        let (at, value) = (self.place(code), value.trim_ascii());
        let Some(values) = self.values.get_mut(at) else { return };
        match values.binary_search_by(|(known, _)| known.as_slice().cmp(value)) {
            Ok(place) => values[place].1 += 1,
            Err(place) if values.len() < Self::MOST_VALUES && (1..=Self::MOST_VALUE_BYTES).contains(&value.len()) => {
                values.insert(place, (value.to_vec(), 1));
            }
            Err(_) => {}
        }
    }

    /// The place of the problem with a code.
    fn place(&mut self, code: ProblemCode) -> usize {
        self.list.iter().position(|known| known.code == code).unwrap_or_else(|| {
            self.list.push(Problem { code, count: 0, first: Vec::new(), values: Vec::new() });
            self.values.push(Vec::new());
            self.list.len() - 1
        })
    }

    /// The problems as the result holds them, in the order of their rows.
    pub fn into_result(self) -> Vec<Problem> {
        let Self { mut list, values } = self;
        // Rows that were held came last.
        list.iter_mut().for_each(|problem| sort(&mut problem.first, |one, other| one.row.cmp(&other.row)));
        for (problem, values) in list.iter_mut().zip(values) {
            let value = |(value, count): (Vec<u8>, u64)| UnknownValue {
                value: String::from_utf8_lossy(&value).into_owned(),
                count,
            };
            problem.values = values.into_iter().map(value).collect();
            sort(&mut problem.values, |one, other| other.count.cmp(&one.count));
        }
        let first_row = |problem: &Problem| problem.first.first().map(|each| each.row);
        sort(&mut list, |one, other| first_row(one).cmp(&first_row(other)));
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_counted_and_the_first_hundred_are_shown() {
        let mut problems = Problems::default();
        for row in 0..150 {
            problems.add(ProblemCode::NotText, row, || format!("row {row}"));
        }
        problems.add(ProblemCode::EmptyLog, 1, String::new);
        let found = problems.into_result();
        assert_eq!((found[0].count, found[0].first.len(), found[1].count), (150, 100, 1));
        assert_eq!(serde_json::to_value(found[0].code).unwrap(), "not-text");
    }

    #[test]
    fn a_hundred_unknown_values_are_counted_the_most_frequent_first() {
        let mut problems = Problems::default();
        for at in 0..1_000 {
            problems
                .add_value(ProblemCode::UnknownTier, format!(" v{:03}", if at % 2 == 0 { 7 } else { at }).as_bytes());
        }
        problems.add_value(ProblemCode::UnknownTier, b" ");
        problems.add_value(ProblemCode::UnknownTier, &[b'x'; 201]);
        let values = &problems.into_result()[0].values;
        // The hundredth new value is the last one; its rows are counted as often as they come.
        assert_eq!((values.len(), values[0].value.as_str(), values[0].count), (100, "v007", 501));
        assert!(values[1..].iter().all(|each| each.count == 1));
    }
}
