//! The kinds of custom operations and how AccessAlly's screens call them. Does not know what one is done to.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Excerpt;
use crate::text::{collapse, fold};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal $(, $other:literal)*;)*) => {
        /// A kind of custom operation. On the wire its kebab-case name.
        ///
        /// `FromStr` takes the names that AccessAlly's screens and guides use, without regard to case and spaces.
        ///
        /// ```
        /// use memberferry::CustomOperationKind;
        /// let kind: CustomOperationKind = "grant permission to a  course".parse()?;
        /// assert_eq!(kind, CustomOperationKind::GrantCourse);
        /// assert_eq!("On-demand login creation".parse::<CustomOperationKind>()?.name(), "Create Login");
        /// # Ok::<(), memberferry::CustomOperationKindError>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum CustomOperationKind {
            $($(#[$doc])* $variant,)*
        }

        impl CustomOperationKind {
            /// Every kind, in the order of this list.
            pub const ALL: &'static [CustomOperationKind] = &[$(CustomOperationKind::$variant),*];

            /// Its name, as an owner finds it.
            pub const fn name(self) -> &'static str {
                match self { $(CustomOperationKind::$variant => $name,)* }
            }

            /// Every name it goes by, the first being [`name`](Self::name).
            pub const fn names(self) -> &'static [&'static str] {
                match self { $(CustomOperationKind::$variant => &[$name $(, $other)*],)* }
            }
        }
    };
}

kinds! {
    /// Enrolls in an offering. The name stands in AccessAlly's Kit guide.
    ReleaseOffering = "Release Offering", "Offering Release", "Release Custom Operation";
    /// Takes an offering away.
    RevokeOffering = "Revoke Offering", "Offering Revoke";
    /// Gives a course's permission tags.
    GrantCourse = "Grant permission to a course", "Grant course permission";
    /// Takes a course's permission away.
    RevokeCourse = "Revoke permission to a course", "Revoke course permission";
    /// Adds tags.
    AddTags = "Add Tags", "Add Tag", "Apply Tags To Any Logged-In User";
    /// Removes tags.
    RemoveTags = "Remove Tags", "Remove Tag";
    /// Writes a field.
    SetField = "Set Field", "Set The Field Value";
    /// Adds to a numeric field.
    IncreaseField = "Increase the Field Value", "Increase Field";
    /// Takes from a numeric field.
    DecreaseField = "Decrease the Field Value", "Decrease Field";
    /// Shows a field.
    ShowField = "Show The Field Value", "Show Field";
    /// Makes a login.
    CreateLogin = "Create Login", "On-demand login creation", "Create Login On Demand";
    /// Takes tags and fields over from the CRM.
    UpdateUser = "Update User";
    /// Changes a team's seats.
    ResizeTeam = "Resize Team", "Change Team Size";
    /// Runs a team's interaction.
    RunTeamInteraction = "Run Team Interaction";
    /// Sends an email.
    SendEmail = "Send Email";
    /// Starts or shows a countdown.
    CountdownTimer = "Show Countdown Timer", "Countdown Timer";
    /// Sorts contacts by tags.
    SplitTest = "Tag-based split testing", "Tag-based split test", "Split Test";
    /// Triggers an event of ProgressAlly.
    TriggerProgressEvent = "Trigger ProgressAlly Event", "ProgressAlly Event";
    /// Makes a coupon code when the CRM says so.
    CrmCouponCode = "CRM Activated Coupon Code", "CRM-activated coupon code", "CRM Activated Coupon Codes";
}

/// No custom operation is called so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no custom operation is called `{0}`")]
pub struct CustomOperationKindError(Excerpt);

impl FromStr for CustomOperationKind {
    type Err = CustomOperationKindError;
    fn from_str(text: &str) -> Result<Self, CustomOperationKindError> {
        let wanted = fold(&collapse(text));
        let is_called = |kind: &CustomOperationKind| kind.names().iter().any(|name| fold(name) == wanted);
        let found = CustomOperationKind::ALL.iter().copied().find(is_called);
        found.ok_or_else(|| CustomOperationKindError(Excerpt::new(text)))
    }
}

impl fmt::Display for CustomOperationKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_one_kind() {
        for kind in CustomOperationKind::ALL {
            for name in kind.names() {
                assert_eq!(name.parse(), Ok(*kind));
                assert_eq!(name.to_uppercase().parse(), Ok(*kind));
            }
        }
        let error = "Delete User".parse::<CustomOperationKind>().unwrap_err();
        assert_eq!(error.to_string(), "no custom operation is called `Delete User`");
    }
}
