//! Who may see what before a change of the site and after it, compared at every instant of a span of time. Does not know where
//! members come from, nor what a move makes of them: each comes in as the facts on either side.
//!
//! - [`compare_access`]: each change as it is found ([`AccessChange`]), and what they come to ([`AccessComparison`]).
//!   [`compare_contacts`] does it for contacts.
//! - [`Verdict`]: gained, lost, earlier, later or unchanged.
//! - [`AcceptedLoss`]: a loss that the owner accepts by name.

mod accepted;
mod block;
mod change;
mod changes;
mod comparer;
mod comparison;
mod contacts;
mod pages;
mod verdict;

pub use accepted::AcceptedLoss;
pub use change::{AccessChange, AccessSide};
pub use changes::AccessChanges;
pub use comparer::{AccessComparer, ComparedMember, ComparisonOptions, compare_access};
pub use comparison::{AcceptedLosses, AccessComparison, CauseCount, PageComparison, VerdictCounts};
pub use contacts::compare_contacts;
pub use pages::{ComparedPage, PageMatching};
pub use verdict::Verdict;
