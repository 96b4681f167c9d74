//! Goals of the policy: how often its objectives were met in each period.

use case_slo_log::Outcome;
use serde::Serialize;

use crate::calendar::{Date, Instant, LocalTime, parse_day_of_year};
use crate::policy::model::{Document, Goal, GoalPeriod};

/// A goal of the policy in one of its periods.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GoalResult {
    /// Name of the goal.
    pub goal: String,
    /// The beginning of the period; of a goal over the whole log, its first submission.
    pub from: Instant,
    /// The first instant after the period; of a goal over the whole log, the instant of the report.
    pub until: Instant,
    /// Cases that were submitted in the period, those that are open and not yet due included.
    pub cases: u64,
    /// Cases that were stopped too late, or are still open and overdue.
    pub misses: u64,
    /// The share of the cases in time among those in time and too late; `None` without such a case.
    pub attainment: Option<f64>,
    /// Whether the goal was reached; `None` while it can go either way, and if the log lacks a measure of the goal.
    pub reached: Option<bool>,
    /// How many more misses a period that runs can take; `None` for a period that has ended.
    pub misses_left: Option<u64>,
}

/// The cases of a log that count towards the goals of a policy.
#[derive(Debug, Default)]
pub(super) struct Goals(Vec<GoalTally>);

/// The cases that count towards one goal.
#[derive(Debug)]
struct GoalTally {
    id: String,
    over: Option<GoalPeriod>,
    /// Month and day with which a year begins.
    year_starts: (u32, u32),
    rule: Option<Rule>,
    /// Fewer cases than this are judged by `below`.
    at_least: u64,
    below: Option<Rule>,
    /// Whether the log has every measure of the goal.
    is_covered: bool,
    /// First day of each period, ascending, and its cases.
    periods: Vec<(i32, Counts)>,
    /// The period of the last case, as days since 1970-01-01.
    last: (i32, i32),
}

/// The rule of a goal.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// The least percentage of cases in time.
    Percent(f64),
    /// The most cases too late.
    Misses(u64),
}

/// The cases of a period.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    met: u64,
    missed: u64,
    running: u64,
    /// The earliest submission, in milliseconds.
    first: i64,
}

impl Goals {
    /// The goals of a policy.
    pub fn of(document: &Document) -> Self {
        Self(document.goals.iter().map(|(id, goal)| GoalTally::new(id, goal)).collect())
    }

    /// Takes note that the log lacks a measure of a goal.
    pub fn lacks(&mut self, goal: u16) {
        if let Some(tally) = self.0.get_mut(usize::from(goal)) {
            tally.is_covered = false;
        }
    }

    /// Counts a case; `local` is its submission by the wall clock, as the milliseconds since 1970 that it would be in UTC.
    pub fn add(&mut self, goal: u16, submitted_at: Instant, local: i64, outcome: Outcome) {
        if let Some(tally) = self.0.get_mut(usize::from(goal)) {
            tally.add(submitted_at, local, outcome);
        }
    }

    /// The results, goal by goal in the order of the policy, as of an instant.
    pub fn into_results(self, as_of: Instant, zone: Option<&LocalTime>) -> Vec<GoalResult> {
        self.0.into_iter().flat_map(|tally| tally.into_results(as_of, zone)).collect()
    }
}

impl GoalTally {
    fn new(id: &str, goal: &Goal) -> Self {
        let rule = |percent: Option<f64>, misses: Option<u32>| {
            percent.map(Rule::Percent).or(misses.map(|misses| Rule::Misses(misses.into())))
        };
        Self {
            id: id.to_owned(),
            over: goal.over,
            year_starts: goal.year_starts.as_deref().and_then(parse_day_of_year).unwrap_or((1, 1)),
            rule: rule(goal.percent, goal.misses),
            at_least: goal.at_least.unwrap_or(0).into(),
            below: goal.below.as_ref().and_then(|below| rule(below.percent, below.misses)),
            is_covered: true,
            periods: Vec::new(),
            last: (0, 0),
        }
    }

