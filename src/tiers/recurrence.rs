//! On which dates something recurs.

use crate::calendar::Date;
use crate::policy::model::Cadence;

/// Something that recurs from a first day on. Where a month lacks the day, its last day takes its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Recurrence {
    /// Every so many days.
    Days(u32),
    /// Every so many months.
    Months(u32),
}

impl Recurrence {
    /// The recurrence of a cadence; `None` for what goes on all the time.
    pub fn of(cadence: Cadence) -> Option<Self> {
        match cadence {
            Cadence::Continuous => None,
            Cadence::Daily => Some(Self::Days(1)),
            Cadence::Weekly => Some(Self::Days(7)),
            Cadence::Monthly => Some(Self::Months(1)),
            Cadence::Quarterly => Some(Self::Months(3)),
            Cadence::Yearly => Some(Self::Months(12)),
        }
    }

    /// Every date from the first day to the last, both included.
    pub fn dates(self, first: Date, last: Date) -> Vec<Date> {
        (0..).map_while(|step| self.date(first, step)).take_while(|date| *date <= last).collect()
    }

    fn date(self, first: Date, step: u32) -> Option<Date> {
        match self {
            Self::Days(days) => first.plus_days(step * days),
            Self::Months(months) => first.plus_months(step * months),
        }
    }

    /// The same as a recurrence rule of iCalendar (RFC 5545, 3.3.10) for an event that starts on the first day. It leaves
    /// out the months that lack the day: few programs read the rules that would say otherwise.
    pub fn rule(self) -> String {
        match self {
            Self::Days(1) => "FREQ=DAILY".to_owned(),
            Self::Days(7) => "FREQ=WEEKLY".to_owned(),
            Self::Days(days) => format!("FREQ=DAILY;INTERVAL={days}"),
            Self::Months(1) => "FREQ=MONTHLY".to_owned(),
            Self::Months(12) => "FREQ=YEARLY".to_owned(),
            Self::Months(months) => format!("FREQ=MONTHLY;INTERVAL={months}"),
        }
    }

    /// Whether the rule leaves a date out.
    pub fn is_extra(self, first: Date, date: Date) -> bool {
        matches!(self, Self::Months(_)) && first.day() != date.day()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(recurrence: Recurrence, first: &str, last: &str) -> Vec<String> {
        let day = |text| Date::parse(text).unwrap();
        recurrence.dates(day(first), day(last)).into_iter().map(|date| date.to_string()).collect()
    }

    #[test]
    fn a_month_that_lacks_the_day_has_its_last_day_instead() {
        assert_eq!(
            dates(Recurrence::Months(1), "2027-01-31", "2027-05-31"),
            ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]
        );
        assert_eq!(
            dates(Recurrence::Months(3), "2026-11-30", "2027-08-29"),
            ["2026-11-30", "2027-02-28", "2027-05-30"]
        );
        assert_eq!(dates(Recurrence::Months(12), "2024-02-29", "2028-02-29").len(), 5);
    }

    #[test]
    fn weeks_run_across_years() {
        assert_eq!(dates(Recurrence::Days(7), "2026-12-21", "2027-01-05"), ["2026-12-21", "2026-12-28", "2027-01-04"]);
    }

    #[test]
    fn the_rule_leaves_out_the_months_that_lack_the_day() {
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(Recurrence::Months(3).rule(), "FREQ=MONTHLY;INTERVAL=3");
        assert!(Recurrence::Months(3).is_extra(day("2027-01-31"), day("2027-04-30")));
        assert!(!Recurrence::Months(3).is_extra(day("2027-01-31"), day("2027-07-31")));
        assert!(!Recurrence::Days(7).is_extra(day("2027-01-31"), day("2027-02-07")));
    }
}
