//! When each module of an offering opens and closes for one enrollment. Does not know whose enrollment it is, nor any tag.

use super::clock::{ByClock, Clock, Opening};
use super::{
    DripProfile, Enrollment, MemberFacts, Module, Offering, Release, ReleaseRuleError, ReleaseState, Why,
};
use crate::{Code, Instant, Location, ModuleId, Refusal, Zone};

/// Why an enrollment has no schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScheduleError {
    /// A module's release rule cannot be carried out.
    #[error("the module `{module}` has no release time: {cause}")]
    Release {
        /// The module.
        module: ModuleId,
        /// Its place among the modules, 0-based.
        index: usize,
        /// Why not.
        #[source]
        cause: ReleaseRuleError,
    },
    /// A module's expiry rule cannot be carried out.
    #[error("the module `{module}` has no closing time: {cause}")]
    Expiry {
        /// The module.
        module: ModuleId,
        /// Its place among the modules, 0-based.
        index: usize,
        /// Why not.
        #[source]
        cause: ReleaseRuleError,
    },
    /// The offering's expiry rule cannot be carried out.
    #[error("the offering has no closing time: {cause}")]
    OfferingExpiry {
        /// Why not.
        #[source]
        cause: ReleaseRuleError,
    },
}

impl Refusal for ScheduleError {
    fn code(&self) -> Code {
        Code::ReleaseRuleInvalid
    }

    fn location(&self) -> Location {
        let module = |index: &usize| Location::default().key("modules").index(*index);
        match self {
            ScheduleError::Release { index, .. } => module(index).key("release"),
            ScheduleError::Expiry { index, .. } => module(index).key("expiry"),
            ScheduleError::OfferingExpiry { .. } => Location::default().key("expiry"),
        }
    }
}

/// For when, and with what known, a schedule is made.
///
/// ```
/// use memberferry::{MemberFacts, ScheduleOptions, Zone};
/// let facts = MemberFacts { timezone: Some("America/Chicago".parse()?), ..MemberFacts::default() };
/// let options = ScheduleOptions { facts: &facts, ..ScheduleOptions::new(Zone::UTC, "2024-05-02T00:00:00Z".parse()?) };
/// # let _ = options;
/// # Ok::<(), memberferry::TimeError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ScheduleOptions<'a> {
    /// The site's zone.
    pub zone: Zone,
    /// The instant at which modules are open or not.
    pub at: Instant,
    /// What is known of the member besides the enrollment.
    pub facts: &'a MemberFacts,
    /// The system whose arithmetic is followed. Expiry rules follow it for MemberPress alone: the settings of the others become an
    /// instant ([`LifterlmsAccess`](super::LifterlmsAccess)).
    pub profile: DripProfile,
}

impl ScheduleOptions<'_> {
    /// In a zone, at an instant, with nothing known of the member besides the enrollment, as AccessAlly counts.
    pub fn new(zone: Zone, at: Instant) -> Self {
        ScheduleOptions { zone, at, facts: MemberFacts::NONE, profile: DripProfile::AccessAlly }
    }
}

/// Every module of an offering, in order, as it stands for an enrollment at an instant.
///
/// - The base module opens at enrollment (as AccessAlly does); nothing opens before enrollment.
/// - A released module is open, whatever the clock says: a release is never taken back but by an expiry rule or revocation.
/// - A timer that counts from the previous release counts from when the module before really opened, or else from when it
///   opens by the clock (as AccessAlly does), and never opens before it. So nothing depends on whether an opening by the clock
///   has been recorded, as long as it is with its instant.
/// - After a module that opens by hand and is not open, such timers are blocked; so is a timer of whose anchor no time is known.
/// - A pause moves what is pending when it begins by its length, where the timer counts from an event of the member's own
///   ([`Anchor::is_members_own`](super::Anchor::is_members_own)). Nothing opens within a pause; what is due in it opens when it ends.
/// - An expiry rule, the module's or the offering's, closes what is open; the earlier of the two holds. What would open when
///   access has ended or been taken away is closed.
///
/// # Errors
/// [`ScheduleError`] where a rule contradicts itself or leaves the years 1 to 9999.
///
/// ```
/// use memberferry::{Enrollment, Offering, ReleaseState, ScheduleOptions, Zone, release_schedule};
/// let offering: Offering = serde_json::from_str(r#"{"id": "watercolour", "name": "Watercolour", "modules": [
///     {"id": "brushes", "name": "Brushes"},
///     {"id": "washes", "name": "Washes", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}
/// ]}"#)?;
/// let enrollment = Enrollment::new(offering.id.clone(), "2024-05-01T09:00:00Z".parse()?);
/// let options = ScheduleOptions::new(Zone::UTC, "2024-05-02T00:00:00Z".parse()?);
/// let schedule = release_schedule(&offering, &enrollment, &options)?;
/// assert_eq!(schedule[0].state, ReleaseState::Open);
/// assert_eq!(schedule[1].opens_at, Some("2024-05-08T09:00:00Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn release_schedule(
    offering: &Offering,
    enrollment: &Enrollment,
    options: &ScheduleOptions<'_>,
) -> Result<Vec<Release>, ScheduleError> {
    Ok(enrollment_schedule(offering, enrollment, options)?.releases)
}

