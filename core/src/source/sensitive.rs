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
    "ssn",
    "secret",
    "token",
    "tokens",
    "cvv",
    "cvc",
    "last4",
    "iban",
];
