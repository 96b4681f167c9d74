//! The policy: a support service description as data.
//!
//! [`model`] is the document as Rust types. Reading turns a text into it, or into findings:
//!
//! ```text
//! json ► node ► limits ► shape ► model      the types, through their serde derives
//!                                  │
//!                     references, texts     checks of the document alone
//! ```
//!
//! The engine of the elements leaves out the shape, the words of findings and their positions.

use std::fmt;

pub mod model;

mod entries;
mod json;
mod limits;
mod nearest;
mod node;
mod pointer;
#[cfg(feature = "analysis")]
mod positions;
mod read;
mod reader;
mod references;
#[cfg(feature = "analysis")]
mod shape;
mod texts;

pub use entries::Entries;
pub(crate) use entries::{serialize_entries, serialize_members};
#[cfg(feature = "analysis")]
pub(crate) use entries::{serialize_map, serialize_optional_map};
pub(crate) use json::parse;
pub use limits::{MAX_ENTRIES, MAX_FINDINGS, MAX_ID_BYTES, MAX_POLICY_BYTES, MAX_TEXT_BYTES};
pub use model::{Document, Text};
#[cfg(feature = "analysis")]
pub(crate) use nearest::Suggestions;
#[cfg(feature = "analysis")]
pub(crate) use nearest::nearest;
pub(crate) use nearest::unknown;
pub(crate) use node::Node;
#[cfg(feature = "analysis")]
pub(crate) use pointer::Pointer;
#[cfg(feature = "analysis")]
pub(crate) use pointer::Step;
pub(crate) use pointer::token;
#[cfg(feature = "analysis")]
pub(crate) use positions::located;
pub(crate) use read::{Reading, read};
pub(crate) use reader::{Fault, FaultPosition, Misfit, Reader};
pub use texts::{SAFE_SCHEMES, is_safe};

/// The beginning of a text that may be long, for messages.
pub(crate) fn shorten(text: &str) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        const LONGEST: usize = 40;
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => write!(f, "{}…", &text[..end]),
            None => f.write_str(text),
        }
    })
}
