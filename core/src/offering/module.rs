//! One module of an offering. Does not know when it opens for anyone; that is the schedule's.

use serde::{Deserialize, Serialize};

use super::ReleaseRule;
use crate::{Instant, ModuleId, TagName};

/// A part of an offering that opens as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a module object")]
pub struct Module {
    /// Unique within the offering.
    pub id: ModuleId,
    /// As members read it.
    pub name: String,
    /// The tag that says a member has the module: who holds it has the module open, and to whom the clock opens the module, the tag
    /// comes with it (as in AccessAlly), to go when an expiry closes the module.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_tag: Option<TagName>,
    /// When it opens, as written; [`Offering::release_rule`](super::Offering::release_rule) says what holds where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<ReleaseRule>,
    /// When it closes again; never by the clock, where absent. [`Anchor::PreviousRelease`](super::Anchor::PreviousRelease)
    /// is its own opening there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry: Option<ReleaseRule>,
    /// When it was published, for rules that count from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<Instant>,
    /// Its number in the system it comes from. The order of the list is what holds; a site is checked for the two to agree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
}

impl Module {
    /// A module of which only the id and the name are known.
    pub fn new(id: ModuleId, name: &str) -> Self {
        Module {
            id,
            name: name.to_owned(),
            access_tag: None,
            release: None,
            expiry: None,
            published_at: None,
            position: None,
        }
    }
}
