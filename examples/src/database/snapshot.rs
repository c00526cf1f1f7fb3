//! Reads every user of the database as the library wants them. Changes nothing.

use anyhow::Context as _;
use memberferry::UserProfile;
use memberferry::{
    Email, Instant, ModuleId, OfferingId, Snapshot, TagName, TargetEnrollment, TargetUser, UserId,
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
    let enrollments = "SELECT user_id, offering, enrolled_at, clock_from, revoked_at FROM enrollments";
    each(connection, enrollments, &mut users, |user, row| {
        let enrollment = TargetEnrollment {
            enrolled_at: row.get::<_, String>(2)?.parse()?,
            released: Default::default(),
            clock_from: instant(row, 3)?,
            revoked_at: instant(row, 4)?,
        };
        user.enrollments.insert(OfferingId::new(&row.get::<_, String>(1)?)?, enrollment);
        Ok(())
    })?;
    each(connection, "SELECT user_id, offering, module FROM released_modules", &mut users, |user, row| {
        if let Some(enrollment) = user.enrollments.get_mut(&OfferingId::new(&row.get::<_, String>(1)?)?) {
            enrollment.released.insert(ModuleId::new(&row.get::<_, String>(2)?)?);
        }
        Ok(())
    })?;
    Ok(Snapshot::from_users(users.into_values())?)
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
