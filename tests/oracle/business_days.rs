//! Due times in business days by brute force: the words of the policy document, date by date, with no care for speed.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone};

use crate::oracle::Model;

/// A target in business days.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// How many.
    pub days: u32,
    /// Due at the time of the start, not at closing time.
    pub same_time: bool,
    /// Minutes of the day.
    pub cut_off: Option<u32>,
}

/// Dates that are looked at before it is said that there are not so many business days.
const MOST_DATES: u64 = 900;

/// The due time; `None` if it does not come within some years.
pub fn due(model: &Model, start: i64, target: Target) -> Option<i64> {
    let due = due_from(model, start, target)?;
    // A due time is never before the start.
    if due < start { self::due(model, start, Target { days: target.days + 1, ..target }) } else { Some(due) }
}

fn due_from(model: &Model, start: i64, target: Target) -> Option<i64> {
    let today = local(model, start).date();
    let recent = |back: u64| (today - Days::new(back)).iter_days().take(back as usize + 1);
    let owner =
        recent(3).find(|day| model.hours_on(*day).iter().any(|(opens, closes)| *opens <= start && start < *closes));
    let date = owner.unwrap_or(today);
    let hours = model.hours_on(date);
    let last = hours.iter().map(|(_, closes)| *closes).max();
    let is_late = target.cut_off.is_some_and(|cut_off| {
        let minutes = |at: i64| since_midnight(model, at, date).num_minutes();
        let first = hours.iter().map(|(opens, _)| minutes(*opens)).min();
        // A cut-off time that only the hours past midnight contain is a time of that night.
        let is_at_night = first.is_some_and(|first| i64::from(cut_off) < first)
            && last.is_some_and(|last| i64::from(cut_off) + 1_440 <= minutes(last));
        since_midnight(model, start, date)
            >= TimeDelta::minutes(i64::from(cut_off) + 1 + if is_at_night { 1_440 } else { 0 })
    });
    if !target.same_time {
        let counts_next = target.cut_off.is_some() && (is_late || last.is_none());
        let day = nth_after(model, date, target.days + u32::from(counts_next))?;
        return model.hours_on(day).iter().map(|(_, closes)| *closes).max();
    }
    let (date, made) = match last {
        Some(last) if is_late => (date, last),
        _ if owner.is_some() => (date, start),
        _ => {
            let closings = recent(MOST_DATES)
                .flat_map(|day| model.hours_on(day).into_iter().map(move |(_, closes)| (closes, day)));
            closings.filter(|(closes, _)| *closes <= start).max().map_or((date, start), |(closes, day)| (day, closes))
        }
    };
    let day = nth_after(model, date, target.days)?;
    let at = model.instant(day.and_hms_opt(0, 0, 0).unwrap() + since_midnight(model, made, date));
    let hours = model.hours_on(day);
    if hours.iter().any(|(opens, closes)| *opens <= at && at <= *closes) {
        return Some(at);
    }
    let next = hours.iter().map(|(opens, _)| *opens).filter(|opens| *opens > at).min();
    next.or_else(|| hours.iter().map(|(_, closes)| *closes).max())
}

fn nth_after(model: &Model, date: NaiveDate, count: u32) -> Option<NaiveDate> {
    let following = (date + Days::new(1)).iter_days().take(MOST_DATES as usize);
    following.filter(|day| !model.hours_on(*day).is_empty()).nth(count as usize - 1)
}

fn local(model: &Model, at: i64) -> chrono::NaiveDateTime {
    model.zone.from_utc_datetime(&DateTime::from_timestamp_millis(at).unwrap().naive_utc()).naive_local()
}

/// The time on the clock since the midnight with which a date begins.
fn since_midnight(model: &Model, at: i64, date: NaiveDate) -> TimeDelta {
    local(model, at) - date.and_hms_opt(0, 0, 0).unwrap()
}
