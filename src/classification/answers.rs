use super::table::{OptionSet, Table};
use crate::policy::{Tree, nearest};
use crate::{Error, ErrorCode};

/// What is known: for each question, in the policy's order, the options still possible, or `None` where it has not
/// been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers(Vec<Option<OptionSet>>);

/// The answer that leaves every option possible.
pub(super) const UNKNOWN: &str = "unknown";

impl Answers {
    /// No question asked yet.
    pub fn none(table: &Table) -> Self {
        Self(vec![None; table.axes.len()])
    }

    /// Answers as an object: question id to an option, several options that are still possible, or `"unknown"`. A
    /// question that is left out or null has not been asked.
    ///
    /// An option whose id is "unknown" means that option, not every option.
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`, and `invalid-answers` where a value has another shape.
    pub fn read(table: &Table, value: &Tree) -> Result<Self, Error> {
        let Tree::Object(members) = value else {
            return Err(invalid("expected an object of question ids to answers", value, ""));
        };
        let mut answers = Self::none(table);
        for (question, answer) in members {
            let path = format!("/{}", crate::policy::token(question));
            let Some(axis) = table.axis(question) else {
                let known = table.axes.iter().map(|a| a.id.as_str());
                return Err(unknown(ErrorCode::UnknownQuestion, "question", question, known).at(path));
            };
            answers.0[axis] = match answer {
                Tree::Null => None,
                Tree::Text(option) => Some(read_option(table, axis, option, &path)?),
                Tree::List(options) if !options.is_empty() => {
                    let mut set = 0;
                    for (index, option) in options.iter().enumerate() {
                        let path = format!("{path}/{index}");
                        let Tree::Text(option) = option else {
                            return Err(invalid("expected an option id", option, &path));
                        };
                        set |= read_option(table, axis, option, &path)?;
                    }
                    Some(set)
                }
                other => return Err(invalid("expected an option id, a list of them, or \"unknown\"", other, &path)),
            };
        }
        Ok(answers)
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

    /// The box of complete answers that are still possible: every option where nothing has been asked.
    pub fn region(&self, table: &Table) -> Vec<OptionSet> {
        table.axes.iter().enumerate().map(|(axis, a)| self.get(axis).unwrap_or(a.all())).collect()
    }
}

fn read_option(table: &Table, axis: usize, option: &str, path: &str) -> Result<OptionSet, Error> {
    let axis = &table.axes[axis];
    match axis.option(option) {
        Some(index) => Ok(1 << index),
        None if option == UNKNOWN => Ok(axis.all()),
        None => {
            let known = axis.options.iter().map(|o| o.id.as_str());
            Err(unknown(ErrorCode::UnknownOption, "option", option, known).at(path))
        }
    }
}

fn unknown<'a>(code: ErrorCode, what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Error {
    let id: String = id.chars().take(60).collect();
    Error::new(
        code,
        match nearest(&id, known) {
            Some(meant) => format!("there is no {what} \"{id}\"; did you mean \"{meant}\"?"),
            None => format!("there is no {what} \"{id}\""),
        },
    )
}

fn invalid(expected: &str, found: &Tree, path: &str) -> Error {
    let found = match found {
        Tree::Null => "null",
        Tree::Bool(_) => "a boolean",
        Tree::Number(_) => "a number",
        Tree::Text(_) => "a string",
        Tree::List(items) if items.is_empty() => "an empty list",
        Tree::List(_) => "a list",
        Tree::Object(_) => "an object",
    };
    Error::new(ErrorCode::InvalidAnswers, format!("{expected}, found {found}")).at(path)
}
