//! From the results of the engine to a tree.
//!
//! Each result is derived `Serialize`, and what a serializer does is compiled once for every type that passes through it.
//! This one does next to nothing, so that the one that makes objects for JavaScript is compiled for trees alone.

use std::fmt;

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct, Serializer,
};

use super::refusals::refusals;
use super::tree::Tree;

impl Tree {
    /// What a value is as JSON; null for a value that is none, which no result is.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        value.serialize(ToTree).unwrap_or(Self::Null)
    }
}

type Outcome = Result<Tree, fmt::Error>;

struct ToTree;

#[derive(Default)]
struct List(Vec<Tree>);

#[derive(Default)]
struct Object {
    members: Vec<(String, Tree)>,
    key: String,
}

macro_rules! numbers {
    ($($method:ident: $type:ty),*) => { $(
        fn $method(self, number: $type) -> Outcome {
            Ok(Tree::Number(number as f64))
        }
    )* };
}

impl Serializer for ToTree {
    type Ok = Tree;
    type Error = fmt::Error;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeMap = Object;
    type SerializeStruct = Object;

    refusals!(Tree);

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8,
        serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32, serialize_f64: f64
    }

    fn serialize_bool(self, flag: bool) -> Outcome {
        Ok(Tree::Bool(flag))
    }

    fn serialize_char(self, character: char) -> Outcome {
        Ok(Tree::Text(character.to_string()))
    }

    fn serialize_str(self, text: &str) -> Outcome {
        Ok(Tree::Text(text.to_owned()))
    }

    fn serialize_none(self) -> Outcome {
        Ok(Tree::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Outcome {
        Ok(Tree::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Outcome {
        Ok(Tree::Null)
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
        Ok(Tree::Object(vec![(word.to_owned(), value.serialize(self)?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, fmt::Error> {
        Ok(List::default())
    }

    fn serialize_tuple(self, _: usize) -> Result<List, fmt::Error> {
        Ok(List::default())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List, fmt::Error> {
        Ok(List::default())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object, fmt::Error> {
        Ok(Object::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object, fmt::Error> {
        Ok(Object::default())
    }
}

/// Lists of every kind: one method adds an item, and what stands behind the last is the end.
macro_rules! lists {
    ($($kind:ident $add:ident),*) => { $(
        impl $kind for List {
            type Ok = Tree;
            type Error = fmt::Error;

            fn $add<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), fmt::Error> {
                self.0.push(Tree::of(item));
                Ok(())
            }

            fn end(self) -> Outcome {
                Ok(Tree::List(self.0))
            }
        }
    )* };
}

lists! { SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field }

impl Object {
    // Once for all fields of all structs.
    #[inline(never)]
    fn push(&mut self, key: &str, member: Tree) {
        self.members.push((key.to_owned(), member));
    }
}

impl SerializeMap for Object {
    type Ok = Tree;
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), fmt::Error> {
        self.key = Tree::of(key).text().to_owned();
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        let key = std::mem::take(&mut self.key);
        self.push(&key, Tree::of(value));
        Ok(())
    }

    fn end(self) -> Outcome {
        Ok(Tree::Object(self.members))
    }
}

impl SerializeStruct for Object {
    type Ok = Tree;
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), fmt::Error> {
        self.push(key, Tree::of(value));
        Ok(())
    }

    fn end(self) -> Outcome {
        Ok(Tree::Object(self.members))
    }
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_the_json_that_serde_json_writes() {
        let policy = crate::Policy::load(crate::REFERENCE_POLICY).unwrap();
        let tree = Tree::of(policy.document());
        let written = serde_json::to_string(policy.document()).unwrap();
        assert_eq!(tree, serde_json::from_str(&written).unwrap());
        assert_eq!(serde_json::to_string(&tree).unwrap(), serde_json::to_string(&Tree::of(&tree)).unwrap());

        let findings = crate::check("{\"id\": 5}", true);
        let written = serde_json::to_string(&findings).unwrap();
        assert_eq!(Tree::of(&findings), serde_json::from_str(&written).unwrap());
    }
}
