use case_slo_log::Moment;

use crate::calendar::{Date, Instant, LocalTime, month_name};

use super::result::{MonthAvailability, ServiceAvailability};
use super::spans::Span;

const DAY: i64 = 86_400_000;

/// The months of a period, each from its first instant in the period up to the one behind its last.
#[derive(Debug)]
pub(super) struct Months {
    /// By number, from January of the year 0 on.
    months: Vec<(i32, Span)>,
    pub period: Span,
}

impl Months {
    /// The months between two instants, in milliseconds since 1970, by the wall clock of a zone.
    pub fn new((from, until): Span, zone: Option<&LocalTime>) -> Self {
        let first = number(from, zone);
        let last = number((until - 1).max(from), zone);
        let begins = |month: i32| begin(month, zone).clamp(from, until);
        let months = (first..=last).map(|month| {
            let begin = if month == first { from } else { begins(month) };
            (month, (begin, if month == last { until } else { begins(month + 1) }))
        });
        Self { months: months.collect(), period: (from, until) }
    }

    /// The availability that some outages, in order and apart from each other, leave in the period.
    pub fn availability(&self, service: Option<String>, ongoing: bool, out: &[Span]) -> ServiceAvailability {
        let (begin, end) = self.period;
        let out: Vec<Span> = out
            .iter()
            .filter(|span| touches(**span, self.period))
            .map(|(from, to)| ((*from).max(begin), (*to).min(end)))
            .collect();
        let longest = out.iter().fold(None, |longest: Option<Span>, (from, to)| match longest {
            Some((begin, end)) if end - begin >= to - from => longest,
            _ => Some((*from, *to)),
        });
        let lost = sum(&out);
        let mut rest = out.as_slice();
        let months = self.months.iter().map(|(month, span)| {
            // An outage that ends before this month has been counted; one that begins after it is left for later months.
            let passed = rest.iter().take_while(|(from, to)| *to <= span.0 && *from < span.0).count();
            rest = rest.get(passed..).unwrap_or_default();
            let here: Vec<Span> = rest
                .iter()
                .take_while(|(from, _)| *from < span.1)
                .map(|(from, to)| ((*from).max(span.0), (*to).min(span.1)))
                .collect();
            let lost = sum(&here);
            MonthAvailability {
                month: month_name(*month),
                seconds: seconds(span.1 - span.0),
                lost_seconds: seconds(lost),
                availability: Some(share(lost, *span)),
                outages: here.len(),
                longest_seconds: seconds(here.iter().map(|(from, to)| to - from).max().unwrap_or(0)),
            }
        });
        ServiceAvailability {
            months: months.collect(),
            service,
            outages: out.len(),
            ongoing,
            lost_seconds: seconds(lost),
            longest_seconds: longest.map_or(0.0, |(from, to)| seconds(to - from)),
            longest_start: longest.and_then(|(from, _)| Instant::within(from)),
            availability: Some(share(lost, self.period)),
        }
    }
}

/// Whether a span, which may be empty, has a part in another, which is not.
pub(super) fn touches((from, to): Span, (begin, end): Span) -> bool {
    from < end && (to > begin || from >= begin)
}

/// The first instant of the month of an instant.
pub(super) fn first_of_month(at: i64, zone: Option<&LocalTime>) -> i64 {
    begin(number(at, zone), zone).max(Instant::MIN.millis())
}

/// The number of the month of an instant.
fn number(at: i64, zone: Option<&LocalTime>) -> i32 {
    let local = |zone: &LocalTime| Instant::within(at).map_or(at, |at| zone.local(at));
    Moment::of(zone.map_or(at, local)).month()
}

/// The first instant of a month.
fn begin(month: i32, zone: Option<&LocalTime>) -> i64 {
    let first = Date::new(month.div_euclid(12), month.rem_euclid(12).unsigned_abs() + 1, 1);
    let midnight = i64::from(first.map_or(0, Date::days_since_1970)) * DAY;
    zone.map_or(midnight, |zone| zone.instant(midnight))
}

fn sum(out: &[Span]) -> i64 {
    out.iter().map(|(from, to)| to - from).sum()
}

fn seconds(millis: i64) -> f64 {
    millis as f64 / 1_000.0
}

fn share(lost: i64, (from, to): Span) -> f64 {
    // A month or period is never empty.
    (to - from - lost) as f64 / (to - from).max(1) as f64
}
