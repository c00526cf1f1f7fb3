//! `Passwords`: the password of an operation that a host is about to carry out. The only place where a plan and secrets meet. Does not
//! keep what it hands out, nor know who asks.

use std::fmt;
use std::sync::Arc;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::build::ordered_keys;
use super::{Change, Operation, OperationKind, PasswordRules, PasswordSource, Phase, Plan};
use crate::contact::{Merged, merge_contacts};
use crate::{Code, Contacts, EmailKey, HashKind, Location, Password, Refusal, Secret};

/// A password for a user, as the host stores it. Prints as `[secret]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewPassword {
    /// A hash, to be stored as it is.
    Hash(Secret),
    /// The password itself, to be hashed as the target does, and not kept otherwise.
    Plaintext(Secret),
}

impl NewPassword {
    /// What it is: `hash` or `plaintext`.
    pub const fn name(&self) -> &'static str {
        match self {
            NewPassword::Hash(_) => "hash",
            NewPassword::Plaintext(_) => "plaintext",
        }
    }

    /// The secret itself.
    pub fn secret(&self) -> &Secret {
        match self {
            NewPassword::Hash(secret) | NewPassword::Plaintext(secret) => secret,
        }
    }
}

/// Why there is no password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// The seed has too few bytes.
    #[error("the seed has {length} bytes, and {} is the least", Passwords::SEED_BYTES)]
    SeedShort {
        /// How many it has.
        length: usize,
    },
    /// The contacts hold no such password as the plan was made with.
    #[error("the password of `{email}` is not the one that the plan was made with, or is not there")]
    Unavailable {
        /// Whose.
        email: EmailKey,
    },
}

impl Refusal for PasswordError {
    fn code(&self) -> Code {
        match self {
            PasswordError::SeedShort { .. } => Code::PasswordSeedShort,
            PasswordError::Unavailable { .. } => Code::PasswordUnavailable,
        }
    }

    fn location(&self) -> Location {
        Location::default().with_field(match self {
            PasswordError::SeedShort { .. } => "seed",
            PasswordError::Unavailable { .. } => "password",
        })
    }

    fn help(&self) -> String {
        self.code().remedy().to_owned()
    }
}

/// The passwords of a plan's new users, each made or looked up when it is asked for.
///
/// A password that is made up follows from the seed and the key of the user's address: HMAC-SHA-256 under the seed. A run that goes on
/// with the same seed gives the same ones; nobody without the seed can tell any. The host makes the seed out of its system's randomness, and
/// keeps it for as long as the run lasts, and no longer: whoever has it has the passwords.
///
/// ```
/// use memberferry::{Contact, Contacts, Email, NewPassword, Passwords, Plan, PlanOptions, Secret, Site, Snapshot};
/// # let site = Site::from_json(br#"{"format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
/// #     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}}"#)?;
/// # let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
/// # let mut options = PlanOptions::new("2024-05-01T00:00:00Z".parse()?);
/// # options.import_all_contacts = true;
/// # let plan = Plan::build(&site, &contacts, &Snapshot::default(), &options)?;
/// let passwords = Passwords::new(&plan, &contacts, Secret::new("0123456789abcdef, but random"))?;
/// for operation in plan.operations() {
///     if let Some(NewPassword::Plaintext(password)) = passwords.of(&operation)? {
///         assert_eq!(password.expose().len(), 20); // the host hashes it and stores the hash
///     }
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Passwords<'a> {
    contacts: Held<'a>,
    /// Ascending, each with its contact's place.
    keys: Vec<(EmailKey, usize)>,
    seed: Secret,
    rules: PasswordRules,
}

/// Contacts with one for each address, as a plan takes them.
enum Held<'a> {
    AsGiven(&'a Contacts),
    Shared(Arc<Contacts>),
    Merged(Box<Merged>),
}

impl Held<'_> {
    fn contacts(&self) -> &Contacts {
        match self {
            Held::AsGiven(contacts) => contacts,
            Held::Shared(contacts) => contacts,
            Held::Merged(merged) => &merged.contacts,
        }
    }
}

impl fmt::Debug for Passwords<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Passwords").field("contacts", &self.keys.len()).finish_non_exhaustive()
    }
}

impl<'a> Passwords<'a> {
    /// The least bytes of a seed.
    pub const SEED_BYTES: usize = 16;

    /// The passwords of a plan, from the contacts that it was made from and the seed of the run. The rules are those of the plan.
    ///
    /// # Errors
    /// [`PasswordError::SeedShort`] where the seed has fewer than [`SEED_BYTES`](Self::SEED_BYTES) bytes.
    pub fn new(plan: &Plan, contacts: &'a Contacts, seed: Secret) -> Result<Self, PasswordError> {
        Self::of_held(plan, Held::AsGiven(contacts), seed)
    }

