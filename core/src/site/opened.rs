//! From a schedule to what rules may ask of an enrollment. Does not know how the schedule came about.

use std::collections::BTreeSet;

use crate::access::{MemberEnrollment, ModuleOpening};
use crate::offering::{Enrollment, EnrollmentSchedule, Release, ReleaseState};

impl MemberEnrollment {
    /// What rules may ask of an enrollment whose modules stand as its schedule says.
    ///
    /// A module that is open and will close stands among the releases, with when it opened (or the enrollment, where that is not
    /// known) and when it closes; it is not among those open for good.
    pub(crate) fn of_schedule(enrollment: &Enrollment, schedule: EnrollmentSchedule) -> Self {
        let mut member = MemberEnrollment {
            offering: enrollment.offering.clone(),
            released: BTreeSet::new(),
            releases: Vec::new(),
            closes_at: schedule.ends_at,
        };
        for Release { module, state, opens_at, closes_at, .. } in schedule.releases {
            match (state, closes_at) {
                (ReleaseState::Open, None) => {
                    member.released.insert(module);
                }
                (ReleaseState::Open | ReleaseState::Scheduled, _) => {
                    let opens_at = opens_at.unwrap_or(enrollment.enrolled_at);
                    member.releases.push(ModuleOpening { module, opens_at, closes_at });
                }
                (ReleaseState::Manual | ReleaseState::Blocked | ReleaseState::Closed, _) => {}
            }
        }
        member
    }
}
