use serde_json::{Map, Value};

/// A JSON value that keeps the keys of an object in the order of the text, which is the author's.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The member under `key`, or null.
    pub fn member(&self, key: &str) -> &Tree {
        match self {
            Self::Object(members) => members.iter().find(|(k, _)| k == key).map_or(&Self::Null, |(_, member)| member),
            _ => &Self::Null,
        }
    }

    /// The text, or an empty one.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Tree] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The members of an object; none for anything else.
    pub fn members(&self) -> &[(String, Tree)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The same as a [`Value`], which sorts its keys.
    pub fn to_value(&self) -> Value {
        /// Up to here a number without a fraction is one integer and no other.
        const LARGEST_INTEGER: f64 = 9_007_199_254_740_992.0;
        match self {
            Self::Null => Value::Null,
            Self::Bool(flag) => Value::Bool(*flag),
            Self::Number(number) if number.trunc() == *number && number.abs() < LARGEST_INTEGER => {
                Value::from(*number as i64)
            }
            Self::Number(number) => Value::from(*number),
            Self::Text(text) => Value::from(text.as_str()),
            Self::List(items) => Value::Array(items.iter().map(Tree::to_value).collect()),
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
