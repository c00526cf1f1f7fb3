//! A custom operation with what it is done to. Does not know where it can be done; that is its support.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::CustomOperationKind;
use crate::{Excerpt, FieldName, ItemName, OfferingId, TagName};

/// Something a site can be told to do for one contact. On the wire tagged by `kind`. Those that take nothing are written with `{}`, so that
/// fields beside their `kind` are refused.
///
/// Source: AccessAlly's guide to custom operations, its Kit guide (release offering, create login, update user) and its guide to teams.
///
/// ```
/// use memberferry::{ContactHome, CustomOperation, Support};
/// let release: CustomOperation = serde_json::from_str(r#"{"kind": "release-offering", "offering": "watercolour"}"#)?;
/// assert_eq!(release.to_string(), "Release Offering `watercolour`");
/// assert_eq!(release.support(ContactHome::Managed), Support::Supported);
/// assert_eq!(release.inverse().map(|inverse| inverse.to_string()).as_deref(), Some("Revoke Offering `watercolour`"));
/// assert!(matches!(CustomOperation::CreateLogin {}.support(ContactHome::Managed), Support::NotSupported { .. }));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a custom operation object"
)]
pub enum CustomOperation {
    /// Enrolls: makes the member account and its password where there is none, gives access, and starts the offering's release timers.
    ReleaseOffering {
        /// What is released.
        offering: OfferingId,
    },
    /// Takes the access to an offering away.
    RevokeOffering {
        /// What is revoked.
        offering: OfferingId,
    },
    /// Adds every permission tag of a course at once.
    GrantCourse {
        /// The course.
        offering: OfferingId,
    },
    /// Takes the permission to a whole course away.
    RevokeCourse {
        /// The course.
        offering: OfferingId,
    },
    /// Adds tags.
    AddTags {
        /// Which, in any order.
        tags: TagList,
    },
    /// Removes tags.
    RemoveTags {
        /// Which, in any order.
        tags: TagList,
    },
    /// Writes a value into a custom field.
    SetField {
        /// The field.
        field: FieldName,
        /// What it holds afterwards.
        value: String,
    },
    /// Adds to a numeric field: credits, points.
    IncreaseField {
        /// The field.
        field: FieldName,
        /// By how much.
        by: FieldAmount,
    },
    /// Takes from a numeric field.
    DecreaseField {
        /// The field.
        field: FieldName,
        /// By how much.
        by: FieldAmount,
    },
    /// Shows a field's value on a page.
    ShowField {
        /// The field.
        field: FieldName,
    },
    /// Makes a member account with a password, on demand.
    CreateLogin {},
    /// Tells the site to take the contact's tags and fields over from the CRM.
    UpdateUser {},
    /// Changes the number of seats of the contact's team.
    ResizeTeam {
        /// The team, where the leader has several.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        team: Option<ItemName>,
        /// How many seats more or fewer.
        seats: SeatChange,
    },
    /// Runs an interaction of a team's member with its leader.
    RunTeamInteraction {
        /// The interaction.
        interaction: ItemName,
    },
    /// Sends an email of the site's.
    SendEmail {
        /// The email.
        email: ItemName,
    },
    /// Starts or shows a member's own countdown.
    CountdownTimer {
        /// The timer.
        timer: ItemName,
    },
    /// Sorts contacts into groups by giving each one of several tags.
    SplitTest {
        /// One tag for each group.
        tags: TagList,
    },
    /// Triggers an event of ProgressAlly, which adds tags or checks objectives.
    TriggerProgressEvent {
        /// The event.
        event: ItemName,
    },
    /// Makes a coupon code that works for the contact, set off by the CRM.
    CrmCouponCode {
        /// The coupon.
        coupon: ItemName,
    },
}

