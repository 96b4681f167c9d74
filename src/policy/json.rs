//! Reading JSON (RFC 8259) with the place of every value.
//!
//! `serde_json` keeps no positions, forgets repeated keys, and with its error messages is a third of the engine; this is
//! what a policy, and the arguments of a call, need of it.

use super::pointer::Pointer;
use super::tree::Tree;

/// Deepest nesting of arrays and objects.
const DEEPEST: usize = 128;

/// Where the reading of a text stopped, and why.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SyntaxError {
    pub message: String,
    /// Offset in bytes.
    pub at: usize,
    /// Pointer to the value that was being read.
    pub pointer: String,
}

/// Where a value stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub pointer: String,
    /// Offset of its key, or of the value itself in an array.
    pub key: usize,
    /// Offset of the value.
    pub value: usize,
}

/// What a text holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Parsed {
    pub tree: Tree,
    /// Members whose key was there before in the same object; the first one counts.
    pub repeated: Vec<Place>,
    /// The place of every value, where they were asked for.
    pub places: Vec<Place>,
}

/// Reads a text that is one JSON value.
pub(crate) fn parse(text: &str, with_places: bool) -> Result<Parsed, SyntaxError> {
    let mut parser = Parser {
        text,
        at: 0,
        path: Pointer::default(),
        depth: 0,
        with_places,
        repeated: Vec::new(),
        places: Vec::new(),
    };
    match parser.whole() {
        Ok(tree) => Ok(Parsed { tree, repeated: parser.repeated, places: parser.places }),
        Err(message) => Err(SyntaxError { message, at: parser.at, pointer: parser.path.as_str().to_owned() }),
    }
}

/// The offset at which a value begins, or its key; for a pointer without a value the nearest one around it.
pub(crate) fn place_of<'a>(places: &'a [Place], pointer: &str) -> Option<&'a Place> {
    let mut wanted = pointer;
    loop {
        if let Some(place) = places.iter().find(|place| place.pointer == wanted) {
            return Some(place);
        }
        wanted = &wanted[..wanted.rfind('/')?];
    }
}

struct Parser<'a> {
    text: &'a str,
    /// Offset of the next byte.
    at: usize,
    /// The value that is being read. It is not taken back where reading fails: then it says where.
    path: Pointer,
    depth: usize,
    with_places: bool,
    repeated: Vec<Place>,
    places: Vec<Place>,
}

