//! Password material: held, never shown. It has no serialised form, prints as `[secret]`, and its memory is wiped when
//! it is dropped. Knows nothing of what a target accepts.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A secret text. Reading it takes a call that says so: [`Secret::expose`].
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes a secret into keeping.
    pub fn new(text: &str) -> Self {
        Secret(Zeroizing::new(text.to_owned()))
    }

    /// The secret itself. Whoever calls this answers for where it goes.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[secret]")
    }
}

/// How a password was stored by the source. A hash that is not whole by its kind's form is [`Other`](HashKind::Other): no
/// target could check it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum HashKind {
    /// PHPass as WordPress writes it, `$P$…`.
    Phpass,
    /// The same under phpBB's name for it, `$H$…`.
    PhpassPhpbb,
    /// bcrypt, `$2y$…`, `$2a$…` or `$2b$…`.
    Bcrypt,
    /// bcrypt over a digest of the password, as WordPress writes it from 6.8 on, `$wp$2y$…`.
    WordpressBcrypt,
    /// Argon2id, `$argon2id$…`.
    Argon2id,
    /// Another Argon2, `$argon2i$…` or `$argon2d$…`.
    Argon2,
    /// SHA-512 of `crypt`, `$6$…`.
    Sha512Crypt,
    /// 32 hexadecimal digits: MD5 without salt.
    Md5,
    /// Anything else.
    Other,
}

impl HashKind {
    /// The kind of a hash, by its prefix and form.
    pub fn of(hash: &str) -> Self {
        let is_radix64 =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'/'));
        // 22 characters of salt and 31 of hash, behind a cost of two digits.
        let is_bcrypt = |hash: &str| {
            let Some((cost, rest)) = hash.strip_prefix("$2").and_then(|rest| rest.split_at_checked(5)) else {
                return false;
            };
            matches!(cost.as_bytes(), [b'y' | b'a' | b'b', b'$', b'0'..=b'9', b'0'..=b'9', b'$'])
                && rest.len() == 53
                && is_radix64(rest)
        };
        let is_phpass = |rest: &str| rest.len() == 31 && is_radix64(rest);
        let has_parts =
            |count: usize| hash.split('$').skip(1).filter(|part| !part.is_empty()).count() == count;
        if hash.strip_prefix("$P$").is_some_and(is_phpass) {
            HashKind::Phpass
        } else if hash.strip_prefix("$H$").is_some_and(is_phpass) {
            HashKind::PhpassPhpbb
        } else if is_bcrypt(hash) {
            HashKind::Bcrypt
        } else if hash.strip_prefix("$wp").is_some_and(is_bcrypt) {
            HashKind::WordpressBcrypt
        } else if hash.starts_with("$argon2id$") && has_parts(5) {
            HashKind::Argon2id
        } else if (hash.starts_with("$argon2i$") || hash.starts_with("$argon2d$")) && has_parts(5) {
            HashKind::Argon2
        } else if hash.starts_with("$6$")
            && hash.rsplit('$').next().is_some_and(|last| last.len() == 86 && is_radix64(last))
        {
            HashKind::Sha512Crypt
        } else if hash.len() == 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            HashKind::Md5
        } else {
            HashKind::Other
        }
    }

    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            HashKind::Phpass => "phpass",
            HashKind::PhpassPhpbb => "phpass-phpbb",
            HashKind::Bcrypt => "bcrypt",
            HashKind::WordpressBcrypt => "wordpress-bcrypt",
            HashKind::Argon2id => "argon2id",
            HashKind::Argon2 => "argon2",
            HashKind::Sha512Crypt => "sha512-crypt",
            HashKind::Md5 => "md5",
            HashKind::Other => "other",
        }
    }
}

impl fmt::Display for HashKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// What the source gave of a person's password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Password {
    /// Nothing.
    #[default]
    None,
    /// The password itself, in a field of the source.
    Plaintext(Secret),
    /// A hash of it.
    Hash(HashKind, Secret),
}

impl Password {
    /// Takes a hash, telling its kind by its form.
    pub fn from_hash(hash: &str) -> Self {
        Password::Hash(HashKind::of(hash), Secret::new(hash))
    }

    /// Whether there is anything.
    pub fn is_some(&self) -> bool {
        !matches!(self, Password::None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_never_prints_itself() {
        let password = Password::Plaintext(Secret::new("correct horse"));
        assert_eq!(format!("{password:?}"), "Plaintext([secret])");
        let hash = Password::from_hash("$P$BDMJH/qCLaUc5Lj8Oiwp7XmWzrCcJ21");
        assert_eq!(format!("{hash:?}"), "Hash(Phpass, [secret])");
    }

    #[test]
    fn a_kind_is_told_by_prefix_and_form() {
        let radix = |length: usize| "a./9".repeat(length).chars().take(length).collect::<String>();
        for (hash, kind) in [
            (format!("$P${}", radix(31)), "phpass"),
            (format!("$P${}", radix(30)), "other"),
            (format!("$H${}", radix(31)), "phpass-phpbb"),
            (format!("$2y$10${}", radix(53)), "bcrypt"),
            (format!("$2x$10${}", radix(53)), "other"),
            (format!("$2b$10${}", radix(52)), "other"),
            (format!("$wp$2y$10${}", radix(53)), "wordpress-bcrypt"),
            (format!("$6$salt${}", radix(86)), "sha512-crypt"),
            ("$argon2id$v=19$m=65536,t=4,p=1$c2FsdA$aGFzaA".to_owned(), "argon2id"),
            ("$argon2i$v=19$m=65536,t=4,p=1$c2FsdA$aGFzaA".to_owned(), "argon2"),
            ("$argon2id$v=19".to_owned(), "other"),
            ("0cc175b9c0f1b6a831c399e269772661".to_owned(), "md5"),
            ("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb".to_owned(), "other"),
        ] {
            assert_eq!(HashKind::of(&hash).name(), kind, "{kind}");
            assert_eq!(serde_json::to_string(&HashKind::of(&hash)).unwrap(), format!("\"{kind}\""));
        }
    }
}