/// How an enrollment stands: its modules, and when it ends as a whole.
#[derive(Debug)]
pub(crate) struct EnrollmentSchedule {
    /// Every module, in order.
    pub releases: Vec<Release>,
    /// When access is taken away or expires, whatever module it is of; absent where neither is known to come.
    pub ends_at: Option<Instant>,
}

/// The [`release_schedule`], with the end of the whole.
pub(crate) fn enrollment_schedule(
    offering: &Offering,
    enrollment: &Enrollment,
    options: &ScheduleOptions<'_>,
) -> Result<EnrollmentSchedule, ScheduleError> {
    let clock = Clock::new(offering, enrollment, options);
    let end_of_all = offering.expiry.as_ref();
    let end_of_all =
        end_of_all.map(|rule| clock.closing(rule, None, Some(enrollment.enrolled_at))).transpose();
    let end_of_all = end_of_all.map_err(|cause| ScheduleError::OfferingExpiry { cause })?.flatten();
    let mut releases = Vec::with_capacity(offering.modules.len());
    let mut previous = Opening::At(enrollment.enrolled_at);
    let mut previous_is_undated = false;
    for (index, module) in offering.modules.iter().enumerate() {
        let recorded = enrollment.released.get(&module.id);
        let continued = enrollment.clock_from.filter(|_| recorded.is_none() && previous_is_undated);
        let counted = continued.map_or(previous, Opening::At);
        let failed = |cause| ScheduleError::Release { module: module.id.clone(), index, cause };
        let by_clock = || clock.opening(index, module, &counted).map_err(failed);
        let line = line(module, recorded, options.at, by_clock)?;
        let opened = match line.opening {
            Opening::At(at) => Some(at),
            Opening::Unknown(_) => None,
        };
        let end = module.expiry.as_ref().map(|rule| clock.closing(rule, Some(module), opened)).transpose();
        let failed = |cause| ScheduleError::Expiry { module: module.id.clone(), index, cause };
        let ends = [end.map_err(failed)?.flatten(), end_of_all];
        let ends = ends.into_iter().flatten().map(|at| (at, Why::Expired { at })).min_by_key(|(at, _)| *at);
        let revoked = enrollment.revoked_at.map(|at| (at, Why::Revoked { at }));
        releases
            .push(line.release.ended(revoked.into_iter().chain(ends).min_by_key(|(at, _)| *at), options.at));
        previous = line.opening;
        previous_is_undated = recorded.is_some_and(Option::is_none);
    }
    let ends_at = enrollment.revoked_at.into_iter().chain(end_of_all).min();
    Ok(EnrollmentSchedule { releases, ends_at })
}

/// A module as it stands while access lasts, and what the one after it needs to know.
struct Line {
    release: Release,
    opening: Opening,
}

/// How a module stands by the record, or else by the clock.
fn line(
    module: &Module,
    recorded: Option<&Option<Instant>>,
    now: Instant,
    by_clock: impl FnOnce() -> Result<ByClock, ScheduleError>,
) -> Result<Line, ScheduleError> {
    let mut shown_at = None;
    let (state, opens_at, why, opening) = match recorded {
        Some(Some(at)) => (ReleaseState::Open, Some(*at), Why::Released, Opening::At(*at)),
        Some(None) => {
            let opening = match by_clock()?.opening {
                at @ Opening::At(_) => at,
                Opening::Unknown(_) => Opening::Unknown(Why::OpeningUnknown { module: module.id.clone() }),
            };
            (ReleaseState::Open, None, Why::Released, opening)
        }
        None => {
            let ByClock { opening, why, shown_at: shown } = by_clock()?;
            shown_at = shown;
            let (state, opens_at) = match &opening {
                Opening::At(at) if *at <= now => (ReleaseState::Open, Some(*at)),
                Opening::At(at) => (ReleaseState::Scheduled, Some(*at)),
                Opening::Unknown(_) if why == Why::Manual => (ReleaseState::Manual, None),
                Opening::Unknown(_) => (ReleaseState::Blocked, None),
            };
            (state, opens_at, why, opening)
        }
    };
    Ok(Line {
        release: Release { module: module.id.clone(), state, opens_at, closes_at: None, shown_at, why },
        opening,
    })
}

impl Release {
    /// The same, told when and why access ends.
    pub(crate) fn ended(mut self, end: Option<(Instant, Why)>, now: Instant) -> Release {
        let Some((at, why)) = end else { return self };
        self.closes_at = Some(at);
        let is_too_late =
            self.state == ReleaseState::Scheduled && self.opens_at.is_some_and(|opens| at <= opens);
        if at <= now || is_too_late {
            self.state = ReleaseState::Closed;
            self.shown_at = None;
            self.opens_at = self.opens_at.filter(|opens| *opens < at && matches!(why, Why::Expired { .. }));
            self.why = why;
        }
        self
    }
}
