//! The native half of the benchmark: the engine, workclock and ule-hours on the columns that a folder holds.
//!
//! Prints one line of JSON a calendar, contender and operation.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use case_slo_benches as workclock;
use ule_hours::jiff::civil::Date;
use ule_hours::jiff::{SignedDuration, Span, Timestamp};

/// One calendar's share of the workload, and the answers to hold others against.
struct Columns {
    starts: Vec<f64>,
    seconds: Vec<f64>,
    ends: Vec<f64>,
    dues: Vec<f64>,
    elapsed: Vec<f64>,
}

fn numbers(path: &Path) -> Vec<f64> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    bytes.chunks_exact(8).map(|chunk| f64::from_le_bytes(chunk.try_into().unwrap())).collect()
}

fn main() {
    let folder = std::env::args().nth(1).expect("the folder of the workload");
    let text = std::fs::read_to_string(Path::new(&folder).join("policy.json")).expect("policy.json");
    let policy = case_slo::Policy::load(&text).expect("a policy without errors");
    for (id, zone) in [("paris", "Europe/Paris"), ("toronto", "America/Toronto")] {
        let read = |name: &str| numbers(&Path::new(&folder).join(format!("{id}.{name}")));
        let columns = Columns {
            starts: read("starts"),
            seconds: read("seconds"),
            ends: read("ends"),
            dues: read("dues"),
            elapsed: read("elapsed"),
        };
        let holidays: Vec<i32> = read("holidays").into_iter().map(|day| day as i32).collect();

        measure(id, "case-slo", "deadline", &columns.dues, 1, |_| {
            policy.deadlines(id, &columns.starts, &columns.seconds).unwrap()
        });
        measure(id, "case-slo", "elapsed", &columns.elapsed, 1, |_| {
            policy.elapsed_all(id, &columns.starts, &columns.ends).unwrap()
        });

        let schedule = workclock::schedule(zone, &holidays).expect("a schedule");
        measure(id, "workclock", "deadline", &columns.dues, 1, |step| {
            each(&columns.starts, &columns.seconds, step, |start, seconds| {
                workclock::deadline(&schedule, start, seconds)
            })
        });
        measure(id, "workclock", "elapsed", &columns.elapsed, 1, |step| {
            each(&columns.starts, &columns.ends, step, |start, end| workclock::elapsed(&schedule, start, end))
        });

        let schedule = ule(zone, &holidays);
        let at = |millis: f64| Timestamp::from_millisecond(millis as i64).unwrap();
        measure(id, "ule-hours", "deadline", &columns.dues, 10, |step| {
            each(&columns.starts, &columns.seconds, step, |start, seconds| {
                let due = schedule.add(at(start), SignedDuration::from_secs(seconds as i64));
                due.map_or(f64::NAN, |due| due.as_millisecond() as f64)
            })
        });
        measure(id, "ule-hours", "elapsed", &columns.elapsed, 10, |step| {
            each(&columns.starts, &columns.ends, step, |start, end| schedule.between(at(start), at(end)).as_secs_f64())
        });
    }
}

fn ule(zone: &str, holidays: &[i32]) -> ule_hours::Schedule {
    let hours = ule_hours::Schedule::builder(zone).and_then(|builder| builder.mon_fri("09:00-12:00, 13:00-18:00"));
    let epoch = Date::constant(1970, 1, 1);
    let close =
        |builder: ule_hours::Builder, days: &i32| builder.closed_on(epoch.saturating_add(Span::new().days(*days)));
    holidays.iter().fold(hours.expect("opening hours"), close).build()
}

fn each(one: &[f64], other: &[f64], step: usize, answer: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    one.iter().zip(other).step_by(step).map(|(one, other)| answer(*one, *other)).collect()
}

/// The fastest of several rounds over every `step`-th row, with the rows whose answer differs.
fn measure(id: &str, contender: &str, operation: &str, expected: &[f64], step: usize, run: impl Fn(usize) -> Vec<f64>) {
    let answers = run(step);
    let differing = answers.iter().zip(expected.iter().step_by(step)).filter(|(one, other)| one != other).count();
    let began = Instant::now();
    let mut fastest = f64::INFINITY;
    let mut rounds = 0;
    while rounds < 3 || began.elapsed().as_secs_f64() < 0.5 {
        let round = Instant::now();
        black_box(run(black_box(step)));
        fastest = fastest.min(round.elapsed().as_secs_f64() * 1e9 / answers.len() as f64);
        rounds += 1;
    }
    println!(
        "{{\"calendar\":\"{id}\",\"contender\":\"{contender}\",\"operation\":\"{operation}\",\"ns\":{fastest:.2},\"rows\":{},\"differing\":{differing}}}",
        answers.len(),
    );
}
