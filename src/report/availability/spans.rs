/// A span of time in milliseconds since 1970: from the first instant up to the second.
pub(super) type Span = (i64, i64);

/// Spans of time, of which those that overlap are merged.
#[derive(Debug, Default)]
pub(super) struct Spans {
    list: Vec<Span>,
    /// Their number after the last merge.
    merged: usize,
}

impl Spans {
    /// Adds a span, which may be empty.
    pub fn add(&mut self, span: Span) {
        /// Spans that may come before all are merged, so that the list is at most twice as long as it has to be.
        const SLACK: usize = 1_000;
        self.list.push(span);
        if self.list.len() > self.merged * 2 + SLACK {
            self.merge();
        }
    }

    /// Adds all spans of another list.
    pub fn add_all(&mut self, other: &[Span]) {
        other.iter().for_each(|span| self.add(*span));
    }

    /// The spans without those that overlap or touch, in order.
    pub fn merged(&mut self) -> &[Span] {
        self.merge();
        &self.list
    }

    fn merge(&mut self) {
        self.list.sort_unstable();
        let mut kept = 0;
        for at in 1..self.list.len() {
            let (from, to) = self.list[at];
            if from <= self.list[kept].1 {
                self.list[kept].1 = self.list[kept].1.max(to);
            } else {
                kept += 1;
                self.list[kept] = (from, to);
            }
        }
        self.list.truncate(kept + 1);
        self.merged = self.list.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_that_overlap_or_touch_are_one() {
        let mut spans = Spans::default();
        spans.add_all(&[(5, 7), (1, 2), (6, 9), (9, 9), (12, 12), (2, 3), (20, 30), (22, 23)]);
        assert_eq!(spans.merged(), [(1, 3), (5, 9), (12, 12), (20, 30)]);
        assert_eq!(Spans::default().merged(), []);
    }

    #[test]
    fn any_order_gives_the_same_as_every_instant_by_itself() {
        let mut seed = 11u64;
        for round in 0..40 {
            let mut spans = Spans::default();
            let mut out = vec![false; 4_000];
            for _ in 0..round * 100 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let from = (seed >> 33) as usize % 3_990;
                let to = from + 1 + (seed >> 50) as usize % 9;
                out[from..to].fill(true);
                spans.add((from as i64, to as i64));
            }
            let lost: i64 = spans.merged().iter().map(|(from, to)| to - from).sum();
            assert_eq!(lost as usize, out.iter().filter(|out| **out).count());
            assert!(spans.merged().windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }
}
