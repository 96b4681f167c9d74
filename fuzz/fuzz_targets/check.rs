//! `check` takes any text, and finds an error exactly where the policy does not load.
#![no_main]

use case_slo::{Policy, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let findings = check(text, true);
    assert_eq!(findings.iter().any(|finding| finding.is_error()), Policy::load(text).is_err());
});
