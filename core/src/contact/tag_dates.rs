//! When contacts were given their tags, as far as a source says. Does not know what a tag opens.

use crate::{Instant, TagId};

/// When contacts were given their tags: by the contact's place in its table and the tag's number in that table's book. Most
/// sources say nothing of it, and then this holds nothing.
///
/// Of several dates for one contact and tag the earliest holds.
///
/// ```
/// use memberferry::{Contact, Contacts, Email, TagDates, TagName};
/// let mut ada = Contact::new(Email::new("ada@example.com")?);
/// ada.tags = vec![TagName::new("Gold")?];
/// let contacts: Contacts = [ada].into_iter().collect();
/// let gold = contacts.tag_book().find("Gold").unwrap();
/// let given = "2024-05-01T00:00:00Z".parse()?;
/// let dates: TagDates = [(0, gold, given)].into_iter().collect();
/// assert_eq!(dates.get(0, gold), Some(given));
/// assert_eq!(dates.get(1, gold), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagDates {
    /// By row, then tag; each pair once.
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    row: u32,
    tag: TagId,
    at: Instant,
}

impl TagDates {
    /// When a contact was given a tag, if that is known.
    pub fn get(&self, row: usize, tag: TagId) -> Option<Instant> {
        self.of(row).find(|(other, _)| *other == tag).map(|(_, at)| at)
    }

    /// The tags of a contact whose date is known, by their numbers.
    pub fn of(&self, row: usize) -> impl Iterator<Item = (TagId, Instant)> {
        let start = self.entries.partition_point(|entry| (entry.row as usize) < row);
        let rest = self.entries.get(start..).unwrap_or_default().iter();
        rest.take_while(move |entry| entry.row as usize == row).map(|entry| (entry.tag, entry.at))
    }

    /// The number of dates.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no date is known.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The same dates for contacts that stand elsewhere, with tags that have other numbers there. Whatever is not found is left out.
    pub(crate) fn moved(
        &self,
        row: impl Fn(usize) -> Option<usize>,
        tag: impl Fn(TagId) -> Option<TagId>,
    ) -> TagDates {
        let moved = |entry: &Entry| Some((row(entry.row as usize)?, tag(entry.tag)?, entry.at));
        self.entries.iter().filter_map(moved).collect()
    }
}

impl FromIterator<(usize, TagId, Instant)> for TagDates {
    fn from_iter<I: IntoIterator<Item = (usize, TagId, Instant)>>(dates: I) -> Self {
        let entry = |(row, tag, at)| Some(Entry { row: u32::try_from(row).ok()?, tag, at });
        let mut entries: Vec<Entry> = dates.into_iter().filter_map(entry).collect();
        entries.sort_unstable();
        entries.dedup_by_key(|entry| (entry.row, entry.tag));
        TagDates { entries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_of_several_dates_holds_and_dates_follow_their_contacts() {
        let day = |day: u8| format!("2024-05-{day:02}T00:00:00Z").parse::<Instant>().unwrap();
        let (one, two) = (TagId::from_number(1), TagId::from_number(2));
        let dates: TagDates =
            [(7, two, day(3)), (7, one, day(2)), (7, one, day(1)), (3, one, day(9))].into_iter().collect();
        assert_eq!(dates.of(7).collect::<Vec<_>>(), [(one, day(1)), (two, day(3))]);
        assert_eq!((dates.len(), dates.get(3, two)), (3, None));
        let moved = dates.moved(|row| (row == 7).then_some(0), |tag| (tag == two).then_some(one));
        assert_eq!(moved.of(0).collect::<Vec<_>>(), [(one, day(3))]);
        assert_eq!(moved.len(), 1);
    }
}
