//! Whether a value has the shape of the document: all findings at once.
//!
//! The shape is the JSON schema that is generated from the Rust types, less its prose, so an editor and this engine
//! accept the same documents. Only the keywords that the generator writes are understood.

use serde_json::{Map, Value};

use super::nearest;
use super::pointer::Pointer;
use crate::Diagnostic;

const SHAPE: &str = include_str!("shape.json");

/// Everything in `value` that the shape does not allow.
pub(crate) fn mismatches(value: &Value) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    match serde_json::from_str::<Value>(SHAPE) {
        Ok(root) => Matcher { root: &root }.visit(&root, value, &mut Pointer::default(), &mut found),
        Err(error) => found.push(Diagnostic::error("internal", "", error.to_string())),
    }
    found
}

struct Matcher<'a> {
    root: &'a Value,
}

impl<'a> Matcher<'a> {
    fn visit(&self, schema: &'a Value, value: &Value, at: &mut Pointer, found: &mut Vec<Diagnostic>) {
        let schema = self.resolve(schema);
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            check_word(words, value, at, found);
        } else if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            self.visit_choice(choices, value, at, found);
        } else if !has_type(schema, value) {
            let wanted = describe_type(schema);
            let message = format!("expected {wanted}, found {}", describe(value));
            found.push(Diagnostic::error("schema", at.as_str(), message));
        } else {
            match value {
                Value::Object(members) => self.visit_object(schema, members, at, found),
                Value::Array(items) => self.visit_array(schema, items, at, found),
                Value::Number(_) => check_number(schema, value, at, found),
                _ => {}
            }
        }
    }

    fn visit_object(
        &self,
        schema: &'a Value,
        members: &Map<String, Value>,
        at: &mut Pointer,
        found: &mut Vec<Diagnostic>,
    ) {
        let properties = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties");
        for (key, member) in members {
            match (properties.and_then(|p| p.get(key)), others) {
                (Some(known), _) => at.within(key.as_str(), |at| self.visit(known, member, at, found)),
                (None, Some(Value::Bool(false))) => {
                    let known = properties.into_iter().flat_map(Map::keys).map(String::as_str);
                    at.within(key.as_str(), |at| found.push(unknown_key(key, known, at)));
                }
                (None, Some(other)) => at.within(key.as_str(), |at| self.visit(other, member, at, found)),
                (None, None) => {}
            }
        }
        for required in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
        {
            if !members.contains_key(required) {
                found.push(Diagnostic::error("schema", at.as_str(), format!("the key \"{required}\" is missing")));
            }
        }
    }

    fn visit_array(&self, schema: &'a Value, items: &[Value], at: &mut Pointer, found: &mut Vec<Diagnostic>) {
        let limit = |key| schema.get(key).and_then(Value::as_u64).map(|n| n as usize);
        if limit("minItems").is_some_and(|least| items.len() < least)
            || limit("maxItems").is_some_and(|most| items.len() > most)
        {
            let wanted = limit("maxItems").or(limit("minItems")).unwrap_or_default();
            let message = format!("expected {wanted} entries, found {}", items.len());
            found.push(Diagnostic::error("schema", at.as_str(), message));
        }
        if let Some(schema) = schema.get("items") {
            for (index, item) in items.iter().enumerate() {
                at.within(index, |at| self.visit(schema, item, at, found));
            }
        }
    }

    /// Reports against the choice that the author most probably meant: the first of the value's own kind.
    fn visit_choice(&self, choices: &'a [Value], value: &Value, at: &mut Pointer, found: &mut Vec<Diagnostic>) {
        let resolved = || choices.iter().map(|choice| self.resolve(choice));
        let meant = resolved().find(|choice| choice.get("enum").is_none() && has_type(choice, value));
        match meant.or_else(|| resolved().find(|choice| choice.get("enum").is_some())) {
            Some(choice) => self.visit(choice, value, at, found),
            None => {
                let wanted: Vec<&str> = resolved().map(describe_type).collect();
                let message = format!("expected {}, found {}", wanted.join(" or "), describe(value));
                found.push(Diagnostic::error("schema", at.as_str(), message));
            }
        }
    }

    fn resolve(&self, schema: &'a Value) -> &'a Value {
        let target = schema.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix('#'));
        target.and_then(|pointer| self.root.pointer(pointer)).unwrap_or(schema)
    }
}

fn check_word(words: &[Value], value: &Value, at: &Pointer, found: &mut Vec<Diagnostic>) {
    if words.contains(value) {
        return;
    }
    let known = || words.iter().filter_map(Value::as_str);
    let list = known().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    let finding =
        Diagnostic::error("schema", at.as_str(), format!("expected one of {list}, found {}", describe(value)));
    found.push(match value.as_str().and_then(|word| nearest(word, known())) {
        Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
        None => finding,
    });
}

fn check_number(schema: &Value, value: &Value, at: &Pointer, found: &mut Vec<Diagnostic>) {
    let fits = match schema.get("format").and_then(Value::as_str) {
        Some("int32") => value.as_i64().is_some_and(|n| i32::try_from(n).is_ok()),
        Some("uint32") => value.as_i64().is_some_and(|n| u32::try_from(n).is_ok()),
        _ => true,
    };
    if !fits {
        let message = format!("expected a whole number in range, found {}", describe(value));
        found.push(Diagnostic::error("schema", at.as_str(), message));
    }
}

fn unknown_key<'k>(key: &str, known: impl Iterator<Item = &'k str> + Clone, at: &Pointer) -> Diagnostic {
    let finding = Diagnostic::error("schema", at.as_str(), format!("unknown key \"{}\"", shorten(key))).at_key();
    match nearest(key, known.clone()) {
        Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
        None => finding.help(format!("known here: {}", known.collect::<Vec<_>>().join(", "))),
    }
}

fn has_type(schema: &Value, value: &Value) -> bool {
    let is = |name: &str| match value {
        Value::Null => name == "null",
        Value::Bool(_) => name == "boolean",
        Value::Number(n) => name == "number" || name == "integer" && (n.is_i64() || n.is_u64()),
        Value::String(_) => name == "string",
        Value::Array(_) => name == "array",
        Value::Object(_) => name == "object",
    };
    match schema.get("type") {
        None => true,
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        Some(name) => name.as_str().is_none_or(is),
    }
}

fn describe_type(schema: &Value) -> &'static str {
    let name = match schema.get("type") {
        Some(Value::Array(names)) => names.first().and_then(Value::as_str),
        Some(name) => name.as_str(),
        None => None,
    };
    match name {
        Some("string") => "a string",
        Some("object") => "an object",
        Some("array") => "an array",
        Some("number") => "a number",
        Some("integer") => "a whole number",
        Some("boolean") => "true or false",
        _ => "another value",
    }
}

/// A value in a few words, for messages.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("\"{}\"", shorten(text)),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// The beginning of a text that may be long.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
