use std::cell::RefCell;

use js_sys::Object;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Intl.DateTimeFormat`, with the two calls that can fail here: the host may not know a zone, or be tampered with.
    #[derive(Debug, Clone)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, at: f64) -> Result<String, JsValue>;
}

/// A zone that the JavaScript host knows.
#[derive(Debug, Clone)]
pub(crate) struct Host(DateTimeFormat);

thread_local! {
    /// Making a formatter takes longer than a hundred questions to it: there is one a zone.
    static FORMATTERS: RefCell<Vec<(String, Host)>> = const { RefCell::new(Vec::new()) };
}

impl Host {
    /// The zone of an IANA name.
    pub fn find(name: &str) -> Option<Self> {
        let made =
            FORMATTERS.with_borrow(|made| made.iter().find(|(known, _)| known == name).map(|(_, host)| host.clone()));
        made.or_else(|| {
            let host = Self::make(name)?;
            FORMATTERS.with_borrow_mut(|made| made.push((name.to_owned(), host.clone())));
            Some(host)
        })
    }

    fn make(name: &str) -> Option<Self> {
        let options = Object::new();
        let fields = [("day", "2-digit"), ("hour", "2-digit"), ("minute", "2-digit"), ("second", "2-digit")];
        for (key, value) in [("timeZone", name), ("hourCycle", "h23")].into_iter().chain(fields) {
            // Setting a property on an ordinary object cannot fail.
            let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
        }
        DateTimeFormat::new("en-US-u-ca-gregory-nu-latn", &options).ok().map(Self)
    }

    /// The offset from UTC at an instant, both in seconds.
    ///
    /// Read from the local time, not from the name of the offset: that is spelt in many ways, and some hosts leave the
    /// seconds out of it.
    pub fn offset(&self, at: i64) -> i64 {
        let Ok(text) = self.0.format(at as f64 * 1_000.0) else { return 0 };
        let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse::<i64>().ok());
        let mut next = || numbers.next().unwrap_or(0);
        let (day, hour, minute, second) = (next(), next(), next(), next());
        let days = day - i64::from(crate::calendar::day_of_month(at));
        // A day apart at most; where the month turns, by its number much more.
        let days = if days.abs() > 1 { -days.signum() } else { days };
        days * 86_400 + hour % 24 * 3_600 + minute * 60 + second - at.rem_euclid(86_400)
    }
}
