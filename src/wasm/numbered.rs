//! A policy whose calendars have numbers, by which they are asked for single numbers.

use std::ops::Deref;
use std::rc::Rc;

use case_slo_calls::{Calendars, PLACE_BITS, POLICIES};

use crate::Policy;

/// A policy, and where it stands among those that can be asked, as long as it lives.
pub(super) struct Numbered {
    policy: Rc<Policy>,
    number: usize,
}

impl Numbered {
    pub fn new(policy: Policy) -> Self {
        let policy = Rc::new(policy);
        let own: Option<Rc<dyn Calendars>> = Some(policy.clone());
        let number = POLICIES.with_borrow_mut(|policies| {
            let number = policies.iter().position(Option::is_none).unwrap_or(policies.len());
            match policies.get_mut(number) {
                Some(free) => *free = own,
                None => policies.push(own),
            }
            number
        });
        Self { policy, number }
    }

    /// The number of a calendar; -1 where there is no such calendar, or none of the numbers is left.
    pub fn calendar(&self, id: &str) -> i32 {
        let place = self.policy.calendar_index(id).filter(|place| place >> PLACE_BITS == 0);
        place.and_then(|place| i32::try_from(self.number << PLACE_BITS | place).ok()).unwrap_or(-1)
    }
}

impl Deref for Numbered {
    type Target = Policy;

    fn deref(&self) -> &Policy {
        &self.policy
    }
}

impl Drop for Numbered {
    fn drop(&mut self) {
        POLICIES.with_borrow_mut(|policies| policies.get_mut(self.number).map(Option::take));
    }
}

impl Calendars for Policy {
    fn deadline(&self, place: usize, start: f64, seconds: f64) -> f64 {
        self.calendar_at(place).map_or(f64::NAN, |calendar| calendar.deadline_of(start, seconds))
    }

    fn elapsed(&self, place: usize, start: f64, end: f64) -> f64 {
        self.calendar_at(place).map_or(f64::NAN, |calendar| calendar.elapsed_of(start, end))
    }
}
