//! A cluster of one scheduler and two executors gives the figures of a report, also when an executor is killed.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use crate::logs::{Log, rows};
use case_slo_datafusion::{Policies, cluster};
use datafusion::prelude::SessionContext;

/// Time that a cluster has to come up, and a query to end: far more than either takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(180);

/// A cluster on the loopback interface, which ends with the test.
struct Cluster {
    port: u16,
    scheduler: Child,
    executors: Vec<Child>,
    /// Executors that have been started, those that were killed included.
    started: usize,
    folder: tempfile::TempDir,
}

/// A port that is free. Systems give ports of 32768 and above to outgoing connections; this one is lower, so that none of them takes
/// it before a program listens on it.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + (std::process::id() % 1_200) as u16 * 10;
    let mut ports = (0..1_000).map(|_| first + NEXT.fetch_add(1, Ordering::Relaxed) % 500);
    ports.find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()).expect("a free port")
}

/// Starts a program with its options and waits until it listens on a port of its own. Another program may take the port first: it
/// then starts again with other ones.
fn start(program: &str, log: &Path, options: impl Fn(u16) -> Vec<(&'static str, String)>) -> (Child, u16) {
    for _ in 0..5 {
        let port = free_port();
        let options = options(port).into_iter().flat_map(|(name, value)| [name.to_owned(), value]);
        let log = std::fs::File::create(log).unwrap();
        let mut child = Command::new(program).args(options).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let begin = Instant::now();
        while child.try_wait().unwrap().is_none() {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return (child, port);
            }
            if begin.elapsed() > PATIENCE {
                let _ = child.kill().and_then(|()| child.wait());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    panic!("{program} does not start: {}", std::fs::read_to_string(log).unwrap_or_default());
}

impl Cluster {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("scheduler.log");
        let (scheduler, port) = start(env!("CARGO_BIN_EXE_case-slo-scheduler"), &log, |port| {
            vec![
                ("--bind-host", "127.0.0.1".to_owned()),
                ("--bind-port", port.to_string()),
                // A dead executor is noticed within seconds; one that lives has time on a busy machine.
                ("--executor-timeout-seconds", "8".to_owned()),
                ("--expire-dead-executor-interval-seconds", "1".to_owned()),
                ("--log-level-setting", "WARN".to_owned()),
            ]
        });
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
        let log = self.folder.path().join(format!("executor-{number}.log"));
        let (executor, _) = start(env!("CARGO_BIN_EXE_case-slo-executor"), &log, |port| {
            vec![
                ("--scheduler-host", "127.0.0.1".to_owned()),
                ("--scheduler-port", self.port.to_string()),
                ("--bind-host", "127.0.0.1".to_owned()),
                ("--external-host", "127.0.0.1".to_owned()),
                ("--bind-port", port.to_string()),
                ("--bind-grpc-port", free_port().to_string()),
                ("--work-dir", work.display().to_string()),
                ("--vcores", "1".to_owned()),
                ("--executor-heartbeat-interval-seconds", "1".to_owned()),
                ("--log-level-setting", "WARN".to_owned()),
            ]
        });
        self.executors.push(executor);
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
        // The clock of the cluster has a zone.
        let elapsed = "SELECT slo_elapsed('care', 'always', '2026-02-03T07:14:00Z', now()) > 0 AS is_later";
        assert_eq!(rows(&context, elapsed).await.unwrap()[0]["is_later"], true);
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
