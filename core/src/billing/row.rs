//! One subscription while a billing plan is made: what is known of it, and what is decided. Does not know the others, but for whether one
//! of them charges for the same.

use std::collections::BTreeSet;

use super::charger::Charger;
use super::fate::{Spans, as_it_is, fate, handed};
use super::options::BillingOptions;
use super::plan::BilledSubscription;
use super::standing::{Arrears, Assessment, Standing, assess};
use super::system::Treatment;
use super::{ChargerRole, ObligationCharger, Owed, SubscriptionFate};
use crate::site::{ProductOfferings, Site};
use crate::text::{collapse, fold};
use crate::{Code, Instant, Issue};

/// One subscription.
pub(super) struct Row {
    pub billed: BilledSubscription,
    standing: Option<Standing>,
    /// Why its fate is unknown.
    pub reasons: Vec<Issue>,
    /// What is worth knowing besides.
    pub notes: Vec<Issue>,
}

impl Row {
    /// What is known of a charger.
    pub fn new(charger: &Charger<'_>, site: &Site, products: &ProductOfferings, at: Instant) -> Row {
        let Assessment { standing, count, next, reasons, notes } = assess(charger, at);
        let billed = BilledSubscription {
            id: charger.id(),
            system: charger.system,
            processor: charger.processor(),
            subscription_id: charger.subscription_id().map(str::to_owned),
            records: charger.places(),
            customer: charger.customer.clone().unwrap_or_default(),
            owed: owed(charger, site, products),
            status: charger.status(),
            payments: count,
            amount: charger.fact(|subscription| subscription.price),
            interval: charger.fact(|subscription| subscription.interval),
            trial_ends_at: charger.fact(|subscription| subscription.trial_ends_at).filter(|end| *end > at),
            next_charge: next,
            fate: SubscriptionFate::Unknown,
        };
        // Of two records with one id nobody knows which holds, so neither counts as a charger.
        let standing = standing.filter(|_| !charger.is_shared);
        let mut row = Row { billed, standing, reasons, notes };
        let lacking = [
            (charger.is_shared, Code::PaymentIdShared),
            (charger.customer.is_none(), Code::BillingCustomerMissing),
            (row.billed.owed.is_empty(), Code::BillingProductMissing),
        ];
        let lacking = lacking.into_iter().filter(|(is_lacking, _)| *is_lacking);
        let lacking: Vec<Issue> = lacking.map(|(_, code)| row.issue(code)).collect();
        row.reasons.extend(lacking);
        row
    }

    /// What the rows of a plan are sorted by.
    pub fn key(&self) -> impl Ord + '_ {
        let BilledSubscription { customer, owed, system, subscription_id, id, .. } = &self.billed;
        (customer, owed, system, subscription_id, id)
    }

    /// An issue about this subscription, at its first record.
    pub fn issue(&self, code: Code) -> Issue {
        let place = self.billed.records.first().map(|place| place.location()).unwrap_or_default();
        let issue = Issue::new(code).at(place);
        match &self.billed.subscription_id {
            Some(id) => issue.with_value(id),
            None => issue,
        }
    }

    /// Decides the fate. One that charges beside another is left as it is, because which of the two is to go is the owner's to say.
    pub fn decide(
        &mut self,
        doubled: Option<&String>,
        options: &BillingOptions,
        at: Instant,
        notice: Instant,
    ) {
        if let Some(message) = doubled {
            let issue = self.issue(Code::BillingDoubleCharger).with_message(message.clone());
            self.reasons.push(issue);
        }
        let Some(standing) = self.standing.filter(|_| self.reasons.is_empty()) else { return };
        let treatment = self.billed.system.treatment(options);
        self.billed.fate = fate(&standing, treatment, at, notice);
        if self.billed.fate == SubscriptionFate::Unknown {
            let is_asked = treatment == Treatment::Ask;
            let code = if is_asked { Code::BillingChargerUnknown } else { Code::BillingDateMissing };
            let issue = self.issue(code);
            self.reasons.push(issue);
        }
        if let Standing::Charging(charging) = standing
            && let Some(from) = self.billed.fate.handover().and_then(|handover| handover.restarts_from)
            && let Some((day, anew)) = charging.charges.day_after_restart(from)
        {
            let message = format!(
                "it falls due on day {day} of the month, and taken out anew from {from} on day {anew}"
            );
            self.notes.push(self.issue(Code::BillingDayChanges).with_message(message));
        }
        if let Standing::Charging(charging) = standing
            && charging.arrears == Arrears::Late
        {
            let issue = self.issue(Code::BillingInArrears);
            self.notes.push(issue);
        }
    }

    /// Who charges for it, before and after.
    pub fn chargers(&self, at: Instant) -> Vec<ObligationCharger> {
        let Some(standing) = &self.standing else { return Vec::new() };
        let charger = |role, spans: Spans| ObligationCharger::new(self.billed.id, role, spans);
        match self.billed.fate.handover() {
            Some(handover) => {
                let (old, new) = handed(standing, handover);
                vec![charger(ChargerRole::Today, old), charger(ChargerRole::AfterTheMove, new)]
            }
            None => vec![charger(ChargerRole::Today, as_it_is(standing, at))],
        }
    }
}

/// What a subscription pays for: the offerings that its product sells, in their order; or else the product; or nothing that is named.
fn owed(charger: &Charger<'_>, site: &Site, products: &ProductOfferings) -> Vec<Owed> {
    let words = charger.claims.iter().flat_map(|claim| {
        let subscription = claim.subscription;
        [&subscription.product, &subscription.product_id, &subscription.plan].into_iter().flatten()
    });
    let words: Vec<&String> = words.collect();
    let mut sold: BTreeSet<u32> = crate::order::set(words.iter().flat_map(|word| products.sold_by(word)));
    if sold.is_empty() {
        // Of several products the names stand with commas between.
        let parts = words.iter().flat_map(|word| word.split(','));
        sold = parts.flat_map(|part| products.sold_by(&collapse(part))).collect();
    }
    let offerings = (0_u32..).zip(site.offerings()).filter(|(place, _)| sold.contains(place));
    let offerings: Vec<Owed> =
        offerings.map(|(_, offering)| Owed::Offering { id: offering.id.clone() }).collect();
    if !offerings.is_empty() {
        return offerings;
    }
    let name = words.iter().map(|word| fold(&collapse(word))).find(|name| !name.is_empty());
    name.map(|name| Owed::Product { name }).into_iter().collect()
}
