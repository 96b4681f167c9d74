//! Time zones of the tz database, for every host but JavaScript's.

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

/// A time zone of the tz database.
#[derive(Debug, Clone, Copy)]
pub(super) struct Host(Tz);

impl Host {
    /// The zone of an IANA name, in any case, as `Intl` reads them.
    pub fn find(name: &str) -> Option<Self> {
        TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(name)).map(|zone| Self(*zone))
    }

    /// Returns a value that is equal at two instants if the offset is, and only then.
    pub fn fingerprint(&self, at: i64) -> Option<i64> {
        Some(self.offset(at))
    }

    /// The offset from UTC at an instant, both in seconds.
    pub fn offset(&self, at: i64) -> i64 {
        // chrono knows instants of a quarter of a million years; those of the engine end in 2199.
        let moment = DateTime::from_timestamp(at, 0).unwrap_or_default().naive_utc();
        i64::from(self.0.offset_from_utc_datetime(&moment).fix().local_minus_utc())
    }
}
