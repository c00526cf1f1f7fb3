//! What the owner decides before a plan is made. Every choice has a default that harms nobody. Does not know what a choice
//! leads to; that is `build`'s.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{MemberRole, PasswordRules, TargetProfile, wire};
use crate::contact::DuplicatesPolicy;
use crate::membership::DripContinuity;
use crate::offering::DripProfile;
use crate::site::Environment;
use crate::{Code, EmailKey, Instant, Member};

/// What the owner decides before a plan is made.
///
/// ```
/// use memberferry::{DripContinuity, PlanOptions};
/// let options = PlanOptions::new("2024-05-01T00:00:00Z".parse()?);
/// assert_eq!(options.drip_continuity, DripContinuity::ContinueFromLastReleased);
/// # Ok::<(), memberferry::TimeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an options object")]
pub struct PlanOptions {
    /// The instant the plan is made. Clocks count from it.
    pub now: Instant,
    /// Which copy of the site the plan is for; the site document's, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    /// What kind of system the target is. Default generic: one that stores what it is given.
    #[serde(default, skip_serializing_if = "TargetProfile::is_generic")]
    pub target: TargetProfile,
    /// Whether the plan holds operations. False is verification only: everything is counted and every issue is found, and
    /// there is nothing to apply. Default true.
    #[serde(default = "yes")]
    pub migrate_all_records: bool,
    /// Whether every contact is taken. False takes members and buyers only: those who hold an offering's access, module or
    /// purchase tag, have an order or a subscription, or are users of the target already. Default false.
    #[serde(default)]
    pub import_all_contacts: bool,
    /// Whether the site stays in maintenance mode at the end, so that nobody buys while the move is looked over. Default
    /// false.
    #[serde(default)]
    pub keep_maintenance_mode: bool,
    /// What becomes of contacts that are users of the target already. Default update.
    #[serde(default)]
    pub existing_users: ExistingUsers,
    /// How release timers go on. Default continue from the last released module.
    #[serde(default)]
    pub drip_continuity: DripContinuity,
    /// The system whose clock opens modules at the source, where it has one that gives no tags (LearnDash, MemberPress and the like): what
    /// it has opened by now is open, under the continuities that keep or continue clocks. Where absent, what is open at the source is
    /// told by the tags of modules alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_clock: Option<DripProfile>,
    /// Which value wins where several records of one person differ. Default newest.
    #[serde(default)]
    pub duplicates: DuplicatesPolicy,
    /// The role a new user gets. Default subscriber.
    #[serde(default)]
    pub default_role: MemberRole,
    /// Whoever has one of these roles on the target is left alone, as every administrator is; whoever has one on the source
    /// gets no user made for them. Default administrator.
    #[serde(default = "administrators")]
    pub protected_roles: BTreeSet<String>,
    /// The person who runs the migration; left alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator_email: Option<EmailKey>,
    /// What password a new user gets. Default a random one, quietly.
    #[serde(default)]
    pub password_policy: PasswordPolicy,
    /// What a password must be like, made up or kept from a field.
    #[serde(default, skip_serializing_if = "PasswordRules::is_default")]
    pub password_rules: PasswordRules,
    /// Who may be sent mail. Default nobody.
    #[serde(default)]
    pub notify: Notify,
    /// The most operations in one batch, at least 1. Does not change what is planned, nor the digest. Default 100.
    #[serde(default = "hundred", deserialize_with = "wire::at_least_one")]
    pub batch_size: u32,
    /// Codes whose errors do not stop the plan, each with a reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
}

impl PlanOptions {
    /// The batch size where nobody says another.
    pub const BATCH_SIZE: u32 = 100;

    /// The defaults, at an instant.
    pub fn new(now: Instant) -> Self {
        PlanOptions {
            now,
            environment: None,
            target: TargetProfile::default(),
            migrate_all_records: true,
            import_all_contacts: false,
            keep_maintenance_mode: false,
            existing_users: ExistingUsers::default(),
            drip_continuity: DripContinuity::default(),
            source_clock: None,
            duplicates: DuplicatesPolicy::default(),
            default_role: MemberRole::default(),
            protected_roles: administrators(),
            operator_email: None,
            password_policy: PasswordPolicy::default(),
            password_rules: PasswordRules::default(),
            notify: Notify::default(),
            batch_size: Self::BATCH_SIZE,
            waivers: Vec::new(),
        }
    }

    /// Whether a user with these roles is left alone.
    pub(crate) fn protects<'a>(&self, mut roles: impl Iterator<Item = &'a str>) -> bool {
        roles.any(|role| {
            role.eq_ignore_ascii_case(Member::ADMINISTRATOR)
                || self.protected_roles.iter().any(|protected| protected.eq_ignore_ascii_case(role))
        })
    }
}

fn yes() -> bool {
    true
}

fn hundred() -> u32 {
    PlanOptions::BATCH_SIZE
}

fn administrators() -> BTreeSet<String> {
    BTreeSet::from([Member::ADMINISTRATOR.to_owned()])
}

/// What becomes of contacts that are users of the target already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ExistingUsers {
    /// What the source knows better or more is written; roles and login names stay, and nothing is taken away.
    #[default]
    Update,
    /// They are left as they are, their tags and enrollments too.
    Skip,
}

/// What password a new user gets. An existing user's is never touched.
///
/// Where a password that was to be kept is not there or cannot be, the user gets a random one quietly, and the plan says how many do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PasswordPolicy {
    /// A random one that nobody is told; members ask for a new one on the login page.
    #[default]
    ResetQuietly,
    /// A random one that the member is sent, as far as [`Notify`] lets.
    ResetAndNotify,
    /// The one they have, by its hash, where the target can check hashes of its kind.
    KeepHash,
    /// The one that a field of the source holds, where it follows the rules.
    KeepFromField,
}

/// Who may be sent mail by the run. Only a live site sends any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Notify {
    /// Nobody.
    #[default]
    Nobody,
    /// Those who may be sent marketing mail.
    Mailable,
}

/// An error that the owner has looked at and goes on in spite of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a waiver object")]
pub struct Waiver {
    /// The code of the issues.
    pub code: Code,
    /// Why it does no harm here, for whoever reads the plan later. Without one nothing is waived.
    #[serde(deserialize_with = "crate::text::said")]
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_of_the_wire_are_those_of_the_constructor() {
        let read: PlanOptions = serde_json::from_str(r#"{"now":"2024-05-01T00:00:00Z"}"#).unwrap();
        assert_eq!(read, PlanOptions::new("2024-05-01T00:00:00Z".parse().unwrap()));
        assert!(
            serde_json::from_str::<PlanOptions>(r#"{"now":"2024-05-01T00:00:00Z","batchsize":1}"#).is_err()
        );
        assert!(serde_json::from_str::<PlanOptions>("{}").is_err());
    }

    #[test]
    fn an_administrator_is_protected_whatever_the_options_say() {
        let mut options = PlanOptions::new("2024-05-01T00:00:00Z".parse().unwrap());
        options.protected_roles = BTreeSet::from(["editor".to_owned()]);
        let protects = |role: &str| options.protects(["subscriber", role].into_iter());
        assert!(protects("Administrator") && protects("editor") && !protects("author"));
    }
}
