//! What a decision says: allowed or not, why, what decided, what would change it. Does not decide.

use serde::{Deserialize, Serialize};

use crate::{Instant, ModuleId, OfferingId, TagName};

/// Why access is allowed or denied. The first four allow.
///
/// Where several things deny, the reason is the first of them in this order, whatever the order they are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AccessReason {
    /// The member is an administrator.
    Administrator,
    /// The rule holds for anybody.
    Public,
    /// The member holds the offering's instant-access tag.
    InstantAccess,
    /// The rule holds for the member.
    RuleMet,
    /// The member holds a tag that forbids, such as the offering's revoke tag.
    Forbidden,
    /// The person is not logged in.
    LoginRequired,
    /// The member is not enrolled in the offering.
    NotEnrolled,
    /// A tag that would open is missing.
    TagMissing,
    /// A tag is held that the rule wants missing.
    TagPresent,
    /// The member has not the role.
    RoleMissing,
    /// The module has not been released to the member.
    NotReleased,
    /// The time has not come.
    NotYet,
    /// The time is over.
    Over,
    /// The rule shuts out those of whom something holds that holds of the member.
    Excluded,
    /// The rule lists nothing to decide by, and nothing opens by default.
    RuleEmpty,
}

impl AccessReason {
    /// Whether it is a reason for letting in.
    pub fn allows(self) -> bool {
        self <= AccessReason::RuleMet
    }
}

/// One thing that would help to get in. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Need {
    /// To log in.
    Login,
    /// To hold a tag.
    Tag {
        /// The tag.
        tag: TagName,
    },
    /// To lose a tag.
    WithoutTag {
        /// The tag.
        tag: TagName,
    },
    /// To be enrolled.
    Enrollment {
        /// In which offering.
        offering: OfferingId,
    },
    /// To have a module released.
    Release {
        /// The offering.
        offering: OfferingId,
        /// The module of it.
        module: ModuleId,
    },
    /// To have a role.
    Role {
        /// The role.
        role: String,
    },
}

/// Whether someone gets in at an instant, and everything a host needs to say about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// Whether they get in.
    pub allowed: bool,
    /// Why.
    pub reason: AccessReason,
    /// The paths of the rules that decided, sorted and each once: `rule.rules[1]` in a rule on its own, `pages[2].rule` or
    /// `offerings[0].revokeTag` in a site. Empty for an administrator, for whom no rule is asked.
    pub rules: Vec<String>,
    /// What would help, sorted and each once: every alternative of an `or` or `has-any` is listed. Empty where allowed, and
    /// where only time can change it.
    pub needs: Vec<Need>,
    /// Where denied: the instant from which the clock alone lets them in, if it is known to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Instant>,
    /// The instant from which the clock alone shuts them out again: after now where allowed, after `opens_at` where not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
    /// Where to send them instead, if the page says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect: Option<String>,
}
