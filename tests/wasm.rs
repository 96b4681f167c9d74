//! The language-neutral cases of tests/data once more, in the engine that a browser runs: see tests/cases.rs for the
//! native run and tests/package/cases.test.mjs for the run through the npm package.

#[cfg(target_arch = "wasm32")]
mod runner;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// One test a file of tests/data: a browser has no folder to list, so each file is named here.
macro_rules! cases {
    ($($name:ident: $file:literal),* $(,)?) => {
        #[cfg(not(target_arch = "wasm32"))]
        const FILES: &[&str] = &[$($file),*];

        $(
            #[cfg(target_arch = "wasm32")]
            #[wasm_bindgen_test::wasm_bindgen_test]
            fn $name() {
                let runner::Outcome { cases, failures } = runner::run(include_str!(concat!("data/", $file)));
                assert!(failures.is_empty(), "{} of {cases} cases failed:\n{}", failures.len(), failures.join("\n"));
            }
        )*
    };
}

cases! {
    business_days: "business-days.json",
    calendar_facts: "calendar-facts.json",
    calendar: "calendar.json",
    check: "check.json",
    classification_192: "classification-192.json",
    classification_729: "classification-729.json",
    classification_edges: "classification-edges.json",
    classification: "classification.json",
    clock: "clock.json",
    conditions: "conditions.json",
    holidays: "holidays.json",
    hostile: "hostile.json",
    local_times: "local-times.json",
    logs: "logs.json",
    running_cases: "running-cases.json",
    tiers: "tiers.json",
}

/// The list above is checked where there is a folder to compare it with.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_file_of_shared_cases_runs_in_a_browser_too() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json"))
        .collect();
    found.sort();
    assert_eq!(found, FILES);
}
