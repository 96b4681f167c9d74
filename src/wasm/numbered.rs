//! A policy that has a number, by which its calendars are asked for single numbers.

use std::ops::Deref;
use std::rc::Rc;

use case_slo_calls::{Calendars, Number};

use crate::Policy;

/// A policy and its number.
pub(super) struct Numbered {
    policy: Rc<Policy>,
    number: Number,
}

impl Numbered {
    pub fn new(policy: Policy) -> Self {
        let policy = Rc::new(policy);
        Self { number: Number::of(policy.clone()), policy }
    }

    pub fn number(&self) -> usize {
        self.number.get()
    }
}

impl Deref for Numbered {
    type Target = Policy;

    fn deref(&self) -> &Policy {
        &self.policy
    }
}

impl Calendars for Policy {
    fn deadline(&self, calendar: usize, start: f64, seconds: f64) -> f64 {
        self.calendar_at(calendar).map_or(f64::NAN, |calendar| calendar.deadline_of(start, seconds))
    }

    fn elapsed(&self, calendar: usize, start: f64, end: f64) -> f64 {
        self.calendar_at(calendar).map_or(f64::NAN, |calendar| calendar.elapsed_of(start, end))
    }
}
