//! The steps of an automation, and the emails they send. Does not know what a step does to a contact; the simulation says so.

use serde::{Deserialize, Serialize};

use super::AutomationEvent;
use crate::offering::{Offset, TimeOfDay};
use crate::operation::TagList;
use crate::{FieldName, Instant, ItemName, Location, TagName, WebhookId};

/// One step of an automation. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a step object"
)]
pub enum Step {
    /// Adds tags. A tag that a webhook is bound to makes the site run that webhook.
    AddTags {
        /// Which, in any order.
        tags: TagList,
    },
    /// Removes tags.
    RemoveTags {
        /// Which, in any order.
        tags: TagList,
    },
    /// Posts to a webhook of the site's.
    RunWebhook {
        /// Which.
        webhook: WebhookId,
    },
    /// Lets time pass.
    Delay {
        /// How much.
        length: Offset,
    },
    /// Waits for something.
    WaitUntil {
        /// For what.
        until: Wait,
    },
    /// Sends emails that belong together.
    SendSequence {
        /// The emails.
        sequence: Sequence,
    },
    /// Writes a value into a custom field.
    SetField {
        /// The field.
        field: FieldName,
        /// What it holds afterwards.
        value: String,
    },
    /// Goes one way or the other; both ways lead on to the step after it.
    Condition {
        /// What is asked.
        when: ContactCondition,
        /// The steps where it holds.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        then: Vec<Step>,
        /// The steps where it does not.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        otherwise: Vec<Step>,
    },
    /// An event in the middle. Who arrives here waits for it; who is at any step before it, or has come to an end, moves here when it happens.
    Event {
        /// Which.
        event: AutomationEvent,
    },
    /// Goes on elsewhere.
    GoTo {
        /// The step's place among the automation's own steps, 0-based; steps within a condition are not counted.
        step: u32,
    },
    /// Ends the automation for the contact.
    End {},
}

/// What a contact waits for. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a wait object"
)]
pub enum Wait {
    /// Until something holds of the contact.
    Condition {
        /// What.
        when: ContactCondition,
    },
    /// Until an instant; who arrives later goes on at once.
    Instant {
        /// Which.
        at: Instant,
    },
    /// Until the clock shows a time; who arrives on it goes on at once.
    TimeOfDay {
        /// Which, in the account's zone.
        at: TimeOfDay,
    },
}

/// What can be asked of a contact. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a condition object"
)]
pub enum ContactCondition {
    /// Whether they hold a tag.
    HasTag {
        /// Which.
        tag: TagName,
    },
    /// Whether they lack a tag.
    LacksTag {
        /// Which.
        tag: TagName,
    },
    /// Whether a custom field holds a value, spelt exactly so.
    FieldIs {
        /// The field.
        field: FieldName,
        /// The value.
        value: String,
    },
}

/// Emails that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a sequence object")]
pub struct Sequence {
    /// Its name in the CRM.
    pub name: ItemName,
    /// Whether its emails go out.
    pub status: SequenceStatus,
    /// Its emails, in the order they go out. All are taken to go out when the step is reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<SequenceEmail>,
}

/// Whether the emails of a sequence go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SequenceStatus {
    /// They do.
    Published,
    /// They do not yet.
    Draft,
}

/// One email of a sequence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an email object")]
pub struct SequenceEmail {
    /// Its subject.
    pub subject: String,
    /// What it is for; something else, where absent.
    #[serde(default, skip_serializing_if = "EmailPurpose::is_other")]
    pub purpose: EmailPurpose,
    /// What it shows of the contact, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Personalisation>,
}

/// What an email is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EmailPurpose {
    /// It tells how to log in.
    Login,
    /// It tells that something has opened.
    Release,
    /// Something else.
    #[default]
    Other,
}

impl EmailPurpose {
    fn is_other(&self) -> bool {
        *self == EmailPurpose::Other
    }
}

/// Something of the contact that an email shows. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a personalisation object"
)]
pub enum Personalisation {
    /// The address of the site's login page.
    LoginLink {},
    /// The contact's email address.
    EmailAddress {},
    /// A custom field.
    Field {
        /// Which.
        field: FieldName,
    },
}

impl Step {
    /// The steps directly within this one, with their places.
    pub(crate) fn inner(&self, place: &Location) -> Vec<(&Step, Location)> {
        let Step::Condition { then, otherwise, .. } = self else { return Vec::new() };
        let placed = |steps: &'_ [Step], key: &'static str| {
            (0..steps.len()).map(|index| place.clone().key(key).index(index)).collect::<Vec<_>>()
        };
        let places = placed(then, "then").into_iter().chain(placed(otherwise, "otherwise"));
        then.iter().chain(otherwise).zip(places).collect()
    }
}
