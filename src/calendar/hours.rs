use crate::Diagnostic;
use crate::policy::model::Interval;
use crate::policy::{Entries, shorten, token};
use crate::sorted::sorted;

use super::date::parse_time;
use super::fault::Fault;
use crate::sentence::sentence;

/// Opening hours of one day, in order: opening and closing times in minutes after its midnight. An interval that
/// closes after 1,440 closes on the next day. Intervals may overlap: which of two closes later is known only as instants,
/// because one that closes in a daylight-saving gap closes an hour later than it says.
pub(super) type Hours = Vec<(u32, u32)>;

const CODE: &str = "invalid-interval";

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// Reads the intervals of a day, and adds their errors to `found`.
pub(super) fn read(intervals: &[Interval], at: &str, found: &mut Vec<Diagnostic>) -> Hours {
    let mut hours = Hours::new();
    for (index, interval) in intervals.iter().enumerate() {
        match read_interval(interval) {
            Ok(interval) => hours.push(interval),
            Err(fault) => found.push(fault.at(&format!("{at}/{index}"))),
        }
    }
    sorted(hours, <(u32, u32)>::cmp)
}

fn read_interval([opens, closes]: &Interval) -> Result<(u32, u32), Fault> {
    let time = |within, text: &str| {
        let fault = || Fault::text(CODE, within, "time of day", text, "write hours and minutes, such as \"09:00\"");
        parse_time(text).ok_or_else(fault)
    };
    let (from, to) = (time("/0", opens)?, time("/1", closes)?);
    if from == to {
        let help = "for the whole day write \"00:00\" and \"24:00\"";
        return Err(Fault::new(CODE, "", "the interval opens and closes at the same time", help));
    }
    if from == DAY {
        let help = "open at \"00:00\" on the next day";
        return Err(Fault::new(CODE, "/0", "the interval opens at the end of the day", help));
    }
    Ok((from, if to < from { to + DAY } else { to }))
}

/// Names of the weekdays in a policy; 0 is Monday.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The weekday of a name.
pub(super) fn weekday(name: &str) -> Option<usize> {
    WEEKDAYS.iter().position(|known| *known == name)
}

/// Reads the hours of a week, and adds their errors to `found`. Ranges run forward, over Sunday if they must; a single day
/// overrides a range.
pub(super) fn read_week(weekly: &Entries<Vec<Interval>>, at: &str, found: &mut Vec<Diagnostic>) -> [Hours; 7] {
    let mut week: [Hours; 7] = Default::default();
    // The place of the range that has set the hours of each day.
    let mut ranges = [None; 7];
    let mut single = [false; 7];
    for (key, intervals) in weekly.iter() {
        let at = format!("{at}/{}", token(key));
        let hours = read(intervals, &at, found);
        let ends = key.split_once('-').unwrap_or((key, key));
        let (Some(first), Some(last)) = (weekday(ends.0), weekday(ends.1)) else {
            let message = sentence!(
                "expected a weekday such as \"mon\" or a range such as \"mon-fri\", found \"{}\"",
                shorten(key)
            );
            let finding = Diagnostic::error("schema", at, message).at_key();
            let meant = WEEKDAYS.into_iter().find(|day| key.starts_with(day) && !key.contains('-'));
            found.push(finding.help(sentence!("did you mean \"{}\"?", meant.unwrap_or("mon-fri"))));
            continue;
        };
        if !key.contains('-') {
            (week[first], single[first]) = (hours, true);
            continue;
        }
        for day in (first..).take((last + 7 - first) % 7 + 1).map(|day| day % 7) {
            if let Some(other) = ranges[day].replace(key) {
                let message = sentence!("the ranges \"{}\" and \"{}\" both contain \"{}\"", other, key, WEEKDAYS[day]);
                let finding = Diagnostic::error("invalid-calendar", at, message).at_key();
                found.push(finding.help("let each weekday stand in one range; a single weekday overrides a range"));
                break;
            }
            if !single[day] {
                week[day].clone_from(&hours);
            }
        }
    }
    week
}

