//! What a comparison comes to: counts by verdict, by page and by cause, and whether every loss is accepted. Does not compare.

use std::collections::BTreeMap;

use serde::Serialize;

use super::accepted::AcceptedLoss;
use super::change::AccessChange;
use super::pages::ComparedPage;
use super::verdict::Verdict;
use crate::Horizon;
use crate::access::AccessReason;

/// How often each verdict was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VerdictCounts {
    /// See [`Verdict::Lost`].
    pub lost: u64,
    /// See [`Verdict::Later`].
    pub later: u64,
    /// See [`Verdict::Gained`].
    pub gained: u64,
    /// See [`Verdict::Earlier`].
    pub earlier: u64,
    /// See [`Verdict::Unchanged`].
    pub unchanged: u64,
}

impl VerdictCounts {
    /// How often one verdict was found.
    pub fn of(&self, verdict: Verdict) -> u64 {
        match verdict {
            Verdict::Lost => self.lost,
            Verdict::Later => self.later,
            Verdict::Gained => self.gained,
            Verdict::Earlier => self.earlier,
            Verdict::Unchanged => self.unchanged,
        }
    }

    fn of_mut(&mut self, verdict: Verdict) -> &mut u64 {
        match verdict {
            Verdict::Lost => &mut self.lost,
            Verdict::Later => &mut self.later,
            Verdict::Gained => &mut self.gained,
            Verdict::Earlier => &mut self.earlier,
            Verdict::Unchanged => &mut self.unchanged,
        }
    }

    /// So many more were compared, unchanged until a change is counted.
    fn add_compared(&mut self, count: u64) {
        self.unchanged = self.unchanged.saturating_add(count);
    }

    fn add_change(&mut self, verdict: Verdict) {
        self.unchanged = self.unchanged.saturating_sub(1);
        let count = self.of_mut(verdict);
        *count = count.saturating_add(1);
    }
}

/// What became of one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PageComparison {
    /// The page.
    pub page: ComparedPage,
    /// For how many members it is so.
    pub counts: VerdictCounts,
}

/// How often access changed for one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CauseCount {
    /// What became of the access.
    pub verdict: Verdict,
    /// Why the site before let in or not, at the first instant at which the sites differ; absent where it has no such page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<AccessReason>,
    /// Why the site after let in or not, at that instant; absent where it has no such page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<AccessReason>,
    /// How often.
    pub count: u64,
}

/// How many losses something explains that the owner accepts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AcceptedLosses {
    /// What the owner accepts.
    pub accepted: AcceptedLoss,
    /// How many losses it explains; a loss that several explain is counted for the first of them.
    pub count: u64,
}

/// What two sites make of the same people's access within a span of time, as counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AccessComparison {
    /// The span.
    pub horizon: Horizon,
    /// How many members were compared.
    pub members: u64,
    /// Of all members and pages. They add up to members × pages.
    pub counts: VerdictCounts,
    /// By page: those of the site before in its order, then those that only the site after has, in its order.
    pub pages: Vec<PageComparison>,
    /// By cause: by verdict, then the reasons before and after, in the order of their declaration.
    pub causes: Vec<CauseCount>,
    /// What the owner accepts, in the order given.
    pub accepted: Vec<AcceptedLosses>,
    /// How many losses nothing explains that the owner accepts.
    pub unexplained_losses: u64,
}

impl AccessComparison {
    /// Whether nobody loses access without an explanation that the owner accepts.
    pub fn is_ready(&self) -> bool {
        self.unexplained_losses == 0
    }
}

/// Counts as changes are found.
#[derive(Debug)]
pub struct Tally {
    comparison: AccessComparison,
    causes: BTreeMap<(Verdict, Option<AccessReason>, Option<AccessReason>), u64>,
}

impl Tally {
    pub fn new(horizon: Horizon, pages: &[ComparedPage], accepted: &[AcceptedLoss]) -> Self {
        let page =
            |page: &ComparedPage| PageComparison { page: page.clone(), counts: VerdictCounts::default() };
        let accepted = accepted.iter().map(|loss| AcceptedLosses { accepted: loss.clone(), count: 0 });
        let comparison = AccessComparison {
            horizon,
            members: 0,
            counts: VerdictCounts::default(),
            pages: pages.iter().map(page).collect(),
            causes: Vec::new(),
            accepted: accepted.collect(),
            unexplained_losses: 0,
        };
        Tally { comparison, causes: BTreeMap::new() }
    }

    /// So many more members were compared.
    pub fn add_members(&mut self, count: usize) {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        let comparison = &mut self.comparison;
        comparison.members = comparison.members.saturating_add(count);
        for page in &mut comparison.pages {
            page.counts.add_compared(count);
            comparison.counts.add_compared(count);
        }
    }

    /// A change was found, of the page at a place.
    pub fn add(&mut self, page: usize, change: &AccessChange<'_>) {
        let comparison = &mut self.comparison;
        comparison.counts.add_change(change.verdict);
        if let Some(page) = comparison.pages.get_mut(page) {
            page.counts.add_change(change.verdict);
        }
        let count =
            self.causes.entry((change.verdict, change.before.reason, change.after.reason)).or_default();
        *count = count.saturating_add(1);
        if change.verdict == Verdict::Lost {
            let mut accepted = comparison.accepted.iter_mut();
            let count = match accepted.find(|losses| losses.accepted.fits(change)) {
                Some(losses) => &mut losses.count,
                None => &mut comparison.unexplained_losses,
            };
            *count = count.saturating_add(1);
        }
    }

    pub fn finish(mut self) -> AccessComparison {
        let causes = self.causes.into_iter();
        let cause = |((verdict, before, after), count)| CauseCount { verdict, before, after, count };
        self.comparison.causes = causes.map(cause).collect();
        self.comparison
    }
}
