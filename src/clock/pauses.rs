use crate::calendar::{Calendar, Instant};
use crate::policy::Tree;
use crate::sort::sort_by_key;
use crate::{Error, ErrorCode};

/// Holds of a case: half-open, merged where they overlap or touch, in order; only the last can be open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pauses(Vec<(Instant, Option<Instant>)>);

impl Pauses {
    /// Reads a list of pairs of instants; the second of a pair is null while the hold lasts.
    ///
    /// # Errors
    ///
    /// `invalid-case` where the shape is another or an end is before its start; `invalid-instant`, `out-of-range`.
    pub fn from_json(value: &Tree, path: &str) -> Result<Self, Error> {
        let pairs = match value {
            Tree::Null => return Ok(Self::default()),
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
        Ok(Self::merged(pauses))
    }

    fn merged(mut pauses: Vec<(Instant, Option<Instant>)>) -> Self {
        pauses.retain(|(from, to)| *to != Some(*from));
        sort_by_key(&mut pauses, |(from, _)| *from);
        let mut merged: Vec<(Instant, Option<Instant>)> = Vec::with_capacity(pauses.len());
        for (from, to) in pauses {
            match merged.last_mut() {
                Some((_, None)) => break,
                Some((_, Some(end))) if from <= *end => match to {
                    Some(to) => *end = (*end).max(to),
                    None => {
                        let (start, _) = merged.pop().unwrap_or((from, None));
                        merged.push((start, None));
                    }
                },
                _ => merged.push((from, to)),
            }
        }
        Self(merged)
    }

    /// The pauses that have begun by an instant.
    pub fn begun_by(&self, now: Instant) -> Self {
        Self(self.0.iter().copied().filter(|(from, _)| *from <= now).collect())
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