/// Sorts intervals that are nearly in order, and joins those that overlap or touch.
pub(super) fn join(intervals: &mut Vec<(i64, i64)>) {
    for next in 1..intervals.len() {
        let mut place = next;
        while place > 0 && intervals[place] < intervals[place - 1] {
            intervals.swap(place, place - 1);
            place -= 1;
        }
    }
    intervals.dedup_by(|next, last| {
        let joined = next.0 <= last.1;
        if joined {
            last.1 = last.1.max(next.1);
        }
        joined
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(intervals: &[[&str; 2]]) -> Result<Hours, Vec<String>> {
        let intervals: Vec<Interval> = intervals.iter().map(|pair| pair.map(str::to_owned)).collect();
        let mut found = Vec::new();
        let hours = read(&intervals, "", &mut found);
        if found.is_empty() { Ok(hours) } else { Err(found.into_iter().map(|d| d.path).collect()) }
    }

    #[test]
    fn an_end_before_the_start_runs_past_midnight() {
        assert_eq!(hours(&[["22:00", "06:00"]]), Ok(vec![(1320, 1800)]));
        assert_eq!(hours(&[["22:00", "00:00"]]), Ok(vec![(1320, 1440)]));
        assert_eq!(hours(&[["00:00", "24:00"]]), Ok(vec![(0, 1440)]));
    }

    #[test]
    fn what_overlaps_or_touches_is_one_interval() {
        let joined = |mut intervals: Vec<(i64, i64)>| {
            join(&mut intervals);
            intervals
        };
        assert_eq!(joined(vec![(780, 1020), (540, 720), (660, 780)]), vec![(540, 1020)]);
        assert_eq!(joined(vec![(540, 1020), (600, 660)]), vec![(540, 1020)]);
        assert_eq!(joined(vec![(540, 720), (780, 1020)]), vec![(540, 720), (780, 1020)]);
    }

    #[test]
    fn a_single_weekday_overrides_a_range_that_may_run_over_sunday() {
        let week = |text: &str| {
            let mut found = Vec::new();
            let week = read_week(&serde_json::from_str(text).unwrap(), "", &mut found);
            let codes: Vec<_> = found.into_iter().map(|finding| (finding.code, finding.path)).collect();
            (week.map(|hours| hours.first().map_or(0, |(opens, _)| opens / 60)), codes)
        };
        let (hours, found) = week(r#"{"fri": [["10:00", "12:00"]], "thu-mon": [["08:00", "12:00"]], "sun": []}"#);
        assert_eq!((hours, found), ([8, 0, 0, 8, 10, 8, 0], vec![]));
        assert_eq!(week(r#"{"mon-wed": [], "wed-fri": []}"#).1, [("invalid-calendar", "/wed-fri".to_owned())]);
        assert_eq!(week(r#"{"monday": [], "mon-": []}"#).1.len(), 2);
    }

    #[cfg(feature = "analysis")]
    #[test]
    fn a_name_that_is_no_weekday_is_answered_with_the_one_that_is_meant() {
        let meant = |key: &str| {
            let mut found = Vec::new();
            read_week(&serde_json::from_str(&format!("{{\"{key}\": []}}")).unwrap(), "", &mut found);
            found[0].help.clone().unwrap_or_default()
        };
        for (key, answer) in [("monday", "mon"), ("sunday", "sun"), ("mon-", "mon-fri"), ("weekdays", "mon-fri")] {
            assert_eq!(meant(key), format!("did you mean \"{answer}\"?"), "{key}");
        }
    }

    #[test]
    fn every_fault_is_found_at_its_place() {
        let faults = hours(&[["9:00", "17:00"], ["09:00", "25:00"], ["12:00", "12:00"], ["24:00", "06:00"]]);
        assert_eq!(faults, Err(vec!["/0/0".to_owned(), "/1/1".to_owned(), "/2".to_owned(), "/3/0".to_owned()]));
    }
}
