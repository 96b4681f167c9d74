//! The JSON schema is generated from the Rust types; these tests fail where the files have drifted from them.
//!
//! To write the files anew: `UPDATE_SCHEMA=1 cargo test --features schema --test schema`.
#![cfg(feature = "schema")]

use std::path::Path;

use case_slo::policy::Document;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

fn generated() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Document>().to_value();
    schema["$id"] = json!("policy.schema.json");
    schema["title"] = json!("Policy: a support service description as data");
    schema
}

/// The schema as the reader needs it: without prose, with one spelling of a list of words.
fn shape(schema: &Value) -> Value {
    match schema {
        Value::Object(object) => {
            if let Some(words) = words_of(object) {
                return json!({ "enum": words });
            }
            let prose = ["description", "title", "default", "$schema", "$id"];
            let mut kept = Map::new();
            for (key, value) in object {
                let is_prose = prose.contains(&key.as_str()) && !value.is_object();
                if key == "properties" || key == "$defs" {
                    let members = value.as_object().into_iter().flatten();
                    kept.insert(key.clone(), members.map(|(k, v)| (k.clone(), shape(v))).collect::<Map<_, _>>().into());
                } else if !is_prose && key != "default" {
                    kept.insert(key.clone(), shape(value));
                }
            }
            kept.into()
        }
        Value::Array(items) => items.iter().map(shape).collect(),
        other => other.clone(),
    }
}

/// The words of an enumeration, which schemars writes as "oneOf" where its variants are documented.
fn words_of(object: &Map<String, Value>) -> Option<Vec<Value>> {
    let variants = object.get("oneOf")?.as_array()?;
    let words = variants.iter().map(|v| v.get("const").or_else(|| v.get("enum")?.get(0)).cloned());
    words.collect()
}

fn assert_current(path: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, expected).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{} has drifted from src/policy/model/", path.display());
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    assert_current(
        "policies/policy.schema.json",
        &format!("{}\n", serde_json::to_string_pretty(&generated()).unwrap()),
    );
}

#[test]
fn the_shape_that_reading_uses_is_the_one_of_the_types() {
    assert_current("src/policy/shape.json", &serde_json::to_string(&shape(&generated())).unwrap());
}
