//! Where each value of a JSON text stands.
//!
//! `serde_json` reads the text but forgets positions and repeated keys. This pass over the same text keeps exactly
//! those two; it trusts the text to be JSON up to the place where it stops.

use serde_json::Value;

use super::pointer::token;

/// Positions of the values and keys of a JSON text.
pub(crate) struct Positions<'a> {
    text: &'a str,
    /// Pointer, offset of the key (of the value where there is none), offset of the value; sorted by pointer.
    places: Vec<Place>,
    /// Members whose key was there before in the same object.
    pub repeated: Vec<Place>,
    /// The innermost value that was being read where the pass stopped.
    pub last: String,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub pointer: String,
    pub key: usize,
    pub value: usize,
}

/// Containers nest no deeper than `serde_json` reads.
const DEEPEST: usize = 128;

/// An array or object that is still open.
struct Open {
    pointer: String,
    /// Keys so far; `None` in an array.
    keys: Option<Vec<String>>,
    count: usize,
}

impl<'a> Positions<'a> {
    /// Positions of the values that begin before `end` (an offset in bytes).
    pub fn scan(text: &'a str, end: usize) -> Self {
        let bytes = text.as_bytes().get(..end).unwrap_or(text.as_bytes());
        let mut positions = Self { text, places: Vec::new(), repeated: Vec::new(), last: String::new() };
        let mut open: Vec<Open> = Vec::new();
        let mut key: Option<(String, usize)> = None;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if open.len() > DEEPEST {
                break;
            }
            match byte {
                b'}' | b']' => {
                    open.pop();
                    positions.last = open.last().map(|o| o.pointer.clone()).unwrap_or_default();
                    at += 1;
                }
                b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' => at += 1,
                _ => {
                    let stop = token_end(bytes, at);
                    let expects_key = key.is_none() && open.last().is_some_and(|o| o.keys.is_some());
                    if expects_key && byte == b'"' {
                        let raw = text.get(at..stop).unwrap_or_default();
                        key = Some((unquoted(raw), at));
                    } else {
                        let place = positions.enter(&mut open, key.take(), at);
                        if byte == b'{' || byte == b'[' {
                            let keys = (byte == b'{').then(Vec::new);
                            open.push(Open { pointer: place, keys, count: 0 });
                        }
                    }
                    at = stop;
                }
            }
        }
        if let Some((name, _)) = key {
            positions.last = format!("{}/{}", positions.last, token(&name));
        }
        positions.places.sort_by(|a, b| a.pointer.cmp(&b.pointer));
        positions
    }

    /// Records a value inside the innermost open container and returns its pointer.
    fn enter(&mut self, open: &mut [Open], key: Option<(String, usize)>, value: usize) -> String {
        let mut repeats = false;
        let (pointer, key_at) = match open.last_mut() {
            None => (String::new(), value),
            Some(parent) => {
                let step = match (&mut parent.keys, &key) {
                    (Some(keys), Some((name, _))) => {
                        repeats = keys.contains(name);
                        keys.push(name.clone());
                        token(name)
                    }
                    _ => parent.count.to_string(),
                };
                parent.count += 1;
                (format!("{}/{step}", parent.pointer), key.map_or(value, |(_, at)| at))
            }
        };
        let place = Place { pointer: pointer.clone(), key: key_at, value };
        if repeats {
            self.repeated.push(place);
        } else {
            self.places.push(place);
        }
        self.last.clone_from(&pointer);
        pointer
    }

    /// The place at a pointer, or of the nearest value around it.
    pub fn place(&self, pointer: &str) -> Option<&Place> {
        let mut wanted = pointer;
        loop {
            if let Ok(index) = self.places.binary_search_by(|p| p.pointer.as_str().cmp(wanted)) {
                return self.places.get(index);
            }
            wanted = &wanted[..wanted.rfind('/')?];
        }
    }

    /// Line and column of an offset, both from 1; columns in UTF-16 units, as editors and JavaScript count them.
    pub fn line_and_column(&self, offset: usize) -> (u32, u32) {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (line as u32, before[start..].encode_utf16().count() as u32 + 1)
    }
}

/// What a string of JSON says. It is read as any value, for which the engine has the code already.
fn unquoted(raw: &str) -> String {
    match serde_json::from_str(raw) {
        Ok(Value::String(text)) => text,
        _ => String::new(),
    }
}

/// Where the token that begins at `at` ends: a string, a bracket, or a bare word such as a number.
fn token_end(bytes: &[u8], at: usize) -> usize {
    let rest = || bytes[at..].iter().enumerate().skip(1);
    match bytes[at] {
        b'{' | b'[' => at + 1,
        b'"' => {
            let mut escaped = false;
            for (step, byte) in rest() {
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' => escaped = true,
                    b'"' => return at + step + 1,
                    _ => {}
                }
            }
            bytes.len()
        }
        _ => rest().find(|(_, b)| b" \t\r\n,:{}[]\"".contains(b)).map_or(bytes.len(), |(step, _)| at + step),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> Positions<'_> {
        Positions::scan(text, text.len())
    }

    #[test]
    fn every_value_is_found_by_its_pointer() {
        let text = "{\n  \"a\": [1, {\"b/c\": \"é\"}],\n  \"d\": null }";
        let positions = scan(text);
        for (pointer, value) in [("", "{"), ("/a", "["), ("/a/0", "1"), ("/a/1/b~1c", "\"é\""), ("/d", "null")] {
            let place = positions.place(pointer).unwrap();
            assert!(text[place.value..].starts_with(value), "{pointer}");
        }
        let place = positions.place("/a/1/b~1c").unwrap();
        assert_eq!(positions.line_and_column(place.key), (2, 13));
        assert_eq!(positions.place("/d/missing"), positions.place("/d"));
    }

    #[test]
    fn columns_count_utf_16_units() {
        let text = "[\"é𝄞\", 1]";
        let positions = scan(text);
        assert_eq!(positions.line_and_column(positions.place("/1").unwrap().value), (1, 9));
    }

    #[test]
    fn a_key_that_stands_twice_is_reported_at_the_second() {
        let positions = scan(r#"{"a": 1, "b": {"a": 2, "a": 3}}"#);
        assert_eq!(positions.repeated.iter().map(|p| (p.pointer.as_str(), p.key)).collect::<Vec<_>>(), [("/b/a", 23)]);
    }

    #[test]
    fn it_knows_where_it_was_when_the_text_broke() {
        assert_eq!(Positions::scan(r#"{"a": [1, {"b": }"#, 16).last, "/a/1/b");
        assert_eq!(Positions::scan(r#"{"a": [1, 2"#, 11).last, "/a/1");
    }

    #[test]
    fn brackets_and_escapes_inside_strings_do_not_count() {
        let positions = scan(r#"{"a": "}]\"{", "b": 2}"#);
        assert!(positions.place("/b").is_some_and(|p| p.pointer == "/b"));
    }
}
