//! SQL in one process gives the figures of a report, group by group and week by week.

use std::sync::Arc;

use crate::logs::Log;
use case_slo_datafusion::{Policies, register};
use datafusion::prelude::{SessionConfig, SessionContext};

async fn agrees(log: &Log, partitions: usize) {
    let folder = tempfile::tempdir().unwrap();
    log.write(folder.path(), 5);
    let policies = Policies::new().with("care", &log.policy).unwrap();
    let config = SessionConfig::new().with_target_partitions(partitions).with_batch_size(700);
    let context = SessionContext::new_with_config(config);
    register(&context, &Arc::new(policies));
    let expected = log.expected();
    assert!(expected.groups.len() > 6 && expected.weeks.len() > 40 && expected.problems > 50, "{expected:?}");
    assert_eq!(log.figures(&context, folder.path()).await.unwrap(), expected);
}

#[tokio::test]
async fn a_log_has_the_figures_of_its_report() {
    for (seed, partitions) in [(1, 1), (2, 4)] {
        agrees(&Log::plain(seed, 6_000), partitions).await;
    }
}

#[tokio::test]
async fn a_log_with_facts_has_the_figures_of_its_report() {
    for (seed, partitions) in [(3, 1), (4, 4)] {
        agrees(&Log::with_facts(seed, 6_000), partitions).await;
    }
}
