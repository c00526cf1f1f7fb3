//! A checked site.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

use ext_php_rs::prelude::*;
use memberferry::ops::At;

use crate::access::AccessTable;
use crate::boundary::{Answer, Bytes, HANDLE, Text, argument, refused, work, written};
use crate::contacts::Contacts;

/// A checked site.
#[php_class]
#[php(name = "Memberferry\\Native\\Site", flags = HANDLE)]
pub struct Site {
    pub inner: Arc<memberferry::Site>,
}

#[php_impl]
impl Site {
    /// Reads and checks a site document.
    pub fn __construct(document: Bytes<'_>) -> PhpResult<Self> {
        let site = work(|| memberferry::Site::from_json(&document).map_err(refused))?;
        Ok(Site { inner: Arc::new(site) })
    }

    /// The same of a document that comes again and again, with one request after the other: while it is among the last that came, it is not
    /// read again.
    pub fn kept(document: Bytes<'_>) -> PhpResult<Self> {
        let inner = work(|| KEPT.with_borrow_mut(|kept| kept.site(&document)))?;
        Ok(Site { inner })
    }

    /// The document.
    pub fn document(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.document()))
    }

    /// What is worth knowing of it.
    pub fn issues(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.issues()))
    }

    /// The name.
    pub fn name(&self) -> &str {
        self.inner.name()
    }

    /// Who of the contacts gets to see which page at an instant.
    pub fn decide_all(&self, contacts: &Contacts, at: Bytes<'_>) -> PhpResult<AccessTable> {
        let table = work(|| {
            let at: At = argument(&at)?;
            self.inner.decide_all(&contacts.inner, at.at).map_err(refused)
        })?;
        Ok(AccessTable { site: self.inner.clone(), contacts: contacts.inner.clone(), table: Arc::new(table) })
    }
}

thread_local! {
    /// What this process has read already: PHP itself forgets everything between two requests.
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// The most bytes of documents that are kept.
const KEPT_BYTES: usize = 1 << 20;

/// Sites with their documents, the last one that was asked for first.
#[derive(Default)]
struct Kept {
    sites: VecDeque<(Box<[u8]>, Arc<memberferry::Site>)>,
    bytes: usize,
}

impl Kept {
    fn site(&mut self, document: &[u8]) -> Answer<Arc<memberferry::Site>> {
        let known = self.sites.iter().position(|(kept, _)| **kept == *document);
        if let Some(entry) = known.and_then(|place| self.sites.remove(place)) {
            let site = entry.1.clone();
            self.sites.push_front(entry);
            return Ok(site);
        }
        let site = Arc::new(memberferry::Site::from_json(document).map_err(refused)?);
        self.bytes += document.len();
        self.sites.push_front((document.into(), site.clone()));
        while self.bytes > KEPT_BYTES {
            let Some((last, _)) = self.sites.pop_back() else { break };
            self.bytes -= last.len();
        }
        Ok(site)
    }
}
