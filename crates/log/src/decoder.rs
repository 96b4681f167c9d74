//! The short way from bytes to cases, for rows that hold nothing out of the ordinary.
//!
//! A row goes this way where it is whole, its columns are as many as the header's, its values have been met before and its
//! timestamps can be read. Any other is left to [`Rows`](crate::Rows), and to somebody who can say what is wrong with it.

use crate::cells::Cells;
use crate::decoded::Decoded;
use crate::rows::MAX_ROW_BYTES;
use crate::table::{Table, Unreadable};
use crate::timestamp::Common;
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

/// Rows that are decoded at once: so many of them, and of their bytes, stay close to the processor.
const BATCH: usize = 256;

/// Decodes rows of one layout.
#[derive(Debug)]
pub struct Decoder {
    delimiter: u8,
    columns: Columns,
    cells: Cells,
    /// The last of them are left over from rows before.
    rows: Vec<Decoded>,
    /// Readers of the two timestamps.
    submitted: Common,
    stopped: Common,
}

impl Decoder {
    /// A decoder for rows of a layout; `None` where one column has two roles, or a row has too many columns.
    pub fn new(delimiter: u8, columns: &Columns) -> Option<Self> {
        let Columns { id, tier, severity, submitted_at, stopped_at, channel, count } = *columns;
        let used = [id, tier, Some(severity), Some(submitted_at), Some(stopped_at), channel];
        let mut used: Vec<usize> = used.into_iter().flatten().collect();
        used.sort_unstable();
        let is_layout = used.is_sorted_by(|a, b| a < b) && used.iter().all(|column| *column < count);
        (is_layout && count <= MAX_ROW_BYTES).then(|| Self {
            delimiter,
            columns: *columns,
            cells: Cells::new(delimiter),
            rows: vec![Decoded::NOTHING; BATCH],
            submitted: Common::default(),
            stopped: Common::default(),
        })
    }

    /// Decodes rows from the first byte on, where a row has to begin: as many as lie close together and are whole. Returns
    /// how many bytes they are; where there is none, the first row is to be read by [`Rows`](crate::Rows).
    pub fn decode(&mut self, bytes: &[u8], known: Known) -> (usize, &[Decoded]) {
        self.cells.find(bytes);
        let ends = self.cells.ends();
        let (read, count) = find_rows(bytes, ends, self.delimiter, self.columns.count, &mut self.rows);
        let rows = &mut self.rows[..count];
        if !self.cells.are_ascii() {
            refuse_broken_text(bytes, rows, read);
        }
        let (has_quotes, has_doubled_quotes) = (self.cells.have_quotes(), self.cells.have_doubled_quotes());
        let table = Table { bytes, ends, has_quotes, has_doubled_quotes };
        let Columns { id, tier, severity, submitted_at, stopped_at, channel, .. } = self.columns;
        table.read(rows, submitted_at, |place, row| match table.stamp(place, &mut self.submitted) {
            Ok(Some(stamp)) => row.case.submitted_at = stamp,
            _ => row.refuse(),
        });
        table.read(rows, stopped_at, |place, row| match table.stamp(place, &mut self.stopped) {
            Ok(stamp) => row.case.stopped_at = stamp,
            Err(Unreadable) => row.refuse(),
        });
        table.read(rows, severity, |place, row| {
            row.case.severity = table.code(place, known.severities);
            row.is_ordinary &= row.case.severity != u16::MAX;
        });
        if let Some(tier) = tier {
            table.read(rows, tier, |place, row| {
                row.case.tier = table.code(place, known.tiers);
                row.is_ordinary &= row.case.tier != u16::MAX;
            });
        }
        if let Some(id) = id {
            table.read(rows, id, |place, row| row.case.id = place);
        }
        if let Some(channel) = channel {
            table.read(rows, channel, |place, row| {
                row.case.channel_at = place;
                row.case.channel = table.code(place, known.channels);
            });
        }
        (read, rows)
    }
}

