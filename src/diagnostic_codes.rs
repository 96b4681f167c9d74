//! The codes of findings.

use crate::Diagnostic;

impl Diagnostic {
    /// Every code of a finding with its meaning, in the order of docs/diagnostics.md.
    pub const CODES: &'static [(&'static str, &'static str)] = &[
        ("syntax", "The text is not valid JSON."),
        ("schema", "A member is missing, unknown or of another type than in the schema."),
        ("duplicate-key", "An object contains the same key twice."),
        ("duplicate-id", "Two entries of a list have the same ID, or an ID is a word with a meaning of its own."),
        ("unknown-reference", "An ID is used that is not defined anywhere."),
        ("cyclic-inclusion", "A tier includes itself, directly or through other tiers."),
        ("cyclic-start", "A measure starts at its own stop, directly or through other measures."),
        ("ends-before-start", "A measure ends at something that is not after its start."),
        ("unsafe-url", "A link does not use https, mailto or tel."),
        ("limit-exceeded", "There is more of something than is read (limits)."),
        ("missing-translation", "A text lacks one of the policy's `languages`."),
        (
            "invalid-calendar",
            "A calendar has both \"24x7\" and opening hours, a weekday in two ranges, or something beside a choice by an answer.",
        ),
        ("unknown-zone", "The time zone is unknown here, or opening hours have none."),
        ("invalid-interval", "A time of day cannot be read, or an interval opens and closes at the same time."),
        ("invalid-date", "A date does not exist, or cannot be read."),
        ("invalid-holiday", "The rule of a holiday is incomplete, contradictory, or never applies."),
        ("holidays-end", "The holidays of the calendar are known up to a date; later due times say so."),
        ("calendar-never-opens", "The calendar has no opening hours, so nothing that uses it is ever due."),
        ("internal", "The engine itself has failed."),
        ("gap", "No rule covers these answers; their severity stays undecided."),
        ("overlap", "Two rules with different levels match with the same answers."),
        ("duplicate-rule", "Two rules have the same answers and the same level."),
        (
            "unreachable-rule",
            "The rule never decides: whenever it matches, another rule (or several together) comes earlier (\"first\"), is at least as severe (\"most-severe\") or gives the same level (\"unique\").",
        ),
        ("unused-severity", "No answers lead to the severity."),
        ("irrelevant-question", "The answer never changes the level, so the question is never asked."),
        ("not-monotone", "A worse answer to an ordered question gets a less severe level, all else being equal."),
        ("invalid-duration", "A target does not have exactly one bound, or its amount or cut-off time cannot be read."),
        ("ambiguous-duration", "A duration has days or weeks, which can mean hours of the calendar or business days."),
        ("cut-off-outside-hours", "The cut-off time of a target lies outside the opening hours of its calendar."),
        ("objective-missing", "A tier, severity and measure have no objective."),
        ("objective-overlap", "A tier, severity and measure have two objectives; the first one counts."),
        (
            "unreachable-objective",
            "The objective is the first that applies for no answers: entries before it apply whenever it does, or its condition never holds.",
        ),
        (
            "invalid-goal",
            "A goal does not have exactly one rule, its percentage is none, or no target counts towards it.",
        ),
        ("tier-promises-less", "A tier has a weaker objective than a tier that it includes."),
        (
            "condition-never-holds",
            "Advice or a feature has a condition that can never hold: an empty list, or a state in which no target of its tiers and severities can be.",
        ),
        (
            "unknown-placeholder",
            "An export uses a placeholder or a choice that no case ever fills (docs/handover.md lists them).",
        ),
        ("export-without-fields", "An export has no `fields`."),
        ("unused-clause", "Nothing cites the clause."),
        ("unused-calendar", "Nothing uses the calendar."),
        ("unused-context", "No answer to the context question changes anything."),
        ("unused-goal", "No objective counts towards the goal."),
        (
            "example-failed",
            "One of the policy's own `examples` gives another answer than it expects, or cannot be run.",
        ),
        (
            "no-effect",
            "A field changes nothing: in an example an instant after `now` or a name that nothing uses, in a goal a member without the one that it needs, in a condition `submitted` without a calendar.",
        ),
        (
            "not-covered",
            "The policy has examples, but none covers this rule, or a due date that follows from this clause.",
        ),
    ];
}
