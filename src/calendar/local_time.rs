use std::cell::OnceCell;

use super::Instant;
use super::civil::{date, days, weekday};
use super::zone::{Offsets, Zone};

/// Milliseconds of a page of offsets as a power of two: 199 days.
const LENGTH_BITS: u32 = 34;

const PAGES: usize = (Instant::MAX.millis() >> LENGTH_BITS) as usize + 1;

/// Seconds around a page: a local time is less than two days away from its instant.
const MARGIN: i64 = 3 * 86_400;

/// The wall clock of a zone, in milliseconds from 1970 to 2199. The offsets are asked of the host a page at a time, when
/// somebody asks about its time for the first time.
#[derive(Debug)]
pub(crate) struct LocalTime {
    zone: Zone,
    pages: Vec<OnceCell<Offsets>>,
}

impl LocalTime {
    /// The wall clock of the zone of an IANA name; `None` where the host does not know it.
    pub fn find(name: &str) -> Option<Self> {
        Zone::find(name).map(|zone| Self { zone, pages: (0..PAGES).map(|_| OnceCell::new()).collect() })
    }

    /// The instant of a local time, written as the milliseconds since 1970 that it would be in UTC. A time that is left
    /// out moves forward by as much as the clocks do; of a time that comes twice, the first is meant.
    pub fn instant(&self, local: i64) -> i64 {
        let (seconds, millis) = (local.div_euclid(1_000), local.rem_euclid(1_000));
        self.offsets(local).instant(seconds) * 1_000 + millis
    }

    /// The local time of an instant.
    pub fn local(&self, instant: Instant) -> i64 {
        instant.millis() + self.offsets(instant.millis()).at(instant.millis() / 1_000) * 1_000
    }

    fn offsets(&self, at: i64) -> &Offsets {
        let index = (at.clamp(0, Instant::MAX.millis()) >> LENGTH_BITS) as usize;
        // The clamp keeps the index within the pages.
        self.pages[index].get_or_init(|| {
            let (from, to) = ((index as i64) << LENGTH_BITS, (index as i64 + 1) << LENGTH_BITS);
            self.zone.offsets(from / 1_000 - MARGIN, to / 1_000 + MARGIN)
        })
    }
}

/// A month as ISO 8601 writes it, such as "2026-02", by its number from January of the year 0 on.
pub(crate) fn month_name(month: i32) -> String {
    format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

/// A week as ISO 8601 writes it, such as "2026-W06", by its number from the one of 1970-01-01 on.
pub(crate) fn week_name(week: i32) -> String {
    // A week belongs to the year of its Thursday.
    let thursday = week * 7;
    debug_assert_eq!(weekday(thursday), 3);
    let (year, ..) = date(thursday);
    let number = (thursday - days(year, 1, 1)) / 7 + 1;
    format!("{year:04}-W{number:02}")
}

#[cfg(test)]
mod tests {
    use super::super::civil::DAY;
    use super::*;
    use case_slo_log::Moment;
    use chrono::{DateTime, Datelike, Offset, TimeZone};

    #[test]
    fn weeks_are_those_of_chrono() {
        for at in (0..Instant::MAX.millis()).step_by(DAY as usize) {
            let iso = DateTime::from_timestamp_millis(at).unwrap().iso_week();
            assert_eq!(week_name(Moment::of(at).week), format!("{:04}-W{:02}", iso.year(), iso.week()));
        }
        assert_eq!(week_name(Moment::of(-DAY).week), "1970-W01");
    }

    #[test]
    fn months_and_weekdays_are_those_of_chrono() {
        for at in (0..Instant::MAX.millis()).step_by(DAY as usize * 3 + 4_567_890) {
            let moment = DateTime::from_timestamp_millis(at).unwrap();
            assert_eq!(month_name(Moment::of(at).month()), moment.format("%Y-%m").to_string());
            assert_eq!(Moment::of(at).weekday(), moment.weekday().num_days_from_monday() as usize, "{moment}");
        }
        let before = Moment::of(-1);
        assert_eq!((month_name(before.month()), before.weekday()), ("1969-12".to_owned(), 2));
    }

    #[test]
    fn local_times_are_those_of_chrono() {
        for name in ["America/Toronto", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"] {
            let (zone, local) = (name.parse::<chrono_tz::Tz>().unwrap(), LocalTime::find(name).unwrap());
            for at in (0..Instant::MAX.millis()).step_by(DAY as usize * 5 + 12_345_678) {
                let utc = DateTime::from_timestamp_millis(at).unwrap().naive_utc();
                let offset = i64::from(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc());
                let instant = Instant::within(at).unwrap();
                let shown = local.local(instant);
                assert_eq!(shown, at + offset * 1_000, "{name} at {instant}");
                // Of a time that comes twice, the first is meant.
                let meant = Instant::within(local.instant(shown)).unwrap();
                assert!(meant <= instant && local.local(meant) == shown, "{name} at {instant}");
            }
        }
    }
}
