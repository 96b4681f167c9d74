use crate::sorted::sorted;
use serde::Serialize;

use crate::classification::{PartialAnswers, Strategy};
use crate::clock::ContextAnswers;
use crate::policy::Document;
use crate::policy::model::{Condition, Text};

/// The context question that leads soonest to the advice that fits.
///
/// # Examples
///
/// ```
/// use case_slo::{CustomerContext, Policy};
///
/// let context = CustomerContext::new().with_tier("premium").with_severity("low");
/// let question = Policy::reference().next_context(&context)?.expect("the advice depends on answers");
/// assert!(question.exact && question.expected <= f64::from(question.worst));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NextContext {
    /// Id of the question.
    pub id: String,
    /// The question in every language.
    pub text: Text,
    /// A hint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The answers that one can give.
    pub options: Vec<ContextOption>,
    /// Questions still needed on average, this one included; options count alike.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
    /// False only if too many questions depend on each other to compare all orders.
    pub exact: bool,
}

/// One answer to a context question.
///
/// # Examples
///
/// ```
/// use case_slo::{CustomerContext, Policy};
///
/// let context = CustomerContext::new().with_tier("premium").with_severity("low");
/// let question = Policy::reference().next_context(&context)?.expect("the advice depends on answers");
/// assert!(question.options.iter().all(|option| option.text.contains_key("fr-CA")));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ContextOption {
    /// Id of the option.
    pub id: String,
    /// The answer in every language.
    pub text: Text,
    /// An example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
}

/// Most partial answers to questions that depend on each other which are searched whole. The reference policy has 12;
/// nine questions of two options have 19,683. Beyond it the policy's first question is asked.
pub const MAX_PARTIAL_CONTEXT: usize = 20_000;

/// The context question to ask, by its index, and the questions still needed.
#[derive(Debug, Clone, PartialEq)]
struct Plan {
    question: usize,
    expected: f64,
    worst: u32,
    exact: bool,
}

/// The questions that a piece of advice still depends on, each with the options that fit.
type UndecidedQuestions = Vec<(usize, Vec<bool>)>;

/// The context question that leads soonest to the advice that fits, by the rule of the severity's questions: the least
/// expected number, ties in the policy's order. `None` when no answer could change the advice any more.
///
/// Without a severity or a tier, any of them is possible. Questions that share no piece of advice say nothing about each
/// other, so each group of those that do is searched by itself, and their numbers add up.
pub(crate) fn next_context(
    document: &Document,
    severity: Option<&str>,
    tier: Option<&str>,
    known: &ContextAnswers,
) -> Option<NextContext> {
    let plan = plan(document, severity, tier, known)?;
    NextContext::of(document, plan)
}

impl NextContext {
    /// The question of a plan.
    fn of(document: &Document, plan: Plan) -> Option<Self> {
        let question = document.context.get(plan.question)?;
        let options = question.options.iter();
        Some(Self {
            id: question.id.clone(),
            text: question.text.clone(),
            help: question.help.clone(),
            options: options
                .map(|option| ContextOption {
                    id: option.id.clone(),
                    text: option.text.clone(),
                    help: option.help.clone(),
                })
                .collect(),
            expected: plan.expected,
            worst: plan.worst,
            exact: plan.exact,
        })
    }

    /// The question of an id, which is the first of so many that are asked in the policy's order.
    pub(crate) fn first_of(document: &Document, id: &str, count: usize) -> Option<Self> {
        let question = document.context.iter().position(|question| question.id == id)?;
        Self::of(document, Plan { question, expected: count as f64, worst: count as u32, exact: false })
    }
}

