//! Orders and subscriptions as columns. Knows no library of columns.

use super::{BillingInterval, Money, Order, Subscription};
use crate::contact::{Address, Email};
use crate::frame::{FRAME_ROWS, Frame, Rows, one_by_one};

impl Order {
    /// Orders as columns, in their order: as many frames as it takes, and at least one.
    ///
    /// The columns are called as the fields are; an amount is a record of `minor_units` and `currency`, `items` a list of records, the
    /// address one column for each of its parts.
    pub fn frames(orders: &[Order]) -> impl Iterator<Item = Frame> {
        one_by_one(move |first| Order::frame_at(orders, first))
    }

    /// The frame that begins with an order, by its place; absent past the last one.
    pub fn frame_at(orders: &[Order], first: usize) -> Option<Frame> {
        Some(order_frame(part(orders, first)?))
    }
}

impl Subscription {
    /// Subscriptions as columns, in their order: as many frames as it takes, and at least one.
    ///
    /// The columns are called as the fields are; an amount is a record of `minor_units` and `currency`, the interval one of `kind`, `count`
    /// and `unit`, the address one column for each of its parts.
    pub fn frames(subscriptions: &[Subscription]) -> impl Iterator<Item = Frame> {
        one_by_one(move |first| Subscription::frame_at(subscriptions, first))
    }

    /// The frame that begins with a subscription, by its place; absent past the last one.
    pub fn frame_at(subscriptions: &[Subscription], first: usize) -> Option<Frame> {
        Some(subscription_frame(part(subscriptions, first)?))
    }
}

/// The records of one frame; of no records there is one frame.
fn part<T>(records: &[T], first: usize) -> Option<&[T]> {
    let rest = records.get(first..).filter(|rest| first == 0 || !rest.is_empty())?;
    Some(rest.get(..FRAME_ROWS).unwrap_or(rest))
}

fn order_frame(orders: &[Order]) -> Frame {
    let rows = Rows::of(orders)
        .text("id", |order| order.id.as_deref())
        .text("kind", |order| Some(order.kind.name()))
        .text("customer_id", |order| order.customer_id.as_deref())
        .text("email", |order| order.email.as_ref().map(Email::as_str))
        .text("name", |order| order.name.as_deref())
        .text("phone", |order| order.phone.as_deref())
        .text("company", |order| order.company.as_deref())
        .records(
            "items",
            |order| &order.items,
            |items| {
                items
                    .text("product_id", |item| item.product_id.as_deref())
                    .text("name", |item| item.name.as_deref())
                    .count("quantity", |item| item.quantity)
                    .finish()
            },
        );
    let rows = amount(rows, "total", |order| order.total);
    let rows = amount(rows, "tax", |order| order.tax);
    let rows = amount(rows, "discount", |order| order.discount);
    let rows = amount(rows, "fee", |order| order.fee);
    let rows = amount(rows, "refunded", |order| order.refunded)
        .text("status", |order| Some(order.status.name()))
        .instant("placed_at", |order| order.placed_at)
        .instant("paid_at", |order| order.paid_at)
        .text("processor", |order| order.processor.as_deref())
        .text("transaction_id", |order| order.transaction_id.as_deref())
        .text("refund_of", |order| order.refund_of.as_deref())
        .text("subscription_id", |order| order.subscription_id.as_deref())
        .text("coupon", |order| order.coupon.as_deref());
    address(rows, |order| &order.address).map("custom", |order| &order.custom).finish()
}

