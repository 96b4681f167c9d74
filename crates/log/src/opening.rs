//! The beginning of a log: its form, detected from its first rows.

use crate::MAX_ROW_BYTES;
use crate::encoding::TextEncoding;
use crate::splitter::{Ended, Splitter};

/// Collects the first bytes of a log, from which its form is detected.
#[derive(Debug)]
pub(crate) struct Opening {
    bytes: Vec<u8>,
    /// Bytes that are enough.
    enough: usize,
    in_quotes: bool,
    /// Whether the current line has text, and how many lines with text have ended.
    has_text: bool,
    lines: u64,
}

/// What the caller says about the form of a log.
#[derive(Debug, Clone, Copy, Default)]
pub struct GivenForm {
    /// The delimiter.
    pub delimiter: Option<u8>,
    /// Lines before the header.
    pub skip_lines: Option<u64>,
}

/// The form of a log, as its first rows have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    pub delimiter: u8,
    /// `None` as long as all bytes are ASCII.
    pub encoding: Option<TextEncoding>,
    /// Bytes before the header.
    pub start: usize,
    /// Rows before the header, as a spreadsheet counts; the line "sep=;" is none.
    pub skipped: u64,
    /// The first rows below the header.
    pub sample: Vec<Vec<String>>,
}

/// Bytes that are looked at.
pub(crate) const SAMPLE_BYTES: usize = 64 << 10;

/// Rows that are compared, and rows among which the header is looked for.
const MOST_ROWS: usize = 500;
const MOST_TITLES: usize = 40;

/// Delimiters, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Beginnings of other files that are now and then renamed: PNG, JPEG, PDF, gzip.
const SIGNATURES: [&[u8]; 4] = [b"\x89PNG", b"\xff\xd8\xff", b"%PDF", b"\x1f\x8b"];
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Opening {
    /// An opening that ends after so many bytes.
    pub fn new(enough: usize) -> Self {
        Self { bytes: Vec::new(), enough, in_quotes: false, has_text: false, lines: 0 }
    }

    /// Takes bytes until there are enough; returns those that it did not need.
    pub fn take<'a>(&mut self, chunk: &'a [u8]) -> &'a [u8] {
        let mut rest = chunk.iter();
        while !self.has_ended() {
            let Some(byte) = rest.next() else { break };
            self.bytes.push(*byte);
            match byte {
                b'"' => (self.in_quotes, self.has_text) = (!self.in_quotes, true),
                b'\n' | b'\r' if !self.in_quotes => self.lines += u64::from(std::mem::take(&mut self.has_text)),
                _ => self.has_text = true,
            }
        }
        rest.as_slice()
    }

    /// Whether there are enough bytes: a header, and some rows below it.
    pub fn has_ended(&self) -> bool {
        self.bytes.len() >= self.enough && self.lines > 1 || self.bytes.len() > MAX_ROW_BYTES
    }

    /// Rows below the first line so far.
    pub fn rows(&self) -> u64 {
        self.lines.saturating_sub(1)
    }

    /// The bytes without their byte order mark.
    ///
    /// # Errors
    ///
    /// A sentence that names the format of the file if it is not text.
    pub fn text(&self) -> Result<&[u8], &'static str> {
        let bytes = self.bytes.as_slice();
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err("the log is an archive or a workbook (.xlsx, .xls), not a CSV: export it as CSV in UTF-8");
        }
        if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
            return Err("the log is a picture, a document or an archive, not a CSV: export it as CSV in UTF-8");
        }
        let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len());
        if bytes.get(..end).is_some_and(|line| line.contains(&0)) {
            return Err("the log begins with NUL bytes: it is not a text; save it as CSV in UTF-8");
        }
        Ok(bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes))
    }

    /// The form of the log, from the bytes that [`text`](Self::text) gives.
    pub fn form(&self, given: GivenForm, is_whole: bool) -> Form {
        let text = self.text().unwrap_or_default();
        let has_mark = self.bytes.starts_with(BYTE_ORDER_MARK);
        let encoding = if has_mark { Some(TextEncoding::Utf8) } else { encoding(text) };
        let (start, named) = separator_line(text);
        let text = text.get(start..).unwrap_or_default();
        let delimiter = given.delimiter.or(named);
        let candidates = delimiter.as_ref().map_or(&DELIMITERS[..], std::slice::from_ref);
        let layouts = candidates.iter().map(|delimiter| Layout::new(text, *delimiter, given.skip_lines, is_whole));
        let best = layouts.reduce(|best, other| if other.rank() > best.rank() { other } else { best });
        // If no delimiter gives a second column, the first one reads the log, and reports a quotation mark that is never closed.
        let best = best.filter(|best| best.columns > 1);
        let first = candidates.first().copied().unwrap_or(b',');
        let best = best.unwrap_or_else(|| Layout::new(text, first, given.skip_lines, is_whole));
        let Layout { delimiter, rows, header, .. } = best;
        let (before, skipped) = rows.get(header).map_or((0, 0), |row| (row.start, row.number));
        let encoded = |row: Row| row.texts;
        Form {
            delimiter,
            encoding,
            start: start + before,
            skipped,
            sample: rows.into_iter().skip(header + 1).map(encoded).collect(),
        }
    }
}

