//! `release.at`, `release.calendar`, `release.next`, `release.schedule` and `site.schedule`. Does not know when anything opens.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::held::Held;
use super::reply::{Outcome, argument_invalid, failed, refused};
use super::request::horizon;
use crate::{
    Anchors, Code, DripProfile, EnrolledMember, Enrollment, Instant, Issue, Location, MemberFacts, Offering,
    Release, ReleaseRule, ScheduleOptions, SiteQuestionError, Zone, next_releases, release_at,
    release_calendar, release_schedule,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct At {
    /// When the module opens.
    rule: ReleaseRule,
    /// The points in time that it may count from.
    anchors: Anchors,
    /// The zone of the calendar.
    timezone: Zone,
    /// The system whose arithmetic is followed; AccessAlly, where absent.
    #[serde(default)]
    profile: DripProfile,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReleaseAtAnswer {
    /// Absent where the clock never opens it, or what it counts from is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    opens_at: Option<Instant>,
}

/// When one rule opens what it guards.
pub fn at(request: At) -> Outcome<ReleaseAtAnswer> {
    let At { rule, anchors, timezone, profile } = request;
    let opens_at = match &rule {
        ReleaseRule::Timer(timer) => profile.opens_at(timer, &anchors, timezone),
        ReleaseRule::AtOnce | ReleaseRule::Manual => release_at(&rule, &anchors, timezone),
    };
    match opens_at {
        Ok(opens_at) => Ok(ReleaseAtAnswer { opens_at }),
        Err(error) => {
            let issue = Issue::new(Code::ReleaseRuleInvalid).with_message(error.to_string());
            Err(failed(issue.at(Location::default().key("rule"))))
        }
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Schedule {
    /// The offering with its modules.
    offering: Offering,
    /// What the member has of it.
    enrollment: Enrollment,
    /// The zone of the calendar.
    timezone: Zone,
    /// The instant at which modules are open or not.
    at: Instant,
    /// What is known of the member besides the enrollment.
    #[serde(default)]
    facts: MemberFacts,
    /// The system whose arithmetic is followed; AccessAlly, where absent.
    #[serde(default)]
    profile: DripProfile,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScheduleAnswer {
    /// Every module, in the offering's order.
    releases: Vec<Release>,
}

/// Every module of an offering as it stands for an enrollment.
pub fn schedule(request: Schedule) -> Outcome<ScheduleAnswer> {
    let Schedule { offering, enrollment, timezone, at, facts, profile } = request;
    let options = ScheduleOptions { facts: &facts, profile, ..ScheduleOptions::new(timezone, at) };
    let releases = releases(&offering, &enrollment, &options, Location::default())?;
    Ok(ScheduleAnswer { releases })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct SiteSchedule {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// What the member has of one of its offerings.
    enrollment: Enrollment,
    /// The instant at which modules are open or not.
    at: Instant,
    /// What is known of the member besides the enrollment.
    #[serde(default)]
    facts: MemberFacts,
    /// The system whose arithmetic is followed; AccessAlly, where absent.
    #[serde(default)]
    profile: DripProfile,
}

/// Every module of an offering of a site as it stands for an enrollment.
pub fn site_schedule(request: SiteSchedule, held: &Held<'_>) -> Outcome<ScheduleAnswer> {
    let site = held.site(request.site.as_ref())?;
    let options = ScheduleOptions {
        facts: &request.facts,
        profile: request.profile,
        ..site.schedule_options(request.at)
    };
    let offering = request.enrollment.offering.clone();
    let releases = site.release_schedule_with(&offering, &request.enrollment, &options).map_err(refused)?;
    Ok(ScheduleAnswer { releases })
}

fn releases(
    offering: &Offering,
    enrollment: &Enrollment,
    options: &ScheduleOptions<'_>,
    place: Location,
) -> Outcome<Vec<Release>> {
    if enrollment.offering != offering.id {
        let message = SiteQuestionError::OtherOffering(enrollment.offering.clone()).to_string();
        return Err(failed(argument_invalid(message).at(place.key("enrollment").key("offering"))));
    }
    release_schedule(offering, enrollment, options).map_err(refused)
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Calendar {
    /// Any name of the member that stays.
    member: String,
    /// What the member is enrolled in.
    schedules: Vec<Enrolled>,
    /// The site's zone.
    timezone: Zone,
    /// When the calendar is made.
    at: Instant,
    /// What is known of the member besides the enrollments.
    #[serde(default)]
    facts: MemberFacts,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an offering with its enrollment")]
struct Enrolled {
    offering: Offering,
    enrollment: Enrollment,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CalendarAnswer {
    /// The text of the iCalendar.
    calendar: String,
}

/// The openings and closings of a member's modules as an iCalendar.
pub fn calendar(request: Calendar) -> Outcome<CalendarAnswer> {
    let Calendar { member, schedules, timezone, at, facts } = request;
    let options = ScheduleOptions { facts: &facts, ..ScheduleOptions::new(timezone, at) };
    let mut made = Vec::with_capacity(schedules.len());
    for (index, Enrolled { offering, enrollment }) in schedules.iter().enumerate() {
        let place = Location::default().key("schedules").index(index);
        made.push((offering, releases(offering, enrollment, &options, place)?));
    }
    let made = made.iter().map(|(offering, releases)| (*offering, releases.as_slice()));
    Ok(CalendarAnswer { calendar: release_calendar(&member, made, at) })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Next {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// What everybody is enrolled in.
    members: Vec<EnrolledMember>,
    /// The first instant of the span.
    from: Instant,
    /// The first instant after it.
    until: Instant,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextReleasesAnswer {
    /// In order of time; at one instant by member, then as the site has them. CalendarAnswer one by one, for each borrows from the site.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::NextRelease<'_>>"))]
    releases: Vec<Box<RawValue>>,
}

/// Which modules open and close to whom within a span of time.
pub fn next(request: Next, held: &Held<'_>) -> Outcome<NextReleasesAnswer> {
    let site = held.site(request.site.as_ref())?;
    let horizon = horizon(request.from, request.until)?;
    let releases = next_releases(&site, request.members, horizon).map_err(refused)?;
    let releases: Result<_, _> = releases.iter().map(serde_json::value::to_raw_value).collect();
    Ok(NextReleasesAnswer { releases: releases.map_err(|_| failed(Issue::new(Code::Internal)))? })
}
