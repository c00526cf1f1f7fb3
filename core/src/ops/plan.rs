//! `plan.build`, `plan.reconcile` and `plan.spot-check`. Does not know what is planned, nor what is proof.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::reply::{Outcome, failed, refused};
use crate::{
    Code, Contact, Contacts, Issue, Operation, Plan, PlanDigest, PlanHeader, PlanOptions, Reconciliation,
    Site, Snapshot, SpotCheck, TargetUser,
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Build {
    /// The site document.
    site: Value,
    /// The source's people.
    contacts: Vec<Contact>,
    /// The target's, in any order.
    users: Vec<TargetUser>,
    /// What the owner decides.
    options: PlanOptions,
    /// What of the answer is wanted; all of it, where absent.
    #[serde(default)]
    parts: Option<Vec<PlanPart>>,
}

/// A part of the answer.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PlanPart {
    Digest,
    Header,
    Blockers,
    Operations,
    Issues,
    Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Built {
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<PlanDigest>,
    /// What the plan says of itself, apart from its issues.
    #[serde(skip_serializing_if = "Option::is_none")]
    header: Option<PlanHeader>,
    /// The errors among the issues that nobody has waived.
    #[serde(skip_serializing_if = "Option::is_none")]
    blockers: Option<Vec<Issue>>,
    /// In the order of the run.
    #[serde(skip_serializing_if = "Option::is_none")]
    operations: Option<Vec<Operation>>,
    /// The site's, then totals, then contacts' by the key of their address.
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<Vec<Issue>>,
    /// The plan as it is written to a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// Plans a move that is small enough to stand in one request.
pub fn build(request: Build) -> Outcome<Built> {
    let Build { site, contacts, users, options, parts } = request;
    let site = Site::from_value(&site).map_err(refused)?;
    let snapshot = Snapshot::from_users(users).map_err(refused)?;
    let plan = Plan::build(&site, &Contacts::from_iter(contacts), &snapshot, &options).map_err(refused)?;
    let text = String::from_utf8(plan.to_bytes()).map_err(|_| failed(Issue::new(Code::Internal)))?;
    let header = PlanHeader { issues: Vec::new(), ..plan.header().clone() };
    let wants = |part| parts.as_ref().is_none_or(|parts| parts.contains(&part));
    Ok(Built {
        digest: wants(PlanPart::Digest).then(|| plan.digest().clone()),
        header: wants(PlanPart::Header).then_some(header),
        blockers: wants(PlanPart::Blockers).then(|| plan.blockers().cloned().collect()),
        operations: wants(PlanPart::Operations).then(|| plan.operations().collect()),
        issues: wants(PlanPart::Issues).then(|| plan.issues().to_vec()),
        text: wants(PlanPart::Text).then_some(text),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Reconcile {
    /// The plan as it was written.
    plan: String,
    /// What the target holds now, in any order.
    users: Vec<TargetUser>,
}

/// Compares a plan with what the target holds after it was carried out.
pub fn reconcile(request: Reconcile) -> Outcome<Reconciliation> {
    let plan = Plan::from_bytes(request.plan.as_bytes()).map_err(refused)?;
    let after = Snapshot::from_users(request.users).map_err(refused)?;
    Ok(crate::reconcile(&plan, &after))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Draw {
    /// The plan as it was written.
    plan: String,
    /// What the target held when the plan was built, in any order.
    users: Vec<TargetUser>,
    /// How many people to look at; ten, where absent.
    #[serde(default = "ten")]
    count: u32,
}

fn ten() -> u32 {
    10
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Drawn {
    /// In the order in which they were drawn.
    spot_checks: Vec<SpotCheck>,
}

/// Draws people to look at by hand.
pub fn spot_check(request: Draw) -> Outcome<Drawn> {
    let plan = Plan::from_bytes(request.plan.as_bytes()).map_err(refused)?;
    let before = Snapshot::from_users(request.users).map_err(refused)?;
    let count = usize::try_from(request.count).unwrap_or(usize::MAX);
    Ok(Drawn { spot_checks: crate::spot_check(&plan, &before, count) })
}
