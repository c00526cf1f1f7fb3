//! One contact of a table, unpacked only as far as it is asked. Changes nothing.

use indexmap::IndexMap;

use super::slot::{self, Entries, Slot, TagIds};
use super::table::{Contacts, Origin, Row, RowFacts};
use super::{Address, ConsentEvidence, Contact, Email, EmailKey, Marketing, MarketingStatus, Password};
use crate::{Instant, TagName};

/// One contact of a table.
#[derive(Clone, Copy)]
pub struct ContactRef<'a> {
    table: &'a Contacts,
    row: &'a Row,
    index: usize,
}

macro_rules! text_getters {
    ($($(#[$doc:meta])* $name:ident = $slot:ident;)*) => {
        $($(#[$doc])* pub fn $name(&self) -> Option<&'a str> { self.text(Slot::$slot) })*
    };
}

impl<'a> ContactRef<'a> {
    pub(super) fn new(table: &'a Contacts, row: &'a Row, index: usize) -> Self {
        ContactRef { table, row, index }
    }

    /// The place in the table, from 0.
    pub fn index(&self) -> usize {
        self.index
    }

    pub(super) fn table(&self) -> &'a Contacts {
        self.table
    }

    fn run(&self) -> &'a [u8] {
        let start = usize::try_from(self.row.text_start).unwrap_or(usize::MAX);
        let end = start.saturating_add(self.row.text_length as usize);
        self.table.text.get(start..end).unwrap_or_default()
    }

    pub(crate) fn entries(&self) -> Entries<'a> {
        slot::split_run(self.run()).1
    }

    pub(crate) fn text(&self, slot: Slot) -> Option<&'a str> {
        self.entries().find_slot(slot)
    }

    pub(crate) fn origin(&self) -> Origin {
        self.row.origin()
    }

    pub(crate) fn facts(&self) -> RowFacts {
        RowFacts {
            status: self.row.status,
            created_at: self.created_at(),
            updated_at: self.updated_at(),
            consent_at: self.consent_at(),
            origin: self.row.origin(),
        }
    }

    /// The address as written, cleaned.
    pub fn email(&self) -> &'a str {
        self.text(Slot::EMAIL).unwrap_or_default()
    }

    /// What the address shares with its other spellings.
    pub fn email_key(&self) -> EmailKey {
        EmailKey::of_valid(self.email())
    }

    text_getters! {
        /// The source's own id.
        external_id = EXTERNAL_ID;
        /// The login name, only where it differs from the address.
        username = USERNAME;
        /// Given name.
        first_name = FIRST_NAME;
        /// Family name.
        last_name = LAST_NAME;
        /// Telephone number as written.
        phone = PHONE;
        /// Company.
        company = COMPANY;
        /// Language.
        locale = LOCALE;
        /// IANA time zone.
        time_zone = TIME_ZONE;
        /// Who referred the person.
        referring_affiliate = AFFILIATE;
    }

    /// Further ids of the source under the same address.
    pub fn external_id_aliases(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.several(Slot::ALIASES)
    }

    /// Order ids, in order of appearance.
    pub fn order_ids(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.several(Slot::ORDER_IDS)
    }

    /// Subscription ids, in order of appearance.
    pub fn subscription_ids(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.several(Slot::SUBSCRIPTION_IDS)
    }

    /// The roles that the person has on the source site, by its own names, in order of appearance.
    pub fn roles(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.several(Slot::ROLES)
    }

    fn several(&self, slot: Slot) -> impl Iterator<Item = &'a str> + use<'a> {
        slot::split_values(self.text(slot).unwrap_or_default())
    }

    /// The postal address.
    pub fn address(&self) -> Address {
        let owned = |slot| self.text(slot).map(str::to_owned);
        Address {
            line1: owned(Slot::LINE1),
            line2: owned(Slot::LINE2),
            city: owned(Slot::CITY),
            region: owned(Slot::REGION),
            postal_code: owned(Slot::POSTAL_CODE),
            country: owned(Slot::COUNTRY),
        }
    }

    /// When the source first knew the person.
    pub fn created_at(&self) -> Option<Instant> {
        Instant::from_microseconds(self.row.created_at)
    }

    /// When the source last changed the record.
    pub fn updated_at(&self) -> Option<Instant> {
        self.table.updated_at.get(self.index)
    }

    /// What the person may be sent.
    pub fn marketing_status(&self) -> MarketingStatus {
        self.row.status
    }

    /// When the person opted in, or out.
    pub(crate) fn consent_at(&self) -> Option<Instant> {
        self.table.consent_at.get(self.index)
    }

    /// What the person may be sent, with the evidence.
    pub fn marketing(&self) -> Marketing {
        let owned = |slot| self.text(slot).map(str::to_owned);
        Marketing {
            status: self.row.status,
            evidence: ConsentEvidence {
                at: self.consent_at(),
                source: owned(Slot::CONSENT_SOURCE),
                ip: owned(Slot::CONSENT_IP),
                wording: owned(Slot::CONSENT_WORDING),
            },
        }
    }

    /// The numbers of the tags, in order of appearance.
    pub fn tag_ids(&self) -> TagIds<'a> {
        slot::split_run(self.run()).0
    }

    /// The tags, in order of appearance.
    pub fn tags(&self) -> impl Iterator<Item = &'a TagName> + use<'a> {
        let book = &self.table.book;
        self.tag_ids().filter_map(|id| book.name(id))
    }

    /// The custom fields that are not blank: name and value, in column order.
    pub fn custom(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let table = self.table;
        self.entries().filter_map(move |(slot, value)| Some((table.custom_name(slot)?, value)))
    }

    /// The name of a custom field; absent for a fixed one.
    pub(crate) fn custom_name(&self, slot: Slot) -> Option<&'a str> {
        self.table.custom_name(slot)
    }

    /// Password material, if the source gave any.
    pub fn password(&self) -> &'a Password {
        self.table.passwords.get(&self.index).unwrap_or(&Password::None)
    }

    /// The contact as a value of its own; absent only if its address is not valid, which no reader lets happen.
    pub fn to_contact(&self) -> Option<Contact> {
        let owned = |slot| self.text(slot).map(str::to_owned);
        let all = |slot| self.several(slot).map(str::to_owned).collect::<Vec<_>>();
        Some(Contact {
            external_id: owned(Slot::EXTERNAL_ID),
            external_id_aliases: all(Slot::ALIASES),
            email: Email::new(self.email()).ok()?,
            username: owned(Slot::USERNAME),
            first_name: owned(Slot::FIRST_NAME),
            last_name: owned(Slot::LAST_NAME),
            phone: owned(Slot::PHONE),
            company: owned(Slot::COMPANY),
            address: self.address(),
            created_at: self.created_at(),
            updated_at: self.updated_at(),
            locale: owned(Slot::LOCALE),
            time_zone: owned(Slot::TIME_ZONE),
            marketing: self.marketing(),
            tags: self.tags().cloned().collect(),
            custom: self
                .custom()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect::<IndexMap<_, _>>(),
            referring_affiliate: owned(Slot::AFFILIATE),
            order_ids: all(Slot::ORDER_IDS),
            subscription_ids: all(Slot::SUBSCRIPTION_IDS),
            roles: all(Slot::ROLES),
            password: self.password().clone(),
        })
    }
}

impl std::fmt::Debug for ContactRef<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ContactRef")
            .field("index", &self.index)
            .field("email", &self.email())
            .finish()
    }
}
