use crate::calendar::Instant;

/// Which cases are asked for; what is left out lets every case through.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    /// Indices of tiers.
    pub tiers: Option<Vec<usize>>,
    /// Indices of severities.
    pub severities: Option<Vec<usize>>,
    /// Names of channels.
    pub channels: Option<Vec<String>>,
    /// Submitted then or later.
    pub from: Option<Instant>,
    /// Submitted before.
    pub to: Option<Instant>,
}

impl Filter {
    /// Whether it lets every case through.
    #[inline(always)]
    pub fn is_open(&self) -> bool {
        let Self { tiers, severities, channels, from, to } = self;
        tiers.is_none() && severities.is_none() && channels.is_none() && from.is_none() && to.is_none()
    }

    /// Whether it keeps out a case of which this is known. What could not be read keeps nothing out.
    pub fn excludes(
        &self,
        tier: Option<u16>,
        severity: Option<u16>,
        channel: Option<&str>,
        submitted: Option<Instant>,
    ) -> bool {
        let misses = |wanted: &Option<Vec<usize>>, found: Option<u16>| {
            wanted.as_ref().zip(found).is_some_and(|(wanted, found)| !wanted.contains(&usize::from(found)))
        };
        let is_other = |channel: &str| self.channels.as_ref().is_some_and(|wanted| wanted.iter().all(|w| w != channel));
        let is_early = |at: Instant| self.from.is_some_and(|from| at < from);
        let is_late = |at: Instant| self.to.is_some_and(|to| at >= to);
        misses(&self.tiers, tier)
            || misses(&self.severities, severity)
            || channel.is_some_and(is_other)
            || submitted.is_some_and(|at| is_early(at) || is_late(at))
    }
}
