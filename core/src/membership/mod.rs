//! What a contact is on a site: enrolled in what, since when, which modules are open, and what a move makes of it. Does not
//! know the target, nor plans.
//!
//! - [`DripContinuity`]: how release timers go on after a move.

mod carry;
mod error;
mod infer;
mod offering_tags;
mod person;
mod policy;
mod tags;

pub use error::MembershipError;
pub use infer::{EnrolledAt, EnrolledAtEvidence, EnrolledBy};
pub use policy::DripContinuity;

pub(crate) use carry::{Carried, Carrier, Dated};
pub(crate) use offering_tags::OfferingTags;
pub(crate) use person::Person;
pub(crate) use tags::TagTranslation;
