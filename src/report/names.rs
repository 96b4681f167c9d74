//! The entries of a policy that the values of a log name.

use std::collections::BTreeMap;

use case_slo_log::{Cell, Values};

use crate::policy::model::{Document, Text};

/// Words before the number of a severity.
const LEVELS: &str = "p s sev severity severite gravite priority priorite niveau level";

/// A value that names nothing.
const NOTHING: u16 = u16::MAX;

/// Finds the entries of a policy that the values of a column name, and remembers the values.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Indices of entries by every spelling of their names, in the form that [`normalized`] gives them.
    spellings: BTreeMap<String, u16>,
    /// Indices by the values that the caller explains; they come before the names of the policy.
    values: BTreeMap<String, u16>,
    /// The values that have been met.
    seen: Values,
}

impl Names {
    /// Names that are known to the caller only.
    pub fn new(values: BTreeMap<String, u16>) -> Self {
        Self { values, ..Self::default() }
    }

    /// The names of the tiers of a policy, after those that the caller explains.
    pub fn tiers(document: &Document, values: BTreeMap<String, u16>) -> Self {
        let mut names = Self::new(values);
        for (index, tier) in (0..).zip(&document.tiers) {
            names.add(index, &tier.id, &tier.name, &tier.aliases, None);
        }
        names
    }

    /// The names of the severities of a policy, after those that the caller explains.
    pub fn severities(document: &Document, values: BTreeMap<String, u16>) -> Self {
        let mut names = Self::new(values);
        for (index, severity) in (0..).zip(&document.severities) {
            names.add(index, &severity.id, &severity.name, &severity.aliases, severity.level);
        }
        names
    }

    /// Adds the entry of an index: its id, its names in every language, its aliases, and its number. A spelling of an entry
    /// before it stays.
    pub fn add(&mut self, index: u16, id: &str, name: &Text, aliases: &[Text], level: Option<u32>) {
        let texts = std::iter::once(name).chain(aliases).flat_map(|text| text.iter().map(|(_, text)| text.as_str()));
        let mut spellings: Vec<String> = std::iter::once(id).chain(texts).map(normalized).collect();
        if let Some(level) = level {
            spellings.push(level.to_string());
            spellings.extend(LEVELS.split(' ').map(|prefix| format!("{prefix}{level}")));
        }
        for spelling in spellings {
            self.spellings.entry(spelling).or_insert(index);
        }
    }

    /// The index of the entry that a value names.
    #[inline(always)]
    pub fn find(&mut self, cell: Cell) -> Option<u16> {
        let index = self.seen.find_cell(cell).unwrap_or_else(|| self.learn(cell.bytes()));
        Some(index).filter(|index| *index != NOTHING)
    }

    /// The index of the entry that a value names, without remembering the value.
    pub fn look_up(&self, value: &[u8]) -> Option<u16> {
        let text = String::from_utf8_lossy(value);
        self.values.get(&*text).copied().or_else(|| {
            let spelling = normalized(&text);
            self.spellings.get(&spelling).copied().filter(|_| !spelling.is_empty())
        })
    }

    #[cold]
    fn learn(&mut self, value: &[u8]) -> u16 {
        let index = self.look_up(value).unwrap_or(NOTHING);
        self.seen.add(value, index);
        index
    }
}

/// A name as it is compared: letters and digits in lower case, without accents.
///
/// By hand for the alphabets of French and English: the tables for all of Unicode weigh more than they are worth here.
pub(super) fn normalized(name: &str) -> String {
    name.chars().map(plain).filter(|c| is_letter_or_digit(*c)).collect()
}

/// A letter in lower case and without accent.
fn plain(letter: char) -> char {
    match letter {
        'À'..='Å' | 'à'..='å' => 'a',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Ç' | 'ç' => 'c',
        // "N°" and "Nº" are written for "No".
        '°' | 'º' => 'o',
        other => other.to_ascii_lowercase(),
    }
}

/// Beyond ASCII, every character counts but signs of Latin-1, general punctuation, and marks of broken text.
fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || c > '\u{bf}' && !matches!(c, '\u{2000}'..='\u{206f}' | '\u{fffd}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_severity_is_known_by_id_name_alias_and_number() {
        let text = |entries: &[(&str, &str)]| {
            entries.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<Text>()
        };
        let mut names = Names::new(BTreeMap::from([("A".to_owned(), 1)]));
        let name = text(&[("fr-CA", "Élevée"), ("en", "High")]);
        names.add(0, "high", &name, &[text(&[("en", "Urgent")])], Some(2));
        names.add(1, "low", &text(&[("en", "Low"), ("fr-CA", "high")]), &[], Some(4));
        let mut find = |value: &str| names.find(Cell::from(value.as_bytes()));
        for value in ["high", "HIGH", "élevée", "Elevee", "urgent", "P2", "Sev 2", "Priorité 2", "2"] {
            assert_eq!((find(value), find(value)), (Some(0), Some(0)), "{value}");
        }
        assert_eq!(find("A"), Some(1));
        for value in ["", " ", "22", "medium", "a"] {
            assert_eq!(find(value), None, "{value}");
        }
    }
}
