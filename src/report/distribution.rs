use case_slo_log::Counter;

/// Upper edges of the bins of a histogram in seconds, from a minute to ten days; what is longer goes into a last bin
/// that ends at the largest value.
pub const HISTOGRAM_EDGES: [u32; 16] =
    [60, 300, 600, 900, 1_200, 1_800, 2_700, 3_600, 5_400, 7_200, 14_400, 28_800, 86_400, 172_800, 432_000, 864_000];

/// Durations in milliseconds, ascending, with how often each occurs.
#[derive(Debug, Clone, Default)]
pub(super) struct Distribution {
    counts: Vec<(u64, u32)>,
    total: u64,
}

impl Distribution {
    pub fn new(counter: &Counter) -> Self {
        let counts = counter.sorted();
        let total = counts.iter().map(|(_, count)| u64::from(*count)).sum();
        Self { counts, total }
    }

    /// The percentile by nearest rank: the smallest duration that at least `percent` of all do not exceed. Seconds.
    pub fn percentile(&self, percent: u64) -> Option<f64> {
        let rank = (self.total * percent).div_ceil(100).max(1);
        let mut seen = 0;
        let found = self.counts.iter().find(|(_, count)| {
            seen += u64::from(*count);
            seen >= rank
        });
        found.map(|(millis, _)| *millis as f64 / 1_000.0)
    }

    /// Counts by bin, each up to and including its edge in seconds; bins behind the largest value are left out.
    pub fn histogram(&self) -> Vec<(f64, u64)> {
        let Some((largest, _)) = self.counts.last() else { return Vec::new() };
        let mut bins = Vec::new();
        let mut rest = self.counts.iter().peekable();
        for edge in HISTOGRAM_EDGES {
            let limit = u64::from(edge) * 1_000;
            let mut count = 0;
            while let Some((_, times)) = rest.next_if(|(millis, _)| *millis <= limit) {
                count += u64::from(*times);
            }
            bins.push((f64::from(edge), count));
            if *largest <= limit {
                return bins;
            }
        }
        bins.push((*largest as f64 / 1_000.0, rest.map(|(_, times)| u64::from(*times)).sum()));
        bins
    }
}

/// The 95 % Wilson score interval of `met` out of `judged` (E. B. Wilson, 1927).
pub(super) fn wilson(met: u64, judged: u64) -> Option<(f64, f64)> {
    /// Two-sided 95 % quantile of the normal distribution.
    const Z: f64 = 1.959_963_984_540_054;
    if judged == 0 {
        return None;
    }
    let (n, p) = (judged as f64, met as f64 / judged as f64);
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
            counter.add(value * 1_000, 1);
        }
        Distribution::new(&counter)
    }

    #[test]
    fn percentiles_are_values_that_occur() {
        let ten = distribution([15, 20, 35, 40, 50]);
        assert_eq!([5, 30, 40, 50, 100].map(|p| ten.percentile(p)), [15, 20, 20, 35, 50].map(|v| Some(f64::from(v))));
        assert_eq!(distribution([]).percentile(50), None);
        assert_eq!(distribution([0]).percentile(90), Some(0.0));
    }

    #[test]
    fn every_value_falls_into_one_bin() {
        let bins = distribution([0, 60, 61, 300, 3_000_000, 900_000]).histogram();
        assert_eq!(bins[..2], [(60.0, 2), (300.0, 2)]);
        assert_eq!(bins.last(), Some(&(3_000_000.0, 2)));
        assert_eq!(bins.iter().map(|(_, count)| count).sum::<u64>(), 6);
        assert_eq!(distribution([30]).histogram(), [(60.0, 1)]);
    }

    #[test]
    fn the_interval_is_wilsons() {
        let (low, high) = wilson(81, 263).unwrap();
        assert!((low - 0.2553).abs() < 5e-5 && (high - 0.3662).abs() < 5e-5, "{low} {high}");
        assert_eq!(wilson(0, 0), None);
        assert!(wilson(5, 5).is_some_and(|(low, high)| low > 0.5 && high == 1.0));
    }
}
