use chrono::NaiveDate;

use crate::Diagnostic;
use crate::policy::model::{self, Observed};
use crate::policy::{Entries, nearest, shorten, token};

use super::date::Date;
use super::fault::Fault;
use super::holidays::{Holiday, ObservedDays, read_observed};

/// The sets of holidays of a policy by name.
#[derive(Debug, Default)]
pub(crate) struct HolidaySets(Vec<(String, Holidays)>);

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
        Self(sets.iter().map(read).collect())
    }

    fn find(&self, name: &str) -> Option<&Holidays> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, set)| set)
    }

    /// The fault of a calendar that names a set that there is not.
    fn unknown(&self, name: &str) -> Diagnostic {
        let names = || self.0.iter().map(|(known, _)| known.as_str());
        let finding =
            Diagnostic::error("unknown-reference", "", format!("there is no holiday set \"{}\"", shorten(name)));
        match nearest(name, names()) {
            Some(meant) => finding.help(format!("did you mean \"@{meant}\"?")),
            None => finding.help("name one of the policy's holidaySets, or one that ships, such as \"@ca-qc\""),
        }
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
            let last = |days: &[Holiday]| days.iter().map(Holiday::once).collect::<Option<Vec<_>>>()?.into_iter().max();
            holidays.until = last(&holidays.days);
        }
        holidays
    }
}
