//! The fields of a contact, an order or a subscription that a column can hold. Knows no source and no file.

use serde::{Deserialize, Serialize};

use super::RecordKind;

macro_rules! fields {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal,)*) => {
        /// A field of a record that a column can hold. On the wire its kebab-case name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// The roles on the source site, in one cell.
    Roles = "roles",
    /// The password itself: held as a secret, never shown.
    Password = "password",
    /// A hash of the password: held as a secret, never shown.
    PasswordHash = "password-hash",
    /// The source's id of the order.
    OrderId = "order-id",
    /// The source's id of the subscription; of an order, of the one it was charged for.
    SubscriptionId = "subscription-id",
    /// The processor's id of the subscription, where the source has one of its own too.
    ProcessorId = "processor-id",
    /// The source's id of the person who pays.
    CustomerId = "customer-id",
    /// The processor's id of the payment.
    TransactionId = "transaction-id",
    /// The order, payment or agreement that a record is about.
    ReferenceId = "reference-id",
    /// What the record is: a sale, a refund, or something else.
    EntryKind = "entry-kind",
    /// What the record does to the balance of an account.
    BalanceImpact = "balance-impact",
    /// The status of an order or a subscription, in the source's words.
    PaymentStatus = "payment-status",
    /// The address that money went to.
    PayeeEmail = "payee-email",
    /// The source's id of the product.
    ProductId = "product-id",
    /// The product's name.
    Product = "product",
    /// The plan's or the price's name or id.
    Plan = "plan",
    /// Whole number of the product.
    Quantity = "quantity",
    /// Several things that were ordered, in one cell.
    Items = "items",
    /// The currency of the record's amounts.
    Currency = "currency",
    /// What was charged.
    Total = "total",
    /// What each charge of a subscription is.
    Price = "price",
    /// The tax within it.
    Tax = "tax",
    /// What a coupon took off.
    Discount = "discount",
    /// What the processor kept.
    Fee = "fee",
    /// What was given back.
    Refunded = "refunded",
    /// When an order was placed.
    PlacedAt = "placed-at",
    /// The time of day of `placed-at`, where it has a column of its own.
    PlacedTime = "placed-time",
    /// The zone of `placed-at`, in a column of its own.
    PlacedZone = "placed-zone",
    /// When an order was paid.
    PaidAt = "paid-at",
    /// Who takes the money.
    Processor = "processor",
    /// The coupon.
    Coupon = "coupon",
    /// How often a subscription is charged: day, week, month, year, or words for all of it.
    IntervalUnit = "interval-unit",
    /// How many of that unit.
    IntervalCount = "interval-count",
    /// When a subscription began.
    StartedAt = "started-at",
    /// When its trial ends.
    TrialEndsAt = "trial-ends-at",
    /// When the period that is paid for began.
    CurrentPeriodStart = "current-period-start",
    /// When that period ends.
    CurrentPeriodEnd = "current-period-end",
    /// When it is charged next.
    NextPaymentAt = "next-payment-at",
    /// When it is to end.
    CancelAt = "cancel-at",
    /// When it was cancelled.
    CancelledAt = "cancelled-at",
    /// When it was over.
    EndedAt = "ended-at",
    /// How many payments were made.
    PaymentsMade = "payments-made",
    /// After how many payments it ends.
    PaymentLimit = "payment-limit",
    /// Whether that number counts.
    HasPaymentLimit = "has-payment-limit",
}

/// What is known of whoever pays, as of a contact.
const PERSON: [Field; 12] = [
    Field::Email,
    Field::FullName,
    Field::FirstName,
    Field::LastName,
    Field::Phone,
    Field::Company,
    Field::AddressLine1,
    Field::AddressLine2,
    Field::City,
    Field::Region,
    Field::PostalCode,
    Field::Country,
];

/// What orders and subscriptions have in common.
const PAYMENT: [Field; 12] = [
    Field::SubscriptionId,
    Field::CustomerId,
    Field::PaymentStatus,
    Field::ProductId,
    Field::Product,
    Field::Quantity,
    Field::Items,
    Field::Currency,
    Field::Tax,
    Field::Discount,
    Field::Processor,
    Field::Coupon,
];

/// What only orders have.
const ORDER: [Field; 13] = [
    Field::OrderId,
    Field::TransactionId,
    Field::ReferenceId,
    Field::EntryKind,
    Field::BalanceImpact,
    Field::PayeeEmail,
    Field::Total,
    Field::Fee,
    Field::Refunded,
    Field::PlacedAt,
    Field::PlacedTime,
    Field::PlacedZone,
    Field::PaidAt,
];

/// What only subscriptions have.
const SUBSCRIPTION: [Field; 16] = [
    Field::ProcessorId,
    Field::Plan,
    Field::Price,
    Field::IntervalUnit,
    Field::IntervalCount,
    Field::StartedAt,
    Field::TrialEndsAt,
    Field::CurrentPeriodStart,
    Field::CurrentPeriodEnd,
    Field::NextPaymentAt,
    Field::CancelAt,
    Field::CancelledAt,
    Field::EndedAt,
    Field::PaymentsMade,
    Field::PaymentLimit,
    Field::HasPaymentLimit,
];

impl Field {
    /// Whether records of a kind have the field.
    pub fn is_of(self, kind: RecordKind) -> bool {
        match kind {
            RecordKind::Contacts => {
                ![PAYMENT.as_slice(), &ORDER, &SUBSCRIPTION].iter().any(|fields| fields.contains(&self))
            }
            RecordKind::Orders => {
                [PERSON.as_slice(), &PAYMENT, &ORDER].iter().any(|fields| fields.contains(&self))
            }
            RecordKind::Subscriptions => {
                [PERSON.as_slice(), &PAYMENT, &SUBSCRIPTION].iter().any(|fields| fields.contains(&self))
            }
        }
    }

    /// Whether what the column holds may never be shown.
    pub const fn is_secret(self) -> bool {
        matches!(self, Field::Password | Field::PasswordHash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_of_some_kind_and_people_are_of_all() {
        for field in Field::ALL {
            assert!(RecordKind::ALL.iter().any(|kind| field.is_of(*kind)), "{field:?}");
        }
        assert!(RecordKind::ALL.iter().all(|kind| Field::Email.is_of(*kind)));
        assert!(!Field::Total.is_of(RecordKind::Contacts) && !Field::Tags.is_of(RecordKind::Orders));
        assert!(
            !Field::TrialEndsAt.is_of(RecordKind::Orders) && !Field::PaidAt.is_of(RecordKind::Subscriptions)
        );
    }
}
