//! `Issues`: as many issues as an input has, in two allocations that grow. A list of a million people can have a million
//! things to say of it, so a sentence is kept as its template and its values, and put together when somebody reads it.
//! Does not know what the issues are of.

use foldhash::fast::FixedState;
use indexmap::{IndexMap, IndexSet};
use serde::Serialize;
use serde::ser::SerializeSeq as _;

use super::{Code, Issue, Location};
use crate::text::Excerpt;

/// What parts the values of one issue in the arena.
const SEPARATOR: char = '\u{1F}';

/// No number here.
const NONE: u32 = u32::MAX;

/// One issue of a row of a table. Everything else about it stands in the arena.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    /// A sentence with `{}` where each value goes; absent where it is the code's own meaning.
    template: Option<&'static str>,
    code: Code,
    record: u32,
    line: u32,
    column: u32,
    field: u32,
    start: u32,
    values_length: u16,
    /// The length of the value as written, and one more; 0 where none is shown.
    value_length: u16,
    /// The length of the suggestion; 0 where there is none.
    suggestion_length: u16,
    /// Which of several inputs, 1-based; 0 where there is one.
    input: u16,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    Row(Row),
    /// An issue that says more than a row of a table has room for.
    Whole(Box<Issue>),
}

/// Where a row's issue is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowPlace<'a> {
    /// The data record, 0-based.
    pub(crate) record: Option<u32>,
    /// The line, 1-based; 0 where there is no file.
    pub(crate) line: u32,
    /// Which of several inputs, 1-based; 0 where there is one.
    pub(crate) input: u16,
    /// The column, 1-based; 0 where the issue is of the whole row.
    pub(crate) column: u32,
    /// The column's header, or the field's name.
    pub(crate) field: &'a str,
}

/// A value within a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) enum MessageValue<'a> {
    /// Text from the input, shown in back-ticks, shortened.
    Shown(&'a str),
    /// A number.
    Number(u64),
    /// A row of an input: its line (1-based; 0 where there is no file), its record, and which of several inputs (1-based; 0
    /// where there is one).
    Row { line: u32, record: u32, input: u16 },
}

/// Issues in the order in which they were found, counted by code. Past a bound they are counted and no longer kept.
///
/// ```
/// use memberferry::{ReadOptions, read_contacts};
/// let intake = read_contacts(b"Email\nada@example.com\nnobody\n", &ReadOptions::default())?;
/// let issue = intake.issues.iter().last();
/// assert_eq!(issue.map(|issue| issue.to_string()).as_deref(),
///     Some("error email-invalid at line 3, column 1 (Email): the address has no `@` (`nobody`)"));
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issues {
    entries: Vec<Entry>,
    text: String,
    fields: IndexSet<Box<str>, FixedState>,
    counts: IndexMap<Code, u64>,
    bound: usize,
}

impl Default for Issues {
    fn default() -> Self {
        Issues::with_bound(usize::MAX)
    }
}

impl Issues {
    /// No issues yet; at most `bound` will be kept.
    pub(crate) fn with_bound(bound: usize) -> Self {
        Issues {
            entries: Vec::new(),
            text: String::new(),
            fields: IndexSet::default(),
            counts: IndexMap::new(),
            bound,
        }
    }

    /// The number of issues kept.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// How many issues there are of each code, kept or not, in order of first appearance.
    pub fn counts(&self) -> &IndexMap<Code, u64> {
        &self.counts
    }

    /// How many issues there are of one code, kept or not.
    pub fn count(&self, code: Code) -> u64 {
        self.counts.get(&code).copied().unwrap_or_default()
    }

