//! Rows of the reader against rows that are read byte by byte.

use crate::{Encoding, GivenForm, Line, LogReader, MAX_ROW_BYTES};

/// The lines of a log in chunks of a size: the cells of a row, or the name of another line.
fn lines_in(log: &[u8], delimiter: Option<u8>, chunk: usize) -> Vec<Vec<String>> {
    fn add(found: &mut Vec<Vec<String>>, line: Line) {
        match line {
            Line::Header(row, _) | Line::Row(row) if row.encoding() == Encoding::Utf8 => found.push(row.texts()),
            Line::Header(row, _) | Line::Row(row) => found.push(vec![format!("{:?}", row.encoding())]),
            Line::Blank(lines) => (0..lines).for_each(|_| found.push(vec!["Blank".to_owned()])),
            other => found.push(vec![format!("{other:?}")]),
        }
    }
    let mut reader = LogReader::with_sample(GivenForm { delimiter, skip_lines: delimiter.map(|_| 0) }, 1);
    let mut found = Vec::new();
    for chunk in log.chunks(chunk) {
        let mut lines = reader.read(chunk);
        while let Some(line) = lines.next() {
            add(&mut found, line);
        }
    }
    let mut lines = reader.finish();
    while let Some(line) = lines.next() {
        add(&mut found, line);
    }
    found
}

fn lines(log: &[u8], chunk: usize) -> Vec<Vec<String>> {
    lines_in(log, Some(b','), chunk)
}

/// RFC 4180 in the simplest words: the same lines, one byte after the other. A row that is not UTF-8 is in Windows-1252, of
/// which only letters with the number of Unicode come here.
fn slow_lines(log: &[u8]) -> Vec<Vec<String>> {
    let (mut found, mut cells, mut cell, mut raw) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut at, mut start) = (0, 0);
    // Not quoted; inside quotes; behind the closing quote of a quoted cell; behind text that follows it.
    let mut state = 0;
    let text = |bytes: Vec<u8>, is_utf8: bool| match String::from_utf8(bytes) {
        Ok(text) if is_utf8 => text,
        Ok(text) => text.into_bytes().iter().copied().map(char::from).collect(),
        Err(error) => error.as_bytes().iter().copied().map(char::from).collect(),
    };
    while at <= log.len() {
        let byte = log.get(at).copied();
        let is_first = raw.is_empty();
        match (state, byte) {
            (0, Some(b'"')) if is_first => state = 1,
            (1, Some(b'"')) => state = 2,
            (1, Some(other)) => cell.push(other),
            (1, None) => {
                found.push(vec!["Unclosed".to_owned()]);
                return found;
            }
            (2, Some(b'"')) => {
                cell.push(b'"');
                state = 1;
            }
            (_, Some(b',' | b'\n' | b'\r') | None) => {
                cells.push(if state == 2 { cell } else { raw });
                (cell, raw, state) = (Vec::new(), Vec::new(), 0);
                if byte != Some(b',') {
                    let row = &log[start..at];
                    let cells: Vec<Vec<u8>> = std::mem::take(&mut cells);
                    let is_utf8 = std::str::from_utf8(row).is_ok();
                    if row.contains(&0) {
                        found.push(vec!["Binary".to_owned()]);
                    } else if !row.is_empty() {
                        found.push(cells.into_iter().map(|cell| text(cell, is_utf8)).collect());
                    } else if byte.is_some() {
                        found.push(vec!["Blank".to_owned()]);
                    }
                    at += usize::from(byte == Some(b'\r') && log.get(at + 1) == Some(&b'\n'));
                    start = at + 1;
                }
                at += 1;
                continue;
            }
            (0, Some(_)) => {}
            _ => state = 3,
        }
        raw.extend(byte);
        at += 1;
    }
    found
}

const TRICKY: &str = "id,text\r\n1,\"a, \"\"b\"\"\r\nc\"\n\n2,5\" disk\r3,\"\"\"\"\n,\n4,\"x\"y\n5,é";

#[test]
fn quotes_delimiters_and_line_ends_inside_quotes_are_text() {
    let expected: [&[&str]; 8] = [
        &["id", "text"],
        &["1", "a, \"b\"\r\nc"],
        &["Blank"],
        &["2", "5\" disk"],
        &["3", "\""],
        &["", ""],
        &["4", "\"x\"y"],
        &["5", "é"],
    ];
    assert_eq!(lines(TRICKY.as_bytes(), 4096), expected);
    assert_eq!(slow_lines(TRICKY.as_bytes()), expected);
    for size in 1..TRICKY.len() {
        assert_eq!(lines(TRICKY.as_bytes(), size), expected, "chunks of {size}");
    }
}

