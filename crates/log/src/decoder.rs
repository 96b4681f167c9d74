//! The short way from bytes to cases, for rows that hold nothing out of the ordinary.
//!
//! A row goes this way where it is whole, its columns are as many as the header's, its values have been met before and its
//! timestamps can be read. Any other is left to [`Rows`](crate::Rows), and to somebody who can say what is wrong with it.

use crate::bytes::{TOPS, equal, less, position, word};
use crate::rows::MAX_ROW_BYTES;
use crate::timestamp::Timestamp;
use crate::values::Values;

/// Where the columns of a case stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Columns {
    /// The id of a case.
    pub id: Option<usize>,
    /// The tier; without it, every case has the same.
    pub tier: Option<usize>,
    /// The severity.
    pub severity: usize,
    /// When it was submitted.
    pub submitted_at: usize,
    /// When its clock stopped.
    pub stopped_at: usize,
    /// How the case came in.
    pub channel: Option<usize>,
    /// Columns of every row.
    pub count: usize,
}

/// What is known of values so far.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Indices of tiers.
    pub tiers: &'a Values,
    /// Indices of severities.
    pub severities: &'a Values,
    /// Indices of channels.
    pub channels: &'a Values,
}

/// A timestamp that could be read, in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// What it would be in UTC.
    pub millis: i64,
    /// Whether it is a wall-clock time without a zone.
    pub is_local: bool,
}

/// A case as it stands in a row. Positions are those of the bytes that were decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// When it was submitted.
    pub submitted_at: Stamp,
    /// When its clock stopped.
    pub stopped_at: Option<Stamp>,
    /// Where the row begins, and where it ends without its line end.
    pub row: (u32, u32),
    /// Where its id stands; empty where it has none.
    pub id: (u32, u32),
    /// Where its channel stands; empty where it has none.
    pub channel_at: (u32, u32),
    /// Index of its tier; zero without such a column.
    pub tier: u16,
    /// Index of its severity.
    pub severity: u16,
    /// Index of its channel; `u16::MAX` where it is not known yet.
    pub channel: u16,
}

/// Cases that are decoded at once: as many as stay close to the processor.
const BATCH: usize = 256;

/// Decodes rows of one layout.
#[derive(Debug)]
pub struct Decoder {
    delimiter: u8,
    /// What is in each column.
    roles: Vec<Role>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Other,
    Id,
    Tier,
    Severity,
    SubmittedAt,
    StoppedAt,
    Channel,
}

impl Decoder {
    /// A decoder for rows of a layout; `None` where one column has two roles, or a row has too many columns.
    pub fn new(delimiter: u8, columns: &Columns) -> Option<Self> {
        if columns.count > MAX_ROW_BYTES {
            return None;
        }
        let mut roles = vec![Role::Other; columns.count];
        for (column, role) in [
            (columns.id, Role::Id),
            (columns.tier, Role::Tier),
            (Some(columns.severity), Role::Severity),
            (Some(columns.submitted_at), Role::SubmittedAt),
            (Some(columns.stopped_at), Role::StoppedAt),
            (columns.channel, Role::Channel),
        ] {
            let Some(column) = column else { continue };
            let place = roles.get_mut(column).filter(|known| **known == Role::Other)?;
            *place = role;
        }
        Some(Self { delimiter, roles })
    }

    /// Decodes rows from the first byte on, where a row has to begin, into an emptied batch, until it is full or a row is
    /// met that has to go the long way. Returns how many bytes it has read.
    pub fn decode(&self, bytes: &[u8], known: Known, cases: &mut Vec<Case>) -> usize {
        cases.clear();
        let bytes = bytes.get(..u32::MAX as usize).unwrap_or(bytes);
        let mut at = 0;
        while cases.len() < BATCH {
            let Some((case, next)) = self.row(bytes, at, known) else { break };
            cases.push(case);
            at = next;
        }
        at
    }

