//! The changes of which a plan holds millions, as they are written: each is the same text as its namesake of
//! [`change`](super::change), with nothing owned. Does not know why anything changes.

use std::collections::BTreeSet;

use super::contact_profile::ContactProfile;
use super::json_object::{JsonObject, WriteFields};
use super::{MemberRole, TargetEnrollment};
use crate::{ModuleId, OfferingId, TagName};

/// See [`CreateUser`](super::CreateUser).
pub struct CreateUser<'a> {
    pub email: &'a str,
    pub username: &'a str,
    pub role: &'a MemberRole,
    pub profile: &'a ContactProfile<'a>,
}

impl WriteFields for CreateUser<'_> {
    fn write_fields(&self, change: &mut JsonObject<'_>) {
        change.text("email", self.email);
        change.text("username", self.username);
        change.text("role", self.role.as_str());
        change.object("profile", |profile| self.profile.write_fields(profile));
    }
}

/// A change that needs nothing more than its kind.
pub struct Nothing;

impl WriteFields for Nothing {
    fn write_fields(&self, _: &mut JsonObject<'_>) {}
}

/// See [`AddTags`](super::AddTags).
pub struct AddTags<'a> {
    pub before: &'a BTreeSet<TagName>,
    /// Ascending, each once.
    pub added: &'a [&'a TagName],
}

impl WriteFields for AddTags<'_> {
    fn write_fields(&self, change: &mut JsonObject<'_>) {
        change.texts("before", self.before.iter().map(TagName::as_str));
        change.texts("added", self.added.iter().map(|tag| tag.as_str()));
    }
}

/// See [`Enroll`](super::Enroll).
pub struct Enroll<'a> {
    pub offering: &'a OfferingId,
    pub before: Option<&'a TargetEnrollment>,
    pub after: &'a TargetEnrollment,
}

impl WriteFields for Enroll<'_> {
    fn write_fields(&self, change: &mut JsonObject<'_>) {
        change.text("offering", self.offering.as_str());
        if let Some(before) = self.before {
            change.object("before", |enrollment| write_enrollment(enrollment, before));
        }
        change.object("after", |enrollment| write_enrollment(enrollment, self.after));
    }
}

fn write_enrollment(object: &mut JsonObject<'_>, enrollment: &TargetEnrollment) {
    let TargetEnrollment { enrolled_at, released, clock_from, paused, completed, notified, revoked_at } =
        enrollment;
    object.instant("enrolledAt", *enrolled_at);
    object.object_if_any("released", |modules| {
        for (module, since) in released {
            modules.named_instant(module.as_str(), *since);
        }
    });
    object.instant_if_any("clockFrom", *clock_from);
    object.objects_if_any("paused", paused.iter(), |object, pause| {
        object.instant("from", pause.from());
        object.instant_if_any("until", pause.until());
    });
    object.object_if_any("completed", |modules| {
        for (module, at) in completed {
            modules.named_instant(module.as_str(), Some(*at));
        }
    });
    object.texts_if_any("notified", notified.iter().map(ModuleId::as_str));
    object.instant_if_any("revokedAt", *revoked_at);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::json_object::write_object;

    fn written(change: &impl WriteFields) -> String {
        let mut text = Vec::new();
        write_object(&mut text, |object| change.write_fields(object));
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn an_enrollment_is_written_as_it_is_owned() {
        let everything = r#"{"enrolledAt":"2020-01-02T03:04:05Z","released":{"a":null,"b\"":"2020-01-03T00:00:00.5Z"},
            "clockFrom":"2020-01-04T00:00:00Z","paused":[{"from":"2020-02-01T00:00:00Z","until":"2020-02-02T00:00:00Z"},
            {"from":"2020-03-01T00:00:00Z"}],"completed":{"a":"2020-01-05T00:00:00Z"},"notified":["a","b\""],
            "revokedAt":"2021-01-01T00:00:00Z"}"#;
        let before: TargetEnrollment =
            serde_json::from_str(r#"{"enrolledAt":"2020-01-02T03:04:05Z"}"#).unwrap();
        let after: TargetEnrollment = serde_json::from_str(everything).unwrap();
        let offering = OfferingId::new("w").unwrap();
        for before in [None, Some(before)] {
            let change = Enroll { offering: &offering, before: before.as_ref(), after: &after };
            let text = written(&change);
            let owned = crate::plan::Enroll { offering: offering.clone(), before, after: after.clone() };
            assert_eq!(text, serde_json::to_string(&owned).unwrap());
        }
    }

    #[test]
    fn tags_are_written_as_they_are_owned() {
        let tags = ["Gold", "Silver \\ \u{e9}"].map(|name| TagName::new(name).unwrap());
        let [gold, silver] = &tags;
        let text = written(&AddTags { before: &[gold.clone()].into(), added: &[silver] });
        let owned = crate::plan::AddTags { before: [gold.clone()].into(), added: [silver.clone()].into() };
        assert_eq!(text, serde_json::to_string(&owned).unwrap());
    }
}
