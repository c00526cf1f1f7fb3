//! The columns of contacts that are looked at most, each value read from its contact where it is wanted. A frame lays all columns out, which
//! costs more than a few of them are worth. Does not know how the values are used.

use std::sync::Arc;

use ext_php_rs::types::{ZendHashTable, Zval};
use memberferry::{ContactRef, Contacts, Instant};

use crate::boundary::{Answer, internal};
use crate::columns::{Array, KnownTexts, Table, capacity, put, string, zval};

/// How the value of a contact is read.
#[derive(Clone, Copy)]
enum Field {
    Text(for<'a> fn(&ContactRef<'a>) -> Option<&'a str>),
    Instant(fn(&ContactRef<'_>) -> Option<Instant>),
    MarketingStatus,
    Tags,
}

impl Field {
    /// That of a column, by its name; absent where only a frame has the column.
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "email" => Field::Text(|contact| Some(contact.email())),
            "external_id" => Field::Text(|contact| contact.external_id()),
            "username" => Field::Text(|contact| contact.username()),
            "first_name" => Field::Text(|contact| contact.first_name()),
            "last_name" => Field::Text(|contact| contact.last_name()),
            "phone" => Field::Text(|contact| contact.phone()),
            "company" => Field::Text(|contact| contact.company()),
            "marketing_status" => Field::MarketingStatus,
            "created_at" => Field::Instant(|contact| contact.created_at()),
            "updated_at" => Field::Instant(|contact| contact.updated_at()),
            "tags" => Field::Tags,
            _ => return None,
        })
    }
}

/// Some columns of contacts.
pub struct ContactColumns {
    contacts: Arc<Contacts>,
    /// In the order of a frame's columns.
    wanted: Vec<(String, Field)>,
    size: usize,
    given: usize,
    /// The names of the tags as PHP has them, by the tags' numbers. One string of PHP may stand in many places.
    tags: Vec<Zval>,
    statuses: KnownTexts,
}

impl ContactColumns {
    /// The columns that are wanted; absent where one of them is only in a frame.
    pub fn new(contacts: Arc<Contacts>, names: &[String], size: usize) -> Option<Self> {
        if names.is_empty() || !names.iter().all(|name| Field::of(name).is_some()) {
            return None;
        }
        let wanted = all_names().into_iter().filter(|name| names.contains(name));
        let wanted = wanted.filter_map(|name| Field::of(&name).map(|field| (name, field))).collect();
        let (tags, statuses) = (Vec::new(), KnownTexts::default());
        Some(ContactColumns { contacts, wanted, size: size.max(1), given: 0, tags, statuses })
    }

    /// The strings of the tags, each made once.
    fn know_tags(&mut self) -> Answer<()> {
        let book = self.contacts.tag_book();
        if self.tags.len() < book.len() {
            self.tags = book.names().map(|name| string(name.as_str())).collect::<Answer<_>>()?;
        }
        Ok(())
    }

    fn value(&mut self, contact: &ContactRef<'_>, field: Field) -> Answer<Zval> {
        match field {
            Field::Text(read) => read(contact).map_or_else(|| Ok(Zval::null()), string),
            Field::Instant(read) => {
                read(contact).map_or_else(|| Ok(Zval::null()), |at| zval(at.microseconds()))
            }
            Field::MarketingStatus => self.statuses.value(contact.marketing_status().name()),
            Field::Tags => {
                let mut list = ZendHashTable::with_capacity(capacity(contact.tag_ids().count()));
                for tag in contact.tag_ids().filter_map(|id| self.tags.get(id.index())) {
                    list.push(tag.shallow_clone()).map_err(|_| internal())?;
                }
                zval(list)
            }
        }
    }
}

impl Table for ContactColumns {
    fn names(&self) -> Vec<String> {
        all_names()
    }

    fn next(&mut self) -> Answer<Option<Array>> {
        let rows = self.given..self.given.saturating_add(self.size).min(self.contacts.len());
        if rows.is_empty() {
            return Ok(None);
        }
        self.given = rows.end;
        self.know_tags()?;
        let contacts = self.contacts.clone();
        let mut array = ZendHashTable::new();
        for (name, field) in self.wanted.clone() {
            let mut list = ZendHashTable::with_capacity(capacity(rows.len()));
            for contact in rows.clone().filter_map(|row| contacts.get(row)) {
                list.push(self.value(&contact, field)?).map_err(|_| internal())?;
            }
            put(&mut array, &name, list)?;
        }
        Ok(Some(array))
    }
}

/// The names of all columns that contacts have, in order.
fn all_names() -> Vec<String> {
    let frame = Contacts::new().frame_at(0);
    frame.into_iter().flat_map(|frame| frame.columns).map(|column| column.name.into_owned()).collect()
}
