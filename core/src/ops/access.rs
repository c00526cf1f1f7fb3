//! `access.decide`, `access.decide-all`, `access.evaluate-rule` and `access.import-rule`. Does not know who gets in.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::reply::{Outcome, refused};
use crate::{Decision, ImportedRule, Instant, Member, PageId, PeerSetting, Rule, Site};

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

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct DecideAll {
    /// The site document.
    site: Value,
    /// Who asks.
    members: Vec<Member>,
    /// When.
    at: Instant,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DecidedAll {
    /// Every page, in the order of the document.
    pages: Vec<AllowedMembers>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AllowedMembers {
    /// The page.
    page: PageId,
    /// The members who get to see it, by their place in the request, from 0; in order.
    members: Vec<usize>,
}

/// Who of many members gets to see which page of a site.
pub fn decide_all(request: DecideAll) -> Outcome<DecidedAll> {
    let site = Site::from_value(&request.site).map_err(refused)?;
    let compiled = site.compile();
    let members: Vec<_> = request.members.iter().map(|member| compiled.member(member)).collect();
    let table = compiled.decide_each(&members, request.at);
    let pages = site.pages().iter().enumerate();
    let allowed = pages.map(|(index, page)| AllowedMembers {
        page: page.id.clone(),
        members: table.members_of(index).collect(),
    });
    Ok(DecidedAll { pages: allowed.collect() })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct ImportRule {
    /// What the other system guards by.
    setting: PeerSetting,
}

/// The rule that decides as another system's setting does.
pub fn import_rule(request: ImportRule) -> Outcome<ImportedRule> {
    Ok(request.setting.import())
}