    /// The issues kept, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Issue> + ExactSizeIterator {
        self.entries.iter().map(|entry| self.issue(entry))
    }

    /// One of the issues kept, by its place from 0.
    pub fn get(&self, index: usize) -> Option<Issue> {
        self.entries.get(index).map(|entry| self.issue(entry))
    }

    fn issue(&self, entry: &Entry) -> Issue {
        match entry {
            Entry::Row(row) => self.issue_of(row),
            Entry::Whole(issue) => (**issue).clone(),
        }
    }

    /// Adds an issue.
    pub(crate) fn push(&mut self, issue: Issue) {
        if self.counted(issue.code) {
            self.entries.push(Entry::Whole(Box::new(issue)));
        }
    }

    /// Adds an issue of a row: its sentence as a template with values, and the value as written.
    pub(crate) fn push_row(
        &mut self,
        code: Code,
        place: RowPlace<'_>,
        message: Option<(&'static str, &[MessageValue<'_>])>,
        value: Option<&str>,
    ) {
        self.push_suggestion(code, place, message, value, "");
    }

    /// As [`Issues::push_row`], with what the value may have been meant to be, unless that is blank.
    pub(crate) fn push_suggestion(
        &mut self,
        code: Code,
        place: RowPlace<'_>,
        message: Option<(&'static str, &[MessageValue<'_>])>,
        value: Option<&str>,
        suggestion: &str,
    ) {
        if !self.counted(code) {
            return;
        }
        let Ok(start) = u32::try_from(self.text.len()) else { return };
        for value in message.into_iter().flat_map(|(_, values)| values) {
            self.push_value(value);
        }
        let values_end = self.text.len();
        if let Some(value) = value {
            self.push_excerpt(value);
        }
        let value_end = self.text.len();
        self.text.push_str(suggestion);
        let length = |from: usize, to: usize| u16::try_from(to - from).unwrap_or(u16::MAX);
        let field = self.field_number(place.field);
        self.entries.push(Entry::Row(Row {
            template: message.map(|(template, _)| template),
            code,
            record: place.record.unwrap_or(NONE),
            line: place.line,
            column: place.column,
            field,
            start,
            values_length: length(start as usize, values_end),
            value_length: value.map_or(0, |_| length(values_end, value_end) + 1),
            suggestion_length: length(value_end, self.text.len()),
            input: place.input,
        }));
    }

    /// No issues yet, under the same bound.
    #[cfg(feature = "threads")]
    pub(crate) fn apart(&self) -> Issues {
        Issues::with_bound(self.bound)
    }

    /// Takes the issues of an input's later records out of another list, as if they had been found here: their records and
    /// lines count from the end of those before. What a sentence says of other rows stays.
    #[cfg(feature = "threads")]
    pub(crate) fn append(&mut self, later: &mut Issues, records: u64, lines: u64) {
        let later = std::mem::replace(later, Issues::with_bound(later.bound));
        for (code, count) in &later.counts {
            *self.counts.entry(*code).or_default() += count;
        }
        let behind =
            |number: u32, before: u64| number.saturating_add(u32::try_from(before).unwrap_or(u32::MAX));
        let room = self.bound.saturating_sub(self.entries.len());
        for entry in later.entries.into_iter().take(room) {
            let row = match entry {
                Entry::Row(row) => row,
                Entry::Whole(mut issue) => {
                    let location = &mut issue.location;
                    location.record = location.record.map(|record| record + records);
                    location.line = location.line.map(|line| line + lines);
                    self.entries.push(Entry::Whole(issue));
                    continue;
                }
            };
            let Ok(start) = u32::try_from(self.text.len()) else { continue };
            let from = row.start as usize;
            let lengths = [row.values_length, row.value_length.saturating_sub(1), row.suggestion_length];
            let length: usize = lengths.into_iter().map(usize::from).sum();
            self.text.push_str(later.text.get(from..from + length).unwrap_or_default());
            let field = later.fields.get_index(row.field as usize).map(AsRef::as_ref).unwrap_or_default();
            let field = self.field_number(field);
            self.entries.push(Entry::Row(Row {
                record: behind(row.record, records),
                line: if row.line == 0 { 0 } else { behind(row.line, lines) },
                field,
                start,
                ..row
            }));
        }
    }

    /// Counts an issue; says whether it is to be kept.
    fn counted(&mut self, code: Code) -> bool {
        // There are few codes, and hashing one takes longer than to look through them.
        match self.counts.iter_mut().find(|(known, _)| **known == code) {
            Some((_, count)) => *count += 1,
            None => {
                self.counts.insert(code, 1);
            }
        }
        self.entries.len() < self.bound
    }

    fn field_number(&mut self, field: &str) -> u32 {
        if field.is_empty() {
            return NONE;
        }
        let index = match self.fields.get_index_of(field) {
            Some(index) => index,
            None => self.fields.insert_full(field.into()).0,
        };
        u32::try_from(index).unwrap_or(NONE)
    }

    fn push_excerpt(&mut self, value: &str) {
        if value.len() <= Excerpt::CHARACTERS && is_printable(value) {
            self.text.push_str(value);
        } else {
            self.text.push_str(Excerpt::new(value).as_str());
        }
    }

    fn push_value(&mut self, value: &MessageValue<'_>) {
        match value {
            MessageValue::Shown(text) => {
                self.text.push('`');
                self.push_excerpt(text);
                self.text.push('`');
            }
            MessageValue::Number(number) => self.push_number(*number),
            MessageValue::Row { line, record, input } => {
                self.text.push_str(if *line > 0 { "line " } else { "record " });
                self.push_number(u64::from(if *line > 0 { *line } else { *record }));
                if *input > 0 {
                    self.text.push_str(" of input ");
                    self.push_number(u64::from(*input));
                }
            }
        }
        self.text.push(SEPARATOR);
    }

    fn push_number(&mut self, number: u64) {
        if number >= 10 {
            self.push_number(number / 10);
        }
        self.text.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or_default()));
    }

    fn issue_of(&self, row: &Row) -> Issue {
        let start = row.start as usize;
        let values_end = start + usize::from(row.values_length);
        let mut issue = Issue::new(row.code);
        if let Some(template) = row.template {
            let mut values = self.text.get(start..values_end).unwrap_or_default().split(SEPARATOR);
            let mut parts = template.split("{}");
            let mut message = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                message.push_str(values.next().unwrap_or_default());
                message.push_str(part);
            }
            issue = issue.with_message(message);
        }
        if let Some(length) = row.value_length.checked_sub(1) {
            let shown = self.text.get(values_end..values_end + usize::from(length)).unwrap_or_default();
            issue = issue.with_value(shown);
        }
        if row.suggestion_length > 0 {
            let start = values_end + usize::from(row.value_length.saturating_sub(1));
            let suggestion = self.text.get(start..start + usize::from(row.suggestion_length));
            issue = issue.with_suggestion(suggestion.unwrap_or_default());
        }
        let some = |number: u32, none: u32| (number != none).then_some(u64::from(number));
        issue.at(Location {
            input: some(u32::from(row.input), 0),
            record: some(row.record, NONE),
            line: some(row.line, 0),
            column: some(row.column, 0),
            field: self.fields.get_index(row.field as usize).cloned(),
            path: Vec::new(),
        })
    }
}

