//! All tests in one program: each takes a while to link with DataFusion and Ballista.

mod agreement;
mod cluster;
mod input;
mod logs;
mod program;
