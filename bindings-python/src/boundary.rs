//! How a call goes over and comes back: without the interpreter's lock, guarded against panics, its refusal as an exception of the
//! category's class. Does not know any operation.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use memberferry::{Failure, Refusal, ops};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyIterator};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::contacts::Contacts;
use crate::plan::Plan;
use crate::site::Site;
use crate::snapshot::Snapshot;

/// What the library gives, or why not.
pub type Answer<T> = Result<T, Box<Failure>>;

/// Does work of the library without the interpreter's lock. A panic of it is the failure `internal`.
pub fn work<T: Send>(py: Python<'_>, work: impl FnOnce() -> Answer<T> + Send) -> PyResult<T> {
    let done = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    done.unwrap_or_else(|_| Err(internal())).map_err(|failure| raised(py, &failure))
}

/// Does work of the library that is over sooner than the lock is let go of.
pub fn glance<T>(py: Python<'_>, glance: impl FnOnce() -> T) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(glance)).map_err(|_| raised(py, &Failure::internal()))
}

/// The same work, whose answer is written as JSON.
pub fn written<'py, T: Serialize>(
    py: Python<'py>,
    answer: impl FnOnce() -> Answer<T> + Send,
) -> PyResult<Bound<'py, PyBytes>> {
    let json = work(py, || serde_json::to_vec(&answer()?).map_err(|_| internal()))?;
    Ok(PyBytes::new(py, &json))
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
pub fn argument<T: DeserializeOwned>(json: &[u8]) -> Answer<T> {
    ops::argument(json)
}

/// Takes a lock, which is only ever done without that of the interpreter. A panic while it was held was reported when it happened.
pub fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A failure as the exception that the package makes of it.
pub fn raised(py: Python<'_>, failure: &Failure) -> PyErr {
    static FROM_WIRE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let make = || {
        let wire = serde_json::to_vec(failure).unwrap_or_default();
        FROM_WIRE.import(py, "memberferry._failures", "from_wire")?.call1((PyBytes::new(py, &wire),))
    };
    make().map_or_else(|error| error, PyErr::from_value)
}

/// Hands each chunk of bytes of an iterable to some work of the library. An exception of the iterable goes on as it is.
pub fn each_chunk(
    chunks: &Bound<'_, PyAny>,
    mut take: impl FnMut(&[u8]) -> Answer<()> + Send,
) -> PyResult<()> {
    for chunk in PyIterator::from_object(chunks)? {
        let chunk: PyBackedBytes = chunk?.extract()?;
        work(chunks.py(), || take(&chunk))?;
    }
    Ok(())
}

/// The reply of an operation, `{"ok": …}` or `{"failure": …}`. What is lent is left out of the request.
#[pyfunction]
#[pyo3(signature = (name, request, *, site=None, contacts=None, users=None, plan=None))]
pub fn call<'py>(
    py: Python<'py>,
    name: PyBackedStr,
    request: PyBackedBytes,
    site: Option<PyRef<'py, Site>>,
    contacts: Option<PyRef<'py, Contacts>>,
    users: Option<PyRef<'py, Snapshot>>,
    plan: Option<PyRef<'py, Plan>>,
) -> PyResult<Bound<'py, PyBytes>> {
    let site = site.map(|site| site.inner.clone());
    let contacts = contacts.map(|contacts| contacts.inner.clone());
    let users = users.map(|users| users.inner.clone());
    let plan = plan.map(|plan| plan.inner.clone());
    let reply = work(py, || {
        let held = ops::Held {
            site: site.as_deref(),
            contacts: contacts.as_deref(),
            users: users.as_deref(),
            plan: plan.as_ref(),
        };
        Ok(ops::call_with(&name, &request, &held))
    })?;
    Ok(PyBytes::new(py, &reply))
}

/// The names of the operations, sorted.
#[pyfunction]
pub fn operations() -> Vec<&'static str> {
    ops::names().collect()
}
