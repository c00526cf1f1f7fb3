//! Readiness as a section of a report. Judges nothing itself.

use super::document::{ReportBlock, ReportSection, ReportTable};
use super::pseudonym::{Voice, issue_row};
use super::report::{fact, wire_name};
use crate::readiness::{ChecklistEntry, ChecklistItem, Readiness, VerdictReason};

/// The heads of a table of issues.
pub const ISSUE_COLUMNS: [&str; 6] = ["Severity", "Code", "What", "Value", "Where", "What to do"];

pub fn section(readiness: &Readiness, voice: &Voice<'_>) -> ReportSection {
    let table = |title, columns: &[&str], rows: Vec<Vec<String>>| ReportBlock::Table {
        table: ReportTable::new(title, columns, rows),
    };
    let counts = &readiness.counts;
    let mut facts = vec![
        fact("Verdict", readiness.verdict.name()),
        fact("Contacts", counts.contacts),
        fact("People", counts.people),
    ];
    for (name, count) in [
        ("Users of the target", counts.users),
        ("Orders", counts.orders),
        ("Subscriptions", counts.subscriptions),
        ("Subscriptions that charge again", counts.active_subscriptions),
    ] {
        facts.extend(count.map(|count| fact(name, count)));
    }
    let answer = |answer: &Option<crate::readiness::Answer>| {
        answer.as_ref().map_or_else(|| "not known".to_owned(), wire_name)
    };
    let quiz = readiness
        .quiz
        .iter()
        .map(|quiz| vec![quiz.question.to_owned(), answer(&quiz.answer), wire_name(&quiz.bearing)]);
    let work = readiness.manual_work.iter().map(|work| {
        let place = voice.plain(&work.place.to_string());
        vec![wire_name(&work.kind), voice.plain(&work.name), voice.message(&work.what), place]
    });
    let offerings = counts
        .offerings
        .iter()
        .map(|offering| vec![voice.plain(&offering.name), offering.members.to_string()]);
    let blocks = vec![
        ReportBlock::Facts { facts },
        table("Why", &["Reason", "What"], readiness.reasons.iter().map(reason).collect()),
        table("Whether it fits", &["Question", "Answer", "For the move"], quiz.collect()),
        table(
            "Checklist",
            &["Item", "Question", "Status", "Found", "Answered", "By", "At", "Note"],
            readiness.checklist.iter().map(|entry| checklist_row(entry, voice)).collect(),
        ),
        table(
            "Issues",
            &ISSUE_COLUMNS,
            readiness.issues.iter().map(|issue| issue_row(issue, voice)).collect(),
        ),
        table("Manual work", &["Kind", "Name", "What to do", "Where"], work.collect()),
        table("Members by offering", &["Offering", "Members"], offerings.collect()),
    ];
    ReportSection { id: "readiness", title: "Readiness", blocks }
}

fn reason(reason: &VerdictReason) -> Vec<String> {
    let list = |items: &[ChecklistItem]| items.iter().map(|item| item.id()).collect::<Vec<_>>().join(", ");
    let what = match reason {
        VerdictReason::SpeaksForTheCrm { count, meaning, .. }
        | VerdictReason::Wrong { count, meaning, .. } => {
            format!("{meaning} ({count})")
        }
        VerdictReason::Open { items } | VerdictReason::Old { items } => list(items),
        VerdictReason::AllConfirmed {} => "every item is confirmed or does not apply".to_owned(),
    };
    vec![wire_name(reason), what]
}

fn checklist_row(entry: &ChecklistEntry, voice: &Voice<'_>) -> Vec<String> {
    let found = entry.found.as_deref().map(|found| voice.message(found)).unwrap_or_default();
    let mut row =
        vec![entry.item.id().to_owned(), entry.question.to_owned(), wire_name(&entry.status), found];
    match &entry.answer {
        Some(answer) => row.extend([
            wire_name(&answer.answer),
            voice.name(&answer.answered_by),
            answer.at.to_string(),
            answer.note.as_deref().map(|note| voice.free(note)).unwrap_or_default(),
        ]),
        None => row.extend([const { String::new() }; 4]),
    }
    row
}