/// The encoding of a text; `None` if all of it is ASCII. A letter that the end of the text cuts off says nothing.
fn encoding(text: &[u8]) -> Option<TextEncoding> {
    let (mut letters, mut others) = (0u64, 0u64);
    let mut chunks = text.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count() as u64;
        let is_cut = chunks.peek().is_none();
        others += u64::from(!chunk.invalid().is_empty() && !is_cut);
    }
    if others > letters {
        return Some(TextEncoding::Windows1252);
    }
    (letters > 0).then_some(TextEncoding::Utf8)
}

/// The line "sep=;", with which spreadsheets are told the delimiter: its length, and the delimiter.
fn separator_line(text: &[u8]) -> (usize, Option<u8>) {
    let end = text.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end).unwrap_or((text, &[]));
    let plain = line.strip_prefix(b"\"").map_or(line, |line| line.strip_suffix(b"\"").unwrap_or(line));
    let is_named = plain.get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"sep="));
    let Some((_, [delimiter, more @ ..])) = plain.split_at_checked(4).filter(|_| is_named) else { return (0, None) };
    // Spreadsheets pad the line to the width of the table.
    if !more.iter().all(|byte| byte == delimiter) || delimiter.is_ascii_alphanumeric() || !delimiter.is_ascii() {
        return (0, None);
    }
    let line_end = if rest.starts_with(b"\r\n") { 2 } else { rest.len().min(1) };
    (end + line_end, Some(*delimiter))
}

/// A row of the sample.
#[derive(Debug)]
struct Row {
    texts: Vec<String>,
    /// The position of its first byte.
    start: usize,
    /// Rows before it, empty ones included.
    number: u64,
}

impl Row {
    /// The number of columns up to the last that has text.
    fn width(&self) -> usize {
        self.texts.iter().rposition(|text| !text.trim().is_empty()).map_or(0, |last| last + 1)
    }

    /// Whether the row could be a header: most of its columns have a name.
    fn is_named(&self) -> bool {
        self.texts.iter().filter(|text| !text.trim().is_empty()).count() * 2 > self.texts.len()
    }

    /// Whether the row has its cells under the columns of a header; cells without text may follow.
    fn fits(&self, header: &Self) -> bool {
        let (columns, width) = (self.texts.len(), header.width());
        columns == header.texts.len() && header.is_named() || columns >= width && self.width() <= width
    }
}

/// The first rows of a log, split at one delimiter.
#[derive(Debug)]
struct Layout {
    delimiter: u8,
    rows: Vec<Row>,
    /// The index of the header, its columns, and the rows below it that fit it.
    header: usize,
    columns: usize,
    fitting: usize,
}

impl Layout {
    fn new(text: &[u8], delimiter: u8, skip_lines: Option<u64>, is_whole: bool) -> Self {
        let mut layout = Self { delimiter, rows: Vec::new(), header: 0, columns: 0, fitting: 0 };
        let start = skip_lines.map_or(0, |lines| behind_lines(text, lines));
        layout.read(text, start, skip_lines.unwrap_or(0), is_whole);
        layout.choose(0);
        if skip_lines.is_none() {
            layout.skip_titles();
        }
        layout
    }

    /// The more rows fit the header, the likelier is the delimiter; then, the more columns it has.
    fn rank(&self) -> (bool, usize, usize) {
        (self.columns > 1, if self.columns > 1 { self.fitting } else { 0 }, self.columns)
    }

