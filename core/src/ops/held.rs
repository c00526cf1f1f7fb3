//! What a host holds in Rust, lent to a call in place of what its request would spell out. Does not know any operation.

use std::ops::Deref;

use serde_json::Value;

use super::reply::{Outcome, argument_invalid, failed, refused};
use crate::{Contact, Contacts, Location, Plan, Site, Snapshot, TargetUser};

/// What a host holds already and an operation may use: a site that was checked once, contacts that were read from a file, too many
/// to stand in a request. By default nothing.
///
/// A request leaves out what is lent. What stands in the request and is lent as well is refused, and so is what is neither.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held<'a> {
    /// In place of `site`.
    pub site: Option<&'a Site>,
    /// In place of `contacts`.
    pub contacts: Option<&'a Contacts>,
    /// In place of `users`.
    pub users: Option<&'a Snapshot>,
    /// In place of `plan`.
    pub plan: Option<&'a Plan>,
}

/// A value that is lent or was read.
pub(super) enum Lent<'a, T> {
    Held(&'a T),
    Read(T),
}

impl<T> Deref for Lent<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Lent::Held(value) => value,
            Lent::Read(value) => value,
        }
    }
}

impl<'a> Held<'a> {
    pub(super) fn site(&self, written: Option<&Value>) -> Outcome<Lent<'a, Site>> {
        one_of("site", self.site, written, |document| Site::from_value(document).map_err(refused))
    }

    pub(super) fn contacts(&self, written: Option<Vec<Contact>>) -> Outcome<Lent<'a, Contacts>> {
        one_of("contacts", self.contacts, written, |contacts| Ok(Contacts::from_iter(contacts)))
    }

    pub(super) fn users(&self, written: Option<Vec<TargetUser>>) -> Outcome<Lent<'a, Snapshot>> {
        one_of("users", self.users, written, |users| Snapshot::from_users(users).map_err(refused))
    }

    pub(super) fn plan(&self, written: Option<&str>) -> Outcome<Lent<'a, Plan>> {
        one_of("plan", self.plan, written, |text| Plan::from_bytes(text.as_bytes()).map_err(refused))
    }

    /// The same, where an operation can do without.
    pub(super) fn contacts_if_any(
        &self,
        written: Option<Vec<Contact>>,
    ) -> Outcome<Option<Lent<'a, Contacts>>> {
        let is_given = self.contacts.is_some() || written.is_some();
        is_given.then(|| self.contacts(written)).transpose()
    }

    /// The same, where an operation can do without.
    pub(super) fn users_if_any(
        &self,
        written: Option<Vec<TargetUser>>,
    ) -> Outcome<Option<Lent<'a, Snapshot>>> {
        let is_given = self.users.is_some() || written.is_some();
        is_given.then(|| self.users(written)).transpose()
    }

    /// The same, where an operation can do without.
    pub(super) fn plan_if_any(&self, written: Option<&str>) -> Outcome<Option<Lent<'a, Plan>>> {
        let is_given = self.plan.is_some() || written.is_some();
        is_given.then(|| self.plan(written)).transpose()
    }
}

fn one_of<'a, Written, T>(
    field: &'static str,
    held: Option<&'a T>,
    written: Option<Written>,
    read: impl FnOnce(Written) -> Outcome<T>,
) -> Outcome<Lent<'a, T>> {
    match (held, written) {
        (Some(held), None) => Ok(Lent::Held(held)),
        (None, Some(written)) => read(written).map(Lent::Read),
        (None, None) => Err(failed(argument_invalid(format!("missing field `{field}`")))),
        (Some(_), Some(_)) => {
            let issue = argument_invalid(format!("`{field}` is lent and stands in the request as well"));
            Err(failed(issue.at(Location::default().key(field)).with_help("leave it out of the request")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let document = serde_json::json!({
            "format": 1, "name": "Coffee Club", "timezone": "Europe/Vienna", "offerings": [], "pages": []
        });
        Site::from_value(&document).unwrap()
    }

    fn reply(request: &str, held: &Held<'_>) -> String {
        String::from_utf8(crate::ops::call_with("webhook.inventory", request.as_bytes(), held)).unwrap()
    }

    #[test]
    fn what_is_lent_stands_for_what_the_request_leaves_out() {
        let site = site();
        let held = Held { site: Some(&site), ..Held::default() };
        assert_eq!(reply(r#"{"at": "2024-05-01T00:00:00Z"}"#, &held), r#"{"ok":{"webhooks":[]}}"#);
    }

    #[test]
    fn what_is_given_twice_or_not_at_all_is_refused() {
        let site = site();
        let held = Held { site: Some(&site), ..Held::default() };
        let twice = reply(r#"{"site": {}, "at": "2024-05-01T00:00:00Z"}"#, &held);
        assert!(twice.contains("`site` is lent and stands in the request as well"), "{twice}");
        let neither = reply(r#"{"at": "2024-05-01T00:00:00Z"}"#, &Held::default());
        assert!(neither.contains("missing field `site`"), "{neither}");
    }
}
