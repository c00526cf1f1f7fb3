//! A plan being carried out.

use std::sync::{Arc, Mutex};

use memberferry::ops::{At, Outcomes};
use memberferry::{RunOptions, Secret};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::PyBytes;

use crate::boundary::{argument, held, refused, work, written};
use crate::contacts::Contacts;
use crate::plan::Plan;
use crate::snapshot::Snapshot;

/// Operations to be carried out in order.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Batch {
    inner: memberferry::Batch,
}

#[pymethods]
impl Batch {
    fn __len__(&self) -> usize {
        self.inner.operations.len()
    }

    /// The batch.
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(&self.inner))
    }
}

/// The passwords of a plan's new users, none of which it gives out: a run does, for the batch in hand.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Passwords {
    inner: Arc<memberferry::Passwords<'static>>,
}

#[pymethods]
impl Passwords {
    #[new]
    fn new(py: Python<'_>, plan: &Plan, contacts: &Contacts, seed: PyBackedStr) -> PyResult<Self> {
        let (plan, contacts) = (plan.inner.clone(), contacts.inner.clone());
        let passwords = work(py, || {
            memberferry::Passwords::shared(&plan, contacts, Secret::new(&seed)).map_err(refused)
        })?;
        Ok(Passwords { inner: Arc::new(passwords) })
    }

    /// Refuses where a password that the plan keeps is not there.
    fn check(&self, py: Python<'_>, plan: &Plan) -> PyResult<()> {
        let plan = plan.inner.clone();
        work(py, || self.inner.check(&plan).map_err(refused))
    }
}

/// A password for a user. It shows itself to whoever calls `expose`, and to nobody else.
#[pyclass(frozen, module = "memberferry")]
pub struct NewPassword {
    inner: memberferry::NewPassword,
}

#[pymethods]
impl NewPassword {
    /// `hash`, to be stored as it is, or `plaintext`, to be hashed as the target does.
    #[getter]
    fn kind(&self) -> &'static str {
        self.inner.name()
    }

    /// The secret itself. Whoever calls this answers for where it goes.
    fn expose(&self) -> &str {
        self.inner.secret().expose()
    }

    fn __repr__(&self) -> &'static str {
        "<NewPassword [secret]>"
    }
}

/// A plan being carried out.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Run {
    inner: Mutex<memberferry::Run>,
}

impl From<memberferry::Run> for Run {
    fn from(run: memberferry::Run) -> Self {
        Run { inner: Mutex::new(run) }
    }
}

#[pymethods]
impl Run {
    /// Starts; gives the run and the first line of its journal.
    #[staticmethod]
    fn start<'py>(
        py: Python<'py>,
        plan: &Plan,
        options: PyBackedBytes,
        at: PyBackedBytes,
    ) -> PyResult<(Run, Bound<'py, PyBytes>)> {
        let plan = plan.inner.clone();
        let (run, line) = work(py, || {
            let (options, at): (RunOptions, At) = (argument(&options)?, argument(&at)?);
            memberferry::Run::start(&plan, &options, at.at).map_err(refused)
        })?;
        Ok((run.into(), PyBytes::new(py, &line)))
    }

    /// Goes on where a journal ends; gives the run, how many bytes of the journal are whole lines, and what is to be said of a torn one.
    #[staticmethod]
    fn resume<'py>(
        py: Python<'py>,
        plan: &Plan,
        journal: PyBackedBytes,
        options: PyBackedBytes,
    ) -> PyResult<(Run, usize, Option<Bound<'py, PyBytes>>)> {
        let plan = plan.inner.clone();
        let resumed = work(py, || {
            let options: RunOptions = argument(&options)?;
            memberferry::Run::resume(&plan, &journal, &options).map_err(refused)
        })?;
        let torn = resumed.torn.map(|torn| written(py, || Ok(&torn))).transpose()?;
        Ok((resumed.run.into(), resumed.valid_bytes, torn))
    }

    /// The operations to carry out next, if there are any.
    fn next_batch(&self, py: Python<'_>) -> PyResult<Option<Batch>> {
        let batch = work(py, || Ok(held(&self.inner).next_batch()))?;
        Ok(batch.map(|inner| Batch { inner }))
    }

    /// Takes the outcomes of the batch in hand; gives the lines to add to the journal.
    fn record<'py>(
        &self,
        py: Python<'py>,
        batch: &Batch,
        outcomes: PyBackedBytes,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let lines = work(py, || {
            let Outcomes { outcomes, at } = argument(&outcomes)?;
            held(&self.inner).record(&batch.inner, &outcomes, at).map_err(refused)
        })?;
        Ok(PyBytes::new(py, &lines))
    }

    /// The password that an operation of the batch in hand needs, by its place in the batch.
    fn password(
        &self,
        py: Python<'_>,
        batch: &Batch,
        place: usize,
        passwords: &Passwords,
    ) -> PyResult<Option<NewPassword>> {
        let password =
            work(py, || held(&self.inner).password(&batch.inner, place, &passwords.inner).map_err(refused))?;
        Ok(password.map(|inner| NewPassword { inner }))
    }

    /// Gives the run up; gives the line to add to the journal.
    fn abort<'py>(&self, py: Python<'py>, at: PyBackedBytes) -> PyResult<Bound<'py, PyBytes>> {
        let line = work(py, || {
            let at: At = argument(&at)?;
            held(&self.inner).abort(at.at).map_err(refused)
        })?;
        Ok(PyBytes::new(py, &line))
    }

    /// How the run stands.
    fn status<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(held(&self.inner).status()))
    }

    /// How far the run is.
    fn progress<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        written(py, || Ok(held(&self.inner).progress()))
    }

    /// The plan that takes this run back on a target as it is now.
    fn rollback_plan(&self, py: Python<'_>, snapshot: &Snapshot, at: PyBackedBytes) -> PyResult<Plan> {
        let snapshot = snapshot.inner.clone();
        let inner = work(py, || {
            let at: At = argument(&at)?;
            held(&self.inner).rollback_plan(&snapshot, at.at).map_err(refused)
        })?;
        Ok(Plan { inner })
    }
}