    fn add(&mut self, submitted_at: Instant, local: i64, outcome: Outcome) {
        let day = local.div_euclid(86_400_000) as i32;
        if !(self.last.0..self.last.1).contains(&day) {
            self.last = self.period(day);
        }
        let first = submitted_at.millis();
        let place = self.periods.partition_point(|(start, _)| *start < self.last.0);
        if self.periods.get(place).is_none_or(|(start, _)| *start != self.last.0) {
            self.periods.insert(place, (self.last.0, Counts { first, ..Counts::default() }));
        }
        let counts = &mut self.periods[place].1;
        counts.first = counts.first.min(first);
        match outcome {
            Outcome::Met => counts.met += 1,
            Outcome::Missed => counts.missed += 1,
            Outcome::Running => counts.running += 1,
            Outcome::NotStated => {}
        }
    }

    /// The period of a day: its first day, and the first day after it.
    fn period(&self, day: i32) -> (i32, i32) {
        let within = |begins: &dyn Fn(i32) -> Option<Date>, first: i32| {
            // The beginnings ascend: the period begins with the last one that is not later than the day.
            let mut number = first;
            loop {
                let (start, next) = (begins(number)?.days_since_1970(), begins(number + 1)?.days_since_1970());
                if day < next {
                    return Some((start, next));
                }
                number += 1;
            }
        };
        let year = Date::from_days_since_1970(day).map_or(1970, Date::year);
        let (month, of_month) = self.year_starts;
        // No policy has a year that begins on 29 February.
        let year_begins = |year: i32| Date::new(year, month, of_month);
        let period = match self.over {
            None => None,
            Some(GoalPeriod::Week) => {
                // 1970-01-01 was a Thursday.
                let monday = day - (day + 3).rem_euclid(7);
                Some((monday, monday + 7))
            }
            Some(GoalPeriod::Month) => {
                within(&|month| Date::new(year + month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1), 0)
            }
            Some(GoalPeriod::Quarter) => within(
                &|quarter| year_begins(year - 1 + quarter.div_euclid(4))?.plus_months(quarter.rem_euclid(4) as u32 * 3),
                0,
            ),
            Some(GoalPeriod::Year) => within(&|after| year_begins(year - 1 + after), 0),
        };
        period.unwrap_or((i32::MIN, i32::MAX))
    }

    fn into_results(self, as_of: Instant, zone: Option<&LocalTime>) -> Vec<GoalResult> {
        let midnight = |day: i32| {
            let local = i64::from(day) * 86_400_000;
            let millis = zone.map_or(local, |zone| zone.instant(local));
            Instant::within(millis.clamp(Instant::MIN.millis(), Instant::MAX.millis())).unwrap_or(Instant::MIN)
        };
        let periods = self.periods.iter().filter(|(_, counts)| counts.all() > 0);
        let result = |(start, counts): &(i32, Counts)| {
            let (from, until) = match self.over {
                None => (Instant::within(counts.first).unwrap_or(as_of), as_of),
                Some(_) => (midnight(*start), midnight(self.period(*start).1)),
            };
            let runs = as_of < until;
            let judged = counts.met + counts.missed;
            GoalResult {
                goal: self.id.clone(),
                from,
                until,
                cases: counts.all(),
                misses: counts.missed,
                attainment: (judged > 0).then(|| counts.met as f64 / judged as f64),
                reached: self.reached(counts, runs),
                misses_left: self.rule_for(counts).filter(|_| runs).map(|rule| rule.misses_left(counts)),
            }
        };
        periods.map(result).collect()
    }

    /// The rule for as many cases as a period has.
    fn rule_for(&self, counts: &Counts) -> Option<Rule> {
        if counts.all() < self.at_least { self.below } else { self.rule }
    }

