//! Orders as they are read: what a record is, whose it is when money goes out, and what a refund is of. Knows no
//! columns but those it is handed.

use super::items_cell;
use super::mapping::words;
use super::payment_record::{Common, HeldCell, HeldCells, NotOfKind, PaymentRecord, Place};
use super::payment_rows::PaymentAnswer;
use super::result::OrderIntake;
use super::row_reader::Ending;
use crate::Instant;
use crate::contact::Email;
use crate::issue::Code;
use crate::payment::{Money, Order, OrderItem, OrderKind, OrderStatus};
use crate::source::{EntryKind, Field, Negative, PaymentRules, RecordKind, RefundReference};
use crate::text;

impl PaymentRecord for Order {
    const KIND: RecordKind = RecordKind::Orders;

    type Answer = OrderIntake;

    fn answer(answer: PaymentAnswer<Self>, ending: Ending<'_>) -> OrderIntake {
        OrderIntake {
            orders: answer.kept,
            issues: answer.log.issues,
            detection: ending.detection,
            mapping: ending.mapping,
            stats: answer.stats,
            set_aside: answer.log.set_aside,
        }
    }

    fn common(&mut self) -> Common<'_> {
        Common {
            customer_id: &mut self.customer_id,
            email: &mut self.email,
            name: &mut self.name,
            phone: &mut self.phone,
            company: &mut self.company,
            address: &mut self.address,
            processor: &mut self.processor,
            coupon: &mut self.coupon,
            custom: &mut self.custom,
        }
    }

    fn own_text(&mut self, field: Field) -> Option<&mut Option<String>> {
        match field {
            Field::OrderId => Some(&mut self.id),
            Field::TransactionId => Some(&mut self.transaction_id),
            Field::SubscriptionId => Some(&mut self.subscription_id),
            _ => None,
        }
    }

    fn amount(&mut self, field: Field) -> Option<&mut Option<Money>> {
        match field {
            Field::Total => Some(&mut self.total),
            Field::Tax => Some(&mut self.tax),
            Field::Discount => Some(&mut self.discount),
            Field::Fee => Some(&mut self.fee),
            Field::Refunded => Some(&mut self.refunded),
            _ => None,
        }
    }

    fn date(&mut self, field: Field) -> Option<&mut Option<Instant>> {
        match field {
            Field::PlacedAt => Some(&mut self.placed_at),
            Field::PaidAt => Some(&mut self.paid_at),
            _ => None,
        }
    }

    fn settle(
        &mut self,
        held: &HeldCells,
        rules: &PaymentRules,
        place: &mut Place<'_, '_>,
    ) -> Result<(), NotOfKind> {
        if let Some(memo) =
            held.get(Field::BalanceImpact).filter(|cell| is_one_of(&cell.text, rules.balance_memos))
        {
            let sentence = "the record is a memo that repeats another one and moves no money";
            return Err(NotOfKind { sentence, column: Some(memo.column) });
        }
        self.kind = read_kind(held, rules, place)?;
        self.check_direction(held, rules)?;
        for cell in &held.cells {
            match cell.field {
                // What the words were taken for stands in the kind; the words themselves stay.
                Field::EntryKind | Field::BalanceImpact => self.keep(cell, place),
                Field::PayeeEmail => self.read_payee(cell, held, rules, place),
                Field::ReferenceId => self.read_reference(cell, rules, place),
                Field::PaymentStatus => self.read_status(cell, rules, place),
                _ => {}
            }
        }
        self.read_items(held, rules, place);
        let is_back = matches!(self.kind, OrderKind::Refund | OrderKind::Dispute);
        if is_back && rules.refund_reference == RefundReference::SameId {
            self.refund_of.clone_from(&self.id);
        }
        if self.id.is_none() {
            self.id.clone_from(&self.transaction_id);
        }
        let has_status = held.get(Field::PaymentStatus).is_some();
        self.status = match (self.kind, self.status) {
            (OrderKind::Refund, OrderStatus::Paid) => OrderStatus::Refunded,
            (OrderKind::Dispute, OrderStatus::Paid) => OrderStatus::Disputed,
            (OrderKind::Refund, OrderStatus::Unknown) if !has_status => OrderStatus::Refunded,
            (OrderKind::Dispute, OrderStatus::Unknown) if !has_status => OrderStatus::Disputed,
            (_, status) => status,
        };
        Ok(())
    }

    fn complete(&mut self) {
        match self.kind {
            OrderKind::Refund | OrderKind::Dispute => {
                if self.refunded.is_none() {
                    self.refunded = self.total.take();
                }
                self.refunded = self.refunded.map(Money::absolute);
            }
            OrderKind::Sale | OrderKind::Unknown => {
                self.refunded = self.refunded.map(Money::absolute);
                if let (OrderStatus::Paid, Some(total), Some(refunded)) =
                    (self.status, self.total, self.refunded)
                    && refunded.minor_units() > 0
                {
                    self.status = if refunded.minor_units() < total.minor_units() {
                        OrderStatus::PartiallyRefunded
                    } else {
                        OrderStatus::Refunded
                    };
                }
            }
        }
    }

    fn identity(&self) -> Option<(&str, u8)> {
        let kind = match self.kind {
            OrderKind::Sale => 0,
            OrderKind::Refund => 1,
            OrderKind::Dispute => 2,
            OrderKind::Unknown => 3,
        };
        self.id.as_deref().map(|id| (id, kind))
    }
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// What a record is, by the words of its own column and by the sign of its total.
fn read_kind(
    held: &HeldCells,
    rules: &PaymentRules,
    place: &mut Place<'_, '_>,
) -> Result<OrderKind, NotOfKind> {
    let is_negative = held.total_is_negative == Some(true);
    let Some(cell) = held.get(Field::EntryKind) else {
        let is_refund = is_negative && rules.negative == Negative::Refund;
        return Ok(if is_refund { OrderKind::Refund } else { OrderKind::Sale });
    };
    let written = words(&cell.text);
    let stands = |name: &str| {
        let name: Vec<&str> = name.split(' ').collect();
        written.windows(name.len()).any(|window| window.iter().eq(name.iter()))
    };
    match rules.entry_kinds.iter().find(|(name, _)| stands(name)).map(|(_, kind)| *kind) {
        Some(EntryKind::NotAnOrder) => {
            let sentence = "the record is a transfer, a conversion, a hold or a fee, and no order";
            Err(NotOfKind { sentence, column: Some(cell.column) })
        }
        Some(EntryKind::Sale) if is_negative && rules.negative == Negative::Refund => Ok(OrderKind::Refund),
        Some(EntryKind::Sale) => Ok(OrderKind::Sale),
        Some(EntryKind::Refund) => Ok(OrderKind::Refund),
        Some(EntryKind::Dispute) => Ok(OrderKind::Dispute),
        None => {
            place.report(Code::OrderKindUnknown, cell.column);
            Ok(OrderKind::Unknown)
        }
    }
}