/// Finds the rows that end with one of some ends: how many bytes they are, and how many rows. A row that has more columns
/// than the header, or less, or is too long, is not ordinary.
fn find_rows(bytes: &[u8], ends: &[u32], delimiter: u8, columns: usize, rows: &mut [Decoded]) -> (usize, usize) {
    let byte = |end: u32| bytes.get(end as usize).copied();
    let (mut at, mut count) = (0, 0);
    for row in rows {
        let Some(own) = ends.get(at..).filter(|own| own.len() > 1) else { break };
        let is_regular = own.get(1..=columns).and_then(<[u32]>::split_last).is_some_and(|(last, inner)| {
            byte(*last) == Some(b'\n') && inner.iter().fold(true, |all, end| all & (byte(*end) == Some(delimiter)))
        });
        let length = if is_regular {
            columns
        } else {
            let Some(length) = own[1..].iter().position(|end| byte(*end) == Some(b'\n')) else { break };
            length + 1
        };
        let (start, end) = (own[0].wrapping_add(1), own[length]);
        let has_return = end > start && byte(end - 1) == Some(b'\r');
        row.place = (start, end - u32::from(has_return));
        row.at = at as u32;
        row.is_ordinary = is_regular && end - start <= MAX_ROW_BYTES as u32;
        at += length;
        count += 1;
    }
    (ends.get(at).map_or(0, |end| end.wrapping_add(1) as usize), count)
}

