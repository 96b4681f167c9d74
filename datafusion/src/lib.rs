//! Service level objectives of support cases in SQL: functions for Apache DataFusion, and a cluster with Ballista.
//!
//! [`register`] gives a session the functions of some [`Policies`]. They evaluate cases as `case_slo::Policy::report` does, so that
//! a query over a warehouse gives the figures of the page.
//!
//! # Examples
//!
//! ```
//! use std::sync::Arc;
//!
//! use case_slo_datafusion::{Policies, register};
//! use datafusion::prelude::SessionContext;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> datafusion::error::Result<()> {
//! let policies = Policies::new().with("care", case_slo::REFERENCE_POLICY)?;
//! let context = SessionContext::new();
//! register(&context, &Arc::new(policies));
//! let due = "SELECT slo_due('care', 'premium', 'critical', '2026-02-03T07:14:00Z') AS due";
//! let shown = context.sql(due).await?.to_string().await?;
//! assert!(shown.contains("2026-02-03T07:29:00Z"));
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod arguments;
mod attainment;
#[cfg(feature = "cluster")]
pub mod cluster;
mod functions;
mod percentile;
mod policies;
#[cfg(feature = "cluster")]
pub mod query;

use std::sync::Arc;

use datafusion::logical_expr::{AggregateUDF, ScalarUDF};
use datafusion::prelude::{SessionConfig, SessionContext};

pub use policies::Policies;

/// A configuration whose `now()` is a timestamp with a zone. That of DataFusion has none, and the functions refuse such a timestamp.
///
/// # Examples
///
/// ```
/// use case_slo_datafusion::session_config;
/// use datafusion::prelude::{SessionConfig, SessionContext};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> datafusion::error::Result<()> {
/// let context = SessionContext::new_with_config(session_config(SessionConfig::new()));
/// let shown = context.sql("SELECT arrow_typeof(now()) AS kind").await?.to_string().await?;
/// assert!(shown.contains("UTC"));
/// # Ok(())
/// # }
/// ```
pub fn session_config(config: SessionConfig) -> SessionConfig {
    config.set_str("datafusion.execution.time_zone", "UTC")
}

/// Gives a session the functions of some policies, and the aggregates.
pub fn register(context: &SessionContext, policies: &Arc<Policies>) {
    scalar_functions(policies).into_iter().for_each(|function| context.register_udf(function));
    aggregate_functions().into_iter().for_each(|function| context.register_udaf(function));
}

/// The functions of one row: `slo_due`, `slo_due_of`, `slo_state`, `slo_duration`, `slo_elapsed`, `slo_classify`, `slo_tier` and
/// `slo_severity`.
pub fn scalar_functions(policies: &Arc<Policies>) -> Vec<ScalarUDF> {
    functions::all(policies)
}

/// The aggregates: `slo_attainment`, `slo_problems` and `slo_percentile`.
pub fn aggregate_functions() -> Vec<AggregateUDF> {
    vec![attainment::attainment(), attainment::problems(), percentile::percentile()]
}
