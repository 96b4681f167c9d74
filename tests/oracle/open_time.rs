//! Open time by brute force: the table of decisions word for word, on chrono's dates and zones, with no care for speed.

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Weekday};
use chrono_tz::Tz;
use serde_json::{Value, json};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Opening and closing time in minutes; what closes first closes on the next day.
pub type Hours = Vec<(u32, u32)>;

/// A calendar.
#[derive(Debug, Clone)]
pub struct Model {
    /// The zone of local times.
    pub zone: Tz,
    /// Opening hours from Monday to Sunday.
    pub week: Vec<Hours>,
    /// Closed days.
    pub holidays: Vec<Holiday>,
    /// Hours of single dates.
    pub special: Vec<(NaiveDate, Hours)>,
}

/// When a holiday falls.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Holiday {
    Date(NaiveDate),
    Yearly(u32, u32),
    Easter(i64),
    Nth(u8, i32, u32),
    Before(u8, u32, u32),
}

/// A stretch of time: from, to, "counted", "closed" or "holiday".
pub type Stretch = (i64, i64, &'static str);

impl Model {
    /// The calendar as a policy defines it.
    pub fn definition(&self) -> Value {
        let time = |minutes: &u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let hours = |hours: &Hours| -> Value { hours.iter().map(|(from, to)| json!([time(from), time(to)])).collect() };
        let week: serde_json::Map<String, Value> =
            WEEKDAYS.iter().zip(&self.week).map(|(day, list)| ((*day).to_owned(), hours(list))).collect();
        let special: serde_json::Map<String, Value> =
            self.special.iter().map(|(day, list)| (day.to_string(), hours(list))).collect();
        let holidays: Vec<Value> = self.holidays.iter().map(Holiday::definition).collect();
        json!({"zone": self.zone.name(), "weekly": week, "holidays": holidays, "special": special})
    }

    fn hours_of(&self, day: NaiveDate) -> Hours {
        if let Some((_, hours)) = self.special.iter().find(|(special, _)| *special == day) {
            return hours.clone();
        }
        if self.is_holiday(day) {
            return Hours::new();
        }
        self.week[day.weekday().num_days_from_monday() as usize].clone()
    }

    fn is_holiday(&self, day: NaiveDate) -> bool {
        self.holidays.iter().any(|holiday| holiday.falls_on(day))
    }

    /// Every open interval of the days around two instants, in milliseconds, those that overlap joined.
    pub fn open(&self, from: i64, to: i64) -> Vec<(i64, i64)> {
        let mut intervals = Vec::new();
        for day in dates(from, to).filter(|day| self.exists(*day)) {
            for (opens, closes) in self.hours_of(day) {
                let next = if closes <= opens { day + Days::new(1) } else { day };
                let (opens, closes) = (self.instant(at(day, opens)), self.instant(at(next, closes)));
                if opens < closes {
                    intervals.push((opens, closes));
                }
            }
        }
        intervals.sort();
        let mut joined: Vec<(i64, i64)> = Vec::new();
        for (opens, closes) in intervals {
            match joined.last_mut() {
                Some(last) if opens <= last.1 => last.1 = last.1.max(closes),
                _ => joined.push((opens, closes)),
            }
        }
        joined
    }

    /// Open milliseconds between two instants, outside pauses.
    pub fn elapsed(&self, from: i64, to: i64, pauses: &[(i64, i64)]) -> i64 {
        counted(&self.open(from, to), pauses)
            .iter()
            .map(|(opens, closes)| ((*closes).min(to) - (*opens).max(from)).max(0))
            .sum()
    }

    /// When so many open milliseconds have passed, looked for until `limit`.
    pub fn deadline(&self, from: i64, millis: i64, pauses: &[(i64, i64)], limit: i64) -> Option<i64> {
        let mut rest = millis;
        for (opens, closes) in counted(&self.open(from, limit), pauses) {
            let opens = opens.max(from);
            if opens >= closes {
                continue;
            }
            if rest <= closes - opens {
                return Some(opens + rest);
            }
            rest -= closes - opens;
        }
        None
    }

    /// The segments between two instants, each as long as possible (of one holiday each).
    pub fn stretches(&self, from: i64, to: i64) -> Vec<Stretch> {
        let open = self.open(from, to);
        let mut cuts: Vec<(i64, i64)> = Vec::new();
        for day in dates(from, to).filter(|day| self.exists(*day)) {
            if self.is_holiday(day) && !self.special.iter().any(|(special, _)| *special == day) {
                cuts.push((self.instant(at(day, 0)), self.instant(at(day + Days::new(1), 0))));
            }
        }
        let mut edges: Vec<i64> = open.iter().chain(&cuts).flat_map(|(a, b)| [*a, *b]).chain([from, to]).collect();
        edges.retain(|edge| (from..=to).contains(edge));
        edges.sort();
        edges.dedup();
        let covers = |list: &[(i64, i64)], at: i64| list.iter().any(|(a, b)| *a <= at && at < *b);
        let mut stretches: Vec<Stretch> = Vec::new();
        for pair in edges.windows(2) {
            let kind = match pair[0] {
                at if covers(&open, at) => "counted",
                at if covers(&cuts, at) => "holiday",
                _ => "closed",
            };
            match stretches.last_mut() {
                Some(last) if last.2 == kind => last.1 = pair[1],
                _ => stretches.push((pair[0], pair[1], kind)),
            }
        }
        stretches
    }

    /// The open intervals of a date, in milliseconds; those past midnight belong to the date on which they open.
    #[allow(dead_code)]
    pub fn hours_on(&self, day: NaiveDate) -> Vec<(i64, i64)> {
        if !self.exists(day) {
            return Vec::new();
        }
        let interval = |(opens, closes): (u32, u32)| {
            let next = if closes <= opens { day + Days::new(1) } else { day };
            (self.instant(at(day, opens)), self.instant(at(next, closes)))
        };
        self.hours_of(day).into_iter().map(interval).filter(|(opens, closes)| opens < closes).collect()
    }

    /// Whether any of its hours exists in the zone.
    fn exists(&self, day: NaiveDate) -> bool {
        (0..24 * 4).any(|quarter| !matches!(self.zone.from_local_datetime(&at(day, quarter * 15)), LocalResult::None))
    }

    /// The instant of a local time: the first where it comes twice; moved forward by the gap where it is left out.
    pub fn instant(&self, local: NaiveDateTime) -> i64 {
        match self.zone.from_local_datetime(&local) {
            LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => moment.timestamp_millis(),
            LocalResult::None => {
                let is_left_out = |seconds: i64| {
                    let there = local + TimeDelta::seconds(seconds);
                    matches!(self.zone.from_local_datetime(&there), LocalResult::None)
                };
                let ahead = (0..).find(|seconds| !is_left_out(*seconds)).unwrap();
                let behind = (0..).find(|seconds| !is_left_out(-seconds)).unwrap();
                self.instant(local + TimeDelta::seconds(ahead + behind - 1))
            }
        }
    }
}

/// Open time less pauses.
fn counted(open: &[(i64, i64)], pauses: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut rest = open.to_vec();
    for (from, to) in pauses {
        rest = rest
            .into_iter()
            .flat_map(|(opens, closes)| [(opens, closes.min(*from).max(opens)), (opens.max(*to).min(closes), closes)])
            .filter(|(opens, closes)| opens < closes)
            .collect();
    }
    rest
}

fn dates(from: i64, to: i64) -> impl Iterator<Item = NaiveDate> {
    let date = |millis| DateTime::from_timestamp_millis(millis).unwrap().date_naive();
    let last = date(to) + Days::new(4);
    (date(from) - Days::new(4)).iter_days().take_while(move |day| *day < last)
}

fn at(day: NaiveDate, minutes: u32) -> NaiveDateTime {
    day.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(i64::from(minutes))
}

impl Holiday {
    fn definition(&self) -> Value {
        match self {
            Self::Date(day) => json!(day.to_string()),
            Self::Yearly(month, day) => json!(format!("--{month:02}-{day:02}")),
            Self::Easter(days) => json!({ "easter": days }),
            Self::Nth(weekday, nth, month) => {
                json!({"weekday": WEEKDAYS[usize::from(*weekday)], "nth": nth, "month": month})
            }
            Self::Before(weekday, month, day) => {
                json!({"weekday": WEEKDAYS[usize::from(*weekday)], "before": format!("--{month:02}-{day:02}")})
            }
        }
    }

    fn falls_on(&self, day: NaiveDate) -> bool {
        let is = |weekday: &u8| day.weekday() == Weekday::try_from(*weekday).unwrap();
        match self {
            Self::Date(date) => day == *date,
            Self::Yearly(month, of_month) => (day.month(), day.day()) == (*month, *of_month),
            Self::Easter(days) => is_easter(day - TimeDelta::days(*days)),
            Self::Nth(weekday, nth, month) => {
                let weeks = |days: i64| i32::from(((day + TimeDelta::days(days)).month()) == *month);
                let before: i32 = (1..=5).map(|week| weeks(-7 * week)).sum();
                let after: i32 = (1..=5).map(|week| weeks(7 * week)).sum();
                is(weekday) && day.month() == *month && (before + 1 == *nth || -after - 1 == *nth)
            }
            Self::Before(weekday, month, of_month) => {
                is(weekday)
                    && (1..=7).any(|ahead| {
                        let limit = day + Days::new(ahead);
                        (limit.month(), limit.day()) == (*month, *of_month)
                    })
            }
        }
    }
}

/// Whether a day is Easter Sunday, by Gauss's rule with the corrections for the Gregorian calendar.
fn is_easter(day: NaiveDate) -> bool {
    let year = day.year();
    let (k, a, b, c) = (year / 100, year % 19, year % 4, year % 7);
    let (p, q) = ((13 + 8 * k) / 25, k / 4);
    let (m, n) = ((15 - p + k - q) % 30, (4 + k - q) % 7);
    let d = (19 * a + m) % 30;
    let e = (2 * b + 4 * c + 6 * d + n) % 7;
    let late = d == 29 && e == 6 || d == 28 && e == 6 && (11 * m + 11) % 30 < 19;
    let of_march = 22 + d + e - if late { 7 } else { 0 };
    day == NaiveDate::from_ymd_opt(year, 3, 1).unwrap() + Days::new(of_march as u64 - 1)
}
