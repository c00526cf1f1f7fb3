//! One contact as a value: what a caller builds by hand, and what one row of [`Contacts`](super::Contacts) looks like
//! taken out. Knows nothing of files.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{Email, Marketing, Password};
use crate::{Instant, TagName};

/// A postal address, each part as written but for the country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Address {
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line1: Option<String>,
    /// Anything after the street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line2: Option<String>,
    /// Town or city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State, province or county.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Postal code, as text: leading zeros count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Country: its two letters by ISO 3166-1 where reading knew it; else as the source writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

impl Address {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Address::default()
    }
}

/// One person of the source.
///
/// Two contacts are the same person when their addresses share a key; see [`Email::key`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contact {
    /// The source's own id, kept as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Further ids of the source under the same address, in order of appearance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_id_aliases: Vec<String>,
    /// The address.
    pub email: Email,
    /// The login name, only where it differs from the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Telephone number: E.164, as in `+12125550123` or `+12125550123 ext. 45`, where reading could make it so; else as
    /// written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// When the source first knew the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Instant>,
    /// When the source last changed the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Instant>,
    /// Language, as the source writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// IANA time zone, as the source writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// What the person may be sent.
    #[serde(default)]
    pub marketing: Marketing,
    /// Tags, each once, in order of appearance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagName>,
    /// Fields the source has and this type has not, by the source's name, in column order.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub custom: IndexMap<String, String>,
    /// Who referred the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referring_affiliate: Option<String>,
    /// Order ids, in order of appearance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_ids: Vec<String>,
    /// Subscription ids, in order of appearance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subscription_ids: Vec<String>,
    /// The roles that the person has on the source site, by its own names, in order of appearance. No role is given to
    /// anybody by them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Password material. Never serialised; see [`Password`].
    #[serde(skip)]
    pub password: Password,
}

impl Contact {
    /// A contact of whom nothing is known but the address.
    pub fn new(email: Email) -> Self {
        Contact {
            external_id: None,
            external_id_aliases: Vec::new(),
            email,
            username: None,
            first_name: None,
            last_name: None,
            phone: None,
            company: None,
            address: Address::default(),
            created_at: None,
            updated_at: None,
            locale: None,
            time_zone: None,
            marketing: Marketing::default(),
            tags: Vec::new(),
            custom: IndexMap::new(),
            referring_affiliate: None,
            order_ids: Vec::new(),
            subscription_ids: Vec::new(),
            roles: Vec::new(),
            password: Password::None,
        }
    }
}
