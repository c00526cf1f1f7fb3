//! One contact as memberships are told from: tags as the site has them, and what is known of dates. Does not know offerings.

use super::tags::{TagNumber, TagTranslation};
use crate::offering::MemberFacts;
use crate::{ContactRef, Instant};

/// What is known of one contact. Reused from contact to contact, so that a million of them need no memory each.
#[derive(Debug, Default)]
pub struct Person {
    /// The contact's place in its table.
    row: usize,
    /// Ascending, each once.
    tags: Vec<TagNumber>,
    /// When the source first knew them.
    created_at: Option<Instant>,
    /// What schedules may count from.
    facts: MemberFacts,
}

impl Person {
    /// Takes the next contact.
    pub fn take(&mut self, contact: &ContactRef<'_>, translation: &mut TagTranslation<'_>) {
        translation.translate(contact, &mut self.tags);
        self.row = contact.index();
        self.created_at = contact.created_at();
        self.facts.registered_at = self.created_at;
    }

    /// The tags, ascending and each once.
    pub fn tags(&self) -> &[TagNumber] {
        &self.tags
    }

    /// Whether a tag is held; one that nobody can hold is not.
    pub fn holds(&self, tag: Option<TagNumber>) -> bool {
        tag.is_some_and(|tag| self.tags.binary_search(&tag).is_ok())
    }

    /// When the source first knew them, if it says so.
    pub fn created_at(&self) -> Option<Instant> {
        self.created_at
    }

    /// What schedules may count from.
    pub fn facts(&self) -> &MemberFacts {
        &self.facts
    }
}
