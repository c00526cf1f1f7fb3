//! `webhook.inventory`. Does not know what becomes of any webhook.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::reply::{Outcome, refused};
use crate::{Instant, Site, WebhookFate, webhook_inventory};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Inventory {
    /// The document of the site.
    site: Value,
    /// Now, from which the days since the last run are counted.
    at: Instant,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Listed {
    /// In document order.
    webhooks: Vec<WebhookFate>,
}

/// What becomes of each webhook of a site.
pub fn inventory(request: Inventory) -> Outcome<Listed> {
    let site = Site::from_value(&request.site).map_err(refused)?;
    Ok(Listed { webhooks: webhook_inventory(&site, request.at) })
}
