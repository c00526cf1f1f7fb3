//! Password material: held, never shown. It has no serialised form, prints as `[secret]`, and its memory is wiped when
//! it is dropped. Knows nothing of what a target accepts.

use std::fmt;

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

/// How a password was stored by the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum HashKind {
    /// PHPass as WordPress writes it, `$P$…`, or as phpBB does, `$H$…`.
    Phpass,
    /// bcrypt, `$2y$…`, also behind WordPress's own `$wp$` prefix.
    Bcrypt,
    /// Argon2, `$argon2id$…`.
    Argon2,
    /// 32 hexadecimal digits: MD5 without salt.
    Md5,
    /// Anything else.
    Other,
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
    /// Takes a hash, telling its kind by its prefix.
    pub fn from_hash(hash: &str) -> Self {
        let kind = if hash.starts_with("$P$") || hash.starts_with("$H$") {
            HashKind::Phpass
        } else if hash.starts_with("$2") || hash.starts_with("$wp$2") {
            HashKind::Bcrypt
        } else if hash.starts_with("$argon2") {
            HashKind::Argon2
        } else if hash.len() == 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            HashKind::Md5
        } else {
            HashKind::Other
        };
        Password::Hash(kind, Secret::new(hash))
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
}
