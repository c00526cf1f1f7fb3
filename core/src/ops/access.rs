//! `access.decide` and `access.evaluate-rule`. Does not know who gets in.

use serde::Deserialize;
use serde_json::Value;

use super::reply::{Outcome, refused};
use crate::{Decision, Instant, Member, PageId, Rule, Site};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Decide {
    /// The site document.
    site: Value,
    /// Who asks.
    member: Member,
    /// For which page.
    page: PageId,
    /// When.
    at: Instant,
}

/// Whether a member gets to see a page of a site.
pub fn decide(request: Decide) -> Outcome<Decision> {
    let site = Site::from_value(&request.site).map_err(refused)?;
    site.decide(&request.member, &request.page, request.at).map_err(refused)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct EvaluateRule {
    /// What must hold.
    rule: Rule,
    /// Who asks.
    member: Member,
    /// When.
    at: Instant,
}

/// What one rule decides, without a site.
pub fn evaluate_rule(request: EvaluateRule) -> Outcome<Decision> {
    Ok(crate::evaluate_rule(&request.rule, &request.member, request.at))
}
