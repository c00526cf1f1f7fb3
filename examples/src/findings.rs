//! What a reading found, as lines for people: how the file was understood, its columns, and what is wrong with it. Does not know
//! what becomes of it, and shows no secret.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use memberferry::{
    Code, ColumnUse, DetectedEncoding, EncodingEvidence, Issue, Issues, Mapping, Profile, SourceGuess,
};

use crate::printing::{Printer, number, severity};

/// How many issues there are of each code.
pub type Counts = BTreeMap<Code, u64>;

/// How many issues there are of each code, those past the limit included.
pub fn counts(issues: &Issues) -> Counts {
    issues.counts().iter().map(|(code, count)| (*code, *count)).collect()
}

/// The encoding, and how it was told.
pub fn encoding(printer: &Printer, encoding: &DetectedEncoding) {
    let why = match encoding.evidence {
        EncodingEvidence::Named => "as you said",
        EncodingEvidence::ByteOrderMark => "by its byte-order mark",
        EncodingEvidence::ValidUtf8 => "every byte fits",
        EncodingEvidence::MostlyUtf8 => "but for a few cells, read as windows-1252",
        EncodingEvidence::ZeroBytes => "by its zero bytes",
        EncodingEvidence::EscapeSequences => "by its escape sequences",
        EncodingEvidence::Statistics => "the likeliest by its letters",
    };
    printer.line(format!("  encoding  {} ({why})", encoding.name));
}

/// The system, one of `profiles`, and how it was told.
pub fn source(printer: &Printer, profiles: &[Profile], source: &SourceGuess, is_named: bool) {
    let profile = profiles.iter().find(|profile| profile.id == source.profile);
    let name = profile.map_or(source.profile, |profile| profile.name);
    let why = match (is_named, source.certain) {
        (true, _) => "as you said".to_owned(),
        (false, true) => format!("{} of 100", source.score),
        (false, false) => format!("{} of 100, not certain", source.score),
    };
    printer.line(format!("  source    {name} ({why})"));
    for reason in &source.reasons {
        printer.line(format!("            {reason}"));
    }
}

/// Each column, and what it is taken for.
pub fn columns(printer: &Printer, mapping: &Mapping) {
    let widths = mapping.columns.iter().map(|column| column.header.chars().count());
    let widest = widths.max().unwrap_or_default();
    printer.line("  columns   what each is taken for (and how sure that is, of 100)");
    for column in &mapping.columns {
        let meaning = match &column.meaning {
            ColumnUse::Field { field } => field.name().to_owned(),
            ColumnUse::Custom { .. } => "kept as a custom field".to_owned(),
            ColumnUse::Sensitive => "left out".to_owned(),
            ColumnUse::Ignored => "ignored".to_owned(),
        };
        let secret = if is_secret(&column.meaning) { ", never shown or copied" } else { "" };
        let sure = if column.score > 0 { format!(" ({})", column.score) } else { String::new() };
        let header = &column.header;
        printer.line(format!("    {header:<widest$}  {meaning}{secret}{sure}"));
    }
}

/// Whether a column holds what must not be shown.
fn is_secret(meaning: &ColumnUse) -> bool {
    match meaning {
        ColumnUse::Sensitive => true,
        ColumnUse::Field { field } => field.is_secret(),
        _ => false,
    }
}

/// Every code, the gravest and most frequent first, with up to `examples` cases and every remedy that these have.
pub fn issues<I: Iterator<Item = Issue>>(
    printer: &Printer,
    counts: &Counts,
    examples: usize,
    all: impl Fn() -> I,
) {
    if counts.is_empty() {
        printer.line("  nothing to complain of");
    }
    let mut codes: Vec<_> = counts.iter().collect();
    codes.sort_by_key(|(code, count)| (Reverse(code.severity()), Reverse(**count)));
    for (code, count) in codes {
        printer.line(format!(
            "  {:<8}{:<24}{:>6}  {}",
            severity(code.severity()),
            code.name(),
            number(*count),
            code.meaning()
        ));
        let mut remedies: Vec<String> = Vec::new();
        for issue in all().filter(|issue| issue.code == *code).take(examples) {
            example(printer, &issue);
            if remedies.iter().all(|remedy| remedy != issue.help()) {
                remedies.push(issue.help().to_owned());
            }
        }
        for remedy in remedies {
            printer.line(format!("            remedy: {remedy}"));
        }
    }
}

/// One issue: its place, what there is to say of this very case, the value, and what it was perhaps meant to be.
pub fn example(printer: &Printer, issue: &Issue) {
    let mut text = if issue.location.is_unknown() { String::new() } else { format!("{}: ", issue.location) };
    if issue.message != issue.code.meaning() {
        text.push_str(&issue.message);
    }
    if let Some(value) = issue.value.as_ref().filter(|value| !value.as_str().is_empty()) {
        let space = if text.is_empty() || text.ends_with(' ') { "" } else { " " };
        text.push_str(&format!("{space}(`{value}`)"));
    }
    if let Some(suggestion) = &issue.suggestion {
        text.push_str(&format!("; perhaps `{suggestion}`"));
    }
    let text = text.trim_end_matches([' ', ':']);
    if !text.is_empty() {
        printer.line(format!("            e.g. {text}"));
    }
}
