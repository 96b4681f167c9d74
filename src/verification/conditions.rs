//! The conditions of objectives over the product of the answers: answers for which none applies, and objectives that never do.

use std::collections::HashMap;

use super::objectives::Grid;
use super::words;
use crate::diagnostic::Findings;
use crate::policy::Document;
use crate::policy::model::ObjectiveDefinition;
use crate::sentence::{SentenceValue, sentence};
use crate::{Diagnostic, Level};

/// Steps that the search for answers may take for all objectives together.
const MOST_STEPS: usize = 2_000_000;

/// Options of each subject as bits. Subjects are the context questions, the channel, and for each calendar whether the start lies
/// in its business hours (1) or outside (2).
type Region = Vec<u128>;

/// The conditions of the objectives of a grid.
pub(super) struct Conditions<'d> {
    document: &'d Document,
    all: Region,
    /// The region of each objective.
    regions: Vec<Region>,
    /// Whether each objective is the first for some answers.
    is_first: Vec<bool>,
    /// The answers for which no entry of a list applies, in words; none where there is always one.
    gaps: HashMap<u32, Option<SentenceValue>>,
    steps: usize,
}

impl<'d> Conditions<'d> {
    pub fn new(grid: &Grid<'d>) -> Self {
        let document = grid.document();
        let bits = |count: usize| if count >= 128 { u128::MAX } else { (1 << count) - 1 };
        let questions = document.context.iter().map(|question| bits(question.options.len()));
        // Nothing is outside a calendar that never closes.
        let calendars =
            document.calendars.iter().map(|(_, calendar)| if calendar.open.is_some() { 1 } else { bits(2) });
        let all: Region = questions.chain([bits(document.channels.len())]).chain(calendars).collect();
        let mut conditions = Self {
            document,
            regions: Vec::new(),
            is_first: vec![false; document.objectives.len()],
            gaps: HashMap::new(),
            all,
            steps: 0,
        };
        conditions.regions = document.objectives.iter().map(|entry| conditions.region(entry)).collect();
        conditions
    }

    fn region(&self, entry: &ObjectiveDefinition) -> Region {
        let document = self.document;
        let mut region = self.all.clone();
        for (name, values) in entry.when.facts.iter() {
            let question = document.context.iter().position(|question| question.id == name);
            let ids: Vec<&str> = match question {
                Some(at) => document.context[at].options.iter().map(|option| option.id.as_str()).collect(),
                None => document.channels.iter().map(|channel| channel.id.as_str()).collect(),
            };
            let fits = |id: &&str| values.iter().any(|value| value == id);
            let options = (0..128).zip(&ids).filter(|(_, id)| fits(id)).fold(0, |bits, (at, _)| bits | 1 << at);
            region[question.unwrap_or(document.context.len())] &= options;
        }
        if let Some(submitted) = &entry.when.submitted {
            for (bit, id) in [(1, &submitted.during), (2, &submitted.outside)] {
                let at = id.as_ref().and_then(|id| document.calendars.keys().position(|known| known == id));
                if let Some(at) = at {
                    region[document.context.len() + 1 + at] &= bit;
                }
            }
        }
        region
    }

    /// The answers for which no entry of a list applies, in words; empty if the list is.
    pub fn gap(&mut self, grid: &Grid, list: u32) -> Option<SentenceValue> {
        if let Some(known) = self.gaps.get(&list) {
            return known.clone();
        }
        let places = grid.listed(list);
        for (at, place) in places.iter().enumerate() {
            if !self.is_first[*place] {
                let region = self.regions[*place].clone();
                self.is_first[*place] = self.uncovered(region, &places[..at]).is_some();
            }
        }
        let gap = self.uncovered(self.all.clone(), &places).map(|region| self.words(&region));
        self.gaps.insert(list, gap.clone());
        gap
    }

    /// A part of a region in which none of some entries applies. If the search takes too long, none is said to be there for
    /// gaps, and one for reachability: nothing is reported that has not been found.
    fn uncovered(&mut self, region: Region, places: &[usize]) -> Option<Region> {
        if region.contains(&0) && region.iter().zip(&self.all).any(|(part, all)| *part == 0 && *all != 0) {
            return None;
        }
        let mut open = vec![(region, 0)];
        while let Some((region, from)) = open.pop() {
            self.steps += 1 + places.len() - from;
            let meets = |place: &usize| {
                let other = &self.regions[*place];
                region.iter().zip(other).zip(&self.all).all(|((part, other), all)| part & other != 0 || *all == 0)
            };
            let Some(at) = (from..places.len()).find(|at| meets(&places[*at])) else { return Some(region) };
            if self.steps > MOST_STEPS {
                return None;
            }
            let other = self.regions[places[at]].clone();
            let mut inside = region;
            for subject in 0..other.len() {
                let rest = inside[subject] & !other[subject];
                if rest != 0 {
                    let mut part = inside.clone();
                    part[subject] = rest;
                    open.push((part, at + 1));
                    inside[subject] &= other[subject];
                }
            }
        }
        None
    }

    /// A region in words: one answer to each question that matters.
    fn words(&self, region: &Region) -> SentenceValue {
        let document = self.document;
        let narrowed = region.iter().zip(&self.all).enumerate().filter(|(_, (part, all))| part != all);
        let parts = narrowed.map(|(subject, (part, _))| {
            let at = part.trailing_zeros() as usize;
            if let Some(question) = document.context.get(subject) {
                let option = &question.options[at];
                let (question, option) =
                    (words::named(&question.text, &question.id), words::named(&option.text, &option.id));
                return sentence!("{} is {}", question, option).to_value();
            }
            match subject - document.context.len() {
                0 => sentence!("the channel is \"{}\"", document.channels[at].id).to_value(),
                calendar => {
                    let id = document.calendars.keys().nth(calendar - 1).unwrap_or_default();
                    match at {
                        0 => sentence!("the start is during the hours of \"{}\"", id).to_value(),
                        _ => sentence!("the start is outside the hours of \"{}\"", id).to_value(),
                    }
                }
            }
        });
        words::listed(parts.collect(), "and")
    }

    /// Adds the objectives with conditions, or behind ones with conditions, that are the first for no answers.
    pub fn unreachable(&self, grid: &Grid, found: &mut Findings) {
        if self.steps > MOST_STEPS {
            found.push(super::too_large("/objectives", "the conditions of objectives are too many to compare them"));
            return;
        }
        // A condition that names nothing has an error of its own.
        if found.has_errors() {
            return;
        }
        for (at, entry) in self.document.objectives.iter().enumerate() {
            // Of two entries that always apply, the second is an overlap.
            if self.is_first[at] || !grid.is_known(at) || grid.is_shared(at) {
                continue;
            }
            found.add(Level::Warning, || {
                let message = sentence!("the objective \"{}\" never counts: it is the first for no answers", entry.id);
                let finding = Diagnostic::warning("unreachable-objective", format!("/objectives/{at}"), message);
                finding.help("move it before the entries that apply whenever it does, or take it out")
            });
        }
    }
}
