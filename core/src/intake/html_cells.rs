//! HTML in the cells of one column, or in the values at one path: made plain text or left, and counted. Knows no records.

use super::html;
use super::mapping::ColumnUse;
use crate::issue::{Code, Issue, Location};
use crate::source::{Field, Profile};

/// What is done with HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum HtmlRule {
    /// It is made plain text.
    Decode,
    /// It stays and is counted: a site may well hold its tags so.
    Count,
    /// It is text like any other.
    Leave,
}

impl HtmlRule {
    /// The rule for a column of a source.
    pub(super) fn of_column(meaning: &ColumnUse, profile: &Profile) -> HtmlRule {
        match meaning {
            ColumnUse::Field { field } => HtmlRule::of(Some(*field), profile),
            ColumnUse::Ignored => HtmlRule::Leave,
            ColumnUse::Custom { .. } | ColumnUse::Sensitive => HtmlRule::of(None, profile),
        }
    }

    /// The rule for a field of a source, or for what is kept as a custom field. An address is not decoded: what it was meant
    /// to be is a suggestion.
    pub(super) fn of(field: Option<Field>, profile: &Profile) -> HtmlRule {
        match field {
            _ if profile.is_exact => HtmlRule::Leave,
            Some(Field::Tags) => HtmlRule::Count,
            Some(Field::Email | Field::PayeeEmail) => HtmlRule::Leave,
            _ => HtmlRule::Decode,
        }
    }
}

/// The HTML in the cells of one column.
#[derive(Clone, Debug)]
pub(super) struct HtmlCells {
    rule: HtmlRule,
    /// Where the first cell that holds some stands, and how many do.
    found: Option<(Location, u64)>,
}

impl HtmlCells {
    pub(super) fn new(rule: HtmlRule) -> HtmlCells {
        HtmlCells { rule, found: None }
    }

    /// Counts a cell that holds HTML; gives its plain text where that is to stand in its place.
    pub(super) fn read(&mut self, cell: &str, place: impl FnOnce() -> Location) -> Option<String> {
        if self.rule == HtmlRule::Leave {
            return None;
        }
        let text = html::plain(cell)?;
        self.found.get_or_insert_with(|| (place(), 0)).1 += 1;
        (self.rule == HtmlRule::Decode).then_some(text)
    }

    /// The same column of later records.
    #[cfg(feature = "threads")]
    pub(super) fn apart(&self) -> HtmlCells {
        HtmlCells::new(self.rule)
    }

    /// Takes in what was found in later records, behind so many lines.
    #[cfg(feature = "threads")]
    pub(super) fn append(&mut self, later: &mut HtmlCells, lines: u64) {
        super::record_log::add_later(&mut self.found, &mut later.found, lines);
    }

    /// What there is to say of the column at the end of the input.
    pub(super) fn issue(&self) -> Option<Issue> {
        let (place, count) = self.found.as_ref()?;
        let code = if self.rule == HtmlRule::Decode { Code::HtmlDecoded } else { Code::HtmlInTags };
        let message = format!("{}: {count} cells, the first in this record", code.meaning());
        Some(Issue::new(code).with_message(message).at(place.clone()))
    }
}
