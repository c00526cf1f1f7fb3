//! What an operation makes of the one user it is about, as data: for hosts that keep a user as one document. Does not know how a user is
//! stored, nor which operations were carried out before.

use super::{Change, Operation, TargetEnrollment, TargetUser};
use crate::{Email, Member, OfferingId, UserId};

/// Why an operation does not fit what a target holds. Its [`Display`](std::fmt::Display) is for [`Outcome::Conflict`](crate::Outcome).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// The user whom the operation changes is not there.
    #[error("the user is not there")]
    Missing,
    /// There is a user of the address that a new one was to have.
    #[error("the address is taken by now")]
    Taken,
    /// Nothing changes an administrator.
    #[error("the user is an administrator")]
    Administrator,
    /// The user is not as the operation says they are before.
    #[error("the user was changed since the plan was made")]
    UserChanged,
    /// The enrollment is not as the operation says it is before.
    #[error("the enrollment was changed since the plan was made")]
    EnrollmentChanged,
}

impl Operation {
    /// What the target holds of the operation's user once it is carried out: the user, or none where they are deleted. A user who is
    /// made gets the id that the target gives. Where the operation is about no user, and where nothing that is kept of the user changes (their
    /// password, a mail to them), that is what was given.
    ///
    /// # Errors
    /// [`Conflict`] where the user is not as the operation says they are before; then nothing is to be written. An administrator is
    /// never changed. Tags that somebody else gave or took meanwhile are no conflict: those of the operation are added or taken all the
    /// same, and the others stay.
    ///
    /// ```
    /// use memberferry::{Conflict, Contacts, Plan, PlanOptions, Site, Snapshot, UserId};
    /// let site = Site::from_json(br#"{"format": 1, "name": "Coffee Club", "timezone": "Europe/Vienna"}"#)?;
    /// let contacts = memberferry::read_contacts(b"Email,First Name\nada@example.com,Ada\n", &Default::default())?.contacts;
    /// let options: PlanOptions = serde_json::from_str(
    ///     r#"{"environment": {"kind": "staging", "url": "https://staging.example"}, "now": "2024-05-01T00:00:00Z", "importAllContacts": true}"#,
    /// )?;
    /// let plan = Plan::build(&site, &contacts, &Snapshot::default(), &options)?;
    /// let mut ada = None;
    /// for operation in plan.operations().filter(|operation| operation.subject.email().is_some()) {
    ///     ada = operation.perform(ada, UserId::new("7")?)?;
    /// }
    /// let ada = ada.ok_or("nobody was made")?;
    /// assert_eq!((ada.id.as_str(), ada.first_name.as_deref()), ("7", Some("Ada")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn perform(&self, user: Option<TargetUser>, id: UserId) -> Result<Option<TargetUser>, Conflict> {
        if self.subject.email().is_none() {
            return Ok(user);
        }
        if let Change::CreateUser(create) = &self.change {
            if user.is_some() {
                return Err(Conflict::Taken);
            }
            let mut made = TargetUser::new(id, create.email.clone());
            made.username = own_name(&create.username, &create.email);
            made.roles = [create.role.as_str().to_owned()].into();
            made.set_profile(create.profile.clone());
            return Ok(Some(made));
        }
        let mut user = user.ok_or(Conflict::Missing)?;
        if user.roles.iter().any(|role| role.eq_ignore_ascii_case(Member::ADMINISTRATOR)) {
            return Err(Conflict::Administrator);
        }
        let mut profile = user.profile();
        match &self.change {
            Change::UpdateUser(update) if update.fits(&profile) => {
                profile.apply(&update.after);
                user.set_profile(profile);
            }
            Change::RestoreUser(restore) if restore.fits(&profile) => {
                restore.apply_to(&mut profile);
                user.set_profile(profile);
            }
            Change::DeleteUser(delete) if delete.user == user => return Ok(None),
            Change::UpdateUser(_) | Change::RestoreUser(_) | Change::DeleteUser(_) => {
                return Err(Conflict::UserChanged);
            }
            Change::AddTags(tags) => user.tags.extend(tags.added.iter().cloned()),
            Change::RemoveTags(tags) => user.tags.retain(|tag| !tags.removed.contains(tag)),
            Change::Enroll(enroll) => {
                enrolled(&mut user, &enroll.offering, enroll.before.as_ref(), Some(&enroll.after))?;
            }
            Change::RestoreEnrollment(restore) => {
                enrolled(&mut user, &restore.offering, Some(&restore.before), restore.after.as_ref())?;
            }
            _ => {}
        }
        Ok(Some(user))
    }
}

