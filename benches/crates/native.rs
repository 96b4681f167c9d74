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

        let deadline = |contender| Case { calendar: id, contender, operation: "deadline", expected: &columns.dues };
        let elapsed = |contender| Case { calendar: id, contender, operation: "elapsed", expected: &columns.elapsed };
        let Columns { starts, seconds, ends, .. } = &columns;

        whole(&deadline("case-slo"), || policy.deadlines(id, starts, seconds).expect("deadlines"));
        whole(&elapsed("case-slo"), || policy.elapsed_all(id, starts, ends).expect("elapsed time"));

        let schedule = workclock::schedule(zone, &holidays).expect("a schedule");
        each(&deadline("workclock"), 1, starts, seconds, |start, seconds| {
            workclock::deadline(&schedule, start, seconds)
        });
        each(&elapsed("workclock"), 1, starts, ends, |start, end| workclock::elapsed(&schedule, start, end));

        let schedule = ule(zone, &holidays);
        let at = |millis: f64| Timestamp::from_millisecond(millis as i64).unwrap();
        each(&deadline("ule-hours"), 10, starts, seconds, |start, seconds| {
            let due = schedule.add(at(start), SignedDuration::from_secs(seconds as i64));
            due.map_or(f64::NAN, |due| due.as_millisecond() as f64)
        });
        each(&elapsed("ule-hours"), 10, starts, ends, |start, end| schedule.between(at(start), at(end)).as_secs_f64());
    }
}

fn ule(zone: &str, holidays: &[i32]) -> ule_hours::Schedule {
    let hours = ule_hours::Schedule::builder(zone).and_then(|builder| builder.mon_fri("09:00-12:00, 13:00-18:00"));
    let epoch = Date::constant(1970, 1, 1);
    let close =
        |builder: ule_hours::Builder, days: &i32| builder.closed_on(epoch.saturating_add(Span::new().days(*days)));
    holidays.iter().fold(hours.expect("opening hours"), close).build()
}

/// The rows of a slice: a millisecond or so of what is slow.
const SLICE: usize = 250;

/// Every `step`-th row of two columns, answered slice by slice; the fastest run of each slice counts, so that what else
/// the machine does disturbs what is slow no more than what is fast.
fn each(case: &Case, step: usize, one: &[f64], other: &[f64], answer: impl Fn(f64, f64) -> f64) {
    let rows: Vec<(f64, f64)> = one.iter().copied().zip(other.iter().copied()).step_by(step).collect();
    let answers: Vec<f64> = rows.iter().map(|(one, other)| answer(*one, *other)).collect();
    let run = |slice: &[(f64, f64)]| {
        black_box(black_box(slice).iter().map(|(one, other)| answer(*one, *other)).sum::<f64>());
    };
    case.print(fastest(&rows.chunks(SLICE).collect::<Vec<_>>(), |slice| run(slice)), &answers, step);
}

/// A whole column at once.
fn whole(case: &Case, run: impl Fn() -> Vec<f64>) {
    case.print(fastest(&[()], |()| drop(black_box(run()))), &run(), 1);
}

/// Nanoseconds of all parts together, each in its fastest run.
fn fastest<T: Copy>(parts: &[T], run: impl Fn(T)) -> f64 {
    let mut fastest = vec![f64::INFINITY; parts.len()];
    let began = Instant::now();
    for round in 0.. {
        if round >= 4 && began.elapsed().as_secs_f64() > 0.8 {
            break;
        }
        for (part, best) in parts.iter().zip(&mut fastest) {
            let start = Instant::now();
            run(*part);
            *best = best.min(start.elapsed().as_secs_f64() * 1e9);
        }
    }
    fastest.iter().sum()
}

/// What is measured, and the right answers.
struct Case<'a> {
    calendar: &'a str,
    contender: &'a str,
    operation: &'a str,
    expected: &'a [f64],
}

impl Case<'_> {
    fn print(&self, nanoseconds: f64, answers: &[f64], step: usize) {
        let Self { calendar, contender, operation, expected } = self;
        let differing = answers.iter().zip(expected.iter().step_by(step)).filter(|(one, other)| one != other).count();
        println!(
            "{{\"calendar\":\"{calendar}\",\"contender\":\"{contender}\",\"operation\":\"{operation}\",\"ns\":{:.2},\"rows\":{},\"differing\":{differing}}}",
            nanoseconds / answers.len() as f64,
            answers.len(),
        );
    }
}
