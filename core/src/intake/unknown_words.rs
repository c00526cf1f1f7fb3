//! Words in a column of statuses that the source is not known to use: each is said once, with how often it stands. Knows no
//! status.

use super::short::Short;
use crate::issue::{Code, Issue, Issues, Location};

/// The words met so far, in order of first appearance.
#[derive(Debug, Default)]
pub(super) struct UnknownWords {
    words: Vec<UnknownWord>,
    /// The first of them by their bytes in the file.
    short: Vec<(Short, usize)>,
}

#[derive(Debug)]
struct UnknownWord {
    word: String,
    /// Where it stands first.
    place: Location,
    /// Whether it may be shown.
    is_shown: bool,
    count: u64,
}

/// So many different words are said once each; a column that has more is none of statuses.
const MOST_WORDS: usize = 200;

/// So many words are looked for by their bytes.
const MOST_SHORT: usize = 8;

impl UnknownWords {
    /// Counts a word that was met before, by its bytes in the file.
    #[inline]
    pub(super) fn count_short(&mut self, short: Option<Short>) -> bool {
        let found = self.short.iter().find(|(known, _)| Some(*known) == short);
        let Some(word) = found.and_then(|(_, word)| self.words.get_mut(*word)) else { return false };
        word.count += 1;
        true
    }

    /// Counts a word, which stands at a place and may be shown or not; says whether it will be told of.
    pub(super) fn count(
        &mut self,
        word: &str,
        short: Option<Short>,
        place_and_shown: impl FnOnce() -> (Location, bool),
    ) -> bool {
        if let Some(known) = self.words.iter_mut().find(|known| known.word.eq_ignore_ascii_case(word)) {
            known.count += 1;
            return true;
        }
        if self.words.len() >= MOST_WORDS {
            return false;
        }
        if let Some(short) = short.filter(|_| self.short.len() < MOST_SHORT) {
            self.short.push((short, self.words.len()));
        }
        let (place, is_shown) = place_and_shown();
        self.words.push(UnknownWord { word: word.to_owned(), place, is_shown, count: 1 });
        true
    }

    /// Whether the words of later records can be put behind these, and none of them was told of by itself.
    #[cfg(feature = "threads")]
    pub(super) fn has_room_for(&self, later: &UnknownWords) -> bool {
        self.words.len() + later.words.len() < MOST_WORDS
    }

    /// Puts the words of later records, which stand behind so many records and lines, behind these.
    #[cfg(feature = "threads")]
    pub(super) fn append(&mut self, later: &mut UnknownWords, records: u64, lines: u64) {
        later.short.clear();
        for mut word in later.words.drain(..) {
            match self.words.iter_mut().find(|known| known.word.eq_ignore_ascii_case(&word.word)) {
                Some(known) => known.count += word.count,
                None => {
                    word.place.record = word.place.record.map(|record| record + records);
                    word.place.line = word.place.line.map(|line| line + lines);
                    self.words.push(word);
                }
            }
        }
    }

    /// What is said of each word.
    pub(super) fn report(self, code: Code, issues: &mut Issues) {
        for UnknownWord { word, place, is_shown, count } in self.words {
            let mut issue = Issue::new(code).at(place);
            if count > 1 {
                let meaning = issue.message.clone();
                issue = issue.with_message(format!("{meaning}; it stands in {count} records, first here"));
            }
            issues.push(if is_shown { issue.with_value(&word) } else { issue });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_said_once_with_how_often_it_stands() {
        let mut words = UnknownWords::default();
        for (line, word) in [(2, "Lapsed"), (3, "Gold"), (4, "lapsed")] {
            assert!(words.count(word, None, || (Location::default().with_line(line), true)));
        }
        let mut issues = Issues::default();
        words.report(Code::StatusUnknown, &mut issues);
        let said: Vec<String> = issues
            .iter()
            .map(|issue| {
                let value = issue.value.as_ref().map_or("", |value| value.as_str());
                format!("{:?} {value}: {}", issue.location.line, issue.message)
            })
            .collect();
        let meaning = "the marketing status is not one this source is known to use";
        assert_eq!(
            said,
            [
                format!("Some(2) Lapsed: {meaning}; it stands in 2 records, first here"),
                format!("Some(3) Gold: {meaning}"),
            ]
        );
    }

    #[test]
    fn a_column_of_too_many_words_is_not_collected() {
        let mut words = UnknownWords::default();
        let counted = (0..300)
            .filter(|number| words.count(&format!("word {number}"), None, || (Location::default(), true)));
        assert_eq!(counted.count(), MOST_WORDS);
    }
}
