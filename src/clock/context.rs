//! The facts that choose objectives, calendars and advice: answers to context questions, the channel, and the zone.

use crate::policy::{Document, Entries, token, unknown};
use crate::{Error, ErrorCode};

/// The answer of somebody who cannot answer a context question.
pub(super) const UNKNOWN: &str = "unknown";

/// Answers to context questions that the policy knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ContextAnswers<'a> {
    /// Id of the question, and of the option, in the order of the argument.
    pub answered: Vec<(&'a str, &'a str)>,
    /// Ids of the questions that were answered with `"unknown"`.
    pub unsure: Vec<&'a str>,
}

impl<'a> ContextAnswers<'a> {
    /// Checks the answers under `context` in an argument; an answer that is null has not been given.
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`
    pub fn of(context: &'a Entries<Option<String>>, document: &Document) -> Result<Self, Error> {
        let mut answers = Self::default();
        for (question, answer) in context.iter() {
            let path = || format!("/context/{}", token(question));
            let Some(definition) = document.context.iter().find(|known| known.id == question) else {
                let known: Vec<&str> = document.context.iter().map(|known| known.id.as_str()).collect();
                return Err(unknown(ErrorCode::UnknownQuestion, "context question", question, &known).at(path()));
            };
            match answer.as_deref() {
                None => {}
                Some(answer) if definition.options.iter().any(|option| option.id == answer) => {
                    answers.answered.push((question, answer));
                }
                Some(UNKNOWN) => answers.unsure.push(question),
                Some(answer) => {
                    let known: Vec<&str> = definition.options.iter().map(|option| option.id.as_str()).collect();
                    return Err(unknown(ErrorCode::UnknownOption, "option", answer, &known).at(path()));
                }
            }
        }
        Ok(answers)
    }

    /// The answer to a context question.
    pub fn answer(&self, question: &str) -> Option<&'a str> {
        self.answered.iter().find(|(id, _)| *id == question).map(|(_, answer)| *answer)
    }

    /// Whether somebody was asked a context question and could not answer it.
    pub fn is_unsure(&self, question: &str) -> bool {
        self.unsure.contains(&question)
    }
}

/// The facts of a case that choose objectives and calendars, by place.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ChoiceFacts<'a> {
    /// For each subject, the place of the option that was answered. A subject is a context question, in the policy's order; the
    /// last one is the channel.
    pub answers: Vec<Option<usize>>,
    /// The zone of the customer.
    pub zone: Option<&'a str>,
}

impl<'a> ChoiceFacts<'a> {
    /// The facts of an argument that has been checked.
    pub fn of(document: &Document, context: &ContextAnswers, channel: Option<&str>, zone: Option<&'a str>) -> Self {
        let answer = |question: &crate::policy::model::ContextQuestion| {
            let answer = context.answer(&question.id)?;
            question.options.iter().position(|option| option.id == answer)
        };
        let channel = document.channels.iter().position(|known| Some(known.id.as_str()) == channel);
        Self { answers: document.context.iter().map(answer).chain([channel]).collect(), zone }
    }
}

/// The place of a subject by its name: the id of a context question, or "channel".
pub(crate) fn subject_place(document: &Document, name: &str) -> Option<usize> {
    let question = document.context.iter().position(|question| question.id == name);
    question.or((name == "channel").then_some(document.context.len()))
}

/// The name of a subject.
pub(crate) fn subject_name(document: &Document, place: usize) -> &str {
    document.context.get(place).map_or("channel", |question| &question.id)
}

/// The options of a subject.
pub(crate) fn subject_options(document: &Document, place: usize) -> Vec<&str> {
    match document.context.get(place) {
        Some(question) => question.options.iter().map(|option| option.id.as_str()).collect(),
        None => document.channels.iter().map(|channel| channel.id.as_str()).collect(),
    }
}
