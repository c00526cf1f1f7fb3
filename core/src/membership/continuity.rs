//! What each policy makes of each member's modules, as a stream: open before, open after, when. Does not know the target.

use super::by_policy::ByPolicy;
use super::carry::{AtSource, Carrier};
use super::continuity_summary::ContinuitySummary;
use super::error::MembershipError;
use super::evidence::EnrollmentEvidence;
use super::infer::{Inferred, ModuleTag};
use super::offering_tags::OfferingTags;
use super::options::{MembershipOptions, Stage};
use super::person::Person;
use super::policy::DripContinuity;
use super::roster::Roster;
use crate::contact::Contacts;
use crate::offering::{DripProfile, Offering, Release, ReleaseState};
use crate::site::Site;
use crate::{Instant, ModuleId, OfferingId};

/// From when, and from what source, a move carries enrollments over.
#[derive(Clone, Copy, Debug)]
pub struct ContinuityOptions<'a> {
    /// The instant of the move.
    pub now: Instant,
    /// The system whose clock opens modules at the source, where it has one; where there is none, what is open at the source is told by
    /// the tags of modules alone.
    pub source_clock: Option<DripProfile>,
    /// What is known of when members enrolled.
    pub evidence: EnrollmentEvidence<'a>,
}

impl ContinuityOptions<'_> {
    /// At an instant, from a source with a clock or without one, with nothing known of dates but what contacts say themselves.
    pub fn new(now: Instant, source_clock: Option<DripProfile>) -> Self {
        ContinuityOptions { now, source_clock, evidence: EnrollmentEvidence::default() }
    }
}

/// How one module stands for one member at the move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ModuleStanding {
    /// How it stands.
    pub state: ReleaseState,
    /// When it opened or will open by the clock; absent where that is not known or never happens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Instant>,
}

impl ModuleStanding {
    /// Whether it is open at the move.
    pub fn is_open(self) -> bool {
        self.state == ReleaseState::Open
    }
}

/// One module of one member: as the source has it at the move, and as it is under each policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContinuityRow<'a> {
    /// The contact, by its place in the table.
    pub contact: usize,
    /// The offering.
    pub offering: &'a OfferingId,
    /// The module.
    pub module: &'a ModuleId,
    /// At the source. A module whose tag is not held is blocked where the source has no clock: nobody can tell when it opens.
    pub before: ModuleStanding,
    /// On the target.
    pub after: ByPolicy<ModuleStanding>,
}

/// What each policy makes of each member's modules: a row for each contact, offering they are enrolled in, and module, in the orders of
/// the table and of the site. Memory does not grow with the rows.
///
/// A member's module is open before where its tag is held, and where the source's clock, if it has one, has opened it by the move. Under
/// the policies that keep or continue a clock it is open after the move too: no row loses it. Only an expiry rule of the site may have
/// closed it by then; that is counted apart, since it closes for whoever is not moved as well.
///
/// ```
/// use memberferry::{Contact, Contacts, ContinuityOptions, DripContinuity, DripProfile, Email, Site, TagName, continuity};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
///     {"id": "w", "name": "Watercolour", "accessTag": "Watercolour", "modules": [{"id": "a", "name": "A"},
///     {"id": "b", "name": "B", "release": {"kind": "timer", "anchor": {"kind": "enrollment"},
///         "offset": {"amount": 7, "unit": "days"}}}]}]}"#)?;
/// let mut ada = Contact::new(Email::new("ada@example.com")?);
/// ada.tags = vec![TagName::new("Watercolour")?];
/// ada.created_at = Some("2024-05-01T00:00:00Z".parse()?);
/// let contacts: Contacts = [ada].into_iter().collect();
/// let options = ContinuityOptions::new("2024-05-10T00:00:00Z".parse()?, Some(DripProfile::LearnDash));
/// let mut rows = continuity(&site, &contacts, options);
/// assert!(rows.next().unwrap()?.before.is_open());
/// let second = rows.next().unwrap()?;
/// assert!(second.before.is_open() && second.after.continue_from_last_released.is_open());
/// assert!(!second.after.restart.is_open());
/// let summary = rows.finish()?;
/// assert_eq!(summary.offerings[0].members.restart.lose, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn continuity<'a>(
    site: &'a Site,
    contacts: &'a Contacts,
    options: ContinuityOptions<'a>,
) -> Continuity<'a> {
    let ContinuityOptions { now, source_clock, evidence } = options;
    let stage = Stage::After(DripContinuity::default());
    let of_roster = MembershipOptions { stage, source_clock, evidence, ..MembershipOptions::new(now) };
    Continuity {
        roster: Roster::new(site, contacts, of_roster),
        carrier: Carrier { site, now, source_clock },
        place: Place { contact: 0, offering: 0 },
        person: Person::default(),
        modules: Vec::new(),
        ready: Vec::new(),
        summary: ContinuitySummary::new(site),
        failed: false,
    }
}

