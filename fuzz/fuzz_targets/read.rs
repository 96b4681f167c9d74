//! The policy reader takes any text.
#![no_main]

use case_slo::policy::{locate, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut reading = read(text);
    locate(text, &mut reading.diagnostics);
    assert!(reading.diagnostics.iter().all(|finding| finding.line.is_some() && finding.column.is_some()));
});
