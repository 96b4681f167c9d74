//! Time zones: from local times to instants.
//!
//! The host knows the zones (chrono-tz natively, `Intl` in a browser), and is asked for nothing but the offset at an instant.
//! The instants at which the offset changes are found from that, for one stretch of time after another.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::Instant;
use super::host::Host;
use super::instant::{excerpt, read as read_instant};
use crate::{Error, ErrorCode};

/// Seconds between two questions for the offset. An offset that is left and taken up again in between would be overlooked; the
/// shortest time for which a zone has ever changed its offset is a week (Recife in 2000, Gaza in years to come).
const STRIDE: i64 = 6 * 86_400;

/// The same from 2042 on, for a zone that goes by a rule: a rule keeps each offset for months.
const STRIDE_BY_RULE: i64 = 90 * 86_400;

const WEEK: i64 = 7 * 86_400;

/// Seconds of a span of time for which the changes of a zone are found together, as a power of two: four years.
const SPAN_BITS: u32 = 27;

/// The first second of the first span: business days are counted from a page before 1970 on.
const FIRST: i64 = -(1 << SPAN_BITS);

/// Spans until a page of business days after 2199.
const SPANS: usize = ((Instant::MAX.millis() / 1_000 + 600 * 86_400 - FIRST) >> SPAN_BITS) as usize + 1;

/// The first span for which a zone can go by a rule; it begins in April 2042.
const BY_RULE: usize = 18;

/// Seconds around a local time within which its instant lies, and every change of offset that matters to it.
const MARGIN: i64 = 2 * 86_400;

/// A time zone that the host knows. All calendars in one zone share the changes of its offset.
#[derive(Debug, Clone)]
pub(super) struct Zone(Arc<History>);

/// The offsets of a zone as far as they have been asked for.
#[derive(Debug)]
struct History {
    name: String,
    host: Host,
    spans: Box<[OnceLock<Offsets>]>,
}

thread_local! {
    /// The zones that have been found: for a host of JavaScript, each takes longer than a hundred questions for an offset.
    static ZONES: RefCell<Vec<Zone>> = const { RefCell::new(Vec::new()) };
}

/// The offsets of a zone in one stretch of time, in seconds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Offsets {
    first: i64,
    /// The instant of each transition, and the offset from then on.
    changes: Vec<(i64, i64)>,
}

/// A local day. Its offset is looked up once for all times of it, unless it changes on this day or the next.
pub(super) struct LocalDay<'a> {
    offsets: &'a Offsets,
    midnight: i64,
    offset: i64,
    /// The local time until which the offset is the same.
    until: i64,
}

/// The offset of a time zone from UTC, from an instant on.
///
/// # Examples
///
/// ```
/// use case_slo::{Instant, utc_offsets};
///
/// let now = Instant::parse("2026-07-01T00:00:00Z")?;
/// let paris = utc_offsets("Europe/Paris", now, now)?[0];
/// assert_eq!((paris.from, paris.seconds), (now, 7_200));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UtcOffset {
    /// The first instant at which it holds.
    pub from: Instant,
    /// Seconds by which local time is ahead of UTC; negative west of Greenwich.
    pub seconds: i32,
}

