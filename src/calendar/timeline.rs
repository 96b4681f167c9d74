//! Open time, compiled: deadlines and elapsed time are looked up, not walked.
//!
//! Time from 1970 to 2199 is divided into pages of 199 days. A page holds the starts of its open intervals and the open
//! time before each of them, and is made when somebody asks about its time for the first time.

use std::cell::OnceCell;

use super::Instant;
use super::civil::DAY;
use super::hours::join;
use super::schedule::{Day, Schedule};

/// Milliseconds of a page, as a power of two: a page is found by shifting, where a division would take longer than all
/// the rest.
const LENGTH_BITS: u32 = 34;
const LENGTH: i64 = 1 << LENGTH_BITS;

/// A page counts in units of eight milliseconds: its numbers take half of what milliseconds would, and are exact, for
/// whatever opens or closes does so on a second, which is 125 of them.
const UNIT_BITS: u32 = 3;

/// Pages from 1970 to 2199.
const PAGES: usize = (Instant::MAX.millis() >> LENGTH_BITS) as usize + 1;

/// Days around a page whose hours can reach into it: a zone can be a day ahead or behind, and skip another.
const MARGIN: i32 = 3;

/// The open time of a schedule.
#[derive(Debug)]
pub(super) struct Timeline {
    schedule: Schedule,
    pages: Vec<OnceCell<Box<Page>>>,
}

/// The open time of one page, in units from its start.
#[derive(Debug)]
struct Page {
    /// Where each open interval starts.
    opens: Box<[u32]>,
    /// Open time before each interval, and at the end that of the page.
    before: Box<[u32]>,
    opens_index: Index,
    before_index: Index,
    /// Where holidays start and end, and which they are.
    holidays: Box<[(u32, u32, u32)]>,
}

impl Timeline {
    /// The timeline of a schedule; nothing is compiled yet.
    pub fn new(schedule: Schedule) -> Self {
        Self { schedule, pages: (0..PAGES).map(|_| OnceCell::new()).collect() }
    }

    /// Open milliseconds between two instants, the second of which is not earlier.
    #[inline(always)]
    pub fn elapsed(&self, from: i64, to: i64) -> i64 {
        let (first, last) = (from >> LENGTH_BITS, to >> LENGTH_BITS);
        let between: i64 = (first..last).map(|index| self.page(index).map_or(0, Page::open)).sum();
        let within = |at: i64| self.page(at >> LENGTH_BITS).map_or(0, |page| page.open_until(at & (LENGTH - 1)));
        between + within(to) - within(from)
    }

    /// The instant at which so many open milliseconds have passed.
    #[inline(always)]
    pub fn deadline(&self, from: i64, millis: i64) -> Option<i64> {
        if millis == 0 {
            return self.next_open(from);
        }
        let mut index = from >> LENGTH_BITS;
        let mut rest = self.page(index)?.open_until(from & (LENGTH - 1)).checked_add(millis)?;
        loop {
            let page = self.page(index)?;
            if rest <= page.open() {
                return Some(index * LENGTH + page.after(rest));
            }
            rest -= page.open();
            index += 1;
        }
    }

    /// The first open instant that is not earlier than `from`.
    fn next_open(&self, from: i64) -> Option<i64> {
        let mut index = from >> LENGTH_BITS;
        let mut at = from & (LENGTH - 1);
        loop {
            if let Some(open) = self.page(index)?.next_open(at) {
                return Some(index * LENGTH + open);
            }
            index += 1;
            at = 0;
        }
    }

    /// Visits what the time between two instants consists of: from, to, and what it is.
    pub fn visit(&self, from: i64, to: i64, visit: &mut dyn FnMut(i64, i64, Time)) {
        let mut at = from;
        while at < to {
            let index = at >> LENGTH_BITS;
            let start = index * LENGTH;
            let Some(page) = self.page(index) else { return };
            let end = to.min(start + LENGTH);
            page.visit(at - start, end - start, &mut |from, to, time| visit(start + from, start + to, time));
            at = end;
        }
    }

    /// The holidays that [`Time::Holiday`] means.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    #[inline(always)]
    fn page(&self, index: i64) -> Option<&Page> {
        let page = self.pages.get(usize::try_from(index).ok()?)?;
        Some(page.get_or_init(|| Box::new(Page::compile(&self.schedule, index))))
    }
}

/// What a stretch of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Open,
    Closed,
    /// Closed for the holiday of this index.
    Holiday(usize),
}

