//! What a reading gives: contacts, issues, what was detected, and what was set aside. Knows no parsing.

use indexmap::IndexMap;
use serde::Serialize;

use super::detection::Detection;
use super::mapping::Mapping;
use super::set_aside::{self, SetAsideRecord};
use crate::contact::Contacts;
use crate::issue::{Code, Issue};

/// What a reading gives. Nothing of the input is lost: every record is a contact, part of one, or set aside.
#[derive(Clone, Debug)]
pub struct Intake {
    /// Each person once, in order of first appearance.
    pub contacts: Contacts,
    /// What is wrong or was decided: what concerns the whole input first, then by record, then what only the whole
    /// could tell. Past the limit on issues only their counts go on.
    pub issues: Vec<Issue>,
    /// How many issues there are of each code, kept or not, in order of first appearance.
    pub issue_counts: IndexMap<Code, u64>,
    /// What the input was found to be.
    pub detection: Detection,
    /// What each column was taken for.
    pub mapping: Mapping,
    /// How many of everything.
    pub stats: IntakeStats,
    /// The records that could not be read.
    pub set_aside: Vec<SetAsideRecord>,
}

/// How many of everything a reading found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IntakeStats {
    /// Bytes of the input.
    pub bytes: u64,
    /// Data records, blank lines left out.
    pub records: u64,
    /// People.
    pub contacts: u64,
    /// Records that were merged into an earlier one.
    pub duplicates: u64,
    /// Records that were set aside.
    pub set_aside: u64,
    /// Different tags.
    pub distinct_tags: u64,
}

impl Intake {
    /// The set-aside records as CSV: the file's own columns, then the line and the reasons. Once mended it reads back
    /// in; columns of secrets are blank, and cells that a spreadsheet would run are guarded.
    pub fn set_aside_csv(&self) -> String {
        set_aside::write_csv(&self.detection.headers, &self.set_aside)
    }
}

/// Issues as they are found, counted always and kept up to a bound.
#[derive(Debug)]
pub(super) struct IssueLog {
    kept: Vec<Issue>,
    counts: IndexMap<Code, u64>,
    bound: usize,
}

impl IssueLog {
    pub(super) fn new(bound: usize) -> Self {
        IssueLog { kept: Vec::new(), counts: IndexMap::new(), bound }
    }

    pub(super) fn push(&mut self, issue: Issue) {
        *self.counts.entry(issue.code).or_default() += 1;
        if self.kept.len() < self.bound {
            self.kept.push(issue);
        }
    }

    /// The issues of the whole input first, then by record.
    pub(super) fn into_parts(mut self) -> (Vec<Issue>, IndexMap<Code, u64>) {
        self.kept.sort_by_key(|issue| issue.location.record);
        (self.kept, self.counts)
    }
}
