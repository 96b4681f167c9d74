//! Whether a value has the shape of the document: all findings at once.
//!
//! The shape is the JSON schema that is generated from the Rust types, less its prose, so an editor and this engine
//! accept the same documents. Only the keywords that the generator writes are understood.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use super::json::parse;
use super::node::{Node, Object, Value};
use super::pointer::Pointer;
use super::{nearest, shorten};
use crate::diagnostic::Findings;
use crate::{Diagnostic, Level};

const SHAPE: &str = include_str!("shape.json");

/// Adds everything in `document` that the shape does not allow, and removes unknown keys, which leave the rest as readable
/// as before. Returns whether the types of the document can be read from what remains.
pub(crate) fn check(document: &mut Node, found: &mut Findings) -> bool {
    static SCHEMA: OnceLock<Result<Schema, String>> = OnceLock::new();
    let schema = SCHEMA.get_or_init(|| {
        let shape = parse(SHAPE).map_err(|error| error.message)?;
        Schema::deserialize(&shape).map_err(|error| error.to_string())
    });
    match schema {
        Ok(root) => {
            let mut matcher = Matcher { root, at: Pointer::default(), fits: true, found };
            matcher.visit(root, document);
            matcher.fits
        }
        Err(message) => {
            found.push(Diagnostic::error("internal", "", message.as_str()));
            false
        }
    }
}

/// A JSON schema, as far as the generator writes one.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Schema {
    #[serde(rename = "$ref")]
    reference: Option<String>,
    #[serde(rename = "$defs")]
    definitions: HashMap<String, Schema>,
    any_of: Vec<Schema>,
    #[serde(rename = "enum")]
    words: Vec<String>,
    #[serde(rename = "type")]
    types: Option<Types>,
    /// In the order of their names, for messages list them.
    properties: BTreeMap<String, Schema>,
    additional_properties: Option<Others>,
    required: Vec<String>,
    items: Option<Box<Schema>>,
    max_items: Option<usize>,
    format: Option<String>,
}

/// One type, or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Types {
    One(Type),
    Several(Vec<Type>),
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Type {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// What keys that are no properties may be.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Others {
    Allowed(bool),
    Like(Box<Schema>),
}

struct Matcher<'s, 'f> {
    root: &'s Schema,
    at: Pointer,
    /// Whether nothing but unknown keys was found.
    fits: bool,
    found: &'f mut Findings,
}

