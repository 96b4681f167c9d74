//! Computes a deadline on business hours, across a holiday and a pause.
//!
//! `cargo run --example deadline_on_business_hours`

use std::time::Duration;

use case_slo::{CaseFacts, Instant, Policy, instant_of};

/// Runs the example.
pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let policy = Policy::load(include_str!("acme-care.json"))?;

    // Thursday at 3 p.m.: two hours are left, Friday is Good Friday, and two more hours pass on Monday.
    let submitted = instant_of("2026-04-02T15:00", "America/Toronto")?;
    let case = CaseFacts::new("standard", "urgent", submitted);
    let response = &policy.expect(&case)?.targets[0];
    let due = response.due_at.ok_or("the calendar never gets there")?;
    println!("due at {due}");
    assert_eq!(due, Instant::parse("2026-04-06T11:00:00-04:00")?);

    // The same as arithmetic on a calendar, without a case.
    assert_eq!(policy.deadline("office", submitted, Duration::from_secs(4 * 3_600), &[])?, due);
    assert_eq!(policy.elapsed("office", submitted, due, &[])?, Duration::from_secs(4 * 3_600));

    // On Monday at 10 a.m. one hour remains; the timeline shows how the other three were counted.
    let monday = instant_of("2026-04-06T10:00", "America/Toronto")?;
    let response = &policy.evaluate(&case, monday)?.targets[0];
    for segment in &response.timeline {
        println!("{} to {}: {:?}", segment.from, segment.to, segment.kind);
    }
    assert_eq!((response.elapsed_seconds, response.remaining_seconds), (10_800.0, Some(3_600.0)));
    Ok(())
}
