//! The levels that Paid Memberships Pro asks for, after `pmpro_has_membership_access` of its `content.php`. Does not know that
//! attachments and revisions ask their parent: that is a page's `inherit`.

use serde::Deserialize;

use super::{ImportedRule, any_of, enrolled, nobody};
use crate::OfferingId;
use crate::access::Rule;

/// What one content asks for. The levels of the post and those of its terms are one list: any of them is enough, and where there is
/// none the content is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object with levels")]
pub struct PaidMembershipsProContent {
    /// The levels of the post, as the offerings they become.
    pub levels: Vec<OfferingId>,
    /// The levels of its terms.
    pub term_levels: Vec<OfferingId>,
    /// Where it is asked for.
    pub context: PaidMembershipsProContext,
}

/// Where a content is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PaidMembershipsProContext {
    /// On its page.
    #[default]
    Page,
    /// In a feed, where nothing restricted is shown to anybody.
    Feed,
}

impl PaidMembershipsProContent {
    /// The rule that decides as the levels do.
    pub fn import(&self) -> ImportedRule {
        let levels: Vec<Rule> = enrolled(&self.levels).chain(enrolled(&self.term_levels)).collect();
        let rule = match (levels.is_empty(), self.context) {
            (true, _) => Rule::Public,
            (false, PaidMembershipsProContext::Feed) => nobody(),
            (false, PaidMembershipsProContext::Page) => any_of(levels),
        };
        rule.into()
    }
}
