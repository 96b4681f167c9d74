//! Runs one file of shared cases: loads its policy, makes each call, and compares what came out with what it says.

use case_slo::argument::{duration, read};
use case_slo::{Answers, CaseFacts, CustomerContext, Error, ErrorCode, Instant, Pause, Policy};
use serde::Serialize;
use serde_json::{Value, json};

/// The outcome of one file of cases.
pub struct Outcome {
    /// How many cases it holds.
    pub cases: usize,
    /// One line a case that failed.
    pub failures: Vec<String>,
}

/// Runs every case of a file.
pub fn run(file: &str) -> Outcome {
    let file: Value = serde_json::from_str(file).expect("a file of cases is JSON");
    let policy = load(&file["policy"]);
    let cases = file["cases"].as_array().expect("a file has cases");
    let failures = cases.iter().filter(|case| is_built(case)).filter_map(|case| {
        let own = case.get("policy").map(load);
        let policy = own.as_ref().unwrap_or(&policy);
        failure(case, policy).map(|why| format!("{}: {why}", case["name"]))
    });
    Outcome { cases: cases.len(), failures: failures.collect() }
}

/// Whether the engine under test has the function that a case calls.
fn is_built(case: &Value) -> bool {
    cfg!(feature = "analysis") || !matches!(case["call"].as_str(), Some("check" | "diff" | "report" | "availability"))
}

/// The bytes of a log: a text in UTF-8, or in the encoding that its only key names.
#[cfg(feature = "analysis")]
fn log(value: &Value) -> Vec<u8> {
    let of = |key: &str| value.get(key).and_then(Value::as_str);
    if let Some(text) = of("latin1") {
        return text.chars().map(|letter| u8::try_from(letter).expect("a letter of Latin-1")).collect();
    }
    if let Some(text) = of("utf16le") {
        return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    }
    if let Some(text) = of("utf16be") {
        return text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    }
    value.as_str().expect("a log is a text").into()
}

/// The result of a log, with `all`, its last entry over everything, and problems as codes with their counts. Whatever the
/// chunks are, it is the same.
#[cfg(feature = "analysis")]
fn of_log<L>(
    log: &[u8],
    begin: impl Fn() -> Result<L, Error>,
    push: impl Fn(&mut L, &[u8]) -> u64,
    finish: impl Fn(L) -> (Value, Value),
) -> Result<Value, Error> {
    let in_chunks = |size: usize| -> Result<(Value, Value), Error> {
        let mut reader = begin()?;
        log.chunks(size).for_each(|chunk| {
            push(&mut reader, chunk);
        });
        Ok(finish(reader))
    };
    let (mut result, all) = in_chunks(log.len().max(1))?;
    for size in [1, 2, 7] {
        assert_eq!(in_chunks(size)?.0, result, "in chunks of {size}");
    }
    let problems = result["problems"].as_array().into_iter().flatten();
    result["problems"] = problems.map(|problem| json!([problem["code"], problem["count"]])).collect();
    result["all"] = all;
    Ok(result)
}

/// The reference policy by its id, or an inline one; a file whose cases only call `check` has none.
fn load(policy: &Value) -> Option<Policy> {
    match policy {
        Value::Null => None,
        Value::String(id) => {
            assert_eq!(id, "cisco-spark-swss");
            Some(Policy::reference())
        }
        inline => match Policy::load(&inline.to_string()) {
            Ok(policy) => Some(policy),
            Err(error) => panic!("an inline policy loads: {error} {:?}", error.diagnostics()),
        },
    }
}

fn failure(case: &Value, policy: &Option<Policy>) -> Option<String> {
    match (call(case, policy), case.get("error")) {
        (Ok(found), None) => mismatch(&found, &case["expect"], ""),
        (Ok(found), Some(error)) => Some(format!("expected the error {error}, found {found}")),
        (Err(error), None) => Some(format!("failed with {}: {error}", error.code().as_str())),
        (Err(error), Some(expected)) => {
            let found = json!({ "code": error.code().as_str(), "path": error.path(), "message": error.to_string() });
            mismatch(&found, expected, "")
        }
    }
}

