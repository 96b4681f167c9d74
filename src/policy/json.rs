//! Reading JSON (RFC 8259) with the place of every value, and with the keys that occur twice in one object: serde_json
//! tells neither.

use super::node::{DEEPEST, Member, Node, Object, Value};
use super::pointer::Pointer;
use crate::sentence::{Sentence, sentence};

/// The position at which the reading of a text stopped, and the reason.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SyntaxError {
    pub message: Sentence,
    /// Offset in bytes.
    pub at: usize,
    /// Pointer to the value that was being read.
    pub pointer: String,
}

/// Reads a text that is one JSON value of at most 4 GiB.
pub(crate) fn parse(text: &str) -> Result<Node, SyntaxError> {
    let mut parser = Parser { text, at: 0, path: Pointer::default(), depth: 0 };
    parser.whole().map_err(|message| SyntaxError { message, at: parser.at, pointer: parser.path.as_str().to_owned() })
}

/// A power of ten beyond which every number is zero or infinite.
const MOST_POWER: usize = 2_000;

/// A power of ten, exact up to 22.
fn ten_to(power: i32) -> f64 {
    (0..power).fold(1.0, |product, _| product * 10.0)
}

struct Parser<'a> {
    text: &'a str,
    /// Offset of the next byte.
    at: usize,
    /// The value that is being read. It is not taken back where reading fails: then it says where.
    path: Pointer,
    depth: usize,
}

impl Parser<'_> {
    fn whole(&mut self) -> Result<Node, Sentence> {
        self.space();
        let node = self.node()?;
        self.space();
        match self.peek() {
            None => Ok(node),
            Some(_) => self.unexpected("the end of the text"),
        }
    }

    fn node(&mut self) -> Result<Node, Sentence> {
        let at = self.at as u32;
        let value = match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        };
        Ok(Node { at, value: value? })
    }

    fn word(&mut self) -> Result<Value, Sentence> {
        for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(value);
            }
        }
        self.unexpected("a value")
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value, Sentence>) -> Result<Value, Sentence> {
        if self.depth == DEEPEST {
            return Err(sentence!("arrays and objects nest at most {} deep", DEEPEST));
        }
        self.depth += 1;
        self.at += 1;
        self.space();
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn list(&mut self) -> Result<Value, Sentence> {
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Value::List(items));
        }
        loop {
            let length = self.path.descend(items.len());
            items.push(self.node()?);
            self.path.back_to(length);
            self.space();
            if self.take(b']') {
                return Ok(Value::List(items));
            }
            self.expect(b',', "\",\" or \"]\"")?;
        }
    }

    fn object(&mut self) -> Result<Value, Sentence> {
        let mut members: Vec<Member> = Vec::new();
        if self.take(b'}') {
            return Ok(Value::Object(Box::default()));
        }
        loop {
            let key_at = self.at as u32;
            if self.peek() != Some(b'"') {
                return self.unexpected("a key in double quotes");
            }
            let key = self.string()?;
            let length = self.path.descend(key.as_str());
            self.space();
            self.expect(b':', "\":\"")?;
            let node = self.node()?;
            members.push(Member { key, key_at, node });
            self.path.back_to(length);
            self.space();
            if self.take(b'}') {
                return Ok(Value::Object(Box::new(Object::new(members))));
            }
            self.expect(b',', "\",\" or \"}\"")?;
        }
    }

    /// A number, exact for up to 15 digits and powers of ten up to 22: more than a policy needs. The standard library's reader is
    /// exact for all, by a table of ten kilobytes that every page would download.
    fn number(&mut self) -> Result<Value, Sentence> {
        let start = self.at;
        let is_negative = self.take(b'-');
        let (mut digits, mut power) = (0.0, 0);
        let has_leading_zero = self.peek() == Some(b'0');
        let whole = self.digits(&mut digits);
        let mut is_complete = whole == 1 || whole > 1 && !has_leading_zero;
        if self.take(b'.') {
            let places = self.digits(&mut digits);
            is_complete &= places > 0;
            power -= places.min(MOST_POWER) as i32;
        }
        if self.take(b'e') || self.take(b'E') {
            let is_down = self.take(b'-');
            let _ = !is_down && self.take(b'+');
            let mut exponent = 0.0;
            is_complete &= self.digits(&mut exponent) > 0;
            let exponent = exponent.min(MOST_POWER as f64) as i32;
            power += if is_down { -exponent } else { exponent };
        }
        if !is_complete {
            self.at = start;
            return self.unexpected("a number");
        }
        let number = match power {
            _ if digits == 0.0 => 0.0,
            ..0 => digits / ten_to(-power),
            _ => digits * ten_to(power),
        };
        Ok(Value::Number(if is_negative { -number } else { number }))
    }

    /// Appends digits to a number, and says how many there are.
    fn digits(&mut self, number: &mut f64) -> usize {
        let start = self.at;
        while let Some(digit) = self.peek().filter(u8::is_ascii_digit) {
            *number = *number * 10.0 + f64::from(digit - b'0');
            self.at += 1;
        }
        self.at - start
    }

    fn string(&mut self) -> Result<String, Sentence> {
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
                None => return Err("the text ends inside a string".into()),
                Some(_) => return Err("a control character in a string has to be escaped".into()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Sentence> {
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
    fn unicode(&mut self) -> Result<char, Sentence> {
        let first = self.hexadecimal()?;
        let code = match first {
            0xd800..=0xdbff if self.take(b'\\') && self.take(b'u') => match self.hexadecimal()? {
                second @ 0xdc00..=0xdfff => 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                _ => first,
            },
            other => other,
        };
        char::from_u32(code).ok_or_else(|| "half of a surrogate pair is not a character".into())
    }

    fn hexadecimal(&mut self) -> Result<u32, Sentence> {
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
    fn expect(&mut self, byte: u8, what: &'static str) -> Result<(), Sentence> {
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

    fn unexpected<T>(&self, expected: &'static str) -> Result<T, Sentence> {
        Err(match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(found) if !found.is_control() => {
                sentence!("expected {}, found \"{}\"", Sentence::from(expected), found)
            }
            Some(_) => sentence!("expected {}, found a control character", Sentence::from(expected)),
            None => sentence!("expected {}, found the end of the text", Sentence::from(expected)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;
    use serde_json::{Value, json};

    use crate::policy::reader::{FaultPosition, Misfit, Reader};

    fn value(text: &str) -> Result<Value, SyntaxError> {
        parse(text).map(|node| Value::deserialize(Reader::<Misfit>::new(&node, &FaultPosition::default())).unwrap())
    }

    #[test]
    fn a_key_that_stands_twice_is_set_aside_and_the_first_counts() {
        let root = parse(r#"{"a": 1, "b": {"a": 2, "a": 3}}"#).unwrap();
        assert_eq!(root.member("b").object().unwrap().repeated, [("a".to_owned(), 23)]);
        assert_eq!(value(r#"{"a": 1, "b": {"a": 2, "a": 3}}"#), Ok(json!({"a": 1, "b": {"a": 2}})));
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
