//! What is known of when members enrolled, as requests and replies hold it. Does not know what follows from it.

use serde::{Deserialize, Serialize};

use crate::{
    Contacts, CustomerIds, EnrollmentEvidence, Instant, Order, Purchases, Site, TagDates, TagName, tie_orders,
};

/// When a contact was given a tag.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "an object with `contact`, `tag` and `at`"
)]
pub struct TagDate {
    /// The contact's place in the list, from 0.
    contact: usize,
    /// The tag as the source names it.
    tag: TagName,
    /// When.
    at: Instant,
}

impl TagDate {
    /// The dates by contact, then in the order in which tags first appear.
    pub fn list(contacts: &Contacts, dates: &TagDates) -> Vec<TagDate> {
        let of_row = |contact: usize| {
            dates.of(contact).filter_map(move |(tag, at)| {
                let tag = contacts.tag_book().name(tag)?.clone();
                Some(TagDate { contact, tag, at })
            })
        };
        (0..contacts.len()).flat_map(of_row).collect()
    }
}

/// What is known besides the contacts. By default nothing.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object of evidence")]
pub struct Evidence {
    /// When contacts were given their tags, in any order; a tag that no contact holds is passed over.
    tag_dates: Vec<TagDate>,
    /// Orders, in any order. Those that belong to no contact are passed over; `orders.tie` says which they are.
    orders: Vec<Order>,
    /// What the customers' ids of the orders are ids of; another system's, where absent.
    customer_ids: Option<CustomerIds>,
}

/// The same, found for contacts.
#[derive(Debug)]
pub struct Found {
    tag_dates: TagDates,
    purchases: Purchases,
}

impl Evidence {
    pub fn find(&self, site: &Site, contacts: &Contacts) -> Found {
        let dates = self.tag_dates.iter().filter_map(|date| {
            let tag = contacts.tag_book().find(date.tag.as_str())?;
            Some((date.contact, tag, date.at))
        });
        let ids = self.customer_ids.unwrap_or_default();
        let ties = tie_orders(&self.orders, contacts, ids);
        Found { tag_dates: dates.collect(), purchases: Purchases::of_orders(site, &self.orders, &ties.rows) }
    }
}

impl Found {
    pub fn evidence(&self) -> EnrollmentEvidence<'_> {
        EnrollmentEvidence { tag_dates: Some(&self.tag_dates), purchases: Some(&self.purchases) }
    }
}