impl Page {
    fn compile(schedule: &Schedule, index: i64) -> Self {
        let (start, end) = (index * LENGTH, (index + 1) * LENGTH);
        let (first, last) = ((start / DAY) as i32 - MARGIN, (end / DAY) as i32 + MARGIN);
        let midnight = |day: i32| i64::from(day) * (DAY / 1_000);
        let offsets = schedule.zone.offsets(midnight(first - 1), midnight(last + 2));
        let days = schedule.days(first, last);

        let mut intervals = Vec::with_capacity(days.len());
        let mut holidays = Vec::new();
        let clip = |from: i64, to: i64| {
            let (from, to) = ((from * 1_000).max(start), (to * 1_000).min(end));
            (from < to).then(|| (units(from - start), units(to - start)))
        };
        for (day, what) in (first..last).zip(days) {
            let local = |minutes: u32| midnight(day) + i64::from(minutes) * 60;
            let (from, to) = (offsets.instant(local(0)), offsets.instant(local(24 * 60)));
            // A date that the zone has skipped begins and ends at once.
            if from == to {
                continue;
            }
            if let Day::Holiday(index) = what {
                holidays.extend(clip(from, to).map(|(from, to)| (from, to, index as u32)));
            }
            for (opens, closes) in schedule.hours(day, what) {
                intervals.extend(clip(offsets.instant(local(*opens)), offsets.instant(local(*closes))));
            }
        }
        join(&mut intervals);

        let mut opens = Vec::with_capacity(intervals.len());
        let mut before = Vec::with_capacity(intervals.len() + 1);
        let mut open = 0;
        for (from, to) in intervals {
            opens.push(from);
            before.push(open);
            open += to - from;
        }
        before.push(open);
        Self {
            opens_index: Index::new(&opens, units(LENGTH)),
            before_index: Index::new(&before, open),
            opens: opens.into(),
            before: before.into(),
            holidays: holidays.into(),
        }
    }

    /// Open milliseconds of the page.
    #[inline(always)]
    fn open(&self) -> i64 {
        self.before.last().map_or(0, |open| millis(*open))
    }

    /// Start of an interval, open time before it, and its length.
    #[inline(always)]
    fn interval(&self, index: usize) -> Option<(i64, i64, i64)> {
        let (start, before, after) = (self.opens.get(index)?, self.before.get(index)?, self.before.get(index + 1)?);
        Some((millis(*start), millis(*before), millis(after - before)))
    }

    /// How many intervals start at an instant or before it.
    #[inline(always)]
    fn started(&self, at: i64) -> usize {
        self.opens_index.count(&self.opens, units(at))
    }

    /// Open milliseconds before an instant.
    #[inline(always)]
    fn open_until(&self, at: i64) -> i64 {
        let last = self.started(at).checked_sub(1).and_then(|index| self.interval(index));
        last.map_or(0, |(start, before, length)| before + (at - start).min(length))
    }

    /// The instant at which so many milliseconds have been open, at least one, at most all of the page's.
    #[inline(always)]
    fn after(&self, open: i64) -> i64 {
        let index = self.before_index.count(&self.before, units(open - 1));
        let last = index.checked_sub(1).and_then(|index| self.interval(index));
        last.map_or(0, |(start, before, _)| start + open - before)
    }

    fn next_open(&self, at: i64) -> Option<i64> {
        let next = self.started(at);
        match next.checked_sub(1).and_then(|index| self.interval(index)) {
            Some((start, _, length)) if at < start + length => Some(at),
            _ => self.interval(next).map(|(start, ..)| start),
        }
    }

    fn visit(&self, from: i64, to: i64, visit: &mut dyn FnMut(i64, i64, Time)) {
        let mut at = from;
        let mut next = self.started(from).saturating_sub(1);
        while at < to {
            match self.interval(next) {
                Some((start, _, length)) if start <= at => {
                    let end = (start + length).min(to);
                    if at < end {
                        visit(at, end, Time::Open);
                        at = end;
                    }
                    next += 1;
                }
                following => {
                    let end = following.map_or(to, |(start, ..)| start.min(to));
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

/// Buckets of an index: few enough for ten years of two intervals a day to fit into 64 KB.
const BUCKETS: usize = 128;

/// Where to begin to look in an ascending list of numbers.
#[derive(Debug)]
struct Index {
    /// The bucket of a number is the number shifted to the right by this.
    shift: u32,
    /// How many numbers lie in the buckets before each.
    first: [u16; BUCKETS],
}

impl Index {
    /// The index of a list whose numbers do not exceed `most`.
    fn new(list: &[u32], most: u32) -> Self {
        let mut shift = 0;
        while most >> shift >= BUCKETS as u32 {
            shift += 1;
        }
        let mut first = [0; BUCKETS];
        let mut count = 0;
        for (bucket, first) in first.iter_mut().enumerate() {
            count += list[count..].iter().take_while(|number| (**number >> shift) < bucket as u32).count();
            *first = count as u16;
        }
        Self { shift, first }
    }

    /// How many numbers of its list are not greater than another one.
    #[inline(always)]
    fn count(&self, list: &[u32], most: u32) -> usize {
        let bucket = (most >> self.shift) as usize;
        let mut count = usize::from(self.first[bucket.min(BUCKETS - 1)]);
        while list.get(count).is_some_and(|number| *number <= most) {
            count += 1;
        }
        count
    }
}

#[inline(always)]
fn units(millis: i64) -> u32 {
    (millis >> UNIT_BITS) as u32
}

#[inline(always)]
fn millis(units: u32) -> i64 {
    i64::from(units) << UNIT_BITS
}
