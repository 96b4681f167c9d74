use crate::policy::model::{Basis, Document, HitPolicy, WhenUnsure};
use crate::sorted::sorted_places;

/// A set of options of one question: bit `i` is option `i`. Questions have at most 64 options.
pub type OptionSet = u64;

/// The decision table of a policy with every id resolved to an index: questions are axes, options points on them, and
/// a rule is a box of the product.
///
/// Everything that is asked of a classification is asked of the *function* that this table defines, never of the
/// way in which its rules are written.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// One axis a question, in the policy's order.
    pub axes: Vec<Axis>,
    /// The rules, in the policy's order.
    pub rules: Vec<RuleBox>,
    /// The rules by [rank](Table::rank): those that win first.
    pub order: Vec<usize>,
    /// Ids of the severities, most severe first; everything below speaks of them by index.
    pub severities: Vec<String>,
    /// Which rule decides where several match.
    pub hit_policy: HitPolicy,
    /// The severity that is used while several are possible.
    pub when_unsure: WhenUnsure,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Id of the question.
    pub id: String,
    /// Whether the options are ordered from least to most severe.
    pub ordered: bool,
    /// The options, in the policy's order.
    pub options: Vec<AxisOption>,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisOption {
    /// Id of the option.
    pub id: String,
    /// Relative frequency, above zero.
    pub weight: f64,
}

/// One rule: the box of answers in which it matches, and what it says there.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleBox {
    /// Id of the rule.
    pub id: String,
    /// One set an axis; the whole axis where the rule does not mention the question.
    pub sets: Vec<OptionSet>,
    /// Index of the severity.
    pub severity: usize,
    /// The basis of the decision.
    pub basis: Basis,
    /// Id of the clause behind the rule.
    pub clause: Option<String>,
}

impl Axis {
    /// Every option of the axis.
    pub fn all(&self) -> OptionSet {
        all_of(self.options.len())
    }

    /// The index of an option.
    pub fn option(&self, id: &str) -> Option<usize> {
        self.options.iter().position(|o| o.id == id)
    }
}

/// The set of the first `count` options.
pub fn all_of(count: usize) -> OptionSet {
    if count >= 64 { OptionSet::MAX } else { (1 << count) - 1 }
}

/// The members of a set, in ascending order.
pub fn members(mut set: OptionSet) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let member = (set != 0).then(|| set.trailing_zeros() as usize);
        set &= set.wrapping_sub(1);
        member
    })
}

impl Table {
    /// The table of a policy whose references hold; a policy without a classification has a table without rules.
    ///
    /// Names that do not resolve are passed over: a policy that has such names is refused before anyone gets here,
    /// and `check` still wants to look at the rest of it.
    pub fn new(document: &Document) -> Self {
        let axes: Vec<Axis> = document
            .questions
            .iter()
            .map(|q| Axis {
                id: q.id.clone(),
                ordered: q.ordered,
                options: q
                    .options
                    .iter()
                    .take(64)
                    .map(|o| AxisOption { id: o.id.clone(), weight: usable_weight(o.weight) })
                    .collect(),
            })
            .collect();
        let severities: Vec<String> = document.severities.iter().map(|s| s.id.clone()).collect();
        let classification = document.classification.as_ref();
        let rules: Vec<RuleBox> = classification
            .map_or(&[][..], |classification| &classification.rules)
            .iter()
            .filter_map(|rule| {
                let severity = severities.iter().position(|s| *s == rule.severity)?;
                let sets = axes
                    .iter()
                    .map(|axis| match rule.when.get(&axis.id) {
                        None => axis.all(),
                        Some(ids) => ids.iter().filter_map(|id| axis.option(id)).fold(0, |set, i| set | 1 << i),
                    })
                    .collect();
                let (id, clause) = (rule.id.clone(), rule.clause.clone());
                Some(RuleBox { id, sets, severity, basis: rule.basis, clause })
            })
            .collect();
        let (hit_policy, when_unsure) =
            classification.map(|found| (found.hit_policy, found.when_unsure)).unwrap_or_default();
        let mut table = Self { axes, rules, order: Vec::new(), severities, hit_policy, when_unsure };
        table.order = sorted_places(table.rules.len(), &|one, other| table.rank(one).cmp(&table.rank(other)));
        table
    }

    /// The index of a question.
    pub fn axis(&self, id: &str) -> Option<usize> {
        self.axes.iter().position(|a| a.id == id)
    }

    /// The rank of a rule, if several match: the lowest decides. Under "first" it is the rule's position. Else it is
    /// the severity, and rules of one severity are of one rank, but for those that a clause states, which go before
    /// those that interpret.
    pub fn rank(&self, rule: usize) -> (usize, Basis) {
        match (self.hit_policy, self.rules.get(rule)) {
            (HitPolicy::MostSevere | HitPolicy::Unique, Some(found)) => (found.severity, found.basis),
            _ => (rule, Basis::Stated),
        }
    }
}

/// A weight that can be reckoned with: finite and above zero, else 1.
fn usable_weight(weight: Option<f64>) -> f64 {
    weight.filter(|w| w.is_finite() && *w > 0.0).unwrap_or(1.0)
}
