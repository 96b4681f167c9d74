//! Deadlines and elapsed time on any calendar are those of brute force, the same that the tests use.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/oracle/open_time.rs"]
#[allow(dead_code)]
mod oracle;
#[path = "../../tests/oracle/time_case.rs"]
mod time_case;

fuzz_target!(|bytes: &[u8]| time_case::TimeCase::from_bytes(bytes).check());