impl Parser<'_> {
    fn whole(&mut self) -> Result<Tree, String> {
        self.space();
        let tree = self.value(self.at)?;
        self.space();
        match self.peek() {
            None => Ok(tree),
            Some(_) => self.unexpected("the end of the text"),
        }
    }

    fn value(&mut self, key: usize) -> Result<Tree, String> {
        if self.with_places {
            self.places.push(Place { pointer: self.path.as_str().to_owned(), key, value: self.at });
        }
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => Ok(Tree::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => {
                for (word, tree) in [("null", Tree::Null), ("true", Tree::Bool(true)), ("false", Tree::Bool(false))] {
                    if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
                        self.at += word.len();
                        return Ok(tree);
                    }
                }
                self.unexpected("a value")
            }
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Tree, String>) -> Result<Tree, String> {
        if self.depth == DEEPEST {
            return Err(format!("arrays and objects nest at most {DEEPEST} deep"));
        }
        self.depth += 1;
        self.at += 1;
        self.space();
        let tree = read(self);
        self.depth -= 1;
        tree
    }

    fn list(&mut self) -> Result<Tree, String> {
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Tree::List(items));
        }
        loop {
            let length = self.path.descend(items.len());
            items.push(self.value(self.at)?);
            self.path.back_to(length);
            self.space();
            if self.take(b']') {
                return Ok(Tree::List(items));
            }
            self.expect(b',', "\",\" or \"]\"")?;
        }
    }

    fn object(&mut self) -> Result<Tree, String> {
        let mut members: Vec<(String, Tree)> = Vec::new();
        if self.take(b'}') {
            return Ok(Tree::Object(members));
        }
        loop {
            let key_at = self.at;
            if self.peek() != Some(b'"') {
                return self.unexpected("a key in double quotes");
            }
            let key = self.string()?;
            let length = self.path.descend(key.as_str());
            self.space();
            self.expect(b':', "\":\"")?;
            let value_at = self.at;
            let value = self.value(key_at)?;
            if members.iter().any(|(known, _)| *known == key) {
                let pointer = self.path.as_str().to_owned();
                self.repeated.push(Place { pointer, key: key_at, value: value_at });
            } else {
                members.push((key, value));
            }
            self.path.back_to(length);
            self.space();
            if self.take(b'}') {
                return Ok(Tree::Object(members));
            }
            self.expect(b',', "\",\" or \"}\"")?;
        }
    }

    /// A number; exact for up to 15 digits and powers of ten up to 22, which covers all that a policy or a moment is.
    fn number(&mut self) -> Result<Tree, String> {
        let start = self.at;
        let negative = self.take(b'-');
        let (mut digits, mut power) = (0.0f64, 0i32);
        let whole = self.at;
        while let Some(digit) = self.digit() {
            digits = digits * 10.0 + digit;
        }
        let leading_zero = self.at - whole > 1 && self.text.as_bytes()[whole] == b'0';
        let mut complete = self.at > whole && !leading_zero;
        if self.take(b'.') {
            let fraction = self.at;
            while let Some(digit) = self.digit() {
                digits = digits * 10.0 + digit;
                power -= 1;
            }
            complete &= self.at > fraction;
        }
        if self.take(b'e') || self.take(b'E') {
            let down = self.take(b'-');
            let _ = !down && self.take(b'+');
            let (mut exponent, first) = (0i32, self.at);
            while let Some(digit) = self.digit() {
                exponent = exponent.saturating_mul(10).saturating_add(digit as i32).min(10_000);
            }
            complete &= self.at > first;
            power = power.saturating_add(if down { -exponent } else { exponent });
        }
        if !complete {
            self.at = start;
            return self.unexpected("a number");
        }
        let scaled = if power < 0 { digits / ten_to(-power) } else { digits * ten_to(power) };
        Ok(Tree::Number(if negative { -scaled } else { scaled }))
    }

    fn digit(&mut self) -> Option<f64> {
        let digit = self.peek().filter(u8::is_ascii_digit)?;
        self.at += 1;
        Some(f64::from(digit - b'0'))
    }

    fn string(&mut self) -> Result<String, String> {
        let mut out = String::new();
        self.at += 1;
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let plain = rest.iter().position(|b| matches!(b, b'"' | b'\\' | 0..=0x1f)).unwrap_or(rest.len());
            // Both ends lie beside an ASCII byte or at the end of the text, so between characters.
            out.push_str(self.text.get(self.at..self.at + plain).unwrap_or_default());
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    out.push(self.escape()?);
                }
                None => return Err("the text ends inside a string".to_owned()),
                Some(_) => return Err("a control character in a string has to be escaped".to_owned()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, String> {
        let escape = self.peek();
        self.at += 1;
        Ok(match escape {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => {
                self.at -= 1;
                return self.unexpected("an escape such as \\n or \\u00e9");
            }
        })
    }

    /// Four hexadecimal digits, or two such escapes that make a surrogate pair.
    fn unicode(&mut self) -> Result<char, String> {
        let first = self.hexadecimal()?;
        let code = match first {
            0xd800..=0xdbff if self.take(b'\\') && self.take(b'u') => match self.hexadecimal()? {
                second @ 0xdc00..=0xdfff => 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                _ => first,
            },
            other => other,
        };
        char::from_u32(code).ok_or_else(|| "half of a surrogate pair is no character".to_owned())
    }

    fn hexadecimal(&mut self) -> Result<u32, String> {
        let mut code = 0;
        for _ in 0..4 {
            match self.peek().and_then(|b| char::from(b).to_digit(16)) {
                Some(digit) => code = code * 16 + digit,
                None => return self.unexpected("four hexadecimal digits"),
            }
            self.at += 1;
        }
        Ok(code)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// The byte, and the space behind it.
    fn expect(&mut self, byte: u8, what: &str) -> Result<(), String> {
        if !self.take(byte) {
            return self.unexpected(what);
        }
        self.space();
        Ok(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn unexpected<T>(&self, expected: &str) -> Result<T, String> {
        Err(match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(found) if !found.is_control() => format!("expected {expected}, found \"{found}\""),
            Some(_) => format!("expected {expected}, found a control character"),
            None => format!("expected {expected}, found the end of the text"),
        })
    }
}

fn ten_to(power: i32) -> f64 {
    (0..power.min(400)).fold(1.0, |product, _| product * 10.0)
}

/// Line and column of an offset, both from 1; columns in UTF-16 units, as editors and JavaScript count them.
pub(crate) fn line_and_column(text: &str, offset: usize) -> (u32, u32) {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let column = text.get(start..before.len()).map_or(0, |line| line.encode_utf16().count()) + 1;
    (line as u32, column as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn value(text: &str) -> Result<Value, SyntaxError> {
        parse(text, false).map(|parsed| json!(parsed.tree))
    }

    #[test]
    fn every_value_is_found_by_its_pointer() {
        let text = "{\n  \"a\": [1, {\"b/c\": \"é\"}],\n  \"d\": null }";
        let places = parse(text, true).unwrap().places;
        for (pointer, value) in [("", "{"), ("/a", "["), ("/a/0", "1"), ("/a/1/b~1c", "\"é\""), ("/d", "null")] {
            assert!(text[place_of(&places, pointer).unwrap().value..].starts_with(value), "{pointer}");
        }
        assert_eq!(line_and_column(text, place_of(&places, "/a/1/b~1c").unwrap().key), (2, 13));
        assert_eq!(place_of(&places, "/d/missing"), place_of(&places, "/d"));
    }

    #[test]
    fn columns_count_utf_16_units() {
        assert_eq!(line_and_column("[\"é𝄞\", 1]", 11), (1, 9));
    }

    #[test]
    fn a_key_that_stands_twice_is_reported_at_the_second_and_the_first_counts() {
        let parsed = parse(r#"{"a": 1, "b": {"a": 2, "a": 3}}"#, false).unwrap();
        assert_eq!(parsed.repeated, [Place { pointer: "/b/a".to_owned(), key: 23, value: 28 }]);
        assert_eq!(json!(parsed.tree), json!({"a": 1, "b": {"a": 2}}));
    }

    #[test]
    fn what_is_no_json_says_where_and_inside_what() {
        for (text, at, pointer) in [
            ("", 0, ""),
            ("{\"a\": [1, {\"b\": }", 16, "/a/1/b"),
            ("{\"a\": [1, 2", 11, "/a"),
            ("[1,]", 3, "/1"),
            ("[1] 2", 4, ""),
            ("{\"a\": 01}", 6, "/a"),
            ("[1.]", 1, "/0"),
            ("[-]", 1, "/0"),
            ("[1e]", 1, "/0"),
            ("{\"a\" 1}", 5, "/a"),
            ("{a: 1}", 1, ""),
            ("[\"\n\"]", 2, "/0"),
            ("[\"\\x\"]", 3, "/0"),
            ("[\"\\ud800\"]", 8, "/0"),
            ("[nul]", 1, "/0"),
            ("\"open", 5, ""),
        ] {
            let error = value(text).unwrap_err();
            assert_eq!((error.at, error.pointer.as_str()), (at, pointer), "{text}: {}", error.message);
        }
        assert!(value(&"[".repeat(200_000)).is_err() && value(&"[".repeat(128)).is_err());
        assert!(value(&format!("{}{}", "[".repeat(128), "]".repeat(128))).is_ok());
    }

    proptest! {
        #[test]
        fn it_reads_what_serde_json_reads(text in r#"[\[\]{}:, "a0\\u.-]{0,12}|(\{"[a-c]":)?[-]?[0-9.]{1,5}(e[-+]?[0-9])?\}?|"(\\u[0-9a-f]{4}){1,2}""#) {
            let expected: Result<Value, _> = serde_json::from_str(&text);
            let found = value(&text);
            prop_assert_eq!(found.is_ok(), expected.is_ok(), "{:?} {:?}", found, expected);
            let whole_numbers = !text.contains("\":") && !text.contains(['.', 'e', '-']);
            if let (Ok(found), Ok(expected), true) = (found, expected, whole_numbers) {
                prop_assert_eq!(found, expected);
            }
        }

        #[test]
        fn no_text_makes_it_fail_otherwise(text in any::<String>()) {
            let _ = value(&text);
        }

        #[test]
        fn strings_and_numbers_come_back(text in any::<String>(), number in any::<i32>(), cents in 0..1_000_000i64) {
            let written = json!([text, number, cents as f64 / 100.0]);
            let found = value(&written.to_string()).unwrap();
            prop_assert_eq!((&found[0], &found[1], found[2].as_f64()), (&written[0], &written[1], written[2].as_f64()));
        }
    }
}