    fn reached(&self, counts: &Counts, runs: bool) -> Option<bool> {
        let is_lost = |rule: Option<Rule>| rule.is_some_and(|rule| rule.is_lost(counts));
        if runs {
            // While a period runs, cases can be added: nothing is reached yet, and with more cases another rule can hold.
            return (is_lost(self.rule_for(counts)) && is_lost(self.rule)).then_some(false);
        }
        let rule = self.rule_for(counts)?;
        let worst = rule.holds(counts.missed + counts.running, counts.all());
        let best = rule.holds(counts.missed, counts.all());
        // Misses of one measure cannot be made up by another if the rule counts misses; a share can still rise.
        match (worst, best) {
            (true, _) => self.is_covered.then_some(true),
            (_, false) => (self.is_covered || is_lost(Some(rule))).then_some(false),
            _ => None,
        }
    }
}

impl Rule {
    fn holds(self, misses: u64, cases: u64) -> bool {
        match self {
            Self::Percent(percent) => (cases - misses) as f64 * 100.0 >= percent * cases as f64 - 1e-9,
            Self::Misses(most) => misses <= most,
        }
    }

    /// Whether no more cases can make the rule hold.
    fn is_lost(self, counts: &Counts) -> bool {
        match self {
            Self::Percent(percent) => percent >= 100.0 && counts.missed > 0,
            Self::Misses(most) => counts.missed > most,
        }
    }

    /// How many more misses the cases so far can take.
    fn misses_left(self, counts: &Counts) -> u64 {
        let most = match self {
            Self::Percent(percent) => (counts.all() as f64 * (100.0 - percent) / 100.0 + 1e-9).max(0.0) as u64,
            Self::Misses(most) => most,
        };
        most.saturating_sub(counts.missed)
    }
}

