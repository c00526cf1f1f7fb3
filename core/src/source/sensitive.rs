//! Words that tell a column of secrets or identity numbers, in any source. Data only.

/// Words in a column's name that mean its cells must not be copied on, unless they are mapped by name.
pub(crate) const SENSITIVE_WORDS: &[&str] = &[
    "password",
    "passwd",
    "passwort",
    "wachtwoord",
    "contrasena",
    "kennwort",
    "passe",
    "pwd",
    "pw",
    "passcode",
    "zugangscode",
    "ssn",
    "secret",
    "token",
    "tokens",
    "cvv",
    "cvc",
    "last4",
    "iban",
    "kreditkarte",
    "kreditkartennummer",
    "passport",
    "bsn",
    "sozialversicherungsnummer",
    "personalausweisnummer",
];

/// Words that mean the same where one of them is all of a column's name: beside another word they are of something that is sold.
pub(crate) const SENSITIVE_NAMES: &[&str] = &["pass"];

/// Words that mean a number by which the state knows a person, or what proves who somebody is, where all of a row stand in the
/// name of a column.
pub(crate) const IDENTITY_WORDS: &[&[&str]] = &[
    &["social", "security"],
    &["national", "id"],
    &["identity", "card"],
    &["identity", "number"],
    &["id", "card"],
    &["driver", "license"],
    &["drivers", "license"],
    &["driving", "licence"],
    &["taxpayer", "id"],
    &["api", "key"],
    &["security", "answer"],
    &["credit", "card"],
];

/// Pairs of words in the name of a column that mean what is left of a card or a bank account: where a word of both lists of
/// a pair stands in it, its cells must not be copied on.
pub(crate) const CARD_WORDS: &[(&[&str], &[&str])] = &[
    (
        &["card", "cc", "creditcard", "kreditkarte"],
        &[
            "number",
            "no",
            "num",
            "exp",
            "expiry",
            "expires",
            "expiration",
            "year",
            "month",
            "last",
            "digits",
            "id",
            "token",
            "fingerprint",
            "check",
            "code",
            "nummer",
        ],
    ),
    (&["bank"], &["account", "number", "routing", "konto"]),
];

/// The same, where the list is of payments: elsewhere an account may be anybody's.
pub(crate) const ACCOUNT_WORDS: &[(&[&str], &[&str])] = &[(&["account", "routing"], &["number"])];
