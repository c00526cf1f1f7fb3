//! The plan that takes a run back: the inverse of what the run wrote, wherever that is still so. Does not know how the run went,
//! but for which operations it carried out.
//!
//! Undone is what the run itself wrote, and nothing else: a user who was there before is never deleted, and a value that somebody
//! changed since stays. A person whom the run may no longer mail stays so.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::planned_user::{CarriedOut, PlannedUser, planned_users};
use super::snapshot::Packed;
use super::{
    CreateUser, DeleteUser, Enroll, OperationKind, Plan, PlanError, PlanOptions, Reason, RemoveTags,
    RestoreEnrollment, RestoreUser, Snapshot, Subject, TargetUser, UpdateUser, UserProfile,
};
use crate::{Code, EmailKey, Instant, Marketing, TagName};

/// Makes the plan that takes back what a run carried out of a plan, on a target as it is now.
pub fn rollback(
    plan: &Plan,
    carried_out: impl Fn(usize) -> CarriedOut + Copy,
    snapshot: &Snapshot,
    now: Instant,
) -> Result<Plan, PlanError> {
    let header = plan.header();
    let options = PlanOptions { now, batch_size: plan.batch_size(), ..header.options.clone() };
    let draft = Draft::new(snapshot, &options, plan.environment())?;
    let mut rollback = Rollback { draft, options: &options };
    let mut users = snapshot.walk();
    for planned in planned_users(plan, carried_out) {
        while let Some(user) = users.next_before(&planned.key) {
            rollback.draft.leave(user);
        }
        rollback.user(&planned, users.take(&planned.key))?;
    }
    while let Some(user) = users.next_any() {
        rollback.draft.leave(user);
    }
    rollback.draft.finish(&header.site, Some(plan.digest().clone()))
}

/// Why something stays that the run may have written before it could record it, where somebody changed what stands beside it.
const MAYBE: &str = "the run may have written it, and it was changed since: nobody can tell which is whose";

struct Rollback<'a> {
    draft: Draft<'a>,
    options: &'a PlanOptions,
}

