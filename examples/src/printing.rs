//! What the user sees: lines for people, or one JSON document for programs. Decides nothing, and is never given a secret.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use memberferry::{
    AccessProof, Issue, Plan, Reconciliation, Run, RunStatus, Severity, SpotCheck, UnaskedChange, Verdict,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::arguments::Arguments;
use crate::billing::FileFindings;
use crate::findings::{self, Counts};
use crate::input::Loaded;
use crate::stop::{Ending, Stop};

/// How many issues are shown of each code.
const EXAMPLES: usize = 1;
/// How many failures and differences are shown.
const FAILURES: usize = 20;

/// Prints as it goes, or gathers what is to be printed at the end.
pub struct Printer {
    document: Option<Map<String, Value>>,
    /// Why the standard output took no more, but for a reader who went away.
    refused: RefCell<Option<io::Error>>,
}

impl Printer {
    /// For people, or for programs.
    pub fn new(json: bool) -> Self {
        let document = json.then(|| Map::from_iter([("format".to_owned(), json!(1))]));
        Printer { document, refused: RefCell::new(None) }
    }

    /// A line for people.
    pub fn line(&self, text: impl AsRef<str>) {
        if self.document.is_none() {
            self.write(&shown(text.as_ref()));
        }
    }

    /// What cannot be printed must not stop a run half-way, but it is remembered. A closed pipe (`migrate | head`) is what
    /// its reader wanted.
    fn write(&self, text: &str) {
        let mut output = io::stdout();
        let written = writeln!(output, "{text}").and_then(|()| output.flush());
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.refused.borrow_mut().get_or_insert(error);
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

    /// A progress bar of operations, on the standard error; hidden where nobody would see it.
    pub fn bar(&self, total: u64) -> ProgressBar {
        self.drawn(Some(total), "  {bar:40} {pos}/{len} {per_sec} {msg}")
    }

    /// A progress bar of bytes, of which the total may not be known; hidden in the same way, and gone at the end.
    pub fn bytes_bar(&self, total: Option<u64>) -> ProgressBar {
        let template =
            if total.is_some() { "  {bar:40} {bytes}/{total_bytes} {msg}" } else { "  {bytes} {msg}" };
        self.drawn(total, template)
    }

    fn drawn(&self, total: Option<u64>, template: &str) -> ProgressBar {
        if self.document.is_some() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
        match ProgressStyle::with_template(template) {
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
        if let Some(document) = self.document.take() {
            self.write(&Value::Object(document).to_string());
        }
        if let Some(error) = self.refused.take() {
            let message = format!("what was to be said could not be written: {error}");
            let remedy =
                "make space, or send the output elsewhere; starting again prints what there is to say";
            let _ =
                writeln!(io::stderr(), "{}", Stop::failed(Path::new("the standard output"), message, remedy));
            return if ending == Ending::Well { Ending::Failed } else { ending };
        }
        ending
    }
}

/// A command line that could not be read, or that asks for help: what there is to say of it, and how to end.
pub fn misread(program: &str, error: &clap::Error, arguments: impl Iterator<Item = OsString>) -> Ending {
    if !error.use_stderr() {
        return match error.print().and_then(|()| io::stdout().flush()) {
            Err(refused) if refused.kind() != io::ErrorKind::BrokenPipe => Ending::Failed,
            _ => Ending::Well,
        };
    }
    // There is nobody left to tell where the standard error is closed.
    let _ = error.print();
    let mut printer = Printer::new(arguments.skip(1).any(|argument| argument == "--json"));
    let text = error.to_string();
    let first: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
    let message = first.join(" ");
    let message = message.strip_prefix("error: ").unwrap_or(&message);
    let remedy = format!("{program} --help lists what can be given");
    let mut stop = Stop::failed(Path::new("the command line"), message, remedy);
    stop.code = "usage".into();
    printer.part("error", stop.to_json());
    printer.end(Ok(Ending::Usage))
}

/// A text without what would steer a terminal: names come from a file that anybody may have filled.
fn shown(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() && letter != '\n' { '\u{FFFD}' } else { letter })
        .collect()
}

/// What was read: how it was understood, and what is wrong with it.
pub fn intake(printer: &mut Printer, loaded: &Loaded, arguments: &Arguments) {
    let Loaded { intake, names, site, .. } = loaded;
    let stats = &intake.stats;
    printer.title("Read", names.export.display().to_string());
    printer.line(format!(
        "  {}: {}, {} merged, {} set aside",
        counted(stats.records, "record", "records"),
        counted(stats.contacts, "person", "people"),
        counted(stats.duplicates, "duplicate", "duplicates"),
        number(stats.set_aside)
    ));
    findings::encoding(printer, &intake.detection.encoding);
    let source = &intake.detection.source;
    findings::source(printer, memberferry::PROFILES, source, arguments.source.is_some());
    findings::columns(printer, &intake.mapping);
    printer.title("Check", "the list");
    findings::issues(printer, &findings::counts(&intake.issues), EXAMPLES, || intake.issues.iter());
    if stats.set_aside > 0 && arguments.set_aside.is_none() {
        printer.line(format!(
            "  {} set aside; --set-aside FILE writes {} down, to be mended and read again",
            counted(stats.set_aside, "record is", "records are"),
            if stats.set_aside == 1 { "it" } else { "them" }
        ));
    }
    printer.title("Check", names.site.display().to_string());
    let mut of_site = Counts::new();
    for issue in site.issues() {
        *of_site.entry(issue.code).or_default() += 1;
    }
    findings::issues(printer, &of_site, EXAMPLES, || site.issues().iter().cloned());
    printer.part(
        "intake",
        json!({
            "detection": intake.detection,
            "mapping": intake.mapping,
            "stats": intake.stats,
            "issueCounts": findings::counts(&intake.issues),
            "issues": intake.issues,
        }),
    );
}

/// What was read of orders and subscriptions.
pub fn payments(printer: &mut Printer, files: &[FileFindings]) {
    for file in files {
        let records = counted(file.records, "record", "records");
        printer.title("Read", file.name.display().to_string());
        printer.line(format!("  {records} of {}, {} set aside", file.system.name(), number(file.set_aside)));
        let mut counts = Counts::new();
        for issue in &file.issues {
            *counts.entry(issue.code).or_default() += 1;
        }
        findings::issues(printer, &counts, EXAMPLES, || file.issues.iter().cloned());
    }
    if !files.is_empty() {
        printer.part("payments", files);
    }
}

/// What is going to be done. What was said of the site is not said again.
pub fn plan(printer: &mut Printer, plan: &Plan, users: u64, said: &[Issue]) {
    let summary = plan.summary();
    printer.title("Plan", format!("{} for {}", plan.digest(), plan.environment().url));
    printer.line(format!(
        "  {} of the list, {} on the target",
        counted(summary.contacts, "person", "people"),
        counted(users, "user", "users")
    ));
    for (count, one, many) in [
        (summary.to_create, "becomes a user", "become users"),
        (summary.to_update, "is a user already and gets something", "are users already and get something"),
        (summary.unchanged, "is a user already and has everything", "are users already and have everything"),
        (
            summary.protected,
            "administers the target or runs the move: left alone",
            "administer the target or run the move: left alone",
        ),
        (summary.skipped, "is a user already: left as they are", "are users already: left as they are"),
        (
            summary.left_out,
            "is neither member nor buyer: left out (--all-contacts takes them)",
            "are neither members nor buyers: left out (--all-contacts takes them)",
        ),
    ] {
        if count > 0 {
            printer.line(format!("  {:>7} {}", number(count), if count == 1 { one } else { many }));
        }
    }
    operations(printer, plan);
    plan_issues(printer, plan, said);
}

fn operations(printer: &Printer, plan: &Plan) {
    for (phase, kinds) in &plan.summary().operations {
        let kinds: Vec<String> =
            kinds.iter().map(|(kind, count)| format!("{} {kind}", number(*count))).collect();
        printer.line(format!("  {:<16} {}", phase.name(), kinds.join(", ")));
    }
}

/// The issues of a plan, and the plan as a part of the document. What was said before is not said again.
fn plan_issues(printer: &mut Printer, plan: &Plan, said: &[Issue]) {
    let (summary, header) = (plan.summary(), plan.header());
    let mut found: Vec<_> = summary
        .issues
        .iter()
        .filter_map(|(code, count)| {
            let is_new = |issue: &&Issue| issue.code.name() == code && !said.contains(issue);
            Some((code, count, plan.issues().iter().find(is_new)?))
        })
        .collect();
    found.sort_by_key(|(.., issue)| Reverse(issue.severity()));
    for (code, count, issue) in found {
        let count = count.saturating_sub(said.iter().filter(|said| said.code == issue.code).count() as u64);
        let severity = severity(issue.severity());
        printer.line(format!("  {severity:<8}{code:<24}{:>6}  {}", number(count), issue.code.meaning()));
        findings::example(printer, issue);
        printer.line(format!("            remedy: {}", issue.help()));
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

/// What of a run is taken back.
pub fn rollback(printer: &mut Printer, plan: &Plan) {
    let summary = plan.summary();
    printer.title("Undo", format!("{} for {}", plan.digest(), plan.environment().url));
    printer.line(format!("  the run changed {}", counted(summary.contacts, "person", "people")));
    for (count, one, many) in [
        (summary.to_delete, "was made a user by it and is deleted", "were made users by it and are deleted"),
        (summary.to_update, "was a user before and is put back", "were users before and are put back"),
        (summary.unchanged, "has nothing that is taken back", "have nothing that is taken back"),
        (summary.protected, "is protected by now: left alone", "are protected by now: left alone"),
    ] {
        if count > 0 {
            printer.line(format!("  {:>7} {}", number(count), if count == 1 { one } else { many }));
        }
    }
    operations(printer, plan);
    plan_issues(printer, plan, &[]);
}

/// That there is nothing to do, and why.
pub fn nothing_to_do(printer: &Printer, plan: &Plan) {
    let summary = plan.summary();
    let there = summary.unchanged + summary.skipped;
    let left_out = match summary.left_out {
        0 => None,
        1 => Some("1 person is neither member nor buyer; --all-contacts takes them".to_owned()),
        many => {
            Some(format!("{} people are neither members nor buyers; --all-contacts takes them", number(many)))
        }
    };
    match left_out {
        Some(left_out) if there == 0 => {
            let why = format!("nothing to do: nobody of the list belongs on the target ({left_out})");
            printer.title("Apply", why);
        }
        None if there == 0 => {
            printer.title(
                "Apply",
                "nothing to do: whoever is on the list administers the target or runs the move",
            );
        }
        left_out => {
            printer.title("Apply", "nothing to do: the target holds everything already");
            if let Some(left_out) = left_out {
                printer.line(format!("  {left_out}"));
            }
        }
    }
}

/// How the plan that was looked over is carried out, and no other.
pub fn how_to_approve(printer: &Printer, plan: &Plan) {
    let (digest, now) = (plan.digest(), plan.header().options.now);
    printer.line("\nTo carry out this very plan, give the same command without --dry-run, and with");
    printer.line(format!("  --now {now} --approve {digest}"));
}

/// That it was only looked.
pub fn nothing_written(printer: &Printer, arguments: &Arguments) {
    match &arguments.set_aside {
        None => printer.line("\nNothing was written: --dry-run"),
        Some(path) => printer.line(format!("\nNothing was written but {}: --dry-run", path.display())),
    }
}

/// That an earlier run goes on, or would without `--dry-run`, and with which options.
pub fn going_on(printer: &mut Printer, run: &Run, journal: &Path, dry_run: bool) {
    let progress = run.progress();
    let (done, total) = (number(progress.done), number(progress.total));
    let journal = journal.display();
    printer.title("Plan", format!("{} as begun before", run.plan().digest()));
    if dry_run {
        printer.line(format!(
            "  a run is unfinished: {done} of {total} operations are done (journal {journal})"
        ));
        printer.line("  starting without --dry-run goes on with it; this is its plan");
    } else {
        printer.line(format!(
            "  the journal {journal} stops after {done} of {total} operations: going on from there"
        ));
    }
    let options = &run.plan().header().options;
    let all = if options.import_all_contacts { "with" } else { "without" };
    printer.line(format!(
        "  the plan was begun on {} and keeps its own options: --now {}, {all} --all-contacts",
        progress.started_at, options.now
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
        RunStatus::Aborted => "given up",
    };
    printer.line(format!(
        "  {word}: {} of {}; {} applied, {} found applied, {} failed, {} withheld",
        number(progress.done),
        counted(progress.total, "operation", "operations"),
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
        let these = if checks.len() == 1 { "this 1".to_owned() } else { format!("these {}", checks.len()) };
        printer.line(format!("\nLook at {these} by hand"));
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

/// What a move makes of everybody's access, before it is carried out.
pub fn foreseen_access(printer: &mut Printer, access: &AccessProof) {
    printer.title("Foresee", "who sees what");
    access_changes(printer, access);
    printer.part("foreseenAccess", access);
}

/// What a move made of everybody's access.
pub fn access(printer: &mut Printer, access: &AccessProof) {
    let word = if access.ok {
        "everybody sees what they saw, but for what was asked"
    } else {
        "somebody sees more or less than before, and nobody asked for that"
    };
    printer.title("Prove", word);
    access_changes(printer, access);
    printer.part("access", access);
}

fn access_changes(printer: &Printer, access: &AccessProof) {
    let (counts, asked) = (&access.comparison.counts, &access.asked);
    printer.line(format!(
        "  {} compared, for {}: {} lost, {} later, {} gained, {} earlier",
        counted(access.comparison.members, "person", "people"),
        counted(access.comparison.pages.len() as u64, "page", "pages"),
        number(counts.lost),
        number(counts.later),
        number(counts.gained),
        number(counts.earlier)
    ));
    let losses =
        access.comparison.accepted.iter().map(|losses| (losses.count, "lost", losses.accepted.why()));
    let gains = access.accepted_gains.iter().map(|gains| (gains.count, "gained", gains.accepted.why()));
    for (count, what, why) in losses.chain(gains).filter(|(count, ..)| *count > 0) {
        printer.line(format!("  {:>7} {what}, and accepted: {why}", number(count)));
    }
    for (count, what) in [
        (asked.new_pages, "gained: pages that are new"),
        (asked.left_out, "lost: the login of who is left out"),
        (asked.left_out_guarded, "lost: pages of who is left out (--all-contacts takes them)"),
        (asked.left_alone, "changed: administrators, and who else is left alone"),
        (asked.had_before, "gained: what the target gave them before"),
        (asked.released, "changed: by what modules open when"),
    ] {
        if count > 0 {
            printer.line(format!("  {:>7} {what}", number(count)));
        }
    }
    printer.line(format!("  {:>7} that nobody asked for", number(access.unasked_found)));
    let (mut said, mut named) = (BTreeSet::new(), BTreeSet::new());
    for change in access.unasked.iter().take(FAILURES) {
        printer.line(format!("    {}: {}", change.subject.as_str(), change.issue.message));
        if said.insert(change.issue.code) {
            printer.line(format!("      remedy: {}", change.issue.help()));
        }
        if let Some(how) = acceptance(change).filter(|how| named.insert(how.clone())) {
            printer.line(format!("      {how}"));
        }
    }
    let more = access.unasked_found.saturating_sub(FAILURES as u64);
    if more > 0 {
        printer.line(format!("    and {} more; --json and --report list them", number(more)));
    }
}

/// How a change of access is accepted by name.
fn acceptance(change: &UnaskedChange) -> Option<String> {
    let (flag, page) = match change.verdict {
        Verdict::Lost | Verdict::Later => ("--accept", change.page.before.as_ref()?),
        Verdict::Gained | Verdict::Earlier => ("--accept-gains", change.page.after.as_ref()?),
        Verdict::Unchanged => return None,
    };
    let entry = json!({ "kind": "page", "page": page, "why": "…" });
    Some(format!("to accept it: {flag} FILE, and in the list there {entry}, with your reason"))
}

/// A severity as a word.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// A number with what it counts: `1 record`, `12,345 records`.
pub fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
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
