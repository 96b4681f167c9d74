//! Spreadsheets that other programs wrote, as CSV.

use case_slo_spreadsheet::Rows;

const XLSX: &[u8] = include_bytes!("../../../tests/data/spreadsheets/cases.xlsx");
const ODS: &[u8] = include_bytes!("../../../tests/data/spreadsheets/cases.ods");

const SEVERAL: &[u8] = include_bytes!("../../../tests/data/spreadsheets/several.xlsx");

/// The sheet of both files: a date, a duration, an empty row, a row with a line break, and a footer.
const CSV: &str = "Case,Tier,Severity,Opened,First response,Handling time\r\n\
    1001,premium,critical,2026-02-03 02:14:00,2026-02-03 02:20:00,0:06:00\r\n\
    \r\n\
    \"C-2, \"\"urgent\"\"\",premium,critical,2026-02-03 02:14:00,2026-02-03 03:14:30,30:15:00\r\n\
    \"C-3\nsecond line\",enhanced,low,2026-02-03 02:14:00,,\r\n\
    Total: 3\r\n";

fn csv_of(bytes: &[u8], rows: u32) -> String {
    let mut sheet = Rows::open(bytes.to_vec(), None).expect("the spreadsheet opens");
    assert_eq!(sheet.name(), "Cases 2026");
    let mut csv = Vec::new();
    let mut share = 0.0;
    while let Some(piece) = sheet.next_piece(rows).expect("the rows are read") {
        assert!(sheet.share() >= share, "the share never falls");
        share = sheet.share();
        csv.extend(piece);
    }
    assert!((sheet.share() - 1.0).abs() < f64::EPSILON);
    String::from_utf8(csv).expect("the CSV is UTF-8")
}

#[test]
fn an_xlsx_becomes_csv_with_the_rows_that_the_spreadsheet_shows() {
    assert_eq!(csv_of(XLSX, 1_000), CSV);
}

#[test]
fn an_ods_becomes_the_same_csv() {
    assert_eq!(csv_of(ODS, 1_000), CSV);
}

#[test]
fn the_size_of_the_pieces_does_not_matter() {
    for rows in 1..=6 {
        assert_eq!(csv_of(XLSX, rows), CSV);
    }
}

#[test]
fn of_several_sheets_the_one_with_most_rows_of_dates_is_read_unless_another_is_named() {
    let names = ["Summary", "Cases", "Other desk", "Notes"];
    let mut rows = Rows::open(SEVERAL.to_vec(), None).expect("the spreadsheet opens");
    assert_eq!((rows.name(), rows.sheets()), ("Cases", &names.map(str::to_owned)[..]));
    let csv = rows.next_piece(2).expect("the rows are read").expect("there are rows");
    assert!(
        String::from_utf8_lossy(&csv).ends_with("\r\n1,premium,critical,2026-02-03T02:14:00Z,2026-02-03T02:20:00Z\r\n")
    );
    let mut rows = Rows::open(SEVERAL.to_vec(), Some("Other desk")).expect("the spreadsheet opens");
    let csv = rows.next_piece(2).expect("the rows are read").expect("there are rows");
    assert!(rows.name() == "Other desk" && String::from_utf8_lossy(&csv).contains("\r\n9,premium"));
    let refused = Rows::open(SEVERAL.to_vec(), Some("other")).err().expect("there is no such sheet");
    assert_eq!(refused.code(), "unknown-sheet");
    assert_eq!(
        refused.to_string(),
        "there is no sheet \"other\"; expected one of \"Summary\", \"Cases\", \"Other desk\", \"Notes\""
    );
}

#[test]
fn a_file_that_is_no_spreadsheet_is_refused() {
    for bytes in [&b"PK\x03\x04"[..], b"", b"id,tier\n", &XLSX[..XLSX.len() / 2], &ODS[..ODS.len() / 2]] {
        let refused = Rows::open(bytes.to_vec(), None).err().expect("the file is refused");
        assert_eq!(refused.code(), "invalid-spreadsheet");
        assert!(refused.to_string().starts_with("the spreadsheet cannot be read: "));
    }
}

#[test]
fn no_damage_makes_the_reader_panic() {
    for original in [XLSX, ODS] {
        for at in (0..original.len()).step_by(7) {
            let mut bytes = original.to_vec();
            bytes[at] ^= 0x55;
            if let Ok(mut sheet) = Rows::open(bytes, None) {
                // Bounded by the rows of a sheet.
                while let Ok(Some(_)) = sheet.next_piece(10_000) {}
            }
        }
    }
}
