//! The parts of `migrate`, of `check`, of `access`, of `billing`, of `automate` and of `readiness`, one file per subject. The library `memberferry` knows none of this: files, a database,
//! a terminal and the time are the host's, and this is one host.
//!
//! Of `access`:
//!
//! - [`access`]: who may see what, and when, of the people in an export.
//!
//! Of `automate`:
//!
//! - [`automate`]: automations of a CRM, made, judged, played and translated.
//!
//! Of `billing`:
//!
//! - [`billing`]: who charges whom before and after a move, and what is to be done by when.
//!
//! Of `check`:
//!
//! - [`check`]: reads files, says what they are and what is wrong with them, and writes what can be used.
//!
//! Of `migrate`:
//!
//! - [`arguments`]: what the command line says.
//! - [`input`]: reads the list and the site's document.
//! - [`migration`]: the five steps, read, check, plan, apply, prove, and what to go on with after a crash.
//! - `proved`: what a move came to, and how the program ends by it.
//! - `move_report`: what the report of a move says besides.
//! - [`database`]: the target, a site in a SQLite file.
//! - [`journal_file`]: plan and journal on the disk.
//! - [`passwords`]: the seed of a run, and what of new passwords the site keeps.
//! - [`places`]: where everything is, and whether it can be there.
//! - `seen`: who sees what before the move and after it.
//! - [`sample`]: makes the list that `migrate` moves when it is given none.
//!
//! Of `readiness`:
//!
//! - [`readiness`]: whether a site is ready to be moved.
//!
//! Of several:
//!
//! - [`clock`]: the time.
//! - [`findings`]: what a reading found, as lines.
//! - [`report_file`]: writes a report.
//! - [`printing`], [`stop`]: what the user sees when it goes well, and when it does not.

pub mod access;
pub mod arguments;
pub mod automate;
pub mod billing;
pub mod check;
pub mod clock;
pub mod database;
pub mod findings;
pub mod input;
pub mod journal_file;
pub mod migration;
mod move_report;
pub mod passwords;
pub mod places;
pub mod printing;
mod proved;
pub mod readiness;
pub mod report_file;
mod roll_back;
pub mod sample;
mod seen;
pub mod stop;

/// The README's Rust runs as it stands there.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// The Rust of the book's pages runs as well.
#[cfg(doctest)]
mod book {
    #[doc = include_str!("../../docs/src/tutorial/rust.md")]
    struct Tutorial;
}
