//! Reports how often a service met its objectives, by a log of cases.
//!
//! `cargo run --example report_on_a_log`

use std::io::Read;

use case_slo::report::{CaseColumns, ReportOptions, ReportResult};
use case_slo::{Instant, Policy};

const CASES: &str = "\
Ticket;Plan;Severity;Opened;First response
T-1;premium;critical;2026-02-03T07:14:00Z;2026-02-03T07:20:00Z
T-2;premium;low;2026-02-03T09:00:00Z;2026-02-03T11:30:00Z
T-3;enhanced;P2;2026-02-03T10:00:00Z;
T-4;enhanced;low;yesterday;
";

/// Runs the example.
pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let result = report(CASES.as_bytes())?;
    for group in &result.groups {
        let name = match (&group.tier, &group.severity) {
            (Some(tier), Some(severity)) => format!("{tier}, {severity}"),
            _ => "all".to_owned(),
        };
        let attainment = group.attainment.map_or("no figure".to_owned(), |share| format!("{:.1} %", share * 100.0));
        println!("{name}: {} cases, {attainment}", group.cases);
    }
    for problem in &result.problems {
        println!("{}: {} rows, the first: {}", problem.code.as_str(), problem.count, problem.first[0].message);
    }
    let coverage = result.coverage.ok_or("the log has no rows")?;
    println!("These figures rest on {:.1} % of the rows.", coverage * 100.0);

    let all = result.groups.last().ok_or("one group is over all cases")?;
    assert_eq!((all.cases, all.met, all.missed), (3, 1, 2));
    assert_eq!((result.problems[0].code.as_str(), coverage), ("invalid-instant", 0.75));
    Ok(())
}

/// Reads a log in chunks: a file or a socket will do as well as a text.
fn report(mut log: impl Read) -> Result<ReportResult, Box<dyn std::error::Error>> {
    let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?)
        .columns(CaseColumns::default().id("Ticket").submitted_at("Opened"));
    let mut report = Policy::reference().report(&options)?;
    let mut chunk = vec![0; 1 << 18];
    loop {
        match log.read(&mut chunk)? {
            0 => return Ok(report.finish()),
            length => report.push(&chunk[..length]),
        };
    }
}
