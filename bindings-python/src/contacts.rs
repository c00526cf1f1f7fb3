//! A table of contacts.

use std::fmt;
use std::sync::Arc;

use memberferry::ops::MergeOptions;
use memberferry::{ContactColumns, ContactLineError, CsvOptions, JoinOptions, join_contacts, merge_contacts};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyCapsule, PyString};

use crate::boundary::{argument, each_chunk, internal, refused, work};
use crate::contact::{Contact, ContactIterator};
use crate::issues::Issues;
use crate::{arrow_in, arrow_out};

/// A table of contacts.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Contacts {
    pub inner: Arc<memberferry::Contacts>,
    /// By number, made when somebody first looks at a contact's tags.
    tag_names: PyOnceLock<Vec<Py<PyString>>>,
}

impl From<memberferry::Contacts> for Contacts {
    fn from(contacts: memberferry::Contacts) -> Self {
        Contacts { inner: Arc::new(contacts), tag_names: PyOnceLock::new() }
    }
}

impl Contacts {
    pub fn tag_names(&self, py: Python<'_>) -> &[Py<PyString>] {
        self.tag_names.get_or_init(py, || {
            self.inner.tag_book().names().map(|name| PyString::new(py, name.as_str()).unbind()).collect()
        })
    }
}

/// How many bytes of CSV are handed over at a time.
const CSV_BYTES: usize = 1 << 16;

#[pymethods]
impl Contacts {
    /// From chunks of whole lines of JSON, one contact each.
    #[staticmethod]
    fn from_json_lines(chunks: &Bound<'_, PyAny>) -> PyResult<Self> {
        let mut contacts = memberferry::Contacts::new();
        let refused = |error: ContactLineError| refused(error);
        each_chunk(chunks, |chunk| contacts.push_json_lines(chunk).map_err(refused))?;
        Ok(contacts.into())
    }

    /// From whatever hands over an Arrow C stream.
    #[staticmethod]
    fn from_arrow(table: &Bound<'_, PyAny>) -> PyResult<Self> {
        let mut contacts = memberferry::Contacts::new();
        arrow_in::each_frame(table, |frame| contacts.push_frame(frame).map_err(refused))?;
        Ok(contacts.into())
    }

    /// One list of several.
    #[staticmethod]
    fn merge(
        py: Python<'_>,
        lists: Vec<PyRef<'_, Contacts>>,
        options: PyBackedBytes,
    ) -> PyResult<(Contacts, Issues)> {
        let lists: Vec<_> = lists.iter().map(|list| list.inner.clone()).collect();
        let merged = work(py, || {
            let options: MergeOptions = argument(&options)?;
            Ok(merge_contacts(&lists, options.duplicates))
        })?;
        Ok((merged.contacts.into(), merged.issues.into()))
    }

    /// The users of a site put to these contacts of its CRM.
    fn join(&self, py: Python<'_>, users: &Contacts, options: PyBackedBytes) -> PyResult<(Contacts, Issues)> {
        let (contacts, users) = (self.inner.clone(), users.inner.clone());
        let joined = work(py, || {
            let options: JoinOptions = argument(&options)?;
            Ok(join_contacts(&contacts, &users, &options))
        })?;
        Ok((joined.contacts.into(), joined.issues.into()))
    }

    fn __len__(&self) -> usize {
        self.inner.len()
    }

    fn __getitem__(slf: PyRef<'_, Self>, place: isize) -> PyResult<Contact> {
        let length = slf.inner.len();
        let from_end = place.checked_add_unsigned(length).and_then(|place| usize::try_from(place).ok());
        let place = if place < 0 { from_end } else { usize::try_from(place).ok() };
        match place.filter(|place| *place < length) {
            Some(place) => Ok(Contact::new(slf.into(), place)),
            None => Err(PyIndexError::new_err("contact index out of range")),
        }
    }

    fn __iter__(slf: PyRef<'_, Self>) -> ContactIterator {
        ContactIterator::new(slf.into())
    }

    /// Some of them as lines of JSON, from a place on.
    fn json_lines<'py>(&self, py: Python<'py>, first: usize, count: usize) -> PyResult<Bound<'py, PyBytes>> {
        let lines = work(py, || {
            let mut lines = Vec::new();
            for contact in (first..first.saturating_add(count)).map_while(|place| self.inner.get(place)) {
                serde_json::to_writer(&mut lines, &contact.to_contact()).map_err(|_| internal())?;
                lines.push(b'\n');
            }
            Ok(lines)
        })?;
        Ok(PyBytes::new(py, &lines))
    }

    /// Writes them as CSV: calls `write` with one chunk of bytes after the other.
    fn write_csv(&self, py: Python<'_>, write: Py<PyAny>, options: PyBackedBytes) -> PyResult<()> {
        let contacts = self.inner.clone();
        let mut chunks = Chunks { write, text: String::new(), error: None };
        work(py, || {
            let options: CsvOptions = argument(&options)?;
            // Where it stopped, the exception that stopped it is kept.
            let _ = contacts.write_csv(&mut chunks, &options).and_then(|()| chunks.flush());
            Ok(())
        })?;
        chunks.error.map_or(Ok(()), Err)
    }

    /// The different tags, in order of first appearance.
    fn tags(&self) -> Vec<&str> {
        self.inner.tag_book().names().map(memberferry::TagName::as_str).collect()
    }

    /// The names of the custom fields, in column order.
    fn custom_fields(&self) -> Vec<&str> {
        self.inner.custom_fields().collect()
    }

    /// The bytes that they take.
    fn live_bytes(&self) -> usize {
        self.inner.live_bytes()
    }

    /// As an Arrow C stream.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let contacts = self.inner.clone();
        arrow_out::stream(py, requested_schema, move |first| contacts.frame_at(first))
    }

    /// Some of their columns, by name.
    fn columns(&self, py: Python<'_>, names: Vec<PyBackedStr>) -> PyResult<Columns> {
        let wanted = work(py, || ContactColumns::named(&names).map_err(refused))?;
        Ok(Columns { contacts: self.inner.clone(), wanted })
    }
}

/// Some of the columns of a table of contacts.
#[pyclass(frozen, module = "memberferry._native")]
pub struct Columns {
    contacts: Arc<memberferry::Contacts>,
    wanted: ContactColumns,
}

#[pymethods]
impl Columns {
    /// Their names, in the order of the table.
    fn names(&self) -> Vec<String> {
        self.wanted.names()
    }

    fn __len__(&self) -> usize {
        self.contacts.len()
    }

    /// As an Arrow C stream.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let (contacts, wanted) = (self.contacts.clone(), self.wanted.clone());
        arrow_out::stream(py, requested_schema, move |first| contacts.frame_of(first, &wanted))
    }
}

/// Hands text over to Python, some of it at a time.
struct Chunks {
    write: Py<PyAny>,
    text: String,
    error: Option<PyErr>,
}

impl Chunks {
    fn flush(&mut self) -> fmt::Result {
        let text = std::mem::take(&mut self.text);
        let written =
            Python::attach(|py| self.write.call1(py, (PyBytes::new(py, text.as_bytes()),)).map(drop));
        written.map_err(|error| {
            self.error = Some(error);
            fmt::Error
        })
    }
}

impl fmt::Write for Chunks {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(text);
        if self.text.len() < CSV_BYTES { Ok(()) } else { self.flush() }
    }
}

/// When contacts were given their tags.
#[pyclass(frozen, module = "memberferry._native")]
pub struct TagDates {
    pub inner: Arc<memberferry::TagDates>,
}

#[pymethods]
impl TagDates {
    fn __len__(&self) -> usize {
        self.inner.len()
    }
}
