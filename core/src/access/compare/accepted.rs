//! Losses of access that the owner accepts by name. Does not know whether there are any.

use serde::{Deserialize, Serialize};

use super::change::AccessChange;
use super::verdict::Verdict;
use crate::PageId;
use crate::access::AccessReason;

/// A loss of access that the owner accepts, named by its page or by its cause. On the wire tagged by `kind`.
///
/// ```
/// use memberferry::AcceptedLoss;
/// let accepted: AcceptedLoss = serde_json::from_str(
///     r#"{"kind": "page", "page": "old-forum", "why": "the forum moves to another system"}"#,
/// )?;
/// assert_eq!(accepted.why(), "the forum moves to another system");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum AcceptedLoss {
    /// Whoever loses this page.
    Page {
        /// Its id on either site.
        page: PageId,
        /// Why that is right; as the owner says it. Never blank.
        #[serde(deserialize_with = "crate::text::said")]
        why: String,
    },
    /// Whoever loses any page for this cause.
    Cause {
        /// Why the site before lets them in.
        before: AccessReason,
        /// Why the site after does not; absent where it has no such page.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<AccessReason>,
        /// Why that is right; as the owner says it. Never blank.
        #[serde(deserialize_with = "crate::text::said")]
        why: String,
    },
}

impl AcceptedLoss {
    /// Why the owner accepts it.
    pub fn why(&self) -> &str {
        match self {
            AcceptedLoss::Page { why, .. } | AcceptedLoss::Cause { why, .. } => why,
        }
    }

    /// Whether a change is such a loss.
    pub fn fits(&self, change: &AccessChange<'_>) -> bool {
        change.verdict == Verdict::Lost
            && match self {
                AcceptedLoss::Page { page, .. } => change.page.is_called(page),
                AcceptedLoss::Cause { before, after, .. } => {
                    change.before.reason == Some(*before) && change.after.reason == *after
                }
            }
    }
}
