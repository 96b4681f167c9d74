//! A JSON value with its positions in the text.
//!
//! The matcher of the [shape](super::shape) and the checks of references, texts and limits walk it; the types of the
//! document, and of the arguments of calls, are read from it by their serde derives, through the [reader](super::reader).

use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::sorted::sorted_places;

/// Deepest nesting of arrays and objects.
pub(crate) const DEEPEST: usize = 128;

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
    sorted: Vec<usize>,
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
pub(super) const NOTHING: &Node = &Node { at: 0, value: Value::Null };

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
        self.object().map_or(&[], Object::members)
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
        matches!(self.value, Value::Null)
    }
}

impl Object {
    /// The members in the order of the text.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The object of these members; those whose key was there before are set aside.
    pub fn new(members: Vec<Member>) -> Self {
        let key = |place: usize| members[place].key.as_str();
        // Equal keys stay in their order, so the first of them stays the first.
        let sorted = sorted_places(members.len(), &|one, other| key(one).cmp(key(other)));
        let mut is_again = vec![false; members.len()];
        for pair in sorted.windows(2) {
            is_again[pair[1]] = key(pair[0]) == key(pair[1]);
        }
        if !is_again.contains(&true) {
            return Self { members, sorted, repeated: Vec::new() };
        }
        let (mut kept, mut repeated) = (Vec::new(), Vec::new());
        for (member, is_again) in members.into_iter().zip(is_again) {
            if is_again { repeated.push((member.key, member.key_at)) } else { kept.push(member) }
        }
        Self { repeated, ..Self::new(kept) }
    }

    /// The member under `key`.
    pub fn member(&self, key: &str) -> Option<&Member> {
        let place = self.sorted.binary_search_by(|place| self.members[*place].key.as_str().cmp(key)).ok()?;
        self.members.get(self.sorted[place])
    }

    /// The keys in their order.
    #[cfg(feature = "analysis")]
    pub fn sorted_keys(&self) -> impl Iterator<Item = &str> {
        self.sorted.iter().map(|place| self.members[*place].key.as_str())
    }

    /// Keeps the members for which `visit` returns true.
    #[cfg(feature = "analysis")]
    pub fn retain(&mut self, visit: impl FnMut(&mut Member) -> bool) {
        let count = self.members.len();
        self.members.retain_mut(visit);
        if self.members.len() < count {
            let repeated = std::mem::take(&mut self.repeated);
            *self = Self { repeated, ..Self::new(std::mem::take(&mut self.members)) };
        }
    }
}

impl Node {
    /// Reads a value from any deserializer. In place of offsets it has numbers, in the order of reading.
    pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        NodeSeed { depth: 0, count: &Cell::new(0) }.deserialize(deserializer)
    }
}

/// Reads a node that lies so many arrays and objects deep.
#[derive(Clone, Copy)]
struct NodeSeed<'c> {
    depth: usize,
    /// Values and keys read so far.
    count: &'c Cell<u32>,
}

impl NodeSeed<'_> {
    fn below<E: de::Error>(self) -> Result<Self, E> {
        if self.depth == DEEPEST {
            return Err(E::custom(format_args!("arrays and objects nest at most {DEEPEST} deep")));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn next(self) -> u32 {
        self.count.replace(self.count.get().saturating_add(1))
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        Ok(Node { at: self.next(), value: deserializer.deserialize_any(self)? })
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can hold")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let (below, mut items) = (self.below()?, Vec::new());
        while let Some(item) = list.next_element_seed(below)? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let (below, mut members) = (self.below()?, Vec::new());
        while let Some(key) = object.next_key()? {
            members.push(Member { key, key_at: self.next(), node: object.next_value_seed(below)? });
        }
        Ok(Value::Object(Box::new(Object::new(members))))
    }
}
