//! Whether a value has the shape of the document: all findings at once.
//!
//! The shape is the JSON schema that is generated from the Rust types, less its prose, so an editor and this engine
//! accept the same documents. Only the keywords that the generator writes are understood.

use std::collections::BTreeMap;
use std::sync::OnceLock;

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
    let schema = SCHEMA.get_or_init(|| parse(SHAPE).map(|shape| Schema::of(&shape)).map_err(|error| error.message));
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
#[derive(Debug)]
struct Schema {
    reference: Option<String>,
    definitions: BTreeMap<String, Schema>,
    any_of: Vec<Schema>,
    words: Vec<String>,
    /// Names of types, such as "string"; none where any value will do.
    types: Vec<String>,
    /// In the order of their names, for messages list them.
    properties: BTreeMap<String, Schema>,
    others: Others,
    required: Vec<String>,
    items: Option<Box<Schema>>,
    max_items: Option<usize>,
    format: Option<String>,
}

/// What keys that are no properties may be.
#[derive(Debug)]
enum Others {
    Anything,
    Nothing,
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
            let known = match (schema.properties.get(&member.key), &schema.others) {
                (Some(known), _) => Some(known),
                (None, Others::Like(known)) => Some(known.as_ref()),
                (None, _) => None,
            };
            let is_known = known.is_some() || !matches!(schema.others, Others::Nothing);
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
    fn of(node: &Node) -> Self {
        let text = |node: &Node| (!node.is_null()).then(|| node.text().to_owned());
        let texts = |node: &Node| node.items().iter().map(|item| item.text().to_owned()).collect();
        let named = |node: &Node| {
            node.members().iter().map(|member| (member.key.clone(), Self::of(&member.node))).collect::<BTreeMap<_, _>>()
        };
        let types = node.member("type");
        let (items, others) = (node.member("items"), node.member("additionalProperties"));
        Self {
            reference: text(node.member("$ref")),
            definitions: named(node.member("$defs")),
            any_of: node.member("anyOf").items().iter().map(Self::of).collect(),
            words: texts(node.member("enum")),
            types: if types.items().is_empty() { text(types).into_iter().collect() } else { texts(types) },
            properties: named(node.member("properties")),
            others: match &others.value {
                Value::Bool(false) => Others::Nothing,
                Value::Object(_) => Others::Like(Box::new(Self::of(others))),
                _ => Others::Anything,
            },
            required: texts(node.member("required")),
            items: (!items.is_null()).then(|| Box::new(Self::of(items))),
            max_items: match node.member("maxItems").value {
                Value::Number(number) => Some(number as usize),
                _ => None,
            },
            format: text(node.member("format")),
        }
    }

    /// Whether a value is of one of the types.
    fn allows(&self, node: &Node) -> bool {
        let is = |name: &str| match &node.value {
            Value::Null => name == "null",
            Value::Bool(_) => name == "boolean",
            Value::Number(number) => name == "number" || name == "integer" && number.trunc() == *number,
            Value::Text(_) => name == "string",
            Value::List(_) => name == "array",
            Value::Object(_) => name == "object",
        };
        self.types.is_empty() || self.types.iter().any(|name| is(name))
    }

    fn described(&self) -> &'static str {
        match self.types.first().map_or("", String::as_str) {
            "string" => "a string",
            "object" => "an object",
            "array" => "an array",
            "number" => "a number",
            "integer" => "a whole number",
            "boolean" => "true or false",
            _ => "another value",
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
        format!("the number {}", number as i64)
    } else {
        "a number of more than 15 digits".to_owned()
    }
}
