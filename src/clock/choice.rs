//! The objective that applies: one entry if the facts decide, else each that is possible, and the questions that would decide.

use super::calendars::Calendars;
use super::context::{ChoiceFacts, subject_name, subject_options};
use crate::calendar::Instant;
use crate::policy::Document;
use crate::policy::model::{ObjectiveDefinition, Text};
use crate::{Error, ErrorCode};

/// Most combinations of missing answers to the questions that one target depends on.
///
/// # Examples
///
/// ```
/// // Twelve questions with two answers each.
/// assert_eq!(case_slo::MAX_POSSIBILITIES, 1 << 12);
/// ```
pub const MAX_POSSIBILITIES: usize = 4_096;

/// Steps that one call may take for missing answers.
const MOST_STEPS: usize = 2_000_000;

/// The work that a call has left.
#[derive(Debug)]
pub(crate) struct Budget {
    steps: usize,
    /// Segments that its timelines have left.
    pub segments: usize,
}

impl Budget {
    pub fn new(segments: usize) -> Self {
        Self { steps: MOST_STEPS, segments }
    }

    /// Takes so many steps.
    ///
    /// # Errors
    ///
    /// `limit-exceeded`
    pub fn spend(&mut self, steps: usize) -> Result<(), Error> {
        self.steps = self.steps.checked_sub(steps).ok_or_else(too_many)?;
        Ok(())
    }
}

fn too_many() -> Error {
    let message = "the targets depend on too many answers that are missing; give some of them";
    Error::new(ErrorCode::LimitExceeded, message).at("/context")
}

/// An entry that may apply, with its conditions compiled.
#[derive(Debug)]
struct Candidate<'d> {
    entry: &'d ObjectiveDefinition,
    /// The subjects on which it depends, each with its options that fit as bits.
    facts: Vec<(usize, u128)>,
    /// Whether the start has to be during the business hours, or outside, of the calendar at a place.
    submitted: Vec<(bool, Option<usize>)>,
    /// The place of its calendar; `None` for real time.
    calendar: Option<usize>,
}

/// The entries of a measure, tier and severity, in the order of the policy.
#[derive(Debug)]
pub(crate) struct Candidates<'d> {
    document: &'d Document,
    calendars: &'d Calendars,
    list: Vec<Candidate<'d>>,
}

/// One possibility: the entry that applies, if there is one, and the place of its calendar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Possibility<'d> {
    pub entry: Option<&'d ObjectiveDefinition>,
    pub calendar: Option<usize>,
}

/// The possibilities that differ in target, calendar or note, the first one first, and the questions that decide among them.
#[derive(Debug)]
pub(crate) struct Choice<'d> {
    pub possibilities: Vec<Possibility<'d>>,
    /// Ids of context questions, "channel" and "zone", in this order.
    pub depends_on: Vec<&'d str>,
    /// Whether the zone of the customer is among them.
    pub needs_zone: bool,
}

/// The context questions on whose answers a target of a tier and severity depends, in the order of the policy. A start lies outside
/// all business hours for this.
pub(crate) fn deciding_questions<'d>(
    document: &'d Document,
    calendars: &'d Calendars,
    tier: &str,
    severity: &str,
    known: &ChoiceFacts,
) -> Result<Vec<&'d str>, Error> {
    let filed = super::objective::filed(document, tier, severity);
    let mut budget = Budget::new(0);
    let mut found = Vec::new();
    for measure in &document.measures {
        let candidates = Candidates::of(document, calendars, &measure.id, tier, filed);
        found.extend(candidates.choose(known, Instant::MIN, &mut budget)?.depends_on);
    }
    let questions = document.context.iter().map(|question| question.id.as_str());
    Ok(questions.filter(|id| found.contains(id)).collect())
}

impl<'d> Possibility<'d> {
    /// The words beside or instead of its target.
    fn note(&self) -> Option<&'d Text> {
        self.entry.and_then(|entry| entry.note.as_ref())
    }

    /// Whether another one promises the same. Without a target, nothing counts on the calendar.
    fn is_like(&self, other: &Self) -> bool {
        let target = |possibility: &Self| possibility.entry.and_then(|entry| entry.target.as_ref());
        target(self) == target(other)
            && self.note() == other.note()
            && (self.calendar == other.calendar || target(self).is_none())
    }

    fn has_target(&self) -> bool {
        self.entry.is_some_and(|entry| entry.target.is_some())
    }
}

