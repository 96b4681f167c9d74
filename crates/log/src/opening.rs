//! The beginning of a log: its encoding and its delimiter.

use crate::MAX_ROW_BYTES;

/// Collects bytes up to the end of the first line with text, in which the delimiter is detected.
#[derive(Debug, Default)]
pub(crate) struct Opening {
    bytes: Vec<u8>,
    in_quotes: bool,
    has_text: bool,
    ended: bool,
    /// Occurrences of each of [`DELIMITERS`] outside quotes.
    counts: [u32; DELIMITERS.len()],
}

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// Beginnings of other files that are now and then renamed: PNG, JPEG, PDF, gzip.
const SIGNATURES: [&[u8]; 4] = [b"\x89PNG", b"\xff\xd8\xff", b"%PDF", b"\x1f\x8b"];
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Opening {
    /// Takes bytes until the first line has ended; returns those that it did not need.
    pub fn take<'a>(&mut self, chunk: &'a [u8]) -> &'a [u8] {
        let mut rest = chunk.iter();
        while !self.ended {
            let Some(byte) = rest.next() else { break };
            self.bytes.push(*byte);
            match byte {
                b'"' => self.in_quotes = !self.in_quotes,
                b'\n' | b'\r' if !self.in_quotes => self.ended = self.has_text,
                _ => self.has_text = true,
            }
            if let (false, Some(at)) = (self.in_quotes, DELIMITERS.iter().position(|known| known == byte)) {
                self.counts[at] += 1;
            }
            self.ended |= self.bytes.len() > MAX_ROW_BYTES;
        }
        rest.as_slice()
    }

    /// Whether the first line has ended.
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// The bytes without their byte order mark.
    ///
    /// # Errors
    ///
    /// A sentence that names the format of the file where it is not text in UTF-8.
    pub fn text(&self) -> Result<&[u8], &'static str> {
        let bytes = self.bytes.as_slice();
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            return Err("the log is in UTF-16: save it as CSV in UTF-8");
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err("the log is an archive or a workbook (.xlsx, .xls), not a CSV: export it as CSV in UTF-8");
        }
        if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
            return Err("the log is a picture, a document or an archive, not a CSV: export it as CSV in UTF-8");
        }
        if bytes.contains(&0) {
            return Err("the log begins with NUL bytes: it is in UTF-16, or no text at all; save it as CSV in UTF-8");
        }
        Ok(bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes))
    }

    /// The most frequent delimiter of the first line.
    pub fn delimiter(&self) -> u8 {
        let mut best = 0;
        for at in 1..DELIMITERS.len() {
            if self.counts[at] > self.counts[best] {
                best = at;
            }
        }
        DELIMITERS[best]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opening(bytes: &[u8]) -> Opening {
        let mut opening = Opening::default();
        opening.take(bytes);
        opening
    }

    #[test]
    fn the_delimiter_is_found_outside_quotes() {
        assert_eq!(opening(b"id,tier\n1;2;3;4").delimiter(), b',');
        assert_eq!(opening(b"\"a,b,c\";tier;x\n").delimiter(), b';');
        assert_eq!(opening(b"id\ttier").delimiter(), b'\t');
        assert_eq!(opening(b"id").delimiter(), b',');
        assert_eq!(opening(b"\r\n\nid;x\r\n").delimiter(), b';');
    }

    #[test]
    fn no_more_than_the_first_line_is_taken() {
        let mut opening = Opening::default();
        assert_eq!(opening.take(b"\n\"a\nb\""), b"");
        assert_eq!(opening.take(b",c\r\n1,2"), b"\n1,2");
        assert_eq!(opening.text(), Ok(&b"\n\"a\nb\",c\r"[..]));
    }

    #[test]
    fn a_file_that_is_not_text_in_utf_8_is_named() {
        assert!(opening(b"\xff\xfei\0d\0").text().unwrap_err().contains("UTF-16"));
        assert!(opening(b"i\0d\0").text().unwrap_err().contains("UTF-16"));
        assert!(opening(b"PK\x03\x04...").text().unwrap_err().contains(".xlsx"));
        assert!(opening(b"\x89PNG\r").text().unwrap_err().contains("picture"));
        assert!(opening(b"\x1f\x8b\x08").text().unwrap_err().contains("archive"));
        assert_eq!(opening(b"\xef\xbb\xbfid").text(), Ok(&b"id"[..]));
    }
}