fn plan(document: &Document, severity: Option<&str>, tier: Option<&str>, known: &ContextAnswers) -> Option<Plan> {
    let conditions = document.advice.iter().map(|entry| &entry.when);
    let mut open: Vec<UndecidedQuestions> =
        conditions.filter_map(|when| left_open(document, &when.facts, severity, tier, known)).collect();
    open.extend(standings(document, known));
    let groups = groups(&open);
    let mut whole: Option<Plan> = None;
    for group in groups {
        let plan = group_plan(document, &group, &open);
        whole = Some(match whole {
            None => plan,
            Some(first) => Plan {
                expected: first.expected + plan.expected,
                worst: first.worst + plan.worst,
                exact: first.exact && plan.exact,
                ..first
            },
        });
    }
    whole
}

/// The open part of a condition; `None` if it holds already, or cannot hold any more.
fn left_open(
    document: &Document,
    when: &Condition,
    severity: Option<&str>,
    tier: Option<&str>,
    known: &ContextAnswers,
) -> Option<UndecidedQuestions> {
    let mut open = UndecidedQuestions::new();
    for (subject, values) in when.iter() {
        let given = match subject {
            "severity" => severity,
            "tier" => tier,
            question => {
                if known.is_unsure(question) {
                    return None;
                }
                known.answer(question)
            }
        };
        if let Some(given) = given {
            if !values.iter().any(|value| value == given) {
                return None;
            }
        } else if let Some(question) = document.context.iter().position(|each| each.id == subject) {
            let options = &document.context[question].options;
            let fits: Vec<bool> = options.iter().map(|option| values.contains(&option.id)).collect();
            if !fits.contains(&true) {
                return None;
            }
            if fits.contains(&false) {
                open.push((question, fits));
            }
        }
    }
    (!open.is_empty()).then_some(open)
}

/// The standing of the objectives depends on the sale too: see [`super::standing`].
fn standings<'a>(document: &'a Document, known: &'a ContextAnswers) -> impl Iterator<Item = UndecidedQuestions> + 'a {
    let is_asked = |id: &str| known.answer(id).is_none() && !known.is_unsure(id);
    let questions = document.context.iter().enumerate().filter(move |(_, question)| is_asked(&question.id));
    questions.flat_map(|(at, question)| {
        let options = &question.options;
        // As `standing` understands a sale that declares nothing.
        let is_sale = question.id == "sale";
        let says = |option: usize| {
            options[option].standing.is_some()
                || is_sale && ["direct", "reseller"].contains(&options[option].id.as_str())
        };
        let declared = (0..options.len()).filter(|option| says(*option));
        declared
            .map(|chosen| vec![(at, (0..options.len()).map(|option| option == chosen).collect())])
            .collect::<Vec<_>>()
    })
}

/// The questions that are open, those that meet in a piece of advice together, in the policy's order.
fn groups(open: &[UndecidedQuestions]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for entry in open {
        let questions: Vec<usize> = entry.iter().map(|(question, _)| *question).collect();
        let (mut joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|each| questions.contains(each)));
        joined.push(questions);
        let mut group = sorted(joined.concat(), usize::cmp);
        group.dedup();
        groups = apart;
        groups.push(group);
    }
    sorted(groups, Vec::cmp)
}

/// The best order of the questions of one group; the policy's order where there are too many partial answers.
fn group_plan(document: &Document, questions: &[usize], open: &[UndecidedQuestions]) -> Plan {
    let sizes: Vec<usize> = questions.iter().map(|at| document.context[*at].options.len()).collect();
    let count = sizes.iter().try_fold(1usize, |count, options| count.checked_mul(options + 1));
    let is_small = count.is_some_and(|count| count <= MAX_PARTIAL_CONTEXT);
    let step = is_small.then(|| {
        let partial = PartialAnswers::of(sizes.clone());
        let shares: Vec<Vec<f64>> = sizes.iter().map(|options| vec![1.0 / *options as f64; *options]).collect();
        let entries: Vec<&UndecidedQuestions> =
            open.iter().filter(|entry| entry.iter().any(|(at, _)| questions.contains(at))).collect();
        let holding = holding(questions, &sizes, &entries);
        Strategy::of(&partial, &shares, holding.iter().map(Vec::as_slice)).step(partial.count() - 1)
    });
    match step.flatten() {
        Some(step) => {
            Plan { question: questions[step.question], expected: step.expected, worst: step.worst, exact: true }
        }
        None => {
            let count = questions.len() as u32;
            Plan { question: questions[0], expected: f64::from(count), worst: count, exact: false }
        }
    }
}

