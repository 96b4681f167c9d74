use super::result::Channel;

/// Most channels that are told apart; those met later are counted together.
pub const MAX_CHANNELS: usize = 200;

/// Cases by how they came in.
#[derive(Debug, Default)]
pub(super) struct Channels {
    /// Each with its cases, met and missed, in the order in which they were met.
    known: Vec<(Vec<u8>, [u64; 3])>,
    /// Whatever came when there were too many.
    rest: [u64; 3],
}

impl Channels {
    /// The counts of a channel.
    #[inline]
    pub fn of(&mut self, name: &[u8]) -> &mut [u64; 3] {
        let name = name.trim_ascii();
        let at = self.known.iter().position(|(known, _)| known == name).unwrap_or(self.known.len());
        if at == self.known.len() {
            if at == MAX_CHANNELS {
                return &mut self.rest;
            }
            self.known.push((name.to_vec(), [0; 3]));
        }
        &mut self.known[at].1
    }

    /// The most frequent first; among equals, in the order of their names.
    pub fn into_result(self) -> Vec<Channel> {
        let mut known = self.known;
        known.sort_by(|(a, [more, ..]), (b, [less, ..])| less.cmp(more).then_with(|| a.cmp(b)));
        let named = known.into_iter().map(|(name, counts)| (Some(String::from_utf8_lossy(&name).into_owned()), counts));
        let rest = (self.rest[0] > 0).then_some((None, self.rest));
        let channel = |(channel, [cases, met, missed]): (Option<String>, [u64; 3])| {
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
                channels.of(format!(" channel {name:03} ").as_bytes())[0] += 1;
            }
        }
        let found = channels.into_result();
        assert_eq!(found.len(), MAX_CHANNELS + 1);
        assert_eq!((found[0].channel.as_deref(), found[0].cases), (Some("channel 007"), 3));
        assert_eq!((found[1].channel.as_deref(), found[1].cases), (Some("channel 000"), 1));
        assert_eq!((found[MAX_CHANNELS].channel.as_deref(), found[MAX_CHANNELS].cases), (None, 800));
    }
}
