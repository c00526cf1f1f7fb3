//! Email addresses: deliverable syntax, and the key two spellings of one address share. Knows no target's limits and
//! asks no name server.
//!
//! The rule is RFC 5321's mailbox with a dot-atom local part, UTF-8 allowed (RFC 6531), and a domain of at least two
//! labels that IDNA (UTS 46, with the letters, marks and digits of RFC 5892) accepts, within 64 and 254 octets, the
//! domain in either form. The last label is one that the root may have: letters, two at least, or a converted name, and
//! none that is reserved for uses without mail (RFC 6761). Quoted local parts, address literals, comments and
//! display names are refused, each with a code of its own.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::email_scripts::Stranger;
use super::{email_suggestion, email_syntax};
use crate::issue::{Code, Issue};

/// An address as written, cleaned: trimmed and in NFC. Valid by this module's rule.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct Email(Box<str>);

/// What two spellings of one address share: NFC, the domain lower-cased and in its ASCII form, the local part
/// case-folded. For matching only; never write to it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct EmailKey(Box<str>);

/// Why a text is no deliverable address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EmailError {
    /// Nothing but white space.
    Missing,
    /// `Ada <ada@example.com>`.
    DisplayName,
    /// `ada(work)@example.com`.
    Comment,
    /// `"ada l"@example.com`.
    QuotedLocal,
    /// `ada@[192.0.2.1]`.
    AddressLiteral,
    /// No `@`.
    NoAt,
    /// More than one `@`.
    SeveralAts,
    /// Nothing before the `@`, or two dots together, or a dot at an end of it.
    LocalDots,
    /// A character that may not stand before the `@`.
    LocalCharacter,
    /// More than 64 octets before the `@`.
    LocalTooLong,
    /// More than 254 octets in all.
    TooLong,
    /// A domain without a dot.
    DomainDotless,
    /// A domain that IDNA does not accept, or whose last label is no top-level domain: of letters, two at least.
    DomainInvalid,
    /// A domain under a name that is reserved for other uses: `.test`, `.invalid`, `.local`, `.localhost`, `.onion`, `.alt`,
    /// `.arpa`.
    DomainReserved,
}

impl fmt::Display for EmailError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.sentence())
    }
}

impl std::error::Error for EmailError {}

impl EmailError {
    /// The stable code for an issue.
    pub fn code(self) -> Code {
        match self {
            EmailError::Missing => Code::EmailMissing,
            EmailError::DisplayName => Code::EmailDisplayName,
            EmailError::Comment => Code::EmailComment,
            EmailError::QuotedLocal => Code::EmailQuotedLocal,
            EmailError::AddressLiteral => Code::EmailAddressLiteral,
            _ => Code::EmailInvalid,
        }
    }

    /// What is wrong: lower-case, no full stop.
    pub const fn sentence(self) -> &'static str {
        match self {
            EmailError::Missing => "there is no address",
            EmailError::DisplayName => "the address stands with a display name",
            EmailError::Comment => "the address holds a comment",
            EmailError::QuotedLocal => "the part before the `@` is quoted",
            EmailError::AddressLiteral => "the domain is an internet address in brackets",
            EmailError::NoAt => "the address has no `@`",
            EmailError::SeveralAts => "the address has more than one `@`",
            EmailError::LocalDots => {
                "the part before the `@` is empty, or has a dot at an end or two together"
            }
            EmailError::LocalCharacter => "a character before the `@` may not stand there",
            EmailError::LocalTooLong => "the part before the `@` is longer than 64 octets",
            EmailError::TooLong => "the address is longer than 254 octets",
            EmailError::DomainDotless => "the domain has no dot",
            EmailError::DomainInvalid => "the domain is not a valid name",
            EmailError::DomainReserved => "the domain is reserved and takes no mail",
        }
    }

    /// The issue, at no place yet, with what the address may have been meant to be, where that is plain.
    pub fn issue(self, value: &str) -> Issue {
        let issue = Issue::new(self.code()).with_message(self.sentence());
        if self == EmailError::Missing {
            return issue;
        }
        let issue = issue.with_value(value);
        match email_suggestion::suggest_for_invalid(value) {
            Some(suggestion) => issue.with_suggestion(suggestion),
            None => issue,
        }
    }
}

impl Email {
    /// Checks and takes an address.
    ///
    /// # Errors
    /// [`EmailError`] saying what is wrong with it.
    ///
    /// ```
    /// use memberferry::{Email, EmailError};
    /// let email = Email::new(" Ada.Lovelace@Example.COM ")?;
    /// assert_eq!(email.as_str(), "Ada.Lovelace@Example.COM");
    /// assert_eq!(email.key().as_str(), "ada.lovelace@example.com");
    /// assert_eq!(Email::new("ada@example"), Err(EmailError::DomainDotless));
    /// # Ok::<(), EmailError>(())
    /// ```
    pub fn new(address: &str) -> Result<Self, EmailError> {
        let cleaned = email_syntax::clean(address)?;
        email_syntax::check(&cleaned)?;
        Ok(Email(cleaned.into()))
    }