impl Rollback<'_> {
    fn user(&mut self, planned: &PlannedUser, packed: Option<Packed<'_>>) -> Result<(), PlanError> {
        self.draft.summary.contacts += 1;
        let Some(packed) = packed else {
            // Of a user whom the run made and somebody deleted, nothing is left to take back.
            if planned.create.is_none() {
                self.keep(&planned.key, "user", "the user is no longer there");
            }
            self.draft.summary.unchanged += 1;
            return Ok(());
        };
        let user = packed.user().ok_or(PlanError::Internal)?;
        let is_operator = self.options.operator_email.as_ref() == Some(&planned.key);
        if is_operator || self.options.protects(user.roles.iter().map(String::as_str)) {
            self.keep(&planned.key, "roles", "the user is protected by now");
            self.draft.summary.protected += 1;
            self.draft.leave(packed);
            return Ok(());
        }
        let subject = Subject::User { email: planned.key.clone(), id: Some(user.id.clone()) };
        if let Some(create) = &planned.create {
            return self.created(planned, create, &subject, packed, user);
        }
        let mut after = user.clone();
        if let Some(update) = &planned.update {
            self.fields(planned, update, &subject, &mut after)?;
        }
        if let Some(tags) = &planned.tags {
            let is_unsure = planned.unsure.tags;
            // Of tags that the run may not have added, all must be there and no others.
            let is_written = !is_unsure || after.tags.iter().eq(tags.before.union(&tags.added));
            if is_written {
                self.tags(&tags.added, &subject, &mut after)?;
            } else if !tags.added.is_disjoint(&after.tags) {
                self.keep(&planned.key, "tags", MAYBE);
            }
        }
        for enroll in &planned.enrollments {
            self.enrollment(planned, enroll, &subject, &mut after)?;
        }
        if after == user {
            self.draft.summary.unchanged += 1;
            self.draft.leave(packed);
            return Ok(());
        }
        self.draft.summary.to_update += 1;
        self.draft.leave_changed(packed, &after)
    }

    /// A user whom the run made is deleted, as long as they are as the run left them.
    fn created(
        &mut self,
        planned: &PlannedUser,
        create: &CreateUser,
        subject: &Subject,
        packed: Packed<'_>,
        user: TargetUser,
    ) -> Result<(), PlanError> {
        if !is_as_written(planned, create, &user) {
            self.keep(&planned.key, "user", "the user was changed since the run made them");
            self.draft.summary.unchanged += 1;
            self.draft.leave(packed);
            return Ok(());
        }
        self.draft.summary.to_delete += 1;
        self.draft.push(OperationKind::DeleteUser, subject, Reason::TakenBack, &DeleteUser { user })
    }

    /// The fields that are still as the run wrote them are put back.
    fn fields(
        &mut self,
        planned: &PlannedUser,
        update: &UpdateUser,
        subject: &Subject,
        user: &mut TargetUser,
    ) -> Result<(), PlanError> {
        let key = &planned.key;
        let mut profile = user.profile();
        // Of an update that the run may not have made, all must be there.
        let is_written = profile.restricted_to(&update.after) == update.after;
        if planned.unsure.user && !is_written {
            let changed = update.after.differences(&profile.restricted_to(&update.after));
            for (field, _, _) in update.after.differences(&update.before) {
                if !changed.iter().any(|(other, ..)| *other == field) {
                    self.keep(key, &field, MAYBE);
                }
            }
            return Ok(());
        }
        let mut restore =
            RestoreUser { before: profile.restricted_to(&update.after), after: update.before.clone() };
        for (field, _, _) in update.after.differences(&profile.restricted_to(&update.after)) {
            self.keep(key, &field, "the value was changed since the run wrote it");
            restore.before.forget(&field);
            restore.after.forget(&field);
        }
        let written = restore.before.marketing.as_ref();
        if written.is_some_and(|written| is_looser(restore.after.marketing.as_ref(), written)) {
            self.keep(key, "marketing", "taking it back would allow mail that the source does not");
            restore.before.marketing = None;
            restore.after.marketing = None;
        }
        if restore.before == UserProfile::default() {
            return Ok(());
        }
        restore.apply_to(&mut profile);
        user.set_profile(profile);
        self.draft.push(OperationKind::RestoreUser, subject, Reason::TakenBack, &restore)
    }

    /// The tags that the run added and that are still held are taken away.
    fn tags(
        &mut self,
        added: &BTreeSet<TagName>,
        subject: &Subject,
        user: &mut TargetUser,
    ) -> Result<(), PlanError> {
        let removed: BTreeSet<_> = crate::order::set(added.intersection(&user.tags).cloned());
        if removed.is_empty() {
            return Ok(());
        }
        let change = RemoveTags { before: user.tags.clone(), removed };
        self.draft.push(OperationKind::RemoveTags, subject, Reason::TakenBack, &change)?;
        user.tags.retain(|tag| !change.removed.contains(tag));
        Ok(())
    }

    /// An enrollment that is still as the run wrote it is put back.
    fn enrollment(
        &mut self,
        planned: &PlannedUser,
        enroll: &Enroll,
        subject: &Subject,
        user: &mut TargetUser,
    ) -> Result<(), PlanError> {
        let found = user.enrollments.get(&enroll.offering);
        if found == enroll.before.as_ref() {
            return Ok(());
        }
        if found != Some(&enroll.after) {
            let is_unsure = planned.unsure.enrollments.contains(&enroll.offering);
            let why = if is_unsure { MAYBE } else { "the enrollment was changed since the run wrote it" };
            self.keep(&planned.key, &format!("enrollments.{}", enroll.offering), why);
            return Ok(());
        }
        let offering = enroll.offering.clone();
        match &enroll.before {
            Some(before) => user.enrollments.insert(offering.clone(), before.clone()),
            None => user.enrollments.remove(&offering),
        };
        let change =
            RestoreEnrollment { offering, before: enroll.after.clone(), after: enroll.before.clone() };
        self.draft.push(OperationKind::RestoreEnrollment, subject, Reason::TakenBack, &change)
    }

    fn keep(&mut self, key: &EmailKey, field: &str, why: &str) {
        self.draft.notes.contact(Code::ChangedSince, key.as_str(), field, Some(why.to_owned()));
    }
}

/// Whether a user whom the run made holds all that it wrote, and nothing else. What it may have written may be there.
fn is_as_written(planned: &PlannedUser, create: &CreateUser, user: &TargetUser) -> bool {
    let mut expected = TargetUser::new(user.id.clone(), create.email.clone());
    planned.apply_to(&mut expected);
    if planned.unsure.tags && user.tags.is_empty() {
        expected.tags.clear();
    }
    let unsure = &planned.unsure.enrollments;
    expected
        .enrollments
        .retain(|offering, _| !unsure.contains(offering) || user.enrollments.contains_key(offering));
    // A target may let the address stand for a login name that it does not keep.
    let name = |user: &TargetUser| user.username.clone().unwrap_or_else(|| user.email.as_str().to_owned());
    name(&expected) == name(user)
        && TargetUser { username: expected.username.clone(), ..user.clone() } == expected
}

/// Whether one consent allows more than another; nothing stated allows no mail, and forgets who said no.
fn is_looser(consent: Option<&Marketing>, other: &Marketing) -> bool {
    match consent.filter(|consent| consent.is_stated()) {
        Some(consent) => consent.status < other.status,
        None => !other.status.is_mailable(),
    }
}
