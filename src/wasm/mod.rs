//! The boundary to JavaScript: the only room that names `wasm_bindgen`, `js_sys` and `serde_wasm_bindgen`.
//!
//! There is no logic here. Arguments come in as JSON text (js/argument.ts makes a snapshot, in which dates are RFC 3339),
//! results go out as plain data (that of a log of cases by way of JSON text), errors as `Error` objects with `code`, `path` and
//! `diagnostics`, of which the package makes its own class.

mod panic;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::argument::duration;
use crate::calendar::{self, Instant};
#[cfg(feature = "analysis")]
use crate::report::{AvailabilityLog, AvailabilityOptions, Report, ReportOptions};
use crate::{Error, ErrorCode, Pause, Policy};

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
        answer(self.0.classify(&argument(answers, ErrorCode::InvalidAnswers)?))
    }

    /// `Policy.nextQuestion`
    pub fn next_question(&self, answers: &str) -> Result<JsValue, JsValue> {
        answer(self.0.next_question(&argument(answers, ErrorCode::InvalidAnswers)?))
    }

    /// `Policy.parseVector`
    pub fn parse_vector(&self, vector: &str) -> Result<JsValue, JsValue> {
        answer(self.0.parse_vector(vector))
    }

    /// `Policy.objectives`
    pub fn objectives(&self, tier: &str, severity: &str) -> Result<JsValue, JsValue> {
        answer(self.0.objectives(tier, severity))
    }

    /// `Policy.expect`
    pub fn expect(&self, facts: &str) -> Result<JsValue, JsValue> {
        answer(self.0.expect(&argument(facts, ErrorCode::InvalidCase)?))
    }

    /// `Policy.evaluate`
    pub fn evaluate(&self, facts: &str, now: &str) -> Result<JsValue, JsValue> {
        answer(self.0.evaluate(&argument(facts, ErrorCode::InvalidCase)?, argument(now, ErrorCode::InvalidInstant)?))
    }

    /// `Policy.advise`
    pub fn advise(&self, facts: &str, now: &str) -> Result<JsValue, JsValue> {
        answer(self.0.advise(&argument(facts, ErrorCode::InvalidCase)?, argument(now, ErrorCode::InvalidInstant)?))
    }

    /// `Policy.deadline`
    pub fn deadline(&self, calendar: &str, start: &str, seconds: f64, pauses: &str) -> Result<String, JsValue> {
        let pauses: Vec<Pause> = argument(pauses, ErrorCode::InvalidCase)?;
        let start = argument(start, ErrorCode::InvalidInstant)?;
        let due = duration(seconds).and_then(|duration| self.0.deadline(calendar, start, duration, &pauses));
        due.map(|due| due.to_string()).map_err(thrown)
    }

    /// `Policy.nextContext`
    pub fn next_context(&self, context: &str) -> Result<JsValue, JsValue> {
        answer(self.0.next_context(&argument(context, ErrorCode::InvalidCase)?))
    }

    /// `Policy.features`
    pub fn features(&self, tier: &str, options: &str) -> Result<JsValue, JsValue> {
        answer(self.0.features(tier, &argument(options, ErrorCode::InvalidCase)?))
    }

    /// `Policy.deliverables`
    pub fn deliverables(&self, tier: &str, options: &str) -> Result<JsValue, JsValue> {
        let period = argument(options, ErrorCode::InvalidOptions)?;
        answer(self.0.deliverables(tier, &argument(options, ErrorCode::InvalidCase)?, period))
    }
}

/// Calls that no element makes: time elapsed, columns of numbers, and logs.
#[cfg(feature = "analysis")]
#[wasm_bindgen]
impl PolicyHandle {
    /// `Policy.elapsed`
    pub fn elapsed(&self, calendar: &str, start: &str, end: &str, pauses: &str) -> Result<f64, JsValue> {
        let pauses: Vec<Pause> = argument(pauses, ErrorCode::InvalidCase)?;
        let start = argument(start, ErrorCode::InvalidInstant)?;
        let end = argument(end, ErrorCode::InvalidInstant)?;
        self.0.elapsed(calendar, start, end, &pauses).map(|elapsed| elapsed.as_secs_f64()).map_err(thrown)
    }

