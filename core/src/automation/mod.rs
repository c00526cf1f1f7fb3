//! Automations of a CRM as data: what they are, what is wrong with them, what they do to a contact, and what becomes of them when the site
//! keeps its contacts itself. Carries nothing out and does not know any CRM's API.
//!
//! - `model`: [`Automation`], its events and steps; [`Crm`] with its words and what is known of it.

mod model;

pub use model::{
    Automation, AutomationError, AutomationEvent, AutomationState, ContactCondition, Crm, CrmFacts,
    DayCounting, EmailPurpose, Personalisation, Sequence, SequenceEmail, SequenceStatus, SmallestDelay, Step,
    UnsubscribedRule, Wait, WebhookStyle,
};
