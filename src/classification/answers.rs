use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::table::{OptionSet, Table};
use crate::policy::{Entries, serialize_entries, token, unknown};
use crate::{Error, ErrorCode};

/// The answer that leaves every option possible.
pub(super) const UNKNOWN: &str = "unknown";

/// Answers to a policy's questions.
///
/// Ids are checked against the policy by the call that takes the answers. A question without an answer has not been
/// asked yet.
///
/// # Examples
///
/// ```
/// use case_slo::{Answers, Policy};
///
/// let policy = Policy::reference();
/// let answers = Answers::new().with("service", "unavailable").with_unknown("impact");
/// assert_eq!(policy.classify(&answers)?.severity, "critical");
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answers(Entries<Answer>);

/// The answer to one question: the option, or several that are still possible.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(inline, untagged))]
enum Answer {
    /// One option, or `"unknown"`: any option, unless the question has an option of that id.
    Option(String),
    /// Several options.
    Options(Vec<String>),
}

impl Answers {
    /// No question asked yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Answers;
    ///
    /// assert_eq!(Answers::new().iter().count(), 0);
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the option that answers a question.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Answers;
    ///
    /// let answers = Answers::new().with("service", "degraded");
    /// assert_eq!(answers.iter().next(), Some(("service", &["degraded".to_owned()][..])));
    /// ```
    #[must_use]
    pub fn with(mut self, question: impl Into<String>, option: impl Into<String>) -> Self {
        self.0.push(question.into(), Answer::Option(option.into()));
        self
    }

    /// Adds the options of a question that are still possible.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Answers, Policy};
    ///
    /// let answers = Answers::new().with_any_of("service", ["degraded", "unavailable"]).with("impact", "broad");
    /// assert_eq!(Policy::reference().classify(&answers)?.possible, ["critical", "high"]);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_any_of<O: Into<String>>(
        mut self,
        question: impl Into<String>,
        options: impl IntoIterator<Item = O>,
    ) -> Self {
        self.0.push(question.into(), Answer::Options(options.into_iter().map(Into::into).collect()));
        self
    }

    /// Adds that somebody was asked a question and is not sure: any of its options is possible.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{Answers, Policy};
    ///
    /// // Somebody who does not know how the service works is asked about the impact.
    /// let answers = Answers::new().with_unknown("service");
    /// assert_eq!(Policy::reference().next_question(&answers)?.map(|question| question.id).as_deref(), Some("impact"));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_unknown(self, question: impl Into<String>) -> Self {
        self.with(question, UNKNOWN)
    }

    /// The questions that have an answer, with the options still possible, or `"unknown"` for any of them.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Answers;
    ///
    /// let answers = Answers::new().with("service", "poor").with_unknown("impact");
    /// assert_eq!(answers.iter().map(|(question, _)| question).collect::<Vec<_>>(), ["service", "impact"]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(question, answer)| match answer {
            Answer::Option(option) => (question, std::slice::from_ref(option)),
            Answer::Options(options) => (question, options.as_slice()),
        })
    }

    /// Adds the answer of a vector: a single option, or a list.
    pub(super) fn push(&mut self, question: String, mut options: Vec<String>) {
        let answer = match options.pop() {
            None => return,
            Some(option) if options.is_empty() => Answer::Option(option),
            Some(last) => {
                options.push(last);
                Answer::Options(options)
            }
        };
        self.0.push(question, answer);
    }

    /// Whether a question has an answer.
    pub(super) fn has(&self, question: &str) -> bool {
        self.0.contains_key(question)
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_entries(&self.0, serializer)
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Option(option) => serializer.serialize_str(option),
            Self::Options(options) => options.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Answers {
    /// Reads an object of question ids to an option, a list of options, or `"unknown"`; null is left out.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnswersVisitor;
        impl<'de> Visitor<'de> for AnswersVisitor {
            type Value = Answers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of question ids to answers")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Answers, A::Error> {
                let mut answers = Answers::new();
                while let Some((question, answer)) = members.next_entry::<String, NullableAnswer>()? {
                    if let Some(answer) = answer.0 {
                        answers.0.push(question, answer);
                    }
                }
                Ok(answers)
            }
        }
        deserializer.deserialize_any(AnswersVisitor)
    }
}

