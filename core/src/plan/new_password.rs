//! Where the password of each new user comes from, by the owner's policy, and what to say about those that are not kept. Looks at
//! passwords, and keeps none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::target::HashFate;
use super::{PasswordPolicy, PasswordRules, PlanOptions, TargetProfile};
use crate::{Code, HashKind, Issue, Password};

/// Where a password that is kept comes from. On the wire tagged by `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a password source object"
)]
pub enum PasswordSource {
    /// The source's hash.
    Hash {
        /// Its kind at the source.
        hash: HashKind,
        /// The kind as which it has to be stored, where the target would not check it under its own prefix.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stored_as: Option<HashKind>,
    },
    /// A field of the source that holds the password itself.
    Field,
}

/// Decides for one new user after the other, and counts.
pub struct PasswordChoice<'a> {
    target: TargetProfile,
    policy: PasswordPolicy,
    rules: &'a PasswordRules,
    refused: BTreeMap<HashKind, u64>,
    missing: u64,
    weak: u64,
}

impl<'a> PasswordChoice<'a> {
    pub fn new(options: &'a PlanOptions) -> Self {
        PasswordChoice {
            target: options.target,
            policy: options.password_policy,
            rules: &options.password_rules,
            refused: BTreeMap::new(),
            missing: 0,
            weak: 0,
        }
    }

    /// Where a new user's password comes from; absent where one is made up.
    pub fn choose(&mut self, password: &Password) -> Option<PasswordSource> {
        match (self.policy, password) {
            (PasswordPolicy::ResetQuietly | PasswordPolicy::ResetAndNotify, _) => None,
            (PasswordPolicy::KeepHash, Password::Hash(hash, secret)) if !secret.expose().is_empty() => {
                let stored_as = match self.target.on_hash(*hash) {
                    HashFate::Kept => None,
                    HashFate::StoredAs(kind) => Some(kind),
                    HashFate::Refused => {
                        *self.refused.entry(*hash).or_default() += 1;
                        return None;
                    }
                };
                Some(PasswordSource::Hash { hash: *hash, stored_as })
            }
            (PasswordPolicy::KeepFromField, Password::Plaintext(secret))
                if !secret.expose().trim().is_empty() =>
            {
                if self.rules.accept(secret) {
                    return Some(PasswordSource::Field);
                }
                self.weak += 1;
                None
            }
            (PasswordPolicy::KeepHash | PasswordPolicy::KeepFromField, _) => {
                self.missing += 1;
                None
            }
        }
    }

    /// What there is to say: of refused hashes one issue for each kind, then of missing passwords, then of weak ones.
    pub fn issues(&self) -> Vec<Issue> {
        let target = self.target;
        let users =
            |count: u64| if count == 1 { "1 new user".to_owned() } else { format!("{count} new users") };
        let of_kind = |(kind, count): (&HashKind, &u64)| {
            let message = match kind {
                HashKind::Other => {
                    format!(
                        "{target} cannot check the hashes of {}, which are of no known kind or not whole",
                        users(*count)
                    )
                }
                kind => format!(
                    "{target} cannot check the hashes of {}, which are of the kind `{kind}`",
                    users(*count)
                ),
            };
            Issue::new(Code::PasswordHashRefused).with_message(message)
        };
        let mut issues: Vec<Issue> = self.refused.iter().map(of_kind).collect();
        if self.missing > 0 {
            let what =
                if self.policy == PasswordPolicy::KeepHash { "password hash" } else { "password in a field" };
            let message = format!("the source holds no {what} of {}", users(self.missing));
            issues.push(Issue::new(Code::PasswordMissing).with_message(message));
        }
        if self.weak > 0 {
            let message = format!("the passwords of {} break the stated rules", users(self.weak));
            issues.push(Issue::new(Code::PasswordWeak).with_message(message));
        }
        issues
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;

    fn choose(policy: PasswordPolicy, passwords: &[Password]) -> (Vec<Option<PasswordSource>>, Vec<String>) {
        let mut options = PlanOptions::new("2024-05-01T00:00:00Z".parse().unwrap());
        options.password_policy = policy;
        let mut choice = PasswordChoice::new(&options);
        let chosen = passwords.iter().map(|password| choice.choose(password)).collect();
        (chosen, choice.issues().iter().map(|issue| issue.message.to_string()).collect())
    }

    fn all() -> [Password; 6] {
        [
            Password::None,
            Password::Plaintext(Secret::new("correct horse")),
            Password::Plaintext(Secret::new("short")),
            Password::Plaintext(Secret::new("          ")),
            Password::from_hash("$P$BDMJH/qCLaUc5Lj8Oiwp7XmWzrCcJ21"),
            Password::from_hash("0cc175b9c0f1b6a831c399e269772661"),
        ]
    }

    #[test]
    fn the_resetting_policies_keep_nothing_and_say_nothing() {
        for policy in [PasswordPolicy::ResetQuietly, PasswordPolicy::ResetAndNotify] {
            assert_eq!(choose(policy, &all()), (vec![None; 6], vec![]));
        }
    }

    #[test]
    fn a_kept_hash_is_one_that_the_target_checks() {
        let (chosen, messages) = choose(PasswordPolicy::KeepHash, &all());
        let kept = Some(PasswordSource::Hash { hash: HashKind::Phpass, stored_as: None });
        assert_eq!(chosen, [None, None, None, None, kept, None]);
        assert_eq!(
            messages,
            [
                "the target cannot check the hashes of 1 new user, which are of the kind `md5`",
                "the source holds no password hash of 4 new users"
            ]
        );
    }

    #[test]
    fn a_kept_password_is_there_and_follows_the_rules() {
        let (chosen, messages) = choose(PasswordPolicy::KeepFromField, &all());
        assert_eq!(chosen, [None, Some(PasswordSource::Field), None, None, None, None]);
        assert_eq!(
            messages,
            [
                "the source holds no password in a field of 4 new users",
                "the passwords of 1 new user break the stated rules"
            ]
        );
    }
}
