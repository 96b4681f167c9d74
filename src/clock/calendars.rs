//! The calendars of a policy: those that stand by themselves, those in the zone of the customer, and those that an answer chooses.

use std::sync::{Arc, Mutex, PoisonError};

use super::context::{ChoiceFacts, subject_options, subject_place};
use crate::calendar::{Calendar, HolidaySets};
use crate::diagnostic::Findings;
use crate::policy::model::{CalendarDefinition, CalendarZone};
use crate::policy::{Document, token, unknown};
use crate::sentence::{Sentence, sentence};
use crate::{Diagnostic, Error, ErrorCode};

/// Most calendars in zones of customers that are kept for the next case.
const MOST_KEPT: usize = 64;

/// The calendars of a policy in its order.
#[derive(Debug)]
pub(crate) struct Calendars {
    entries: Vec<(String, Entry)>,
    always: Arc<Calendar>,
    /// Calendars in zones of customers: the place of the calendar, and the zone.
    in_zones: Mutex<Vec<(usize, String, Arc<Calendar>)>>,
}

#[derive(Debug)]
enum Entry {
    /// A calendar that is the same for every case.
    Fixed(Arc<Calendar>),
    /// A calendar whose zone each case brings; here it is in UTC.
    OfCustomer(Calendar),
    /// A calendar that an answer chooses.
    Chosen(Choice),
    /// A calendar with errors.
    Faulty,
}

/// A choice of a calendar by an answer.
#[derive(Debug)]
pub(crate) struct Choice {
    /// The question: its place among the context questions, or their number for the channel.
    pub subject: usize,
    /// The place of the calendar for each option.
    pub places: Vec<Option<usize>>,
}

