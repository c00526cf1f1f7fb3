//! What a site's own operation makes of one user, as data: for hosts whose webhooks, forms and buttons set operations off. Does not know who
//! sets them off, nor in which order they arrive.

use super::{TargetEnrollment, TargetUser};
use crate::error::Refusal;
use crate::issue::{Code, Location};
use crate::offering::{Module, Offering, Pause};
use crate::site::{Site, SiteQuestionError};
use crate::{CustomOperation, CustomOperationKind, Instant, Member, OfferingId, TagName};

/// Why an operation makes nothing of a user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CustomOperationError {
    /// Nothing changes an administrator.
    #[error("the user is an administrator")]
    Administrator,
    /// The site has no such offering.
    #[error(transparent)]
    Offering(SiteQuestionError),
    /// What the operation does is not in what a target holds of a user.
    #[error("`{}` changes nothing that a target holds of a user", .0.name())]
    NotOfUsers(CustomOperationKind),
}

impl Refusal for CustomOperationError {
    fn code(&self) -> Code {
        match self {
            CustomOperationError::Offering(error) => error.code(),
            CustomOperationError::Administrator | CustomOperationError::NotOfUsers(_) => {
                Code::ArgumentInvalid
            }
        }
    }

    fn location(&self) -> Location {
        let operation = Location::default().key("operation");
        match self {
            CustomOperationError::Administrator => Location::default().key("user"),
            CustomOperationError::Offering(_) => operation.key("offering"),
            CustomOperationError::NotOfUsers(_) => operation.key("kind"),
        }
    }
}

impl CustomOperation {
    /// What the target holds of a user once a site has carried this operation out. Done twice, it changes nothing more.
    ///
    /// - **Release**: the tags of the offering and of the modules that open at once are added, its revoke tag is removed, and the user is
    ///   enrolled at `at`. Whoever had been revoked goes on where they were: the clock stood still meanwhile.
    /// - **Revoke**: the revoke tag is added, or, where the offering has none, its access tag is removed; the enrollment ends at `at`.
    /// - **Grant and revoke a course**: the tags of the offering and of all of its modules.
    /// - **Tags and fields**: those that are named.
    ///
    /// The rule is the one that [`simulate`](crate::simulate) plays. A user who is not there yet is the host's to make, as [`TargetUser::new`].
    ///
    /// # Errors
    /// [`CustomOperationError`], and then nothing is to be written: for an administrator, for an offering that the site does not have, and for
    /// an operation that does something else than to change a user, such as to send an email.
    ///
    /// ```
    /// use memberferry::{CustomOperation, Site, TargetUser};
    /// let site = Site::from_json(br#"{"format": 1, "name": "Coffee Club", "timezone": "Europe/Vienna", "offerings": [
    ///     {"id": "club", "name": "Club", "accessTag": "Club", "modules": [{"id": "beans", "name": "Beans"}]}]}"#)?;
    /// let release: CustomOperation = serde_json::from_str(r#"{"kind": "release-offering", "offering": "club"}"#)?;
    /// let ada: TargetUser = serde_json::from_str(r#"{"id": "7", "email": "ada@example.com"}"#)?;
    /// let ada = release.perform(&site, ada, "2024-05-01T09:00:00Z".parse()?)?;
    /// assert_eq!((ada.tags.len(), ada.enrollments.len()), (1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn perform(
        &self,
        site: &Site,
        user: TargetUser,
        at: Instant,
    ) -> Result<TargetUser, CustomOperationError> {
        if user.roles.iter().any(|role| role.eq_ignore_ascii_case(Member::ADMINISTRATOR)) {
            return Err(CustomOperationError::Administrator);
        }
        let mut user = user;
        match self {
            CustomOperation::ReleaseOffering { offering } => {
                release(&mut user, offering_of(site, offering)?, at)
            }
            CustomOperation::RevokeOffering { offering } => {
                revoke(&mut user, offering_of(site, offering)?, at)
            }
            CustomOperation::GrantCourse { offering } => {
                user.tags.extend(permission_tags(offering_of(site, offering)?).cloned());
            }
            CustomOperation::RevokeCourse { offering } => {
                permission_tags(offering_of(site, offering)?).for_each(|tag| {
                    user.tags.remove(tag);
                });
            }
            CustomOperation::AddTags { tags } => user.tags.extend(tags.as_slice().iter().cloned()),
            CustomOperation::RemoveTags { tags } => user.tags.retain(|tag| !tags.as_slice().contains(tag)),
            CustomOperation::SetField { field, value } => {
                user.custom.insert(field.as_str().to_owned(), value.clone());
            }
            _ => return Err(CustomOperationError::NotOfUsers(self.kind())),
        }
        Ok(user)
    }
}

