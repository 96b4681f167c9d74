//! docs/diagnostics.md lists every code of a finding that the engine can give, and no other.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What stands before the code where a finding is made.
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
    codes
}

fn documented() -> BTreeSet<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md")).unwrap();
    text.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned())).collect()
}

#[test]
fn every_code_is_documented_and_no_other() {
    let (emitted, documented) = (emitted(), documented());
    let missing: Vec<_> = emitted.difference(&documented).collect();
    let stale: Vec<_> = documented.difference(&emitted).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "missing in the documentation: {missing:?}; nothing gives: {stale:?}"
    );
    assert!(emitted.contains("gap") && emitted.contains("invalid-interval"), "{emitted:?}");
}