fn subscription_frame(subscriptions: &[Subscription]) -> Frame {
    let rows = Rows::of(subscriptions)
        .text("id", |subscription| subscription.id.as_deref())
        .text("processor_id", |subscription| subscription.processor_id.as_deref())
        .text("customer_id", |subscription| subscription.customer_id.as_deref())
        .text("email", |subscription| subscription.email.as_ref().map(Email::as_str))
        .text("name", |subscription| subscription.name.as_deref())
        .text("phone", |subscription| subscription.phone.as_deref())
        .text("company", |subscription| subscription.company.as_deref())
        .text("product_id", |subscription| subscription.product_id.as_deref())
        .text("product", |subscription| subscription.product.as_deref())
        .text("plan", |subscription| subscription.plan.as_deref())
        .count("quantity", |subscription| subscription.quantity);
    let rows = amount(rows, "price", |subscription| subscription.price);
    let rows = amount(rows, "tax", |subscription| subscription.tax);
    let rows = amount(rows, "discount", |subscription| subscription.discount)
        .record(
            "interval",
            |subscription| subscription.interval.is_some(),
            |fields| {
                let every = |subscription: &Subscription| subscription.interval?.every();
                fields
                    .text("kind", |subscription| subscription.interval.map(BillingInterval::name))
                    .number("count", move |subscription| Some(every(subscription)?.0.get().into()))
                    .text("unit", move |subscription| Some(every(subscription)?.1.name()))
            },
        )
        .text("status", |subscription| Some(subscription.status.name()))
        .instant("started_at", |subscription| subscription.started_at)
        .instant("trial_ends_at", |subscription| subscription.trial_ends_at)
        .instant("current_period_start", |subscription| subscription.current_period_start)
        .instant("current_period_end", |subscription| subscription.current_period_end)
        .instant("next_payment_at", |subscription| subscription.next_payment_at)
        .instant("cancel_at", |subscription| subscription.cancel_at)
        .instant("cancelled_at", |subscription| subscription.cancelled_at)
        .instant("ended_at", |subscription| subscription.ended_at)
        .count("payments_made", |subscription| subscription.payments_made)
        .count("payment_limit", |subscription| subscription.payment_limit)
        .text("processor", |subscription| subscription.processor.as_deref())
        .text("coupon", |subscription| subscription.coupon.as_deref());
    address(rows, |subscription| &subscription.address)
        .map("custom", |subscription| &subscription.custom)
        .finish()
}

fn amount<'a, T>(
    rows: Rows<'a, T>,
    name: &'static str,
    of: impl Fn(&T) -> Option<Money> + Copy,
) -> Rows<'a, T> {
    rows.record(
        name,
        |value| of(value).is_some(),
        |fields| {
            fields
                .number("minor_units", |value| of(value).map(Money::minor_units))
                .text("currency", |value| of(value).map(|amount| amount.currency().code()))
        },
    )
}

