//! Business days: the dates on which a calendar opens, and the due times that are counted in them.

use std::sync::{Arc, OnceLock};

use crate::policy::model::{DueTime, Target};
use crate::{Error, ErrorCode};

use super::DAY;
use super::date::parse_time;
use super::hours::join;
use super::instant::excerpt;
use super::schedule::Schedule;
use super::zone::Offsets;

/// Days of a page, as a power of two.
const LENGTH_BITS: u32 = 9;
const LENGTH: i32 = 1 << LENGTH_BITS;

/// Pages from a page before 1970 to the first days of 2200: a zone can be a day behind UTC, or ahead.
const PAGES: usize = 84_100 / LENGTH as usize + 2;

/// Days around a date whose hours can reach into it: hours run past midnight, and a zone can skip a date.
const MARGIN: i32 = 2;

/// A target in business days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BusinessDays {
    /// How many after the date of the start.
    pub count: u32,
    due: DueTime,
    /// Minutes of the day after which a start counts as made on the next business day.
    pub cut_off: Option<u32>,
}

impl BusinessDays {
    /// Most business days of a target.
    pub const MOST: u32 = 366;

    /// Reads a target of `count` business days.
    ///
    /// # Errors
    ///
    /// `invalid-duration` for a count that is out of range, and a cut-off that is not a time of day.
    pub fn read(count: u32, target: &Target) -> Result<Self, Error> {
        let invalid = |message: String| Error::new(ErrorCode::InvalidDuration, message);
        if !(1..=Self::MOST).contains(&count) {
            return Err(invalid(format!("expected 1 to {} business days, found {count}", Self::MOST)));
        }
        let read = |text: &str| {
            let found = excerpt(text);
            let fault = || invalid(format!("expected a cut-off time such as \"15:00\", found \"{found}\""));
            parse_time(text).ok_or_else(|| fault().at("/cutOff"))
        };
        let cut_off = target.cut_off.as_deref().map(read).transpose()?;
        Ok(Self { count, due: target.due.unwrap_or_default(), cut_off })
    }
}

/// The business days of a calendar. Those of one page are found when one of them is first needed.
#[derive(Debug)]
pub(super) struct BusinessDayIndex {
    schedule: Arc<Schedule>,
    pages: Vec<OnceLock<Box<Page>>>,
}

/// Some days in a row.
#[derive(Debug)]
struct Page {
    offsets: Offsets,
    /// Days before each one whose hours can reach into it: none, unless some hours last until midnight or longer.
    reach: i32,
    /// The business days of the page and their opening hours before each day, from [`MARGIN`] days before the first on, and at the end.
    before: Vec<(u16, u32)>,
    /// The business days, as days since 1970-01-01.
    days: Vec<i32>,
    /// The opening hours of the days, as instants: those of a day ascend, and do not touch.
    hours: Vec<(i64, i64)>,
}

impl BusinessDayIndex {
    /// The business days of a schedule; nothing is found yet.
    pub fn new(schedule: Arc<Schedule>) -> Self {
        Self { schedule, pages: (0..PAGES).map(|_| OnceLock::new()).collect() }
    }

    /// The rules behind it.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// The due time of a target that starts at an instant; `None` if there are not so many business days.
    pub fn due(&self, start: i64, target: &BusinessDays) -> Option<i64> {
        let mut target = *target;
        loop {
            let due = self.due_from(start, &target)?;
            // If hours past midnight last longer than those of the next date, that date may be over already.
            if due >= start {
                return Some(due);
            }
            target.count += 1;
        }
    }

    fn due_from(&self, start: i64, target: &BusinessDays) -> Option<i64> {
        let local = self.local(start)?;
        let today = local.div_euclid(DAY) as i32;
        let is_within = |day: i32| self.hours(day).iter().any(|(opens, closes)| *opens <= start && start < *closes);
        let reach = self.page(today)?.reach;
        let open = (today - reach..=today).find(|day| is_within(*day));
        let date = open.unwrap_or(today);
        let hours = self.hours(date);
        let is_late = target.cut_off.is_some_and(|cut_off| {
            let minutes = (local - i64::from(date) * DAY).div_euclid(60_000);
            let is_at_night = reach > 0 && self.is_at_night(cut_off, date, hours) == Some(true);
            minutes > i64::from(cut_off) + if is_at_night { DAY / 60_000 } else { 0 }
        });
        match (target.due, hours.last()) {
            (DueTime::Close, on_date) => {
                let counts_next = is_late || target.cut_off.is_some() && on_date.is_none();
                let day = self.nth_after(date, target.count + u32::from(counts_next))?;
                self.hours(day).last().map(|(_, closes)| *closes)
            }
            (DueTime::SameTime, Some((_, closes))) if is_late => self.same_time(date, *closes, target.count),
            (DueTime::SameTime, _) => {
                let closing = if open.is_some() { None } else { self.last_closing(today, start) };
                let (date, made) = closing.unwrap_or((date, start));
                self.same_time(date, made, target.count)
            }
        }
    }

    /// Whether only the hours past midnight contain a cut-off time on a date: then it is a time of that night.
    fn is_at_night(&self, cut_off: u32, date: i32, hours: &[(i64, i64)]) -> Option<bool> {
        let cut_off = i64::from(date) * DAY + i64::from(cut_off) * 60_000;
        let (opens, closes) = (self.local(hours.first()?.0)?, self.local(hours.last()?.1)?);
        Some(cut_off < opens && cut_off + DAY <= closes)
    }

