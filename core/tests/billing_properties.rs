//! Laws of billing plans: nobody is charged by two at once unseen, nobody pays more often than agreed, no amount changes, what has ended
//! stays so, every record is told of once, and the order of records changes nothing.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use memberferry::{
    BillingInterval, BillingOptions, BillingPlan, BillingSource, BillingSpan, BillingStep, BillingSystem,
    BillingTarget, BillingUnit, ChargerHandling, ChargerRole, Currency, Email, Instant, Money, Obligation,
    Order, OrderKind, OrderStatus, Site, Subscription, SubscriptionFate, SubscriptionStatus, Zone,
    plan_billing,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::Value;

const AT: i64 = 1_772_442_000; // 2026-03-02T09:00:00Z
const DAY: i64 = 86_400;

fn at() -> Instant {
    Instant::from_seconds(AT).unwrap()
}

fn site() -> Site {
    let text = br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
        "environment": {"kind": "live", "url": "https://harbour.example"}, "offerings": [
        {"id": "gold", "name": "Gold", "products": ["Gold", "Everything"], "orderForm": "Gold"},
        {"id": "silver", "name": "Silver", "products": ["Silver", "Everything"]}]}"#;
    Site::from_json(text).unwrap()
}

/// A date within a hundred days of the plan; most on the hour, so that dates meet.
fn dates() -> impl Strategy<Value = Instant> {
    (-100_i64..100, prop_oneof![4 => Just(0), 1 => -40_000_i64..40_000])
        .prop_map(|(days, seconds)| Instant::from_seconds(AT + days * DAY + seconds).unwrap())
}

fn dates_to_come() -> impl Strategy<Value = Instant> {
    (1_i64..100).prop_map(|days| Instant::from_seconds(AT + days * DAY).unwrap())
}

fn money() -> impl Strategy<Value = Money> {
    let euro = Currency::new("EUR").unwrap();
    prop_oneof![9 => 0_i64..9_000, 1 => -10_i64..0].prop_map(move |units| Money::new(units, euro).unwrap())
}

fn intervals() -> impl Strategy<Value = BillingInterval> {
    let units = select(vec![BillingUnit::Day, BillingUnit::Week, BillingUnit::Month, BillingUnit::Year]);
    prop_oneof![
        9 => (1_u32..4, units).prop_map(|(count, unit)| {
            BillingInterval::Every { count: NonZeroU32::new(count).unwrap(), unit }
        }),
        1 => Just(BillingInterval::Once),
    ]
}

fn statuses() -> impl Strategy<Value = SubscriptionStatus> {
    use SubscriptionStatus::{
        Active, Cancelled, Expired, Incomplete, PastDue, Paused, PendingCancel, Trialing, Unknown, Unpaid,
    };
    prop_oneof![
        6 => Just(Active),
        4 => select(vec![
            Trialing, Active, PastDue, Paused, PendingCancel, Cancelled, Expired, Incomplete, Unpaid, Unknown,
        ]),
    ]
}

/// Often there.
fn mostly<T: std::fmt::Debug + Clone + 'static>(
    of: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.85, of)
}

fn seldom<T: std::fmt::Debug + Clone + 'static>(
    of: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.25, of)
}

fn subscriptions() -> impl Strategy<Value = Subscription> {
    let who = (mostly(0_u8..8), mostly(0_u8..4), seldom(0_u8..4), seldom(0_u8..8));
    let what = (mostly(select(vec!["Gold", "silver", "Everything", "Gold, Silver", "Bronze"])), statuses());
    let terms = (mostly(money()), mostly(intervals()), seldom(0_u64..8), seldom(1_u64..8));
    let when = (mostly(dates_to_come()), seldom(dates()), seldom(dates()), seldom(dates()), seldom(dates()));
    (who, what, terms, when).prop_map(|(who, what, terms, when)| {
        let (id, email, customer, processor) = who;
        let (price, interval, payments_made, payment_limit) = terms;
        let (next_payment_at, started_at, trial_ends_at, current_period_end, cancel_at) = when;
        Subscription {
            id: id.map(|id| id.to_string()),
            processor_id: processor.map(|id| id.to_string()),
            customer_id: customer.map(|id| id.to_string()),
            email: email.map(|email| Email::new(&format!("member{email}@example.com")).unwrap()),
            product: what.0.map(str::to_owned),
            status: what.1,
            price,
            interval,
            payments_made,
            payment_limit,
            next_payment_at,
            started_at,
            trial_ends_at,
            current_period_end,
            cancel_at,
            ..Subscription::default()
        }
    })
}

fn orders() -> impl Strategy<Value = Order> {
    let kinds = prop_oneof![4 => Just(OrderKind::Sale), 1 => Just(OrderKind::Refund)];
    let statuses =
        select(vec![OrderStatus::Paid, OrderStatus::Paid, OrderStatus::Refunded, OrderStatus::Failed]);
    (kinds, statuses, 0_u8..20, seldom(0_u8..4), mostly(0_u8..8), dates()).prop_map(
        |(kind, status, id, email, subscription, paid_at)| Order {
            kind,
            status,
            id: Some(id.to_string()),
            refund_of: (kind == OrderKind::Refund).then(|| (id / 2).to_string()),
            email: email.map(|email| Email::new(&format!("member{email}@example.com")).unwrap()),
            subscription_id: subscription.map(|id| id.to_string()),
            paid_at: Some(paid_at),
            ..Order::default()
        },
    )
}

