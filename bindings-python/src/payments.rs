//! Orders and subscriptions as read.

use std::sync::Arc;

use memberferry::{Order, Subscription};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule};

use crate::arrow_out;
use crate::boundary::written;

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident: $record:ident;)*) => {
        $(
            $(#[$doc])*
            #[pyclass(frozen, module = "memberferry._native")]
            pub struct $name {
                pub inner: Arc<Vec<$record>>,
            }

            #[pymethods]
            impl $name {
                fn __len__(&self) -> usize {
                    self.inner.len()
                }

                /// Some of them, from a place on.
                fn part<'py>(&self, py: Python<'py>, first: usize, count: usize) -> PyResult<Bound<'py, PyBytes>> {
                    written(py, || Ok(self.inner.iter().skip(first).take(count).collect::<Vec<_>>()))
                }

                /// As an Arrow C stream.
                #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
                fn __arrow_c_stream__<'py>(
                    &self,
                    py: Python<'py>,
                    requested_schema: Option<Bound<'py, PyAny>>,
                ) -> PyResult<Bound<'py, PyCapsule>> {
                    let records = self.inner.clone();
                    arrow_out::stream(py, requested_schema, move |first| $record::frame_at(&records, first))
                }
            }
        )*
    };
}

records! {
    /// Orders, refunds and disputes.
    Orders: Order;
    /// Subscriptions.
    Subscriptions: Subscription;
}
