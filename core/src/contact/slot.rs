//! The text fields a row of the table can hold, each with a fixed small number, and how a row's fields are packed into
//! one run of text. Knows nothing of what the fields mean; [`open_run`](super::open_run) packs them.
//!
//! A row is a run of bytes: the length of its tags and their numbers, then entries in ascending slot order, each `slot,
//! length, text`, the text in UTF-8.

use crate::TagId;

/// The number of a text field within a row. Fixed fields come first, the custom fields of one table after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot(pub(crate) usize);

macro_rules! slots {
    ($($name:ident = $wire:literal),* $(,)?) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "names of the constants made below")]
        enum Number { $($name,)* END }

        impl Slot {
            $(pub(crate) const $name: Slot = Slot(Number::$name as usize);)*
            /// The first slot of a custom field.
            pub(crate) const CUSTOM: usize = Number::END as usize;

            /// The name of a fixed field, as issues and mappings write it.
            pub(crate) fn name(self) -> Option<&'static str> {
                [$($wire),*].get(self.0).copied()
            }
        }
    };
}

slots!(
    EMAIL = "email",
    EXTERNAL_ID = "external-id",
    ALIASES = "external-id-aliases",
    USERNAME = "username",
    FIRST_NAME = "first-name",
    LAST_NAME = "last-name",
    PHONE = "phone",
    COMPANY = "company",
    LINE1 = "address-line1",
    LINE2 = "address-line2",
    CITY = "city",
    REGION = "region",
    POSTAL_CODE = "postal-code",
    COUNTRY = "country",
    LOCALE = "locale",
    TIME_ZONE = "time-zone",
    AFFILIATE = "referring-affiliate",
    ORDER_IDS = "order-ids",
    SUBSCRIPTION_IDS = "subscription-ids",
    ROLES = "roles",
    CONSENT_SOURCE = "consent-source",
    CONSENT_IP = "consent-ip",
    CONSENT_WORDING = "consent-wording",
);

/// What parts the values of a field that holds several (order ids) within one entry.
pub(crate) const SEPARATOR: char = '\u{1F}';

/// The values of a field that holds several.
pub(crate) fn split_values(text: &str) -> impl Iterator<Item = &str> {
    text.split(SEPARATOR).filter(|value| !value.is_empty())
}

/// The same of text that is UTF-8, for who only copies it.
pub(super) fn split_utf8(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| char::from(*byte) == SEPARATOR).filter(|value| !value.is_empty())
}

/// Numbers from here on are written as this mark and five bytes of seven bits.
pub(super) const LONG: u8 = 0x7F;

/// Writes a number in seven bits a byte.
pub(super) fn push_number(run: &mut Vec<u8>, number: usize) {
    match u8::try_from(number) {
        Ok(short @ 0..LONG) => run.push(short),
        _ => {
            run.push(LONG);
            for shift in [28_u32, 21, 14, 7, 0] {
                run.push(u8::try_from((number >> shift) & 0x7F).unwrap_or(0));
            }
        }
    }
}

fn read_number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    match bytes.split_first()? {
        (&LONG, rest) => {
            let (digits, rest) = rest.split_at_checked(5)?;
            Some((digits.iter().fold(0, |number, &digit| number << 7 | usize::from(digit)), rest))
        }
        (&short, rest) => Some((usize::from(short), rest)),
    }
}

/// Appends a row's tags, which come first in its run.
pub(super) fn push_tags(run: &mut Vec<u8>, tags: &[TagId]) {
    let mut numbers = Vec::with_capacity(tags.len());
    for tag in tags {
        let number = tag.index();
        let low = |shift: usize| u8::try_from(number >> shift & 0x7F).unwrap_or_default();
        match number {
            0..0x80 => numbers.push(low(0)),
            0x80..0x4000 => numbers.extend_from_slice(&[low(7) | 0x80, low(0)]),
            _ => numbers.extend_from_slice(&[
                low(28) | 0x80,
                low(21) | 0x80,
                low(14) | 0x80,
                low(7) | 0x80,
                low(0),
            ]),
        }
    }
    push_number(run, numbers.len());
    run.extend_from_slice(&numbers);
}

/// Appends a copy of a row's run in which each tag has another number: the one that stands at its place in `tags`.
#[cfg(feature = "threads")]
pub(crate) fn push_renumbered(run: &mut Vec<u8>, other: &[u8], tags: &[TagId]) {
    let (numbers, entries) = split_run(other);
    let numbers: Vec<TagId> = numbers.filter_map(|tag| tags.get(tag.index()).copied()).collect();
    push_tags(run, &numbers);
    run.extend_from_slice(entries.0);
}

/// The tags of a row, in the order in which they were put.
#[derive(Clone, Debug)]
pub struct TagIds<'a>(&'a [u8]);

impl Iterator for TagIds<'_> {
    type Item = TagId;

    #[inline]
    fn next(&mut self) -> Option<TagId> {
        let mut number = 0_u32;
        loop {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number = number << 7 | u32::from(byte & 0x7F);
            if byte & 0x80 == 0 {
                return Some(TagId::from_number(number));
            }
        }
    }
}

/// The two parts of a row's run.
pub(crate) fn split_run(run: &[u8]) -> (TagIds<'_>, Entries<'_>) {
    let parts = read_number(run).and_then(|(length, rest)| rest.split_at_checked(length));
    let (tags, entries) = parts.unwrap_or_default();
    (TagIds(tags), Entries(entries))
}

/// The bytes that a short text and what stands behind it are copied by, all at once: cheaper than to copy as many as
/// there are.
pub(crate) const SHORT: usize = 32;

/// The entries of a row's run, in ascending slot order.
pub(crate) struct Entries<'a>(&'a [u8]);

impl<'a> Entries<'a> {
    /// The first entry of a slot, without reading the texts of the others.
    pub(crate) fn find_slot(mut self, wanted: Slot) -> Option<&'a str> {
        loop {
            let (slot, bytes) = self.next_bytes()?;
            if slot >= wanted {
                return if slot == wanted { std::str::from_utf8(bytes).ok() } else { None };
            }
        }
    }

    /// The entries with their texts as bytes: they are UTF-8, and who only copies them need not know.
    pub(crate) fn utf8(mut self) -> impl Iterator<Item = (Slot, &'a [u8])> {
        std::iter::from_fn(move || self.next_bytes())
    }

    #[inline]
    fn next_bytes(&mut self) -> Option<(Slot, &'a [u8])> {
        let (slot, rest) = read_number(self.0)?;
        let (length, rest) = read_number(rest)?;
        let (value, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((Slot(slot), value))
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = (Slot, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (slot, bytes) = self.next_bytes()?;
        Some((slot, std::str::from_utf8(bytes).unwrap_or_default()))
    }
}
