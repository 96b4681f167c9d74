//! The boundary to JavaScript: the only room that names `wasm_bindgen` and `js_sys`.
//!
//! There is no logic here. Arguments come in as JSON text (js/argument.ts makes a snapshot, in which dates are RFC 3339),
//! results go out as plain data by way of JSON text, errors as `Error` objects with `code`, `path` and `diagnostics`, of which
//! the package makes its own class.

mod panic;

use std::time::Duration;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::argument::{duration, parse};
use crate::calendar::{self, Instant};
#[cfg(feature = "analysis")]
use crate::report::{AvailabilityLog, AvailabilityOptions, Report, ReportOptions};
use crate::{Error, ErrorCode, Pause, Policy, result_json};

/// Six kilobytes smaller than the allocator of the standard library.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A policy that lives in the engine.
#[wasm_bindgen]
pub struct PolicyHandle(Policy);

#[wasm_bindgen]
impl PolicyHandle {
    /// A policy from JSON text.
    pub fn load(text: &str) -> Result<PolicyHandle, JsValue> {
        Policy::load(text).map(Self).map_err(thrown)
    }

    /// `Policy.classify`
    pub fn classify(&self, answers: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.classify(&parse(answers, ErrorCode::InvalidAnswers)?))
    }

    /// `Policy.nextQuestion`
    pub fn next_question(&self, answers: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.next_question(&parse(answers, ErrorCode::InvalidAnswers)?))
    }

    /// `Policy.parseVector`
    pub fn parse_vector(&self, vector: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.parse_vector(vector))
    }

    /// `Policy.objectives`
    pub fn objectives(&self, tier: &str, severity: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.objectives(tier, severity))
    }

    /// `Policy.expect`
    pub fn expect(&self, facts: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.expect(&parse(facts, ErrorCode::InvalidCase)?))
    }

    /// `Policy.evaluate`
    pub fn evaluate(&self, facts: &str, now: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.evaluate(&parse(facts, ErrorCode::InvalidCase)?, parse(now, ErrorCode::InvalidInstant)?))
    }

    /// `Policy.advise`
    pub fn advise(&self, facts: &str, now: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.advise(&parse(facts, ErrorCode::InvalidCase)?, parse(now, ErrorCode::InvalidInstant)?))
    }

    /// `Policy.deadline`
    pub fn deadline(&self, calendar: &str, start: &str, seconds: f64, pauses: &str) -> Result<String, JsValue> {
        self.due(calendar, start, seconds, pauses).map(|due| due.to_string()).map_err(thrown)
    }

    /// `Policy.elapsed`
    pub fn elapsed(&self, calendar: &str, start: &str, end: &str, pauses: &str) -> Result<f64, JsValue> {
        self.time(calendar, start, end, pauses).map(|elapsed| elapsed.as_secs_f64()).map_err(thrown)
    }

    /// `Policy.deadlines`
    pub fn deadlines(&self, calendar: &str, starts: &[f64], seconds: &[f64]) -> Result<Vec<f64>, JsValue> {
        self.0.deadlines(calendar, starts, seconds).map_err(thrown)
    }

    /// `Policy.elapsedAll`
    pub fn elapsed_all(&self, calendar: &str, starts: &[f64], ends: &[f64]) -> Result<Vec<f64>, JsValue> {
        self.0.elapsed_all(calendar, starts, ends).map_err(thrown)
    }

    /// `Policy.nextContext`
    pub fn next_context(&self, context: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.next_context(&parse(context, ErrorCode::InvalidCase)?))
    }

    /// `Policy.features`
    pub fn features(&self, tier: &str, options: &str) -> Result<JsValue, JsValue> {
        answer(|| self.0.features(tier, &parse(options, ErrorCode::InvalidCase)?))
    }

    /// `Policy.deliverables`
    pub fn deliverables(&self, tier: &str, options: &str) -> Result<JsValue, JsValue> {
        answer(|| {
            let period = parse(options, ErrorCode::InvalidOptions)?;
            self.0.deliverables(tier, &parse(options, ErrorCode::InvalidCase)?, period)
        })
    }
}

impl PolicyHandle {
    fn due(&self, calendar: &str, start: &str, seconds: f64, pauses: &str) -> Result<Instant, Error> {
        let pauses: Vec<Pause> = parse(pauses, ErrorCode::InvalidCase)?;
        let start = parse(start, ErrorCode::InvalidInstant)?;
        self.0.deadline(calendar, start, duration(seconds)?, &pauses)
    }

    fn time(&self, calendar: &str, start: &str, end: &str, pauses: &str) -> Result<Duration, Error> {
        let pauses: Vec<Pause> = parse(pauses, ErrorCode::InvalidCase)?;
        let start = parse(start, ErrorCode::InvalidInstant)?;
        self.0.elapsed(calendar, start, parse(end, ErrorCode::InvalidInstant)?, &pauses)
    }
}

