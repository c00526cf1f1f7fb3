//! The extension `memberferry`: what the Composer package is built on. A function or method here takes its arguments apart, makes one
//! call of the library, and gives back what that gives: JSON, columns, or a handle on what stays in Rust. It knows no rule of the domain,
//! no default and no message; what makes it pleasant to use is PHP, in `php/src/`.
//!
//! Nothing here calls back into PHP: a fatal error there leaves by a long jump, past every destructor of the Rust in between. So whatever
//! has several parts is pushed or fetched part by part.

#![expect(elided_lifetimes_in_paths, reason = "the macros of ext-php-rs leave them out")]

mod access;
mod boundary;
mod columns;
mod contacts;
mod intake;
mod issues;
mod payments;
mod plan;
mod run;
mod site;
mod snapshot;

use ext_php_rs::prelude::*;
use ext_php_rs::zend::ModuleEntry;
use ext_php_rs::{info_table_end, info_table_row, info_table_start};

extern "C" fn info(_module: *mut ModuleEntry) {
    info_table_start!();
    info_table_row!("memberferry", env!("CARGO_PKG_VERSION"));
    info_table_end!();
}

#[php_module]
pub fn get_module(module: ModuleBuilder<'_>) -> ModuleBuilder<'_> {
    boundary::functions(module)
        .name("memberferry")
        .version(env!("CARGO_PKG_VERSION"))
        .info_function(info)
        .class::<boundary::NativeFailure>()
        .class::<access::AccessTable>()
        .class::<columns::Columns>()
        .class::<contacts::Contacts>()
        .class::<contacts::ContactsBuilder>()
        .class::<contacts::Csv>()
        .class::<contacts::Merged>()
        .class::<contacts::TagDates>()
        .class::<intake::ContactReader>()
        .class::<intake::OrderReader>()
        .class::<intake::SubscriptionReader>()
        .class::<intake::RecordReader>()
        .class::<intake::Intake>()
        .class::<intake::OrderIntake>()
        .class::<intake::SubscriptionIntake>()
        .class::<issues::Issues>()
        .class::<payments::Orders>()
        .class::<payments::Subscriptions>()
        .class::<plan::Plan>()
        .class::<plan::PlanReader>()
        .class::<run::Batch>()
        .class::<run::NewPassword>()
        .class::<run::Passwords>()
        .class::<run::Run>()
        .class::<site::Site>()
        .class::<snapshot::Snapshot>()
        .class::<snapshot::SnapshotBuilder>()
}
