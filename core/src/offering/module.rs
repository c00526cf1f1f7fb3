//! One module of an offering. Does not know when it opens for anyone; that is the schedule's.

use serde::{Deserialize, Serialize};

use super::ReleaseRule;
use crate::{ModuleId, TagName};

/// A part of an offering that opens as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a module object")]
pub struct Module {
    /// Unique within the offering.
    pub id: ModuleId,
    /// As members read it.
    pub name: String,
    /// The tag that says a member has the module.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_tag: Option<TagName>,
    /// When it opens, as written; [`Offering::release_rule`](super::Offering::release_rule) says what holds where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<ReleaseRule>,
}
