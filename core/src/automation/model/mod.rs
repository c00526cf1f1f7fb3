//! What an automation is: events that start it and steps that follow, in the words of one CRM. Does not know sites, nor what is right or
//! wrong with an automation.
//!
//! - [`Crm`] and [`CrmFacts`]: which system, and what is known of it, each with its source.
//! - [`Automation`], [`AutomationEvent`], [`Step`]: the automation itself.
//! - [`AutomationError`]: why JSON is no automation.

mod automation;
mod crm;
mod error;
mod step;

pub use automation::{Automation, AutomationEvent, AutomationState};
pub use crm::{Crm, CrmFacts, DayCounting, SmallestDelay, UnsubscribedRule, WebhookStyle};
pub use error::AutomationError;
pub use step::{
    ContactCondition, EmailPurpose, Personalisation, Sequence, SequenceEmail, SequenceStatus, Step, Wait,
};
