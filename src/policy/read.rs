//! From a text to a document, or to everything that keeps it from being one.

use serde::Deserialize;

use super::json::parse;
use super::model::Document;
use super::node::Node;
use super::pointer::Pointer;
use super::reader::{FaultPosition, Misfit, Reader};
use super::{limits, references, shorten, texts};
use crate::diagnostic::Findings;
use crate::sentence::{Sentence, sentence};
use crate::{Diagnostic, Level};

/// The result of reading a policy.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The document, where its shape is right; its references may still be at fault.
    pub document: Option<Document>,
    pub findings: Findings,
}

/// Reads a policy from JSON text: syntax, limits, shape, ids, references, texts and links, all findings at once.
///
/// A syntax error ends the reading, for nothing after it can be trusted, and so does an exceeded limit. Findings have no
/// line and column yet: [`located`](super::positions::located) adds them where the source is a text that somebody looks at.
///
/// Without the feature `analysis` nothing compares the text with the schema: the types refuse the same documents, but they stop at
/// the first fault.
pub(crate) fn read(text: &str) -> Reading {
    let mut findings = Findings::default();
    let document = document_of(without_mark(text), &mut findings);
    Reading { document, findings }
}

fn document_of(text: &str, findings: &mut Findings) -> Option<Document> {
    findings.extend(limits::oversized(text));
    if !findings.is_empty() {
        return None;
    }
    let node = parsed(text, findings)?;
    limits::excesses(&node, findings);
    if !findings.is_empty() {
        return None;
    }
    repeated_keys(&node, &mut Pointer::default(), findings);
    #[cfg(feature = "analysis")]
    let node = shaped(node, findings)?;
    let place = FaultPosition::default();
    match Document::deserialize(Reader::<Misfit>::new(&node, &place)) {
        Ok(document) => {
            references::check(&node, findings);
            texts::check(&node, &document, findings);
            Some(document)
        }
        Err(misfit) => {
            let code = if cfg!(feature = "analysis") { "internal" } else { "schema" };
            findings.push(Diagnostic::error(code, place.pointer(&node), Sentence::verbatim(misfit)));
            None
        }
    }
}

/// A document without its unknown keys, where its shape is right.
#[cfg(feature = "analysis")]
fn shaped(mut node: Node, found: &mut Findings) -> Option<Node> {
    super::shape::check(&mut node, found).then_some(node)
}

/// A text without its byte order mark.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn parsed(text: &str, found: &mut Findings) -> Option<Node> {
    match parse(text) {
        Ok(node) => Some(node),
        Err(error) => {
            found.push(Diagnostic::error("syntax", error.pointer, error.message).at_offset(error.at as u32));
            None
        }
    }
}

