//! The policies that ship: free of findings, complete, and typeset for Canadian French.

use case_slo::policy::Document;
use serde_json::Value;

const SHIPPED: [(&str, &str); 2] = [
    ("cisco-spark-swss", include_str!("../policies/cisco-spark-swss.json")),
    ("boreal-care", include_str!("../policies/boreal-care.json")),
];

fn reference() -> Document {
    serde_json::from_str(SHIPPED[0].1).unwrap()
}

#[cfg(feature = "analysis")]
#[test]
fn the_policies_that_ship_have_no_finding() {
    for (name, text) in SHIPPED {
        let findings = case_slo::check(text, true);
        assert!(findings.is_empty(), "{name}: {findings:#?}");
    }
}

#[test]
fn the_reference_policy_holds_every_clause_of_the_description_in_its_order() {
    let sections = [("P", 4), ("T", 3), ("E", 18), ("M", 19), ("C", 13), ("D", 4), ("X", 1), ("S", 4), ("G", 1)];
    let expected: Vec<String> =
        sections.iter().flat_map(|(section, last)| (1..=*last).map(move |n| format!("{section}{n}"))).collect();
    assert_eq!(reference().clauses.keys().collect::<Vec<_>>(), expected);
}

#[test]
fn every_clause_is_cited_where_it_acts() {
    fn cited<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get("clause").and_then(Value::as_str));
                members.values().for_each(|member| cited(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| cited(item, found)),
            _ => {}
        }
    }
    for (name, text) in SHIPPED {
        let value: Value = serde_json::from_str(text).unwrap();
        let mut found = Vec::new();
        cited(&value, &mut found);
        let unused: Vec<&String> =
            value["clauses"].as_object().unwrap().keys().filter(|id| !found.contains(&id.as_str())).collect();
        assert!(unused.is_empty(), "{name}: {unused:?}");
    }
}

#[test]
fn the_objectives_of_the_reference_policy_are_those_of_the_description() {
    let document = reference();
    let stated = |tier: &str, severity: &str| -> Option<(&str, String)> {
        let holds = |ids: &Option<Vec<String>>, id: &str| ids.as_ref().is_none_or(|ids| ids.iter().any(|i| i == id));
        let mut fitting =
            document.objectives.iter().filter(|o| holds(&o.tiers, tier) && holds(&o.severities, severity));
        let objective = fitting.next().expect("one entry for every tier and severity");
        assert!(fitting.next().is_none(), "{tier} and {severity} have more than one objective");
        let target = objective.target.as_ref()?;
        match (&target.under, &target.within) {
            (Some(duration), None) => Some(("under", duration.clone())),
            (None, Some(duration)) => Some(("within", duration.clone())),
            _ => panic!("{} has not one bound", objective.id),
        }
    };
    for severity in ["critical", "high"] {
        assert_eq!(stated("basic", severity), None);
        assert_eq!(stated("enhanced", severity), Some(("under", "PT30M".into())));
        assert_eq!(stated("premium", severity), Some(("under", "PT15M".into())));
    }
    for severity in ["medium", "low"] {
        assert_eq!(stated("basic", severity), None);
        assert_eq!(stated("enhanced", severity), Some(("within", "PT2H".into())));
        assert_eq!(stated("premium", severity), Some(("within", "PT1H".into())));
    }
}

/// A sign that needs a no-break space before it, or one that takes no space at all.
fn misset(text: &str) -> Option<String> {
    let signs: Vec<char> = text.chars().collect();
    for (index, sign) in signs.iter().enumerate() {
        let before = index.checked_sub(1).map(|i| signs[i]);
        let after = signs.get(index + 1).copied();
        let fault = match sign {
            // An address such as "https://…" has its own rules.
            ':' if after == Some('/') => false,
            ':' | '%' | '$' | '»' => before != Some('\u{a0}'),
            '«' => after != Some('\u{a0}'),
            ';' | '!' | '?' => before.is_some_and(char::is_whitespace),
            '\'' | '"' => true,
            ' ' => before.is_none() || after.is_none_or(char::is_whitespace),
            _ => false,
        };
        if fault {
            return Some(format!("{sign:?} in \"{text}\""));
        }
    }
    None
}

#[test]
fn french_texts_are_typeset_for_canada() {
    fn french<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get("fr-CA").and_then(Value::as_str));
                members.values().for_each(|member| french(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| french(item, found)),
            _ => {}
        }
    }
    for (name, text) in SHIPPED {
        let value: Value = serde_json::from_str(text).unwrap();
        let mut texts = Vec::new();
        french(&value, &mut texts);
        assert!(texts.len() > 100, "{name} has {} French texts", texts.len());
        let faults: Vec<String> = texts.into_iter().filter_map(misset).collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
    for wrong in ["Priorité: haute", "Priorité : haute", "Ah ?", "« oui »", "l'an", "deux  mots"] {
        assert!(misset(wrong).is_some(), "{wrong}");
    }
}
