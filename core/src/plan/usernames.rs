//! Login names for new users: each free on the target, and none given twice. Does not know anything else of a person.

use foldhash::fast::FixedState;
use indexmap::IndexSet;

use super::{Snapshot, TargetProfile};
use crate::text::fold;
use crate::{Email, EmailKey};

/// The login names that are taken.
pub struct Usernames<'a> {
    snapshot: &'a Snapshot,
    target: TargetProfile,
    /// The keys of all contacts, ascending, each with its place among them.
    keys: &'a [(EmailKey, usize)],
    /// Folded names given by this plan, apart from people's own addresses.
    given: IndexSet<Box<str>, FixedState>,
    /// What names and addresses on the target share with others that the target takes for the same, where that is not the
    /// folded name.
    alike: IndexSet<Box<str>, FixedState>,
}

/// A login name, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given<'a> {
    /// The wanted one.
    Wanted(&'a str),
    /// The wanted one is taken.
    Numbered(String),
    /// The target would not store the wanted one as it is.
    Rewritten(String),
}

impl Given<'_> {
    /// The name alone.
    pub fn name(&self) -> &str {
        match self {
            Given::Wanted(name) => name,
            Given::Numbered(name) | Given::Rewritten(name) => name,
        }
    }
}

impl<'a> Usernames<'a> {
    pub fn new(snapshot: &'a Snapshot, keys: &'a [(EmailKey, usize)], target: TargetProfile) -> Self {
        let mut alike = IndexSet::default();
        if !target.is_generic() {
            for name in snapshot.usernames().chain(snapshot.keys()) {
                let key = target.collation_key(name);
                if key != name {
                    alike.insert(key.into());
                }
            }
        }
        Usernames { snapshot, target, keys, given: IndexSet::default(), alike }
    }

    /// The name a contact gets: the one it wants, or one made of it that the target stores as it is; with `-2`, `-3` and so on behind
    /// it where that is taken.
    ///
    /// Case makes no difference. Somebody else's address is taken, even where that person's own name is another.
    pub fn give<'w>(&mut self, wanted: &'w str, key: &EmailKey) -> Given<'w> {
        if !self.target.stores_login(wanted) {
            let instead = self.target.login_instead(wanted, key);
            let number = self.first_free(&instead, key);
            return Given::Rewritten(
                number.map_or_else(|| instead.clone(), |number| self.numbered(&instead, number)),
            );
        }
        match self.first_free(wanted, key) {
            None => Given::Wanted(wanted),
            Some(number) => Given::Numbered(self.numbered(wanted, number)),
        }
    }

    /// Takes a name as it is, or with the first number that makes it free, and gives that number.
    fn first_free(&mut self, name: &str, key: &EmailKey) -> Option<u64> {
        let folded = fold(name);
        if self.is_free(&folded, key) {
            self.take(folded, key);
            return None;
        }
        let mut number = 2_u64;
        loop {
            let folded = fold(&self.numbered(name, number));
            if self.is_free(&folded, key) {
                self.take(folded, key);
                return Some(number);
            }
            number += 1;
        }
    }

    /// A name with a number behind it, cut so that both are stored. A name that is cut is of ASCII.
    fn numbered(&self, base: &str, number: u64) -> String {
        let ending = format!("-{number}");
        let room =
            self.target.longest_login().map_or(base.len(), |longest| longest.saturating_sub(ending.len()));
        let base = base.get(..room.min(base.len())).unwrap_or(base);
        format!("{base}{ending}")
    }

    /// Whether the target takes an address for that of one of its users, though their keys differ.
    pub fn is_address_alike(&self, address: &str) -> bool {
        !self.alike.is_empty() && self.alike.contains(self.target.collation_key(address).as_ref())
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
            && (self.alike.is_empty() || !self.alike.contains(self.target.collation_key(folded).as_ref()))
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
        names_on(TargetProfile::Generic, "boss", people)
    }

    fn names_on(target: TargetProfile, taken: &str, people: &[(&str, Option<&str>)]) -> Vec<String> {
        let contacts: Contacts = people
            .iter()
            .map(|(address, name)| {
                let mut contact = Contact::new(Email::new(address).unwrap());
                contact.username = name.map(str::to_owned);
                contact
            })
            .collect();
        let mut boss = TargetUser::new(UserId::new("1").unwrap(), Email::new("owner@example.com").unwrap());
        boss.username = Some(taken.to_owned());
        let snapshot = Snapshot::from_users([boss]).unwrap();
        let mut keys: Vec<_> =
            contacts.iter().map(|contact| (contact.email_key(), contact.index())).collect();
        keys.sort_unstable();
        let mut usernames = Usernames::new(&snapshot, &keys, target);
        let mut give = |(key, place): &(EmailKey, usize)| {
            let contact = contacts.get(*place).unwrap();
            usernames.give(contact.username().unwrap_or(contact.email()), key).name().to_owned()
        };
        keys.iter().map(&mut give).collect()
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

    #[test]
    fn wordpress_gets_names_that_it_stores_and_takes_for_different_ones() {
        let target: TargetProfile = serde_json::from_str(r#"{"kind":"wordpress","version":"6.8"}"#).unwrap();
        let long = "x".repeat(60);
        let people = [
            ("a+b@example.com", None),
            ("b@example.com", Some("Ren\u{e9}")),
            ("c@example.com", Some("rene")),
            ("d@example.com", Some(long.as_str())),
            ("e@example.com", Some(long.as_str())),
            ("f@example.com", Some("a-b-at-example.com")),
        ];
        assert_eq!(
            names_on(target, "REN\u{c9}", &people),
            [
                "a-b-at-example.com",
                "Rene-2",
                "rene-3",
                &long,
                &format!("{}-2", "x".repeat(58)),
                "a-b-at-example.com-2"
            ]
        );
    }
}
