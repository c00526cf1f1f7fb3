//! The extension module `memberferry._native`: what the Python package is built on. A function or method here takes its arguments
//! apart, makes one call of the library without the interpreter's lock, and gives back what that gives: bytes of JSON, or a handle on what
//! stays in Rust. It knows no rule of the domain, no default and no message; what makes it pleasant to use is Python, in
//! `python/memberferry/`.

mod access;
mod arrow_in;
mod arrow_out;
mod boundary;
mod contact;
mod contacts;
mod intake;
mod issues;
mod payments;
mod plan;
mod run;
mod site;
mod snapshot;
mod typed;

use pyo3::prelude::*;

#[pymodule(gil_used = false)]
mod _native {
    /// The package's version.
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "so it is called in Python")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    #[pymodule_export]
    use super::access::AccessTable;
    #[pymodule_export]
    use super::boundary::{call, operations};
    #[pymodule_export]
    use super::contact::{Contact, ContactIterator};
    #[pymodule_export]
    use super::contacts::{Columns, Contacts, TagDates};
    #[pymodule_export]
    use super::intake::{
        ContactReader, Intake, OrderIntake, OrderReader, RecordReader, SubscriptionIntake, SubscriptionReader,
    };
    #[pymodule_export]
    use super::issues::Issues;
    #[pymodule_export]
    use super::payments::{Orders, Subscriptions};
    #[pymodule_export]
    use super::plan::Plan;
    #[pymodule_export]
    use super::run::{Batch, NewPassword, Passwords, Run};
    #[pymodule_export]
    use super::site::Site;
    #[pymodule_export]
    use super::snapshot::Snapshot;
}
