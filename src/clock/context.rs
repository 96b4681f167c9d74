//! Answers to a policy's context questions, such as who sold the service.

use crate::policy::{Document, Entries, token};
use crate::{Error, ErrorCode};

/// The answer of somebody who cannot answer a context question.
const UNKNOWN: &str = "unknown";

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
            let refused =
                |code, message: String| Err(Error::new(code, message).at(format!("/context/{}", token(question))));
            let Some(definition) = document.context.iter().find(|known| known.id == question) else {
                let question: String = question.chars().take(60).collect();
                return refused(ErrorCode::UnknownQuestion, format!("there is no context question \"{question}\""));
            };
            match answer.as_deref() {
                None => {}
                Some(answer) if definition.options.iter().any(|option| option.id == answer) => {
                    answers.answered.push((question, answer));
                }
                Some(UNKNOWN) => answers.unsure.push(question),
                Some(answer) => {
                    let answer: String = answer.chars().take(60).collect();
                    let message = format!("the context question \"{question}\" has no option \"{answer}\"");
                    return refused(ErrorCode::UnknownOption, message);
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
