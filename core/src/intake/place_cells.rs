//! Where a person is: the cells of telephone number, country and time zone. Knows no numbering plan and no country's names.

use super::country_cell::CountryReader;
use super::mapping::Mapping;
use super::options::ReadOptions;
use super::phone::{self, PhoneCell, PhoneReader};
use super::record::Record;
use super::record_log::RecordLog;
use crate::Zone;
use crate::contact::{Contacts, Slot};
use crate::issue::{Code, Issue, Location, MessageValue};
use crate::source::Field;

/// Reads the cells that say where a person is.
pub(super) struct PlaceCells {
    country_column: Option<usize>,
    zone_column: Option<usize>,
    countries: CountryReader,
    phones: PhoneReader,
    /// The telephone numbers of an unknown country: the column and line of the first, and how many there are.
    unclear_phones: Option<(usize, u64, u64)>,
}

impl PlaceCells {
    pub(super) fn new(mapping: &Mapping, options: &ReadOptions) -> Self {
        PlaceCells {
            country_column: mapping.column_of(Field::Country),
            zone_column: mapping.column_of(Field::TimeZone),
            countries: CountryReader::default(),
            phones: PhoneReader::new(options.default_region),
            unclear_phones: None,
        }
    }

    /// Puts a country into the open row.
    pub(super) fn read_country(
        &mut self,
        record: &Record<'_>,
        column: usize,
        contacts: &mut Contacts,
        log: &mut RecordLog,
    ) {
        let value = record.clean_text(column);
        if value.is_empty() {
            return;
        }
        let code = self.countries.read(&value);
        contacts.put(Slot::COUNTRY, code.map_or(value.as_ref(), |code| code.as_str()));
        if code.is_none() && self.countries.is_news(&value) {
            log.report(Code::CountryUnknown, record, Some(column), None);
        }
    }

    /// Puts a telephone number into the open row.
    pub(super) fn read_phone(
        &mut self,
        record: &Record<'_>,
        column: usize,
        contacts: &mut Contacts,
        log: &mut RecordLog,
    ) {
        let value = record.clean_text(column);
        if value.is_empty() {
            return;
        }
        // Nearly every number: it needs neither a country nor a text of its own.
        if let Some(number) = phone::international(&value) {
            contacts.put_bytes(Slot::PHONE, number.as_bytes());
            return;
        }
        let country = self.country_column.and_then(|column| self.countries.read(&record.clean_text(column)));
        match self.phones.read(&value, country) {
            PhoneCell::Number(number, label) => {
                contacts.put(Slot::PHONE, &number);
                if let Some(label) = label {
                    let message = ("the word {} beside the number is left out", [MessageValue::Shown(label)]);
                    log.report(Code::PhoneLabel, record, Some(column), Some((message.0, &message.1)));
                }
            }
            PhoneCell::Unclear => {
                contacts.put(Slot::PHONE, &value);
                self.unclear_phones.get_or_insert((column, record.line, 0)).2 += 1;
            }
            PhoneCell::Invalid => {
                contacts.put(Slot::PHONE, &value);
                log.report(Code::PhoneInvalid, record, Some(column), None);
            }
        }
    }

    /// Reports a time zone that is none.
    #[inline]
    pub(super) fn check_zone(&self, record: &Record<'_>, log: &mut RecordLog) {
        if let Some(column) = self.zone_column {
            check_zone(record, column, log);
        }
    }

    /// Says what can be said only at the end: how many telephone numbers no country is known of.
    pub(super) fn finish(&self, log: &mut RecordLog) {
        if let Some((column, line, count)) = self.unclear_phones {
            let header = log.headers.get(column).map(String::as_str).unwrap_or_default();
            let place = Location::default()
                .with_line(line)
                .with_column(column as u64 + 1)
                .with_field(header.to_owned());
            let message = format!(
                "telephone numbers without a country code or a known country: {count}, the first in this record"
            );
            log.issues.push(Issue::new(Code::PhoneUnclear).with_message(message).at(place));
        }
    }
}

#[cold]
fn check_zone(record: &Record<'_>, column: usize, log: &mut RecordLog) {
    let value = record.clean_text(column);
    if !value.is_empty() && value.parse::<Zone>().is_err() {
        log.report(Code::ZoneUnknown, record, Some(column), None);
    }
}
