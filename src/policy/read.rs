//! From a text to a document, or to everything that keeps it from being one.

use super::from_tree::FromTree;
use super::json::{Parsed, Place, SyntaxError, line_and_column, parse, place_of};
use super::model::Document;
use super::{limits, references, shape, texts};
use crate::Diagnostic;

/// What came of reading a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The document, where its shape is right; its references may still be at fault.
    pub document: Option<Document>,
    /// What was found, in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a policy from JSON text: syntax, shape, ids, references, texts, links and limits, all findings at once, as far
/// as they are not too many to list.
///
/// A syntax error ends the reading, for nothing after it can be trusted. Findings have no line and column yet:
/// [`locate`] adds them where the source is a text that somebody looks at.
pub fn read(text: &str) -> Reading {
    let mut reading = read_unbounded(text);
    bound(&mut reading.diagnostics);
    reading
}

/// [`read`] with every finding, for whoever has more to add before they are [bounded](bound).
pub(crate) fn read_unbounded(text: &str) -> Reading {
    let text = text.trim_start_matches('\u{feff}');
    if let Some(oversized) = limits::oversized(text) {
        return Reading { document: None, diagnostics: vec![oversized] };
    }
    let Parsed { tree, repeated, .. } = match parse(text, false) {
        Ok(parsed) => parsed,
        Err(error) => return Reading { document: None, diagnostics: vec![syntax_error(text, error)] },
    };
    let mut diagnostics = limits::excesses(&tree);
    let beyond_limits = !diagnostics.is_empty();
    diagnostics.extend(shape::mismatches(&tree));
    // A key too many is a fault of its own, and leaves the rest as readable as before.
    let has_shape = !beyond_limits && !diagnostics.iter().any(|d| d.code == "schema" && !d.at_key);
    diagnostics.extend(repeated.iter().map(|place| repeated_key(text, place)));
    let document = has_shape.then(|| Document::from_tree(&tree));
    if let Some(document) = &document {
        diagnostics.extend(references::faults(&tree));
        diagnostics.extend(texts::faults(&tree, document));
    }
    Reading { document, diagnostics }
}

/// The document of a text that has been checked before; what is wrong with it is not looked for.
pub(crate) fn trust(text: &str) -> Result<Document, crate::Error> {
    value(text).map(|tree| Document::from_tree(&tree))
}

/// Keeps the first findings, errors before all others, and says how many more there are: a broken file can hold one in
/// every value.
pub(crate) fn bound(diagnostics: &mut Vec<Diagnostic>) {
    let more = diagnostics.len().saturating_sub(limits::MAX_FINDINGS);
    if more > 0 {
        let (errors, others): (Vec<_>, Vec<_>) = diagnostics.drain(..).partition(Diagnostic::is_error);
        diagnostics.extend(errors.into_iter().chain(others).take(limits::MAX_FINDINGS));
        let message = format!("{more} more findings are not listed");
        diagnostics.push(Diagnostic::new(crate::Level::Info, "limit-exceeded", "", message));
    }
}

/// The value of a JSON text.
///
/// # Errors
///
/// `invalid-case` where the text is no JSON.
pub(crate) fn value(text: &str) -> Result<super::tree::Tree, crate::Error> {
    match parse(text, false) {
        Ok(parsed) => Ok(parsed.tree),
        Err(error) => Err(crate::Error::new(crate::ErrorCode::InvalidCase, error.message).at(error.pointer)),
    }
}

/// Adds line and column to findings about `text`, brings them into its order, and bounds their number.
pub fn locate(text: &str, diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.iter().all(|d| d.line.is_some()) || text.len() > limits::MAX_POLICY_BYTES {
        return;
    }
    let text = text.trim_start_matches('\u{feff}');
    let Ok(Parsed { places, .. }) = parse(text, true) else { return };
    let mut found: Vec<(usize, Diagnostic)> = Vec::with_capacity(diagnostics.len());
    for finding in diagnostics.drain(..) {
        let place = place_of(&places, &finding.path);
        let offset = place.map_or(0, |p| if finding.at_key || p.pointer != finding.path { p.key } else { p.value });
        found.push((offset, finding));
    }
    found.sort_by_key(|(offset, _)| *offset);
    for (offset, mut finding) in found {
        if finding.line.is_none() {
            set_place(&mut finding, text, offset);
        }
        diagnostics.push(finding);
    }
}