    /// An address that was checked before.
    pub(crate) fn of_valid(address: &str) -> Self {
        Email(address.into())
    }

    /// The address as written, cleaned.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address with its domain in ASCII: an international one in Punycode. The same mailbox, and the same key.
    ///
    /// ```
    /// let email = memberferry::Email::new("Zoe@m\u{fc}ller.example")?;
    /// assert_eq!(email.with_ascii_domain().as_str(), "Zoe@xn--mller-kva.example");
    /// # Ok::<(), memberferry::EmailError>(())
    /// ```
    pub fn with_ascii_domain(&self) -> Self {
        match email_syntax::with_ascii_domain(&self.0) {
            Some(address) => Email(address.into()),
            None => self.clone(),
        }
    }

    /// The key that this address shares with its other spellings.
    pub fn key(&self) -> EmailKey {
        EmailKey(email_syntax::key(&self.0).into())
    }
}

impl EmailKey {
    /// The key of an address that was checked before.
    pub(crate) fn of_valid(address: &str) -> Self {
        EmailKey(email_syntax::key(address).into())
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What there is to say about one address: see [`check_email`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EmailCheck {
    /// Whether it can be delivered to, as far as syntax tells.
    pub valid: bool,
    /// The address as written, cleaned; absent where it is not valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub normalized: Option<Email>,
    /// What it shares with its other spellings; absent where it is not valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<EmailKey>,
    /// What is wrong with it; of a valid one, that it looks mistyped, then that it mixes scripts as a look-alike does.
    pub issues: Vec<Issue>,
}

/// Checks one address.
///
/// ```
/// let check = memberferry::check_email("\"ada l\"@example.com");
/// assert!(!check.valid);
/// assert_eq!(check.issues[0].code, memberferry::Code::EmailQuotedLocal);
/// let check = memberferry::check_email("ada@example,com");
/// assert_eq!(check.issues[0].suggestion.as_deref(), Some("ada@example.com"));
/// ```
pub fn check_email(address: &str) -> EmailCheck {
    match Email::new(address) {
        Ok(email) => {
            let of_this = |code| Issue::new(code).with_value(email.as_str());
            let suggestion = email_suggestion::suggest_for_valid(email.as_str());
            let typo = suggestion.map(|meant| of_this(Code::EmailTypo).with_suggestion(meant));
            let stranger = email_syntax::check(email.as_str()).ok().and_then(|checked| checked.stranger);
            let mixed = stranger.map(|letter| {
                let message = Stranger::SENTENCE.replacen("{}", &format!("`{letter}`"), 1);
                of_this(Code::EmailScriptsMixed).with_message(message)
            });
            let issues = typo.into_iter().chain(mixed).collect();
            EmailCheck { valid: true, key: Some(email.key()), normalized: Some(email), issues }
        }
        Err(error) => {
            EmailCheck { valid: false, normalized: None, key: None, issues: vec![error.issue(address)] }
        }
    }
}

macro_rules! text_conversions {
    ($($name:ident),*) => {$(
        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.0.into_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, formatter)
            }
        }
    )*};
}

text_conversions!(Email, EmailKey);

impl TryFrom<String> for Email {
    type Error = EmailError;
    fn try_from(address: String) -> Result<Self, EmailError> {
        Email::new(&address)
    }
}

