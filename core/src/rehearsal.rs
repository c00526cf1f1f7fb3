//! A target kept in memory, on which a run can be rehearsed: it carries operations out as a careful host does. Knows no database, and keeps no
//! password.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::plan::{Change, Operation, Plan, PlanDigest, PlanError, Snapshot, TargetUser};
use crate::run::{Outcome, reconcile};
use crate::{EmailKey, UserId};

/// A target kept in memory, for rehearsing a run and for testing hosts.
///
/// What it did once it does not do again; everything else is as [`Operation::perform`] has it. It takes every backup as made, and gives a user whom it creates the id `new-` with the key of their address.
///
/// ```
/// use memberferry::{Contact, Contacts, Email, MemoryTarget, Outcome, Plan, PlanOptions, Run, RunOptions, Site, reconcile};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}}"#)?;
/// let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
/// let mut options = PlanOptions::new("2024-05-01T00:00:00Z".parse()?);
/// options.import_all_contacts = true;
/// let mut target = MemoryTarget::new([]);
/// let plan = Plan::build(&site, &contacts, &target.snapshot()?, &options)?;
/// let (mut run, _) = Run::start(&plan, &RunOptions::new(plan.environment().clone()), options.now)?;
/// while let Some(batch) = run.next_batch() {
///     let outcomes: Vec<Outcome> = batch.operations.iter().map(|operation| target.carry_out(&plan, operation)).collect();
///     run.record(&batch, &outcomes, options.now)?;
/// }
/// assert!(reconcile(&plan, &target.snapshot()?).ok);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct MemoryTarget {
    /// The users, by the key of their address.
    pub users: BTreeMap<EmailKey, TargetUser>,
    /// Whether the site is in maintenance mode.
    pub in_maintenance: bool,
    /// Who got a new password.
    pub new_passwords: BTreeSet<EmailKey>,
    /// Who was mailed.
    pub mailed: BTreeSet<EmailKey>,
    done: BTreeSet<(PlanDigest, Uuid)>,
}

impl MemoryTarget {
    /// A target with these users; of two under one key the later.
    pub fn new(users: impl IntoIterator<Item = TargetUser>) -> Self {
        let users = users.into_iter().map(|user| (user.email.key(), user)).collect();
        MemoryTarget { users, ..MemoryTarget::default() }
    }

    /// The users as they are now.
    ///
    /// # Errors
    /// [`PlanError`] where somebody has put a user under a key that is not their address's, and another stands there.
    pub fn snapshot(&self) -> Result<Snapshot, PlanError> {
        Snapshot::from_users(self.users.values().cloned())
    }

    /// Carries out an operation of a plan, or says why not.
    pub fn carry_out(&mut self, plan: &Plan, operation: &Operation) -> Outcome {
        let id = (plan.digest().clone(), operation.id);
        if self.done.contains(&id) {
            return Outcome::Already;
        }
        let changed = match operation.subject.email() {
            None => self.on_site(plan, &operation.change),
            Some(key) => self.on_user(key, operation),
        };
        match changed {
            Ok(()) => {
                self.done.insert(id);
                Outcome::Applied
            }
            Err(refused) => refused,
        }
    }

    fn on_site(&mut self, plan: &Plan, change: &Change) -> Result<(), Outcome> {
        match change {
            Change::CheckTarget(check) => {
                let snapshot = self.snapshot().map_err(|error| conflict(&error.to_string()))?;
                let is_same = check.users == snapshot.len() as u64 && check.snapshot == snapshot.digest();
                is_same.then_some(()).ok_or_else(|| conflict("the users are not those of the plan"))?;
            }
            Change::EnableMaintenance => self.in_maintenance = true,
            Change::DisableMaintenance => self.in_maintenance = false,
            Change::VerifyTarget(_) => {
                let snapshot = self.snapshot().map_err(|error| conflict(&error.to_string()))?;
                if !reconcile(plan, &snapshot).ok {
                    let message = "the target is not as planned".to_owned();
                    return Err(Outcome::Failed { retryable: false, message });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn on_user(&mut self, key: &EmailKey, operation: &Operation) -> Result<(), Outcome> {
        let id = UserId::new(&format!("new-{}", key.as_str()))
            .map_err(|error| Outcome::Failed { retryable: false, message: error.to_string() })?;
        let user = self.users.get(key).cloned();
        let after = operation.perform(user, id).map_err(|why| conflict(&why.to_string()))?;
        match &operation.change {
            Change::ResetPassword | Change::SetPassword(_) => drop(self.new_passwords.insert(key.clone())),
            Change::SendCredentials => drop(self.mailed.insert(key.clone())),
            _ => {}
        }
        match after {
            Some(user) => self.users.insert(key.clone(), user),
            None => self.users.remove(key),
        };
        Ok(())
    }
}

fn conflict(message: &str) -> Outcome {
    Outcome::Conflict { message: message.to_owned() }
}
