//! What a contact of the source says, as the profile of a new user is written: read off the contact in one walk, with no text copied.
//! Decides nothing.

use std::collections::BTreeMap;

use super::json_object::{JsonObject, WriteFields};
use crate::contact::{Slot, split_values};
use crate::{ContactRef, Instant, MarketingStatus};

/// What a contact says. Several values of one field stand in one text.
#[derive(Default)]
pub struct ContactProfile<'a> {
    external_id: Option<&'a str>,
    external_id_aliases: &'a str,
    /// No part of the profile.
    pub username: Option<&'a str>,
    pub first_name: Option<&'a str>,
    pub last_name: Option<&'a str>,
    phone: Option<&'a str>,
    company: Option<&'a str>,
    line1: Option<&'a str>,
    line2: Option<&'a str>,
    city: Option<&'a str>,
    region: Option<&'a str>,
    postal_code: Option<&'a str>,
    country: Option<&'a str>,
    locale: Option<&'a str>,
    time_zone: Option<&'a str>,
    created_at: Option<Instant>,
    marketing: MarketingStatus,
    consent_at: Option<Instant>,
    consent_source: Option<&'a str>,
    consent_ip: Option<&'a str>,
    consent_wording: Option<&'a str>,
    pub custom: BTreeMap<&'a str, &'a str>,
    referring_affiliate: Option<&'a str>,
    order_ids: &'a str,
    subscription_ids: &'a str,
    roles: &'a str,
}

impl<'a> ContactProfile<'a> {
    pub fn of(contact: &ContactRef<'a>) -> Self {
        let mut profile = ContactProfile {
            created_at: contact.created_at(),
            marketing: contact.marketing_status(),
            consent_at: contact.consent_at(),
            ..ContactProfile::default()
        };
        for (slot, text) in contact.entries() {
            match slot {
                Slot::EXTERNAL_ID => profile.external_id = Some(text),
                Slot::ALIASES => profile.external_id_aliases = text,
                Slot::USERNAME => profile.username = Some(text),
                Slot::FIRST_NAME => profile.first_name = Some(text),
                Slot::LAST_NAME => profile.last_name = Some(text),
                Slot::PHONE => profile.phone = Some(text),
                Slot::COMPANY => profile.company = Some(text),
                Slot::LINE1 => profile.line1 = Some(text),
                Slot::LINE2 => profile.line2 = Some(text),
                Slot::CITY => profile.city = Some(text),
                Slot::REGION => profile.region = Some(text),
                Slot::POSTAL_CODE => profile.postal_code = Some(text),
                Slot::COUNTRY => profile.country = Some(text),
                Slot::LOCALE => profile.locale = Some(text),
                Slot::TIME_ZONE => profile.time_zone = Some(text),
                Slot::AFFILIATE => profile.referring_affiliate = Some(text),
                Slot::ORDER_IDS => profile.order_ids = text,
                Slot::SUBSCRIPTION_IDS => profile.subscription_ids = text,
                Slot::ROLES => profile.roles = text,
                Slot::CONSENT_SOURCE => profile.consent_source = Some(text),
                Slot::CONSENT_IP => profile.consent_ip = Some(text),
                Slot::CONSENT_WORDING => profile.consent_wording = Some(text),
                other => profile.custom.extend(contact.custom_name(other).map(|name| (name, text))),
            }
        }
        profile
    }

    /// The orders that are referred to.
    pub fn order_ids(&self) -> impl Iterator<Item = &'a str> {
        split_values(self.order_ids)
    }

    /// The subscriptions that are referred to.
    pub fn subscription_ids(&self) -> impl Iterator<Item = &'a str> {
        split_values(self.subscription_ids)
    }

    /// The roles that the person has at the source; no part of the profile.
    pub fn roles(&self) -> impl Iterator<Item = &'a str> {
        split_values(self.roles)
    }

    /// As [`Marketing::is_stated`](crate::Marketing::is_stated) has it.
    fn is_marketing_stated(&self) -> bool {
        let evidence = [self.consent_source, self.consent_ip, self.consent_wording];
        self.marketing != MarketingStatus::Unknown
            || self.consent_at.is_some()
            || evidence.iter().any(Option::is_some)
    }
}