/// Logs, read by a policy.
#[cfg(feature = "analysis")]
#[wasm_bindgen]
impl PolicyHandle {
    /// `Policy.report`; the seed of the hash of ids comes in two halves.
    pub fn report(&self, options: &str, seed: u32, more_seed: u32) -> Result<ReportHandle, JsValue> {
        let options: ReportOptions = parse(options, ErrorCode::InvalidOptions).map_err(thrown)?;
        let options = options.id_seed(u64::from(seed) << 32 | u64::from(more_seed));
        self.0.report(&options).map(|report| ReportHandle(Log::Cases(Box::new(report)))).map_err(thrown)
    }

    /// `Policy.availability`
    pub fn availability(&self, options: &str) -> Result<ReportHandle, JsValue> {
        let options: AvailabilityOptions = parse(options, ErrorCode::InvalidOptions).map_err(thrown)?;
        self.0.availability(&options).map(|log| ReportHandle(Log::Outages(Box::new(log)))).map_err(thrown)
    }
}

/// A log that is being read. One class for both, because the glue of every class is downloaded by every page.
#[cfg(feature = "analysis")]
#[wasm_bindgen]
pub struct ReportHandle(Log);

#[cfg(feature = "analysis")]
enum Log {
    Cases(Box<Report>),
    Outages(Box<AvailabilityLog>),
}

#[cfg(feature = "analysis")]
#[wasm_bindgen]
impl ReportHandle {
    /// `push` of `Report` and `AvailabilityLog`; the rows read so far.
    pub fn push(&mut self, chunk: &[u8]) -> f64 {
        let rows = match &mut self.0 {
            Log::Cases(report) => report.push(chunk),
            Log::Outages(log) => log.push(chunk),
        };
        rows as f64
    }

    /// `finish` of `Report` and `AvailabilityLog`.
    pub fn finish(self) -> Result<JsValue, JsValue> {
        match self.0 {
            Log::Cases(report) => object(&report.finish()),
            Log::Outages(log) => object(&log.finish()),
        }
    }
}

/// Every finding about a policy; `with_positions` where the text is the author's own.
#[cfg(feature = "analysis")]
#[wasm_bindgen]
pub fn check(text: &str, with_positions: bool) -> Result<JsValue, JsValue> {
    object(&crate::check(text, with_positions))
}

/// Compares two versions of a policy.
#[cfg(feature = "analysis")]
#[wasm_bindgen]
pub fn diff(before: &PolicyHandle, after: &PolicyHandle) -> Result<JsValue, JsValue> {
    object(&crate::diff(&before.0, &after.0))
}

/// The instant of a local time in a zone.
#[wasm_bindgen]
pub fn instant_of(local: &str, zone: &str) -> Result<String, JsValue> {
    calendar::instant_of(local, zone).map(|instant| instant.to_string()).map_err(thrown)
}

/// Milliseconds since 1970 of an instant: RFC 3339 text, or milliseconds.
#[wasm_bindgen]
pub fn milliseconds_of(instant: &str) -> Result<f64, JsValue> {
    let instant = parse::<Instant>(instant, ErrorCode::InvalidInstant).map_err(thrown)?;
    Ok(instant.millis() as f64)
}

/// Seconds of an ISO 8601 duration.
#[wasm_bindgen]
pub fn seconds_of(duration: &str) -> Result<f64, JsValue> {
    calendar::parse_duration(duration).map(|millis| millis as f64 / 1_000.0).map_err(thrown)
}

/// The offsets of a zone between two instants, both in milliseconds since 1970.
#[wasm_bindgen]
pub fn utc_offsets(zone: &str, from: f64, until: f64) -> Result<JsValue, JsValue> {
    let instant = |millis: f64| Instant::from_millis(millis as i64);
    answer(|| calendar::utc_offsets(zone, instant(from)?, instant(until)?))
}

/// Answers a call with plain data, or throws its error.
fn answer<T: Serialize>(call: impl FnOnce() -> Result<T, Error>) -> Result<JsValue, JsValue> {
    parsed(call().map(|value| result_json::write(&value).unwrap_or_default()))
}

/// The same whatever the type of the answer is.
fn parsed(text: Result<String, Error>) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&text.map_err(thrown)?)
}

fn object<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    // Every type of a result can be written; its text is never the empty one that `JSON.parse` refuses.
    js_sys::JSON::parse(&result_json::write(value).unwrap_or_default())
}

/// A number as JavaScript writes it.
pub(crate) fn decimal(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

fn thrown(error: Error) -> JsValue {
    let object_of = js_sys::Error::new(&error.to_string());
    let set = |key: &str, value: &JsValue| {
        // Setting a property on an ordinary object cannot fail.
        let _ = js_sys::Reflect::set(&object_of, &key.into(), value);
    };
    set("code", &error.code().as_str().into());
    if let Some(path) = error.path() {
        set("path", &path.into());
    }
    if let (false, Ok(diagnostics)) = (error.diagnostics().is_empty(), object(error.diagnostics())) {
        set("diagnostics", &diagnostics);
    }
    object_of.into()
}
