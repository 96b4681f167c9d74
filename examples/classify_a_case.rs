//! Asks the questions of a policy until the severity is decided, and explains it.
//!
//! `cargo run --example classify_a_case`

use case_slo::{Answers, Policy};

/// The answers of a customer; a question that is not listed is answered with "I am not sure".
const CUSTOMER: [(&str, &str); 2] = [("service", "poor"), ("impact", "partial")];

/// Runs the example.
pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let policy = Policy::reference();
    let mut answers = Answers::new();
    while let Some(question) = policy.next_question(&answers)? {
        println!("{}", question.text.get("en").map_or("", String::as_str));
        let answer = CUSTOMER.iter().find(|(id, _)| *id == question.id);
        println!("  {}", answer.map_or("not sure", |(_, option)| option));
        answers = match answer {
            Some((id, option)) => answers.with(*id, *option),
            None => answers.with_unknown(question.id),
        };
    }

    let found = policy.classify(&answers)?;
    println!("{}, by rule {} and clause {}", found.severity, found.rules.join(", "), found.clauses.join(", "));
    for other in &found.what_if {
        let changes: Vec<String> = other.change.iter().map(|(id, option)| format!("{id} = {option}")).collect();
        println!("It would be {} with {}", other.severity, changes.join(", "));
    }

    assert!(found.decided);
    assert_eq!((found.severity.as_str(), found.clauses), ("high", vec!["D2".to_owned()]));
    // The vector carries the answers in a link or a ticket.
    assert_eq!(policy.parse_vector(&found.vector)?.answers, answers);
    Ok(())
}
