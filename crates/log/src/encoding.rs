//! The encoding of a log: UTF-16 to UTF-8, chunk by chunk, and Windows-1252 to UTF-8, row by row.

/// The encoding of the text of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8, of which ASCII is a part.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// Windows-1252, as spreadsheets save CSV in Western Europe and the Americas.
    Windows1252,
}

impl TextEncoding {
    /// The name of the encoding, as the web has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// Turns the bytes of a log in UTF-16 to UTF-8; all others pass as they are.
///
/// # Examples
///
/// ```
/// use case_slo_log::{Decoder, TextEncoding};
///
/// let mut decoder = Decoder::default();
/// let text: Vec<u8> = [decoder.decode(b"\xff\xfei\0d").to_vec(), decoder.decode(b"\0").to_vec(), decoder.finish().to_vec()].concat();
/// assert_eq!((text.as_slice(), decoder.encoding()), (&b"id"[..], TextEncoding::Utf16Le));
/// ```
#[derive(Debug, Default)]
pub struct Decoder {
    stage: Stage,
    /// The first bytes as long as they are too few; then the text of the last chunk.
    buffer: Vec<u8>,
    /// The first byte of a unit whose second has not come, and the first unit of a pair.
    half: Option<u8>,
    surrogate: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    /// Too few bytes have come.
    #[default]
    Awaited,
    Plain,
    Utf16 {
        is_big: bool,
    },
}

/// Bytes by which UTF-16 without a byte order mark is known.
const SAMPLE: usize = 64;

impl Decoder {
    /// The encoding, as far as it is UTF-16 or not.
    pub fn encoding(&self) -> TextEncoding {
        match self.stage {
            Stage::Awaited | Stage::Plain => TextEncoding::Utf8,
            Stage::Utf16 { is_big: false } => TextEncoding::Utf16Le,
            Stage::Utf16 { is_big: true } => TextEncoding::Utf16Be,
        }
    }

    /// The text of the next bytes.
    #[inline]
    pub fn decode<'a>(&'a mut self, chunk: &'a [u8]) -> &'a [u8] {
        match self.stage {
            Stage::Plain => chunk,
            Stage::Awaited => self.begin(chunk),
            Stage::Utf16 { is_big } => {
                self.buffer.clear();
                self.units(chunk, is_big);
                &self.buffer
            }
        }
    }

    /// The text that is left at the end of the log.
    pub fn finish(&mut self) -> &[u8] {
        match self.stage {
            Stage::Plain => return &[],
            Stage::Awaited => self.start(),
            Stage::Utf16 { .. } => self.buffer.clear(),
        }
        if self.half.take().is_some() || self.surrogate.take().is_some() {
            self.push('\u{fffd}');
        }
        &self.buffer
    }

    #[cold]
    fn begin<'a>(&'a mut self, chunk: &'a [u8]) -> &'a [u8] {
        if self.buffer.is_empty() && chunk.len() >= SAMPLE && utf16(chunk.get(..SAMPLE).unwrap_or(chunk)).is_none() {
            self.stage = Stage::Plain;
            return chunk;
        }
        self.buffer.extend_from_slice(chunk);
        if self.buffer.len() < SAMPLE {
            return &[];
        }
        self.start();
        &self.buffer
    }

    /// Decides by the bytes in the buffer, and leaves their text there.
    fn start(&mut self) {
        let Some(is_big) = utf16(self.buffer.get(..SAMPLE).unwrap_or(&self.buffer)) else {
            self.stage = Stage::Plain;
            return;
        };
        self.stage = Stage::Utf16 { is_big };
        let bytes = std::mem::take(&mut self.buffer);
        let mark: &[u8] = if is_big { b"\xfe\xff" } else { b"\xff\xfe" };
        self.units(bytes.strip_prefix(mark).unwrap_or(&bytes), is_big);
    }

    fn units(&mut self, bytes: &[u8], is_big: bool) {
        for byte in bytes {
            let Some(first) = self.half.take() else {
                self.half = Some(*byte);
                continue;
            };
            let unit = if is_big { u16::from_be_bytes([first, *byte]) } else { u16::from_le_bytes([first, *byte]) };
            self.unit(unit);
        }
    }

