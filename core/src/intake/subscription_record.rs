//! Subscriptions as they are read: status, interval, and when they are charged next. Knows no columns but those it is
//! handed.

use super::billing_intervals;
use super::items_cell;
use super::order_record::read_number;
use super::payment_record::{Common, HeldCell, HeldCells, NotOfKind, PaymentRecord, Place};
use super::payment_rows::PaymentAnswer;
use super::result::SubscriptionIntake;
use super::row_reader::Ending;
use crate::Instant;
use crate::issue::Code;
use crate::payment::{Money, Subscription, SubscriptionStatus};
use crate::source::{Field, PaymentRules, RecordKind};
use crate::text;

impl PaymentRecord for Subscription {
    const KIND: RecordKind = RecordKind::Subscriptions;

    type Answer = SubscriptionIntake;

    fn answer(answer: PaymentAnswer<Self>, ending: Ending<'_>) -> SubscriptionIntake {
        SubscriptionIntake {
            subscriptions: answer.kept,
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
            Field::SubscriptionId => Some(&mut self.id),
            Field::ProcessorId => Some(&mut self.processor_id),
            Field::Plan => Some(&mut self.plan),
            _ => None,
        }
    }

    fn amount(&mut self, field: Field) -> Option<&mut Option<Money>> {
        match field {
            Field::Price => Some(&mut self.price),
            Field::Tax => Some(&mut self.tax),
            Field::Discount => Some(&mut self.discount),
            _ => None,
        }
    }

    fn date(&mut self, field: Field) -> Option<&mut Option<Instant>> {
        match field {
            Field::StartedAt => Some(&mut self.started_at),
            Field::TrialEndsAt => Some(&mut self.trial_ends_at),
            Field::CurrentPeriodStart => Some(&mut self.current_period_start),
            Field::CurrentPeriodEnd => Some(&mut self.current_period_end),
            Field::NextPaymentAt => Some(&mut self.next_payment_at),
            Field::CancelAt => Some(&mut self.cancel_at),
            Field::CancelledAt => Some(&mut self.cancelled_at),
            Field::EndedAt => Some(&mut self.ended_at),
            _ => None,
        }
    }

    fn settle(
        &mut self,
        held: &HeldCells,
        rules: &PaymentRules,
        place: &mut Place<'_, '_>,
    ) -> Result<(), NotOfKind> {
        for cell in &held.cells {
            match cell.field {
                Field::PaymentStatus => {
                    let written = text::fold(&cell.text);
                    match rules.subscription_statuses.iter().find(|(word, _)| *word == written) {
                        Some((_, status)) => self.status = *status,
                        None => self.refuse(Code::PaymentStatusUnknown, cell, place),
                    }
                }
                Field::ProductId => self.product_id = Some(cell.text.clone()),
                Field::Product => self.product = Some(cell.text.clone()),
                Field::Quantity => self.quantity = self.number(cell, place),
                Field::PaymentsMade => self.payments_made = self.number(cell, place),
                Field::Items => self.read_items(cell, rules, place),
                Field::IntervalUnit => self.read_interval(cell, held.get(Field::IntervalCount), place),
                Field::PaymentLimit => {
                    let counts = held.get(Field::HasPaymentLimit).is_none_or(|cell| is_yes(&cell.text));
                    if counts {
                        self.payment_limit = self.number(cell, place);
                    } else {
                        self.keep(cell, place);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn complete(&mut self) {
        let runs = self.status.charges_again() || self.status == SubscriptionStatus::PendingCancel;
        if runs && self.ended_at.is_some() && self.cancel_at.is_none() {
            // The end of what still runs is to come.
            self.cancel_at = self.ended_at.take();
        }
        if matches!(self.status, SubscriptionStatus::Active | SubscriptionStatus::Trialing)
            && self.cancelled_at.is_some()
        {
            self.status = SubscriptionStatus::PendingCancel;
        }
        if self.status.charges_again() && self.next_payment_at.is_none() {
            self.next_payment_at = self.current_period_end;
        }
    }

    fn identity(&self) -> Option<(&str, u8)> {
        self.id.as_deref().map(|id| (id, 0))
    }
}

/// Whether a word says yes: anything but a plain no.
fn is_yes(text: &str) -> bool {
    !["0", "no", "false", "off"].iter().any(|no| no.eq_ignore_ascii_case(text))
}

impl Subscription {
    fn keep(&mut self, cell: &HeldCell, place: &Place<'_, '_>) {
        self.common().keep(&place.header(cell.column), &cell.text);
    }

    fn refuse(&mut self, code: Code, cell: &HeldCell, place: &mut Place<'_, '_>) {
        place.report(code, cell.column);
        self.keep(cell, place);
    }

    fn number(&mut self, cell: &HeldCell, place: &mut Place<'_, '_>) -> Option<u64> {
        let number = read_number(&cell.text);
        if number.is_none() {
            self.refuse(Code::NumberInvalid, cell, place);
        }
        number
    }

    fn read_items(&mut self, cell: &HeldCell, rules: &PaymentRules, place: &mut Place<'_, '_>) {
        let Some(items) = rules.items.and_then(|shape| items_cell::read(&cell.text, shape)) else {
            return self.refuse(Code::ItemsInvalid, cell, place);
        };
        let names: Vec<&str> = items.iter().filter_map(|item| item.name.as_deref()).collect();
        self.product = Some(names.join(", ")).filter(|names| !names.is_empty());
        if let [only] = items.as_slice() {
            self.product_id.clone_from(&only.product_id);
            self.quantity = only.quantity;
        } else {
            // Ids and numbers of several products have no field here.
            self.keep(cell, place);
        }
    }

    fn read_interval(&mut self, cell: &HeldCell, count: Option<&HeldCell>, place: &mut Place<'_, '_>) {
        let times = match count.map(|count| count.text.parse::<u32>()) {
            None => None,
            Some(Ok(times)) => Some(times),
            Some(Err(_)) => return self.refuse_interval(cell, count, place),
        };
        self.interval = billing_intervals::read(&cell.text, times);
        if self.interval.is_none() {
            self.refuse_interval(cell, count, place);
        }
    }

    fn refuse_interval(&mut self, cell: &HeldCell, count: Option<&HeldCell>, place: &mut Place<'_, '_>) {
        self.refuse(Code::IntervalUnknown, cell, place);
        if let Some(count) = count {
            self.keep(count, place);
        }
    }
}
