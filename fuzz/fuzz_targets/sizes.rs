//! Policies of any size and arguments for them, built from counts: every call ends, with an answer of a bounded size, in bounded
//! memory.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/oracle/allocations.rs"]
mod allocations;
#[path = "../../tests/oracle/sized_case.rs"]
mod sized_case;

#[global_allocator]
static ALLOCATOR: allocations::CountingAllocator = allocations::CountingAllocator;

fuzz_target!(|bytes: &[u8]| {
    // Most cases stay below the limits, for one that is at them takes a second.
    let divisor = match bytes.first() {
        Some(0..16) => 1,
        Some(16..64) => 5,
        _ => 25,
    };
    sized_case::SizedCase::from_bytes(bytes, divisor).check();
});