fn set_place(finding: &mut Diagnostic, text: &str, offset: usize) {
    let (line, column) = line_and_column(text, offset);
    (finding.line, finding.column) = (Some(line), Some(column));
}

fn syntax_error(text: &str, error: SyntaxError) -> Diagnostic {
    let mut finding = Diagnostic::error("syntax", error.pointer, error.message);
    set_place(&mut finding, text, error.at);
    finding
}

/// A key that stands twice in one object. In an object whose keys are ids, that is an id that is defined twice.
fn repeated_key(text: &str, place: &Place) -> Diagnostic {
    let (parent, key) = place.pointer.rsplit_once('/').unwrap_or_default();
    let code = if ["/calendars", "/clauses"].contains(&parent) { "duplicate-id" } else { "duplicate-key" };
    let message = format!("the key \"{key}\" stands twice in one object");
    let mut finding = Diagnostic::error(code, place.pointer.clone(), message);
    set_place(&mut finding, text, place.key);
    finding
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINIMAL: &str = r#"{
  "id": "acme", "version": "1", "title": {"en": "Acme"}, "languages": ["en"],
  "severities": [{"id": "high", "name": {"en": "High"}}, {"id": "low", "name": {"en": "Low"}}]
}"#;

    /// Code, path, line and column of everything found in a text.
    fn findings(text: &str) -> Vec<(&'static str, String, u32, u32)> {
        let mut found = read(text).diagnostics;
        locate(text, &mut found);
        found.into_iter().map(|d| (d.code, d.path, d.line.unwrap(), d.column.unwrap())).collect()
    }

    #[test]
    fn the_smallest_policy_has_id_version_title_languages_and_severities() {
        let reading = read(MINIMAL);
        assert_eq!(reading.diagnostics, []);
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
        let helps: Vec<String> = read(text).diagnostics.into_iter().filter_map(|d| d.help).collect();
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
        let found = read(&text).diagnostics;
        let told: Vec<(&str, Option<&str>)> = found.iter().map(|d| (d.path.as_str(), d.help.as_deref())).collect();
        assert_eq!(
            told,
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
        let found = read(&text).diagnostics;
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
        assert_eq!(reading.diagnostics[0].code, "limit-exceeded");
        assert!(reading.document.is_none());
    }

    fn findings_of(text: &str) -> Vec<&'static str> {
        read(text).diagnostics.iter().map(|d| d.code).collect()
    }

    #[test]
    fn a_file_that_is_wrong_everywhere_gets_a_bounded_list() {
        let text = format!("{{\"x\": 1, \"severities\": [{}]}}", vec!["1"; 5_000].join(","));
        let found = read(&text).diagnostics;
        assert_eq!(found.len(), limits::MAX_FINDINGS + 1);
        assert!(found.last().unwrap().message.contains("more findings"));
    }

    #[test]
    fn an_error_is_never_lost_among_too_many_warnings() {
        let titles: Vec<String> = (0..1_200).map(|n| format!(r#"{{"id": "q{n}", "name": {{"en": "N"}}}}"#)).collect();
        let text = MINIMAL
            .replacen('{', &format!(r#"{{"measures": [{}],"#, titles.join(",")), 1)
            .replacen('{', r#"{"source": {"title": {"en": "S", "fr": "S"}, "href": "javascript:alert(1)"},"#, 1)
            .replace("[\"en\"]", "[\"en\", \"fr\"]");
        let found = read(&text).diagnostics;
        assert_eq!(found.len(), limits::MAX_FINDINGS + 1);
        assert_eq!(found[0].code, "unsafe-url");
    }

    #[test]
    fn the_order_of_clauses_is_the_documents() {
        let text = MINIMAL.replacen('{', r#"{"clauses": {"P10": {"heading": {"en": "a"}, "text": {"en": "b"}}, "P2": {"heading": {"en": "a"}, "text": {"en": "b"}}},"#, 1);
        assert_eq!(read(&text).document.unwrap().clauses.keys().collect::<Vec<_>>(), ["P10", "P2"]);
    }
}
