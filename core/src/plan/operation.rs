//! One change to the target, as data: what, to whom and why. Does not know how a target carries it out.
//!
//! The kind of a change decides in which phase it stands. On the wire an operation is one object whose `kind` says what its
//! `change` holds.

use std::fmt;

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};
use uuid::Uuid;

use super::json_object::write_object;
use super::{Change, OperationKind, Phase};
use crate::{EmailKey, UserId};

/// Whom or what an operation changes. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a subject object")]
pub enum Subject {
    /// The site as a whole.
    Site,
    /// One user.
    User {
        /// The key of their address.
        email: EmailKey,
        /// Their id on the target; absent for one that this plan creates.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<UserId>,
    },
}

impl Subject {
    /// Writes it as JSON.
    pub(super) fn write(&self, text: &mut Vec<u8>) {
        write_object(text, |subject| match self {
            Subject::Site => subject.text("kind", "site"),
            Subject::User { email, id } => {
                subject.text("kind", "user");
                subject.text("email", email.as_str());
                subject.text_if_any("id", id.as_ref().map(UserId::as_str));
            }
        });
    }

    /// The key of the user's address; absent for the site.
    pub fn email(&self) -> Option<&EmailKey> {
        match self {
            Subject::Site => None,
            Subject::User { email, .. } => Some(email),
        }
    }
}

/// Why an operation is in the plan. Its [`Display`](fmt::Display) is the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// Every run that changes anything does this.
    Safeguard,
    /// The contact has no user on the target.
    NotOnTarget,
    /// The source knows something else, or more.
    SourceDiffers,
    /// The contact holds tags that the user does not.
    TagsHeld,
    /// The contact holds the offering's access tag.
    AccessTagHeld,
    /// The contact holds the offering's instant-access tag.
    InstantAccessTagHeld,
    /// The contact holds the tag of one of the offering's modules.
    ModuleTagHeld,
    /// The plan creates the user.
    NewUser,
    /// The run that is taken back wrote it, and it is still so.
    TakenBack,
}

impl Reason {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Safeguard => "safeguard",
            Reason::NotOnTarget => "not-on-target",
            Reason::SourceDiffers => "source-differs",
            Reason::TagsHeld => "tags-held",
            Reason::AccessTagHeld => "access-tag-held",
            Reason::InstantAccessTagHeld => "instant-access-tag-held",
            Reason::ModuleTagHeld => "module-tag-held",
            Reason::NewUser => "new-user",
            Reason::TakenBack => "taken-back",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Reason::Safeguard => "every run that changes anything does this",
            Reason::NotOnTarget => "the contact has no user on the target",
            Reason::SourceDiffers => "the source knows something else, or more",
            Reason::TagsHeld => "the contact holds tags that the user does not",
            Reason::AccessTagHeld => "the contact holds the offering's access tag",
            Reason::InstantAccessTagHeld => "the contact holds the offering's instant-access tag",
            Reason::ModuleTagHeld => "the contact holds the tag of one of the offering's modules",
            Reason::NewUser => "the plan creates the user",
            Reason::TakenBack => "the run that is taken back wrote it, and it is still so",
        })
    }
}

/// One change to the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Derived from the environment, the kind, the subject and the change: the same change has the same id in every plan.
    pub id: Uuid,
    /// Whom or what it changes.
    pub subject: Subject,
    /// Why it is in the plan.
    pub reason: Reason,
    /// What changes.
    pub change: Change,
}

impl Operation {
    /// What it does.
    pub fn kind(&self) -> OperationKind {
        self.change.kind()
    }

    /// The phase it stands in.
    pub fn phase(&self) -> Phase {
        self.kind().phase()
    }
}

impl Serialize for Operation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Operation", 6)?;
        fields.serialize_field("id", &self.id)?;
        fields.serialize_field("phase", &self.phase())?;
        fields.serialize_field("kind", &self.kind())?;
        fields.serialize_field("subject", &self.subject)?;
        fields.serialize_field("reason", &self.reason)?;
        fields.serialize_field("change", &self.change)?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_the_name_of_the_wire() {
        let reason = Reason::InstantAccessTagHeld;
        assert_eq!(serde_json::to_string(&reason).unwrap(), format!("\"{}\"", reason.name()));
    }
}
