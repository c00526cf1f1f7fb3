//! A billing plan: every subscription with its fate, every obligation over time, what is to be done, and what cannot be told. Does not
//! know how it was made, and carries nothing out.

use serde::Serialize;
use uuid::Uuid;

use super::standing::{NextCharge, PaymentCount};
use super::{
    BillingAction, BillingCustomer, BillingError, BillingSystem, BillingTarget, Obligation, Owed,
    RecordPlace, SubscriptionFate,
};
use crate::payment::{BillingInterval, Money, SubscriptionStatus};
use crate::site::{Environment, EnvironmentKind};
use crate::{Instant, Issue};

/// Who charges whom before and after a move, and what has to be done so that nobody pays twice and nothing lapses unseen.
///
/// [`plan_billing`](super::plan_billing) makes it. What is to be done is taken by [`actions`](Self::actions), which asks where it is to
/// be carried out; for reading there is [`proposed_actions`](Self::proposed_actions).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BillingPlan {
    /// The copy of the site that it is for.
    pub(super) environment: Environment,
    /// The instant that it was made for.
    pub(super) at: Instant,
    /// What the site moves to.
    pub(super) target: BillingTarget,
    /// Each subscription once.
    pub(super) subscriptions: Vec<BilledSubscription>,
    /// Each obligation once.
    pub(super) obligations: Vec<Obligation>,
    /// By deadline.
    pub(super) actions: Vec<BillingAction>,
    /// In the order of the subscriptions.
    pub(super) unresolved: Vec<UnresolvedSubscription>,
    /// In the order that [`issues`](Self::issues) tells.
    pub(super) issues: Vec<Issue>,
}

/// One subscription of a billing plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BilledSubscription {
    /// Derived from the system and its id of the subscription; where there is none, from all that the record says.
    pub id: Uuid,
    /// Whose form it came by.
    pub system: BillingSystem,
    /// Who takes the money, as far as anybody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processor: Option<String>,
    /// The system's id of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<String>,
    /// The records that it was told by, in order.
    pub records: Vec<RecordPlace>,
    /// Whose it is.
    #[serde(skip_serializing_if = "is_nobody")]
    pub customer: BillingCustomer,
    /// What it pays for: offerings, or else a product.
    pub owed: Vec<Owed>,
    /// Where it stands.
    pub status: SubscriptionStatus,
    /// How many payments were made, of how many.
    pub payments: PaymentCount,
    /// What each charge is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// How often it is charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<BillingInterval>,
    /// When its trial ends, where it is not over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial_ends_at: Option<Instant>,
    /// The next charge, if nobody does anything; absent where there is none, and where a failed payment is tried again, because only the
    /// processor knows when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_charge: Option<NextCharge>,
    /// What the move makes of it.
    pub fate: SubscriptionFate,
}

fn is_nobody(customer: &BillingCustomer) -> bool {
    *customer == BillingCustomer::default()
}

/// A subscription of which something cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnresolvedSubscription {
    /// Which.
    pub subscription: Uuid,
    /// Why, at least one.
    pub reasons: Vec<Issue>,
}

impl BillingPlan {
    /// The copy of the site that it is for.
    pub fn environment(&self) -> &Environment {
        &self.environment
    }

    /// The instant that it was made for.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// What the site moves to.
    pub fn target(&self) -> BillingTarget {
        self.target
    }

    /// Every subscription once, by customer, what is owed, system and id.
    pub fn subscriptions(&self) -> &[BilledSubscription] {
        &self.subscriptions
    }

    /// One subscription by its id.
    pub fn subscription(&self, id: Uuid) -> Option<&BilledSubscription> {
        self.subscriptions.iter().find(|subscription| subscription.id == id)
    }

    /// Every obligation once, by customer and what is owed. A subscription of nobody, or for nothing that is named, is of none.
    pub fn obligations(&self) -> &[Obligation] {
        &self.obligations
    }

    /// The subscriptions whose fate is [unknown](SubscriptionFate::Unknown), with the reasons, in the order of the subscriptions.
    pub fn unresolved(&self) -> &[UnresolvedSubscription] {
        &self.unresolved
    }

    /// What is wrong or was decided: of the site as a whole, of its offerings in their order, of products by name, of each subscription
    /// and each obligation in their order.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// What is to be done, for reading: by deadline; at one instant invitations, then stops, then first charges.
    pub fn proposed_actions(&self) -> &[BillingAction] {
        &self.actions
    }

    /// What is to be done, for doing it on a copy of the site: [`proposed_actions`](Self::proposed_actions), where the plan was made for
    /// that copy and it is the live one.
    ///
    /// A clone of a site answers under another URL, or is said to be none that is live; both count as a copy on which nothing may be charged
    /// or stopped, because the customers are the live site's.
    ///
    /// ```
    /// use memberferry::{BillingError, BillingOptions, BillingTarget, Environment, EnvironmentKind, Site, plan_billing};
    /// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
    ///     "environment": {"kind": "live", "url": "https://harbour.example"}}"#)?;
    /// let options = BillingOptions::new(BillingTarget::Managed);
    /// let plan = plan_billing(&site, &[], "2026-03-02T09:00:00Z".parse()?, &options)?;
    /// assert!(plan.actions(plan.environment())?.is_empty());
    /// let clone = Environment { kind: EnvironmentKind::Live, url: "https://copy.harbour.example".into() };
    /// assert!(matches!(plan.actions(&clone), Err(BillingError::OtherEnvironment { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`BillingError::OtherEnvironment`] or [`BillingError::NotLive`].
    pub fn actions(&self, here: &Environment) -> Result<&[BillingAction], BillingError> {
        if self.environment != *here {
            let (planned, here) = (self.environment.clone(), here.clone());
            return Err(BillingError::OtherEnvironment { planned, here });
        }
        match here.kind {
            EnvironmentKind::Live => Ok(&self.actions),
            EnvironmentKind::Staging | EnvironmentKind::Local => Err(BillingError::NotLive(here.clone())),
        }
    }
}
