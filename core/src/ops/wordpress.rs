//! `wordpress.names`. Does not know what WordPress makes of a name.

use serde::{Deserialize, Serialize};

use super::reply::Outcome;
use crate::{wordpress_collation_key, wordpress_email, wordpress_login, wordpress_nicename};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Names {
    /// An address, as it would be handed to WordPress.
    email: String,
    /// A login name, likewise.
    username: String,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NamesAnswer {
    /// What it stores as address; empty where it stores none.
    email: String,
    /// What it stores as login name; empty where it refuses it.
    username: String,
    /// What it makes of the login name for the address of the author's page, before it puts `-2` behind one that is taken.
    nicename: String,
    /// What the login name shares with every other that WordPress's database takes for the same.
    username_key: String,
}

/// What WordPress makes of an address and a login name.
pub fn names(request: Names) -> Outcome<NamesAnswer> {
    let Names { email, username } = request;
    Ok(NamesAnswer {
        email: wordpress_email(&email),
        username: wordpress_login(&username),
        nicename: wordpress_nicename(&username),
        username_key: wordpress_collation_key(&username),
    })
}
