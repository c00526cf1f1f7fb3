//! Takes back what a run wrote of one user. Does not decide what is taken back.

use memberferry::{DeleteUser, RemoveTags, RestoreUser};
use rusqlite::{Connection, params};

use super::change::{Done, ENROLLMENT_TABLES, Found, write_profile};
use super::snapshot;

/// What else is kept of a user, what refers to other tables first.
const USER_TABLES: [&str; 6] =
    ["enrollments", "user_roles", "user_tags", "password_resets", "kept_passwords", "outbox"];

pub fn restore_user(connection: &Connection, user: &Found, restore: &RestoreUser) -> anyhow::Result<Done> {
    if !restore.fits(&user.profile) {
        return Ok(Done::Conflict("the user was changed since the plan was made".to_owned()));
    }
    let mut profile = user.profile.clone();
    restore.apply_to(&mut profile);
    write_profile(connection, user.id, &profile)
}

/// Deletes a user who is in every respect the one that the operation holds.
pub fn delete_user(connection: &Connection, user: &Found, delete: &DeleteUser) -> anyhow::Result<Done> {
    if snapshot::one(connection, user.id)?.as_ref() != Some(&delete.user) {
        return Ok(Done::Conflict("the user was changed since the plan was made".to_owned()));
    }
    for table in ENROLLMENT_TABLES.into_iter().chain(USER_TABLES) {
        connection.prepare_cached(&format!("DELETE FROM {table} WHERE user_id = ?1"))?.execute([user.id])?;
    }
    connection.prepare_cached("DELETE FROM users WHERE id = ?1")?.execute([user.id])?;
    Ok(Done::Applied)
}

pub fn remove_tags(connection: &Connection, user: &Found, tags: &RemoveTags) -> anyhow::Result<Done> {
    let mut delete = connection.prepare_cached("DELETE FROM user_tags WHERE user_id = ?1 AND tag = ?2")?;
    for tag in &tags.removed {
        delete.execute(params![user.id, tag.as_str()])?;
    }
    Ok(Done::Applied)
}