    /// The due time at the local time at which a start on a date counts as made.
    fn same_time(&self, date: i32, made: i64, count: u32) -> Option<i64> {
        let time = self.local(made)? - i64::from(date) * DAY;
        let day = self.nth_after(date, count)?;
        let local = i64::from(day) * DAY + time;
        let due = self.page(day)?.offsets.instant(local.div_euclid(1_000)) * 1_000 + local.rem_euclid(1_000);
        let hours = self.hours(day);
        // A closing time is not closed.
        let next = hours.iter().find(|(_, closes)| due <= *closes).map(|(opens, _)| due.max(*opens));
        next.or_else(|| hours.last().map(|(_, closes)| *closes))
    }

    /// The last closing time up to an instant, and the business day to which it belongs; `today` is its local date.
    fn last_closing(&self, today: i32, at: i64) -> Option<(i32, i64)> {
        let closing_of =
            |day: i32| self.hours(day).iter().rev().map(|(_, closes)| *closes).find(|closes| *closes <= at);
        let mut day = today;
        let closes = loop {
            match closing_of(day) {
                Some(closes) => break closes,
                None => day = self.last_before(day)?,
            }
        };
        // Hours past midnight can close after those of the next date.
        let before = (day - self.page(day)?.reach..day).filter_map(|day| closing_of(day).map(|closes| (day, closes)));
        before.chain([(day, closes)]).max_by_key(|(_, closes)| *closes)
    }

    /// The n-th business day after a date.
    fn nth_after(&self, date: i32, count: u32) -> Option<i32> {
        let mut number = place(date + 1)?;
        let mut page = self.page_at(number)?;
        let mut rank = page.rank(date + 1) + count.checked_sub(1)? as usize;
        while rank >= page.days.len() {
            rank -= page.days.len();
            number += 1;
            page = self.page_at(number)?;
        }
        page.days.get(rank).copied()
    }

    /// The last business day before a date.
    fn last_before(&self, date: i32) -> Option<i32> {
        let mut number = place(date)?;
        let mut page = self.page_at(number)?;
        let mut rank = page.rank(date);
        while rank == 0 {
            number = number.checked_sub(1)?;
            page = self.page_at(number)?;
            rank = page.days.len();
        }
        page.days.get(rank - 1).copied()
    }

    /// The opening hours of a date; none if it is not a business day.
    fn hours(&self, day: i32) -> &[(i64, i64)] {
        self.page(day).map_or(&[], |page| page.hours(day))
    }

    /// The local time of an instant, in milliseconds.
    fn local(&self, at: i64) -> Option<i64> {
        let page = self.page(at.div_euclid(DAY) as i32)?;
        Some(at + page.offsets.at(at.div_euclid(1_000)) * 1_000)
    }

    fn page(&self, day: i32) -> Option<&Page> {
        self.page_at(place(day)?)
    }

    fn page_at(&self, number: usize) -> Option<&Page> {
        let page = self.pages.get(number)?;
        Some(page.get_or_init(|| Box::new(Page::compile(&self.schedule, number as i32 * LENGTH - LENGTH))))
    }
}

/// The number of the page of a day.
fn place(day: i32) -> Option<usize> {
    usize::try_from((day + LENGTH) >> LENGTH_BITS).ok()
}

impl Page {
    #[cold]
    fn compile(schedule: &Schedule, first: i32) -> Self {
        let midnight = |day: i32| i64::from(day) * (DAY / 1_000);
        let offsets = schedule.zone.offsets(midnight(first - 1 - MARGIN), midnight(first + LENGTH + 1 + MARGIN));
        let mut page = Self { offsets, reach: 0, before: Vec::new(), days: Vec::new(), hours: Vec::new() };
        for (number, day) in (first - MARGIN..).zip(schedule.days(first - MARGIN, first + LENGTH)) {
            page.before.push((page.days.len() as u16, page.hours.len() as u32));
            let local = page.offsets.day(midnight(number));
            let instant = |minutes: u32| local.instant(minutes) * 1_000;
            // A date that the zone skipped begins and ends at the same instant.
            if instant(0) == instant(24 * 60) {
                continue;
            }
            let hours = schedule.hours(day).iter().map(|(opens, closes)| (instant(*opens), instant(*closes)));
            let mut hours: Vec<(i64, i64)> = hours.filter(|(opens, closes)| opens < closes).collect();
            join(&mut hours);
            let Some((_, closes)) = hours.last() else { continue };
            if page.offsets.at(closes / 1_000) * 1_000 + closes >= i64::from(number + 1) * DAY {
                page.reach = MARGIN;
            }
            if number >= first {
                page.hours.extend(hours);
                page.days.push(number);
            }
        }
        page.before.push((page.days.len() as u16, page.hours.len() as u32));
        page
    }

    /// The business days of the page before a day, and so on from that day on.
    fn before(&self, day: i32) -> &[(u16, u32)] {
        self.before.get((MARGIN + (day & (LENGTH - 1))) as usize..).unwrap_or_default()
    }

    /// The number of business days of the page before a day.
    fn rank(&self, day: i32) -> usize {
        self.before(day).first().map_or(0, |(rank, _)| usize::from(*rank))
    }

    fn hours(&self, day: i32) -> &[(i64, i64)] {
        match self.before(day) {
            [(_, start), (_, end), ..] => self.hours.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}
