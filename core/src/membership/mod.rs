//! What a contact is on a site: enrolled in what, since when, which modules are open, and what a move makes of it. Does not
//! know the target, nor plans.
//!
//! - [`EnrolledAt`], [`EnrolledBy`]: what an enrollment is told from; [`EnrollmentEvidence`] is what is known besides
//!   the contacts.
//! - [`DripContinuity`]: how release timers go on after a move.
//! - [`Roster`]: the contacts of a site as its members, before the move or after it.

mod bulk;
mod carry;
mod enrolled;
mod error;
mod evidence;
mod infer;
mod offering_tags;
mod options;
mod person;
mod policy;
mod purchases;
mod roster;
mod tags;

pub use enrolled::{EnrolledAt, EnrolledAtEvidence, EnrolledBy};
pub use error::MembershipError;
pub use evidence::EnrollmentEvidence;
pub use options::{MembershipOptions, Stage};
pub use policy::DripContinuity;
pub use purchases::Purchases;
pub use roster::Roster;

pub(crate) use carry::{Carried, Carrier, Dated};
pub(crate) use infer::ModuleTag;
pub(crate) use offering_tags::OfferingTags;
pub(crate) use person::Person;
pub(crate) use tags::TagTranslation;
