//! What happens next on a site, and to whom: what a host's clockwork works off. Does not know how a host tells anybody, nor when
//! it looks.
//!
//! - [`next_releases`]: which modules open and close to which members within a span of time.

mod next_releases;

pub use next_releases::{NextRelease, NextReleasesError, next_releases};
