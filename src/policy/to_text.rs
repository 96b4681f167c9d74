//! From a tree to JSON text.
//!
//! A result of many objects reaches JavaScript sooner as one text that the host parses than as objects that are made one by
//! one. By hand, because the tables with which the libraries write numbers stay in the engine of pages that never ask.

use super::tree::Tree;

impl Tree {
    /// The value as JSON text. A number reads back as the same number; one that JSON cannot hold is null.
    pub(crate) fn to_text(&self) -> String {
        let mut text = Vec::new();
        write(self, &mut text);
        // What was put together from texts and ASCII is text.
        String::from_utf8(text).unwrap_or_default()
    }
}

fn write(value: &Tree, text: &mut Vec<u8>) {
    match value {
        Tree::Null => text.extend(b"null"),
        Tree::Bool(true) => text.extend(b"true"),
        Tree::Bool(false) => text.extend(b"false"),
        Tree::Number(value) => number(*value, text),
        Tree::Text(value) => string(value.as_bytes(), text),
        Tree::List(items) => {
            text.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(b',');
                }
                write(item, text);
            }
            text.push(b']');
        }
        Tree::Object(members) => {
            text.push(b'{');
            for (at, (key, member)) in members.iter().enumerate() {
                if at > 0 {
                    text.push(b',');
                }
                string(key.as_bytes(), text);
                text.push(b':');
                write(member, text);
            }
            text.push(b'}');
        }
    }
}

fn string(value: &[u8], text: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    text.push(b'"');
    let mut rest = value;
    while let Some(at) = rest.iter().position(|byte| *byte < b' ' || matches!(byte, b'"' | b'\\')) {
        let (plain, special) = rest.split_at(at);
        text.extend_from_slice(plain);
        let [byte, behind @ ..] = special else { break };
        text.push(b'\\');
        if *byte < b' ' {
            text.extend([b'u', b'0', b'0', b'0' + (byte >> 4), HEX[usize::from(byte & 15)]]);
        } else {
            text.push(*byte);
        }
        rest = behind;
    }
    text.extend_from_slice(rest);
    text.push(b'"');
}

fn number(value: f64, text: &mut Vec<u8>) {
    /// Beyond, integers are not told apart any more; no result comes near it.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    /// Digits of a fraction: enough to tell a number of more than a billionth from its neighbours.
    const DIGITS: usize = 30;
    if value.is_nan() || value.abs() >= LARGEST {
        return text.extend(b"null");
    }
    if value < 0.0 {
        text.push(b'-');
    }
    let whole = value.abs().trunc();
    integer(whole as u64, text);
    // Exact: a fraction of more than a billionth has no bits beyond these.
    const BITS: u32 = 100;
    let mut fraction = ((value.abs() - whole) * (1u128 << BITS) as f64) as u128;
    if fraction == 0 {
        return;
    }
    text.push(b'.');
    let mut digits = 0;
    while fraction > 0 && digits < DIGITS {
        fraction *= 10;
        text.push(b'0' + (fraction >> BITS) as u8);
        fraction &= (1 << BITS) - 1;
        digits += 1;
    }
}

fn integer(mut value: u64, text: &mut Vec<u8>) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 || at == 0 {
            break;
        }
    }
    text.extend_from_slice(&digits[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read_back(value: &Value) -> Value {
        serde_json::from_str(&Tree::from(value).to_text()).unwrap()
    }

    #[test]
    fn what_is_written_reads_back_as_the_same() {
        for value in [
            json!(null),
            json!([]),
            json!({"a": [true, false, null, [], {}], "": "x", "é\n\"\\\u{0}\u{1f}\u{7f}\u{2028}": "𝄞\t"}),
        ] {
            assert_eq!(read_back(&value), value);
        }
    }

    #[test]
    fn numbers_read_back_as_the_same_bits() {
        let same = |value: f64| {
            let text = Tree::Number(value).to_text();
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), value.to_bits(), "{text}");
        };
        for value in [0.0, 1.0, -1.0, 0.5, 0.001, 1e-3, 360.123, -0.25, 4_294_967_296.0, 9_007_199_254_740_991.0] {
            same(value);
        }
        let mut seed = 9u64;
        for _ in 0..200_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (large, small) = (seed >> 24, (seed >> 40) + 1);
            same(large as f64 / 1_000.0);
            same(small.min(large) as f64 / large.max(1) as f64);
            same((small + 1_000) as f64 / (1u64 << 40) as f64);
        }
        for value in [f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(Tree::Number(value).to_text(), "null");
        }
    }
}
