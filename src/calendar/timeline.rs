//! Compiled business hours: deadlines and elapsed time are looked up, not walked.
//!
//! Time from 1970 to 2199 is divided into pages of 199 days. A page holds the starts of its open intervals and the open
//! time before each of them, and is compiled when it is first needed.

use std::sync::{Arc, OnceLock};

use super::hours::join;
use super::schedule::{Day, Schedule};
use super::{DAY, Instant};

/// Milliseconds of a page, as a power of two: a shift finds the page, and a division would take longer than the rest of a
/// look-up.
const LENGTH_BITS: u32 = 34;
const LENGTH: i64 = 1 << LENGTH_BITS;

/// A page counts in units of eight milliseconds: its numbers then fit into 32 bits, and they are exact, because every opening
/// and closing time falls on a second, which is 125 units.
const UNIT_BITS: u32 = 3;

/// Pages from 1970 to 2199.
const PAGES: usize = (Instant::MAX.millis() >> LENGTH_BITS) as usize + 1;

/// Pages that are added up one by one, and kept: more than eight years. A longer span needs the open time of the pages of all years,
/// which are not kept for it: those of a hundred calendars would take 150 MB.
const FEW_PAGES: i64 = 16;

/// Days around a page whose hours can reach into it: a zone can be a day ahead or behind, and skip a day.
const MARGIN: i32 = 3;

/// The business hours of a schedule.
#[derive(Debug)]
pub(super) struct Timeline {
    schedule: Arc<Schedule>,
    pages: Vec<OnceLock<Box<Page>>>,
    /// Open milliseconds before each page and before the end, for spans over many of them.
    open_before: OnceLock<Box<[i64]>>,
}

/// The business hours of one page, in units from its start.
#[derive(Debug)]
struct Page {
    /// The open intervals between sentinels: an empty one before all others, and several after them that never begin, the first
    /// of which holds the open time of the page.
    intervals: Box<[Interval]>,
    by_time: Index,
    by_open_time: Index,
    /// Start and end of each holiday, and its index.
    holidays: Box<[(u32, u32, u32)]>,
}

/// The start of an open interval, and the open time before it; its length follows from the open time before the next one.
#[derive(Debug, Clone, Copy)]
struct Interval {
    start: u32,
    before: u32,
}

impl Timeline {
    /// The timeline of a schedule; nothing is compiled yet.
    pub fn new(schedule: Arc<Schedule>) -> Self {
        Self { schedule, pages: (0..PAGES).map(|_| OnceLock::new()).collect(), open_before: OnceLock::new() }
    }

    /// Open milliseconds between two instants; the second is not earlier.
    #[inline(always)]
    pub fn elapsed(&self, from: i64, to: i64) -> i64 {
        let open = self.open_until(to) - self.open_until(from);
        let (first, last) = (from >> LENGTH_BITS, to >> LENGTH_BITS);
        if first == last { open } else { open + self.open_between(first, last) }
    }

    /// Open milliseconds of the pages from one to before another.
    #[inline(never)]
    fn open_between(&self, first: i64, last: i64) -> i64 {
        if last - first <= FEW_PAGES {
            return (first..last).filter_map(|index| self.page(index)).map(Page::open).sum();
        }
        let open_before = self.open_before();
        let before = |index: i64| usize::try_from(index).ok().and_then(|index| open_before.get(index)).copied();
        before(last).zip(before(first)).map_or(0, |(last, first)| last - first)
    }

    /// Open milliseconds before each page, and before the end of all. Pages that are compiled for this alone are not kept.
    fn open_before(&self) -> &[i64] {
        self.open_before.get_or_init(|| {
            let mut before = vec![0; PAGES + 1];
            for (index, page) in self.pages.iter().enumerate() {
                let open =
                    page.get().map_or_else(|| Page::open_millis(&self.schedule, index as i64), |page| page.open());
                before[index + 1] = before[index] + open;
            }
            before.into()
        })
    }

