//! Whether a site is ready to be moved: what can be computed, what only a person can confirm, what is left to be done by hand, and a
//! verdict with its reasons. Changes nothing, and does not know how a move is planned.
//!
//! - [`assess_readiness`]: from the site, its contacts, [`ReadinessEvidence`] and [`ReadinessAnswers`] to a [`Readiness`].
//! - [`ChecklistItem`]: what is asked, why, and by whom.
//! - [`ManualWork`]: what no migration does, by name.
//! - [`ReadinessCounts`]: the numbers to be noted.
//!
//! `found` says what is known of an item: `fit` of the business, `setup` of the site. `assess` puts answers to it and judges.

mod answer;
mod assess;
mod counts;
mod evidence;
mod fit;
mod found;
mod item;
mod manual_work;
mod setup;
#[cfg(test)]
mod tests;

pub use answer::{Answer, AnswersError, ChecklistAnswer, ReadinessAnswers};
pub use assess::{
    Bearing, ChecklistEntry, ChecklistStatus, QuizAnswer, Readiness, ReadinessVerdict, ToldBy, VerdictReason,
    assess_readiness,
};
pub use counts::{OfferingCount, ReadinessCounts, TagCount};
pub use evidence::ReadinessEvidence;
pub use item::{ChecklistArea, ChecklistItem};
pub use manual_work::{ManualWork, ManualWorkKind};
