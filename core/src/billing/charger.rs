//! The chargers among the records of all systems: a shop's record of a subscription and the processor's of the same one are one charger,
//! and so are records that stand twice. Does not judge what the records say.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use uuid::Uuid;

use super::customers::{CustomerBook, Customers, Tie};
use super::options::BillingSource;
use super::{BillingCustomer, BillingSystem};
use crate::payment::{Order, PaidOrders, Subscription, SubscriptionStatus};
use crate::{Instant, Location, Zone};

/// The namespace of the identifiers of a billing plan: `urn:memberferry:billing`.
pub(super) const NAMESPACE: Uuid = Uuid::from_u128(0xe3e1e157_f745_5c4e_bfac_b63afe7e51f6);

/// Which record of which source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RecordPlace {
    /// The source, from 1.
    pub source: u64,
    /// The subscription in its list, from 0.
    pub record: u64,
}

impl RecordPlace {
    /// The same as the place of an issue.
    pub(super) fn location(self) -> Location {
        Location::default().with_input(self.source).with_record(self.record)
    }
}

/// One record, and every record that is the same in all it says.
pub(super) struct Claim<'a> {
    pub system: BillingSystem,
    pub zone: Zone,
    pub subscription: &'a Subscription,
    pub places: Vec<RecordPlace>,
    /// All it says, as text: by it equal records are found and records without an id told apart.
    text: String,
}

/// Payments of one subscription, as the orders of one system tell them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Tally {
    orders: BTreeSet<String>,
    nameless: u64,
    refunded: BTreeSet<String>,
    refunded_nameless: u64,
    last_paid: Option<Instant>,
}

/// What charges, or charged, or was to charge.
pub(super) struct Charger<'a> {
    /// Whose form it came by.
    pub system: BillingSystem,
    /// What is known of it: the processor's record before the shop's, because the processor is the one that charges.
    pub claims: Vec<Claim<'a>>,
    /// Whether another record has the same id and says something else.
    pub is_shared: bool,
    pub customer: Option<BillingCustomer>,
    tallies: BTreeMap<BillingSystem, Tally>,
}

impl<'a> Charger<'a> {
    fn new(claim: Claim<'a>, is_shared: bool) -> Self {
        let system = claim.system;
        Charger { system, claims: vec![claim], is_shared, customer: None, tallies: BTreeMap::new() }
    }

    /// The first thing that is known, the processor's before the shop's.
    pub fn fact<Fact>(&self, fact: impl Fn(&Subscription) -> Option<Fact>) -> Option<Fact> {
        self.claims.iter().find_map(|claim| fact(claim.subscription))
    }

    /// The id in the system it came by.
    pub fn subscription_id(&self) -> Option<&str> {
        let own = self.claims.iter().find(|claim| claim.system == self.system)?;
        own.subscription.id.as_deref()
    }

    /// Where it stands: as the processor says, or else the shop.
    pub fn status(&self) -> SubscriptionStatus {
        let known = |status: &SubscriptionStatus| *status != SubscriptionStatus::Unknown;
        self.fact(|subscription| Some(subscription.status).filter(known)).unwrap_or_default()
    }

    /// Who takes the money, as far as anybody says.
    pub fn processor(&self) -> Option<String> {
        let own = self.claims.iter().find(|claim| claim.system.is_processor());
        let own = own.map(|claim| claim.system.name().to_owned());
        own.or_else(|| self.fact(|subscription| subscription.processor.clone()))
    }

    /// The zone it counts in: that of whoever charges.
    pub fn zone(&self) -> Zone {
        self.claims.first().map_or(Zone::UTC, |claim| claim.zone)
    }

    /// Every record of it, sorted.
    pub fn places(&self) -> Vec<RecordPlace> {
        let mut places: Vec<RecordPlace> =
            self.claims.iter().flat_map(|claim| claim.places.iter().copied()).collect();
        crate::order::sort(&mut places);
        places
    }

    /// How many payments the orders tell of: the most that the orders of one system do.
    pub fn counted(&self) -> Option<u64> {
        self.tallies.values().map(|tally| together(&tally.orders, tally.nameless)).max()
    }

