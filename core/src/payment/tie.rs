//! Whose an order or a subscription is: by address, and by the customer's id where the contacts come from the same
//! system. Nobody is guessed at: where the two name different people, both are reported and neither is taken.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Order, Subscription};
use crate::Excerpt;
use crate::contact::{Contacts, Email, EmailKey};
use crate::issue::{Code, Issue, Issues, Location};

/// What the customers' ids of a payment export are ids of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CustomerIds {
    /// Of the contacts: both come from one system, and one id is one person.
    OfContacts,
    /// Of another system than the contacts: an id says nothing, and the address alone ties.
    #[default]
    OfAnotherSystem,
}

/// Whose each record is.
#[derive(Clone, Debug)]
pub struct Ties {
    /// For each order or subscription, in their order, the row of its contact.
    pub rows: Vec<Option<usize>>,
    /// What could not be tied, in the same order.
    pub issues: Issues,
}

/// Finds whose each order is.
///
/// ```
/// use memberferry::{Contact, Contacts, CustomerIds, Email, Order, tie_orders};
/// let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
/// let of = |address| Order { email: Email::new(address).ok(), ..Order::default() };
/// let ties = tie_orders(&[of("ADA@example.com"), of("eve@example.com")], &contacts, CustomerIds::OfAnotherSystem);
/// assert_eq!(ties.rows, [Some(0), None]);
/// # Ok::<(), memberferry::EmailError>(())
/// ```
pub fn tie_orders(orders: &[Order], contacts: &Contacts, ids: CustomerIds) -> Ties {
    let payers = orders.iter().map(|order| Payer {
        what: "order",
        id: order.id.as_deref().or(order.transaction_id.as_deref()),
        customer_id: order.customer_id.as_deref(),
        email: order.email.as_ref(),
    });
    tie(payers, contacts, ids)
}

/// Finds whose each subscription is, as [`tie_orders`] does.
pub fn tie_subscriptions(subscriptions: &[Subscription], contacts: &Contacts, ids: CustomerIds) -> Ties {
    let payers = subscriptions.iter().map(|subscription| Payer {
        what: "subscription",
        id: subscription.id.as_deref(),
        customer_id: subscription.customer_id.as_deref(),
        email: subscription.email.as_ref(),
    });
    tie(payers, contacts, ids)
}

/// What is known of whoever pays.
struct Payer<'a> {
    what: &'static str,
    id: Option<&'a str>,
    customer_id: Option<&'a str>,
    email: Option<&'a Email>,
}

/// The rows of the contacts, by what they are found by. More than one row stands under an id that two contacts share.
struct Directory<'a> {
    by_address: BTreeMap<EmailKey, usize>,
    by_id: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Directory<'a> {
    fn new(contacts: &'a Contacts, ids: CustomerIds) -> Directory<'a> {
        let mut directory = Directory { by_address: BTreeMap::new(), by_id: BTreeMap::new() };
        for contact in contacts.iter() {
            directory.by_address.entry(contact.email_key()).or_insert(contact.index());
            if ids == CustomerIds::OfContacts {
                for id in contact.external_id().into_iter().chain(contact.external_id_aliases()) {
                    directory.by_id.entry(id).or_default().push(contact.index());
                }
            }
        }
        directory
    }
}

fn tie<'a>(payers: impl Iterator<Item = Payer<'a>>, contacts: &Contacts, ids: CustomerIds) -> Ties {
    let directory = Directory::new(contacts, ids);
    let mut issues = Issues::default();
    let rows = payers
        .enumerate()
        .map(|(number, payer)| {
            let found = find(&payer, &directory, contacts);
            found
                .map_err(|issue| {
                    let place = Location::default().with_record(number as u64);
                    let issue = issue.at(place);
                    issues.push(match payer.id {
                        Some(id) => issue.with_value(id),
                        None => issue,
                    });
                })
                .ok()
        })
        .collect();
    Ties { rows, issues }
}

