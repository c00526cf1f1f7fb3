//! The parts of `migrate`, one file per subject.

pub mod sample;