/// Exactly as [`UserProfile::of_contact`](super::UserProfile::of_contact) is written.
impl WriteFields for ContactProfile<'_> {
    fn write_fields(&self, profile: &mut JsonObject<'_>) {
        profile.text_if_any("externalId", self.external_id);
        profile.texts_if_any("externalIdAliases", split_values(self.external_id_aliases));
        profile.text_if_any("firstName", self.first_name);
        profile.text_if_any("lastName", self.last_name);
        profile.text_if_any("phone", self.phone);
        profile.text_if_any("company", self.company);
        profile.object_if_any("address", |address| {
            address.text_if_any("line1", self.line1);
            address.text_if_any("line2", self.line2);
            address.text_if_any("city", self.city);
            address.text_if_any("region", self.region);
            address.text_if_any("postalCode", self.postal_code);
            address.text_if_any("country", self.country);
        });
        profile.text_if_any("locale", self.locale);
        profile.text_if_any("timeZone", self.time_zone);
        profile.instant_if_any("createdAt", self.created_at);
        if self.is_marketing_stated() {
            profile.object("marketing", |marketing| {
                marketing.text("status", self.marketing.name());
                marketing.object_if_any("evidence", |evidence| {
                    evidence.instant_if_any("at", self.consent_at);
                    evidence.text_if_any("source", self.consent_source);
                    evidence.text_if_any("ip", self.consent_ip);
                    evidence.text_if_any("wording", self.consent_wording);
                });
            });
        }
        profile.object_if_any("custom", |custom| {
            for (name, value) in &self.custom {
                custom.named_text(name, value);
            }
        });
        profile.text_if_any("referringAffiliate", self.referring_affiliate);
        profile.texts_if_any("orderIds", self.order_ids());
        profile.texts_if_any("subscriptionIds", self.subscription_ids());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::UserProfile;
    use crate::plan::json_object::write_object;
    use crate::{Contact, Contacts, Email};

    #[test]
    fn a_contact_is_written_as_the_profile_that_it_gives() {
        let only_an_address = Contact::new(Email::new("ada@example.com").unwrap());
        let text = r#"{"externalId": "7", "externalIdAliases": ["8", "9"], "email": "grace@example.com", "username": "grace",
            "firstName": "Grace \"Amazing\"", "lastName": "Hopper", "phone": "+1 555-010-0100", "company": "Navy",
            "address": {"line1": "1 Main St", "line2": "2nd floor", "city": "Arlington", "region": "VA", "postalCode": "00123",
                "country": "US"},
            "createdAt": "2020-02-03T04:05:06Z", "updatedAt": "2021-02-03T04:05:06Z", "locale": "en", "timeZone": "America/New_York",
            "marketing": {"status": "unsubscribed", "evidence": {"at": "2020-03-03T04:05:06.5Z", "source": "form", "ip": "192.0.2.1",
                "wording": "Opted out"}},
            "tags": ["Gold"], "custom": {"shoe": "38", "birthday": "9 December", "hat": "M"}, "referringAffiliate": "ada",
            "orderIds": ["o1", "o2"], "subscriptionIds": ["s1"], "roles": ["member"]}"#;
        let everything: Contact = serde_json::from_str(text).unwrap();
        let mut word_alone = only_an_address.clone();
        word_alone.email = Email::new("mary@example.com").unwrap();
        word_alone.marketing.evidence.wording = Some("lapsed".to_owned());
        let contacts: Contacts = [only_an_address, everything, word_alone].into_iter().collect();
        for contact in contacts.iter() {
            let mut written = Vec::new();
            write_object(&mut written, |object| ContactProfile::of(&contact).write_fields(object));
            assert_eq!(
                String::from_utf8(written).unwrap(),
                serde_json::to_string(&UserProfile::of_contact(&contact)).unwrap()
            );
        }
    }
}
