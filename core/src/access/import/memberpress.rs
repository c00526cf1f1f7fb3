//! The rules of MemberPress, after `MeprRule::is_locked_for_user`. Does not know which rules match a content: a caller gives those.

use serde::Deserialize;

use super::{GivenTag, Grantee, ImportedRule, all_of, any_of, nobody};
use crate::access::Rule;
use crate::{Instant, ModuleId, OfferingId, TagName, TagNameError};

/// The rules that match one content. Where there is none it is open; where there is one, whoever is not logged in stays out, and of
/// the rest those get in for whom one rule grants, has dripped, and has not expired.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object with `rules`")]
pub struct MemberPressContent {
    /// The rules, in any order.
    pub rules: Vec<MemberPressRule>,
}

/// One rule: it grants where one of its conditions holds, within its drip and its expiry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "a rule object")]
pub struct MemberPressRule {
    /// The conditions; of none, it grants nobody.
    pub conditions: Vec<MemberPressCondition>,
    /// Its drip and its expiry; always, where there is none. All have to hold.
    pub windows: Vec<MemberPressWindow>,
}

/// What a rule grants by. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a condition with `kind`")]
pub enum MemberPressCondition {
    /// An active membership.
    Membership {
        /// As the offering it becomes.
        offering: OfferingId,
    },
    /// One person. No rule of ours asks for one: the import asks for a tag instead.
    Member {
        /// The name they log in by.
        username: MemberPressName,
    },
    /// A role.
    Role {
        /// As WordPress names it.
        role: String,
    },
    /// A capability. No rule of ours asks for one: the import asks for a tag instead.
    Capability {
        /// As WordPress names it.
        capability: MemberPressName,
    },
    /// Being logged in or not.
    LoginState {
        /// Which of the two.
        state: MemberPressLogin,
    },
}

/// A state of login that a rule grants by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MemberPressLogin {
    /// Whoever is logged in.
    LoggedIn,
    /// Nobody: who is not logged in stays out before any rule is asked.
    LoggedOut,
}

/// A time in which a rule grants. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a window with `kind`")]
pub enum MemberPressWindow {
    /// The same for everybody: a drip or an expiry by date.
    Fixed {
        /// From when on it grants.
        #[serde(default)]
        from: Option<Instant>,
        /// From when on it no longer does.
        #[serde(default)]
        until: Option<Instant>,
    },
    /// A drip or an expiry counted from each member's own start: a module whose release rule counts as MemberPress does.
    Release {
        /// The offering of the module.
        offering: OfferingId,
        /// The module that opens by the drip, and closes by the expiry.
        module: ModuleId,
    },
}

/// A name that a tag can be made of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct MemberPressName {
    name: String,
    of_member: TagName,
    of_capability: TagName,
}

impl TryFrom<String> for MemberPressName {
    type Error = TagNameError;
    fn try_from(name: String) -> Result<Self, TagNameError> {
        TagName::new(&name)?;
        let of_member = TagName::new(&format!("MemberPress member: {name}"))?;
        let of_capability = TagName::new(&format!("MemberPress capability: {name}"))?;
        Ok(MemberPressName { name, of_member, of_capability })
    }
}

impl MemberPressContent {
    /// The rule that decides as the rules do.
    pub fn import(&self) -> ImportedRule {
        if self.rules.is_empty() {
            return Rule::Public.into();
        }
        let rule = all_of([Rule::LoggedIn, any_of(self.rules.iter().map(MemberPressRule::rule))]);
        let mut given: Vec<GivenTag> = Vec::new();
        for tag in self.rules.iter().flat_map(|rule| &rule.conditions).filter_map(MemberPressCondition::given)
        {
            if !given.contains(&tag) {
                given.push(tag);
            }
        }
        ImportedRule { given, ..rule.into() }
    }
}

impl MemberPressRule {
    fn rule(&self) -> Rule {
        let granted = any_of(self.conditions.iter().map(MemberPressCondition::rule));
        all_of([granted].into_iter().chain(self.windows.iter().map(MemberPressWindow::rule)))
    }
}

