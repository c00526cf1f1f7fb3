//! The journal: what a run has done so far, as lines that are only ever added. Does not know the plan, nor what a line leads to.
//!
//! # Format 1
//!
//! JSON Lines in UTF-8, each ending in a line feed. The first line is the header, every other one an outcome:
//!
//! ```text
//! {"kind":"memberferry-journal","format":1,"plan":"<digest>","environment":{…},"startedAt":"…","check":"<16 digits>"}
//! {"seq":1,"place":0,"operation":"<id>","attempt":1,"outcome":{"kind":"applied"},"at":"…","check":"<16 digits>"}
//! ```
//!
//! - `seq` counts outcomes from 1. `place` is the operation's place in the plan, 0-based; `operation` is its id.
//! - A run that was given up ends with `{"seq":2,"aborted":true,"at":"…","check":"…"}`: nothing follows it.
//! - `attempt` counts from 1 to 3. The outcome holds for good, unless it is retryable and this was not the third attempt.
//! - `check` stands last: the first 16 hexadecimal digits of SHA-256 over the check of the line before (nothing, for the header)
//!   followed by this line up to, not including, `,"check"`. A line can therefore neither be changed nor be taken out, except from
//!   the end, where what is gone is done again and found done.
//! - A last line without its line feed was being written when the run died. It is dropped.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Outcome, RunError};
use crate::plan::{PlanDigest, hex};
use crate::site::Environment;
use crate::{Instant, json};

/// The version of the format that this library reads and writes.
const FORMAT: u64 = 1;
/// How a header says what it is.
const KIND: &str = "memberferry-journal";
/// What stands around the digits of a check.
const BEFORE_CHECK: &[u8] = b",\"check\":\"";
const AFTER_CHECK: &[u8] = b"\"}";
/// How many digits a check has.
const CHECK_DIGITS: usize = 16;

/// The first line of a journal, apart from its check.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HeaderLine<'a> {
    kind: &'a str,
    format: u64,
    plan: &'a PlanDigest,
    environment: &'a Environment,
    started_at: Instant,
}

/// The first line of a journal, read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Header {
    #[serde(rename = "kind")]
    _kind: String,
    #[serde(rename = "format")]
    _format: u64,
    plan: PlanDigest,
    #[serde(rename = "environment")]
    _environment: Environment,
    started_at: Instant,
    #[serde(rename = "check")]
    _check: IgnoredAny,
}

/// One outcome, apart from its check.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryLine<'a> {
    seq: u64,
    place: usize,
    operation: Uuid,
    attempt: u8,
    outcome: &'a Outcome,
    at: &'a str,
}

/// One outcome, read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Entry {
    seq: u64,
    pub place: usize,
    pub operation: Uuid,
    pub attempt: u8,
    pub outcome: Outcome,
    pub at: Instant,
    #[serde(rename = "check")]
    _check: IgnoredAny,
}

/// That the run was given up, apart from its check.
#[derive(Serialize)]
struct AbortLine<'a> {
    seq: u64,
    aborted: bool,
    at: &'a str,
}

/// The same, read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Abort {
    seq: u64,
    #[serde(rename = "aborted")]
    _aborted: bool,
    at: Instant,
    #[serde(rename = "check")]
    _check: IgnoredAny,
}

/// What a line of a journal says.
pub enum Line {
    /// What became of an operation.
    Outcome(Entry),
    /// The run was given up, at an instant.
    Aborted(Instant),
}

/// Writes the lines of one journal, in order.
#[derive(Clone, Debug, Default)]
pub struct JournalWriter {
    /// The check of the line before.
    check: String,
    /// How many outcomes were written.
    seq: u64,
}

impl JournalWriter {
    /// Adds the header's line to a text.
    pub fn header(
        &mut self,
        text: &mut Vec<u8>,
        plan: &PlanDigest,
        environment: &Environment,
        started_at: Instant,
    ) -> Result<(), RunError> {
        self.line(text, &HeaderLine { kind: KIND, format: FORMAT, plan, environment, started_at })
    }

