//! Reads types from a [`Node`] by their serde derives, with the place of the first fault.

use std::cell::Cell;
use std::marker::PhantomData;
use std::{fmt, slice};

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use super::node::{Member, NOTHING, Node, Object, Value};
use super::pointer::Pointer;

/// The error of a reading: for arguments a message, for the document nothing. A [`FaultPosition`] says where.
pub(crate) trait Fault: de::Error {
    /// Whether the struct of a name refuses members that it does not have.
    fn refuses_unknown(name: &str) -> bool;
}

/// A document does not have the form of its types. The error carries nothing, so that neither it nor the messages of serde weigh on
/// the reading of every type: a [`FaultPosition`] says where, and the [shape](super::shape), which is generated from the same types, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Misfit;

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the document does not have the form of its types")
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
}

impl Fault for Misfit {
    fn refuses_unknown(_: &str) -> bool {
        true
    }
}

/// The offset of the value, or of the key, that is being read. Where the reading fails, it remains: that is the place of the fault.
#[derive(Debug, Default)]
pub(crate) struct FaultPosition(Cell<u32>);

impl FaultPosition {
    /// The JSON Pointer of the place in the value that was read.
    pub fn pointer(&self, root: &Node) -> String {
        let (mut node, mut path, wanted) = (root, Pointer::default(), self.0.get());
        while node.at != wanted {
            let member = node.members().iter().rfind(|member| member.key_at <= wanted);
            let item = node.items().iter().enumerate().rfind(|(_, item)| item.at <= wanted);
            match (member, item) {
                (Some(member), _) => {
                    path.descend(member.key.as_str());
                    if member.key_at == wanted {
                        break;
                    }
                    node = &member.node;
                }
                (_, Some((index, item))) => {
                    path.descend(index);
                    node = item;
                }
                _ => break,
            }
        }
        path.as_str().to_owned()
    }
}

/// Reads types from a node, with faults of one kind. Each kind of type takes one kind of value: a visitor that had to be ready
/// for all of them would be compiled for all of them, which doubles the code of every type.
///
/// A step that every type takes in a function of its own is inlined: each further function moves the value once more.
pub(crate) struct Reader<'de, E> {
    node: &'de Node,
    place: &'de FaultPosition,
    fault: PhantomData<E>,
}

impl<'de, E: Fault> Reader<'de, E> {
    /// A reader of `node`, which keeps the place that is being read.
    pub fn new(node: &'de Node, place: &'de FaultPosition) -> Self {
        place.0.set(node.at);
        Self { node, place, fault: PhantomData }
    }

    /// Reads an item or a member; what follows is about this value again.
    #[inline(always)]
    fn read_below<S: DeserializeSeed<'de>>(&self, node: &'de Node, seed: S) -> Result<S::Value, E> {
        let value = seed.deserialize(Self::new(node, self.place))?;
        self.place.0.set(self.node.at);
        Ok(value)
    }

    fn mismatch<T>(&self, expected: &dyn Expected) -> Result<T, E> {
        let found = match &self.node.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        };
        Err(E::invalid_type(Unexpected::Other(found), expected))
    }
}

impl<'de, E: Fault> Deserializer<'de> for Reader<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(_) => self.deserialize_bool(visitor),
            Value::Number(_) => self.deserialize_f64(visitor),
            Value::Text(_) => self.deserialize_str(visitor),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match &self.node.value {
            Value::Bool(flag) => visitor.visit_bool(*flag),
            _ => self.mismatch(&visitor),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        /// Up to here a number without a fraction is one integer and no other.
        const LARGEST_INTEGER: f64 = 9_007_199_254_740_992.0;
        match &self.node.value {
            Value::Number(number) if number.trunc() == *number && number.abs() < LARGEST_INTEGER => {
                visitor.visit_i64(*number as i64)
            }
            Value::Number(number) => visitor.visit_f64(*number),
            _ => self.mismatch(&visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match &self.node.value {
            Value::Text(text) => visitor.visit_borrowed_str(text),
            _ => self.mismatch(&visitor),
        }
    }

    #[inline(always)]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match &self.node.value {
            Value::List(items) => visitor.visit_seq(Items { rest: items.iter(), parent: self }),
            _ => self.mismatch(&visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match &self.node.value {
            Value::Object(object) => {
                visitor.visit_map(Members { rest: object.members().iter(), value: NOTHING, parent: self })
            }
            _ => self.mismatch(&visitor),
        }
    }

    #[inline(always)]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if self.node.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    /// A struct takes its members in the order of its fields: that is half the code of taking them in the order of the text.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let Some(object) = self.node.object() else { return self.mismatch(&visitor) };
        let unknown = object.members().iter().find(|member| !fields.contains(&member.key.as_str()));
        if let Some(unknown) = unknown.filter(|_| E::refuses_unknown(name)) {
            self.place.0.set(unknown.key_at);
            return Err(E::unknown_field(&unknown.key, fields));
        }
        let mut members = Fields { nodes: FieldNodes { object, names: fields.iter(), missing: None }, parent: self };
        visitor.visit_seq(&mut members).map_err(|error| members.nodes.missing.map_or(error, E::missing_field))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, E> {
        if self.node.items().len() != length {
            return self.mismatch(&visitor);
        }
        self.deserialize_seq(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match &self.node.value {
            Value::Text(word) => visitor.visit_enum(word.as_str().into_deserializer()),
            _ => self.mismatch(&visitor),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_f64(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct tuple_struct identifier
    }
}

/// Items of a list.
struct Items<'de, E> {
    rest: slice::Iter<'de, Node>,
    parent: Reader<'de, E>,
}

impl<'de, E: Fault> SeqAccess<'de> for Items<'de, E> {
    type Error = E;

    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        match self.rest.next() {
            Some(node) => self.parent.read_below(node, seed).map(Some),
            None => Ok(None),
        }
    }
}

/// The members of an object in the order of the fields of a type; none in place of one that is left out.
struct Fields<'de, E> {
    nodes: FieldNodes<'de>,
    parent: Reader<'de, E>,
}