/// Adds the keys that occur twice in one object. In an object whose keys are ids, that is an id that is defined twice.
fn repeated_keys(node: &Node, at: &mut Pointer, found: &mut Findings) {
    for (key, key_at) in node.object().map_or(&[][..], |object| &object.repeated) {
        found.add(Level::Error, || {
            let code = if ["/calendars", "/holidaySets", "/clauses"].contains(&at.as_str()) {
                "duplicate-id"
            } else {
                "duplicate-key"
            };
            let message = sentence!("the key \"{}\" stands twice in one object", shorten(key));
            let path = at.within(key.as_str(), |at| at.as_str().to_owned());
            Diagnostic::error(code, path, message).at_offset(*key_at)
        });
    }
    for member in node.members() {
        at.within(member.key.as_str(), |at| repeated_keys(&member.node, at, found));
    }
    for (index, item) in node.items().iter().enumerate() {
        at.within(index, |at| repeated_keys(item, at, found));
    }
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;
    use crate::policy::located;

    const MINIMAL: &str = r#"{
  "id": "acme", "version": "1", "title": {"en": "Acme"}, "languages": ["en"],
  "severities": [{"id": "high", "name": {"en": "High"}}, {"id": "low", "name": {"en": "Low"}}]
}"#;

    /// Code, path, line and column of everything found in a text.
    fn findings(text: &str) -> Vec<(&'static str, String, u32, u32)> {
        let found = located(text, read(text).findings.into_list());
        found.into_iter().map(|d| (d.code, d.path, d.line.unwrap(), d.column.unwrap())).collect()
    }

    #[test]
    fn the_smallest_policy_has_id_version_title_languages_and_severities() {
        let reading = read(MINIMAL);
        assert_eq!(reading.findings.into_list(), []);
        assert_eq!(reading.document.unwrap().severities.len(), 2);
    }

    #[test]
    fn a_syntax_error_says_where_and_inside_what() {
        let text = MINIMAL.replace("\"id\": \"low\",", "\"id\": low,");
        let column = text.lines().nth(2).unwrap().find("low,").unwrap() as u32 + 1;
        assert_eq!(findings(&text), [("syntax", "/severities/1/id".to_owned(), 3, column)]);
        assert_eq!(findings("")[0].0, "syntax");
        assert_eq!(findings(&"[".repeat(200_000))[0].0, "syntax");
    }

    #[test]
    fn all_faults_of_shape_are_found_at_once() {
        let text = r#"{ "id": 5, "titel": {}, "title": {"en": "A"}, "languages": ["en"],
  "severities": [{"id": "high", "name": "High"}, "low"], "onSeverityChange": "from-chnge" }"#;
        let found = findings(text);
        let paths: Vec<&str> = found.iter().map(|f| f.1.as_str()).collect();
        assert_eq!(paths, ["", "/id", "/titel", "/severities/0/name", "/severities/1", "/onSeverityChange"]);
        assert!(found.iter().all(|f| f.0 == "schema"));
        assert_eq!((found[2].2, found[2].3), (1, 12), "an unknown key is shown at the key");
        assert!(read(text).document.is_none());
        let helps: Vec<String> = read(text).findings.into_list().into_iter().filter_map(|d| d.help).collect();
        assert!(helps.iter().any(|h| h.contains("\"title\"")) && helps.iter().any(|h| h.contains("\"from-change\"")));
    }

    #[test]
    fn an_unknown_key_hides_nothing_of_the_rest() {
        let text = MINIMAL.replacen(
            '{',
            r#"{"titel": {}, "source": {"title": {"en": "S"}, "href": "javascript:alert(1)"},"#,
            1,
        );
        let codes: Vec<&str> = findings(&text).into_iter().map(|f| f.0).collect();
        assert_eq!(codes, ["schema", "unsafe-url"]);
        assert!(crate::Policy::load(&text).is_err());
    }

    #[test]
    fn a_dangling_reference_names_the_nearest_id() {
        let text = MINIMAL.replacen(
            '{',
            r#"{"questions": [{"id": "q", "text": {"en": "?"}, "options": [{"id": "yes", "text": {"en": "Yes"}}]}],
            "classification": {"rules": [{"id": "r", "when": {"q": ["yse"], "p": []}, "severity": "hihg"}]},"#,
            1,
        );
        let found = read(&text).findings.into_list();
        let summary: Vec<(&str, Option<&str>)> = found.iter().map(|d| (d.path.as_str(), d.help.as_deref())).collect();
        assert_eq!(
            summary,
            [
                ("/classification/rules/0/severity", Some("did you mean \"high\"?")),
                ("/classification/rules/0/when/q/0", Some("did you mean \"yes\"?")),
                ("/classification/rules/0/when/p", Some("known: q")),
            ]
        );
        assert!(found.iter().all(|d| d.code == "unknown-reference" && d.is_error()));
    }

    #[test]
    fn ids_and_keys_that_stand_twice_are_found() {
        let text = MINIMAL.replace("\"id\": \"low\"", "\"id\": \"high\"").replacen(
            '{',
            r#"{"calendars": {"a": {}, "a": {}},"#,
            1,
        );
        let codes: Vec<(&str, String)> = findings(&text).into_iter().map(|f| (f.0, f.1)).collect();
        assert_eq!(
            codes,
            [("duplicate-id", "/calendars/a".to_owned()), ("duplicate-id", "/severities/1/id".to_owned())]
        );
    }

    #[test]
    fn a_missing_translation_is_a_warning_and_an_unsafe_link_an_error() {
        let text = MINIMAL
            .replacen('{', r#"{"source": {"title": {"en": "S", "fr": " "}, "href": "javascript:alert(1)"},"#, 1)
            .replace("[\"en\"]", "[\"en\", \"fr\"]");
        let found = read(&text).findings.into_list();
        assert_eq!(found.iter().filter(|d| d.code == "missing-translation" && !d.is_error()).count(), 4);
        assert_eq!(found.iter().filter(|d| d.code == "unsafe-url" && d.is_error()).count(), 1);
    }

    #[test]
    fn what_exceeds_a_limit_is_refused_before_it_is_read() {
        let text = format!("{MINIMAL}{}", " ".repeat(limits::MAX_POLICY_BYTES + 1 - MINIMAL.len()));
        assert_eq!(findings_of(&text), ["limit-exceeded"]);
        assert_eq!(findings_of(&text[..limits::MAX_POLICY_BYTES]), [""; 0]);
        let rules = vec![r#"{"id": "r", "severity": "high"}"#; 2_001].join(",");
        let text = MINIMAL.replacen('{', &format!(r#"{{"classification": {{"rules": [{rules}]}},"#), 1);
        let reading = read(&text);
        assert!(reading.document.is_none());
        assert_eq!(reading.findings.into_list()[0].code, "limit-exceeded");
    }

    fn findings_of(text: &str) -> Vec<&'static str> {
        read(text).findings.into_list().iter().map(|d| d.code).collect()
    }

    #[test]
    fn a_file_that_is_wrong_everywhere_gets_a_bounded_list() {
        let text = format!("{{\"x\": 1, \"advice\": [{}]}}", vec!["1"; 2_000].join(","));
        let found = read(&text).findings.into_list();
        assert_eq!(found.len(), limits::MAX_FINDINGS + 1);
        assert!(found.last().unwrap().message.contains("more findings"));
    }

    #[test]
    fn an_error_is_never_lost_among_too_many_warnings() {
        let terms = vec![r#"{"term": {"en": "T"}, "text": {"en": "T"}}"#; 1_200];
        let text = MINIMAL
            .replacen('{', &format!(r#"{{"glossary": [{}],"#, terms.join(",")), 1)
            .replacen('{', r#"{"source": {"title": {"en": "S", "fr": "S"}, "href": "javascript:alert(1)"},"#, 1)
            .replace("[\"en\"]", "[\"en\", \"fr\"]");
        let found = read(&text).findings.into_list();
        assert_eq!(found.len(), limits::MAX_FINDINGS + 1);
        assert_eq!(found[0].code, "unsafe-url");
    }

    #[test]
    fn the_order_of_clauses_is_the_documents() {
        let text = MINIMAL.replacen('{', r#"{"clauses": {"P10": {"heading": {"en": "a"}, "text": {"en": "b"}}, "P2": {"heading": {"en": "a"}, "text": {"en": "b"}}},"#, 1);
        assert_eq!(read(&text).document.unwrap().clauses.keys().collect::<Vec<_>>(), ["P10", "P2"]);
    }
}
