//! The issues of a plan as they come up, in the order in which it lists them. Does not know what is an issue.

use std::collections::BTreeMap;

use super::PlanHeader;
use crate::{Code, Issue, Location, Severity};

/// The issues of a plan in the making.
#[derive(Default)]
pub struct Notes {
    site: Vec<Issue>,
    totals: Vec<Issue>,
    contacts: Vec<Issue>,
    counts: BTreeMap<Code, u64>,
}

impl Notes {
    /// Something about the site.
    pub fn site(&mut self, issue: Issue) {
        self.count(&issue);
        self.site.push(issue);
    }

    /// Something about many contacts at once.
    pub fn total(&mut self, issue: Issue) {
        self.count(&issue);
        self.totals.push(issue);
    }

    /// Something about one contact. Come up by ascending key.
    pub fn contact(&mut self, code: Code, email: &str, field: &str, message: Option<String>) {
        let issue = Issue::new(code).at(Location::default().with_field(field)).with_value(email);
        self.person(match message {
            Some(message) => issue.with_message(message),
            None => issue,
        });
    }

    /// The same, with an issue that holds the field and the address already.
    pub fn person(&mut self, issue: Issue) {
        if self.count(&issue) <= PlanHeader::ISSUES_PER_CODE || issue.severity() == Severity::Error {
            self.contacts.push(issue);
        }
    }

    fn count(&mut self, issue: &Issue) -> u64 {
        let count = self.counts.entry(issue.code).or_default();
        *count += 1;
        *count
    }

    /// The issues in order, and how many there were of each code.
    pub fn finish(self) -> (Vec<Issue>, BTreeMap<String, u64>) {
        let counts = self.counts.into_iter().map(|(code, count)| (code.name().to_owned(), count));
        (self.site.into_iter().chain(self.totals).chain(self.contacts).collect(), crate::order::map(counts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issues_stand_in_order_and_are_counted_beyond_what_is_kept() {
        let mut notes = Notes::default();
        for _ in 0..PlanHeader::ISSUES_PER_CODE + 5 {
            notes.contact(Code::UsernameCollision, "ada@example.com", "username", None);
        }
        notes.site(Issue::new(Code::TagDangling));
        let (issues, counts) = notes.finish();
        assert_eq!(issues[0].code, Code::TagDangling);
        assert_eq!(issues.len(), 1_001);
        assert_eq!(counts["username-collision"], 1_005);
    }
}
