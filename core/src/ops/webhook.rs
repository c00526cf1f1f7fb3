//! `webhook.inventory`. Does not know what becomes of any webhook.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::held::Held;
use super::reply::Outcome;
use crate::{Instant, WebhookFate, webhook_inventory};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Inventory {
    /// The document of the site.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// Now, from which the days since the last run are counted.
    at: Instant,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct InventoryAnswer {
    /// In document order.
    webhooks: Vec<WebhookFate>,
}

/// What becomes of each webhook of a site.
pub fn inventory(request: Inventory, held: &Held<'_>) -> Outcome<InventoryAnswer> {
    let site = held.site(request.site.as_ref())?;
    Ok(InventoryAnswer { webhooks: webhook_inventory(&site, request.at) })
}
