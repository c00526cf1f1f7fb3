//! `release.at` and `release.schedule`. Does not know when anything opens.

use serde::{Deserialize, Serialize};

use super::reply::{Outcome, argument_invalid, failed, refused};
use crate::{
    Anchors, Code, DripProfile, Enrollment, Instant, Issue, Location, MemberFacts, Offering, Release,
    ReleaseRule, ScheduleOptions, SiteQuestionError, Zone, release_at, release_schedule,
};

#[derive(Deserialize)]
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
#[serde(rename_all = "camelCase")]
pub struct Opening {
    /// Absent where the clock never opens it, or what it counts from is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    opens_at: Option<Instant>,
}

/// When one rule opens what it guards.
pub fn at(request: At) -> Outcome<Opening> {
    let At { rule, anchors, timezone, profile } = request;
    let opens_at = match &rule {
        ReleaseRule::Timer(timer) => profile.opens_at(timer, &anchors, timezone),
        ReleaseRule::AtOnce | ReleaseRule::Manual => release_at(&rule, &anchors, timezone),
    };
    match opens_at {
        Ok(opens_at) => Ok(Opening { opens_at }),
        Err(error) => {
            let issue = Issue::new(Code::ReleaseRuleInvalid).with_message(error.to_string());
            Err(failed(issue.at(Location::default().key("rule"))))
        }
    }
}

#[derive(Deserialize)]
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
#[serde(rename_all = "camelCase")]
pub struct Scheduled {
    /// Every module, in the offering's order.
    releases: Vec<Release>,
}

/// Every module of an offering as it stands for an enrollment.
pub fn schedule(request: Schedule) -> Outcome<Scheduled> {
    let Schedule { offering, enrollment, timezone, at, facts, profile } = request;
    if enrollment.offering != offering.id {
        let message = SiteQuestionError::OtherOffering(enrollment.offering).to_string();
        return Err(failed(
            argument_invalid(message).at(Location::default().key("enrollment").key("offering")),
        ));
    }
    let options = ScheduleOptions { facts: &facts, profile, ..ScheduleOptions::new(timezone, at) };
    let releases = release_schedule(&offering, &enrollment, &options).map_err(refused)?;
    Ok(Scheduled { releases })
}
