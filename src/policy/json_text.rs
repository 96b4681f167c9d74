/// JSON text that is being written.
///
/// By hand, because the tables with which the libraries write numbers stay in the engine of pages that never ask.
#[derive(Debug, Default)]
pub(super) struct JsonText(Vec<u8>);

impl JsonText {
    /// What has been written.
    pub fn into_text(self) -> String {
        // What was put together from texts and ASCII is text.
        String::from_utf8(self.0).unwrap_or_default()
    }

    /// Writes what is JSON already.
    pub fn raw(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }

    /// Writes a key in which nothing has to be escaped; `is_next` where another member stands before it.
    pub fn key(&mut self, key: &str, is_next: bool) {
        self.raw(if is_next { ",\"" } else { "\"" });
        self.raw(key);
        self.raw("\":");
    }

    /// Writes a string.
    pub fn string(&mut self, value: &str) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        self.0.push(b'"');
        let mut rest = value.as_bytes();
        while let Some(at) = rest.iter().position(|byte| *byte < b' ' || matches!(byte, b'"' | b'\\')) {
            let (plain, special) = rest.split_at(at);
            self.0.extend_from_slice(plain);
            let [byte, behind @ ..] = special else { break };
            self.0.push(b'\\');
            if *byte < b' ' {
                self.0.extend([b'u', b'0', b'0', b'0' + (byte >> 4), HEX[usize::from(byte & 15)]]);
            } else {
                self.0.push(*byte);
            }
            rest = behind;
        }
        self.0.extend_from_slice(rest);
        self.0.push(b'"');
    }

    /// Writes a number that reads back as the same; null where JSON cannot hold it.
    pub fn number(&mut self, value: f64) {
        /// Beyond, integers are not told apart any more; no result comes near it.
        const LARGEST: f64 = 9_007_199_254_740_992.0;
        /// Digits of a fraction: enough to tell a number of more than a billionth from its neighbours.
        const DIGITS: usize = 30;
        if value.is_nan() || value.abs() >= LARGEST {
            return self.raw("null");
        }
        if value < 0.0 {
            self.0.push(b'-');
        }
        let whole = value.abs().trunc();
        self.integer(whole as u64);
        if value.abs() == whole {
            return;
        }
        // Exact: a fraction of more than a billionth has no bits beyond these.
        const BITS: u32 = 100;
        let mut fraction = ((value.abs() - whole) * (1u128 << BITS) as f64) as u128;
        self.0.push(b'.');
        let mut digits = 0;
        while fraction > 0 && digits < DIGITS {
            fraction *= 10;
            self.0.push(b'0' + (fraction >> BITS) as u8);
            fraction &= (1 << BITS) - 1;
            digits += 1;
        }
    }

    fn integer(&mut self, mut value: u64) {
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
        self.0.extend_from_slice(&digits[at..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f64) -> String {
        let mut json = JsonText::default();
        json.number(value);
        json.into_text()
    }

    #[test]
    fn numbers_read_back_as_the_same_bits() {
        let same = |value: f64| {
            let text = written(value);
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
            assert_eq!(written(value), "null");
        }
    }
}
