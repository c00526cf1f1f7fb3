//! Tables of contacts and lists of issues. Does not know how they came about.

use std::fmt;
use std::sync::Arc;

use memberferry::ops::MergeOptions;
use memberferry::{ContactColumns, Contacts, CsvOptions, Issues, JoinOptions, join_contacts, merge_contacts};
use serde::Deserialize;

use crate::columns::packed;
use crate::guard::{Outcome, argument, internal, lacking, refused, written};
use crate::handle::{Handle, Lent};

/// Some of many, from a place on.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Part {
    pub first: usize,
    pub count: usize,
}

impl Part {
    /// The places, none of them past the end.
    pub fn of(self, length: usize) -> std::ops::Range<usize> {
        let end = self.first.saturating_add(self.count).min(length);
        self.first.min(end)..end
    }
}

/// A place.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct From {
    pub first: usize,
}

/// Contacts put together of several lists, and what was decided.
pub struct Merged {
    contacts: Arc<Contacts>,
    issues: Arc<Issues>,
}

impl Merged {
    fn handle(merged: memberferry::Merged) -> Handle {
        Handle::Merged(Arc::new(Merged { contacts: merged.contacts.into(), issues: merged.issues.into() }))
    }

    pub fn contacts(&self) -> Handle {
        Handle::Contacts(self.contacts.clone())
    }

    pub fn issues(&self) -> Handle {
        Handle::Issues(self.issues.clone())
    }
}

/// One list of several.
pub fn merge(options: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let MergeOptions { duplicates, .. } = argument(options)?;
    let lists: Vec<_> = lent.lists().cloned().collect();
    Ok(Merged::handle(merge_contacts(&lists, duplicates)))
}

/// The users of a site, lent second, put to the contacts of its CRM, lent first.
pub fn join(options: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let options: JoinOptions = argument(options)?;
    let mut lists = lent.lists();
    let (contacts, users) = lists.next().zip(lists.next()).ok_or_else(|| lacking("contacts"))?;
    Ok(Merged::handle(join_contacts(contacts, users, &options)))
}

/// A place, and the columns that are wanted from there on; all, where none is named.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ColumnsFrom {
    first: usize,
    columns: Option<Vec<String>>,
}

/// The columns that begin with a contact, by its place; none past the last one.
pub fn frame(argument_json: &[u8], contacts: &Contacts) -> Outcome<Vec<u8>> {
    let ColumnsFrom { first, columns } = argument(argument_json)?;
    let columns = columns.map_or_else(|| Ok(ContactColumns::all()), ContactColumns::named);
    let frame = contacts.frame_of(first, &columns.map_err(refused)?);
    Ok(frame.map(|frame| packed(&frame)).unwrap_or_default())
}

/// Some of them as a list of JSON.
pub fn records(part: &[u8], contacts: &Contacts) -> Outcome<Vec<u8>> {
    let places = argument::<Part>(part)?.of(contacts.len());
    let some = places.filter_map(|place| contacts.get(place)?.to_contact());
    written(some.collect::<Vec<_>>())
}

/// All of them as CSV.
pub fn csv(options: &[u8], contacts: &Contacts) -> Outcome<Vec<u8>> {
    let options: CsvOptions = argument(options)?;
    let mut text = Text(Vec::new());
    contacts.write_csv(&mut text, &options).map_err(|_| internal())?;
    Ok(text.0)
}

/// Names that a table has.
pub fn names<'a>(names: impl Iterator<Item = &'a str>) -> Outcome<Vec<u8>> {
    written(names.collect::<Vec<_>>())
}

/// Some issues as a list of JSON.
pub fn issues(part: &[u8], issues: &Issues) -> Outcome<Vec<u8>> {
    let places = argument::<Part>(part)?.of(issues.len());
    written(places.filter_map(|place| issues.get(place)).collect::<Vec<_>>())
}

/// The columns that begin with an issue, by its place; none past the last one.
pub fn issue_frame(argument_json: &[u8], issues: &Issues) -> Outcome<Vec<u8>> {
    let From { first } = argument(argument_json)?;
    Ok(issues.frame_at(first).map(|frame| packed(&frame)).unwrap_or_default())
}

/// Text that is bytes at once.
struct Text(Vec<u8>);

impl fmt::Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}
