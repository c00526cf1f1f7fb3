//! Words that tell what a column or a cell speaks of, whatever the source. Data only.

use crate::contact::MarketingStatus;

/// Words in the name of a column of statuses that say that it speaks of mail. `Subscription` is none: it may be paid for.
pub(crate) const MAIL_WORDS: &[&str] = &[
    "email",
    "emails",
    "mail",
    "mailing",
    "mails",
    "marketing",
    "newsletter",
    "optin",
    "opt",
    "subscribed",
    "subscriber",
];

/// Words that say no, in the languages in which columns are known.
pub(crate) const NO_WORDS: &[&str] =
    &["no", "n", "false", "nein", "nee", "non", "off", "falsch", "onwaar", "faux", "falso"];

/// What says in every system that somebody is not to be mailed: whoever keeps a list may have written it into one whose own words are
/// others.
pub(crate) const WORDS_OF_LEAVING: &[(&str, MarketingStatus)] = &[
    ("unsubscribed", MarketingStatus::Unsubscribed),
    ("unsubscribe", MarketingStatus::Unsubscribed),
    ("opted out", MarketingStatus::Unsubscribed),
    ("opted-out", MarketingStatus::Unsubscribed),
    ("opt-out", MarketingStatus::Unsubscribed),
    ("abgemeldet", MarketingStatus::Unsubscribed),
    ("afgemeld", MarketingStatus::Unsubscribed),
    ("uitgeschreven", MarketingStatus::Unsubscribed),
    ("désabonné", MarketingStatus::Unsubscribed),
    ("désinscrit", MarketingStatus::Unsubscribed),
    ("dado de baja", MarketingStatus::Unsubscribed),
    ("bounced", MarketingStatus::Bounced),
    ("complained", MarketingStatus::Complained),
];
