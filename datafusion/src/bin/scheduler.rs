//! The scheduler of Ballista with the functions of case-slo. Its options are those of `ballista-scheduler`.

use std::sync::Arc;

use ballista_core::error::BallistaError;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::{Config, SchedulerConfig};
use ballista_scheduler::scheduler_process::start_server;
use case_slo_datafusion::cluster::equip_scheduler;
use clap::{CommandFactory, FromArgMatches};
use tracing_subscriber::EnvFilter;

/// Bytes of the stack of a thread: plans are read and optimized by recursion.
const STACK: usize = 32 << 20;

fn main() -> Result<(), BallistaError> {
    let options = options();
    let filter = EnvFilter::new(&options.log_level_setting);
    tracing_subscriber::fmt().with_ansi(false).with_writer(std::io::stderr).with_env_filter(filter).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build()?;
    runtime.block_on(async {
        let address = format!("{}:{}", options.bind_host, options.bind_port);
        let address = address.parse().map_err(|_| BallistaError::Configuration(format!("{address} is no address")))?;
        let config = Arc::new(equip_scheduler(SchedulerConfig::try_from(options)?));
        let cluster = BallistaCluster::new_from_config(&config).await?;
        start_server(cluster, address, config).await
    })
}

/// The options of Ballista. Executors ask for tasks, unless it is said otherwise: an executor itself knows when it is free, also after
/// another one has died.
fn options() -> Config {
    let command = Config::command().name("case-slo-scheduler");
    let command = command.mut_arg("scheduler_policy", |policy| policy.default_value("pull-staged"));
    Config::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit())
}