/// Returns the instant of a local date and time in an IANA time zone.
///
/// A time in a gap, when clocks are put forward, moves forward by the gap; a time in a fold, which comes twice, means the first.
///
/// # Errors
///
/// `invalid-instant` for a text that is not a local date and time such as "2026-10-25T02:30", one with an offset included;
/// `unknown-zone`; `out-of-range` before 1970 and after 2199.
///
/// # Examples
///
/// ```
/// use case_slo::instant_of;
///
/// assert_eq!(instant_of("2026-10-25T02:30", "Europe/Paris")?.to_string(), "2026-10-25T00:30:00Z");
/// assert_eq!(instant_of("2026-03-08T02:30", "America/Toronto")?.to_string(), "2026-03-08T07:30:00Z");
/// assert_eq!(instant_of("2026-03-08T02:30Z", "UTC").unwrap_err().code().as_str(), "invalid-instant");
/// # Ok::<(), case_slo::Error>(())
/// ```
pub fn instant_of(local: &str, zone: &str) -> Result<Instant, Error> {
    // As RFC 3339 without an offset; the seconds may be left out, as a field for a date and time does.
    let utc = if local.len() == "2026-10-25T02:30".len() { format!("{local}:00Z") } else { format!("{local}Z") };
    let Some(millis) = read_instant(&utc) else {
        let found = excerpt(local);
        let message = format!("expected a local date and time such as \"2026-10-25T02:30\", found \"{found}\"");
        return Err(Error::new(ErrorCode::InvalidInstant, message));
    };
    let zone = find(zone)?;
    let (seconds, rest) = (millis.div_euclid(1_000), millis.rem_euclid(1_000));
    if !(-MARGIN..=Instant::MAX.millis() / 1_000 + MARGIN).contains(&seconds) {
        return Instant::from_millis(millis);
    }
    let offsets = zone.offsets(seconds - MARGIN, seconds + MARGIN);
    Instant::from_millis(offsets.instant(seconds) * 1_000 + rest)
}

/// Returns the offset of an IANA time zone at `from`, followed by each other one until `until`.
///
/// # Errors
///
/// `unknown-zone`
///
/// # Examples
///
/// ```
/// use case_slo::{Instant, utc_offsets};
///
/// let (from, until) = (Instant::parse("2026-01-01T00:00:00Z")?, Instant::parse("2026-06-01T00:00:00Z")?);
/// let offsets = utc_offsets("America/Toronto", from, until)?;
/// assert_eq!(offsets.iter().map(|offset| offset.seconds).collect::<Vec<_>>(), [-5 * 3_600, -4 * 3_600]);
/// assert_eq!(offsets[1].from.to_string(), "2026-03-08T07:00:00Z");
/// # Ok::<(), case_slo::Error>(())
/// ```
pub fn utc_offsets(zone: &str, from: Instant, until: Instant) -> Result<Vec<UtcOffset>, Error> {
    let offsets = find(zone)?.offsets(from.millis().div_euclid(1_000), until.millis().div_euclid(1_000));
    let later = offsets.changes.iter().filter_map(|(at, seconds)| Some((Instant::within(at * 1_000)?, *seconds)));
    let all = std::iter::once((from, offsets.first)).chain(later);
    Ok(all.map(|(from, seconds)| UtcOffset { from, seconds: seconds as i32 }).collect())
}

/// Refuses a name that is none of a zone.
///
/// # Errors
///
/// `unknown-zone`
pub(crate) fn require_zone(name: &str) -> Result<(), Error> {
    find(name).map(|_| ())
}

/// The zone of an IANA name from outside.
fn find(name: &str) -> Result<Zone, Error> {
    Zone::find(name).ok_or_else(|| {
        Error::new(ErrorCode::UnknownZone, format!("\"{}\" is not a known IANA time zone", excerpt(name)))
    })
}

impl Zone {
    /// The zone of an IANA name, such as "America/Toronto"; `None` if the host does not know it.
    pub fn find(name: &str) -> Option<Self> {
        // Hosts differ in whether they take "+05:00" for a zone, and in how they read odd names.
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte);
        let plausible = name.len() < 60 && name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !plausible || !name.bytes().all(is_name) {
            return None;
        }
        let known = |zone: &&Self| zone.0.name.eq_ignore_ascii_case(name);
        ZONES.with_borrow(|zones| zones.iter().find(known).cloned()).or_else(|| {
            let spans = (0..SPANS).map(|_| OnceLock::new()).collect();
            let zone = Self(Arc::new(History { name: name.to_owned(), host: Host::find(name)?, spans }));
            ZONES.with_borrow_mut(|zones| zones.push(zone.clone()));
            Some(zone)
        })
    }

    /// The offsets from one instant to another, both in seconds since 1970.
    pub fn offsets(&self, from: i64, to: i64) -> Offsets {
        let place = |at: i64| usize::try_from((at - FIRST) >> SPAN_BITS).unwrap_or(0).min(SPANS - 1);
        let (first, last) = (place(from), place(to));
        let mut found = Offsets { first: self.0.span(first).at(from), changes: Vec::new() };
        for span in first..=last {
            let changes = self.0.span(span).changes.iter();
            found.changes.extend(changes.filter(|(at, _)| from < *at && *at <= to));
        }
        found
    }
}

