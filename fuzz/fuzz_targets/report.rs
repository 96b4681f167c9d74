//! Logs of cases and of outages take any bytes, in chunks of any size, and lose no row.
#![no_main]

use std::cell::OnceCell;

use case_slo::report::{AvailabilityLog, AvailabilityOptions, Report, ReportOptions};
use case_slo::{Instant, Policy, REFERENCE_POLICY};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static POLICY: OnceCell<Policy> = const { OnceCell::new() };
}

fn as_of() -> Instant {
    Instant::from_millis(1_780_000_000_000).unwrap()
}

fn report(policy: &Policy, zone: bool) -> Report {
    let options = ReportOptions::new(as_of());
    policy.report(&if zone { options.zone("America/Toronto") } else { options }).unwrap()
}

fn availability(policy: &Policy, zone: bool) -> AvailabilityLog {
    let options = AvailabilityOptions::new(as_of());
    policy.availability(&if zone { options.zone("America/Toronto") } else { options }).unwrap()
}

fuzz_target!(|input: (u16, bool, &[u8])| {
    let (chunk, zone, log) = input;
    let chunk = usize::from(chunk).max(1);
    POLICY.with(|policy| {
        let policy = policy.get_or_init(|| Policy::load(REFERENCE_POLICY).expect("the policy that ships loads"));
        let (mut whole, mut parts) = (report(policy, zone), report(policy, zone));
        whole.push(log);
        log.chunks(chunk).for_each(|chunk| {
            parts.push(chunk);
        });
        let (whole, parts) = (whole.finish(), parts.finish());
        assert_eq!(whole, parts, "where the chunks end makes no difference");
        // The rows of a log without a usable header are counted, but not listed one by one.
        let has_columns = !whole.problems.iter().any(|problem| problem.code.as_str() == "missing-column");
        if has_columns && whole.reading.header_row.is_some() {
            let faults: u64 = whole.problems.iter().map(|problem| problem.count).sum();
            let cases = whole.groups.last().map_or(0, |all| all.cases);
            assert!(cases + whole.filtered + faults + whole.reading.replaced_rows >= whole.rows, "every row is evaluated, filtered out, or a problem");
        }

        let (mut whole, mut parts) = (availability(policy, zone), availability(policy, zone));
        whole.push(log);
        log.chunks(chunk).for_each(|chunk| {
            parts.push(chunk);
        });
        let (whole, parts) = (whole.finish(), parts.finish());
        assert_eq!(whole, parts);
        for service in &whole.services {
            assert!(service.availability.is_none_or(|share| (0.0..=1.0).contains(&share)));
            let sum: f64 = service.months.iter().map(|month| month.lost_seconds).sum();
            assert!((sum - service.lost_seconds).abs() < 1e-3, "months add up");
        }
    });
});
