//! A cluster of one scheduler and two executors gives the figures of a report, also when an executor is killed.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::logs::{Log, rows};
use case_slo_datafusion::{Policies, cluster};
use datafusion::prelude::SessionContext;

/// Time that a cluster has to come up, and a query to end: far more than either takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// A cluster on the loopback interface, which ends with the test.
struct Cluster {
    port: u16,
    scheduler: Child,
    executors: Vec<Child>,
    /// Executors that have been started, those that were killed included.
    started: usize,
    folder: tempfile::TempDir,
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn start(program: &str, log: &Path, options: &[String]) -> Child {
    let log = std::fs::File::create(log).unwrap();
    Command::new(program).args(options).stdout(Stdio::null()).stderr(log).spawn().unwrap()
}

impl Cluster {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let options = [
            ("--bind-host", "127.0.0.1".to_owned()),
            ("--bind-port", port.to_string()),
            // A dead executor is noticed within seconds.
            ("--executor-timeout-seconds", "4".to_owned()),
            ("--expire-dead-executor-interval-seconds", "1".to_owned()),
            ("--log-level-setting", "WARN".to_owned()),
        ];
        let options: Vec<String> = options.into_iter().flat_map(|(name, value)| [name.to_owned(), value]).collect();
        let log = folder.path().join("scheduler.log");
        let scheduler = start(env!("CARGO_BIN_EXE_case-slo-scheduler"), &log, &options);
        let mut cluster = Self { port, scheduler, executors: Vec::new(), started: 0, folder };
        cluster.add_executor();
        cluster.add_executor();
        cluster
    }

    fn add_executor(&mut self) {
        let number = self.started;
        self.started += 1;
        let work = self.folder.path().join(format!("executor-{number}"));
        std::fs::create_dir(&work).unwrap();
        let options = [
            ("--scheduler-host", "127.0.0.1".to_owned()),
            ("--scheduler-port", self.port.to_string()),
            ("--scheduler-connect-timeout-seconds", "120".to_owned()),
            ("--bind-host", "127.0.0.1".to_owned()),
            ("--external-host", "127.0.0.1".to_owned()),
            ("--bind-port", free_port().to_string()),
            ("--bind-grpc-port", free_port().to_string()),
            ("--work-dir", work.display().to_string()),
            ("--vcores", "1".to_owned()),
            ("--executor-heartbeat-interval-seconds", "1".to_owned()),
            ("--log-level-setting", "WARN".to_owned()),
        ];
        let options: Vec<String> = options.into_iter().flat_map(|(name, value)| [name.to_owned(), value]).collect();
        let log = self.folder.path().join(format!("executor-{number}.log"));
        self.executors.push(start(env!("CARGO_BIN_EXE_case-slo-executor"), &log, &options));
    }

    /// A session whose queries run here, once the cluster answers.
    async fn connect(&self, policy: &str) -> SessionContext {
        let begin = Instant::now();
        loop {
            // Each session brings its policies; the cluster has none of its own.
            let policies = Arc::new(Policies::new().with("care", policy).unwrap());
            let context = cluster::connect(&format!("127.0.0.1:{}", self.port), &policies).unwrap();
            match tokio::time::timeout(PATIENCE, rows(&context, "SELECT 1 AS one")).await {
                Ok(Ok(found)) if found.len() == 1 => return context,
                found => assert!(begin.elapsed() < PATIENCE, "the cluster does not answer: {found:?}"),
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for child in self.executors.iter_mut().chain([&mut self.scheduler]) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cluster_has_the_figures_of_a_report_also_when_an_executor_is_killed() {
    let mut cluster = Cluster::start();
    for log in [Log::plain(11, 4_000), Log::with_facts(12, 4_000)] {
        let folder = tempfile::tempdir().unwrap();
        log.write(folder.path(), 6);
        let context = cluster.connect(&log.policy).await;
        assert_eq!(log.figures(&context, folder.path()).await.unwrap(), log.expected());
    }

    let log = Log::plain(13, 30_000);
    let folder = tempfile::tempdir().unwrap();
    log.write(folder.path(), 24);
    let expected = log.expected();
    let context = cluster.connect(&log.policy).await;
    let path = folder.path().to_owned();
    for delay in [150, 600, 1_500] {
        let mut executor = cluster.executors.remove(0);
        let killer = tokio::task::spawn_blocking(move || {
            std::thread::sleep(Duration::from_millis(delay));
            executor.kill().unwrap();
            executor.wait().unwrap();
        });
        let (found, killed) = tokio::join!(tokio::time::timeout(PATIENCE, log.figures(&context, &path)), killer);
        killed.unwrap();
        match found.expect("the query neither ended nor failed") {
            Ok(figures) => assert_eq!(figures, expected),
            // A query that fails says so. It has no wrong figure.
            Err(error) => assert!(!error.strip_backtrace().is_empty()),
        }
        // The executor that is left answers.
        let again = tokio::time::timeout(PATIENCE, log.figures(&context, &path)).await.expect("the query does not end");
        assert_eq!(again.unwrap(), expected);
        cluster.add_executor();
    }
}