/// A whole number, such as a quantity; `1.0` and `1.00` are whole.
pub(super) fn read_number(text: &str) -> Option<u64> {
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    // What JSON holds exactly.
    whole.parse().ok().filter(|number| *number <= Money::LARGEST.unsigned_abs())
}

impl Order {
    fn keep(&mut self, cell: &HeldCell, place: &Place<'_, '_>) {
        self.common().keep(&place.header(cell.column), &cell.text);
    }

    fn refuse(&mut self, code: Code, cell: &HeldCell, place: &mut Place<'_, '_>) {
        place.report(code, cell.column);
        self.keep(cell, place);
    }

    /// The items of the cell that holds several, and the one that has columns of its own.
    fn read_items(&mut self, held: &HeldCells, rules: &PaymentRules, place: &mut Place<'_, '_>) {
        if let Some(cell) = held.get(Field::Items) {
            match rules.items.and_then(|shape| items_cell::read(&cell.text, shape)) {
                Some(items) => self.items = items,
                None => self.refuse(Code::ItemsInvalid, cell, place),
            }
        }
        let text = |field| held.get(field).map(|cell| cell.text.clone());
        let quantity = held.get(Field::Quantity).and_then(|cell| {
            let number = read_number(&cell.text);
            if number.is_none() {
                self.refuse(Code::NumberInvalid, cell, place);
            }
            number
        });
        let own = OrderItem { product_id: text(Field::ProductId), name: text(Field::Product), quantity };
        if own != OrderItem::default() {
            self.items.push(own);
        }
    }

    /// Whether money went the way that the kind of record says, where the sign of an amount tells its way.
    fn check_direction(&self, held: &HeldCells, rules: &PaymentRules) -> Result<(), NotOfKind> {
        let column = held.get(Field::EntryKind).map(|cell| cell.column);
        let sentence = match (rules.negative, self.kind, held.total_is_negative) {
            (Negative::Outgoing, OrderKind::Sale, Some(true)) => "the record is a payment to somebody else",
            (Negative::Outgoing, OrderKind::Refund | OrderKind::Dispute, Some(false)) => {
                "the record is money that came back to the account, and no order"
            }
            _ => return Ok(()),
        };
        Err(NotOfKind { sentence, column })
    }

    /// The address that money went to: the buyer's, where it went out; the seller's own otherwise.
    fn read_payee(
        &mut self,
        cell: &HeldCell,
        held: &HeldCells,
        rules: &PaymentRules,
        place: &mut Place<'_, '_>,
    ) {
        let is_outgoing = rules.negative == Negative::Outgoing && held.total_is_negative == Some(true);
        match Email::new(&cell.text) {
            Ok(payee) if is_outgoing => {
                if let Some(payer) = self.email.replace(payee) {
                    self.common().keep("payer", payer.as_str());
                }
            }
            Ok(_) => self.keep(cell, place),
            Err(_) => {
                if is_outgoing {
                    place.report(Code::PayerEmailInvalid, cell.column);
                }
                self.keep(cell, place);
            }
        }
    }

    /// What the record is about: an agreement that it was charged for, or the payment that was given back.
    fn read_reference(&mut self, cell: &HeldCell, rules: &PaymentRules, place: &Place<'_, '_>) {
        let is_agreement = rules.agreement_prefixes.iter().any(|prefix| cell.text.starts_with(prefix));
        let target = match self.kind {
            _ if is_agreement => &mut self.subscription_id,
            OrderKind::Refund | OrderKind::Dispute => &mut self.refund_of,
            OrderKind::Sale | OrderKind::Unknown => return self.keep(cell, place),
        };
        match target {
            None => *target = Some(cell.text.clone()),
            Some(_) => self.keep(cell, place),
        }
    }

    fn read_status(&mut self, cell: &HeldCell, rules: &PaymentRules, place: &mut Place<'_, '_>) {
        let written = text::fold(&cell.text);
        match rules.order_statuses.iter().find(|(word, _)| *word == written) {
            Some((_, status)) => self.status = *status,
            None => self.refuse(Code::PaymentStatusUnknown, cell, place),
        }
    }
}
