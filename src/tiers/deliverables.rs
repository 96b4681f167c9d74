use serde::Serialize;

use super::features::{FeatureState, TierFeature, features};
use super::recurrence::Recurrence;
use crate::advice::Known;
use crate::calendar::Date;
use crate::policy::{Document, Tree};
use crate::{Error, ErrorCode};

/// Most days from the first to the last: ten years.
pub const MAX_DELIVERABLE_DAYS: i32 = 3_653;

/// Days of a year, where no last day is given.
const YEAR: u32 = 365;

/// Work that recurs, with its dates.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deliverable {
    /// The feature that promises it.
    #[serde(flatten)]
    pub feature: TierFeature,
    /// Recurrence rule of iCalendar (RFC 5545) for an event that starts on the first date; it leaves `extra_dates` out.
    pub rule: String,
    /// Of the dates, those in months that lack the day.
    pub extra_dates: Vec<String>,
    /// Its dates in the period, ISO 8601.
    pub dates: Vec<String>,
}

/// A period of whole days: the first and the last, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    first: Date,
    last: Date,
}

impl Period {
    /// Reads `from` and `until`, dates in ISO 8601; without `until` a year is meant.
    ///
    /// # Errors
    ///
    /// `invalid-options` for what is no date; `out-of-range` where the period ends before it begins, leaves 1970 to 2199,
    /// or is longer than [`MAX_DELIVERABLE_DAYS`].
    pub fn from_json(options: &Tree) -> Result<Self, Error> {
        let date = |key: &str| {
            let path = ["/", key].concat();
            let value = options.member(key).text();
            let refused =
                || Error::new(ErrorCode::InvalidOptions, "expected a date such as \"2026-12-01\"").at(path.clone());
            Date::parse(value).ok_or_else(refused)
        };
        let first = date("from")?;
        let given = options.member("until");
        let last = if given.is_null() { first.plus_days(YEAR - 1).unwrap_or(first) } else { date("until")? };
        let is_known = |date: Date| (1970..=2199).contains(&date.year());
        let days = last.days_since_1970() - first.days_since_1970();
        if !is_known(first) || !is_known(last) || !(0..=MAX_DELIVERABLE_DAYS).contains(&days) {
            let message = "expected a period of at most ten years that ends after it begins, from 1970 to 2199";
            return Err(Error::new(ErrorCode::OutOfRange, message).at("/until"));
        }
        Ok(Self { first, last })
    }
}

/// The recurring features of a tier with their dates from the first day on; none that an answer excludes, none that go on
/// all the time.
pub fn deliverables(
    document: &Document,
    tier: &str,
    known: &Known,
    Period { first, last }: Period,
) -> Vec<Deliverable> {
    let recurring =
        features(document, tier, known).into_iter().filter(|feature| feature.state != FeatureState::Excluded);
    recurring
        .filter_map(|feature| {
            let recurrence = Recurrence::of(feature.cadence?)?;
            let dates = recurrence.dates(first, last);
            let extra = dates.iter().filter(|date| recurrence.is_extra(first, **date));
            Some(Deliverable {
                feature,
                rule: recurrence.rule(),
                extra_dates: extra.map(Date::to_string).collect(),
                dates: dates.iter().map(Date::to_string).collect(),
            })
        })
        .collect()
}
