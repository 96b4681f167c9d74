use crate::policy::model::{Document, Standing};

/// The standing of the objectives for a customer (contractual or informational), by the answers to the policy's context questions.
///
/// An option may say it itself (`"standing": "informational"`). Where none does, the question "sale" with the options
/// "direct" and "reseller" is understood: a direct sale makes the description part of the contract, a reseller's sale
/// makes it information about somebody else's.
pub(crate) fn standing(document: &Document, context: &[(&str, &str)]) -> Standing {
    let declared = context.iter().find_map(|(question, answer)| {
        let question = document.context.iter().find(|q| q.id == *question)?;
        question.options.iter().find(|o| o.id == *answer)?.standing
    });
    declared.unwrap_or_else(|| match context.iter().find(|(question, _)| *question == "sale") {
        Some((_, "direct")) => Standing::Contractual,
        Some((_, "reseller")) => Standing::Informational,
        _ => Standing::Unspecified,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sale_decides_unless_an_option_says_otherwise() {
        let text = r#"{"id": "a", "version": "1", "title": {}, "languages": ["en"], "severities": [], "context": [
            {"id": "sale", "text": {}, "options": [{"id": "direct", "text": {}}, {"id": "reseller", "text": {}}]},
            {"id": "deal", "text": {}, "options": [{"id": "ours", "text": {}, "standing": "contractual"}]}]}"#;
        let document: Document = serde_json::from_str(text).unwrap();
        assert_eq!(standing(&document, &[]), Standing::Unspecified);
        assert_eq!(standing(&document, &[("sale", "direct")]), Standing::Contractual);
        assert_eq!(standing(&document, &[("sale", "reseller")]), Standing::Informational);
        assert_eq!(standing(&document, &[("sale", "reseller"), ("deal", "ours")]), Standing::Contractual);
    }
}
