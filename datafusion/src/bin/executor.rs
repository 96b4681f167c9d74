//! An executor of Ballista with the functions of case-slo. Its options are those of `ballista-executor`.

use std::sync::Arc;

use ballista_core::error::BallistaError;
use ballista_executor::config::Config;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use case_slo_datafusion::cluster::equip_executor;
use clap::{CommandFactory, FromArgMatches};
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> Result<(), BallistaError> {
    let options = options();
    let filter = EnvFilter::new(&options.log_level_setting);
    tracing_subscriber::fmt().with_ansi(false).with_writer(std::io::stderr).with_env_filter(filter).init();
    start_executor_process(Arc::new(equip_executor(ExecutorProcessConfig::try_from(options)?))).await
}

/// The options of Ballista. Executors ask for tasks, unless it is said otherwise: an executor itself knows when it is free, also after
/// another one has died.
fn options() -> Config {
    let command = Config::command().name("case-slo-executor");
    let command = command.mut_arg("task_scheduling_policy", |policy| policy.default_value("pull-staged"));
    Config::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit())
}
