#[cfg(feature = "analysis")]
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// A JSON object whose keys are data: entries in the order of the document.
///
/// The order is kept because it is the author's (clauses are shown in this order), and looking up is linear because
/// the largest of these objects holds a few dozen entries.
///
/// # Examples
///
/// ```
/// use case_slo::Policy;
///
/// let policy = Policy::reference();
/// let title = &policy.document().title;
/// assert_eq!(title.get("en").map(String::as_str), Some("Software Support Service (SWSS) for Cisco Spark"));
/// assert_eq!(title.keys().collect::<Vec<_>>(), ["fr-CA", "en"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entries<T>(Vec<(String, T)>);

impl<T> Entries<T> {
    /// Adds an entry after the others.
    pub(crate) fn push(&mut self, key: String, value: T) {
        self.0.push((key, value));
    }

    /// The value under `key`.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let policy = Policy::reference();
    /// let title = &policy.document().title;
    /// assert_eq!(title.get("de"), None);
    /// ```
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    /// Whether there is an entry under `key`.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let policy = Policy::reference();
    /// let title = &policy.document().title;
    /// assert!(title.contains_key("en") && !title.contains_key("de"));
    /// ```
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Keys and values in the order of the document.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let policy = Policy::reference();
    /// let title = &policy.document().title;
    /// assert_eq!(title.iter().next().map(|(language, _)| language), Some("fr-CA"));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> + Clone {
        self.0.iter().map(|(k, v)| (k.as_str(), v))
    }

    /// Keys in the order of the document.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let policy = Policy::reference();
    /// let title = &policy.document().title;
    /// assert_eq!(title.keys().last(), Some("en"));
    /// ```
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(k, _)| k.as_str())
    }

    /// How many entries there are.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let policy = Policy::reference();
    /// let title = &policy.document().title;
    /// assert_eq!(title.len(), 2);
    /// ```
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let policy = Policy::reference();
    /// let title = &policy.document().title;
    /// assert!(!title.is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> FromIterator<(String, T)> for Entries<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// Serializes the members of a result whose keys are ids. In JavaScript, a member called `__proto__` is one like any other too.
pub(crate) fn serialize_members<'m, S, T>(
    members: impl Iterator<Item = (&'m str, T)>,
    serializer: S,
) -> Result<S::Ok, S::Error>
where
    S: Serializer,
    T: Serialize,
{
    #[cfg(target_arch = "wasm32")]
    return crate::wasm::serialize_own_members(members, serializer);
    #[cfg(not(target_arch = "wasm32"))]
    serializer.collect_map(members)
}

/// [`serialize_members`] of entries.
pub(crate) fn serialize_entries<S, T>(entries: &Entries<T>, serializer: S) -> Result<S::Ok, S::Error>
where
    S: Serializer,
    T: Serialize,
{
    serialize_members(entries.iter(), serializer)
}

/// [`serialize_members`] of a map.
#[cfg(feature = "analysis")]
pub(crate) fn serialize_map<S, T>(map: &BTreeMap<String, T>, serializer: S) -> Result<S::Ok, S::Error>
where
    S: Serializer,
    T: Serialize,
{
    serialize_members(map.iter().map(|(key, value)| (key.as_str(), value)), serializer)
}

/// [`serialize_members`] of a map where there is one.
#[cfg(feature = "analysis")]
pub(crate) fn serialize_optional_map<S, T>(map: &Option<BTreeMap<String, T>>, serializer: S) -> Result<S::Ok, S::Error>
where
    S: Serializer,
    T: Serialize,
{
    match map {
        Some(map) => serialize_map(map, serializer),
        None => serializer.serialize_none(),
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Entries<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}ById", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
    }
}
