//! The systems whose exports are known, one file for each kind of records, as data. To add one: write its profile, name
//! it in [`PROFILES`], [`ORDER_PROFILES`] or [`SUBSCRIPTION_PROFILES`], and give it a golden vector; one of contacts also a
//! file in `tests/profiles`. Knows nothing of bytes, files or readers.

mod accessally;
mod activecampaign;
mod aliases;
mod beehiiv;
mod consent_aliases;
mod drip;
mod field;
mod generic;
mod generic_orders;
mod generic_subscriptions;
mod ghost;
mod keap;
mod keap_orders;
mod kind;
mod kit;
mod mailchimp;
mod memberferry;
mod memberium;
mod memberium_orders;
mod memberpress;
mod memberpress_subscriptions;
mod memberpress_transactions;
mod ontraport;
mod paid_memberships_pro;
mod payment_aliases;
mod payment_rules;
mod paypal;
mod profile;
mod samcart;
mod sensitive;
mod shape;
mod shapes;
mod stripe;
mod stripe_payments;
mod stripe_subscriptions;
mod substack;
mod thrivecart;
mod woocommerce;
mod woocommerce_orders;
mod woocommerce_subscriptions;
mod wordpress;
mod words;

pub use field::Field;
pub use kind::RecordKind;
pub use payment_rules::{DecimalMark, EntryKind, ItemsCell, Negative, PaymentRules, RefundReference};
pub use profile::{Confidence, DayOrder, Header, Profile, TagCell, Use, Variant};

pub use shape::Shape;
pub use shapes::SHAPES;

use aliases::ALIASES;
use consent_aliases::CONSENT_ALIASES;
pub(crate) use consent_aliases::OPT_INS;
use payment_aliases::{ORDER_ALIASES, PAYMENT_ALIASES, SUBSCRIPTION_ALIASES};
pub(crate) use sensitive::{ACCOUNT_WORDS, CARD_WORDS, IDENTITY_WORDS, SENSITIVE_NAMES, SENSITIVE_WORDS};
pub(crate) use shape::{Meaning, RelatedKind, TagText, Tags};
pub(crate) use shapes::{LISTS, OUTER_LISTS, RELATED, RELATED_LISTS, SINGLES};
pub(crate) use words::{MAIL_WORDS, NO_WORDS, WORDS_OF_LEAVING};

/// Every profile of contacts, by name; the generic one last.
pub const PROFILES: &[Profile] = &[
    accessally::PROFILE,
    activecampaign::PROFILE,
    beehiiv::PROFILE,
    drip::PROFILE,
    ghost::PROFILE,
    keap::PROFILE,
    kit::PROFILE,
    mailchimp::PROFILE,
    memberferry::PROFILE,
    memberium::PROFILE,
    memberpress::PROFILE,
    ontraport::PROFILE,
    paid_memberships_pro::PROFILE,
    stripe::PROFILE,
    substack::PROFILE,
    woocommerce::PROFILE,
    wordpress::PROFILE,
    generic::PROFILE,
];

/// Every profile of orders, by name; the generic one last.
pub const ORDER_PROFILES: &[Profile] = &[
    keap_orders::PROFILE,
    memberium_orders::PROFILE,
    memberpress_transactions::PROFILE,
    paypal::PROFILE,
    samcart::PROFILE,
    stripe_payments::PROFILE,
    thrivecart::PROFILE,
    woocommerce_orders::PROFILE,
    generic_orders::PROFILE,
];

/// Every profile of subscriptions, by name; the generic one last.
pub const SUBSCRIPTION_PROFILES: &[Profile] = &[
    memberpress_subscriptions::PROFILE,
    stripe_subscriptions::PROFILE,
    woocommerce_subscriptions::PROFILE,
    generic_subscriptions::PROFILE,
];

/// Every profile of a kind of records.
pub(crate) fn profiles(kind: RecordKind) -> &'static [Profile] {
    match kind {
        RecordKind::Contacts => PROFILES,
        RecordKind::Orders => ORDER_PROFILES,
        RecordKind::Subscriptions => SUBSCRIPTION_PROFILES,
    }
}

/// The profile of a kind of records with a name.
pub(crate) fn profile(kind: RecordKind, id: &str) -> Option<&'static Profile> {
    profiles(kind).iter().find(|profile| profile.id == id)
}

/// The profile for a list of contacts that no other recognises.
pub(crate) const GENERIC: &Profile = &generic::PROFILE;

/// The profile for a list that no other recognises.
pub(crate) const fn generic(kind: RecordKind) -> &'static Profile {
    match kind {
        RecordKind::Contacts => GENERIC,
        RecordKind::Orders => &generic_orders::PROFILE,
        RecordKind::Subscriptions => &generic_subscriptions::PROFILE,
    }
}

/// The names that fields of a kind of records are known by.
pub(crate) fn aliases(kind: RecordKind) -> impl Iterator<Item = &'static (Field, &'static [&'static str])> {
    let (common, own): (&[_], &[_]) = match kind {
        RecordKind::Contacts => (&[], &[]),
        RecordKind::Orders => (PAYMENT_ALIASES, ORDER_ALIASES),
        RecordKind::Subscriptions => (PAYMENT_ALIASES, SUBSCRIPTION_ALIASES),
    };
    ALIASES.iter().chain(CONSENT_ALIASES).filter(move |(field, _)| field.is_of(kind)).chain(common).chain(own)
}
