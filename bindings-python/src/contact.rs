//! One contact of a table: nothing but its place, until something of it is asked for.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::atomic::{AtomicUsize, Ordering};

use memberferry::{ContactRef, Failure};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple};

use crate::boundary::{glance, raised};
use crate::contacts::Contacts;
use crate::typed::{Address, ContactRecord, Fields, Marketing, Texts};

/// One contact of a table: a view, which takes of the table what it is asked for.
#[pyclass(frozen, module = "memberferry")]
pub struct Contact {
    contacts: Py<Contacts>,
    place: usize,
}

impl Contact {
    pub fn new(contacts: Py<Contacts>, place: usize) -> Self {
        Contact { contacts, place }
    }

    /// Something of the contact.
    fn of<'a, T>(&'a self, py: Python<'_>, take: impl FnOnce(ContactRef<'a>) -> T) -> PyResult<T> {
        let contact = glance(py, || self.contacts.get().inner.get(self.place).map(take))?;
        contact.ok_or_else(|| raised(py, &Failure::internal()))
    }

    /// Something of the contact as the record that the package makes of it.
    fn record<'py>(&self, py: Python<'py>, kind: &str, wire: Vec<u8>) -> PyResult<Bound<'py, PyAny>> {
        static DECODE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        DECODE.import(py, "memberferry._wire", "decode")?.call1((kind, PyBytes::new(py, &wire)))
    }
}

type Text<'a> = PyResult<Option<&'a str>>;
type When = PyResult<Option<chrono::DateTime<chrono::Utc>>>;

#[pymethods]
impl Contact {
    /// Where it stands in its table, from 0.
    #[getter]
    fn index(&self) -> usize {
        self.place
    }

    /// The address as written, cleaned.
    #[getter]
    fn email(&self, py: Python<'_>) -> PyResult<&str> {
        self.of(py, |contact| contact.email())
    }

    /// What the address shares with its other spellings.
    #[getter]
    fn email_key(&self, py: Python<'_>) -> PyResult<String> {
        self.of(py, |contact| contact.email_key().as_str().to_owned())
    }

