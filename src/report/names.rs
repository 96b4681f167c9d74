//! The entries of a policy that the values of a log name.

use std::collections::BTreeMap;

use case_slo_log::{Cell, Values};

use crate::policy::model::{Document, Text};

/// Words before the number of a severity.
const LEVELS: &str = "p s sev severity severite gravite priority priorite niveau level";

/// A value that names nothing.
const NOTHING: u16 = u16::MAX;

/// Finds the entries of a policy that the values of a column name, and remembers the values.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// Indices of entries by every spelling of their names, in the form that [`normalized`] gives them.
    spellings: BTreeMap<String, u16>,
    /// Indices by the values that the caller explains; they come before the names of the policy.
    values: BTreeMap<String, u16>,
    /// Groups of words that mean the same severity, each with the only entry that one of them names.
    ranks: BTreeMap<String, u16>,
    /// Whether a number decides where the words say nothing. It does not once a value has a name and the number of another.
    numbers_agree: bool,
    /// The values that have been met.
    seen: Values,
}

/// Words for severities in English, French, German and Spanish, a line for each, from the most severe on. Exports have these
/// where a policy has other words of the same line.
const RANKS: [&str; 4] = [
    "critical critique kritisch critico critica",
    "high haut haute eleve elevee hoch alto alta",
    "medium moderate moyen moyenne modere moderee normal normale mittel medio media",
    "low bas basse faible niedrig gering bajo baja",
];

/// Words for the highest severity of a help desk.
const HIGHEST: &str = "highest veryhigh treshaute treshaut treselevee sehrhoch muyalta";

/// Words for the lowest severity of a help desk.
const LOWEST: &str = "lowest verylow tresbasse tresbas tresfaible sehrniedrig muybaja";

/// Words around a name or a number that say nothing.
const GENERIC: &str = "p s sev severity severite gravite priority priorite niveau level prio pri priorita prioritat prioridad severidad \
     schweregrad stufe niv n no impact urgency urgence incident ticket";

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
        let mut names = Self { numbers_agree: true, ..Self::new(values) };
        for (index, severity) in (0..).zip(&document.severities) {
            names.add(index, &severity.id, &severity.name, &severity.aliases, severity.level);
        }
        names.rank();
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
        let index = match self.seen.find_cell(cell) {
            Some(index) => index,
            None => self.learn(cell.bytes()),
        };
        if index == NOTHING { None } else { Some(index) }
    }

    /// The index of the entry that a value names, without remembering the value.
    pub fn look_up(&self, value: &[u8]) -> Option<u16> {
        let text = String::from_utf8_lossy(value);
        self.values.get(&*text).or_else(|| self.values.get(text.trim())).copied().or_else(|| {
            let spelling = normalized(&text);
            let exact = self.spellings.get(&spelling).copied().filter(|_| !spelling.is_empty());
            exact.or_else(|| if self.ranks.is_empty() { None } else { self.by_words(&text) })
        })
    }

    /// Takes note of the words that mean an entry, by the names of the policy. Words of a line mean its entry where only one
    /// has a word of the line; the highest severity is the first entry, and the lowest the last.
    fn rank(&mut self) {
        for words in RANKS {
            let mut entries = words.split(' ').filter_map(|word| self.spellings.get(word).copied());
            let Some(first) = entries.next() else { continue };
            if entries.all(|entry| entry == first) {
                self.ranks.extend(words.split(' ').map(|word| (word.to_owned(), first)));
            }
        }
        self.ranks.extend(HIGHEST.split(' ').map(|word| (word.to_owned(), 0)));
        let last = self.spellings.values().copied().max();
        self.ranks.extend(LOWEST.split(' ').filter_map(|word| Some((word.to_owned(), last?))));
    }

    /// Looks at the first values of a column: whether numbers beside names are those of the policy.
    pub fn look_at<'t>(&mut self, values: impl Iterator<Item = &'t str>) {
        let disagree =
            |(named, number): (Option<u16>, Option<u16>)| named.is_some() && number.is_some() && named != number;
        let disagrees = |value: &str| {
            let parts = Parts::of(value);
            disagree((self.by_name(&parts).unwrap_or(None), self.by_number(&parts)))
        };
        self.numbers_agree &= !values.take(500).any(disagrees);
    }

    /// The entry of a value such as "1 - Critical", "Critical (P1)" or "Prio 1". Words decide; a number does where they name
    /// nothing that is known, and numbers agree.
    fn by_words(&self, text: &str) -> Option<u16> {
        let parts = Parts::of(text);
        match self.by_name(&parts) {
            Some(named) => named,
            None if parts.words.is_empty() || self.numbers_agree => self.by_number(&parts),
            None => None,
        }
    }

    /// The entry that all words name; `Some(None)` if some do and others do not, and `None` if none does.
    fn by_name(&self, parts: &Parts) -> Option<Option<u16>> {
        let entry = |word: &str| self.spellings.get(word).or_else(|| self.ranks.get(word)).copied();
        if parts.words.is_empty() {
            return None;
        }
        if let Some(entry) = entry(&parts.words.concat()) {
            return Some(Some(entry));
        }
        let first = parts.words.first().and_then(|word| entry(word));
        if parts.words.iter().all(|word| entry(word) == first) { first.map(Some) } else { Some(None) }
    }

    fn by_number(&self, parts: &Parts) -> Option<u16> {
        self.spellings.get(&parts.number?.to_string()).copied()
    }

    #[cold]
    fn learn(&mut self, value: &[u8]) -> u16 {
        let index = self.look_up(value).unwrap_or(NOTHING);
        self.seen.add(value, index);
        index
    }
}

