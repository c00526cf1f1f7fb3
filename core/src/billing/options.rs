//! What a billing plan is told besides the exports: where the site moves to, and what its owner decides. Decides nothing itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::BillingSystem;
use crate::payment::{Order, Subscription};
use crate::time::Zone;

/// What one system exported of subscriptions and orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a source object")]
pub struct BillingSource {
    /// Which.
    pub system: BillingSystem,
    /// The zone in which it counts months and days; UTC, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// Its subscriptions, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subscriptions: Vec<Subscription>,
    /// Its orders, in any order: by them payments are counted and customers recognised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<Order>,
}

/// What a site moves to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BillingTarget {
    /// AccessAlly Managed, which takes orders on its own forms alone.
    Managed,
    /// AccessAlly with a CRM beside it: the forms of the CRM and of carts go on.
    CrmIntegrated,
}

/// What the owner decides of the running subscriptions of a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChargerHandling {
    /// They go on where they are.
    Keep,
    /// They are stopped, and their customers take them out anew.
    Replace,
}

/// What a billing plan is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an options object")]
pub struct BillingOptions {
    /// What the site moves to.
    pub target: BillingTarget,
    /// How many days customers have, at least, to enter their card anew; a charge that falls due sooner is left where it is. Of 24
    /// hours each. Seven, where absent.
    #[serde(default = "BillingOptions::notice_by_default")]
    pub notice_days: u16,
    /// What the owner decides of systems, where it is not clear from what they are. It cannot make compatible what is not.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub handling: BTreeMap<BillingSystem, ChargerHandling>,
}

impl BillingOptions {
    /// With seven days' notice, and nothing decided.
    pub fn new(target: BillingTarget) -> Self {
        BillingOptions { target, notice_days: Self::notice_by_default(), handling: BTreeMap::new() }
    }

    const fn notice_by_default() -> u16 {
        7
    }
}
