//! A target kept in memory that carries out operations as a careful host does: what it did and what it holds change together,
//! and what it did once it does not do again.

use std::collections::{BTreeMap, BTreeSet};

use memberferry::{
    Change, EmailKey, Environment, Operation, Outcome, Plan, Reconciliation, Run, Snapshot, Subject,
    TargetUser, UserId, reconcile,
};
use uuid::Uuid;

/// What goes wrong on a target.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trouble {
    /// Of how many operations one fails at the first try and not at the next; none for 0.
    pub flaky: u8,
    /// Of how many operations on users one can never be carried out; none for 0.
    pub broken: u8,
}

impl Trouble {
    fn hits(one_of: u8, id: Uuid, salt: usize) -> bool {
        one_of > 0 && id.as_bytes()[salt].is_multiple_of(one_of)
    }
}

/// A target and its memory. Equal where users hold the same, whatever happened on the way.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub users: BTreeMap<EmailKey, TargetUser>,
    pub in_maintenance: bool,
    /// Users with a new password, and users who were mailed.
    pub reset: BTreeSet<EmailKey>,
    pub mailed: BTreeSet<EmailKey>,
    /// How often each operation was really carried out.
    pub applied: BTreeMap<Uuid, u32>,
    tried: BTreeSet<Uuid>,
    trouble: Trouble,
    plan: Option<Plan>,
    environment: Option<Environment>,
}

impl Model {
    pub fn new(before: &[TargetUser], plan: &Plan, trouble: Trouble) -> Self {
        Model {
            users: before.iter().map(|user| (user.email.key(), user.clone())).collect(),
            plan: Some(plan.clone()),
            environment: Some(plan.environment().clone()),
            trouble,
            ..Model::default()
        }
    }

    pub fn snapshot(&self) -> Snapshot {
        Snapshot::from_users(self.users.values().cloned()).unwrap()
    }

    pub fn reconcile(&self) -> Reconciliation {
        reconcile(self.plan.as_ref().unwrap(), &self.snapshot())
    }

    /// What a user has to show for the run, the target's own ids left out.
    pub fn state(&self) -> String {
        let users: Vec<_> = self.users.values().map(|user| serde_json::to_string(user).unwrap()).collect();
        format!("{users:?} {:?} {:?} {}", self.reset, self.mailed, self.in_maintenance)
    }

    pub fn perform(&mut self, operations: &[Operation]) -> Vec<Outcome> {
        operations.iter().map(|operation| self.one(operation)).collect()
    }

    /// Carries out all that is left of a run, giving the journal lines of each batch.
    pub fn finish(&mut self, run: &mut Run) -> Vec<Vec<u8>> {
        let mut lines = Vec::new();
        while let Some(batch) = run.next_batch() {
            let outcomes = self.perform(&batch.operations);
            lines.push(run.record(&batch, &outcomes, "2024-06-01T12:00:00Z".parse().unwrap()).unwrap());
        }
        lines
    }

    fn one(&mut self, operation: &Operation) -> Outcome {
        if self.applied.contains_key(&operation.id) {
            return Outcome::Already;
        }
        let is_on_user = operation.subject != Subject::Site;
        if is_on_user && Trouble::hits(self.trouble.broken, operation.id, 1) {
            return Outcome::Failed { retryable: false, message: "broken".to_owned() };
        }
        if Trouble::hits(self.trouble.flaky, operation.id, 2) && self.tried.insert(operation.id) {
            return Outcome::Failed { retryable: true, message: "busy".to_owned() };
        }
        let outcome = self.change(operation);
        if outcome == Outcome::Applied {
            *self.applied.entry(operation.id).or_default() += 1;
        }
        outcome
    }

    fn change(&mut self, operation: &Operation) -> Outcome {
        let conflict = |message: &str| Outcome::Conflict { message: message.to_owned() };
        let key = operation.subject.email().cloned();
        let next_id = UserId::new(&format!("new-{}", key.as_ref().map_or("", EmailKey::as_str))).unwrap();
        let user = key.as_ref().and_then(|key| self.users.get_mut(key));
        match (&operation.change, user) {
            (Change::CheckTarget(check), _) => {
                let snapshot = self.snapshot();
                let fits = Some(&check.environment) == self.environment.as_ref()
                    && check.users == snapshot.len() as u64
                    && check.snapshot == snapshot.digest();
                if !fits {
                    return conflict("another target");
                }
            }
            (Change::ConfirmBackup, _) => {}
            (Change::EnableMaintenance, _) => self.in_maintenance = true,
            (Change::DisableMaintenance, _) => self.in_maintenance = false,
            (Change::VerifyTarget(_), _) => {
                let ok = self.reconcile().ok;
                if !ok && self.trouble.broken == 0 {
                    return Outcome::Failed { retryable: false, message: "differs".to_owned() };
                }
            }
            (Change::CreateUser(_), Some(_)) => return conflict("there is one"),
            (Change::CreateUser(create), None) => {
                let mut user = TargetUser::new(next_id, create.email.clone());
                user.username = Some(create.username.clone());
                user.roles = [create.role.as_str().to_owned()].into();
                user.set_profile(create.profile.clone());
                self.users.insert(create.email.key(), user);
            }
            (Change::UpdateUser(update), Some(user)) => {
                let mut profile = user.profile();
                if !update.fits(&profile) {
                    return conflict("another profile");
                }
                profile.apply(&update.after);
                user.set_profile(profile);
            }
            (Change::AddTags(tags), Some(user)) => {
                if user.tags != tags.before {
                    return conflict("other tags");
                }
                user.tags.extend(tags.added.iter().cloned());
            }
            (Change::Enroll(enroll), Some(user)) => {
                if user.enrollments.get(&enroll.offering) != enroll.before.as_ref() {
                    return conflict("another enrollment");
                }
                user.enrollments.insert(enroll.offering.clone(), enroll.after.clone());
            }
            (Change::DeleteUser(delete), Some(user)) => {
                if *user != delete.user {
                    return conflict("changed since");
                }
                self.users.remove(&delete.user.email.key());
            }
            (Change::RestoreUser(restore), Some(user)) => {
                let mut profile = user.profile();
                if !restore.fits(&profile) {
                    return conflict("changed since");
                }
                restore.apply_to(&mut profile);
                user.set_profile(profile);
            }
            (Change::RemoveTags(tags), Some(user)) => {
                if user.tags != tags.before {
                    return conflict("other tags");
                }
                user.tags.retain(|tag| !tags.removed.contains(tag));
            }
            (Change::RestoreEnrollment(restore), Some(user)) => {
                if user.enrollments.get(&restore.offering) != Some(&restore.before) {
                    return conflict("another enrollment");
                }
                match &restore.after {
                    Some(after) => user.enrollments.insert(restore.offering.clone(), after.clone()),
                    None => user.enrollments.remove(&restore.offering),
                };
            }
            (Change::ResetPassword | Change::SetPassword(_), Some(_)) => {
                self.reset.extend(key);
            }
            (Change::SendCredentials, Some(_)) => {
                self.mailed.extend(key);
            }
            _ => return conflict("there is nobody"),
        }
        Outcome::Applied
    }
}
