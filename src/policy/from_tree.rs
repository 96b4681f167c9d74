//! From a tree to the types of the document.
//!
//! serde's derived readers do the same, for Rust callers, with a message for each thing that can be wrong; in the engine
//! they were half of its code. Here the shape has been checked before, so nothing can be wrong any more, and nothing has
//! to be undone half-way: what is left out reads as nothing.

use super::Entries;
use super::model::*;
use super::tree::Tree;

/// A type that can be read from a tree whose shape has been checked.
pub(crate) trait FromTree {
    /// What the tree says; from [`Tree::NOTHING`], what stands where nothing is said.
    fn from_tree(tree: &Tree) -> Self;
}

impl FromTree for String {
    fn from_tree(tree: &Tree) -> Self {
        tree.text().to_owned()
    }
}

impl FromTree for bool {
    fn from_tree(tree: &Tree) -> Self {
        *tree == Tree::Bool(true)
    }
}

impl FromTree for f64 {
    fn from_tree(tree: &Tree) -> Self {
        match tree {
            Tree::Number(number) => *number,
            _ => 0.0,
        }
    }
}

impl FromTree for i32 {
    fn from_tree(tree: &Tree) -> Self {
        f64::from_tree(tree) as i32
    }
}

impl FromTree for u32 {
    fn from_tree(tree: &Tree) -> Self {
        f64::from_tree(tree) as u32
    }
}

impl FromTree for Tree {
    fn from_tree(tree: &Tree) -> Self {
        tree.clone()
    }
}

impl<T: FromTree> FromTree for Option<T> {
    fn from_tree(tree: &Tree) -> Self {
        (!tree.is_null()).then(|| T::from_tree(tree))
    }
}

impl<T: FromTree> FromTree for Vec<T> {
    fn from_tree(tree: &Tree) -> Self {
        let items = tree.items();
        // `collect` takes three functions for each type of item, and this is the one place that reads them all.
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            list.push(T::from_tree(item));
        }
        list
    }
}

impl<T: FromTree> FromTree for Entries<T> {
    fn from_tree(tree: &Tree) -> Self {
        let mut entries = Entries::default();
        for (key, member) in tree.members() {
            entries.push(key.clone(), T::from_tree(member));
        }
        entries
    }
}

impl FromTree for Interval {
    fn from_tree(tree: &Tree) -> Self {
        Vec::from_tree(tree).try_into().unwrap_or_default()
    }
}

impl FromTree for Holiday {
    fn from_tree(tree: &Tree) -> Self {
        match tree {
            Tree::Object(_) => Self::Rule(HolidayRule::from_tree(tree)),
            _ => Self::Date(tree.text().to_owned()),
        }
    }
}

/// Objects: each field with the key under which it stands, where that is spelt otherwise, and with what it is where the
/// key is left out, where that is not nothing.
macro_rules! objects {
    ($($type:ident { $($field:ident $(: $key:literal)? $(= $default:expr)?),* $(,)? })*) => { $(
        impl FromTree for $type {
            fn from_tree(tree: &Tree) -> Self {
                Self { $($field: objects!(@member tree $field $($key)? $(= $default)?)),* }
            }
        }
    )* };
    (@member $tree:ident $field:ident) => { FromTree::from_tree($tree.member(stringify!($field))) };
    (@member $tree:ident $field:ident $key:literal) => { FromTree::from_tree($tree.member($key)) };
    (@member $tree:ident $field:ident $key:literal = $default:expr) => {
        Option::from_tree($tree.member($key)).unwrap_or($default)
    };
}

/// Words: each variant with its spelling; the first one stands where nothing is said.
macro_rules! words {
    ($($type:ident { $first:ident: $_first:literal $(, $variant:ident: $word:literal)* $(,)? })*) => { $(
        impl FromTree for $type {
            fn from_tree(tree: &Tree) -> Self {
                match tree.text() {
                    $($word => Self::$variant,)*
                    _ => Self::$first,
                }
            }
        }
    )* };
}

