//! A checked site.

use std::sync::Arc;

use ext_php_rs::prelude::*;
use memberferry::ops::At;

use crate::access::AccessTable;
use crate::boundary::{Bytes, HANDLE, Text, argument, refused, work, written};
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
