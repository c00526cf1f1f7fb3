//! Email addresses: deliverable syntax, and the key two spellings of one address share. Knows no target's limits and
//! asks no name server.
//!
//! The rule is RFC 5321's mailbox with a dot-atom local part, UTF-8 allowed (RFC 6531), and a domain of at least two
//! labels that IDNA (UTS 46) accepts, within 64 and 254 octets. Quoted local parts, address literals, comments and
//! display names are refused, each with a code of its own.

use std::borrow::Cow;
use std::fmt;

use idna::AsciiDenyList;
use serde::{Deserialize, Serialize};

use crate::issue::{Code, Issue};
use crate::text;

/// An address as written, cleaned: trimmed and in NFC. Valid by this module's rule.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(Box<str>);

/// What two spellings of one address share: NFC, the domain lower-cased and in its ASCII form, the local part
/// case-folded. For matching only; never write to it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailKey(Box<str>);

/// Why a text is no deliverable address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EmailError {
    /// Nothing but white space.
    #[error("there is no address")]
    Missing,
    /// `Ada <ada@example.com>`.
    #[error("the address stands with a display name")]
    DisplayName,
    /// `ada(work)@example.com`.
    #[error("the address holds a comment")]
    Comment,
    /// `"ada l"@example.com`.
    #[error("the part before the `@` is quoted")]
    QuotedLocal,
    /// `ada@[192.0.2.1]`.
    #[error("the domain is an internet address in brackets")]
    AddressLiteral,
    /// No `@`.
    #[error("the address has no `@`")]
    NoAt,
    /// More than one `@`.
    #[error("the address has more than one `@`")]
    SeveralAts,
    /// Nothing before the `@`, or two dots together, or a dot at an end of it.
    #[error("the part before the `@` is empty, or has a dot at an end or two together")]
    LocalDots,
    /// A character that may not stand before the `@`.
    #[error("`{0}` may not stand before the `@`")]
    LocalCharacter(char),
    /// More than 64 octets before the `@`.
    #[error("the part before the `@` is longer than 64 octets")]
    LocalTooLong,
    /// More than 254 octets in all.
    #[error("the address is longer than 254 octets")]
    TooLong,
    /// A domain without a dot.
    #[error("the domain has no dot")]
    DomainDotless,
    /// A domain that IDNA does not accept, or whose last label is a number.
    #[error("the domain is not a valid name")]
    DomainInvalid,
}

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

    /// The issue, at no place yet.
    pub fn issue(self, value: &str) -> Issue {
        let issue = Issue::new(self.code()).with_message(self.to_string());
        if self == EmailError::Missing { issue } else { issue.with_value(value) }
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
        let cleaned = text::clean(address);
        check(&cleaned)?;
        Ok(Email(cleaned.into()))
    }

    /// The address as written, cleaned.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key that this address shares with its other spellings.
    pub fn key(&self) -> EmailKey {
        EmailKey(key(&self.0).into())
    }
}

impl EmailKey {
    /// The key of an address that was checked before.
    pub(crate) fn of_valid(address: &str) -> Self {
        EmailKey(key(address).into())
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What there is to say about one address: see [`check_email`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// What is wrong with it.
    pub issues: Vec<Issue>,
}

/// Checks one address.
///
/// ```
/// let check = memberferry::check_email("\"ada l\"@example.com");
/// assert!(!check.valid);
/// assert_eq!(check.issues[0].code, memberferry::Code::EmailQuotedLocal);
/// ```
pub fn check_email(address: &str) -> EmailCheck {
    match Email::new(address) {
        Ok(email) => {
            EmailCheck { valid: true, key: Some(email.key()), normalized: Some(email), issues: Vec::new() }
        }
        Err(error) => {
            EmailCheck { valid: false, normalized: None, key: None, issues: vec![error.issue(address)] }
        }
    }
}

/// Whether a byte may stand in a dot-atom: RFC 5322 `atext`, or part of a non-ASCII character.
const LOCAL_BYTE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
        {
            table[byte] = (byte as u8).is_ascii_alphanumeric()
                || matches!(
                    byte as u8,
                    b'!' | b'#'
                        | b'$'
                        | b'%'
                        | b'&'
                        | b'\''
                        | b'*'
                        | b'+'
                        | b'-'
                        | b'/'
                        | b'='
                        | b'?'
                        | b'^'
                        | b'_'
                        | b'`'
                        | b'{'
                        | b'|'
                        | b'}'
                        | b'~'
                )
                || byte >= 0x80;
        }
        byte += 1;
    }
    table
};

fn is_local_byte(byte: u8) -> bool {
    LOCAL_BYTE.get(usize::from(byte)).copied().unwrap_or(false)
}

/// Checks a cleaned address.
pub(crate) fn check(address: &str) -> Result<(), EmailError> {
    let Some(at) = memchr::memchr(b'@', address.as_bytes()) else {
        return Err(if address.is_empty() {
            EmailError::Missing
        } else {
            shape_error(address, EmailError::NoAt)
        });
    };
    let (Some(local), Some(domain)) = (address.get(..at), address.get(at + 1..)) else {
        return Err(EmailError::NoAt);
    };
    check_local(local).map_err(|error| shape_error(address, error))?;
    check_domain(domain).map_err(|error| shape_error(address, error))?;
    if address.len() > 254 { Err(EmailError::TooLong) } else { Ok(()) }
}

