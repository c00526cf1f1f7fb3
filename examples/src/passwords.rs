//! The passwords of a run: the seed that those which are made up follow from, and what of them this site keeps. Does not know SQL.

use std::path::Path;

use memberferry::{Contacts, NewPassword, Operation, PasswordPolicy, Passwords, Plan, Secret};

use crate::stop::{Ending, Stop};

/// The variable of the environment that holds the seed.
pub const SEED: &str = "MEMBERFERRY_SEED";
/// The policies by the names that the command line takes.
pub const POLICIES: [(&str, PasswordPolicy); 4] = [
    ("reset-quietly", PasswordPolicy::ResetQuietly),
    ("reset-and-notify", PasswordPolicy::ResetAndNotify),
    ("keep-hash", PasswordPolicy::KeepHash),
    ("keep-from-field", PasswordPolicy::KeepFromField),
];

/// What this site keeps of a new user's password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The hash that the source had.
    Hash(Secret),
    /// That there is one. A site that people log in to would store a hash of its own; this one has no log-in.
    Marker,
}

/// The policy of a name.
pub fn policy(name: &str) -> Option<PasswordPolicy> {
    POLICIES.into_iter().find(|(other, _)| *other == name).map(|(_, policy)| policy)
}

/// The name of a policy.
pub fn name_of(policy: PasswordPolicy) -> &'static str {
    POLICIES.into_iter().find(|(_, other)| *other == policy).map_or("another policy", |(name, _)| name)
}

/// The passwords of a plan, with the seed of the environment or else one of the system's randomness.
///
/// A run that goes on with another seed makes up other passwords for those who have none yet, which does no harm here: nobody was told of
/// the first ones.
pub fn of_run<'a>(plan: &Plan, contacts: &'a Contacts) -> Result<Passwords<'a>, Stop> {
    let seed = match std::env::var(SEED) {
        Ok(seed) => Secret::new(&seed),
        Err(std::env::VarError::NotPresent) => from_the_system()?,
        Err(std::env::VarError::NotUnicode(_)) => {
            return Err(Stop::failed(Path::new(SEED), "the seed is not Unicode", "give it as text"));
        }
    };
    Passwords::new(plan, contacts, seed)
        .map_err(|error| Stop::refused(Path::new(SEED), &error).ending_as(Ending::Failed))
}

fn from_the_system() -> Result<Secret, Stop> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| {
        Stop::failed(Path::new(SEED), error, format!("give a seed in the environment variable {SEED}"))
    })?;
    Ok(Secret::new(&bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()))
}

/// What the site keeps for an operation; why there is nothing, where there should be.
pub fn kept(passwords: Option<&Passwords<'_>>, operation: &Operation) -> Result<Kept, String> {
    let nothing = || "there is no password for it".to_owned();
    let password = passwords.ok_or_else(nothing)?.of(operation).map_err(|error| error.to_string())?;
    match password.ok_or_else(nothing)? {
        NewPassword::Hash(hash) => Ok(Kept::Hash(hash)),
        NewPassword::Plaintext(_) => Ok(Kept::Marker),
    }
}
