//! Values of a log to ids of the policy.

use case_slo_log::Values;

use crate::policy::model::Text;

/// What stands before the number of a severity.
const LEVELS: &str = "p s sev severity severite gravite priority priorite niveau level";

/// What a policy calls one tier or severity.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// Every spelling, normalised.
    spellings: Vec<String>,
}

impl Named {
    /// The spellings of an entry: its id, its names in every language, its aliases, and its number.
    pub fn new(id: &str, name: &Text, aliases: &[Text], level: Option<u32>) -> Self {
        let texts = std::iter::once(name).chain(aliases).flat_map(|text| text.iter().map(|(_, text)| text.as_str()));
        let mut spellings: Vec<String> = std::iter::once(id).chain(texts).map(normalised).collect();
        if let Some(level) = level {
            spellings.push(level.to_string());
            spellings.extend(LEVELS.split(' ').map(|prefix| format!("{prefix}{level}")));
        }
        Self { spellings }
    }
}

/// What a value is remembered as that names nothing.
const NOTHING: u16 = u16::MAX;

/// Resolves the values of one column, remembering what it has seen.
#[derive(Debug, Default)]
pub(super) struct Resolver {
    known: Vec<Named>,
    /// What the caller says that values mean.
    mapped: Vec<(String, u16)>,
    /// What has been resolved so far.
    seen: Values,
}

impl Resolver {
    /// `mapped` are the caller's own values with the index of what they mean; they win over the policy's names.
    pub fn new(known: Vec<Named>, mapped: Vec<(String, usize)>) -> Self {
        let index = |(value, index)| (value, u16::try_from(index).unwrap_or(NOTHING));
        Self { known, mapped: mapped.into_iter().map(index).collect(), seen: Values::default() }
    }

    /// What has been resolved so far; `u16::MAX` stands for nothing.
    pub fn seen(&self) -> &Values {
        &self.seen
    }

    /// The index of the entry that a value names.
    pub fn resolve(&mut self, value: &[u8]) -> Option<u16> {
        let index = self.seen.find(value).unwrap_or_else(|| self.learn(value));
        Some(index).filter(|index| *index != NOTHING)
    }

    #[cold]
    fn learn(&mut self, value: &[u8]) -> u16 {
        let index = match self.mapped.iter().find(|(known, _)| known.as_bytes() == value) {
            Some((_, index)) => *index,
            None => {
                let wanted = normalised(&String::from_utf8_lossy(value));
                let index = self.known.iter().position(|named| named.spellings.contains(&wanted));
                let index = index.filter(|_| !wanted.is_empty()).and_then(|index| u16::try_from(index).ok());
                index.unwrap_or(NOTHING)
            }
        };
        self.seen.add(value, index);
        index
    }
}

/// A name as it is compared: letters and digits in lower case, without accents.
///
/// The alphabets of French and English by hand: the tables for all of Unicode would weigh more than this is worth, and
/// stay in the engine of pages that never read a log.
pub(super) fn normalised(name: &str) -> String {
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

/// Beyond ASCII, everything counts but signs of Latin-1, general punctuation, and what stands for broken text.
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
        let high =
            Named::new("high", &text(&[("fr-CA", "Élevée"), ("en", "High")]), &[text(&[("en", "Urgent")])], Some(2));
        let low = Named::new("low", &text(&[("en", "Low")]), &[], Some(4));
        let mut resolver = Resolver::new(vec![high, low], vec![("A".to_owned(), 1)]);
        for value in ["high", "HIGH", "élevée", "Elevee", "urgent", "P2", "Sev 2", "Priorité 2", "2"] {
            assert_eq!(resolver.resolve(value.as_bytes()), Some(0), "{value}");
        }
        assert_eq!(resolver.resolve(b"A"), Some(1));
        for value in ["", " ", "22", "medium", "a"] {
            assert_eq!(resolver.resolve(value.as_bytes()), None, "{value}");
        }
    }
}
