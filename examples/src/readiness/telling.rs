//! Readiness, told as lines for people. Decides nothing.

use memberferry::{ChecklistStatus, Readiness, ReadinessVerdict, VerdictReason};

use crate::printing::{Printer, counted, severity};

/// The verdict with its reasons, then what is wrong, what is open, what is left by hand, and the numbers.
pub fn readiness(printer: &Printer, name: &str, readiness: &Readiness) {
    let verdict = match readiness.verdict {
        ReadinessVerdict::Ready => "ready to be moved",
        ReadinessVerdict::NotYet => "not ready yet",
        ReadinessVerdict::KeepYourCrm => "keep the CRM",
    };
    printer.line(format!("{name}: {verdict}"));
    for reason in &readiness.reasons {
        printer.line(format!("  {}", told(reason)));
    }
    if !readiness.issues.is_empty() {
        printer.line("\nWhat is wrong");
    }
    for issue in &readiness.issues {
        let value = issue.value.as_ref().map(|value| format!(" (`{value}`)")).unwrap_or_default();
        printer.line(format!(
            "  {} {}, {}: {}{value}",
            severity(issue.severity()),
            issue.code,
            issue.location,
            issue.message
        ));
        printer.line(format!("      remedy: {}", issue.help()));
    }
    let open = |status| matches!(status, ChecklistStatus::Open | ChecklistStatus::Old);
    if readiness.checklist.iter().any(|entry| open(entry.status)) {
        printer.line("\nWhat nobody has answered");
    }
    for entry in readiness.checklist.iter().filter(|entry| open(entry.status)) {
        printer.line(format!("  {}: {}", entry.item, entry.question));
        printer.line(format!("      {}", entry.why));
    }
    if !readiness.manual_work.is_empty() {
        printer.line("\nWhat is left to be done by hand");
    }
    for work in &readiness.manual_work {
        printer.line(format!("  {}: {}", work.name, work.what));
    }
    let counts = &readiness.counts;
    printer.line("\nTo be noted");
    let tags = counted(counts.tags.len() as u64, "tag", "tags");
    printer.line(format!("  {}, {tags}", counted(counts.contacts, "contact", "contacts")));
    for offering in &counts.offerings {
        printer.line(format!("  {}: {}", offering.name, counted(offering.members, "member", "members")));
    }
}

fn told(reason: &VerdictReason) -> String {
    match reason {
        VerdictReason::SpeaksForTheCrm { code, count, meaning }
        | VerdictReason::Wrong { code, count, meaning } => {
            format!("{code}, {}: {meaning}", counted(*count, "time", "times"))
        }
        VerdictReason::Open { items } => {
            format!("{} open", counted(items.len() as u64, "question is", "questions are"))
        }
        VerdictReason::Old { items } => {
            format!("{} old", counted(items.len() as u64, "answer is", "answers are"))
        }
        VerdictReason::AllConfirmed {} => "every item is confirmed or does not apply".to_owned(),
    }
}