    /// The source's own id.
    #[getter]
    fn external_id(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.external_id())
    }

    /// Further ids of the source under the same address, in order of appearance.
    #[getter]
    fn external_id_aliases<'py>(&self, py: Python<'py>) -> PyResult<Texts<'py>> {
        PyTuple::new(py, self.of(py, |contact| contact.external_id_aliases().collect::<Vec<_>>())?).map(Texts)
    }

    /// The login name, only where it differs from the address.
    #[getter]
    fn username(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.username())
    }

    /// Given name.
    #[getter]
    fn first_name(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.first_name())
    }

    /// Family name.
    #[getter]
    fn last_name(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.last_name())
    }

    /// Telephone number: E.164, where reading could make it so; else as written.
    #[getter]
    fn phone(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.phone())
    }

    /// Company.
    #[getter]
    fn company(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.company())
    }

    /// Postal address.
    #[getter]
    fn address<'py>(&self, py: Python<'py>) -> PyResult<Address<'py>> {
        self.record(py, "Address", self.of(py, |contact| json(&contact.address()))?).map(Address)
    }

    /// When the source first knew the person.
    #[getter]
    fn created_at(&self, py: Python<'_>) -> When {
        self.of(py, |contact| contact.created_at().map(memberferry::Instant::to_datetime))
    }

    /// When the source last changed the record.
    #[getter]
    fn updated_at(&self, py: Python<'_>) -> When {
        self.of(py, |contact| contact.updated_at().map(memberferry::Instant::to_datetime))
    }

    /// Language.
    #[getter]
    fn locale(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.locale())
    }

    /// IANA time zone.
    #[getter]
    fn time_zone(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.time_zone())
    }

    /// What the person may be sent, with the evidence.
    #[getter]
    fn marketing<'py>(&self, py: Python<'py>) -> PyResult<Marketing<'py>> {
        self.record(py, "Marketing", self.of(py, |contact| json(&contact.marketing()))?).map(Marketing)
    }

    /// What the person may be sent: `subscribed`, `unsubscribed` and so on.
    #[getter]
    fn marketing_status(&self, py: Python<'_>) -> PyResult<&'static str> {
        self.of(py, |contact| contact.marketing_status().name())
    }

    /// The tags, in order of appearance.
    #[getter]
    fn tags<'py>(&self, py: Python<'py>) -> PyResult<Texts<'py>> {
        let contacts = self.contacts.get();
        let names = contacts.tag_names(py);
        let ids = self.of(py, |contact| contact.tag_ids())?;
        PyTuple::new(py, ids.filter_map(|id| names.get(id.index())).collect::<Vec<_>>()).map(Texts)
    }

    /// The fields that the source has and a contact has not, by the source's name, in column order.
    #[getter]
    fn custom<'py>(&self, py: Python<'py>) -> PyResult<Fields<'py>> {
        let fields = PyDict::new(py);
        for (name, value) in self.of(py, |contact| contact.custom().collect::<Vec<_>>())? {
            fields.set_item(name, value)?;
        }
        Ok(Fields(fields))
    }

    /// Who referred the person.
    #[getter]
    fn referring_affiliate(&self, py: Python<'_>) -> Text<'_> {
        self.of(py, |contact| contact.referring_affiliate())
    }

    /// Order ids, in order of appearance.
    #[getter]
    fn order_ids<'py>(&self, py: Python<'py>) -> PyResult<Texts<'py>> {
        PyTuple::new(py, self.of(py, |contact| contact.order_ids().collect::<Vec<_>>())?).map(Texts)
    }

    /// Subscription ids, in order of appearance.
    #[getter]
    fn subscription_ids<'py>(&self, py: Python<'py>) -> PyResult<Texts<'py>> {
        PyTuple::new(py, self.of(py, |contact| contact.subscription_ids().collect::<Vec<_>>())?).map(Texts)
    }

    /// The roles that the person has on the source site. No role is given to anybody by them.
    #[getter]
    fn roles<'py>(&self, py: Python<'py>) -> PyResult<Texts<'py>> {
        PyTuple::new(py, self.of(py, |contact| contact.roles().collect::<Vec<_>>())?).map(Texts)
    }

    /// The contact as a record of its own, which needs its table no longer.
    fn to_record<'py>(&self, py: Python<'py>) -> PyResult<ContactRecord<'py>> {
        self.record(py, "Contact", self.of(py, |contact| json(&contact.to_contact()))?).map(ContactRecord)
    }

    /// Whether it says the same of a person, wherever each of them stands.
    fn __eq__(&self, py: Python<'_>, other: &Contact) -> PyResult<bool> {
        let is_same = self.place == other.place && self.contacts.is(&other.contacts);
        Ok(is_same
            || self.of(py, |contact| contact.to_contact())?
                == other.of(py, |contact| contact.to_contact())?)
    }

    /// By the address, which equal ones share.
    fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
        let mut hasher = DefaultHasher::new();
        self.email(py)?.hash(&mut hasher);
        Ok(hasher.finish())
    }

    fn __repr__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        let email = PyString::new(py, self.email(py)?).repr()?;
        PyString::from_fmt(py, format_args!("<Contact {email}>"))
    }
}

fn json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

/// The contacts of a table, one after the other.
#[pyclass(frozen, module = "memberferry._native")]
pub struct ContactIterator {
    contacts: Py<Contacts>,
    next: AtomicUsize,
    end: usize,
}

impl ContactIterator {
    pub fn new(contacts: Py<Contacts>) -> Self {
        let end = contacts.get().inner.len();
        ContactIterator { contacts, next: AtomicUsize::new(0), end }
    }
}

#[pymethods]
impl ContactIterator {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> Option<Contact> {
        // Several threads may ask, and each contact is handed to one of them.
        let place = self
            .next
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |next| (next < self.end).then_some(next + 1));
        place.ok().map(|place| Contact::new(self.contacts.clone_ref(py), place))
    }

    fn __length_hint__(&self) -> usize {
        self.end.saturating_sub(self.next.load(Ordering::Relaxed))
    }
}
