//! Runs a query over files of cases, in this process or on a cluster.

use std::io::{IsTerminal, Read};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use case_slo_datafusion::query::{Form, Output, register_files};
use case_slo_datafusion::{Policies, cluster, register, session_config};
use clap::Parser;
use datafusion::common::{DataFusionError, Result, config_err};
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::prelude::{SessionConfig, SessionContext};
use futures::StreamExt;

/// Service level objectives of support cases in SQL.
///
/// Tables are files: FROM 'cases/*.parquet', FROM 'export.csv'.
#[derive(Debug, Parser)]
#[command(version, name = "case-slo-sql")]
struct Options {
    /// A policy and the name that the query gives it; may be repeated.
    #[arg(long, value_name = "NAME=FILE")]
    policy: Vec<String>,
    /// Runs the query on the cluster of this scheduler, whose executors have to see the same files.
    #[arg(long, value_name = "HOST:PORT")]
    cluster: Option<String>,
    /// The form of the result.
    #[arg(long, value_enum, default_value = "table")]
    format: Form,
    /// Writes the result to a file instead of the standard output.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Threads of a query in this process; without it, as many as there are cores.
    #[arg(long, value_name = "NUMBER")]
    threads: Option<usize>,
    /// Megabytes of memory for sorting and grouping in this process; what does not fit is written to temporary files.
    #[arg(long, value_name = "MEGABYTES")]
    memory: Option<usize>,
    /// The delimiter of CSV files.
    #[arg(long, default_value = ",", value_name = "CHARACTER")]
    delimiter: char,
    /// The query; "-" reads it from the standard input.
    #[arg(value_name = "SQL")]
    query: String,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let threads = options.threads.unwrap_or(0);
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    if threads > 0 {
        builder.worker_threads(threads);
    }
    let runtime = match builder.enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.to_string()),
    };
    match runtime.block_on(run(options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.strip_backtrace()),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("case-slo-sql: {message}");
    ExitCode::FAILURE
}

async fn run(options: Options) -> Result<()> {
    let policies = Arc::new(policies(&options.policy)?);
    let context = match &options.cluster {
        Some(scheduler) => cluster::connect(scheduler, &policies)?,
        None => {
            let context = local(options.threads, options.memory)?;
            register(&context, &policies);
            context
        }
    };
    let mut query = options.query;
    if query == "-" {
        query.clear();
        std::io::stdin().read_to_string(&mut query)?;
    }
    let Ok(delimiter) = u8::try_from(options.delimiter) else {
        return config_err!("--delimiter: expected one character of ASCII, found {}", options.delimiter);
    };
    register_files(&context, &query, delimiter).await?;
    let plan = context.sql(&query).await?.create_physical_plan().await?;
    let mut output = Output::new(options.format, options.output.as_ref(), plan.schema())?;
    let progress = Progress::start(Arc::clone(&plan), options.cluster);
    let mut batches = datafusion::physical_plan::execute_stream(plan, context.task_ctx())?;
    let mut rest = Ok(());
    while let Some(batch) = batches.next().await {
        rest = batch.and_then(|batch| output.write(batch));
        if rest.is_err() {
            break;
        }
    }
    progress.end();
    rest?;
    output.finish()
}

/// Reads the policies of the options.
fn policies(options: &[String]) -> Result<Policies> {
    options.iter().try_fold(Policies::new(), |policies, option| {
        let Some((name, path)) = option.split_once('=').filter(|(name, _)| !name.is_empty()) else {
            return config_err!("--policy: expected NAME=FILE, found {option}");
        };
        let named = |error| DataFusionError::Configuration(format!("--policy: {path}: {error}"));
        policies.with(name, std::fs::read_to_string(path).map_err(named)?)
    })
}

/// A session in this process.
fn local(threads: Option<usize>, megabytes: Option<usize>) -> Result<SessionContext> {
    let mut config = session_config(SessionConfig::new());
    if let Some(threads) = threads {
        config = config.with_target_partitions(threads.max(1));
    }
    let mut runtime = RuntimeEnvBuilder::new();
    if let Some(megabytes) = megabytes {
        let disk = DiskManagerBuilder::default().with_mode(DiskManagerMode::OsTmpDirectory);
        runtime =
            runtime.with_memory_pool(Arc::new(FairSpillPool::new(megabytes << 20))).with_disk_manager_builder(disk);
    }
    Ok(SessionContext::new_with_config_rt(config, runtime.build_arc()?))
}

/// The progress of a query on a terminal.
struct Progress(Option<tokio::task::JoinHandle<()>>);

impl Progress {
    fn start(plan: Arc<dyn ExecutionPlan>, cluster: Option<String>) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let begin = Instant::now();
        Self(Some(tokio::spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_millis(500)).await;
                let seconds = begin.elapsed().as_secs();
                match &cluster {
                    Some(scheduler) => eprint!("\r\x1b[K{seconds} s on {scheduler}"),
                    None => eprint!("\r\x1b[K{seconds} s, {} rows read", rows_read(&*plan)),
                }
            }
        })))
    }

    fn end(self) {
        if let Some(task) = self.0 {
            task.abort();
            eprint!("\r\x1b[K");
        }
    }
}

/// The rows that have come out of the files of a plan.
fn rows_read(plan: &dyn ExecutionPlan) -> usize {
    let inputs = plan.children();
    if inputs.is_empty() {
        return plan.metrics().and_then(|metrics| metrics.output_rows()).unwrap_or(0);
    }
    inputs.into_iter().map(|input| rows_read(&**input)).sum()
}
