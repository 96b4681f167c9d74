//! Exports: whether what the fields of other systems are filled with exists.

use super::words;
use crate::Diagnostic;
use crate::diagnostic::Findings;
use crate::policy::{Document, nearest, token};
use serde_json::{Map, Value};

/// What a field can be filled with, as `{name}`; docs/handover.md says what each one holds. Ids of context questions are
/// names as well, and `dueAt` and `state` may name a measure: `{dueAt.restoration}`. In one text: a list of texts would stay
/// in the data of the modules that leave this out.
const PLACEHOLDERS: &str = "channel contact.email contact.name contact.phone description dueAt justification language markdown \
    policy.id policy.title policy.version reasons recommended recommended.name severity severity.level severity.name \
    standing standing.name state submittedAt summary text tier tier.name troubleshooting vector";

/// What a value can be chosen by, beside context questions.
const SUBJECTS: &str = "channel language recommended severity standing state tier";

/// Placeholders and choices that no case ever fills.
pub(super) fn unknown_names(document: &Document, found: &mut Findings) {
    for (system, export) in document.exports.iter() {
        let path = ["/exports/", &token(system)].concat();
        match export.get("fields").filter(|fields| !fields.is_null()) {
            None => {
                let message = ["the export \"", system, "\" has no fields"].concat();
                let finding = Diagnostic::warning("export-without-fields", path, message);
                found.push(finding.help("put them under \"fields\", as {\"summary\": \"{summary}\"}"));
            }
            Some(fields) => visit(document, fields, &[&path, "/fields"].concat(), found),
        }
    }
}

fn visit(document: &Document, value: &Value, path: &str, found: &mut Findings) {
    match value {
        Value::String(text) => placeholders(document, text, path, found),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                visit(document, item, &[path, "/", &at.to_string()].concat(), found);
            }
        }
        Value::Object(members) => {
            if let (Some(Value::String(subject)), Some(Value::Object(values))) =
                (members.get("by"), members.get("values"))
            {
                choice(document, subject, values, path, found);
            }
            for (key, member) in members.iter().filter(|(key, _)| *key != "by") {
                visit(document, member, &[path, "/", &token(key)].concat(), found);
            }
        }
        _ => {}
    }
}

fn placeholders(document: &Document, text: &str, path: &str, found: &mut Findings) {
    for part in text.split('{').skip(1) {
        let Some((name, _)) = part.split_once('}') else { continue };
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
        if is_name && !is_known(document, name) {
            let message = ["nothing fills the placeholder \"{", name, "}\""].concat();
            let known = PLACEHOLDERS.split(' ').chain(document.context.iter().map(|each| each.id.as_str()));
            let help = nearest(name, known).map(|meant| ["did you mean \"{", meant, "}\"?"].concat());
            let finding = Diagnostic::warning("unknown-placeholder", path, message);
            found.push(match help {
                Some(help) => finding.help(help),
                None => finding,
            });
        }
    }
}

fn is_known(document: &Document, name: &str) -> bool {
    let is_question = |id: &str| document.context.iter().any(|question| question.id == id);
    let is_measure = |id: &str| document.measures.iter().any(|measure| measure.id == id);
    match name.split_once('.') {
        Some(("dueAt" | "state", measure)) => is_measure(measure),
        Some((question, "name")) if is_question(question) => true,
        _ => PLACEHOLDERS.split(' ').any(|known| known == name) || is_question(name),
    }
}

/// A value that is chosen by an answer or an id: the subject and every value it may have.
fn choice(document: &Document, subject: &str, values: &Map<String, Value>, path: &str, found: &mut Findings) {
    let ids: Vec<&str> = match subject {
        "severity" | "recommended" => document.severities.iter().map(|each| each.id.as_str()).collect(),
        "tier" => document.tiers.iter().map(|each| each.id.as_str()).collect(),
        _ => match document.context.iter().find(|question| question.id == subject) {
            Some(question) => question.options.iter().map(|option| option.id.as_str()).collect(),
            None if SUBJECTS.split(' ').any(|known| known == subject) => return,
            None => {
                let message = ["nothing chooses by \"", subject, "\""].concat();
                let finding = Diagnostic::warning("unknown-placeholder", [path, "/by"].concat(), message);
                found.push(finding.help("choose by severity, tier, or the id of a context question"));
                return;
            }
        },
    };
    for id in values.keys().filter(|id| !ids.contains(&id.as_str())) {
        let known = ids.iter().map(|id| ["\"", id, "\""].concat()).collect();
        let message = ["\"", id, "\" is no value of \"", subject, "\""].concat();
        let finding = Diagnostic::warning("unknown-placeholder", [path, "/values/", &token(id)].concat(), message);
        found.push(finding.at_key().help(["known are ", &words::listed(known, "and")].concat()));
    }
}
