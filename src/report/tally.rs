//! The counts of a log, as the result holds them.

use case_slo_log::{Counts, Outcome, PeriodCounts, Tallies, Tally};

use crate::calendar::{month_name, week_name};

use super::distribution::{Distribution, wilson};
use super::evaluator::Evaluator;
use super::result::{Bin, Group, Hour, Month, Week};

/// Cases, met and missed.
pub(super) fn cases_met_missed(counts: &Counts) -> (u64, u64, u64) {
    (counts.iter().sum(), counts[Outcome::Met as usize], counts[Outcome::Missed as usize])
}

/// The figures of a group; `of` is its tier and severity.
pub(super) fn group(tally: &Tally, of: Ids) -> Group {
    let Distribution { percentiles: [p50, p90, p95], histogram } = Distribution::new(&tally.elapsed);
    let number = |outcome: Outcome| tally.outcomes[outcome as usize];
    let (met, missed) = (number(Outcome::Met), number(Outcome::Missed));
    let stated = met + missed;
    let (tier, severity) = owned(of);
    Group {
        tier,
        severity,
        cases: tally.outcomes.iter().sum(),
        met,
        missed,
        overdue: tally.overdue,
        running: number(Outcome::Running),
        not_stated: number(Outcome::NotStated),
        attainment: (stated > 0).then(|| met as f64 / stated as f64),
        interval: wilson(met, stated),
        p50,
        p90,
        p95,
        histogram: histogram.into_iter().map(|(up_to_seconds, count)| Bin { up_to_seconds, count }).collect(),
    }
}

/// The ids of a tier and a severity; `None` over all groups.
type Ids<'a> = Option<(&'a str, &'a str)>;

/// The weeks that have a case: in each, the groups in an order, and then all groups together.
pub(super) fn weeks(tallies: &Tallies, order: &[usize], evaluator: &Evaluator) -> Vec<Week> {
    by_period(tallies.weeks(), order, evaluator, |week, of, counts| {
        let (cases, met, missed) = cases_met_missed(counts);
        let (tier, severity) = owned(of);
        Week { week: week_name(week), tier, severity, cases, met, missed }
    })
}

/// The months that have a case: in each, the groups in an order, and then all groups together.
pub(super) fn months(tallies: &Tallies, order: &[usize], evaluator: &Evaluator) -> Vec<Month> {
    by_period(tallies.months(), order, evaluator, |month, of, counts| {
        let (cases, met, missed) = cases_met_missed(counts);
        let (tier, severity) = owned(of);
        Month { month: month_name(month), tier, severity, cases, met, missed }
    })
}

fn by_period<'p, T>(
    periods: impl Iterator<Item = (i32, &'p PeriodCounts)>,
    order: &[usize],
    evaluator: &Evaluator,
    entry: impl Fn(i32, Ids, &Counts) -> T,
) -> Vec<T> {
    let mut entries = Vec::new();
    for (period, counts) in periods {
        let groups = order.iter().filter_map(|group| Some((*group, counts.group(*group)?)));
        entries.extend(groups.map(|(group, counts)| entry(period, Some(evaluator.ids(group)), counts)));
        entries.push(entry(period, None, &counts.all()));
    }
    entries
}

fn owned(ids: Ids) -> (Option<String>, Option<String>) {
    ids.map(|(tier, severity)| (tier.to_owned(), severity.to_owned())).unzip()
}

/// The hours of the week that have a case.
pub(super) fn hours(counts: &[Counts]) -> Vec<Hour> {
    let hour = |(at, counts): (usize, &Counts)| {
        let (cases, met, missed) = cases_met_missed(counts);
        (cases > 0).then_some(Hour { weekday: at / 24 + 1, hour: at % 24, cases, met, missed })
    };
    counts.iter().enumerate().filter_map(hour).collect()
}
