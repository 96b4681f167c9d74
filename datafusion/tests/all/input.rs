//! Bad input: constants are refused with the function, the argument and the value; rows are counted; a null gives a null.

use std::sync::Arc;

use crate::logs::rows;
use case_slo_datafusion::{Policies, register};
use datafusion::prelude::SessionContext;
use serde_json::{Value, json};

fn context() -> SessionContext {
    let policies = Policies::new().with("care", case_slo::REFERENCE_POLICY).unwrap();
    let policies =
        policies.with("boreal", crate::logs::BOREAL).unwrap().with("facts", crate::logs::conditions()).unwrap();
    let context = SessionContext::new();
    register(&context, &Arc::new(policies));
    context
}

#[tokio::test]
async fn a_wrong_constant_is_refused_with_its_function_argument_and_value() {
    let context = context();
    let at = "'2026-02-03T07:14:00Z'";
    for (call, expected) in [
        (
            "slo_due('car', 'premium', 'low', AT)",
            "slo_due: argument 1 (policy): there is no policy \"car\"; expected one of",
        ),
        (
            "slo_due(NULL, 'premium', 'low', AT)",
            "slo_due: argument 1 (policy): expected the name of a policy, found null",
        ),
        ("slo_due('care', 'premum', 'low', AT)", "slo_due: argument 2 (tier): there is no tier \"premum\""),
        ("slo_due('care', 'premium', 'worst', AT)", "slo_due: argument 3 (severity): there is no severity \"worst\""),
        ("slo_due('care', 'premium', 3, AT)", "slo_due: argument 3 (severity): expected text, found Int64"),
        (
            "slo_due('care', 'premium', 'low', 'today')",
            "slo_due: argument 4 (submitted_at): expected RFC 3339 with an offset",
        ),
        ("slo_due('care', 'premium', 'low', '2026-02-03T07:14:00')", "found \"2026-02-03T07:14:00\""),
        (
            "slo_due('care', 'premium', 'low', TIMESTAMP '2026-02-03T07:14:00')",
            "(submitted_at): expected a timestamp with a zone, found one without",
        ),
        (
            "slo_due('care', 'premium', 'low', DATE '2026-02-03')",
            "(submitted_at): expected a timestamp with a zone, found Date32",
        ),
        (
            "slo_due('care', 'premium', 'low', AT, {'colour': 'red'})",
            "slo_due: argument 5 (facts): there is no context question \"colour\"",
        ),
        (
            "slo_due('care', 'premium', 'low', AT, '{\"colour\": \"red\"}')",
            "(facts): there is no context question \"colour\"",
        ),
        ("slo_due('care', 'premium', 'low', AT, 'red')", "(facts): expected a JSON object of texts, found red"),
        (
            "slo_due('care', 'premium', 'low', AT, 7)",
            "(facts): expected a struct of texts or a JSON object as text, found Int64",
        ),
        (
            "slo_due('care', 'premium', 'low')",
            "slo_due: expected the arguments (policy, tier, severity, submitted_at [, facts]), found 3",
        ),
        (
            "slo_due_of('boreal', 'fix', 'complete', '3', AT)",
            "slo_due_of: argument 2 (measure): there is no measure \"fix\"; expected one of",
        ),
        (
            "slo_due_of('facts', 'ship', 'top', 'high', AT)",
            "slo_due_of: argument 2 (measure): the measure starts at \"rma\"",
        ),
        (
            "slo_elapsed('care', 'office', AT, AT)",
            "slo_elapsed: argument 2 (calendar): there is no calendar \"office\"; expected one of \"always\"",
        ),
        (
            "slo_elapsed('facts', 'mine', AT, AT)",
            "(calendar): the calendar \"mine\" depends on the zone of the customer",
        ),
        (
            "slo_classify('care', {'colour': 'red'})",
            "slo_classify: argument 2 (answers): there is no question \"colour\"; expected one of",
        ),
        (
            "slo_due('facts', 'top', 'high', AT, {'zone': 'Mars/Base'})",
            "slo_due: argument 5 (facts): there is no zone \"Mars/Base\"; expected a name such as",
        ),
        (
            "slo_state('facts', 'respond', 'top', 'high', AT, AT, AT, '{\"zone\": \"Mars/Base\"}')",
            "slo_state: argument 8 (facts): there is no zone \"Mars/Base\"",
        ),
        (
            "slo_due('facts', 'top', 'high', AT, {'channel': 'fax'})",
            "slo_due: argument 5 (facts): there is no channel \"fax\"; expected one of \"phone\", \"web\"",
        ),
        (
            "slo_duration('facts', 'respond', 'top', 'high', AT, AT, AT, {'country': 'xx'})",
            "slo_duration: argument 8 (facts): there is no option \"xx\" of \"country\"; expected one of \"us\", \"fr\", \"jp\"",
        ),
        (
            "slo_classify('care', {'service': 'purple'})",
            "slo_classify: argument 2 (answers): there is no option \"purple\" of \"service\"; expected one of",
        ),
        ("slo_classify('care', '[]')", "slo_classify: argument 2 (answers): expected a JSON object of texts, found []"),
        ("slo_tier('care', 'gold')", "slo_tier: argument 2 (tier): there is no tier \"gold\"; expected one of"),
        (
            "slo_severity('care', 'worst')",
            "slo_severity: argument 2 (severity): there is no severity \"worst\"; expected one of",
        ),
        (
            "slo_state('care', 'fix', 'premium', 'low', AT, AT, AT)",
            "slo_state: argument 2 (measure): there is no measure \"fix\"; expected one of",
        ),
        (
            "slo_state('care', 'initial-response', 'premium', 'low', AT, 'later', AT)",
            "slo_state: argument 6 (stopped_at): expected RFC 3339 with an offset",
        ),
        (
            "slo_state('care', 'initial-response', 'premium', 'low', AT, AT, TIMESTAMP '2026-02-03T07:14:00')",
            "slo_state: argument 7 (as_of): expected a timestamp with a zone, found one without",
        ),
        (
            "slo_elapsed('care', 'always', AT, 7)",
            "slo_elapsed: argument 4 (to): expected a timestamp with a zone, found Int64",
        ),
        (
            "slo_attainment(7)",
            "slo_attainment: argument 1 (state): expected a state as slo_state gives it, found Int64",
        ),
        ("slo_percentile('x', 0.5)", "slo_percentile: argument 1 (seconds): expected a number, found Utf8"),
        ("slo_percentile(1.0, 5)", "slo_percentile: argument 2 (share): expected a share from 0 to 1, found 5"),
    ] {
        let query = format!("SELECT {}", call.replace("AT)", &format!("{at})")).replace("AT,", &format!("{at},")));
        let error = rows(&context, &query).await.expect_err(&query).strip_backtrace();
        assert!(error.contains(expected), "{query}\nexpected {expected}\nfound {error}");
    }
}

