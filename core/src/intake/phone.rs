//! Telephone numbers: as people write them, made E.164 with the extension behind. Knows no records and no country's names.
//!
//! A number counts where its country has numbers of its length. Whether somebody has the number is not asked: the lists of areas in use
//! are out of date somewhere on every day, and a number would be refused for being new.

use rlibphonenumber::{NumberLengthType, PhoneNumberFormat, PhoneNumberUtil, Region};

use super::phone_codes::CALLING_CODES;
use crate::contact::{CountryCode, SHORT};

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PhoneCell<'a> {
    /// `+12125550123`, or `+12125550123 ext. 45`; and what stood beside the number and is left out, such as `Work`.
    Number(String, Option<&'a str>),
    /// It may be a number, and only its country could tell.
    Unclear,
    /// No number of any country.
    Invalid,
}

/// Reads cells of telephone numbers.
#[derive(Default)]
pub(super) struct PhoneReader {
    default_region: Option<CountryCode>,
    /// The numbering plans of the world, made ready when the first number needs them.
    plans: Option<Box<PhoneNumberUtil>>,
}

impl PhoneReader {
    pub(super) fn new(default_region: Option<CountryCode>) -> Self {
        PhoneReader { default_region, plans: None }
    }

    /// A reader of other cells of the same input.
    #[cfg(feature = "threads")]
    pub(super) fn apart(&self) -> PhoneReader {
        PhoneReader::new(self.default_region)
    }

    /// Reads a trimmed cell that is not blank. A number without a country code belongs to the person's own country, or else to the one
    /// that the caller named.
    pub(super) fn read<'a>(&mut self, cell: &'a str, country: Option<CountryCode>) -> PhoneCell<'a> {
        let (number, label) = without_label(cell);
        let plain = international(number).or_else(|| north_american(number, country.or(self.default_region)));
        if let Some(plain) = plain {
            return PhoneCell::Number(plain.into_text(), label);
        }
        let regions = [country, self.default_region];
        for region in regions.into_iter().flatten() {
            if let Some(read) = self.look_up(number, Some(region)) {
                return PhoneCell::Number(read, label);
            }
        }
        if let Some(read) = self.look_up(number, None) {
            return PhoneCell::Number(read, label);
        }
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let is_bare = number.bytes().all(|byte| byte.is_ascii_digit() || PUNCTUATION.contains(&byte));
        if regions == [None, None] && is_bare && (5..=17).contains(&digits) {
            PhoneCell::Unclear
        } else {
            PhoneCell::Invalid
        }
    }

    #[cold]
    fn look_up(&mut self, number: &str, region: Option<CountryCode>) -> Option<String> {
        if self.plans.is_none() {
            self.plans = PhoneNumberUtil::new().ok().map(Box::new);
        }
        let plans = self.plans.as_ref()?;
        let region: Option<Region> = region.and_then(|region| region.as_str().parse().ok());
        let parsed = plans.parse(number, region).ok()?;
        if plans.is_possible_number_with_reason(&parsed) != Ok(NumberLengthType::IsPossible) {
            return None;
        }
        let number = plans.format(&parsed, PhoneNumberFormat::E164).into_owned();
        Some(match parsed.extension.as_deref() {
            Some(extension) if !extension.is_empty() => format!("{number} ext. {extension}"),
            _ => number,
        })
    }
}

/// What stands within a number and is no digit of it.
const PUNCTUATION: &[u8] = b" .-()/";

/// What each byte is in a number.
#[expect(clippy::indexing_slicing, reason = "worked out while compiling, where a panic is an error")]
const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        kinds[digit as usize] = Kind::Digit;
        digit += 1;
    }
    let mut at = 0;
    while at < PUNCTUATION.len() {
        kinds[PUNCTUATION[at] as usize] = Kind::Punctuation;
        at += 1;
    }
    kinds
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Punctuation,
    Other,
}

/// The place of each calling code in their list, from 1; 0 where there is no such code.
#[expect(clippy::indexing_slicing, reason = "worked out while compiling, where a panic is an error")]
const PLACES: [u8; 1000] = {
    let mut places = [0; 1000];
    let mut place = 0;
    while place < CALLING_CODES.len() {
        places[CALLING_CODES[place].0 as usize] = place as u8 + 1;
        place += 1;
    }
    places
};

/// A number without the label that some exports write behind it: `+65 6123 4567 (Work)`.
fn without_label(cell: &str) -> (&str, Option<&str>) {
    match cell.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((number, label)) if !label.is_empty() && label.chars().all(char::is_alphabetic) => {
            (number.trim_end(), Some(label))
        }
        _ => (cell, None),
    }
}

/// A number of at most fifteen digits with its plus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlainNumber {
    bytes: [u8; SHORT],
    length: usize,
}

impl PlainNumber {
    /// The longest, its plus included.
    const LONGEST: usize = 16;

    /// The bytes, and behind them room; and how many there are.
    #[inline]
    pub(super) fn as_short(&self) -> (&[u8; SHORT], usize) {
        (&self.bytes, self.length)
    }
}