/// A login name, where it is another than the address.
fn own_name(name: &str, email: &Email) -> Option<String> {
    Some(name.to_owned()).filter(|name| name != email.as_str())
}

fn enrolled(
    user: &mut TargetUser,
    offering: &OfferingId,
    before: Option<&TargetEnrollment>,
    after: Option<&TargetEnrollment>,
) -> Result<(), Conflict> {
    if user.enrollments.get(offering) != before {
        return Err(Conflict::EnrollmentChanged);
    }
    match after {
        Some(after) => user.enrollments.insert(offering.clone(), after.clone()),
        None => user.enrollments.remove(offering),
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Reason;

    fn user(json: &str) -> TargetUser {
        serde_json::from_str(json).unwrap()
    }

    fn operation(change: Change) -> Operation {
        let subject =
            serde_json::from_str(r#"{"kind": "user", "id": "1", "email": "ada@example.com"}"#).unwrap();
        Operation { id: uuid::Uuid::nil(), subject, reason: Reason::SourceDiffers, change }
    }

    fn update(before: &str, after: &str) -> Operation {
        let text = format!(r#"{{"before": {before}, "after": {after}}}"#);
        operation(Change::UpdateUser(Box::new(serde_json::from_str(&text).unwrap())))
    }

    fn perform(operation: &Operation, user: TargetUser) -> Result<Option<TargetUser>, Conflict> {
        operation.perform(Some(user), UserId::new("9").unwrap())
    }

    #[test]
    fn a_user_who_is_as_the_operation_says_is_changed_and_another_is_not() {
        let rename = update(r#"{"firstName": "Ada"}"#, r#"{"firstName": "Augusta"}"#);
        let ada =
            user(r#"{"id": "1", "email": "ada@example.com", "firstName": "Ada", "company": "Engines"}"#);
        let changed = perform(&rename, ada).unwrap().unwrap();
        assert_eq!(
            (changed.first_name.as_deref(), changed.company.as_deref()),
            (Some("Augusta"), Some("Engines"))
        );
        assert_eq!(perform(&rename, changed), Err(Conflict::UserChanged));
        assert_eq!(rename.perform(None, UserId::new("9").unwrap()), Err(Conflict::Missing));
    }

    #[test]
    fn an_administrator_is_never_changed() {
        let rename = update("{}", r#"{"firstName": "Augusta"}"#);
        let root = user(r#"{"id": "1", "email": "ada@example.com", "roles": ["Administrator"]}"#);
        assert_eq!(perform(&rename, root), Err(Conflict::Administrator));
    }

    #[test]
    fn an_enrollment_that_somebody_changed_is_left_alone() {
        let enroll = r#"{"offering": "course", "after": {"enrolledAt": "2024-05-01T00:00:00Z"}}"#;
        let enroll = operation(Change::Enroll(Box::new(serde_json::from_str(enroll).unwrap())));
        let ada = user(r#"{"id": "1", "email": "ada@example.com"}"#);
        let enrolled = perform(&enroll, ada).unwrap().unwrap();
        assert_eq!(enrolled.enrollments.len(), 1);
        assert_eq!(perform(&enroll, enrolled), Err(Conflict::EnrollmentChanged));
    }
}
