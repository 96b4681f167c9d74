//! Runs one file of shared cases: loads its policy, makes each call, and compares what came out with what it says.

use case_slo::{Error, Policy, REFERENCE_POLICY};
use serde_json::{Value, json};

/// What came of a file.
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
    cfg!(feature = "analysis") || !matches!(case["call"].as_str(), Some("check" | "diff"))
}

/// The reference policy by its id, or an inline one; a file whose cases only call `check` has none.
fn load(policy: &Value) -> Option<Policy> {
    match policy {
        Value::Null => None,
        Value::String(id) => {
            assert_eq!(id, "cisco-spark-swss");
            Some(Policy::load(REFERENCE_POLICY).expect("the reference policy loads"))
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
            let found = json!({ "code": error.code().as_str(), "path": error.path() });
            mismatch(&found, expected, "")
        }
    }
}

fn call(case: &Value, policy: &Option<Policy>) -> Result<Value, Error> {
    let name = case["call"].as_str().unwrap_or_default();
    let arg = |index: usize| &case["args"][index];
    let text = |index: usize| arg(index).as_str().unwrap_or_default();
    let source = || arg(0).as_str().map_or_else(|| arg(0).to_string(), str::to_owned);
    let value = |result: Result<_, Error>| result.map(|value| json!(value));
    match (name, policy) {
        #[cfg(feature = "analysis")]
        ("check", _) => Ok(json!(case_slo::check(&source(), arg(0).is_string()))),
        #[cfg(feature = "analysis")]
        ("diff", _) => {
            Ok(json!(case_slo::diff(&Policy::load(&arg(0).to_string())?, &Policy::load(&arg(1).to_string())?)))
        }
        ("loadPolicy", _) => Policy::load(&source()).map(|policy| json!({ "id": policy.document().id })),
        ("classify", Some(policy)) => policy.classify(arg(0)).map(|v| json!(v)),
        ("nextQuestion", Some(policy)) => policy.next_question(arg(0)).map(|v| json!(v)),
        ("parseVector", Some(policy)) => policy.parse_vector(text(0)).map(|v| json!(v)),
        ("objectives", Some(policy)) => policy.objectives(text(0), text(1)).map(|v| json!(v)),
        ("expect", Some(policy)) => policy.expect(arg(0)).map(|v| json!(v)),
        ("evaluate", Some(policy)) => policy.evaluate(arg(0), arg(1)).map(|v| json!(v)),
        ("advise", Some(policy)) => policy.advise(arg(0), arg(1)).map(|v| json!(v)),
        ("nextContext", Some(policy)) => policy.next_context(arg(0)).map(|v| json!(v)),
        ("features", Some(policy)) => policy.features(text(0), arg(1)).map(|v| json!(v)),
        ("deliverables", Some(policy)) => policy.deliverables(text(0), arg(1)).map(|v| json!(v)),
        ("deadline", Some(policy)) => value(policy.deadline(text(0), arg(1), number(arg(2)), arg(3))),
        ("elapsed", Some(policy)) => policy.elapsed(text(0), arg(1), arg(2), arg(3)).map(|v| json!(v)),
        _ => panic!("no such call: {name}, or no policy for it"),
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Where `found` does not contain `expected`: objects may have more members, arrays are compared whole, numbers to a
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
