//! Cells of countries: each spelling looked up once. Knows no records.

use foldhash::fast::FixedState;
use indexmap::IndexMap;

use crate::contact::CountryCode;

/// The spellings of countries in one input.
#[derive(Clone, Default)]
pub(super) struct CountryReader {
    known: IndexMap<Box<str>, Spelling, FixedState>,
    /// How many spellings that name no country were learnt or reported.
    unknown: u64,
    /// How many spellings, and how many unknown ones, the records before had when this reader was readied.
    #[cfg(feature = "threads")]
    shared: (usize, u64),
}

#[derive(Clone)]
struct Spelling {
    code: Option<CountryCode>,
    is_reported: bool,
}

impl CountryReader {
    /// How many spellings are remembered. A column of countries has fewer; another column need not be remembered.
    const BOUND: usize = 4_096;

    /// The country of a trimmed cell, where it names one.
    pub(super) fn read(&mut self, cell: &str) -> Option<CountryCode> {
        match self.known.get(cell) {
            Some(known) => known.code,
            None => self.learn(cell),
        }
    }

    /// Whether a spelling that names no country is to be reported: once, where it first stands.
    pub(super) fn is_news(&mut self, cell: &str) -> bool {
        match self.known.get_mut(cell) {
            Some(known) => {
                let is_news = !std::mem::replace(&mut known.is_reported, true);
                self.unknown += u64::from(is_news);
                is_news
            }
            None => true,
        }
    }

    #[cold]
    fn learn(&mut self, cell: &str) -> Option<CountryCode> {
        let code = CountryCode::of(cell);
        if self.known.len() < Self::BOUND {
            self.known.insert(cell.into(), Spelling { code, is_reported: false });
            self.unknown += u64::from(code.is_none());
        }
        code
    }

    /// Has a reader of later cells know what is known here.
    #[cfg(feature = "threads")]
    pub(super) fn ready(&self, later: &mut CountryReader) {
        let shared = (self.known.len(), self.unknown);
        if (later.known.len(), later.unknown) != shared {
            later.clone_from(self);
        }
        later.shared = shared;
    }

    /// Learns what a reader of later cells learnt, if all its answers are those that would have been given here: not both may
    /// have met spellings that name no country, one of which may be the same, and all have to be remembered.
    #[cfg(feature = "threads")]
    pub(super) fn absorb(&mut self, later: &CountryReader) -> bool {
        let (spellings, unknown) = later.shared;
        if later.known.len() == spellings && later.unknown == unknown {
            return true;
        }
        let learnt = || later.known.iter().skip(spellings);
        let added = learnt().filter(|(cell, _)| !self.known.contains_key(*cell)).count();
        let is_full = added > 0 && self.known.len() + added >= Self::BOUND;
        if is_full || (self.unknown != unknown && later.unknown != unknown) {
            return false;
        }
        if later.unknown != unknown {
            self.unknown = later.unknown;
            for (cell, known) in &later.known {
                if let Some(here) = self.known.get_mut(cell) {
                    here.is_reported |= known.is_reported;
                }
            }
        }
        for (cell, known) in learnt() {
            self.known.entry(cell.clone()).or_insert_with(|| known.clone());
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_spelling_is_news_once() {
        let mut reader = CountryReader::default();
        assert_eq!(reader.read("Germany"), CountryCode::of("DE"));
        assert_eq!(reader.read("California"), None);
        assert!(reader.is_news("California"));
        assert_eq!(reader.read("California"), None);
        assert!(!reader.is_news("California"));
    }
}
