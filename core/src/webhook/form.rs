//! Order forms and opt-in forms. Does not know what is paid on them.

use serde::{Deserialize, Serialize};

use crate::operation::CustomOperation;
use crate::{FormId, OfferingId};

/// A form of the site's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a form object")]
pub struct Form {
    /// Unique within the site.
    pub id: FormId,
    /// Whether something is bought on it.
    pub kind: FormKind,
    /// The offering it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offering: Option<OfferingId>,
    /// What is done when it is submitted, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<CustomOperation>,
    /// Where it is on the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FormKind {
    /// Something is bought on it.
    Order,
    /// Something is given for it.
    OptIn,
}
