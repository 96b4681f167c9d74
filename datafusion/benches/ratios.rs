//! Rows a second of the functions, as ratios of one run: on one core and two, against DataFusion's own date arithmetic, and against
//! the same evaluation as SQL over a table of days. `cargo bench --no-default-features -- 100` takes 100 million rows.

use std::fmt::Write;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use case_slo::{Policy, instant_of};
use case_slo_datafusion::{Policies, register};
use datafusion::arrow::array::{ArrayRef, DictionaryArray, RecordBatch, TimestampMillisecondArray};
use datafusion::arrow::datatypes::{Field, Int8Type, Schema};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::error::Result;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};

const POLICY: &str = include_str!("../../examples/acme-care.json");
/// Later than every stop: the table of days has no cases that run.
const AS_OF: &str = "2027-02-01T00:00:00Z";
const FILES: usize = 8;

/// 2026-01-01T00:00:00Z, and a year, in milliseconds.
const FIRST: i64 = 1_767_225_600_000;
const YEAR: i64 = 365 * 86_400_000;

fn main() -> Result<()> {
    let millions = std::env::args().filter_map(|arg| arg.parse::<f64>().ok()).next().unwrap_or(10.0);
    let rows = (millions * 1e6) as usize;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cases-{millions}"));
    write(&folder, rows)?;
    println!("{millions} million rows, {} MB of Parquet", size(&folder) >> 20);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        for cores in [1, 2] {
            measure(&folder, rows, cores).await?;
        }
        Ok(())
    })
}

/// The queries, each with its name.
fn queries() -> [(&'static str, String); 5] {
    let zone = "America/Toronto";
    let state = format!("slo_state('care', 'initial-response', tier, severity, submitted, stopped, '{AS_OF}')");
    let open = |at: &str, day: &str| {
        format!("{day}.before + least(greatest(arrow_cast({at}, 'Int64') - {day}.opens, 0), {day}.length)")
    };
    let day = |at: &str| format!("CAST({at} AT TIME ZONE '{zone}' AS DATE)");
    // An aggregate that needs every row: the statistics of the files answer a maximum, or spare most of its rows.
    let every = |instant: &str| {
        let all = |at: &str| format!("bit_xor(CAST({at} AS BIGINT))");
        format!("SELECT {}, {} FROM cases", all(instant), all("stopped"))
    };
    let days = format!(
        "SELECT severity, sum(CASE WHEN elapsed < most THEN 1 ELSE 0 END) AS met, sum(CASE WHEN elapsed < most THEN 0 ELSE 1 END) AS missed
         FROM (
           SELECT severity, CASE severity WHEN 'urgent' THEN 14400000 ELSE 57600001 END AS most,
             ({}) - ({}) AS elapsed
           FROM cases JOIN days AS s ON s.day = {} JOIN days AS e ON e.day = {}
         ) GROUP BY severity ORDER BY severity",
        open("stopped", "e"),
        open("submitted", "s"),
        day("submitted"),
        day("stopped"),
    );
    let attainment = format!(
        "SELECT severity, a['met'] AS met, a['missed'] AS missed
         FROM (SELECT severity, slo_attainment({state}) AS a FROM cases GROUP BY severity) ORDER BY severity"
    );
    [
        ("read the instants", every("submitted")),
        ("submitted + INTERVAL '4 hours'", every("submitted + INTERVAL '4 hours'")),
        ("slo_due", every("slo_due('care', tier, severity, submitted)")),
        ("slo_state and slo_attainment", attainment),
        ("the same over a table of days", days),
    ]
}

async fn measure(folder: &Path, rows: usize, cores: usize) -> Result<()> {
    let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(cores));
    register(&context, &Arc::new(Policies::new().with("care", POLICY)?));
    context.register_parquet("cases", &folder.to_string_lossy(), ParquetReadOptions::default()).await?;
    context.sql(&days()).await?.collect().await?;
    println!("\n{cores} core(s): best of three");
    let mut figures = Vec::new();
    for (name, query) in queries() {
        let mut best = f64::INFINITY;
        let mut shown = String::new();
        for _ in 0..3 {
            let begin = Instant::now();
            let batches = context.sql(&query).await?.collect().await?;
            best = best.min(begin.elapsed().as_secs_f64());
            shown = pretty_format_batches(&batches)?.to_string();
        }
        println!("{name:32} {best:7.2} s {:8.2} million rows a second", rows as f64 / best / 1e6);
        if name.contains("days") || name.contains("state") {
            figures.push(shown);
        }
    }
    assert_eq!(figures[0], figures[1], "both find the same figures");
    println!("peak memory of the process: {} MB", peak_memory() >> 10);
    Ok(())
}

