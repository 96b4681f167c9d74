//! Bounds on what is read, so that no input makes the work grow beyond measure.
//!
//! They are checked before anything else is looked at. docs/diagnostics.md lists them.

use super::node::{Member, Node, Value};
use super::pointer::Pointer;
use super::shorten;
use crate::diagnostic::Findings;
use crate::sentence::{Sentence, sentence};
use crate::{Diagnostic, Level};

/// Largest policy text in bytes: 1 MiB.
///
/// # Examples
///
/// ```
/// use case_slo::Policy;
/// use case_slo::policy::MAX_POLICY_BYTES;
///
/// let refused = Policy::load(&" ".repeat(MAX_POLICY_BYTES + 1)).unwrap_err();
/// assert_eq!(refused.diagnostics()[0].code, "limit-exceeded");
/// ```
pub const MAX_POLICY_BYTES: usize = 1 << 20;
/// Largest single text in bytes: 64 KiB.
pub const MAX_TEXT_BYTES: usize = 64 << 10;
/// Largest id, or key of an object, in bytes.
pub const MAX_ID_BYTES: usize = 200;
/// Most entries of a list, or members of an object, without a limit of its own. `docs/diagnostics.md` lists those that have one.
pub const MAX_ENTRIES: usize = 2_000;
/// Most findings that are listed; one more then says how many are not.
pub const MAX_FINDINGS: usize = 1_000;

/// Lists and objects with limits of their own: where they stand (`*` is any entry), whose they are, what is in them, and
/// how many.
const MOST: [(&str, &str, &str, usize); 26] = [
    ("/languages", "a policy", "languages", 32),
    ("/tiers", "a policy", "tiers", 100),
    ("/severities", "a policy", "severities", 63),
    ("/questions", "a policy", "questions", 64),
    ("/questions/*/options", "a question", "options", 64),
    ("/context", "a policy", "context questions", 100),
    ("/context/*/options", "a context question", "options", 64),
    ("/classification/rules", "a classification", "rules", 2_000),
    ("/calendars", "a policy", "calendars", 100),
    ("/calendars/*/weekly/*", "a weekday", "intervals", 48),
    ("/calendars/*/special/*", "a special day", "intervals", 48),
    ("/calendars/*/holidays", "a calendar", "holidays", 4_000),
    ("/calendars/*/special", "a calendar", "special days", 4_000),
    ("/holidaySets", "a policy", "holiday sets", 100),
    ("/holidaySets/*/days", "a holiday set", "holidays", 4_000),
    ("/events", "a policy", "events", 100),
    ("/measures", "a policy", "measures", 100),
    ("/goals", "a policy", "goals", 100),
    ("/objectives", "a policy", "objectives", 10_000),
    ("/objectives/*/tiers", "an objective", "tiers", 100),
    ("/objectives/*/severities", "an objective", "severities", 63),
    ("/channels", "a policy", "channels", 100),
    ("/advice", "a policy", "pieces of advice", 2_000),
    ("/features", "a policy", "features", 2_000),
    ("/clauses", "a policy", "clauses", 2_000),
    ("/glossary", "a policy", "terms", 2_000),
];

/// Most intervals in the weeks of all calendars together, a range counted once for each of its weekdays: what a timeline of all
/// years holds follows from them.
const MAX_WEEKLY_INTERVALS: usize = 1_000;
/// Most holidays of all calendars together, those of sets counted in each calendar that names them.
const MAX_HOLIDAYS: usize = 10_000;

/// The least of all limits on entries: shorter lists need not be compared.
const LEAST: usize = 32;

/// The finding about a policy text that is too large, before any of it is read.
pub(crate) fn oversized(text: &str) -> Option<Diagnostic> {
    (text.len() > MAX_POLICY_BYTES).then(|| exceeded("", "a policy text", MAX_POLICY_BYTES, "bytes", text.len()))
}

/// Adds every limit that a document exceeds. Nothing below what exceeds one is looked at.
pub(crate) fn excesses(document: &Node, found: &mut Findings) {
    walk(document, &mut Pointer::default(), found);
    if !found.is_empty() {
        return;
    }
    let (mut intervals, mut holidays) = (0, 0);
    for Member { node: calendar, .. } in document.member("calendars").members() {
        intervals +=
            calendar.member("weekly").members().iter().map(|day| days_in(&day.key) * day.node.len()).sum::<usize>();
        holidays += calendar.member("holidays").items().iter().map(|day| holidays_in(document, day)).sum::<usize>();
    }
    for (things, most, count) in
        [("intervals a week", MAX_WEEKLY_INTERVALS, intervals), ("holidays", MAX_HOLIDAYS, holidays)]
    {
        if count > most {
            found.push(exceeded("/calendars", "all calendars together", most, things, count));
        }
    }
}

