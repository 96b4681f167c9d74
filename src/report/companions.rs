//! Columns that complete others: the time of day of a date, and the status of a case.

use case_slo_log::{Cell, Timestamp, Timestamps};

use super::names::normalized;

/// Parts of headers that say only that a column holds a date or a time.
const TIME_WORDS: [&str; 10] = ["date", "time", "heure", "hour", "hora", "fecha", "uhrzeit", "zeit", "datum", "jour"];

/// Words before and after the rest of such a header.
const BEFORE: [&str; 8] = ["dela", "del", "des", "de", "du", "d", "la", "l"];
const AFTER: [&str; 3] = ["at", "on", "le"];

/// Beginnings of statuses of a case that has come to its end, and of one that has not, in English, French, German and Spanish,
/// without spaces, accents and capitals.
const CLOSED: &str = "closed resolved solved completed done fixed ferme resolu cloture clos termine regle geschlossen gelost \
     erledigt abgeschlossen cerrad resuelt";
const OPEN: &str = "open reopen inprogress workinprogress onhold pending waiting awaiting assigned accepted queued todo ouvert rouvert \
     reouvert nouveau nouvelle encours enattente attente suspendu attribue afaire offen neu wartend inbearbeitung abierto \
     nuevo encurso pendiente";

/// The state that a status tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Open,
    Closed,
}

impl Status {
    /// Reads a status; `None` for one that says neither.
    pub fn read(value: &str) -> Option<Self> {
        let value = normalized(value);
        let begins = |list: &str| list.split_ascii_whitespace().any(|beginning| value.starts_with(beginning));
        // "New" begins names of places as well.
        match (begins(CLOSED), value == "new" || begins(OPEN)) {
            (true, _) => Some(Self::Closed),
            (_, true) => Some(Self::Open),
            _ => None,
        }
    }
}

/// Whether cells hold dates without a time of day; spreadsheets write midnight.
pub(super) fn are_dates<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut cells = cells.filter(|cell| Timestamp::read(cell.as_bytes()) != Timestamp::Empty).peekable();
    cells.peek().is_some()
        && cells.all(|cell| {
            let date = without_midnight(cell);
            !is_moment(date) && is_moment(&format!("{date} 00:00"))
        })
}

/// Whether cells hold times of day, or nothing.
pub(super) fn are_times<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut cells = cells.filter(|cell| !cell.trim().is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| is_moment(&format!("2026-02-03 {cell}")))
}

/// Whether the header of a time of day belongs to that of a date: "Heure de réponse" to "Date de réponse".
pub(super) fn belongs(date: &str, time: &str) -> bool {
    rest(date) == rest(time)
}

/// Whether a header says that its column holds a time, and nothing else.
pub(super) fn is_time_alone(header: &str) -> bool {
    !header.is_empty() && rest(header).is_empty()
}

/// A header without the words for dates and times.
fn rest(header: &str) -> String {
    let plain = TIME_WORDS.iter().fold(header.to_owned(), |header, word| header.replace(word, ""));
    let plain = BEFORE.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(&plain);
    AFTER.iter().find_map(|word| plain.strip_suffix(word)).unwrap_or(plain).to_owned()
}

/// Reads the timestamp of a date and a time of day; that of the date alone where it brings its own time.
pub(super) fn read_both(timestamps: &mut Timestamps, date: Cell, time: Cell) -> Timestamp {
    let text = String::from_utf8_lossy(date.bytes());
    let plain = without_midnight(&text);
    if time.bytes().trim_ascii().is_empty() || Timestamp::read(plain.as_bytes()) != Timestamp::Unreadable {
        return timestamps.read(date);
    }
    let both = format!("{plain} {}", String::from_utf8_lossy(time.bytes()));
    timestamps.read(Cell::from(both.as_bytes()))
}

fn without_midnight(date: &str) -> &str {
    let date = date.trim();
    [" 00:00:00", "T00:00:00", " 00:00"].iter().find_map(|midnight| date.strip_suffix(midnight)).unwrap_or(date)
}

fn is_moment(text: &str) -> bool {
    matches!(Timestamp::read(text.as_bytes()), Timestamp::Instant(_) | Timestamp::Local(_) | Timestamp::Ambiguous)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_of_day_are_told_from_other_cells() {
        assert!(are_dates(["2026-02-03", "", "3 févr. 2026"].into_iter()));
        assert!(are_dates(["03/02/2026", "2026-02-03 00:00:00"].into_iter()));
        assert!(!are_dates(["2026-02-03 09:00"].into_iter()) && !are_dates([""].into_iter()));
        assert!(!are_dates(["soon"].into_iter()) && !are_dates(["46056"].into_iter()));
        assert!(are_times(["09:00", "9 h 05", "2:05 PM", "14:05:00", "09:00 UTC"].into_iter()));
        for cell in ["35", "25:00", "0 hrs, 5 mins", "9", "2026-02-03 09:00"] {
            assert!(!are_times([cell].into_iter()), "{cell}");
        }
    }

    #[test]
    fn a_time_belongs_to_the_date_of_the_same_header() {
        for (date, time) in [
            ("createddate", "createdtime"),
            ("date", "heure"),
            ("datedereponse", "heuredereponse"),
            ("datedelareponse", "heuredereponse"),
            ("submittedat", "submittedtime"),
            ("fechadeapertura", "horadeapertura"),
        ] {
            assert!(belongs(date, time), "{date}, {time}");
        }
        assert!(!belongs("created", "responsetime") && is_time_alone("heure") && !is_time_alone("timespent"));
    }

    #[test]
    fn a_status_says_open_or_closed_or_neither() {
        for status in ["Closed", "Resolved - awaiting confirmation", "closed successful", "Résolu", "Clôturé", "Gelöst"]
        {
            assert_eq!(Status::read(status), Some(Status::Closed), "{status}");
        }
        for status in
            ["Open", "Re-opened", "In Progress", "On hold", "En attente", "Pending customer", "Rouvert", "New"]
        {
            assert_eq!(Status::read(status), Some(Status::Open), "{status}");
        }
        for status in ["", "Active", "Unresolved", "5", "New York"] {
            assert_eq!(Status::read(status), None, "{status}");
        }
    }
}
