//! What is done with each column of orders or subscriptions: a mapping made ready to run. Knows no cells.

use super::mapping::{ColumnUse, Mapping};
use crate::source::Field;

/// What to do with a column's cells.
pub(super) enum Action {
    /// Kept as they stand, under a name.
    Keep(String),
    Text(Field),
    Email,
    Date(Field),
    Amount(Field),
    /// Read when the whole record is known.
    Held(Field),
}

/// One column to read.
pub(super) struct Step {
    pub(super) column: usize,
    pub(super) action: Action,
}

/// The fields one of which a file must have to be one of orders or subscriptions.
pub(super) const NEEDED: [Field; 5] =
    [Field::OrderId, Field::TransactionId, Field::SubscriptionId, Field::Total, Field::Price];

/// The steps of a mapping, in column order.
pub(super) fn compile(mapping: &Mapping) -> Vec<Step> {
    let has = |field| mapping.column_of(field).is_some();
    let has_amounts = [Field::Total, Field::Price, Field::Tax, Field::Discount, Field::Fee, Field::Refunded]
        .iter()
        .any(|field| has(*field));
    let steps = mapping.columns.iter().enumerate().filter_map(|(column, mapped)| {
        let keep = || Action::Keep(mapped.header.clone());
        let field = match &mapped.meaning {
            ColumnUse::Custom { name } => return Some(Step { column, action: Action::Keep(name.clone()) }),
            ColumnUse::Sensitive | ColumnUse::Ignored => return None,
            ColumnUse::Field { field } => *field,
        };
        let action = match field {
            // They are read with what they belong to, and kept as they stand where that has no column.
            Field::Currency if has_amounts => return None,
            Field::PlacedTime | Field::PlacedZone if has(Field::PlacedAt) => return None,
            Field::Currency | Field::PlacedTime | Field::PlacedZone => keep(),
            Field::FirstName | Field::LastName if has(Field::FullName) => keep(),
            Field::IntervalCount if !has(Field::IntervalUnit) => keep(),
            Field::HasPaymentLimit if !has(Field::PaymentLimit) => keep(),
            Field::Email => Action::Email,
            Field::PlacedAt
            | Field::PaidAt
            | Field::StartedAt
            | Field::TrialEndsAt
            | Field::CurrentPeriodStart
            | Field::CurrentPeriodEnd
            | Field::NextPaymentAt
            | Field::CancelAt
            | Field::CancelledAt
            | Field::EndedAt => Action::Date(field),
            Field::Total | Field::Price | Field::Tax | Field::Discount | Field::Fee | Field::Refunded => {
                Action::Amount(field)
            }
            Field::EntryKind
            | Field::BalanceImpact
            | Field::PaymentStatus
            | Field::ReferenceId
            | Field::PayeeEmail
            | Field::ProductId
            | Field::Product
            | Field::Quantity
            | Field::Items
            | Field::IntervalUnit
            | Field::IntervalCount
            | Field::PaymentsMade
            | Field::PaymentLimit
            | Field::HasPaymentLimit => Action::Held(field),
            text => Action::Text(text),
        };
        Some(Step { column, action })
    });
    steps.collect()
}
