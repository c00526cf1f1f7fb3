//! The fields of a contact that a column can hold. Knows no source and no file.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal,)*) => {
        /// A field of a contact that a column can hold. On the wire its kebab-case name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Field {
            $($(#[doc = $doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Field {
            /// Every field.
            pub const ALL: &'static [Field] = &[$(Field::$variant),*];

            /// The name used on the wire.
            pub const fn name(self) -> &'static str {
                match self { $(Field::$variant => $name,)* }
            }
        }
    };
}

fields! {
    /// The address.
    Email = "email",
    /// The source's own id.
    ExternalId = "external-id",
    /// Further ids of the source under the same address.
    ExternalIdAliases = "external-id-aliases",
    /// The login name.
    Username = "username",
    /// Given and family name in one cell: `Ada Lovelace` or `Lovelace, Ada`.
    FullName = "full-name",
    /// Given name.
    FirstName = "first-name",
    /// Family name.
    LastName = "last-name",
    /// Telephone number.
    Phone = "phone",
    /// Company.
    Company = "company",
    /// Street and number.
    AddressLine1 = "address-line1",
    /// Anything after the street.
    AddressLine2 = "address-line2",
    /// Town or city.
    City = "city",
    /// State, province or county.
    Region = "region",
    /// Postal code.
    PostalCode = "postal-code",
    /// Country.
    Country = "country",
    /// Language.
    Locale = "locale",
    /// IANA time zone.
    TimeZone = "time-zone",
    /// When the source first knew the person.
    CreatedAt = "created-at",
    /// When the source last changed the record.
    UpdatedAt = "updated-at",
    /// Marketing status, in the source's words.
    MarketingStatus = "marketing-status",
    /// When the marketing status came about, whichever it is.
    StatusAt = "status-at",
    /// When the person opted in.
    ConsentAt = "consent-at",
    /// The internet address the opt-in came from.
    ConsentIp = "consent-ip",
    /// Where the opt-in happened.
    ConsentSource = "consent-source",
    /// What the person agreed to.
    ConsentWording = "consent-wording",
    /// When the person opted out, or that they did: anything here but a plain no means unsubscribed.
    UnsubscribedAt = "unsubscribed-at",
    /// When mail came back for good, or that it did: anything here but a plain no means bounced.
    BouncedAt = "bounced-at",
    /// Tags, in one cell.
    Tags = "tags",
    /// Who referred the person.
    ReferringAffiliate = "referring-affiliate",
    /// Order ids.
    OrderIds = "order-ids",
    /// Subscription ids.
    SubscriptionIds = "subscription-ids",
    /// The password itself: held as a secret, never shown.
    Password = "password",
    /// A hash of the password: held as a secret, never shown.
    PasswordHash = "password-hash",
}

impl Field {
    /// Whether what the column holds may never be shown.
    pub const fn is_secret(self) -> bool {
        matches!(self, Field::Password | Field::PasswordHash)
    }
}
