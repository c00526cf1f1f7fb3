//! What sets operations off on a site: webhooks, order forms and opt-in forms. Does not know who runs them.
//!
//! - [`Webhook`]: an operation that a CRM sets off, by a tag or by an address.
//! - [`Form`]: operations that a submitted form sets off.
//! - [`webhook_inventory`]: what becomes of each webhook when the site keeps its contacts itself.

mod form;
mod inventory;
#[expect(clippy::module_inception, reason = "the folder is named after its first subject")]
mod webhook;

pub use form::{Form, FormKind};
pub use inventory::{AfterMove, Replacement, ReplacementState, WebhookFate, webhook_inventory};
pub use webhook::Webhook;
