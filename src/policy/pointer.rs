/// A place in a JSON document while it is walked, written as a JSON Pointer (RFC 6901).
#[derive(Debug, Clone, Default)]
pub(crate) struct Pointer(String);

impl Pointer {
    /// The pointer as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Runs `visit` one step further down, at a key or an index.
    pub fn within<R>(&mut self, step: impl Step, visit: impl FnOnce(&mut Self) -> R) -> R {
        let length = self.descend(step);
        let result = visit(self);
        self.back_to(length);
        result
    }

    /// Goes one step further down, and returns what takes it [back](Self::back_to).
    pub fn descend(&mut self, step: impl Step) -> usize {
        let length = self.0.len();
        self.0.push('/');
        step.write(&mut self.0);
        length
    }

    /// Goes back up.
    pub fn back_to(&mut self, length: usize) {
        self.0.truncate(length);
    }
}

/// A key or an index.
pub(crate) trait Step {
    fn write(&self, out: &mut String);
}

impl Step for &str {
    fn write(&self, out: &mut String) {
        for character in self.chars() {
            match character {
                '~' => out.push_str("~0"),
                '/' => out.push_str("~1"),
                other => out.push(other),
            }
        }
    }
}

impl Step for usize {
    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

/// One key or index as a reference token, with `~` and `/` escaped.
pub(crate) fn token(key: &str) -> String {
    let mut out = String::new();
    key.write(&mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_escapes_what_the_syntax_uses() {
        let mut pointer = Pointer::default();
        pointer.within("a/b~c", |p| p.within(3usize, |p| assert_eq!(p.as_str(), "/a~1b~0c/3")));
        assert_eq!(pointer.as_str(), "");
    }
}
