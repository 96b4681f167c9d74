use crate::calendar::{Calendar, Instant};
use crate::policy::Tree;
use crate::{Error, ErrorCode};

/// A hold as it was given: half-open, `None` while it lasts.
pub type Pause = (Instant, Option<Instant>);

/// Reads a list of pairs of instants; the second of a pair is null while the hold lasts.
///
/// # Errors
///
/// `invalid-case` where the shape is another or an end is before its start; `invalid-instant`, `out-of-range`.
pub fn read_pauses(value: &Tree, path: &str) -> Result<Vec<Pause>, Error> {
    let pairs = match value {
        Tree::Null => return Ok(Vec::new()),
        Tree::List(pairs) => pairs,
        _ => return Err(invalid("expected a list of pauses").at(path)),
    };
    let mut pauses = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        let path = format!("{path}/{index}");
        let [from, to] = pair.items() else {
            return Err(invalid("expected a pair: from, and to or null").at(path));
        };
        let from = Instant::from_json(from).map_err(|e| e.at(format!("{path}/0")))?;
        let to = match to {
            Tree::Null => None,
            to => Some(Instant::from_json(to).map_err(|e| e.at(format!("{path}/1")))?),
        };
        if to.is_some_and(|to| to < from) {
            return Err(invalid("a pause ends before it begins").at(format!("{path}/1")));
        }
        pauses.push((from, to));
    }
    Ok(pauses)
}

/// Holds in order, made one where they overlap or touch; only the last can be open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pauses(Vec<Pause>);

impl Pauses {
    /// Those of the holds that have begun by an instant.
    pub fn begun_by(now: Instant, pauses: Vec<Pause>) -> Self {
        let mut pauses = pauses;
        pauses.retain(|(from, to)| *from <= now && *to != Some(*from));
        pauses.sort_by_key(|(from, _)| *from);
        let mut merged: Vec<Pause> = Vec::with_capacity(pauses.len());
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

    /// The instant at which so many open milliseconds that are not paused have passed; `None` where that is never.
    pub fn deadline(&self, calendar: &Calendar, from: Instant, millis: i64) -> Option<Instant> {
        let mut rest = millis;
        let mut at = from;
        for (start, end) in &self.0 {
            if end.is_some_and(|end| end <= at) {
                continue;
            }
            if *start > at {
                let open = calendar.elapsed(at, *start);
                // What runs out exactly when a pause begins runs out there, not when it ends; but a moment that only has
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

fn invalid(message: &str) -> Error {
    Error::new(ErrorCode::InvalidCase, message)
}
