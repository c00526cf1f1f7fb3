//! The text fields a row of the table can hold, each with a fixed small number, and how a row's fields are packed into
//! one run of text. Knows nothing of what the fields mean.
//!
//! A row is a run of entries in ascending slot order, each `slot, length, text`. Slot and length are written in
//! characters below U+0080, so that the whole run is valid UTF-8 and can be cut without unsafe code.

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
    CONSENT_SOURCE = "consent-source",
    CONSENT_IP = "consent-ip",
    CONSENT_WORDING = "consent-wording",
);

/// What parts the values of a field that holds several (order ids) within one entry.
pub(crate) const SEPARATOR: char = '\u{1F}';

/// Numbers from here on are written as this mark and five characters of seven bits.
const LONG: u8 = 0x7F;

/// Writes a number in characters below U+0080.
fn push_number(text: &mut String, number: usize) {
    match u8::try_from(number) {
        Ok(short @ 0..LONG) => text.push(char::from(short)),
        _ => {
            text.push(char::from(LONG));
            for shift in [28_u32, 21, 14, 7, 0] {
                let bits = (number >> shift) & 0x7F;
                text.push(char::from(u8::try_from(bits).unwrap_or(0)));
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

/// Appends one entry to a row's run.
pub(crate) fn push_entry(text: &mut String, slot: Slot, value: &str) {
    push_number(text, slot.0);
    push_number(text, value.len());
    text.push_str(value);
}

/// The entries of a row's run, in ascending slot order.
pub(crate) struct Entries<'a>(&'a str);

impl<'a> Entries<'a> {
    pub(crate) fn new(run: &'a str) -> Self {
        Entries(run)
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = (Slot, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.0.as_bytes();
        let (slot, rest) = read_number(bytes)?;
        let (length, rest) = read_number(rest)?;
        let start = bytes.len() - rest.len();
        let value = self.0.get(start..start + length)?;
        self.0 = self.0.get(start + length..)?;
        Some((Slot(slot), value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back_as_written_at_every_length() {
        for length in [0, 1, 126, 127, 128, 16_384, 300_000] {
            let mut run = String::new();
            let value = "é".repeat(length);
            push_entry(&mut run, Slot(3), &value);
            push_entry(&mut run, Slot(500), "end");
            let entries: Vec<_> = Entries::new(&run).collect();
            assert_eq!(entries, [(Slot(3), value.as_str()), (Slot(500), "end")]);
        }
    }
}
