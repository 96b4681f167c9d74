use super::boxes::{first, meet};
use super::neighbours::Neighbours;
use super::subject::Subject;
use super::{MAX_BOXES, more, words};
use crate::diagnostic::Findings;
use crate::policy::model::HitPolicy;
use crate::sentence::{Sentence, sentence};
use crate::{Diagnostic, Level};

/// Rules that match with the same answers: an error where at most one may match, worth knowing where their levels
/// differ and the hit policy says which one counts.
pub(super) fn overlaps(subject: &Subject, neighbours: &Neighbours, found: &mut Findings) {
    let unique = subject.hit_policy == HitPolicy::Unique;
    let (level, code) = (if unique { Level::Error } else { Level::Info }, "overlap");
    let mut unlisted = 0;
    let mut listed = 0;
    for (later, rule) in subject.rules.iter().enumerate() {
        let Some(severity) = rule.severity else { continue };
        for earlier in neighbours.touching(&rule.sets, later) {
            let other = &subject.rules[earlier];
            let Some(other_severity) = other.severity.filter(|other| *other != severity) else { continue };
            if listed == MAX_BOXES {
                unlisted += 1;
                continue;
            }
            let Some(region) = meet(&rule.sets, &other.sets) else { continue };
            listed += 1;
            found.add(level, || {
                let document = subject.document;
                let verdict: Sentence = match subject.hit_policy {
                    HitPolicy::Unique => "under hit policy \"unique\" at most one may match",
                    HitPolicy::First => "the first counts",
                    HitPolicy::MostSevere => "the most severe counts",
                }
                .into();
                let message = sentence!(
                    "two rules match where {}: \"{}\" gives {}, \"{}\" gives {}; {}",
                    words::answers(&document.questions, &region),
                    subject.id(earlier),
                    words::severity(document, other_severity),
                    subject.id(later),
                    words::severity(document, severity),
                    verdict
                );
                let mut finding = Diagnostic::new(level, code, Subject::path(later), message);
                if unique {
                    finding = finding.help("narrow one of them, or choose the hit policy \"most-severe\" or \"first\"");
                }
                finding.example = Some(words::example(&document.questions, &first(&region)));
                finding.region = Some(words::region(&document.questions, &region));
                finding
            });
        }
    }
    found.extend(more(unlisted, "pairs of rules that match with the same answers", super::RULES));
}
