use super::boxes::{Cover, count, first};
use super::diagram::{Diagram, UNCOVERED};
use super::subject::Subject;
use super::words;
use crate::diagnostic::Findings;
use crate::{Diagnostic, Level};

/// Answers that no rule covers, as maximal boxes: none can be made larger, and together they are all of them.
pub(super) fn gaps(subject: &Subject, diagram: &Diagram, found: &mut Findings) {
    let document = subject.document;
    let mut cover = Cover::new(&subject.sizes, false);
    let is_all = diagram.boxes_of(UNCOVERED, &mut |region| {
        let goes_on = cover.add(region, &mut |larger| diagram.is_all(larger, UNCOVERED));
        goes_on && !diagram.is_spent()
    });
    if diagram.is_spent() {
        // The last one might not be maximal.
        cover.regions.pop();
    }
    for region in &cover.regions {
        let combinations = match count(region) {
            1 => "one combination".to_owned(),
            many => [&many.to_string(), " combinations"].concat(),
        };
        let message = ["no rule covers ", &combinations, ": ", &words::answers(&document.questions, region)].concat();
        let mut finding = Diagnostic::warning("gap", super::RULES, message);
        finding.help = Some("add a rule for these answers; without one their severity stays undecided".into());
        finding.example = Some(words::example(&document.questions, &first(region)));
        finding.region = Some(words::region(&document.questions, region));
        found.push(finding);
    }
    if !is_all {
        let message = "more answers that no rule covers are not listed";
        found.push(Diagnostic::new(Level::Info, "limit-exceeded", super::RULES, message));
    }
}
