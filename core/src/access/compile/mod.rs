//! Access rules made for asking often: once, for many members, and over time. Does not know reasons; [`decide`](super::decide)
//! gives them.
//!
//! A gate becomes a [`Formula`](formula::Formula) in two values, and the formula becomes steps for single decisions
//! ([`CompiledAccess`]) or is run over columns of members, 64 in a word ([`MemberTable`], [`AccessTable`]).

mod bits;
mod bulk;
mod changes;
mod compiled;
mod formula;
mod member;
mod members;
mod program;
mod table;
mod vocabulary;

pub use compiled::CompiledAccess;
pub use member::{CompiledMember, Standing};
pub use members::MemberTable;
pub use table::AccessTable;
pub use vocabulary::{FactId, ReleaseId};
