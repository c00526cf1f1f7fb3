//! Which modules open and close to which members within a span of time. Does not know pages, nor who the members are.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::access::Turn;
use crate::offering::{EnrolledMember, Release, ReleaseState, ScheduleOptions};
use crate::site::{Site, SiteQuestionError};
use crate::{Code, Horizon, Instant, Location, ModuleId, OfferingId, Refusal};

/// A module opens or closes to a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextRelease<'a> {
    /// The first instant at which it is so.
    pub at: Instant,
    /// The member's place in the order in which they were given, from 0.
    pub member: u64,
    /// The offering.
    pub offering: &'a OfferingId,
    /// The module.
    pub module: &'a ModuleId,
    /// Whether it opens or closes.
    pub turn: Turn,
    /// Whether the member was told of the module already, so that its opening is not to be announced.
    pub notified: bool,
}

/// Why there is no feed: one enrollment has no schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no schedule for an enrollment: {cause}")]
pub struct NextReleasesError {
    /// The member's place in the order in which they were given, from 0.
    pub member: usize,
    /// The enrollment's place among the member's, from 0.
    pub enrollment: usize,
    /// Why not.
    #[source]
    pub cause: SiteQuestionError,
}

impl Refusal for NextReleasesError {
    fn code(&self) -> Code {
        self.cause.code()
    }

    fn location(&self) -> Location {
        Location::default().key("members").index(self.member).key("enrollments").index(self.enrollment)
    }
}

/// Who gets what next: every module that opens or closes to a member within a span of time, by the clock or as recorded. In order of
/// time; at one instant by member, then offering and module as in the site.
///
/// It holds what lies within the span, and one member at a time. A host asks for the time since it last asked:
///
/// ```
/// use memberferry::{EnrolledMember, Enrollment, Horizon, Instant, OfferingId, Site, Turn, next_releases};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
///     {"id": "watercolour", "name": "Watercolour", "modules": [
///         {"id": "brushes", "name": "Brushes"},
///         {"id": "washes", "name": "Washes", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]}]}"#)?;
/// let enrollment = Enrollment::new(OfferingId::new("watercolour")?, "2024-05-01T09:00:00Z".parse()?);
/// let members = [EnrolledMember { enrollments: vec![enrollment], ..EnrolledMember::default() }]; // from the host's database
///
/// let mut announced = Vec::new();
/// let mut asked_until: Instant = "2024-05-08T08:00:00Z".parse()?; // kept by the host from run to run
/// for now in ["2024-05-08T09:00:00Z", "2024-05-08T10:00:00Z", "2024-05-08T11:00:00Z"] {
///     let horizon = Horizon::new(asked_until, now.parse()?)?;
///     for release in next_releases(&site, members.iter().cloned(), horizon)? {
///         if release.turn == Turn::Opens && !release.notified {
///             announced.push((now, release.module.as_str())); // a host adds the tag and sends the email here
///         }
///     }
///     asked_until = horizon.until();
/// }
/// assert_eq!(announced, [("2024-05-08T10:00:00Z", "washes")]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`NextReleasesError`] at the first enrollment in an offering that the site does not have, or whose rules lead out of the calendar.
pub fn next_releases(
    site: &Site,
    members: impl IntoIterator<Item = EnrolledMember>,
    horizon: Horizon,
) -> Result<Vec<NextRelease<'_>>, NextReleasesError> {
    let places: BTreeMap<&OfferingId, usize> =
        crate::order::map(site.offerings().iter().enumerate().map(|(place, offering)| (&offering.id, place)));
    // As everything stands just before the span, so that what happens at its first instant is still to come.
    let at = horizon.from().just_before();
    let mut found: Vec<Found> = Vec::new();
    for (member, EnrolledMember { enrollments, facts }) in members.into_iter().enumerate() {
        let options = ScheduleOptions { facts: &facts, ..site.schedule_options(at) };
        for (number, enrollment) in enrollments.iter().enumerate() {
            let failed = |cause| NextReleasesError { member, enrollment: number, cause };
            let schedule =
                site.release_schedule_with(&enrollment.offering, enrollment, &options).map_err(failed)?;
            let Some(offering) = places.get(&enrollment.offering).copied() else { continue };
            for (module, release) in schedule.iter().enumerate() {
                let notified = enrollment.notified.contains(&release.module);
                let events = events(release).filter(|(at, _)| horizon.holds(*at));
                found.extend(events.map(|(at, turn)| Found { at, member, offering, module, turn, notified }));
            }
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().filter_map(|found| found.named(site)).collect())
}

/// What is found, in the order in which it is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    at: Instant,
    member: usize,
    /// By its place in the site.
    offering: usize,
    /// By its place in the offering.
    module: usize,
    turn: Turn,
    notified: bool,
}

impl Found {
    fn named(self, site: &Site) -> Option<NextRelease<'_>> {
        let Found { at, member, offering, module, turn, notified } = self;
        let offering = site.offerings().get(offering)?;
        Some(NextRelease {
            at,
            member: u64::try_from(member).unwrap_or(u64::MAX),
            offering: &offering.id,
            module: &offering.modules.get(module)?.id,
            turn,
            notified,
        })
    }
}