#[test]
fn empty_lines_are_told_apart_from_line_ends_of_two_bytes() {
    let blank = || vec!["Blank".to_owned()];
    for size in 1..9 {
        let found = lines(b"\r\n1\r\n\r\n\r2\n\n\r", size);
        assert_eq!(found, [blank(), vec!["1".into()], blank(), blank(), vec!["2".into()], blank(), blank()]);
    }
    assert!(lines(b"", 1).is_empty());
}

#[test]
fn a_run_of_empty_lines_is_one_line_of_the_reader() {
    for end in ["\n", "\r"] {
        // Behind the first rows, which are read one by one.
        let log = format!("{}c,d{end}", end.repeat(10_000));
        let mut reader = LogReader::new(GivenForm::default());
        let mut first = reader.read(b"a,b\n");
        assert!(first.next().is_none());
        let rows = "a,b\n".repeat(40_000);
        let mut first = reader.read(rows.as_bytes());
        while first.next().is_some() {}
        let mut lines = reader.read(log.as_bytes());
        let (mut steps, mut blank) = (0, 0);
        while let Some(line) = lines.next() {
            steps += 1;
            blank += if let Line::Blank(lines) = line { lines } else { 0 };
        }
        assert!(blank == 10_000 && steps < 5, "{blank} empty lines in {steps} steps");
    }
}

#[test]
fn a_quote_that_never_closes_is_reported_at_the_end() {
    assert_eq!(lines(b"1,2\n3,\"4\n5,6\n", 3), [vec!["1", "2"], vec!["Unclosed"]]);
}

#[test]
fn a_row_that_is_too_long_is_passed_over_and_the_next_one_read() {
    let mut log = b"1,2\n3,\"".to_vec();
    log.extend(vec![b'x'; 3 * MAX_ROW_BYTES]);
    log.extend(b"\"\"y\n\"\n5,6");
    for size in [1 << 12, 1 << 16, 1 << 24] {
        assert_eq!(lines(&log, size), [vec!["1", "2"], vec!["TooLong"], vec!["5", "6"]]);
    }
}

#[test]
fn the_delimiter_is_that_of_the_first_line() {
    assert_eq!(lines_in(b"\xef\xbb\xbfid;\"a,b,c,d\";x\n1;2;3\n", None, 5)[0], ["id", "a,b,c,d", "x"]);
    let refused = lines_in(b"i\0d\0\n\0", None, 3);
    assert!(refused.len() == 1 && refused[0][0].contains("not a text"), "{refused:?}");
}

#[test]
fn rows_are_those_of_a_reader_that_knows_no_short_way() {
    let mut seed = 11u64;
    for round in 0..15_000usize {
        // Short texts of the bytes that matter, some of them across the ends of blocks, behind a header of three columns.
        let mut log = b"a,b,c\n".to_vec();
        log.extend(vec![b'.'; if round % 3 == 0 { 40 + round % 30 } else { 0 }]);
        for _ in 0..round % 90 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let often = [b',', b'\n', b'a', b'"', b',', b'a', b'\r', b'\n'];
            log.push(match seed >> 58 {
                63 => 0,
                62 => 0xc3,
                rare if rare % 8 == 3 && round % 2 == 0 => b'a',
                rare => often[rare as usize % 8],
            });
        }
        let expected = slow_lines(&log);
        for chunk in [log.len(), 1 + round % 70] {
            assert_eq!(lines(&log, chunk), expected, "chunks of {chunk}: {:?}", String::from_utf8_lossy(&log));
        }
    }
}

#[test]
fn windows_and_chunks_may_end_anywhere_in_a_long_log() {
    let row = |number: usize| match number % 7 {
        0 => format!("C-{number},\"a \"\"b\"\"\",{}\n", "x".repeat(number % 50)),
        3 => format!("C-{number},é,\"two\nlines\"\r\n"),
        5 => format!("C-{number},\"plain\",\r\n"),
        _ => format!("C-{number},b,c\n"),
    };
    let log = format!("a,b,c\n{}", (0..6_000).map(row).collect::<String>());
    let expected = slow_lines(log.as_bytes());
    assert_eq!(expected.len(), 6_001);
    for chunk in [log.len(), 16 << 10, 5_003, 64] {
        assert!(lines(log.as_bytes(), chunk) == expected, "chunks of {chunk}");
    }
}