/// The words of a value that say something, and its only number.
#[derive(Debug)]
struct Parts {
    words: Vec<String>,
    number: Option<u32>,
}

impl Parts {
    fn of(text: &str) -> Self {
        let (mut words, mut numbers) = (Vec::new(), Vec::new());
        let letters: Vec<char> = text.chars().take(200).map(plain).collect();
        let kind = |letter: &char| (letter.is_ascii_digit(), is_letter_or_digit(*letter));
        for part in letters.chunk_by(|one, other| kind(one) == kind(other)) {
            let part: String = part.iter().collect();
            match part.chars().next().map(|first| kind(&first)) {
                Some((true, _)) => numbers.extend(part.parse::<u32>().ok()),
                Some((false, true)) if !GENERIC.split(' ').any(|word| word == part) => words.push(part),
                _ => {}
            }
        }
        numbers.dedup();
        Self { words, number: if let [number] = numbers[..] { Some(number) } else { None } }
    }
}

/// A name as it is compared: letters and digits in lower case, without accents.
///
/// By hand for the alphabets of French and English: the tables for all of Unicode weigh more than they are worth here.
pub(super) fn normalized(name: &str) -> String {
    name.chars().map(plain).filter(|c| is_letter_or_digit(*c)).collect()
}

/// A letter in lower case and without accent.
pub(super) fn plain(letter: char) -> char {
    match letter {
        'À'..='Å' | 'à'..='å' => 'a',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Ç' | 'ç' => 'c',
        'ß' => 's',
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
    fn a_severity_is_known_by_the_words_of_a_value_before_its_number() {
        let cases: serde_json::Value = serde_json::from_str(include_str!("../../tests/data/logs.json")).unwrap();
        let document = crate::policy::read(&cases["policy"].to_string()).document.unwrap();
        let mut names = Names::severities(&document, BTreeMap::new());
        let find = |names: &Names, value: &str| {
            names
                .look_up(value.as_bytes())
                .map_or("", |place| document.severities[usize::from(place)].id.as_str())
                .to_owned()
        };
        for (value, expected) in [
            ("1 - Critical", "critical"),
            ("2 - High", "high"),
            ("3 - Moderate", "medium"),
            ("P1 - Critical", "critical"),
            ("P1", "critical"),
            ("Sev-1", "critical"),
            ("S1", "critical"),
            ("Critical (P1)", "critical"),
            ("1. Severity-1 (High)", "high"),
            ("Highest", "critical"),
            ("Très haute", "critical"),
            ("Lowest", "low"),
            ("Très basse", "low"),
            ("5 - Planning", ""),
            ("4 - Planning", "low"),
            ("Normal", "medium"),
            ("2 normal", "medium"),
            ("1 low", "low"),
            ("01", "critical"),
            ("Priority 1", "critical"),
            ("Prio 1", "critical"),
            ("1-Critical", "critical"),
            ("critical ", "critical"),
            ("Élevée / High", "high"),
            ("3 - Low", "low"),
            ("2 - Medium", "medium"),
            ("Urgent", ""),
            ("Not critical", ""),
            ("1 - Not critical", ""),
            ("Low to high", ""),
            ("", ""),
            ("12", ""),
            ("P1 or P2", ""),
        ] {
            assert_eq!(find(&names, value), expected, "{value}");
        }
        // In this column, the third level is called low.
        names.look_at(["1 - High", "3 - Low"].into_iter());
        assert_eq!(
            (find(&names, "4 - Planning"), find(&names, "3 - Low"), find(&names, "P1")),
            (String::new(), "low".into(), "critical".into())
        );
    }

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
