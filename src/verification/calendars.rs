//! Calendars and the targets on them: cut-off times outside the opening hours, and holidays that are known up to a date.

use crate::clock::{Amount, Calendars};
use crate::diagnostic::Findings;
use crate::policy::{Document, shorten, token};
use crate::{Diagnostic, Level};

/// Adds everything about the calendars that could be read.
pub(super) fn check(document: &Document, calendars: &Calendars, found: &mut Findings) {
    for (id, calendar) in calendars.readable() {
        if let Some(until) = calendar.holidays_until() {
            found.add(Level::Info, || {
                let message = format!("the holidays of the calendar \"{}\" are known until {until}", shorten(id));
                let path = format!("/calendars/{}", token(id));
                let finding = Diagnostic::new(Level::Info, "holidays-end", path, message).at_key();
                finding.help("a later due time carries the note \"holidays-unknown\"; add the later holidays in time")
            });
        }
    }
    for (at, objective) in document.objectives.iter().enumerate() {
        let Some(Ok(Amount::BusinessDays(target))) = objective.target.as_ref().map(Amount::read) else { continue };
        let possible = calendars.possible(&objective.calendar);
        let is_outside = |cut_off: &u32| possible.iter().any(|calendar| !calendar.opens_weekly_at(*cut_off));
        if target.cut_off.as_ref().is_some_and(is_outside) {
            found.add(Level::Warning, || {
                let cut_off =
                    objective.target.as_ref().and_then(|target| target.cut_off.as_deref()).unwrap_or_default();
                let message =
                    format!("the calendar \"{}\" is open at {cut_off} on no weekday", shorten(&objective.calendar));
                let path = format!("/objectives/{at}/target/cutOff");
                let finding = Diagnostic::warning("cut-off-outside-hours", path, message);
                finding.help("choose a time within the opening hours, or leave it out")
            });
        }
    }
}