/// The table of days: hours of each local date, and the open time before it, in milliseconds.
fn days() -> String {
    let policy = Policy::load(POLICY).expect("the policy of the examples loads");
    let mut values = String::new();
    let mut before = 0;
    for number in 0..366 + 40 {
        let date =
            datafusion::arrow::temporal_conversions::date32_to_datetime((FIRST / 86_400_000) as i32 - 1 + number);
        let date = date.expect("a date of this century").format("%Y-%m-%d").to_string();
        let at = |time: &str| instant_of(&format!("{date}T{time}"), "America/Toronto").expect("a local time");
        let (opens, closes) = (at("09:00"), at("17:00"));
        let length = policy.elapsed("office", opens, closes, &[]).expect("a calendar of the policy").as_millis();
        let comma = if values.is_empty() { "" } else { ", " };
        write!(values, "{comma}(DATE '{date}', {}, {length}, {before})", opens.millis()).expect("a text");
        before += length;
    }
    format!("CREATE TABLE days AS SELECT * FROM (VALUES {values}) AS t(day, opens, length, before)")
}

/// Writes the cases, unless they are there.
fn write(folder: &PathBuf, rows: usize) -> Result<()> {
    if folder.join("done").exists() {
        return Ok(());
    }
    std::fs::create_dir_all(folder)?;
    let mut seed = 1_u64;
    let mut below = |most: i64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as i64 % most
    };
    for number in 0..FILES {
        let batch = |rows: usize, below: &mut dyn FnMut(i64) -> i64| {
            let submitted: Vec<i64> = (0..rows).map(|_| FIRST + below(YEAR / 1_000) * 1_000).collect();
            let stopped: Vec<i64> = submitted.iter().map(|at| at + below(6 * 86_400) * 1_000).collect();
            let severities: DictionaryArray<Int8Type> =
                (0..rows).map(|_| if below(3) == 0 { "urgent" } else { "normal" }).collect();
            let tiers: DictionaryArray<Int8Type> = (0..rows).map(|_| "standard").collect();
            let instants = |millis: Vec<i64>| Arc::new(TimestampMillisecondArray::from(millis).with_timezone("UTC"));
            let columns: [(&str, ArrayRef); 4] = [
                ("tier", Arc::new(tiers)),
                ("severity", Arc::new(severities)),
                ("submitted", instants(submitted)),
                ("stopped", instants(stopped)),
            ];
            let field = |(name, column): &(&str, ArrayRef)| Field::new(*name, column.data_type().clone(), true);
            let schema = Schema::new(columns.iter().map(field).collect::<Vec<_>>());
            RecordBatch::try_new(Arc::new(schema), columns.into_iter().map(|(_, column)| column).collect())
        };
        let mut writer = None;
        let mut rest = rows / FILES;
        while rest > 0 {
            let some = rest.min(500_000);
            let batch = batch(some, &mut below)?;
            if writer.is_none() {
                let file = File::create(folder.join(format!("{number}.parquet")))?;
                writer = Some(ArrowWriter::try_new(file, batch.schema(), None)?);
            }
            if let Some(writer) = &mut writer {
                writer.write(&batch)?;
            }
            rest -= some;
        }
        if let Some(writer) = writer {
            writer.close()?;
        }
    }
    File::create(folder.join("done"))?;
    Ok(())
}

/// Bytes of the files.
fn size(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|file| Some(file.metadata().ok()?.len())).sum()
}

/// The most memory that the process has had, in kilobytes; zero where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
