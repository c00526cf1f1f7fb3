//! Who is on the sample's site before anything is moved: its administrator, and two members who signed up by themselves.
//! Knows nothing of the export.

use rusqlite::{Connection, params};

/// Who is there when a database is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seed {
    /// Nobody.
    Nobody,
    /// The sample's administrator and two members.
    Sample,
}

/// Address, login name, role, profile, tags.
const USERS: [(&str, &str, &str, &str, &[&str]); 3] = [
    (
        crate::sample::ADMINISTRATOR,
        "harriet",
        "administrator",
        r#"{"firstName":"Harriet","lastName":"Quill"}"#,
        &[],
    ),
    (
        crate::sample::MEMBERS[0],
        "otto",
        "subscriber",
        r#"{"firstName":"Otto","address":{"city":"Delft"},"marketing":{"status":"unsubscribed"}}"#,
        &["Newsletter"],
    ),
    (
        crate::sample::MEMBERS[1],
        "mina.sato@example.org",
        "subscriber",
        r#"{"firstName":"Mina","lastName":"Sato"}"#,
        &[],
    ),
];

/// Puts them in.
pub fn plant(connection: &Connection, seed: Seed) -> rusqlite::Result<()> {
    if seed == Seed::Nobody {
        return Ok(());
    }
    for (id, (email, username, role, profile, tags)) in (1..).zip(USERS) {
        connection.execute(
            "INSERT INTO users (id, email, email_key, username, profile) VALUES (?1, ?2, ?2, ?3, ?4)",
            params![id, email, username, profile],
        )?;
        connection.execute("INSERT INTO user_roles VALUES (?1, ?2)", params![id, role])?;
        for tag in tags {
            connection.execute("INSERT INTO user_tags VALUES (?1, ?2)", params![id, tag])?;
        }
    }
    Ok(())
}
