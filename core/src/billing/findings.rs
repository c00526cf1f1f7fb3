//! What a billing plan says of a site, its offerings, its products and its obligations. Does not know how any of it was found out.

use std::collections::{BTreeMap, BTreeSet};

use super::options::{BillingOptions, BillingSource, BillingTarget};
use super::plan::BilledSubscription;
use super::row::Row;
use super::{BillingSystem, DoubleCharge, Obligation, Owed, SubscriptionFate};
use crate::payment::Order;
use crate::site::{ProductOfferings, Site};
use crate::{Code, Excerpt, Instant, Issue, Location};

/// What one system sells of an offering.
#[derive(Default)]
struct Sales {
    subscriptions: u64,
    orders: u64,
    last_order: Option<Instant>,
}

/// What concerns the site as a whole, then its offerings in their order.
pub(super) fn of_offerings(
    site: &Site,
    sources: &[BillingSource],
    products: &ProductOfferings,
    rows: &[Row],
    options: &BillingOptions,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    let moves_to_managed = options.target == BillingTarget::Managed;
    if moves_to_managed && rows.is_empty() {
        issues.push(Issue::new(Code::BillingNoSubscriptions));
    }
    let foreign = if moves_to_managed { foreign_sales(sources, products) } else { BTreeMap::new() };
    for (place, offering) in (0_u32..).zip(site.offerings()) {
        let owed = Owed::Offering { id: offering.id.clone() };
        let location = Location::default().key("offerings").index(place as usize);
        let subscribed = rows.iter().filter(|row| row.billed.owed.contains(&owed));
        let mut by_system: BTreeMap<BillingSystem, Sales> = BTreeMap::new();
        for row in subscribed.clone().filter(|row| moves_to_managed && may_charge_elsewhere(&row.billed)) {
            by_system.entry(row.billed.system).or_default().subscriptions += 1;
        }
        for ((_, system), sales) in
            foreign.range((place, BillingSystem::AccessAlly)..=(place, BillingSystem::Other))
        {
            let here = by_system.entry(*system).or_default();
            (here.orders, here.last_order) = (sales.orders, sales.last_order);
        }
        issues.extend(by_system.iter().map(|(system, sales)| {
            let issue = Issue::new(Code::OrderFormIncompatible).with_message(sales.told(*system));
            issue.at(location.clone()).with_value(offering.id.as_str())
        }));
        let is_restarted = |row: &Row| row.billed.fate.handover().is_some();
        if offering.order_form.is_none() && subscribed.clone().any(is_restarted) {
            let issue = Issue::new(Code::OrderFormMissing).with_value(offering.id.as_str());
            issues.push(issue.at(location.key("orderForm")));
        }
    }
    issues
}

/// Whether a subscription came by a form that AccessAlly Managed does not work with, and is not known to be over.
fn may_charge_elsewhere(billed: &BilledSubscription) -> bool {
    billed.system.is_foreign_to_managed() && !matches!(billed.fate, SubscriptionFate::EndsByItself { .. })
}

/// The orders of systems that AccessAlly Managed does not work with, by offering and system.
fn foreign_sales(
    sources: &[BillingSource],
    products: &ProductOfferings,
) -> BTreeMap<(u32, BillingSystem), Sales> {
    let mut foreign: BTreeMap<(u32, BillingSystem), Sales> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.system.is_foreign_to_managed()) {
        for order in &source.orders {
            for offering in sold_by(order, products) {
                let sales = foreign.entry((offering, source.system)).or_default();
                sales.orders += 1;
                sales.last_order = sales.last_order.max(order.placed_at.or(order.paid_at));
            }
        }
    }
    foreign
}

fn sold_by(order: &Order, products: &ProductOfferings) -> BTreeSet<u32> {
    let words = order.items.iter().flat_map(|item| [&item.product_id, &item.name]).flatten();
    words.flat_map(|word| products.sold_by(word)).collect()
}

impl Sales {
    fn told(&self, system: BillingSystem) -> String {
        let counted = |count: u64, one: &str| match count {
            1 => format!("1 {one}"),
            more => format!("{more} {one}s"),
        };
        let subscriptions = counted(self.subscriptions, "subscription");
        let last = self.last_order.map(|last| format!(", the last of {last}")).unwrap_or_default();
        let what = match (self.subscriptions, self.orders) {
            (0, orders) => format!("{}{last}", counted(orders, "order")),
            (_, 0) => subscriptions,
            (_, orders) => format!("{subscriptions} and {}{last}", counted(orders, "order")),
        };
        format!("{} has sold it, which AccessAlly Managed does not work with: {what}", system.name())
    }
}

/// Products that no offering names, by name, each with how many subscriptions are of it.
pub(super) fn of_products(rows: &[Row]) -> Vec<Issue> {
    let mut unknown: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        for owed in &row.billed.owed {
            if let Owed::Product { name } = owed {
                unknown.entry(name).or_default().push(row);
            }
        }
    }
    let each = unknown.into_iter().filter_map(|(name, rows)| {
        let message = match rows.len() {
            1 => "a subscription is of a product that no offering names".to_owned(),
            count => format!("{count} subscriptions are of a product that no offering names"),
        };
        let first = rows.iter().filter_map(|row| row.billed.records.first()).min()?;
        let issue = Issue::new(Code::BillingProductUnknown).with_message(message).with_value(name);
        Some(issue.at(first.location()))
    });
    each.collect()
}

/// Doubles and gaps, in order of time within each.
pub(super) fn of_obligation(obligation: &Obligation, rows: &[Row]) -> Vec<Issue> {
    let place = |charger: &BilledSubscription| charger.records.first().map(|place| place.location());
    let of = |id| rows.iter().map(|row| &row.billed).find(|billed| billed.id == id);
    let at = |ids: &mut dyn Iterator<Item = uuid::Uuid>| {
        ids.filter_map(of).filter_map(place).next().unwrap_or_default()
    };
    let doubles = obligation.doubles.iter().map(|double| {
        let issue = Issue::new(Code::BillingDoubleCharger).with_message(told(obligation, double, rows));
        issue.at(at(&mut double.subscriptions.iter().copied()))
    });
    let gaps = obligation.gaps.iter().map(|gap| {
        let until = gap.until.map(|until| format!(" until {until}")).unwrap_or_default();
        let message = format!(
            "nothing pays for `{}` of `{}` from {}{until}",
            Excerpt::new(obligation.owed.shown()),
            Excerpt::new(obligation.customer.shown()),
            gap.from
        );
        let issue = Issue::new(Code::BillingGap).with_message(message);
        issue.at(at(&mut obligation.chargers.iter().map(|charger| charger.subscription)))
    });
    doubles.chain(gaps).collect()
}

/// A double charge in words.
pub(super) fn told(obligation: &Obligation, double: &DoubleCharge, rows: &[Row]) -> String {
    let called = |billed: &BilledSubscription| match &billed.subscription_id {
        Some(id) => format!("{} (`{}`)", billed.system.name(), Excerpt::new(id)),
        None => billed.system.name().to_owned(),
    };
    let chargers = double.subscriptions.iter();
    let chargers =
        chargers.filter_map(|id| rows.iter().map(|row| &row.billed).find(|billed| billed.id == *id));
    let chargers: Vec<String> = chargers.map(called).collect();
    let until = match double.span.until {
        Some(until) => format!("until {until}"),
        None => "on".to_owned(),
    };
    format!(
        "`{}` is charged for `{}` by {} from {} {until}",
        Excerpt::new(obligation.customer.shown()),
        Excerpt::new(obligation.owed.shown()),
        chargers.join(" and by "),
        double.span.from
    )
}