impl CustomOperation {
    /// What is done, without the particulars.
    pub fn kind(&self) -> CustomOperationKind {
        match self {
            CustomOperation::ReleaseOffering { .. } => CustomOperationKind::ReleaseOffering,
            CustomOperation::RevokeOffering { .. } => CustomOperationKind::RevokeOffering,
            CustomOperation::GrantCourse { .. } => CustomOperationKind::GrantCourse,
            CustomOperation::RevokeCourse { .. } => CustomOperationKind::RevokeCourse,
            CustomOperation::AddTags { .. } => CustomOperationKind::AddTags,
            CustomOperation::RemoveTags { .. } => CustomOperationKind::RemoveTags,
            CustomOperation::SetField { .. } => CustomOperationKind::SetField,
            CustomOperation::IncreaseField { .. } => CustomOperationKind::IncreaseField,
            CustomOperation::DecreaseField { .. } => CustomOperationKind::DecreaseField,
            CustomOperation::ShowField { .. } => CustomOperationKind::ShowField,
            CustomOperation::CreateLogin {} => CustomOperationKind::CreateLogin,
            CustomOperation::UpdateUser {} => CustomOperationKind::UpdateUser,
            CustomOperation::ResizeTeam { .. } => CustomOperationKind::ResizeTeam,
            CustomOperation::RunTeamInteraction { .. } => CustomOperationKind::RunTeamInteraction,
            CustomOperation::SendEmail { .. } => CustomOperationKind::SendEmail,
            CustomOperation::CountdownTimer { .. } => CustomOperationKind::CountdownTimer,
            CustomOperation::SplitTest { .. } => CustomOperationKind::SplitTest,
            CustomOperation::TriggerProgressEvent { .. } => CustomOperationKind::TriggerProgressEvent,
            CustomOperation::CrmCouponCode { .. } => CustomOperationKind::CrmCouponCode,
        }
    }

    /// What takes it back, where something does. It takes back what the operation does, not what was there before: removing a tag
    /// takes it from those too who held it already. A value that was overwritten, an email and a login have no way back.
    #[must_use]
    pub fn inverse(&self) -> Option<CustomOperation> {
        Some(match self.clone() {
            CustomOperation::ReleaseOffering { offering } => CustomOperation::RevokeOffering { offering },
            CustomOperation::RevokeOffering { offering } => CustomOperation::ReleaseOffering { offering },
            CustomOperation::GrantCourse { offering } => CustomOperation::RevokeCourse { offering },
            CustomOperation::RevokeCourse { offering } => CustomOperation::GrantCourse { offering },
            CustomOperation::AddTags { tags } => CustomOperation::RemoveTags { tags },
            CustomOperation::RemoveTags { tags } => CustomOperation::AddTags { tags },
            CustomOperation::IncreaseField { field, by } => CustomOperation::DecreaseField { field, by },
            CustomOperation::DecreaseField { field, by } => CustomOperation::IncreaseField { field, by },
            CustomOperation::ResizeTeam { team, seats } => {
                CustomOperation::ResizeTeam { team, seats: seats.reversed() }
            }
            CustomOperation::SetField { .. }
            | CustomOperation::ShowField { .. }
            | CustomOperation::CreateLogin {}
            | CustomOperation::UpdateUser {}
            | CustomOperation::RunTeamInteraction { .. }
            | CustomOperation::SendEmail { .. }
            | CustomOperation::CountdownTimer { .. }
            | CustomOperation::SplitTest { .. }
            | CustomOperation::TriggerProgressEvent { .. }
            | CustomOperation::CrmCouponCode { .. } => return None,
        })
    }

    /// The offering it is about, where it is about one.
    pub fn offering(&self) -> Option<&OfferingId> {
        match self {
            CustomOperation::ReleaseOffering { offering }
            | CustomOperation::RevokeOffering { offering }
            | CustomOperation::GrantCourse { offering }
            | CustomOperation::RevokeCourse { offering } => Some(offering),
            _ => None,
        }
    }

    /// The tags it names itself; those that an offering brings are not among them.
    pub fn tags(&self) -> &[TagName] {
        match self {
            CustomOperation::AddTags { tags }
            | CustomOperation::RemoveTags { tags }
            | CustomOperation::SplitTest { tags } => tags.as_slice(),
            _ => &[],
        }
    }

    /// Whether running it gives a contact a login who has none: the two operations after which a password may be missing for a while.
    pub fn makes_login(&self) -> bool {
        matches!(self, CustomOperation::ReleaseOffering { .. } | CustomOperation::CreateLogin {})
    }
}