    fn read(&mut self, text: &[u8], mut at: usize, mut number: u64, is_whole: bool) {
        let mut splitter = Splitter::new(self.delimiter);
        while self.rows.len() < MOST_ROWS {
            let rest = text.get(at..).unwrap_or_default();
            let (taken, ended) = splitter.read(rest);
            let ended = if ended.is_none() && is_whole { splitter.finish() } else { ended };
            match ended {
                None | Some(Ended::Unclosed) => break,
                Some(Ended::Row) => self.rows.push(Row { texts: splitter.row().texts(), start: at, number }),
                Some(Ended::Blank | Ended::TooLong) => {}
            }
            number += 1;
            at += taken;
            // A line feed that belongs to the carriage return before it.
            if text.get(at.wrapping_sub(1)) == Some(&b'\r') && text.get(at) == Some(&b'\n') {
                splitter.behind_line_end(b"\n");
                at += 1;
            }
        }
    }

    /// Rows below a header that fit it.
    fn fitting(&self, header: usize) -> usize {
        let Some(row) = self.rows.get(header) else { return 0 };
        self.rows.iter().skip(header + 1).filter(|other| other.fits(row)).count()
    }

    /// Takes a row for the header.
    fn choose(&mut self, header: usize) {
        (self.header, self.columns) = (header, self.rows.get(header).map_or(0, Row::width));
        self.fitting = self.fitting(header);
    }

    /// Cells in the rows below a header that fit it.
    fn cells(&self, header: usize) -> usize {
        let Some(row) = self.rows.get(header) else { return 0 };
        self.rows.iter().skip(header + 1).filter(|other| other.fits(row)).map(Row::width).sum()
    }

    /// Takes the first row for the header that is wider than the titles above it, that most rows below fit, and that has more
    /// cells below it than the first row.
    fn skip_titles(&mut self) {
        let is_poor = self.fitting * 2 < self.rows.len();
        let (mut widest, cells) = (self.columns.max(1), self.cells(self.header));
        for at in 1..self.rows.len().min(MOST_TITLES) {
            let columns = self.rows.get(at).map_or(0, Row::width);
            if columns <= widest {
                continue;
            }
            widest = columns;
            let below = self.rows.len() - at - 1;
            let fitting = self.fitting(at);
            if fitting > 0 && fitting * 2 >= below && (is_poor || self.cells(at) > cells) {
                return self.choose(at);
            }
        }
    }
}

