//! Writing results as JSON text.
//!
//! A result crosses to JavaScript at once, as text that `JSON.parse` reads, instead of by a call for each member: the engine that
//! pages wait for is smaller, and every key is an ordinary one (`__proto__` too).

use std::fmt::{self, Write};

use serde::ser::{self, Impossible, Serialize, Serializer};

/// The JSON text of a value.
///
/// # Errors
///
/// An error for a type that no result has: bytes, and variants with several members outside an object of their own.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T) -> Result<String, fmt::Error> {
    let mut writer = Writer(String::new());
    value.serialize(&mut writer)?;
    Ok(writer.0)
}

/// The text so far. A comma is due wherever it ends with a value.
struct Writer(String);

impl Writer {
    /// The place of the next item or key.
    fn next(&mut self) -> &mut Self {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
        self
    }

    /// The place of the value under a key.
    fn member(&mut self, key: &str) -> &mut Self {
        self.next().text(key);
        self.0.push(':');
        self
    }

    fn text(&mut self, text: &str) {
        let mut rest = text;
        self.0.push('"');
        while let Some(place) = rest.bytes().position(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
            self.0.push_str(&rest[..place]);
            // Writing to a text cannot fail.
            let _ = write!(self.0, "\\u{:04x}", rest.as_bytes()[place]);
            rest = &rest[place + 1..];
        }
        self.0.push_str(rest);
        self.0.push('"');
    }

    fn integer(&mut self, number: i64) -> fmt::Result {
        write!(self.0, "{number}")
    }

    fn open(&mut self, bracket: char) -> Result<&mut Self, fmt::Error> {
        self.0.push(bracket);
        Ok(self)
    }

    fn close(&mut self, bracket: char) -> fmt::Result {
        self.0.push(bracket);
        Ok(())
    }
}

/// A number that is no integer. The browser writes it: the decimals of the standard library would be a tenth of the engine.
fn decimal(number: f64) -> String {
    #[cfg(target_arch = "wasm32")]
    return crate::wasm::decimal(number);
    #[cfg(not(target_arch = "wasm32"))]
    number.to_string()
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Impossible<(), fmt::Error>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), fmt::Error>;

    fn serialize_bool(self, flag: bool) -> fmt::Result {
        self.0.write_str(if flag { "true" } else { "false" })
    }

    fn serialize_i8(self, number: i8) -> fmt::Result {
        self.integer(number.into())
    }

    fn serialize_i16(self, number: i16) -> fmt::Result {
        self.integer(number.into())
    }

    fn serialize_i32(self, number: i32) -> fmt::Result {
        self.integer(number.into())
    }

    fn serialize_i64(self, number: i64) -> fmt::Result {
        self.integer(number)
    }

    fn serialize_u8(self, number: u8) -> fmt::Result {
        self.integer(number.into())
    }

    fn serialize_u16(self, number: u16) -> fmt::Result {
        self.integer(number.into())
    }

    fn serialize_u32(self, number: u32) -> fmt::Result {
        self.integer(number.into())
    }

    fn serialize_u64(self, number: u64) -> fmt::Result {
        // JavaScript has no integer above 2^53.
        self.serialize_f64(number as f64)
    }

    fn serialize_f32(self, number: f32) -> fmt::Result {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> fmt::Result {
        const LARGEST_INTEGER: f64 = 9_007_199_254_740_992.0;
        if !number.is_finite() {
            return self.serialize_unit();
        }
        if number.trunc() == number && number.abs() < LARGEST_INTEGER {
            return self.integer(number as i64);
        }
        self.0.push_str(&decimal(number));
        Ok(())
    }

    fn serialize_char(self, char: char) -> fmt::Result {
        self.serialize_str(char.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> fmt::Result {
        self.text(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> fmt::Result {
        Err(fmt::Error)
    }

    fn serialize_none(self) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.0.write_str("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> fmt::Result {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> fmt::Result {
        value.serialize(self.open('{')?.member(variant))?;
        self.close('}')
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        self.open('[')
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, fmt::Error> {
        self.open('[')
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        self.open('[')
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        self.open('{')
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        self.open('{')
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, fmt::Error> {
        Err(fmt::Error)
    }
}

impl ser::SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(self.next())
    }

    fn end(self) -> fmt::Result {
        self.close(']')
    }
}

impl ser::SerializeTuple for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(self.next())
    }

    fn end(self) -> fmt::Result {
        self.close(']')
    }
}

impl ser::SerializeTupleStruct for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(self.next())
    }

    fn end(self) -> fmt::Result {
        self.close(']')
    }
}

impl ser::SerializeMap for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.0.push(':');
        value.serialize(&mut **self)
    }

    fn end(self) -> fmt::Result {
        self.close('}')
    }
}

impl ser::SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        value.serialize(self.member(key))
    }

    fn end(self) -> fmt::Result {
        self.close('}')
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::policy::Document;
    use serde_json::{Value, json};

    #[test]
    fn the_text_is_the_value_again() {
        let value = json!({
            "__proto__": {"": [[], {}, null, [1, -2, 0.5, 1e300, true]]},
            "text": "a \"quoted\" \\ line\n\u{1}\u{7f} é 🎉 [",
            "0": [{"a": []}, {"b": "{"}, "["],
        });
        let again: Value = serde_json::from_str(&write(&value).unwrap()).unwrap();
        assert_eq!(again, value);
    }

    #[test]
    fn a_policy_and_its_findings_are_those_that_serde_json_reads_and_writes() {
        let text = include_str!("../policies/boreal-care.json");
        let document: Document = serde_json::from_str(text).unwrap();
        let again: Document = serde_json::from_str(&write(&document).unwrap()).unwrap();
        assert_eq!(again, document);
        let report = crate::check(&text.replace("\"en\":", "\"de\":"), true);
        let again: Value = serde_json::from_str(&write(&report).unwrap()).unwrap();
        assert_eq!(again, serde_json::to_value(&report).unwrap());
    }

    #[test]
    fn numbers_that_json_does_not_have_are_null() {
        assert_eq!(write(&[f64::NAN, f64::INFINITY, 5.0, -0.25]).unwrap(), "[null,null,5,-0.25]");
    }
}