impl fmt::Display for CustomOperation {
    /// AccessAlly's name of it, and what it is done to: `Release Offering `watercolour``.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.kind().name())?;
        match self {
            CustomOperation::ReleaseOffering { offering }
            | CustomOperation::RevokeOffering { offering }
            | CustomOperation::GrantCourse { offering }
            | CustomOperation::RevokeCourse { offering } => {
                write!(formatter, " `{}`", Excerpt::new(offering.as_str()))
            }
            CustomOperation::AddTags { tags }
            | CustomOperation::RemoveTags { tags }
            | CustomOperation::SplitTest { tags } => write!(formatter, " {tags}"),
            CustomOperation::SetField { field, value } => {
                write!(formatter, " `{}` to `{}`", Excerpt::new(field.as_str()), Excerpt::new(value))
            }
            CustomOperation::IncreaseField { field, by } | CustomOperation::DecreaseField { field, by } => {
                write!(formatter, " `{}` by {}", Excerpt::new(field.as_str()), by.get())
            }
            CustomOperation::ShowField { field } => write!(formatter, " `{}`", Excerpt::new(field.as_str())),
            CustomOperation::ResizeTeam { seats, .. } => write!(formatter, " by {:+}", seats.get()),
            CustomOperation::RunTeamInteraction { interaction: name }
            | CustomOperation::SendEmail { email: name }
            | CustomOperation::CountdownTimer { timer: name }
            | CustomOperation::TriggerProgressEvent { event: name }
            | CustomOperation::CrmCouponCode { coupon: name } => {
                write!(formatter, " `{}`", Excerpt::new(name.as_str()))
            }
            CustomOperation::CreateLogin {} | CustomOperation::UpdateUser {} => Ok(()),
        }
    }
}

/// At least one tag, each once, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Vec<TagName>", into = "Vec<TagName>")]
pub struct TagList(Vec<TagName>);

/// Why tags make no list to work on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TagListError {
    /// There is none.
    #[error("at least one tag is needed")]
    Empty,
    /// One stands twice.
    #[error("the tag `{0}` stands twice")]
    Twice(Excerpt),
}

impl TagList {
    /// Takes tags, in their order.
    ///
    /// # Errors
    /// [`TagListError`] where there is none, or one stands twice.
    pub fn new(tags: Vec<TagName>) -> Result<Self, TagListError> {
        if tags.is_empty() {
            return Err(TagListError::Empty);
        }
        let twice =
            tags.iter().enumerate().find(|(index, tag)| tags.iter().take(*index).any(|other| other == *tag));
        match twice {
            Some((_, tag)) => Err(TagListError::Twice(Excerpt::new(tag.as_str()))),
            None => Ok(TagList(tags)),
        }
    }

    /// One tag.
    pub fn one(tag: TagName) -> Self {
        TagList(vec![tag])
    }

    /// The tags, as written.
    pub fn as_slice(&self) -> &[TagName] {
        &self.0
    }
}

impl fmt::Display for TagList {
    /// `` `Gold`, `Silver` ``.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: Vec<String> =
            self.0.iter().map(|tag| format!("`{}`", Excerpt::new(tag.as_str()))).collect();
        formatter.write_str(&shown.join(", "))
    }
}

impl TryFrom<Vec<TagName>> for TagList {
    type Error = TagListError;
    fn try_from(tags: Vec<TagName>) -> Result<Self, TagListError> {
        TagList::new(tags)
    }
}

impl From<TagList> for Vec<TagName> {
    fn from(list: TagList) -> Vec<TagName> {
        list.0
    }
}

/// By how much a numeric field changes: a whole number from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "u32", into = "u32")]
pub struct FieldAmount(u32);

/// A field was to change by nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a field cannot change by 0")]
pub struct FieldAmountError;

impl FieldAmount {
    /// Takes an amount.
    ///
    /// # Errors
    /// [`FieldAmountError`] for 0.
    pub fn new(amount: u32) -> Result<Self, FieldAmountError> {
        if amount == 0 { Err(FieldAmountError) } else { Ok(FieldAmount(amount)) }
    }

    /// The amount.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for FieldAmount {
    type Error = FieldAmountError;
    fn try_from(amount: u32) -> Result<Self, FieldAmountError> {
        FieldAmount::new(amount)
    }
}

impl From<FieldAmount> for u32 {
    fn from(amount: FieldAmount) -> u32 {
        amount.0
    }
}

/// How many seats a team gains (above 0) or loses (below 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "i32", into = "i32")]
pub struct SeatChange(i32);

/// Why a number is no change of seats.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SeatChangeError {
    /// Nothing would change.
    #[error("a team cannot be resized by 0 seats")]
    Nothing,
    /// Further than the number can be turned round.
    #[error("a team cannot be resized by {0} seats")]
    TooFar(i32),
}

