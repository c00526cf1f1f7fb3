//! Words that tell what a column or a cell speaks of, whatever the source. Data only.

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
