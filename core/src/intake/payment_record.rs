//! What the reader of payment rows needs of an order or a subscription: a place for each field's value, and the rules
//! that only the record as a whole can apply. Knows no columns.

use indexmap::IndexMap;

use super::payment_rows::PaymentAnswer;
use super::record::Record;
use super::record_log::RecordLog;
use super::row_reader::Ending;
use crate::Instant;
use crate::contact::{Address, Email};
use crate::issue::Code;
use crate::payment::Money;
use crate::source::{Field, PaymentRules, RecordKind};

/// A cell that is read only when the whole record is known.
pub(super) struct HeldCell {
    pub(super) field: Field,
    pub(super) text: String,
    pub(super) column: usize,
}

/// The cells of a record that are read together.
#[derive(Default)]
pub(super) struct HeldCells {
    pub(super) cells: Vec<HeldCell>,
    /// Whether the total is less than zero; absent where there is none.
    pub(super) total_is_negative: Option<bool>,
}

impl HeldCells {
    /// The cell of a field, if it is not blank.
    pub(super) fn get(&self, field: Field) -> Option<&HeldCell> {
        self.cells.iter().find(|cell| cell.field == field)
    }
}

/// Where the rules of a record say what is wrong.
pub(super) struct Place<'a, 'r> {
    pub(super) log: &'a mut RecordLog,
    pub(super) record: &'a Record<'r>,
}

impl Place<'_, '_> {
    pub(super) fn report(&mut self, code: Code, column: usize) {
        self.log.report(code, self.record, Some(column), None);
    }

    /// The name of a column.
    pub(super) fn header(&self, column: usize) -> String {
        self.log.headers.get(column).cloned().unwrap_or_default()
    }
}

/// Why a record is set aside: what it is, and the column that says so.
pub(super) struct NotOfKind {
    pub(super) sentence: &'static str,
    pub(super) column: Option<usize>,
}

/// What orders and subscriptions have in common.
pub(super) struct Common<'a> {
    pub(super) customer_id: &'a mut Option<String>,
    pub(super) email: &'a mut Option<Email>,
    pub(super) name: &'a mut Option<String>,
    pub(super) phone: &'a mut Option<String>,
    pub(super) company: &'a mut Option<String>,
    pub(super) address: &'a mut Address,
    pub(super) processor: &'a mut Option<String>,
    pub(super) coupon: &'a mut Option<String>,
    pub(super) custom: &'a mut IndexMap<String, String>,
}

impl Common<'_> {
    /// Keeps a cell as it stands, under its column's name, and gives the name it got: never that of another.
    pub(super) fn keep(&mut self, header: &str, text: &str) -> String {
        let mut name = header.to_owned();
        let mut number = 2;
        while self.custom.contains_key(&name) {
            name = format!("{header} ({number})");
            number += 1;
        }
        self.custom.insert(name.clone(), text.to_owned());
        name
    }

    /// Puts a plain text into its place; false where the field has none here.
    pub(super) fn put_text(&mut self, field: Field, text: &str) -> bool {
        let owned = || Some(text.to_owned());
        let address = &mut self.address;
        match field {
            // Shops write 0 for a guest.
            Field::CustomerId => *self.customer_id = owned().filter(|id| id != "0"),
            Field::FullName => *self.name = owned(),
            // Given and family name, where there is no full one.
            Field::FirstName | Field::LastName => {
                *self.name = Some(match self.name.take() {
                    Some(first) => format!("{first} {text}"),
                    None => text.to_owned(),
                });
            }
            Field::Phone => *self.phone = owned(),
            Field::Company => *self.company = owned(),
            Field::AddressLine1 => address.line1 = owned(),
            Field::AddressLine2 => address.line2 = owned(),
            Field::City => address.city = owned(),
            Field::Region => address.region = owned(),
            Field::PostalCode => address.postal_code = owned(),
            Field::Country => address.country = owned(),
            Field::Processor => *self.processor = owned(),
            Field::Coupon => *self.coupon = owned(),
            _ => return false,
        }
        true
    }
}

/// An order or a subscription that is being read.
pub(super) trait PaymentRecord: Default + PartialEq + Send {
    /// What it is.
    const KIND: RecordKind;

    /// What a whole reading gives.
    type Answer;

    /// The whole reading's answer.
    fn answer(answer: PaymentAnswer<Self>, ending: Ending<'_>) -> Self::Answer;

    fn common(&mut self) -> Common<'_>;

    /// Where a text that is this kind's own goes.
    fn own_text(&mut self, field: Field) -> Option<&mut Option<String>>;

    /// Where an amount goes.
    fn amount(&mut self, field: Field) -> Option<&mut Option<Money>>;

    /// Where a date goes.
    fn date(&mut self, field: Field) -> Option<&mut Option<Instant>>;

    /// Reads the cells that are read together, or says that the record is nothing of the kind.
    fn settle(
        &mut self,
        held: &HeldCells,
        rules: &PaymentRules,
        place: &mut Place<'_, '_>,
    ) -> Result<(), NotOfKind>;

    /// Draws the conclusions that need all amounts and dates.
    fn complete(&mut self);

    /// What no two records share: an id, and what tells apart records that may share it.
    fn identity(&self) -> Option<(&str, u8)>;
}
