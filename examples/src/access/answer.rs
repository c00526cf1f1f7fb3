//! Each question asked of the library. Does not know how an answer is told.

use std::path::Path;

use memberferry::{
    ComparisonOptions, DripProfile, EnrolledMember, Horizon, Instant, MembershipError, Offering, Release,
    ReleaseRule, Roster, ScheduleOptions, Site, SiteQuestionError, compare_contacts, next_releases,
    release_calendar,
};

use super::arguments::{Arguments, OfMember, Question, SourceClock};
use super::people::{self, People};
use super::report;
use crate::clock;
use crate::journal_file::write_whole;
use crate::printing::Printer;
use crate::stop::{Ending, Stop};

/// Answers the question of the command line.
pub fn access(arguments: &Arguments, printer: &mut Printer) -> Result<Ending, Stop> {
    let now = arguments.now.map_or_else(clock::now, Ok)?;
    let people = People::read(arguments)?;
    // A calendar may go into a file as it is printed.
    if !matches!(arguments.question, Question::Calendar { .. }) {
        report::list(printer, &people);
    }
    let named = arguments.source_clock.and_then(|SourceClock(profile)| profile);
    let roster = people.roster_after(&people.site, arguments.policy, named, now);
    match &arguments.question {
        Question::Schedule(of) => {
            report::schedule(printer, &of.member, &schedules(&people, &roster, of, now)?);
            Ok(Ending::Well)
        }
        Question::Decide { of, page } => {
            let row = people.find(&of.member)?;
            let member = roster.member(row).map_err(|error| refused(&people, &error))?.unwrap_or_default();
            let decision = people
                .site
                .decide(&member, page, now)
                .map_err(|error| Stop::refused(Path::new("--page"), &error).ending_as(Ending::Usage))?;
            report::decision(printer, &of.member, page, &decision);
            Ok(Ending::Well)
        }
        Question::Next { days } => {
            let horizon = horizon(now, *days)?;
            let members: Result<Vec<EnrolledMember>, MembershipError> =
                (0..people.contacts.len()).map(|row| Ok(roster.enrolled(row)?.unwrap_or_default())).collect();
            let members = members.map_err(|error| refused(&people, &error))?;
            let releases = next_releases(&people.site, members, horizon);
            let releases = releases.map_err(|error| Stop::refused(&people.name, &error))?;
            report::next(printer, &people, horizon, &releases);
            Ok(Ending::Well)
        }
        Question::Compare { before, after, days, accept } => {
            let horizon = horizon(now, *days)?;
            let accepted = people::accepted(accept.as_deref())?;
            let before = people::site_before(before.as_deref())?;
            let other = after.as_deref().map(people::site_after).transpose()?;
            let after = other.as_ref().unwrap_or(&people.site);
            compare(
                &people,
                arguments,
                (&before, after),
                ComparisonOptions { accepted, ..ComparisonOptions::new(horizon) },
                printer,
                now,
            )
        }
        Question::Calendar { of, to } => {
            let schedules = schedules(&people, &roster, of, now)?;
            let each = schedules.iter().map(|(offering, releases)| (*offering, releases.as_slice()));
            let calendar = release_calendar(&people.identity(&of.member)?, each, now);
            if let Some(path) = to {
                let remedy = "check the folder and the space left on the disk";
                write_whole(path, calendar.as_bytes()).map_err(|error| Stop::failed(path, error, remedy))?;
            }
            report::calendar(printer, &calendar, to.as_deref());
            Ok(Ending::Well)
        }
    }
}

/// What the two sites make of everybody's access.
fn compare(
    people: &People,
    arguments: &Arguments,
    (before, after): (&Site, &Site),
    options: ComparisonOptions,
    printer: &mut Printer,
    now: Instant,
) -> Result<Ending, Stop> {
    let SourceClock(clock) = arguments.source_clock.unwrap_or_else(|| own_clock(before));
    let was = people.roster_before(before, clock, now);
    let is = people.roster_after(after, arguments.policy, clock, now);
    let mut told = report::Changes::new(people);
    let comparison = compare_contacts(&was, &is, options, |change| told.add(&change));
    let comparison = comparison.map_err(|error| refused(people, &error))?;
    report::comparison(printer, &comparison, told);
    Ok(if comparison.is_ready() { Ending::Well } else { Ending::Blocked })
}

/// The clock that runs on a site by its own document, where that has timers.
fn own_clock(site: &Site) -> SourceClock {
    let mut modules = site.offerings().iter().flat_map(|offering| &offering.modules);
    let has_timers = modules.any(|module| matches!(module.release, Some(ReleaseRule::Timer(_))));
    SourceClock(has_timers.then_some(DripProfile::AccessAlly))
}

/// Every module of what a member is enrolled in, as it stands.
fn schedules<'a>(
    people: &'a People,
    roster: &Roster<'_>,
    of: &OfMember,
    now: Instant,
) -> Result<Vec<(&'a Offering, Vec<Release>)>, Stop> {
    let row = people.find(&of.member)?;
    let enrolled = roster.enrolled(row).map_err(|error| refused(people, &error))?.unwrap_or_default();
    let options = ScheduleOptions { facts: &enrolled.facts, ..people.site.schedule_options(now) };
    let schedule = |enrollment: &memberferry::Enrollment| {
        let id = &enrollment.offering;
        let offering =
            people.site.offering(id).ok_or_else(|| SiteQuestionError::UnknownOffering(id.clone()))?;
        Ok((offering, people.site.release_schedule_with(id, enrollment, &options)?))
    };
    let schedules: Result<_, SiteQuestionError> = enrolled.enrollments.iter().map(schedule).collect();
    schedules.map_err(|error| Stop::refused(&people.name, &error))
}

fn refused(people: &People, error: &MembershipError) -> Stop {
    Stop::refused(&people.name, error)
}

/// So many days from an instant on.
fn horizon(now: Instant, days: u16) -> Result<Horizon, Stop> {
    let until = now.checked_add_seconds(i64::from(days) * 86_400);
    until.and_then(|until| Horizon::new(now, until).ok()).ok_or_else(|| {
        let message = "the days reach beyond the calendar, which ends with the year 9999";
        Stop::failed(Path::new("--days"), message, "give fewer").ending_as(Ending::Usage)
    })
}