impl MemberPressCondition {
    fn rule(&self) -> Rule {
        match self {
            MemberPressCondition::Membership { offering } => Rule::Enrolled { offering: offering.clone() },
            MemberPressCondition::Role { role } => Rule::Role { role: role.clone() },
            MemberPressCondition::Member { username } => {
                Rule::HasAny { tags: vec![username.of_member.clone()] }
            }
            MemberPressCondition::Capability { capability } => {
                Rule::HasAny { tags: vec![capability.of_capability.clone()] }
            }
            MemberPressCondition::LoginState { state: MemberPressLogin::LoggedIn } => Rule::LoggedIn,
            MemberPressCondition::LoginState { state: MemberPressLogin::LoggedOut } => nobody(),
        }
    }

    fn given(&self) -> Option<GivenTag> {
        match self {
            MemberPressCondition::Member { username } => Some(GivenTag {
                tag: username.of_member.clone(),
                to: Grantee::Member { username: username.name.clone() },
            }),
            MemberPressCondition::Capability { capability } => Some(GivenTag {
                tag: capability.of_capability.clone(),
                to: Grantee::Capability { capability: capability.name.clone() },
            }),
            _ => None,
        }
    }
}

impl MemberPressWindow {
    fn rule(&self) -> Rule {
        match self {
            MemberPressWindow::Fixed { from: None, until: None } => Rule::Public,
            MemberPressWindow::Fixed { from, until } => Rule::During { from: *from, until: *until },
            MemberPressWindow::Release { offering, module } => {
                Rule::Released { offering: offering.clone(), module: module.clone() }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Member, evaluate_rule};

    fn imported(json: &str) -> ImportedRule {
        serde_json::from_str::<MemberPressContent>(json).unwrap().import()
    }

    fn opens(json: &str, member: &str) -> bool {
        let member: Member = serde_json::from_str(member).unwrap();
        evaluate_rule(&imported(json).rule, &member, "2024-05-01T00:00:00Z".parse().unwrap()).allowed
    }

    const VISITOR: &str = "{}";
    const GOLD: &str = r#"{"loggedIn":true,"enrollments":[{"offering":"gold"}]}"#;

    #[test]
    fn no_rule_is_open_and_any_rule_asks_for_login() {
        assert!(opens("{}", VISITOR));
        for state in ["logged-in", "logged-out"] {
            let rules =
                format!(r#"{{"rules":[{{"conditions":[{{"kind":"login-state","state":"{state}"}}]}}]}}"#);
            assert!(!opens(&rules, VISITOR));
            assert_eq!(opens(&rules, GOLD), state == "logged-in");
        }
        assert!(!opens(r#"{"rules":[{}]}"#, GOLD));
    }

    #[test]
    fn one_rule_that_grants_in_its_time_is_enough() {
        let gold = r#"{"kind":"membership","offering":"gold"}"#;
        let expired = format!(
            r#"{{"conditions":[{gold}],"windows":[{{"kind":"fixed","until":"2024-05-01T00:00:00Z"}}]}}"#
        );
        assert!(!opens(&format!(r#"{{"rules":[{expired}]}}"#), GOLD));
        assert!(opens(&format!(r#"{{"rules":[{expired},{{"conditions":[{gold}]}}]}}"#), GOLD));
        let dripped = format!(
            r#"{{"rules":[{{"conditions":[{gold}],"windows":[{{"kind":"release","offering":"gold","module":"b"}}]}}]}}"#
        );
        assert!(!opens(&dripped, GOLD));
        let later = r#"{"loggedIn":true,"enrollments":[{"offering":"gold",
            "releases":[{"module":"b","opensAt":"2024-04-01T00:00:00Z","closesAt":"2024-05-02T00:00:00Z"}]}]}"#;
        assert!(opens(&dripped, later));
    }

    #[test]
    fn a_person_and_a_capability_become_tags_that_the_host_gives() {
        let content = r#"{"rules":[{"conditions":[{"kind":"member","username":"ada"},{"kind":"capability","capability":"edit_posts"}]}]}"#;
        assert_eq!(imported(content).given.len(), 2);
        assert!(opens(content, r#"{"loggedIn":true,"tags":["MemberPress member: ada"]}"#));
        assert!(!opens(content, r#"{"loggedIn":true,"tags":["MemberPress member: grace"]}"#));
    }
}
