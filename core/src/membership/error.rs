//! Why nothing can be said of a contact's membership. Does not know which contact.

use crate::offering::ScheduleError;
use crate::{Code, Excerpt, Location, OfferingId, Refusal};

/// A release rule of the site leads out of the calendar for a contact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the offering `{}` has no schedule: {cause}", Excerpt::new(.offering.as_str()))]
pub struct MembershipError {
    /// The offering.
    pub offering: OfferingId,
    /// Why not.
    #[source]
    pub cause: ScheduleError,
}

impl Refusal for MembershipError {
    fn code(&self) -> Code {
        self.cause.code()
    }

    fn location(&self) -> Location {
        self.cause.location()
    }
}
