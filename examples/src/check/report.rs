//! What was read, told: lines for people, and parts of the document for programs. Writes no file.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use memberferry::{
    Code, Contacts, Dialect, LineEndName, Merged, ORDER_PROFILES, PROFILES, PaymentStats, RecordKind,
    SUBSCRIPTION_PROFILES,
};
use serde_json::{Value, json};

use super::arguments::Arguments;
use super::reading::{Answer, Reading, flag};
use crate::findings;
use crate::printing::{Printer, counted, number};

/// How many issues are shown of each code.
const EXAMPLES: usize = 3;

/// What a file is, and what is wrong with it.
pub fn reading(printer: &Printer, reading: &Reading, arguments: &Arguments) {
    let (kind, detection) = (reading.kind(), reading.detection());
    printer.title("Read", format!("{}, as {}", reading.name.display(), kind.name()));
    let profiles = match kind {
        RecordKind::Contacts => PROFILES,
        RecordKind::Orders => ORDER_PROFILES,
        RecordKind::Subscriptions => SUBSCRIPTION_PROFILES,
    };
    findings::source(printer, profiles, &detection.source, arguments.profile.is_some());
    findings::encoding(printer, &detection.encoding);
    match &detection.dialect {
        Some(dialect) => printer.line(format!("  table     {}", table(dialect, detection.header_line))),
        None => printer.line("  records   JSON"),
    }
    findings::columns(printer, reading.mapping());
    printer.line(format!("  {}", counts(&reading.answer)));
    let title = if kind == RecordKind::Contacts { "marketing" } else { "status" };
    printer.line(format!("  {title:<9} {}", line_of(&by_status(&reading.answer))));
    printer.title("Check", reading.name.display().to_string());
    findings::issues(printer, &findings::counts(reading.issues()), EXAMPLES, || reading.issues().iter());
    if let Some(other) = other_kind(reading) {
        printer.line(format!("  {}", flag(other)));
    }
}

/// How the cells stand in the file.
fn table(dialect: &Dialect, header_line: u64) -> String {
    let delimiter = match dialect.delimiter {
        ',' => "commas".to_owned(),
        ';' => "semicolons".to_owned(),
        '\t' => "tabs".to_owned(),
        other => format!("`{}`", other.escape_default()),
    };
    let quoted = dialect.quote.map(|quote| format!(", quoted by `{quote}`")).unwrap_or_default();
    let line_end = match dialect.line_end {
        LineEndName::Lf => "LF",
        LineEndName::Crlf => "CRLF",
        LineEndName::Cr => "CR",
    };
    format!(
        "cells separated by {delimiter}{quoted}, lines ended by {line_end}; the column names are on line {header_line}"
    )
}

/// How many there are of everything.
fn counts(answer: &Answer) -> String {
    let of_payments = |stats: &PaymentStats, one: &str, many: &str| {
        format!(
            "{}: {}, {} repeated, {} set aside",
            counted(stats.records, "record", "records"),
            counted(stats.kept, one, many),
            number(stats.repeated),
            number(stats.set_aside)
        )
    };
    match answer {
        Answer::Contacts(intake) => {
            let stats = &intake.stats;
            format!(
                "{}: {}, {} merged, {} set aside",
                counted(stats.records, "record", "records"),
                counted(stats.contacts, "person", "people"),
                counted(stats.duplicates, "duplicate", "duplicates"),
                number(stats.set_aside)
            )
        }
        Answer::Orders(intake) => of_payments(&intake.stats, "order", "orders"),
        Answer::Subscriptions(intake) => of_payments(&intake.stats, "subscription", "subscriptions"),
    }
}

/// How many there are of each status: of contacts the marketing status, of the others their own.
fn by_status(answer: &Answer) -> BTreeMap<&'static str, u64> {
    match answer {
        Answer::Contacts(intake) => by_marketing_status(&intake.contacts),
        Answer::Orders(intake) => tally(intake.orders.iter().map(|order| order.status.name())),
        Answer::Subscriptions(intake) => {
            tally(intake.subscriptions.iter().map(|subscription| subscription.status.name()))
        }
    }
}

fn by_marketing_status(contacts: &Contacts) -> BTreeMap<&'static str, u64> {
    tally(contacts.iter().map(|contact| contact.marketing_status().name()))
}

fn tally(words: impl Iterator<Item = &'static str>) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// A count of each word, on one line, the most frequent first.
fn line_of(counts: &BTreeMap<&str, u64>) -> String {
    let mut counts: Vec<_> = counts.iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(**count));
    let parts: Vec<String> =
        counts.iter().map(|(word, count)| format!("{} {word}", number(**count))).collect();
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}

/// The kind of records that the columns are of, where they are not of the kind that was read.
fn other_kind(reading: &Reading) -> Option<RecordKind> {
    let issue = reading.issues().iter().find(|issue| issue.code == Code::RecordsOfAnotherKind)?;
    // The issue names the function of the library that reads them.
    RecordKind::ALL.into_iter().find(|kind| issue.message.contains(kind.reader()))
}

/// What several files of contacts are together.
pub fn merged(printer: &Printer, merged: &Merged, files: usize) {
    printer.title("Merge", counted(files as u64, "file", "files"));
    printer.line(format!("  {}", counted(merged.contacts.len() as u64, "person", "people")));
    printer.line(format!("  marketing {}", line_of(&by_marketing_status(&merged.contacts))));
    findings::issues(printer, &findings::counts(&merged.issues), EXAMPLES, || merged.issues.iter());
}

/// A file, for programs.
pub fn reading_json(reading: &Reading) -> Value {
    let stats = match &reading.answer {
        Answer::Contacts(intake) => json!(intake.stats),
        Answer::Orders(intake) => json!(intake.stats),
        Answer::Subscriptions(intake) => json!(intake.stats),
    };
    json!({
        "file": reading.name.display().to_string(),
        "kind": reading.kind(),
        "detection": reading.detection(),
        "mapping": reading.mapping(),
        "stats": stats,
        "byStatus": by_status(&reading.answer),
        "issueCounts": findings::counts(reading.issues()),
        "issues": reading.issues(),
    })
}

/// The merged files, for programs.
pub fn merged_json(merged: &Merged) -> Value {
    json!({
        "contacts": merged.contacts.len(),
        "byStatus": by_marketing_status(&merged.contacts),
        "issueCounts": findings::counts(&merged.issues),
        "issues": merged.issues,
    })
}

/// What was written: the files, each with what it holds.
pub fn written(printer: &mut Printer, files: &[(PathBuf, String)]) {
    let folder = files.first().and_then(|(path, _)| path.parent()).unwrap_or(Path::new("."));
    printer.title("Write", folder.display().to_string());
    for (path, what) in files {
        printer.line(format!("  {}: {what}", path.file_name().unwrap_or_default().display()));
    }
    let names: Vec<String> = files.iter().map(|(path, _)| path.display().to_string()).collect();
    printer.part("written", names);
}
