//! The role a new user gets: one of a short list of low ones, so that no import can make anyone powerful. Does not know
//! what a role allows on any target.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Excerpt;

/// A role that members have: [`MemberRole::ALLOWED`] lists all there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct MemberRole(Box<str>);

/// Why a text cannot be the role of new users.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{role}` is not a member's role; use one of {}", MemberRole::ALLOWED.join(", "))]
pub struct MemberRoleError {
    /// The role that was asked for.
    role: Excerpt,
}

impl MemberRole {
    /// The roles a new user may get.
    pub const ALLOWED: [&'static str; 7] =
        ["subscriber", "customer", "member", "student", "learner", "participant", "client"];

    /// Takes a role from the list.
    ///
    /// # Errors
    /// [`MemberRoleError`] for any role that is not on it: `administrator`, `editor`, anything a plugin adds.
    pub fn new(role: &str) -> Result<Self, MemberRoleError> {
        if Self::ALLOWED.contains(&role) {
            Ok(MemberRole(role.into()))
        } else {
            Err(MemberRoleError { role: Excerpt::new(role) })
        }
    }

    /// The target's name of the role.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for MemberRole {
    fn default() -> Self {
        MemberRole("subscriber".into())
    }
}

impl TryFrom<String> for MemberRole {
    type Error = MemberRoleError;
    fn try_from(role: String) -> Result<Self, MemberRoleError> {
        Self::new(&role)
    }
}

impl From<MemberRole> for String {
    fn from(role: MemberRole) -> String {
        role.0.into_string()
    }
}

impl fmt::Display for MemberRole {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_low_roles_are_taken() {
        for role in ["administrator", "editor", "shop_manager", "Subscriber", ""] {
            assert!(MemberRole::new(role).is_err(), "{role}");
        }
        assert!(serde_json::from_str::<MemberRole>("\"author\"").is_err());
        assert_eq!(MemberRole::default().as_str(), "subscriber");
    }
}
