//! How a call goes over and comes back: guarded against panics, its refusal as one exception that holds the failure's JSON. Does not know
//! any operation.

use std::panic::{AssertUnwindSafe, catch_unwind};

use ext_php_rs::binary::Binary;
use ext_php_rs::binary_slice::BinarySlice;
use ext_php_rs::flags::ClassFlags;
use ext_php_rs::prelude::*;
use ext_php_rs::zend::ce;
use memberferry::{Failure, Refusal, ops};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::contacts::Contacts;
use crate::plan::Plan;
use crate::site::Site;
use crate::snapshot::Snapshot;

/// What a handle is to PHP: nothing to inherit from, to write down, or to hang properties on.
pub const HANDLE: ClassFlags =
    ClassFlags::Final.union(ClassFlags::NotSerializable).union(ClassFlags::NoDynamicProperties);

/// Bytes from PHP, whatever they are. PHP's text has no encoding.
pub type Bytes<'a> = BinarySlice<'a, u8>;

/// Bytes for PHP.
pub type Text = Binary<u8>;

/// What every refusal is thrown as. Its message is the failure as JSON; the package makes an exception of the category's class of it.
#[php_class]
#[php(name = "Memberferry\\Native\\Failure")]
#[php(extends(ce = ce::exception, stub = "\\Exception"))]
#[derive(Default)]
pub struct NativeFailure;

/// What the library gives, or why not.
pub type Answer<T> = Result<T, Box<Failure>>;

/// Does work of the library. A panic of it is the failure `internal`.
pub fn work<T>(work: impl FnOnce() -> Answer<T>) -> PhpResult<T> {
    let done = catch_unwind(AssertUnwindSafe(work));
    done.unwrap_or_else(|_| Err(internal())).map_err(|failure| thrown(&failure))
}

/// The same work, which cannot be refused.
pub fn glance<T>(glance: impl FnOnce() -> T) -> PhpResult<T> {
    work(|| Ok(glance()))
}

/// The same work, whose answer is written as JSON.
pub fn written<T: Serialize>(answer: impl FnOnce() -> Answer<T>) -> PhpResult<Text> {
    work(|| serde_json::to_vec(&answer()?).map(Text::new).map_err(|_| internal()))
}

/// A refusal of an area as a failure.
pub fn refused(refusal: impl Refusal) -> Box<Failure> {
    Box::new(refusal.failure())
}

/// A mistake of the library.
pub fn internal() -> Box<Failure> {
    Box::new(Failure::internal())
}

/// An argument that is JSON.
pub fn argument<T: DeserializeOwned>(json: &Bytes<'_>) -> Answer<T> {
    ops::argument(json)
}

fn thrown(failure: &Failure) -> PhpException {
    PhpException::from_class::<NativeFailure>(serde_json::to_string(failure).unwrap_or_default())
}

/// The reply of an operation, `{"ok": …}` or `{"failure": …}`. What is lent is left out of the request.
#[php_function]
#[php(name = "Memberferry\\Native\\call")]
pub fn call(
    name: &str,
    request: Bytes<'_>,
    site: Option<&Site>,
    contacts: Option<&Contacts>,
    users: Option<&Snapshot>,
    plan: Option<&Plan>,
) -> PhpResult<Text> {
    work(|| {
        let held = ops::Held {
            site: site.map(|site| &*site.inner),
            contacts: contacts.map(|contacts| &*contacts.inner),
            users: users.map(|users| &*users.inner),
            plan: plan.map(|plan| &plan.inner),
        };
        Ok(Text::new(ops::call_with(name, &request, &held)))
    })
}

/// The names of the operations, sorted.
#[php_function]
#[php(name = "Memberferry\\Native\\operations")]
pub fn operations() -> Vec<&'static str> {
    ops::names().collect()
}

/// The version of the extension, which is that of the package.
#[php_function]
#[php(name = "Memberferry\\Native\\version")]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Adds the functions to the module.
pub fn functions(module: ModuleBuilder<'_>) -> ModuleBuilder<'_> {
    module
        .function(wrap_function!(call))
        .function(wrap_function!(operations))
        .function(wrap_function!(version))
}
