//! `migrate`, `check`, `access`, `billing`, `automate` and `readiness` tried from outside, as their user has them: the real programs, real files, a real database.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod access;
mod automate;
mod bad_input;
mod billing;
mod book;
mod check;
#[cfg(unix)]
mod full_disk;
mod going_on;
mod kill;
mod passwords;
mod places;
mod program;
mod readiness;
mod readme;
mod report;
mod roll_back;
mod sample;
mod secrets;
mod seen;
mod wording;
