//! One webhook. Does not know what becomes of it.

use serde::{Deserialize, Serialize};

use crate::automation::Crm;
use crate::operation::CustomOperation;
use crate::{Instant, TagName, WebhookId};

/// An operation that a CRM sets off.
///
/// Where it has a tag, the site runs the operation when the tag is added to a contact, and removes the tag afterwards. Where it has none, the
/// CRM posts to its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a webhook object")]
pub struct Webhook {
    /// Unique within the site.
    pub id: WebhookId,
    /// The tag that sets it off; used for nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<TagName>,
    /// What is done.
    pub operation: CustomOperation,
    /// The CRM that runs it, if somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crm: Option<Crm>,
    /// When the log has it for the last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_run_at: Option<Instant>,
    /// How often the log has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<u64>,
}