impl PlainNumber {
    /// The digits of a text that holds nothing else but what parts them; `None` too where they are too many.
    #[inline]
    fn collect(start: &[u8], text: &[u8]) -> Option<PlainNumber> {
        let mut number = PlainNumber { bytes: [0; SHORT], length: 0 };
        for &byte in start {
            *number.bytes.get_mut(number.length)? = byte;
            number.length += 1;
        }
        let mut is_plain = true;
        for &byte in text {
            let kind = KINDS.get(usize::from(byte)).copied().unwrap_or(Kind::Other);
            // Without a branch: which bytes are digits is anybody's guess.
            *number.bytes.get_mut(number.length)? = byte;
            number.length += usize::from(kind == Kind::Digit);
            is_plain &= kind != Kind::Other;
        }
        (is_plain && number.length <= Self::LONGEST).then_some(number)
    }

    /// The number in ASCII.
    #[inline]
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    fn into_text(self) -> String {
        String::from_utf8_lossy(self.as_bytes()).into_owned()
    }
}

/// The number in a cell that holds nothing but a whole one: a plus, the country's code and as many digits as numbers there
/// have. Anything else needs the person's country, or the numbering plans.
#[inline]
pub(super) fn international(cell: &str) -> Option<PlainNumber> {
    let digits = cell.strip_prefix('+')?;
    let number = PlainNumber::collect(b"+", digits.as_bytes())?;
    let digits = number.as_bytes().get(1..)?;
    let mut code = 0_u16;
    for (place, &digit) in digits.iter().take(3).enumerate() {
        code = code * 10 + u16::from(digit - b'0');
        let Some(found) = PLACES.get(usize::from(code))?.checked_sub(1) else { continue };
        let (_, lengths, prefixes) = CALLING_CODES.get(usize::from(found))?;
        let national = digits.get(place + 1..)?;
        let first = national.first()? - b'0';
        return (lengths >> national.len() & 1 == 1 && prefixes >> first & 1 == 0).then_some(number);
    }
    None
}

/// A number of North America in a cell that holds nothing else, where the person is there.
fn north_american(cell: &str, country: Option<CountryCode>) -> Option<PlainNumber> {
    let is_there = country.is_some_and(|country| matches!(country.as_str(), "US" | "CA"));
    let number = PlainNumber::collect(b"", cell.as_bytes()).filter(|_| is_there)?;
    let national = match number.as_bytes() {
        [b'1', national @ ..] => national,
        national => national,
    };
    let is_whole = matches!(national, [b'2'..=b'9', rest @ ..] if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit));
    PlainNumber::collect(b"+1", national).filter(|_| is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str, country: Option<&str>) -> String {
        match PhoneReader::default().read(cell, country.and_then(CountryCode::of)) {
            PhoneCell::Number(number, None) => number,
            PhoneCell::Number(number, Some(label)) => format!("{number} [{label}]"),
            PhoneCell::Unclear => "unclear".to_owned(),
            PhoneCell::Invalid => "invalid".to_owned(),
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (cell, country, number) in [
            ("+1 (555) 010-0000", None, "+15550100000"),
            ("(555) 010-0000", Some("US"), "+15550100000"),
            ("1-555-010-0000", Some("CA"), "+15550100000"),
            ("+1 555 010 0000 x45", None, "+15550100000 ext. 45"),
            ("555 010 0000 ext. 45", Some("US"), "+15550100000 ext. 45"),
            ("+65 6123 4567 (Work)", None, "+6561234567 [Work]"),
            ("030/123456", Some("DE"), "+4930123456"),
            ("+49 (0)30 123456", None, "+4930123456"),
            ("0049 30 123456", Some("DE"), "+4930123456"),
            ("tel:+49-30-123456", None, "+4930123456"),
            ("06 1234 5678", Some("IT"), "+390612345678"),
            ("+39 06 1234 5678", None, "+390612345678"),
            ("01 23 45 67 89", Some("FR"), "+33123456789"),
            ("+33 1 23 45 67 89", Some("DE"), "+33123456789"),
            ("030 123456", None, "unclear"),
            ("(555) 010-0000", None, "unclear"),
            ("call me", Some("US"), "invalid"),
            ("n/a", None, "invalid"),
            ("123", Some("US"), "invalid"),
            ("+1 555 010 0000 / +1 555 010 0001", None, "invalid"),
            ("+999 123 456 789", None, "invalid"),
            ("+1 555 010 000", None, "invalid"),
            ("１２３", None, "invalid"),
        ] {
            assert_eq!(read(cell, country), number, "{cell} in {country:?}");
        }
    }

    #[test]
    fn a_written_number_reads_back_as_itself() {
        for number in ["+15550100000", "+15550100000 ext. 45", "+4930123456", "+390612345678"] {
            assert_eq!(read(number, None), number);
        }
    }

    #[test]
    fn plain_numbers_are_read_as_the_numbering_plans_read_them() {
        let mut reader = PhoneReader::default();
        let mut seed = 1_u64;
        let mut digit = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from_digit(u32::try_from(seed >> 33).unwrap() % 10, 10).unwrap()
        };
        for (code, lengths, _) in CALLING_CODES {
            for length in (0..16).filter(|length| lengths >> length & 1 == 1) {
                for first in '0'..='9' {
                    let rest: String = (1..length).map(|_| digit()).collect();
                    let number = format!("+{code}{first}{rest}");
                    if let Some(plain) = international(&number) {
                        assert_eq!(reader.look_up(&number, None), Some(plain.into_text()));
                    }
                }
            }
        }
        let codes: Vec<u16> = CALLING_CODES.iter().map(|(code, ..)| *code).collect();
        assert!(codes.is_sorted());
    }
}
