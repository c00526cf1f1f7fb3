//! Any list of people that no other profile recognises: columns are found by their names alone.

use super::profile::{BLANK, Profile};
use crate::contact::MarketingStatus;

/// What holds for a list of unknown origin.
pub const PROFILE: Profile = Profile {
    id: "generic",
    name: "a list of unknown origin",
    not_evidenced: &["everything: the columns are found by their names alone"],
    statuses: &[
        ("active", MarketingStatus::Subscribed),
        ("subscribed", MarketingStatus::Subscribed),
        ("opted in", MarketingStatus::Subscribed),
        ("abonniert", MarketingStatus::Subscribed),
        ("opted-in", MarketingStatus::Subscribed),
        ("confirmed", MarketingStatus::Subscribed),
        ("yes", MarketingStatus::Subscribed),
        ("true", MarketingStatus::Subscribed),
        ("1", MarketingStatus::Subscribed),
        ("unconfirmed", MarketingStatus::Unconfirmed),
        ("pending", MarketingStatus::Unconfirmed),
        ("inactive", MarketingStatus::Inactive),
        ("cold", MarketingStatus::Inactive),
        ("unsubscribed", MarketingStatus::Unsubscribed),
        ("cancelled", MarketingStatus::Unsubscribed),
        ("canceled", MarketingStatus::Unsubscribed),
        ("opted out", MarketingStatus::Unsubscribed),
        ("abgemeldet", MarketingStatus::Unsubscribed),
        ("opted-out", MarketingStatus::Unsubscribed),
        ("no", MarketingStatus::Unsubscribed),
        ("false", MarketingStatus::Unsubscribed),
        ("0", MarketingStatus::Unsubscribed),
        ("bounced", MarketingStatus::Bounced),
        ("cleaned", MarketingStatus::Bounced),
        ("complained", MarketingStatus::Complained),
        ("spam", MarketingStatus::Complained),
    ],
    ..BLANK
};
