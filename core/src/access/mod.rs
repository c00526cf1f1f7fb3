//! Who may see what: rules, the facts they ask about a member, and the decision. Does not know pages, offerings or
//! contacts; enrollments and releases come in as plain facts by id, "now" as an argument.
//!
//! - [`Rule`]: what must hold, as a tree.
//! - [`Member`]: the facts about the person who asks.
//! - [`Decision`]: allowed or not, with the reason, what decided, what would change it, and when it opens or closes.
//! - [`evaluate_rule`]: the decision of one rule.
//! - [`CompiledAccess`]: the same decisions, made for asking often.

mod compile;
mod decide;
mod decision;
mod explain;
mod explanation;
mod member;
mod rule;
mod truth;
mod ways;
mod window;

pub use compile::{AccessTable, CompiledAccess, CompiledMember, FactId, MemberTable, ReleaseId, Standing};
pub use decide::evaluate_rule;
pub(crate) use decide::{Gate, Guard, decide};
pub use decision::{AccessReason, Decision, Need};
pub use member::{Member, MemberEnrollment, ModuleOpening};
pub use rule::Rule;
pub use window::OpenWindow;