impl<'d> Candidates<'d> {
    /// The entries of a measure for a tier and the severity under which it takes a case; none where it takes none.
    pub fn of(
        document: &'d Document,
        calendars: &'d Calendars,
        measure: &str,
        tier: &str,
        severity: Option<&str>,
    ) -> Self {
        let mut list = Vec::new();
        let entries = document.objectives.iter().filter(|entry| entry.measure == measure);
        for entry in entries.filter(|entry| severity.is_some_and(|severity| entry.is_of(tier, severity))) {
            let when = &entry.when;
            let fact = |(name, values): (&str, &Vec<String>)| {
                let subject = super::context::subject_place(document, name)?;
                let options = subject_options(document, subject);
                let fits = |option: &&str| values.iter().any(|value| value == option);
                Some((
                    subject,
                    (0..128).zip(&options).filter(|(_, id)| fits(id)).fold(0, |bits, (at, _)| bits | 1 << at),
                ))
            };
            let place = |id: &String| calendars.place(id);
            let submitted = when.submitted.as_ref().map(|submitted| {
                let during = submitted.during.as_ref().map(|id| (true, place(id)));
                during.into_iter().chain(submitted.outside.as_ref().map(|id| (false, place(id)))).collect()
            });
            list.push(Candidate {
                entry,
                facts: when.facts.iter().filter_map(fact).collect(),
                submitted: submitted.unwrap_or_default(),
                calendar: place(&entry.calendar),
            });
            // Nothing after an entry that always applies is ever the first.
            if when.is_empty() {
                break;
            }
        }
        Self { document, calendars, list }
    }

    /// Whether the moment of the start decides.
    #[cfg(feature = "analysis")]
    pub fn depend_on_start(&self) -> bool {
        self.list.iter().any(|candidate| !candidate.submitted.is_empty())
    }

    /// Whether one entry applies whatever the facts are, in a calendar that is the same for every case.
    #[cfg(feature = "analysis")]
    pub fn are_fixed(&self) -> bool {
        match &*self.list {
            [] => true,
            [only] => only.entry.when.is_empty() && self.calendars.is_fixed(only.calendar),
            _ => false,
        }
    }

