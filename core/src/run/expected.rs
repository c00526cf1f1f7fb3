//! What a plan wants of each user, put together from its phases, one user at a time by the key of their address. Does not know
//! what the target holds.

use std::iter::Peekable;

use uuid::Uuid;

use crate::EmailKey;
use crate::plan::{
    AddTags, Change, CreateUser, Enroll, Operation, Phase, Plan, TargetEnrollment, TargetUser, UpdateUser,
};

/// Everything a plan wants of one user.
pub struct PlannedUser {
    pub key: EmailKey,
    /// The id of one of the operations: a number that is the same everywhere and otherwise arbitrary.
    pub lot: Uuid,
    pub create: Option<Box<CreateUser>>,
    pub update: Option<Box<UpdateUser>>,
    pub tags: Option<AddTags>,
    pub enrollments: Vec<Enroll>,
}

impl PlannedUser {
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
        let enrollments =
            self.enrollments.iter().map(|enroll| (enroll.offering.clone(), enroll.after.clone()));
        user.enrollments.extend(enrollments.collect::<Vec<(_, TargetEnrollment)>>());
    }
}

/// The users a plan touches, by ascending key.
pub fn planned_users(plan: &Plan) -> impl Iterator<Item = PlannedUser> {
    let phase = |phase: Phase| plan.phase_range(phase).filter_map(|place| plan.operation(place)).peekable();
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
            key,
        };
        planned.take_from(&mut enrollments);
        planned.take_from(&mut tags);
        planned.take_from(&mut users);
        Some(planned)
    })
}

fn key_of(operation: Option<&Operation>) -> Option<&EmailKey> {
    operation?.subject.email()
}

impl PlannedUser {
    fn take_from(&mut self, operations: &mut Peekable<impl Iterator<Item = Operation>>) {
        while let Some(operation) = operations.next_if(|next| next.subject.email() == Some(&self.key)) {
            self.lot = operation.id;
            match operation.change {
                Change::CreateUser(create) => self.create = Some(create),
                Change::UpdateUser(update) => self.update = Some(update),
                Change::AddTags(tags) => self.tags = Some(tags),
                Change::Enroll(enroll) => self.enrollments.push(*enroll),
                _ => {}
            }
        }
    }
}