/// The rows of [`continuity`], with their summary so far.
#[derive(Debug)]
pub struct Continuity<'a> {
    roster: Roster<'a>,
    carrier: Carrier<'a>,
    /// Whose rows come next.
    place: Place,
    /// The contact of that place, from its first offering on.
    person: Person,
    modules: Vec<ModuleTag>,
    /// The rows of one member of one offering, the last first.
    ready: Vec<ContinuityRow<'a>>,
    summary: ContinuitySummary,
    failed: bool,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    contact: usize,
    offering: usize,
}

impl<'a> Continuity<'a> {
    /// What the members whose rows have begun come to.
    pub fn summary(&self) -> &ContinuitySummary {
        &self.summary
    }

    /// Goes through the rows that are left, and gives what all members come to.
    ///
    /// # Errors
    /// [`MembershipError`] where a release rule leads out of the calendar, or says what the source's system cannot.
    pub fn finish(mut self) -> Result<ContinuitySummary, MembershipError> {
        self.try_for_each(|row| row.map(|_| ()))?;
        Ok(self.summary)
    }

    /// Makes the rows of the next member of an offering; false where there is none.
    fn advance(&mut self) -> Result<bool, MembershipError> {
        let roster = &self.roster;
        while let Some(contact) = roster.contacts.get(self.place.contact) {
            if self.place.offering == 0 {
                roster.take(&mut self.person, &contact);
            }
            let Some(offering) = roster.offerings.get(self.place.offering) else {
                self.place = Place { contact: self.place.contact + 1, offering: 0 };
                continue;
            };
            let place = self.place;
            self.place.offering += 1;
            if let Some(inferred) = offering.infer(&self.person, self.carrier.now, &mut self.modules) {
                let rows = rows(&self.carrier, place.contact, offering, inferred, &self.person)?;
                self.summary.count(place.offering, &rows);
                self.ready = rows;
                self.ready.reverse();
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl<'a> Iterator for Continuity<'a> {
    type Item = Result<ContinuityRow<'a>, MembershipError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() {
            if self.failed {
                return None;
            }
            match self.advance() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => {
                    self.failed = true;
                    return Some(Err(error));
                }
            }
        }
        self.ready.pop().map(Ok)
    }
}

/// The rows of one member of one offering.
fn rows<'a>(
    carrier: &Carrier<'_>,
    contact: usize,
    offering: &OfferingTags<'a>,
    inferred: Inferred<'_>,
    person: &Person,
) -> Result<Vec<ContinuityRow<'a>>, MembershipError> {
    let (offering, facts) = (offering.offering, person.facts());
    let source = carrier.at_source(offering, inferred, facts)?;
    let after = ByPolicy::try_from_fn(|policy| {
        let carried = carrier.carry(offering, inferred, source.enrollment.clone(), None, policy, facts)?;
        Ok(carrier.schedule(offering, &carried.enrollment, facts)?.releases)
    })?;
    let before = before(offering, &source);
    let row = |(index, before): (usize, ModuleStanding)| {
        let module = &offering.modules.get(index)?.id;
        let standing = |policy| Some(after_of(after.get(policy).get(index)?, before));
        let [keep, go_on, restart, open] = DripContinuity::ALL.map(standing);
        let after = ByPolicy {
            keep_original_clock: keep?,
            continue_from_last_released: go_on?,
            restart: restart?,
            open_all: open?,
        };
        Some(ContinuityRow { contact, offering: &offering.id, module, before, after })
    };
    Ok(before.into_iter().enumerate().filter_map(row).collect())
}

/// Every module as it stands at the source.
fn before(offering: &Offering, source: &AtSource) -> Vec<ModuleStanding> {
    if let Some(schedule) = &source.schedule {
        let standing =
            |release: &Release| ModuleStanding { state: release.state, opens_at: release.opens_at };
        return schedule.releases.iter().map(standing).collect();
    }
    let modules = offering.modules.iter().map(|module| source.enrollment.released.get(&module.id));
    modules
        .map(|since| match since {
            Some(since) => ModuleStanding { state: ReleaseState::Open, opens_at: *since },
            None => ModuleStanding { state: ReleaseState::Blocked, opens_at: None },
        })
        .collect()
}

/// A module on the target. Of one that was open before it is known since when, though the target does not know.
fn after_of(release: &Release, before: ModuleStanding) -> ModuleStanding {
    let since = before.opens_at.filter(|_| before.is_open() && release.state == ReleaseState::Open);
    ModuleStanding { state: release.state, opens_at: release.opens_at.or(since) }
}