impl Calendars {
    /// Reads the calendars of a document. What is wrong with them joins the other findings.
    pub fn read(document: &Document, findings: &mut Findings) -> Self {
        let mut found = Vec::new();
        let sets = HolidaySets::read(&document.holiday_sets, &mut found);
        findings.extend(found.drain(..));
        let read = |(id, definition): (&str, &CalendarDefinition)| {
            let at = format!("/calendars/{}", token(id));
            let entry = match &definition.by {
                Some(by) => choice(document, definition, by, &at, &mut found).map(Entry::Chosen),
                None => {
                    let is_stray = !definition.values.is_empty() || definition.otherwise.is_some();
                    if is_stray {
                        let message = "\"values\" and \"else\" stand beside \"by\" only";
                        found.push(Diagnostic::error("invalid-calendar", &at, message).help("add \"by\""));
                    }
                    let calendar = Calendar::read(definition, &sets, &at, &mut found);
                    calendar.map(|calendar| match definition.zone {
                        Some(CalendarZone::OfCase(_)) => Entry::OfCustomer(calendar),
                        _ => Entry::Fixed(Arc::new(calendar)),
                    })
                }
            };
            findings.extend(found.drain(..));
            (id.to_owned(), entry.unwrap_or(Entry::Faulty))
        };
        let entries = document.calendars.iter().map(read).collect();
        Self { entries, always: Arc::new(Calendar::always()), in_zones: Mutex::default() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The place of a calendar.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.entries.iter().position(|(known, _)| known == id)
    }

    /// The id of the calendar at a place; empty for real time.
    pub fn id(&self, place: Option<usize>) -> &str {
        place.and_then(|place| self.entries.get(place)).map_or("", |(id, _)| id)
    }

    /// The calendar of an id that is the same for every case.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for one that an answer or the zone of the customer decides.
    pub fn fixed(&self, id: &str) -> Result<&Calendar, Error> {
        let depends_on =
            |fact| Error::new(ErrorCode::DependsOnFacts, format!("the calendar \"{id}\" depends on {fact}"));
        let error = match self.place(id).and_then(|place| self.entries.get(place)) {
            Some((_, Entry::Fixed(calendar))) => return Ok(calendar),
            Some((_, Entry::OfCustomer(_))) => depends_on("the zone of the customer"),
            Some((_, Entry::Chosen(_))) => depends_on("the answer to a question"),
            _ => {
                let known: Vec<&str> = self.entries.iter().map(|(id, _)| id.as_str()).collect();
                unknown(ErrorCode::UnknownCalendar, "calendar", id, &known)
            }
        };
        Err(error.at(""))
    }

    /// The choice at a place, if an answer chooses the calendar there.
    pub fn choice(&self, place: Option<usize>) -> Option<&Choice> {
        match self.entries.get(place?) {
            Some((_, Entry::Chosen(choice))) => Some(choice),
            _ => None,
        }
    }

    /// Whether the calendar at a place is the same for every case, as real time is.
    pub fn is_fixed(&self, place: Option<usize>) -> bool {
        place.is_none_or(|place| matches!(self.entries.get(place), Some((_, Entry::Fixed(_)))))
    }

    /// Whether the calendar at a place is in the zone of the customer.
    pub fn is_of_customer(&self, place: Option<usize>) -> bool {
        matches!(place.and_then(|place| self.entries.get(place)), Some((_, Entry::OfCustomer(_))))
    }

    /// The place of the calendar that the facts choose; `None` while an answer is missing.
    pub fn chosen(&self, place: Option<usize>, known: &ChoiceFacts) -> Option<Option<usize>> {
        match self.choice(place) {
            None => Some(place),
            Some(choice) => {
                let option = known.answers.get(choice.subject).copied().flatten()?;
                choice.places.get(option).copied()
            }
        }
    }

    /// The calendar at a place, real time for `None`. `None` if it is in the zone of the customer and there is none, or if an
    /// answer chooses it.
    pub fn at(&self, place: Option<usize>, zone: Option<&str>) -> Option<Arc<Calendar>> {
        let Some(place) = place else { return Some(Arc::clone(&self.always)) };
        let template = match &self.entries.get(place)?.1 {
            Entry::Fixed(calendar) => return Some(Arc::clone(calendar)),
            Entry::OfCustomer(calendar) => calendar,
            Entry::Chosen(_) | Entry::Faulty => return None,
        };
        let zone = zone?;
        let mut kept = self.in_zones.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((.., calendar)) = kept.iter().find(|(at, name, _)| *at == place && name == zone) {
            return Some(Arc::clone(calendar));
        }
        let calendar = Arc::new(template.in_zone(zone)?);
        if kept.len() == MOST_KEPT {
            kept.clear();
        }
        kept.push((place, zone.to_owned(), Arc::clone(&calendar)));
        Some(calendar)
    }

    /// Whether no calendar has errors.
    #[cfg(feature = "analysis")]
    pub fn are_sound(&self) -> bool {
        self.entries.iter().all(|(_, entry)| !matches!(entry, Entry::Faulty))
    }

    /// The calendars that could be read and are no choices, those in the zone of the customer as they are in UTC.
    #[cfg(feature = "analysis")]
    pub fn readable(&self) -> impl Iterator<Item = (&str, &Calendar)> {
        self.entries.iter().filter_map(|(id, entry)| match entry {
            Entry::Fixed(calendar) => Some((id.as_str(), &**calendar)),
            Entry::OfCustomer(calendar) => Some((id.as_str(), calendar)),
            _ => None,
        })
    }

    /// The calendars that the one of an id may turn out to be, those in the zone of the customer as they are in UTC.
    pub fn possible(&self, id: &str) -> Vec<&Calendar> {
        let place = self.place(id);
        let chosen = self.choice(place).map(|choice| choice.places.clone());
        let places = chosen.unwrap_or_else(|| vec![place]);
        let calendar = |place: Option<usize>| match &self.entries.get(place?)?.1 {
            Entry::Fixed(calendar) => Some(&**calendar),
            Entry::OfCustomer(calendar) => Some(calendar),
            _ => None,
        };
        places.into_iter().filter_map(calendar).collect()
    }

    /// The calendar of an id as the facts decide it; `None` while they do not.
    pub fn of_case(&self, id: &str, known: &ChoiceFacts) -> Option<Arc<Calendar>> {
        self.at(self.chosen(Some(self.place(id)?), known)?, known.zone)
    }
}

/// Reads a choice of a calendar by an answer; `None` if it has errors.
fn choice(
    document: &Document,
    definition: &CalendarDefinition,
    by: &str,
    at: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<Choice> {
    let before = found.len();
    let mut refuse = |path: String, message: Sentence, help: Sentence| {
        found.push(Diagnostic::error("invalid-calendar", path, message).help(help));
    };
    let CalendarDefinition { name: _, by: _, values: _, otherwise: _, open, zone, weekly, holidays, special, until } =
        definition;
    let has_hours =
        open.is_some() || weekly.is_some() || !holidays.is_empty() || !special.is_empty() || until.is_some();
    if has_hours || zone.is_some() {
        let message = "a calendar that an answer chooses has neither hours nor a zone";
        refuse(at.to_owned(), message.into(), sentence!("take them to the calendars under \"values\""));
    }
    let named = definition.values.iter().map(|(option, id)| (format!("values/{}", token(option)), id));
    for (member, id) in named.chain(definition.otherwise.iter().map(|id| ("else".to_owned(), id))) {
        if document.calendars.get(id).is_some_and(|calendar| calendar.by.is_some()) {
            let message = sentence!("the calendar \"{}\" is itself chosen by an answer", id);
            refuse(format!("{at}/{member}"), message, sentence!("name a calendar with hours"));
        }
    }
    // References have been checked: a question or a calendar that is not there has a finding already.
    let subject = subject_place(document, by)?;
    let place = |id: &String| document.calendars.keys().position(|known| known == id);
    let options = subject_options(document, subject);
    if options.is_empty() {
        let message = sentence!("there is nothing to choose by: \"{}\" has no options", by);
        refuse(
            format!("{at}/by"),
            message,
            sentence!("choose by a question that has options, or by the channels that the policy lists"),
        );
    }
    let named: Vec<Option<&String>> =
        options.iter().map(|option| definition.values.get(option).or(definition.otherwise.as_ref())).collect();
    let missing: Vec<&str> = options.iter().zip(&named).filter(|(_, id)| id.is_none()).map(|(id, _)| *id).collect();
    if !missing.is_empty() {
        let message = sentence!("no calendar is named for the answers {} of \"{}\"", missing.join(", "), by);
        refuse(at.to_owned(), message, sentence!("name them under \"values\", or add \"else\""));
    }
    let places = named.into_iter().map(|id| id.and_then(place)).collect();
    (found.len() == before).then_some(Choice { subject, places })
}
