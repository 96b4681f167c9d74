//! Time zones of a JavaScript host: `Intl.DateTimeFormat`.
//!
//! Beside the room `wasm`, this is the one file that names `wasm_bindgen` and `js_sys`: the zones of a host are not an argument
//! that could be handed over. Whatever the host throws comes back as an error.

use chrono::{Datelike, NaiveDate};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::calendar::DAY;
use crate::calendar::date::digits;

#[wasm_bindgen]
extern "C" {
    type DateTimeFormat;

    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(catch, method, getter)]
    fn format(this: &DateTimeFormat) -> Result<Function, JsValue>;
}

/// A time zone that the host knows.
#[derive(Debug)]
pub(super) struct Host {
    name: String,
    /// The `format` of a formatter, which is bound to it: nothing that a page does to `Intl` later can change it.
    format: Function,
    /// The same for the hour and the name of the offset; none if the host does not name offsets.
    name_offset: Option<Function>,
}

impl Host {
    /// The zone of an IANA name, in any case; `None` if the host does not know it, or does not answer as it should.
    pub fn find(name: &str) -> Option<Self> {
        let format = formatter(name, &["day", "hour", "minute", "second"], &[]).ok()?;
        let name_offset = formatter(name, &["hour"], &[("timeZoneName", "longOffset")]).ok();
        let host = Self { name: name.to_owned(), format, name_offset };
        // A zone that answers once goes on to answer; see `offset`.
        host.try_offset(0)?;
        Some(host)
    }

    /// The offset from UTC at an instant, both in seconds.
    ///
    /// # Panics
    ///
    /// If the host no longer answers for a zone that it knew. Any offset put in its place would be a wrong due time in
    /// silence; as a panic it reaches the caller as code "internal".
    pub fn offset(&self, at: i64) -> i64 {
        match self.try_offset(at) {
            Some(offset) => offset,
            None => panic!("the host no longer gives the local time in \"{}\"", self.name),
        }
    }

    /// Returns a value that is equal at two instants only if the offset is. At instants whole days apart it is equal if the offset is.
    /// It takes a third of the time of [`Host::offset`]: the host writes one number, and no text has to be read. Some hosts leave the
    /// seconds out of the name, which does no harm: since 1970, no zone has changed its offset by less than a minute.
    pub fn fingerprint(&self, at: i64) -> Option<JsValue> {
        ask(self.name_offset.as_ref()?, at)
    }

    /// Reads the offset from the local time and not from the name of the offset: hosts spell that in many ways, and some
    /// leave the seconds out of it. The day of the month is enough for the date: local time is less than a day from UTC.
    fn try_offset(&self, at: i64) -> Option<i64> {
        let text = ask(&self.format, at)?.as_string()?;
        let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter_map(digits);
        let mut next = || numbers.next();
        let (day, hour, minute, second) = (next()?, next()?, next()?, next()?);
        let utc = i32::try_from(at.div_euclid(DAY / 1_000)).ok()?;
        let is_date = |days: &i32| NaiveDate::from_epoch_days(*days).is_some_and(|date| i64::from(date.day()) == day);
        let date = [utc, utc + 1, utc - 1].into_iter().find(is_date)?;
        // Some hosts write midnight as 24:00.
        let seconds = hour % 24 * 3_600 + minute * 60 + second;
        Some(i64::from(date) * (DAY / 1_000) + seconds - at)
    }
}

/// Formats an instant, in seconds since 1970; `None` if the host throws.
fn ask(format: &Function, at: i64) -> Option<JsValue> {
    format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(at as f64 * 1_000.0)).ok()
}

/// The bound `format` of a new formatter of the zone for some numbers, with further options.
fn formatter(zone: &str, numbers: &[&str], others: &[(&str, &str)]) -> Result<Function, JsValue> {
    let options = Object::new();
    let numbers = numbers.iter().map(|field| (*field, "numeric"));
    for (key, value) in
        [("timeZone", zone), ("hourCycle", "h23")].into_iter().chain(numbers).chain(others.iter().copied())
    {
        Reflect::set(&options, &key.into(), &value.into())?;
    }
    DateTimeFormat::new("en-US-u-ca-gregory-nu-latn", &options)?.format()
}
