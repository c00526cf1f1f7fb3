//! What is to be done next, told from how far a move is. Finds nothing out: every step follows from a part's own verdict.

use super::document::{ReportBlock, ReportSection, ReportTable};
use super::parts::ReportParts;
use crate::run::RunStatus;

/// The steps, where there is a plan.
pub fn section(parts: &ReportParts<'_>) -> Option<ReportSection> {
    let steps = steps(parts)?;
    let rows = steps.into_iter().map(|(step, why)| vec![step.to_owned(), why]);
    let table = ReportTable::new("Steps, in order", &["What to do", "Why"], rows);
    Some(ReportSection { id: "next", title: "What to do next", blocks: vec![ReportBlock::Table { table }] })
}

fn steps(parts: &ReportParts<'_>) -> Option<Vec<(&'static str, String)>> {
    let plan = parts.plan?;
    let mut steps = Vec::new();
    let blockers = plan.blockers().count();
    if blockers > 0 {
        let why = format!("{blockers} issues block the plan, and nothing of it was carried out");
        steps.push(("mend what blocks the plan, or waive it by name with a reason, and plan again", why));
    }
    let takes_back = plan.header().takes_back.is_some();
    match parts.run.map(|run| (run.status(), run.progress())) {
        None if blockers == 0 && !plan.is_empty() && parts.reconciliation.is_none() => {
            let step = "look the plan over, and run it by its digest";
            steps.push((step, "nothing was carried out yet".to_owned()));
        }
        None => {}
        Some((RunStatus::Running, progress)) => {
            let why = format!(
                "{} of {} operations are done, and the journal says which",
                progress.done, progress.total
            );
            let step =
                "start the run again with the same list, site and options: it goes on where it stopped";
            steps.push((step, why));
        }
        Some((RunStatus::Stopped, _)) => {
            let step = "mend the failure named below, then plan again or take the run back";
            let why = "an operation on the site itself failed, so nothing after it was done: nobody was mailed, and the site stays \
                       in maintenance mode";
            steps.push((step, why.to_owned()));
        }
        Some((RunStatus::Aborted, _)) => {
            let step = "take the run back, or plan again to go on from what is there";
            let why = "the run was given up: what was carried out stays, and the site stays in maintenance mode if it was in it";
            steps.push((step, why.to_owned()));
        }
        Some((RunStatus::CompleteWithFailures, progress)) => {
            let why =
                format!("{} operations failed and {} were withheld", progress.failed, progress.withheld);
            steps.push(("mend the failures named below and plan again: what is done is found done", why));
        }
        Some((RunStatus::Complete, _)) => {}
    }
    if let Some(proof) = parts.reconciliation.filter(|proof| !proof.ok) {
        let why = format!("the target differs from the plan in {} places", proof.differences_found);
        steps.push(("find out who changed what differs, then plan again or accept it", why));
    }
    if let Some(access) = parts.access.filter(|access| !access.ok) {
        let why = format!("{} changes of access are nobody's wish", access.unasked_found);
        let step =
            "give and take what the access section names, mend the site's document, or accept it by name";
        steps.push((step, why));
    }
    if let Some(lost) = parts.access.map(|access| access.asked.left_out_guarded).filter(|lost| *lost > 0) {
        let why =
            format!("people who are left out lose {lost} pages that opened to them by tags of no offering");
        steps.push(("take all contacts, if they should keep what they saw", why));
    }
    if takes_back {
        let kept = plan.summary().issues.get("changed-since").copied().unwrap_or_default();
        if kept > 0 {
            let why = format!("{kept} values were changed since the run, and stay as they are");
            steps.push(("look at what the plan's issues say was kept", why));
        }
    }
    if steps.is_empty() {
        let (step, why) = if takes_back {
            ("begin anew whenever you like", "the run was taken back")
        } else if parts.spot_checks.is_some_and(|checks| !checks.is_empty()) {
            ("look at the people below by hand, and keep this report", "everything is as planned")
        } else {
            ("keep this report", "there is nothing left to do")
        };
        steps.push((step, why.to_owned()));
    }
    Some(steps)
}
