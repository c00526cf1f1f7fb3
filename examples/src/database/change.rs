//! Carries out a batch of operations in one transaction, together with the memory of having done so. Does not decide
//! anything: what to write stands in the operation.
//!
//! An operation is done only where the database still holds what the operation says it holds; else it is a conflict, and
//! nothing is written for it.

use anyhow::Context as _;
use memberferry::{
    AddTags, Change, CreateUser, Instant, Operation, Outcome, Snapshot, Subject, TargetEnrollment,
    UpdateUser, UserProfile,
};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::take_back::{delete_user, remove_tags, restore_user};
use super::{Target, snapshot};
use crate::passwords::Kept;

/// What an enrollment has in tables of its own.
pub(super) const ENROLLMENT_TABLES: [&str; 4] =
    ["released_modules", "notified_modules", "completed_modules", "pauses"];

/// What became of one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is done now.
    Applied,
    /// It was done before.
    Already,
    /// The database holds something else than the operation expects; nothing was written for it.
    Conflict(String),
    /// It cannot be done.
    Failed(String),
}

impl Done {
    /// The same, as a run wants it. Nothing here gets better by trying again at once.
    pub fn into_outcome(self) -> Outcome {
        match self {
            Done::Applied => Outcome::Applied,
            Done::Already => Outcome::Already,
            Done::Conflict(message) => Outcome::Conflict { message },
            Done::Failed(message) => Outcome::Failed { retryable: false, message },
        }
    }
}

/// Checks that need more than one user: they are the migration's to make, within the batch's transaction.
pub trait Checks {
    /// Whether the target is the one that the plan was made for; the difference, where it is not.
    fn target(&self, snapshot: &Snapshot, operation: &Operation) -> Result<(), String>;
    /// What is kept of the password that an operation gives a user; what is wrong, where there is none.
    fn password(&self, operation: &Operation) -> Result<Kept, String>;
    /// Whether there is a backup; what is wrong, where one is needed and there is none.
    fn backup(&self) -> Result<Backup, String>;
}

/// What is known of the copy made before a plan is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backup {
    /// It is there.
    Kept,
    /// Nobody was on the target, so there was nothing to copy.
    NotNeeded,
}

impl Target {
    /// Carries out a batch: all of it or, where this fails, nothing.
    pub fn perform(
        &mut self,
        plan: &str,
        operations: &[Operation],
        checks: &dyn Checks,
    ) -> anyhow::Result<Vec<Done>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut outcomes = Vec::with_capacity(operations.len());
        for operation in operations {
            let done = perform(&transaction, plan, operation, checks)
                .with_context(|| format!("the operation {} ({}) failed", operation.id, operation.kind()))?;
            outcomes.push(done);
        }
        transaction.commit()?;
        Ok(outcomes)
    }
}

fn perform(
    transaction: &Transaction<'_>,
    plan: &str,
    operation: &Operation,
    checks: &dyn Checks,
) -> anyhow::Result<Done> {
    let id = operation.id.to_string();
    let known = "SELECT 1 FROM applied_operations WHERE plan = ?1 AND id = ?2";
    if transaction.prepare_cached(known)?.exists([plan, &id])? {
        return Ok(Done::Already);
    }
    let done = change(transaction, operation, checks)?;
    if done == Done::Applied {
        transaction.prepare_cached("INSERT INTO applied_operations VALUES (?1, ?2)")?.execute([plan, &id])?;
    }
    Ok(done)
}

