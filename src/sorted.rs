//! Sorting, compiled once.
//!
//! Each type that the standard library sorts adds four kilobytes to the engine that pages wait for. So the places of the items
//! are sorted instead of the items, by one function for all types.

use std::cmp::Ordering;

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
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    places
}

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