/// An answer, or null for a question that has not been asked.
struct NullableAnswer(Option<Answer>);

impl<'de> Deserialize<'de> for NullableAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnswerVisitor;
        impl<'de> Visitor<'de> for AnswerVisitor {
            type Value = NullableAnswer;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an option id, a list of them, or \"unknown\"")
            }

            fn visit_unit<E: de::Error>(self) -> Result<NullableAnswer, E> {
                Ok(NullableAnswer(None))
            }

            fn visit_str<E: de::Error>(self, option: &str) -> Result<NullableAnswer, E> {
                Ok(NullableAnswer(Some(Answer::Option(option.to_owned()))))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<NullableAnswer, A::Error> {
                let mut options = Vec::new();
                while let Some(option) = list.next_element()? {
                    options.push(option);
                }
                if options.is_empty() {
                    return Err(de::Error::invalid_length(0, &self));
                }
                Ok(NullableAnswer(Some(Answer::Options(options))))
            }
        }
        deserializer.deserialize_any(AnswerVisitor)
    }
}

/// Answers that a table knows: for each question, in the policy's order, the options still possible, or `None` if it
/// has not been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AnswerSets(Vec<Option<OptionSet>>);

impl AnswerSets {
    /// No question asked yet.
    pub fn none(table: &Table) -> Self {
        Self(vec![None; table.axes.len()])
    }

    /// Checks answers against a table.
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`; `invalid-answers` for an empty list of options.
    pub fn of(answers: &Answers, table: &Table) -> Result<Self, Error> {
        let mut sets = Self::none(table);
        for (question, answer) in answers.0.iter() {
            let path = format!("/{}", token(question));
            let Some(axis) = table.axis(question) else {
                let known: Vec<&str> = table.axes.iter().map(|axis| axis.id.as_str()).collect();
                return Err(unknown(ErrorCode::UnknownQuestion, "question", question, &known).at(path));
            };
            let options = match answer {
                Answer::Option(option) => option_set(table, axis, option, path)?,
                Answer::Options(options) if options.is_empty() => {
                    return Err(Error::new(ErrorCode::InvalidAnswers, "expected an option, found none").at(path));
                }
                Answer::Options(options) => options.iter().enumerate().try_fold(0, |set, (index, option)| {
                    Ok(set | option_set(table, axis, option, format!("{path}/{index}"))?)
                })?,
            };
            sets.set(axis, Some(options));
        }
        Ok(sets)
    }

    /// The answer to a question.
    pub fn get(&self, axis: usize) -> Option<OptionSet> {
        self.0.get(axis).copied().flatten()
    }

    /// Answers a question, or takes its answer back.
    pub fn set(&mut self, axis: usize, options: Option<OptionSet>) {
        if let Some(answer) = self.0.get_mut(axis) {
            *answer = options;
        }
    }

    /// The questions that have been asked, with their answers.
    pub fn given(&self) -> impl Iterator<Item = (usize, OptionSet)> {
        self.0.iter().enumerate().filter_map(|(axis, set)| Some((axis, (*set)?)))
    }

    /// The box of complete answers that are still possible: every option of a question that has not been asked.
    pub fn region(&self, table: &Table) -> Vec<OptionSet> {
        table.axes.iter().enumerate().map(|(axis, a)| self.get(axis).unwrap_or(a.all())).collect()
    }
}

fn option_set(table: &Table, axis: usize, option: &str, path: String) -> Result<OptionSet, Error> {
    let axis = &table.axes[axis];
    match axis.option(option) {
        Some(index) => Ok(1 << index),
        None if option == UNKNOWN => Ok(axis.all()),
        None => {
            let known: Vec<&str> = axis.options.iter().map(|option| option.id.as_str()).collect();
            Err(unknown(ErrorCode::UnknownOption, "option", option, &known).at(path))
        }
    }
}
