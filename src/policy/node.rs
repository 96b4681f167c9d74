//! A JSON value with the places at which it stands in the text.
//!
//! The matcher of the [shape](super::shape) and the checks of references, texts and limits walk it; the types of the
//! document are read from it by their serde derives, through the [`Deserializer`] at the end.

use std::{fmt, slice};

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// A value, and where it begins.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// Offset in bytes.
    pub at: u32,
    pub value: Value,
}

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// A number, as JavaScript has them.
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Object(Box<Object>),
}

/// The members of an object in the order of the text, which is the author's.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Object {
    members: Vec<Member>,
    /// Places of the members in the order of their keys.
    sorted: Vec<u32>,
    /// Keys that were there before in the same object, with their offsets; the first one counts.
    pub repeated: Vec<(String, u32)>,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub key: String,
    /// Offset of the key.
    pub key_at: u32,
    pub node: Node,
}

/// The value of a member that is not there.
const NOTHING: &Node = &Node { at: 0, value: Value::Null };

impl Node {
    /// The member under `key`, or null.
    pub fn member(&self, key: &str) -> &Node {
        self.object().and_then(|object| object.member(key)).map_or(NOTHING, |member| &member.node)
    }

    /// The text, or an empty one.
    pub fn text(&self) -> &str {
        match &self.value {
            Value::Text(text) => text,
            _ => "",
        }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The members of an object; none for anything else.
    pub fn members(&self) -> &[Member] {
        self.object().map_or(&[], |object| &object.members)
    }

    /// The object; `None` for anything else.
    pub fn object(&self) -> Option<&Object> {
        match &self.value {
            Value::Object(object) => Some(object),
            _ => None,
        }
    }

    /// How many entries a list or an object has.
    pub fn len(&self) -> usize {
        self.items().len() + self.members().len()
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }
}

impl Object {
    /// The object of these members; those whose key was there before are set aside.
    pub fn new(members: Vec<Member>) -> Self {
        let mut sorted: Vec<u32> = (0..members.len() as u32).collect();
        let key = |place: &u32| members[*place as usize].key.as_str();
        // The sort is stable: the first of equal keys stays the first.
        sorted.sort_by(|one, other| key(one).cmp(key(other)));
        let groups = sorted.chunk_by(|one, other| key(one) == key(other));
        let mut again: Vec<u32> = groups.flat_map(|group| &group[1..]).copied().collect();
        if again.is_empty() {
            return Self { members, sorted, repeated: Vec::new() };
        }
        again.sort();
        let (mut kept, mut repeated, mut again) = (Vec::new(), Vec::new(), again.into_iter().peekable());
        for (place, member) in members.into_iter().enumerate() {
            match again.next_if_eq(&(place as u32)) {
                Some(_) => repeated.push((member.key, member.key_at)),
                None => kept.push(member),
            }
        }
        Self { repeated, ..Self::new(kept) }
    }

    /// The member under `key`.
    pub fn member(&self, key: &str) -> Option<&Member> {
        let place = self.sorted.binary_search_by(|place| self.members[*place as usize].key.as_str().cmp(key)).ok()?;
        self.members.get(self.sorted[place] as usize)
    }

    /// Keeps the members for which `visit` returns true.
    pub fn retain(&mut self, visit: impl FnMut(&mut Member) -> bool) {
        let count = self.members.len();
        self.members.retain_mut(visit);
        if self.members.len() < count {
            let repeated = std::mem::take(&mut self.repeated);
            *self = Self { repeated, ..Self::new(std::mem::take(&mut self.members)) };
        }
    }
}

/// A node does not have the form of a type. The [shape](super::shape), which is generated from the same types, has said before
/// what is wrong and where; so this error carries nothing, and its messages are no part of the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the document does not have the form of its types")
    }
}

impl std::error::Error for Unreadable {}

impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads types from a node. Each kind of type takes one kind of value: a visitor that had to be ready for all of them would be
/// compiled for all of them, which doubles the code of every type.
impl<'de> Deserializer<'de> for &'de Node {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match &self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(_) => self.deserialize_bool(visitor),
            Value::Number(_) => self.deserialize_f64(visitor),
            Value::Text(_) => self.deserialize_str(visitor),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match &self.value {
            Value::Bool(flag) => visitor.visit_bool(*flag),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        /// Up to here a number without a fraction is one integer and no other.
        const LARGEST_INTEGER: f64 = 9_007_199_254_740_992.0;
        match &self.value {
            Value::Number(number) if number.trunc() == *number && number.abs() < LARGEST_INTEGER => {
                visitor.visit_i64(*number as i64)
            }
            Value::Number(number) => visitor.visit_f64(*number),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match &self.value {
            Value::Text(text) => visitor.visit_borrowed_str(text),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match &self.value {
            Value::List(items) => visitor.visit_seq(Items(items.iter())),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match &self.value {
            Value::Object(object) => visitor.visit_map(Members { rest: object.members.iter(), node: NOTHING }),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match &self.value {
            Value::Text(word) => visitor.visit_enum(word.as_str().into_deserializer()),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_f64(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct tuple_struct identifier
    }
}

/// Items of a list.
struct Items<'de>(slice::Iter<'de, Node>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        self.0.next().map(|node| seed.deserialize(node)).transpose()
    }
}

/// Members of an object, and the value of the one whose key was read last.
struct Members<'de> {
    rest: slice::Iter<'de, Member>,
    node: &'de Node,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        let Some(member) = self.rest.next() else { return Ok(None) };
        self.node = &member.node;
        seed.deserialize(BorrowedStrDeserializer::new(&member.key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        seed.deserialize(self.node)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use crate::policy::json::parse;
    use crate::policy::{Document, node::Node};

    fn node(text: &str) -> Node {
        parse(text).unwrap()
    }

    #[test]
    fn a_member_is_found_by_its_key_and_the_first_of_repeated_ones_counts() {
        let object = node(r#"{"b": 1, "a": 2, "b": 3, "c": 4, "b": 5}"#);
        assert_eq!(u8::deserialize(object.member("b")), Ok(1));
        assert_eq!(u8::deserialize(object.member("c")), Ok(4));
        assert!(object.member("d").is_null());
        let keys: Vec<&str> = object.members().iter().map(|member| member.key.as_str()).collect();
        assert_eq!(keys, ["b", "a", "c"]);
        assert_eq!(object.object().unwrap().repeated, [("b".to_owned(), 17), ("b".to_owned(), 33)]);
    }

    #[test]
    fn the_document_is_the_one_that_serde_json_reads() {
        for text in [crate::REFERENCE_POLICY, include_str!("../../policies/boreal-care.json")] {
            let expected: Document = serde_json::from_str(text).unwrap();
            assert_eq!(Document::deserialize(&node(text)).unwrap(), expected);
        }
    }

    #[test]
    fn a_value_is_the_one_that_serde_json_reads() {
        let text = r#"{"b": [null, true, 0.5, -3, 1e300, "é"], "a": {}}"#;
        let expected: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::Value::deserialize(&node(text)).unwrap(), expected);
    }
}
