//! Single numbers asked of a calendar: the short way from JavaScript into the engine.
//!
//! It is part of the engine's boundary, and stands in a crate of its own because it is compiled for speed where the engine
//! is compiled for size: what is put around a call took longer than to find the deadline. For the same reason nothing here
//! is a method of an object of JavaScript, whose borrowers would be counted at every call; a calendar is known by a number.

#![cfg(target_arch = "wasm32")]
#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

/// Bits of a calendar's number that say where it stands in its policy; the ones above say where the policy stands.
pub const PLACE_BITS: u32 = 16;

/// Calendars that can be asked, each by where it stands among the others.
pub trait Calendars {
    /// When so many open seconds have passed since a start, both instants in milliseconds since 1970; NaN where it has none
    /// to tell.
    fn deadline(&self, place: usize, start: f64, seconds: f64) -> f64;

    /// Open seconds between two instants in milliseconds since 1970; NaN where it has none to tell.
    fn elapsed(&self, place: usize, start: f64, end: f64) -> f64;
}

thread_local! {
    /// The policies that can be asked.
    pub static POLICIES: RefCell<Vec<Option<Rc<dyn Calendars>>>> = const { RefCell::new(Vec::new()) };
}

/// `Policy.deadline` in milliseconds since 1970, without pauses; NaN for whatever else it has to say.
#[wasm_bindgen]
pub fn deadline_of(calendar: usize, start: f64, seconds: f64) -> f64 {
    ask(calendar, |policy, place| policy.deadline(place, start, seconds))
}

/// `Policy.elapsed` between milliseconds since 1970, without pauses; NaN for whatever else it has to say.
#[wasm_bindgen]
pub fn elapsed_of(calendar: usize, start: f64, end: f64) -> f64 {
    ask(calendar, |policy, place| policy.elapsed(place, start, end))
}

fn ask(calendar: usize, number: impl FnOnce(&dyn Calendars, usize) -> f64) -> f64 {
    POLICIES.with_borrow(|policies| match policies.get(calendar >> PLACE_BITS) {
        Some(Some(policy)) => number(policy.as_ref(), calendar & ((1 << PLACE_BITS) - 1)),
        _ => f64::NAN,
    })
}