/// How many weekdays a key of weekly hours names.
fn days_in(key: &str) -> usize {
    let day = |name| ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().position(|known| *known == name);
    let range = key.split_once('-').and_then(|(first, last)| Some((day(first)?, day(last)?)));
    range.map_or(1, |(first, last)| (last + 7 - first) % 7 + 1)
}

/// How many holidays an entry of a calendar stands for: those of the set that it names, else one.
fn holidays_in(document: &Node, holiday: &Node) -> usize {
    let set = holiday.text().strip_prefix('@').map(|name| document.member("holidaySets").member(name));
    set.map_or(1, |set| set.member("days").len().max(1))
}

fn walk(node: &Node, at: &mut Pointer, found: &mut Findings) {
    let length = node.len();
    if length > LEAST {
        let (owner, things, most) = limit_at(at.as_str());
        if length > most {
            found.add(Level::Error, || exceeded(at.as_str(), owner, most, things, length));
            return;
        }
    }
    match &node.value {
        Value::Text(text) => {
            // The author's own data may have an "id" that is a text.
            let is_own = ["/exports/", "/examples/"].iter().any(|place| at.as_str().starts_with(place));
            let is_id = at.as_str().ends_with("/id") && !is_own;
            let (what, most) = if is_id { ("an id", MAX_ID_BYTES) } else { ("a text", MAX_TEXT_BYTES) };
            if text.len() > most {
                found.add(Level::Error, || exceeded(at.as_str(), what, most, "bytes", text.len()));
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                at.within(index, |at| walk(item, at, found));
            }
        }
        Value::Object(object) => {
            let repeated = object.repeated.iter().map(|(key, key_at)| (key, *key_at, None));
            let members = node.members().iter().map(|member| (&member.key, member.key_at, Some(&member.node)));
            for (key, key_at, node) in members.chain(repeated) {
                if key.len() > MAX_ID_BYTES {
                    found.add(Level::Error, || {
                        let what = sentence!("the key \"{}\"", shorten(key));
                        exceeded(at.as_str(), what, MAX_ID_BYTES, "bytes", key.len()).at_offset(key_at)
                    });
                } else if let Some(node) = node {
                    at.within(key.as_str(), |at| walk(node, at, found));
                }
            }
        }
        _ => {}
    }
}

/// The owner of the list, its entries, and the largest number of them.
fn limit_at(pointer: &str) -> (&'static str, &'static str, usize) {
    let is_at = |pattern: &str| {
        let (mut steps, mut wanted) = (pointer.split('/'), pattern.split('/'));
        loop {
            match (steps.next(), wanted.next()) {
                (None, None) => return true,
                (Some(step), Some(name)) if name == "*" || name == step => {}
                _ => return false,
            }
        }
    };
    let own = MOST.into_iter().find(|(pattern, ..)| is_at(pattern));
    own.map_or(("a list or an object", "entries", MAX_ENTRIES), |(_, owner, things, most)| (owner, things, most))
}