/// When a module opens and closes, as far as the schedule knows.
fn events(release: &Release) -> impl Iterator<Item = (Instant, Turn)> {
    let opens = release.opens_at.filter(|_| release.state != ReleaseState::Closed);
    let is_open_by_then = match release.state {
        ReleaseState::Open | ReleaseState::Scheduled => true,
        ReleaseState::Manual | ReleaseState::Blocked | ReleaseState::Closed => false,
    };
    let closes =
        release.closes_at.filter(|closes| is_open_by_then && opens.is_none_or(|opens| opens < *closes));
    let opens = opens.map(|at| (at, Turn::Opens));
    opens.into_iter().chain(closes.map(|at| (at, Turn::Closes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site::from_json(
            br#"{"format": 1, "name": "S", "timezone": "UTC", "offerings": [
                {"id": "z", "name": "Z", "modules": [{"id": "a", "name": "A"},
                    {"id": "b", "name": "B", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}},
                     "expiry": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}},
                    {"id": "c", "name": "C", "release": {"kind": "manual"}}]},
                {"id": "y", "name": "Y", "modules": [{"id": "a", "name": "A"}]}]}"#,
        )
        .unwrap()
    }

    fn told(members: &str, from: &str, until: &str) -> Vec<String> {
        let horizon = Horizon::new(from.parse().unwrap(), until.parse().unwrap()).unwrap();
        let members: Vec<EnrolledMember> = serde_json::from_str(members).unwrap();
        let site = site();
        let releases = next_releases(&site, members, horizon).unwrap();
        let line = |release: &NextRelease<'_>| {
            let NextRelease { at, member, offering, module, turn, notified } = release;
            format!("{at} {member} {offering}/{module} {turn:?}{}", if *notified { " notified" } else { "" })
        };
        releases.iter().map(line).collect()
    }

    const ADA: &str = r#"{"enrollments":[{"offering":"z","enrolledAt":"2024-05-01T00:00:00Z"}]}"#;

    #[test]
    fn a_span_begins_with_its_first_instant_and_ends_before_its_last() {
        let members = format!("[{ADA}]");
        let opens = "2024-05-08T00:00:00Z 0 z/b Opens";
        assert_eq!(told(&members, "2024-05-08T00:00:00Z", "2024-05-09T00:00:00Z"), [opens]);
        assert_eq!(told(&members, "2024-05-02T00:00:00Z", "2024-05-08T00:00:00Z"), [""; 0]);
        assert_eq!(
            told(&members, "2024-05-01T00:00:00Z", "2024-06-01T00:00:00Z"),
            ["2024-05-01T00:00:00Z 0 z/a Opens", opens, "2024-05-15T00:00:00Z 0 z/b Closes"]
        );
    }

    #[test]
    fn what_happens_at_one_instant_is_told_by_member_then_as_the_site_has_it() {
        let both = r#"{"enrollments":[{"offering":"y","enrolledAt":"2024-05-01T00:00:00Z","notified":["a"]},
            {"offering":"z","enrolledAt":"2024-05-01T00:00:00Z"}]}"#;
        assert_eq!(
            told(&format!("[{ADA},{both}]"), "2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z"),
            [
                "2024-05-01T00:00:00Z 0 z/a Opens",
                "2024-05-01T00:00:00Z 1 z/a Opens",
                "2024-05-01T00:00:00Z 1 y/a Opens notified",
            ]
        );
    }

    #[test]
    fn what_access_was_taken_away_from_closes_and_opens_no_more() {
        let revoked = r#"[{"enrollments":[{"offering":"z","enrolledAt":"2024-05-01T00:00:00Z",
            "revokedAt":"2024-05-04T00:00:00Z"}]}]"#;
        assert_eq!(
            told(revoked, "2024-05-02T00:00:00Z", "2024-06-01T00:00:00Z"),
            ["2024-05-04T00:00:00Z 0 z/a Closes"]
        );
        assert_eq!(
            told(revoked, "2024-05-04T00:00:00Z", "2024-06-01T00:00:00Z"),
            ["2024-05-04T00:00:00Z 0 z/a Closes"]
        );
        assert_eq!(told(revoked, "2024-05-04T00:00:01Z", "2024-06-01T00:00:00Z"), [""; 0]);
    }

    #[test]
    fn a_recorded_opening_is_told_at_its_instant_and_one_of_unknown_date_is_not() {
        let recorded = r#"[{"enrollments":[{"offering":"z","enrolledAt":"2024-05-01T00:00:00Z",
            "released":{"a":null,"c":"2024-05-03T12:00:00Z"}}]}]"#;
        assert_eq!(
            told(recorded, "2024-05-01T00:00:00Z", "2024-05-05T00:00:00Z"),
            ["2024-05-03T12:00:00Z 0 z/c Opens"]
        );
    }

    #[test]
    fn an_enrollment_without_a_schedule_is_refused_with_its_place() {
        let members: Vec<EnrolledMember> = serde_json::from_str(&format!(
            r#"[{ADA},{{"enrollments":[{{"offering":"gone","enrolledAt":"2024-05-01T00:00:00Z"}}]}}]"#
        ))
        .unwrap();
        let horizon = Horizon::new("2024-05-01T00:00:00Z".parse().unwrap(), Instant::MAX).unwrap();
        let error = next_releases(&site(), members, horizon).unwrap_err();
        assert_eq!(error.location().to_string(), "members[1].enrollments[0]");
        assert!(error.to_string().contains("`gone`"), "{error}");
    }
}
