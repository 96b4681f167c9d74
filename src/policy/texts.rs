//! Whether every text has every declared language, and every link a scheme that is safe to follow.

use std::fmt::{self, Write};

use super::model::Document;
use super::node::{Node, Value};
use super::pointer::Pointer;
use super::shorten;
use crate::diagnostic::Findings;
use crate::sentence::sentence;
use crate::{Diagnostic, Level};

/// Schemes that a link may have.
pub const SAFE_SCHEMES: [&str; 3] = ["https", "mailto", "tel"];

/// Adds every missing translation, unsafe link and malformed value of a document that has the right shape.
///
/// It walks the JSON, not the types: texts are the objects whose keys are languages, wherever they are.
pub(crate) fn check(node: &Node, document: &Document, found: &mut Findings) {
    languages(document, found);
    numbers(document, found);
    walk(node, document, &mut Pointer::default(), found);
}

fn languages(document: &Document, found: &mut Findings) {
    if document.languages.is_empty() {
        found.push(Diagnostic::error("schema", "/languages", "a policy has at least one language, found none"));
    }
    for (index, tag) in document.languages.iter().enumerate() {
        if !is_language_tag(tag) {
            let message = sentence!("expected a BCP 47 language tag such as \"fr-CA\", found \"{}\"", shorten(tag));
            found.push(Diagnostic::error("schema", format!("/languages/{index}"), message));
        }
    }
    if document.severities.is_empty() {
        found.push(Diagnostic::error("schema", "/severities", "a policy has at least one severity, found none"));
    }
    for (path, text) in [("/id", &document.id), ("/version", &document.version)] {
        if text.is_empty() {
            found.push(Diagnostic::error("schema", path, "expected a text, found an empty one"));
        }
    }
}

fn numbers(document: &Document, found: &mut Findings) {
    if !(document.at_risk > 0.0 && document.at_risk < 1.0) {
        found.push(Diagnostic::error("schema", "/atRisk", "expected a share above 0 and below 1"));
    }
    for (i, question) in document.questions.iter().enumerate() {
        if question.options.is_empty() {
            let message = sentence!("the question \"{}\" has no options", question.id);
            found.push(Diagnostic::error("schema", format!("/questions/{i}/options"), message));
        }
        for (j, option) in question.options.iter().enumerate() {
            if option.weight.is_some_and(|w| !(w > 0.0 && w.is_finite())) {
                let path = format!("/questions/{i}/options/{j}/weight");
                found.push(Diagnostic::error("schema", path, "expected a weight above 0"));
            }
        }
    }
}

/// Keys whose objects hold data of the author's own, in which nothing is a text of the policy.
const OPAQUE: [&str; 3] = ["exports", "answers", "case"];

fn walk(node: &Node, document: &Document, at: &mut Pointer, found: &mut Findings) {
    for member in node.members() {
        let key = member.key.as_str();
        at.within(key, |at| match (key, &member.node.value) {
            ("href", Value::Text(href)) if !is_safe(href) => found.add(Level::Error, || unsafe_url(href, at)),
            (
                "text" | "ask" | "help" | "name" | "note" | "remedy" | "title" | "heading" | "term" | "definition",
                Value::Object(_),
            ) => {
                missing_languages(&member.node, document, at, found);
            }
            // An alias is a name in one language; a tier may have more of them in one than in another.
            ("aliases", Value::List(aliases)) => {
                for (index, alias) in aliases.iter().enumerate().filter(|(_, alias)| alias.len() == 0) {
                    at.within(index, |at| missing_languages(alias, document, at, found));
                }
            }
            (key, _) if OPAQUE.contains(&key) => {}
            _ => walk(&member.node, document, at, found),
        });
    }
    for (index, item) in node.items().iter().enumerate() {
        at.within(index, |at| walk(item, document, at, found));
    }
}

fn missing_languages(text: &Node, document: &Document, at: &Pointer, found: &mut Findings) {
    for language in &document.languages {
        if text.member(language).text().chars().all(char::is_whitespace) {
            found.add(Level::Warning, || {
                let language = shorten(language);
                let message = sentence!("the text in \"{}\" is missing", language);
                let finding = Diagnostic::warning("missing-translation", at.as_str(), message);
                finding.help(sentence!("add \"{}\", or take it out of /languages", language))
            });
        }
    }
}

fn unsafe_url(href: &str, at: &Pointer) -> Diagnostic {
    let scheme = href.split_once(':').map_or("no scheme", |(scheme, _)| scheme);
    let shown = fmt::from_fn(|f| {
        scheme.chars().filter(char::is_ascii_graphic).take(20).try_for_each(|character| f.write_char(character))
    });
    let message = sentence!("a link takes https, mailto or tel, found {}", shown);
    Diagnostic::error("unsafe-url", at.as_str(), message)
}

/// Whether a link is safe to follow: a known scheme, and nothing in it that a browser would strip before reading it.
///
/// # Examples
///
/// ```
/// use case_slo::policy::is_safe;
///
/// assert!(is_safe("https://example.com/support"));
/// assert!(!is_safe("javascript:alert(1)"));
/// ```
pub fn is_safe(href: &str) -> bool {
    let Some((scheme, rest)) = href.split_once(':') else { return false };
    let known = SAFE_SCHEMES.iter().any(|safe| safe.eq_ignore_ascii_case(scheme));
    let clean = !href.chars().any(|c| c.is_control() || c.is_whitespace());
    known
        && clean
        && !rest.is_empty()
        && (!scheme.eq_ignore_ascii_case("https") || rest.starts_with("//") && rest.len() > 2)
}

/// Whether `Intl` would take it: letters first, then subtags of one to eight letters or digits.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_safe_only_as_https_mailto_or_tel() {
        for safe in ["https://example.com/a", "HTTPS://example.com", "mailto:a@example.com", "tel:+1-514-555-0100"] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_ in [
            "javascript:alert(1)",
            "java\nscript:x",
            " https://a",
            "http://a",
            "//a",
            "https:",
            "data:text/html,x",
            "https:a",
        ] {
            assert!(!is_safe(unsafe_), "{unsafe_}");
        }
    }

    #[test]
    fn a_language_tag_is_what_intl_takes() {
        assert!(["fr-CA", "en", "zh-Hant-TW"].iter().all(|t| is_language_tag(t)));
        assert!(["", "f", "fr_CA", "fr-", "français"].iter().all(|t| !is_language_tag(t)));
    }
}
