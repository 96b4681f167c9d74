//! Whether a value has the shape of the document: all findings at once.
//!
//! The shape is the JSON schema that is generated from the Rust types, less its prose, so an editor and this engine
//! accept the same documents. Only the keywords that the generator writes are understood.

use std::slice;
use std::sync::OnceLock;

use super::json::{SyntaxError, parse};
use super::node::{Node, Object, Value};
use super::pointer::Pointer;
use super::{nearest, shorten};
use crate::diagnostic::Findings;
use crate::sentence::{Sentence, SentenceValue, ToValue, sentence};
use crate::{Diagnostic, Level};

const SHAPE: &str = include_str!("shape.json");

/// Adds everything in `document` that the shape does not allow, and removes unknown keys, which leave the rest as readable
/// as before. Returns whether the types of the document can be read from what remains.
pub(crate) fn check(document: &mut Node, found: &mut Findings) -> bool {
    static ROOT: OnceLock<Result<Node, SyntaxError>> = OnceLock::new();
    match ROOT.get_or_init(|| parse(SHAPE)) {
        Ok(root) => {
            let root = Schema(root);
            let mut matcher = Matcher { root, at: Pointer::default(), fits: true, found };
            matcher.visit(root, document);
            matcher.fits
        }
        Err(error) => {
            found.push(Diagnostic::error("internal", "", error.message.clone()));
            false
        }
    }
}

/// A JSON schema, as far as the generator writes one.
#[derive(Clone, Copy)]
struct Schema<'s>(&'s Node);

struct Matcher<'s, 'f> {
    root: Schema<'s>,
    at: Pointer,
    /// Whether nothing but unknown keys was found.
    fits: bool,
    found: &'f mut Findings,
}

