//! From the cell of tags to the numbers of tags: each known spelling by one look-up, each new one cleaned and learnt.
//! Knows no records.

use super::php;
use super::positions::Positions;
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
}

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagsRead {
    All,
    /// What is left out, and why: a name too long to be one, or a list that PHP serialised and that cannot be read.
    NotAll(Code),
    /// A limit was passed: its name and its value.
    PastLimit(&'static str, usize),
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

    /// Goes on to the next record.
    pub(super) fn clear(&mut self) {
        self.tags.clear();
        self.tags.extend_from_slice(&self.of_all);
    }

    /// Reads a cell.
    #[inline]
    pub(super) fn read(&mut self, cell: &str, book: &mut TagBook) -> TagsRead {
        if php::is_list(cell) {
            return self.read_serialised(cell, book);
        }
        let mut read = TagsRead::All;
        let form = match self.form.otherwise {
            Some(separator) if !cell.contains(self.form.separator) => TagCell { separator, ..self.form },
            _ => self.form,
        };
        if let &[separator] = form.separator.as_bytes()
            && memchr::memchr(b'"', cell.as_bytes()).is_none()
        {
            let mut start = 0;
            for at in Positions::new(cell.as_bytes(), separator).chain([cell.len()]) {
                self.read_one(cell.get(start..at).unwrap_or_default(), book, &mut read);
                if matches!(read, TagsRead::PastLimit(..)) {
                    break;
                }
                start = at + 1;
            }
            return read;
        }
        let mut rest = Some(cell);
        while let Some(cell) = rest.filter(|_| !matches!(read, TagsRead::PastLimit(..))) {
            let (tag, behind) = next_tag(cell, form);
            self.read_one(&tag, book, &mut read);
            rest = behind;
        }
        read
    }

    /// Reads a cell that PHP serialised.
    #[cold]
    fn read_serialised(&mut self, cell: &str, book: &mut TagBook) -> TagsRead {
        let Ok(names) = php::names(cell) else { return TagsRead::NotAll(Code::SerialisedInvalid) };
        let mut read = TagsRead::All;
        for name in names {
            self.read_one(&name, book, &mut read);
            if matches!(read, TagsRead::PastLimit(..)) {
                break;
            }
        }
        read
    }

    #[inline]
    fn read_one(&mut self, spelling: &str, book: &mut TagBook, read: &mut TagsRead) {
        let known = match self.spellings.get(spelling) {
            Some(known) => known,
            None => self.learn(spelling, book, read),
        };
        if let Some(tag) = known
            && !self.tags.contains(&tag)
        {
            self.tags.push(tag);
            if self.tags.len() > self.tags_per_contact {
                *read = TagsRead::PastLimit("tagsPerContact", self.tags_per_contact);
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_hold_at_and_above() {
        let limits = Limits { tags_per_contact: 2, distinct_tags: 3, ..Limits::default() };
        let mut reader = TagReader::new(TagCell { separator: ",", otherwise: None, quoted: true }, &limits);
        let mut book = TagBook::default();
        assert_eq!(reader.read("a,b, a ,,b", &mut book), TagsRead::All);
        assert_eq!(reader.tags().len(), 2);
        reader.clear();
        assert_eq!(reader.read("a,b,c", &mut book), TagsRead::PastLimit("tagsPerContact", 2));
        reader.clear();
        assert_eq!(reader.read("d", &mut book), TagsRead::PastLimit("distinctTags", 3));
    }

    #[test]
    fn a_cell_without_the_separator_is_parted_by_the_other_where_a_source_writes_either() {
        let read = |cell: &str, otherwise: Option<&'static str>| {
            let form = TagCell { separator: ",", otherwise, quoted: true };
            let mut book = TagBook::default();
            let mut reader = TagReader::new(form, &Limits::default());
            reader.read(cell, &mut book);
            reader.tags().len()
        };
        assert_eq!(read("VIP; Course A;Course B", Some(";")), 3);
        assert_eq!(read("VIP, Course A; evening", Some(";")), 2);
        assert_eq!(read("VIP; Course A", None), 1);
    }
}
