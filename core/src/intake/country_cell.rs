//! Cells of countries: each spelling looked up once. Knows no records.

use foldhash::fast::FixedState;
use indexmap::IndexMap;

use crate::contact::CountryCode;

/// The spellings of countries in one input.
#[derive(Default)]
pub(super) struct CountryReader {
    known: IndexMap<Box<str>, Spelling, FixedState>,
}

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
            Some(known) => !std::mem::replace(&mut known.is_reported, true),
            None => true,
        }
    }

    #[cold]
    fn learn(&mut self, cell: &str) -> Option<CountryCode> {
        let code = CountryCode::of(cell);
        if self.known.len() < Self::BOUND {
            self.known.insert(cell.into(), Spelling { code, is_reported: false });
        }
        code
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