impl Counts {
    fn all(&self) -> u64 {
        self.met + self.missed + self.running
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// Results of cases, each a date and an outcome, as of a date: from, until, cases, misses, reached, misses left.
    fn results(goal: Value, cases: &[(&str, Outcome)], as_of: &str) -> Vec<Value> {
        let at = |date: &str| Instant::parse(&format!("{date}T00:00:00Z")).unwrap();
        let mut goals = Goals(vec![GoalTally::new("sla", &serde_json::from_value(goal).unwrap())]);
        for (date, outcome) in cases {
            goals.add(0, at(date), at(date).millis(), *outcome);
        }
        let results = goals.into_results(at(as_of), None);
        let short = |instant: Instant| instant.to_string().split('T').next().unwrap().to_owned();
        results
            .iter()
            .map(|r| json!([short(r.from), short(r.until), r.cases, r.misses, r.reached, r.misses_left]))
            .collect()
    }

    fn some(met: usize, missed: usize, running: usize) -> Vec<(&'static str, Outcome)> {
        let of = |outcome, count| std::iter::repeat_n(("2026-02-03", outcome), count);
        of(Outcome::Met, met).chain(of(Outcome::Missed, missed)).chain(of(Outcome::Running, running)).collect()
    }

    #[test]
    fn a_case_counts_in_the_period_of_its_submission() {
        let cases = [("2026-01-31", Outcome::Met), ("2026-02-01", Outcome::Missed), ("2026-04-30", Outcome::Met)];
        let periods = |goal| {
            let results = results(goal, &cases, "2027-06-01");
            results
                .into_iter()
                .map(|r| (r[0].as_str().unwrap()[5..].to_owned(), r[2].as_u64().unwrap()))
                .collect::<Vec<_>>()
        };
        let is = |found: Vec<(String, u64)>, expected: &[(&str, u64)]| {
            assert_eq!(found.iter().map(|(from, cases)| (from.as_str(), *cases)).collect::<Vec<_>>(), expected);
        };
        is(periods(json!({"percent": 90, "over": "week"})), &[("01-26", 2), ("04-27", 1)]);
        is(periods(json!({"percent": 90, "over": "month"})), &[("01-01", 1), ("02-01", 1), ("04-01", 1)]);
        is(periods(json!({"percent": 90, "over": "quarter"})), &[("01-01", 2), ("04-01", 1)]);
        is(periods(json!({"percent": 90, "over": "quarter", "yearStarts": "--02-01"})), &[("11-01", 1), ("02-01", 2)]);
        is(periods(json!({"percent": 90, "over": "year", "yearStarts": "--02-01"})), &[("02-01", 1), ("02-01", 2)]);
        is(periods(json!({"percent": 90})), &[("01-31", 3)]);
    }

    #[test]
    fn every_day_of_a_year_lies_in_one_period_of_each_kind() {
        let days: Vec<String> = Date::new(2027, 12, 1)
            .map(Date::days_since_1970)
            .into_iter()
            .flat_map(|first| (first - 400..first + 62).map(|day| Date::from_days_since_1970(day).unwrap().to_string()))
            .collect();
        for (over, starts, ends) in [
            ("week", &["2027-12-27", "2028-01-24"][..], "2028-01-03"),
            ("month", &["2027-12-01", "2028-01-01"], "2028-01-01"),
            ("quarter", &["2027-10-01", "2028-01-01"], "2028-01-01"),
            ("year", &["2027-01-01", "2028-01-01"], "2028-01-01"),
        ] {
            let cases: Vec<(&str, Outcome)> = days.iter().map(|day| (day.as_str(), Outcome::Met)).collect();
            let found = results(json!({"percent": 90, "over": over}), &cases, "2029-01-01");
            let all: u64 = found.iter().map(|result| result[2].as_u64().unwrap()).sum();
            assert_eq!(all, days.len() as u64, "{over}");
            assert!(
                found.windows(2).all(|pair| pair[0][1] == pair[1][0]),
                "each {over} begins when the one before ends"
            );
            assert!(starts.iter().all(|start| found.iter().any(|result| result[0] == *start)), "{over}: {found:?}");
            assert!(found.iter().any(|result| result[0] == starts[0] && result[1] == ends), "{over}: {found:?}");
        }
    }

    #[test]
    fn a_period_whose_cases_have_no_target_has_no_result() {
        let cases = [("2026-01-31", Outcome::NotStated), ("2026-02-01", Outcome::Met)];
        let found = results(json!({"percent": 90, "over": "month"}), &cases, "2026-06-01");
        assert_eq!(found, [json!(["2026-02-01", "2026-03-01", 1, 0, true, null])]);
    }

    #[test]
    fn the_attainment_is_the_share_of_the_cases_that_are_judged() {
        let attainment = |met, missed, running| {
            let mut goals =
                Goals(vec![GoalTally::new("sla", &serde_json::from_value(json!({"percent": 90})).unwrap())]);
            let at = Instant::parse("2026-02-03T00:00:00Z").unwrap();
            for (_, outcome) in some(met, missed, running) {
                goals.add(0, at, at.millis(), outcome);
            }
            goals.into_results(at, None)[0].attainment
        };
        assert_eq!((attainment(3, 1, 0), attainment(3, 1, 4)), (Some(0.75), Some(0.75)));
        assert_eq!((attainment(0, 2, 0), attainment(2, 0, 1)), (Some(0.0), Some(1.0)));
        assert_eq!(attainment(0, 0, 1), None);
    }

    #[test]
    fn a_period_that_has_ended_is_reached_or_not_unless_open_cases_decide() {
        let judge = |goal: &Value, met, missed, running| {
            results(goal.clone(), &some(met, missed, running), "2026-06-01")[0][4].clone()
        };
        let goal = json!({"percent": 95, "over": "month"});
        assert_eq!(judge(&goal, 19, 1, 0), json!(true));
        assert_eq!(judge(&goal, 18, 1, 0), json!(false));
        assert_eq!(judge(&goal, 18, 1, 1), json!(null));
        assert_eq!(judge(&goal, 39, 1, 1), json!(true), "97.6 % or 95.1 %");
        let few = json!({"percent": 95, "over": "month", "atLeast": 20, "below": {"misses": 1}});
        assert_eq!(judge(&few, 3, 1, 0), json!(true));
        assert_eq!(judge(&few, 3, 2, 0), json!(false));
        assert_eq!(judge(&json!({"percent": 95, "over": "month", "atLeast": 20}), 3, 2, 0), json!(null));
    }

    #[test]
    fn a_period_that_runs_can_go_either_way_unless_it_is_lost() {
        let judge = |goal: Value, met, missed| {
            let result = results(goal, &some(met, missed, 0), "2026-02-20")[0].clone();
            (result[4].clone(), result[5].clone())
        };
        assert_eq!(judge(json!({"percent": 90, "over": "month"}), 38, 2), (json!(null), json!(2)));
        assert_eq!(judge(json!({"percent": 90, "over": "month"}), 1, 9), (json!(null), json!(0)));
        assert_eq!(judge(json!({"misses": 3, "over": "month"}), 1, 4), (json!(false), json!(0)));
        assert_eq!(judge(json!({"misses": 3, "over": "month"}), 1, 3), (json!(null), json!(0)));
        assert_eq!(judge(json!({"misses": 3, "over": "month"}), 1, 2), (json!(null), json!(1)));
        assert_eq!(judge(json!({"percent": 100, "over": "month"}), 9, 1), (json!(false), json!(0)));
        let few = json!({"percent": 95, "over": "month", "atLeast": 20, "below": {"misses": 1}});
        assert_eq!(judge(few, 3, 2), (json!(null), json!(0)), "with more cases the percentage holds");
    }

    #[test]
    fn a_period_has_ended_at_the_first_instant_after_it() {
        let result = |as_of| results(json!({"percent": 90, "over": "month"}), &some(10, 0, 0), as_of)[0].clone();
        assert_eq!(result("2026-02-28"), json!(["2026-02-01", "2026-03-01", 10, 0, null, 1]));
        assert_eq!(result("2026-03-01"), json!(["2026-02-01", "2026-03-01", 10, 0, true, null]));
    }

    #[test]
    fn a_goal_with_a_measure_that_the_log_lacks_is_not_reached_for_sure() {
        let at = Instant::parse("2026-02-03T00:00:00Z").unwrap();
        let goal = serde_json::from_value(json!({"misses": 1, "over": "month"})).unwrap();
        let reached = |misses| {
            let mut goals = Goals(vec![GoalTally::new("sla", &goal)]);
            goals.lacks(0);
            for _ in 0..misses {
                goals.add(0, at, at.millis(), Outcome::Missed);
            }
            goals.into_results(Instant::MAX, None)[0].reached
        };
        assert_eq!((reached(1), reached(2)), (None, Some(false)));
    }

    #[test]
    fn a_report_counts_all_measures_of_a_goal_that_the_log_has() {
        let text = json!({"en": "T"});
        let objective = |id: &str, measure: &str, target: &str| json!({"id": id, "measure": measure, "target": {"within": target}, "calendar": "always", "goal": "sla"});
        let policy = json!({
            "id": "t", "version": "1", "title": text, "languages": ["en"], "tiers": [{"id": "care", "name": text}],
            "severities": [{"id": "high", "name": text}], "calendars": {"always": {"open": "24x7"}},
            "measures": [{"id": "initial-response", "name": text}, {"id": "resolution", "name": text}],
            "objectives": [objective("r", "initial-response", "PT1H"), objective("s", "resolution", "PT2H")],
            "goals": {"sla": {"percent": 50, "over": "quarter"}},
        });
        let policy = crate::Policy::load(&policy.to_string()).unwrap();
        let results = |log: &str| {
            let options = crate::report::ReportOptions::new(Instant::parse("2026-06-01T00:00:00Z").unwrap());
            let mut report = policy.report(&options).unwrap();
            report.push(log.as_bytes());
            report.finish().goals
        };
        let header = "id,severity,submittedAt,initial response";
        let row = "1,high,2026-02-03T08:00:00Z,2026-02-03T08:10:00Z";
        let both = results(&format!("{header},resolved\n{row},2026-02-03T12:00:00Z\n"));
        assert_eq!((both.len(), both[0].cases, both[0].misses, both[0].reached), (1, 2, 1, Some(true)));
        assert_eq!(
            (both[0].from.to_string(), both[0].until.to_string()),
            ("2026-01-01T00:00:00Z".into(), "2026-04-01T00:00:00Z".into())
        );
        let one = results(&format!("{header}\n{row}\n"));
        assert_eq!((one[0].cases, one[0].attainment, one[0].reached), (1, Some(1.0), None));
    }
}
