//! What kind of system the target is, and what follows from that: how it stores a login name, an address, a name and a password
//! hash. Does not know any contact; what one system does in particular is in a file of its own.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::hex;
use super::wordpress;
use crate::{Email, EmailKey, Excerpt, HashKind};

/// What kind of system the target is. On the wire tagged by `kind`.
///
/// ```
/// use memberferry::TargetProfile;
/// let target: TargetProfile = serde_json::from_str(r#"{"kind": "wordpress", "version": "6.8.7"}"#)?;
/// assert_eq!(target.to_string(), "WordPress 6.8");
/// assert!(TargetProfile::default().is_generic());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "Wire", into = "Wire")]
pub enum TargetProfile {
    /// A system that stores what it is given. It can check hashes of PHPass and bcrypt.
    #[default]
    Generic,
    /// WordPress, whose limits and rewriting were measured; see [`wordpress_login`](super::wordpress_login) and its neighbours.
    Wordpress {
        /// Its version: from 6.8 on it hashes passwords with bcrypt and checks other kinds than before.
        version: WordpressVersion,
    },
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a target object")]
enum Wire {
    Generic {},
    Wordpress { version: WordpressVersion },
}

impl From<Wire> for TargetProfile {
    fn from(wire: Wire) -> Self {
        match wire {
            Wire::Generic {} => TargetProfile::Generic,
            Wire::Wordpress { version } => TargetProfile::Wordpress { version },
        }
    }
}

impl From<TargetProfile> for Wire {
    fn from(target: TargetProfile) -> Self {
        match target {
            TargetProfile::Generic => Wire::Generic {},
            TargetProfile::Wordpress { version } => Wire::Wordpress { version },
        }
    }
}

/// A version of WordPress as `6.8`. What stands behind the second number makes no difference here and is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct WordpressVersion {
    major: u16,
    minor: u16,
}

/// Why a text is no version of WordPress.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a version of WordPress such as 6.8")]
pub struct WordpressVersionError(Excerpt);

impl WordpressVersion {
    /// The first version that hashes with bcrypt.
    pub const WITH_BCRYPT: WordpressVersion = WordpressVersion { major: 6, minor: 8 };

    /// Takes a version as WordPress writes it: two or three numbers parted by dots.
    ///
    /// # Errors
    /// [`WordpressVersionError`] for anything else.
    pub fn new(text: &str) -> Result<Self, WordpressVersionError> {
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = text.split('.').collect();
        let numbers = match parts.as_slice() {
            [major, minor] | [major, minor, _] if parts.iter().all(|part| is_number(part)) => {
                major.parse().ok().zip(minor.parse().ok())
            }
            _ => None,
        };
        let (major, minor) = numbers.ok_or_else(|| WordpressVersionError(Excerpt::new(text)))?;
        Ok(WordpressVersion { major, minor })
    }
}

impl TryFrom<String> for WordpressVersion {
    type Error = WordpressVersionError;
    fn try_from(text: String) -> Result<Self, WordpressVersionError> {
        Self::new(&text)
    }
}

impl From<WordpressVersion> for String {
    fn from(version: WordpressVersion) -> String {
        version.to_string()
    }
}

impl fmt::Display for WordpressVersion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

impl fmt::Display for TargetProfile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TargetProfile::Generic => formatter.write_str("the target"),
            TargetProfile::Wordpress { version } => write!(formatter, "WordPress {version}"),
        }
    }
}

/// What the target makes of an address.
pub(super) enum StoredAddress {
    AsItIs,
    /// The domain has to be written in Punycode, and then it is stored as it is.
    InPunycode(Email),
    /// Why not.
    NotAtAll(String),
}

/// What the target makes of a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HashFate {
    Kept,
    /// It has to be written as that of another kind.
    StoredAs(HashKind),
    Refused,
}

impl TargetProfile {
    /// Whether nothing particular is known of the target.
    pub fn is_generic(&self) -> bool {
        *self == TargetProfile::Generic
    }

    /// The most characters of a login name; absent where there is no bound.
    pub(super) fn longest_login(&self) -> Option<usize> {
        (!self.is_generic()).then_some(wordpress::LONGEST_LOGIN)
    }

    /// Whether a login name is stored as it is.
    pub(super) fn stores_login(&self, login: &str) -> bool {
        self.is_generic() || wordpress::stores_login(login)
    }

    /// What is made of a login name, in words.
    pub(super) fn on_login(&self, login: &str) -> String {
        let made = wordpress::wordpress_login(login);
        if made != login && !made.is_empty() && made.len() <= wordpress::LONGEST_LOGIN {
            format!("{self} would make `{}` of it", Excerpt::new(&made))
        } else {
            format!("{self} would refuse it")
        }
    }

