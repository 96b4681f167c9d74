//! The header and the first rows of a log, and what the cells of a column are.

use case_slo_log::Timestamp;

use crate::sorted::sorted;

use super::companions::{are_dates, are_times, belongs, is_time_alone};
use super::elapsed::{self, ElapsedUnit};
use super::names::normalized;
use super::options::Column;
use super::purpose;

/// The headers of a log, and its first rows.
pub(super) struct Sheet<'a> {
    pub headers: &'a [String],
    /// Headers as they are compared, whole and without what stands in parentheses.
    pub names: Vec<[String; 2]>,
    pub sample: &'a [Vec<String>],
}

impl<'a> Sheet<'a> {
    pub fn new(headers: &'a [String], sample: &'a [Vec<String>]) -> Self {
        // A sign alone is a number: "Case #" is known by its word.
        let name = |header: &str| if header.trim() == "#" { "no".to_owned() } else { normalized(header) };
        let names = headers.iter().map(|header| [name(header), name(without_parentheses(header))]).collect();
        Self { headers, names, sample }
    }

    /// The first column of a name, with or without what stands in parentheses.
    pub fn position(&self, form: usize, name: &str) -> Option<usize> {
        self.names.iter().position(|names| names.get(form).is_some_and(|known| known == name))
    }

    pub fn find(&self, column: &Column) -> Option<usize> {
        match column {
            Column::Index(index) => (*index < self.headers.len()).then_some(*index),
            Column::Header(header) => {
                let exact = self.headers.iter().position(|known| known.trim() == header.trim());
                let name = normalized(header);
                exact.or_else(|| self.position(0, &name).filter(|_| !name.is_empty()))
            }
        }
    }

    /// The column of the times of day of a column of dates: the one whose header says so, or says "time" alone right behind it.
    pub fn time_of(&self, date: usize) -> Option<usize> {
        if !are_dates(self.column(date)) {
            return None;
        }
        let name = |index: usize| self.names.get(index).map_or("", |[name, _]| name);
        let is_time = |index: &usize| *index != date && are_times(self.column(*index));
        let named = (0..self.headers.len()).find(|index| belongs(name(date), name(*index)) && is_time(index));
        named.or_else(|| Some(date + 1).filter(|next| is_time_alone(name(*next)) && is_time(next)))
    }

    /// The cells of a column among the first rows that have a value.
    pub fn filled(&self, index: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.column(index).filter(|cell| !is_not_yet(cell))
    }

    /// Whether a column holds instants; numbers of seconds and milliseconds since 1970 are some.
    pub fn holds_instants(&self, index: usize) -> bool {
        let is_unix = |cell: &str| {
            matches!(cell.trim().len(), 10 | 13) && matches!(Timestamp::read(cell.as_bytes()), Timestamp::Instant(_))
        };
        let mut cells = self.filled(index).peekable();
        cells.peek().is_some() && cells.all(|cell| is_timestamp(cell) || is_unix(cell)) || self.time_of(index).is_some()
    }

    /// Whether a column holds durations.
    pub fn holds_durations(&self, index: usize) -> bool {
        let mut cells = self.filled(index).peekable();
        cells.peek().is_some() && cells.all(|cell| elapsed::read(cell, ElapsedUnit::Minutes).is_some())
    }

    /// Whether a column holds durations or words: instants in a form that is not known have digits as well.
    pub fn holds_no_instants(&self, index: usize) -> bool {
        self.holds_durations(index) || !self.filled(index).any(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()))
    }

    /// Whether a column holds durations in the hours of a desk, which do not lead from a submission to a stop.
    pub fn counts_desk_hours(&self, index: usize) -> bool {
        purpose::is_of_desk(&self.headers[index]) && self.holds_durations(index)
    }

    /// Whether a column holds durations, and says so by its header or by their form: a number alone counts something else.
    pub fn tells_durations(&self, index: usize) -> bool {
        let is_number = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit() || b"., ".contains(&byte));
        let header = self.headers.get(index).map_or("", String::as_str);
        self.holds_durations(index) && (purpose::tells_duration(header) || !self.filled(index).any(is_number))
    }

    /// The cells of a column among the first rows.
    pub fn column(&self, index: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        const MOST_ROWS: usize = 100;
        self.sample.iter().take(MOST_ROWS).filter_map(move |row| row.get(index)).map(String::as_str)
    }
}

/// Whether a case comes again in the first rows.
pub(super) fn comes_again(sample: &[Vec<String>], id: usize) -> bool {
    let ids: Vec<&String> = sample.iter().filter_map(|row| row.get(id)).filter(|id| !id.is_empty()).collect();
    sorted(ids, |one, other| one.cmp(other)).windows(2).any(|pair| pair[0] == pair[1])
}

/// The name of a zone that a header gives in parentheses, such as "Created (UTC)".
pub(super) fn zone_of_header(header: &str) -> Option<&str> {
    let (_, rest) = header.split_once(['(', '['])?;
    let (inside, _) = rest.split_once([')', ']'])?;
    let mut words = inside.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'));
    words.find(|word| {
        matches!(word.to_ascii_uppercase().as_str(), "UTC" | "GMT" | "Z") || word.contains('/') && word.len() > 4
    })
}

/// A header up to its first parenthesis.
fn without_parentheses(header: &str) -> &str {
    let end = header.find(['(', '[']).filter(|at| *at > 0);
    end.map_or(header, |end| header.get(..end).unwrap_or(header))
}

/// Whether a cell holds a timestamp.
pub(super) fn is_timestamp(cell: &str) -> bool {
    matches!(Timestamp::read(cell.as_bytes()), Timestamp::Instant(_) | Timestamp::Local(_) | Timestamp::Ambiguous)
        // A number is rather one than a serial date.
        && !cell.trim().bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a cell has no value, or stands for one that has not come.
fn is_not_yet(cell: &&str) -> bool {
    Timestamp::read(cell.as_bytes()) == Timestamp::Empty
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_names_a_zone_in_parentheses_and_no_form_of_dates() {
        for (header, zone) in [
            ("Created (UTC)", Some("UTC")),
            ("Created [gmt]", Some("gmt")),
            ("Created (America/Toronto)", Some("America/Toronto")),
            ("Created (local; Asia/Tokyo)", Some("Asia/Tokyo")),
            ("Created (d/m)", None),
            ("Created (d/mm)", None),
            ("Created (minutes)", None),
            ("Created UTC", None),
        ] {
            assert_eq!(zone_of_header(header), zone, "{header}");
        }
    }
}