    /// How many the orders tell of that were given back as a whole: the most that the orders of one system do.
    pub fn refunded(&self) -> u64 {
        let counts = self.tallies.values().map(|tally| together(&tally.refunded, tally.refunded_nameless));
        counts.max().unwrap_or_default()
    }

    /// When the last of these was paid.
    pub fn last_paid(&self) -> Option<Instant> {
        self.tallies.values().filter_map(|tally| tally.last_paid).max()
    }

    /// Derived from the system and its id of the subscription, or from all that the record says where there is none, or two with it.
    pub fn id(&self) -> Uuid {
        let own = self.claims.iter().find(|claim| claim.system == self.system);
        let name = match (self.subscription_id(), own) {
            (Some(id), _) if !self.is_shared => format!("{}\n{id}", self.system.wire_name()),
            (_, Some(claim)) => format!("{}\n\n{}", self.system.wire_name(), claim.text),
            (_, None) => String::new(),
        };
        Uuid::new_v5(&NAMESPACE, format!("subscription\n{name}").as_bytes())
    }
}

/// Every charger among the sources, sorted by system, id and all that the records say.
pub(super) fn chargers(sources: &[BillingSource]) -> Vec<Charger<'_>> {
    let claims = claims(sources);
    let mut chargers = joined(claims);
    let directory = directory(&chargers);
    let mut customers = Customers::default();
    for claim in chargers.iter().flat_map(|charger| &charger.claims) {
        customers.join(ties_of(claim));
    }
    let mut by_order: BTreeMap<usize, Vec<Tie>> = BTreeMap::new();
    for source in sources {
        let paid = PaidOrders::among(&source.orders);
        for order in &source.orders {
            let ties = || Tie::of(source.system, order.email.as_ref(), order.customer_id.as_deref());
            customers.join(ties());
            let id = order.subscription_id.as_deref();
            let Some(place) = id.and_then(|id| directory.get(&(source.system, id.to_owned()))) else {
                continue;
            };
            let Some(charger) = chargers.get_mut(*place) else { continue };
            charger.tallies.entry(source.system).or_default().take(order, &paid);
            by_order.entry(*place).or_default().extend(ties());
        }
    }
    // Whoever pays for one subscription is one customer, whether its own record names them or not.
    for (place, ties) in &by_order {
        let claims = chargers.get(*place).into_iter().flat_map(|charger| &charger.claims);
        customers.join(claims.flat_map(ties_of).chain(ties.iter().cloned()));
    }
    name_customers(&mut chargers, &customers.finish(), &by_order);
    chargers
}

fn ties_of(claim: &Claim<'_>) -> impl Iterator<Item = Tie> {
    let Subscription { email, customer_id, .. } = claim.subscription;
    Tie::of(claim.system, email.as_ref(), customer_id.as_deref())
}

/// Says whose each charger is: by its own records, or else by an order for it.
fn name_customers(chargers: &mut [Charger<'_>], book: &CustomerBook, by_order: &BTreeMap<usize, Vec<Tie>>) {
    for (place, charger) in chargers.iter_mut().enumerate() {
        let own = charger.claims.iter().flat_map(ties_of).next();
        charger.customer = own
            .as_ref()
            .or(by_order.get(&place).and_then(|ties| ties.first()))
            .and_then(|tie| book.customer(tie))
            .cloned();
    }
}

/// How many orders, with an id and without.
fn together(orders: &BTreeSet<String>, nameless: u64) -> u64 {
    u64::try_from(orders.len()).unwrap_or(u64::MAX).saturating_add(nameless)
}

impl Tally {
    fn take(&mut self, order: &Order, paid: &PaidOrders<'_>) {
        let id = order.id.as_ref().or(order.transaction_id.as_ref());
        if paid.went_back(order) {
            match id {
                Some(id) => drop(self.refunded.insert(id.clone())),
                None => self.refunded_nameless = self.refunded_nameless.saturating_add(1),
            }
        }
        if !paid.holds(order) {
            return;
        }
        match id {
            Some(id) => drop(self.orders.insert(id.clone())),
            None => self.nameless = self.nameless.saturating_add(1),
        }
        self.last_paid = self.last_paid.max(order.paid_at.or(order.placed_at));
    }
}

/// The records, each once, in an order that does not depend on theirs.
fn claims(sources: &[BillingSource]) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    for (number, source) in (1_u64..).zip(sources) {
        // Two exports of one system that count in different zones say different things.
        let zone = source.zone.map(|zone| zone.name().into_owned()).unwrap_or_default();
        for (record, subscription) in (0_u64..).zip(&source.subscriptions) {
            claims.push(Claim {
                system: source.system,
                zone: source.zone.unwrap_or(Zone::UTC),
                subscription,
                places: vec![RecordPlace { source: number, record }],
                text: serde_json::to_string(subscription).unwrap_or_default() + &zone,
            });
        }
    }
    crate::order::sort_by(&mut claims, |left, right| {
        let key = |claim: &Claim<'_>| (claim.system, claim.subscription.id.clone());
        key(left).cmp(&key(right)).then_with(|| (&left.text, &left.places).cmp(&(&right.text, &right.places)))
    });
    claims.dedup_by(|later, kept| {
        let same = later.system == kept.system && later.text == kept.text;
        if same {
            kept.places.append(&mut later.places);
        }
        same
    });
    claims
}

