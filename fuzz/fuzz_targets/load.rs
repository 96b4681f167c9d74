//! A policy that loads answers, and can be compared.
#![no_main]

use case_slo::{Answers, Policy, REFERENCE_POLICY, diff};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(policy) = Policy::load(text) else { return };
    let Ok(reference) = Policy::load(REFERENCE_POLICY) else { return };
    let nothing = Answers::new();
    let classified = policy.classify(&nothing).expect("no answers are answers");
    let _ = policy.next_question(&nothing);
    let _ = policy.parse_vector(&classified.vector).expect("a vector is read back");
    assert_eq!(diff(&policy, &policy), []);
    let _ = diff(&reference, &policy);
    let _ = diff(&policy, &reference);
});
