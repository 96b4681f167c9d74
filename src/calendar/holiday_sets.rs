use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::Diagnostic;
use crate::policy::model::{self, Observed};
use crate::policy::{Entries, FaultPosition, Misfit, Reader, parse, shorten, token};

use super::date::Date;
use super::fault::Fault;
use super::holidays::{Holiday, ObservedDays, read_observed};
use crate::sentence::sentence;

/// The sets of holidays of a policy by name.
#[derive(Debug, Default)]
pub(crate) struct HolidaySets {
    sets: Vec<(String, Holidays)>,
    /// Bounds the work for suggestions.
    #[cfg(feature = "analysis")]
    suggestions: std::sync::Mutex<crate::policy::Suggestions>,
}

/// The holidays of a set or of a calendar.
#[derive(Debug, Clone, Default)]
pub(super) struct Holidays {
    /// In the order of the policy.
    pub days: Vec<Holiday>,
    /// The last date for which they are complete, where there is one.
    pub until: Option<NaiveDate>,
}

impl HolidaySets {
    /// Reads the sets of a policy, and adds their errors to `found`.
    pub fn read(sets: &Entries<model::HolidaySet>, found: &mut Vec<Diagnostic>) -> Self {
        let read = |(name, set): (&str, &model::HolidaySet)| {
            let at = format!("/holidaySets/{}", token(name));
            let observed = set.observed.as_ref();
            let set = Holidays::read(&set.days, "days", observed, set.until.as_deref(), None, &at, found);
            (name.to_owned(), set)
        };
        Self {
            sets: sets.iter().map(read).collect(),
            #[cfg(feature = "analysis")]
            suggestions: std::sync::Mutex::default(),
        }
    }

    /// The sets that ship: policies/holidays.json, which is read when a policy first names a set that is not its own.
    fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<HolidaySets> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let node = parse(include_str!("../../policies/holidays.json")).ok();
            let sets = node
                .and_then(|node| Entries::deserialize(Reader::<Misfit>::new(&node, &FaultPosition::default())).ok());
            Self::read(&sets.unwrap_or_default(), &mut Vec::new())
        })
    }

    /// The set of a name: of the policy, or else of those that ship.
    fn find(&self, name: &str) -> Option<&Holidays> {
        let own = self.sets.iter().find(|(known, _)| known == name);
        own.or_else(|| Self::shipped().sets.iter().find(|(known, _)| known == name)).map(|(_, set)| set)
    }

    /// The fault of a calendar that names a set that there is not.
    fn unknown(&self, name: &str) -> Diagnostic {
        let finding =
            Diagnostic::error("unknown-reference", "", sentence!("there is no holiday set \"{}\"", shorten(name)));
        #[cfg(feature = "analysis")]
        {
            let names = self.sets.iter().chain(&Self::shipped().sets).map(|(known, _)| known.as_str());
            let meant = self.suggestions.lock().ok().and_then(|mut suggestions| suggestions.nearest(name, names));
            if let Some(meant) = meant {
                return finding.help(sentence!("did you mean \"@{}\"?", meant));
            }
        }
        finding.help("name one of the policy's holidaySets, or one that ships, such as \"@ca-qc\"")
    }
}

impl Holidays {
    /// Reads the list under `key` of the set or calendar at the JSON Pointer `at`, and adds its errors to `found`. A calendar has
    /// the `sets` that it may name.
    pub fn read(
        list: &[model::Holiday],
        key: &str,
        observed: Option<&Observed>,
        until: Option<&str>,
        sets: Option<&HolidaySets>,
        at: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut holidays = Self::default();
        let observed = match observed.map(|observed| read_observed(observed, "/observed")) {
            None => ObservedDays::default(),
            Some(Ok(observed)) => observed,
            Some(Err(fault)) => {
                found.push(fault.at(at));
                ObservedDays::default()
            }
        };
        if let Some(until) = until {
            holidays.until = Date::parse(until).map(NaiveDate::from);
            if holidays.until.is_none() {
                let help = "write a date such as \"2026-12-31\"";
                found.push(Fault::text("invalid-date", "/until", "date", until, help).at(at));
            }
        }
        let has_until = holidays.until.is_some();
        let mut names: Vec<&str> = Vec::new();
        for (index, holiday) in list.iter().enumerate() {
            let at = || format!("{at}/{key}/{index}");
            let name = match holiday {
                model::Holiday::Date(text) => text.strip_prefix('@'),
                model::Holiday::Rule(_) => None,
            };
            match (name, sets) {
                (Some(name), Some(sets)) if !names.contains(&name) => match sets.find(name) {
                    Some(set) => {
                        names.push(name);
                        holidays.days.extend_from_slice(&set.days);
                        holidays.until = [holidays.until, set.until].into_iter().flatten().min();
                    }
                    None => found.push(Diagnostic { path: at(), ..sets.unknown(name) }),
                },
                (Some(_), Some(_)) => {}
                _ => match Holiday::read(holiday, &observed) {
                    Ok(holiday) => holidays.days.push(holiday),
                    Err(fault) => found.push(fault.at(&at())),
                },
            }
        }
        if !has_until && names.is_empty() {
            let dates: Option<Vec<NaiveDate>> = holidays.days.iter().map(Holiday::once).collect();
            holidays.until = dates.and_then(|dates| dates.into_iter().max());
        }
        holidays
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_that_ship_are_read_without_a_finding() {
        let sets = serde_json::from_str(include_str!("../../policies/holidays.json")).unwrap();
        let mut found = Vec::new();
        assert_eq!(HolidaySets::read(&sets, &mut found).sets.len(), 20);
        assert_eq!(found, []);
        assert_eq!(HolidaySets::shipped().sets.len(), 20);
    }
}
