use case_slo_log::{MAX_VALUES, Values};

use super::result::Channel;
use super::tally::Counts;

/// Most channels that are told apart; those met later are counted together.
pub const MAX_CHANNELS: usize = MAX_VALUES;

/// Cases by how they came in.
#[derive(Debug, Default)]
pub(super) struct Channels {
    /// Indices by what stands in the log, and by that without the space around it.
    seen: Values,
    by_name: Values,
    /// Each with its cases, met and missed, in the order in which they were met.
    known: Vec<(Vec<u8>, Counts)>,
    /// Whatever came when there were too many.
    rest: Counts,
}

impl Channels {
    /// Indices of what has been met so far.
    pub fn seen(&self) -> &Values {
        &self.seen
    }

    /// The index of a channel, known or not.
    pub fn index(&mut self, value: &[u8]) -> u16 {
        self.seen.find(value).unwrap_or_else(|| self.learn(value))
    }

    #[cold]
    fn learn(&mut self, value: &[u8]) -> u16 {
        let name = value.trim_ascii();
        let index = self.by_name.find(name).unwrap_or(self.known.len() as u16);
        if usize::from(index) == MAX_CHANNELS {
            return index;
        }
        if usize::from(index) == self.known.len() {
            self.known.push((name.to_vec(), [0; 3]));
            self.by_name.add(name, index);
        }
        self.seen.add(value, index);
        index
    }

    /// The counts of the channel with an index.
    #[inline]
    pub fn counts(&mut self, index: u16) -> &mut Counts {
        self.known.get_mut(usize::from(index)).map_or(&mut self.rest, |(_, counts)| counts)
    }

    /// The most frequent first; among equals, in the order of their names.
    pub fn into_result(self) -> Vec<Channel> {
        let mut known = self.known;
        known.retain(|(_, [cases, ..])| *cases > 0);
        known.sort_by(|(a, [more, ..]), (b, [less, ..])| less.cmp(more).then_with(|| a.cmp(b)));
        let named = known.into_iter().map(|(name, counts)| (Some(String::from_utf8_lossy(&name).into_owned()), counts));
        let rest = (self.rest[0] > 0).then_some((None, self.rest));
        let channel = |(channel, [cases, met, missed]): (Option<String>, Counts)| {
            let judged = met + missed;
            let attainment = (judged > 0).then(|| met as f64 / judged as f64);
            Channel { channel, cases, met, missed, attainment }
        };
        named.chain(rest).map(channel).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_stand_first_and_too_many_are_counted_together() {
        let mut channels = Channels::default();
        for name in 0..1_000 {
            for _ in 0..if name == 7 { 3 } else { 1 } {
                let index = channels.index(format!(" channel {name:03} ").as_bytes());
                channels.counts(index)[0] += 1;
            }
        }
        assert_eq!(channels.index(b"channel 003"), channels.index(b"channel 003  "));
        let found = channels.into_result();
        assert_eq!(found.len(), MAX_CHANNELS + 1);
        assert_eq!((found[0].channel.as_deref(), found[0].cases), (Some("channel 007"), 3));
        assert_eq!((found[1].channel.as_deref(), found[1].cases), (Some("channel 000"), 1));
        assert_eq!((found[MAX_CHANNELS].channel.as_deref(), found[MAX_CHANNELS].cases), (None, 800));
    }
}
