use super::boxes::{Cover, count, first};
use super::diagram::{Diagram, UNCOVERED};
use super::subject::Subject;
use super::words;
use crate::diagnostic::Findings;
use crate::sentence::{Sentence, sentence};
use crate::{Diagnostic, Level};

/// Most options that the boxes of all gaps list together.
const MAX_LISTED: usize = 20_000;

/// Adds the answers that no rule covers as maximal boxes: none can be made larger, and together they are all such answers.
pub(super) fn gaps(subject: &Subject, diagram: &Diagram, found: &mut Findings) {
    let questions = &subject.document.questions;
    let mut cover = Cover::new(&subject.sizes, false);
    let mut is_all = diagram.boxes_of(UNCOVERED, &mut |region| {
        let goes_on = cover.add(region, &mut |larger| diagram.is_all(larger, UNCOVERED));
        goes_on && !diagram.is_spent()
    });
    if diagram.is_spent() || cover.is_spent() {
        // The last one might not be maximal.
        cover.regions.pop();
    }
    let mut listed = 0;
    for region in &cover.regions {
        listed += region.iter().map(|set| set.count_ones() as usize).sum::<usize>();
        if listed > MAX_LISTED {
            is_all = false;
            break;
        }
        found.add(Level::Warning, || {
            let combinations: Sentence = match count(region) {
                1 => "one combination".into(),
                many => sentence!("{} combinations", many),
            };
            let message = sentence!("no rule covers {}: {}", combinations, words::answers(questions, region));
            let mut finding = Diagnostic::warning("gap", super::RULES, message);
            finding = finding.help("add a rule for these answers; without one their severity stays undecided");
            finding.example = Some(words::example(questions, &first(region)));
            finding.region = Some(words::region(questions, region));
            finding
        });
    }
    if !is_all {
        let message = "more answers that no rule covers are not listed";
        found.push(Diagnostic::new(Level::Info, "limit-exceeded", super::RULES, message));
    }
}