fn offering_of<'a>(site: &'a Site, id: &OfferingId) -> Result<&'a Offering, CustomOperationError> {
    let unknown = || CustomOperationError::Offering(SiteQuestionError::UnknownOffering(id.clone()));
    site.offering(id).ok_or_else(unknown)
}

fn release(user: &mut TargetUser, offering: &Offering, at: Instant) {
    let at_once = || offering.modules_at_once().map(|(_, module)| module);
    user.tags.extend(offering.access_tag.iter().chain(at_once().filter_map(access_tag)).cloned());
    user.tags.retain(|tag| offering.revoke_tag.as_ref() != Some(tag));
    let Some(enrollment) = user.enrollments.get_mut(&offering.id) else {
        let enrollment = TargetEnrollment {
            enrolled_at: at,
            released: at_once().map(|module| (module.id.clone(), Some(at))).collect(),
            clock_from: None,
            paused: [].into(),
            completed: [].into(),
            notified: [].into(),
            revoked_at: None,
        };
        user.enrollments.insert(offering.id.clone(), enrollment);
        return;
    };
    // What was open is open again; what was to come comes later by as long as they were out. Of news that come out of order nothing stood still.
    if let Some(pause) = enrollment.revoked_at.take().and_then(|since| Pause::new(since, Some(at)).ok()) {
        enrollment.paused.insert(pause);
    }
}

fn revoke(user: &mut TargetUser, offering: &Offering, at: Instant) {
    match &offering.revoke_tag {
        Some(tag) => user.tags.extend([tag.clone()]),
        None => user.tags.retain(|tag| offering.access_tag.as_ref() != Some(tag)),
    }
    if let Some(enrollment) = user.enrollments.get_mut(&offering.id) {
        enrollment.revoked_at.get_or_insert(at);
    }
}

/// The tags that give an offering and all of its modules.
fn permission_tags(offering: &Offering) -> impl Iterator<Item = &TagName> {
    offering.access_tag.iter().chain(offering.modules.iter().filter_map(access_tag))
}

