//! Access rules made for asking often: once, for many members, and over time. Does not know reasons; [`decide`](super::decide)
//! gives them.
//!
//! A gate becomes a [`Formula`](formula::Formula) in two values, and the formula becomes steps for single decisions
//! ([`CompiledAccess`]) or is run over columns of members, 64 in a word ([`MemberTable`], [`AccessTable`]). An
//! [`AccessTimeline`] tells who is let in or shut out as time passes.

pub(crate) mod bits;
mod bulk;
mod changes;
mod compiled;
mod formula;
mod lookup;
mod member;
mod members;
mod outline;
mod program;
mod table;
mod timeline;
mod vocabulary;

pub use compiled::CompiledAccess;
pub use member::{CompiledMember, Standing};
pub(crate) use members::BLOCK;
pub use members::MemberTable;
pub use table::AccessTable;
pub use timeline::{AccessEvent, AccessTimeline, Turn};
pub use vocabulary::{FactId, ReleaseId};