#[tokio::test]
async fn a_column_cannot_choose_the_policy() {
    let query = "SELECT slo_tier(p, 'low') FROM (VALUES ('care'), ('boreal')) AS t(p)";
    let error = rows(&context(), query).await.unwrap_err().strip_backtrace();
    assert!(error.contains("slo_tier: argument 1 (policy): expected a constant, found a column"), "{error}");
}

async fn first(call: &str) -> Value {
    rows(&context(), &format!("SELECT {call} AS x")).await.unwrap()[0]["x"].clone()
}

#[tokio::test]
async fn a_null_gives_a_null() {
    let at = "'2026-02-03T07:14:00Z'";
    for call in [
        format!("slo_due('care', NULL, 'low', {at})"),
        format!("slo_due('care', 'premium', NULL, {at})"),
        "slo_due('care', 'premium', 'low', NULL)".to_owned(),
        format!("slo_state('care', 'initial-response', 'premium', 'low', NULL, NULL, {at})"),
        format!("slo_state('care', 'initial-response', 'premium', 'low', {at}, NULL, NULL)"),
        format!("slo_duration('care', 'initial-response', 'premium', 'low', {at}, NULL, {at})"),
        format!("slo_elapsed('care', 'always', {at}, NULL)"),
        "slo_classify('care', NULL)".to_owned(),
        "slo_tier('care', NULL)".to_owned(),
        "slo_percentile(NULL, 0.5)".to_owned(),
    ] {
        assert_eq!(first(&call).await, Value::Null, "{call}");
    }
}

