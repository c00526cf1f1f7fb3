//! People made unrecognisable: every address, name and id becomes a keyed pseudonym, the same for the same person. Does not know where they
//! stand in a report.

use std::collections::BTreeSet;

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;

use crate::contact::{Email, Secret};
use crate::plan::hex;
use crate::site::Site;
use crate::text::visible;
use crate::{Code, Issue, Refusal};

/// The key that pseudonyms are made with. Who has it can tell whether a pseudonym is that of an address, so it is kept as a secret is; who has
/// it not can tell nothing. With the same key a person has the same pseudonym in every report.
///
/// ```
/// use memberferry::PseudonymKey;
/// assert!(PseudonymKey::new("a long sentence that nobody guesses").is_ok());
/// assert!(PseudonymKey::new("secret").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PseudonymKey(Secret);

/// The text is too short for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key of pseudonyms has fewer than {} bytes", PseudonymKey::SHORTEST)]
pub struct PseudonymKeyError;

impl Refusal for PseudonymKeyError {
    fn code(&self) -> Code {
        Code::ArgumentInvalid
    }

    fn help(&self) -> String {
        "give a longer one that nobody can guess".to_owned()
    }
}

impl PseudonymKey {
    /// The fewest bytes of a key: as many as make guessing hopeless, if they are random.
    pub const SHORTEST: usize = 16;

    /// Takes a key into keeping.
    ///
    /// # Errors
    /// [`PseudonymKeyError`] where it is too short.
    pub fn new(text: &str) -> Result<Self, PseudonymKeyError> {
        if text.len() < Self::SHORTEST { Err(PseudonymKeyError) } else { Ok(PseudonymKey(Secret::new(text))) }
    }

    /// Twelve hexadecimal digits of the HMAC-SHA256 (RFC 2104) of a kind and a value.
    fn digits(&self, kind: &str, value: &str) -> String {
        // A key of any length is one.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.0.expose().as_bytes()) else {
            return String::new();
        };
        mac.update(kind.as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        let digits = hex(&mac.finalize().into_bytes());
        digits.chars().take(12).collect()
    }
}

/// What dynamic text becomes in a report. Control characters are always made visible.
pub struct Voice<'a> {
    key: Option<&'a PseudonymKey>,
    /// What the site's document names, which is no person's.
    vocabulary: BTreeSet<String>,
}

impl<'a> Voice<'a> {
    pub fn new(site: &Site, key: Option<&'a PseudonymKey>) -> Self {
        let mut vocabulary = BTreeSet::new();
        if key.is_some() {
            words(&crate::json::value(site.document()), &mut vocabulary);
        }
        Voice { key, vocabulary }
    }

    pub fn is_pseudonymised(&self) -> bool {
        self.key.is_some()
    }

    /// What belongs to the site, or to nobody. An address that stands in it is still a person's.
    pub fn plain(&self, text: &str) -> String {
        if self.key.is_none() || !text.contains('@') {
            return shown(text);
        }
        let piece = |piece: &str| {
            let word = piece.trim_end_matches(|last| parts_addresses(last) || last == '.');
            let behind = piece.strip_prefix(word).unwrap_or_default();
            if word.contains('@') && word != "@" { self.address(word) + &shown(behind) } else { shown(piece) }
        };
        text.split_inclusive(parts_addresses).map(piece).collect()
    }

    /// An address.
    pub fn address(&self, address: &str) -> String {
        self.keyed(address, |key| {
            let folded = match Email::new(address) {
                Ok(email) => email.key().as_str().to_owned(),
                Err(_) => crate::text::fold(address),
            };
            format!("person-{}@example.invalid", key.digits("address", &folded))
        })
    }

    /// A person's name.
    pub fn name(&self, name: &str) -> String {
        self.keyed(name, |key| format!("name-{}", key.digits("name", name)))
    }

    /// An id of a person, an order or a subscription.
    pub fn id(&self, id: &str) -> String {
        self.keyed(id, |key| format!("id-{}", key.digits("id", id)))
    }

    /// What somebody wrote as they liked: it is withheld, because nobody can tell what is in it.
    pub fn free(&self, text: &str) -> String {
        self.keyed(text, |_| "[withheld]".to_owned())
    }

    /// A value that may be anything: what the site's document names stays.
    pub fn value(&self, value: &str) -> String {
        self.keyed(value, |key| match value {
            known if self.vocabulary.contains(known) => self.plain(known),
            address if address.contains('@') => self.address(address),
            other => format!("value-{}", key.digits("value", other)),
        })
    }

