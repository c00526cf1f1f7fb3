//! What each policy comes to: how many members of each offering lose, gain or wait. Does not know how a row is made.

use serde::Serialize;

use super::by_policy::ByPolicy;
use super::continuity::{ContinuityRow, ModuleStanding};
use super::policy::DripContinuity;
use crate::OfferingId;
use crate::offering::ReleaseState;
use crate::site::Site;

/// What each policy comes to, offering by offering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContinuitySummary {
    /// In the order of the site.
    pub offerings: Vec<OfferingContinuity>,
}

/// What each policy comes to for the members of one offering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfferingContinuity {
    /// The offering.
    pub offering: OfferingId,
    /// How many are enrolled.
    pub enrolled: u64,
    /// How many of them are met by a change.
    pub members: ByPolicy<ContinuityCounts>,
}

/// How many members are met by a change, each counted once for each kind of change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContinuityCounts {
    /// A module that was open is closed, and no expiry rule closes it. Nobody, where a clock is kept or continued.
    pub lose: u64,
    /// A module that was closed is open.
    pub gain: u64,
    /// A module that was to open at a known instant opens later, or by the clock never.
    pub later: u64,
    /// A module that was to open at a known instant opens earlier, yet after the move.
    pub earlier: u64,
    /// A module that was open is closed by an expiry rule of the site.
    pub expire: u64,
}

/// What becomes of one module.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Lost,
    Gained,
    Later,
    Earlier,
    Expired,
}

impl ContinuitySummary {
    /// Nobody yet, of every offering of a site.
    pub(super) fn new(site: &Site) -> Self {
        let nobody = |id: &OfferingId| OfferingContinuity {
            offering: id.clone(),
            enrolled: 0,
            members: ByPolicy::default(),
        };
        ContinuitySummary {
            offerings: site.offerings().iter().map(|offering| nobody(&offering.id)).collect(),
        }
    }

    /// Counts the rows of one member of the offering of a place.
    pub(super) fn count(&mut self, offering: usize, rows: &[ContinuityRow<'_>]) {
        let Some(of_offering) = self.offerings.get_mut(offering) else { return };
        of_offering.enrolled += 1;
        for policy in DripContinuity::ALL {
            let counts = of_offering.members.get_mut(policy);
            let has = |change| {
                let mut changes = rows.iter().filter_map(|row| change_of(row.before, *row.after.get(policy)));
                u64::from(changes.any(|other| other == change))
            };
            counts.lose += has(Change::Lost);
            counts.gain += has(Change::Gained);
            counts.later += has(Change::Later);
            counts.earlier += has(Change::Earlier);
            counts.expire += has(Change::Expired);
        }
    }
}

fn change_of(before: ModuleStanding, after: ModuleStanding) -> Option<Change> {
    match (before.is_open(), after.is_open()) {
        (true, true) => None,
        (true, false) if after.state == ReleaseState::Closed => Some(Change::Expired),
        (true, false) => Some(Change::Lost),
        (false, true) => Some(Change::Gained),
        (false, false) => {
            let before = before.opens_at.filter(|_| before.state == ReleaseState::Scheduled)?;
            match after.opens_at {
                Some(after) if after < before => Some(Change::Earlier),
                Some(after) if after == before => None,
                _ => Some(Change::Later),
            }
        }
    }
}
