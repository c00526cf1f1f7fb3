//! From records to orders or subscriptions: each cell to its field, and what is wrong to an issue at its place. What
//! cannot be read is kept as text. Knows neither bytes nor encodings, nor what the fields of one kind mean together.

use std::collections::BTreeMap;

use super::amount_column::{AmountColumn, AmountRead, Proof};
use super::amounts::{self, CurrencySign, Decimal};
use super::date_column::{DateColumn, DateHabits, Decided};
use super::dates::{self, DateCell};
use super::detection::Recognised;
use super::error::{IntakeError, shown_columns};
use super::mapping::Mapping;
use super::options::ReadOptions;
use super::payment_record::{HeldCell, HeldCells, PaymentRecord, Place};
use super::payment_steps::{self, Action, Step};
use super::record::Record;
use super::record_log::RecordLog;
use super::result::PaymentStats;
use super::row_reader::{Ending, RowReader};
use super::row_zone::RowZone;
use crate::Zone;
use crate::contact::Email;
use crate::issue::{Code, Issue, Location, MessageValue, RowPlace};
use crate::payment::Currency;
use crate::source::{DecimalMark, Field, PaymentRules, RecordKind};

/// Reads records into orders or subscriptions.
pub(super) struct PaymentRows<T> {
    pub(super) log: RecordLog,
    steps: Vec<Step>,
    rules: &'static PaymentRules,
    currency_column: Option<usize>,
    time_column: Option<usize>,
    zone_column: Option<usize>,
    currency: Option<Currency>,
    zone: Zone,
    dates: Vec<(Field, usize, DateColumn)>,
    amounts: Vec<(usize, AmountColumn)>,
    open: Vec<OpenAmount>,
    /// Dates that wait for their column's decision: the row, and the name under which the text is kept until then.
    open_dates: Vec<(Field, usize, String)>,
    /// For each column, how many amounts have no currency.
    without_currency: BTreeMap<usize, u64>,
    kept: Vec<T>,
    /// Where each stood: its record and its line.
    origins: Vec<(u64, u64)>,
}

/// An amount that waits for its column's decision.
struct OpenAmount {
    row: usize,
    field: Field,
    column: usize,
    /// The name under which its text is kept until then.
    name: String,
    comma: Decimal,
    point: Decimal,
    currency: Currency,
}

/// What a reading of payments gives, before it is named.
pub(super) struct PaymentAnswer<T> {
    pub(super) kept: Vec<T>,
    pub(super) stats: PaymentStats,
    pub(super) log: RecordLog,
}

impl<T: PaymentRecord> RowReader for PaymentRows<T> {
    const KIND: RecordKind = T::KIND;

    const KEYS: &'static [Field] = &payment_steps::NEEDED;

    type Answer = T::Answer;

    fn new(
        headers: Vec<String>,
        mapping: &Mapping,
        source: &Recognised,
        options: &ReadOptions,
        line: u64,
    ) -> Result<Self, IntakeError> {
        let has = |field| mapping.column_of(field).is_some();
        if !payment_steps::NEEDED.iter().any(|field| has(*field)) {
            return Err(IntakeError::NoPaymentColumn {
                columns: shown_columns(&headers),
                kind: T::KIND,
                line,
            });
        }
        let rules = &source.profile.payments;
        let habits = DateHabits::new(source.profile, options);
        let steps = payment_steps::compile(mapping);
        let mark = options.decimal_mark.or(rules.decimal_mark);
        let dates = steps.iter().filter_map(|step| match step.action {
            Action::Date(field) => Some((field, step.column, DateColumn::new(habits))),
            _ => None,
        });
        let amounts = steps
            .iter()
            .filter(|step| matches!(step.action, Action::Amount(_)))
            .map(|step| (step.column, AmountColumn::new(mark)));
        Ok(PaymentRows {
            dates: dates.collect(),
            amounts: amounts.collect(),
            steps,
            rules,
            currency_column: mapping.column_of(Field::Currency),
            time_column: mapping.column_of(Field::PlacedTime),
            zone_column: mapping.column_of(Field::PlacedZone),
            currency: options.currency,
            zone: habits.zone,
            open: Vec::new(),
            open_dates: Vec::new(),
            without_currency: BTreeMap::new(),
            kept: Vec::new(),
            origins: Vec::new(),
            log: RecordLog::new(headers, mapping, source.profile, options),
        })
    }

    fn log(&self) -> &RecordLog {
        &self.log
    }

    fn log_mut(&mut self) -> &mut RecordLog {
        &mut self.log
    }

    fn read_cells(&mut self, record: &Record<'_>) -> Result<(), IntakeError> {
        self.read_entry(record);
        Ok(())
    }

    fn finish(self, ending: Ending<'_>) -> T::Answer {
        let answer = self.settled(&ending);
        T::answer(answer, ending)
    }
}