fn change(transaction: &Transaction<'_>, operation: &Operation, checks: &dyn Checks) -> anyhow::Result<Done> {
    match &operation.change {
        Change::CheckTarget(_) | Change::VerifyTarget(_) => {
            let found = checks.target(&snapshot::take(transaction)?, operation);
            Ok(found.map_or_else(Done::Conflict, |()| Done::Applied))
        }
        Change::ConfirmBackup => match checks.backup() {
            Ok(Backup::Kept) => set(transaction, "backup", "confirmed"),
            Ok(Backup::NotNeeded) => set(transaction, "backup", "not-needed"),
            Err(why) => Ok(Done::Failed(why)),
        },
        Change::EnableMaintenance => set(transaction, "maintenance", "on"),
        Change::DisableMaintenance => set(transaction, "maintenance", "off"),
        Change::CreateUser(user) => create_user(transaction, operation, user),
        other => {
            let Some(user) = find(transaction, &operation.subject)? else {
                return Ok(Done::Conflict("the user is not there".to_owned()));
            };
            if user.is_administrator {
                return Ok(Done::Conflict("the user is an administrator".to_owned()));
            }
            match other {
                Change::UpdateUser(update) => update_user(transaction, &user, update),
                Change::RestoreUser(restore) => restore_user(transaction, &user, restore),
                Change::DeleteUser(delete) => delete_user(transaction, &user, delete),
                Change::AddTags(tags) => add_tags(transaction, &user, tags),
                Change::RemoveTags(tags) => remove_tags(transaction, &user, tags),
                Change::Enroll(enroll) => {
                    let (before, after) = (enroll.before.as_ref(), Some(&enroll.after));
                    write_enrollment(transaction, &user, enroll.offering.as_str(), before, after)
                }
                Change::RestoreEnrollment(restore) => {
                    let (before, after) = (Some(&restore.before), restore.after.as_ref());
                    write_enrollment(transaction, &user, restore.offering.as_str(), before, after)
                }
                Change::ResetPassword => match checks.password(operation) {
                    Ok(_) => {
                        transaction
                            .execute("INSERT OR IGNORE INTO password_resets VALUES (?1)", [user.id])?;
                        Ok(Done::Applied)
                    }
                    Err(why) => Ok(Done::Failed(why)),
                },
                Change::SetPassword(_) => match checks.password(operation) {
                    Ok(kept) => keep_password(transaction, user.id, &kept),
                    Err(why) => Ok(Done::Failed(why)),
                },
                Change::SendCredentials => {
                    transaction
                        .execute("INSERT OR IGNORE INTO outbox VALUES (?1, 'credentials')", [user.id])?;
                    Ok(Done::Applied)
                }
                _ => Ok(Done::Failed(format!("this target does not know how to do `{}`", operation.kind()))),
            }
        }
    }
}

fn keep_password(connection: &Connection, user: i64, kept: &Kept) -> anyhow::Result<Done> {
    let hash = match kept {
        Kept::Hash(hash) => Some(hash.expose()),
        Kept::Marker => None,
    };
    connection.execute("INSERT OR REPLACE INTO kept_passwords VALUES (?1, ?2)", params![user, hash])?;
    Ok(Done::Applied)
}

fn set(connection: &Connection, name: &str, value: &str) -> anyhow::Result<Done> {
    connection.execute("INSERT OR REPLACE INTO settings VALUES (?1, ?2)", [name, value])?;
    Ok(Done::Applied)
}

/// A user as far as an operation needs to know them.
pub(super) struct Found {
    pub id: i64,
    pub profile: UserProfile,
    is_administrator: bool,
}

fn find(connection: &Connection, subject: &Subject) -> anyhow::Result<Option<Found>> {
    let Some(email) = subject.email() else { return Ok(None) };
    let query = "SELECT id, profile,
                   EXISTS (SELECT 1 FROM user_roles WHERE user_id = users.id AND role = 'administrator' COLLATE NOCASE)
                 FROM users WHERE email_key = ?1";
    let row = connection
        .prepare_cached(query)?
        .query_row([email.as_str()], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)));
    let Some((id, profile, is_administrator)) = row.optional()? else { return Ok(None) };
    Ok(Some(Found { id, profile: serde_json::from_str(&profile)?, is_administrator }))
}

fn create_user(connection: &Connection, operation: &Operation, user: &CreateUser) -> anyhow::Result<Done> {
    let Some(key) = operation.subject.email() else {
        return Ok(Done::Failed("the operation names no user".to_owned()));
    };
    let inserted = connection
        .prepare_cached("INSERT INTO users (email, email_key, username, profile) VALUES (?1, ?2, ?3, ?4)")?
        .insert(params![
            user.email.as_str(),
            key.as_str(),
            user.username,
            serde_json::to_string(&user.profile)?
        ]);
    let id = match inserted {
        Err(rusqlite::Error::SqliteFailure(error, _))
            if error.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            return Ok(Done::Conflict("the address or the login name is taken by now".to_owned()));
        }
        inserted => inserted?,
    };
    connection
        .prepare_cached("INSERT INTO user_roles VALUES (?1, ?2)")?
        .execute(params![id, user.role.as_str()])?;
    Ok(Done::Applied)
}

