//! Who gets to see what, as a matrix of bits. Does not know how it came about.

use super::bits;

/// Who gets to see which page at one instant: a bit for each member and page. Both are numbered from 0, members in the order in
/// which they were given, pages in that of the site's document.
///
/// ```
/// use memberferry::{Member, Site};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "pages": [
///     {"id": "front", "title": "Front"},
///     {"id": "inner", "title": "Inner", "rule": {"kind": "logged-in"}}]}"#)?;
/// let compiled = site.compile();
/// let everybody = [Member::default(), Member { logged_in: true, ..Member::default() }].map(|who| compiled.member(&who));
/// let table = compiled.decide_each(&everybody, "2024-05-01T00:00:00Z".parse()?);
/// assert_eq!(table.iter().collect::<Vec<_>>(), [(0, 0), (1, 0), (1, 1)]);
/// assert_eq!((table.count(0), table.count(1)), (2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessTable {
    members: usize,
    /// By page, a bit for each member; those beyond the last member are not set.
    pages: Vec<Box<[u64]>>,
}

impl AccessTable {
    pub(super) fn new(pages: usize, members: usize) -> Self {
        AccessTable { members, pages: vec![vec![0; members.div_ceil(64)].into(); pages] }
    }

    /// Writes a page's words from a place on; what does not fit holds no member.
    pub(super) fn fill(&mut self, page: usize, first_word: usize, words: &[u64]) {
        let row = self.pages.get_mut(page).and_then(|row| row.get_mut(first_word..));
        row.unwrap_or_default().iter_mut().zip(words).for_each(|(to, from)| *to = *from);
    }

    /// The number of members asked about.
    pub fn member_count(&self) -> usize {
        self.members
    }

    /// The number of pages asked for.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// Whether a member gets to see a page. A member or page that is not there: no.
    pub fn allows(&self, member: usize, page: usize) -> bool {
        bits::is_set(self.bitmap(page), member)
    }

    /// A page's members as bits, 64 in a word, the first in the lowest bit of the first word. Empty for a page that is not there.
    pub fn bitmap(&self, page: usize) -> &[u64] {
        self.pages.get(page).map(|row| &**row).unwrap_or_default()
    }

    /// The members who get to see a page, in order.
    pub fn members_of(&self, page: usize) -> impl Iterator<Item = usize> {
        bits::set_in(self.bitmap(page).iter().copied())
    }

    /// The members who get to see a page by one of two tables and not by the other, in order.
    pub(crate) fn differing<'a>(
        &'a self,
        other: &'a AccessTable,
        page: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let words = self.bitmap(page).iter().zip(other.bitmap(page));
        bits::set_in(words.map(|(one, other)| one ^ other))
    }

    /// The pages that a member gets to see, in order.
    pub fn pages_of(&self, member: usize) -> impl Iterator<Item = usize> {
        (0..self.pages.len()).filter(move |page| self.allows(member, *page))
    }

    /// How many members get to see a page.
    pub fn count(&self, page: usize) -> usize {
        self.bitmap(page).iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Every member and page that are open to each other, as `(member, page)`: page by page, and its members in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.pages.len()).flat_map(|page| self.members_of(page).map(move |member| (member, page)))
    }
}
