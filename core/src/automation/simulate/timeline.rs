//! What comes of a simulation: line by line, with instant and step. Does not know how it came about.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use crate::automation::EmailPurpose;
use crate::operation::CustomOperationKind;
use crate::{Excerpt, FieldName, Instant, Issue, Location, OfferingId, TagName, WebhookId};

/// What an automation does to a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// What happens, in order of time; at one instant in the order in which it happens.
    pub lines: Vec<TimelineLine>,
    /// Where the contact is afterwards.
    pub whereabouts: Whereabouts,
    /// The tags they hold afterwards, sorted.
    pub tags: BTreeSet<TagName>,
    /// Why the timeline ends early, where it does.
    pub issues: Vec<Issue>,
}

/// One thing that happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TimelineLine {
    /// When.
    pub at: Instant,
    /// The step or event of the automation that it comes of; absent for what happens from outside.
    #[serde(skip_serializing_if = "Location::is_unknown")]
    pub step: Location,
    /// What.
    pub what: Happening,
}

/// What can happen. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Happening {
    /// The automation starts, or goes on at an event in the middle.
    Started,
    /// The automation would start, or go on, and does not.
    NotRun {
        /// Why.
        reason: NotRun,
    },
    /// A tag is added.
    TagAdded {
        /// Which.
        tag: TagName,
        /// By whom.
        by: Actor,
    },
    /// A tag was to be added and is held already, so that nothing is set off.
    TagHeld {
        /// Which.
        tag: TagName,
        /// By whom it was to be added.
        by: Actor,
    },
    /// A tag is removed.
    TagRemoved {
        /// Which.
        tag: TagName,
        /// By whom.
        by: Actor,
    },
    /// The site runs a webhook.
    WebhookRun {
        /// Which.
        webhook: WebhookId,
        /// What it does.
        operation: CustomOperationKind,
    },
    /// The site makes a login.
    LoginCreated,
    /// The site takes tags and fields over from the CRM.
    UserUpdated,
    /// The site gives an offering, and starts its release timers.
    OfferingReleased {
        /// Which.
        offering: OfferingId,
    },
    /// The site takes an offering away.
    OfferingRevoked {
        /// Which.
        offering: OfferingId,
    },
    /// An email goes out.
    EmailSent {
        /// Its subject.
        subject: String,
        /// What it is for.
        purpose: EmailPurpose,
        /// Of an email about logging in, whether there is a password to show.
        #[serde(skip_serializing_if = "Option::is_none")]
        password: Option<PasswordState>,
    },
    /// An email does not go out.
    EmailWithheld {
        /// Its subject.
        subject: String,
        /// Why not.
        reason: WithheldReason,
    },
    /// A custom field is written.
    FieldSet {
        /// Which.
        field: FieldName,
        /// What it holds afterwards.
        value: String,
        /// By whom.
        by: Actor,
    },
    /// The contact waits.
    Waits {
        /// Until when; absent where something has to happen first.
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
    },
    /// The contact buys something, submits a form, or changes whether they get mail.
    Contact {
        /// What, as a clause.
        did: String,
    },
    /// The automation has come to an end.
    Finished,
}

/// Who adds or removes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Something outside the automation.
    Outside,
    /// The automation.
    Automation,
    /// The site.
    Site,
}

/// Why an automation does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NotRun {
    /// It is paused.
    Paused,
    /// The CRM runs nothing for people who are unsubscribed or inactive.
    Unsubscribed,
    /// The contact is in it already.
    AlreadyIn,
}

/// Why an email does not go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WithheldReason {
    /// Its sequence is a draft.
    Draft,
    /// The contact is not subscribed.
    NotSubscribed,
}

/// Whether there is a password to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PasswordState {
    /// The login was made before.
    Ready,
    /// The login was made at this very instant, and the email may be faster.
    MayBeBlank,
    /// There is no login.
    NoLogin,
}

/// Where a contact is in an automation. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Whereabouts {
    /// They have never been in it.
    Outside,
    /// They wait at a step for something to happen.
    Waiting {
        /// Which.
        step: Location,
    },
    /// They have come to the end.
    Finished,
    /// They stopped at a step and will not go on.
    Stopped {
        /// Which.
        step: Location,
    },
}

impl fmt::Display for TimelineLine {
    /// `2024-05-08T09:00:00Z steps[3]: the tag `Week 2` is added by the automation`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.at)?;
        if !self.step.is_unknown() {
            write!(formatter, " {}", self.step)?;
        }
        write!(formatter, ": {}", self.what)
    }
}

impl fmt::Display for Happening {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tag = |tag: &TagName| format!("`{}`", Excerpt::new(tag.as_str()));
        match self {
            Happening::Started => formatter.write_str("the automation goes on from here"),
            Happening::NotRun { reason } => write!(formatter, "nothing runs, because {reason}"),
            Happening::TagAdded { tag: name, by } => {
                write!(formatter, "the tag {} is added by {by}", tag(name))
            }
            Happening::TagHeld { tag: name, .. } => {
                write!(formatter, "the tag {} is held already and sets nothing off", tag(name))
            }
            Happening::TagRemoved { tag: name, by } => {
                write!(formatter, "the tag {} is removed by {by}", tag(name))
            }
            Happening::WebhookRun { webhook, operation } => {
                write!(
                    formatter,
                    "the site runs the webhook `{}`: {operation}",
                    Excerpt::new(webhook.as_str())
                )
            }
            Happening::LoginCreated => formatter.write_str("the site makes a login"),
            Happening::UserUpdated => formatter.write_str("the site takes tags and fields over"),
            Happening::OfferingReleased { offering } => {
                write!(formatter, "the site releases `{}`", Excerpt::new(offering.as_str()))
            }
            Happening::OfferingRevoked { offering } => {
                write!(formatter, "the site revokes `{}`", Excerpt::new(offering.as_str()))
            }
            Happening::EmailSent { subject, password, .. } => {
                write!(formatter, "the email `{}` is sent", Excerpt::new(subject))?;
                match password {
                    Some(PasswordState::MayBeBlank) => formatter.write_str(", and its password may be blank"),
                    Some(PasswordState::NoLogin) => formatter.write_str(", and there is no login yet"),
                    Some(PasswordState::Ready) | None => Ok(()),
                }
            }
            Happening::EmailWithheld { subject, reason } => {
                let why = match reason {
                    WithheldReason::Draft => "its sequence is a draft",
                    WithheldReason::NotSubscribed => "the contact is not subscribed",
                };
                write!(formatter, "the email `{}` is not sent, because {why}", Excerpt::new(subject))
            }
            Happening::FieldSet { field, value, by } => {
                let (field, value) = (Excerpt::new(field.as_str()), Excerpt::new(value));
                write!(formatter, "the field `{field}` is set to `{value}` by {by}")
            }
            Happening::Waits { until: Some(until) } => write!(formatter, "the contact waits until {until}"),
            Happening::Waits { until: None } => formatter.write_str("the contact waits for it to happen"),
            Happening::Contact { did } => write!(formatter, "the contact {did}"),
            Happening::Finished => formatter.write_str("the automation has come to an end"),
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Actor::Outside => "something else",
            Actor::Automation => "the automation",
            Actor::Site => "the site",
        })
    }
}

impl fmt::Display for NotRun {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            NotRun::Paused => "the automation is paused",
            NotRun::Unsubscribed => "the contact is not subscribed",
            NotRun::AlreadyIn => "the contact is in it already",
        })
    }
}
