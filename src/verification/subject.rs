use super::boxes::Region;
use super::diagram::{Diagram, Outcome, Rule, UNKNOWN};
use crate::classification::{OptionSet, all_of};
use crate::policy::Document;
use crate::policy::model::{self, Basis, HitPolicy};
use crate::sorted::sorted_places;

/// The table of a document that may have faults, as it is looked at here.
///
/// A rule that names what does not exist is not *sound*: nobody knows which answers it means. It is given the benefit of
/// the doubt: answers that it may cover are no gap, and nothing else is said of it.
pub(super) struct Subject<'d> {
    pub document: &'d Document,
    /// Options of each question.
    pub sizes: Vec<usize>,
    /// The rules, in the policy's order.
    pub rules: Vec<SubjectRule>,
    pub hit_policy: HitPolicy,
}

/// A rule as a box.
pub(super) struct SubjectRule {
    pub sets: Region,
    /// Index of the severity; `None` for a rule that is not sound.
    pub severity: Option<usize>,
    pub basis: Basis,
}

impl<'d> Subject<'d> {
    /// The table of a document; `None` if it has none, or a question has no options.
    pub fn of(document: &'d Document) -> Option<Self> {
        let classification = document.classification.as_ref()?;
        let sizes: Vec<usize> = document.questions.iter().map(|question| question.options.len().min(64)).collect();
        if sizes.contains(&0) {
            return None;
        }
        let rules = classification.rules.iter().map(|rule| SubjectRule::of(document, rule)).collect();
        Some(Self { document, sizes, rules, hit_policy: classification.hit_policy })
    }

    /// Every answer.
    pub fn whole(&self) -> Region {
        self.sizes.iter().map(|size| all_of(*size)).collect()
    }

    /// Whether it is known what every rule means. While it is not, a rule might be just what seems to be missing.
    pub fn is_sound(&self) -> bool {
        self.rules.iter().all(|rule| rule.severity.is_some())
    }

    /// The rules, the first of which that matches decides.
    pub fn by_rank(&self) -> Vec<usize> {
        let rank = |rule: usize| {
            let found = &self.rules[rule];
            match (self.hit_policy, found.severity) {
                // An unknown severity might be any of them.
                (_, None) => (0, Basis::Stated),
                (HitPolicy::First, _) => (1, Basis::Stated),
                (_, Some(severity)) => (1 + severity, found.basis),
            }
        };
        sorted_places(self.rules.len(), &|one, other| rank(one).cmp(&rank(other)))
    }

    /// The function of the table; `None` if it is too large.
    pub fn diagram(&self) -> Option<Diagram> {
        let outcome = |rule: &SubjectRule| rule.severity.map_or(UNKNOWN, |severity| severity as Outcome);
        let rules: Vec<Rule> = self
            .by_rank()
            .into_iter()
            .map(|rule| Rule { sets: &self.rules[rule].sets, outcome: outcome(&self.rules[rule]) })
            .collect();
        Diagram::new(&self.sizes, &rules)
    }

    /// The id of a rule.
    pub fn id(&self, rule: usize) -> &'d str {
        let rules = self.document.classification.as_ref().map(|classification| &classification.rules);
        rules.and_then(|rules| rules.get(rule)).map_or("", |rule| &rule.id)
    }

    /// The JSON Pointer of a rule.
    pub fn path(rule: usize) -> String {
        format!("/classification/rules/{rule}")
    }
}

impl SubjectRule {
    fn of(document: &Document, rule: &model::Rule) -> Self {
        let mut sound = rule.when.keys().all(|id| document.questions.iter().any(|question| question.id == id));
        let sets = document
            .questions
            .iter()
            .map(|question| {
                let all = all_of(question.options.len());
                let Some(ids) = rule.when.get(&question.id) else { return all };
                let option = |id: &String| question.options.iter().take(64).position(|option| option.id == *id);
                let set: Option<OptionSet> = ids.iter().try_fold(0, |set, id| Some(set | 1 << option(id)?));
                sound &= set.is_some();
                set.unwrap_or(all)
            })
            .collect();
        let severity = document.severities.iter().take(63).position(|severity| severity.id == rule.severity);
        Self { sets, severity: severity.filter(|_| sound), basis: rule.basis }
    }
}
