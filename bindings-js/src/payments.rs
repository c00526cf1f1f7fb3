//! Orders and subscriptions as read. Does not know how.

use memberferry::{Order, Subscription};
use serde::Serialize;

use crate::columns::packed;
use crate::contacts::{From, Part};
use crate::guard::{Outcome, argument, written};

/// The columns that begin with an order, by its place; none past the last one.
pub fn order_frame(first: &[u8], orders: &[Order]) -> Outcome<Vec<u8>> {
    let From { first } = argument(first)?;
    Ok(Order::frame_at(orders, first).map(|frame| packed(&frame)).unwrap_or_default())
}

/// The columns that begin with a subscription, by its place; none past the last one.
pub fn subscription_frame(first: &[u8], subscriptions: &[Subscription]) -> Outcome<Vec<u8>> {
    let From { first } = argument(first)?;
    Ok(Subscription::frame_at(subscriptions, first).map(|frame| packed(&frame)).unwrap_or_default())
}

/// Some of them as a list of JSON.
pub fn records<Record: Serialize>(part: &[u8], records: &[Record]) -> Outcome<Vec<u8>> {
    let places = argument::<Part>(part)?.of(records.len());
    written(records.get(places).unwrap_or_default())
}