impl<T: PaymentRecord> PaymentRows<T> {
    fn read_entry(&mut self, record: &Record<'_>) {
        let row = self.kept.len();
        let (open, open_dates) = (self.open.len(), self.open_dates.len());
        let without_currency = self.without_currency.clone();
        let mut entry = T::default();
        let mut held = HeldCells::default();
        let currency = self.read_currency(record, &mut entry);
        let steps = std::mem::take(&mut self.steps);
        for step in &steps {
            let text = record.clean_text(step.column);
            if text.is_empty() || self.rules.blanks.contains(&text.as_ref()) {
                continue;
            }
            match &step.action {
                Action::Keep(name) => {
                    entry.common().keep(name, &text);
                }
                Action::Text(field) => {
                    if let Some(place) = entry.own_text(*field) {
                        *place = Some(text.into_owned());
                    } else {
                        entry.common().put_text(*field, &text);
                    }
                }
                Action::Email => match Email::new(&text) {
                    Ok(email) => *entry.common().email = Some(email),
                    Err(error) => {
                        let message = (error.sentence(), [].as_slice());
                        self.log.report(Code::PayerEmailInvalid, record, Some(step.column), Some(message));
                        self.keep(&mut entry, step.column, &text);
                    }
                },
                Action::Held(field) => {
                    held.cells.push(HeldCell { field: *field, text: text.into_owned(), column: step.column });
                }
                Action::Date(field) => self.read_date(*field, &text, row, record, step.column, &mut entry),
                Action::Amount(field) => {
                    let negative =
                        self.read_amount(*field, &text, row, record, step.column, currency, &mut entry);
                    if *field == Field::Total {
                        held.total_is_negative = negative;
                    }
                }
            }
        }
        self.steps = steps;
        let settled = entry.settle(&held, self.rules, &mut Place { log: &mut self.log, record });
        if let Err(reason) = settled {
            self.open.truncate(open);
            self.open_dates.truncate(open_dates);
            for (_, _, column) in &mut self.dates {
                column.forget(row);
            }
            self.without_currency = without_currency;
            self.log.put_aside(record, Code::NotAnOrder);
            self.log.report(Code::NotAnOrder, record, reason.column, Some((reason.sentence, &[])));
            return;
        }
        if entry.common().processor.is_none() {
            *entry.common().processor = self.rules.processor.map(str::to_owned);
        }
        self.kept.push(entry);
        self.origins.push((self.log.records, record.line));
    }

    /// Keeps a cell that could not be read, under its column's name.
    fn keep(&self, entry: &mut T, column: usize, text: &str) -> String {
        let header = self.log.headers.get(column).map(String::as_str).unwrap_or_default();
        entry.common().keep(header, text)
    }

    /// The currency that the record names for its amounts.
    fn read_currency(&mut self, record: &Record<'_>, entry: &mut T) -> RecordCurrency {
        let Some(column) = self.currency_column else { return RecordCurrency::Unnamed };
        let text = record.clean_text(column);
        if text.is_empty() || self.rules.blanks.contains(&text.as_ref()) {
            return RecordCurrency::Unnamed;
        }
        match amounts::read_currency(&text).map(|sign| sign.currency(None, self.currency)) {
            Some(Ok(Some(currency))) => RecordCurrency::Named(currency),
            _ => {
                self.log.report(Code::CurrencyUnknown, record, Some(column), None);
                self.keep(entry, column, &text);
                RecordCurrency::Unknown
            }
        }
    }

    fn read_date(
        &mut self,
        field: Field,
        text: &str,
        row: usize,
        record: &Record<'_>,
        at: usize,
        entry: &mut T,
    ) {
        let (cell, zone) = match field {
            Field::PlacedAt => self.read_placed(text, record, entry),
            _ => (dates::read(text), self.zone),
        };
        let Some((_, _, column)) = self.dates.iter_mut().find(|(known, ..)| *known == field) else { return };
        let waiting = column.pending().len();
        let instant = column.instant_of(cell, zone, row);
        let waits = column.pending().len() > waiting;
        match instant {
            Ok(instant) => {
                if let Some(place) = entry.date(field) {
                    *place = instant;
                }
                if waits {
                    let name = self.keep(entry, at, text);
                    self.open_dates.push((field, row, name));
                }
            }
            Err(()) => {
                self.log.report(Code::DateInvalid, record, Some(at), None);
                self.keep(entry, at, text);
            }
        }
    }

