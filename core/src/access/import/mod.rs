//! What other systems guard their content by, as rules of ours. Each takes one system's own setting, as data, and gives what a
//! page needs to decide alike. Does not know where settings are kept, nor which of them are about a page: a caller finds those.
//!
//! - [`PeerSetting`]: any of them, as it comes from outside.
//! - [`ImportedRule`]: what comes of it.

mod lifterlms;
mod memberium;
mod memberpress;
mod paid_memberships_pro;
mod sensei;
mod wp_fusion;

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::{OfferingId, TagName};

pub use lifterlms::{
    LifterLmsContent, LifterLmsCourse, LifterLmsEnrollment, LifterLmsPage, LifterLmsRedirect,
    LifterLmsRelation, LifterLmsSitewide,
};
pub use memberium::{MemberiumAudience, MemberiumContent, MemberiumLevel, MemberiumStatus};
pub use memberpress::{
    MemberPressCondition, MemberPressContent, MemberPressLogin, MemberPressName, MemberPressRule,
    MemberPressWindow,
};
pub use paid_memberships_pro::{PaidMembershipsProContent, PaidMembershipsProContext};
pub use sensei::{SenseiCourse, SenseiProvider};
pub use wp_fusion::WpFusionLock;

/// What guards a page as another system's setting does: a page's `rule`, and its `forbid`.
///
/// Memberships and levels become enrollments: an offering's id is the membership's, unless the caller names it otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ImportedRule {
    /// What must hold.
    pub rule: Rule,
    /// Tags that deny, in the order of the setting.
    pub forbid: Vec<TagName>,
    /// Tags that the host has to give, for what rules cannot ask about; in the order of the setting.
    pub given: Vec<GivenTag>,
}

/// A tag that stands for something no rule can ask about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GivenTag {
    /// The tag that the rule asks for.
    pub tag: TagName,
    /// Who has to hold it.
    pub to: Grantee,
}

/// Who has to hold a [`GivenTag`]. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Grantee {
    /// One person.
    Member {
        /// The name they log in by.
        username: String,
    },
    /// Everybody with a capability of WordPress.
    Capability {
        /// The capability.
        capability: String,
    },
}

/// One setting of another system. On the wire tagged by `kind`, with the setting's own fields beside it.
///
/// ```
/// use memberferry::{PeerSetting, Rule};
/// let setting: PeerSetting = serde_json::from_str(r#"{"kind": "wp-fusion", "lock": true, "denyIfAny": ["Refunded"]}"#)?;
/// let imported = setting.import();
/// assert_eq!((imported.rule, imported.forbid.len()), (Rule::LoggedIn, 1));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", expecting = "a setting with `kind`")]
#[non_exhaustive]
pub enum PeerSetting {
    /// WP Fusion's lock of a post.
    WpFusion(WpFusionLock),
    /// The levels that Paid Memberships Pro asks for.
    PaidMembershipsPro(PaidMembershipsProContent),
    /// The rules of MemberPress that match a content.
    #[serde(rename = "memberpress")]
    MemberPress(MemberPressContent),
    /// The levels that Memberium asks for.
    Memberium(MemberiumContent),
    /// LifterLMS: the memberships that a post is restricted to.
    #[serde(rename = "lifterlms-content")]
    LifterLmsContent(LifterLmsContent),
    /// LifterLMS: enrollment in several products.
    #[serde(rename = "lifterlms-enrollment")]
    LifterLmsEnrollment(LifterLmsEnrollment),
    /// LifterLMS: a course with the memberships that enroll in it.
    #[serde(rename = "lifterlms-course")]
    LifterLmsCourse(LifterLmsCourse),
    /// A course of Sensei with its enrolment providers.
    Sensei(SenseiCourse),
}

impl PeerSetting {
    /// The rule that decides as the setting does.
    pub fn import(&self) -> ImportedRule {
        match self {
            PeerSetting::WpFusion(setting) => setting.import(),
            PeerSetting::PaidMembershipsPro(setting) => setting.import(),
            PeerSetting::MemberPress(setting) => setting.import(),
            PeerSetting::Memberium(setting) => setting.import(),
            PeerSetting::LifterLmsContent(setting) => setting.import(),
            PeerSetting::LifterLmsEnrollment(setting) => setting.import(),
            PeerSetting::LifterLmsCourse(setting) => setting.import(),
            PeerSetting::Sensei(setting) => setting.import(),
        }
    }
}

impl From<Rule> for ImportedRule {
    fn from(rule: Rule) -> Self {
        ImportedRule { rule, forbid: Vec::new(), given: Vec::new() }
    }
}

/// The rule that lets in nobody but administrators.
fn nobody() -> Rule {
    Rule::Not { rule: Box::new(Rule::Public) }
}

/// One of the rules has to hold; of none, nobody gets in.
fn any_of(rules: impl IntoIterator<Item = Rule>) -> Rule {
    joined(rules, |rules| Rule::Or { rules }).unwrap_or_else(nobody)
}

/// All of the rules have to hold; where there is none, everybody gets in.
fn all_of(rules: impl IntoIterator<Item = Rule>) -> Rule {
    joined(rules, |rules| Rule::And { rules }).unwrap_or(Rule::Public)
}

/// A rule alone stays as it is.
fn joined(rules: impl IntoIterator<Item = Rule>, join: fn(Vec<Rule>) -> Rule) -> Option<Rule> {
    let mut rules: Vec<Rule> = rules.into_iter().collect();
    if rules.len() > 1 { Some(join(rules)) } else { rules.pop() }
}

fn enrolled(offerings: &[OfferingId]) -> impl Iterator<Item = Rule> {
    offerings.iter().map(|offering| Rule::Enrolled { offering: offering.clone() })
}
