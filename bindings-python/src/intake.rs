//! Readers that are pushed bytes, and what they give.

use std::sync::{Arc, Mutex};

use memberferry::{IntakeError, ReadOptions, ReadProgress, RelatedRecords, ops};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;

use crate::boundary::{Answer, argument, held, refused, work, written};
use crate::contacts::{Contacts, TagDates};
use crate::issues::Issues;
use crate::payments::{Orders, Subscriptions};

/// A reader, until it is finished.
struct Pushed<R>(Mutex<Option<R>>);

impl<R: Send> Pushed<R> {
    fn new(py: Python<'_>, reader: impl FnOnce() -> Answer<R> + Send) -> PyResult<Self> {
        Ok(Pushed(Mutex::new(Some(work(py, reader)?))))
    }

    /// Does something with the reader. One that is finished is empty.
    fn with<T: Send>(
        &self,
        py: Python<'_>,
        take: impl FnOnce(&mut R) -> Result<T, IntakeError> + Send,
    ) -> PyResult<T> {
        work(py, || match held(&self.0).as_mut() {
            Some(reader) => take(reader).map_err(refused),
            None => Err(refused(IntakeError::Empty)),
        })
    }

    fn finish<T: Send>(
        &self,
        py: Python<'_>,
        finish: impl FnOnce(R) -> Result<T, IntakeError> + Send,
    ) -> PyResult<T> {
        work(py, || {
            let reader = held(&self.0).take().ok_or_else(|| refused(IntakeError::Empty))?;
            finish(reader).map_err(refused)
        })
    }
}

/// Bytes, records, records kept, records set aside.
type Progress = (u64, u64, u64, u64);

fn numbers(progress: ReadProgress) -> Progress {
    (progress.bytes, progress.records, progress.kept, progress.set_aside)
}

macro_rules! readers {
    ($($(#[$doc:meta])* $name:ident => $answer:ident;)*) => {
        $(
            $(#[$doc])*
            #[pyclass(frozen, module = "memberferry._native")]
            pub struct $name(Pushed<memberferry::$name>);

            #[pymethods]
            impl $name {
                #[new]
                fn new(py: Python<'_>, options: PyBackedBytes) -> PyResult<Self> {
                    Pushed::new(py, || memberferry::$name::new(argument(&options)?).map_err(refused)).map($name)
                }

                /// Takes the next bytes.
                fn push(&self, py: Python<'_>, chunk: PyBackedBytes) -> PyResult<()> {
                    self.0.with(py, |reader| reader.push(&chunk))
                }

                /// Bytes, records, records kept, records set aside.
                fn progress(&self, py: Python<'_>) -> PyResult<Progress> {
                    self.0.with(py, |reader| Ok(numbers(reader.progress())))
                }

                /// Ends the input.
                fn finish(&self, py: Python<'_>) -> PyResult<$answer> {
                    let intake = self.0.finish(py, memberferry::$name::finish)?;
                    $answer::new(py, intake)
                }
            }
        )*
    };
}

readers! {
    /// Reads contacts.
    ContactReader => Intake;
    /// Reads orders.
    OrderReader => OrderIntake;
    /// Reads subscriptions.
    SubscriptionReader => SubscriptionIntake;
}

/// Reads the contacts of an API's JSON.
#[pyclass(frozen, module = "memberferry._native")]
pub struct RecordReader(Pushed<memberferry::RecordReader>);

#[pymethods]
impl RecordReader {
    /// `related` is JSON that the API gives apart from its contacts.
    #[new]
    fn new(py: Python<'_>, options: PyBackedBytes, related: Vec<PyBackedBytes>) -> PyResult<Self> {
        let reader = || {
            let mut known = RelatedRecords::default();
            for json in &related {
                known.add_json(json).map_err(refused)?;
            }
            let options: ReadOptions = ops::argument(&options)?;
            memberferry::RecordReader::new(options, known).map_err(refused)
        };
        Pushed::new(py, reader).map(RecordReader)
    }

    /// Whether an input that begins so is for this reader.
    #[staticmethod]
    fn recognises(py: Python<'_>, start: PyBackedBytes) -> PyResult<bool> {
        work(py, || Ok(memberferry::RecordReader::recognises(&start)))
    }

    /// Takes the next bytes.
    fn push(&self, py: Python<'_>, chunk: PyBackedBytes) -> PyResult<()> {
        self.0.with(py, |reader| reader.push(&chunk))
    }

    /// Bytes, records, records kept, records set aside.
    fn progress(&self, py: Python<'_>) -> PyResult<Progress> {
        self.0.with(py, |reader| Ok(numbers(reader.progress())))
    }

    /// Ends the input.
    fn finish(&self, py: Python<'_>) -> PyResult<Intake> {
        let intake = self.0.finish(py, memberferry::RecordReader::finish)?;
        Intake::new(py, intake)
    }
}

macro_rules! intakes {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $handle:ident = $make:expr),* })*) => {
        $(
            $(#[$doc])*
            #[pyclass(frozen, module = "memberferry._native")]
            pub struct $name {
                $($field: Py<$handle>,)*
                issues: Py<Issues>,
                /// Without what stands beside it.
                rest: memberferry::$name,
            }

            impl $name {
                fn new(py: Python<'_>, mut rest: memberferry::$name) -> PyResult<Self> {
                    $(let $field = Py::new(py, $make(std::mem::take(&mut rest.$field)))?;)*
                    let issues = Py::new(py, Issues::from(std::mem::take(&mut rest.issues)))?;
                    Ok($name { $($field,)* issues, rest })
                }
            }

            #[pymethods]
            impl $name {
                $(
                    fn $field(&self, py: Python<'_>) -> Py<$handle> {
                        self.$field.clone_ref(py)
                    }
                )*

                fn issues(&self, py: Python<'_>) -> Py<Issues> {
                    self.issues.clone_ref(py)
                }

                /// What the input was found to be.
                fn detection<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
                    written(py, || Ok(&self.rest.detection))
                }

                /// What each column was taken for.
                fn mapping<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
                    written(py, || Ok(&self.rest.mapping))
                }

                /// How many of everything.
                fn stats<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
                    written(py, || Ok(self.rest.stats))
                }

                /// The records that were set aside, as CSV.
                fn set_aside_csv(&self, py: Python<'_>) -> PyResult<String> {
                    work(py, || Ok(self.rest.set_aside_csv()))
                }
            }
        )*
    };
}

intakes! {
    /// What a reading of contacts gives.
    Intake {
        contacts: Contacts = Contacts::from,
        tag_dates: TagDates = |dates| TagDates { inner: Arc::new(dates) }
    }
    /// What a reading of orders gives.
    OrderIntake { orders: Orders = |orders| Orders { inner: Arc::new(orders) } }
    /// What a reading of subscriptions gives.
    SubscriptionIntake {
        subscriptions: Subscriptions = |subscriptions| Subscriptions { inner: Arc::new(subscriptions) }
    }
}
