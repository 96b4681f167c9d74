//! Exports: whether the values that fill the fields of other systems exist.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::words;
use crate::diagnostic::Findings;
use crate::policy::{Document, Pointer, Suggestions, shorten, token};
use crate::sentence::sentence;
use crate::{Diagnostic, Level};

/// Values that a field can be filled with, as `{name}`; docs/handover.md says what each one holds. Ids of context questions
/// are names as well, and `dueAt` and `state` may name a measure: `{dueAt.restoration}`.
const PLACEHOLDERS: [&str; 31] = [
    "case",
    "channel",
    "contact.email",
    "contact.name",
    "contact.phone",
    "description",
    "dueAt",
    "justification",
    "language",
    "link",
    "markdown",
    "phone",
    "policy.id",
    "policy.title",
    "policy.version",
    "reasons",
    "recommended",
    "recommended.name",
    "severity",
    "severity.level",
    "severity.name",
    "standing",
    "standing.name",
    "state",
    "submittedAt",
    "summary",
    "text",
    "tier",
    "tier.name",
    "troubleshooting",
    "vector",
];

/// Subjects by which a value can be chosen, beside context questions.
const SUBJECTS: [&str; 7] = ["channel", "language", "recommended", "severity", "standing", "state", "tier"];

/// Adds placeholders and choices that no case ever fills.
pub(super) fn unknown_names(document: &Document, found: &mut Findings) {
    let mut check = Check {
        document,
        questions: document.context.iter().map(|question| question.id.as_str()).collect(),
        measures: document.measures.iter().map(|measure| measure.id.as_str()).collect(),
        at: Pointer::default(),
        suggestions: Suggestions::default(),
        found,
    };
    for (system, export) in document.exports.iter() {
        if let Some(url) = export.get("url") {
            let length = check.at.descend("exports");
            check.at.descend(system);
            check.at.descend("url");
            check.address(url);
            check.at.back_to(length);
        }
        match export.get("fields").filter(|fields| !fields.is_null()) {
            None => check.found.add(Level::Warning, || {
                let message = sentence!("the export \"{}\" has no fields", system);
                let finding =
                    Diagnostic::warning("export-without-fields", format!("/exports/{}", token(system)), message);
                finding.help("put them under \"fields\", as {\"summary\": \"{summary}\"}")
            }),
            Some(fields) => {
                let length = check.at.descend("exports");
                check.at.descend(system);
                check.at.descend("fields");
                check.visit(fields);
                check.at.back_to(length);
            }
        }
    }
}

struct Check<'d, 'f> {
    document: &'d Document,
    questions: HashSet<&'d str>,
    measures: HashSet<&'d str>,
    at: Pointer,
    suggestions: Suggestions,
    found: &'f mut Findings,
}

impl<'d> Check<'d, '_> {
    /// The address of a form that is filled in, with placeholders.
    fn address(&mut self, url: &Value) {
        self.visit(url);
        if !url.as_str().is_some_and(|url| url.starts_with("https://")) {
            let at = &self.at;
            // Loading passes over exports, and elements show no other address: the policy can be used without it.
            self.found.add(Level::Warning, || {
                Diagnostic::warning("unsafe-url", at.as_str(), "the address of a form begins with https://")
            });
        }
    }

    fn visit(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.placeholders(text),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let length = self.at.descend(index);
                    self.visit(item);
                    self.at.back_to(length);
                }
            }
            Value::Object(members) => {
                if let (Some(Value::String(subject)), Some(Value::Object(values))) =
                    (members.get("by"), members.get("values"))
                {
                    self.choice(subject, values);
                }
                for (key, member) in members.iter().filter(|(key, _)| *key != "by") {
                    let length = self.at.descend(key.as_str());
                    self.visit(member);
                    self.at.back_to(length);
                }
            }
            _ => {}
        }
    }

    fn placeholders(&mut self, text: &str) {
        for part in text.split('{').skip(1) {
            let Some((name, _)) = part.split_once('}') else { continue };
            let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
            if !is_name || self.is_known(name) {
                continue;
            }
            let (at, suggestions, context) = (&self.at, &mut self.suggestions, &self.document.context);
            self.found.add(Level::Warning, || {
                let message = sentence!("nothing fills the placeholder \"{}\"", format_args!("{{{name}}}"));
                let finding = Diagnostic::warning("unknown-placeholder", at.as_str(), message);
                let known = PLACEHOLDERS.into_iter().chain(context.iter().map(|question| question.id.as_str()));
                match suggestions.nearest(name, known) {
                    Some(meant) => finding.help(sentence!("did you mean \"{}\"?", format_args!("{{{meant}}}"))),
                    None => finding,
                }
            });
        }
    }

    fn is_known(&self, name: &str) -> bool {
        match name.split_once('.') {
            Some(("dueAt" | "state", measure)) => self.measures.contains(measure),
            Some((question, "name")) if self.questions.contains(question) => true,
            _ => PLACEHOLDERS.contains(&name) || self.questions.contains(name),
        }
    }

    /// A value that is chosen by an answer or an id: the subject and every value it may have.
    fn choice(&mut self, subject: &str, values: &Map<String, Value>) {
        let Some(ids) = self.values_of(subject) else {
            if !SUBJECTS.contains(&subject) {
                let at = &self.at;
                self.found.add(Level::Warning, || {
                    let message = sentence!("nothing chooses by \"{}\"", shorten(subject));
                    let finding = Diagnostic::warning("unknown-placeholder", format!("{}/by", at.as_str()), message);
                    finding.help("choose by severity, tier, or the id of a context question")
                });
            }
            return;
        };
        let at = &self.at;
        for id in values.keys().filter(|id| !ids.contains(&id.as_str())) {
            self.found.add(Level::Warning, || {
                let message = sentence!("\"{}\" is no value of \"{}\"", id, subject);
                let path = format!("{}/values/{}", at.as_str(), token(id));
                let finding = Diagnostic::warning("unknown-placeholder", path, message).at_key();
                finding.help(sentence!("known are {}", words::listed_ids(ids.iter().map(AsRef::as_ref), "and")))
            });
        }
    }

    /// The values that a subject can have; `None` if they are not known, or the subject is not.
    fn values_of(&self, subject: &str) -> Option<Vec<&'d str>> {
        let document = self.document;
        match subject {
            "severity" | "recommended" => Some(document.severities.iter().map(|level| level.id.as_str()).collect()),
            "tier" => Some(document.tiers.iter().map(|tier| tier.id.as_str()).collect()),
            _ => {
                let question = document.context.iter().find(|question| question.id == subject)?;
                Some(question.options.iter().map(|option| option.id.as_str()).collect())
            }
        }
    }
}