    /// `Policy.deadlines`
    pub fn deadlines(&self, calendar: &str, starts: &[f64], seconds: &[f64]) -> Result<Vec<f64>, JsValue> {
        self.0.deadlines(calendar, starts, seconds).map_err(thrown)
    }

    /// `Policy.elapsedAll`
    pub fn elapsed_all(&self, calendar: &str, starts: &[f64], ends: &[f64]) -> Result<Vec<f64>, JsValue> {
        self.0.elapsed_all(calendar, starts, ends).map_err(thrown)
    }

    /// `Policy.report`; the seed of the hash of ids comes in two halves.
    pub fn report(&self, options: &str, seed: u32, more_seed: u32) -> Result<ReportHandle, JsValue> {
        let options: ReportOptions = argument(options, ErrorCode::InvalidOptions)?;
        let options = options.id_seed(u64::from(seed) << 32 | u64::from(more_seed));
        self.0.report(&options).map(|report| ReportHandle(Log::Cases(Box::new(report)))).map_err(thrown)
    }

    /// `Policy.availability`
    pub fn availability(&self, options: &str) -> Result<ReportHandle, JsValue> {
        let options: AvailabilityOptions = argument(options, ErrorCode::InvalidOptions)?;
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
            Log::Cases(report) => parsed(&report.finish()),
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
    argument::<Instant>(instant, ErrorCode::InvalidInstant).map(|instant| instant.millis() as f64)
}

/// Seconds of an ISO 8601 duration.
#[wasm_bindgen]
pub fn seconds_of(duration: &str) -> Result<f64, JsValue> {
    calendar::parse_duration(duration).map(|millis| millis as f64 / 1_000.0).map_err(thrown)
}

/// The offsets of a zone between two instants, both in milliseconds since 1970.
#[wasm_bindgen]
pub fn utc_offsets(zone: &str, from: f64, until: f64) -> Result<JsValue, JsValue> {
    let instant = |millis: f64| Instant::from_millis(millis as i64).map_err(thrown);
    answer(calendar::utc_offsets(zone, instant(from)?, instant(until)?))
}

fn argument<T: DeserializeOwned>(text: &str, code: ErrorCode) -> Result<T, JsValue> {
    crate::argument::parse(text, code).map_err(thrown)
}

fn answer<T: Serialize>(result: Result<T, Error>) -> Result<JsValue, JsValue> {
    object(&result.map_err(thrown)?)
}

fn object<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// The same as [`object`], by way of JSON text: it crosses at once, which counts for the ten thousand misses of a report.
#[cfg(feature = "analysis")]
fn parsed<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(value).map_err(|error| JsValue::from(js_sys::Error::new(&error.to_string())))?;
    js_sys::JSON::parse(&text)
}

/// Serializes members as an object of JavaScript, on which `__proto__` is a member of its own: the serializer sets members, and that
/// one is then the prototype.
pub(crate) fn serialize_own_members<'m, S, T>(
    members: impl Iterator<Item = (&'m str, T)>,
    serializer: S,
) -> Result<S::Ok, S::Error>
where
    S: serde::Serializer,
    T: Serialize,
{
    let entries = js_sys::Array::new();
    for (key, value) in members {
        let value = object(&value).map_err(|_| serde::ser::Error::custom("a value that JavaScript does not have"))?;
        entries.push(&js_sys::Array::of2(&key.into(), &value));
    }
    let own = js_sys::Object::from_entries(&entries).unwrap_or_default();
    serde_wasm_bindgen::preserve::serialize(&own, serializer)
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
