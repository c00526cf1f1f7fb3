//! What happens to a contact from outside: what they hold at the beginning, and what they do. Does not know any automation.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::automation::AutomationEvent;
use crate::{FieldName, Instant, ItemName, TagName};

/// A contact as a simulation begins, and what happens to them. By default a subscriber with nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object with `events`")]
pub struct ContactHistory {
    /// Whether they get mail.
    pub standing: ContactStanding,
    /// The tags they hold.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<TagName>,
    /// Their custom fields.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<FieldName, String>,
    /// When their login was made; they have none, where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_since: Option<Instant>,
    /// What happens to them, in any order; of what happens at one instant the order is kept.
    pub events: Vec<ContactEvent>,
}

/// Whether a contact gets mail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ContactStanding {
    /// They do.
    #[default]
    Subscribed,
    /// They have unsubscribed.
    Unsubscribed,
    /// The CRM keeps them as inactive, as after an unsubscription that was followed by a purchase.
    Inactive,
}

/// Something that happens to a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `at` and `happened`")]
pub struct ContactEvent {
    /// When.
    pub at: Instant,
    /// What.
    pub happened: ContactHappening,
}

/// What can happen to a contact. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "an object with `kind`"
)]
pub enum ContactHappening {
    /// A tag is added, by a purchase, by hand or by another automation.
    TagAdded {
        /// Which.
        tag: TagName,
    },
    /// A tag is removed.
    TagRemoved {
        /// Which.
        tag: TagName,
    },
    /// They buy something in the CRM's own shop.
    Purchase {
        /// What, as the CRM calls it.
        product: ItemName,
    },
    /// They submit a form.
    FormSubmitted {
        /// Which.
        form: ItemName,
    },
    /// A custom field is written.
    FieldSet {
        /// Which.
        field: FieldName,
        /// What it holds afterwards.
        value: String,
    },
    /// Their standing changes: they unsubscribe, or subscribe again.
    StandingChanged {
        /// What it is afterwards.
        standing: ContactStanding,
    },
}

impl From<AutomationEvent> for ContactHappening {
    /// The event as something that happens from outside.
    fn from(event: AutomationEvent) -> Self {
        match event {
            AutomationEvent::TagAdded { tag } => ContactHappening::TagAdded { tag },
            AutomationEvent::Purchase { product } => ContactHappening::Purchase { product },
            AutomationEvent::FormSubmitted { form } => ContactHappening::FormSubmitted { form },
        }
    }
}