    /// The first entry.
    #[cfg(feature = "analysis")]
    pub fn first_entry(&self) -> Option<&'d ObjectiveDefinition> {
        self.list.first().map(|candidate| candidate.entry)
    }

    /// The choice among the entries for a start.
    ///
    /// # Errors
    ///
    /// `limit-exceeded` if the answers that are missing have too many combinations.
    pub fn choose(&self, known: &ChoiceFacts, start: Instant, budget: &mut Budget) -> Result<Choice<'d>, Error> {
        let mut choice = Choice { possibilities: Vec::new(), depends_on: Vec::new(), needs_zone: false };
        if let [Candidate { entry, calendar, .. }] = &*self.list
            && entry.when.is_empty()
            && self.calendars.is_fixed(*calendar)
        {
            choice.possibilities.push(Possibility { entry: Some(entry), calendar: *calendar });
            return Ok(choice);
        }
        let missing = self.missing(known);
        // A start may lie in the business hours of a calendar or not, as long as its zone is missing: one more question.
        let is_vague = |(_, place): &(bool, Option<usize>)| {
            known.zone.is_none() && self.may_be(*place).any(|place| self.calendars.is_of_customer(place))
        };
        let has_vague_start = self.list.iter().flat_map(|candidate| &candidate.submitted).any(is_vague);
        let counts: Vec<usize> = missing.iter().map(|(_, count)| *count).chain(has_vague_start.then_some(2)).collect();
        let product = counts.iter().try_fold(1usize, |product, count| product.checked_mul(*count));
        let product = product.filter(|product| *product <= MAX_POSSIBILITIES).ok_or_else(too_many)?;
        budget.spend(product.saturating_mul(1 + self.list.len()))?;

        let mut answers = ChoiceFacts { answers: known.answers.clone(), zone: known.zone };
        let mut is_open = vec![None; self.calendars.len()];
        // The kind of each combination: the place of a possibility that promises the same.
        let mut kinds: Vec<usize> = Vec::with_capacity(product);
        for number in 0..product {
            let mut rest = number;
            let mut vague_start = false;
            for (at, count) in counts.iter().enumerate().rev() {
                match missing.get(at) {
                    Some((subject, _)) => answers.answers[*subject] = Some(rest % count),
                    None => vague_start = rest % count == 0,
                }
                rest /= count;
            }
            let possibility = self.first(&answers, start, vague_start, &mut is_open);
            let kind = choice.possibilities.iter().position(|other| other.is_like(&possibility));
            budget.spend(choice.possibilities.len())?;
            kinds.push(kind.unwrap_or(choice.possibilities.len()));
            if kind.is_none() {
                choice.possibilities.push(possibility);
            }
        }
        let mut stride = 1;
        for (at, count) in counts.iter().enumerate().rev() {
            let decides = (0..product)
                .filter(|number| number / stride % count + 1 < *count)
                .any(|number| kinds[number] != kinds[number + stride]);
            stride *= count;
            match missing.get(at) {
                Some((subject, _)) if decides => choice.depends_on.push(subject_name(self.document, *subject)),
                None => choice.needs_zone |= decides,
                _ => {}
            }
        }
        choice.depends_on.reverse();
        let is_of_customer = |possibility: &Possibility| self.calendars.is_of_customer(possibility.calendar);
        let mut with_target = choice.possibilities.iter().filter(|possibility| possibility.has_target());
        choice.needs_zone |= known.zone.is_none() && with_target.any(is_of_customer);
        if choice.needs_zone {
            choice.depends_on.push("zone");
        }
        Ok(choice)
    }

    /// The subjects on which the choice depends and of which the answer is missing, each with the number of its options.
    fn missing(&self, known: &ChoiceFacts) -> Vec<(usize, usize)> {
        let is_missing = |subject: &usize| known.answers.get(*subject).is_some_and(Option::is_none);
        let mut is_asked = vec![false; known.answers.len()];
        for candidate in &self.list {
            let calendars = candidate.submitted.iter().map(|(_, place)| *place).chain([candidate.calendar]);
            let chosen_by = calendars.filter_map(|place| Some(self.calendars.choice(place)?.subject));
            let subjects = candidate.facts.iter().map(|(subject, _)| *subject).chain(chosen_by);
            for subject in subjects.filter(is_missing) {
                is_asked[subject] = true;
            }
        }
        let asked = (0..is_asked.len()).filter(|subject| is_asked[*subject]);
        // A question without options decides nothing.
        let counted = asked.map(|subject| (subject, subject_options(self.document, subject).len()));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// The calendars that the one at a place may turn out to be.
    fn may_be(&self, place: Option<usize>) -> impl Iterator<Item = Option<usize>> {
        let chosen = self.calendars.choice(place).map(|choice| choice.places.as_slice());
        chosen.unwrap_or_default().iter().copied().chain(chosen.is_none().then_some(place))
    }

    /// The first entry that applies. `vague_start` says whether a start lies in business hours of which the zone is missing.
    fn first(
        &self,
        answers: &ChoiceFacts,
        start: Instant,
        vague_start: bool,
        is_open: &mut [Option<bool>],
    ) -> Possibility<'d> {
        let fits = |(subject, options): &(usize, u128)| {
            answers.answers.get(*subject).copied().flatten().is_some_and(|option| options >> option & 1 == 1)
        };
        let mut is_during = |place: Option<usize>| {
            let Some(Some(place)) = self.calendars.chosen(place, answers) else { return true };
            *is_open[place].get_or_insert_with(|| {
                let calendar = self.calendars.at(Some(place), answers.zone);
                calendar.map_or(vague_start, |calendar| calendar.is_open(start))
            })
        };
        // The effect of a missing zone differs from one combination to the next.
        let mut applies = |candidate: &&Candidate| {
            candidate.facts.iter().all(fits)
                && candidate.submitted.iter().all(|(during, place)| *during == is_during(*place))
        };
        let found = self.list.iter().find(&mut applies);
        if answers.zone.is_none() {
            is_open.fill(None);
        }
        match found {
            None => Possibility { entry: None, calendar: None },
            Some(candidate) => {
                let calendar = self.calendars.chosen(candidate.calendar, answers).unwrap_or(None);
                Possibility { entry: Some(candidate.entry), calendar }
            }
        }
    }
}
