//! Queries on a cluster of Ballista: a session for a client, and what its scheduler and its executors need.
//!
//! Policies travel inside the plan of a query: an encoded function carries the documents of the policies of its session, and a
//! node reads them once. A cluster therefore needs no policies of its own, and every client may bring others.

use std::sync::Arc;

use ballista_core::extension::{SessionConfigExt, SessionStateExt};
use ballista_core::object_store::{
    runtime_env_with_s3_support, session_config_with_s3_support, session_state_with_s3_support,
};
use ballista_core::serde::{BallistaLogicalExtensionCodec, BallistaPhysicalExtensionCodec};
use ballista_executor::executor_process::ExecutorProcessConfig;
use ballista_scheduler::config::SchedulerConfig;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::TableProvider;
use datafusion::common::{Result, TableReference, not_impl_err};
use datafusion::datasource::file_format::FileFormatFactory;
use datafusion::execution::{SessionState, TaskContext};
use datafusion::logical_expr::{AggregateUDF, Extension, LogicalPlan, ScalarUDF};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::prelude::{SessionConfig, SessionContext};
use datafusion_proto::logical_plan::LogicalExtensionCodec;
use datafusion_proto::physical_plan::{PhysicalExtensionCodec, PhysicalProtoConverterExtension};

use crate::functions::{self, RowFunction};
use crate::policies::Policies;

/// The functions of this crate in logical plans, and everything else as Ballista does it.
#[derive(Debug, Default)]
pub struct LogicalCodec {
    ballista: BallistaLogicalExtensionCodec,
}

/// The functions of this crate in physical plans, and everything else as Ballista does it.
#[derive(Debug, Default)]
pub struct PhysicalCodec {
    ballista: BallistaPhysicalExtensionCodec,
}

/// Writes the policies of a function of one row; other functions are known by their names.
fn encode(function: &ScalarUDF, bytes: &mut Vec<u8>) {
    if let Some(function) = function.inner().downcast_ref::<RowFunction>() {
        bytes.extend(function.policies.to_bytes());
    }
}

fn decode(name: &str, bytes: &[u8]) -> Result<Arc<ScalarUDF>> {
    let policies = Policies::from_bytes(bytes)?;
    match functions::all(&policies).into_iter().find(|function| function.name() == name) {
        Some(function) => Ok(Arc::new(function)),
        None => not_impl_err!("there is no function {name}"),
    }
}

fn aggregate(name: &str) -> Result<Arc<AggregateUDF>> {
    match crate::aggregate_functions().into_iter().find(|function| function.name() == name) {
        Some(function) => Ok(Arc::new(function)),
        None => not_impl_err!("there is no aggregate {name}"),
    }
}

impl LogicalExtensionCodec for LogicalCodec {
    fn try_decode(&self, bytes: &[u8], inputs: &[LogicalPlan], context: &TaskContext) -> Result<Extension> {
        self.ballista.try_decode(bytes, inputs, context)
    }

    fn try_encode(&self, node: &Extension, bytes: &mut Vec<u8>) -> Result<()> {
        self.ballista.try_encode(node, bytes)
    }

    fn try_decode_table_provider(
        &self,
        bytes: &[u8],
        table: &TableReference,
        schema: SchemaRef,
        context: &TaskContext,
    ) -> Result<Arc<dyn TableProvider>> {
        self.ballista.try_decode_table_provider(bytes, table, schema, context)
    }

    fn try_encode_table_provider(
        &self,
        table: &TableReference,
        provider: Arc<dyn TableProvider>,
        bytes: &mut Vec<u8>,
    ) -> Result<()> {
        self.ballista.try_encode_table_provider(table, provider, bytes)
    }

    fn try_decode_file_format(&self, bytes: &[u8], context: &TaskContext) -> Result<Arc<dyn FileFormatFactory>> {
        self.ballista.try_decode_file_format(bytes, context)
    }

