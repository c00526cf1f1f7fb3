//! The steps that a site without a CRM cannot do, each with its reason. Does not know how the reason was found.

use serde::Serialize;

use crate::Location;

/// A step that the site cannot do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UntranslatedStep {
    /// Which.
    pub step: Location,
    /// Why not.
    pub reason: UntranslatedReason,
    /// The same in words: a clause, lower-case, no full stop.
    pub note: String,
}

/// Why a site cannot do a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum UntranslatedReason {
    /// It asks something of the contact, or stands within a step that does.
    Condition,
    /// It waits for something else than a length of time, or where the site waits for nothing.
    Wait,
    /// It opens a module, and nobody can say when.
    UnknownTime,
    /// It adds or removes a tag, and that opens no module.
    Tag,
    /// It sets off a webhook, and the site runs none.
    Webhook,
    /// It writes a field.
    Field,
    /// It sends emails when nothing opens, or more than one, or none yet.
    Email,
    /// It leads back to where the contact has been, so that the automation never ends.
    Circle,
    /// No contact ever comes to it, or nobody can say who does.
    Unreached,
}