fn exceeded(path: &str, owner: impl Into<Sentence>, most: usize, things: &'static str, found: usize) -> Diagnostic {
    let message = sentence!("{} may have at most {} {}, found {}", owner.into(), most, Sentence::from(things), found);
    Diagnostic::error("limit-exceeded", path, message)
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;
    use crate::policy::json::parse;

    fn findings(text: &str) -> Vec<(String, String)> {
        let mut found = Findings::default();
        excesses(&parse(text).unwrap(), &mut found);
        found.into_list().into_iter().map(|finding| (finding.path, finding.message)).collect()
    }

    /// A document with so many entries at a place.
    fn document(pattern: &str, entries: usize) -> String {
        let mut text = format!("[{}]", vec!["1"; entries].join(","));
        for step in pattern.split('/').skip(1).collect::<Vec<_>>().into_iter().rev() {
            text = if step == "*" { format!("[{text}]") } else { format!("{{\"{step}\": {text}}}") };
        }
        text
    }

    #[test]
    fn every_list_has_a_limit_and_the_finding_says_how_many_there_are() {
        let other = ("/exports/*/*", "a list or an object", "entries", MAX_ENTRIES);
        for (pattern, owner, things, most) in MOST.into_iter().chain([other]) {
            assert_eq!(findings(&document(pattern, most)), []);
            let found = findings(&document(pattern, most + 1));
            let message = format!("{owner} may have at most {most} {things}, found {}", most + 1);
            assert_eq!(found, [(pattern.replace('*', "0"), message)]);
        }
    }

    #[test]
    fn the_hours_and_holidays_of_all_calendars_have_a_limit_together() {
        let calendars = |member: &str| {
            let calendars: Vec<String> = (0..10).map(|at| format!("\"c{at}\": {{{member}}}")).collect();
            format!("{{{}}}", calendars.join(","))
        };
        let day = |key: &str, intervals: usize| format!("\"{key}\": [{}]", vec!["1"; intervals].join(","));
        let week = |days: &str| format!("{{\"calendars\": {}}}", calendars(&format!("\"weekly\": {{{days}}}")));
        assert_eq!(findings(&week(&day("mon-fri", 20))), []);
        let message = "all calendars together may have at most 1000 intervals a week, found 1010";
        let once = |message: &str| vec![("/calendars".to_owned(), message.to_owned())];
        assert_eq!(findings(&week(&[day("mon-fri", 20), day("sun", 1)].join(","))), once(message));
        assert_eq!(findings(&week(&day("sat-mon", 33))), []);
        assert_eq!(findings(&week(&day("sun-thu", 21)))[0].1.split(' ').next_back(), Some("1050"));

        let holidays = |list: &str, days: usize| {
            let calendars = calendars(&format!("\"holidays\": [{list}]"));
            let days = vec!["1"; days].join(",");
            format!("{{\"holidaySets\": {{\"a\": {{\"days\": [{days}]}}}}, \"calendars\": {calendars}}}")
        };
        assert_eq!(findings(&holidays("\"@a\", \"@ca-qc\"", 999)), []);
        let message = "all calendars together may have at most 10000 holidays, found 10010";
        assert_eq!(findings(&holidays("\"@a\", \"2026-12-24\"", 1_000)), once(message));
    }

    /// The policies that ship, the examples, and descriptions of other services.
    fn real_policies() -> Vec<(String, String)> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = ["policies", "examples", "tests/data/descriptions"].map(|folder| root.join(folder));
        let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
        let files =
            entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "json"));
        let texts = files.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        texts.filter(|(_, text)| text.contains("\"severities\"") && !text.contains("\"$defs\"")).collect()
    }

    #[test]
    fn real_policies_stay_ten_times_below_the_limits() {
        fn longest(node: &Node, at: &mut Pointer, name: &str) {
            let (owner, things, most) = limit_at(at.as_str());
            assert!(node.len() * 10 <= most, "{name}: {} {things} of {owner} at {}", node.len(), at.as_str());
            node.items().iter().enumerate().for_each(|(index, item)| at.within(index, |at| longest(item, at, name)));
            for member in node.members() {
                at.within(member.key.as_str(), |at| longest(&member.node, at, name));
            }
        }
        let policies = real_policies();
        assert!(policies.len() >= 3, "{} policies", policies.len());
        for (name, text) in policies {
            assert!(text.len() * 10 <= MAX_POLICY_BYTES, "{name}");
            let node = parse(&text).unwrap();
            longest(&node, &mut Pointer::default(), &name);
            let weeks = node.member("calendars").members().iter().map(|member| member.node.member("weekly"));
            let intervals: usize = weeks.flat_map(Node::members).map(|day| days_in(&day.key) * day.node.len()).sum();
            assert!(intervals * 10 <= MAX_WEEKLY_INTERVALS, "{name}: {intervals} intervals");
        }
    }

    #[test]
    fn the_least_limit_is_the_least() {
        assert_eq!(MOST.iter().map(|(.., most)| *most).min(), Some(LEAST));
    }

    #[test]
    fn a_key_an_id_and_a_text_have_limits() {
        let (key, text) = ("k".repeat(MAX_ID_BYTES), "t".repeat(MAX_TEXT_BYTES));
        assert_eq!(findings(&format!(r#"{{"{key}": "{text}", "id": "{key}"}}"#)), []);
        let found = findings(&format!(r#"{{"a": {{"{key}k": {{"b": 1}}, "t": "{text}t", "id": "{key}k"}}}}"#));
        let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["/a", "/a/t", "/a/id"]);
        assert!(found[0].1.ends_with("may have at most 200 bytes, found 201") && found[0].1.len() < 120);
        let twice = format!(r#"{{"{key}k": 1, "{key}k": 2}}"#);
        assert_eq!(findings(&twice).len(), 2);
    }

    #[test]
    fn the_documentation_lists_every_limit() {
        let text = include_str!("../../docs/diagnostics.md");
        let grouped = |number: usize| match number {
            1_000.. => format!("{},{:03}", number / 1_000, number % 1_000),
            _ => number.to_string(),
        };
        for (_, owner, things, most) in MOST {
            let row = format!("| {things} of {owner} | {} |", grouped(most));
            assert!(text.contains(&row), "{row}");
        }
        for row in ["| a policy text | 1 MiB |", "| a text | 64 KiB |", "| an id, or a key of an object | 200 bytes |"]
        {
            assert!(text.contains(row), "{row}");
        }
        let row = format!("| intervals in the weeks of all calendars | {} |", grouped(MAX_WEEKLY_INTERVALS));
        assert!(text.contains(&row), "{row}");
        let row = format!("| holidays of all calendars, those of sets included | {} |", grouped(MAX_HOLIDAYS));
        assert!(text.contains(&row), "{row}");
        assert!(text.contains(&format!("| entries of any other list or object | {} |", grouped(MAX_ENTRIES))));
        assert!(text.contains(&format!("| findings in all | {} |", grouped(MAX_FINDINGS))));
    }
}