impl<'s> Matcher<'s, '_> {
    fn visit(&mut self, schema: Schema<'s>, node: &mut Node) {
        let schema = self.resolve(schema);
        if !schema.words().is_empty() {
            self.visit_word(schema, node);
        } else if !schema.choices().is_empty() {
            self.visit_choice(schema, node);
        } else if !schema.allows(node) {
            self.mismatch(|| sentence!("expected {}, found {}", Sentence::from(schema.described()), described(node)));
        } else {
            match &mut node.value {
                Value::Object(object) => self.visit_object(schema, object),
                Value::List(items) => self.visit_list(schema, items),
                Value::Number(number) => self.visit_number(schema, *number),
                _ => {}
            }
        }
    }

    fn visit_object(&mut self, schema: Schema<'s>, object: &mut Object) {
        object.retain(|member| {
            let length = self.at.descend(member.key.as_str());
            let known = schema.property(&member.key);
            let is_known = known.is_some() || schema.allows_others();
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
        for required in schema.required().filter(|key| object.member(key).is_none()) {
            self.mismatch(|| sentence!("the key \"{}\" is missing", required));
        }
    }

    fn visit_list(&mut self, schema: Schema<'s>, items: &mut [Node]) {
        // The generator writes both bounds, and the same, for a list of a fixed length.
        if let Some(length) = schema.length().filter(|length| items.len() != *length) {
            self.mismatch(|| sentence!("expected {} entries, found {}", length, items.len()));
        }
        let Some(schema) = schema.items() else { return };
        for (index, item) in items.iter_mut().enumerate() {
            let length = self.at.descend(index);
            self.visit(schema, item);
            self.at.back_to(length);
        }
    }

    fn visit_number(&mut self, schema: Schema, number: f64) {
        let fits = match schema.format() {
            "int32" => f64::from(number as i32) == number,
            "uint32" => f64::from(number as u32) == number,
            _ => true,
        };
        if !fits {
            self.mismatch(|| sentence!("expected a whole number in range, found {}", described_number(number)));
        }
    }

    fn visit_word(&mut self, schema: Schema, node: &Node) {
        let words = || schema.words().iter().map(Node::text);
        if matches!(&node.value, Value::Text(text) if words().any(|word| word == text)) {
            return;
        }
        self.fits = false;
        let at = &self.at;
        self.found.add(Level::Error, || {
            let list = words().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
            let message = sentence!("expected one of {}, found {}", list, described(node));
            let finding = Diagnostic::error("schema", at.as_str(), message);
            match nearest(node.text(), words()) {
                Some(meant) => finding.help(sentence!("did you mean \"{}\"?", meant)),
                None => finding,
            }
        });
    }

    /// Reports against the choice that the author most probably meant: the first of the value's own kind.
    fn visit_choice(&mut self, schema: Schema<'s>, node: &mut Node) {
        let choices: Vec<Schema> = schema.choices().iter().map(|choice| self.resolve(Schema(choice))).collect();
        let has_words = |choice: &&Schema| !choice.words().is_empty();
        let meant = choices.iter().find(|choice| !has_words(choice) && self.allows(**choice, node));
        match meant.or_else(|| choices.iter().find(has_words)) {
            Some(choice) => self.visit(*choice, node),
            None => {
                let mut kinds = self.kinds(schema);
                kinds.dedup();
                self.mismatch(|| {
                    let expected = kinds.into_iter().map(|kind| Sentence::from(kind).to_value()).collect();
                    sentence!("expected {}, found {}", SentenceValue::list(expected, "or"), described(node))
                });
            }
        }
    }

    /// The types of a schema in words, those of its choices where it has some. Null only means that the key may be left out.
    fn kinds(&self, schema: Schema<'s>) -> Vec<&'static str> {
        let is_null = |schema: Schema| matches!(schema.types(), [only] if only.text() == "null");
        match schema.choices() {
            [] => vec![schema.described()],
            choices => {
                let choices = choices.iter().map(|choice| self.resolve(Schema(choice)));
                choices.filter(|choice| !is_null(*choice)).flat_map(|choice| self.kinds(choice)).collect()
            }
        }
    }

    /// Whether a value is of one of the types of a schema, or of one of its choices.
    fn allows(&self, schema: Schema<'s>, node: &Node) -> bool {
        match schema.choices() {
            [] => schema.allows(node),
            choices => choices.iter().any(|choice| self.allows(self.resolve(Schema(choice)), node)),
        }
    }

    fn resolve(&self, schema: Schema<'s>) -> Schema<'s> {
        match schema.0.member("$ref").text().strip_prefix("#/$defs/") {
            Some(name) => Schema(self.root.0.member("$defs").member(name)),
            None => schema,
        }
    }

    fn mismatch(&mut self, message: impl FnOnce() -> Sentence) {
        self.fits = false;
        let at = &self.at;
        self.found.add(Level::Error, || Diagnostic::error("schema", at.as_str(), message()));
    }
}

impl<'s> Schema<'s> {
    /// Names of types, such as "string"; none where any value will do.
    fn types(self) -> &'s [Node] {
        let types = self.0.member("type");
        if types.text().is_empty() { types.items() } else { slice::from_ref(types) }
    }

    fn words(self) -> &'s [Node] {
        self.0.member("enum").items()
    }

    fn choices(self) -> &'s [Node] {
        self.0.member("anyOf").items()
    }

    /// The schema of the value under a key.
    fn property(self, key: &str) -> Option<Self> {
        let property = self.0.member("properties").object().and_then(|properties| properties.member(key));
        let others = Some(self.0.member("additionalProperties")).filter(|others| others.object().is_some());
        property.map(|property| &property.node).or(others).map(Self)
    }

    /// The keys that have a schema of their own, in their order, for messages.
    fn keys(self) -> impl Iterator<Item = &'s str> {
        self.0.member("properties").object().into_iter().flat_map(Object::sorted_keys)
    }

    fn allows_others(self) -> bool {
        self.0.member("additionalProperties").value != Value::Bool(false)
    }

    fn required(self) -> impl Iterator<Item = &'s str> {
        self.0.member("required").items().iter().map(Node::text)
    }

    fn items(self) -> Option<Self> {
        Some(self.0.member("items")).filter(|items| !items.is_null()).map(Self)
    }

    fn length(self) -> Option<usize> {
        match self.0.member("maxItems").value {
            Value::Number(number) => Some(number as usize),
            _ => None,
        }
    }

    fn format(self) -> &'s str {
        self.0.member("format").text()
    }

    /// Whether a value is of one of the types.
    fn allows(self, node: &Node) -> bool {
        let is = |name: &str| match &node.value {
            Value::Null => name == "null",
            Value::Bool(_) => name == "boolean",
            Value::Number(number) => name == "number" || name == "integer" && number.trunc() == *number,
            Value::Text(_) => name == "string",
            Value::List(_) => name == "array",
            Value::Object(_) => name == "object",
        };
        self.types().is_empty() || self.types().iter().any(|name| is(name.text()))
    }

    fn described(self) -> &'static str {
        match self.types().first().map_or("", Node::text) {
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

fn unknown_key(key: &str, schema: Schema, at: &Pointer) -> Diagnostic {
    let finding = Diagnostic::error("schema", at.as_str(), sentence!("unknown key \"{}\"", shorten(key))).at_key();
    match nearest(key, schema.keys()) {
        Some(meant) => finding.help(sentence!("did you mean \"{}\"?", meant)),
        None => finding.help(sentence!("known here: {}", schema.keys().collect::<Vec<_>>().join(", "))),
    }
}

/// A value in a few words, for messages.
fn described(node: &Node) -> SentenceValue {
    match &node.value {
        Value::Null => "null".to_value(),
        Value::Bool(flag) => flag.to_value(),
        Value::Number(number) => described_number(*number),
        Value::Text(text) => sentence!("\"{}\"", shorten(text)).to_value(),
        Value::List(_) => sentence!("an array").to_value(),
        Value::Object(_) => sentence!("an object").to_value(),
    }
}

fn described_number(number: f64) -> SentenceValue {
    if number.trunc() != number {
        sentence!("a number with a fraction").to_value()
    } else if number.abs() < 1e15 {
        sentence!("the number {}", number as i64).to_value()
    } else {
        sentence!("a number of more than 15 digits").to_value()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::{Value, json};

    use super::*;
    use crate::policy::model::Document;
    use crate::policy::reader::{FaultPosition, Misfit, Reader};

    /// Leaves out the items of lists that have no kind of place of their own, and gives a pointer for each kind.
    fn prune(value: &mut Value, at: &str, kind: &str, found: &mut BTreeMap<String, String>) -> bool {
        let is_new = !found.contains_key(kind);
        found.entry(kind.to_owned()).or_insert_with(|| at.to_owned());
        match value {
            Value::Array(items) => {
                let mut kept = 0;
                items.retain_mut(|item| {
                    let is_new = prune(item, &format!("{at}/{kept}"), &format!("{kind}/*"), found);
                    // An interval has two times.
                    let is_kept = is_new || item.is_string();
                    kept += usize::from(is_kept);
                    is_kept
                });
                is_new || kept > 0
            }
            // Languages are alike.
            Value::Object(members) if !members.contains_key("en") => {
                members.iter_mut().fold(is_new, |is_new, (key, below)| {
                    prune(below, &format!("{at}/{key}"), &format!("{kind}/{key}"), found) || is_new
                })
            }
            _ => is_new,
        }
    }

    /// The document with another value at a place, or with none.
    fn changed(document: &Value, at: &str, replacement: Option<&Value>) -> Value {
        let mut changed = document.clone();
        match (replacement, at.rsplit_once('/')) {
            (Some(value), _) => *changed.pointer_mut(at).unwrap() = value.clone(),
            (None, Some((around, key))) => match changed.pointer_mut(around).unwrap() {
                Value::Object(members) => _ = members.remove(key),
                Value::Array(items) => items.push(json!("one more")),
                _ => unreachable!(),
            },
            (None, None) => {}
        }
        changed
    }

    /// The engine of the elements is built without the shape, and refuses what the types refuse.
    #[test]
    fn the_types_refuse_the_documents_that_the_shape_refuses() {
        let mut document: Value = serde_json::from_str(include_str!("../../policies/boreal-care.json")).unwrap();
        let mut pointers = BTreeMap::new();
        prune(&mut document, "", "", &mut pointers);
        let replacements = json!([null, true, -1, 0.5, 1e10, "x", ["a", "b", "c"], {"unknown": 1}, {"en": "x"}]);
        let (mut accepted, mut refused) = (0, 0);
        for at in pointers.values() {
            for replacement in replacements.as_array().unwrap().iter().map(Some).chain([None]) {
                let mut node = parse(&changed(&document, at, replacement).to_string()).unwrap();
                let place = FaultPosition::default();
                let read = Document::deserialize(Reader::<Misfit>::new(&node, &place));
                let path = place.pointer(&node);
                let mut found = Findings::default();
                check(&mut node, &mut found);
                assert_eq!(read.is_ok(), found.is_empty(), "{at} {replacement:?}: {path} {found:?}");
                if read.is_err() {
                    let paths: Vec<String> = found.into_list().into_iter().map(|finding| finding.path).collect();
                    let is_reported = paths.iter().any(|reported| path.starts_with(reported.as_str()));
                    assert!(is_reported, "{at} {replacement:?}: {path} {paths:?}");
                    refused += 1;
                } else {
                    accepted += 1;
                }
            }
        }
        assert!(accepted > 100 && refused > 900, "{accepted} {refused}");
    }
}
