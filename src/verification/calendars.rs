//! Calendars and the targets on them: cut-off times outside the opening hours, holidays that are known up to a date, and holidays
//! that are never observed on another day.

use crate::calendar::{Calendar, is_never_observed};
use crate::clock::{Amount, Calendars};
use crate::diagnostic::Findings;
use crate::policy::{Document, shorten, token};
use crate::sentence::sentence;
use crate::{Diagnostic, Level};

/// Adds everything about the calendars that could be read.
pub(super) fn check(document: &Document, calendars: &Calendars, found: &mut Findings) {
    for (id, calendar) in calendars.readable() {
        if let Some(until) = calendar.holidays_until() {
            found.add(Level::Info, || {
                let message = sentence!("the holidays of the calendar \"{}\" are known until {}", shorten(id), until);
                let path = format!("/calendars/{}", token(id));
                let finding = Diagnostic::new(Level::Info, "holidays-end", path, message).at_key();
                finding.help("a later due time carries the note \"holidays-unknown\"; add the later holidays in time")
            });
        }
    }
    observed(document, found);
    for (at, objective) in document.objectives.iter().enumerate() {
        let Some(Ok(Amount::BusinessDays(target))) = objective.target.as_ref().map(Amount::read) else { continue };
        let Some(cut_off) = target.cut_off else { continue };
        let ids = possible(document, &objective.calendar);
        let mut outside = calendars.readable().filter(|(id, _)| ids.contains(id));
        // A calendar that never opens has findings of its own.
        let is_outside =
            |calendar: &Calendar| !calendar.opens_at(cut_off) && (0..1_440).any(|minute| calendar.opens_at(minute));
        if let Some((id, _)) = outside.find(|(_, calendar)| is_outside(calendar)) {
            found.add(Level::Warning, || {
                let cut_off =
                    objective.target.as_ref().and_then(|target| target.cut_off.as_deref()).unwrap_or_default();
                let message = sentence!("the calendar \"{}\" is open at {} on no day", shorten(id), cut_off);
                let path = format!("/objectives/{at}/target/cutOff");
                let finding = Diagnostic::warning("cut-off-outside-hours", path, message);
                finding.help("choose a time within the opening hours, or leave it out")
            });
        }
    }
}

/// The ids of the calendars that the one of an id may turn out to be.
pub(super) fn possible<'d>(document: &'d Document, id: &'d str) -> Vec<&'d str> {
    match document.calendars.get(id) {
        Some(choice) if choice.by.is_some() => {
            let named = choice.values.iter().map(|(_, id)| id.as_str());
            named.chain(choice.otherwise.as_deref()).collect()
        }
        _ => vec![id],
    }
}

/// Adds the holidays that are never observed on another day although they say on which: their date never falls there.
fn observed(document: &Document, found: &mut Findings) {
    let of_sets = document.holiday_sets.iter().map(|(id, set)| ("holidaySets", id, "days", &set.days));
    let of_calendars =
        document.calendars.iter().map(|(id, calendar)| ("calendars", id, "holidays", &calendar.holidays));
    for (lists, id, key, days) in of_sets.chain(of_calendars) {
        for (at, _) in days.iter().enumerate().filter(|(_, day)| is_never_observed(day)) {
            found.add(Level::Warning, || {
                let path = format!("/{lists}/{}/{key}/{at}/observed", token(id));
                let message =
                    "the holiday falls on no weekday that \"observed\" names, so it never leads to another day";
                let finding = Diagnostic::warning("invalid-holiday", path, message);
                finding.help("name the weekday on which it falls, or leave \"observed\" out")
            });
        }
    }
}