impl SeatChange {
    /// Takes a change.
    ///
    /// # Errors
    /// [`SeatChangeError`] for 0, and for the one number that has no opposite.
    pub fn new(seats: i32) -> Result<Self, SeatChangeError> {
        match seats {
            0 => Err(SeatChangeError::Nothing),
            i32::MIN => Err(SeatChangeError::TooFar(seats)),
            _ => Ok(SeatChange(seats)),
        }
    }

    /// The change, in seats.
    pub fn get(self) -> i32 {
        self.0
    }

    /// The change that undoes this one.
    #[must_use]
    pub fn reversed(self) -> Self {
        SeatChange(self.0.saturating_neg())
    }
}

impl TryFrom<i32> for SeatChange {
    type Error = SeatChangeError;
    fn try_from(seats: i32) -> Result<Self, SeatChangeError> {
        SeatChange::new(seats)
    }
}

impl From<SeatChange> for i32 {
    fn from(change: SeatChange) -> i32 {
        change.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(json: &str) -> CustomOperation {
        serde_json::from_str(json).unwrap()
    }

    /// One of each kind, as written.
    pub const EACH: [&str; 19] = [
        r#"{"kind":"release-offering","offering":"a"}"#,
        r#"{"kind":"revoke-offering","offering":"a"}"#,
        r#"{"kind":"grant-course","offering":"a"}"#,
        r#"{"kind":"revoke-course","offering":"a"}"#,
        r#"{"kind":"add-tags","tags":["Gold","Silver"]}"#,
        r#"{"kind":"remove-tags","tags":["Gold"]}"#,
        r#"{"kind":"set-field","field":"size","value":"L"}"#,
        r#"{"kind":"increase-field","field":"credits","by":5}"#,
        r#"{"kind":"decrease-field","field":"credits","by":5}"#,
        r#"{"kind":"show-field","field":"credits"}"#,
        r#"{"kind":"create-login"}"#,
        r#"{"kind":"update-user"}"#,
        r#"{"kind":"resize-team","seats":-2}"#,
        r#"{"kind":"run-team-interaction","interaction":"Contact the leader"}"#,
        r#"{"kind":"send-email","email":"Welcome"}"#,
        r#"{"kind":"countdown-timer","timer":"Spring"}"#,
        r#"{"kind":"split-test","tags":["A","B"]}"#,
        r#"{"kind":"trigger-progress-event","event":"Finished"}"#,
        r#"{"kind":"crm-coupon-code","coupon":"SPRING"}"#,
    ];

    #[test]
    fn each_operation_is_written_as_it_was_read_and_begins_with_its_name() {
        for (json, kind) in EACH.iter().zip(CustomOperationKind::ALL) {
            let operation = operation(json);
            assert_eq!(serde_json::to_string(&operation).unwrap(), *json);
            assert_eq!(operation.kind(), *kind);
            assert!(operation.to_string().starts_with(kind.name()), "{operation}");
        }
    }

    #[test]
    fn an_inverse_of_an_inverse_is_the_operation() {
        let invertible: Vec<_> =
            EACH.iter().map(|json| operation(json)).filter(|it| it.inverse().is_some()).collect();
        assert_eq!(invertible.len(), 9);
        for operation in invertible {
            assert_eq!(operation.inverse().unwrap().inverse(), Some(operation));
        }
    }

    #[test]
    fn what_would_do_nothing_is_refused() {
        for wrong in [
            r#"{"kind":"add-tags","tags":[]}"#,
            r#"{"kind":"split-test","tags":["A","A"]}"#,
            r#"{"kind":"increase-field","field":"credits","by":0}"#,
            r#"{"kind":"decrease-field","field":"credits","by":-1}"#,
            r#"{"kind":"resize-team","seats":0}"#,
            r#"{"kind":"resize-team","seats":-2147483648}"#,
            r#"{"kind":"release-offering"}"#,
            r#"{"kind":"release-offering","offering":"a","module":"b"}"#,
            r#"{"kind":"create-login","offering":"a"}"#,
            r#"{"kind":"delete-user"}"#,
        ] {
            assert!(serde_json::from_str::<CustomOperation>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_team_shrinks_by_what_it_grew() {
        let grow = operation(r#"{"kind":"resize-team","seats":5}"#);
        assert_eq!(grow.to_string(), "Resize Team by +5");
        assert_eq!(grow.inverse().unwrap().to_string(), "Resize Team by -5");
    }
}