    /// A login name that the target stores as it is, made of one that it does not, for the person of a key.
    pub(super) fn login_instead(&self, wanted: &str, key: &EmailKey) -> String {
        let login = wordpress::login_instead(wanted);
        if !login.is_empty() && self.stores_login(&login) {
            return login;
        }
        let hash = Sha256::new_with_prefix(key.as_str()).finalize();
        format!("member-{}", hex(hash.get(..6).unwrap_or_default()))
    }

    /// What two texts share that the target takes for the same.
    pub(super) fn collation_key<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self {
            TargetProfile::Generic => Cow::Borrowed(text),
            TargetProfile::Wordpress { .. } => Cow::Owned(wordpress::wordpress_collation_key(text)),
        }
    }

    /// What is made of an address.
    pub(super) fn on_address(&self, email: &Email) -> StoredAddress {
        if self.is_generic() {
            return StoredAddress::AsItIs;
        }
        let ascii = email.with_ascii_domain();
        let made = wordpress::wordpress_email(ascii.as_str());
        if made != ascii.as_str() {
            return StoredAddress::NotAtAll(match made.as_str() {
                "" => format!("{self} would store no address at all"),
                made => {
                    format!(
                        "{self} would store `{}` in its place, which is another address",
                        Excerpt::new(made)
                    )
                }
            });
        }
        if ascii.as_str().len() > wordpress::LONGEST_EMAIL {
            let longest = wordpress::LONGEST_EMAIL;
            return StoredAddress::NotAtAll(format!("{self} keeps {longest} characters of an address"));
        }
        if ascii == *email { StoredAddress::AsItIs } else { StoredAddress::InPunycode(ascii) }
    }

    /// What is made of a hash, so that its password still logs in.
    pub(super) fn on_hash(&self, kind: HashKind) -> HashFate {
        match self {
            TargetProfile::Generic => match kind {
                HashKind::Phpass | HashKind::PhpassPhpbb | HashKind::Bcrypt => HashFate::Kept,
                _ => HashFate::Refused,
            },
            TargetProfile::Wordpress { version } => wordpress::on_hash(*version, kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> WordpressVersion {
        WordpressVersion::new(text).unwrap()
    }

    #[test]
    fn versions_are_ordered_by_number_and_nothing_else_is_one() {
        assert!(version("6.1.9") < version("6.8") && version("6.8") < version("6.10.2"));
        assert_eq!(version("7.1.4").to_string(), "7.1");
        for text in ["", "6", "6.", "6.8.1.2", "6.x", "+6.8", "6.8-beta", "70000.1"] {
            assert!(WordpressVersion::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_profile_is_one_object_and_an_unknown_field_is_refused() {
        for text in [r#"{"kind":"generic"}"#, r#"{"kind":"wordpress","version":"6.8"}"#] {
            let target: TargetProfile = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&target).unwrap(), text);
        }
        for text in
            [r#"{"kind":"generic","version":"6.8"}"#, r#"{"kind":"wordpress"}"#, r#"{"kind":"joomla"}"#]
        {
            assert!(serde_json::from_str::<TargetProfile>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_login_is_made_of_the_wanted_one_or_of_the_key() {
        let target = TargetProfile::Wordpress { version: version("6.8") };
        let key = Email::new("a+b@example.com").unwrap().key();
        assert_eq!(target.login_instead("a+b@example.com", &key), "a-b-at-example.com");
        assert_eq!(target.login_instead("Zo\u{eb}", &key), "Zoe");
        let other = target.login_instead("\u{418}\u{432}\u{430}\u{43d}", &key);
        assert!(other.starts_with("member-") && target.stores_login(&other), "{other}");
    }

    #[test]
    fn an_address_is_stored_as_it_is_in_punycode_or_not_at_all() {
        let target = TargetProfile::Wordpress { version: version("6.8") };
        let on = |address: &str| match target.on_address(&Email::new(address).unwrap()) {
            StoredAddress::AsItIs => "as it is".to_owned(),
            StoredAddress::InPunycode(email) => email.to_string(),
            StoredAddress::NotAtAll(why) => why,
        };
        assert_eq!(on("o'brien+x@example.org"), "as it is");
        assert_eq!(on("zoe@m\u{fc}ller.example"), "zoe@xn--mller-kva.example");
        assert!(on("zo\u{eb}@example.org").contains("`zo@example.org`"));
        assert!(on("zo\u{eb}@m\u{fc}ller.example").contains("`zo@xn--mller-kva.example`"));
        assert!(on("a&b@example.org").contains("`a&amp;b@example.org`"));
        let label = "b".repeat(40);
        assert_eq!(on(&format!("{}@{label}.example", "a".repeat(51))), "as it is");
        assert_eq!(
            on(&format!("{}@{label}.example", "a".repeat(52))),
            "WordPress 6.8 keeps 100 characters of an address"
        );
    }
}
