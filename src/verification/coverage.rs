use super::boxes::{count, first, maximal, subtract};
use super::diagram::{Diagram, Outcome, UNCOVERED};
use super::subject::Subject;
use super::{MAX_BOXES, words};
use crate::classification::OptionSet;
use crate::{Diagnostic, Level};

/// Most boxes of the diagram that are looked at for one list of boxes.
const MAX_PATHS: usize = 20_000;

/// Answers that no rule covers, as maximal boxes: none can be made larger, and together they are all of them.
pub(super) fn gaps(subject: &Subject, diagram: &Diagram, found: &mut Vec<Diagnostic>) {
    let document = subject.document;
    let (regions, is_all) = cover(subject, diagram, UNCOVERED);
    for region in &regions {
        let combinations = match count(region) {
            1 => "one combination".to_owned(),
            many => [&many.to_string(), " combinations"].concat(),
        };
        let message = ["no rule covers ", &combinations, ": ", &words::answers(document, region)].concat();
        let mut finding = Diagnostic::warning("gap", "/classification/rules", message);
        finding.help = Some("add a rule for these answers; without one their severity stays undecided".into());
        finding.example = Some(words::example(document, &first(region)));
        finding.region = Some(words::region(document, region));
        found.push(finding);
    }
    if !is_all {
        let message = "more answers that no rule covers are not listed";
        found.push(Diagnostic::new(Level::Info, "limit-exceeded", "/classification/rules", message));
    }
}

/// Maximal boxes that together hold every answer with an outcome, and whether those are all.
fn cover(subject: &Subject, diagram: &Diagram, outcome: Outcome) -> (Vec<Vec<OptionSet>>, bool) {
    let whole = subject.whole();
    let mut regions: Vec<Vec<OptionSet>> = Vec::new();
    let mut paths = MAX_PATHS;
    let is_all = diagram.boxes_of(outcome, &mut |path| {
        let mut left = vec![path.to_vec()];
        for region in &regions {
            let mut rest = Vec::new();
            left.iter().for_each(|piece| subtract(piece, region, &mut rest));
            left = rest;
        }
        paths = paths.saturating_sub(left.len() + 1);
        while let Some(piece) = left.pop() {
            if regions.len() == MAX_BOXES || paths == 0 {
                return false;
            }
            let region = maximal(piece, &whole, &mut |region| diagram.is_all(region, outcome));
            let mut rest = Vec::new();
            left.iter().for_each(|piece| subtract(piece, &region, &mut rest));
            left = rest;
            regions.push(region);
        }
        true
    });
    (regions, is_all)
}
