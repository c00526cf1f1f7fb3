//! How a call goes over and comes back: without the interpreter's lock, guarded against panics, its refusal as an exception of the
//! category's class. Does not know any operation.

use std::panic::{AssertUnwindSafe, catch_unwind};

use memberferry::{Failure, Refusal, ops};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyBytes;

/// Does work of the library without the interpreter's lock. A panic of it is the failure `internal`.
pub fn work<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Failure> + Send) -> PyResult<T> {
    // Nothing that the work may have left half-done is looked at again: its locks are poisoned.
    let done = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    done.unwrap_or_else(|_| Err(Failure::internal())).map_err(|failure| raised(py, &failure))
}

/// Does work of the library that takes less time than to let go of the lock.
pub fn glance<T>(py: Python<'_>, glance: impl FnOnce() -> T) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(glance)).map_err(|_| raised(py, &Failure::internal()))
}

/// A refusal of an area as a failure.
pub fn refused(refusal: impl Refusal) -> Failure {
    refusal.failure()
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

/// The reply of an operation, `{"ok": …}` or `{"failure": …}`, as bytes.
#[pyfunction]
pub fn call<'py>(py: Python<'py>, name: &str, request: PyBackedBytes) -> PyResult<Bound<'py, PyBytes>> {
    let name = name.to_owned();
    let reply = work(py, || Ok(ops::call(&name, &request)))?;
    Ok(PyBytes::new(py, &reply))
}

/// The names of the operations, sorted.
#[pyfunction]
pub fn operations() -> Vec<&'static str> {
    ops::names().collect()
}