fn address<'a, T>(rows: Rows<'a, T>, of: impl Fn(&'a T) -> &'a Address + Copy) -> Rows<'a, T> {
    rows.text("address_line1", move |value| of(value).line1.as_deref())
        .text("address_line2", move |value| of(value).line2.as_deref())
        .text("city", move |value| of(value).city.as_deref())
        .text("region", move |value| of(value).region.as_deref())
        .text("postal_code", move |value| of(value).postal_code.as_deref())
        .text("country", move |value| of(value).country.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Column, Texts, Values};

    fn column<'a>(frame: &'a Frame, name: &str) -> &'a Column {
        frame.columns.iter().find(|column| column.name == name).unwrap()
    }

    /// The columns of a frame, as a record on the wire has its keys: in `camelCase`, the address and the map of custom fields apart.
    fn keys(frame: &Frame) -> Vec<String> {
        let camel = |name: &str| {
            let mut upper = false;
            let letters = name.chars().filter_map(|letter| match letter {
                '_' => {
                    upper = true;
                    None
                }
                _ if std::mem::take(&mut upper) => Some(letter.to_ascii_uppercase()),
                _ => Some(letter),
            });
            letters.collect::<String>()
        };
        frame.columns.iter().map(|column| camel(&column.name)).collect()
    }

    #[test]
    fn an_order_has_each_of_its_fields_in_a_column() {
        let wire = r#"{"id":"17","kind":"sale","customerId":"c","email":"ada@example.com","name":"Ada","phone":"1","company":"A",
            "items":[{"productId":"p","name":"Gold","quantity":2},{"name":"Extra"}],
            "total":{"minorUnits":4900,"currency":"EUR"},"tax":{"minorUnits":1,"currency":"EUR"},
            "discount":{"minorUnits":1,"currency":"EUR"},"fee":{"minorUnits":1,"currency":"EUR"},
            "refunded":{"minorUnits":1,"currency":"EUR"},"status":"paid","placedAt":"2024-05-01T00:00:00Z",
            "paidAt":"2024-05-01T00:00:01Z","processor":"Stripe","transactionId":"t","refundOf":"r","subscriptionId":"s",
            "coupon":"C","address":{"line1":"1","line2":"2","city":"Z","region":"R","postalCode":"8000","country":"CH"},
            "custom":{"Hat":"yes"}}"#;
        let order: Order = serde_json::from_str(wire).unwrap();
        let frame = Order::frame_at(&[Order::default(), order.clone()], 0).unwrap();
        let wire = serde_json::to_value(&order).unwrap();
        let fields = wire.as_object().unwrap().keys().filter(|key| *key != "address");
        let columns = keys(&frame);
        assert!(fields.clone().all(|field| columns.contains(field)), "{columns:?}");
        assert_eq!(columns.len(), fields.count() + 6);
        assert!(frame.columns.iter().all(|column| column.valid.as_ref().is_none_or(|valid| valid.get(1))));
        let Values::List { offsets, items } = &column(&frame, "items").values else { panic!() };
        assert_eq!(*offsets, [0, 0, 2]);
        let Values::Record(fields) = &items.values else { panic!() };
        let Values::Text(Texts { bytes, .. }) = &fields[1].values else { panic!() };
        assert_eq!(bytes, b"GoldExtra");
        assert_eq!(fields[2].values, Values::Numbers(vec![2, 0]));
        let Values::Record(total) = &column(&frame, "total").values else { panic!() };
        assert_eq!(total[0].values, Values::Numbers(vec![0, 4_900]));
    }

    #[test]
    fn a_subscription_has_each_of_its_fields_in_a_column() {
        let wire = r#"{"id":"s","processorId":"p","customerId":"c","email":"ada@example.com","name":"Ada","phone":"1","company":"A",
            "productId":"p","product":"Gold","plan":"Year","quantity":1,"price":{"minorUnits":900,"currency":"EUR"},
            "tax":{"minorUnits":1,"currency":"EUR"},"discount":{"minorUnits":1,"currency":"EUR"},
            "interval":{"kind":"every","count":3,"unit":"month"},"status":"past-due","startedAt":"2024-05-01T00:00:00Z",
            "trialEndsAt":"2024-05-01T00:00:00Z","currentPeriodStart":"2024-05-01T00:00:00Z",
            "currentPeriodEnd":"2024-05-01T00:00:00Z","nextPaymentAt":"2024-05-01T00:00:00Z","cancelAt":"2024-05-01T00:00:00Z",
            "cancelledAt":"2024-05-01T00:00:00Z","endedAt":"2024-05-01T00:00:00Z","paymentsMade":3,"paymentLimit":12,
            "processor":"Stripe","coupon":"C",
            "address":{"line1":"1","line2":"2","city":"Z","region":"R","postalCode":"8000","country":"CH"},"custom":{"Hat":"yes"}}"#;
        let subscription: Subscription = serde_json::from_str(wire).unwrap();
        let frame = Subscription::frame_at(&[Subscription::default(), subscription.clone()], 0).unwrap();
        let wire = serde_json::to_value(&subscription).unwrap();
        let fields = wire.as_object().unwrap().keys().filter(|key| *key != "address");
        let columns = keys(&frame);
        assert!(fields.clone().all(|field| columns.contains(field)), "{columns:?}");
        assert_eq!(columns.len(), fields.count() + 6);
        let Values::Record(interval) = &column(&frame, "interval").values else { panic!() };
        assert_eq!(interval[1].values, Values::Numbers(vec![0, 3]));
    }

    #[test]
    fn no_records_are_one_frame_and_many_are_several() {
        assert_eq!(Order::frames(&[]).map(|frame| frame.rows).collect::<Vec<_>>(), [0]);
        let many = vec![Subscription::default(); FRAME_ROWS + 3];
        assert_eq!(Subscription::frames(&many).map(|frame| frame.rows).collect::<Vec<_>>(), [FRAME_ROWS, 3]);
    }
}
