//! Whether the move suits the business, as far as the site's document and the exports tell: where orders are placed, whether there are
//! subscriptions, and what the CRM does that nobody else can. Knows no answer.

use std::collections::BTreeMap;

use super::found::{Found, State, Subject, counted, nowhere};
use super::{Answer, ChecklistItem};
use crate::automation::AutomationState;
use crate::billing::{BillingSource, BillingSystem, fit_for_managed};
use crate::offering::OfferingKind;
use crate::operation::CustomOperation;
use crate::payment::{Order, Subscription, SubscriptionStatus};
use crate::site::{ProductOfferings, Site};
use crate::{Code, Issue, Location};

/// Orders and subscriptions of CRM forms and third-party carts. Old orders alone do not show where orders are placed now: who answers that
/// none are is believed, unless a subscription is charged there.
pub fn order_forms(subject: &Subject<'_>) -> Found {
    let Some(sources) = subject.evidence.sources else { return Found::ask() };
    let mut issues = fit_for_managed(subject.site, sources, subject.at);
    issues.retain(|issue| issue.code == Code::OrderFormIncompatible);
    issues.extend(of_no_offering(subject.site, sources));
    let foreign = || sources.iter().filter(|source| source.system.is_foreign_to_managed());
    let is_charged = foreign().flat_map(|source| &source.subscriptions).any(may_be_charged);
    let mut found = Found::of_issues_or_ask(issues, |_| {
        let mut names: Vec<_> = foreign().map(|source| source.system).collect();
        crate::order::sort(&mut names);
        names.dedup();
        let names: Vec<_> = names.into_iter().map(BillingSystem::name).collect();
        format!("orders or subscriptions of {} were found", names.join(", "))
    });
    if found.state == State::Fails(None) && !is_charged {
        found.state = State::Fails(Some(Answer::No));
    }
    found
}

/// What foreign systems took for products that no offering names, by system.
fn of_no_offering(site: &Site, sources: &[BillingSource]) -> Vec<Issue> {
    let products = ProductOfferings::new(site.offerings());
    let is_known = |words: &[&Option<String>]| {
        words.iter().copied().flatten().any(|word| products.sold_by(word).next().is_some())
    };
    let is_sold = |order: &&Order| order.items.iter().any(|item| is_known(&[&item.product_id, &item.name]));
    let is_owed = |record: &&Subscription| is_known(&[&record.product_id, &record.product, &record.plan]);
    let mut by_system: BTreeMap<BillingSystem, (usize, usize)> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.system.is_foreign_to_managed()) {
        let running = source.subscriptions.iter().filter(|record| may_be_charged(record));
        let counts = by_system.entry(source.system).or_default();
        counts.0 += running.filter(|record| !is_owed(record)).count();
        counts.1 += source.orders.iter().filter(|order| !is_sold(order)).count();
    }
    let unknown = by_system.into_iter().filter(|(_, counts)| *counts != (0, 0));
    unknown
        .map(|(system, (subscriptions, orders))| {
            let message = format!(
                "{} has sold what no offering names, and AccessAlly Managed does not work with it: {} and {}",
                system.name(),
                counted(subscriptions, "subscription", "subscriptions"),
                counted(orders, "order", "orders")
            );
            let place = nowhere(ChecklistItem::CrmOrderForms);
            Issue::new(Code::OrderFormIncompatible).with_message(message).at(place)
        })
        .collect()
}

/// Whether a subscription is not known to be over.
fn may_be_charged(subscription: &Subscription) -> bool {
    !matches!(
        subscription.status,
        SubscriptionStatus::Cancelled | SubscriptionStatus::Expired | SubscriptionStatus::Unpaid
    )
}

/// Whether there are subscriptions at all. Who sells nothing by subscription says so.
pub fn subscriptions(subject: &Subject<'_>) -> Found {
    let Some(sources) = subject.evidence.sources else { return Found::ask() };
    match sources.iter().map(|source| source.subscriptions.len()).sum::<usize>() {
        0 => Found {
            state: State::Fails(Some(Answer::NotApplicable)),
            issues: vec![
                Issue::new(Code::BillingNoSubscriptions).at(nowhere(ChecklistItem::SubscriptionsDetected)),
            ],
            words: Some("0/0 subscriptions were found".to_owned()),
        },
        count => Found::holds(format!("{} found", counted(count, "subscription was", "subscriptions were"))),
    }
}

/// Automations that run. The document may not tell of all, so where it tells of none it is asked.
pub fn automations(subject: &Subject<'_>) -> Found {
    let all = subject.site.automations().iter().enumerate();
    let live = all.filter(|(_, automation)| automation.state == AutomationState::Live);
    let issues = live
        .map(|(index, automation)| {
            let message =
                format!("an automation of {} is live, and ends with it", automation.crm.facts().name);
            let place = Location::default().key("automations").index(index);
            Issue::new(Code::CrmAutomationsInUse).with_message(message).at(place).with_value(&automation.name)
        })
        .collect();
    Found::of_issues_or_ask(issues, |count| counted(count, "automation is live", "automations are live"))
}

/// Operations on teams where no offering is a Team Center.
pub fn teams(subject: &Subject<'_>) -> Found {
    let site = subject.site;
    if site.offerings().iter().any(|offering| offering.kind == OfferingKind::TeamCenter) {
        return Found::ask();
    }
    let is_of_teams = |operation: &CustomOperation| {
        matches!(operation, CustomOperation::ResizeTeam { .. } | CustomOperation::RunTeamInteraction { .. })
    };
    let issues = operations(site, is_of_teams, Code::TeamsOutsideOffering);
    Found::of_issues_or_ask(issues, |_| "teams are in use, and no offering is a Team Center".to_owned())
}

/// Operations by which the CRM activates coupon codes.
pub fn coupon_codes(subject: &Subject<'_>) -> Found {
    let is_coupon = |operation: &CustomOperation| matches!(operation, CustomOperation::CrmCouponCode { .. });
    let issues = operations(subject.site, is_coupon, Code::CrmCouponsInUse);
    Found::of_issues_or_ask(issues, |count| {
        counted(count, "coupon code is activated by the CRM", "coupon codes are activated by the CRM")
    })
}

/// An issue for each operation of a kind: of webhooks, then of forms.
fn operations(site: &Site, fits: impl Fn(&CustomOperation) -> bool, code: Code) -> Vec<Issue> {
    let all = placed_operations(site).into_iter().filter(|(operation, _)| fits(operation));
    all.map(|(operation, place)| Issue::new(code).at(place).with_value(&operation.to_string())).collect()
}

/// Every operation with its place: of webhooks, then of forms.
pub fn placed_operations(site: &Site) -> Vec<(&CustomOperation, Location)> {
    let of_webhooks = site.webhooks().iter().enumerate().map(|(index, webhook)| {
        (&webhook.operation, Location::default().key("webhooks").index(index).key("operation"))
    });
    let of_forms = site.forms().iter().enumerate().flat_map(|(index, form)| {
        let place = Location::default().key("forms").index(index).key("operations");
        form.operations
            .iter()
            .zip(0..)
            .map(move |(operation, number)| (operation, place.clone().index(number)))
    });
    of_webhooks.chain(of_forms).collect()
}