    /// The date an order was placed, with the time and the zone of their own columns.
    fn read_placed(&mut self, text: &str, record: &Record<'_>, entry: &mut T) -> (DateCell, Zone) {
        let mut cell = dates::read(text);
        if let Some(column) = self.time_column {
            let time = record.clean_text(column);
            if !time.is_empty() && !self.rules.blanks.contains(&time.as_ref()) {
                match dates::read(&format!("{text} {time}")) {
                    DateCell::Invalid => {
                        self.log.report(Code::DateInvalid, record, Some(column), None);
                        self.keep(entry, column, &time);
                    }
                    whole => cell = whole,
                }
            }
        }
        let Some(column) = self.zone_column else { return (cell, self.zone) };
        let written = record.clean_text(column);
        match RowZone::read(&written) {
            Some(zone) => zone.place(cell),
            None => {
                if !written.is_empty() {
                    self.log.report(Code::ZoneUnknown, record, Some(column), None);
                    self.keep(entry, column, &written);
                }
                (cell, self.zone)
            }
        }
    }

    /// Reads an amount, and says whether it is less than zero.
    #[expect(clippy::too_many_arguments, reason = "where a cell stands, what it is, and where it goes")]
    fn read_amount(
        &mut self,
        field: Field,
        text: &str,
        row: usize,
        record: &Record<'_>,
        at: usize,
        of_record: RecordCurrency,
        entry: &mut T,
    ) -> Option<bool> {
        let (_, column) = self.amounts.iter_mut().find(|(known, _)| *known == at)?;
        let read = column.read(amounts::read(text));
        let (number, sign) = match read {
            AmountRead::Blank => return None,
            AmountRead::Invalid => {
                self.refuse_amount(record, at, text, entry, None);
                return None;
            }
            AmountRead::Known(number, sign) | AmountRead::Open { comma: number, sign, .. } => (number, sign),
        };
        match self.currency_of(sign, of_record) {
            Err(known) => {
                let message = "the sign is not one of the currency {}";
                let values = [MessageValue::Shown(known.code())];
                self.refuse_amount(record, at, text, entry, Some((message, &values)));
            }
            Ok(None) => {
                *self.without_currency.entry(at).or_default() += 1;
                self.keep(entry, at, text);
            }
            Ok(Some(currency)) => match read {
                AmountRead::Open { comma, point, .. } => {
                    let name = self.keep(entry, at, text);
                    self.open.push(OpenAmount { row, field, column: at, name, comma, point, currency });
                }
                _ => match number.money(currency) {
                    Ok(money) => {
                        if let Some(place) = entry.amount(field) {
                            *place = Some(money);
                        }
                    }
                    Err(fault) => self.refuse_amount(record, at, text, entry, Some((fault.sentence(), &[]))),
                },
            },
        }
        Some(number.is_negative())
    }

    fn currency_of(
        &self,
        sign: CurrencySign,
        of_record: RecordCurrency,
    ) -> Result<Option<Currency>, Currency> {
        match of_record {
            RecordCurrency::Named(currency) => sign.currency(Some(currency), None),
            RecordCurrency::Unnamed => sign.currency(None, self.currency),
            // What the record says is not understood: nothing is put in its place.
            RecordCurrency::Unknown => Ok(None),
        }
    }

