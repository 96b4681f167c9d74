//! Seeded logs of cases as Parquet and as CSV, and the figures of a report and of SQL over them.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use case_slo::report::{ReportOptions, ReportResult};
use case_slo::{Instant, Policy};
use datafusion::arrow::array::{
    ArrayRef, DictionaryArray, RecordBatch, StringArray, TimestampMicrosecondArray, TimestampMillisecondArray,
};
use datafusion::arrow::datatypes::{Field, Int32Type, Schema};
use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::error::Result;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::SessionContext;
use serde_json::Value;

pub const BOREAL: &str = include_str!("../../../policies/boreal-care.json");
const CONDITIONS: &str = include_str!("../../../tests/data/conditions.json");
pub const AS_OF: &str = "2026-03-09T14:30:00Z";
pub const ZONE: &str = "America/Toronto";

/// A policy whose objectives depend on facts, among them the moment of the start.
pub fn conditions() -> String {
    let data: Value = serde_json::from_str(CONDITIONS).unwrap();
    data["policy"].to_string()
}

/// Numbers from a seed.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len() as u64) as usize]
    }
}

/// The log of a test: its policy, measure, and the values that occur.
pub struct Log {
    pub policy: String,
    pub measure: &'static str,
    pub facts: &'static [(&'static str, &'static [&'static str])],
    pub rows: Vec<Case>,
}

/// A case; an empty text is a null.
pub struct Case {
    pub tier: &'static str,
    pub severity: &'static str,
    pub submitted_at: Option<i64>,
    pub stopped_at: Option<i64>,
    pub facts: Vec<&'static str>,
}

impl Log {
    /// A log of a policy without conditions: names as logs have them, some of them wrong, and nulls.
    pub fn plain(seed: u64, rows: usize) -> Self {
        let severities = &["outage", "Severe", "3", "P4", "request", "Mineure", "none", ""];
        Self::new(
            BOREAL.to_owned(),
            "restoration",
            &["essential", "Extended", "complete", "gold", ""],
            severities,
            &[],
            (seed, rows),
        )
    }

