//! What a target holds.

use std::sync::Arc;

use memberferry::SnapshotBuilder;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::boundary::{each_chunk, refused, work};

/// What a target holds.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Snapshot {
    pub inner: Arc<memberferry::Snapshot>,
}

#[pymethods]
impl Snapshot {
    /// From chunks of whole lines of JSON, one user each.
    #[staticmethod]
    fn from_json_lines(py: Python<'_>, chunks: &Bound<'_, PyAny>) -> PyResult<Self> {
        let mut builder = SnapshotBuilder::default();
        each_chunk(chunks, |chunk| builder.push_json_lines(chunk).map_err(refused))?;
        let snapshot = work(py, || builder.finish().map_err(refused))?;
        Ok(Snapshot { inner: Arc::new(snapshot) })
    }

    fn __len__(&self) -> usize {
        self.inner.len()
    }

    /// The users as lines of JSON, in the order of their addresses' keys.
    fn json_lines<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let lines = work(py, || Ok(self.inner.to_json_lines()))?;
        Ok(PyBytes::new(py, &lines))
    }

    /// The name of these users, whoever took them.
    fn digest(&self, py: Python<'_>) -> PyResult<String> {
        work(py, || Ok(self.inner.digest().as_str().to_owned()))
    }
}