    /// The row that begins at a position, and where the next one does.
    #[inline(always)]
    fn row(&self, bytes: &[u8], start: usize, known: Known) -> Option<(Case, usize)> {
        let nothing = Stamp { millis: 0, is_local: false };
        let mut case = Case {
            submitted_at: nothing,
            stopped_at: None,
            row: (start as u32, 0),
            id: (0, 0),
            channel_at: (0, 0),
            tier: 0,
            severity: 0,
            channel: u16::MAX,
        };
        let mut reader = Reader { bytes, delimiter: self.delimiter, at: start, tops: 0 };
        let mut end = start;
        for (index, role) in self.roles.iter().enumerate() {
            if index > 0 {
                if *bytes.get(end)? != self.delimiter {
                    return None;
                }
                reader.at = end + 1;
            }
            end = match role {
                Role::SubmittedAt => {
                    let (stamp, end) = reader.stamp()?;
                    case.submitted_at = stamp?;
                    end
                }
                Role::StoppedAt => {
                    let (stamp, end) = reader.stamp()?;
                    case.stopped_at = stamp;
                    end
                }
                Role::Other => reader.skip()?,
                role => {
                    let (from, to, end) = reader.cell()?;
                    let place = (from as u32, to as u32);
                    let find = |values: &Values| values.find_in(bytes, from, to).filter(|code| *code != u16::MAX);
                    match role {
                        Role::Tier => case.tier = find(known.tiers)?,
                        Role::Severity => case.severity = find(known.severities)?,
                        Role::Id => case.id = place,
                        _ => {
                            case.channel_at = place;
                            case.channel = find(known.channels).unwrap_or(u16::MAX);
                        }
                    }
                    end
                }
            };
        }
        let next = match (bytes.get(end)?, bytes.get(end + 1)) {
            (b'\n', _) => end + 1,
            (b'\r', Some(b'\n')) => end + 2,
            (b'\r', Some(_)) => end + 1,
            _ => return None,
        };
        if end - start > MAX_ROW_BYTES || end == start {
            return None;
        }
        if reader.tops & TOPS != 0 {
            std::str::from_utf8(bytes.get(start..end)?).ok()?;
        }
        case.row.1 = end as u32;
        Some((case, next))
    }
}

/// Reads the fields of a row one after the other. Every method gives where its field ends, at a byte that it has looked at:
/// a delimiter, or a line end, or else something out of the ordinary.
struct Reader<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    at: usize,
    /// Every byte that was looked at, one over the other: whether any is not ASCII. May know of bytes of the next row.
    tops: u64,
}

/// Line ends and other control characters are less than this.
const CONTROLS: u8 = 16;

impl Reader<'_> {
    /// A field that nobody asks for.
    #[inline(always)]
    fn skip(&mut self) -> Option<usize> {
        if *self.bytes.get(self.at)? != b'"' {
            return self.plain_end();
        }
        loop {
            let quote = self.quoted_end()?;
            if *self.bytes.get(quote + 1)? != b'"' {
                return Some(quote + 1);
            }
            // A doubled quote: as if it opened the rest.
            self.at = quote + 1;
        }
    }

    /// A field that is taken as it stands: from where to where, and where it ends.
    #[inline(always)]
    fn cell(&mut self) -> Option<(usize, usize, usize)> {
        let start = self.at;
        if *self.bytes.get(start)? != b'"' {
            let end = self.plain_end()?;
            return Some((start, end, end));
        }
        // Behind a doubled quote no delimiter stands, nor a line end: such a row goes the long way.
        let quote = self.quoted_end()?;
        Some((start + 1, quote, quote + 1))
    }

    /// A timestamp, or nothing.
    #[inline(always)]
    fn stamp(&mut self) -> Option<(Option<Stamp>, usize)> {
        let text = self.bytes.get(self.at..)?;
        if let Some((timestamp, length)) = Timestamp::begin(text) {
            let end = self.at + length;
            let byte = *self.bytes.get(end)?;
            if byte == self.delimiter || matches!(byte, b'\n' | b'\r') {
                return Some((Some(stamp(timestamp)?), end));
            }
        } else if text.first() == Some(&self.delimiter) {
            return Some((None, self.at));
        }
        self.odd_stamp()
    }

    /// A timestamp in quotes, or in another form.
    #[inline(never)]
    fn odd_stamp(&mut self) -> Option<(Option<Stamp>, usize)> {
        let (from, to, end) = self.cell()?;
        let text = self.bytes.get(from..to)?.trim_ascii();
        let stamp = if text.is_empty() { None } else { Some(stamp(Timestamp::read(text))?) };
        Some((stamp, end))
    }

    /// Where a field without quotes ends.
    #[inline(always)]
    fn plain_end(&mut self) -> Option<usize> {
        let mut at = self.at;
        loop {
            let next = word(self.bytes, at)?;
            self.tops |= next;
            let marks = equal(next, self.delimiter) | less(next, CONTROLS);
            if marks != 0 {
                return Some(at + position(marks));
            }
            at += 8;
        }
    }

    /// Where the next quote stands behind the one at this position.
    #[inline]
    fn quoted_end(&mut self) -> Option<usize> {
        let mut at = self.at + 1;
        loop {
            let next = word(self.bytes, at)?;
            self.tops |= next;
            let marks = equal(next, b'"') | less(next, 1);
            if marks != 0 {
                let end = at + position(marks);
                // A byte that is zero is out of the ordinary.
                return (*self.bytes.get(end)? == b'"').then_some(end);
            }
            at += 8;
        }
    }
}

