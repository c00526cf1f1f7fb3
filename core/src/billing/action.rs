//! What people have to do for a handover, by when. Does nothing itself.

use serde::Serialize;
use uuid::Uuid;

use super::charger::NAMESPACE;
use super::plan::BilledSubscription;
use super::{BillingCustomer, BillingSystem, Owed};
use crate::offering::Offering;
use crate::payment::{BillingInterval, Money};
use crate::site::Environment;
use crate::{Instant, OfferingId};

/// One thing that somebody has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BillingAction {
    /// Derived from the environment, the subscription, the step's kind and its instant: the same action has the same id in every plan.
    pub id: Uuid,
    /// The subscription that is handed over.
    pub subscription: Uuid,
    /// Whose it is.
    pub customer: BillingCustomer,
    /// What to do.
    pub step: BillingStep,
}

/// What there is to do. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum BillingStep {
    /// Ask the customer to enter their card on the new order form.
    Invite {
        /// From when on.
        from: Instant,
        /// They have entered it before this instant.
        by: Instant,
        /// What for.
        owed: Vec<Owed>,
        /// The order forms that the site's offerings name, in the order of the offerings.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        order_forms: Vec<String>,
    },
    /// Stop the old charger where it is.
    Stop {
        /// Where.
        system: BillingSystem,
        /// Its id there.
        #[serde(skip_serializing_if = "Option::is_none")]
        subscription_id: Option<String>,
        /// It is stopped before this instant.
        by: Instant,
    },
    /// The new order form charges for the first time: the same amount as often as the old charger did.
    Start {
        /// Not before this instant, and not before the old charger is stopped.
        not_before: Instant,
        /// How much each time.
        amount: Money,
        /// How often.
        interval: BillingInterval,
        /// How many times; without end, where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        charges: Option<u64>,
    },
}

impl BillingStep {
    /// The instant by which it is done, or before which it is not.
    pub fn deadline(&self) -> Instant {
        match self {
            BillingStep::Invite { by, .. } | BillingStep::Stop { by, .. } => *by,
            BillingStep::Start { not_before, .. } => *not_before,
        }
    }

    /// In which order what falls on one instant is done.
    fn rank(&self) -> (u8, &'static str) {
        match self {
            BillingStep::Invite { .. } => (0, "invite"),
            BillingStep::Stop { .. } => (1, "stop"),
            BillingStep::Start { .. } => (2, "start"),
        }
    }
}

/// Every action of the subscriptions, by deadline; at one instant invitations, then stops, then starts, each in the order of the
/// subscriptions.
pub(super) fn actions(
    environment: &Environment,
    subscriptions: &[BilledSubscription],
    offerings: &[Offering],
    at: Instant,
) -> Vec<BillingAction> {
    let mut actions = Vec::new();
    for subscription in subscriptions {
        for step in steps(subscription, offerings, at) {
            let url = &environment.url;
            let (deadline, (_, kind)) = (step.deadline(), step.rank());
            let name = format!("{kind}\n{}\n{url}\n{}\n{deadline}", environment.kind.name(), subscription.id);
            actions.push(BillingAction {
                id: Uuid::new_v5(&NAMESPACE, name.as_bytes()),
                subscription: subscription.id,
                customer: subscription.customer.clone(),
                step,
            });
        }
    }
    crate::order::sort_by_key(&mut actions, |action| (action.step.deadline(), action.step.rank()));
    actions
}

fn steps(subscription: &BilledSubscription, offerings: &[Offering], at: Instant) -> Vec<BillingStep> {
    let Some(handover) = subscription.fate.handover() else { return Vec::new() };
    let mut steps = vec![BillingStep::Stop {
        system: subscription.system,
        subscription_id: subscription.subscription_id.clone(),
        by: handover.stop_by,
    }];
    if let (Some(from), Some(amount), Some(interval)) =
        (handover.restarts_from, subscription.amount, subscription.interval)
    {
        let owes = |id: &OfferingId| subscription.owed.contains(&Owed::Offering { id: id.clone() });
        let owed = offerings.iter().filter(|offering| owes(&offering.id));
        let order_forms = owed.filter_map(|offering| offering.order_form.clone()).collect();
        let owed = subscription.owed.clone();
        steps.push(BillingStep::Invite { from: at, by: from, owed, order_forms });
        let charges = handover.charges_left;
        steps.push(BillingStep::Start { not_before: from, amount, interval, charges });
    }
    steps
}