impl History {
    /// The offset at the start of a span, and its changes until the end.
    fn span(&self, place: usize) -> &Offsets {
        self.spans[place].get_or_init(|| {
            let from = FIRST + ((place as i64) << SPAN_BITS);
            let stride = if place >= BY_RULE && self.goes_by_rule() { STRIDE_BY_RULE } else { STRIDE };
            let span_before = place.checked_sub(1).and_then(|place| self.spans[place].get());
            let known = span_before.map_or(&[][..], |span| &span.changes);
            self.changes(from, from + (1 << SPAN_BITS), stride, known)
        })
    }

    /// Whether each change of the eight years until 2042 is 52 or 53 weeks after the one of a year before. Zones that set their clocks by
    /// Ramadan, which comes earlier every year, do not go by such a rule.
    fn goes_by_rule(&self) -> bool {
        let mut changes = self.span(BY_RULE - 2).changes.clone();
        changes.extend(&self.span(BY_RULE - 1).changes);
        let is_a_year = |seconds: i64| seconds == 52 * WEEK || seconds == 53 * WEEK;
        changes.windows(3).all(|three| is_a_year(three[2].0 - three[0].0))
    }

    /// The offset at an instant, and its changes until another one, both in seconds since 1970. The offset is read only where
    /// equal fingerprints do not show that it has remained the same. The changes that are `known` come before the first instant.
    fn changes(&self, from: i64, to: i64, stride: i64, known: &[(i64, i64)]) -> Offsets {
        let first = self.host.offset(from);
        let mut changes = known.to_vec();
        let (mut at, mut offset, mut fingerprint) = (from, first, self.host.fingerprint(from));
        while at < to {
            let next = (at + stride).min(to);
            let next_fingerprint = self.host.fingerprint(next);
            let is_alike = next_fingerprint.is_some() && next_fingerprint == fingerprint;
            if is_alike || self.host.offset(next) == offset {
                (at, fingerprint) = (next, next_fingerprint);
            } else {
                // The offset right after the change may differ from the one at `next`: then it changes once more before that.
                at = self.change(at, next, offset, &changes);
                (offset, fingerprint) = (self.host.offset(at), self.host.fingerprint(at));
                changes.push((at, offset));
            }
        }
        Offsets { first, changes: changes.split_off(known.len()) }
    }

    /// The first second at which the offset is not `before` any more: 52 or 53 weeks after the change of a year ago, by which most
    /// zones go, or else by bisection, among the quarters of an hour, where nearly all changes lie, and then among the seconds.
    fn change(&self, mut from: i64, mut to: i64, before: i64, earlier: &[(i64, i64)]) -> i64 {
        if let [.., (year_ago, _), _] = earlier {
            for guess in [52, 53].map(|weeks| year_ago + weeks * WEEK) {
                let is_near = from < guess && guess <= to;
                if is_near && self.host.offset(guess) != before && self.host.offset(guess - 1) == before {
                    return guess;
                }
            }
        }
        for step in [900, 1] {
            while to - from > step {
                let middle = (from + (to - from) / 2).div_euclid(step) * step;
                let middle = if middle > from { middle } else { middle + step };
                if self.host.offset(middle) == before { from = middle } else { to = middle }
            }
            if to - from > 1 && self.host.offset(to - 1) == before {
                return to;
            }
        }
        to
    }
}

impl Offsets {
    /// The instant of a local time, both in seconds since 1970.
    pub fn instant(&self, local: i64) -> i64 {
        local - self.of_local(local).0
    }

