//! Line and column of findings, for somebody who looks at the text.

use super::MAX_POLICY_BYTES;
use super::json::parse;
use super::node::{Node, Value};
use super::read::without_mark;
use crate::Diagnostic;
use crate::sorted::sorted;

/// Findings about `text` with line and column, in its order.
pub(crate) fn located(text: &str, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if text.len() > MAX_POLICY_BYTES {
        return diagnostics;
    }
    let text = without_mark(text);
    // Without a value there is one finding, the syntax error, which knows its offset.
    let root = parse(text).ok();
    let offset = |finding: &Diagnostic| match (finding.offset, &root) {
        (Some(offset), _) => offset as usize,
        (None, Some(root)) => offset_of(root, &finding.path, finding.at_key),
        (None, None) => 0,
    };
    let found: Vec<(usize, Diagnostic)> = diagnostics.into_iter().map(|finding| (offset(&finding), finding)).collect();
    let found = sorted(found, |one, other| one.0.cmp(&other.0));
    let mut counter = LineCounter::new(text);
    let at_line = |(offset, finding)| {
        let (line, column) = counter.advance(offset);
        Diagnostic { line: Some(line), column: Some(column), ..finding }
    };
    found.into_iter().map(at_line).collect()
}

/// The offset at which a value begins, or its key; for a pointer without a value that of the nearest one around it.
fn offset_of(root: &Node, pointer: &str, at_key: bool) -> usize {
    let (mut node, mut key_at) = (root, root.at);
    for step in pointer.split('/').skip(1) {
        let found = match &node.value {
            Value::List(items) => {
                step.parse().ok().and_then(|index: usize| items.get(index)).map(|item| (item, item.at))
            }
            Value::Object(object) => object.member(&untoken(step)).map(|member| (&member.node, member.key_at)),
            _ => None,
        };
        match found {
            Some(found) => (node, key_at) = found,
            None => return key_at as usize,
        }
    }
    (if at_key { key_at } else { node.at }) as usize
}

/// The key or index that a reference token stands for.
fn untoken(token: &str) -> String {
    let mut parts = token.split('~');
    let mut key = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (escaped, rest) = part.split_at_checked(1).unwrap_or_default();
        key.push(if escaped == "1" { '/' } else { '~' });
        key.push_str(rest);
    }
    key
}

/// Line and column of offsets that are asked for in ascending order, so that a text is walked once for all of them.
struct LineCounter<'a> {
    text: &'a str,
    offset: usize,
    line: u32,
    column: u32,
}

impl<'a> LineCounter<'a> {
    /// A counter at the beginning of a text.
    fn new(text: &'a str) -> Self {
        Self { text, offset: 0, line: 1, column: 1 }
    }

    /// Line and column, both from 1; columns in UTF-16 units, as editors and JavaScript count them.
    fn advance(&mut self, offset: usize) -> (u32, u32) {
        for character in self.text.get(self.offset..offset).unwrap_or_default().chars() {
            match character {
                '\n' => (self.line, self.column) = (self.line + 1, 1),
                other => self.column += other.len_utf16() as u32,
            }
        }
        self.offset = offset.max(self.offset);
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::token;

    #[test]
    fn every_value_is_found_by_its_pointer() {
        let text = "{\n  \"a\": [1, {\"b/c\": \"é\"}],\n  \"d\": null }";
        let root = parse(text).unwrap();
        for (pointer, value) in [("", "{"), ("/a", "["), ("/a/0", "1"), ("/a/1/b~1c", "\"é\""), ("/d", "null")] {
            assert!(text[offset_of(&root, pointer, false)..].starts_with(value), "{pointer}");
        }
        let key = offset_of(&root, "/a/1/b~1c", true);
        assert_eq!(LineCounter::new(text).advance(key), (2, 13));
        assert_eq!(offset_of(&root, "/d/missing", false), offset_of(&root, "/d", true));
    }

    #[test]
    fn columns_count_utf_16_units() {
        let mut counter = LineCounter::new("[\"é𝄞\", 1]\nx");
        assert_eq!(counter.advance(11), (1, 9));
        assert_eq!(counter.advance(14), (2, 1));
        assert_eq!(counter.advance(14), (2, 1));
    }

    #[test]
    fn a_reference_token_stands_for_its_key() {
        assert_eq!(untoken(&token("~1/~")), "~1/~");
    }
}
