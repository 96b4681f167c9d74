//! Conditions: facts to the values with which an entry applies.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize as DeriveDeserialize, Serialize, Serializer};

use crate::policy::{Entries, serialize_members};

/// A condition: a subject to the values that satisfy it. Every key has to hold; one of its values is enough.
pub type Condition = Entries<Vec<String>>;

/// The facts under which an objective applies. Every key has to hold.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ObjectiveCondition {
    /// Whether the start lies in the business hours of a calendar.
    #[cfg_attr(feature = "schema", schemars(default, skip_serializing_if = "Option::is_none"))]
    pub submitted: Option<SubmittedCondition>,
    /// "channel", or the id of a context question, to the values with which the objective applies.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub facts: Condition,
}

/// The value of a member of a condition.
#[derive(Serialize)]
#[serde(untagged)]
enum Wanted<'c> {
    Values(&'c Vec<String>),
    Moment(&'c SubmittedCondition),
}

impl Serialize for ObjectiveCondition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members())
    }
}

/// The moment of a start: in the business hours of one calendar, or outside those of one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, DeriveDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SubmittedCondition {
    /// Id of the calendar during whose business hours the start lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<String>,
    /// Id of the calendar outside whose business hours the start lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
}

/// The facts under which advice is given. Every key has to hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AdviceCondition {
    /// States of a target: of any measure, or by measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCondition>,
    /// Time that has passed since the start of a measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elapsed: Option<ElapsedCondition>,
    /// "severity", "tier", or the id of a context question, to the values with which the advice is given.
    #[serde(flatten)]
    pub facts: Condition,
}

/// States of targets: of any measure, or of each measure that is named.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum StateCondition {
    /// A target of any measure is in one of these states.
    Any(Vec<String>),
    /// Id of a measure to the states of its target.
    ByMeasure(Entries<Vec<String>>),
}

/// Time that has passed since the start of a measure, pauses included. It ends with the stop of the measure.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ElapsedCondition {
    /// Id of the measure.
    pub measure: String,
    /// The least time, as an ISO 8601 duration ("PT1H").
    pub at_least: String,
    /// Id of the calendar whose business hours count. Without it, real time counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
}

impl ObjectiveCondition {
    fn members(&self) -> impl Iterator<Item = (&str, Wanted<'_>)> {
        let facts = self.facts.iter().map(|(subject, values)| (subject, Wanted::Values(values)));
        facts.chain(self.submitted.iter().map(|moment| ("submitted", Wanted::Moment(moment))))
    }

    /// Serializes the condition of a result.
    pub(crate) fn serialize_result<S: Serializer>(when: &Option<Self>, serializer: S) -> Result<S::Ok, S::Error> {
        match when {
            Some(when) => serialize_members(when.members(), serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Whether the objective applies whatever the facts are.
    pub fn is_empty(&self) -> bool {
        self.submitted.is_none() && self.facts.is_empty()
    }
}

impl AdviceCondition {
    /// Whether the advice is given in every case.
    pub fn is_empty(&self) -> bool {
        self.state.is_none() && self.elapsed.is_none() && self.facts.is_empty()
    }
}

/// A condition some of whose keys have values of a type of their own.
trait Keyed: Default {
    /// Reads the value of such a key; false for any other key.
    fn own<'de, A: MapAccess<'de>>(&mut self, key: &str, members: &mut A) -> Result<bool, A::Error>;

    /// The keys whose values are lists.
    fn facts(&mut self) -> &mut Condition;
}

impl Keyed for ObjectiveCondition {
    fn own<'de, A: MapAccess<'de>>(&mut self, key: &str, members: &mut A) -> Result<bool, A::Error> {
        match key {
            "submitted" => self.submitted = members.next_value()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn facts(&mut self) -> &mut Condition {
        &mut self.facts
    }
}

impl Keyed for AdviceCondition {
    fn own<'de, A: MapAccess<'de>>(&mut self, key: &str, members: &mut A) -> Result<bool, A::Error> {
        match key {
            "state" => self.state = members.next_value()?,
            "elapsed" => self.elapsed = members.next_value()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn facts(&mut self) -> &mut Condition {
        &mut self.facts
    }
}

struct KeyedVisitor<K>(K);

impl<'de, K: Keyed> Visitor<'de> for KeyedVisitor<K> {
    type Value = K;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a condition as an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<K, A::Error> {
        while let Some(key) = members.next_key::<String>()? {
            if !self.0.own(&key, &mut members)? {
                let values = members.next_value()?;
                self.0.facts().push(key, values);
            }
        }
        Ok(self.0)
    }
}

impl<'de> Deserialize<'de> for ObjectiveCondition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeyedVisitor(Self::default()))
    }
}

impl<'de> Deserialize<'de> for AdviceCondition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeyedVisitor(Self::default()))
    }
}

impl<'de> Deserialize<'de> for StateCondition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StateVisitor;

        impl<'de> Visitor<'de> for StateVisitor {
            type Value = StateCondition;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of states, or an object of such lists by measure")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, states: A) -> Result<StateCondition, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(states)).map(StateCondition::Any)
            }

            fn visit_map<A: MapAccess<'de>>(self, measures: A) -> Result<StateCondition, A::Error> {
                Entries::deserialize(MapAccessDeserializer::new(measures)).map(StateCondition::ByMeasure)
            }
        }

        deserializer.deserialize_any(StateVisitor)
    }
}