    fn unit(&mut self, unit: u16) {
        let before = self.surrogate.take();
        if let Some(high) = before {
            if let Some(Ok(letter)) = char::decode_utf16([high, unit]).next() {
                return self.push(letter);
            }
            self.push('\u{fffd}');
        }
        match char::decode_utf16([unit]).next() {
            Some(Ok(letter)) => self.push(letter),
            _ if (0xd800..0xdc00).contains(&unit) => self.surrogate = Some(unit),
            _ => self.push('\u{fffd}'),
        }
    }

    fn push(&mut self, letter: char) {
        self.buffer.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

/// Whether the first bytes of a log are UTF-16, and then whether the higher byte stands first: by the byte order mark, or
/// because one byte of every unit is that of Latin letters.
fn utf16(bytes: &[u8]) -> Option<bool> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Some(bytes.starts_with(b"\xfe"));
    }
    let (units, _) = bytes.as_chunks::<2>();
    let is_latin = |high: usize| {
        let zeros = units.iter().filter(|unit| unit[high] == 0).count();
        units.len() > 1
            && zeros * 4 >= units.len() * 3
            && units.iter().all(|unit| unit[1 - high] != 0 && unit[high] <= 0x20)
    };
    if is_latin(1) { Some(false) } else { is_latin(0).then_some(true) }
}

/// The letters of Windows-1252 from 0x80 to 0x9f; all others have the number of Unicode.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Appends bytes of Windows-1252 as UTF-8.
pub(crate) fn push_windows_1252(text: &mut Vec<u8>, bytes: &[u8]) {
    for byte in bytes {
        if byte.is_ascii() {
            text.push(*byte);
            continue;
        }
        let letter = WINDOWS_1252.get(usize::from(*byte) - 0x80).copied().unwrap_or(char::from(*byte));
        text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], chunk: usize) -> (Vec<u8>, TextEncoding) {
        let (mut decoder, mut text) = (Decoder::default(), Vec::new());
        for chunk in bytes.chunks(chunk) {
            text.extend_from_slice(decoder.decode(chunk));
        }
        text.extend_from_slice(decoder.finish());
        (text, decoder.encoding())
    }

    #[test]
    fn utf_16_is_decoded_whatever_the_chunks() {
        let text = "Numéro;Priorité;Créé le\r\n1;Élevée;2026-02-03 10:00\r\n2;€ 😀 ’;".repeat(5);
        for (is_big, has_mark) in [(false, true), (true, true), (false, false), (true, false)] {
            let units = has_mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            let bytes: Vec<u8> =
                units.flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
            let encoding = if is_big { TextEncoding::Utf16Be } else { TextEncoding::Utf16Le };
            for chunk in [1, 2, 3, 63, 64, 65, bytes.len()] {
                assert_eq!(decoded(&bytes, chunk), (text.clone().into_bytes(), encoding), "chunks of {chunk}");
            }
        }
    }

    #[test]
    fn broken_units_are_replaced() {
        assert_eq!(decoded(b"\xff\xfea\0\x00\xd8b\0\x00\xdcc", 3).0, "a\u{fffd}b\u{fffd}\u{fffd}".as_bytes());
    }

    #[test]
    fn other_bytes_pass() {
        for bytes in [
            &b""[..],
            b"id",
            b"PK\x03\x04\0\n\0\n",
            b"\x7fELF\x02\x01\x01\0\0\0\0\n,,\n",
            b"\xef\xbb\xbfid,tier",
            &[b'x'; 200],
        ] {
            for chunk in [1, 100] {
                assert_eq!(decoded(bytes, chunk), (bytes.to_vec(), TextEncoding::Utf8));
            }
        }
    }

    #[test]
    fn windows_1252_has_letters_where_unicode_has_controls() {
        let mut text = Vec::new();
        push_windows_1252(&mut text, b"R\xe9seau \x80 \x92 \x9c");
        assert_eq!(text, "Réseau € ’ œ".as_bytes());
    }
}
