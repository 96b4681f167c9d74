//! Runs the language-neutral cases of tests/data through the engine natively. The same files run through wasm
//! (tests/wasm.rs) and through the npm package (tests/package/cases.test.mjs).

mod runner;

use std::fs;
use std::path::Path;

#[test]
fn every_shared_case_gives_the_expected_answer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let mut failures = Vec::new();
    let mut count = 0;
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let outcome = runner::run(&fs::read_to_string(&file).unwrap());
        count += outcome.cases;
        failures.extend(outcome.failures.into_iter().map(|failure| format!("{name}: {failure}")));
    }
    assert!(failures.is_empty(), "{} of {count} cases failed:\n{}", failures.len(), failures.join("\n"));
}