    /// The page in which a number of milliseconds, at least one, has been open from the start of a page on, and how many of them are
    /// open in that page.
    #[cold]
    #[inline(never)]
    fn far(&self, index: i64, millis: i64) -> Option<(i64, i64)> {
        let open_before = self.open_before();
        let until = open_before.get(usize::try_from(index).ok()?)?.checked_add(millis)?;
        let place = open_before.partition_point(|open| *open < until).checked_sub(1)?;
        Some((place as i64, until - open_before[place]))
    }

    /// Open milliseconds from the start of the page of an instant until the instant.
    fn open_until(&self, at: i64) -> i64 {
        self.page(at >> LENGTH_BITS).map_or(0, |page| page.open_until(at & (LENGTH - 1)))
    }

    /// The instant at which a number of open milliseconds has passed.
    #[inline(always)]
    pub fn deadline(&self, from: i64, millis: i64) -> Option<i64> {
        if millis == 0 {
            return self.next_open(from);
        }
        let mut index = from >> LENGTH_BITS;
        let mut page = self.page(index)?;
        let mut rest = page.open_until(from & (LENGTH - 1)).checked_add(millis)?;
        let near = index + FEW_PAGES;
        while rest > page.open() {
            rest -= page.open();
            index += 1;
            if index == near {
                (index, rest) = self.far(index, rest)?;
            }
            page = self.page(index)?;
        }
        Some(index * LENGTH + page.after(rest))
    }

    /// The first open instant that is not earlier than `from`.
    fn next_open(&self, from: i64) -> Option<i64> {
        let mut index = from >> LENGTH_BITS;
        let mut at = from & (LENGTH - 1);
        let near = index + FEW_PAGES;
        loop {
            if let Some(open) = self.page(index)?.next_open(at) {
                return Some(index * LENGTH + open);
            }
            index += 1;
            at = 0;
            if index == near {
                (index, _) = self.far(index, 1)?;
            }
        }
    }

    /// Visits the stretches between two instants: start, end and kind. Once `visit` returns false, it visits no further page. Of a
    /// span over many pages, those that have to be compiled are not kept.
    pub fn visit(&self, from: i64, to: i64, visit: &mut dyn FnMut(i64, i64, Time) -> bool) {
        let mut at = from;
        let mut goes_on = true;
        let is_short = (to - from) >> LENGTH_BITS <= FEW_PAGES;
        while at < to && goes_on {
            let index = at >> LENGTH_BITS;
            let start = index * LENGTH;
            let Some(kept) = usize::try_from(index).ok().and_then(|index| self.pages.get(index)) else { return };
            let fresh;
            let page = match kept.get() {
                Some(page) => page,
                None if is_short => self.compile(kept, index),
                None => {
                    fresh = Page::compile(&self.schedule, index);
                    &fresh
                }
            };
            let end = to.min(start + LENGTH);
            page.visit(at - start, end - start, &mut |from, to, time| goes_on &= visit(start + from, start + to, time));
            at = end;
        }
    }

    #[inline(always)]
    fn page(&self, index: i64) -> Option<&Page> {
        let page = self.pages.get(usize::try_from(index).ok()?)?;
        Some(match page.get() {
            Some(page) => page,
            None => self.compile(page, index),
        })
    }

    /// A function of its own, so that [`Timeline::page`], which is called often, stays small.
    #[cold]
    #[inline(never)]
    fn compile<'a>(&self, page: &'a OnceLock<Box<Page>>, index: i64) -> &'a Page {
        page.get_or_init(|| Box::new(Page::compile(&self.schedule, index)))
    }
}

/// The kind of a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Open,
    Closed,
    /// Closed for the holiday of this index.
    Holiday(usize),
}

/// Open intervals in milliseconds from the start of their page, in order and apart from each other.
type OpenIntervals = Vec<(i64, i64)>;

