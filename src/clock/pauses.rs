use crate::sorted::sorted;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, SeqAccess, Visitor};

use crate::argument::require_at_most;
use crate::calendar::{Calendar, Instant};
use crate::{Error, ErrorCode};

/// Most pauses of a case, or of a question about a calendar.
pub const MAX_PAUSES: usize = 1_000;

/// A pause: half-open. As JSON it is the pair of its instants; the second is null while the pause lasts.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use case_slo::{Instant, Pause, Policy};
///
/// let at = |text| Instant::parse(text);
/// let pause = Pause { from: at("2026-02-03T07:10:00Z")?, to: Some(at("2026-02-03T07:40:00Z")?) };
/// let due = Policy::reference().deadline("always", at("2026-02-03T07:00:00Z")?, Duration::from_secs(900), &[pause])?;
/// assert_eq!(due, at("2026-02-03T07:45:00Z")?);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it; `None` while it lasts.
    pub to: Option<Instant>,
}

impl<'de> Deserialize<'de> for Pause {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PauseVisitor;
        impl<'de> Visitor<'de> for PauseVisitor {
            type Value = Pause;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a pair: from, and to or null")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut pair: A) -> Result<Pause, A::Error> {
                let length = |found| A::Error::invalid_length(found, &self);
                let from = pair.next_element()?.ok_or_else(|| length(0))?;
                let to = pair.next_element()?.ok_or_else(|| length(1))?;
                match pair.next_element::<serde::de::IgnoredAny>()? {
                    None => Ok(Pause { from, to }),
                    Some(_) => Err(length(3)),
                }
            }
        }
        deserializer.deserialize_any(PauseVisitor)
    }
}

/// Checks the pauses at the JSON Pointer `path` of an argument.
///
/// # Errors
///
/// `limit-exceeded`; `invalid-case` if a pause ends before it begins.
pub(crate) fn validate_pauses(pauses: &[Pause], path: &str) -> Result<(), Error> {
    require_at_most(pauses.len(), MAX_PAUSES, "pauses", path)?;
    match pauses.iter().position(|pause| pause.to.is_some_and(|to| to < pause.from)) {
        None => Ok(()),
        Some(index) => {
            let message = "expected the end of a pause at or after its start";
            Err(Error::new(ErrorCode::InvalidCase, message).at(format!("{path}/{index}/1")))
        }
    }
}

/// Pauses in order, merged where they overlap or touch; only the last can be open.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Pauses(Vec<(Instant, Option<Instant>)>);

impl Pauses {
    /// The pauses that have begun by an instant.
    pub fn begun_by(now: Instant, pauses: &[Pause]) -> Self {
        let begun = pauses.iter().filter(|pause| pause.from <= now && pause.to != Some(pause.from));
        let pauses: Vec<(Instant, Option<Instant>)> = begun.map(|pause| (pause.from, pause.to)).collect();
        let pauses = sorted(pauses, |one, other| one.0.cmp(&other.0));
        let mut merged: Vec<(Instant, Option<Instant>)> = Vec::with_capacity(pauses.len());
        for (from, to) in pauses {
            match merged.last_mut() {
                Some((_, None)) => break,
                Some((_, end)) if *end >= Some(from) => *end = to.and_then(|to| (*end).max(Some(to))),
                _ => merged.push((from, to)),
            }
        }
        Self(merged)
    }

    /// Whether an instant lies in a pause.
    pub fn cover(&self, at: Instant) -> bool {
        self.0.iter().any(|(from, to)| *from <= at && to.is_none_or(|to| at < to))
    }

    /// The end of the pause in which an instant lies, where it has one.
    pub fn end_at(&self, at: Instant) -> Option<Instant> {
        self.0.iter().find(|(from, to)| *from <= at && to.is_none_or(|to| at < to))?.1
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The parts of the pauses that lie between two instants.
    pub fn within(&self, from: Instant, to: Instant) -> impl Iterator<Item = (Instant, Instant)> {
        let clipped = self.0.iter().map(move |(start, end)| ((*start).max(from), end.unwrap_or(to).min(to)));
        clipped.filter(|(start, end)| start < end)
    }

    /// Open milliseconds between two instants that are not paused.
    pub fn elapsed(&self, calendar: &Calendar, from: Instant, to: Instant) -> i64 {
        let paused: i64 = self.within(from, to).map(|(start, end)| calendar.elapsed(start, end)).sum();
        calendar.elapsed(from, to) - paused
    }

    /// The instant at which so many open milliseconds that are not paused have passed; `None` if that is never.
    pub fn deadline(&self, calendar: &Calendar, from: Instant, millis: i64) -> Option<Instant> {
        let mut rest = millis;
        let mut at = from;
        for (start, end) in &self.0 {
            if end.is_some_and(|end| end <= at) {
                continue;
            }
            if *start > at {
                let open = calendar.elapsed(at, *start);
                // A target that runs out exactly when a pause begins runs out there, not when it ends; but a moment that only has
                // to be open is not that of a pause.
                if rest <= open {
                    let due = calendar.deadline(at, rest)?;
                    if due < *start || due == *start && rest > 0 {
                        return Some(due);
                    }
                }
                rest -= open.min(rest);
            }
            at = (*end)?.max(at);
        }
        calendar.deadline(at, rest)
    }
}
