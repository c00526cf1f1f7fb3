//! From the exports to a billing plan: each charger looked at by itself, then with the others that charge for the same. Decides no
//! fate itself, nor when anything falls due.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::charger::chargers;
use super::findings;
use super::options::{BillingOptions, BillingSource, BillingTarget};
use super::plan::{BillingPlan, UnresolvedSubscription};
use super::row::Row;
use super::{BillingCustomer, BillingError, Obligation, ObligationCharger, Owed, SubscriptionFate, action};
use crate::site::{ProductOfferings, Site};
use crate::{Instant, Issue};

/// Plans the billing of a move: who charges whom today and afterwards, and what has to be done, by when.
///
/// Cards and payment plans cannot be moved, so nothing is: a subscription goes on where it is, ends by itself, or is stopped there and taken
/// out anew by its customer. The handover is at the first regular charge that leaves the customer the [notice](BillingOptions::notice_days)
/// to enter their card: the old charger is stopped before it, and the new one begins with it, with as many payments as are left. No charge
/// is invented, and no date of a retry; what cannot be told is [unresolved](BillingPlan::unresolved).
///
/// A customer is whoever shares an address, or an id within one system; what they owe for is an offering that one of its
/// [products](crate::Offering::products) sells, or else the product. A subscription that a shop and its processor both tell of is one. Where
/// two charge for one thing at once, both are reported, and nothing is to be done about either until the owner has stopped one.
///
/// The order of sources and records changes nothing but the [places](super::RecordPlace) of records.
///
/// ```
/// use memberferry::{BillingOptions, BillingSource, BillingSystem, BillingTarget, SubscriptionFate, Site, plan_billing};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "environment": {"kind": "live", "url": "https://harbour.example"},
///     "offerings": [{"id": "gold", "name": "Gold", "products": ["Gold plan"], "orderForm": "Gold"}]}"#)?;
/// let subscriptions = serde_json::from_str(r#"[{"id": "7", "email": "ada@example.com", "product": "gold PLAN",
///     "status": "active", "price": {"minorUnits": 4900, "currency": "EUR"}, "paymentsMade": 2, "paymentLimit": 6,
///     "interval": {"kind": "every", "count": 1, "unit": "month"}, "nextPaymentAt": "2026-03-31T09:00:00Z"}]"#)?;
/// let memberpress = BillingSource { system: BillingSystem::MemberPress, zone: None, subscriptions, orders: vec![] };
/// let at = "2026-03-02T09:00:00Z".parse()?;
/// let plan = plan_billing(&site, &[memberpress], at, &BillingOptions::new(BillingTarget::Managed))?;
/// let SubscriptionFate::MustBeStopped(handover) = plan.subscriptions()[0].fate else { unreachable!() };
/// assert_eq!(handover.stop_by, "2026-03-31T09:00:00Z".parse()?);
/// assert_eq!((handover.restarts_from, handover.charges_left), (Some(handover.stop_by), Some(4)));
/// assert!(plan.obligations()[0].doubles.is_empty() && plan.obligations()[0].gaps.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`BillingError::EnvironmentMissing`] where the site document does not say which copy it describes, and
/// [`BillingError::OutsideCalendar`] where the notice leads beyond the year 9999.
pub fn plan_billing(
    site: &Site,
    sources: &[BillingSource],
    at: Instant,
    options: &BillingOptions,
) -> Result<BillingPlan, BillingError> {
    let environment = site.environment().ok_or(BillingError::EnvironmentMissing)?;
    let notice = at.checked_add_seconds(i64::from(options.notice_days) * 86_400);
    let notice = notice.ok_or(BillingError::OutsideCalendar)?;
    let products = ProductOfferings::new(site.offerings());
    let rows = rows(site, sources, &products, at, notice, options);
    let obligations = obligations(&rows, at);
    let mut issues = findings::of_offerings(site, sources, &products, &rows, options);
    issues.extend(findings::of_products(&rows));
    issues.extend(rows.iter().flat_map(|row| row.notes.iter().cloned()));
    issues.extend(obligations.iter().flat_map(|obligation| findings::of_obligation(obligation, &rows)));
    let (mut subscriptions, mut unresolved) = (Vec::new(), Vec::new());
    for Row { billed, reasons, .. } in rows {
        if billed.fate == SubscriptionFate::Unknown {
            unresolved.push(UnresolvedSubscription { subscription: billed.id, reasons });
        }
        subscriptions.push(billed);
    }
    Ok(BillingPlan {
        environment: environment.clone(),
        at,
        target: options.target,
        actions: action::actions(environment, &subscriptions, site.offerings(), at),
        subscriptions,
        obligations,
        unresolved,
        issues,
    })
}

/// Every subscription with its fate, in the order of the plan.
fn rows(
    site: &Site,
    sources: &[BillingSource],
    products: &ProductOfferings,
    at: Instant,
    notice: Instant,
    options: &BillingOptions,
) -> Vec<Row> {
    let chargers = chargers(sources);
    let mut rows: Vec<Row> = chargers.iter().map(|charger| Row::new(charger, site, products, at)).collect();
    crate::order::sort_by(&mut rows, |left, right| left.key().cmp(&right.key()));
    let doubled = doubled(&rows, at);
    for row in &mut rows {
        row.decide(doubled.get(&row.billed.id), options, at, notice);
    }
    rows
}

/// What a billing plan says of the site's offerings where it moves to AccessAlly Managed, whichever copy of the site is meant.
pub(crate) fn fit_for_managed(site: &Site, sources: &[BillingSource], at: Instant) -> Vec<Issue> {
    let options = BillingOptions::new(BillingTarget::Managed);
    let products = ProductOfferings::new(site.offerings());
    let rows = rows(site, sources, &products, at, at, &options);
    findings::of_offerings(site, sources, &products, &rows, &options)
}

/// The subscriptions that charge for one thing beside another as they are, each with what is to be said of it.
fn doubled(rows: &[Row], at: Instant) -> BTreeMap<Uuid, String> {
    let mut messages = BTreeMap::new();
    for obligation in obligations(rows, at) {
        for double in &obligation.doubles {
            for id in &double.subscriptions {
                messages.entry(*id).or_insert_with(|| findings::told(&obligation, double, rows));
            }
        }
    }
    messages
}

/// Every obligation, by customer and what is owed.
fn obligations(rows: &[Row], at: Instant) -> Vec<Obligation> {
    let mut chargers: BTreeMap<(&BillingCustomer, &Owed), Vec<ObligationCharger>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.billed.customer != BillingCustomer::default()) {
        for owed in &row.billed.owed {
            chargers.entry((&row.billed.customer, owed)).or_default().extend(row.chargers(at));
        }
    }
    let each = chargers.into_iter();
    each.map(|((customer, owed), chargers)| Obligation::new(customer.clone(), owed.clone(), chargers, at))
        .collect()
}
