//! What reading the list found, in numbers, as a section of a report. Names nobody: no message of an issue is in it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::document::{ReportBlock, ReportSection, ReportTable};
use super::report::fact;
use crate::intake::{Intake, IntakeStats};
use crate::issue::Code;

/// What a reading found, in numbers: what a report tells of the list that the people come from.
///
/// ```
/// use memberferry::{Code, ReadOptions, ReadingCounts, read_contacts};
/// let counts = ReadingCounts::of(&read_contacts(b"Email\nada@example.com\nnobody\n", &ReadOptions::default())?);
/// assert_eq!((counts.stats.set_aside, counts.issue_counts[&Code::EmailInvalid]), (1, 1));
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "an object with the `stats` of a reading and its `issueCounts`"
)]
pub struct ReadingCounts {
    /// How many of everything.
    pub stats: IntakeStats,
    /// How many issues there are of each code.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, u64>"))]
    pub issue_counts: BTreeMap<Code, u64>,
}

impl ReadingCounts {
    /// Those of a reading.
    pub fn of(intake: &Intake) -> Self {
        let issue_counts = intake.issues.counts().iter().map(|(code, count)| (*code, *count)).collect();
        ReadingCounts { stats: intake.stats, issue_counts }
    }
}

/// How many records came to what, and the issues by code: the gravest first, of those the most frequent.
pub fn section(counts: &ReadingCounts) -> ReportSection {
    let stats = &counts.stats;
    let facts = vec![
        fact("Records", stats.records),
        fact("Contacts", stats.contacts),
        fact("Set aside", stats.set_aside),
        fact("Merged into others", stats.duplicates),
    ];
    let mut codes: Vec<_> = counts
        .issue_counts
        .iter()
        .map(|(code, count)| (Reverse(code.severity()), Reverse(*count), *code))
        .collect();
    crate::order::sort(&mut codes);
    let row = |(_, Reverse(count), code): (Reverse<crate::Severity>, Reverse<u64>, Code)| {
        let texts = [code.severity().name(), code.name(), code.meaning(), code.remedy()];
        let [severity, name, meaning, remedy] = texts.map(str::to_owned);
        vec![severity, name, count.to_string(), meaning, remedy]
    };
    let columns = ["Severity", "Code", "Count", "What", "What to do"];
    let table = ReportTable::new("Issues of the list by code", &columns, codes.into_iter().map(row));
    ReportSection {
        id: "reading",
        title: "The list",
        blocks: vec![ReportBlock::Facts { facts }, ReportBlock::Table { table }],
    }
}
