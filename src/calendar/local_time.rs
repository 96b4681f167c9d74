use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};

use super::Instant;
use super::zone::{Offsets, Zone};

/// Milliseconds of a page of offsets as a power of two: 199 days.
const LENGTH_BITS: u32 = 34;

const PAGES: usize = (Instant::MAX.millis() >> LENGTH_BITS) as usize + 1;

/// Seconds around a page: a local time is less than two days away from its instant.
const MARGIN: i64 = 3 * 86_400;

/// The local time of a zone, in milliseconds from 1970 to 2199. The host is asked for the offsets of a page when the page is first
/// needed.
#[derive(Debug)]
pub(crate) struct LocalTime {
    zone: Zone,
    pages: Vec<OnceLock<Offsets>>,
}

impl LocalTime {
    /// The local time of the zone of an IANA name; `None` if the host does not know it.
    pub fn find(name: &str) -> Option<Self> {
        Zone::find(name).map(|zone| Self { zone, pages: (0..PAGES).map(|_| OnceLock::new()).collect() })
    }

    /// The instant of a local time, which is given as the milliseconds since 1970 that it would be in UTC. A time in a gap moves
    /// forward by the gap; a time in a fold means the first.
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
    // 1970-01-01 was a Thursday.
    let thursday = NaiveDate::from_epoch_days(week.saturating_mul(7)).unwrap_or_default();
    let week = thursday.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

#[cfg(test)]
mod tests {
    use super::super::DAY;
    use super::*;
    use case_slo_log::{Moment, Timestamp};
    use chrono::{DateTime, Offset, TimeZone};

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

    /// The reader of logs has a parser of its own, for speed: it gives the same instant for everything that is read here.
    #[test]
    fn the_reader_of_logs_reads_the_same_instants() {
        let mut state: u64 = 2_026;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let mut read_here = 0;
        for _ in 0..20_000 {
            let (year, month, day) = (1968 + random(234), random(14), random(33));
            let (hour, minute, second) = (random(26), random(62), random(62));
            let between = ["T", "t", " "][random(3) as usize];
            let fraction = ["", ".5", ".25", ".999", ".0001", ".123456789", "."][random(7) as usize];
            let offset = ["Z", "z", "+00:00", "-05:00", "+05:45", "-23:59", "+24:00", ""][random(8) as usize];
            let text =
                format!("{year}-{month:02}-{day:02}{between}{hour:02}:{minute:02}:{second:02}{fraction}{offset}");
            if let Ok(instant) = Instant::parse(&text) {
                read_here += 1;
                assert_eq!(Timestamp::read(text.as_bytes()), Timestamp::Instant(instant.millis()), "{text}");
            }
        }
        assert!(read_here > 5_000, "{read_here}");
    }
}
