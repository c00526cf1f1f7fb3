//! `access.prove`. Does not know what was asked for.

use serde::Deserialize;
use serde_json::Value;

use super::held::Held;
use super::reply::{Outcome, refused};
use super::request::horizon;
use crate::{
    AcceptedGain, AcceptedLoss, AccessProof, AccessProofOptions, ComparisonOptions, Contact, Contacts,
    DripProfile, Failure, Instant, Location, MembershipOptions, PageMatching, PlanOptions, Roster, Site,
    Stage, TargetUser, prove_access,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Prove {
    /// The document of the site as it is after the move.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The document of the site before the move, where it was another; else that of the site after it, its tags renamed.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    before: Option<Value>,
    /// The source's people.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    /// The plan as it was written.
    #[serde(default)]
    plan: Option<String>,
    /// What the target holds, in any order.
    #[serde(default)]
    users: Option<Vec<TargetUser>>,
    /// Whether that is so after the plan was carried out, or before.
    #[serde(default)]
    stage: ProofStage,
    /// Until when access is compared, from the instant of the plan.
    until: Instant,
    /// How pages are put together.
    #[serde(default)]
    matching: PageMatching,
    /// The losses that the owner accepts.
    #[serde(default)]
    accepted: Vec<AcceptedLoss>,
    /// The gains that the owner accepts.
    #[serde(default)]
    accepted_gains: Vec<AcceptedGain>,
}

/// When the target holds what a request says.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum ProofStage {
    /// After the plan was carried out.
    #[default]
    Found,
    /// Before that: the proof is of what is foreseen.
    Foreseen,
}

/// Whether a move gave or took access that nobody asked for.
pub fn prove(request: Prove, held: &Held<'_>) -> Outcome<AccessProof> {
    let site = held.site(request.site.as_ref())?;
    let source = source(request.before.as_ref())?;
    let contacts = held.contacts(request.contacts)?;
    let plan = held.plan(request.plan.as_deref())?;
    let users = held.users(request.users)?;
    let PlanOptions { now, source_clock, .. } = plan.header().options;
    let comparison = ComparisonOptions {
        matching: request.matching,
        accepted: request.accepted,
        ..ComparisonOptions::new(horizon(now, request.until)?)
    };
    let options = AccessProofOptions { comparison, accepted_gains: request.accepted_gains };
    let was = roster_before(&site, source.as_ref(), &contacts, now, source_clock);
    match request.stage {
        ProofStage::Found => prove_access(&was, &site, &plan, &users, &options),
        ProofStage::Foreseen => {
            let after = plan.foreseen(&users).map_err(refused)?;
            prove_access(&was, &site, &plan, &after, &options)
        }
    }
    .map_err(refused)
}

/// The site before the move, of a request's field `before`.
pub fn source(document: Option<&Value>) -> Outcome<Option<Site>> {
    let read = document.map(|document| Site::from_value(document).map_err(refused)).transpose();
    read.map_err(|failure| Box::new(Failure { location: Location::default().key("before"), ..*failure }))
}

/// The source's people on the site before the move, where it was another; else on the site after it, their tags renamed.
pub fn roster_before<'a>(
    site: &'a Site,
    source: Option<&'a Site>,
    contacts: &'a Contacts,
    now: Instant,
    source_clock: Option<DripProfile>,
) -> Roster<'a> {
    let stage = if source.is_some() { Stage::Before } else { Stage::BeforeRenamed };
    let was = MembershipOptions { stage, source_clock, ..MembershipOptions::new(now) };
    Roster::new(source.unwrap_or(site), contacts, was)
}