    /// The same, from contacts that several own: what a host keeps for as long as a run lasts.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn shared(
        plan: &Plan,
        contacts: Arc<Contacts>,
        seed: Secret,
    ) -> Result<Passwords<'static>, PasswordError> {
        Passwords::of_held(plan, Held::Shared(contacts), seed)
    }

    fn of_held(plan: &Plan, mut held: Held<'a>, seed: Secret) -> Result<Self, PasswordError> {
        let length = seed.expose().len();
        if length < Self::SEED_BYTES {
            return Err(PasswordError::SeedShort { length });
        }
        let options = &plan.header().options;
        let mut keys = ordered_keys(held.contacts());
        let is_merged = keys.iter().zip(keys.iter().skip(1)).all(|((left, _), (right, _))| left != right);
        if !is_merged {
            let merged = merge_contacts(std::slice::from_ref(held.contacts()), options.duplicates);
            keys = ordered_keys(&merged.contacts);
            held = Held::Merged(Box::new(merged));
        }
        Ok(Passwords { contacts: held, keys, seed, rules: options.password_rules.clone() })
    }

    /// Whether every password that the plan keeps is there: what a host asks before it changes anything.
    ///
    /// # Errors
    /// [`PasswordError::Unavailable`] for the first user whose password is not.
    pub fn check(&self, plan: &Plan) -> Result<(), PasswordError> {
        if plan.summary().of_kind(OperationKind::SetPassword) == 0 {
            return Ok(());
        }
        let operations = plan.phase_range(Phase::Passwords).filter_map(|place| plan.operation(place));
        let keeps = |operation: &Operation| matches!(operation.change, Change::SetPassword(_));
        operations.filter(keeps).try_for_each(|operation| self.of(&operation).map(drop))
    }

    /// The password that an operation needs: for `reset-password` and `send-credentials` the one that is made up, for `set-password` the one that is
    /// kept. Absent for any other operation.
    ///
    /// # Errors
    /// [`PasswordError::Unavailable`] where the contacts do not hold the password that is to be kept.
    pub fn of(&self, operation: &Operation) -> Result<Option<NewPassword>, PasswordError> {
        let Some(email) = operation.subject.email() else { return Ok(None) };
        match &operation.change {
            Change::ResetPassword | Change::SendCredentials => {
                Ok(Some(NewPassword::Plaintext(self.generated(email))))
            }
            Change::SetPassword(set) => {
                let kept = self.kept(email, &set.from);
                kept.map(Some).ok_or_else(|| PasswordError::Unavailable { email: email.clone() })
            }
            _ => Ok(None),
        }
    }

    /// The password of a contact, as the target has to have it; absent where it is not of the kind that the plan says.
    fn kept(&self, email: &EmailKey, from: &PasswordSource) -> Option<NewPassword> {
        let contacts = self.contacts.contacts();
        let at = self.keys.binary_search_by(|(key, _)| key.cmp(email)).ok()?;
        let contact = contacts.get(self.keys.get(at)?.1)?;
        match (from, contact.password()) {
            (PasswordSource::Field, Password::Plaintext(secret)) if self.rules.accept(secret) => {
                Some(NewPassword::Plaintext(secret.clone()))
            }
            (PasswordSource::Hash { hash, stored_as }, Password::Hash(kind, secret)) if hash == kind => {
                Some(NewPassword::Hash(as_stored(secret, *kind, *stored_as)))
            }
            _ => None,
        }
    }

    /// The password that is made up for the user of a key.
    fn generated(&self, email: &EmailKey) -> Secret {
        let mut stream = Stream::new(&self.seed, email);
        let alphabets = self.rules.alphabets();
        let all: Vec<u8> = alphabets.concat();
        let mut password = Zeroizing::new(Vec::with_capacity(usize::from(self.rules.generated_length())));
        for alphabet in &alphabets {
            password.extend(stream.one_of(alphabet));
        }
        while password.len() < usize::from(self.rules.generated_length()) {
            password.extend(stream.one_of(&all));
        }
        // The first ones are of known classes: shuffled, nobody knows where they stand.
        for last in (1..password.len()).rev() {
            let other = stream.below(last + 1);
            password.swap(last, other);
        }
        Secret::new(std::str::from_utf8(&password).unwrap_or_default())
    }
}

/// A hash under the prefix and in the letters that the target checks.
fn as_stored(hash: &Secret, kind: HashKind, stored_as: Option<HashKind>) -> Secret {
    match (kind, stored_as) {
        (HashKind::PhpassPhpbb, Some(HashKind::Phpass)) => {
            let rest = hash.expose().strip_prefix("$H$").unwrap_or_default();
            Secret::new(&Zeroizing::new(format!("$P${rest}")))
        }
        // Targets compare digits as they stand.
        (HashKind::Md5, _) => Secret::new(&Zeroizing::new(hash.expose().to_ascii_lowercase())),
        _ => hash.clone(),
    }
}

/// Bytes that follow from a seed and a user and look like chance: HMAC-SHA-256 under the seed, over a label, a counter and the key.
struct Stream<'a> {
    seed: &'a Secret,
    email: &'a EmailKey,
    counter: u32,
    block: Zeroizing<Vec<u8>>,
}

impl<'a> Stream<'a> {
    fn new(seed: &'a Secret, email: &'a EmailKey) -> Self {
        Stream { seed, email, counter: 0, block: Zeroizing::new(Vec::new()) }
    }

    fn byte(&mut self) -> u8 {
        if let Some(byte) = self.block.pop() {
            return byte;
        }
        // A key of any length is taken.
        if let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(self.seed.expose().as_bytes()) {
            hmac.update(b"memberferry password\0");
            hmac.update(&self.counter.to_be_bytes());
            hmac.update(self.email.as_str().as_bytes());
            self.block.extend_from_slice(&hmac.finalize().into_bytes());
        }
        self.counter = self.counter.wrapping_add(1);
        self.block.pop().unwrap_or_default()
    }

    /// A number below a bound of at most 256, each as likely as any other.
    fn below(&mut self, bound: usize) -> usize {
        let fair = 256 - 256 % bound.clamp(1, 256);
        loop {
            let byte = usize::from(self.byte());
            if byte < fair {
                return byte % bound.max(1);
            }
        }
    }

    fn one_of(&mut self, alphabet: &[u8]) -> Option<u8> {
        let place = self.below(alphabet.len());
        alphabet.get(place).copied()
    }
}