    fn try_encode_file_format(&self, bytes: &mut Vec<u8>, format: Arc<dyn FileFormatFactory>) -> Result<()> {
        self.ballista.try_encode_file_format(bytes, format)
    }

    fn try_decode_udf(&self, name: &str, bytes: &[u8]) -> Result<Arc<ScalarUDF>> {
        decode(name, bytes)
    }

    fn try_encode_udf(&self, function: &ScalarUDF, bytes: &mut Vec<u8>) -> Result<()> {
        encode(function, bytes);
        Ok(())
    }

    fn try_decode_udaf(&self, name: &str, _: &[u8]) -> Result<Arc<AggregateUDF>> {
        aggregate(name)
    }
}

impl PhysicalExtensionCodec for PhysicalCodec {
    fn try_decode(
        &self,
        bytes: &[u8],
        inputs: &[Arc<dyn ExecutionPlan>],
        context: &TaskContext,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        self.ballista.try_decode(bytes, inputs, context, converter)
    }

    fn try_encode(
        &self,
        node: Arc<dyn ExecutionPlan>,
        bytes: &mut Vec<u8>,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<()> {
        self.ballista.try_encode(node, bytes, converter)
    }

    fn try_decode_udf(&self, name: &str, bytes: &[u8]) -> Result<Arc<ScalarUDF>> {
        decode(name, bytes)
    }

    fn try_encode_udf(&self, function: &ScalarUDF, bytes: &mut Vec<u8>) -> Result<()> {
        encode(function, bytes);
        Ok(())
    }

    fn try_decode_udaf(&self, name: &str, _: &[u8]) -> Result<Arc<AggregateUDF>> {
        aggregate(name)
    }
}

/// The configuration of a session on a cluster: `now()` has a zone, as in [`session_config`](crate::session_config). Plans are not changed while they run: the adaptive planner of Ballista 55 waits for
/// ever if an executor dies during the last stage of a query.
pub fn session_config() -> SessionConfig {
    crate::session_config(session_config_with_s3_support())
        .with_ballista_adaptive_query_planner(false)
        .with_ballista_logical_extension_codec(Arc::new(LogicalCodec::default()))
        .with_ballista_physical_extension_codec(Arc::new(PhysicalCodec::default()))
}

/// A session whose queries run on the cluster of a scheduler, such as "localhost:50050".
///
/// # Errors
///
/// The session cannot be set up. A scheduler that does not answer is an error of the first query.
pub fn connect(scheduler: &str, policies: &Arc<Policies>) -> Result<SessionContext> {
    let state = session_state_with_s3_support(session_config())?;
    let context = SessionContext::new_with_state(state.upgrade_for_ballista(format!("http://{scheduler}"))?);
    crate::register(&context, policies);
    Ok(context)
}

/// The session of a query on the scheduler, with the aggregates.
fn session(config: SessionConfig) -> Result<SessionState> {
    let context = SessionContext::new_with_state(session_state_with_s3_support(config)?);
    crate::aggregate_functions().into_iter().for_each(|function| context.register_udaf(function));
    Ok(context.state())
}

/// Gives the functions to a scheduler.
pub fn equip_scheduler(mut config: SchedulerConfig) -> SchedulerConfig {
    config.override_config_producer = Some(Arc::new(session_config));
    config.override_session_builder = Some(Arc::new(session));
    config.override_logical_codec = Some(Arc::new(LogicalCodec::default()));
    config.override_physical_codec = Some(Arc::new(PhysicalCodec::default()));
    config
}

/// Gives the functions to an executor.
pub fn equip_executor(mut config: ExecutorProcessConfig) -> ExecutorProcessConfig {
    config.override_config_producer = Some(Arc::new(session_config));
    config.override_runtime_producer = Some(Arc::new(runtime_env_with_s3_support));
    config.override_logical_codec = Some(Arc::new(LogicalCodec::default()));
    config.override_physical_codec = Some(Arc::new(PhysicalCodec::default()));
    config
}