fn update_user(connection: &Connection, user: &Found, update: &UpdateUser) -> anyhow::Result<Done> {
    if !update.fits(&user.profile) {
        return Ok(Done::Conflict("the user was changed since the plan was made".to_owned()));
    }
    let mut profile = user.profile.clone();
    profile.apply(&update.after);
    write_profile(connection, user.id, &profile)
}

pub(super) fn write_profile(
    connection: &Connection,
    user: i64,
    profile: &UserProfile,
) -> anyhow::Result<Done> {
    connection
        .prepare_cached("UPDATE users SET profile = ?2 WHERE id = ?1")?
        .execute(params![user, serde_json::to_string(profile)?])?;
    Ok(Done::Applied)
}

fn add_tags(connection: &Connection, user: &Found, tags: &AddTags) -> anyhow::Result<Done> {
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO user_tags VALUES (?1, ?2)")?;
    for tag in &tags.added {
        insert.execute(params![user.id, tag.as_str()])?;
    }
    Ok(Done::Applied)
}

/// Writes an enrollment, or takes it away where it shall not be.
fn write_enrollment(
    connection: &Connection,
    user: &Found,
    offering: &str,
    before: Option<&TargetEnrollment>,
    after: Option<&TargetEnrollment>,
) -> anyhow::Result<Done> {
    if enrollment(connection, user.id, offering)?.as_ref() != before {
        return Ok(Done::Conflict("the enrollment was changed since the plan was made".to_owned()));
    }
    let written = params![user.id, offering];
    for table in ENROLLMENT_TABLES {
        let delete = format!("DELETE FROM {table} WHERE user_id = ?1 AND offering = ?2");
        connection.prepare_cached(&delete)?.execute(written)?;
    }
    let Some(after) = after else {
        connection
            .prepare_cached("DELETE FROM enrollments WHERE user_id = ?1 AND offering = ?2")?
            .execute(written)?;
        return Ok(Done::Applied);
    };
    let text = |instant: Option<Instant>| instant.map(|instant| instant.to_string());
    connection
        .prepare_cached(
            "INSERT INTO enrollments VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE
             SET enrolled_at = excluded.enrolled_at, clock_from = excluded.clock_from, revoked_at = excluded.revoked_at",
        )?
        .execute(params![
            user.id,
            offering,
            after.enrolled_at.to_string(),
            text(after.clock_from),
            text(after.revoked_at),
        ])?;
    let mut release =
        connection.prepare_cached("INSERT OR IGNORE INTO released_modules VALUES (?1, ?2, ?3, ?4)")?;
    for (module, at) in &after.released {
        release.execute(params![user.id, offering, module.as_str(), text(*at)])?;
    }
    let mut notify =
        connection.prepare_cached("INSERT OR IGNORE INTO notified_modules VALUES (?1, ?2, ?3)")?;
    for module in &after.notified {
        notify.execute(params![user.id, offering, module.as_str()])?;
    }
    let mut complete = connection.prepare_cached("INSERT INTO completed_modules VALUES (?1, ?2, ?3, ?4)")?;
    for (module, at) in &after.completed {
        complete.execute(params![user.id, offering, module.as_str(), at.to_string()])?;
    }
    let mut pause = connection.prepare_cached("INSERT INTO pauses VALUES (?1, ?2, ?3, ?4)")?;
    for paused in &after.paused {
        pause.execute(params![user.id, offering, paused.from().to_string(), text(paused.until())])?;
    }
    Ok(Done::Applied)
}

fn enrollment(
    connection: &Connection,
    user: i64,
    offering: &str,
) -> anyhow::Result<Option<TargetEnrollment>> {
    let query =
        format!("SELECT {} FROM enrollments WHERE user_id = ?1 AND offering = ?2", snapshot::ENROLLMENT);
    let mut statement = connection.prepare_cached(&query)?;
    let mut rows = statement.query(params![user, offering])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (_, mut enrollment) = snapshot::enrollment(row, 0)?;
    for snapshot::Part { table, columns, take } in snapshot::PARTS {
        let query = format!("SELECT {columns} FROM {table} WHERE user_id = ?1 AND offering = ?2");
        let mut statement = connection.prepare_cached(&query)?;
        let mut rows = statement.query(params![user, offering])?;
        while let Some(row) = rows.next()? {
            take(&mut enrollment, row, 0)?;
        }
    }
    Ok(Some(enrollment))
}
