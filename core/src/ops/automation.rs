//! `automation.blueprint`, `automation.lint`, `automation.simulate` and `automation.translate`. Does not know what an automation does.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::held::Held;
use super::reply::{Outcome, refused};
use crate::{
    Automation, Blueprint, BlueprintOptions, ContactHistory, Crm, DripBy, Instant, Issue, OfferingId, Proof,
    Timeline, Translation, Zone, blueprint, lint, simulate, translate,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Make {
    /// The document of the site.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The offering to be delivered.
    offering: OfferingId,
    /// The CRM that delivers it.
    crm: Crm,
    /// Who opens the modules; the site, where absent.
    #[serde(default)]
    drip: DripBy,
}

/// The automation that delivers an offering.
pub fn make_blueprint(request: Make, held: &Held<'_>) -> Outcome<Blueprint> {
    let Make { site, offering, crm, drip } = request;
    let site = held.site(site.as_ref())?;
    blueprint(&site, &offering, BlueprintOptions { crm, drip }).map_err(refused)
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Check {
    /// The document of the site.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The automation.
    automation: Automation,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LintAnswer {
    /// First what concerns the whole, then by step.
    issues: Vec<Issue>,
}

/// What is wrong with an automation.
pub fn check(request: Check, held: &Held<'_>) -> Outcome<LintAnswer> {
    let site = held.site(request.site.as_ref())?;
    Ok(LintAnswer { issues: lint(&request.automation, &site) })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Play {
    /// The document of the site.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The automation.
    automation: Automation,
    /// What happens to the contact.
    contact: ContactHistory,
    /// The zone of the CRM's account; the site's, where absent.
    #[serde(default)]
    timezone: Option<Zone>,
}

/// What an automation does to a contact.
pub fn play(request: Play, held: &Held<'_>) -> Outcome<Timeline> {
    let Play { site, automation, contact, timezone } = request;
    let site = held.site(site.as_ref())?;
    Ok(simulate(&automation, &site, &contact, timezone.unwrap_or(site.zone())))
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct CarryOver {
    /// The document of the site.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The automation.
    automation: Automation,
    /// When the proof's contact starts; no proof is made, where absent.
    #[serde(default)]
    prove_at: Option<Instant>,
    /// The zone of the CRM's account; the site's, where absent.
    #[serde(default)]
    timezone: Option<Zone>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TranslateAnswer {
    translation: Translation,
    /// Absent where none was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<Proof>,
}

/// What becomes of an automation when the site keeps its contacts itself.
pub fn carry_over(request: CarryOver, held: &Held<'_>) -> Outcome<TranslateAnswer> {
    let CarryOver { site, automation, prove_at, timezone } = request;
    let site = held.site(site.as_ref())?;
    let translation = translate(&automation, &site).map_err(refused)?;
    let zone = timezone.unwrap_or(site.zone());
    let proof =
        prove_at.map(|at| translation.proof(&automation, &site, at, zone)).transpose().map_err(refused)?;
    Ok(TranslateAnswer { translation, proof })
}
