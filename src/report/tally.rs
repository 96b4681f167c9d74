//! What has been counted, as the result holds it.

use case_slo_log::{Counts, Outcome, Tally};

use crate::calendar::{month_name, week_name};

use super::distribution::{Distribution, wilson};
use super::result::{Bin, Group, Hour, Month, Week};

/// Cases, met and missed.
pub(super) fn cases_met_missed(counts: &Counts) -> (u64, u64, u64) {
    (counts.iter().sum(), counts[Outcome::Met as usize], counts[Outcome::Missed as usize])
}

/// The figures of a group; `of` is its tier and severity.
pub(super) fn group(tally: &Tally, of: Option<(&str, &str)>) -> Group {
    let Distribution { percentiles: [p50, p90, p95], histogram } = Distribution::new(&tally.elapsed);
    let number = |outcome: Outcome| tally.outcomes[outcome as usize];
    let (met, missed) = (number(Outcome::Met), number(Outcome::Missed));
    let judged = met + missed;
    Group {
        tier: of.map(|(tier, _)| tier.to_owned()),
        severity: of.map(|(_, severity)| severity.to_owned()),
        cases: tally.outcomes.iter().sum(),
        met,
        missed,
        running: number(Outcome::Running),
        not_stated: number(Outcome::NotStated),
        attainment: (judged > 0).then(|| met as f64 / judged as f64),
        interval: wilson(met, judged),
        p50,
        p90,
        p95,
        histogram: histogram.into_iter().map(|(up_to_seconds, count)| Bin { up_to_seconds, count }).collect(),
    }
}

/// One week of a group, where it has a case; `of` is the tier and severity.
pub(super) fn week(tally: &Tally, week: i32, of: Option<(&str, &str)>) -> Option<Week> {
    let (cases, met, missed) = cases_met_missed(&tally.weeks.get(week)?);
    let (tier, severity) = (of.map(|(tier, _)| tier.to_owned()), of.map(|(_, severity)| severity.to_owned()));
    Some(Week { week: week_name(week), tier, severity, cases, met, missed })
}

/// One month of a group, where it has a case; `of` is the tier and severity.
pub(super) fn month(tally: &Tally, month: i32, of: Option<(&str, &str)>) -> Option<Month> {
    let (cases, met, missed) = cases_met_missed(&tally.months.get(month)?);
    let (tier, severity) = (of.map(|(tier, _)| tier.to_owned()), of.map(|(_, severity)| severity.to_owned()));
    Some(Month { month: month_name(month), tier, severity, cases, met, missed })
}

/// The hours of the week that have a case.
pub(super) fn hours(counts: &[Counts]) -> Vec<Hour> {
    let hour = |(at, counts): (usize, &Counts)| {
        let (cases, met, missed) = cases_met_missed(counts);
        (cases > 0).then_some(Hour { weekday: at / 24 + 1, hour: at % 24, cases, met, missed })
    };
    counts.iter().enumerate().filter_map(hour).collect()
}
