//! The crate workclock on the benchmark's calendars, natively and as WebAssembly.
//!
//! Its own npm package is a program for Node; here it is compiled bare, and called with numbers, so that what is measured
//! is its arithmetic and not a boundary.

use jiff::civil::{Date, time};
use jiff::{SignedDuration, Timestamp};
use workclock::{Break, Holidays, Schedule, Weekdays, WorkDay};

/// 9:00 to 12:00 and 13:00 to 18:00 from Monday to Friday, except on these days (counted from 1970).
pub fn schedule(zone: &str, holidays: &[i32]) -> Result<Schedule, workclock::Error> {
    let epoch = Date::constant(1970, 1, 1);
    let day = |days: &i32| epoch.saturating_add(jiff::Span::new().days(*days));
    Schedule::builder()
        .time_zone(zone)
        .rule(WorkDay::new(time(9, 0, 0, 0), time(18, 0, 0, 0), Weekdays::MON_TO_FRI))
        .rule(Break::new(time(12, 0, 0, 0), time(13, 0, 0, 0), Weekdays::MON_TO_FRI))
        .rule(Holidays::new(holidays.iter().map(day)))
        .build()
}

fn at(millis: f64) -> Timestamp {
    Timestamp::from_millisecond(millis as i64).unwrap_or_default()
}

/// Epoch milliseconds and seconds to epoch milliseconds; NaN where there is no answer.
pub fn deadline(schedule: &Schedule, start: f64, seconds: f64) -> f64 {
    let due = schedule.add(at(start), SignedDuration::from_secs(seconds as i64));
    due.map_or(f64::NAN, |due| due.as_millisecond() as f64)
}

/// Open seconds between two instants in epoch milliseconds.
pub fn elapsed(schedule: &Schedule, start: f64, end: f64) -> f64 {
    schedule.between(at(start), at(end)).as_secs_f64()
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use std::cell::RefCell;

    use super::Schedule;

    thread_local! {
        static SCHEDULES: RefCell<Vec<Schedule>> = const { RefCell::new(Vec::new()) };
    }

    /// Room for so many bytes, for the host to write to.
    #[unsafe(no_mangle)]
    extern "C" fn room(bytes: usize) -> *mut u8 {
        Box::leak(vec![0_u64; bytes.div_ceil(8)].into_boxed_slice()).as_mut_ptr().cast()
    }

    /// Makes a schedule of a zone's name and holidays, and gives its number.
    ///
    /// # Safety
    ///
    /// Both pointers come from [`room`] and have been filled.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn schedule(zone: *const u8, length: usize, holidays: *const i32, count: usize) -> usize {
        let (zone, holidays) =
            unsafe { (std::slice::from_raw_parts(zone, length), std::slice::from_raw_parts(holidays, count)) };
        let schedule = super::schedule(std::str::from_utf8(zone).unwrap(), holidays).unwrap();
        SCHEDULES.with_borrow_mut(|schedules| {
            schedules.push(schedule);
            schedules.len() - 1
        })
    }

    #[unsafe(no_mangle)]
    extern "C" fn deadline(schedule: usize, start: f64, seconds: f64) -> f64 {
        SCHEDULES.with_borrow(|schedules| super::deadline(&schedules[schedule], start, seconds))
    }

    #[unsafe(no_mangle)]
    extern "C" fn elapsed(schedule: usize, start: f64, end: f64) -> f64 {
        SCHEDULES.with_borrow(|schedules| super::elapsed(&schedules[schedule], start, end))
    }
}