impl TryFrom<String> for EmailKey {
    type Error = EmailError;
    fn try_from(address: String) -> Result<Self, EmailError> {
        Email::new(&address).map(|email| email.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refused_shape_has_its_own_code() {
        for (address, code) in [
            ("", Code::EmailMissing),
            ("Ada <ada@example.com>", Code::EmailDisplayName),
            ("ada(work)@example.com", Code::EmailComment),
            ("\"ada l\"@example.com", Code::EmailQuotedLocal),
            ("ada@[192.0.2.1]", Code::EmailAddressLiteral),
            ("ada.example.com", Code::EmailInvalid),
            ("ada@@example.com", Code::EmailInvalid),
            ("ada@example", Code::EmailInvalid),
            (".ada@example.com", Code::EmailInvalid),
            ("ada..l@example.com", Code::EmailInvalid),
            ("ada l@example.com", Code::EmailInvalid),
            ("ada@-example.com", Code::EmailInvalid),
            ("ada@example.com.", Code::EmailInvalid),
            ("ada@192.0.2.1", Code::EmailInvalid),
            ("ada@example.c", Code::EmailInvalid),
            ("ada@example.c0m", Code::EmailInvalid),
            ("ada@mail.LOCAL", Code::EmailInvalid),
            ("ada@b\u{FC}cher.test", Code::EmailInvalid),
            ("ada@\u{2603}.example", Code::EmailInvalid),
            ("ada@\u{FF45}xample.com", Code::EmailInvalid),
            ("\u{301}ada@example.com", Code::EmailInvalid),
            ("a\u{378}da@example.com", Code::EmailInvalid),
        ] {
            assert_eq!(Email::new(address).unwrap_err().code(), code, "{address}");
        }
    }

    #[test]
    fn letters_of_scripts_that_are_not_written_together_are_told_and_kept() {
        for (address, letter) in [
            ("ad\u{430}@example.com", "U+0430"),
            ("ada@ex\u{430}mple.com", "U+0430"),
            // The same domain in Punycode.
            ("ada@xn--exmple-4nf.com", "U+0430"),
            ("ada@mail.\u{3BF}range.example", "U+03BF"),
        ] {
            let check = check_email(address);
            assert_eq!(check.normalized.as_ref().map(Email::as_str), Some(address));
            let [issue] = check.issues.as_slice() else { panic!("{address}: {:?}", check.issues) };
            assert_eq!(issue.code, Code::EmailScriptsMixed, "{address}");
            assert!(issue.message.contains(letter), "{address}: {}", issue.message);
        }
        // Each part has its own script: a domain is no place for that of its owner.
        for address in [
            "\u{430}\u{43D}\u{43D}\u{430}@example.com",
            "ada@\u{43F}\u{43E}\u{447}\u{442}\u{430}.example",
            "ada@xn--bcher-kva.example",
        ] {
            assert_eq!(check_email(address).issues, [], "{address}");
        }
    }

    #[test]
    fn the_octet_bounds_hold_at_and_above() {
        let local = "a".repeat(64);
        assert!(Email::new(&format!("{local}@example.com")).is_ok());
        assert_eq!(Email::new(&format!("{local}a@example.com")), Err(EmailError::LocalTooLong));
        let label = "b".repeat(61);
        let exact = format!("{local}@{label}.{label}.{label}.com");
        assert_eq!(exact.len(), 254);
        assert!(Email::new(&exact).is_ok());
        assert_eq!(Email::new(&exact.replace(".com", ".coma")), Err(EmailError::TooLong));
    }

    #[test]
    fn a_domain_under_a_reserved_name_is_told_from_a_mistyped_one() {
        for name in ["alt", "arpa", "invalid", "local", "localhost", "onion", "test", "Test"] {
            let address = format!("ada@mail.{name}");
            assert_eq!(Email::new(&address), Err(EmailError::DomainReserved), "{address}");
            assert!(Email::new(&format!("ada@{name}.example")).is_ok(), "{name}");
        }
        assert_eq!(Email::new("ada@example.c0m"), Err(EmailError::DomainInvalid));
    }

    #[test]
    fn the_octets_count_in_every_form_of_the_domain() {
        let local = "a".repeat(64);
        // 254 octets as written, more once the domain is in ASCII; and the other way round.
        let label = "\u{FC}bcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrs";
        let written = format!("{local}@{label}.{label}.{label}.de");
        assert!(written.len() < 254, "{}", written.len());
        assert_eq!(Email::new(&written), Err(EmailError::TooLong));
        let ascii = idna::domain_to_ascii(&"\u{660E}".repeat(50)).unwrap();
        let written = format!("{local}@{ascii}.{ascii}.de");
        assert!(written.len() < 254, "{}", written.len());
        assert_eq!(Email::new(&written), Err(EmailError::TooLong));
        // Composing shortens an address that was too long as it was written.
        let written = format!(
            "{}@{}.com",
            "e\u{301}".repeat(20),
            ["b".repeat(61), "c".repeat(61), "d".repeat(61)].join(".")
        );
        assert_eq!((written.len(), Email::new(&written)), (250, Email::new(&written)));
        let longer = written.replace('@', "eeeeee@");
        assert_eq!(Email::new(&longer), Err(EmailError::TooLong));
    }

    #[test]
    fn spellings_of_one_address_share_a_key() {
        let key = |address: &str| Email::new(address).unwrap().key();
        assert_eq!(key("Ada@Example.com"), key(" ada@EXAMPLE.COM"));
        assert_eq!(key("ada@bücher.example"), key("ada@xn--bcher-kva.example"));
        assert_eq!(key("jose\u{301}@example.com"), key("JOS\u{C9}@example.com"));
        assert_ne!(key("ada+news@example.com"), key("ada@example.com"));
    }
}