/// The position behind so many line ends.
fn behind_lines(text: &[u8], lines: u64) -> usize {
    let (mut at, mut left) = (0, lines);
    while left > 0 && at < text.len() {
        match (text.get(at), text.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => (at, left) = (at + 2, left - 1),
            (Some(b'\r' | b'\n'), _) => (at, left) = (at + 1, left - 1),
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(bytes: &[u8]) -> Form {
        form_with(bytes, GivenForm::default())
    }

    fn form_with(bytes: &[u8], given: GivenForm) -> Form {
        let mut opening = Opening::new(SAMPLE_BYTES);
        assert_eq!(opening.take(bytes), b"");
        opening.form(given, true)
    }

    fn header(bytes: &[u8]) -> (String, u64, char) {
        let Form { start, skipped, delimiter, .. } = form(bytes);
        let rest = String::from_utf8_lossy(&bytes[start..]).into_owned();
        (rest.lines().next().unwrap_or_default().to_owned(), skipped, char::from(delimiter))
    }

    #[test]
    fn the_delimiter_is_the_one_that_parts_header_and_rows_alike() {
        let delimiter = |bytes: &[u8]| char::from(form(bytes).delimiter);
        assert_eq!(delimiter(b"id,tier\n1;2;3;4"), ',');
        assert_eq!(delimiter(b"\"a,b,c\";tier;x\n"), ';');
        assert_eq!(delimiter(b"id\ttier"), '\t');
        assert_eq!(delimiter(b"id|tier|x\n1|2|3\n"), '|');
        assert_eq!(delimiter(b"id"), ',');
        assert_eq!(delimiter(b"\r\n\nid;x\r\n"), ';');
        assert_eq!(delimiter(b"Ticket (number, required);Priority (low, high);Created\n1;High;2026-02-02\n"), ';');
        assert_eq!(delimiter(b"id,subject\n1,v0\n2,a;b;c;d;e;f\n"), ',');
        assert_eq!(
            delimiter(b"id;priority;created;first response\n1;High;2/13/2026, 2:05 PM;2/13/2026, 3:05 PM\n"),
            ';'
        );
    }

    #[test]
    fn titles_comments_and_separator_lines_stand_above_the_header() {
        let titles = b"Support report;Acme\nStart Date;06/02/2024\nEnd Date;06/29/2024\n\nTicket;Priority;Created;Response\n1;High;a;b\n2;High;a;\n";
        assert_eq!(header(titles), ("Ticket;Priority;Created;Response".to_owned(), 4, ';'));
        let comments = b"# exported 2026-02-03\n# by the desk, today\nid,priority,created\n1,High,x\n";
        assert_eq!(header(comments), ("id,priority,created".to_owned(), 2, ','));
        let padded = b"Report;;;\n;;;\nTicket;Priority;Created;Response\n1;High;a;b\n";
        assert_eq!(header(padded), ("Ticket;Priority;Created;Response".to_owned(), 2, ';'));
        for line in ["sep=;\r\n", "SEP=;\n", "\"sep=;\"\r\n", "sep=;;;\r"] {
            let text = format!("{line}a,b;c\n1;2\n");
            assert_eq!(header(text.as_bytes()), ("a,b;c".to_owned(), 0, ';'), "{line}");
        }
        assert_eq!(header(b"sep=x\na,b\n").0, "sep=x");
    }

    #[test]
    fn a_header_stays_the_header() {
        for text in [
            &b"#,plan,sev\n1,2,3\n"[..],
            b"id,tier\n1,2,3\n1,2,3,4\n",
            b"id;priority;created;response\n1;High;a;b;\n2;High;a;b;;;\n",
            b"Case,Priority,Opened\n1,High,x\n2,Low,x\n3,Low,x\n\nGrand Totals\n\nConfidential\nCopyright\nExported\n",
            b"id\n1\n2",
            b"id,tier,\n1,2,3\n4,5,6\n",
            b"id,tier,severity\n",
        ] {
            assert_eq!(form(text).start, 0, "{}", String::from_utf8_lossy(text));
        }
    }

    #[test]
    fn the_caller_has_the_last_word() {
        let text = b"a;b;c\nx,y\n1,2\n";
        let given = GivenForm { delimiter: Some(b','), skip_lines: Some(1) };
        let Form { start, skipped, delimiter, sample, .. } = form_with(text, given);
        assert_eq!((start, skipped, delimiter, sample), (6, 1, b',', vec![vec!["1".to_owned(), "2".to_owned()]]));
        let beyond = GivenForm { delimiter: None, skip_lines: Some(9) };
        assert_eq!(form_with(text, beyond).start, 0);
    }

    #[test]
    fn no_more_than_the_first_rows_are_taken() {
        let mut opening = Opening::new(SAMPLE_BYTES);
        let log = "a,b\n".repeat(40_000);
        let rest = opening.take(log.as_bytes());
        assert_eq!((log.len() - rest.len(), opening.rows()), (SAMPLE_BYTES, SAMPLE_BYTES as u64 / 4 - 1));
    }

    #[test]
    fn the_encoding_is_that_of_most_letters() {
        assert_eq!(form(b"id,tier\n").encoding, None);
        assert_eq!(form("id,priorité\n".as_bytes()).encoding, Some(TextEncoding::Utf8));
        assert_eq!(form(b"\xef\xbb\xbfid\n").encoding, Some(TextEncoding::Utf8));
        assert_eq!(form(b"id,priorit\xe9\n").encoding, Some(TextEncoding::Windows1252));
        assert_eq!(form(b"id,\xc3\xa9\xc3\xa8\n1,\xff\n").encoding, Some(TextEncoding::Utf8));
        assert_eq!(form(b"id\n1\xe2\x82").encoding, None);
    }

    #[test]
    fn a_file_that_is_not_text_is_named() {
        let text = |bytes: &[u8]| {
            let mut opening = Opening::new(SAMPLE_BYTES);
            opening.take(bytes);
            opening.text().map(<[u8]>::to_vec)
        };
        assert!(text(b"i\0d\n").unwrap_err().contains("NUL"));
        assert!(text(b"PK\x03\x04...").unwrap_err().contains(".xlsx"));
        assert!(text(b"\x89PNG\r").unwrap_err().contains("picture"));
        assert!(text(b"\x1f\x8b\x08").unwrap_err().contains("archive"));
        assert_eq!(text(b"\xef\xbb\xbfid"), Ok(b"id".to_vec()));
    }
}
