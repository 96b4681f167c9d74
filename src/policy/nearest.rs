use crate::{Error, ErrorCode};

/// The error of an id that a policy does not have, with the one that is probably meant.
pub(crate) fn unknown(code: ErrorCode, kind: &str, id: &str, known: &[&str]) -> Error {
    let id: String = id.chars().take(60).collect();
    let help = nearest(&id, known.iter().copied()).map(|meant| format!("; did you mean \"{meant}\"?"));
    Error::new(code, format!("there is no {kind} \"{id}\"{}", help.unwrap_or_default()))
}

/// The known name that is probably meant by an unknown one: within a third of its length in edits, the first of the
/// nearest.
pub(crate) fn nearest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Suggestions::default().nearest(unknown, known)
}

/// Most pairs of letters that are compared for all suggestions of one check. A policy with a thousand slips among fifty
/// ids of ten letters takes a third of it.
const MAX_COMPARISONS: usize = 1 << 24;

/// Suggestions for many unknown names, as long as the work for them is bounded.
#[derive(Debug)]
pub(crate) struct Suggestions {
    comparisons: usize,
}

impl Default for Suggestions {
    fn default() -> Self {
        Self { comparisons: MAX_COMPARISONS }
    }
}

impl Suggestions {
    /// As [`nearest`]; nothing once too many names have been compared.
    pub fn nearest<'a>(&mut self, unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        const LONGEST: usize = 64;
        let wanted: Vec<char> = lower(unknown).take(LONGEST + 1).collect();
        if wanted.len() > LONGEST {
            return None;
        }
        let allowed = if wanted.len() < 3 { wanted.len() / 2 } else { wanted.len() / 3 };
        let mut best: Option<(usize, &str)> = None;
        for candidate in known {
            let name: Vec<char> = lower(candidate).take(wanted.len() + allowed + 1).collect();
            if name.len().abs_diff(wanted.len()) > allowed {
                continue;
            }
            self.comparisons = self.comparisons.saturating_sub(wanted.len() * name.len());
            if self.comparisons == 0 {
                return None;
            }
            let distance = edits(&wanted, &name);
            if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, name)| name)
    }
}

/// Letters in lower case. Ids are written in ASCII; the tables for all of Unicode would weigh more than this is worth.
fn lower(name: &str) -> impl Iterator<Item = char> {
    name.chars().map(|c| c.to_ascii_lowercase())
}

/// Insertions, deletions, substitutions and swaps of neighbours between two names, case aside (optimal string
/// alignment).
fn edits(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (i, known) in to.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, wanted) in from.iter().enumerate() {
            let mut least = (row[j] + usize::from(known != wanted)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && to[i - 1] == *wanted && from[j - 1] == *known {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[from.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let known = ["critical", "high", "medium", "low"];
        assert_eq!(nearest("critcal", known), Some("critical"));
        assert_eq!(nearest("Hihg", known), Some("high"));
        assert_eq!(nearest("Hih", known), Some("high"));
        assert_eq!(nearest("urgent", known), None);
        assert_eq!(nearest(&"x".repeat(100_000), known), None);
        assert_eq!(nearest("low", [&"low".repeat(100_000)[..], "slow"]), Some("slow"));
    }

    #[test]
    fn the_work_for_all_suggestions_is_bounded() {
        let known: Vec<String> = (0..2_000).map(|n| format!("{}{n:04}", "a".repeat(60))).collect();
        let mut suggestions = Suggestions::default();
        let mut suggested = 0;
        for _ in 0..1_000 {
            suggested += usize::from(suggestions.nearest(&"b".repeat(64), known.iter().map(String::as_str)).is_some());
            suggested += usize::from(suggestions.nearest("a", ["a"]).is_some());
        }
        assert!(suggested < 10, "{suggested}");
    }
}
