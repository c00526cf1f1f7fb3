//! A billing plan as a section of a report. Judges nothing, and charges nobody.

use std::collections::BTreeMap;

use super::document::{BarChart, ReportBlock, ReportSection, ReportTable};
use super::pseudonym::{Voice, issue_row};
use super::readiness::ISSUE_COLUMNS;
use super::report::{fact, wire_name};
use crate::billing::{BilledSubscription, BillingAction, BillingCustomer, BillingPlan};

pub fn section(plan: &BillingPlan, voice: &Voice<'_>) -> ReportSection {
    let mut fates: BTreeMap<String, u64> = BTreeMap::new();
    for subscription in plan.subscriptions() {
        *fates.entry(wire_name(&subscription.fate)).or_default() += 1;
    }
    let facts = vec![
        fact("Made for", plan.at()),
        fact("Subscriptions", plan.subscriptions().len()),
        fact("Things to do", plan.proposed_actions().len()),
        fact("Unresolved", plan.unresolved().len()),
    ];
    let owed = |subscription: &BilledSubscription| {
        subscription.owed.iter().map(|owed| voice.plain(owed.shown())).collect::<Vec<_>>().join(", ")
    };
    let subscription = |subscription: &BilledSubscription| {
        vec![
            subscription.system.name().to_owned(),
            subscription.subscription_id.as_deref().map(|id| voice.id(id)).unwrap_or_default(),
            customer(&subscription.customer, voice),
            owed(subscription),
            subscription.status.name().to_owned(),
            subscription.amount.map(|amount| amount.to_string()).unwrap_or_default(),
            wire_name(&subscription.fate),
        ]
    };
    let action = |action: &BillingAction| {
        vec![action.step.deadline().to_string(), wire_name(&action.step), customer(&action.customer, voice)]
    };
    let unresolved = plan.unresolved().iter().flat_map(|unresolved| &unresolved.reasons);
    let issues = plan.issues().iter().chain(unresolved).map(|issue| issue_row(issue, voice));
    let blocks = vec![
        ReportBlock::Facts { facts },
        ReportBlock::Bars {
            chart: BarChart::new(
                "What becomes of subscriptions",
                &["Subscriptions"],
                fates.into_iter().map(|(fate, count)| (fate, vec![count])),
            ),
        },
        ReportBlock::Table {
            table: ReportTable::new(
                "Subscriptions",
                &["System", "Id", "Customer", "For", "Status", "Amount", "What becomes of it"],
                plan.subscriptions().iter().map(subscription),
            ),
        },
        ReportBlock::Table {
            table: ReportTable::new(
                "What is to be done",
                &["By", "What", "Customer"],
                plan.proposed_actions().iter().map(action),
            ),
        },
        ReportBlock::Table { table: ReportTable::new("Issues", &ISSUE_COLUMNS, issues) },
    ];
    ReportSection { id: "billing", title: "Billing", blocks }
}

fn customer(customer: &BillingCustomer, voice: &Voice<'_>) -> String {
    match customer.emails.is_empty() {
        true => voice.id(customer.shown()),
        false => voice.address(customer.shown()),
    }
}
