//! What a report is made from. Does not know what it says of it.

use super::{PseudonymKey, ReadingCounts};
use crate::Instant;
use crate::access::AccessComparison;
use crate::billing::BillingPlan;
use crate::contact::Contacts;
use crate::plan::Plan;
use crate::readiness::Readiness;
use crate::run::{AccessProof, Reconciliation, Run, SpotCheck};
use crate::site::Site;

/// What a report is made from: a site, and whatever there is besides. What is absent has no section.
#[derive(Clone, Copy, Debug)]
pub struct ReportParts<'a> {
    /// The site.
    pub site: &'a Site,
    /// The instant the report is made for: that of everything in it.
    pub at: Instant,
    /// What reading the list of them found.
    pub reading: Option<&'a ReadingCounts>,
    /// The source's people.
    pub contacts: Option<&'a Contacts>,
    /// Whether the site is ready.
    pub readiness: Option<&'a Readiness>,
    /// What was planned.
    pub plan: Option<&'a Plan>,
    /// What was done.
    pub run: Option<&'a Run>,
    /// Whether the target holds what was planned.
    pub reconciliation: Option<&'a Reconciliation>,
    /// Who gains and who loses access: on the target as it was found, where there is a reconciliation, else as it is foreseen.
    pub comparison: Option<&'a AccessComparison>,
    /// Whether anybody lost or gained access unasked; its comparison stands for `comparison`, where that is absent.
    pub access: Option<&'a AccessProof>,
    /// Who charges whom.
    pub billing: Option<&'a BillingPlan>,
    /// The people to look at by hand.
    pub spot_checks: Option<&'a [SpotCheck]>,
    /// The key that makes people unrecognisable; they are named, where absent.
    pub pseudonymise: Option<&'a PseudonymKey>,
}

impl<'a> ReportParts<'a> {
    /// A site alone.
    pub fn new(site: &'a Site, at: Instant) -> Self {
        ReportParts {
            site,
            at,
            reading: None,
            contacts: None,
            readiness: None,
            plan: None,
            run: None,
            reconciliation: None,
            comparison: None,
            access: None,
            billing: None,
            spot_checks: None,
            pseudonymise: None,
        }
    }
}
