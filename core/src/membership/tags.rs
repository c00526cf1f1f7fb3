//! The source's tags as a tag map makes them, as small numbers in the order of their names. Does not know what a tag opens.

use std::collections::{BTreeMap, BTreeSet};

use crate::site::TagMapEntry;
use crate::{ContactRef, TagBook, TagId, TagName};

/// The number of a tag of the site, in the order of the names. Means nothing in another translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TagNumber(usize);

impl TagNumber {
    /// The place among the names.
    pub fn index(self) -> usize {
        self.0
    }
}

/// What each tag of the source becomes.
#[derive(Debug)]
pub struct TagTranslation<'a> {
    /// The site's tags that anybody may hold, ascending.
    names: Vec<&'a TagName>,
    /// By the source tag's place in its book; absent for one that is dropped.
    becomes: Vec<Option<TagNumber>>,
    /// How many of the contacts counted hold it, by number.
    held_by: Vec<u64>,
    /// How many of the contacts counted lose it, by the source tag's place in its book.
    lost_by: Vec<u64>,
    dropped: BTreeMap<&'a TagName, &'a str>,
    book: &'a TagBook,
}

impl<'a> TagTranslation<'a> {
    /// By a tag map; without entries, tags stay as they are.
    pub fn new(map: impl IntoIterator<Item = &'a TagMapEntry>, book: &'a TagBook) -> Self {
        let mut renamed: BTreeMap<&TagName, &'a TagName> = BTreeMap::new();
        let mut dropped = BTreeMap::new();
        for entry in map {
            match entry {
                TagMapEntry::Keep { .. } => {}
                TagMapEntry::Rename { from, to } => {
                    renamed.insert(from, to);
                }
                TagMapEntry::Merge { from, to } => renamed.extend(from.iter().map(|from| (from, to))),
                TagMapEntry::Drop { from, reason } => {
                    dropped.insert(from, reason.as_str());
                }
            }
        }
        let target = |name: &'a TagName| renamed.get(name).copied().unwrap_or(name);
        let kept = |name: &&TagName| !dropped.contains_key(*name);
        let names: Vec<_> =
            book.names().filter(kept).map(target).collect::<BTreeSet<_>>().into_iter().collect();
        let number = |name: &TagName| names.binary_search(&name).ok().map(TagNumber);
        let becomes: Vec<_> =
            book.names().map(|name| if kept(&name) { number(target(name)) } else { None }).collect();
        TagTranslation {
            held_by: vec![0; names.len()],
            lost_by: vec![0; becomes.len()],
            names,
            becomes,
            dropped,
            book,
        }
    }

    /// The number of a tag of the site; absent where no contact can hold it.
    pub fn number(&self, name: &TagName) -> Option<TagNumber> {
        self.names.binary_search(&name).ok().map(TagNumber)
    }

    /// The name of a number.
    pub fn name(&self, number: TagNumber) -> Option<&'a TagName> {
        self.names.get(number.0).copied()
    }

    /// What a tag of the source becomes; absent where it is left behind.
    pub fn becomes(&self, tag: TagId) -> Option<TagNumber> {
        self.becomes.get(tag.index()).copied().flatten()
    }

    /// The tags that anybody may hold, ascending, so that a number is a place among them.
    pub fn names(&self) -> &[&'a TagName] {
        &self.names
    }

    /// The tags of a contact as the site has them, ascending and each once; in place of what `tags` held.
    pub fn translate(&self, contact: &ContactRef<'_>, tags: &mut Vec<TagNumber>) {
        tags.clear();
        tags.extend(contact.tag_ids().filter_map(|tag| self.becomes(tag)));
        tags.sort_unstable();
        tags.dedup();
    }

    /// Counts what a contact holds and loses.
    pub fn count(&mut self, contact: &ContactRef<'_>) {
        for id in contact.tag_ids() {
            match self.becomes(id) {
                Some(number) => {
                    if let Some(held) = self.held_by.get_mut(number.0) {
                        *held += 1;
                    }
                }
                None => {
                    if let Some(lost) = self.lost_by.get_mut(id.index()) {
                        *lost += 1;
                    }
                }
            }
        }
    }

    /// Whether any contact that was counted holds a tag of the site.
    pub fn is_held(&self, name: &str) -> bool {
        let place = self.names.binary_search_by(|other| other.as_str().cmp(name)).ok();
        place.and_then(|place| self.held_by.get(place)).is_some_and(|count| *count > 0)
    }

    /// The tags of the site that any contact which was counted holds, ascending, each with how many do. Whoever holds two that become
    /// one counts twice.
    pub fn held(&self) -> impl Iterator<Item = (&'a TagName, u64)> {
        self.names.iter().copied().zip(self.held_by.iter().copied()).filter(|(_, count)| *count > 0)
    }

    /// The tags that were left behind by anybody, by name: why, and by how many.
    pub fn left_behind(&self) -> Vec<(&'a TagName, &'a str, u64)> {
        let lost = |name: &TagName| {
            let id = self.book.find(name.as_str())?;
            self.lost_by.get(id.index()).copied().filter(|count| *count > 0)
        };
        self.dropped.iter().filter_map(|(name, reason)| Some((*name, *reason, lost(name)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contact, Contacts, Email, Site};

    #[test]
    fn tags_are_renamed_merged_and_dropped() {
        let site = Site::from_json(
            br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "tagMap": [
                {"kind": "rename", "from": "Gold", "to": "Members: Gold"},
                {"kind": "merge", "from": ["VIP", "vip"], "to": "VIP"},
                {"kind": "drop", "from": "temp", "reason": "a test"}]}"#,
        )
        .unwrap();
        let mut ada = Contact::new(Email::new("ada@example.com").unwrap());
        ada.tags = ["vip", "temp", "Gold", "VIP", "Other"].map(|name| TagName::new(name).unwrap()).to_vec();
        let contacts: Contacts = [ada].into_iter().collect();
        let mut translation = TagTranslation::new(site.tag_map(), contacts.tag_book());
        let mut tags = Vec::new();
        translation.translate(&contacts.get(0).unwrap(), &mut tags);
        translation.count(&contacts.get(0).unwrap());
        let names: Vec<_> = tags.iter().map(|tag| translation.name(*tag).unwrap().as_str()).collect();
        assert_eq!(names, ["Members: Gold", "Other", "VIP"]);
        assert!(translation.is_held("VIP") && !translation.is_held("Gold"));
        let lost: Vec<_> =
            translation.left_behind().iter().map(|(name, _, count)| (name.as_str(), *count)).collect();
        assert_eq!(lost, [("temp", 1)]);
    }
}
