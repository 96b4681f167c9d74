//! The list of codes in Rust, and docs/diagnostics.md, hold every code of a finding that the engine can give, and no other.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use case_slo::Diagnostic;

/// The text before the code where a finding is made.
const MAKERS: [&str; 8] = [
    "Diagnostic::error(",
    "Diagnostic::warning(",
    "Diagnostic::new(Level::Info, ",
    "Diagnostic::new(crate::Level::Info, ",
    "Fault::new(",
    "Fault::text(",
    "const CODE: &str = ",
    "(level, code) = (if unique { Level::Error } else { Level::Info }, ",
];

fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            // A line break may stand between the parenthesis and the code.
            found.extend(text.split_whitespace().flat_map(|word| [word, " "]));
        }
    }
}

/// Texts in quotes that begin right there.
fn quoted(source: &str) -> Option<&str> {
    source.trim_start().strip_prefix('"')?.split('"').next()
}

fn emitted() -> BTreeSet<String> {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let mut codes = BTreeSet::new();
    for maker in MAKERS {
        for (at, _) in source.match_indices(maker) {
            codes.extend(quoted(&source[at + maker.len()..]).map(str::to_owned));
        }
    }
    // Of the one code that is chosen by where it stands.
    let choice = "{ \"duplicate-id\" } else { \"duplicate-key\" }";
    assert!(source.contains(choice), "{choice}");
    codes.extend(choice.split('"').skip(1).step_by(2).map(str::to_owned));
    // A target that cannot be read is a finding with the code of the error.
    assert!(source.contains("Diagnostic::error(error.code().as_str()"));
    codes.extend(["invalid-duration", "ambiguous-duration"].map(str::to_owned));
    codes
}

/// The codes of the documentation, each with its meaning as plain text.
fn documented() -> BTreeMap<String, String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md")).unwrap();
    let mut meanings = BTreeMap::new();
    for line in text.lines() {
        let cells: Vec<_> = line.split(" | ").collect();
        if let (Some(code), Some(meaning)) = (cells[0].strip_prefix("| `"), cells.get(2)) {
            meanings.entry(code.trim_end_matches('`').to_owned()).or_insert_with(|| without_links(meaning));
        }
    }
    meanings
}

/// Markdown without the addresses of its links.
fn without_links(markdown: &str) -> String {
    let mut pieces = markdown.split("](");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str(piece.split_once(')').unwrap().1);
    }
    text.replace('[', "")
}

fn known() -> BTreeSet<String> {
    Diagnostic::CODES.iter().map(|(code, _)| (*code).to_owned()).collect()
}

#[test]
fn every_code_that_the_engine_gives_is_listed_and_no_other() {
    let (emitted, known) = (emitted(), known());
    let missing: Vec<_> = emitted.difference(&known).collect();
    let stale: Vec<_> = known.difference(&emitted).collect();
    assert!(missing.is_empty() && stale.is_empty(), "missing in the list: {missing:?}; nothing gives: {stale:?}");
    assert_eq!(known.len(), Diagnostic::CODES.len(), "a code is listed twice");
}

#[test]
fn the_documentation_explains_every_code_as_the_list_does() {
    let documented = documented();
    assert_eq!(documented.keys().cloned().collect::<BTreeSet<_>>(), known());
    for (code, meaning) in Diagnostic::CODES {
        let found = &documented[*code];
        assert!(found.starts_with(meaning), "{code}: the documentation says {found:?}, the list {meaning:?}");
    }
}
