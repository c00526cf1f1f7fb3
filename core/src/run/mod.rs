//! Runs: a plan carried out in batches, remembered in a journal, and proved. Performs no operation itself; the host does, and
//! says what became of each.
//!
//! - [`Run`], [`RunOptions`]: hands out each [`Batch`], takes each [`Outcome`], goes on after a crash, is aborted, is taken back.
//! - [`RunStatus`], [`RunProgress`]: how far it is. [`RunPace`]: how fast, by phase and by second.
//! - [`reconcile`]: whether the target holds what was planned, and nothing else changed.
//! - [`reconcile_access`]: whether people may see on it what they could see before.
//! - [`prove_access`]: whether anybody lost or gained access unasked.
//! - [`spot_check`]: the people to look at by hand.

mod engine;
mod error;
mod journal;
mod outcome;
mod pace;
mod progress;
mod prove_access;
mod reconcile;
mod reconcile_access;
mod spot_check;

#[cfg(test)]
mod proof_tests;

pub use engine::{Batch, Resumed, Run, RunOptions};
pub use error::RunError;
pub use outcome::Outcome;
pub use pace::{PaceMark, PhasePace, RunPace};
pub use progress::{PhaseProgress, RunFailure, RunProgress, RunStatus};
pub use prove_access::{
    AcceptedGain, AcceptedGains, AccessProof, AccessProofOptions, AskedChanges, UnaskedChange, prove_access,
};
pub use reconcile::{Difference, Reconciliation, Verified, reconcile};
pub use reconcile_access::{reconcile_access, user_as_member};
pub use spot_check::{SpotCheck, Stratum, spot_check};
