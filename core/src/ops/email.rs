//! `email.check`. Does not know the rules of addresses.

use serde::Deserialize;

use super::reply::Outcome;
use crate::{EmailCheck, check_email};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Check {
    address: String,
}

/// Checks one address.
pub fn check(request: Check) -> Outcome<EmailCheck> {
    Ok(check_email(&request.address))
}
