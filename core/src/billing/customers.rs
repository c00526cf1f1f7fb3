//! Who is one customer: whoever shares an address, or an id within one system. Does not know what anybody owes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::BillingSystem;
use crate::contact::{Email, EmailKey};

/// One customer, by everything that ties their records. Both lists are sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BillingCustomer {
    /// Their addresses, as they are compared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<EmailKey>,
    /// Their ids in the systems.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<CustomerId>,
}

/// A customer's id in one system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CustomerId {
    /// The system.
    pub system: BillingSystem,
    /// The id there.
    pub id: String,
}

impl BillingCustomer {
    /// The first address, or else the first id: how a message calls them.
    pub fn shown(&self) -> &str {
        let email = self.emails.first().map(EmailKey::as_str);
        email.or_else(|| self.ids.first().map(|id| id.id.as_str())).unwrap_or_default()
    }
}

/// What ties a record to a customer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    Email(EmailKey),
    Id(CustomerId),
}

impl Tie {
    /// What a record of a system says of whoever pays.
    pub fn of(system: BillingSystem, email: Option<&Email>, id: Option<&str>) -> impl Iterator<Item = Tie> {
        let email = email.map(|email| Tie::Email(email.key()));
        email.into_iter().chain(id.map(|id| Tie::Id(CustomerId { system, id: id.to_owned() })))
    }
}

/// Everything that ties records, in groups of one customer each.
#[derive(Default)]
pub(super) struct Customers {
    places: BTreeMap<Tie, usize>,
    /// For each tie, one of the same customer; the group's first stands for itself.
    same_as: Vec<usize>,
}

impl Customers {
    /// Takes ties of one record: they are of one customer.
    pub fn join(&mut self, ties: impl IntoIterator<Item = Tie>) {
        let mut first = None;
        for tie in ties {
            let new = self.same_as.len();
            let place = *self.places.entry(tie).or_insert(new);
            if place == new {
                self.same_as.push(new);
            }
            let root = self.root(place);
            let kept = *first.get_or_insert(root);
            let (low, high) = (kept.min(root), kept.max(root));
            if let Some(same) = self.same_as.get_mut(high) {
                *same = low;
            }
            first = Some(low);
        }
    }

    fn root(&self, mut place: usize) -> usize {
        while let Some(same) = self.same_as.get(place).filter(|same| **same != place) {
            place = *same;
        }
        place
    }

    /// The customers, by one of their ties each.
    pub fn finish(self) -> CustomerBook {
        let mut customers: BTreeMap<usize, BillingCustomer> = BTreeMap::new();
        let mut roots = BTreeMap::new();
        for (tie, place) in &self.places {
            let root = self.root(*place);
            let customer = customers.entry(root).or_default();
            match tie {
                Tie::Email(email) => customer.emails.push(email.clone()),
                Tie::Id(id) => customer.ids.push(id.clone()),
            }
            roots.insert(tie.clone(), root);
        }
        CustomerBook { customers, roots }
    }
}

/// The customers by what ties their records.
pub(super) struct CustomerBook {
    customers: BTreeMap<usize, BillingCustomer>,
    roots: BTreeMap<Tie, usize>,
}

impl CustomerBook {
    /// Whose a tie is.
    pub fn customer(&self, tie: &Tie) -> Option<&BillingCustomer> {
        self.customers.get(self.roots.get(tie)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ties_across_systems_and_an_id_within_its_own() {
        use BillingSystem::{Keap, Stripe};
        let ties = |system, email: &str, id: &str| {
            let id = Some(id).filter(|id| !id.is_empty());
            Tie::of(system, Email::new(email).ok().as_ref(), id).collect::<Vec<_>>()
        };
        let records = [
            ties(Keap, "ada@example.com", "7"),
            ties(Stripe, "eve@example.com", "7"),
            ties(Stripe, "ADA@example.com", "cus_1"),
            ties(Stripe, "", "cus_1"),
            ties(Keap, "ada@work.example", "7"),
        ];
        let customers = |records: &mut dyn Iterator<Item = &Vec<Tie>>| {
            let mut customers = Customers::default();
            records.for_each(|ties| customers.join(ties.clone()));
            let book = customers.finish();
            let of =
                |index: usize| book.customer(&records_tie(&ties(Stripe, "", ["cus_1", "7"][index]))).cloned();
            [of(0), of(1)]
        };
        let forward = customers(&mut records.iter());
        assert_eq!(forward, customers(&mut records.iter().rev()));
        let [ada, eve] = forward.map(Option::unwrap);
        assert_eq!(
            ada.emails.iter().map(EmailKey::as_str).collect::<Vec<_>>(),
            ["ada@example.com", "ada@work.example"]
        );
        assert_eq!((ada.ids.len(), eve.emails.len(), eve.shown()), (2, 1, "eve@example.com"));
    }

    fn records_tie(ties: &[Tie]) -> Tie {
        ties[0].clone()
    }
}