fn find(payer: &Payer<'_>, directory: &Directory<'_>, contacts: &Contacts) -> Result<usize, Box<Issue>> {
    let by_address = payer.email.and_then(|email| directory.by_address.get(&email.key())).copied();
    let by_id =
        payer.customer_id.and_then(|id| directory.by_id.get(id)).map(Vec::as_slice).unwrap_or_default();
    let shown = |row: &usize| {
        let address = contacts.get(*row).map(|contact| contact.email()).unwrap_or_default();
        format!("`{}` (contact {row})", Excerpt::new(address))
    };
    match (by_address, by_id) {
        (Some(row), []) => Ok(row),
        (None, [row]) => Ok(*row),
        (Some(row), several) if several.contains(&row) => Ok(row),
        (None, []) => {
            let known = match (payer.email, payer.customer_id) {
                (None, None) => "it names neither an address nor a customer",
                (Some(_), _) => "no contact has its address",
                (None, Some(_)) => "no contact has its customer's id, and it has no address",
            };
            let message = format!("the {} belongs to no contact: {known}", payer.what);
            Err(Box::new(Issue::new(Code::PaymentUntied).with_message(message)))
        }
        (Some(row), several) => {
            let others: Vec<String> = several.iter().map(shown).collect();
            let message = format!(
                "the {} belongs to {} by its address and to {} by its customer's id",
                payer.what,
                shown(&row),
                others.join(", ")
            );
            Err(Box::new(Issue::new(Code::PaymentTieConflict).with_message(message)))
        }
        (None, several) => {
            let others: Vec<String> = several.iter().map(shown).collect();
            let message =
                format!("the customer's id of the {} stands with {}", payer.what, others.join(" and with "));
            Err(Box::new(Issue::new(Code::PaymentTieConflict).with_message(message)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Contact;

    fn contacts() -> Contacts {
        let with = |address: &str, id: &str, aliases: &[&str]| {
            let mut contact = Contact::new(Email::new(address).unwrap());
            contact.external_id = Some(id.to_owned());
            contact.external_id_aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
            contact
        };
        [
            with("ada@example.com", "7", &["70"]),
            with("grace@example.com", "8", &[]),
            with("joan@example.com", "9", &[]),
            with("jean@example.com", "9", &[]),
        ]
        .into_iter()
        .collect()
    }

    fn tied(email: &str, id: &str, ids: CustomerIds) -> (Option<usize>, Option<String>) {
        let customer_id = Some(id.to_owned()).filter(|id| !id.is_empty());
        let order =
            Order { id: Some("o-1".into()), email: Email::new(email).ok(), customer_id, ..Order::default() };
        let ties = tie_orders(&[order], &contacts(), ids);
        (ties.rows[0], ties.issues.iter().next().map(|issue| issue.message.into_owned()))
    }

    #[test]
    fn an_order_is_tied_by_address_by_id_and_by_alias() {
        use CustomerIds::OfContacts;
        assert_eq!(tied("Ada@Example.com", "", OfContacts), (Some(0), None));
        assert_eq!(tied("", "70", OfContacts), (Some(0), None));
        assert_eq!(tied("grace@example.com", "8", OfContacts), (Some(1), None));
        // Two contacts share the id; the address says which of them.
        assert_eq!(tied("jean@example.com", "9", OfContacts), (Some(3), None));
        // The person wrote from another address than the contact's.
        assert_eq!(tied("ada@work.example", "7", OfContacts), (Some(0), None));
    }

    #[test]
    fn two_people_for_one_order_are_both_named_and_neither_is_taken() {
        assert_eq!(
            tied("ada@example.com", "8", CustomerIds::OfContacts),
            (
                None,
                Some(
                    "the order belongs to `ada@example.com` (contact 0) by its address and to \
                     `grace@example.com` (contact 1) by its customer's id"
                        .to_owned()
                )
            )
        );
        assert_eq!(
            tied("", "9", CustomerIds::OfContacts).1.as_deref(),
            Some(
                "the customer's id of the order stands with `joan@example.com` (contact 2) and with \
                 `jean@example.com` (contact 3)"
            )
        );
    }

    #[test]
    fn an_id_of_another_system_ties_nothing() {
        assert_eq!(tied("ada@example.com", "8", CustomerIds::OfAnotherSystem), (Some(0), None));
        let (row, message) = tied("", "8", CustomerIds::OfAnotherSystem);
        assert_eq!(row, None);
        assert_eq!(
            message.as_deref(),
            Some("the order belongs to no contact: no contact has its customer's id, and it has no address")
        );
    }
}
