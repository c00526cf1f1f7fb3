//! What a plan wants of each user, put together from its phases, one user at a time by the key of their address. Does not know
//! what the target holds.

use std::collections::BTreeSet;
use std::iter::Peekable;

use uuid::Uuid;

use super::{
    AddTags, Change, CreateUser, DeleteUser, Enroll, Operation, Phase, Plan, RemoveTags, RestoreEnrollment,
    RestoreUser, TargetUser, UpdateUser,
};
use crate::{EmailKey, OfferingId, UserId};

/// Whether a run carried an operation out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedOut {
    Yes,
    /// It was next, or handed out, and nothing is recorded of it: the target has to tell.
    Perhaps,
    No,
}

/// Which of a user's operations were [`Perhaps`](CarriedOut::Perhaps) carried out.
#[derive(Default)]
pub struct Unsure {
    /// That on the user as such.
    pub user: bool,
    pub tags: bool,
    pub enrollments: BTreeSet<OfferingId>,
}

/// Everything a plan wants of one user.
pub struct PlannedUser {
    pub key: EmailKey,
    /// The id of one of the operations: a number that is the same everywhere and otherwise arbitrary.
    pub lot: Uuid,
    pub create: Option<Box<CreateUser>>,
    pub update: Option<Box<UpdateUser>>,
    pub tags: Option<AddTags>,
    pub enrollments: Vec<Enroll>,
    pub unsure: Unsure,
    pub delete: Option<Box<DeleteUser>>,
    pub restore: Option<Box<RestoreUser>>,
    pub remove: Option<RemoveTags>,
    pub restored_enrollments: Vec<RestoreEnrollment>,
}

impl PlannedUser {
    /// The user whom the plan leaves; absent where it deletes them, and where it creates nobody and nobody is there. One whom it creates has
    /// the id `new`.
    pub fn after(&self, before: Option<TargetUser>) -> Option<TargetUser> {
        let created = self
            .create
            .as_ref()
            .and_then(|create| Some(TargetUser::new(UserId::new("new").ok()?, create.email.clone())));
        let mut user = created.or(before)?;
        self.apply_to(&mut user);
        self.delete.is_none().then_some(user)
    }

    /// Writes what is planned over what a user holds.
    pub fn apply_to(&self, user: &mut TargetUser) {
        if let Some(create) = &self.create {
            user.username = Some(create.username.clone());
            user.roles = [create.role.as_str().to_owned()].into();
            user.set_profile(create.profile.clone());
        }
        if let Some(update) = &self.update {
            let mut profile = user.profile();
            profile.apply(&update.after);
            user.set_profile(profile);
        }
        if let Some(tags) = &self.tags {
            user.tags.extend(tags.added.iter().cloned());
        }
        for enroll in &self.enrollments {
            user.enrollments.insert(enroll.offering.clone(), enroll.after.clone());
        }
        if let Some(restore) = &self.restore {
            let mut profile = user.profile();
            restore.apply_to(&mut profile);
            user.set_profile(profile);
        }
        if let Some(tags) = &self.remove {
            user.tags.retain(|tag| !tags.removed.contains(tag));
        }
        for restore in &self.restored_enrollments {
            match &restore.after {
                Some(after) => user.enrollments.insert(restore.offering.clone(), after.clone()),
                None => user.enrollments.remove(&restore.offering),
            };
        }
    }
}

/// The users whom the operations of a plan touch, by ascending key; those that were not carried out are left out.
pub fn planned_users(
    plan: &Plan,
    carried_out: impl Fn(usize) -> CarriedOut + Copy,
) -> impl Iterator<Item = PlannedUser> {
    let phase = |phase: Phase| {
        let places = plan.phase_range(phase).map(move |place| (place, carried_out(place)));
        let done = places.filter(|(_, done)| *done != CarriedOut::No);
        done.filter_map(|(place, done)| Some((plan.operation(place)?, done))).peekable()
    };
    let (mut users, mut tags, mut enrollments) =
        (phase(Phase::Users), phase(Phase::Tags), phase(Phase::Enrollments));
    std::iter::from_fn(move || {
        let next = [key_of(users.peek()), key_of(tags.peek()), key_of(enrollments.peek())];
        let key = next.into_iter().flatten().min()?.clone();
        let mut planned = PlannedUser {
            lot: Uuid::nil(),
            create: None,
            update: None,
            tags: None,
            enrollments: Vec::new(),
            unsure: Unsure::default(),
            delete: None,
            restore: None,
            remove: None,
            restored_enrollments: Vec::new(),
            key,
        };
        planned.take_from(&mut enrollments);
        planned.take_from(&mut tags);
        planned.take_from(&mut users);
        Some(planned)
    })
}

type Done = (Operation, CarriedOut);

fn key_of(done: Option<&Done>) -> Option<&EmailKey> {
    done?.0.subject.email()
}

impl PlannedUser {
    fn take_from(&mut self, operations: &mut Peekable<impl Iterator<Item = Done>>) {
        while let Some((operation, done)) = operations.next_if(|next| key_of(Some(next)) == Some(&self.key)) {
            self.lot = operation.id;
            if done == CarriedOut::Perhaps {
                match operation.phase() {
                    Phase::Users => self.unsure.user = true,
                    Phase::Tags => self.unsure.tags = true,
                    _ => self.unsure.enrollments.extend(operation.change.offering().cloned()),
                }
            }
            match operation.change {
                Change::CreateUser(create) => self.create = Some(create),
                Change::UpdateUser(update) => self.update = Some(update),
                Change::AddTags(tags) => self.tags = Some(tags),
                Change::Enroll(enroll) => self.enrollments.push(*enroll),
                Change::DeleteUser(delete) => self.delete = Some(delete),
                Change::RestoreUser(restore) => self.restore = Some(restore),
                Change::RemoveTags(tags) => self.remove = Some(tags),
                Change::RestoreEnrollment(restore) => self.restored_enrollments.push(*restore),
                _ => {}
            }
        }
    }
}
