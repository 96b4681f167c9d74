//! Sentences of findings: the English words apart from the values in them, so that JavaScript can write the same sentence in
//! another language.

use std::fmt;

#[cfg(feature = "analysis")]
use serde::Serialize;

#[cfg(feature = "analysis")]
use crate::policy::Text;

/// A sentence in English with a mark, `{}`, for each of its values.
///
/// # Examples
///
/// ```
/// use case_slo::Policy;
///
/// let refused = Policy::load("[]").unwrap_err();
/// let sentence = &refused.diagnostics()[0].sentence;
/// assert_eq!(sentence.text, "expected {}, found {}");
/// assert_eq!(sentence.to_string(), "expected an object, found an array");
/// ```
#[cfg(feature = "analysis")]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Sentence {
    /// The words, with `{}` in place of each value.
    pub text: &'static str,
    /// The values in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<SentenceValue>,
}

/// A value in a sentence.
///
/// # Examples
///
/// ```
/// use case_slo::{Policy, SentenceValue};
///
/// let refused = Policy::load("[]").unwrap_err();
/// let values = &refused.diagnostics()[0].sentence.values;
/// assert!(matches!(&values[0], SentenceValue::Sentence(kind) if kind.text == "an object"));
/// ```
#[cfg(feature = "analysis")]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum SentenceValue {
    /// A text of the policy, a number, a date: the same in every language.
    Text(String),
    /// A phrase with values of its own.
    Sentence(Sentence),
    /// Several values.
    List(SentenceList),
    /// Something that has a name in each language of the policy.
    Name(SentenceName),
}

/// Several values with a conjunction before the last one.
///
/// # Examples
///
/// ```
/// use case_slo::SentenceValue;
///
/// let mut policy: serde_json::Value = serde_json::from_str(case_slo::REFERENCE_POLICY).unwrap();
/// policy["objectives"] = serde_json::json!([]);
/// let findings = case_slo::check(&policy.to_string(), false);
/// let missing = findings.iter().find(|finding| finding.code == "objective-missing").unwrap();
/// let SentenceValue::List(severities) = &missing.sentence.values[2] else { panic!("no list") };
/// assert_eq!((severities.items.len(), severities.conjunction), (4, "or"));
/// ```
#[cfg(feature = "analysis")]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SentenceList {
    /// The values in their order.
    pub items: Vec<SentenceValue>,
    /// "and" or "or".
    pub conjunction: &'static str,
}

/// The name of a part of the policy, with its id.
///
/// # Examples
///
/// ```
/// use case_slo::SentenceValue;
///
/// let mut policy: serde_json::Value = serde_json::from_str(case_slo::REFERENCE_POLICY).unwrap();
/// policy["classification"]["rules"].as_array_mut().unwrap().retain(|rule| rule["severity"] != "low");
/// let findings = case_slo::check(&policy.to_string(), false);
/// let unused = findings.iter().find(|finding| finding.code == "unused-severity").unwrap();
/// let SentenceValue::Name(name) = &unused.sentence.values[0] else { panic!("no name") };
/// assert_eq!((name.id.as_str(), name.name.get("en").map(String::as_str)), ("low", Some("Low")));
/// ```
#[cfg(feature = "analysis")]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SentenceName {
    /// The name by language; empty if the part has none.
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub name: Text,
    /// The id.
    pub id: String,
}

/// Without the feature `analysis` a finding has no words.
#[cfg(not(feature = "analysis"))]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sentence;

/// Writes a sentence from its words and the values in it. Without the feature `analysis`, the values are not even computed.
macro_rules! sentence {
    ($text:literal $(, $value:expr)* $(,)?) => {{
        #[cfg(feature = "analysis")]
        { #[allow(unused_imports)] use $crate::sentence::ToValue; $crate::sentence::Sentence { text: $text, values: vec![$($value.to_value()),*] } }
        #[cfg(not(feature = "analysis"))]
        { $(let _ = || { let _ = &$value; };)* $crate::sentence::Sentence }
    }};
}
pub(crate) use sentence;

impl From<&'static str> for Sentence {
    #[cfg(feature = "analysis")]
    fn from(text: &'static str) -> Self {
        Self { text, values: Vec::new() }
    }

    #[cfg(not(feature = "analysis"))]
    fn from(_: &'static str) -> Self {
        Self
    }
}

