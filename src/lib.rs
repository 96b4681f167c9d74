//! How severe is a support case, and when will somebody respond?
//!
//! The engine reads a *policy* (a support service description as data) and answers both questions. It is pure: the
//! present moment is an argument, there is no I/O, and no input makes it panic.

#[forbid(unsafe_code)]
pub mod advice;
#[forbid(unsafe_code)]
pub mod calendar;
#[forbid(unsafe_code)]
pub mod classification;
#[forbid(unsafe_code)]
pub mod clock;
#[forbid(unsafe_code)]
pub mod policy;
#[cfg(feature = "analysis")]
#[forbid(unsafe_code)]
pub mod report;
#[forbid(unsafe_code)]
pub mod tiers;
#[cfg(feature = "analysis")]
#[forbid(unsafe_code)]
pub mod verification;

#[forbid(unsafe_code)]
mod argument;
#[forbid(unsafe_code)]
mod asked;
#[forbid(unsafe_code)]
mod contradictions;
#[forbid(unsafe_code)]
mod diagnostic;
#[forbid(unsafe_code)]
mod error;
#[forbid(unsafe_code)]
mod service;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use asked::{ContextOption, NextContext, NextOption, NextQuestion};
pub use diagnostic::{Counterexample, Diagnostic, Level};
pub use error::{Error, ErrorCode};
pub use policy::Tree;
pub use service::{Policy, REFERENCE_POLICY};
#[cfg(feature = "analysis")]
pub use service::{check, diff};
#[cfg(feature = "analysis")]
pub use verification::{ChangeKind, PolicyChange};
