//! What the user sees: lines for people, or one JSON document for programs. Decides nothing, and is never given a secret.

use std::io::{self, Write as _};
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use memberferry::{ColumnUse, Intake, Issue, Plan, Reconciliation, Run, RunStatus, Severity, SpotCheck};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::input::{Names, is_secret};
use crate::stop::{Ending, Stop};

/// How many issues are shown of each code.
const EXAMPLES: usize = 1;
/// How many failures and differences are shown.
const FAILURES: usize = 20;

/// Prints as it goes, or gathers what is to be printed at the end.
pub struct Printer {
    document: Option<Map<String, Value>>,
}

impl Printer {
    /// For people, or for programs.
    pub fn new(json: bool) -> Self {
        Printer { document: json.then(|| Map::from_iter([("format".to_owned(), json!(1))])) }
    }

    /// A line for people.
    pub fn line(&self, text: impl AsRef<str>) {
        if self.document.is_none() {
            // A closed pipe (`migrate | head`) must not stop a run half-way.
            let _ = writeln!(io::stdout(), "{}", shown(text.as_ref()));
        }
    }

    /// A step's title.
    pub fn title(&self, title: &str, about: impl AsRef<str>) {
        self.line(format!("\n{title:<8}{}", about.as_ref()));
    }

    /// A part of the document for programs.
    pub fn part(&mut self, name: &str, value: impl Serialize) {
        if let Some(document) = &mut self.document {
            // What cannot be written as JSON is a mistake of this program; programs see a null.
            document.insert(name.to_owned(), serde_json::to_value(value).unwrap_or(Value::Null));
        }
    }

