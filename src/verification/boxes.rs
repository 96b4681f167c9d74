//! Sets of complete answers as boxes: one set of options a question.
//!
//! A box represents the product of its sets, so a million answers are a handful of numbers.

use crate::classification::{Budget, OptionSet, all_of, members};

/// A box: one set of options a question, in the policy's order.
pub(super) type Region = Vec<OptionSet>;

/// Whether two boxes have an answer in common.
pub(super) fn touch(one: &[OptionSet], other: &[OptionSet]) -> bool {
    one.iter().zip(other).all(|(a, b)| a & b != 0)
}

/// The intersection of two boxes.
pub(super) fn meet(one: &[OptionSet], other: &[OptionSet]) -> Option<Region> {
    touch(one, other).then(|| one.iter().zip(other).map(|(a, b)| a & b).collect())
}

/// Whether no complete answer is in a box.
pub(super) fn is_empty(region: &[OptionSet]) -> bool {
    region.contains(&0)
}

/// Adds what is left of a box without another, as boxes that do not meet.
pub(super) fn subtract(from: &[OptionSet], cut: &[OptionSet], rest: &mut Vec<Region>) {
    if !touch(from, cut) {
        rest.push(from.to_vec());
        return;
    }
    let mut inside = from.to_vec();
    for (axis, set) in cut.iter().enumerate() {
        let outside = inside[axis] & !set;
        if outside != 0 {
            let mut piece = inside.clone();
            piece[axis] = outside;
            rest.push(piece);
            inside[axis] &= set;
        }
    }
}

/// Boxes that are collected to hold, together, everything that is shown to them.
pub(super) struct Cover {
    /// The boxes.
    pub regions: Vec<Region>,
    whole: Region,
    apart: bool,
    budget: Budget,
}

impl Cover {
    /// An empty cover of so many options a question, of boxes that are maximal, or as large as they can be *apart* from
    /// each other.
    pub fn new(sizes: &[usize], apart: bool) -> Self {
        let whole = sizes.iter().map(|size| all_of(*size)).collect();
        Self { regions: Vec::new(), whole, apart, budget: Budget::of(MAX_COVER_STEPS) }
    }

    /// Covers a box, with others as large as `belongs` lets them be. False once there are too many, or too much work was
    /// done.
    pub fn add(&mut self, region: &[OptionSet], belongs: &mut dyn FnMut(&[OptionSet]) -> bool) -> bool {
        let axes = region.len();
        let mut left = vec![region.to_vec()];
        for known in &self.regions {
            self.budget.spend(left.len() * axes + 1);
            if self.budget.is_spent() {
                return false;
            }
            left = without(&left, known);
        }
        while let Some(piece) = left.pop() {
            self.budget.spend(axes + 1);
            if self.regions.len() == super::MAX_BOXES || self.budget.is_spent() {
                return false;
            }
            let (regions, apart, budget) = (&self.regions, self.apart, &mut self.budget);
            let region = maximal(piece, &self.whole, &mut |region| {
                budget.spend(if apart { regions.len() * axes } else { 1 });
                !budget.is_spent() && (!apart || !regions.iter().any(|known| touch(known, region))) && belongs(region)
            });
            self.budget.spend(left.len() * axes);
            left = without(&left, &region);
            self.regions.push(region);
        }
        true
    }

    /// Whether it stopped for the work that it took, so that the last box might not be maximal.
    pub fn is_spent(&self) -> bool {
        self.budget.is_spent()
    }
}

/// Most steps that are spent on one cover: a box, compared with one question of another.
const MAX_COVER_STEPS: usize = 1 << 23;

/// The difference: boxes without the part that another covers.
pub(super) fn without(pieces: &[Region], cut: &[OptionSet]) -> Vec<Region> {
    let mut rest = Vec::new();
    pieces.iter().for_each(|piece| subtract(piece, cut, &mut rest));
    rest
}

/// The box made as large as it can be: options are added as long as `belongs` says that those boxes belong too.
pub(super) fn maximal(
    mut region: Region,
    whole: &[OptionSet],
    belongs: &mut dyn FnMut(&[OptionSet]) -> bool,
) -> Region {
    for axis in 0..region.len() {
        for option in members(whole[axis] & !region[axis]) {
            let kept = region[axis];
            region[axis] = 1 << option;
            let fits = belongs(&region);
            region[axis] = if fits { kept | 1 << option } else { kept };
        }
    }
    region
}

/// How many complete answers a box holds; too many to count are `u64::MAX`.
pub(super) fn count(region: &[OptionSet]) -> u64 {
    region.iter().fold(1, |product: u64, set| product.saturating_mul(u64::from(set.count_ones())))
}

/// The first complete answer of a box that is not empty.
pub(super) fn first(region: &[OptionSet]) -> Vec<usize> {
    region.iter().map(|set| set.trailing_zeros() as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(region: &[OptionSet]) -> Vec<[usize; 2]> {
        members(region[0]).flat_map(|a| members(region[1]).map(move |b| [a, b])).collect()
    }

    #[test]
    fn what_is_cut_out_is_gone_and_the_rest_is_there_once() {
        for cut in [[0b011, 0b110], [0b111, 0b111], [0b100, 0b001], [0b010, 0b000]] {
            let mut rest = Vec::new();
            subtract(&[0b111, 0b111], &cut, &mut rest);
            let mut left: Vec<[usize; 2]> = rest.iter().flat_map(|piece| points(piece)).collect();
            left.sort_unstable();
            let gone = points(&cut);
            let expected: Vec<[usize; 2]> =
                points(&[0b111, 0b111]).into_iter().filter(|point| !gone.contains(point)).collect();
            assert_eq!(left, expected, "{cut:?}");
        }
    }

    #[test]
    fn a_box_grows_until_every_neighbour_is_outside() {
        // Everything but the middle.
        let mut belongs = |region: &[OptionSet]| !touch(region, &[0b010, 0b010]);
        assert_eq!(maximal(vec![0b001, 0b001], &[0b111, 0b111], &mut belongs), [0b111, 0b101]);
    }
}