impl<'de, E: Fault> SeqAccess<'de> for Fields<'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        match self.nodes.next() {
            Some(node) => self.parent.read_below(node, seed).map(Some),
            None => Ok(None),
        }
    }
}

/// The same whatever the types of the fields are.
struct FieldNodes<'de> {
    object: &'de Object,
    names: slice::Iter<'static, &'static str>,
    /// The name of the last field, if no member has it. A struct that cannot do without one refuses it at once.
    missing: Option<&'static str>,
}

impl<'de> FieldNodes<'de> {
    fn next(&mut self) -> Option<&'de Node> {
        let name = self.names.next()?;
        let member = self.object.member(name);
        self.missing = member.is_none().then_some(*name);
        member.map(|member| &member.node)
    }
}

/// Members of an object, and the value of the one whose key was read last.
struct Members<'de, E> {
    rest: slice::Iter<'de, Member>,
    value: &'de Node,
    parent: Reader<'de, E>,
}

impl<'de, E: Fault> MapAccess<'de> for Members<'de, E> {
    type Error = E;

    #[inline(always)]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some(member) = self.rest.next() else { return Ok(None) };
        self.value = &member.node;
        self.parent.place.0.set(member.key_at);
        seed.deserialize(BorrowedStrDeserializer::new(&member.key)).map(Some)
    }

    #[inline(always)]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        self.parent.read_below(self.value, seed)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::{FaultPosition, Misfit, Reader};
    use crate::policy::json::parse;
    use crate::policy::{Document, node::Node};

    fn read<'n, T: Deserialize<'n>>(node: &'n Node, place: &'n FaultPosition) -> Result<T, Misfit> {
        T::deserialize(Reader::new(node, place))
    }

    fn node(text: &str) -> Node {
        parse(text).unwrap()
    }

    #[test]
    fn a_member_is_found_by_its_key_and_the_first_of_repeated_ones_counts() {
        let object = node(r#"{"b": 1, "a": 2, "b": 3, "c": 4, "b": 5}"#);
        let place = FaultPosition::default();
        assert_eq!(read(object.member("b"), &place), Ok(1u8));
        assert_eq!(read(object.member("c"), &place), Ok(4u8));
        assert!(object.member("d").is_null());
        let keys: Vec<&str> = object.members().iter().map(|member| member.key.as_str()).collect();
        assert_eq!(keys, ["b", "a", "c"]);
        assert_eq!(object.object().unwrap().repeated, [("b".to_owned(), 17), ("b".to_owned(), 33)]);
    }

    #[test]
    fn the_document_is_the_one_that_serde_json_reads() {
        for text in [crate::REFERENCE_POLICY, include_str!("../../policies/boreal-care.json")] {
            let expected: Document = serde_json::from_str(text).unwrap();
            assert_eq!(read(&node(text), &FaultPosition::default()), Ok(expected));
        }
    }

    #[test]
    fn a_value_is_the_one_that_serde_json_reads() {
        let text = r#"{"b": [null, true, 0.5, -3, 1e22, "é"], "a": {}}"#;
        let expected: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(read(&node(text), &FaultPosition::default()), Ok(expected));
    }
}
