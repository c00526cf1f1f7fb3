//! A plan in the making: operations by phase, the issues, and what the target must hold afterwards. Does not know why anything
//! is in the plan.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::json_object::{WriteFields, write_object};
use super::line::{LineWriter, write_json};
use super::lines::OperationLines;
use super::notes::Notes;
use super::snapshot::Packed;
use super::written::Nothing;
use super::{
    CheckTarget, Expected, OperationKind, Plan, PlanDigest, PlanError, PlanHeader, PlanOptions, PlanSummary,
    Reason, Snapshot, Subject, TargetUser, VerifyTarget,
};
use crate::site::Environment;

/// A plan in the making. Users come up by ascending key.
pub struct Draft<'a> {
    pub summary: PlanSummary,
    pub notes: Notes,
    snapshot: &'a Snapshot,
    options: &'a PlanOptions,
    environment: &'a Environment,
    writer: LineWriter,
    lines: OperationLines,
    untouched: Sha256,
    updated: Sha256,
}

impl<'a> Draft<'a> {
    pub fn new(
        snapshot: &'a Snapshot,
        options: &'a PlanOptions,
        environment: &'a Environment,
    ) -> Result<Self, PlanError> {
        Ok(Draft {
            summary: PlanSummary::default(),
            notes: Notes::default(),
            snapshot,
            options,
            environment,
            writer: LineWriter::new(environment)?,
            lines: OperationLines::default(),
            untouched: Sha256::new(),
            updated: Sha256::new(),
        })
    }

    /// Counts an operation and, unless the plan is for verification only, writes it.
    pub fn push(
        &mut self,
        kind: OperationKind,
        subject: &Subject,
        reason: Reason,
        change: &impl Serialize,
    ) -> Result<(), PlanError> {
        self.push_with(kind, subject, reason, |text| write_json(text, change))
    }

    /// The same for a change that is written field by field.
    pub fn push_written(
        &mut self,
        kind: OperationKind,
        subject: &Subject,
        reason: Reason,
        change: &impl WriteFields,
    ) -> Result<(), PlanError> {
        self.push_with(kind, subject, reason, |text| {
            write_object(text, |object| change.write_fields(object));
            Ok(())
        })
    }

    /// The same for an operation that needs nothing more than its kind.
    pub fn push_plain(
        &mut self,
        kind: OperationKind,
        subject: &Subject,
        reason: Reason,
    ) -> Result<(), PlanError> {
        self.push_written(kind, subject, reason, &Nothing)
    }

    fn push_with(
        &mut self,
        kind: OperationKind,
        subject: &Subject,
        reason: Reason,
        change: impl FnOnce(&mut Vec<u8>) -> Result<(), PlanError>,
    ) -> Result<(), PlanError> {
        *self.summary.operations.entry(kind.phase()).or_default().entry(kind).or_default() += 1;
        if self.options.migrate_all_records {
            self.writer.write(&mut self.lines, kind, subject, reason, change)?;
        }
        Ok(())
    }

    /// A user stays as they are.
    pub fn leave(&mut self, user: Packed<'_>) {
        self.untouched.update(user.line());
    }

    /// A user who is there and stays gets other values: these.
    pub fn leave_changed(&mut self, before: Packed<'_>, after: &TargetUser) -> Result<(), PlanError> {
        if !self.options.migrate_all_records {
            self.leave(before);
            return Ok(());
        }
        let mut line = serde_json::to_vec(after).map_err(|_| PlanError::Internal)?;
        line.push(b'\n');
        self.updated.update(&line);
        Ok(())
    }

    /// The plan, with what every run that changes anything does besides.
    pub fn finish(mut self, site: &str, takes_back: Option<PlanDigest>) -> Result<Plan, PlanError> {
        let migrates = self.options.migrate_all_records;
        let users_before = self.snapshot.len() as u64;
        let users_after = (users_before + self.summary.to_create).saturating_sub(self.summary.to_delete);
        let untouched_digest = PlanDigest::of(std::mem::take(&mut self.untouched));
        if !self.summary.operations.is_empty() {
            self.safeguards(users_before, users_after, untouched_digest.clone())?;
        }
        let enrollments = self.summary.of_kind(OperationKind::Enroll)
            + self.summary.of_kind(OperationKind::RestoreEnrollment);
        let expected = Expected {
            users_before,
            users_after: if migrates { users_after } else { users_before },
            tags_added: if migrates { self.summary.tags_to_add } else { 0 },
            enrollments: if migrates { enrollments } else { 0 },
            untouched_digest,
            updated_digest: PlanDigest::of(self.updated),
        };
        let (issues, counts) = self.notes.finish();
        self.summary.issues = counts;
        let header = PlanHeader {
            format: PlanHeader::FORMAT,
            site: site.to_owned(),
            environment: self.environment.clone(),
            takes_back,
            options: PlanOptions {
                environment: None,
                batch_size: PlanOptions::BATCH_SIZE,
                ..self.options.clone()
            },
            summary: self.summary,
            expected,
            issues,
        };
        Plan::from_parts(header, self.lines, self.options.batch_size.max(1))
    }

    fn safeguards(&mut self, before: u64, after: u64, untouched: PlanDigest) -> Result<(), PlanError> {
        let environment = self.environment.clone();
        let check = CheckTarget { environment, users: before, snapshot: self.snapshot.digest() };
        self.push(OperationKind::CheckTarget, &Subject::Site, Reason::Safeguard, &check)?;
        let verify = VerifyTarget { users: after, untouched };
        self.push(OperationKind::VerifyTarget, &Subject::Site, Reason::Safeguard, &verify)?;
        let mut plain = vec![OperationKind::ConfirmBackup, OperationKind::EnableMaintenance];
        if !self.options.keep_maintenance_mode {
            plain.push(OperationKind::DisableMaintenance);
        }
        for kind in plain {
            self.push_plain(kind, &Subject::Site, Reason::Safeguard)?;
        }
        Ok(())
    }
}
