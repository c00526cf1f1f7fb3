//! `code.list`. Does not know any code.

use serde::{Deserialize, Serialize};

use super::reply::Outcome;
use crate::{Category, Code, Severity};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct List {
    /// The codes that are wanted; every one, where absent.
    #[serde(default)]
    codes: Option<Vec<Code>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CodesAnswer {
    /// In the order of the registry.
    codes: Vec<DescribedCode>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct DescribedCode {
    code: Code,
    /// Which exception class a failure of the code is.
    category: Category,
    /// How much an issue of the code matters.
    severity: Severity,
    /// What it means.
    meaning: &'static str,
    /// What to do about it.
    remedy: &'static str,
}

/// What every code means and what to do about it.
pub fn list(request: List) -> Outcome<CodesAnswer> {
    let is_wanted = |code: &Code| request.codes.as_ref().is_none_or(|codes| codes.contains(code));
    let described = Code::ALL.iter().copied().filter(is_wanted).map(|code| DescribedCode {
        code,
        category: code.category(),
        severity: code.severity(),
        meaning: code.meaning(),
        remedy: code.remedy(),
    });
    Ok(CodesAnswer { codes: described.collect() })
}
