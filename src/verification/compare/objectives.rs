use super::pairs::pairs;
use super::{ChangeKind, PolicyChange};
use crate::clock::{self, Objective};
use crate::policy::Document;
use crate::policy::model::{Severity, Tier};
use crate::verification::objectives::promise;
use crate::verification::words;

/// Tiers, severities and measures whose target, bound or calendar differs: one change for all severities of a tier and
/// measure that change in the same way.
pub(super) fn changes(before: &Document, after: &Document, found: &mut Vec<PolicyChange>) {
    let old: Vec<&str> = before.tiers.iter().map(|tier| tier.id.as_str()).collect();
    let new: Vec<&str> = after.tiers.iter().map(|tier| tier.id.as_str()).collect();
    let alike = |b: usize, a: usize| before.tiers[b].name == after.tiers[a].name;
    for (b, a) in pairs(&old, &new, &alike) {
        if let (Some(b), Some(a)) = (b, a) {
            tier(before, after, &before.tiers[b], &after.tiers[a], found);
        }
    }
}

fn tier(before: &Document, after: &Document, was: &Tier, is: &Tier, found: &mut Vec<PolicyChange>) {
    let old: Vec<&str> = before.severities.iter().map(|severity| severity.id.as_str()).collect();
    let new: Vec<&str> = after.severities.iter().map(|severity| severity.id.as_str()).collect();
    let alike = |b: usize, a: usize| before.severities[b].name == after.severities[a].name;
    let mut told: Vec<(String, String, String, Vec<&Severity>)> = Vec::new();
    for (b, a) in pairs(&old, &new, &alike) {
        let (Some(b), Some(a)) = (b, a) else { continue };
        let (b, a) = (&before.severities[b], &after.severities[a]);
        let old = clock::objectives(before, &was.id, &b.id).unwrap_or_default();
        for new in clock::objectives(after, &is.id, &a.id).unwrap_or_default() {
            let Some(old) = old.iter().find(|old| old.measure == new.measure) else { continue };
            if is_same(before, after, old, &new) {
                continue;
            }
            let path = place(after, &new).or_else(|| place(before, old)).unwrap_or_default();
            let promises = [stated(before, old), ", is ".to_owned(), stated(after, &new)].concat();
            let what = words::named(&new.name, &new.measure);
            match told.iter_mut().find(|(p, w, how, _)| (p, w, how) == (&path, &what, &promises)) {
                Some((.., severities)) => severities.push(a),
                None => told.push((path, what, promises, vec![a])),
            }
        }
    }
    for (path, what, promises, severities) in told {
        let severities = severities.iter().map(|severity| words::named(&severity.name, &severity.id)).collect();
        let message = [
            &what,
            " in the tier ",
            &words::named(&is.name, &is.id),
            " with the severity ",
            &words::listed(severities, "or"),
            ": was ",
            &promises,
        ]
        .concat();
        found.push(PolicyChange::new(ChangeKind::Objective, path, message));
    }
}

/// Whether the same is promised: a calendar of another name with the same hours is the same calendar.
fn is_same(before: &Document, after: &Document, old: &Objective, new: &Objective) -> bool {
    let hours = |document: &Document, id: &str| document.calendars.get(id).cloned();
    (old.bound, old.millis) == (new.bound, new.millis)
        && (old.millis.is_none()
            || old.calendar == new.calendar
            || hours(before, &old.calendar) == hours(after, &new.calendar))
}

fn place(document: &Document, objective: &Objective) -> Option<String> {
    let at = document.objectives.iter().position(|entry| entry.id == objective.id)?;
    Some(["/objectives/", &at.to_string()].concat())
}

fn stated(document: &Document, objective: &Objective) -> String {
    let entry = document.objectives.iter().find(|entry| entry.id == objective.id);
    entry.map_or_else(|| "without an objective".to_owned(), promise)
}
