//! The words of findings: questions, options and levels by name and id.

use std::collections::BTreeMap;

use crate::classification::{OptionSet, all_of, members};
use crate::policy::model::Question;
use crate::policy::{Document, Text};

/// Longest name in characters; of a longer one messages quote the beginning.
const MAX_NAME: usize = 120;

/// More options, questions or levels than this are counted, not listed.
const WORTH_LISTING: usize = 6;

/// A text as an English sentence quotes it: in English if there is English, else in its first language.
pub(super) fn plain(text: &Text) -> &str {
    let english = text.iter().find(|(language, _)| *language == "en" || language.starts_with("en-"));
    english.or_else(|| text.iter().next()).map_or("", |(_, text)| text)
}

/// A name with its id: `"High" (high)`; the id alone if there is no name.
pub(super) fn named(name: &Text, id: &str) -> String {
    let name = plain(name);
    match name.char_indices().nth(MAX_NAME) {
        _ if name.is_empty() => format!("\"{id}\""),
        Some((end, _)) => format!("\"{}…\" ({id})", &name[..end]),
        None => format!("\"{name}\" ({id})"),
    }
}

/// A severity by index.
pub(super) fn severity(document: &Document, index: usize) -> String {
    document.severities.get(index).map_or_else(String::new, |severity| named(&severity.name, &severity.id))
}

/// Words with a conjunction before the last one.
pub(super) fn listed(mut words: Vec<String>, conjunction: &str) -> String {
    if words.len() > WORTH_LISTING {
        let more = words.len() - WORTH_LISTING + 1;
        words.truncate(WORTH_LISTING - 1);
        words.push(format!("{more} more"));
    }
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {conjunction} {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// The answers of a box: `"How bad is it?" (quality) is "Poor" (poor) or "Bad" (bad)`.
pub(super) fn answers(questions: &[Question], region: &[OptionSet]) -> String {
    let narrowed: Vec<String> = narrowed(questions, region)
        .map(|(question, set)| {
            let options = members(set).filter_map(|option| question.options.get(option));
            let options = options.map(|option| named(&option.text, &option.id)).collect();
            format!("{} is {}", named(&question.text, &question.id), listed(options, "or"))
        })
        .collect();
    if narrowed.is_empty() { "any answers".to_owned() } else { listed(narrowed, "and") }
}

/// A box as findings carry it: questions that may have any answer are left out.
pub(super) fn region(questions: &[Question], region: &[OptionSet]) -> BTreeMap<String, Vec<String>> {
    let ids = |question: &Question, set| {
        members(set).filter_map(|option| question.options.get(option)).map(|option| option.id.clone()).collect()
    };
    narrowed(questions, region).map(|(question, set)| (question.id.clone(), ids(question, set))).collect()
}

/// A complete answer as findings carry it.
pub(super) fn example(questions: &[Question], point: &[usize]) -> BTreeMap<String, String> {
    let answered = questions.iter().zip(point);
    answered
        .filter_map(|(question, option)| Some((question.id.clone(), question.options.get(*option)?.id.clone())))
        .collect()
}

fn narrowed<'q>(questions: &'q [Question], region: &[OptionSet]) -> impl Iterator<Item = (&'q Question, OptionSet)> {
    let sets = questions.iter().zip(region.to_vec());
    sets.filter(|(question, set)| *set != all_of(question.options.len()))
}
