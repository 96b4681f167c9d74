use crate::clock::read_context;
use crate::policy::{Document, Tree, token};
use crate::{Error, ErrorCode};

/// What somebody says who cannot answer a context question.
const UNKNOWN: &str = "unknown";

/// The context as far as it is known, and the questions that stay open because somebody was not sure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// Context question to its answer.
    pub answers: Vec<(String, String)>,
    /// Ids of the questions that were answered with `"unknown"`.
    pub open: Vec<String>,
}

impl Known {
    /// Reads the member `context` of an argument: question id to an option, or to `"unknown"`.
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`, `invalid-case`
    pub fn from_json(argument: &Tree, document: &Document) -> Result<Self, Error> {
        let given = argument.member("context");
        let is_open = |question: &str, answer: &Tree| {
            let definition = document.context.iter().find(|each| each.id == question);
            answer.text() == UNKNOWN && definition.is_some_and(|q| q.options.iter().all(|option| option.id != UNKNOWN))
        };
        let (open, answered): (Vec<_>, Vec<_>) =
            given.members().iter().cloned().partition(|(question, answer)| is_open(question, answer));
        // What is no object at all is for the common reader to refuse.
        let rest = if matches!(given, Tree::Object(_)) { Tree::Object(answered) } else { given.clone() };
        let answers = read_context(&Tree::Object(vec![("context".to_owned(), rest)]), document)?;
        Ok(Self { answers, open: open.into_iter().map(|(question, _)| question).collect() })
    }

    /// The answer to a context question.
    pub fn answer(&self, question: &str) -> Option<&str> {
        self.answers.iter().find(|(id, _)| id == question).map(|(_, answer)| answer.as_str())
    }
}

/// The id under `key`, which has to be one of the known ones; `None` where the argument says nothing.
///
/// # Errors
///
/// `code` for an id that is not known; `invalid-case` where it is no text.
pub(crate) fn optional_id<'a>(
    argument: &'a Tree,
    key: &str,
    code: ErrorCode,
    ids: impl IntoIterator<Item = &'a str>,
) -> Result<Option<&'a str>, Error> {
    let path = ["/", &token(key)].concat();
    match argument.member(key) {
        Tree::Null => Ok(None),
        Tree::Text(id) if ids.into_iter().any(|known| known == id) => Ok(Some(id)),
        Tree::Text(id) => {
            let id: String = id.chars().take(60).collect();
            Err(Error::new(code, ["there is no ", key, " \"", &id, "\""].concat()).at(path))
        }
        _ => Err(Error::new(ErrorCode::InvalidCase, ["expected an id under \"", key, "\""].concat()).at(path)),
    }
}
