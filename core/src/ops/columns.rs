//! `columns.match`. Does not know what columns are called.

use serde::Deserialize;

use super::reply::{Outcome, refused};
use crate::Mapping;

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Match {
    /// The columns' names, in the file's order.
    headers: Vec<String>,
    /// The source, where it is known.
    #[serde(default)]
    profile: Option<String>,
}

/// Suggests what each column is for.
pub fn match_columns(request: Match) -> Outcome<Mapping> {
    let headers: Vec<&str> = request.headers.iter().map(String::as_str).collect();
    crate::match_columns(&headers, request.profile.as_deref()).map_err(refused)
}