fn sources() -> impl Strategy<Value = Vec<BillingSource>> {
    use BillingSystem::{AccessAlly, Keap, MemberPress, Stripe, WooCommerce};
    let zones = select(vec![None, Some("America/New_York".parse::<Zone>().unwrap())]);
    let source = (
        select(vec![AccessAlly, Keap, MemberPress, Stripe, WooCommerce]),
        zones,
        prop::collection::vec(subscriptions(), 0..6),
        prop::collection::vec(orders(), 0..6),
    );
    let source = source.prop_map(|(system, zone, subscriptions, orders)| BillingSource {
        system,
        zone,
        subscriptions,
        orders,
    });
    prop::collection::vec(source, 0..4)
}

fn options() -> impl Strategy<Value = BillingOptions> {
    let targets = select(vec![BillingTarget::Managed, BillingTarget::CrmIntegrated]);
    let handled =
        subsequence(vec![BillingSystem::Stripe, BillingSystem::MemberPress, BillingSystem::AccessAlly], 0..3);
    let handling = select(vec![ChargerHandling::Keep, ChargerHandling::Replace]);
    (targets, 0_u16..40, handled, handling).prop_map(|(target, notice_days, systems, handling)| {
        BillingOptions {
            target,
            notice_days,
            handling: systems.into_iter().map(|system| (system, handling)).collect(),
        }
    })
}

fn plan(sources: &[BillingSource], options: &BillingOptions) -> BillingPlan {
    plan_billing(&site(), sources, at(), options).unwrap()
}

/// Every boundary of an obligation's spans, and an instant to either side of it.
fn instants(obligation: &Obligation) -> BTreeSet<Instant> {
    let spans = obligation.chargers.iter().flat_map(|charger| [charger.charges, charger.pays_for]).flatten();
    let boundaries =
        spans.flat_map(|span: BillingSpan| [Some(span.from), span.until]).flatten().chain([at()]);
    let around = boundaries.flat_map(|boundary| {
        [-1, 0, 1].map(|step| Instant::from_microseconds(boundary.microseconds() + step).unwrap())
    });
    around.filter(|instant| *instant >= at()).collect()
}

