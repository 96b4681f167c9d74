//! Whether every id is unique where it is defined and known where it is used.

use super::model::{Condition, Document};
use super::nearest;
use super::pointer::Pointer;
use crate::Diagnostic;

/// Keys of an advice's condition that are not context questions.
pub(crate) const ADVICE_SUBJECTS: [&str; 3] = ["severity", "tier", "state"];

/// States of a target, as conditions name them.
pub(crate) const STATES: [&str; 7] = ["not-stated", "on-track", "at-risk", "overdue", "paused", "met", "missed"];

/// Every duplicate id and every reference to something that does not exist.
pub(crate) fn faults(document: &Document) -> Vec<Diagnostic> {
    let mut checker = Checker { document, at: Pointer::default(), found: Vec::new() };
    checker.definitions();
    checker.uses();
    checker.inclusions();
    checker.found
}

/// Every id that can be referred to.
struct Ids<'a> {
    tiers: Vec<&'a str>,
    severities: Vec<&'a str>,
    measures: Vec<&'a str>,
    calendars: Vec<&'a str>,
    channels: Vec<&'a str>,
    clauses: Vec<&'a str>,
    /// Questions with their options.
    questions: Vec<(&'a str, Vec<&'a str>)>,
    /// What a feature's condition may name: context questions with their options.
    context: Vec<(&'a str, Vec<&'a str>)>,
    /// What an advice's condition may name: severity, tier, state and context.
    subjects: Vec<(&'a str, Vec<&'a str>)>,
}

impl<'a> Ids<'a> {
    fn of(d: &'a Document) -> Self {
        let tiers: Vec<&str> = d.tiers.iter().map(|x| &*x.id).collect();
        let severities: Vec<&str> = d.severities.iter().map(|x| &*x.id).collect();
        let context: Vec<(&str, Vec<&str>)> =
            d.context.iter().map(|q| (&*q.id, q.options.iter().map(|o| &*o.id).collect())).collect();
        let [severity, tier, state] = ADVICE_SUBJECTS;
        let mut subjects = vec![(severity, severities.clone()), (tier, tiers.clone()), (state, STATES.to_vec())];
        subjects.extend(context.iter().cloned());
        Self {
            tiers,
            severities,
            measures: d.measures.iter().map(|x| &*x.id).collect(),
            calendars: d.calendars.keys().collect(),
            channels: d.channels.iter().map(|x| &*x.id).collect(),
            clauses: d.clauses.keys().collect(),
            questions: d.questions.iter().map(|q| (&*q.id, q.options.iter().map(|o| &*o.id).collect())).collect(),
            context,
            subjects,
        }
    }
}

struct Checker<'a> {
    document: &'a Document,
    at: Pointer,
    found: Vec<Diagnostic>,
}

impl<'a> Checker<'a> {
    fn definitions(&mut self) {
        let d = self.document;
        self.unique("tiers", "tier", d.tiers.iter().map(|x| &x.id));
        self.unique("severities", "severity", d.severities.iter().map(|x| &x.id));
        self.unique("questions", "question", d.questions.iter().map(|x| &x.id));
        for (i, question) in d.questions.iter().enumerate() {
            self.unique(&format!("questions/{i}/options"), "option", question.options.iter().map(|x| &x.id));
        }
        let rules = d.classification.iter().flat_map(|c| &c.rules);
        self.unique("classification/rules", "rule", rules.map(|x| &x.id));
        self.unique("measures", "measure", d.measures.iter().map(|x| &x.id));
        self.unique("objectives", "objective", d.objectives.iter().map(|x| &x.id));
        self.unique("context", "context question", d.context.iter().map(|x| &x.id));
        for (i, question) in d.context.iter().enumerate() {
            self.unique(&format!("context/{i}/options"), "option", question.options.iter().map(|x| &x.id));
        }
        self.unique("channels", "channel", d.channels.iter().map(|x| &x.id));
        self.unique("advice", "piece of advice", d.advice.iter().map(|x| &x.id));
        self.unique("features", "feature", d.features.iter().map(|x| &x.id));
    }

    /// Ids of one list: none empty, none twice. `list` is written as a pointer without its first slash.
    fn unique(&mut self, list: &str, what: &str, ids: impl Iterator<Item = &'a String>) {
        let mut seen: Vec<&str> = Vec::new();
        for (index, id) in ids.enumerate() {
            let path = format!("/{list}/{index}/id");
            if id.is_empty() {
                self.found.push(Diagnostic::error("schema", path, format!("the id of a {what} is empty")));
            } else if let Some(first) = seen.iter().position(|known| known == id) {
                let message = format!("the {what} \"{id}\" is defined twice, first at /{list}/{first}");
                self.found.push(Diagnostic::error("duplicate-id", path, message).help("give one of them another id"));
            }
            seen.push(id);
        }
    }

