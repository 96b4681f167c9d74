use serde::Serialize;

use crate::clock::ContextAnswers;
use crate::policy::model::{Cadence, Document, Feature, FeatureKind, Text};

/// Something that a tier includes.
///
/// # Examples
///
/// ```
/// use case_slo::{CustomerContext, Policy};
///
/// let features = Policy::reference().features("enhanced", &CustomerContext::new())?;
/// let access = features.iter().find(|feature| feature.id == "level-2-access").expect("enhanced brings it");
/// assert_eq!(access.clause.as_deref(), Some("E1"));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TierFeature {
    /// Id of the feature.
    pub id: String,
    /// Id of the tier that brings it: the tier itself, or one that it includes.
    pub tier: String,
    /// Its name in every language.
    pub name: Text,
    /// A description of the feature in every language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// A service (left out as JSON), a term that comes with the services, or an exclusion from them.
    #[serde(skip_serializing_if = "FeatureKind::is_service")]
    pub kind: FeatureKind,
    /// How often it recurs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// Id of the clause behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Whether this customer gets it.
    pub state: FeatureState,
    /// The conditions on which that depends.
    pub conditions: Vec<FeatureCondition>,
}

/// The state of a feature for a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FeatureState {
    /// The customer gets it.
    Included,
    /// It depends on context questions without an answer.
    Conditional,
    /// An answer excludes it.
    Excluded,
}

/// A context question on which a feature depends.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FeatureCondition {
    /// Id of the context question.
    pub question: String,
    /// Ids of the options with which the feature is delivered.
    pub options: Vec<String>,
}

/// The features of a tier and of all that it includes, lowest tier first, each tier's in the policy's order.
pub(crate) fn features(document: &Document, tier: &str, known: &ContextAnswers) -> Vec<TierFeature> {
    chain(document, tier)
        .into_iter()
        .flat_map(|tier| document.features.iter().filter(move |feature| feature.tier == tier))
        .map(|feature| TierFeature {
            id: feature.id.clone(),
            tier: feature.tier.clone(),
            name: feature.name.clone(),
            text: feature.text.clone(),
            kind: feature.kind,
            cadence: feature.cadence,
            clause: feature.clause.clone(),
            state: state(feature, known),
            conditions: feature
                .when
                .iter()
                .map(|(question, options)| FeatureCondition { question: question.to_owned(), options: options.clone() })
                .collect(),
        })
        .collect()
}

/// A tier and those that it includes, the lowest first. A circle of inclusions ends where it closes.
fn chain<'a>(document: &'a Document, tier: &'a str) -> Vec<&'a str> {
    let mut chain = Vec::new();
    let mut next = Some(tier);
    while let Some(id) = next.filter(|id| !chain.contains(id)) {
        chain.insert(0, id);
        next = document.tiers.iter().find(|tier| tier.id == id).and_then(|tier| tier.includes.as_deref());
    }
    chain
}

fn state(feature: &Feature, known: &ContextAnswers) -> FeatureState {
    let mut state = FeatureState::Included;
    for (question, options) in feature.when.iter() {
        match known.answer(question) {
            Some(answer) if options.iter().any(|option| option == answer) => {}
            Some(_) => return FeatureState::Excluded,
            None => state = FeatureState::Conditional,
        }
    }
    state
}
