//! Which orders were paid and kept: neither their own status nor a refund or a dispute among the same orders says otherwise. Does
//! not know whose an order is, nor what it is of.

use std::collections::BTreeMap;

use super::{Money, Order, OrderKind, OrderStatus};

/// The orders that were paid and not given back, among orders that know of one another's refunds.
pub(crate) struct PaidOrders<'a> {
    /// What was given back or taken back, by the id of the order or payment it is of.
    returned: BTreeMap<&'a str, Vec<Option<Money>>>,
}

impl<'a> PaidOrders<'a> {
    /// The refunds and disputes among orders are those that count.
    pub fn among(orders: &'a [Order]) -> Self {
        let mut returned: BTreeMap<&str, Vec<Option<Money>>> = BTreeMap::new();
        for order in orders {
            let went_back = matches!(order.kind, OrderKind::Refund | OrderKind::Dispute)
                && !matches!(order.status, OrderStatus::Failed | OrderStatus::Cancelled);
            if let (true, Some(of)) = (went_back, order.refund_of.as_deref()) {
                returned.entry(of).or_default().push(order.refunded);
            }
        }
        PaidOrders { returned }
    }

    /// Whether an order was paid, and not given back as a whole.
    pub fn holds(&self, order: &Order) -> bool {
        order.kind == OrderKind::Sale
            && matches!(order.status, OrderStatus::Paid | OrderStatus::PartiallyRefunded)
            && !self.is_returned(order)
    }

    /// Whether an order was paid, and given back as a whole.
    pub fn went_back(&self, order: &Order) -> bool {
        let was_paid = matches!(order.status, OrderStatus::Paid | OrderStatus::PartiallyRefunded);
        order.kind == OrderKind::Sale
            && (order.status == OrderStatus::Refunded || (was_paid && self.is_returned(order)))
    }

    /// Whether the whole of an order went back. Where an amount is not known it is taken to be the whole.
    fn is_returned(&self, order: &Order) -> bool {
        let ids = [order.id.as_deref(), order.transaction_id.as_deref()];
        let mut known = ids.into_iter().flatten().filter_map(|id| self.returned.get(id));
        known.any(|amounts| is_whole(amounts, order))
    }
}

/// Whether amounts that went back make up what was paid.
fn is_whole(amounts: &[Option<Money>], order: &Order) -> bool {
    let Some(total) = &order.total else { return true };
    let back: Option<i64> = amounts.iter().try_fold(0_i64, |sum, amount| {
        let amount = amount.filter(|amount| amount.currency() == total.currency())?;
        sum.checked_add(amount.minor_units().checked_abs()?)
    });
    back.is_none_or(|back| back >= total.minor_units())
}
