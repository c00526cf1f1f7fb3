//! The site document, exactly as written. Does not check what its parts say of one another.

use serde::{Deserialize, Serialize};

use crate::access::{AccessReason, Rule};
use crate::automation::Automation;
use crate::offering::Offering;
use crate::payment::PaymentSettings;
use crate::webhook::{Form, Webhook};
use crate::{FieldName, ModuleId, OfferingId, PageId, TagName, Zone};

/// A membership site as data: offerings, pages, rules and tags. [`Site`](super::Site) is one that has been checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a site object")]
pub struct SiteDocument {
    /// The version of this format: [`FORMAT`](Self::FORMAT).
    pub format: u32,
    /// As people call the site.
    pub name: String,
    /// The zone its calendar runs in.
    pub timezone: Zone,
    /// Which copy of the site this is; where absent, nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    /// Tags that exist although no offering or module declares them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagName>,
    /// Tags that shut whoever holds one out of every page, the public ones too (Memberium's site ban); administrators apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbid: Vec<TagName>,
    /// What becomes of the source's tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_map: Vec<TagMapEntry>,
    /// What is sold or given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offerings: Vec<Offering>,
    /// What is guarded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Page>,
    /// The custom field of the CRM that passwords are stored in; where absent, they are stored in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_field: Option<FieldName>,
    /// What a CRM sets off on the site.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub webhooks: Vec<Webhook>,
    /// The site's own forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Form>,
    /// The CRM's automations that deliver the offerings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub automations: Vec<Automation>,
    /// How it takes money; where absent, nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payments: Option<PaymentSettings>,
}

impl SiteDocument {
    /// The version of the format that this library reads and writes.
    pub const FORMAT: u32 = 1;
}

/// Which copy of a site a document describes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an environment object")]
pub struct Environment {
    /// Live, staging or a copy on somebody's desk.
    pub kind: EnvironmentKind,
    /// Where it answers.
    pub url: String,
}

impl Environment {
    /// Whether another one is the same copy of the site. A slash at the end of the address makes no other one.
    pub fn is_same_copy(&self, other: &Environment) -> bool {
        self.kind == other.kind && self.url.trim_end_matches('/') == other.url.trim_end_matches('/')
    }
}

/// What a copy of a site is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EnvironmentKind {
    /// The one that members use.
    Live,
    /// A copy to try things on.
    Staging,
    /// A developer's own copy.
    Local,
}

impl EnvironmentKind {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            EnvironmentKind::Live => "live",
            EnvironmentKind::Staging => "staging",
            EnvironmentKind::Local => "local",
        }
    }
}

/// What becomes of a source's tag. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a tag map entry")]
pub enum TagMapEntry {
    /// It stays as it is.
    Keep {
        /// The source's tag.
        from: TagName,
    },
    /// It gets another name.
    Rename {
        /// The source's tag.
        from: TagName,
        /// The site's.
        to: TagName,
    },
    /// Several become one.
    Merge {
        /// The source's tags.
        from: Vec<TagName>,
        /// The site's.
        to: TagName,
    },
    /// It is left behind.
    Drop {
        /// The source's tag.
        from: TagName,
        /// Why, for whoever looks for it later.
        reason: String,
    },
}

impl TagMapEntry {
    /// The source tags it speaks of.
    pub fn from(&self) -> &[TagName] {
        match self {
            TagMapEntry::Keep { from }
            | TagMapEntry::Rename { from, .. }
            | TagMapEntry::Drop { from, .. } => std::slice::from_ref(from),
            TagMapEntry::Merge { from, .. } => from,
        }
    }
}

/// Something that is guarded: a page, post or lesson.
///
/// A page without a `rule` is guarded by what it belongs to. A page of a module asks for the module's access tag, or, where
/// it has none, for its release; a page of an offering asks for the offering's access tag, or, where it has none, for
/// enrollment. A page that belongs to nothing is public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a page object")]
pub struct Page {
    /// Unique within the site.
    pub id: PageId,
    /// As readers see it.
    pub title: String,
    /// Where it is on the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The page it lies under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<PageId>,
    /// The offering it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offering: Option<OfferingId>,
    /// The module of that offering it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<ModuleId>,
    /// What must hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Whether the parent's rules hold too; its own alone, where absent.
    #[serde(default, skip_serializing_if = "Inherit::is_own")]
    pub inherit: Inherit,
    /// Tags that deny, whatever else is held, in addition to the offering's revoke tag.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbid: Vec<TagName>,
    /// Where to send those who are denied; the first that fits is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redirects: Vec<Redirect>,
}

/// Whose rules guard a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Inherit {
    /// Its own.
    #[default]
    Own,
    /// Its parent's and its own: both must let in.
    ParentAndOwn,
    /// Its parent's; its own rule is not asked, its own `forbid` still is.
    Parent,
}

impl Inherit {
    fn is_own(&self) -> bool {
        *self == Inherit::Own
    }
}

/// Where to send those who are denied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a redirect object")]
pub struct Redirect {
    /// The reason of the denial; whatever the reason, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<AccessReason>,
    /// The address.
    pub to: String,
}
