use serde::{Deserialize, Deserializer, Serialize};

use super::features::{FeatureState, TierFeature, features};
use super::recurrence::Recurrence;
use crate::argument::{refuse, require_at_most};
use crate::calendar::Date;
use crate::clock::ContextAnswers;
use crate::policy::Document;
use crate::{Error, ErrorCode};

/// Most days from the first to the last: ten years.
pub const MAX_DELIVERABLE_DAYS: i32 = 3_653;

/// Most dates of all deliverables together: those of sixty-eight daily ones over ten years.
pub const MAX_DELIVERABLE_DATES: usize = 250_000;

/// Days of a year, where no last day is given.
const YEAR: u32 = 365;

/// Work that recurs, with its dates.
///
/// # Examples
///
/// ```
/// use case_slo::{CustomerContext, Period, Policy};
///
/// let period = Period::between("2026-12-01", "2026-12-31")?;
/// let deliverables = Policy::reference().deliverables("premium", &CustomerContext::new(), period)?;
/// let weekly = deliverables.iter().find(|each| each.rule == "FREQ=WEEKLY").expect("premium has weekly work");
/// assert_eq!(weekly.dates[..2], ["2026-12-01", "2026-12-08"]);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Deliverable {
    /// The feature that promises it.
    #[serde(flatten)]
    pub feature: TierFeature,
    /// Recurrence rule of iCalendar (RFC 5545) for an event that starts on the first date; it leaves `extra_dates` out.
    pub rule: String,
    /// Of the dates, those in months that lack the day.
    pub extra_dates: Vec<String>,
    /// Its dates in the period, ISO 8601. In a month that lacks the day, its last day.
    pub dates: Vec<String>,
}

/// A period of whole days.
///
/// # Examples
///
/// ```
/// use case_slo::{CustomerContext, Period, Policy};
///
/// let december = Period::between("2026-12-01", "2026-12-31")?;
/// let deliverables = Policy::reference().deliverables("premium", &CustomerContext::new(), december)?;
/// assert!(deliverables.iter().all(|each| each.dates.iter().all(|date| date.starts_with("2026-12"))));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with from, until and context")]
pub struct Period {
    /// First day in ISO 8601, such as "2026-12-01".
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    from: Day,
    /// Last day, which is included; default: a year after the first. At most ten years after it.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    until: Option<Day>,
}

impl Period {
    /// The year that begins on a date in ISO 8601, such as "2026-12-01".
    ///
    /// # Errors
    ///
    /// `invalid-options` for a text that is not a date.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{ErrorCode, Period};
    ///
    /// assert!(Period::year_from("2026-12-01").is_ok());
    /// assert_eq!(Period::year_from("December").unwrap_err().code(), ErrorCode::InvalidOptions);
    /// ```
    pub fn year_from(date: &str) -> Result<Self, Error> {
        Ok(Self { from: Day::parse(date).map_err(|error| error.at("/from"))?, until: None })
    }

    /// The days from one date in ISO 8601 to another, both included.
    ///
    /// # Errors
    ///
    /// `invalid-options` for a text that is not a date.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CustomerContext, ErrorCode, Period, Policy};
    ///
    /// let reversed = Period::between("2026-12-31", "2026-12-01")?;
    /// let refused = Policy::reference().deliverables("premium", &CustomerContext::new(), reversed).unwrap_err();
    /// assert_eq!(refused.code(), ErrorCode::OutOfRange);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn between(from: &str, until: &str) -> Result<Self, Error> {
        Ok(Self { until: Some(Day::parse(until).map_err(|error| error.at("/until"))?), ..Self::year_from(from)? })
    }

    /// The first and the last day.
    ///
    /// # Errors
    ///
    /// `out-of-range` if the period ends before it begins, leaves 1970 to 2199, or is longer than
    /// [`MAX_DELIVERABLE_DAYS`].
    fn days(self) -> Result<(Date, Date), Error> {
        let first = self.from.0;
        let last = self.until.map_or_else(|| first.plus_days(YEAR - 1).unwrap_or(first), |day| day.0);
        let is_known = |date: Date| (1970..=2199).contains(&date.year());
        let days = last.days_since_1970() - first.days_since_1970();
        if is_known(first) && is_known(last) && (0..=MAX_DELIVERABLE_DAYS).contains(&days) {
            return Ok((first, last));
        }
        let message = "expected a period of at most ten years that ends after it begins, from 1970 to 2199";
        Err(Error::new(ErrorCode::OutOfRange, message).at("/until"))
    }
}

/// A date of an argument.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Day(Date);

impl Day {
    fn parse(text: &str) -> Result<Self, Error> {
        Date::parse(text).map(Self).ok_or_else(|| {
            let found: String = text.chars().take(40).collect();
            Error::new(ErrorCode::InvalidOptions, format!("expected a date such as \"2026-12-01\", found \"{found}\""))
        })
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(|error| refuse(&error))
    }
}

/// The recurring features of a tier with their dates from the first day on; none that an answer excludes, none that go on
/// all the time.
///
/// # Errors
///
/// `out-of-range` if the period ends before it begins, leaves 1970 to 2199, or is too long; `limit-exceeded` if there
/// are more than [`MAX_DELIVERABLE_DATES`].
pub(crate) fn deliverables(
    document: &Document,
    tier: &str,
    known: &ContextAnswers,
    period: Period,
) -> Result<Vec<Deliverable>, Error> {
    let (first, last) = period.days()?;
    let recurring =
        features(document, tier, known).into_iter().filter(|feature| feature.state != FeatureState::Excluded);
    let mut deliverables = Vec::new();
    let mut count = 0;
    for feature in recurring {
        let Some(recurrence) = feature.cadence.and_then(Recurrence::of) else { continue };
        let dates = recurrence.dates(first, last);
        count += dates.len();
        require_at_most(count, MAX_DELIVERABLE_DATES, "dates in the period", "/until")?;
        let extra = dates.iter().filter(|date| recurrence.is_extra(first, **date));
        deliverables.push(Deliverable {
            feature,
            rule: recurrence.rule(),
            extra_dates: extra.map(Date::to_string).collect(),
            dates: dates.iter().map(Date::to_string).collect(),
        });
    }
    Ok(deliverables)
}