    /// A log of a policy with conditions.
    pub fn with_facts(seed: u64, rows: usize) -> Self {
        let facts: &'static [(&str, &[&str])] = &[
            ("country", &["us", "fr", "jp", "", "unknown", "xx"]),
            ("coverage", &["day", "night", ""]),
            ("zone", &["Asia/Tokyo", "America/Denver", "", "Mars/Base"]),
            ("channel", &["phone", "web", ""]),
        ];
        Self::new(conditions(), "respond", &["basic", "top", "calm"], &["high", "mid", "low"], facts, (seed, rows))
    }

    fn new(
        policy: String,
        measure: &'static str,
        tiers: &'static [&'static str],
        severities: &'static [&'static str],
        facts: &'static [(&'static str, &'static [&'static str])],
        (seed, rows): (u64, usize),
    ) -> Self {
        let mut numbers = Numbers(seed);
        let as_of = Instant::parse(AS_OF).unwrap().millis();
        let case = |_| {
            // Many are submitted shortly before the instant of the report, on full minutes, so that targets end right there.
            let span = if numbers.below(2) == 0 { 3 * 1_440 } else { 90 * 1_440 };
            let submitted = as_of - numbers.below(span) as i64 * 60_000;
            let length = if numbers.below(2) == 0 { 300 } else { 6 * 1_440 };
            let stop = submitted + (numbers.below(length) as i64 - 3) * 60_000 + numbers.below(2) as i64 * 250;
            Case {
                tier: numbers.one_of(tiers),
                severity: numbers.one_of(severities),
                submitted_at: (numbers.below(200) > 0).then_some(submitted),
                stopped_at: (numbers.below(4) > 0).then_some(stop),
                facts: facts.iter().map(|(_, values)| numbers.one_of(values)).collect(),
            }
        };
        let rows = (0..rows).map(case).collect();
        Self { policy, measure, facts, rows }
    }

    /// The report of the engine.
    pub fn report(&self) -> ReportResult {
        let mut options = ReportOptions::new(Instant::parse(AS_OF).unwrap()).measure(self.measure).zone(ZONE);
        let mut header = "id,tier,severity,submitted,stopped".to_owned();
        for (name, _) in self.facts {
            header += &format!(",{name}");
            if *name != "channel" {
                options = options.context(*name, *name);
            }
        }
        let mut report = Policy::load(&self.policy).unwrap().report(&options).unwrap();
        report.push(format!("{header}\n").as_bytes());
        let time = |at: Option<i64>| at.map(|at| Instant::from_millis(at).unwrap().to_string()).unwrap_or_default();
        for (id, case) in self.rows.iter().enumerate() {
            let Case { tier, severity, submitted_at, stopped_at, facts } = case;
            let facts: String = facts.iter().map(|fact| format!(",{fact}")).collect();
            let row = format!("{id},{tier},{severity},{},{}{facts}\n", time(*submitted_at), time(*stopped_at));
            report.push(row.as_bytes());
        }
        report.finish()
    }

    /// Writes the log as so many Parquet files to a folder. Tiers are dictionary-encoded.
    pub fn write(&self, folder: &Path, files: usize) {
        for (number, rows) in self.rows.chunks(self.rows.len().div_ceil(files)).enumerate() {
            let some = |text: &&'static str| Some(*text).filter(|text| !text.is_empty());
            let tiers: DictionaryArray<Int32Type> = rows.iter().map(|case| some(&case.tier)).collect();
            let severities: StringArray = rows.iter().map(|case| some(&case.severity)).collect();
            let submitted: TimestampMillisecondArray = rows.iter().map(|case| case.submitted_at).collect();
            let stopped: TimestampMicrosecondArray =
                rows.iter().map(|case| case.stopped_at.map(|stop| stop * 1_000)).collect();
            let mut columns: Vec<(&str, ArrayRef)> = vec![
                ("tier", Arc::new(tiers)),
                ("severity", Arc::new(severities)),
                ("submitted", Arc::new(submitted.with_timezone("UTC"))),
                ("stopped", Arc::new(stopped.with_timezone("+00:00"))),
            ];
            for (at, (name, _)) in self.facts.iter().enumerate() {
                let values: StringArray = rows.iter().map(|case| some(&case.facts[at])).collect();
                columns.push((name, Arc::new(values)));
            }
            let fields: Vec<Field> =
                columns.iter().map(|(name, column)| Field::new(*name, column.data_type().clone(), true)).collect();
            let columns = columns.into_iter().map(|(_, column)| column).collect();
            let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap();
            let file = File::create(folder.join(format!("{number:03}.parquet"))).unwrap();
            let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
            writer.write(&batch).unwrap();
            writer.close().unwrap();
        }
    }

    /// The states and durations of the cases in a folder, as SQL.
    fn evaluated(&self, folder: &Path) -> String {
        let facts: Vec<String> = self.facts.iter().map(|(name, _)| format!("'{name}', {name}")).collect();
        let facts = if facts.is_empty() { String::new() } else { format!(", named_struct({})", facts.join(", ")) };
        let case = format!("'care', '{}', tier, severity, submitted, stopped, '{AS_OF}'{facts}", self.measure);
        format!(
            "SELECT slo_tier('care', tier) AS t, slo_severity('care', severity) AS s, slo_state({case}) AS state,
             slo_duration({case}) AS seconds, to_char(submitted AT TIME ZONE '{ZONE}', '%G-W%V') AS week
             FROM '{}/*.parquet'",
            folder.display()
        )
    }

    /// The figures of SQL over the cases in a folder: by group, by week and group, and the problems.
    pub async fn figures(&self, context: &SessionContext, folder: &Path) -> Result<Figures> {
        let evaluated = self.evaluated(folder);
        let figures =
            "slo_attainment(state) AS a, slo_percentile(seconds, 0.5) AS p50, slo_percentile(seconds, 0.9) AS p90,
             slo_percentile(seconds, 0.95) AS p95";
        let groups = format!("SELECT t, s, {figures} FROM ({evaluated}) GROUP BY t, s");
        let all = format!("SELECT {figures} FROM ({evaluated})");
        let weeks = format!("SELECT week, t, s, slo_attainment(state) AS a FROM ({evaluated}) GROUP BY week, t, s");
        let problems = format!("SELECT slo_problems(state) AS n FROM ({evaluated})");
        let mut found = Figures::default();
        for row in rows(context, &groups).await?.into_iter().chain(rows(context, &all).await?) {
            found.add_group(&row);
        }
        for row in rows(context, &weeks).await? {
            let counts = ["cases", "met", "missed"].map(|name| row["a"][name].as_u64().unwrap());
            if counts[0] > 0 {
                found.weeks.insert((text(&row["week"]), text(&row["t"]), text(&row["s"])), counts);
            }
        }
        found.problems = rows(context, &problems).await?[0]["n"].as_u64().unwrap();
        Ok(found)
    }

    /// The figures of the report.
    pub fn expected(&self) -> Figures {
        let result = self.report();
        let mut expected =
            Figures { problems: result.problems.iter().map(|problem| problem.count).sum(), ..Figures::default() };
        for group in &result.groups {
            let counts = [group.cases, group.met, group.missed, group.running, group.not_stated];
            let (low, high) = group.interval.unzip();
            let [share, low, high] = [group.attainment, low, high].map(|share| share.map(rounded));
            let shares = [share, low, high, group.p50, group.p90, group.p95];
            let key = (group.tier.clone().unwrap_or_default(), group.severity.clone().unwrap_or_default());
            expected.groups.insert(key, (counts, shares));
        }
        for week in result.weeks.iter().filter(|week| week.tier.is_some()) {
            let key = (week.week.clone(), week.tier.clone().unwrap(), week.severity.clone().unwrap());
            expected.weeks.insert(key, [week.cases, week.met, week.missed]);
        }
        expected
    }
}

