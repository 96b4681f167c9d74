//! The policy: a support service description as data.
//!
//! [`model`] is the document as Rust types, [`read`] turns a text into it or into findings.

pub mod model;

mod entries;

pub use entries::Entries;
pub use model::{Document, Text};
