//! Whether the target holds what was planned, and nothing else changed: every planned value, every count, every user the plan
//! does not touch. Does not know how the plan was carried out, nor who changed what differs.

use std::collections::BTreeSet;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::plan::{
    CarriedOut, Plan, PlanDigest, PlannedUser, Snapshot, TargetEnrollment, TargetUser, UserProfile,
    planned_users,
};
use crate::{Code, EmailKey, Excerpt, Issue, Location, OfferingId};

/// A plan compared with what the target holds afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reconciliation {
    /// Whether there is no difference at all.
    pub ok: bool,
    /// What was compared.
    pub verified: Verified,
    /// Where target and plan differ: users by the key of their address, then what concerns all of them. At most
    /// [`KEPT_DIFFERENCES`](Self::KEPT_DIFFERENCES).
    pub differences: Vec<Difference>,
    /// How many differences there are, those that are not kept included.
    pub differences_found: u64,
}

impl Reconciliation {
    /// The most differences that are kept in full.
    pub const KEPT_DIFFERENCES: usize = 10_000;
}

/// What was compared, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Verified {
    /// Users the target should have.
    pub users_expected: u64,
    /// Users it has.
    pub users_found: u64,
    /// Users the plan creates or changes.
    pub planned_users: u64,
    /// Those of them who are there.
    pub planned_users_found: u64,
    /// Users the plan does not touch.
    pub untouched_users: u64,
    /// Tags the plan adds.
    pub tags_expected: u64,
    /// Those of them that are held.
    pub tags_found: u64,
    /// Enrollments the plan makes or adds to.
    pub enrollments_expected: u64,
    /// Those of them that are as planned.
    pub enrollments_found: u64,
}

/// One value that is not the planned one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The key of the user's address; absent for what concerns all users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<EmailKey>,
    /// The field, as in [`TargetUser`], or `user`, `users`, `untouched`, `updated`.
    pub field: String,
    /// What was planned; absent for nothing, and for a user who was to be deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What is there; absent for nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// The same as an issue, with what to do about it.
    pub issue: Issue,
}

/// Compares a plan with what the target holds after it was carried out.
///
/// A user the plan creates must be exactly as planned; of one it changes every planned value, all tags and the touched enrollments must
/// be, and the digest of the whole must; of all others the digest must. Users, tags and enrollments that are there and were not
/// planned are differences too.
pub fn reconcile(plan: &Plan, after: &Snapshot) -> Reconciliation {
    let expected = &plan.header().expected;
    let mut found = Findings::default();
    found.verified.users_expected = expected.users_after;
    found.verified.users_found = after.len() as u64;
    let mut users = after.walk();
    let (mut untouched, mut updated) = (Sha256::new(), Sha256::new());
    for planned in planned_users(plan, |_| CarriedOut::Yes) {
        while let Some(user) = users.next_before(&planned.key) {
            untouched.update(user.line());
            found.verified.untouched_users += 1;
        }
        let packed = users.take(&planned.key);
        if let Some(user) = packed.filter(|_| planned.create.is_none()) {
            updated.update(user.line());
        }
        found.user(&planned, packed.and_then(|user| user.user()));
    }
    while let Some(user) = users.next_any() {
        untouched.update(user.line());
        found.verified.untouched_users += 1;
    }
    let (users_expected, users_found) = (expected.users_after.to_string(), after.len().to_string());
    if users_expected != users_found {
        found.add(Code::CountDiffers, None, "users", Some(users_expected), Some(users_found));
    }
    let untouched = PlanDigest::of(untouched);
    if untouched != expected.untouched_digest {
        let (expected, untouched) = (expected.untouched_digest.to_string(), untouched.to_string());
        found.add(Code::UntouchedChanged, None, "untouched", Some(expected), Some(untouched));
    }
    let updated = PlanDigest::of(updated);
    // Where a difference is listed, it is the reason; else something changed that the plan has no value for.
    if updated != expected.updated_digest && !found.is_update_different {
        let (expected, updated) = (expected.updated_digest.to_string(), updated.to_string());
        found.add(Code::UntouchedChanged, None, "updated", Some(expected), Some(updated));
    }
    let Findings { verified, differences, count, .. } = found;
    Reconciliation { ok: count == 0, verified, differences, differences_found: count }
}

#[derive(Default)]
struct Findings {
    verified: Verified,
    differences: Vec<Difference>,
    count: u64,
    /// Whether a difference was found on a user whom the plan updates.
    is_update_different: bool,
}

impl Findings {
    fn add(
        &mut self,
        code: Code,
        subject: Option<&EmailKey>,
        field: &str,
        expected: Option<String>,
        found: Option<String>,
    ) {
        self.count += 1;
        if self.differences.len() >= Reconciliation::KEPT_DIFFERENCES {
            return;
        }
        let mut issue = Issue::new(code).at(Location::default().with_field(field));
        if code == Code::ValueDiffers {
            let shown = |value: &Option<String>| {
                value.as_ref().map_or("nothing".to_owned(), |value| format!("`{}`", Excerpt::new(value)))
            };
            issue = issue.with_message(format!(
                "{} was planned, and {} is there",
                shown(&expected),
                shown(&found)
            ));
        }
        if let Some(subject) = subject {
            issue = issue.with_value(subject.as_str());
        }
        self.differences.push(Difference {
            subject: subject.cloned(),
            field: field.to_owned(),
            expected,
            found,
            issue,
        });
    }

