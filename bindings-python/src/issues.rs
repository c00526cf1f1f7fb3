//! What is wrong with an input, or was decided.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule};

use crate::arrow_out;
use crate::boundary::written;

/// What is wrong with an input, or was decided.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Issues {
    pub inner: Arc<memberferry::Issues>,
}

impl From<memberferry::Issues> for Issues {
    fn from(issues: memberferry::Issues) -> Self {
        Issues { inner: Arc::new(issues) }
    }
}

#[pymethods]
impl Issues {
    fn __len__(&self) -> usize {
        self.inner.len()
    }

    /// Some of them, from a place on.
    fn part<'py>(&self, py: Python<'py>, first: usize, count: usize) -> PyResult<Bound<'py, PyBytes>> {
        let places = first..first.saturating_add(count).min(self.inner.len());
        written(py, || Ok(places.filter_map(|place| self.inner.get(place)).collect::<Vec<_>>()))
    }

    /// How many there are of each code, kept or not.
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.counts()))
    }

    /// As an Arrow C stream.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let issues = self.inner.clone();
        arrow_out::stream(py, requested_schema, move |first| issues.frame_at(first))
    }
}