/// The entries that hold after every complete answer to some questions, as sets of bits; the last question changes first.
fn holding(questions: &[usize], sizes: &[usize], entries: &[&UndecidedQuestions]) -> Vec<Vec<u64>> {
    let mut points = vec![vec![u64::MAX; entries.len().div_ceil(64)]];
    for (question, options) in questions.iter().zip(sizes) {
        let mut fits = vec![vec![u64::MAX; entries.len().div_ceil(64)]; *options];
        for (place, entry) in entries.iter().enumerate() {
            for (_, entry_fits) in entry.iter().filter(|(at, _)| at == question) {
                for (option, _) in entry_fits.iter().enumerate().filter(|(_, fits)| !**fits) {
                    fits[option][place / 64] &= !(1 << (place % 64));
                }
            }
        }
        let after = |point: &Vec<u64>| {
            let point = point.clone();
            fits.iter().map(move |fits| point.iter().zip(fits).map(|(one, other)| one & other).collect())
        };
        points = points.iter().flat_map(after).collect();
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(context: &[(&str, usize)], advice: &[&str]) -> Document {
        let questions = context.iter().map(|(id, options)| {
            let options: Vec<String> = (0..*options).map(|at| format!(r#"{{"id": "{at}", "text": {{}}}}"#)).collect();
            format!(r#"{{"id": "{id}", "text": {{}}, "options": [{}]}}"#, options.join(","))
        });
        let advice = advice
            .iter()
            .enumerate()
            .map(|(at, when)| format!(r#"{{"id": "a{at}", "kind": "know", "text": {{}}, "when": {when}}}"#));
        let text = format!(
            r#"{{"id": "a", "version": "1", "title": {{}}, "languages": ["en"], "severities": [], "context": [{}], "advice": [{}]}}"#,
            questions.collect::<Vec<_>>().join(","),
            advice.collect::<Vec<_>>().join(",")
        );
        serde_json::from_str(&text).unwrap()
    }

    fn known<'a>(answered: &[(&'a str, &'a str)], unsure: &[&'a str]) -> ContextAnswers<'a> {
        ContextAnswers { answered: answered.to_vec(), unsure: unsure.to_vec() }
    }

    #[test]
    fn the_question_that_may_spare_another_comes_first() {
        // "consent" matters only if a vendor is involved, and stands first in the policy all the same.
        let document = document(
            &[("consent", 2), ("vendor", 3)],
            &[r#"{"vendor": ["1"], "consent": ["1"]}"#, r#"{"vendor": ["2"]}"#],
        );
        let found = plan(&document, None, None, &ContextAnswers::default()).unwrap();
        assert_eq!((found.question, found.worst, found.exact), (1, 2, true));
        assert!((found.expected - (1.0 + 1.0 / 3.0)).abs() < 1e-9);
        let after = plan(&document, None, None, &known(&[("vendor", "1")], &[])).unwrap();
        assert_eq!((after.question, after.expected), (0, 1.0));
        assert_eq!(plan(&document, None, None, &known(&[("vendor", "0")], &[])), None);
    }

    #[test]
    fn questions_that_share_nothing_add_up_in_the_order_of_the_policy() {
        let document = document(&[("a", 2), ("b", 2), ("c", 2)], &[r#"{"c": ["0"]}"#, r#"{"a": ["1"]}"#]);
        let found = plan(&document, None, None, &ContextAnswers::default()).unwrap();
        assert_eq!((found.question, found.expected, found.worst), (0, 2.0, 2));
    }

    #[test]
    fn nobody_is_asked_what_they_do_not_know_or_what_cannot_matter() {
        let advice = [r#"{"severity": ["low"], "a": ["1"]}"#, r#"{"tier": ["premium"], "b": ["0", "1"]}"#];
        let document = document(&[("a", 2), ("b", 2)], &advice);
        assert_eq!(plan(&document, Some("high"), None, &ContextAnswers::default()), None);
        assert!(plan(&document, Some("low"), None, &ContextAnswers::default()).is_some());
        assert_eq!(plan(&document, Some("low"), None, &known(&[], &["a"])), None);
    }

    #[test]
    fn too_many_questions_at_once_are_asked_in_order() {
        let ids: Vec<String> = (0..20).map(|at| format!("q{at}")).collect();
        let context: Vec<(&str, usize)> = ids.iter().map(|id| (id.as_str(), 2)).collect();
        let condition: Vec<String> = ids.iter().map(|id| format!(r#""{id}": ["1"]"#)).collect();
        let document = document(&context, &[&format!("{{{}}}", condition.join(","))]);
        let found = plan(&document, None, None, &ContextAnswers::default()).unwrap();
        assert_eq!((found.question, found.worst, found.exact), (0, 20, false));
    }

    #[test]
    fn one_group_that_is_too_large_makes_the_whole_inexact() {
        let ids: Vec<String> = (0..15).map(|at| format!("q{at}")).collect();
        let context: Vec<(&str, usize)> =
            [("first", 2)].into_iter().chain(ids.iter().map(|id| (id.as_str(), 2))).collect();
        let condition: Vec<String> = ids.iter().map(|id| format!(r#""{id}": ["1"]"#)).collect();
        let document = document(&context, &[r#"{"first": ["1"]}"#, &format!("{{{}}}", condition.join(","))]);
        let found = plan(&document, None, None, &ContextAnswers::default()).unwrap();
        assert_eq!((found.question, found.expected, found.worst, found.exact), (0, 16.0, 16, false));
    }

    /// A policy without advice, and a question with options and what each says of the objectives.
    fn standing(id: &str, options: &[(&str, Option<&str>)]) -> Document {
        let option = |(id, standing): &(&str, Option<&str>)| {
            let standing = standing.map(|standing| format!(r#", "standing": "{standing}""#)).unwrap_or_default();
            format!(r#"{{"id": "{id}", "text": {{}}{standing}}}"#)
        };
        let options: Vec<String> = options.iter().map(option).collect();
        let text = format!(
            r#"{{"id": "a", "version": "1", "title": {{}}, "languages": ["en"], "severities": [],
                "context": [{{"id": "{id}", "text": {{}}, "options": [{}]}}]}}"#,
            options.join(",")
        );
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn a_question_that_says_what_the_objectives_are_is_asked() {
        let asked = |document: &Document, known: &ContextAnswers| plan(document, None, None, known).is_some();
        let nothing = ContextAnswers::default();
        let declared = standing("contract", &[("yes", Some("contractual")), ("no", Some("informational"))]);
        assert!(asked(&declared, &nothing));
        assert!(!asked(&declared, &known(&[("contract", "yes")], &[])));
        assert!(!asked(&declared, &known(&[], &["contract"])));
        assert!(!asked(&standing("contract", &[("yes", None), ("no", None)]), &nothing));
        assert!(asked(&standing("contract", &[("yes", None), ("no", Some("informational"))]), &nothing));
        // A sale through a reseller needs no declaration.
        assert!(asked(&standing("sale", &[("direct", None), ("other", None)]), &nothing));
        assert!(asked(&standing("sale", &[("reseller", None), ("other", None)]), &nothing));
        assert!(!asked(&standing("sale", &[("shop", None), ("other", None)]), &nothing));
        assert!(!asked(&standing("purchase", &[("direct", None), ("reseller", None)]), &nothing));
    }
}