#[tokio::test]
async fn constants_are_answered() {
    let at = "'2026-02-03T07:14:00Z'";
    assert_eq!(first(&format!("slo_due('care', 'Premium', 'P1', {at})")).await, "2026-02-03T07:29:00Z");
    assert_eq!(
        first(&format!(
            "slo_due_of('facts', 'respond', 'top', 'high', {at}, {{'coverage': 'night', 'channel': 'phone'}})"
        ))
        .await,
        "2026-02-03T08:14:00Z"
    );
    assert_eq!(
        first(&format!(
            "slo_due_of('facts', 'respond', 'top', 'high', {at}, '{{\"coverage\": \"night\", \"channel\": \"phone\"}}')"
        ))
        .await,
        "2026-02-03T08:14:00Z"
    );
    assert_eq!(first(&format!("slo_elapsed('care', 'always', {at}, '2026-02-03T07:15:00.5Z')")).await, 60.5);
    let of_both = format!(
        "slo_due_of('facts', 'respond', 'top', 'high', {at}, {{'coverage': 'night', 'channel': 'phone'}})
         > slo_due('care', 'premium', 'critical', {at})"
    );
    assert_eq!(first(&of_both).await, true, "two policies in one query");
    assert_eq!(first("slo_classify('care', {'service': 'unavailable'})").await, "critical");
    assert_eq!(first("slo_classify('care', {'service': 'unknown'})").await, "critical");
    assert_eq!(first("slo_severity('care', 'Gravité 2')").await, "high");
}

#[tokio::test]
async fn a_row_that_cannot_be_evaluated_tells_why_and_is_counted() {
    let at = "2026-02-03T07:14:00Z";
    let cases = [
        ("'premium', 'low', AT, AT", "met"),
        ("'gold', 'low', AT, NULL", "unknown-tier"),
        ("'premium', 'worst', AT, NULL", "unknown-severity"),
        ("'premium', 'low', 'yesterday', NULL", "invalid-instant"),
        ("'premium', 'low', '2026-02-03T07:14:00', NULL", "missing-offset"),
        ("'premium', 'low', '1969-12-31T07:14:00Z', NULL", "out-of-range"),
        ("'premium', 'low', AT, '2026-02-03T07:13:59Z'", "stop-before-submission"),
        ("NULL, 'low', AT, AT", ""),
    ];
    let values: Vec<String> =
        cases.iter().map(|(case, _)| format!("({})", case.replace("AT", &format!("'{at}'")))).collect();
    let states_of_rows = format!(
        "SELECT slo_state('care', 'initial-response', tier, severity, submitted, stopped, '{at}') AS state
         FROM (VALUES {}) AS t(tier, severity, submitted, stopped)",
        values.join(", ")
    );
    let context = context();
    let found: Vec<Value> = rows(&context, &states_of_rows).await.unwrap();
    let states: Vec<&str> = found.iter().map(|row| row["state"].as_str().unwrap_or("")).collect();
    assert_eq!(states, cases.map(|(_, state)| state));
    let figures = format!(
        "SELECT slo_attainment(state) AS a, slo_problems(state) AS p, slo_problems(state) FILTER (WHERE state IS NOT NULL) AS q FROM ({states_of_rows})"
    );
    let figures = &rows(&context, &figures).await.unwrap()[0];
    assert_eq!(
        (&figures["p"], &figures["q"], &figures["a"]["met"], &figures["a"]["cases"]),
        (&json!(7), &json!(6), &json!(1), &json!(1))
    );
}

#[tokio::test]
async fn texts_have_one_meaning_in_every_encoding() {
    let context = context();
    let table = "SELECT arrow_cast(tier, 'TYPE') AS tier, n FROM (VALUES ('premium', 1), (NULL, 2), ('Enhanced', 3), ('premium', 4)) AS t(tier, n)";
    for kind in ["Utf8", "LargeUtf8", "Utf8View", "Dictionary(Int32, Utf8)", "Dictionary(UInt8, Utf8)"] {
        let query = format!("SELECT slo_tier('care', tier) AS t FROM ({}) ORDER BY n", table.replace("TYPE", kind));
        let found = rows(&context, &query).await.unwrap();
        let found: Vec<Option<&str>> = found.iter().map(|row| row["t"].as_str()).collect();
        assert_eq!(found, [Some("premium"), None, Some("enhanced"), Some("premium")], "{kind}");
    }
}

#[test]
fn a_policy_that_cannot_be_loaded_names_its_errors() {
    let error = Policies::new().with("care", "{\"id\": 7}").unwrap_err().strip_backtrace();
    assert!(error.contains("the policy \"care\" cannot be loaded") && error.contains("/id"), "{error}");
}