    fn refuse_amount(
        &mut self,
        record: &Record<'_>,
        at: usize,
        text: &str,
        entry: &mut T,
        message: Option<(&'static str, &[MessageValue<'_>])>,
    ) {
        self.log.report(Code::MoneyInvalid, record, Some(at), message);
        self.keep(entry, at, text);
    }

    /// What only the whole input can decide: the order of day and month, the decimal mark, records that stand twice.
    fn settled(mut self, ending: &Ending<'_>) -> PaymentAnswer<T> {
        self.log.finish(ending.misfits);
        self.settle_dates();
        self.settle_amounts();
        for (column, count) in std::mem::take(&mut self.without_currency) {
            let message = format!("{count} amounts of this column have no currency, and are kept as text");
            self.say_of_column(Code::CurrencyMissing, column, message);
        }
        for entry in &mut self.kept {
            entry.complete();
        }
        let repeated = self.drop_repeated();
        self.log.check_records(ending.detection.header_line, T::KIND);
        let stats = PaymentStats {
            bytes: ending.bytes,
            records: self.log.records,
            kept: self.kept.len() as u64,
            repeated,
            set_aside: self.log.set_aside.len() as u64,
        };
        PaymentAnswer { kept: self.kept, stats, log: self.log }
    }

    fn say_of_column(&mut self, code: Code, column: usize, message: String) {
        let header = self.log.headers.get(column).cloned().unwrap_or_default();
        let place = Location::default().with_column(column as u64 + 1).with_field(header);
        self.log.issues.push(Issue::new(code).with_message(message).at(place));
    }

    fn settle_dates(&mut self) {
        for (field, at, column) in std::mem::take(&mut self.dates) {
            let decided = column.decide();
            if decided != Decided::Ambiguous {
                for (_, row, name) in self.open_dates.iter().filter(|(known, ..)| *known == field) {
                    if let Some(entry) = self.kept.get_mut(*row) {
                        entry.common().custom.shift_remove(name);
                    }
                }
            }
            if decided == Decided::AsRead || column.pending().is_empty() {
                continue;
            }
            for &pending in column.pending() {
                let instant = match decided {
                    Decided::TheOther => column.other(pending),
                    _ => None,
                };
                if let Some(place) = self.kept.get_mut(pending.row).and_then(|entry| entry.date(field)) {
                    *place = instant;
                }
            }
            if decided == Decided::Ambiguous {
                let message = format!(
                    "day and month cannot be told apart in {} cells of this column; those dates are kept as text",
                    column.pending().len()
                );
                self.say_of_column(Code::DateAmbiguous, at, message);
            }
        }
    }

    fn settle_amounts(&mut self) {
        let file = self.amounts.iter().fold(Proof::default(), |proof, (_, column)| proof.and(column.proof()));
        let marks: BTreeMap<usize, DecimalMark> = crate::order::map(
            self.amounts.iter().filter_map(|(at, column)| Some((*at, column.decide(file)?))),
        );
        let mut ambiguous: BTreeMap<usize, u64> = BTreeMap::new();
        for open in std::mem::take(&mut self.open) {
            let number = match marks.get(&open.column) {
                Some(DecimalMark::Comma) => open.comma,
                Some(DecimalMark::Point) => open.point,
                None => {
                    *ambiguous.entry(open.column).or_default() += 1;
                    continue;
                }
            };
            let Some(entry) = self.kept.get_mut(open.row) else { continue };
            match number.money(open.currency) {
                Ok(money) => {
                    entry.common().custom.shift_remove(&open.name);
                    if let Some(place) = entry.amount(open.field) {
                        *place = Some(money);
                    }
                }
                Err(fault) => {
                    let (record, line) = self.origins.get(open.row).copied().unwrap_or_default();
                    let value = entry.common().custom.get(&open.name).cloned();
                    let header = self.log.headers.get(open.column).map(String::as_str).unwrap_or_default();
                    let place = RowPlace {
                        column: bounded(open.column as u64 + 1),
                        ..row_place(record, line, header)
                    };
                    let message = Some((fault.sentence(), [].as_slice()));
                    self.log.issues.push_row(Code::MoneyInvalid, place, message, value.as_deref());
                }
            }
        }
        for (column, count) in ambiguous {
            let message = format!(
                "whether a comma or a point parts the decimals cannot be told in {count} cells of this column; those \
                 amounts are kept as text"
            );
            self.say_of_column(Code::MoneyAmbiguous, column, message);
        }
    }

    /// Drops what stands twice with an id and the same cells, and reports different records with one id. Gives how many
    /// were dropped.
    fn drop_repeated(&mut self) -> u64 {
        let mut firsts: BTreeMap<(&str, u8), Vec<usize>> = BTreeMap::new();
        let mut dropped = Vec::new();
        let mut said = Vec::new();
        for (row, entry) in self.kept.iter().enumerate() {
            let Some(identity) = entry.identity() else { continue };
            let rows = firsts.entry(identity).or_default();
            match rows.iter().find(|&&earlier| self.kept.get(earlier) == Some(entry)) {
                Some(&earlier) => {
                    dropped.push(row);
                    said.push((Code::PaymentRepeated, row, earlier));
                }
                None => {
                    if let Some(&earlier) = rows.first().filter(|_| !self.rules.has_several_records_per_id) {
                        said.push((Code::PaymentIdShared, row, earlier));
                    }
                    rows.push(row);
                }
            }
        }
        for (code, row, earlier) in said {
            let origin = |row: usize| self.origins.get(row).copied().unwrap_or_default();
            let ((record, line), (first, first_line)) = (origin(row), origin(earlier));
            let id = self.kept.get(row).and_then(|entry| entry.identity()).map(|(id, _)| id);
            let values = [MessageValue::Row { line: bounded(first_line), record: bounded(first), input: 0 }];
            let message = match code {
                Code::PaymentRepeated => "the record repeats {} in every cell, and is read once",
                _ => "the record has the id of {} and differs from it; both are kept",
            };
            self.log.issues.push_row(code, row_place(record, line, ""), Some((message, &values)), id);
        }
        let count = dropped.len() as u64;
        let mut row = 0;
        self.kept.retain(|_| {
            row += 1;
            dropped.binary_search(&(row - 1)).is_err()
        });
        count
    }
}

/// What a record says of the currency of its amounts.
#[derive(Clone, Copy)]
enum RecordCurrency {
    Unnamed,
    Named(Currency),
    /// Something that is no currency.
    Unknown,
}

fn bounded(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn row_place(record: u64, line: u64, field: &str) -> RowPlace<'_> {
    RowPlace { record: Some(bounded(record)), line: bounded(line), input: 0, column: 0, field }
}
