//! `orders.read`, `subscriptions.read`, `orders.tie` and `subscriptions.tie`. Does not know how exports are read, nor
//! whose an order is.

use serde::{Deserialize, Serialize};

use super::export::{Read, ReadPart};
use super::held::Held;
use super::reply::{Outcome, refused};
use crate::{
    Contact, CustomerIds, Detection, Issues, Mapping, Order, PaymentStats, Subscription, Ties, read_orders,
    read_subscriptions, tie_orders, tie_subscriptions,
};

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PaymentsAnswer {
    /// Each order, refund and dispute, in the order of the records.
    #[serde(skip_serializing_if = "Option::is_none")]
    orders: Option<Vec<Order>>,
    /// Each subscription, in the order of the records.
    #[serde(skip_serializing_if = "Option::is_none")]
    subscriptions: Option<Vec<Subscription>>,
    /// What concerns the input as a whole, then each record's in their order, then what only the last record could settle.
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<Issues>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detection: Option<Detection>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mapping: Option<Mapping>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stats: Option<PaymentStats>,
    /// The records that were set aside, with the header; the header alone where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside_csv: Option<String>,
}

/// Reads an export of orders that is small enough to stand in one request.
pub fn read_order_export(mut request: Read) -> Outcome<PaymentsAnswer> {
    let intake = read_orders(&request.bytes()?, &request.options).map_err(refused)?;
    Ok(PaymentsAnswer {
        set_aside_csv: request.part(ReadPart::SetAsideCsv, || intake.set_aside_csv()),
        orders: request.part(ReadPart::Orders, || intake.orders),
        subscriptions: None,
        issues: request.part(ReadPart::Issues, || intake.issues),
        detection: request.part(ReadPart::Detection, || intake.detection),
        mapping: request.part(ReadPart::Mapping, || intake.mapping),
        stats: request.part(ReadPart::Stats, || intake.stats),
    })
}

/// Reads an export of subscriptions that is small enough to stand in one request.
pub fn read_subscription_export(mut request: Read) -> Outcome<PaymentsAnswer> {
    let intake = read_subscriptions(&request.bytes()?, &request.options).map_err(refused)?;
    Ok(PaymentsAnswer {
        set_aside_csv: request.part(ReadPart::SetAsideCsv, || intake.set_aside_csv()),
        orders: None,
        subscriptions: request.part(ReadPart::Subscriptions, || intake.subscriptions),
        issues: request.part(ReadPart::Issues, || intake.issues),
        detection: request.part(ReadPart::Detection, || intake.detection),
        mapping: request.part(ReadPart::Mapping, || intake.mapping),
        stats: request.part(ReadPart::Stats, || intake.stats),
    })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct TieOrders {
    orders: Vec<Order>,
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    /// What the customers' ids are ids of.
    customer_ids: CustomerIds,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct TieSubscriptions {
    subscriptions: Vec<Subscription>,
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    /// What the customers' ids are ids of.
    customer_ids: CustomerIds,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TieAnswer {
    /// For each record, in their order, the place of its contact in the list, from 0; `null` where it has none.
    rows: Vec<Option<usize>>,
    /// What could not be tied, in the same order.
    issues: Issues,
}

impl From<Ties> for TieAnswer {
    fn from(ties: Ties) -> TieAnswer {
        TieAnswer { rows: ties.rows, issues: ties.issues }
    }
}

/// Finds whose each order is.
pub fn tie_order_list(request: TieOrders, held: &Held<'_>) -> Outcome<TieAnswer> {
    let contacts = held.contacts(request.contacts)?;
    Ok(tie_orders(&request.orders, &contacts, request.customer_ids).into())
}

/// Finds whose each subscription is.
pub fn tie_subscription_list(request: TieSubscriptions, held: &Held<'_>) -> Outcome<TieAnswer> {
    let contacts = held.contacts(request.contacts)?;
    Ok(tie_subscriptions(&request.subscriptions, &contacts, request.customer_ids).into())
}
