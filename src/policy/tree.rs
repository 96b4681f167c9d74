//! JSON as a tree that keeps the keys of an object in the order of the text, which is the author's.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    /// Null, a boolean, a number or a text.
    Leaf(Value),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// What stands where nothing is said.
    pub(crate) const NOTHING: &Self = &Self::Leaf(Value::Null);

    /// The member under `key`, or nothing.
    pub(crate) fn member(&self, key: &str) -> &Tree {
        match self {
            Self::Object(members) => members.iter().find(|(k, _)| k == key).map_or(Self::NOTHING, |(_, member)| member),
            _ => Self::NOTHING,
        }
    }

    /// The text, or an empty one.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Leaf(Value::String(text)) => text,
            _ => "",
        }
    }

    /// Whether nothing is said.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Leaf(Value::Null))
    }

    /// The same as a [`Value`], which sorts its keys.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Leaf(value) => value.clone(),
            Self::List(items) => items.iter().map(Tree::to_value).collect(),
            Self::Object(members) => {
                let mut map = Map::new();
                for (key, member) in members {
                    map.insert(key.clone(), member.to_value());
                }
                Value::Object(map)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = entries.next_entry()? {
            members.push(member);
        }
        Ok(Tree::Object(members))
    }
}