impl<'s> Matcher<'s, '_> {
    fn visit(&mut self, schema: &'s Schema, node: &mut Node) {
        let schema = self.resolve(schema);
        if !schema.words.is_empty() {
            self.visit_word(schema, node);
        } else if !schema.any_of.is_empty() {
            self.visit_choice(schema, node);
        } else if !schema.allows(node) {
            self.mismatch(|| format!("expected {}, found {}", schema.described(), described(node)));
        } else {
            match &mut node.value {
                Value::Object(object) => self.visit_object(schema, object),
                Value::List(items) => self.visit_list(schema, items),
                Value::Number(number) => self.visit_number(schema, *number),
                _ => {}
            }
        }
    }

    fn visit_object(&mut self, schema: &'s Schema, object: &mut Object) {
        object.retain(|member| {
            let length = self.at.descend(member.key.as_str());
            let known = match (schema.properties.get(&member.key), &schema.additional_properties) {
                (Some(known), _) => Some(known),
                (None, Some(Others::Like(known))) => Some(known.as_ref()),
                (None, _) => None,
            };
            let is_known = known.is_some() || !matches!(schema.additional_properties, Some(Others::Allowed(false)));
            match known {
                Some(known) => self.visit(known, &mut member.node),
                None if is_known => {}
                None => {
                    let at = &self.at;
                    self.found.add(Level::Error, || unknown_key(&member.key, schema, at));
                }
            }
            self.at.back_to(length);
            is_known
        });
        for required in schema.required.iter().filter(|key| object.member(key).is_none()) {
            self.mismatch(|| format!("the key \"{required}\" is missing"));
        }
    }

    fn visit_list(&mut self, schema: &'s Schema, items: &mut [Node]) {
        // The generator writes both bounds, and the same, for a list of a fixed length.
        if let Some(length) = schema.max_items.filter(|length| items.len() != *length) {
            self.mismatch(|| format!("expected {length} entries, found {}", items.len()));
        }
        let Some(schema) = schema.items.as_deref() else { return };
        for (index, item) in items.iter_mut().enumerate() {
            let length = self.at.descend(index);
            self.visit(schema, item);
            self.at.back_to(length);
        }
    }

    fn visit_number(&mut self, schema: &Schema, number: f64) {
        let fits = match schema.format.as_deref() {
            Some("int32") => f64::from(number as i32) == number,
            Some("uint32") => f64::from(number as u32) == number,
            _ => true,
        };
        if !fits {
            self.mismatch(|| format!("expected a whole number in range, found {}", described_number(number)));
        }
    }

    fn visit_word(&mut self, schema: &Schema, node: &Node) {
        if matches!(&node.value, Value::Text(text) if schema.words.contains(text)) {
            return;
        }
        self.fits = false;
        let at = &self.at;
        self.found.add(Level::Error, || {
            let list: Vec<String> = schema.words.iter().map(|word| format!("\"{word}\"")).collect();
            let message = format!("expected one of {}, found {}", list.join(", "), described(node));
            let finding = Diagnostic::error("schema", at.as_str(), message);
            match nearest(node.text(), schema.words.iter().map(String::as_str)) {
                Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
                None => finding,
            }
        });
    }

    /// Reports against the choice that the author most probably meant: the first of the value's own kind.
    fn visit_choice(&mut self, schema: &'s Schema, node: &mut Node) {
        let choices: Vec<&Schema> = schema.any_of.iter().map(|choice| self.resolve(choice)).collect();
        let has_words = |choice: &&&Schema| !choice.words.is_empty();
        let meant = choices.iter().find(|choice| !has_words(choice) && choice.allows(node));
        match meant.or_else(|| choices.iter().find(has_words)) {
            Some(choice) => self.visit(choice, node),
            None => self.mismatch(|| {
                let expected: Vec<&str> = choices.iter().map(|choice| choice.described()).collect();
                format!("expected {}, found {}", expected.join(" or "), described(node))
            }),
        }
    }

    fn resolve(&self, schema: &'s Schema) -> &'s Schema {
        let name = schema.reference.as_deref().and_then(|reference| reference.strip_prefix("#/$defs/"));
        name.and_then(|name| self.root.definitions.get(name)).unwrap_or(schema)
    }

    fn mismatch(&mut self, message: impl FnOnce() -> String) {
        self.fits = false;
        let at = &self.at;
        self.found.add(Level::Error, || Diagnostic::error("schema", at.as_str(), message()));
    }
}

impl Schema {
    fn types(&self) -> &[Type] {
        match &self.types {
            None => &[],
            Some(Types::One(one)) => std::slice::from_ref(one),
            Some(Types::Several(several)) => several,
        }
    }

    /// Whether a value is of one of the types.
    fn allows(&self, node: &Node) -> bool {
        let is = |name: Type| match &node.value {
            Value::Null => name == Type::Null,
            Value::Bool(_) => name == Type::Boolean,
            Value::Number(number) => name == Type::Number || name == Type::Integer && number.trunc() == *number,
            Value::Text(_) => name == Type::String,
            Value::List(_) => name == Type::Array,
            Value::Object(_) => name == Type::Object,
        };
        self.types.is_none() || self.types().iter().any(|name| is(*name))
    }

    fn described(&self) -> &'static str {
        match self.types().first() {
            Some(Type::String) => "a string",
            Some(Type::Object) => "an object",
            Some(Type::Array) => "an array",
            Some(Type::Number) => "a number",
            Some(Type::Integer) => "a whole number",
            Some(Type::Boolean) => "true or false",
            Some(Type::Null) | None => "another value",
        }
    }
}

fn unknown_key(key: &str, schema: &Schema, at: &Pointer) -> Diagnostic {
    let known = || schema.properties.keys().map(String::as_str);
    let finding = Diagnostic::error("schema", at.as_str(), format!("unknown key \"{}\"", shorten(key))).at_key();
    match nearest(key, known()) {
        Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
        None => finding.help(format!("known here: {}", known().collect::<Vec<_>>().join(", "))),
    }
}

/// A value in a few words, for messages.
fn described(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => described_number(*number),
        Value::Text(text) => format!("\"{}\"", shorten(text)),
        Value::List(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

fn described_number(number: f64) -> String {
    if number.trunc() != number {
        "a number with a fraction".to_owned()
    } else if number.abs() < 1e15 {
        format!("the number {number}")
    } else {
        format!("the number {number:e}")
    }
}
