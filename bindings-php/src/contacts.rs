//! A table of contacts.

use std::sync::Arc;

use ext_php_rs::prelude::*;
use memberferry::ops::MergeOptions;
use memberferry::{ContactColumns, CsvOptions, JoinOptions, join_contacts, merge_contacts};

use crate::boundary::{Bytes, HANDLE, Text, argument, glance, internal, refused, work};
use crate::columns::Columns;
use crate::issues::Issues;

/// A table of contacts.
#[php_class]
#[php(name = "Memberferry\\Native\\Contacts", flags = HANDLE)]
pub struct Contacts {
    pub inner: Arc<memberferry::Contacts>,
}

impl From<memberferry::Contacts> for Contacts {
    fn from(contacts: memberferry::Contacts) -> Self {
        Contacts { inner: Arc::new(contacts) }
    }
}

#[php_impl]
impl Contacts {
    /// One list of several.
    pub fn merge(lists: Vec<&Contacts>, options: Bytes<'_>) -> PhpResult<Merged> {
        let merged = work(|| {
            let options: MergeOptions = argument(&options)?;
            let lists: Vec<_> = lists.iter().map(|list| list.inner.clone()).collect();
            Ok(merge_contacts(&lists, options.duplicates))
        })?;
        Ok(merged.into())
    }

    /// The users of a site put to these contacts of its CRM.
    pub fn join(&self, users: &Contacts, options: Bytes<'_>) -> PhpResult<Merged> {
        let joined = work(|| {
            let options: JoinOptions = argument(&options)?;
            Ok(join_contacts(&self.inner, &users.inner, &options))
        })?;
        Ok(joined.into())
    }

    /// How many there are.
    pub fn length(&self) -> usize {
        self.inner.len()
    }

    /// Some of them as lines of JSON, from a place on.
    pub fn json_lines(&self, first: usize, count: usize) -> PhpResult<Text> {
        work(|| {
            let mut lines = Vec::new();
            for contact in (first..first.saturating_add(count)).map_while(|place| self.inner.get(place)) {
                serde_json::to_writer(&mut lines, &contact.to_contact()).map_err(|_| internal())?;
                lines.push(b'\n');
            }
            Ok(Text::new(lines))
        })
    }

    /// The names of all columns, in order.
    pub fn column_names() -> PhpResult<Vec<String>> {
        glance(|| ContactColumns::all().names())
    }

    /// Some of their columns, so many contacts at a time.
    pub fn columns(&self, names: Vec<String>, size: usize) -> PhpResult<Columns> {
        let contacts = self.inner.clone();
        work(|| {
            let columns = ContactColumns::named(names).map_err(refused)?;
            Columns::of_frames(size, move |first| contacts.frame_of(first, &columns))
        })
    }

    /// All of them as CSV.
    pub fn csv(&self, options: Bytes<'_>) -> PhpResult<Csv> {
        let text = work(|| {
            let options: CsvOptions = argument(&options)?;
            let mut text = String::new();
            self.inner.write_csv(&mut text, &options).map_err(|_| internal())?;
            Ok(text)
        })?;
        Ok(Csv { text })
    }

    /// The different tags, in order of first appearance.
    pub fn tags(&self) -> PhpResult<Vec<&str>> {
        glance(|| self.inner.tag_book().names().map(memberferry::TagName::as_str).collect())
    }

    /// The names of the custom fields, in column order.
    pub fn custom_fields(&self) -> PhpResult<Vec<&str>> {
        glance(|| self.inner.custom_fields().collect())
    }

    /// The bytes that they take.
    pub fn live_bytes(&self) -> PhpResult<usize> {
        glance(|| self.inner.live_bytes())
    }
}

/// Contacts that are being put together.
#[php_class]
#[php(name = "Memberferry\\Native\\ContactsBuilder", flags = HANDLE)]
pub struct ContactsBuilder {
    contacts: memberferry::Contacts,
}

#[php_impl]
impl ContactsBuilder {
    pub fn __construct() -> Self {
        ContactsBuilder { contacts: memberferry::Contacts::new() }
    }

    /// Takes whole lines of JSON, one contact each.
    pub fn push(&mut self, lines: Bytes<'_>) -> PhpResult<()> {
        work(|| self.contacts.push_json_lines(&lines).map_err(refused))
    }

    /// What was put together. What is left is empty.
    pub fn finish(&mut self) -> Contacts {
        std::mem::take(&mut self.contacts).into()
    }
}

/// Contacts as CSV.
#[php_class]
#[php(name = "Memberferry\\Native\\Csv", flags = HANDLE)]
pub struct Csv {
    text: String,
}

#[php_impl]
impl Csv {
    /// Some of its bytes, from a place on; none past the end.
    pub fn chunk(&self, first: usize, length: usize) -> Text {
        let rest = self.text.as_bytes().get(first..).unwrap_or_default();
        Text::new(rest.get(..length).unwrap_or(rest))
    }
}

/// One list made of several, and what was merged and overruled in it.
#[php_class]
#[php(name = "Memberferry\\Native\\Merged", flags = HANDLE)]
pub struct Merged {
    contacts: Arc<memberferry::Contacts>,
    issues: Arc<memberferry::Issues>,
}

impl From<memberferry::Merged> for Merged {
    fn from(merged: memberferry::Merged) -> Self {
        Merged { contacts: Arc::new(merged.contacts), issues: Arc::new(merged.issues) }
    }
}

#[php_impl]
impl Merged {
    /// The list.
    pub fn contacts(&self) -> Contacts {
        Contacts { inner: self.contacts.clone() }
    }

    /// What was merged and overruled.
    pub fn issues(&self) -> Issues {
        Issues { inner: self.issues.clone() }
    }
}

/// When contacts were given their tags.
#[php_class]
#[php(name = "Memberferry\\Native\\TagDates", flags = HANDLE)]
pub struct TagDates {
    pub inner: Arc<memberferry::TagDates>,
}

#[php_impl]
impl TagDates {
    /// How many there are.
    pub fn length(&self) -> usize {
        self.inner.len()
    }
}
