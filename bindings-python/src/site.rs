//! A checked site.

use std::sync::Arc;

use memberferry::ops::At;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;

use crate::access::AccessTable;
use crate::boundary::{argument, refused, work, written};
use crate::contacts::Contacts;

/// A checked site.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Site {
    pub inner: Arc<memberferry::Site>,
}

#[pymethods]
impl Site {
    /// Reads and checks a site document.
    #[new]
    fn new(py: Python<'_>, document: PyBackedBytes) -> PyResult<Self> {
        let site = work(py, || memberferry::Site::from_json(&document).map_err(refused))?;
        Ok(Site { inner: Arc::new(site) })
    }

    /// The document.
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.document()))
    }

    /// What is worth knowing of it.
    fn issues<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.issues()))
    }

    /// The name.
    fn name(&self) -> &str {
        self.inner.name()
    }

    /// Who of the contacts gets to see which page at an instant.
    fn decide_all(&self, py: Python<'_>, contacts: &Contacts, at: PyBackedBytes) -> PyResult<AccessTable> {
        let (site, contacts) = (self.inner.clone(), contacts.inner.clone());
        work(py, || {
            let at: At = argument(&at)?;
            let table = site.decide_all(&contacts, at.at).map_err(refused)?;
            Ok(AccessTable { site, contacts, table: Arc::new(table) })
        })
    }
}