/// Counts, and shares and percentiles.
type GroupFigures = ([u64; 5], [Option<f64>; 6]);

/// The figures of a log.
#[derive(Debug, Default, PartialEq)]
pub struct Figures {
    /// Tier and severity, both empty over all, to the counts, the share with its interval, and the percentiles.
    pub groups: BTreeMap<(String, String), GroupFigures>,
    /// Week, tier and severity to the cases, those met and those missed.
    pub weeks: BTreeMap<(String, String, String), [u64; 3]>,
    pub problems: u64,
}

impl Figures {
    fn add_group(&mut self, row: &Value) {
        let counts = ["cases", "met", "missed", "running", "not_stated"].map(|name| row["a"][name].as_u64().unwrap());
        // Names that the policy does not have make a group of problems alone.
        if counts[0] == 0 {
            return;
        }
        let [share, low, high] = ["share", "low", "high"].map(|name| row["a"][name].as_f64().map(rounded));
        let [p50, p90, p95] = ["p50", "p90", "p95"].map(|name| row[name].as_f64());
        self.groups.insert((text(&row["t"]), text(&row["s"])), (counts, [share, low, high, p50, p90, p95]));
    }
}

/// A share without its last digits, which JSON does not keep.
fn rounded(share: f64) -> f64 {
    (share * 1e12).round() / 1e12
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The rows of a query over files, as JSON.
pub async fn rows(context: &SessionContext, query: &str) -> Result<Vec<Value>> {
    case_slo_datafusion::query::register_files(context, query, b',').await?;
    let batches = context.sql(query).await?.collect().await?;
    let mut writer = LineDelimitedWriter::new(Vec::new());
    writer.write_batches(&batches.iter().collect::<Vec<_>>())?;
    writer.finish()?;
    let text = String::from_utf8(writer.into_inner()).unwrap();
    Ok(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}
