//! What a move makes of one subscription. Does not know other subscriptions, nor who carries anything out.

use serde::Serialize;

use super::standing::{Arrears, Charging, EndsWhy, Standing};
use super::sweep::BillingSpan;
use super::system::Treatment;
use crate::Instant;

/// What a move makes of a subscription. On the wire tagged by `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum SubscriptionFate {
    /// Whoever charges goes on charging; nobody has to do anything.
    Continues,
    /// It is stopped where it is, and the customer takes it out anew: cards and plans cannot be moved.
    MustBeStopped(Handover),
    /// It never charges again.
    EndsByItself {
        /// Why.
        why: EndsWhy,
        /// Until when what was paid lasts, where that is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
    },
    /// The new site cannot work with the form it came by: it is stopped and taken out anew, if the site is to move at all.
    Incompatible(Handover),
    /// It cannot be told; [`BillingPlan::unresolved`](super::BillingPlan::unresolved) says why.
    Unknown,
}

impl SubscriptionFate {
    /// What is to be handed over, where something is.
    pub fn handover(&self) -> Option<&Handover> {
        match self {
            SubscriptionFate::MustBeStopped(handover) | SubscriptionFate::Incompatible(handover) => {
                Some(handover)
            }
            SubscriptionFate::Continues
            | SubscriptionFate::EndsByItself { .. }
            | SubscriptionFate::Unknown => None,
        }
    }
}

/// From whom to whom, and when: the old charger stops before the new one begins, and the new one begins where the old one's last paid
/// period ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Handover {
    /// Before this instant the old charger has to be stopped.
    pub stop_by: Instant,
    /// The first new charge is not before this instant; absent where nobody knows when a pause ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restarts_from: Option<Instant>,
    /// How many charges the old charger still makes before that.
    pub charges_before: u64,
    /// How many are left for the new one; without end, where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charges_left: Option<u64>,
}

/// What becomes of a subscription, from what it is and what a move makes of its system.
pub(super) fn fate(
    standing: &Standing,
    treatment: Treatment,
    at: Instant,
    notice: Instant,
) -> SubscriptionFate {
    let made_of: fn(Handover) -> SubscriptionFate = match (standing, treatment) {
        (Standing::Ended { why, until }, _) => {
            return SubscriptionFate::EndsByItself { why: *why, until: until.filter(|until| *until > at) };
        }
        (_, Treatment::Keep) => return SubscriptionFate::Continues,
        (_, Treatment::Ask) => return SubscriptionFate::Unknown,
        (_, Treatment::Replace) => SubscriptionFate::MustBeStopped,
        (_, Treatment::Incompatible) => SubscriptionFate::Incompatible,
    };
    match standing {
        Standing::Charging(charging) => handed_over(charging, at, notice, made_of),
        Standing::Paused { left } => {
            let charges_left = *left;
            made_of(Handover { stop_by: at, restarts_from: None, charges_before: 0, charges_left })
        }
        Standing::Ended { .. } => SubscriptionFate::Unknown,
    }
}

fn handed_over(
    charging: &Charging,
    at: Instant,
    notice: Instant,
    made_of: fn(Handover) -> SubscriptionFate,
) -> SubscriptionFate {
    let mut before = 0;
    loop {
        if charging.left.is_some_and(|left| before >= left) {
            return SubscriptionFate::EndsByItself { why: EndsWhy::LastPaymentsDue, until: charging.end() };
        }
        let Some(due) = charging.charges.at(before) else { return SubscriptionFate::Unknown };
        let charges_left = charging.left.map(|left| left.saturating_sub(before));
        if charging.arrears == Arrears::Late {
            // It may be tried again at any time, so it is stopped at once; what is in arrears stays the owner's to settle.
            return made_of(Handover {
                stop_by: at,
                restarts_from: Some(due),
                charges_before: 0,
                charges_left,
            });
        }
        if due >= notice {
            return made_of(Handover {
                stop_by: due,
                restarts_from: Some(due),
                charges_before: before,
                charges_left,
            });
        }
        before += 1;
    }
}

/// When a charger may charge, and what its charges pay for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spans {
    pub charges: Option<BillingSpan>,
    pub pays_for: Option<BillingSpan>,
}

/// The charger as it is, if nobody does anything.
pub(super) fn as_it_is(standing: &Standing, at: Instant) -> Spans {
    match standing {
        Standing::Ended { until, .. } => {
            let paid = until.and_then(|until| BillingSpan::new(at, Some(until)));
            Spans { charges: None, pays_for: paid }
        }
        Standing::Paused { .. } => Spans::default(),
        Standing::Charging(charging) => Spans {
            charges: BillingSpan::new(charging.charges_from, charging.end()),
            pays_for: BillingSpan::new(charging.since, charging.end()),
        },
    }
}

/// The old charger and the new one, where there is a handover.
pub(super) fn handed(standing: &Standing, handover: &Handover) -> (Spans, Spans) {
    let Standing::Charging(charging) = standing else { return (Spans::default(), Spans::default()) };
    let stop = Some(handover.stop_by);
    let old = Spans {
        charges: BillingSpan::new(charging.charges_from, stop),
        pays_for: BillingSpan::new(charging.since, stop),
    };
    let new = handover.restarts_from.and_then(|from| BillingSpan::new(from, charging.end()));
    (old, Spans { charges: new, pays_for: new })
}
