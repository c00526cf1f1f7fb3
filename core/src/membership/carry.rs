//! What a move makes of one enrollment under a policy. Does not know who it is of, nor what the target holds of others.

use super::error::MembershipError;
use super::infer::Inferred;
use super::policy::DripContinuity;
use crate::Instant;
use crate::offering::{Enrollment, MemberFacts, Offering, Release, ReleaseState, ScheduleOptions};
use crate::site::Site;

/// Carries enrollments over, all at one instant and alike.
#[derive(Clone, Copy, Debug)]
pub struct Carrier<'a> {
    pub site: &'a Site,
    /// The instant of the move.
    pub now: Instant,
}

/// An enrollment as the target shall have it.
#[derive(Debug)]
pub struct Carried {
    /// The instants of its releases are not known to the target.
    pub enrollment: Enrollment,
    pub dated: Dated,
}

/// Where the date of a carried enrollment comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// It is the one the source's evidence gives.
    AsInferred,
    /// The member begins again, at the move.
    ByTheMove,
}

impl Carrier<'_> {
    /// What becomes of an enrollment. `so_far` is the one that the target has already, whose clock is kept where clocks are kept.
    pub fn carry(
        &self,
        offering: &Offering,
        inferred: Inferred<'_>,
        so_far: Option<&Enrollment>,
        policy: DripContinuity,
        facts: &MemberFacts,
    ) -> Result<Carried, MembershipError> {
        let modules = &offering.modules;
        let source = inferred.to_enrollment(offering);
        let mut dated = Dated::AsInferred;
        let mut enrollment = Enrollment::new(offering.id.clone(), source.enrolled_at);
        enrollment.released = source.released.keys().map(|module| (module.clone(), None)).collect();
        match policy {
            DripContinuity::OpenAll => {
                enrollment.released.extend(modules.iter().map(|module| (module.id.clone(), None)));
            }
            DripContinuity::KeepOriginalClock => {
                let schedule = self.schedule(offering, so_far.unwrap_or(&enrollment), facts)?;
                enrollment.released.extend(open_in(schedule).map(|release| (release.module, None)));
            }
            DripContinuity::Restart if !inferred.has_module_tag => {
                enrollment.enrolled_at = self.now;
                dated = Dated::ByTheMove;
            }
            DripContinuity::Restart | DripContinuity::ContinueFromLastReleased => {
                enrollment.clock_from = (enrollment.released.len() < modules.len()).then_some(self.now);
            }
        }
        Ok(Carried { enrollment, dated })
    }

    /// Every module of an offering as it stands for an enrollment on the site now.
    pub fn schedule(
        &self,
        offering: &Offering,
        enrollment: &Enrollment,
        facts: &MemberFacts,
    ) -> Result<Vec<Release>, MembershipError> {
        let options = ScheduleOptions { facts, ..self.site.schedule_options(self.now) };
        let schedule = self.site.schedule(offering, enrollment, &options);
        schedule.map_err(|cause| MembershipError { offering: offering.id.clone(), cause })
    }
}

fn open_in(schedule: Vec<Release>) -> impl Iterator<Item = Release> {
    schedule.into_iter().filter(|release| release.state == ReleaseState::Open)
}
