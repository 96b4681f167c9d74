use case_slo_log::Counter;

/// Upper edges of the bins of a histogram in seconds, from a minute to ten days; longer durations go into a last bin that
/// ends at the largest value.
pub const HISTOGRAM_EDGES: [u32; 16] =
    [60, 300, 600, 900, 1_200, 1_800, 2_700, 3_600, 5_400, 7_200, 14_400, 28_800, 86_400, 172_800, 432_000, 864_000];

/// Figures of durations that have been counted in milliseconds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Distribution {
    /// Seconds that half, nine in ten and nineteen in twenty do not exceed, by nearest rank: values that occur.
    pub percentiles: [Option<f64>; 3],
    /// Counts by bin, each up to and including its edge in seconds; bins behind the largest value are left out.
    pub histogram: Vec<(f64, u64)>,
}

impl Distribution {
    pub fn new(counter: &Counter) -> Self {
        let total = counter.total();
        let ranks = [50, 90, 95].map(|percent| (total * percent).div_ceil(100).max(1));
        let summary = counter.summary(&ranks, &HISTOGRAM_EDGES.map(|edge| u64::from(edge) * 1_000));
        let seconds = |millis: u64| millis as f64 / 1_000.0;
        let mut histogram = Vec::new();
        if let Some(largest) = summary.largest {
            for (edge, count) in HISTOGRAM_EDGES.into_iter().zip(summary.bins) {
                histogram.push((f64::from(edge), count));
                if largest <= u64::from(edge) * 1_000 {
                    break;
                }
            }
            if summary.beyond > 0 {
                histogram.push((seconds(largest), summary.beyond));
            }
        }
        let percentile = |rank: usize| summary.at.get(rank).copied().flatten().map(seconds);
        Self { percentiles: [percentile(0), percentile(1), percentile(2)], histogram }
    }
}

/// The 95% Wilson score interval of `met` out of `stated` (E. B. Wilson, 1927); `None` of none.
///
/// # Examples
///
/// ```
/// use case_slo::report::wilson;
///
/// let (low, high) = wilson(81, 263).expect("there are some");
/// assert!(low > 0.255 && high < 0.367);
/// assert_eq!(wilson(0, 0), None);
/// ```
pub fn wilson(met: u64, stated: u64) -> Option<(f64, f64)> {
    /// Two-sided 95 % quantile of the normal distribution.
    const Z: f64 = 1.959_963_984_540_054;
    if stated == 0 {
        return None;
    }
    let (n, p) = (stated as f64, met as f64 / stated as f64);
    let square = Z * Z / n;
    let centre = p + square / 2.0;
    let spread = Z * (p * (1.0 - p) / n + square / (4.0 * n)).sqrt();
    let within = |bound: f64| (bound / (1.0 + square)).clamp(0.0, 1.0);
    Some((within(centre - spread), within(centre + spread)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distribution(seconds: impl IntoIterator<Item = u64>) -> Distribution {
        let mut counter = Counter::default();
        for value in seconds {
            counter.add(value * 1_000);
        }
        counter.settle();
        Distribution::new(&counter)
    }

    #[test]
    fn percentiles_are_values_that_occur() {
        assert_eq!(distribution([15, 20, 35, 40, 50]).percentiles, [35.0, 50.0, 50.0].map(Some));
        assert_eq!(distribution(1..=100).percentiles, [50.0, 90.0, 95.0].map(Some));
        assert_eq!(distribution(1..=19).percentiles, [10.0, 18.0, 19.0].map(Some));
        assert_eq!(distribution([]).percentiles, [None; 3]);
        assert_eq!(distribution([0]).percentiles, [Some(0.0); 3]);
    }

    #[test]
    fn every_value_falls_into_one_bin() {
        let bins = distribution([0, 60, 61, 300, 3_000_000, 900_000]).histogram;
        assert_eq!(bins[..2], [(60.0, 2), (300.0, 2)]);
        assert_eq!(bins.last(), Some(&(3_000_000.0, 2)));
        assert_eq!(bins.iter().map(|(_, count)| count).sum::<u64>(), 6);
        assert_eq!(distribution([30]).histogram, [(60.0, 1)]);
        assert_eq!(distribution([864_000]).histogram.last(), Some(&(864_000.0, 1)));
        assert_eq!(distribution([]).histogram, []);
    }

    #[test]
    fn the_interval_is_wilsons() {
        let (low, high) = wilson(81, 263).unwrap();
        assert!((low - 0.2553).abs() < 5e-5 && (high - 0.3662).abs() < 5e-5, "{low} {high}");
        assert_eq!(wilson(0, 0), None);
        assert!(wilson(5, 5).is_some_and(|(low, high)| low > 0.5 && high == 1.0));
    }
}