#[inline(always)]
fn stamp(timestamp: Timestamp) -> Option<Stamp> {
    match timestamp {
        Timestamp::Instant(millis) => Some(Stamp { millis, is_local: false }),
        Timestamp::Local(millis) => Some(Stamp { millis, is_local: true }),
        Timestamp::Ambiguous | Timestamp::Unreadable => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: Columns =
        Columns { id: Some(0), tier: Some(1), severity: 2, submitted_at: 3, stopped_at: 4, channel: Some(5), count: 7 };

    /// Id, tier, severity, whether it has stopped, and channel.
    type Found = (String, u16, u16, bool, String);

    /// The rows that go the short way, and how many bytes they are.
    fn decoded(text: &str) -> (Vec<Found>, usize) {
        let (mut tiers, mut severities) = (Values::default(), Values::default());
        tiers.add(b"premium", 2);
        severities.add("élevée".as_bytes(), 1);
        severities.add(b"critical", 0);
        severities.add(b"unknown", u16::MAX);
        let channels = Values::default();
        let known = Known { tiers: &tiers, severities: &severities, channels: &channels };
        let mut cases = Vec::new();
        let end = Decoder::new(b',', &COLUMNS).unwrap().decode(text.as_bytes(), known, &mut cases);
        let part = |(from, to): (u32, u32)| text[from as usize..to as usize].to_owned();
        let found = cases
            .iter()
            .map(|case| (part(case.id), case.tier, case.severity, case.stopped_at.is_some(), part(case.channel_at)));
        (found.collect(), end)
    }

    const GOOD: &str = "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web,x\n";

    #[test]
    fn ordinary_rows_are_decoded() {
        let text = format!(
            "{GOOD}\"C-2\",\"premium\",\"élevée\",\"2026-02-03 07:14\",,\"e, mail\",\"a \"\"b\"\"\nc\"\r\n,premium,critical,46056,,,\r{GOOD}{}",
            " ".repeat(16)
        );
        let (found, end) = decoded(&text);
        let row =
            |id: &str, severity, stopped, channel: &str| (id.to_owned(), 2, severity, stopped, channel.to_owned());
        let expected = [
            row("C-1", 0, true, "web"),
            row("C-2", 1, false, "e, mail"),
            row("", 0, false, ""),
            row("C-1", 0, true, "web"),
        ];
        assert_eq!(found, expected);
        assert_eq!(end, text.len() - 16);
    }

    #[test]
    fn whatever_is_out_of_the_ordinary_is_left_alone() {
        for row in [
            "\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web,x,y\n",
            "C-1,gold,critical,2026-02-03T07:14:00Z,,web,x\n",
            "C-1,premium,unknown,2026-02-03T07:14:00Z,,web,x\n",
            "C-1,premium,critical,03/04/2026 07:14,,web,x\n",
            "C-1,premium,critical,,2026-02-03T07:14:00Z,web,x\n",
            "C-1,premium,critical,2026-02-30T07:14:00Z,,web,x\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,soon,web,x\n",
            "C\0-1,premium,critical,2026-02-03T07:14:00Z,,web,x\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,,web,\"x\0\"\n",
            "\"C\"\"1\",premium,critical,2026-02-03T07:14:00Z,,web,x\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,,\"web\"x,x\n",
        ] {
            let text = format!("{GOOD}{row}{GOOD}");
            let (found, end) = decoded(&text);
            assert_eq!((found.len(), end), (1, GOOD.len()), "{row}");
        }
        assert!(Decoder::new(b',', &Columns { channel: Some(2), ..COLUMNS }).is_none());
        assert!(Decoder::new(b',', &Columns { channel: Some(7), ..COLUMNS }).is_none());
    }

    #[test]
    fn a_row_cut_off_anywhere_is_left_alone() {
        for end in 0..GOOD.len() {
            assert_eq!(decoded(&GOOD[..end]), (Vec::new(), 0), "{end}");
        }
    }
}
