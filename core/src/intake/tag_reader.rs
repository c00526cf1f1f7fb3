//! From the cell of tags to the numbers of tags: each known spelling by one look-up, each new one cleaned and learnt.
//! Knows no records.

use std::collections::BTreeSet;
use std::ops::Range;

use super::html;
use super::php;
use super::positions::Block;
use super::record::place;
use super::short::Short;
use super::spellings::Spellings;
use super::tag_cell::next_tag;
use crate::issue::Code;
use crate::source::TagCell;
use crate::{Limits, TagBook, TagId, TagName, TagNameError};

/// Reads cells of tags, one record after another.
pub(super) struct TagReader {
    form: TagCell,
    tags_per_contact: usize,
    distinct_tags: usize,
    /// Tags by their spelling in the file.
    spellings: Spellings,
    /// The tags of every record.
    of_all: Vec<TagId>,
    /// The tags of the record at hand, each once.
    tags: Vec<TagId>,
    /// Of each of these tags, the bit that its number leaves.
    seen: u64,
    /// The same tags in order, where they are more than a few; the last of them may lack.
    ordered: BTreeSet<TagId>,
    /// How many tags, the first of the book, the records before have too.
    #[cfg(feature = "threads")]
    shared: usize,
}

/// So many tags are looked through one by one.
const FEW: usize = 32;

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagsRead {
    All,
    /// What is left out, and why: a name too long to be one, or a list that PHP serialised and that cannot be read.
    NotAll(Code),
    /// A limit was passed: its name and its value.
    PastLimit(&'static str, usize),
}

/// The numbers of the tags of later records in the book of all.
#[cfg(feature = "threads")]
pub(super) enum Renumbered {
    /// Those they have already.
    Alike,
    /// For each number they have the one they get.
    Other(Vec<TagId>),
    /// There would be more tags than may be.
    PastLimit,
}

impl TagReader {
    pub(super) fn new(form: TagCell, limits: &Limits) -> Self {
        TagReader {
            form,
            tags_per_contact: limits.tags_per_contact as usize,
            distinct_tags: limits.distinct_tags as usize,
            spellings: Spellings::default(),
            of_all: Vec::new(),
            tags: Vec::new(),
            seen: 0,
            ordered: BTreeSet::new(),
            #[cfg(feature = "threads")]
            shared: 0,
        }
    }

    /// The tags of the record at hand, in order of appearance.
    pub(super) fn tags(&self) -> &[TagId] {
        &self.tags
    }

    /// The same reader, which gives every record some tags beside those of its own.
    pub(super) fn giving_all(mut self, names: &[TagName], book: &mut TagBook) -> Self {
        for name in names {
            let tag = book.intern(name.clone());
            if !self.of_all.contains(&tag) {
                self.of_all.push(tag);
            }
        }
        self
    }

    /// A reader of cells of later records, which has met no spelling.
    #[cfg(feature = "threads")]
    pub(super) fn apart(&self) -> TagReader {
        TagReader {
            form: self.form,
            tags_per_contact: self.tags_per_contact,
            distinct_tags: self.distinct_tags,
            spellings: Spellings::default(),
            of_all: self.of_all.clone(),
            tags: Vec::new(),
            seen: 0,
            ordered: BTreeSet::new(),
            shared: 0,
        }
    }

    /// Is told that the first so many tags of its book are all those of the records before.
    #[cfg(feature = "threads")]
    pub(super) fn share(&mut self, tags: usize) {
        self.shared = tags;
    }

    /// Adds the tags of this reader's book to the book of the records before, and says which numbers they have there.
    #[cfg(feature = "threads")]
    pub(super) fn renumber(&self, book: &TagBook, before: &mut TagBook) -> Renumbered {
        let learnt = || book.names().skip(self.shared);
        let added = learnt().filter(|name| before.find(name.as_str()).is_none()).count();
        if added > 0 && before.len().saturating_add(added) > self.distinct_tags {
            return Renumbered::PastLimit;
        }
        let number = |tag| TagId::from_number(u32::try_from(tag).unwrap_or(u32::MAX));
        let learnt: Vec<TagId> = learnt().map(|name| before.intern(name.clone())).collect();
        if (self.shared..).map(number).zip(&learnt).all(|(old, new)| old == *new) {
            return Renumbered::Alike;
        }
        Renumbered::Other((0..self.shared).map(number).chain(learnt).collect())
    }

    /// Goes on to the next record.
    pub(super) fn clear(&mut self) {
        if self.tags.len() >= FEW {
            self.ordered.clear();
        }
        self.tags.clear();
        self.tags.extend_from_slice(&self.of_all);
        self.seen = self.of_all.iter().fold(0, |seen, tag| seen | bit(*tag));
    }

    /// Reads a cell: a stretch of a text.
    #[inline]
    pub(super) fn read(&mut self, text: &str, range: Range<usize>, book: &mut TagBook) -> TagsRead {
        if let Some(cell) = text.get(range.clone()).filter(|cell| php::is_list(cell)) {
            return self.read_serialised(cell, book);
        }
        let mut read = TagsRead::All;
        let &[separator] = self.form.separator.as_bytes() else {
            return self.read_closely(text, range, book);
        };
        let (mut start, mut base) = (range.start, range.start);
        while base <= range.end {
            let block = Block::at(text.as_bytes(), base..range.end);
            if block.places(b'"') != 0 {
                return self.read_closely(text, range, book);
            }
            // The cell's end is as good as a separator.
            let end = 1_u64.checked_shl(place(range.end - base)).unwrap_or(0);
            let mut found = block.places(separator) | end;
            if found == end
                && end != 0
                && start == range.start
                && self.form.otherwise.is_some()
                && self.form_of(text.get(range.clone()).unwrap_or_default()) != self.form
            {
                return self.read_closely(text, range, book);
            }
            while found != 0 {
                let at = base + found.trailing_zeros() as usize;
                found &= found.wrapping_sub(1);
                self.read_one(text, start..at, book, &mut read);
                start = at + 1;
            }
            if matches!(read, TagsRead::PastLimit(..)) {
                return read;
            }
            base += Block::LENGTH;
        }
        read
    }

    /// How the tags of a cell are told apart: by the other separator where the first does not stand in it. A semicolon that ends
    /// an HTML entity (`Body &amp; Mind`) parts no tags.
    fn form_of(&self, cell: &str) -> TagCell {
        match self.form.otherwise {
            Some(separator)
                if cell.contains(separator)
                    && !cell.contains(self.form.separator)
                    && html::plain(cell).is_none() =>
            {
                TagCell { separator, ..self.form }
            }
            _ => self.form,
        }
    }

    /// Reads a cell in which a tag may stand in quotes, or whose separator is not the usual one.
    #[cold]
    fn read_closely(&mut self, text: &str, range: Range<usize>, book: &mut TagBook) -> TagsRead {
        let mut read = TagsRead::All;
        let mut rest = text.get(range);
        let form = self.form_of(rest.unwrap_or_default());
        while let Some(cell) = rest.filter(|_| !matches!(read, TagsRead::PastLimit(..))) {
            let (tag, behind) = next_tag(cell, form);
            self.read_apart(&tag, book, &mut read);
            rest = behind;
        }
        read
    }

    /// Reads a tag that stands by itself.
    pub(super) fn read_name(&mut self, name: &str, book: &mut TagBook) -> TagsRead {
        let mut read = TagsRead::All;
        self.read_apart(name, book, &mut read);
        read
    }

    /// Reads a cell that PHP serialised.
    #[cold]
    fn read_serialised(&mut self, cell: &str, book: &mut TagBook) -> TagsRead {
        let Ok(names) = php::names(cell) else { return TagsRead::NotAll(Code::SerialisedInvalid) };
        let mut read = TagsRead::All;
        for name in names {
            self.read_apart(&name, book, &mut read);
            if matches!(read, TagsRead::PastLimit(..)) {
                break;
            }
        }
        read
    }

    #[inline]
    fn read_one(&mut self, text: &str, range: Range<usize>, book: &mut TagBook, read: &mut TagsRead) {
        let short = Short::at(text.as_bytes(), range.clone());
        let known = match short.and_then(|short| self.spellings.recent(short)) {
            Some(known) => known,
            None => self.look_up(text.get(range).unwrap_or_default(), short, book, read),
        };
        self.add(known, read);
    }

    /// Reads a tag that stands alone.
    fn read_apart(&mut self, spelling: &str, book: &mut TagBook, read: &mut TagsRead) {
        let known = self.look_up(spelling, None, book, read);
        self.add(known, read);
    }

    #[inline]
    fn add(&mut self, known: Option<TagId>, read: &mut TagsRead) {
        let Some(tag) = known else { return };
        let bit = bit(tag);
        if self.seen & bit != 0 && self.holds(tag) {
            return;
        }
        self.seen |= bit;
        self.tags.push(tag);
        if self.tags.len() > self.tags_per_contact {
            *read = TagsRead::PastLimit("tagsPerContact", self.tags_per_contact);
        }
    }

    fn look_up(
        &mut self,
        spelling: &str,
        short: Option<Short>,
        book: &mut TagBook,
        read: &mut TagsRead,
    ) -> Option<TagId> {
        match self.spellings.get(spelling, short) {
            Some(known) => known,
            None => self.learn(spelling, book, read),
        }
    }

    /// Whether the record has the tag already. Of many tags those looked up before are held in order, so that a cell of
    /// thousands costs no more for each of them.
    #[inline]
    fn holds(&mut self, tag: TagId) -> bool {
        if self.tags.len() < FEW { self.tags.contains(&tag) } else { self.holds_among_many(tag) }
    }

    #[cold]
    fn holds_among_many(&mut self, tag: TagId) -> bool {
        let unordered = self.tags.get(self.ordered.len()..).unwrap_or_default();
        self.ordered.extend(unordered);
        self.ordered.contains(&tag)
    }

    /// What a spelling stands for that was not met before.
    #[cold]
    fn learn(&mut self, spelling: &str, book: &mut TagBook, read: &mut TagsRead) -> Option<TagId> {
        let tag = match TagName::new(spelling) {
            Ok(name) => Some(book.intern(name)),
            Err(TagNameError::Empty) => None,
            Err(_) => {
                *read = TagsRead::NotAll(Code::TagInvalid);
                return None;
            }
        };
        if book.len() > self.distinct_tags {
            *read = TagsRead::PastLimit("distinctTags", self.distinct_tags);
        }
        self.spellings.insert(spelling, tag, self.distinct_tags.saturating_mul(2));
        tag
    }
}

/// The bit that a tag leaves among the tags seen.
#[inline]
fn bit(tag: TagId) -> u64 {
    1 << (tag.index() % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_hold_at_and_above() {
        let limits = Limits { tags_per_contact: 2, distinct_tags: 3, ..Limits::default() };
        let mut reader = TagReader::new(TagCell { separator: ",", otherwise: None, quoted: true }, &limits);
        let mut book = TagBook::default();
        let mut read = |reader: &mut TagReader, cell: &str| reader.read(cell, 0..cell.len(), &mut book);
        assert_eq!(read(&mut reader, "a,b, a ,,b"), TagsRead::All);
        assert_eq!(reader.tags().len(), 2);
        reader.clear();
        assert_eq!(read(&mut reader, "a,b,c"), TagsRead::PastLimit("tagsPerContact", 2));
        reader.clear();
        assert_eq!(read(&mut reader, "d"), TagsRead::PastLimit("distinctTags", 3));
    }

    #[test]
    fn tags_read_alike_wherever_they_stand() {
        let form = TagCell { separator: ",", otherwise: None, quoted: true };
        let names: Vec<String> =
            (0..200).map(|number| "n".repeat(number % 40) + &number.to_string()).collect();
        let cell = names.join(",") + ",n1, n1,\"7,7\"";
        for behind in ["", ",x,\"y\"", &"z".repeat(100)] {
            let (text, mut book) = (format!("{cell}{behind}"), TagBook::default());
            let mut reader = TagReader::new(form, &Limits::default());
            for _ in 0..2 {
                reader.clear();
                assert_eq!(reader.read(&text, 0..cell.len(), &mut book), TagsRead::All);
                let read: Vec<&str> =
                    reader.tags().iter().map(|tag| book.name(*tag).unwrap().as_str()).collect();
                let mut expected: Vec<&str> = names.iter().map(String::as_str).collect();
                expected.push("7,7");
                assert_eq!(read, expected);
            }
        }
    }

    #[test]
    fn a_cell_without_the_separator_is_parted_by_the_other_where_a_source_writes_either() {
        let read = |cell: &str, otherwise: Option<&'static str>| {
            let form = TagCell { separator: ",", otherwise, quoted: true };
            let mut book = TagBook::default();
            let mut reader = TagReader::new(form, &Limits::default());
            reader.read(cell, 0..cell.len(), &mut book);
            reader.tags().len()
        };
        assert_eq!(read("VIP; Course A;Course B", Some(";")), 3);
        assert_eq!(read("VIP, Course A; evening", Some(";")), 2);
        assert_eq!(read("VIP; Course A", None), 1);
        assert_eq!(read("\"VIP; x\"; Course A", Some(";")), 2);
        assert_eq!(read("Body &amp; Mind", Some(";")), 1);
        assert_eq!(read("R&D; Sales", Some(";")), 2);
        let long = "n".repeat(100);
        assert_eq!(read(&format!("{long};{long};x"), Some(";")), 2);
        assert_eq!(read(&format!("{long};{long},x"), Some(";")), 2);
    }
}
