//! An access comparison as a section of a report. Judges nothing.

use super::document::{BarChart, ReportBlock, ReportSection, ReportTable};
use super::parts::ReportParts;
use super::pseudonym::Voice;
use super::report::{fact, wire_name, yes_or_no};
use crate::access::{AccessComparison, AccessReason, CauseCount, PageComparison, Verdict};

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
    let side =
        |reason: &Option<AccessReason>| reason.as_ref().map_or_else(|| "no such page".to_owned(), wire_name);
    let cause = |cause: &CauseCount| {
        let verdict = cause.verdict.name().to_owned();
        vec![verdict, side(&cause.before), side(&cause.after), cause.count.to_string()]
    };
    let accepted = comparison.accepted.iter().map(|losses| {
        vec![wire_name(&losses.accepted), voice.free(losses.accepted.why()), losses.count.to_string()]
    });
    let blocks = vec![
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
    ReportSection { id: "access", title: "Access", blocks }
}