    /// A progress bar on the standard error; hidden where nobody would see it.
    pub fn bar(&self, total: u64) -> ProgressBar {
        if self.document.is_some() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
        match ProgressStyle::with_template("  {bar:40} {pos}/{len} {per_sec} {msg}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }

    /// The end: the error, and the document.
    pub fn end(mut self, result: Result<Ending, Stop>) -> Ending {
        let ending = match &result {
            Ok(ending) => *ending,
            Err(stop) => {
                let _ = writeln!(io::stderr(), "{stop}");
                self.part("error", stop.to_json());
                stop.ending
            }
        };
        self.part("exitCode", ending as u8);
        if let Some(document) = self.document {
            let _ = writeln!(io::stdout(), "{}", Value::Object(document));
        }
        ending
    }
}

/// A text without what would steer a terminal: names come from a file that anybody may have filled.
fn shown(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() && letter != '\n' { '\u{FFFD}' } else { letter })
        .collect()
}

/// What was read: how it was understood, and what is wrong with it.
pub fn intake(printer: &mut Printer, intake: &Intake, names: &Names) {
    let stats = &intake.stats;
    printer.title("Read", names.export.display().to_string());
    printer.line(format!(
        "  {} records: {} people, {} duplicates merged, {} set aside",
        number(stats.records),
        number(stats.contacts),
        number(stats.duplicates),
        number(stats.set_aside)
    ));
    let encoding = &intake.detection.encoding;
    let why = match encoding.evidence {
        memberferry::EncodingEvidence::Named => "as you said",
        memberferry::EncodingEvidence::ByteOrderMark => "by its byte-order mark",
        memberferry::EncodingEvidence::ValidUtf8 => "every byte fits",
        memberferry::EncodingEvidence::MostlyUtf8 => "but for a few cells, read as windows-1252",
        memberferry::EncodingEvidence::ZeroBytes => "by its zero bytes",
        memberferry::EncodingEvidence::Statistics => "the likeliest by its letters",
    };
    printer.line(format!("  encoding  {} ({why})", encoding.name));
    let source = &intake.detection.source;
    let name = memberferry::PROFILES.iter().find(|profile| profile.id == source.profile);
    let name = name.map_or(source.profile, |profile| profile.name);
    let sure = if source.certain { "" } else { ", not certain" };
    printer.line(format!("  source    {name} ({} of 100{sure})", source.score));
    for reason in &source.reasons {
        printer.line(format!("            {reason}"));
    }
    columns(printer, intake);
    printer.title("Check", names.site.display().to_string());
    issues(printer, intake);
    if stats.set_aside > 0 {
        printer.line(format!(
            "  {} records are set aside; --set-aside FILE writes them down, to be mended and read again",
            number(stats.set_aside)
        ));
    }
    let counts: Map<String, Value> =
        intake.issues.counts().iter().map(|(code, count)| (code.to_string(), json!(count))).collect();
    printer.part(
        "intake",
        json!({
            "detection": intake.detection,
            "mapping": intake.mapping,
            "stats": intake.stats,
            "issueCounts": counts,
            "issues": intake.issues,
        }),
    );
}

fn columns(printer: &Printer, intake: &Intake) {
    let widest =
        intake.mapping.columns.iter().map(|column| column.header.chars().count()).max().unwrap_or_default();
    printer.line("  columns");
    for column in &intake.mapping.columns {
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

fn issues(printer: &Printer, intake: &Intake) {
    if intake.issues.is_empty() {
        printer.line("  nothing to complain of");
    }
    let mut codes: Vec<_> = intake.issues.counts().iter().collect();
    codes.sort_by_key(|(code, count)| (std::cmp::Reverse(code.severity()), std::cmp::Reverse(**count)));
    for (code, count) in codes {
        let examples = intake.issues.iter().filter(|issue| issue.code == *code).take(EXAMPLES);
        printer.line(format!(
            "  {:<8}{:<22}{:>6}  {}",
            severity(code.severity()),
            code.name(),
            number(*count),
            code.meaning()
        ));
        for issue in examples {
            example(printer, &issue);
        }
    }
}

/// What is going to be done.
pub fn plan(printer: &mut Printer, plan: &Plan, users: u64) {
    let (summary, header) = (plan.summary(), plan.header());
    printer.title("Plan", format!("{} for {}", plan.digest(), plan.environment().url));
    printer.line(format!(
        "  {} people of the list, {} users on the target",
        number(summary.contacts),
        number(users)
    ));
    for (count, what) in [
        (summary.to_create, "become users"),
        (summary.to_update, "are users already and get something"),
        (summary.unchanged, "are users already and have everything"),
        (summary.protected, "administer the target or run the move: left alone"),
        (summary.skipped, "are users already: left as they are"),
        (summary.left_out, "are neither members nor buyers: left out (--all-contacts takes them)"),
    ] {
        if count > 0 {
            printer.line(format!("  {:>7} {what}", number(count)));
        }
    }
    for (phase, kinds) in &summary.operations {
        let kinds: Vec<String> =
            kinds.iter().map(|(kind, count)| format!("{} {kind}", number(*count))).collect();
        printer.line(format!("  {:<16} {}", phase.name(), kinds.join(", ")));
    }
    for (code, count) in &summary.issues {
        let Some(issue) = plan.issues().iter().find(|issue| issue.code.name() == code) else { continue };
        let severity = severity(issue.severity());
        printer.line(format!("  {severity:<8}{code:<24}{:>6}  {}", number(*count), issue.code.meaning()));
        example(printer, issue);
    }
    printer.part(
        "plan",
        json!({
            "digest": plan.digest(),
            "environment": plan.environment(),
            "options": header.options,
            "summary": summary,
            "issues": plan.issues(),
        }),
    );
}

/// That an earlier run goes on.
pub fn going_on(printer: &mut Printer, run: &Run, journal: &Path) {
    let progress = run.progress();
    printer.title("Plan", format!("{} as begun before", run.plan().digest()));
    printer.line(format!(
        "  the journal {} stops after {} of {} operations: going on from there",
        journal.display(),
        number(progress.done),
        number(progress.total)
    ));
    printer.part(
        "goingOn",
        json!({ "digest": run.plan().digest(), "done": progress.done, "total": progress.total }),
    );
}

/// What became of it.
pub fn progress(printer: &mut Printer, run: &Run) {
    let progress = run.progress();
    let word = match run.status() {
        RunStatus::Complete => "all done",
        RunStatus::CompleteWithFailures => "done, with failures",
        RunStatus::Stopped => "stopped; the site stays in maintenance mode",
        RunStatus::Running => "not done",
    };
    printer.line(format!(
        "  {word}: {} of {} operations; {} applied, {} found applied, {} failed, {} withheld",
        number(progress.done),
        number(progress.total),
        number(progress.applied),
        number(progress.already),
        number(progress.failed),
        number(progress.withheld)
    ));
    for failure in progress.failures.iter().take(FAILURES) {
        let whom = failure.subject.email().map_or("the site", |email| email.as_str());
        printer.line(format!("  failed: {} of {whom}: {}", failure.kind, failure.message));
    }
    printer.part("run", json!({ "status": run.status(), "progress": progress }));
}

/// Whether the target holds what was planned, and whom to look at.
pub fn proof(printer: &mut Printer, found: &Reconciliation, checks: &[SpotCheck]) {
    let verified = &found.verified;
    let word =
        if found.ok { "the target holds what was planned" } else { "the target is not what was planned" };
    printer.title("Prove", word);
    for (what, there, expected) in [
        ("users", verified.users_found, verified.users_expected),
        ("of them planned", verified.planned_users_found, verified.planned_users),
        ("tags", verified.tags_found, verified.tags_expected),
        ("enrollments", verified.enrollments_found, verified.enrollments_expected),
    ] {
        printer.line(format!("  {what:<16} {:>7} of {}", number(there), number(expected)));
    }
    printer.line(format!("  {:<16} {:>7} as before", "not touched", number(verified.untouched_users)));
    printer.line(format!("  {:<16} {:>7}", "differences", number(found.differences_found)));
    for difference in found.differences.iter().take(FAILURES) {
        let whom = difference.subject.as_ref().map_or("all users", |email| email.as_str());
        printer.line(format!("    {whom}, {}: {}", difference.field, difference.issue.message));
        printer.line(format!("      remedy: {}", difference.issue.help()));
    }
    if !checks.is_empty() {
        printer.line(format!("\nLook at these {} by hand", checks.len()));
        let none = || "none".to_owned();
        let listed = |ids: &[String]| if ids.is_empty() { none() } else { ids.join(" ") };
        for check in checks {
            let names: Vec<&str> = [&check.first_name, &check.last_name]
                .into_iter()
                .filter_map(|name| name.as_deref())
                .collect();
            let tags: Vec<&str> = check.tags.iter().map(|tag| tag.as_str()).collect();
            let stands_for: Vec<String> = check.stands_for.iter().map(ToString::to_string).collect();
            let id = check.contact_id.clone().unwrap_or_else(none);
            printer.line(format!("  {} <{}>, contact id {id}", names.join(" "), check.email.as_str()));
            printer.line(format!("    tags: {}", if tags.is_empty() { none() } else { tags.join("; ") }));
            printer.line(format!(
                "    affiliate: {}; orders: {}; subscriptions: {}",
                check.referring_affiliate.clone().unwrap_or_else(none),
                listed(&check.order_ids),
                listed(&check.subscription_ids)
            ));
            printer.line(format!("    stands for: {}", stands_for.join(", ")));
        }
    }
    printer.part("proof", json!({ "reconciliation": found, "spotChecks": checks }));
}

/// One issue: its place, what there is to say of this very case, the value, and the remedy.
fn example(printer: &Printer, issue: &Issue) {
    let mut text = if issue.location.is_unknown() { String::new() } else { format!("{}: ", issue.location) };
    if issue.message != issue.code.meaning() {
        text.push_str(&issue.message);
    }
    if let Some(value) = issue.value.as_ref().filter(|value| !value.as_str().is_empty()) {
        let space = if text.is_empty() || text.ends_with(' ') { "" } else { " " };
        text.push_str(&format!("{space}(`{value}`)"));
    }
    printer.line(format!("            e.g. {}", text.trim_end_matches([' ', ':'])));
    printer.line(format!("            remedy: {}", issue.help()));
}

/// A severity as a word.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// A number with commas: `12,345`.
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_readable() {
        assert_eq!(
            ["0", "999", "1,000", "1,234,567"],
            [0, 999, 1_000, 1_234_567].map(number).each_ref().map(String::as_str)
        );
    }
}
