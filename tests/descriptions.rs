//! Real support descriptions (tests/data/descriptions) and invented ones with rare arrangements (tests/data/arrangements): each is read
//! without an error, and every one of its examples comes out.

use std::path::Path;

use case_slo::Policy;
#[cfg(feature = "analysis")]
use case_slo::{Level, check};

fn policies_in(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder);
    let mut found: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap()))
        .collect();
    found.sort();
    found
}

/// With and without the feature `analysis`: what only the whole engine reads must not keep the elements from a policy.
#[test]
fn every_policy_is_loaded() {
    for (name, text) in ["descriptions", "arrangements", "author"].into_iter().flat_map(policies_in) {
        assert_eq!(Policy::load(&text).err(), None, "{name}");
    }
}

#[test]
#[cfg(feature = "analysis")]
fn every_description_is_read_and_all_of_its_examples_come_out() {
    have_no_serious_finding(policies_in("descriptions"));
}

#[test]
#[cfg(feature = "analysis")]
fn the_examples_of_arrangements_that_few_descriptions_have_come_out() {
    have_no_serious_finding(policies_in("arrangements"));
}

#[cfg(feature = "analysis")]
fn have_no_serious_finding(policies: Vec<(String, String)>) {
    assert_eq!(policies.len(), 12);
    for (name, text) in policies {
        let serious: Vec<String> = check(&text, true)
            .into_iter()
            .filter(|finding| finding.level != Level::Info)
            .map(|finding| format!("{} {}: {}", finding.code, finding.path, finding.message))
            .collect();
        assert_eq!(serious, Vec::<String>::new(), "{name}");
    }
}

#[test]
#[cfg(feature = "analysis")]
fn the_examples_of_the_guide_for_authors_are_sound_policies() {
    let guide = include_str!("../policies/README.md");
    let examples: Vec<&str> = guide.split("```json").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(examples.len() >= 2);
    for text in examples {
        let mut policy: serde_json::Value = serde_json::from_str(text).unwrap();
        let rest = serde_json::json!({
            "id": "guide", "version": "1", "title": {"en": "G"}, "languages": ["en"],
            "tiers": [{"id": "care", "name": {"en": "Care"}}],
            "severities": [{"id": "p1", "name": {"en": "P1"}}, {"id": "p2", "name": {"en": "P2"}}],
        });
        policy.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        let serious: Vec<_> = check(&policy.to_string(), true).into_iter().filter(|f| f.level != Level::Info).collect();
        assert_eq!(serious, [], "{text}");
    }
}

#[test]
#[cfg(feature = "analysis")]
fn the_policy_that_was_written_from_the_guide_alone_has_no_finding() {
    assert_eq!(check(include_str!("data/author/next-day.json"), true), []);
}
