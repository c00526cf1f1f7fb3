//! An access comparison as a section of a report. Judges nothing.

use super::document::{BarChart, MOST_ROWS, ReportBlock, ReportSection, ReportTable};
use super::parts::ReportParts;
use super::pseudonym::Voice;
use super::report::{fact, wire_name, yes_or_no};
use crate::PageId;
use crate::access::{AccessComparison, AccessReason, AccessSide, CauseCount, PageComparison, Verdict};
use crate::run::{AccessProof, UnaskedChange};

/// What is drawn, in the order of the bars.
const DRAWN: [Verdict; 4] = [Verdict::Lost, Verdict::Later, Verdict::Gained, Verdict::Earlier];

pub fn section(parts: &ReportParts<'_>, comparison: &AccessComparison, voice: &Voice<'_>) -> ReportSection {
    let after = if parts.reconciliation.is_some() { "as found on the target" } else { "as foreseen" };
    let mut facts = vec![
        fact("Before the move", "as the source has it"),
        fact("After the move", after),
        fact("From", comparison.horizon.from()),
        fact("Until", comparison.horizon.until()),
        fact("Members", comparison.members),
        fact("Losses that nothing explains", comparison.unexplained_losses),
        fact("Ready", yes_or_no(comparison.is_ready())),
    ];
    let title = |verdict| match verdict {
        Verdict::Lost => "Lost",
        Verdict::Later => "Later",
        Verdict::Gained => "Gained",
        Verdict::Earlier => "Earlier",
        Verdict::Unchanged => "Unchanged",
    };
    facts.extend(Verdict::ALL.map(|verdict| fact(title(verdict), comparison.counts.of(verdict))));
    let page = |page: &PageComparison| {
        let id = page.page.id();
        let titled = id.and_then(|id| parts.site.page(id)).map(|page| page.title.as_str());
        let label = titled.or(id.map(crate::PageId::as_str)).unwrap_or_default();
        (voice.plain(label), DRAWN.map(|verdict| page.counts.of(verdict)).to_vec())
    };
    let side = |reason: &Option<AccessReason>| reason.map_or("no such page", AccessReason::name).to_owned();
    let cause = |cause: &CauseCount| {
        let verdict = cause.verdict.name().to_owned();
        vec![verdict, side(&cause.before), side(&cause.after), cause.count.to_string()]
    };
    let gains = parts.access.iter().flat_map(|proof| &proof.accepted_gains).map(|gains| {
        vec![wire_name(&gains.accepted), voice.free(gains.accepted.why()), gains.count.to_string()]
    });
    let accepted = comparison.accepted.iter().map(|losses| {
        vec![wire_name(&losses.accepted), voice.free(losses.accepted.why()), losses.count.to_string()]
    });
    let mut blocks = vec![
        ReportBlock::Facts { facts },
        ReportBlock::Bars {
            chart: BarChart::new(
                "Access that changes, by page, in members",
                &DRAWN.map(title),
                comparison.pages.iter().map(page),
            ),
        },
        ReportBlock::Table {
            table: ReportTable::new(
                "Causes",
                &["Verdict", "Before", "After", "Count"],
                comparison.causes.iter().map(cause),
            ),
        },
        ReportBlock::Table {
            table: ReportTable::new("Losses that are accepted", &["By", "Why", "Count"], accepted),
        },
    ];
    if let Some(proof) = parts.access {
        blocks.push(ReportBlock::Table {
            table: ReportTable::new("Gains that are accepted", &["By", "Why", "Count"], gains),
        });
        blocks.extend(judged(proof, voice));
    }
    ReportSection { id: "access", title: "Access", blocks }
}

/// What follows from what the owner decided, and who lost or gained what unasked.
fn judged(proof: &AccessProof, voice: &Voice<'_>) -> [ReportBlock; 2] {
    let asked = [
        ("pages that only the site after has", proof.asked.new_pages),
        ("people who are left out, who lose what any login shows", proof.asked.left_out),
        ("people who are left out, who lose a page of their own", proof.asked.left_out_guarded),
        ("people whom the plan leaves alone", proof.asked.left_alone),
        ("what the target gave them before", proof.asked.had_before),
        ("what release timers open or close", proof.asked.released),
    ];
    let asked = asked.map(|(what, count)| vec![what.to_owned(), count.to_string()]);
    let side = |side: &AccessSide| side.reason.map_or("no such page", AccessReason::name).to_owned();
    let change = |change: &UnaskedChange| {
        let page = change.page.id().map_or("", PageId::as_str);
        vec![
            voice.address(change.subject.as_str()),
            voice.plain(page),
            change.verdict.name().to_owned(),
            change.at.to_string(),
            side(&change.before),
            side(&change.after),
            voice.message(change.issue.help()),
        ]
    };
    let columns = ["Whom", "Page", "Verdict", "From", "Before", "After", "What to do"];
    [
        ReportBlock::Table {
            table: ReportTable::new("Changes that were asked for", &["By", "Count"], asked),
        },
        ReportBlock::Table {
            table: ReportTable {
                left_out: proof.unasked_found.saturating_sub(MOST_ROWS.min(proof.unasked.len()) as u64),
                ..ReportTable::new(
                    "Changes that nobody asked for",
                    &columns,
                    proof.unasked.iter().map(change),
                )
            },
        },
    ]
}