fn access_tag(module: &Module) -> Option<&TagName> {
    module.access_tag.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str = r#"{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
        {"id": "paint", "name": "Paint", "accessTag": "Paint", "revokeTag": "Paint: revoked", "modules": [
            {"id": "one", "name": "One", "accessTag": "Paint 1"},
            {"id": "two", "name": "Two", "accessTag": "Paint 2", "release": {"kind": "at-once"}},
            {"id": "three", "name": "Three", "accessTag": "Paint 3",
             "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]},
        {"id": "club", "name": "Club", "accessTag": "Club"}]}"#;

    fn perform(operation: &str, user: &TargetUser, at: &str) -> Result<TargetUser, CustomOperationError> {
        let site = Site::from_json(SITE.as_bytes()).unwrap();
        let operation: CustomOperation = serde_json::from_str(operation).unwrap();
        let done = operation.perform(&site, user.clone(), at.parse().unwrap())?;
        assert_eq!(
            operation.perform(&site, done.clone(), at.parse().unwrap()),
            Ok(done.clone()),
            "done twice"
        );
        Ok(done)
    }

    fn ada(more: &str) -> TargetUser {
        serde_json::from_str(&format!(r#"{{"id": "7", "email": "ada@example.com"{more}}}"#)).unwrap()
    }

    const RELEASE: &str = r#"{"kind": "release-offering", "offering": "paint"}"#;
    const REVOKE: &str = r#"{"kind": "revoke-offering", "offering": "paint"}"#;

    #[test]
    fn a_release_gives_what_opens_at_once_and_enrolls() {
        let is =
            perform(RELEASE, &ada(r#", "tags": ["Paint: revoked", "VIP"]"#), "2024-05-01T09:00:00Z").unwrap();
        let enrolled = r#", "tags": ["Paint", "Paint 1", "Paint 2", "VIP"], "enrollments": {"paint": {"enrolledAt":
            "2024-05-01T09:00:00Z", "released": {"one": "2024-05-01T09:00:00Z", "two": "2024-05-01T09:00:00Z"}}}"#;
        assert_eq!(is, ada(enrolled));
    }

    #[test]
    fn whoever_was_revoked_goes_on_where_they_were() {
        let enrolled = perform(RELEASE, &ada(""), "2024-05-01T09:00:00Z").unwrap();
        let revoked = perform(REVOKE, &enrolled, "2024-05-03T09:00:00Z").unwrap();
        let site = Site::from_json(SITE.as_bytes()).unwrap();
        let (tag, offering) = (TagName::new("Paint: revoked").unwrap(), OfferingId::new("paint").unwrap());
        assert!(revoked.tags.contains(&tag) && revoked.enrollments[&offering].revoked_at.is_some());
        let back = perform(RELEASE, &revoked, "2024-05-08T09:00:00Z").unwrap();
        assert_eq!(back.tags, enrolled.tags);
        let enrollment = back.enrollments[&offering].to_enrollment(&offering);
        let schedule =
            site.release_schedule(&offering, &enrollment, "2024-05-08T09:00:00Z".parse().unwrap()).unwrap();
        // Seven days after the enrollment, and the five that they were out.
        assert_eq!(schedule[2].opens_at, Some("2024-05-13T09:00:00Z".parse().unwrap()));
    }

    #[test]
    fn a_release_that_happened_before_the_revocation_it_comes_after_pauses_nothing() {
        let revoked = ada(
            r#", "enrollments": {"club": {"enrolledAt": "2024-05-01T09:00:00Z", "revokedAt": "2024-05-03T09:00:00Z"}}"#,
        );
        let is =
            perform(r#"{"kind": "release-offering", "offering": "club"}"#, &revoked, "2024-05-02T09:00:00Z")
                .unwrap();
        assert_eq!(
            is,
            ada(r#", "tags": ["Club"], "enrollments": {"club": {"enrolledAt": "2024-05-01T09:00:00Z"}}"#)
        );
    }

    #[test]
    fn without_a_revoke_tag_the_access_tag_goes() {
        let revoke = r#"{"kind": "revoke-offering", "offering": "club"}"#;
        assert_eq!(
            perform(revoke, &ada(r#", "tags": ["Club", "VIP"]"#), "2024-05-01T09:00:00Z"),
            Ok(ada(r#", "tags": ["VIP"]"#))
        );
    }

    #[test]
    fn a_course_is_granted_with_all_of_its_modules_and_enrolls_nobody() {
        let granted =
            perform(r#"{"kind": "grant-course", "offering": "paint"}"#, &ada(""), "2024-05-01T09:00:00Z")
                .unwrap();
        assert_eq!(granted, ada(r#", "tags": ["Paint", "Paint 1", "Paint 2", "Paint 3"]"#));
        let revoked =
            perform(r#"{"kind": "revoke-course", "offering": "paint"}"#, &granted, "2024-05-02T09:00:00Z");
        assert_eq!(revoked, Ok(ada("")));
    }

    #[test]
    fn tags_and_fields_are_those_that_are_named() {
        let at = "2024-05-01T09:00:00Z";
        let gold = perform(r#"{"kind": "add-tags", "tags": ["Gold", "VIP"]}"#, &ada(""), at).unwrap();
        assert_eq!(gold, ada(r#", "tags": ["Gold", "VIP"]"#));
        assert_eq!(
            perform(r#"{"kind": "remove-tags", "tags": ["Gold"]}"#, &gold, at),
            Ok(ada(r#", "tags": ["VIP"]"#))
        );
        let set = perform(r#"{"kind": "set-field", "field": "Hat", "value": "bowler"}"#, &ada(""), at);
        assert_eq!(set, Ok(ada(r#", "custom": {"Hat": "bowler"}"#)));
    }

    #[test]
    fn what_is_no_operation_for_a_user_is_refused() {
        let at = "2024-05-01T09:00:00Z";
        let administrator = ada(r#", "roles": ["Administrator"]"#);
        assert_eq!(perform(RELEASE, &administrator, at), Err(CustomOperationError::Administrator));
        let unknown = perform(r#"{"kind": "revoke-course", "offering": "gold"}"#, &ada(""), at).unwrap_err();
        assert_eq!(
            (unknown.code(), unknown.to_string().as_str()),
            (Code::ReferenceUnknown, "the site has no offering `gold`")
        );
        let mail = perform(r#"{"kind": "send-email", "email": "Welcome"}"#, &ada(""), at);
        assert_eq!(mail, Err(CustomOperationError::NotOfUsers(CustomOperationKind::SendEmail)));
    }
}
