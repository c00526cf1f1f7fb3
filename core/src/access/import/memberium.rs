//! Memberium's levels, after its documentation of levels, of PAYF, CANC and SUSP tags, and of the site-ban tag. Does not know
//! which page each state of a level leads to.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{ImportedRule, all_of, any_of};
use crate::TagName;
use crate::access::Rule;

/// What one content asks for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `audience`")]
pub struct MemberiumContent {
    /// Who gets in.
    pub audience: MemberiumAudience,
    /// The tag that shuts out of the whole site.
    #[serde(default)]
    pub site_ban: Option<TagName>,
}

/// Who gets in. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "an audience with `kind`")]
pub enum MemberiumAudience {
    /// Everybody.
    Anybody,
    /// Whoever is logged in.
    LoggedIn,
    /// Whoever has one of the levels; of none, nobody.
    Levels {
        /// The levels.
        levels: Vec<MemberiumLevel>,
    },
}

/// A level: the tag that gives it, and the tags that take it away while that tag stays.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a level object")]
pub struct MemberiumLevel {
    /// The tag that gives it.
    pub access_tag: TagName,
    /// PAYF: a payment failed.
    #[serde(default)]
    pub payment_failed: Option<TagName>,
    /// CANC: it was cancelled.
    #[serde(default)]
    pub cancelled: Option<TagName>,
    /// SUSP: it was suspended.
    #[serde(default)]
    pub suspended: Option<TagName>,
}

/// How somebody stands to a level, for the page that Memberium sends them to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberiumStatus {
    /// They have it.
    Active,
    /// They have it not, for a payment failed.
    PaymentFailed,
    /// They have it no longer.
    Cancelled,
    /// It was suspended.
    Suspended,
    /// They never had it, or its tag was taken away.
    Missing,
}

impl MemberiumContent {
    /// The rule that decides as the levels do.
    pub fn import(&self) -> ImportedRule {
        let rule = match &self.audience {
            MemberiumAudience::Anybody => Rule::Public,
            MemberiumAudience::LoggedIn => Rule::LoggedIn,
            MemberiumAudience::Levels { levels } => any_of(levels.iter().map(MemberiumLevel::rule)),
        };
        ImportedRule { forbid: self.site_ban.iter().cloned().collect(), ..rule.into() }
    }
}

impl MemberiumLevel {
    /// How a holder of tags stands to the level. Of several tags that take it away the first of payment failed, cancelled, suspended
    /// is told.
    pub fn status(&self, tags: &BTreeSet<TagName>) -> MemberiumStatus {
        if !tags.contains(&self.access_tag) {
            return MemberiumStatus::Missing;
        }
        let mut taken = self.taking().filter(|(tag, _)| tags.contains(*tag));
        taken.next().map_or(MemberiumStatus::Active, |(_, status)| status)
    }

    fn taking(&self) -> impl Iterator<Item = (&TagName, MemberiumStatus)> {
        let taking = [
            (&self.payment_failed, MemberiumStatus::PaymentFailed),
            (&self.cancelled, MemberiumStatus::Cancelled),
            (&self.suspended, MemberiumStatus::Suspended),
        ];
        taking.into_iter().filter_map(|(tag, status)| Some((tag.as_ref()?, status)))
    }

    fn rule(&self) -> Rule {
        let taking: Vec<TagName> = self.taking().map(|(tag, _)| tag.clone()).collect();
        let taking = (!taking.is_empty()).then_some(Rule::MissingAll { tags: taking });
        all_of([Rule::HasAny { tags: vec![self.access_tag.clone()] }].into_iter().chain(taking))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccessReason, Member, Need, evaluate_rule};

    const LEVELS: &str = r#"{"siteBan": "Banned", "audience": {"kind": "levels", "levels": [
        {"accessTag": "Gold", "paymentFailed": "Gold PAYF", "cancelled": "Gold CANC", "suspended": "Gold SUSP"},
        {"accessTag": "Silver", "paymentFailed": "Silver PAYF"}]}}"#;

    fn content() -> MemberiumContent {
        serde_json::from_str(LEVELS).unwrap()
    }

    #[test]
    fn a_tag_that_takes_a_level_takes_only_that_one() {
        let opens = |tags: &str| {
            let member: Member =
                serde_json::from_str(&format!(r#"{{"loggedIn":true,"tags":{tags}}}"#)).unwrap();
            evaluate_rule(&content().import().rule, &member, "2024-05-01T00:00:00Z".parse().unwrap())
        };
        assert!(opens(r#"["Gold"]"#).allowed);
        for taken in ["Gold PAYF", "Gold CANC", "Gold SUSP"] {
            let decision = opens(&format!(r#"["Gold","{taken}"]"#));
            assert!(!decision.allowed);
            assert!(decision.needs.contains(&Need::WithoutTag { tag: TagName::new(taken).unwrap() }));
            assert!(opens(&format!(r#"["Gold","{taken}","Silver"]"#)).allowed);
        }
        assert_eq!(opens(r#"["Silver PAYF"]"#).reason, AccessReason::TagMissing);
        assert_eq!(content().import().forbid, [TagName::new("Banned").unwrap()]);
    }

    #[test]
    fn the_status_says_why_a_level_is_gone() {
        let MemberiumAudience::Levels { levels } = content().audience else {
            panic!("the content asks for levels")
        };
        let status =
            |tags: &[&str]| levels[0].status(&tags.iter().map(|tag| TagName::new(tag).unwrap()).collect());
        assert_eq!(status(&["Gold"]), MemberiumStatus::Active);
        assert_eq!(status(&["Gold", "Gold SUSP", "Gold CANC"]), MemberiumStatus::Cancelled);
        assert_eq!(status(&["Gold PAYF"]), MemberiumStatus::Missing);
    }
}
