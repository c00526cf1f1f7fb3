//! Automations of a CRM as data: what they are, what is wrong with them, what they do to a contact, and what becomes of them when the site
//! keeps its contacts itself. Carries nothing out and does not know any CRM's API.
//!
//! - `model`: [`Automation`], its events and steps; [`Crm`] with its words and what is known of it.
//! - [`blueprint`]: the automation that delivers an offering, as data, as instructions and as a diagram.
//! - [`lint`]: what is wrong with an automation.
//! - [`simulate`]: what an automation does to a contact, and when, as a [`Timeline`].
//! - [`translate`]: what becomes of it when the site keeps its contacts itself, with a [`Proof`].

mod blueprint;
mod diagram;
mod drip;
mod flow;
mod instructions;
mod lint;
mod model;
mod names;
mod simulate;
mod translate;
mod webhooks;

pub use blueprint::{Blueprint, BlueprintError, BlueprintOptions, DripBy, blueprint};
pub use diagram::automation_diagram;
pub use drip::LeftOutModule;
pub use lint::lint;
pub use model::{
    Automation, AutomationError, AutomationEvent, AutomationState, ContactCondition, Crm, CrmFacts,
    DayCounting, EmailPurpose, Personalisation, Sequence, SequenceEmail, SequenceStatus, SmallestDelay, Step,
    UnsubscribedRule, Wait, WebhookStyle,
};
pub use simulate::{
    Actor, ContactEvent, ContactHappening, ContactHistory, ContactStanding, Happening, NotRun, PasswordState,
    Timeline, TimelineLine, Whereabouts, WithheldReason, simulate,
};
pub use translate::{
    EmailMoment, Proof, ProofLine, SettlingDelay, StepNote, TranslatedEmail, TranslatedModule, Translation,
    TranslationError, UntranslatedReason, UntranslatedStep, translate,
};
