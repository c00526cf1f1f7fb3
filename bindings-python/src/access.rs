//! Who gets to see which page.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::arrow_out;

/// Who gets to see which page. Members and pages are numbered as the contacts and the site's pages are.
#[pyclass(frozen, module = "memberferry._native")]
pub struct AccessTable {
    pub site: Arc<memberferry::Site>,
    pub contacts: Arc<memberferry::Contacts>,
    pub table: Arc<memberferry::AccessTable>,
}

#[pymethods]
impl AccessTable {
    /// The ids of the pages, in the order of the site.
    fn pages(&self) -> Vec<&str> {
        self.site.pages().iter().map(|page| page.id.as_str()).collect()
    }

    /// The number of members.
    fn __len__(&self) -> usize {
        self.table.member_count()
    }

    /// Whether a member gets to see a page.
    fn allows(&self, member: usize, page: usize) -> bool {
        self.table.allows(member, page)
    }

    /// How many members get to see a page.
    fn count(&self, page: usize) -> usize {
        self.table.count(page)
    }

    /// The members who get to see a page, in order.
    fn members_of(&self, page: usize) -> Vec<usize> {
        self.table.members_of(page).collect()
    }

    /// As an Arrow C stream.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let (site, contacts, table) = (self.site.clone(), self.contacts.clone(), self.table.clone());
        arrow_out::stream(py, requested_schema, move |first| site.access_frame_at(&contacts, &table, first))
    }
}
