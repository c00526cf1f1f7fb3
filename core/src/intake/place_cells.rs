//! Where a person is: the cells of telephone number, country and time zone. Knows no numbering plan and no country's names.

use std::borrow::Cow;

use super::mapping::Mapping;
use super::options::ReadOptions;
use super::phone;
use super::places::{LABEL_LEFT_OUT, PhoneFault, Places};
use super::recent::Recent;
use super::record::{Record, Tidy};
use super::record_log::{self, RecordLog};
use super::short::Short;
use crate::Zone;
use crate::contact::{Contacts, CountryCode, SHORT, Slot};
use crate::issue::{Code, MessageValue};
use crate::source::Field;

/// Reads the cells that say where a person is.
pub(super) struct PlaceCells {
    country_column: Option<usize>,
    zone_column: Option<usize>,
    places: Places,
    /// A cheaper look-up for what most cells hold.
    recent_countries: Recent<CountryCode>,
}

/// As bits, how many spellings of countries are at hand.
const RECENT_COUNTRIES: u32 = 7;

impl PlaceCells {
    pub(super) fn new(mapping: &Mapping, options: &ReadOptions) -> Self {
        PlaceCells {
            country_column: mapping.column_of(Field::Country),
            zone_column: mapping.column_of(Field::TimeZone),
            places: Places::new(options),
            recent_countries: Recent::with_bits(RECENT_COUNTRIES),
        }
    }

    /// A reader of later records of the same input.
    #[cfg(feature = "threads")]
    pub(super) fn apart(&self) -> PlaceCells {
        PlaceCells { places: self.places.apart(), recent_countries: self.recent_countries.clone(), ..*self }
    }

    /// Readies a reader of later records.
    #[cfg(feature = "threads")]
    pub(super) fn ready(&self, apart: &mut PlaceCells) {
        self.places.ready(&mut apart.places);
    }

    /// Takes in what a reader of later records found behind so many lines; says whether it is what would have been found here.
    #[cfg(feature = "threads")]
    pub(super) fn absorb(&mut self, apart: &mut PlaceCells, lines: u64) -> bool {
        self.places.absorb(&mut apart.places, lines)
    }

    /// Puts a country into the open row.
    pub(super) fn read_country(
        &mut self,
        record: &Record<'_>,
        column: usize,
        contacts: &mut Contacts,
        log: &mut RecordLog,
    ) {
        let short = match record.tidy_cell(column) {
            Tidy::Short(range, _) if range.is_empty() => return,
            Tidy::Short(range, bytes) => Short::at(bytes, 0..range.len()),
            Tidy::Long(_) | Tidy::No => None,
        };
        if let Some(country) = short.and_then(|short| self.recent_countries.get(short)) {
            let mut bytes = [0; SHORT];
            [bytes[0], bytes[1]] = country.letters();
            contacts.put_short(Slot::COUNTRY, &bytes, 2);
            return;
        }
        let value = record.clean_text(column);
        if value.is_empty() {
            return;
        }
        if let (Some(short), Some(country)) = (short, self.places.code(&value)) {
            self.recent_countries.put(short, country);
        }
        let (country, is_unknown) = self.places.country(&value);
        contacts.put(Slot::COUNTRY, country);
        if is_unknown {
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
        let value = record.tidy_text(column).map_or_else(|| record.clean_text(column), Cow::Borrowed);
        if value.is_empty() {
            return;
        }
        // Nearly every number: it needs neither a country nor a text of its own.
        if let Some(number) = phone::international(&value) {
            let (bytes, length) = number.as_short();
            contacts.put_short(Slot::PHONE, bytes, length);
            return;
        }
        let country = self.country_column.and_then(|column| self.places.code(&record.clean_text(column)));
        let place = || record_log::cell_place(record.line, column, &log.headers);
        let (number, fault) = self.places.phone(&value, country, place);
        contacts.put(Slot::PHONE, &number);
        match fault {
            Some(PhoneFault::Label(label)) => {
                let values = [MessageValue::Shown(label)];
                log.report(Code::PhoneLabel, record, Some(column), Some((LABEL_LEFT_OUT, &values)));
            }
            Some(PhoneFault::Invalid) => log.report(Code::PhoneInvalid, record, Some(column), None),
            None => {}
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
        if let Some(issue) = self.places.issue() {
            log.issues.push(issue);
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