objects! {
    Document {
        schema: "$schema", id, version, title, languages, source, tiers, severities, questions, classification, calendars,
        measures, objectives, on_severity_change: "onSeverityChange", at_risk: "atRisk" = DEFAULT_AT_RISK, context, channels,
        advice, features, clauses, glossary, exports, examples,
    }
    Source { title, href }
    Tier { id, name, aliases, includes, text, clause }
    Severity { id, level, name, aliases, definition, clause }
    Question { id, text, help, ordered, options }
    QuestionOption { id, text, help, weight }
    Classification { hit_policy: "hitPolicy", when_unsure: "whenUnsure", rules }
    Rule { id, when, severity, basis, clause }
    CalendarDefinition { open, zone, weekly, holidays, special }
    Weekly { mon, tue, wed, thu, fri, sat, sun }
    HolidayRule { date, easter, weekday, nth, month, before, name }
    Measure { id, name, pausable, text, clause }
    ObjectiveDefinition { id, measure, tiers, severities, target, calendar, clause }
    Target { under, within }
    ContextQuestion { id, text, help, options }
    ContextOption { id, text, help, standing }
    Channel { id, name, kind, href, calendar, clause }
    AdviceEntry { id, kind, when, text, clause, channel }
    Feature { id, tier, name, text, cadence, when, clause }
    Clause { heading, text, href }
    Term { term, text, clause }
    Example { name, answers, case, expect }
    ExampleExpectation { severity, due_at: "dueAt" }
}

words! {
    HitPolicy { MostSevere: "most-severe", First: "first", Unique: "unique" }
    WhenUnsure { MostSevere: "most-severe", LeastSevere: "least-severe" }
    Basis { Stated: "stated", Interpreted: "interpreted" }
    AlwaysOpen { AroundTheClock: "24x7" }
    Weekday { Mon: "mon", Tue: "tue", Wed: "wed", Thu: "thu", Fri: "fri", Sat: "sat", Sun: "sun" }
    OnSeverityChange { FromSubmission: "from-submission", FromChange: "from-change" }
    Standing { Contractual: "contractual", Informational: "informational", Unspecified: "unspecified" }
    ChannelKind { Phone: "phone", Web: "web", Chat: "chat", Email: "email" }
    AdviceKind { Act: "act", Prepare: "prepare", Know: "know", Escalate: "escalate" }
    Cadence {
        Continuous: "continuous", Daily: "daily", Weekly: "weekly", Monthly: "monthly", Quarterly: "quarterly",
        Yearly: "yearly",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    const POLICIES: [&str; 3] = [crate::REFERENCE_POLICY, include_str!("../../policies/boreal-care.json"), THE_REST];

    const THE_REST: &str = r#"{
        "id": "rest", "version": "1", "title": {}, "languages": [], "severities": [],
        "classification": {"hitPolicy": "first", "whenUnsure": "least-severe", "rules": []},
        "context": [{"id": "sale", "text": {}, "options": [{"id": "x", "text": {}, "standing": "unspecified"}]}]
    }"#;

    #[test]
    fn the_document_is_the_one_that_the_derived_reader_reads() {
        for text in POLICIES {
            let tree = crate::policy::json::parse(text, false).unwrap().tree;
            let derived: Document = serde_json::from_str(text).unwrap();
            assert_eq!(Document::from_tree(&tree), derived);
        }
    }

    #[test]
    fn every_key_and_every_word_of_the_shape_stands_in_one_of_these_policies() {
        let shape: Value = serde_json::from_str(include_str!("shape.json")).unwrap();
        let mut words = Vec::new();
        collect(&shape, &mut words);
        words.retain(|word| !POLICIES.iter().any(|text| text.contains(&format!("\"{word}\""))));
        assert_eq!(words, [""; 0]);
    }

    fn collect(schema: &Value, words: &mut Vec<String>) {
        let Some(members) = schema.as_object() else { return };
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            words.extend(properties.keys().cloned());
        }
        if let Some(choices) = schema.get("enum").and_then(Value::as_array) {
            words.extend(choices.iter().filter_map(Value::as_str).map(str::to_owned));
        }
        members.values().for_each(|member| collect(member, words));
    }
}
