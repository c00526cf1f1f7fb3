//! Login names for new users: each free on the target, and none given twice. Does not know anything else of a person.

use foldhash::fast::FixedState;
use indexmap::IndexSet;

use super::Snapshot;
use crate::text::fold;
use crate::{ContactRef, Email, EmailKey};

/// The login names that are taken.
pub struct Usernames<'a> {
    snapshot: &'a Snapshot,
    /// The keys of all contacts, ascending, each with its place among them.
    keys: &'a [(EmailKey, usize)],
    /// Folded names given by this plan, apart from people's own addresses.
    given: IndexSet<Box<str>, FixedState>,
}

impl<'a> Usernames<'a> {
    pub fn new(snapshot: &'a Snapshot, keys: &'a [(EmailKey, usize)]) -> Self {
        Usernames { snapshot, keys, given: IndexSet::default() }
    }

    /// The name a contact gets: the one it has, else its address; with `-2`, `-3` and so on behind it where that is taken.
    ///
    /// Case makes no difference. Somebody else's address is taken, even where that person's own name is another.
    pub fn give(&mut self, contact: &ContactRef<'_>, key: &EmailKey) -> String {
        let wanted = contact.username().unwrap_or(contact.email());
        let folded = fold(wanted);
        if self.is_free(&folded, key) {
            self.take(folded, key);
            return wanted.to_owned();
        }
        let mut number = 2_u64;
        loop {
            let folded = format!("{folded}-{number}");
            if self.is_free(&folded, key) {
                self.take(folded, key);
                return format!("{wanted}-{number}");
            }
            number += 1;
        }
    }

    fn take(&mut self, folded: String, key: &EmailKey) {
        // One's own address nobody else can want: `is_free` would refuse it to them.
        if folded != key.as_str() {
            self.given.insert(folded.into());
        }
    }

    fn is_free(&self, folded: &str, key: &EmailKey) -> bool {
        let given = !self.given.is_empty() && self.given.contains(folded);
        !given
            && !self.snapshot.has_username(folded)
            && (folded == key.as_str() || !self.is_an_address(folded, key))
    }

    /// Whether a name is the address of somebody else.
    fn is_an_address(&self, folded: &str, key: &EmailKey) -> bool {
        if !folded.contains('@') {
            return false;
        }
        let Ok(address) = Email::new(folded) else { return false };
        let other = address.key();
        other != *key
            && (self.keys.binary_search_by(|(key, _)| key.cmp(&other)).is_ok()
                || self.snapshot.has_key(other.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contact, Contacts, TargetUser, UserId};

    /// The names that contacts get, given as address and name, where the target has one user of the name `boss`.
    fn names(people: &[(&str, Option<&str>)]) -> Vec<String> {
        let contacts: Contacts = people
            .iter()
            .map(|(address, name)| {
                let mut contact = Contact::new(Email::new(address).unwrap());
                contact.username = name.map(str::to_owned);
                contact
            })
            .collect();
        let mut boss = TargetUser::new(UserId::new("1").unwrap(), Email::new("owner@example.com").unwrap());
        boss.username = Some("boss".to_owned());
        let snapshot = Snapshot::from_users([boss]).unwrap();
        let mut keys: Vec<_> =
            contacts.iter().map(|contact| (contact.email_key(), contact.index())).collect();
        keys.sort_unstable();
        let mut usernames = Usernames::new(&snapshot, &keys);
        keys.iter().map(|(key, place)| usernames.give(&contacts.get(*place).unwrap(), key)).collect()
    }

    #[test]
    fn a_name_is_the_contacts_own_or_the_address() {
        assert_eq!(
            names(&[("Ada@example.com", None), ("bo@example.com", Some("Bo"))]),
            ["Ada@example.com", "Bo"]
        );
    }

    #[test]
    fn a_taken_name_gets_a_number_whatever_its_case() {
        let people = [
            ("a@example.com", Some("Boss")),
            ("b@example.com", Some("BOSS")),
            ("c@example.com", Some("boss-2")),
        ];
        assert_eq!(names(&people), ["Boss-2", "BOSS-3", "boss-2-2"]);
    }

    #[test]
    fn nobody_gets_somebody_elses_address() {
        let people = [
            ("a@example.com", Some("B@Example.com")),
            ("b@example.com", None),
            ("c@example.com", Some("owner@example.com")),
        ];
        assert_eq!(names(&people), ["B@Example.com-2", "b@example.com", "owner@example.com-2"]);
    }
}