/// What is the same whatever the order of the records.
fn without_places(plan: &BillingPlan) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|key, _| key != "records" && key != "location");
                fields.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(plan).unwrap();
    strip(&mut value);
    value
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn the_sweep_agrees_with_looking_at_every_boundary(sources in sources(), options in options()) {
        for obligation in plan(&sources, &options).obligations() {
            let last: Vec<_> = obligation.chargers.iter().filter_map(|charger| charger.pays_for)
                .map(|span| span.until.unwrap_or(Instant::MAX)).collect();
            let end = last.into_iter().max();
            for instant in instants(obligation) {
                let holds = |span: Option<BillingSpan>| span.is_some_and(|span| span.holds(instant));
                let active: Vec<_> = obligation.chargers.iter().filter(|charger| holds(charger.charges))
                    .map(|charger| charger.subscription).collect();
                let found: Vec<_> = obligation.doubles.iter().filter(|double| double.span.holds(instant)).collect();
                if active.len() > 1 {
                    prop_assert_eq!(found.len(), 1);
                    prop_assert_eq!(&found[0].subscriptions, &active);
                } else {
                    prop_assert!(found.is_empty());
                }
                let is_paid = obligation.chargers.iter().any(|charger| holds(charger.pays_for));
                let comes_again = end.is_some_and(|end| instant < end);
                let gaps = obligation.gaps.iter().filter(|gap| gap.holds(instant)).count();
                prop_assert_eq!(gaps, usize::from(!is_paid && comes_again));
            }
        }
    }

    #[test]
    fn whoever_is_charged_twice_is_reported_and_left_alone(sources in sources(), options in options()) {
        let plan = plan(&sources, &options);
        let doubled: BTreeSet<_> = plan.obligations().iter().flat_map(|obligation| &obligation.doubles)
            .flat_map(|double| double.subscriptions.iter().copied()).collect();
        let errors = plan.issues().iter().filter(|issue| issue.code.name() == "billing-double-charger").count();
        let spans: usize = plan.obligations().iter().map(|obligation| obligation.doubles.len()).sum();
        prop_assert_eq!(errors, spans);
        for subscription in plan.subscriptions().iter().filter(|subscription| doubled.contains(&subscription.id)) {
            prop_assert_eq!(subscription.fate, SubscriptionFate::Unknown);
        }
        prop_assert!(plan.proposed_actions().iter().all(|action| !doubled.contains(&action.subscription)));
        // What the plan itself brings about is never the second charger.
        for obligation in plan.obligations() {
            for double in &obligation.doubles {
                let new = obligation.chargers.iter().filter(|charger| charger.role == ChargerRole::AfterTheMove);
                let mut new = new.filter_map(|charger| charger.charges);
                prop_assert!(new.all(|span| !span.holds(double.span.from)));
            }
        }
    }

    #[test]
    fn nobody_pays_more_often_than_agreed_nor_another_amount(sources in sources(), options in options()) {
        let plan = plan(&sources, &options);
        for subscription in plan.subscriptions() {
            let Some(handover) = subscription.fate.handover() else { continue };
            let steps = plan.proposed_actions().iter().filter(|action| action.subscription == subscription.id);
            let steps: Vec<_> = steps.map(|action| &action.step).collect();
            // The new charger begins where the old one stops, unless a payment is late or a pause has no end.
            if let Some(from) = handover.restarts_from
                && subscription.status != SubscriptionStatus::PastDue
            {
                prop_assert_eq!(from, handover.stop_by);
            }
            let starts = steps.iter().filter(|step| matches!(step, BillingStep::Start { .. })).count();
            prop_assert!(starts <= 1);
            let stops = steps.iter().filter(|step| matches!(step, BillingStep::Stop { .. })).count();
            prop_assert_eq!(stops, 1);
            if let Some(of) = subscription.payments.of {
                let made = subscription.payments.made.unwrap_or(0);
                prop_assert_eq!(handover.charges_left.map(|left| made + handover.charges_before + left), Some(of));
            } else {
                prop_assert_eq!(handover.charges_left, None);
            }
            for step in steps {
                if let BillingStep::Start { not_before, amount, interval, charges } = step {
                    prop_assert_eq!((Some(*amount), Some(*interval)), (subscription.amount, subscription.interval));
                    prop_assert_eq!(*charges, handover.charges_left);
                    prop_assert!(*not_before >= handover.stop_by && charges.is_none_or(|charges| charges > 0));
                    prop_assert!(subscription.trial_ends_at.is_none_or(|end| *not_before >= end));
                }
            }
        }
        let deadlines: Vec<_> = plan.proposed_actions().iter().map(|action| action.step.deadline()).collect();
        prop_assert!(deadlines.is_sorted());
        let ids: BTreeSet<_> = plan.proposed_actions().iter().map(|action| action.id).collect();
        prop_assert_eq!(ids.len(), plan.proposed_actions().len());
    }

    #[test]
    fn what_has_ended_or_is_in_trial_or_paused_is_not_charged(sources in sources(), options in options()) {
        let plan = plan(&sources, &options);
        for subscription in plan.subscriptions() {
            let chargers = plan.obligations().iter().flat_map(|obligation| &obligation.chargers);
            let mut spans = chargers.filter(|charger| charger.subscription == subscription.id)
                .filter_map(|charger| charger.charges);
            if !subscription.status.charges_again() {
                prop_assert!(spans.next().is_none(), "{:?}", subscription);
                let is_paused = subscription.status == SubscriptionStatus::Paused;
                prop_assert!(is_paused || subscription.fate.handover().is_none(), "{:?}", subscription);
            } else if let Some(end) = subscription.trial_ends_at {
                prop_assert!(spans.all(|span| span.from >= end), "{:?}", subscription);
            }
        }
    }

    #[test]
    fn every_record_is_told_of_once_and_what_is_unknown_has_a_reason(sources in sources(), options in options()) {
        let plan = plan(&sources, &options);
        let told: Vec<_> = plan.subscriptions().iter().flat_map(|subscription| subscription.records.iter())
            .map(|place| (place.source, place.record)).collect();
        let count: usize = sources.iter().map(|source| source.subscriptions.len()).sum();
        prop_assert_eq!(told.len(), count);
        prop_assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), count);
        let ids: BTreeSet<_> = plan.subscriptions().iter().map(|subscription| subscription.id).collect();
        prop_assert_eq!(ids.len(), plan.subscriptions().len());
        let unknown: Vec<_> = plan.subscriptions().iter().filter(|subscription| subscription.fate == SubscriptionFate::Unknown)
            .map(|subscription| subscription.id).collect();
        let unresolved: Vec<_> = plan.unresolved().iter().map(|unresolved| unresolved.subscription).collect();
        prop_assert_eq!(unknown, unresolved);
        prop_assert!(plan.unresolved().iter().all(|unresolved| !unresolved.reasons.is_empty()));
    }

    #[test]
    fn the_order_of_sources_and_records_changes_nothing(
        (sources, shuffled) in sources().prop_flat_map(|sources| {
            let parts: Vec<_> = sources.iter().cloned().map(|source| {
                let records = (Just(source.subscriptions.clone()).prop_shuffle(), Just(source.orders.clone()).prop_shuffle());
                records.prop_map(move |(subscriptions, orders)| BillingSource { subscriptions, orders, ..source.clone() })
            }).collect();
            (Just(sources), parts.prop_flat_map(|parts| Just(parts).prop_shuffle()))
        }),
        options in options(),
    ) {
        prop_assert_eq!(without_places(&plan(&sources, &options)), without_places(&plan(&shuffled, &options)));
    }
}