fn call(case: &Value, policy: &Option<Policy>) -> Result<Value, Error> {
    let name = case["call"].as_str().unwrap_or_default();
    let arg = |index: usize| &case["args"][index];
    let text = |index: usize| arg(index).as_str().unwrap_or_default();
    let source = || arg(0).as_str().map_or_else(|| arg(0).to_string(), str::to_owned);
    match (name, policy) {
        #[cfg(feature = "analysis")]
        ("check", _) => json(Ok(case_slo::check(&source(), arg(0).is_string()))),
        #[cfg(feature = "analysis")]
        ("diff", _) => {
            json(Ok(case_slo::diff(&Policy::load(&arg(0).to_string())?, &Policy::load(&arg(1).to_string())?)))
        }
        #[cfg(feature = "analysis")]
        ("report", Some(policy)) => {
            let options: case_slo::report::ReportOptions = read(arg(0), ErrorCode::InvalidOptions)?;
            of_log(
                &log(arg(1)),
                || policy.report(&options),
                |report, chunk| report.push(chunk),
                |report| {
                    let result = report.finish();
                    (json!(result), json!(result.groups.last()))
                },
            )
        }
        #[cfg(feature = "analysis")]
        ("availability", Some(policy)) => {
            let options: case_slo::report::AvailabilityOptions = read(arg(0), ErrorCode::InvalidOptions)?;
            of_log(
                &log(arg(1)),
                || policy.availability(&options),
                |log, chunk| log.push(chunk),
                |log| {
                    let result = log.finish();
                    (json!(result), json!(result.services.last()))
                },
            )
        }
        ("instantOf", _) => case_slo::instant_of(text(0), text(1)).map(|instant| json!(instant.to_string())),
        ("loadPolicy", _) => Policy::load(&source()).map(|policy| json!({ "id": policy.document().id })),
        ("classify", Some(policy)) => json(policy.classify(&answers(arg(0))?)),
        ("nextQuestion", Some(policy)) => json(policy.next_question(&answers(arg(0))?)),
        ("parseVector", Some(policy)) => json(policy.parse_vector(text(0))),
        ("objectives", Some(policy)) => json(policy.objectives(text(0), text(1))),
        ("expect", Some(policy)) => json(policy.expect(&facts(arg(0))?)),
        ("evaluate", Some(policy)) => json(policy.evaluate(&facts(arg(0))?, instant(arg(1))?)),
        ("advise", Some(policy)) => json(policy.advise(&facts(arg(0))?, instant(arg(1))?)),
        ("nextContext", Some(policy)) => json(policy.next_context(&context(arg(0))?)),
        ("features", Some(policy)) => json(policy.features(text(0), &context(arg(1))?)),
        ("deliverables", Some(policy)) => {
            let period = read(arg(1), ErrorCode::InvalidOptions)?;
            json(policy.deliverables(text(0), &context(arg(1))?, period))
        }
        ("deadline", Some(policy)) => {
            let duration = duration(arg(2).as_f64().unwrap_or(f64::NAN))?;
            json(policy.deadline(text(0), instant(arg(1))?, duration, &pauses(arg(3))?))
        }
        ("elapsed", Some(policy)) => {
            let elapsed = policy.elapsed(text(0), instant(arg(1))?, instant(arg(2))?, &pauses(arg(3))?);
            json(elapsed.map(|elapsed| elapsed.as_secs_f64()))
        }
        _ => panic!("no such call: {name}, or no policy for it"),
    }
}

fn json<T: Serialize>(result: Result<T, Error>) -> Result<Value, Error> {
    result.map(|value| as_json(&value))
}

/// In a browser a result is what JavaScript gets, as JSON.
#[cfg(target_arch = "wasm32")]
fn as_json<T: Serialize>(value: &T) -> Value {
    let object = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).expect("a result is an object");
    let text = js_sys::JSON::stringify(&object).expect("a result is JSON");
    serde_json::from_str(&String::from(text)).expect("JSON can be read")
}

#[cfg(not(target_arch = "wasm32"))]
fn as_json<T: Serialize>(value: &T) -> Value {
    json!(value)
}

fn answers(value: &Value) -> Result<Answers, Error> {
    read(value, ErrorCode::InvalidAnswers)
}

fn facts(value: &Value) -> Result<CaseFacts, Error> {
    read(value, ErrorCode::InvalidCase)
}

/// The context of a customer; null is the context of one of whom nothing is known.
fn context(value: &Value) -> Result<CustomerContext, Error> {
    if value.is_null() { Ok(CustomerContext::new()) } else { read(value, ErrorCode::InvalidCase) }
}

fn pauses(value: &Value) -> Result<Vec<Pause>, Error> {
    if value.is_null() { Ok(Vec::new()) } else { read(value, ErrorCode::InvalidCase) }
}

fn instant(value: &Value) -> Result<Instant, Error> {
    read(value, ErrorCode::InvalidInstant)
}

/// The first difference, if `found` does not contain `expected`: objects may have more members, arrays are compared whole, numbers to a
/// billionth.
fn mismatch(found: &Value, expected: &Value, at: &str) -> Option<String> {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => expected
            .iter()
            .find_map(|(key, value)| mismatch(found.get(key).unwrap_or(&Value::Null), value, &format!("{at}/{key}"))),
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            found.iter().zip(expected).enumerate().find_map(|(i, (f, e))| mismatch(f, e, &format!("{at}/{i}")))
        }
        (Value::Number(f), Value::Number(e)) => {
            let (f, e) = (f.as_f64()?, e.as_f64()?);
            ((f - e).abs() > 1e-9 * e.abs().max(1.0)).then(|| format!("expected {e} at \"{at}\", found {f}"))
        }
        _ => (found != expected).then(|| format!("expected {expected} at \"{at}\", found {found}")),
    }
}
