//! Goals: members that change nothing, and goals towards which no target counts.

use std::collections::HashMap;

use crate::diagnostic::Findings;
use crate::policy::model::{Goal, GoalPeriod};
use crate::policy::{Document, shorten, token};
use crate::sentence::sentence;
use crate::{Diagnostic, Level, contradictions};

/// Adds everything about the goals.
pub(super) fn check(document: &Document, found: &mut Findings) {
    contradictions::impossible_goals(document, found);
    // Whether an objective that names the goal has a target.
    let mut counts: HashMap<&str, bool> = HashMap::new();
    for objective in &document.objectives {
        if let Some(goal) = &objective.goal {
            *counts.entry(goal).or_default() |= objective.target.is_some();
        }
    }
    for (id, goal) in document.goals.iter() {
        let path = format!("/goals/{}", token(id));
        members(goal, &path, found);
        match counts.get(id) {
            Some(true) => {}
            Some(false) => found.add(Level::Warning, || {
                let message = sentence!("no objective that counts towards the goal \"{}\" has a target", shorten(id));
                let finding = Diagnostic::warning("invalid-goal", path, message).at_key();
                finding.help("name the goal in objectives with a target")
            }),
            None => found.add(Level::Info, || {
                let message = sentence!("no objective counts towards the goal \"{}\"", shorten(id));
                let finding = Diagnostic::new(Level::Info, "unused-goal", path, message).at_key();
                finding.help("name it under \"goal\" in objectives, or take it out")
            }),
        }
    }
}

/// Adds the members of a goal that change nothing, and a percentage that is probably a share.
fn members(goal: &Goal, path: &str, found: &mut Findings) {
    let mut warn = |code, member: &str, message: &'static str, help: &'static str| {
        found.add(Level::Warning, || Diagnostic::warning(code, format!("{path}/{member}"), message).help(help));
    };
    match (goal.at_least, &goal.below) {
        (None, Some(_)) => {
            let message = "\"below\" never holds without \"atLeast\"";
            warn("no-effect", "below", message, "add \"atLeast\", or take \"below\" out");
        }
        (Some(0), Some(_)) => {
            let message = "no period has fewer than 0 cases, so \"below\" never holds";
            warn("no-effect", "atLeast", message, "write a number of cases, or take both out");
        }
        (Some(_), None) => {
            let message = "\"atLeast\" changes nothing without \"below\"";
            warn("no-effect", "atLeast", message, "add the rule for fewer cases under \"below\", or take it out");
        }
        _ => {}
    }
    if goal.year_starts.is_some() && !matches!(goal.over, Some(GoalPeriod::Year | GoalPeriod::Quarter)) {
        let message = "\"yearStarts\" changes nothing but periods of a year and of a quarter";
        warn("no-effect", "yearStarts", message, "write \"over\": \"year\" or \"quarter\", or take it out");
    }
    let below = goal.below.as_ref().and_then(|below| below.percent);
    for (member, percent) in [("percent", goal.percent), ("below/percent", below)] {
        if percent.is_some_and(|percent| percent > 0.0 && percent <= 1.0) {
            let message = "a goal of at most one percent is probably meant as a share";
            warn("invalid-goal", member, message, "write a percentage such as 95");
        }
    }
}
