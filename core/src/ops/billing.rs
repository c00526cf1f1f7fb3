//! `billing.plan` and `payment.setup`. Does not know who owes what, nor what a site needs to take money.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::held::Held;
use super::reply::{Outcome, refused};
use crate::{
    BilledSubscription, BillingAction, BillingOptions, BillingSource, Environment, Instant, Issue,
    Obligation, Site, UnresolvedSubscription, check_payment_setup, check_shared_accounts, plan_billing,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Plan {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// What each system exported.
    sources: Vec<BillingSource>,
    /// The instant that the plan is for: that of the exports.
    at: Instant,
    options: BillingOptions,
    /// Where the plan is to be carried out; it is only to be read, where absent. Elsewhere than on the live site that it was made for it
    /// is refused.
    #[serde(default)]
    here: Option<Environment>,
    /// What of the answer is wanted; all of it, where absent.
    #[serde(default)]
    parts: Option<Vec<BillingPart>>,
}

/// A part of the answer.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum BillingPart {
    Subscriptions,
    Obligations,
    Actions,
    Unresolved,
    Issues,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BillingAnswer {
    /// The copy of the site that the plan is for.
    environment: Environment,
    /// Each subscription once, by customer, what is owed, system and id.
    #[serde(skip_serializing_if = "Option::is_none")]
    subscriptions: Option<Vec<BilledSubscription>>,
    /// Each obligation once, by customer and what is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    obligations: Option<Vec<Obligation>>,
    /// By deadline.
    #[serde(skip_serializing_if = "Option::is_none")]
    actions: Option<Vec<BillingAction>>,
    /// In the order of the subscriptions.
    #[serde(skip_serializing_if = "Option::is_none")]
    unresolved: Option<Vec<UnresolvedSubscription>>,
    /// Of the site, its offerings, products, subscriptions and obligations.
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<Vec<Issue>>,
}

/// Who charges whom, before a move and after it.
pub fn plan(request: Plan, held: &Held<'_>) -> Outcome<BillingAnswer> {
    let site = held.site(request.site.as_ref())?;
    let plan = plan_billing(&site, &request.sources, request.at, &request.options).map_err(refused)?;
    let actions = match &request.here {
        Some(here) => plan.actions(here).map_err(refused)?,
        None => plan.proposed_actions(),
    };
    let wanted = |part| request.parts.as_ref().is_none_or(|parts| parts.contains(&part));
    Ok(BillingAnswer {
        environment: plan.environment().clone(),
        subscriptions: wanted(BillingPart::Subscriptions).then(|| plan.subscriptions().to_vec()),
        obligations: wanted(BillingPart::Obligations).then(|| plan.obligations().to_vec()),
        actions: wanted(BillingPart::Actions).then(|| actions.to_vec()),
        unresolved: wanted(BillingPart::Unresolved).then(|| plan.unresolved().to_vec()),
        issues: wanted(BillingPart::Issues).then(|| plan.issues().to_vec()),
    })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Setup {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The documents of other sites and copies that may charge with the same accounts; none, where absent.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::SiteDocument>"))]
    others: Vec<Value>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SetupAnswer {
    /// What concerns the site by itself: processors, then the CRM.
    issues: Vec<Issue>,
    /// Accounts that several sites have, in the order of the sites; input 1 is the site, input 2 the first of the others.
    shared: Vec<Issue>,
}

/// Whether a site is set up to take money.
pub fn setup(request: Setup, held: &Held<'_>) -> Outcome<SetupAnswer> {
    let site = held.site(request.site.as_ref())?;
    let others: Result<Vec<Site>, _> = request.others.iter().map(Site::from_value).collect();
    let others = others.map_err(refused)?;
    let all: Vec<&Site> = std::iter::once(&*site).chain(&others).collect();
    Ok(SetupAnswer { issues: check_payment_setup(&site), shared: check_shared_accounts(&all) })
}