impl Sentence {
    /// A sentence that has been written already: nothing can say it in another language.
    pub(crate) fn verbatim(text: impl fmt::Display) -> Self {
        sentence!("{}", text)
    }

    /// Whether it says nothing.
    #[cfg(feature = "analysis")]
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The sentence in English, or without the feature `analysis` the code of a finding in words.
    pub(crate) fn or_code(&self, code: &str) -> String {
        if cfg!(feature = "analysis") { self.to_string() } else { code.replace('-', " ") }
    }
}

#[cfg(not(feature = "analysis"))]
impl fmt::Display for Sentence {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

/// Values that a sentence takes: anything that can be displayed becomes a text. Values and sentences have methods of the same name,
/// which come first, and stay what they are.
#[cfg(feature = "analysis")]
pub(crate) trait ToValue {
    fn to_value(&self) -> SentenceValue;
}

#[cfg(feature = "analysis")]
impl<T: fmt::Display + ?Sized> ToValue for T {
    fn to_value(&self) -> SentenceValue {
        SentenceValue::Text(self.to_string())
    }
}

/// Longest name in characters; of a longer one messages quote the beginning.
#[cfg(feature = "analysis")]
const MAX_NAME: usize = 120;

/// More values than this are counted, not listed.
#[cfg(feature = "analysis")]
const WORTH_LISTING: usize = 6;

#[cfg(feature = "analysis")]
impl Sentence {
    /// The sentence as a part of another one.
    pub(crate) fn to_value(&self) -> SentenceValue {
        SentenceValue::Sentence(self.clone())
    }
}

#[cfg(feature = "analysis")]
impl SentenceValue {
    /// The value itself.
    pub(crate) fn to_value(&self) -> Self {
        self.clone()
    }

    /// A name with its id: `"High" (high)`.
    pub(crate) fn name(name: &Text, id: &str) -> Self {
        Self::Name(SentenceName { name: name.clone(), id: id.to_owned() })
    }

    /// Values with a conjunction before the last one. Of many, the first are listed and the others counted.
    pub(crate) fn list(mut items: Vec<Self>, conjunction: &'static str) -> Self {
        if items.len() > WORTH_LISTING {
            let more = items.len() - WORTH_LISTING + 1;
            items.truncate(WORTH_LISTING - 1);
            items.push(sentence!("{} more", more).to_value());
        }
        Self::List(SentenceList { items, conjunction })
    }
}

#[cfg(feature = "analysis")]
mod values {
    use std::fmt;

    use super::{MAX_NAME, Sentence, SentenceList, SentenceName, SentenceValue};
    use crate::policy::Text;

    impl fmt::Display for Sentence {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let mut values = self.values.iter();
            for (at, words) in self.text.split("{}").enumerate() {
                if let Some(value) = (at > 0).then(|| values.next()).flatten() {
                    value.fmt(f)?;
                }
                f.write_str(words)?;
            }
            Ok(())
        }
    }

    impl fmt::Display for SentenceValue {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Text(text) => f.write_str(text),
                Self::Sentence(sentence) => sentence.fmt(f),
                Self::Name(name) => name.fmt(f),
                Self::List(list) => list.fmt(f),
            }
        }
    }

    impl fmt::Display for SentenceList {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            for (at, item) in self.items.iter().enumerate() {
                match at {
                    0 => {}
                    _ if at + 1 == self.items.len() => write!(f, " {} ", self.conjunction)?,
                    _ => f.write_str(", ")?,
                }
                item.fmt(f)?;
            }
            Ok(())
        }
    }

    impl fmt::Display for SentenceName {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let (name, id) = (in_english(&self.name), &self.id);
            match name.char_indices().nth(MAX_NAME) {
                _ if name.is_empty() => write!(f, "\"{id}\""),
                Some((end, _)) => write!(f, "\"{}…\" ({id})", &name[..end]),
                None => write!(f, "\"{name}\" ({id})"),
            }
        }
    }

    /// A text as an English sentence quotes it: in English if there is English, else in its first language.
    fn in_english(text: &Text) -> &str {
        let english = text.iter().find(|(language, _)| *language == "en" || language.starts_with("en-"));
        english.or_else(|| text.iter().next()).map_or("", |(_, text)| text)
    }
}
