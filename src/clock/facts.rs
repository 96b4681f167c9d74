use super::objective::known;
use super::pauses::{Pause, read_pauses};
use crate::calendar::Instant;
use crate::policy::model::Document;
use crate::policy::{Tree, token};
use crate::{Error, ErrorCode};

/// What is known about a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFacts {
    /// Id of the tier.
    pub tier: String,
    /// Id of the severity at submission.
    pub severity: String,
    /// When it was submitted.
    pub submitted_at: Instant,
    /// When each measure stopped.
    pub stopped_at: Vec<(String, Instant)>,
    /// Holds, as they were given.
    pub pauses: Vec<Pause>,
    /// Later severities, oldest first.
    pub severity_changes: Vec<SeverityChange>,
    /// Context question to its answer.
    pub context: Vec<(String, String)>,
}

/// A later severity.
#[derive(Debug, Clone, PartialEq)]
pub struct SeverityChange {
    /// From when.
    pub at: Instant,
    /// Id of the severity.
    pub severity: String,
}

impl CaseFacts {
    /// Reads the facts of a case. Members that are not known here are passed over, so that a record of another system
    /// can be handed in as it is.
    ///
    /// # Errors
    ///
    /// `unknown-tier`, `unknown-severity`, `unknown-measure`, `invalid-instant`, `out-of-range`; `invalid-case` where
    /// the shape is another, a stop or a change is before the submission, or the changes are out of order.
    pub fn from_json(facts: &Tree, document: &Document) -> Result<Self, Error> {
        if !matches!(facts, Tree::Object(_)) {
            return Err(invalid("expected the facts of a case as an object").at(""));
        }
        let tier = text(facts, "tier")?;
        known(ErrorCode::UnknownTier, "tier", tier, document.tiers.iter().map(|t| t.id.as_str()))?;
        let severity = text(facts, "severity")?;
        known_severity(document, severity, "/severity")?;
        let submitted_at = instant(facts.member("submittedAt"), "/submittedAt")?;
        Ok(Self {
            tier: tier.to_owned(),
            severity: severity.to_owned(),
            submitted_at,
            stopped_at: stops(facts, document, submitted_at)?,
            pauses: read_pauses(facts.member("pauses"), "/pauses")?,
            severity_changes: changes(facts, document, submitted_at)?,
            context: read_context(facts, document)?,
        })
    }

    /// The same case at the moment of its submission: nothing has happened yet.
    pub fn at_submission(mut self) -> Self {
        self.stopped_at.clear();
        self.pauses.clear();
        self.severity_changes.clear();
        self
    }

    /// The severity at an instant, and since when it stands.
    pub fn severity_at(&self, at: Instant) -> (&str, Instant) {
        match self.severity_changes.iter().rev().find(|change| change.at <= at) {
            Some(change) => (&change.severity, change.at),
            None => (&self.severity, self.submitted_at),
        }
    }
}

fn stops(facts: &Tree, document: &Document, submitted: Instant) -> Result<Vec<(String, Instant)>, Error> {
    let mut stops = Vec::new();
    for (measure, value) in object(facts, "stoppedAt")? {
        let path = format!("/stoppedAt/{}", token(measure));
        if !document.measures.iter().any(|m| m.id == *measure) {
            return Err(Error::new(ErrorCode::UnknownMeasure, format!("there is no measure \"{measure}\"")).at(path));
        }
        if value.is_null() {
            continue;
        }
        let stop = instant(value, &path)?;
        if stop < submitted {
            return Err(invalid(format!("it stopped at {stop}, before it was submitted at {submitted}")).at(path));
        }
        stops.push((measure.clone(), stop));
    }
    Ok(stops)
}

fn changes(facts: &Tree, document: &Document, submitted: Instant) -> Result<Vec<SeverityChange>, Error> {
    let list = match facts.member("severityChanges") {
        Tree::Null => return Ok(Vec::new()),
        Tree::List(list) => list,
        _ => return Err(invalid("expected a list of severity changes").at("/severityChanges")),
    };
    let mut changes: Vec<SeverityChange> = Vec::with_capacity(list.len());
    for (index, change) in list.iter().enumerate() {
        let path = format!("/severityChanges/{index}");
        if !matches!(change, Tree::Object(_)) {
            return Err(invalid("expected a severity change: at and severity").at(path));
        }
        let at = instant(change.member("at"), &format!("{path}/at"))?;
        if at < changes.last().map_or(submitted, |last| last.at) {
            return Err(
                invalid("severity changes stand oldest first, none before the submission").at(format!("{path}/at"))
            );
        }
        let severity = text(change, "severity").map_err(|e| e.at(format!("{path}/severity")))?;
        known_severity(document, severity, &format!("{path}/severity"))?;
        changes.push(SeverityChange { at, severity: severity.to_owned() });
    }
    Ok(changes)
}

/// The answers to context questions under `context`.
pub(crate) fn read_context(facts: &Tree, document: &Document) -> Result<Vec<(String, String)>, Error> {
    let mut context = Vec::new();
    for (question, answer) in object(facts, "context")? {
        let path = format!("/context/{}", token(question));
        let Some(definition) = document.context.iter().find(|q| q.id == *question) else {
            return Err(
                Error::new(ErrorCode::UnknownQuestion, format!("there is no context question \"{question}\"")).at(path)
            );
        };
        match answer {
            Tree::Null => {}
            Tree::Text(answer) if definition.options.iter().any(|o| o.id == *answer) => {
                context.push((question.clone(), answer.clone()));
            }
            Tree::Text(answer) => {
                let message = format!("the context question \"{question}\" has no option \"{answer}\"");
                return Err(Error::new(ErrorCode::UnknownOption, message).at(path));
            }
            _ => return Err(invalid("expected an option id").at(path)),
        }
    }
    Ok(context)
}

fn known_severity(document: &Document, severity: &str, path: &str) -> Result<(), Error> {
    let ids = document.severities.iter().map(|s| s.id.as_str());
    known(ErrorCode::UnknownSeverity, "severity", severity, ids).map_err(|error| error.at(path))
}

fn text<'a>(object: &'a Tree, key: &str) -> Result<&'a str, Error> {
    match object.member(key) {
        Tree::Text(text) => Ok(text),
        _ => Err(invalid(format!("expected an id under \"{key}\"")).at(format!("/{key}"))),
    }
}

fn object<'a>(facts: &'a Tree, key: &str) -> Result<&'a [(String, Tree)], Error> {
    match facts.member(key) {
        Tree::Null => Ok(&[]),
        Tree::Object(members) => Ok(members),
        _ => Err(invalid(format!("expected an object under \"{key}\"")).at(format!("/{key}"))),
    }
}

fn instant(value: &Tree, path: &str) -> Result<Instant, Error> {
    Instant::from_json(value).map_err(|error| error.at(path))
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::InvalidCase, message)
}
