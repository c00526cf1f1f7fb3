//! Who gets to see which page.

use std::sync::Arc;

use ext_php_rs::prelude::*;

use crate::boundary::{HANDLE, glance, work};
use crate::columns::Columns;

/// Who gets to see which page. Members and pages are numbered as the contacts and the site's pages are.
#[php_class]
#[php(name = "Memberferry\\Native\\AccessTable", flags = HANDLE)]
pub struct AccessTable {
    pub site: Arc<memberferry::Site>,
    pub contacts: Arc<memberferry::Contacts>,
    pub table: Arc<memberferry::AccessTable>,
}

#[php_impl]
impl AccessTable {
    /// The ids of the pages, in the order of the site.
    pub fn pages(&self) -> PhpResult<Vec<&str>> {
        glance(|| self.site.pages().iter().map(|page| page.id.as_str()).collect())
    }

    /// The number of members.
    pub fn length(&self) -> usize {
        self.table.member_count()
    }

    /// Whether a member gets to see a page.
    pub fn allows(&self, member: usize, page: usize) -> PhpResult<bool> {
        glance(|| self.table.allows(member, page))
    }

    /// How many members get to see a page.
    pub fn count(&self, page: usize) -> PhpResult<usize> {
        glance(|| self.table.count(page))
    }

    /// The members who get to see a page, in order.
    pub fn members_of(&self, page: usize) -> PhpResult<Vec<usize>> {
        glance(|| self.table.members_of(page).collect())
    }

    /// The members as columns, so many at a time.
    pub fn columns(&self, size: usize) -> PhpResult<Columns> {
        let (site, contacts, table) = (self.site.clone(), self.contacts.clone(), self.table.clone());
        work(|| Columns::of_frames(size, move |first| site.access_frame_at(&contacts, &table, first)))
    }
}