    fn uses(&mut self) {
        let d = self.document;
        let ids = &Ids::of(d);
        for (i, tier) in d.tiers.iter().enumerate() {
            self.each("tiers", i, |c| {
                c.optional("includes", &tier.includes, "tier", &ids.tiers);
                c.clause(&tier.clause, ids);
            });
        }
        for (i, severity) in d.severities.iter().enumerate() {
            self.each("severities", i, |c| c.clause(&severity.clause, ids));
        }
        for (i, rule) in d.classification.iter().flat_map(|c| &c.rules).enumerate() {
            self.each("classification/rules", i, |c| {
                c.condition(&rule.when, "question", &ids.questions);
                c.one("severity", &rule.severity, "severity", &ids.severities);
                c.clause(&rule.clause, ids);
            });
        }
        for (i, measure) in d.measures.iter().enumerate() {
            self.each("measures", i, |c| c.clause(&measure.clause, ids));
        }
        for (i, objective) in d.objectives.iter().enumerate() {
            self.each("objectives", i, |c| {
                c.one("measure", &objective.measure, "measure", &ids.measures);
                c.many("tiers", &objective.tiers, "tier", &ids.tiers);
                c.many("severities", &objective.severities, "severity", &ids.severities);
                c.one("calendar", &objective.calendar, "calendar", &ids.calendars);
                c.clause(&objective.clause, ids);
            });
        }
        for (i, channel) in d.channels.iter().enumerate() {
            self.each("channels", i, |c| {
                c.optional("calendar", &channel.calendar, "calendar", &ids.calendars);
                c.clause(&channel.clause, ids);
            });
        }
        for (i, advice) in d.advice.iter().enumerate() {
            self.each("advice", i, |c| {
                c.condition(&advice.when, "context question", &ids.subjects);
                c.optional("channel", &advice.channel, "channel", &ids.channels);
                c.clause(&advice.clause, ids);
            });
        }
        for (i, feature) in d.features.iter().enumerate() {
            self.each("features", i, |c| {
                c.one("tier", &feature.tier, "tier", &ids.tiers);
                c.condition(&feature.when, "context question", &ids.context);
                c.clause(&feature.clause, ids);
            });
        }
        for (i, term) in d.glossary.iter().enumerate() {
            self.each("glossary", i, |c| c.clause(&term.clause, ids));
        }
    }

    /// Tiers that include themselves by way of others.
    fn inclusions(&mut self) {
        for (index, tier) in self.document.tiers.iter().enumerate() {
            let mut current = tier;
            for _ in 0..self.document.tiers.len() {
                let Some(next) =
                    current.includes.as_ref().and_then(|id| self.document.tiers.iter().find(|t| t.id == *id))
                else {
                    break;
                };
                if next.id == tier.id {
                    let message = format!("the tier \"{}\" includes itself", tier.id);
                    self.found.push(Diagnostic::error("cyclic-inclusion", format!("/tiers/{index}/includes"), message));
                    break;
                }
                current = next;
            }
        }
    }

    /// Looks at one entry of a list. `list` is written as a pointer without its first slash.
    fn each(&mut self, list: &str, index: usize, look: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.at);
        for step in list.split('/') {
            self.at.descend(step);
        }
        self.at.descend(index);
        look(self);
        self.at = outer;
    }

    fn one(&mut self, key: &str, id: &str, what: &str, known: &[&str]) {
        let found = &mut self.found;
        self.at.within(key, |at| found.extend(unknown(at, id, what, known)));
    }

    fn optional(&mut self, key: &str, id: &Option<String>, what: &str, known: &[&str]) {
        if let Some(id) = id {
            self.one(key, id, what, known);
        }
    }

    fn many(&mut self, key: &str, ids: &[String], what: &str, known: &[&str]) {
        let found = &mut self.found;
        self.at.within(key, |at| {
            for (index, id) in ids.iter().enumerate() {
                at.within(index, |at| found.extend(unknown(at, id, what, known)));
            }
        });
    }

    /// A clause is a reference only where the policy has clauses at all: a small policy may cite a paper one.
    fn clause(&mut self, id: &Option<String>, ids: &Ids) {
        if !ids.clauses.is_empty() {
            self.optional("clause", id, "clause", &ids.clauses);
        }
    }

    /// The keys of a condition are questions, its values their options.
    fn condition(&mut self, when: &Condition, what: &str, questions: &[(&str, Vec<&str>)]) {
        let found = &mut self.found;
        self.at.within("when", |at| {
            for (question, options) in when.iter() {
                at.within(question, |at| match questions.iter().find(|(id, _)| *id == question) {
                    None => {
                        let known: Vec<&str> = questions.iter().map(|(id, _)| *id).collect();
                        found.extend(unknown(at, question, what, &known).map(Diagnostic::at_key));
                    }
                    Some((_, known)) => {
                        for (index, option) in options.iter().enumerate() {
                            at.within(index, |at| found.extend(unknown(at, option, "option", known)));
                        }
                    }
                });
            }
        });
    }
}

/// A finding where `id` is none of the known ones.
fn unknown(at: &Pointer, id: &str, what: &str, known: &[&str]) -> Option<Diagnostic> {
    /// More known ids than this are not worth listing.
    const WORTH_LISTING: usize = 12;
    if known.contains(&id) {
        return None;
    }
    let finding = Diagnostic::error("unknown-reference", at.as_str(), format!("there is no {what} \"{id}\""));
    Some(match nearest(id, known.iter().copied()) {
        Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
        None if known.is_empty() || known.len() > WORTH_LISTING => finding,
        None => finding.help(format!("known: {}", known.join(", "))),
    })
}
