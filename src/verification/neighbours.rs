use super::subject::Subject;
use crate::classification::{OptionSet, members};

/// Which rules match with an answer, a bit each, so that all rules that touch a box are found at once.
pub(super) struct Neighbours<'s, 'd> {
    subject: &'s Subject<'d>,
    /// For each question and option, the rules that match with it.
    matching: Vec<Vec<Vec<u64>>>,
}

impl<'s, 'd> Neighbours<'s, 'd> {
    /// The rules of a table.
    pub fn of(subject: &'s Subject<'d>) -> Self {
        let words = subject.rules.len().div_ceil(64);
        let matching = subject.sizes.iter().enumerate().map(|(axis, size)| {
            let mut options = vec![vec![0; words]; *size];
            for (place, rule) in subject.rules.iter().enumerate() {
                for option in members(rule.sets[axis]).take_while(|option| option < size) {
                    options[option][place / 64] |= 1 << (place % 64);
                }
            }
            options
        });
        Self { matching: matching.collect(), subject }
    }

    /// The rules before `end` that touch a box, in their order.
    pub fn touching(&self, region: &[OptionSet], end: usize) -> Vec<usize> {
        let mut found = vec![u64::MAX; end.div_ceil(64)];
        let whole = self.subject.whole();
        for (axis, options) in self.matching.iter().enumerate().filter(|(axis, _)| region[*axis] != whole[*axis]) {
            for (at, word) in found.iter_mut().enumerate() {
                *word &=
                    members(region[axis]).filter_map(|option| options.get(option)).fold(0, |any, set| any | set[at]);
            }
        }
        let places = found.iter().enumerate().flat_map(|(at, word)| members(*word).map(move |bit| at * 64 + bit));
        // A rule with an empty list matches with nothing, even where nothing is asked for.
        places.take_while(|place| *place < end).filter(|place| !self.subject.rules[*place].sets.contains(&0)).collect()
    }
}
