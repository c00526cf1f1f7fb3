//! Reads every user of the database as the library wants them. Changes nothing.

use anyhow::Context as _;
use memberferry::UserProfile;
use memberferry::{
    Email, Instant, ModuleId, OfferingId, Pause, Snapshot, TagName, TargetEnrollment, TargetUser, UserId,
};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

/// Every user, with roles, tags and enrollments.
pub fn take(connection: &Connection) -> anyhow::Result<Snapshot> {
    let mut users: BTreeMap<i64, TargetUser> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT id, email, username, profile FROM users")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        users.insert(
            id,
            user(id, row).with_context(|| format!("the user {id} of the database cannot be read"))?,
        );
    }
    each(connection, "SELECT user_id, role FROM user_roles", &mut users, |user, row| {
        user.roles.insert(row.get(1)?);
        Ok(())
    })?;
    each(connection, "SELECT user_id, tag FROM user_tags", &mut users, |user, row| {
        user.tags.insert(TagName::new(&row.get::<_, String>(1)?)?);
        Ok(())
    })?;
    each(connection, &format!("SELECT user_id, {ENROLLMENT} FROM enrollments"), &mut users, |user, row| {
        let (offering, enrollment) = enrollment(row, 1)?;
        user.enrollments.insert(offering, enrollment);
        Ok(())
    })?;
    for part in PARTS {
        let Part { table, columns, take } = part;
        each(
            connection,
            &format!("SELECT user_id, offering, {columns} FROM {table}"),
            &mut users,
            |user, row| match user.enrollments.get_mut(&OfferingId::new(&row.get::<_, String>(1)?)?) {
                Some(enrollment) => take(enrollment, row, 2),
                None => Ok(()),
            },
        )?;
    }
    Ok(Snapshot::from_users(users.into_values())?)
}

/// The columns that [`enrollment`] reads.
pub const ENROLLMENT: &str = "offering, enrolled_at, clock_from, revoked_at";

/// An enrollment without what stands in tables of its own, from a row whose columns begin at a place.
pub fn enrollment(row: &Row<'_>, from: usize) -> anyhow::Result<(OfferingId, TargetEnrollment)> {
    let enrollment = TargetEnrollment {
        enrolled_at: row.get::<_, String>(from + 1)?.parse()?,
        released: Default::default(),
        clock_from: instant(row, from + 2)?,
        paused: Default::default(),
        completed: Default::default(),
        notified: Default::default(),
        revoked_at: instant(row, from + 3)?,
    };
    Ok((OfferingId::new(&row.get::<_, String>(from)?)?, enrollment))
}

/// What of an enrollment stands in a table of its own.
pub struct Part {
    pub table: &'static str,
    pub columns: &'static str,
    /// Adds a row whose columns begin at a place.
    pub take: fn(&mut TargetEnrollment, &Row<'_>, usize) -> anyhow::Result<()>,
}

pub const PARTS: [Part; 4] = [
    Part {
        table: "released_modules",
        columns: "module, opened_at",
        take: |enrollment, row, from| {
            enrollment.released.insert(module(row, from)?, instant(row, from + 1)?);
            Ok(())
        },
    },
    Part {
        table: "notified_modules",
        columns: "module",
        take: |enrollment, row, from| {
            enrollment.notified.insert(module(row, from)?);
            Ok(())
        },
    },
    Part {
        table: "completed_modules",
        columns: "module, completed_at",
        take: |enrollment, row, from| {
            enrollment.completed.insert(module(row, from)?, row.get::<_, String>(from + 1)?.parse()?);
            Ok(())
        },
    },
    Part {
        table: "pauses",
        columns: "paused_from, paused_until",
        take: |enrollment, row, from| {
            let begins = row.get::<_, String>(from)?.parse()?;
            enrollment.paused.insert(Pause::new(begins, instant(row, from + 1)?)?);
            Ok(())
        },
    },
];

fn module(row: &Row<'_>, column: usize) -> anyhow::Result<ModuleId> {
    Ok(ModuleId::new(&row.get::<_, String>(column)?)?)
}

fn user(id: i64, row: &Row<'_>) -> anyhow::Result<TargetUser> {
    let email = Email::new(&row.get::<_, String>(1)?)?;
    let username: String = row.get(2)?;
    let profile: UserProfile = serde_json::from_str(&row.get::<_, String>(3)?)?;
    let mut user = TargetUser::new(UserId::new(&id.to_string())?, email);
    user.username = Some(username).filter(|name| name != user.email.as_str());
    user.set_profile(profile);
    Ok(user)
}

/// A column that holds an instant or nothing.
pub fn instant(row: &Row<'_>, column: usize) -> anyhow::Result<Option<Instant>> {
    let text: Option<String> = row.get(column)?;
    Ok(text.map(|text| text.parse()).transpose()?)
}

fn each(
    connection: &Connection,
    query: &str,
    users: &mut BTreeMap<i64, TargetUser>,
    add: impl Fn(&mut TargetUser, &Row<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut statement = connection.prepare(query)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if let Some(user) = users.get_mut(&id) {
            add(user, row).with_context(|| format!("a row of the user {id} cannot be read"))?;
        }
    }
    Ok(())
}
