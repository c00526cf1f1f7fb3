//! `payment.setup`. Does not know what a site needs to take money.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::reply::{Outcome, refused};
use crate::{Issue, Site, check_payment_setup, check_shared_accounts};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Setup {
    /// The site document.
    site: Value,
    /// The documents of other sites and copies that may charge with the same accounts; none, where absent.
    #[serde(default)]
    others: Vec<Value>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SetupAnswer {
    /// What concerns the site by itself: processors, then the CRM.
    issues: Vec<Issue>,
    /// Accounts that several sites have, in the order of the sites; input 1 is the site, input 2 the first of the others.
    shared: Vec<Issue>,
}

/// Whether a site is set up to take money.
pub fn setup(request: Setup) -> Outcome<SetupAnswer> {
    let site = Site::from_value(&request.site).map_err(refused)?;
    let others: Result<Vec<Site>, _> = request.others.iter().map(Site::from_value).collect();
    let others = others.map_err(refused)?;
    let all: Vec<&Site> = std::iter::once(&site).chain(&others).collect();
    Ok(SetupAnswer { issues: check_payment_setup(&site), shared: check_shared_accounts(&all) })
}