impl Page {
    /// The open intervals of a page, and its holidays.
    fn intervals(schedule: &Schedule, index: i64) -> (OpenIntervals, Vec<(u32, u32, u32)>) {
        let (start, end) = (index * LENGTH, (index + 1) * LENGTH);
        let (first, last) = ((start / DAY) as i32 - MARGIN, (end / DAY) as i32 + MARGIN);
        let midnight = |day: i32| i64::from(day) * (DAY / 1_000);
        let offsets = schedule.zone.offsets(midnight(first - 1), midnight(last + 2));
        let days = schedule.days(first, last);

        let mut intervals = Vec::with_capacity(days.len());
        let mut holidays = Vec::new();
        for (number, day) in (first..last).zip(days) {
            let local = offsets.day(midnight(number));
            let (from, to) = (local.instant(0), local.instant(24 * 60));
            // A date that the zone skipped begins and ends at the same instant.
            if from == to {
                continue;
            }
            if let Day::Holiday(index) = day {
                holidays.extend(clip(from, to, start, end).map(|(from, to)| (units(from), units(to), index as u32)));
            }
            for (opens, closes) in schedule.hours(day) {
                if let Some(within) = clip(local.instant(*opens), local.instant(*closes), start, end) {
                    intervals.push(within);
                }
            }
        }
        join(&mut intervals);
        (intervals, holidays)
    }

    /// Open milliseconds of a page that is not needed for anything else.
    fn open_millis(schedule: &Schedule, index: i64) -> i64 {
        let (intervals, _) = Self::intervals(schedule, index);
        intervals.iter().map(|(from, to)| to - from).sum()
    }

    fn compile(schedule: &Schedule, index: i64) -> Self {
        let (intervals, holidays) = Self::intervals(schedule, index);
        let mut open = 0;
        let mut sentineled = Vec::with_capacity(intervals.len() + 1 + STEP);
        sentineled.push(Interval { start: 0, before: 0 });
        for (from, to) in intervals {
            sentineled.push(Interval { start: units(from), before: open });
            open += units(to - from);
        }
        sentineled.extend([Interval { start: u32::MAX, before: open }; STEP]);
        Self {
            by_time: Index::new(&sentineled, Interval::start, units(LENGTH - 1)),
            by_open_time: Index::new(&sentineled, Interval::before, open),
            intervals: sentineled.into(),
            holidays: holidays.into(),
        }
    }

    /// Open milliseconds of the page.
    #[inline(always)]
    fn open(&self) -> i64 {
        self.intervals.last().map_or(0, |end| millis(end.before))
    }

    /// Start of an interval, open time before it, and its length.
    #[inline(always)]
    fn interval(&self, index: usize) -> (i64, i64, i64) {
        match self.intervals.get(index..) {
            Some([this, next, ..]) => (millis(this.start), millis(this.before), millis(next.before - this.before)),
            _ => (LENGTH, 0, 0),
        }
    }

    /// The last interval that starts at an instant or before it.
    #[inline(always)]
    fn started(&self, at: i64) -> usize {
        self.by_time.last(&self.intervals, Interval::start, units(at))
    }

    /// Open milliseconds before an instant.
    #[inline(always)]
    fn open_until(&self, at: i64) -> i64 {
        let (start, before, length) = self.interval(self.started(at));
        before + (at - start).min(length)
    }

    /// The instant at which a number of milliseconds has been open: at least one, at most all of the page.
    #[inline(always)]
    fn after(&self, open: i64) -> i64 {
        let (start, before, _) =
            self.interval(self.by_open_time.last(&self.intervals, Interval::before, units(open - 1)));
        start + open - before
    }

    fn next_open(&self, at: i64) -> Option<i64> {
        let last = self.started(at);
        let (start, _, length) = self.interval(last);
        let next = if at < start + length { at } else { self.interval(last + 1).0 };
        (next < LENGTH).then_some(next)
    }

