//! The policy: a support service description as data.
//!
//! [`model`] is the document as Rust types; [`read`] turns a text into it, or into findings.

pub mod model;

mod entries;
mod from_tree;
mod json;
#[cfg(any(test, target_arch = "wasm32"))]
mod json_text;
mod limits;
mod nearest;
mod pointer;
mod read;
mod references;
#[cfg(any(test, target_arch = "wasm32", feature = "analysis"))]
mod refusals;
mod shape;
mod texts;
#[cfg(any(test, target_arch = "wasm32"))]
mod to_text;
#[cfg(any(test, target_arch = "wasm32", feature = "analysis"))]
mod to_tree;
mod tree;

pub use entries::Entries;
pub use limits::{
    MAX_FINDINGS, MAX_OPTIONS, MAX_POLICY_BYTES, MAX_QUESTIONS, MAX_RULES, MAX_SEVERITIES, MAX_TEXT_BYTES,
};
pub use model::{Document, Text};
pub(crate) use nearest::nearest;
#[cfg(feature = "analysis")]
pub(crate) use pointer::Pointer;
pub(crate) use pointer::token;
#[cfg(target_arch = "wasm32")]
pub(crate) use read::value;
pub use read::{Reading, locate, read};
pub(crate) use read::{bound, read_unbounded, trust};
pub use texts::{SAFE_SCHEMES, is_safe};
#[cfg(all(target_arch = "wasm32", feature = "analysis"))]
pub(crate) use to_text::to_text;
pub use tree::Tree;
