//! Tags: their names, and the book that gives each a small number. Knows nothing of who holds a tag or what it opens.

use std::fmt;

use foldhash::fast::FixedState;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::Excerpt;
use crate::text;

/// A tag's name: NFC, trimmed, inner white space collapsed. Names differ by case unless a source says otherwise.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct TagName(Box<str>);

/// Why a text cannot be a tag's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TagNameError {
    /// Nothing but white space.
    #[error("a tag's name cannot be empty")]
    Empty,
    /// More than 1,000 bytes: a cell was taken for a tag.
    #[error("the tag name `{0}` is longer than 1,000 bytes")]
    TooLong(Excerpt),
}

impl TagName {
    /// Cleans and takes a name.
    ///
    /// # Errors
    /// [`TagNameError`] where nothing is left, or more than 1,000 bytes are.
    pub fn new(name: &str) -> Result<Self, TagNameError> {
        let cleaned = text::collapse(name);
        if cleaned.is_empty() {
            Err(TagNameError::Empty)
        } else if cleaned.len() > 1_000 {
            Err(TagNameError::TooLong(Excerpt::new(&cleaned)))
        } else {
            Ok(TagName(cleaned.into()))
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The category and the name within it, where the name is written `Category: Name` (as Keap does).
    pub fn category(&self) -> Option<(&str, &str)> {
        let (category, name) = self.0.split_once(':')?;
        let (category, name) = (category.trim_end(), name.trim_start());
        (!category.is_empty() && !name.is_empty()).then_some((category, name))
    }
}

impl TryFrom<String> for TagName {
    type Error = TagNameError;
    fn try_from(name: String) -> Result<Self, TagNameError> {
        Self::new(&name)
    }
}

impl From<TagName> for String {
    fn from(name: TagName) -> String {
        name.0.into_string()
    }
}

impl fmt::Display for TagName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for TagName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

/// A tag's number in one [`TagBook`]; means nothing in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TagId(u32);

impl TagId {
    /// The tag of a number that a book gave before.
    pub(crate) fn from_number(number: u32) -> Self {
        TagId(number)
    }

    /// The number, from 0, in order of first appearance.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The different tags of one input, each with a small number in order of first appearance.
///
/// ```
/// use memberferry::{TagBook, TagName};
/// let mut book = TagBook::default();
/// let gold = book.intern(TagName::new(" Gold  Member ")?);
/// assert_eq!(book.name(gold).map(TagName::as_str), Some("Gold Member"));
/// assert_eq!(book.find("Gold Member"), Some(gold));
/// # Ok::<(), memberferry::TagNameError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct TagBook {
    names: IndexMap<TagName, (), FixedState>,
}

impl TagBook {
    /// The number of a tag, given to it now if it is new.
    ///
    /// A book holds at most 2^32 − 1 tags; past that, tags share the last number (the reader's limits stop far
    /// before).
    pub fn intern(&mut self, name: TagName) -> TagId {
        let (index, _) = self.names.insert_full(name, ());
        TagId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The number of a tag by its exact, cleaned name.
    pub fn find(&self, name: &str) -> Option<TagId> {
        let index = self.names.get_index_of(name)?;
        u32::try_from(index).ok().map(TagId)
    }

    /// The name of a number given by this book.
    pub fn name(&self, id: TagId) -> Option<&TagName> {
        self.names.get_index(id.index()).map(|(name, ())| name)
    }

    /// The names, in order of first appearance.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &TagName> {
        self.names.keys()
    }

    /// The number of different tags.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is no tag at all.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Groups of tags that differ only by case, each in order of first appearance.
    pub fn case_collisions(&self) -> Vec<Vec<&TagName>> {
        let mut groups: IndexMap<String, Vec<&TagName>> = IndexMap::new();
        for name in self.names.keys() {
            groups.entry(text::fold(name.as_str())).or_default().push(name);
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }
}

impl std::borrow::Borrow<str> for TagName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_split_off_only_where_there_is_one() {
        assert_eq!(TagName::new("Membership: Gold").unwrap().category(), Some(("Membership", "Gold")));
        assert_eq!(TagName::new("Gold").unwrap().category(), None);
        assert_eq!(TagName::new(": Gold").unwrap().category(), None);
    }

    #[test]
    fn names_that_differ_by_case_are_found() {
        let mut book = TagBook::default();
        for name in ["VIP", "Course A", "vip"] {
            book.intern(TagName::new(name).unwrap());
        }
        let collisions = book.case_collisions();
        assert_eq!(collisions.len(), 1);
        assert_eq!(collisions[0].iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["VIP", "vip"]);
    }
}
