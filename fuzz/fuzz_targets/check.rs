//! `check` takes any text, and finds an error exactly where the policy does not load.
#![no_main]

use case_slo::{Policy, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let findings = check(text, true);
    let is_placed = |finding: &case_slo::Diagnostic| finding.line.is_some() && finding.column.is_some();
    assert!(text.len() > case_slo::policy::MAX_POLICY_BYTES || findings.iter().all(is_placed));
    assert_eq!(findings.iter().any(|finding| finding.is_error()), Policy::load(text).is_err());
});
