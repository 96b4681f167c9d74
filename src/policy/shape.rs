//! Whether a value has the shape of the document: all findings at once.
//!
//! The shape is the JSON schema that is generated from the Rust types, less its prose, so an editor and this engine
//! accept the same documents. Only the keywords that the generator writes are understood.

use super::json::parse;
use super::nearest;
use super::pointer::Pointer;
use super::tree::Tree;
use crate::Diagnostic;

const SHAPE: &str = include_str!("shape.json");

/// Everything in `value` that the shape does not allow.
pub(crate) fn mismatches(value: &Tree) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    match parse(SHAPE, false) {
        Ok(shape) => Matcher { root: &shape.tree }.visit(&shape.tree, value, &mut Pointer::default(), &mut found),
        Err(error) => found.push(Diagnostic::error("internal", "", error.message)),
    }
    found
}

struct Matcher<'a> {
    root: &'a Tree,
}

impl<'a> Matcher<'a> {
    fn visit(&self, schema: &'a Tree, value: &Tree, at: &mut Pointer, found: &mut Vec<Diagnostic>) {
        let schema = self.resolve(schema);
        let choices = schema.member("anyOf").items();
        let words = schema.member("enum").items();
        if !words.is_empty() {
            check_word(words, value, at, found);
        } else if !choices.is_empty() {
            self.visit_choice(choices, value, at, found);
        } else if !has_type(schema, value) {
            let wanted = describe_type(schema);
            found.push(mismatch(at, format!("expected {wanted}, found {}", describe(value))));
        } else {
            match value {
                Tree::Object(members) => self.visit_object(schema, members, at, found),
                Tree::List(items) => self.visit_list(schema, items, at, found),
                Tree::Number(number) => check_number(schema, *number, at, found),
                _ => {}
            }
        }
    }

    fn visit_object(
        &self,
        schema: &'a Tree,
        members: &[(String, Tree)],
        at: &mut Pointer,
        found: &mut Vec<Diagnostic>,
    ) {
        let properties = schema.member("properties").members();
        let others = schema.member("additionalProperties");
        for (key, member) in members {
            let length = at.descend(key.as_str());
            match properties.iter().find(|(known, _)| known == key) {
                Some((_, known)) => self.visit(known, member, at, found),
                None if *others == Tree::Bool(false) => found.push(unknown_key(key, properties, at)),
                None => self.visit(others, member, at, found),
            }
            at.back_to(length);
        }
        for required in schema.member("required").items().iter().map(Tree::text) {
            if !members.iter().any(|(key, _)| key == required) {
                found.push(mismatch(at, format!("the key \"{required}\" is missing")));
            }
        }
    }

    fn visit_list(&self, schema: &'a Tree, items: &[Tree], at: &mut Pointer, found: &mut Vec<Diagnostic>) {
        // The generator writes both bounds, and the same, for a list of a fixed length.
        if let Tree::Number(length) = schema.member("maxItems") {
            let length = *length as usize;
            if items.len() != length {
                found.push(mismatch(at, format!("expected {length} entries, found {}", items.len())));
            }
        }
        for (index, item) in items.iter().enumerate() {
            let length = at.descend(index);
            self.visit(schema.member("items"), item, at, found);
            at.back_to(length);
        }
    }

    /// Reports against the choice that the author most probably meant: the first of the value's own kind.
    fn visit_choice(&self, choices: &'a [Tree], value: &Tree, at: &mut Pointer, found: &mut Vec<Diagnostic>) {
        let choices: Vec<&Tree> = choices.iter().map(|choice| self.resolve(choice)).collect();
        let is_word = |choice: &&&Tree| !choice.member("enum").is_null();
        let meant = choices.iter().find(|choice| !is_word(choice) && has_type(choice, value));
        match meant.or_else(|| choices.iter().find(is_word)) {
            Some(choice) => self.visit(choice, value, at, found),
            None => {
                let wanted: Vec<&str> = choices.iter().map(|choice| describe_type(choice)).collect();
                found.push(mismatch(at, format!("expected {}, found {}", wanted.join(" or "), describe(value))));
            }
        }
    }

    fn resolve(&self, schema: &'a Tree) -> &'a Tree {
        match schema.member("$ref").text().strip_prefix("#/$defs/") {
            Some(name) => self.root.member("$defs").member(name),
            None => schema,
        }
    }
}

fn mismatch(at: &Pointer, message: String) -> Diagnostic {
    Diagnostic::error("schema", at.as_str(), message)
}

fn check_word(words: &[Tree], value: &Tree, at: &Pointer, found: &mut Vec<Diagnostic>) {
    if words.contains(value) {
        return;
    }
    let known = || words.iter().map(Tree::text);
    let list: Vec<String> = known().map(|word| format!("\"{word}\"")).collect();
    let finding = mismatch(at, format!("expected one of {}, found {}", list.join(", "), describe(value)));
    found.push(match nearest(value.text(), known()) {
        Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
        None => finding,
    });
}

fn check_number(schema: &Tree, number: f64, at: &Pointer, found: &mut Vec<Diagnostic>) {
    let fits = match schema.member("format").text() {
        "int32" => f64::from(number as i32) == number,
        "uint32" => f64::from(number as u32) == number,
        _ => true,
    };
    if !fits {
        found
            .push(mismatch(at, format!("expected a whole number in range, found {}", describe(&Tree::Number(number)))));
    }
}

fn unknown_key(key: &str, known: &[(String, Tree)], at: &Pointer) -> Diagnostic {
    let known: Vec<&str> = known.iter().map(|(key, _)| key.as_str()).collect();
    let finding = mismatch(at, format!("unknown key \"{}\"", shorten(key))).at_key();
    match nearest(key, known.iter().copied()) {
        Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
        None => finding.help(format!("known here: {}", known.join(", "))),
    }
}

fn has_type(schema: &Tree, value: &Tree) -> bool {
    let is = |name: &str| match value {
        Tree::Null => name == "null",
        Tree::Bool(_) => name == "boolean",
        Tree::Number(n) => name == "number" || name == "integer" && n.trunc() == *n,
        Tree::Text(_) => name == "string",
        Tree::List(_) => name == "array",
        Tree::Object(_) => name == "object",
    };
    match schema.member("type") {
        Tree::Null => true,
        Tree::List(names) => names.iter().any(|name| is(name.text())),
        name => is(name.text()),
    }
}

fn describe_type(schema: &Tree) -> &'static str {
    let name = schema.member("type");
    match name.items().first().unwrap_or(name).text() {
        "string" => "a string",
        "object" => "an object",
        "array" => "an array",
        "number" => "a number",
        "integer" => "a whole number",
        "boolean" => "true or false",
        _ => "another value",
    }
}

/// A value in a few words, for messages.
fn describe(value: &Tree) -> String {
    match value {
        Tree::Null => "null".to_owned(),
        Tree::Bool(flag) => flag.to_string(),
        Tree::Number(number) if number.trunc() == *number => format!("the number {}", *number as i64),
        Tree::Number(_) => "a number with a fraction".to_owned(),
        Tree::Text(text) => format!("\"{}\"", shorten(text)),
        Tree::List(_) => "an array".to_owned(),
        Tree::Object(_) => "an object".to_owned(),
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
