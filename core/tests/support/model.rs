//! A target kept in memory on which some operations fail, and some for good, and that counts how often each was carried out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};

use memberferry::{
    Change, MemoryTarget, Operation, Outcome, Plan, Reconciliation, Run, Snapshot, Subject, TargetUser,
    reconcile,
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

/// A target with its trouble.
#[derive(Clone, Debug)]
pub struct Model {
    pub target: MemoryTarget,
    /// How often each operation was really carried out.
    pub applied: BTreeMap<Uuid, u32>,
    tried: BTreeSet<Uuid>,
    trouble: Trouble,
    plan: Plan,
}

impl Deref for Model {
    type Target = MemoryTarget;
    fn deref(&self) -> &MemoryTarget {
        &self.target
    }
}

impl DerefMut for Model {
    fn deref_mut(&mut self) -> &mut MemoryTarget {
        &mut self.target
    }
}

impl Model {
    pub fn new(before: &[TargetUser], plan: &Plan, trouble: Trouble) -> Self {
        Model::of(MemoryTarget::new(before.iter().cloned()), plan, trouble)
    }

    /// A plan on a target that was there before.
    pub fn of(target: MemoryTarget, plan: &Plan, trouble: Trouble) -> Self {
        Model { target, applied: BTreeMap::new(), tried: BTreeSet::new(), trouble, plan: plan.clone() }
    }

    pub fn snapshot(&self) -> Snapshot {
        self.target.snapshot().unwrap()
    }

    pub fn reconcile(&self) -> Reconciliation {
        reconcile(&self.plan, &self.snapshot())
    }

    /// What a user has to show for the run, the target's own ids left out.
    pub fn state(&self) -> String {
        let users: Vec<_> = self.users.values().map(|user| serde_json::to_string(user).unwrap()).collect();
        format!("{users:?} {:?} {:?} {}", self.new_passwords, self.mailed, self.in_maintenance)
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
        let failed = |retryable, message: &str| Outcome::Failed { retryable, message: message.to_owned() };
        let is_done = self.applied.contains_key(&operation.id);
        let is_on_user = operation.subject != Subject::Site;
        if !is_done && is_on_user && Trouble::hits(self.trouble.broken, operation.id, 1) {
            return failed(false, "broken");
        }
        if !is_done && Trouble::hits(self.trouble.flaky, operation.id, 2) && self.tried.insert(operation.id) {
            return failed(true, "busy");
        }
        // Where something is broken, the target cannot be as planned, and somebody lets it pass.
        let outcome = match operation.change {
            Change::VerifyTarget(_) if self.trouble.broken > 0 && is_done => Outcome::Already,
            Change::VerifyTarget(_) if self.trouble.broken > 0 => Outcome::Applied,
            _ => self.target.carry_out(&self.plan, operation),
        };
        if outcome == Outcome::Applied {
            *self.applied.entry(operation.id).or_default() += 1;
        }
        outcome
    }
}
