//! How often a service met its objectives, by a log of cases.
//!
//! `cargo run --example attainment -- cases.csv`; without a file, a log of three cases.

use std::io::{Read, Write};

use case_slo::report::{CaseColumns, ReportOptions};
use case_slo::{Instant, Policy};

const CASES: &str = "\
Ticket;Plan;Severity;Opened;First response
T-1;premium;critical;2026-02-03T07:14:00Z;2026-02-03T07:20:00Z
T-2;premium;low;2026-02-03T09:00:00Z;2026-02-03T11:30:00Z
T-3;enhanced;P2;2026-02-03T10:00:00Z;
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let policy = Policy::reference();
    let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?)
        .zone("America/Toronto")
        .columns(CaseColumns::default().id("Ticket").submitted_at("Opened"));
    let mut report = policy.report(&options)?;
    match std::env::args().nth(1) {
        Some(path) => {
            let mut file = std::fs::File::open(path)?;
            let mut chunk = vec![0; 1 << 18];
            loop {
                let length = file.read(&mut chunk)?;
                if length == 0 {
                    break;
                }
                report.push(&chunk[..length]);
            }
        }
        None => {
            report.push(CASES.as_bytes());
        }
    }
    let result = report.finish();
    let mut out = std::io::stdout().lock();
    for group in &result.groups {
        let name = group.tier.as_deref().zip(group.severity.as_deref());
        let name = name.map_or("all".to_owned(), |(tier, severity)| format!("{tier}, {severity}"));
        let attainment = group.attainment.map_or("no figure".to_owned(), |share| format!("{:.1} %", share * 100.0));
        writeln!(out, "{name}: {} cases, {attainment}", group.cases)?;
    }
    for problem in &result.problems {
        writeln!(out, "{}: {} rows", problem.code.as_str(), problem.count)?;
    }
    if let Some(coverage) = result.coverage.filter(|coverage| *coverage < 1.0) {
        writeln!(out, "These figures rest on {:.1} % of the rows.", coverage * 100.0)?;
    }
    Ok(())
}
