//! Sorting, compiled once.
//!
//! Each type that the standard library sorts adds four kilobytes to the engine that pages wait for. So the places of the items
//! are sorted instead of the items, by one function for all types; its heap is the smallest of the ways to do so.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Puts items in the order of `compare`; equal ones stay in their order.
pub(crate) fn sort<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places = sorted_places(items.len(), &|one, other| compare(&items[one], &items[other]));
    arrange(&mut places, &mut |one, other| items.swap(one, other));
}

/// Swaps items until each has come from its place.
fn arrange(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        while places[at] != start {
            let from = std::mem::replace(&mut places[at], at);
            swap(at, from);
            at = from;
        }
        places[at] = at;
    }
}

/// The items in the order of `compare`; equal ones stay in their order.
pub(crate) fn sorted<T>(mut items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    sort(&mut items, compare);
    items
}

/// The places from 0 to `count` in the order of `compare`; equal ones stay in their order.
pub(crate) fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let places = BinaryHeap::from_iter((0..count).map(|at| Place { at, compare }));
    places.into_sorted_vec().into_iter().map(|place| place.at).collect()
}

/// A place in the order of its item, or else in its own.
struct Place<'c> {
    at: usize,
    compare: &'c dyn Fn(usize, usize) -> Ordering,
}

impl Ord for Place<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.compare)(self.at, other.at).then(self.at.cmp(&other.at))
    }
}

impl PartialOrd for Place<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Place<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Place<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_sorted_and_equal_ones_stay_in_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let expected = [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')];
        assert_eq!(sorted(items, |one, other| one.0.cmp(&other.0)), expected);
        let reversed: Vec<usize> = (0..7).rev().collect();
        assert_eq!(sorted(reversed, usize::cmp), [0, 1, 2, 3, 4, 5, 6]);
        let turned = vec![3, 4, 0, 1, 2];
        assert_eq!(sorted(turned, usize::cmp), [0, 1, 2, 3, 4]);
        assert_eq!(sorted_places(3, &|one, other| other.cmp(&one)), [2, 1, 0]);
    }
}
