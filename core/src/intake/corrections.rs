//! Cells that somebody put right: another text takes the place of what is written, before anything is made of it. Knows nothing of what the
//! cells mean.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZero;

use serde::{Deserialize, Serialize};

use super::record::{Record, Rewritten};

/// A cell of a table that somebody put right. It stands where an issue says it does: in `Location::record` and `Location::column`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Correction {
    /// The data record, 0-based.
    pub record: u64,
    /// The column, 1-based. One that neither the header nor the record reaches is passed over.
    pub column: NonZero<u32>,
    /// What takes the place of the cell, as it would be written without quotes.
    pub text: String,
}

/// Corrections by where they stand; of two of one cell the later counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Corrections(BTreeMap<u64, BTreeMap<usize, String>>);

impl Corrections {
    pub(super) fn new(corrections: &[Correction]) -> Corrections {
        let mut by_record: BTreeMap<u64, BTreeMap<usize, String>> = BTreeMap::new();
        for Correction { record, column, text } in corrections {
            let column = usize::try_from(column.get() - 1).unwrap_or(usize::MAX);
            by_record.entry(*record).or_default().insert(column, text.clone());
        }
        Corrections(by_record)
    }

    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a cell of a record was put right.
    pub(super) fn has(&self, number: u64, column: usize) -> bool {
        self.0.get(&number).is_some_and(|cells| cells.contains_key(&column))
    }

    /// The cells of a record, where any was put right. A record that is shorter than the header is filled up as far as that takes.
    #[cold]
    pub(super) fn of(&self, number: u64, record: &Record<'_>, columns: usize) -> Option<Rewritten> {
        let cells = self.0.get(&number)?;
        let reached = cells.range(..columns.max(record.len())).next_back().map_or(0, |(last, _)| last + 1);
        let cell = |column| match cells.get(&column) {
            Some(text) => Cow::Borrowed(text.as_str()),
            None if column < record.len() => record.cell(column),
            None => Cow::Borrowed(""),
        };
        Some(record.rewrite((0..record.len().max(reached)).map(cell)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Intake, ReadOptions, read_contacts};

    fn read(input: &str, corrections: &[(u64, u32, &str)]) -> Intake {
        let correction = |&(record, column, text): &(u64, u32, &str)| Correction {
            record,
            column: NonZero::new(column).unwrap(),
            text: text.to_owned(),
        };
        let options =
            ReadOptions { corrections: corrections.iter().map(correction).collect(), ..Default::default() };
        read_contacts(input.as_bytes(), &options).unwrap()
    }

    fn people(intake: &Intake) -> Vec<(&str, Option<&str>)> {
        intake.contacts.iter().map(|person| (person.email(), person.first_name())).collect()
    }

    #[test]
    fn a_correction_stands_where_the_issue_says_and_brings_the_record_back() {
        let export = "Email,First Name\nada@example.com,Ada\n\nbob(at)example.com,Bob\n";
        let before = read(export, &[]);
        let of_records = |intake: &Intake| {
            intake
                .issues
                .iter()
                .map(|issue| issue.location)
                .filter(|place| place.record.is_some())
                .collect::<Vec<_>>()
        };
        let place = of_records(&before).remove(0);
        let (record, column) = (place.record.unwrap(), u32::try_from(place.column.unwrap()).unwrap());
        let after = read(export, &[(record, column, "bob@example.com")]);
        assert_eq!(people(&after), [("ada@example.com", Some("Ada")), ("bob@example.com", Some("Bob"))]);
        assert!(after.set_aside.is_empty() && of_records(&after).is_empty());
        assert_eq!(after.stats.records, before.stats.records);
    }

    #[test]
    fn every_rule_is_asked_again_of_what_was_put_right() {
        let export = "Email,First Name\nada@example.com,Ada\nbob@example.com,Bob\n";
        let merged = read(export, &[(1, 1, "Ada@Example.com")]);
        assert_eq!(merged.stats.duplicates, 1);
        let wrong = read(export, &[(1, 1, "nobody")]);
        assert_eq!(wrong.set_aside[0].cells, ["nobody", "Bob"]);
    }

    #[test]
    fn text_is_taken_as_it_is_and_the_later_of_two_counts() {
        let export = "Email,First Name\nada@example.com,Ada\n";
        let odd = "A \"quoted\", Ada";
        assert_eq!(people(&read(export, &[(0, 2, "x"), (0, 2, odd)]))[0].1, Some(odd));
    }

    #[test]
    fn surplus_cells_are_blanked_and_missing_ones_filled() {
        let export = "Email,First Name\nada@example.com,Ada,surplus\nbob@example.com\n";
        assert_eq!(read(export, &[]).stats.set_aside, 1);
        let after =
            read(export, &[(0, 3, ""), (1, 2, "Bob"), (1, 4_000_000_000, "far away"), (9, 1, "nobody")]);
        assert_eq!(people(&after), [("ada@example.com", Some("Ada")), ("bob@example.com", Some("Bob"))]);
    }

    #[test]
    fn what_was_read_in_the_wrong_encoding_is_no_longer_said_of_a_cell_that_was_put_right() {
        let input =
            b"Email,First Name,Last Name\nada@example.com,\xc3\xa9lise\xff,Z\nbob@example.com,\xc3\xa9,Z\n";
        let codes = |corrections| {
            let options =
                ReadOptions { encoding: Some("utf-8".to_owned()), corrections, ..Default::default() };
            let intake = read_contacts(input, &options).unwrap();
            intake.issues.iter().filter(|issue| issue.location.record == Some(0)).count()
        };
        assert_eq!(codes(vec![]), 1);
        let right = Correction { record: 0, column: NonZero::new(2).unwrap(), text: "Élise".to_owned() };
        assert_eq!(codes(vec![right]), 0);
    }
}
