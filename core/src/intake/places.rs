//! Where a person is, from texts of any input: telephone numbers and countries. Knows no records, no numbering plan and no
//! country's names.

use std::borrow::Cow;

use super::country_cell::CountryReader;
use super::options::ReadOptions;
use super::phone::{PhoneCell, PhoneReader};
use crate::contact::CountryCode;
use crate::issue::{Code, Issue, Location};

/// The message where a word stood beside a telephone number.
pub(super) const LABEL_LEFT_OUT: &str = "the word {} beside the number is left out";

/// What is wrong with a telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhoneFault<'a> {
    /// A word stood beside it and is left out.
    Label(&'a str),
    /// It is no number.
    Invalid,
}

/// Reads texts that say where a person is.
pub(super) struct Places {
    countries: CountryReader,
    phones: PhoneReader,
    /// The telephone numbers of an unknown country: where the first stands, and how many there are.
    unclear_phones: Option<(Location, u64)>,
}

impl Places {
    pub(super) fn new(options: &ReadOptions) -> Self {
        Places {
            countries: CountryReader::default(),
            phones: PhoneReader::new(options.default_region),
            unclear_phones: None,
        }
    }

    /// A reader of later texts of the same input.
    #[cfg(feature = "threads")]
    pub(super) fn apart(&self) -> Places {
        Places { countries: self.countries.clone(), phones: self.phones.apart(), unclear_phones: None }
    }

    /// Readies a reader of later texts.
    #[cfg(feature = "threads")]
    pub(super) fn ready(&self, apart: &mut Places) {
        self.countries.ready(&mut apart.countries);
    }

    /// Takes in what a reader of later texts found behind so many lines; says whether it is what would have been found
    /// here.
    #[cfg(feature = "threads")]
    pub(super) fn absorb(&mut self, apart: &mut Places, lines: u64) -> bool {
        if !self.countries.absorb(&apart.countries) {
            return false;
        }
        super::record_log::add_later(&mut self.unclear_phones, &mut apart.unclear_phones, lines);
        true
    }

    /// The country that a trimmed text names.
    pub(super) fn code(&mut self, written: &str) -> Option<CountryCode> {
        self.countries.read(written)
    }

    /// The text to keep of a country, trimmed and not blank; and whether it names none and that is to be reported.
    pub(super) fn country<'a>(&mut self, written: &'a str) -> (&'a str, bool) {
        match self.countries.read(written) {
            Some(code) => (code.as_str(), false),
            None => (written, self.countries.is_news(written)),
        }
    }

    /// The text to keep of a telephone number, trimmed and not blank, of a person in a country; and what is wrong with it. A
    /// number of an unknown country is counted.
    pub(super) fn phone<'a>(
        &mut self,
        written: &'a str,
        country: Option<CountryCode>,
        place: impl FnOnce() -> Location,
    ) -> (Cow<'a, str>, Option<PhoneFault<'a>>) {
        match self.phones.read(written, country) {
            PhoneCell::Number(number, label) => (Cow::Owned(number), label.map(PhoneFault::Label)),
            PhoneCell::Unclear => {
                self.unclear_phones.get_or_insert_with(|| (place(), 0)).1 += 1;
                (Cow::Borrowed(written), None)
            }
            PhoneCell::Invalid => (Cow::Borrowed(written), Some(PhoneFault::Invalid)),
        }
    }

    /// What can be said only at the end: how many telephone numbers no country is known of.
    pub(super) fn issue(&self) -> Option<Issue> {
        let (place, count) = self.unclear_phones.as_ref()?;
        let message = format!(
            "telephone numbers without a country code or a known country: {count}, the first in this record"
        );
        Some(Issue::new(Code::PhoneUnclear).with_message(message).at(place.clone()))
    }
}