    /// Adds an outcome's line to a text.
    pub fn entry(
        &mut self,
        text: &mut Vec<u8>,
        (place, operation): (usize, Uuid),
        attempt: u8,
        outcome: &Outcome,
        at: &str,
    ) -> Result<(), RunError> {
        let seq = self.seq + 1;
        self.line(text, &EntryLine { seq, place, operation, attempt, outcome, at })?;
        self.seq = seq;
        Ok(())
    }

    /// Adds the line that ends a run before its time.
    pub fn abort(&mut self, text: &mut Vec<u8>, at: &str) -> Result<(), RunError> {
        let seq = self.seq + 1;
        self.line(text, &AbortLine { seq, aborted: true, at })?;
        self.seq = seq;
        Ok(())
    }

    fn line(&mut self, text: &mut Vec<u8>, line: &impl Serialize) -> Result<(), RunError> {
        let start = text.len();
        serde_json::to_writer(&mut *text, line).map_err(|_| RunError::Internal)?;
        // Without the brace, which comes after the check.
        text.pop();
        self.check = check(&self.check, text.get(start..).unwrap_or_default());
        text.extend_from_slice(BEFORE_CHECK);
        text.extend_from_slice(self.check.as_bytes());
        text.extend_from_slice(AFTER_CHECK);
        text.push(b'\n');
        Ok(())
    }
}

fn check(previous: &str, body: &[u8]) -> String {
    let hash = Sha256::new_with_prefix(previous).chain_update(body).finalize();
    hex(hash.get(..CHECK_DIGITS / 2).unwrap_or_default())
}

/// Reads a journal line by line.
pub struct JournalReader<'a> {
    lines: std::slice::Split<'a, u8, fn(&u8) -> bool>,
    number: u64,
    writer: JournalWriter,
    /// How many bytes stand in whole lines.
    pub whole: usize,
    pub started_at: Instant,
}

impl<'a> JournalReader<'a> {
    /// Reads the header; refuses another plan's journal and another version's.
    pub fn new(journal: &'a [u8], plan: &PlanDigest) -> Result<Self, RunError> {
        let whole = memchr::memrchr(b'\n', journal).ok_or(RunError::JournalEmpty)?;
        let is_end: fn(&u8) -> bool = |byte| *byte == b'\n';
        let mut lines = journal.get(..whole).unwrap_or_default().split(is_end);
        let line = lines.next().unwrap_or_default();
        foreign_format(line)?;
        let mut writer = JournalWriter::default();
        check_line(line, &mut writer.check, 1)?;
        let header: Header = json::read(line).map_err(|_| RunError::JournalAltered { line: 1 })?;
        if header.plan != *plan {
            return Err(RunError::JournalForeign(header.plan));
        }
        Ok(JournalReader { lines, number: 1, writer, whole: whole + 1, started_at: header.started_at })
    }

    /// What the next line says, with its number, 1-based.
    pub fn next(&mut self) -> Result<Option<(u64, Line)>, RunError> {
        let Some(line) = self.lines.next() else { return Ok(None) };
        self.number += 1;
        check_line(line, &mut self.writer.check, self.number)?;
        let altered = RunError::JournalAltered { line: self.number };
        let (seq, line) = match json::read::<Entry>(line) {
            Ok(entry) => (entry.seq, Line::Outcome(entry)),
            Err(_) => match json::read::<Abort>(line) {
                Ok(abort) => (abort.seq, Line::Aborted(abort.at)),
                Err(_) => return Err(altered),
            },
        };
        if seq != self.writer.seq + 1 {
            return Err(altered);
        }
        self.writer.seq = seq;
        Ok(Some((self.number, line)))
    }

    /// What writes the line after the last one.
    pub fn into_writer(self) -> JournalWriter {
        self.writer
    }
}

fn foreign_format(line: &[u8]) -> Result<(), RunError> {
    #[derive(Deserialize)]
    struct Format {
        kind: String,
        format: u64,
    }
    match json::read::<Format>(line) {
        Ok(Format { kind, format }) if kind == KIND && format != FORMAT => {
            Err(RunError::JournalFormat { found: format })
        }
        _ => Ok(()),
    }
}

