//! From the results of the engine to JSON text.
//!
//! A result of many objects reaches JavaScript sooner as one text that the host parses than as objects that are made one by
//! one. How strings and numbers are written stands in [`JsonText`].

use std::fmt;

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct, Serializer,
};

use super::json_text::JsonText;
use super::refusals::refusals;

/// A value as JSON text; empty for a value that is none, which no result is. A number reads back as the same number; one
/// that JSON cannot hold is null.
pub(crate) fn to_text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut text = Text(JsonText::default());
    match value.serialize(&mut text) {
        Ok(()) => text.0.into_text(),
        Err(fmt::Error) => String::new(),
    }
}

type Outcome = Result<(), fmt::Error>;

/// What has been written so far.
struct Text(JsonText);

/// A list or an object that has been opened.
struct Open<'a> {
    text: &'a mut Text,
    /// What closes it.
    end: &'static str,
    has_begun: bool,
}

impl Text {
    fn open(&mut self, start: &'static str, end: &'static str) -> Result<Open<'_>, fmt::Error> {
        self.0.raw(start);
        Ok(Open { text: self, end, has_begun: false })
    }
}

impl Open<'_> {
    /// Begins the next item.
    fn next(&mut self) -> &mut Text {
        if self.has_begun {
            self.text.0.raw(",");
        }
        self.has_begun = true;
        self.text
    }

    /// Begins the next member, whose key is a name in Rust: nothing in it has to be escaped.
    // Once for all fields of all structs.
    #[inline(never)]
    fn key(&mut self, key: &'static str) -> &mut Text {
        self.text.0.key(key, self.has_begun);
        self.has_begun = true;
        self.text
    }

    fn close(self) -> Outcome {
        self.text.0.raw(self.end);
        Ok(())
    }
}

macro_rules! numbers {
    ($($method:ident: $type:ty),*) => { $(
        fn $method(self, value: $type) -> Outcome {
            self.0.number(value as f64);
            Ok(())
        }
    )* };
}

impl<'a> Serializer for &'a mut Text {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Open<'a>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;

    refusals!(());

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8,
        serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32, serialize_f64: f64
    }

    fn serialize_bool(self, flag: bool) -> Outcome {
        self.0.raw(if flag { "true" } else { "false" });
        Ok(())
    }

    fn serialize_char(self, character: char) -> Outcome {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Outcome {
        self.0.string(text);
        Ok(())
    }

    fn serialize_none(self) -> Outcome {
        self.0.raw("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Outcome {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Outcome {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Outcome {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        value: &T,
    ) -> Outcome {
        let mut object = self.open("{", "}")?;
        value.serialize(object.key(word))?;
        object.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, fmt::Error> {
        self.open("[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, fmt::Error> {
        self.open("[", "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, fmt::Error> {
        self.open("[", "]")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, fmt::Error> {
        self.open("{", "}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, fmt::Error> {
        self.open("{", "}")
    }
}

/// Lists of every kind: one method adds an item, and what stands behind the last is the end.
macro_rules! lists {
    ($($kind:ident $add:ident),*) => { $(
        impl $kind for Open<'_> {
            type Ok = ();
            type Error = fmt::Error;

            fn $add<T: Serialize + ?Sized>(&mut self, item: &T) -> Outcome {
                item.serialize(self.next())
            }

            fn end(self) -> Outcome {
                self.close()
            }
        }
    )* };
}

lists! { SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field }

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Outcome {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        self.text.0.raw(":");
        value.serialize(&mut *self.text)
    }

    fn end(self) -> Outcome {
        self.close()
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Outcome {
        value.serialize(self.key(key))
    }

    fn end(self) -> Outcome {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tree;
    use serde_json::{Value, json};

    fn read_back(value: &Value) -> Value {
        serde_json::from_str(&to_text(value)).unwrap()
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
        let document = crate::Policy::load(crate::REFERENCE_POLICY).unwrap().document().clone();
        let tree = |text: &str| serde_json::from_str::<Tree>(text).unwrap();
        assert_eq!(tree(&to_text(&document)), tree(&serde_json::to_string(&document).unwrap()));
    }
}
