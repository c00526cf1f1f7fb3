//! What a membership site can be told to do for one contact: AccessAlly's custom operations, as data. Does not know who tells it, nor
//! any contact; it carries nothing out. A plan's [`Operation`](crate::Operation) is another thing: a change of the target.
//!
//! - [`CustomOperation`]: what is done, and to what; its inverse.
//! - [`CustomOperationKind`]: the same without the particulars, with the names that AccessAlly's screens show.
//! - [`Support`]: whether a [`ContactHome`] can do it; [`OperationTrigger`]: what may set it off.

mod custom_operation;
mod kind;
mod support;

pub use custom_operation::{
    CustomOperation, FieldAmount, FieldAmountError, SeatChange, SeatChangeError, TagList, TagListError,
};
pub use kind::{CustomOperationKind, CustomOperationKindError};
pub use support::{ContactHome, OperationTrigger, Support};