/// The error for an address as a whole: a display name, a comment, quotes or a literal say more than the character
/// they were noticed by.
fn shape_error(address: &str, error: EmailError) -> EmailError {
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
    if address.ends_with('>') && address.contains('<') {
        EmailError::DisplayName
    } else if address.starts_with('"') && address.contains("\"@") {
        EmailError::QuotedLocal
    } else if domain.starts_with('[') && domain.ends_with(']') {
        EmailError::AddressLiteral
    } else if address.contains('(') && address.contains(')') {
        EmailError::Comment
    } else if address.bytes().filter(|&byte| byte == b'@').count() > 1 {
        EmailError::SeveralAts
    } else {
        error
    }
}

fn check_local(local: &str) -> Result<(), EmailError> {
    let mut after_dot = true;
    for &byte in local.as_bytes() {
        if byte == b'.' {
            if after_dot {
                return Err(EmailError::LocalDots);
            }
            after_dot = true;
        } else if is_local_byte(byte) {
            after_dot = false;
        } else {
            return Err(EmailError::LocalCharacter(char::from(byte)));
        }
    }
    if after_dot {
        Err(EmailError::LocalDots)
    } else if local.len() > 64 {
        Err(EmailError::LocalTooLong)
    } else if local.is_ascii() {
        Ok(())
    } else {
        match local.chars().find(|&character| !character.is_ascii() && !is_visible(character)) {
            Some(character) => Err(EmailError::LocalCharacter(character)),
            None => Ok(()),
        }
    }
}

/// Whether a non-ASCII character may stand in a local part: not white space, a control, a mark that is drawn as
/// nothing, or a private or unassigned code.
fn is_visible(character: char) -> bool {
    !(character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}'))
}

fn check_domain(domain: &str) -> Result<(), EmailError> {
    let mut label_length = 0_usize;
    let mut dots = 0_usize;
    let mut previous = b'.';
    let mut label_has_letter = false;
    for &byte in domain.as_bytes() {
        match byte {
            b'.' => {
                if previous == b'.' || previous == b'-' || label_length > 63 {
                    return Err(EmailError::DomainInvalid);
                }
                dots += 1;
                label_length = 0;
                label_has_letter = false;
            }
            b'-' if previous == b'.' => return Err(EmailError::DomainInvalid),
            // Where the fourth character of a label may be the second hyphen of `xn--`, IDNA decides.
            b'-' if previous == b'-' => return check_international_domain(domain),
            b'-' => label_length += 1,
            b'0'..=b'9' => label_length += 1,
            b'a'..=b'z' | b'A'..=b'Z' => {
                label_length += 1;
                label_has_letter = true;
            }
            0x80.. => return check_international_domain(domain),
            _ => return Err(EmailError::DomainInvalid),
        }
        previous = byte;
    }
    if previous == b'.' || previous == b'-' || label_length > 63 {
        Err(EmailError::DomainInvalid)
    } else if dots == 0 {
        Err(EmailError::DomainDotless)
    } else if !label_has_letter || domain.len() > 253 {
        Err(EmailError::DomainInvalid)
    } else {
        Ok(())
    }
}

#[cold]
fn check_international_domain(domain: &str) -> Result<(), EmailError> {
    let ascii = ascii_domain(domain).ok_or(EmailError::DomainInvalid)?;
    let last = ascii.rsplit('.').next().unwrap_or_default();
    if !ascii.contains('.') {
        Err(EmailError::DomainDotless)
    } else if ascii.len() > 253 || last.bytes().all(|byte| byte.is_ascii_digit()) {
        Err(EmailError::DomainInvalid)
    } else {
        Ok(())
    }
}

/// The domain in its ASCII form, by UTS 46 with the host-name rules; absent where it has none.
fn ascii_domain(domain: &str) -> Option<Cow<'_, str>> {
    idna::uts46::Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            idna::uts46::Hyphens::CheckFirstLast,
            idna::uts46::DnsLength::Verify,
        )
        .ok()
}

/// Whether an address's key is the address in lower case: nothing to fold, nothing that IDNA would rewrite.
#[inline]
pub(super) fn is_plain(address: &str) -> bool {
    address.is_ascii() && memchr::memmem::find(address.as_bytes(), b"--").is_none()
}

/// Whether two valid, cleaned addresses share a key.
#[inline]
pub(super) fn same_key(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right) || (!(is_plain(left) && is_plain(right)) && key(left) == key(right))
}

/// The matching key of a valid, cleaned address.
pub(super) fn key(address: &str) -> String {
    if is_plain(address) {
        return address.to_ascii_lowercase();
    }
    match address.rsplit_once('@') {
        Some((local, domain)) => {
            let domain = ascii_domain(domain).unwrap_or(Cow::Borrowed(domain));
            format!("{}@{}", text::fold(local), domain.to_lowercase())
        }
        None => text::fold(address),
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
        ] {
            assert_eq!(Email::new(address).unwrap_err().code(), code, "{address}");
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
    fn spellings_of_one_address_share_a_key() {
        let key = |address: &str| Email::new(address).unwrap().key();
        assert_eq!(key("Ada@Example.com"), key(" ada@EXAMPLE.COM"));
        assert_eq!(key("ada@bücher.example"), key("ada@xn--bcher-kva.example"));
        assert_eq!(key("jose\u{301}@example.com"), key("JOS\u{C9}@example.com"));
        assert_ne!(key("ada+news@example.com"), key("ada@example.com"));
    }
}