/// Rows that are not UTF-8 are not ordinary.
#[cold]
fn refuse_broken_text(bytes: &[u8], rows: &mut [Decoded], read: usize) {
    let is_text = |(from, to): (usize, usize)| bytes.get(from..to).is_some_and(|row| std::str::from_utf8(row).is_ok());
    if !is_text((0, read)) {
        for row in rows {
            row.is_ordinary &= is_text((row.place.0 as usize, row.place.1 as usize));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decoded::Place;
    use crate::rows::{Row, Rows};

    const COLUMNS: Columns =
        Columns { id: Some(0), tier: Some(1), severity: 2, submitted_at: 3, stopped_at: 4, channel: Some(5), count: 7 };

    /// Id, tier, severity, whether it has stopped, and channel.
    type Found = (String, u16, u16, bool, String);

    /// The cases that go the short way, or the rows that are to be read with care, and how many bytes they are.
    fn decoded(text: &[u8]) -> (Vec<Result<Found, String>>, usize) {
        let (mut tiers, mut severities) = (Values::default(), Values::default());
        tiers.add(b"premium", 2);
        severities.add("élevée".as_bytes(), 1);
        severities.add(b"critical", 0);
        severities.add(b"unknown", u16::MAX);
        let channels = Values::default();
        let known = Known { tiers: &tiers, severities: &severities, channels: &channels };
        let mut decoder = Decoder::new(b',', &COLUMNS).unwrap();
        let (read, rows) = decoder.decode(text, known);
        let part = |(from, to): Place| String::from_utf8_lossy(&text[from as usize..to as usize]).into_owned();
        let found = rows.iter().map(|row| {
            let case = row.case().ok_or_else(|| part(row.place))?;
            Ok((part(case.id), case.tier, case.severity, case.stopped_at.is_some(), part(case.channel_at)))
        });
        (found.collect(), read)
    }

    const GOOD: &str = "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web,x\n";

    fn good() -> Result<Found, String> {
        Ok(("C-1".to_owned(), 2, 0, true, "web".to_owned()))
    }

    #[test]
    fn ordinary_rows_are_decoded() {
        let text = format!(
            "{GOOD}\"C-2\",\"premium\",\"élevée\",\"2026-02-03 07:14\",,\"e, mail\",\"a \"\"b\"\"\nc\"\r\n,premium,critical,46056,,,\r\n{GOOD}C-3",
        );
        let (found, read) = decoded(text.as_bytes());
        let row = |id: &str, severity, channel: &str| Ok((id.to_owned(), 2, severity, false, channel.to_owned()));
        assert_eq!(found, [good(), row("C-2", 1, "e, mail"), row("", 0, ""), good()]);
        assert_eq!(read, text.len() - 3);
    }

    #[test]
    fn whatever_is_out_of_the_ordinary_is_to_be_read_with_care() {
        for row in [
            "",
            "C-1",
            "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web",
            "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web,x,y",
            "C-1,gold,critical,2026-02-03T07:14:00Z,,web,x",
            "C-1,premium,unknown,2026-02-03T07:14:00Z,,web,x",
            "C-1,premium,critical,03/04/2026 07:14,,web,x",
            "C-1,premium,critical,,2026-02-03T07:14:00Z,web,x",
            "C-1,premium,critical,2026-02-30T07:14:00Z,,web,x",
            "C-1,premium,critical,2026-02-03T07:14:00Z,soon,web,x",
            "\"C\"\"1\",premium,critical,2026-02-03T07:14:00Z,,web,x",
        ] {
            for end in ["\n", "\r\n"] {
                let text = format!("{GOOD}{row}{end}{GOOD}");
                assert_eq!(decoded(text.as_bytes()), (vec![good(), Err(row.to_owned()), good()], text.len()), "{row}");
            }
        }
        let broken =
            [GOOD.as_bytes(), b"C-\xff,premium,critical,2026-02-03T07:14:00Z,,web,x\n", GOOD.as_bytes()].concat();
        let (found, read) = decoded(&broken);
        assert!(matches!(&found[..], [Ok(_), Err(_), Ok(_)]) && read == broken.len(), "{found:?}");
        assert!(Decoder::new(b',', &Columns { channel: Some(2), ..COLUMNS }).is_none());
        assert!(Decoder::new(b',', &Columns { channel: Some(7), ..COLUMNS }).is_none());
    }

    #[test]
    fn what_could_be_split_in_another_way_is_left_alone() {
        for row in [
            "C\0-1,premium,critical,2026-02-03T07:14:00Z,,web,x\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,,web,\"x\0\"\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,,\"web\"x,x\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,,w\"e\"b,x\n",
            "C-1,premium,critical,2026-02-03T07:14:00Z,,web,x\r",
            "C-1,premium,critical,2026-02-03T07:14:00Z,,web,\"x\"\r",
        ] {
            for before in 0..70 {
                let before = format!("{},premium,critical,2026-02-03T07:14:00Z,,web,x\n", "-".repeat(before));
                let text = format!("{before}{row}{GOOD}");
                let (found, read) = decoded(text.as_bytes());
                assert_eq!((found.len(), read), (1, before.len()), "{row}");
            }
        }
    }

    #[test]
    fn a_row_cut_off_anywhere_is_left_alone() {
        for end in 0..GOOD.len() {
            assert_eq!(decoded(&GOOD.as_bytes()[..end]), (Vec::new(), 0), "{end}");
        }
    }

    #[test]
    fn rows_that_end_are_those_of_the_splitter() {
        let (mut seed, mut ordinary, mut others) = (11u64, 0, 0);
        for round in 0..60_000 {
            // Short texts of what matters, some of them across the ends of blocks.
            let mut text = vec![b'.'; if round % 3 == 0 { 40 + round % 30 } else { 0 }];
            for _ in 0..round % 90 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let often = [b',', b'\n', b'a', b'"', b',', b'a', b'\r', b'\n'];
                text.push(match seed >> 58 {
                    63 => 0,
                    rare if rare % 8 == 3 && round % 2 == 0 => b'a',
                    rare => often[rare as usize % 8],
                });
            }
            let mut cells = Cells::new(b',');
            cells.find(&text);
            let mut rows = vec![Decoded::NOTHING; 100];
            let (read, count) = find_rows(&text, cells.ends(), b',', 3, &mut rows);
            let mut splitter = Rows::new(b',');
            let mut at = 0;
            for row in &rows[..count] {
                let own = &text[row.place.0 as usize..row.place.1 as usize];
                let (taken, found) = splitter.read(&text[at..]);
                let whole = match found {
                    Some(Row::Fields(found, fields)) if row.is_ordinary => fields.len() == 3 && found == own,
                    Some(Row::Fields(found, fields)) => fields.len() != 3 && found == own,
                    Some(Row::Blank) => own.is_empty(),
                    _ => false,
                };
                *(if row.is_ordinary { &mut ordinary } else { &mut others }) += 1;
                assert!(whole, "{:?} in {:?}", String::from_utf8_lossy(own), String::from_utf8_lossy(&text));
                at += taken;
                at = text.len() - splitter.behind_line_end(&text[at..]).len();
            }
            assert_eq!(at, read, "{:?}", String::from_utf8_lossy(&text));
        }
        assert!(ordinary > 5_000 && others > 50_000, "{ordinary}, {others}");
    }
}