    fn user(&mut self, planned: &PlannedUser, user: Option<TargetUser>) {
        let tags_planned = planned.tags.as_ref().map_or(0, |tags| tags.added.len()) as u64;
        self.verified.planned_users += 1;
        self.verified.tags_expected += tags_planned;
        self.verified.enrollments_expected +=
            (planned.enrollments.len() + planned.restored_enrollments.len()) as u64;
        let before = self.count;
        match user {
            Some(user) if planned.delete.is_some() => {
                let found = Some(user.email.as_str().to_owned());
                self.add(Code::ValueDiffers, Some(&planned.key), "user", None, found);
            }
            None if planned.delete.is_some() => self.verified.planned_users_found += 1,
            Some(user) => {
                self.verified.planned_users_found += 1;
                self.compare(planned, &user);
            }
            None => self.add(Code::UserMissing, Some(&planned.key), "user", None, None),
        }
        self.is_update_different |= planned.create.is_none() && self.count > before;
    }

    fn compare(&mut self, planned: &PlannedUser, user: &TargetUser) {
        let key = &planned.key;
        let profile = user.profile();
        if let Some(create) = &planned.create {
            let username = user.username.as_deref().unwrap_or(user.email.as_str());
            let roles = user.roles.iter().cloned().collect::<Vec<_>>().join(", ");
            for (field, expected, found) in [
                ("email", create.email.as_str(), user.email.as_str()),
                ("username", create.username.as_str(), username),
                ("roles", create.role.as_str(), roles.as_str()),
            ] {
                if expected != found {
                    let (expected, found) = (expected.to_owned(), found.to_owned());
                    self.add(Code::ValueDiffers, Some(key), field, Some(expected), Some(found));
                }
            }
            self.profile(key, &create.profile, &profile);
        }
        if let Some(update) = &planned.update {
            self.profile(key, &update.after, &profile.restricted_to(&update.after));
        }
        if let Some(restore) = &planned.restore {
            self.profile(key, &restore.after, &profile.restricted_to(&restore.before.with(&restore.after)));
        }
        self.tags(planned, user);
        for restore in &planned.restored_enrollments {
            let (expected, found) = (restore.after.as_ref(), user.enrollments.get(&restore.offering));
            self.verified.enrollments_found += u64::from(found == expected);
            self.enrollment(key, restore.offering.as_str(), expected, found);
        }
        for enroll in &planned.enrollments {
            let (expected, found) = (&enroll.after, user.enrollments.get(&enroll.offering));
            self.verified.enrollments_found += u64::from(found == Some(expected));
            self.enrollment(key, enroll.offering.as_str(), Some(expected), found);
        }
        if planned.create.is_some() {
            let is_planned =
                |offering: &OfferingId| planned.enrollments.iter().any(|enroll| enroll.offering == *offering);
            for (offering, found) in user.enrollments.iter().filter(|(offering, _)| !is_planned(offering)) {
                self.enrollment(key, offering.as_str(), None, Some(found));
            }
        }
    }

    fn profile(&mut self, key: &EmailKey, expected: &UserProfile, found: &UserProfile) {
        for (field, expected, found) in expected.differences(found) {
            self.add(Code::ValueDiffers, Some(key), &field, expected, found);
        }
    }

    fn tags(&mut self, planned: &PlannedUser, user: &TargetUser) {
        let expected: BTreeSet<_> = match &planned.tags {
            Some(tags) => {
                self.verified.tags_found += tags.added.intersection(&user.tags).count() as u64;
                tags.before.union(&tags.added).collect()
            }
            None => match &planned.remove {
                Some(tags) => tags.before.difference(&tags.removed).collect(),
                None if planned.create.is_some() => BTreeSet::new(),
                None => return,
            },
        };
        let found: BTreeSet<_> = crate::order::set(&user.tags);
        for tag in expected.symmetric_difference(&found) {
            let (expected, found) = (expected.get(tag), found.get(tag));
            let named = |tag: Option<&&crate::TagName>| tag.map(|tag| tag.as_str().to_owned());
            self.add(Code::ValueDiffers, Some(&planned.key), "tags", named(expected), named(found));
        }
    }

    fn enrollment(
        &mut self,
        key: &EmailKey,
        offering: &str,
        expected: Option<&TargetEnrollment>,
        found: Option<&TargetEnrollment>,
    ) {
        if expected != found {
            let shown = |enrollment: Option<&TargetEnrollment>| {
                enrollment.and_then(|enrollment| serde_json::to_string(enrollment).ok())
            };
            let field = format!("enrollments.{offering}");
            self.add(Code::ValueDiffers, Some(key), &field, shown(expected), shown(found));
        }
    }
}
