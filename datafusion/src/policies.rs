//! The policies of a session, by the names that queries give them, ready to evaluate cases.

use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use case_slo::report::{CaseClock, CaseEvaluator, ProblemCode};
use case_slo::{Error, Policy};
use datafusion::common::{DataFusionError, Result};

/// Most clocks of a measure that are kept.
const MOST_CLOCKS: usize = 10_000;

/// The measure of a policy that a query means if it names none.
const DEFAULT_MEASURE: &str = "initial-response";

/// The clock of a tier, a severity and facts, or the reason for which such cases cannot be evaluated.
pub(crate) type Clock = Result<CaseClock, ProblemCode>;

/// Policies by name.
///
/// # Examples
///
/// ```
/// use case_slo_datafusion::Policies;
///
/// let policies = Policies::new().with("care", case_slo::REFERENCE_POLICY)?;
/// assert_eq!(policies.names().collect::<Vec<_>>(), ["care"]);
/// assert!(policies.with("broken", "{}").is_err());
/// # Ok::<(), datafusion::error::DataFusionError>(())
/// ```
#[derive(Debug, Default)]
pub struct Policies {
    list: BTreeMap<String, NamedPolicy>,
}

/// A policy with the evaluators of its measures.
#[derive(Debug)]
pub(crate) struct NamedPolicy {
    /// Its document, which travels to the nodes of a cluster.
    text: String,
    pub policy: Policy,
    /// In the order of the policy.
    measures: Vec<(String, Result<MeasureClocks, Error>)>,
}

/// The evaluator of a measure, with the clocks that have been needed.
#[derive(Debug)]
pub(crate) struct MeasureClocks {
    pub evaluator: CaseEvaluator,
    kept: Mutex<HashMap<ClockKey, Arc<Clock>>>,
}

/// Tier, severity, and facts, each with its name.
pub(crate) type ClockKey = (String, String, Vec<(String, String)>);

impl Policies {
    /// No policies.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a policy from its JSON text under a name, in the place of one with the same name.
    ///
    /// # Errors
    ///
    /// The policy cannot be loaded; the message lists its errors.
    pub fn with(mut self, name: impl Into<String>, text: impl Into<String>) -> Result<Self> {
        let (name, text) = (name.into(), text.into());
        let refuse = |error: Error| {
            let findings = error.diagnostics().iter().filter(|finding| finding.is_error());
            let list: String = findings.map(|finding| format!("\n  {}: {}", finding.path, finding.message)).collect();
            DataFusionError::Configuration(format!("the policy \"{name}\" cannot be loaded: {error}{list}"))
        };
        let policy = Policy::load(&text).map_err(refuse)?;
        let measures = policy.document().measures.iter().map(|measure| {
            let clocks =
                policy.case_evaluator(&measure.id).map(|evaluator| MeasureClocks { evaluator, kept: Mutex::default() });
            (measure.id.clone(), clocks)
        });
        let measures = measures.collect();
        self.list.insert(name, NamedPolicy { text, policy, measures });
        Ok(self)
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.keys().map(String::as_str)
    }

    pub(crate) fn find(&self, name: &str) -> Result<&NamedPolicy, String> {
        self.list.get(name).ok_or_else(|| {
            let known = listed(self.names());
            format!("there is no policy \"{name}\"; {known}")
        })
    }

    /// The policies as bytes, which [`Policies::from_bytes`] reads.
    pub fn to_bytes(&self) -> Vec<u8> {
        let texts: BTreeMap<&str, &str> =
            self.list.iter().map(|(name, policy)| (name.as_str(), &*policy.text)).collect();
        serde_json::to_vec(&texts).unwrap_or_default()
    }

    /// Reads what [`Policies::to_bytes`] wrote. A node of a cluster reads the same policies for every task: the last ones are
    /// kept.
    ///
    /// # Errors
    ///
    /// The bytes are not policies, or one of them cannot be loaded.
    pub fn from_bytes(bytes: &[u8]) -> Result<Arc<Self>> {
        const MOST_KEPT: usize = 16;
        static KEPT: Mutex<Vec<(Vec<u8>, Arc<Policies>)>> = Mutex::new(Vec::new());

        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, policies)) = kept.iter().find(|(known, _)| known == bytes) {
            return Ok(Arc::clone(policies));
        }
        let texts: BTreeMap<String, String> =
            serde_json::from_slice(bytes).map_err(|error| DataFusionError::External(Box::new(error)))?;
        let policies = texts.into_iter().try_fold(Self::new(), |policies, (name, text)| policies.with(name, text))?;
        let policies = Arc::new(policies);
        if kept.len() == MOST_KEPT {
            kept.remove(0);
        }
        kept.push((bytes.to_vec(), Arc::clone(&policies)));
        Ok(policies)
    }
}

impl PartialEq for Policies {
    fn eq(&self, other: &Self) -> bool {
        let texts = |policies: &Self| -> Vec<(String, String)> {
            policies.list.iter().map(|(name, policy)| (name.clone(), policy.text.clone())).collect()
        };
        std::ptr::eq(self, other) || texts(self) == texts(other)
    }
}

impl Eq for Policies {}

impl Hash for Policies {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.names().for_each(|name| name.hash(state));
    }
}

impl NamedPolicy {
    /// The clocks of a measure; without a name those of the initial response, or of the first measure.
    pub fn measure(&self, id: Option<&str>) -> Result<&MeasureClocks, String> {
        let place = |id: &str| self.measures.iter().find(|(known, _)| known == id);
        let found = match id {
            Some(id) => place(id),
            None => place(DEFAULT_MEASURE).or_else(|| self.measures.first()),
        };
        match found {
            Some((_, Ok(clocks))) => Ok(clocks),
            Some((_, Err(error))) => Err(error.to_string()),
            None => {
                let known = listed(self.measures.iter().map(|(id, _)| id.as_str()));
                Err(format!("there is no measure \"{}\"; {known}", id.unwrap_or(DEFAULT_MEASURE)))
            }
        }
    }
}

impl MeasureClocks {
    /// The clock of a tier, a severity and facts.
    pub fn clock(&self, key: ClockKey) -> Arc<Clock> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(clock) = kept.get(&key) {
            return Arc::clone(clock);
        }
        let (tier, severity, facts) = &key;
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let clock = Arc::new(self.evaluator.clock(tier, severity, &facts));
        if kept.len() == MOST_CLOCKS {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&clock));
        clock
    }
}

/// The names that there are, for a message.
pub(crate) fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.take(20).map(|name| format!("\"{name}\"")).collect();
    if names.is_empty() { "there is none".to_owned() } else { format!("expected one of {}", names.join(", ")) }
}
