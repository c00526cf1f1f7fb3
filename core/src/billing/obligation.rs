//! What each customer owes for what, with everybody who charges for it over time. Does not know how it came to that.

use serde::Serialize;
use uuid::Uuid;

use super::charger::NAMESPACE;
use super::sweep::{BillingSpan, holes, overlaps};
use super::{BillingCustomer, Spans};
use crate::{Instant, OfferingId};

/// What is paid for. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Owed {
    /// An offering of the site.
    Offering {
        /// Its id.
        id: OfferingId,
    },
    /// A product that no offering names among those that sell it.
    Product {
        /// Its name or id, without regard to case.
        name: String,
    },
}

impl Owed {
    /// The offering's id or the product's name.
    pub fn shown(&self) -> &str {
        match self {
            Owed::Offering { id } => id.as_str(),
            Owed::Product { name } => name,
        }
    }
}

/// What one customer owes for one thing, and who charges for it from the instant of the plan on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Obligation {
    /// Derived from the customer and what is owed.
    pub id: Uuid,
    /// Who owes.
    pub customer: BillingCustomer,
    /// For what.
    pub owed: Owed,
    /// Everybody who charges for it, in the order of the plan's subscriptions; of one of them the old charger before the new one.
    pub chargers: Vec<ObligationCharger>,
    /// When two or more charge for it, in order of time.
    pub doubles: Vec<DoubleCharge>,
    /// When nothing pays for it, though something did and will again, in order of time. A pause is none, and neither is the time after
    /// it ends.
    pub gaps: Vec<BillingSpan>,
}

/// One charger of an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ObligationCharger {
    /// The subscription that it is of.
    pub subscription: Uuid,
    /// Whether it charges already, or after the handover.
    pub role: ChargerRole,
    /// When it may charge: until the end of the last period it pays for. Absent where it never does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charges: Option<BillingSpan>,
    /// What its charges pay for, a trial and what was paid before included. Absent where it is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pays_for: Option<BillingSpan>,
}

/// Whether a charger is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChargerRole {
    /// It is.
    Today,
    /// The customer takes it out in the course of the move.
    AfterTheMove,
}

/// A span in which several charge for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DoubleCharge {
    /// When.
    pub span: BillingSpan,
    /// The subscriptions that charge, in the order of the chargers.
    pub subscriptions: Vec<Uuid>,
}

impl ObligationCharger {
    pub(super) fn new(subscription: Uuid, role: ChargerRole, spans: Spans) -> Self {
        ObligationCharger { subscription, role, charges: spans.charges, pays_for: spans.pays_for }
    }
}

impl Obligation {
    /// With the overlaps and the gaps that follow from the chargers.
    pub(super) fn new(
        customer: BillingCustomer,
        owed: Owed,
        chargers: Vec<ObligationCharger>,
        at: Instant,
    ) -> Self {
        let ids: Vec<String> =
            customer.ids.iter().map(|id| format!("{} {}", id.system.wire_name(), id.id)).collect();
        let emails: Vec<&str> = customer.emails.iter().map(|email| email.as_str()).collect();
        let kind = match owed {
            Owed::Offering { .. } => "offering",
            Owed::Product { .. } => "product",
        };
        let name = format!("obligation\n{}\n{}\n{kind}\n{}", emails.join(" "), ids.join("\t"), owed.shown());
        let charging = chargers.iter().filter_map(|charger| Some((charger.subscription, charger.charges?)));
        let (who, spans): (Vec<Uuid>, Vec<BillingSpan>) = charging.unzip();
        let doubles = overlaps(&spans).into_iter().map(|(span, places)| DoubleCharge {
            span,
            subscriptions: places.iter().filter_map(|place| who.get(*place).copied()).collect(),
        });
        let doubles = doubles.collect();
        let paid: Vec<BillingSpan> = chargers.iter().filter_map(|charger| charger.pays_for).collect();
        Obligation {
            id: Uuid::new_v5(&NAMESPACE, name.as_bytes()),
            customer,
            owed,
            doubles,
            gaps: holes(&paid, at),
            chargers,
        }
    }
}
