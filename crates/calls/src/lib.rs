//! Single numbers asked of a calendar: the short way from JavaScript into the engine.
//!
//! It is part of the engine's boundary, and stands in a crate of its own because it is compiled for speed where the engine
//! is compiled for size: what is put around a call took longer than to find the deadline. For the same reason nothing here
//! is a method of an object of JavaScript, whose borrowers would be counted at every call; a policy is known by a number.

#![cfg(target_arch = "wasm32")]
#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

/// Calendars that can be asked, each by where it stands among the others.
pub trait Calendars {
    /// When so many open seconds have passed since a start, both instants in milliseconds since 1970; NaN where it has none
    /// to tell.
    fn deadline(&self, calendar: usize, start: f64, seconds: f64) -> f64;

    /// Open seconds between two instants in milliseconds since 1970; NaN where it has none to tell.
    fn elapsed(&self, calendar: usize, start: f64, end: f64) -> f64;
}

thread_local! {
    /// What can be asked, each where its number says.
    static NUMBERED: RefCell<Vec<Option<Rc<dyn Calendars>>>> = const { RefCell::new(Vec::new()) };
}

/// The number of what can be asked, for as long as this lives.
#[derive(Debug)]
pub struct Number(usize);

impl Number {
    /// The first number that is free.
    pub fn of(calendars: Rc<dyn Calendars>) -> Self {
        NUMBERED.with_borrow_mut(|numbered| {
            let number = numbered.iter().position(Option::is_none).unwrap_or(numbered.len());
            match numbered.get_mut(number) {
                Some(free) => *free = Some(calendars),
                None => numbered.push(Some(calendars)),
            }
            Self(number)
        })
    }

    /// The number itself.
    pub fn get(&self) -> usize {
        self.0
    }
}

impl Drop for Number {
    fn drop(&mut self) {
        NUMBERED.with_borrow_mut(|numbered| {
            if let Some(own) = numbered.get_mut(self.0) {
                *own = None;
            }
        });
    }
}

/// `Policy.deadline` in milliseconds since 1970, without pauses; NaN for whatever else it has to say.
#[wasm_bindgen]
pub fn deadline_of(policy: usize, calendar: usize, start: f64, seconds: f64) -> f64 {
    ask(policy, |calendars| calendars.deadline(calendar, start, seconds))
}

/// `Policy.elapsed` between milliseconds since 1970, without pauses; NaN for whatever else it has to say.
#[wasm_bindgen]
pub fn elapsed_of(policy: usize, calendar: usize, start: f64, end: f64) -> f64 {
    ask(policy, |calendars| calendars.elapsed(calendar, start, end))
}

fn ask(policy: usize, number: impl FnOnce(&dyn Calendars) -> f64) -> f64 {
    NUMBERED.with_borrow(|numbered| match numbered.get(policy) {
        Some(Some(calendars)) => number(calendars.as_ref()),
        _ => f64::NAN,
    })
}
