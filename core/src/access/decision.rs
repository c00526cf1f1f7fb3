//! What a decision says: allowed or not, why, what decided, what would change it. Does not decide.

use serde::{Deserialize, Serialize, Serializer};

use super::explanation::explain;
use crate::{Instant, ModuleId, OfferingId, TagName};

/// Why access is allowed or denied. The first four allow.
///
/// Where several things deny, the reason is the first of them in this order, whatever the order they are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            AccessReason::Administrator => "administrator",
            AccessReason::Public => "public",
            AccessReason::InstantAccess => "instant-access",
            AccessReason::RuleMet => "rule-met",
            AccessReason::Forbidden => "forbidden",
            AccessReason::LoginRequired => "login-required",
            AccessReason::NotEnrolled => "not-enrolled",
            AccessReason::TagMissing => "tag-missing",
            AccessReason::TagPresent => "tag-present",
            AccessReason::RoleMissing => "role-missing",
            AccessReason::NotReleased => "not-released",
            AccessReason::NotYet => "not-yet",
            AccessReason::Over => "over",
            AccessReason::Excluded => "excluded",
            AccessReason::RuleEmpty => "rule-empty",
        }
    }

    /// Whether it is a reason for letting in.
    pub fn allows(self) -> bool {
        self <= AccessReason::RuleMet
    }
}

/// One thing that would help to get in. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// Whether someone gets in at an instant, and everything a host needs to say about it. On the wire it has its
/// [`explanation`](Self::explanation) too.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Where denied: which needs go together. Whoever meets every need of one way gets in at this instant; of a visitor no more
    /// is said than that they have to log in. Smallest first, then by their needs; none within another; at most eight. Empty where
    /// nothing but time, or an instant-access tag, helps.
    pub ways: Vec<Vec<Need>>,
    /// Where denied: the instant from which the clock alone lets them in, if it is known to.
    pub opens_at: Option<Instant>,
    /// The instant from which the clock alone shuts them out again: after now where allowed, after `opens_at` where not.
    pub closes_at: Option<Instant>,
    /// Where to send them instead, if the page says.
    pub redirect: Option<String>,
}

impl Decision {
    /// The decision in one sentence: open or closed and why, the rules that decided, what would let in, and when the clock changes
    /// it. Wordings may change; whatever a program goes by is in the fields.
    ///
    /// ```
    /// use memberferry::{Member, Rule, TagName, evaluate_rule};
    /// let rule = Rule::HasAny { tags: vec![TagName::new("Gold")?] };
    /// let member = Member { logged_in: true, ..Member::default() };
    /// let decision = evaluate_rule(&rule, &member, "2024-05-01T00:00:00Z".parse()?);
    /// assert_eq!(decision.explanation(), "closed: a tag is missing (rule); needs the tag `Gold`");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explanation(&self) -> String {
        explain(self)
    }
}

/// A decision with its explanation, as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Decision"))]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    allowed: bool,
    reason: AccessReason,
    explanation: String,
    rules: &'a [String],
    needs: &'a [Need],
    ways: &'a [Vec<Need>],
    #[serde(skip_serializing_if = "Option::is_none")]
    opens_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closes_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    redirect: Option<&'a str>,
}

#[cfg(feature = "schema")]
crate::schema::written_as!(Decision => Written<'_>);

impl Serialize for Decision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Decision { allowed, reason, rules, needs, ways, opens_at, closes_at, redirect } = self;
        Written {
            allowed: *allowed,
            reason: *reason,
            explanation: self.explanation(),
            rules,
            needs,
            ways,
            opens_at: *opens_at,
            closes_at: *closes_at,
            redirect: redirect.as_deref(),
        }
        .serialize(serializer)
    }
}
