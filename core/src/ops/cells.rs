//! `date.parse` and `money.parse`. Does not know how dates and amounts are written.

use serde::Deserialize;

use super::reply::Outcome;
use crate::{DateOptions, MoneyOptions, ParsedDate, ParsedMoney, parse_date, parse_money};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct ParseDate {
    /// What stands in the cell.
    text: String,
    #[serde(default)]
    options: DateOptions,
}

/// Reads one date.
pub fn date(request: ParseDate) -> Outcome<ParsedDate> {
    Ok(parse_date(&request.text, &request.options))
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct ParseMoney {
    /// What stands in the cell.
    text: String,
    #[serde(default)]
    options: MoneyOptions,
}

/// Reads one amount.
pub fn money(request: ParseMoney) -> Outcome<ParsedMoney> {
    Ok(parse_money(&request.text, &request.options))
}
