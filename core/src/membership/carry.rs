//! What a move makes of one enrollment under a policy: what the source has opened, and what the target shall hold. Does not know who it
//! is of, nor what the target holds of others.

use super::error::MembershipError;
use super::infer::Inferred;
use super::policy::DripContinuity;
use crate::Instant;
use crate::offering::{
    DripProfile, Enrollment, EnrollmentSchedule, MemberFacts, Offering, Release, ReleaseState,
    ScheduleOptions,
};
use crate::site::Site;

/// Carries enrollments over, all at one instant and alike.
#[derive(Clone, Copy, Debug)]
pub struct Carrier<'a> {
    pub site: &'a Site,
    /// The instant of the move.
    pub now: Instant,
    /// The system whose clock opens modules at the source; none where only tags do.
    pub source_clock: Option<DripProfile>,
}

/// An enrollment as it is at the source.
#[derive(Debug)]
pub struct AtSource {
    /// Released is all that is open, by a tag or by the source's clock, each since when, where that is known.
    pub enrollment: Enrollment,
    /// Every module as the source's clock has it; absent where it has none.
    pub schedule: Option<EnrollmentSchedule>,
}

/// An enrollment as the target shall have it.
#[derive(Debug)]
pub struct Carried {
    /// The instants of its releases are known where the site's own clock opened them.
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
    /// An enrollment as it is at the source at the move.
    pub fn at_source(
        &self,
        offering: &Offering,
        inferred: Inferred<'_>,
        facts: &MemberFacts,
    ) -> Result<AtSource, MembershipError> {
        let mut enrollment = inferred.to_enrollment(offering);
        let Some(profile) = self.source_clock else { return Ok(AtSource { enrollment, schedule: None }) };
        // The clock began with the enrollment, whenever that was.
        if let Some(base) = offering.modules.first() {
            let since = enrollment.released.entry(base.id.clone()).or_default();
            *since = since.or(Some(inferred.enrolled_at.at));
        }
        let schedule = self.schedule_as(profile, offering, &enrollment, facts)?;
        for release in open_in(&schedule.releases) {
            let since = enrollment.released.entry(release.module.clone()).or_insert(release.opens_at);
            *since = since.or(release.opens_at);
        }
        Ok(AtSource { enrollment, schedule: Some(schedule) })
    }

    /// What becomes of an enrollment that is given as it is at the source. `so_far` is the one that the target has already, whose
    /// clock is kept where clocks are kept.
    ///
    /// Under the policies that keep or continue a clock, all that is open at the source is released.
    pub fn carry(
        &self,
        offering: &Offering,
        inferred: Inferred<'_>,
        mut enrollment: Enrollment,
        so_far: Option<&Enrollment>,
        policy: DripContinuity,
        facts: &MemberFacts,
    ) -> Result<Carried, MembershipError> {
        let last_opened = last_opening(offering, &enrollment);
        let mut dated = Dated::AsInferred;
        match policy {
            DripContinuity::KeepOriginalClock | DripContinuity::ContinueFromLastReleased => {}
            DripContinuity::Restart => {
                enrollment.released =
                    crate::order::map(inferred.opened(offering).map(|(module, _)| (module.clone(), None)));
            }
            DripContinuity::OpenAll => {
                // A wrap-up module would close what is opened.
                let wrap_up = self.site.wrap_up(&offering.id).map(|module| &module.id);
                let modules = offering.modules.iter().map(|module| &module.id);
                let modules = modules.filter(|module| Some(*module) != wrap_up);
                enrollment.released.extend(modules.map(|module| (module.clone(), None)));
            }
        }
        enrollment.released.values_mut().for_each(|since| *since = None);
        let is_pending = enrollment.released.len() < offering.modules.len();
        match policy {
            DripContinuity::KeepOriginalClock => {
                let schedule = self.schedule(offering, so_far.unwrap_or(&enrollment), facts)?;
                for release in open_in(&schedule.releases) {
                    enrollment.released.entry(release.module.clone()).or_insert(release.opens_at);
                }
            }
            DripContinuity::ContinueFromLastReleased => {
                enrollment.clock_from = is_pending.then(|| last_opened.unwrap_or(self.now));
            }
            DripContinuity::Restart if inferred.has_module_tag => {
                enrollment.clock_from = is_pending.then_some(self.now);
            }
            DripContinuity::Restart => {
                enrollment.enrolled_at = self.now;
                dated = Dated::ByTheMove;
            }
            DripContinuity::OpenAll => {}
        }
        Ok(Carried { enrollment, dated })
    }

    /// Every module of an offering as it stands for an enrollment on the site at the move.
    pub fn schedule(
        &self,
        offering: &Offering,
        enrollment: &Enrollment,
        facts: &MemberFacts,
    ) -> Result<EnrollmentSchedule, MembershipError> {
        self.schedule_as(DripProfile::AccessAlly, offering, enrollment, facts)
    }

    fn schedule_as(
        &self,
        profile: DripProfile,
        offering: &Offering,
        enrollment: &Enrollment,
        facts: &MemberFacts,
    ) -> Result<EnrollmentSchedule, MembershipError> {
        let options = ScheduleOptions { facts, profile, ..self.site.schedule_options(self.now) };
        let schedule = self.site.schedule(offering, enrollment, &options);
        schedule.map_err(|cause| MembershipError { offering: offering.id.clone(), cause })
    }
}

/// Marks whatever is open at the move as announced: all that is released, and what the clock has opened by then.
pub fn mark_announced(enrollment: &mut Enrollment, schedule: &[Release]) {
    let released = &enrollment.released;
    let others =
        open_in(schedule).map(|release| &release.module).filter(|module| !released.contains_key(module));
    enrollment.notified = released.keys().chain(others).cloned().collect();
}

/// The modules of a schedule that are open.
pub fn open_in(schedule: &[Release]) -> impl Iterator<Item = &Release> {
    schedule.iter().filter(|release| release.state == ReleaseState::Open)
}

/// When the last of the released modules, in the offering's order, was opened, if that is known.
fn last_opening(offering: &Offering, enrollment: &Enrollment) -> Option<Instant> {
    let mut modules = offering.modules.iter().rev();
    modules.find_map(|module| enrollment.released.get(&module.id)).copied().flatten()
}
