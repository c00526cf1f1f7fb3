//! What is done with each column's cells, in the order in which the table takes fields: a mapping made ready to run. Knows
//! no cells.

use super::detection::Recognised;
use super::mapping::{self, ColumnUse, Mapping};
use crate::contact::{Contacts, MarketingStatus, Slot};
use crate::source::{Field, GENERIC, MAIL_WORDS, Profile, WORDS_OF_LEAVING};

/// What to do with a column's cells.
#[derive(Clone, Copy)]
pub(super) enum Action {
    Text(Slot),
    /// Several values in one cell.
    List(Slot),
    FullName,
    Phone,
    Country,
    Date(DateUse),
    Status,
    Password,
    PasswordHash,
}

/// Which date a column of dates holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DateUse {
    Created,
    Updated,
    Consent,
    /// Of the status, whichever it is.
    Status,
    Unsubscribed,
    Bounced,
}

/// One column to read, in the order in which the table takes fields.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) column: usize,
    pub(super) action: Action,
}

/// The slot of a field that is plain text.
pub(super) fn text_slot(field: Field) -> Option<Slot> {
    Some(match field {
        Field::ExternalId => Slot::EXTERNAL_ID,
        Field::Username => Slot::USERNAME,
        Field::FirstName => Slot::FIRST_NAME,
        Field::LastName => Slot::LAST_NAME,
        Field::Phone => Slot::PHONE,
        Field::Company => Slot::COMPANY,
        Field::AddressLine1 => Slot::LINE1,
        Field::AddressLine2 => Slot::LINE2,
        Field::City => Slot::CITY,
        Field::Region => Slot::REGION,
        Field::PostalCode => Slot::POSTAL_CODE,
        Field::Country => Slot::COUNTRY,
        Field::Locale => Slot::LOCALE,
        Field::TimeZone => Slot::TIME_ZONE,
        Field::ReferringAffiliate => Slot::AFFILIATE,
        Field::ConsentIp => Slot::CONSENT_IP,
        Field::ConsentSource => Slot::CONSENT_SOURCE,
        Field::ConsentWording => Slot::CONSENT_WORDING,
        _ => return None,
    })
}

/// The words for a marketing status in a mapping's column of them. Words that a membership or an account may be
/// described by just as well count only where the column's name speaks of mail.
pub(super) fn status_words(mapping: &Mapping, profile: &Profile) -> Vec<(&'static str, MarketingStatus)> {
    let profile = if profile.statuses.is_empty() { GENERIC } else { profile };
    let header = mapping
        .column_of(Field::MarketingStatus)
        .and_then(|column| mapping.columns.get(column))
        .map(|column| mapping::words(&column.header))
        .unwrap_or_default();
    let speaks_of_mail = header.iter().any(|word| MAIL_WORDS.contains(&word.as_str()));
    let of_mail = if speaks_of_mail { profile.statuses_of_mail } else { &[] };
    // The source's own words come first.
    profile.statuses.iter().chain(of_mail).chain(WORDS_OF_LEAVING).copied().collect()
}

/// The steps of a mapping. The column of tags is read before all others and has none.
///
/// What a source knows of opting in is no evidence for people who opted out: in a file of such people, or of which nothing
/// says that it is of no such people, it is kept under the column's own name.
pub(super) fn compile(mapping: &Mapping, source: &Recognised, contacts: &mut Contacts) -> Vec<Step> {
    let opted_in =
        source.variant.status.is_none() || source.settled_status().is_some_and(MarketingStatus::is_mailable);
    let has_names =
        mapping.column_of(Field::FirstName).is_some() || mapping.column_of(Field::LastName).is_some();
    let mut steps: Vec<(Slot, Step)> = Vec::new();
    for (column, mapped) in mapping.columns.iter().enumerate() {
        let (slot, action) = match &mapped.meaning {
            ColumnUse::Custom { name } => {
                let slot = contacts.custom_slot(name);
                (slot, Action::Text(slot))
            }
            ColumnUse::Sensitive | ColumnUse::Ignored => continue,
            ColumnUse::Field { field } => match field {
                Field::Email => (Slot::EMAIL, Action::Text(Slot::EMAIL)),
                Field::Tags => continue,
                Field::ConsentIp | Field::ConsentSource | Field::ConsentWording if !opted_in => {
                    let slot = contacts.custom_slot(&mapped.header);
                    (slot, Action::Text(slot))
                }
                Field::FullName if has_names => {
                    let slot = contacts.custom_slot(&mapped.header);
                    (slot, Action::Text(slot))
                }
                Field::FullName => (Slot::FIRST_NAME, Action::FullName),
                Field::Phone if !source.profile.is_exact => (Slot::PHONE, Action::Phone),
                Field::Country if !source.profile.is_exact => (Slot::COUNTRY, Action::Country),
                Field::MarketingStatus => (Slot::CONSENT_WORDING, Action::Status),
                Field::Password => (Slot::EMAIL, Action::Password),
                Field::PasswordHash => (Slot::EMAIL, Action::PasswordHash),
                Field::ExternalIdAliases => (Slot::ALIASES, Action::List(Slot::ALIASES)),
                Field::OrderIds => (Slot::ORDER_IDS, Action::List(Slot::ORDER_IDS)),
                Field::SubscriptionIds => (Slot::SUBSCRIPTION_IDS, Action::List(Slot::SUBSCRIPTION_IDS)),
                Field::Roles => (Slot::ROLES, Action::List(Slot::ROLES)),
                Field::CreatedAt => (Slot::EMAIL, Action::Date(DateUse::Created)),
                Field::UpdatedAt => (Slot::EMAIL, Action::Date(DateUse::Updated)),
                Field::StatusAt => (Slot::EMAIL, Action::Date(DateUse::Status)),
                Field::ConsentAt => (Slot::EMAIL, Action::Date(DateUse::Consent)),
                Field::UnsubscribedAt => (Slot::EMAIL, Action::Date(DateUse::Unsubscribed)),
                Field::BouncedAt => (Slot::EMAIL, Action::Date(DateUse::Bounced)),
                text => match text_slot(*text) {
                    Some(slot) => (slot, Action::Text(slot)),
                    None => continue,
                },
            },
        };
        steps.push((slot, Step { column, action }));
    }
    let roles = mapping::roles_among_tags(mapping, source.profile);
    steps.extend(roles.map(|column| (Slot::ROLES, Step { column, action: Action::List(Slot::ROLES) })));
    crate::order::sort_by_key(&mut steps, |(slot, _)| *slot);
    steps.into_iter().map(|(_, step)| step).collect()
}
