//! The policy: a support service description as data.
//!
//! [`model`] is the document as Rust types. Reading turns a text into it, or into findings:
//!
//! ```text
//! json ► node ► limits ► shape ► model      the types, through their serde derives
//!                                  │
//!                     references, texts     checks of the document alone
//! ```

pub mod model;

mod entries;
mod json;
mod limits;
mod nearest;
mod node;
mod pointer;
mod read;
mod references;
mod shape;
mod texts;

pub use entries::Entries;
pub(crate) use json::parse;
pub use limits::{MAX_ENTRIES, MAX_FINDINGS, MAX_ID_BYTES, MAX_POLICY_BYTES, MAX_TEXT_BYTES};
pub use model::{Document, Text};
#[cfg(feature = "analysis")]
pub(crate) use nearest::Suggestions;
pub(crate) use nearest::nearest;
pub(crate) use node::{Fault, Node, Reader, Unreadable};
#[cfg(feature = "analysis")]
pub(crate) use pointer::Pointer;
pub(crate) use pointer::token;
pub(crate) use read::{Reading, locate, read};
pub use texts::{SAFE_SCHEMES, is_safe};

/// The beginning of a text that may be long, for messages.
pub(crate) fn shorten(text: &str) -> std::borrow::Cow<'_, str> {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}
