//! What a contact is on a site: enrolled in what, since when, which modules are open, and what a move makes of it. Does not
//! know the target, nor plans.
//!
//! - [`infer_enrollments`]: who is enrolled in what. [`EnrolledAt`], [`EnrolledBy`] say what that is told from; [`EnrollmentEvidence`] is what is known besides
//!   the contacts.
//! - [`DripContinuity`]: how release timers go on after a move. [`continuity`] gives what each makes of each member's modules.
//! - [`Roster`]: the contacts of a site as its members, before the move or after it.

mod access_frame;
mod bulk;
mod by_policy;
mod carry;
mod continuity;
mod continuity_summary;
mod enrolled;
mod error;
mod evidence;
mod infer;
mod inference;
mod offering_tags;
mod options;
mod person;
mod policy;
mod purchases;
mod roster;
mod tags;

pub use by_policy::ByPolicy;
pub use continuity::{Continuity, ContinuityOptions, ContinuityRow, ModuleStanding, continuity};
pub use continuity_summary::{ContinuityCounts, ContinuitySummary, OfferingContinuity};
pub use enrolled::{EnrolledAt, EnrolledAtEvidence, EnrolledBy};
pub use error::MembershipError;
pub use evidence::EnrollmentEvidence;
pub use inference::{Inference, InferredEnrollment, infer_enrollments};
pub use options::{MembershipOptions, Stage};
pub use policy::DripContinuity;
pub use purchases::Purchases;
pub use roster::Roster;

pub(crate) use carry::{Carried, Carrier, Dated, mark_announced};
pub(crate) use infer::ModuleTag;
pub(crate) use inference::guessed_dates;
pub(crate) use offering_tags::OfferingTags;
pub(crate) use person::Person;
pub(crate) use tags::TagTranslation;
