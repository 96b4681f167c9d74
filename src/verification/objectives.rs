//! Objectives over tier × severity × measure: none missing, none twice, none worse in a higher tier.

use super::words;
use crate::Diagnostic;
use crate::clock::{Bound, read_target};
use crate::policy::Document;
use crate::policy::model::{AlwaysOpen, ObjectiveDefinition};

/// Everything about the objectives.
pub(super) fn faults(document: &Document, found: &mut Vec<Diagnostic>) {
    overlaps(document, found);
    for at in 0..document.tiers.len() {
        for measure in &document.measures {
            missing(document, at, &measure.id, found);
            for lower in included(document, at) {
                promises_less(document, at, lower, &measure.id, found);
            }
        }
    }
}

/// The entry for a tier, severity and measure: the first one counts.
fn entry<'d>(document: &'d Document, tier: &str, severity: &str, measure: &str) -> Option<&'d ObjectiveDefinition> {
    document.objectives.iter().find(|objective| {
        objective.measure == measure && has(&objective.tiers, tier) && has(&objective.severities, severity)
    })
}

fn has(ids: &[String], id: &str) -> bool {
    ids.iter().any(|known| known == id)
}

fn missing(document: &Document, tier: usize, measure: &str, found: &mut Vec<Diagnostic>) {
    let tier = &document.tiers[tier];
    let without: Vec<String> = document
        .severities
        .iter()
        .filter(|severity| entry(document, &tier.id, &severity.id, measure).is_none())
        .map(|severity| words::named(&severity.name, &severity.id))
        .collect();
    if without.is_empty() {
        return;
    }
    let message = [
        "no objective says when ",
        &measure_name(document, measure),
        " is due in the tier ",
        &words::named(&tier.name, &tier.id),
        " with the severity ",
        &words::listed(without, "or"),
    ]
    .concat();
    let path = if document.objectives.is_empty() { "" } else { "/objectives" };
    let finding = Diagnostic::warning("objective-missing", path, message);
    found.push(finding.help("add an objective; one without a target states on purpose that there is none"));
}

fn overlaps(document: &Document, found: &mut Vec<Diagnostic>) {
    for (later, objective) in document.objectives.iter().enumerate() {
        for other in &document.objectives[..later] {
            if other.measure != objective.measure {
                continue;
            }
            let both = |one: &[String], two: &[String]| -> Vec<String> {
                one.iter().filter(|id| has(two, id)).cloned().collect()
            };
            let tiers = both(&objective.tiers, &other.tiers);
            let severities = both(&objective.severities, &other.severities);
            if tiers.is_empty() || severities.is_empty() {
                continue;
            }
            let names = |ids: Vec<String>, name: &dyn Fn(&str) -> String| {
                words::listed(ids.iter().map(|id| name(id)).collect(), "and")
            };
            let message = [
                "two objectives say when ",
                &measure_name(document, &objective.measure),
                " is due in ",
                &names(tiers, &|id| tier_name(document, id)),
                " with ",
                &names(severities, &|id| severity_name(document, id)),
                ": \"",
                &other.id,
                "\" (",
                &promise(other),
                ") and \"",
                &objective.id,
                "\" (",
                &promise(objective),
                "); the first counts",
            ]
            .concat();
            let path = ["/objectives/", &later.to_string()].concat();
            let finding = Diagnostic::warning("objective-overlap", path, message);
            found.push(finding.help("take the tiers or severities that they share out of one of them"));
        }
    }
}

/// The tiers that a tier includes, by way of others too.
fn included(document: &Document, tier: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut next = document.tiers[tier].includes.as_ref();
    while let Some(at) = next.and_then(|id| document.tiers.iter().position(|tier| tier.id == *id)) {
        if at == tier || found.contains(&at) {
            break;
        }
        found.push(at);
        next = document.tiers[at].includes.as_ref();
    }
    found
}

fn promises_less(document: &Document, higher: usize, lower: usize, measure: &str, found: &mut Vec<Diagnostic>) {
    let (higher, lower) = (&document.tiers[higher], &document.tiers[lower]);
    for severity in &document.severities {
        let of = |tier: &str| entry(document, tier, &severity.id, measure);
        let (Some(high), Some(low)) = (of(&higher.id), of(&lower.id)) else { continue };
        if !is_less(document, high, low) {
            continue;
        }
        let message = [
            "the tier ",
            &words::named(&higher.name, &higher.id),
            " includes ",
            &words::named(&lower.name, &lower.id),
            " but promises less: ",
            &measure_name(document, measure),
            " with the severity ",
            &words::named(&severity.name, &severity.id),
            " is ",
            &promise(high),
            " in the one and ",
            &promise(low),
            " in the other",
        ]
        .concat();
        let at = document.objectives.iter().position(|objective| std::ptr::eq(objective, high)).unwrap_or_default();
        let path = ["/objectives/", &at.to_string()].concat();
        let finding = Diagnostic::warning("tier-promises-less", path, message);
        found.push(finding.help("make it at least as good, or take \"includes\" away"));
    }
}

/// Whether one objective is certainly worse than the other. Calendars that differ cannot be compared, but for one that
/// is always open: nothing is better.
fn is_less(document: &Document, high: &ObjectiveDefinition, low: &ObjectiveDefinition) -> bool {
    let Some(low_target) = low.target.as_ref() else { return false };
    let Some(high_target) = high.target.as_ref() else { return true };
    let (Ok((high_bound, high_time)), Ok((low_bound, low_time))) = (read_target(high_target), read_target(low_target))
    else {
        return false;
    };
    let is_always =
        |id: &str| document.calendars.get(id).is_some_and(|calendar| calendar.open == Some(AlwaysOpen::AroundTheClock));
    let is_longer =
        high_time > low_time || high_time == low_time && high_bound == Bound::Within && low_bound == Bound::Under;
    let same_calendar = high.calendar == low.calendar || is_always(&high.calendar) && is_always(&low.calendar);
    if same_calendar { is_longer } else { is_always(&low.calendar) && (is_longer || high_time == low_time) }
}

/// A promise in words: `under PT30M (always)`.
pub(super) fn promise(objective: &ObjectiveDefinition) -> String {
    let target = objective.target.as_ref();
    let bound = |word: &str, time: &String| [word, time, " (", &objective.calendar, ")"].concat();
    let under = target.and_then(|target| target.under.as_ref()).map(|time| bound("under ", time));
    let within = || target.and_then(|target| target.within.as_ref()).map(|time| bound("within ", time));
    under.or_else(within).unwrap_or_else(|| "without a target".to_owned())
}

fn measure_name(document: &Document, id: &str) -> String {
    let measure = document.measures.iter().find(|measure| measure.id == id);
    measure.map_or_else(|| id.to_owned(), |measure| words::named(&measure.name, id))
}

fn tier_name(document: &Document, id: &str) -> String {
    let tier = document.tiers.iter().find(|tier| tier.id == id);
    tier.map_or_else(|| id.to_owned(), |tier| words::named(&tier.name, id))
}

fn severity_name(document: &Document, id: &str) -> String {
    let severity = document.severities.iter().find(|severity| severity.id == id);
    severity.map_or_else(|| id.to_owned(), |severity| words::named(&severity.name, id))
}