    fn visit(&self, from: i64, to: i64, visit: &mut dyn FnMut(i64, i64, Time)) {
        let mut at = from;
        let mut next = self.started(from);
        while at < to {
            match self.interval(next) {
                (start, _, length) if start <= at => {
                    let end = (start + length).min(to);
                    if at < end {
                        visit(at, end, Time::Open);
                        at = end;
                    }
                    next += 1;
                }
                (start, ..) => {
                    let end = start.min(to);
                    self.visit_closed(at, end, visit);
                    at = end;
                }
            }
        }
    }

    fn visit_closed(&self, from: i64, to: i64, visit: &mut dyn FnMut(i64, i64, Time)) {
        let mut at = from;
        let next = self.holidays.partition_point(|(_, end, _)| millis(*end) <= from);
        for (start, end, index) in self.holidays.get(next..).unwrap_or_default() {
            let (start, end) = (millis(*start).max(at), millis(*end).min(to));
            if start >= to {
                break;
            }
            if at < start {
                visit(at, start, Time::Closed);
            }
            visit(start, end, Time::Holiday(*index as usize));
            at = end;
        }
        if at < to {
            visit(at, to, Time::Closed);
        }
    }
}

impl Interval {
    #[inline(always)]
    fn start(&self) -> u32 {
        self.start
    }

    #[inline(always)]
    fn before(&self) -> u32 {
        self.before
    }
}

/// Fewest buckets of an index: few enough for ten years of two intervals a day to fit into 64 KB.
const BUCKETS: usize = 128;

/// Intervals that are compared at once: as many as begin in one bucket of a calendar with two a day.
const STEP: usize = 4;

/// An index to the intervals, which ascend in both of their numbers: where a search for a number begins.
#[derive(Debug)]
struct Index {
    /// The bucket of a number is the number shifted to the right by this many bits.
    shift: u32,
    /// For each bucket, the last interval whose number lies in an earlier bucket, or one before it.
    first: Box<[u16]>,
}

impl Index {
    /// The index of intervals by one of their numbers, for numbers that do not exceed `most`.
    fn new(intervals: &[Interval], number: fn(&Interval) -> u32, most: u32) -> Self {
        let buckets = (intervals.len() / STEP).next_power_of_two().max(BUCKETS);
        let mut shift = 0;
        while (most >> shift) as usize >= buckets {
            shift += 1;
        }
        let mut first = vec![0; buckets];
        let mut last = 0;
        for (bucket, first) in first.iter_mut().enumerate() {
            while intervals.get(last + 1).is_some_and(|next| number(next) >> shift < bucket as u32) {
                last += 1;
            }
            *first = last.min(usize::from(u16::MAX)) as u16;
        }
        Self { shift, first: first.into() }
    }

    /// The last interval whose number is not greater than another one.
    #[inline(always)]
    fn last(&self, intervals: &[Interval], number: fn(&Interval) -> u32, most: u32) -> usize {
        let mut last = self.first.get((most >> self.shift) as usize).map_or(0, |first| usize::from(*first));
        // Counting the intervals that have passed needs no branch, which a processor could not predict.
        while let Some([a, b, c, d, ..]) = intervals.get(last + 1..) {
            let passed = |next| usize::from(number(next) <= most);
            let passed = passed(a) + passed(b) + passed(c) + passed(d);
            last += passed;
            if passed < STEP {
                break;
            }
        }
        last
    }
}

/// The part of a stretch, in seconds, that lies between two instants, in milliseconds: from the first of them on.
fn clip(from: i64, to: i64, start: i64, end: i64) -> Option<(i64, i64)> {
    let (from, to) = ((from * 1_000).max(start), (to * 1_000).min(end));
    (from < to).then_some((from - start, to - start))
}

#[inline(always)]
fn units(millis: i64) -> u32 {
    (millis >> UNIT_BITS) as u32
}

#[inline(always)]
fn millis(units: u32) -> i64 {
    i64::from(units) << UNIT_BITS
}
