//! A plan.

use memberferry::ops::TieOptions;
use memberferry::{EnrollmentEvidence, PlanOptions, Purchases, tie_orders};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;

use crate::boundary::{argument, each_chunk, refused, work, written};
use crate::contacts::{Contacts, TagDates};
use crate::payments::Orders;
use crate::site::Site;
use crate::snapshot::Snapshot;

/// A plan: every change that a migration will make.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Plan {
    pub inner: memberferry::Plan,
}

#[pymethods]
impl Plan {
    /// Plans the move of contacts to a site's target.
    #[staticmethod]
    #[pyo3(signature = (site, contacts, snapshot, options, *, tag_dates=None, orders=None, ties))]
    #[expect(clippy::too_many_arguments, reason = "as many as there are things known of a move")]
    fn build(
        py: Python<'_>,
        site: &Site,
        contacts: &Contacts,
        snapshot: &Snapshot,
        options: PyBackedBytes,
        tag_dates: Option<PyRef<'_, TagDates>>,
        orders: Option<PyRef<'_, Orders>>,
        ties: PyBackedBytes,
    ) -> PyResult<Self> {
        let (site, contacts, snapshot) = (&*site.inner, &*contacts.inner, &*snapshot.inner);
        let tag_dates = tag_dates.map(|dates| dates.inner.clone());
        let orders = orders.map(|orders| orders.inner.clone());
        let inner = work(py, || {
            let (options, ties): (PlanOptions, TieOptions) = (argument(&options)?, argument(&ties)?);
            let purchases = orders.as_deref().map(|orders| {
                let ties = tie_orders(orders, contacts, ties.customer_ids);
                Purchases::of_orders(site, orders, &ties.rows)
            });
            let evidence =
                EnrollmentEvidence { tag_dates: tag_dates.as_deref(), purchases: purchases.as_ref() };
            memberferry::Plan::build_with(site, contacts, evidence, snapshot, &options).map_err(refused)
        })?;
        Ok(Plan { inner })
    }

    /// Reads a plan back, from chunks of its bytes.
    #[staticmethod]
    fn from_chunks(py: Python<'_>, chunks: &Bound<'_, PyAny>) -> PyResult<Self> {
        let mut bytes = Vec::new();
        each_chunk(chunks, |chunk| {
            bytes.extend_from_slice(chunk);
            Ok(())
        })?;
        let inner = work(py, || memberferry::Plan::from_bytes(&bytes).map_err(refused))?;
        Ok(Plan { inner })
    }

    /// Some of its bytes, from a place on; none past the end.
    fn chunk<'py>(&self, py: Python<'py>, first: usize, length: usize) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.inner.chunk(first, length))
    }

    /// The digest, in hexadecimal digits.
    fn digest(&self) -> &str {
        self.inner.digest().as_str()
    }

    /// What the plan says of itself.
    fn header<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.header()))
    }

    /// How much of what.
    fn summary<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.summary()))
    }

    /// The copy of the site that it is for.
    fn environment<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.environment()))
    }

    /// What is worth knowing.
    fn issues<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.issues()))
    }

    /// The errors that nobody has waived.
    fn blockers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.blockers().collect::<Vec<_>>()))
    }

    /// The number of operations.
    fn __len__(&self) -> usize {
        self.inner.len()
    }

    /// Some of the operations, from a place on.
    fn operations<'py>(&self, py: Python<'py>, first: usize, count: usize) -> PyResult<Bound<'py, PyBytes>> {
        let places = first..first.saturating_add(count).min(self.inner.len());
        written(py, || Ok(places.filter_map(|place| self.inner.operation(place)).collect::<Vec<_>>()))
    }

    /// What another plan does differently.
    fn diff<'py>(&self, py: Python<'py>, other: &Plan) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(self.inner.diff(&other.inner)))
    }
}