/// Whether a text is of visible ASCII and spaces alone. Looks at all of it, which goes by many bytes at a time.
fn is_printable(text: &str) -> bool {
    text.bytes().fold(true, |is_printable, byte| is_printable & matches!(byte, b' '..=b'~'))
}

impl<'a> IntoIterator for &'a Issues {
    type Item = Issue;
    type IntoIter = Box<dyn Iterator<Item = Issue> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl Serialize for Issues {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for issue in self {
            list.serialize_element(&issue)?;
        }
        list.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_issue_reads_as_the_same_issue_built_by_hand() {
        let mut issues = Issues::default();
        let place = RowPlace { record: Some(4), line: 7, input: 0, column: 3, field: "Last Name" };
        let row = MessageValue::Row { line: 12, record: 9, input: 2 };
        let message = ("the value was overruled by {} on {}", [MessageValue::Shown("a\nb"), row]);
        issues.push_row(Code::ValueOverruled, place, Some((message.0, &message.1)), Some(&"x".repeat(99)));
        let place = RowPlace { line: 2, ..RowPlace::default() };
        issues.push_suggestion(Code::RowShort, place, None, None, "four");
        let by_hand = Issue::new(Code::ValueOverruled)
            .with_message("the value was overruled by `a␊b` on line 12 of input 2")
            .at(Location::default().with_record(4).with_line(7).with_column(3).with_field("Last Name"))
            .with_value(&"x".repeat(99));
        let short = Issue::new(Code::RowShort).at(Location::default().with_line(2)).with_suggestion("four");
        assert_eq!(issues.iter().collect::<Vec<_>>(), [by_hand, short]);
    }

    #[cfg(feature = "threads")]
    #[test]
    fn issues_of_later_records_stand_behind_as_if_they_had_been_found_there() {
        let report = |issues: &mut Issues, record: u32, field| {
            let place = RowPlace { record: Some(record), line: record + 2, input: 0, column: 1, field };
            let message = ("the record has {} cells", [MessageValue::Number(u64::from(record % 2))]);
            issues.push_row(Code::RowRagged, place, Some((message.0, &message.1)), Some(field));
        };
        for bound in 0..8 {
            let [mut all, mut first, mut later] = [(); 3].map(|()| Issues::with_bound(bound));
            for (record, field) in ["Email", "Tags", "Name", "Tags", "", "Name"].into_iter().enumerate() {
                let record = u32::try_from(record).unwrap();
                report(&mut all, record, field);
                match record {
                    0..2 => report(&mut first, record, field),
                    _ => report(&mut later, record - 2, field),
                }
            }
            first.append(&mut later, 2, 2);
            assert_eq!(first, all, "at most {bound}");
            assert_eq!(later, Issues::with_bound(bound));
        }
    }

    #[test]
    fn past_the_bound_issues_are_counted_and_not_kept() {
        let mut issues = Issues::with_bound(1);
        for _ in 0..3 {
            issues.push(Issue::new(Code::TagInvalid));
        }
        assert_eq!((issues.len(), issues.count(Code::TagInvalid)), (1, 3));
    }
}