    /// The local day that begins at a midnight, in seconds since 1970.
    pub fn day(&self, midnight: i64) -> LocalDay<'_> {
        let (offset, until) = self.of_local(midnight);
        LocalDay { offsets: self, midnight, offset, until }
    }

    /// The offset of a local time, and the local time until which it is the same.
    ///
    /// A time in a gap moves forward by the gap; a time in a fold means the first. One rule does both: the offset from before
    /// the change holds until either clock has passed it.
    fn of_local(&self, local: i64) -> (i64, i64) {
        let mut offset = self.first;
        for (at, after) in &self.changes {
            let until = at + offset.max(*after);
            if local < until {
                return (offset, until);
            }
            offset = *after;
        }
        (offset, i64::MAX)
    }

    /// The offset at an instant, both in seconds.
    pub fn at(&self, instant: i64) -> i64 {
        let passed = self.changes.iter().take_while(|(at, _)| *at <= instant);
        passed.last().map_or(self.first, |(_, offset)| *offset)
    }
}

impl LocalDay<'_> {
    /// The instant of a number of minutes after midnight, in seconds since 1970.
    #[inline(always)]
    pub fn instant(&self, minutes: u32) -> i64 {
        let local = self.midnight + i64::from(minutes) * 60;
        if local < self.until { local - self.offset } else { self.offsets.instant(local) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, NaiveDateTime, Offset, TimeZone};

    fn seconds(text: &str) -> i64 {
        let text = format!("{text}:00");
        NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S").unwrap().and_utc().timestamp()
    }

    fn resolved(zone: &str, local: &str) -> String {
        let offsets = Zone::find(zone).unwrap().offsets(seconds(local) - 40 * 86_400, seconds(local) + 40 * 86_400);
        let at = offsets.instant(seconds(local));
        DateTime::from_timestamp(at, 0).unwrap().format("%m-%dT%H:%M:%S").to_string()
    }

    #[test]
    fn a_time_left_out_moves_forward_and_of_a_time_that_comes_twice_the_first_is_meant() {
        assert_eq!(resolved("America/Toronto", "2026-03-08 01:59"), "03-08T06:59:00");
        assert_eq!(resolved("America/Toronto", "2026-03-08 02:30"), "03-08T07:30:00");
        assert_eq!(resolved("America/Toronto", "2026-03-08 03:00"), "03-08T07:00:00");
        assert_eq!(resolved("America/Toronto", "2026-11-01 01:30"), "11-01T05:30:00");
        assert_eq!(resolved("America/Toronto", "2026-11-01 02:00"), "11-01T07:00:00");
        assert_eq!(resolved("Australia/Lord_Howe", "2026-10-04 02:10"), "10-03T15:40:00");
        assert_eq!(resolved("Africa/Monrovia", "1971-06-01 00:00"), "06-01T00:44:30");
        assert_eq!(resolved("Pacific/Apia", "2011-12-30 09:00"), "12-30T19:00:00");
    }

    #[test]
    fn names_of_zones_are_names() {
        for good in ["UTC", "Etc/GMT+5", "america/toronto", "America/Argentina/Buenos_Aires"] {
            assert!(Zone::find(good).is_some(), "{good}");
        }
        for bad in ["", "+05:00", "05:00", "America/Torronto", "Toronto", "America/Toronto ", "é", "../etc"] {
            assert!(Zone::find(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn zones_that_heed_ramadan_go_by_no_rule() {
        let goes_by_rule = |name: &str| Zone::find(name).unwrap().0.goes_by_rule();
        let others: Vec<_> =
            chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).filter(|zone| !goes_by_rule(zone)).collect();
        assert_eq!(others, ["Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza", "Asia/Hebron"]);
    }

    /// The strides rest on this: no change of offset is overlooked.
    #[test]
    fn no_zone_returns_to_an_offset_within_the_stride() {
        let end = seconds("2200-01-01 00:00");
        for zone in chrono_tz::TZ_VARIANTS {
            let offset = |at: i64| {
                let moment = DateTime::from_timestamp(at, 0).unwrap().naive_utc();
                i64::from(zone.offset_from_utc_datetime(&moment).fix().local_minus_utc())
            };
            let found = Zone::find(zone.name()).unwrap().offsets(0, end);
            let mut changes = found.changes.iter().peekable();
            let mut expected = found.first;
            for at in (0..end).step_by(2 * 86_400) {
                while let Some((_, after)) = changes.next_if(|(when, _)| *when <= at) {
                    expected = *after;
                }
                assert_eq!(offset(at), expected, "{zone} at {at}");
            }
        }
    }
}