/// Puts the processors' records to the shops' that name them.
fn joined(claims: Vec<Claim<'_>>) -> Vec<Charger<'_>> {
    let mut with_id: BTreeMap<(BillingSystem, &str), u64> = BTreeMap::new();
    let mut shops_of: BTreeMap<&str, u64> = BTreeMap::new();
    for claim in &claims {
        if let Some(id) = claim.subscription.id.as_deref() {
            *with_id.entry((claim.system, id)).or_default() += 1;
        }
        let of_shop = claim.subscription.processor_id.as_deref().filter(|_| !claim.system.is_processor());
        if let Some(id) = of_shop {
            *shops_of.entry(id).or_default() += 1;
        }
    }
    let is_shared = |claim: &Claim<'_>| {
        let Subscription { id, processor_id, .. } = claim.subscription;
        let own =
            id.as_deref().is_some_and(|id| with_id.get(&(claim.system, id)).is_some_and(|count| *count > 1));
        let of_processor = if claim.system.is_processor() { id } else { processor_id };
        own || of_processor.as_deref().is_some_and(|id| shops_of.get(id).is_some_and(|count| *count > 1))
    };
    let shared: Vec<bool> = claims.iter().map(is_shared).collect();
    let mut processors: BTreeMap<String, Claim<'_>> = BTreeMap::new();
    let mut chargers: Vec<Charger<'_>> = Vec::new();
    for (claim, is_shared) in claims.into_iter().zip(shared) {
        match claim.subscription.id.clone() {
            Some(id) if claim.system.is_processor() && !is_shared => drop(processors.insert(id, claim)),
            _ => chargers.push(Charger::new(claim, is_shared)),
        }
    }
    for charger in chargers.iter_mut().filter(|charger| !charger.is_shared) {
        let of = charger.claims.first().and_then(|claim| claim.subscription.processor_id.as_deref());
        if let Some(processors) = of.and_then(|id| processors.remove(id)) {
            charger.claims.insert(0, processors);
        }
    }
    chargers.extend(processors.into_values().map(|claim| Charger::new(claim, false)));
    chargers
}

/// Where each charger stands, by the ids under which orders name it.
fn directory(chargers: &[Charger<'_>]) -> BTreeMap<(BillingSystem, String), usize> {
    let mut directory = BTreeMap::new();
    for (place, charger) in chargers.iter().enumerate() {
        for claim in &charger.claims {
            let Subscription { id, processor_id, .. } = claim.subscription;
            let own = id.iter().map(|id| (claim.system, id));
            let systems = [claim.system, BillingSystem::Stripe, BillingSystem::PayPal];
            let of_processor =
                processor_id.iter().flat_map(|id| systems.into_iter().map(move |system| (system, id)));
            for (system, id) in own.chain(of_processor) {
                directory.entry((system, id.clone())).or_insert(place);
            }
        }
    }
    directory
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_namespace_is_derived_from_its_name() {
        assert_eq!(NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:memberferry:billing"));
    }
}
