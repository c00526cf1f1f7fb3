//! WP Fusion's lock of a post, after `user_can_access` of its `class-access-control.php`. Does not know the rules of terms and
//! post types that it asks first: each is a lock of its own.

use serde::Deserialize;

use super::{ImportedRule, all_of};
use crate::TagName;
use crate::access::Rule;

/// The lock of one post.
///
/// WP Fusion asks in this order: administrators get in; a tag that denies shuts out, even where the post is not locked; what is not
/// locked is open; who is not logged in stays out; where no tags are listed, whoever is logged in gets in; then, of the tags of both
/// lists, one and all have to be held. That somebody without any tag stays out follows: by then a tag is asked for.
///
/// It reads the tags of those who are logged in only. We deny a visitor too who is known to hold a tag that denies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "a lock object")]
pub struct WpFusionLock {
    /// Whether the post is locked (`lock_content`). Where not, the lists of tags it asks for are not looked at.
    pub lock: bool,
    /// One of these has to be held (`allow_tags`).
    pub require_any: Vec<TagName>,
    /// All of these have to be held (`allow_tags_all`).
    pub require_all: Vec<TagName>,
    /// None of these may be held (`allow_tags_not`).
    pub deny_if_any: Vec<TagName>,
}

impl WpFusionLock {
    /// The rule that decides as the lock does.
    pub fn import(&self) -> ImportedRule {
        let any = Rule::HasAny { tags: self.require_any.clone() };
        let all = Rule::HasAll { tags: self.require_all.clone() };
        let asked: Vec<Rule> = [any, all].into_iter().filter(|rule| !rule.tags().is_empty()).collect();
        let rule = match (self.lock, asked.is_empty()) {
            (false, _) => Rule::Public,
            (true, true) => Rule::LoggedIn,
            (true, false) => all_of(asked),
        };
        ImportedRule { forbid: self.deny_if_any.clone(), ..rule.into() }
    }
}