/// Whether a line's check follows from the line before; that check is moved on.
fn check_line(line: &[u8], previous: &mut String, number: u64) -> Result<(), RunError> {
    let altered = || RunError::JournalAltered { line: number };
    let body_length =
        line.len().checked_sub(BEFORE_CHECK.len() + CHECK_DIGITS + AFTER_CHECK.len()).ok_or_else(altered)?;
    let (body, tail) = line.split_at_checked(body_length).ok_or_else(altered)?;
    let check = check(previous, body);
    let digits = tail.strip_prefix(BEFORE_CHECK).and_then(|tail| tail.strip_suffix(AFTER_CHECK));
    if digits != Some(check.as_bytes()) {
        return Err(altered());
    }
    *previous = check;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EnvironmentKind;

    fn digest(digit: &str) -> PlanDigest {
        PlanDigest::new(&digit.repeat(64)).unwrap()
    }

    fn journal() -> Vec<u8> {
        let mut text = Vec::new();
        let mut writer = JournalWriter::default();
        let environment =
            Environment { kind: EnvironmentKind::Staging, url: "https://staging.example".to_owned() };
        let at = "2024-05-01T00:00:00Z";
        writer.header(&mut text, &digest("a"), &environment, at.parse().unwrap()).unwrap();
        for place in 0..3 {
            writer.entry(&mut text, (place, Uuid::nil()), 1, &Outcome::Applied, at).unwrap();
        }
        text
    }

    fn read(text: &[u8]) -> Result<usize, RunError> {
        let mut reader = JournalReader::new(text, &digest("a"))?;
        let mut count = 0;
        while let Some((_, line)) = reader.next()? {
            assert!(matches!(line, Line::Outcome(entry) if entry.place == count));
            count += 1;
        }
        Ok(count)
    }

    #[test]
    fn a_journal_comes_back_and_a_torn_line_is_dropped() {
        let text = journal();
        assert_eq!(read(&text), Ok(3));
        assert_eq!(read(&text[..text.len() - 1]), Ok(2));
        assert_eq!(read(b"{\"kind\":\"memb"), Err(RunError::JournalEmpty));
    }

    #[test]
    fn a_line_that_is_gone_or_moved_is_noticed() {
        let text = journal();
        let lines: Vec<_> = text.split_inclusive(|byte| *byte == b'\n').collect();
        assert_eq!(read(&[lines[0], lines[2], lines[3]].concat()), Err(RunError::JournalAltered { line: 2 }));
        assert_eq!(
            read(&[lines[0], lines[1], lines[3], lines[2]].concat()),
            Err(RunError::JournalAltered { line: 3 })
        );
        assert_eq!(read(&[lines[1], lines[2]].concat()), Err(RunError::JournalAltered { line: 1 }));
    }

    #[test]
    fn a_line_out_of_another_journal_of_the_same_plan_is_noticed() {
        let whole = |outcome: &Outcome| {
            let mut text = journal();
            let mut writer = JournalReader::new(&text, &digest("a")).unwrap().into_writer();
            text.truncate(text.iter().position(|byte| *byte == b'\n').unwrap() + 1);
            for place in 0..2 {
                writer.entry(&mut text, (place, Uuid::nil()), 1, outcome, "2024-05-01T00:00:00Z").unwrap();
            }
            text
        };
        let (applied, already) = (whole(&Outcome::Applied), whole(&Outcome::Already));
        let lines =
            |text: &[u8]| text.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
        let (applied, already) = (lines(&applied), lines(&already));
        let spliced = [applied[0].clone(), already[1].clone(), applied[2].clone()].concat();
        assert_eq!(read(&spliced), Err(RunError::JournalAltered { line: 3 }));
    }

    #[test]
    fn another_plan_and_another_version_are_told_apart() {
        let text = journal();
        let foreign = JournalReader::new(&text, &digest("b")).err();
        assert_eq!(foreign, Some(RunError::JournalForeign(digest("a"))));
        let later = String::from_utf8(text).unwrap().replacen("\"format\":1", "\"format\":2", 1);
        assert_eq!(read(later.as_bytes()), Err(RunError::JournalFormat { found: 2 }));
    }
}
