//! The words of findings: questions, options and levels by name and id.

use std::collections::BTreeMap;

use crate::classification::{OptionSet, all_of, members};
use crate::policy::model::Question;
use crate::policy::{Document, Text};
use crate::sentence::{SentenceValue, ToValue, sentence};

/// A text as an English sentence quotes it: in English if there is English, else in its first language.
pub(super) fn plain(text: &Text) -> &str {
    let english = text.iter().find(|(language, _)| *language == "en" || language.starts_with("en-"));
    english.or_else(|| text.iter().next()).map_or("", |(_, text)| text)
}

/// A name with its id: `"High" (high)`; the id alone if there is no name.
pub(super) fn named(name: &Text, id: &str) -> SentenceValue {
    SentenceValue::name(name, id)
}

/// A severity by index.
pub(super) fn severity(document: &Document, index: usize) -> SentenceValue {
    let severity = document.severities.get(index);
    severity.map_or_else(|| "".to_value(), |severity| named(&severity.name, &severity.id))
}

/// Values with a conjunction before the last one.
pub(super) fn listed(values: Vec<SentenceValue>, conjunction: &'static str) -> SentenceValue {
    SentenceValue::list(values, conjunction)
}

/// Ids in quotation marks, with a conjunction before the last one.
pub(super) fn listed_ids<'i>(ids: impl Iterator<Item = &'i str>, conjunction: &'static str) -> SentenceValue {
    listed(ids.map(|id| sentence!("\"{}\"", id).to_value()).collect(), conjunction)
}

/// The answers of a box: `"How bad is it?" (quality) is "Poor" (poor) or "Bad" (bad)`.
pub(super) fn answers(questions: &[Question], region: &[OptionSet]) -> SentenceValue {
    let narrowed: Vec<SentenceValue> = narrowed(questions, region)
        .map(|(question, set)| {
            let options = members(set).filter_map(|option| question.options.get(option));
            let options = options.map(|option| named(&option.text, &option.id)).collect();
            sentence!("{} is {}", named(&question.text, &question.id), listed(options, "or")).to_value()
        })
        .collect();
    if narrowed.is_empty() { sentence!("any answers").to_value() } else { listed(narrowed, "and") }
}

/// A box as findings carry it: questions that may have any answer are left out.
pub(super) fn region(questions: &[Question], region: &[OptionSet]) -> BTreeMap<String, Vec<String>> {
    let ids = |question: &Question, set| {
        members(set).filter_map(|option| question.options.get(option)).map(|option| option.id.clone()).collect()
    };
    let mut members = BTreeMap::new();
    for (question, set) in narrowed(questions, region) {
        members.insert(question.id.clone(), ids(question, set));
    }
    members
}

/// A complete answer as findings carry it.
pub(super) fn example(questions: &[Question], point: &[usize]) -> BTreeMap<String, String> {
    let mut answers = BTreeMap::new();
    for (question, option) in questions.iter().zip(point) {
        if let Some(option) = question.options.get(*option) {
            answers.insert(question.id.clone(), option.id.clone());
        }
    }
    answers
}

fn narrowed<'q>(questions: &'q [Question], region: &[OptionSet]) -> impl Iterator<Item = (&'q Question, OptionSet)> {
    let sets = questions.iter().zip(region.to_vec());
    sets.filter(|(question, set)| *set != all_of(question.options.len()))
}
