use case_slo_log::{Cell, Counts, MAX_VALUES, Values};

use super::result::Channel;
use super::tally::cases_met_missed;
use crate::sorted::sort;

/// The largest number of channels that are counted separately; later ones are counted together.
pub const MAX_CHANNELS: usize = MAX_VALUES;

/// The channels of a log.
#[derive(Debug, Default)]
pub(super) struct Channels {
    /// Indices by the values of the log, and by the values without the space around them.
    seen: Values,
    by_name: Values,
    /// In the order in which they came; one more index stands for all that came when there were too many.
    known: Vec<Vec<u8>>,
}

impl Channels {
    /// The index of a channel, known or not.
    #[inline(always)]
    pub fn index(&mut self, cell: Cell) -> u16 {
        match self.seen.find_cell(cell) {
            Some(index) => index,
            None => self.learn(cell.bytes()),
        }
    }

    #[cold]
    fn learn(&mut self, value: &[u8]) -> u16 {
        let name = value.trim_ascii();
        let index = self.by_name.find(name).unwrap_or(self.known.len() as u16);
        if usize::from(index) == MAX_CHANNELS {
            return index;
        }
        if usize::from(index) == self.known.len() {
            self.known.push(name.to_vec());
            self.by_name.add(name, index);
        }
        self.seen.add(value, index);
        index
    }

    /// The channels with their counts, by index: the most frequent first; among equals, in the order of their names.
    pub fn into_result(self, counts: &[Counts]) -> Vec<Channel> {
        let channel = |channel: Option<String>, counts: &Counts| {
            let (cases, met, missed) = cases_met_missed(counts);
            let stated = met + missed;
            let attainment = (stated > 0).then(|| met as f64 / stated as f64);
            (cases > 0).then_some(Channel { channel, cases, met, missed, attainment })
        };
        let name = |name: &Vec<u8>| Some(String::from_utf8_lossy(name).into_owned());
        let mut found: Vec<Channel> =
            self.known.iter().zip(counts).filter_map(|(known, counts)| channel(name(known), counts)).collect();
        sort(&mut found, |a, b| b.cases.cmp(&a.cases).then_with(|| a.channel.cmp(&b.channel)));
        found.extend(counts.get(MAX_CHANNELS).and_then(|counts| channel(None, counts)));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_stand_first_and_too_many_are_counted_together() {
        let index = |channels: &mut Channels, name: &str| channels.index(Cell::from(name.as_bytes()));
        let mut channels = Channels::default();
        let mut counts = vec![[0; 4]; MAX_CHANNELS + 1];
        for name in 0..1_000 {
            for _ in 0..if name == 7 { 3 } else { 1 } {
                let index = index(&mut channels, &format!(" channel {name:03} "));
                counts[usize::from(index)][0] += 1;
            }
        }
        assert_eq!(index(&mut channels, "channel 003"), index(&mut channels, "channel 003  "));
        let found = channels.into_result(&counts);
        assert_eq!(found.len(), MAX_CHANNELS + 1);
        assert_eq!((found[0].channel.as_deref(), found[0].cases), (Some("channel 007"), 3));
        assert_eq!((found[1].channel.as_deref(), found[1].cases), (Some("channel 000"), 1));
        assert_eq!((found[MAX_CHANNELS].channel.as_deref(), found[MAX_CHANNELS].cases), (None, 800));
    }
}