    /// A message of this library, where input stands between back-ticks. Where the input itself holds back-ticks, nobody can tell where it
    /// ends: all between the first and the last is one value.
    pub fn message(&self, message: &str) -> String {
        if self.key.is_none() {
            return shown(message);
        }
        let parts: Vec<&str> = message.split('`').collect();
        let is_known = |part: &&str| self.vocabulary.contains(*part);
        let are_known = parts.len() % 2 == 1 && parts.iter().skip(1).step_by(2).all(is_known);
        match (parts.as_slice(), message.split_once('`'), message.rsplit_once('`')) {
            ([before, value], ..) => format!("{}`{}", self.plain(before), self.value(value)),
            ([before, value, after], ..) => {
                format!("{}`{}`{}", self.plain(before), self.value(value), self.plain(after))
            }
            (_, Some((before, rest)), Some((_, after))) if !are_known => {
                let value = rest.rsplit_once('`').map_or(rest, |(value, _)| value);
                format!("{}`{}`{}", self.plain(before), self.value(value), self.plain(after))
            }
            _ => self.plain(message),
        }
    }

    fn keyed(&self, text: &str, pseudonym: impl FnOnce(&PseudonymKey) -> String) -> String {
        match self.key {
            Some(key) if !text.is_empty() => pseudonym(key),
            _ => shown(text),
        }
    }
}

/// A text with its control characters made visible.
fn shown(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// Whether a sign stands between an address and the words around it. A quoted part with blanks in it is not held together.
fn parts_addresses(sign: char) -> bool {
    sign.is_whitespace() || sign.is_control() || "<>()[]{},;:|`\"\u{201c}\u{201d}\u{201e}".contains(sign)
}

/// Every text of a document that is no address.
fn words(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if !text.contains('@') => {
            into.insert(text.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| words(value, into)),
        Value::Object(values) => values.values().for_each(|value| words(value, into)),
        _ => {}
    }
}

/// An issue as a report shows it: severity, code, message, value, place and remedy.
pub fn issue_row(issue: &Issue, voice: &Voice<'_>) -> Vec<String> {
    let severity = match issue.severity() {
        crate::Severity::Info => "info",
        crate::Severity::Warning => "warning",
        crate::Severity::Error => "error",
    };
    let value = issue.value.as_ref().map(|value| voice.value(value.as_str())).unwrap_or_default();
    let place = voice.plain(&issue.location.to_string());
    let (message, help) = (voice.message(&issue.message), voice.message(issue.help()));
    vec![severity.to_owned(), issue.code.name().to_owned(), message, value, place, help]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &[u8] = br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "tags": ["Gold"]}"#;

    #[test]
    fn a_key_gives_the_digits_of_hmac_sha256() {
        // Worked out with Python's `hmac`: HMAC-SHA256 over "address", a zero byte and the address.
        let key = PseudonymKey::new("0123456789abcdef").unwrap();
        let site = Site::from_json(SITE).unwrap();
        let voice = Voice::new(&site, Some(&key));
        assert_eq!(voice.address("Ada@Example.com"), "person-4f2ae7ddc2e6@example.invalid");
        assert_eq!(voice.address("Ada@Example.com"), voice.address("ada@example.com"));
        assert_eq!(format!("{key:?}"), "PseudonymKey([secret])");
    }

    #[test]
    fn an_address_within_a_text_goes_and_the_words_around_it_stay() {
        let key = PseudonymKey::new("0123456789abcdef").unwrap();
        let site = Site::from_json(SITE).unwrap();
        let voice = Voice::new(&site, Some(&key));
        let ada = voice.address("ada@example.com");
        for (text, expected) in [
            ("Referred by ada@example.com", format!("Referred by {ada}")),
            ("ref:Ada@Example.com", format!("ref:{ada}")),
            ("Ada <ada@example.com>, twice (ada@example.com).", format!("Ada <{ada}>, twice ({ada}).")),
            ("ada@example.com\tada@example.com", format!("{ada}␉{ada}")),
            ("Gold @ home", "Gold @ home".to_owned()),
        ] {
            assert_eq!(voice.plain(text), expected);
            assert_eq!(voice.message(text), expected);
            assert_eq!(Voice::new(&site, None).plain(text), super::shown(text));
        }
    }

    #[test]
    fn input_in_messages_goes_and_what_the_site_names_stays() {
        let key = PseudonymKey::new("0123456789abcdef").unwrap();
        let site = Site::from_json(SITE).unwrap();
        let voice = Voice::new(&site, Some(&key));
        assert_eq!(voice.message("the tag `Gold` is there"), "the tag `Gold` is there");
        assert_eq!(voice.message("`Gold` and `Gold`"), "`Gold` and `Gold`");
        for message in [
            "is `Ada` there",
            "`Ada` or `Gold`",
            "the name `Ada`Lovelace` is odd",
            "`Gold` for ada@Ada",
            "`Ada",
        ] {
            assert!(!voice.message(message).contains("Ada"), "{}", voice.message(message));
            assert!(!voice.message(message).contains("Lovelace"));
        }
        assert_eq!(Voice::new(&site, None).message("is `Ada` there\n"), "is `Ada` there␊");
    }
}
