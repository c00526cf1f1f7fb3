//! When modules open, as a section of a report: to the people of a plan, day by day, and to somebody who enrolls now. Judges nothing.

use std::collections::BTreeMap;

use super::document::{
    DayChart, DayRow, ReportBlock, ReportEvent, ReportSection, TimelineChart, TimelineRow,
};
use super::parts::ReportParts;
use super::pseudonym::Voice;
use super::report::fact;
use crate::offering::{Enrollment, MemberFacts, ReleaseState, ScheduleOptions};
use crate::plan::{CarriedOut, Plan, PlannedUser, planned_users};
use crate::time::WallClock as _;
use crate::{Instant, OfferingId, Site};

/// How many days are looked ahead, that of the report included.
const DAYS: usize = 28;

/// The section; nothing where no offering has modules.
pub fn section(parts: &ReportParts<'_>, voice: &Voice<'_>) -> Option<ReportSection> {
    let rows = for_somebody_new(parts.site, parts.at, voice);
    if rows.is_empty() {
        return None;
    }
    let mut blocks = parts.plan.map(|plan| to_members(parts.site, plan, parts.at, voice)).unwrap_or_default();
    let title = "When modules open to whoever enrolls at the instant of this report, in days".to_owned();
    blocks.push(ReportBlock::Timeline { chart: TimelineChart { title, from: parts.at, rows } });
    Some(ReportSection { id: "releases", title: "Releases", blocks })
}

/// What the plan's enrollments in one offering come to.
#[derive(Clone, Default)]
struct Openings {
    enrolled: u64,
    /// Modules opened to members, each member's counted.
    modules: u64,
    /// By day, the members to whom any module opens.
    members: [u64; DAYS],
}

/// How many of the members whom a plan enrolls meet a module on each day. What counts from something that no plan holds, such as when a user
/// who was there before registered, is not counted.
fn to_members(site: &Site, plan: &Plan, at: Instant, voice: &Voice<'_>) -> Vec<ReportBlock> {
    let zone = site.zone();
    let first = zone.wall(at).date();
    let day_of = |opens: Instant| usize::try_from((zone.wall(opens).date() - first).num_days()).ok();
    let mut openings = BTreeMap::<OfferingId, Openings>::new();
    for user in planned_users(plan, |_| CarriedOut::Yes) {
        let facts = facts_of(&user);
        let options = ScheduleOptions { facts: &facts, ..site.schedule_options(at) };
        for planned in &user.enrollments {
            let enrollment = planned.after.to_enrollment(&planned.offering);
            let schedule = site.release_schedule_with(&planned.offering, &enrollment, &options);
            let opening = openings.entry(planned.offering.clone()).or_default();
            opening.enrolled += 1;
            let mut is_met = [false; DAYS];
            for release in schedule.unwrap_or_default() {
                let opens = release.opens_at.filter(|_| release.state == ReleaseState::Scheduled);
                if let Some(day) = opens.and_then(day_of).and_then(|day| is_met.get_mut(day)) {
                    *day = true;
                    opening.modules += 1;
                }
            }
            for (count, is_met) in opening.members.iter_mut().zip(is_met) {
                *count += u64::from(is_met);
            }
        }
    }
    let sum = |of: fn(&Openings) -> u64| openings.values().map(of).sum::<u64>();
    let facts = vec![
        fact("Enrollments of the plan", sum(|openings| openings.enrolled)),
        fact("Modules that open to them by the clock within 28 days", sum(|openings| openings.modules)),
    ];
    let offerings = site.offerings().iter().filter(|offering| !offering.modules.is_empty());
    let rows = offerings.filter_map(|offering| {
        let counts = openings.get(&offering.id)?.members.to_vec();
        Some(DayRow { label: voice.plain(&offering.name), counts })
    });
    let days = first.iter_days().take(DAYS).map(|day| day.to_string()).collect();
    let title = format!("Members to whom modules open, by day ({})", zone.name());
    vec![ReportBlock::Facts { facts }, ReportBlock::Days { chart: DayChart::new(title, days, rows) }]
}

/// What a plan tells of a user that timers may count from.
fn facts_of(user: &PlannedUser) -> MemberFacts {
    let profile = user.create.as_ref().map(|create| &create.profile);
    MemberFacts {
        registered_at: profile.and_then(|profile| profile.created_at),
        timezone: profile.and_then(|profile| profile.time_zone.as_deref()?.parse().ok()),
        ..MemberFacts::default()
    }
}

/// Each offering with its modules, as they open to somebody who enrolls now.
fn for_somebody_new(site: &Site, at: Instant, voice: &Voice<'_>) -> Vec<TimelineRow> {
    let offerings = site.offerings().iter().filter(|offering| !offering.modules.is_empty());
    let row = |offering: &crate::Offering| {
        let enrollment = Enrollment::new(offering.id.clone(), at);
        let schedule = site.release_schedule(&offering.id, &enrollment, at).unwrap_or_default();
        let event = |module: &crate::Module| {
            let release = schedule.iter().find(|release| release.module == module.id);
            ReportEvent {
                label: voice.plain(&module.name),
                at: release.and_then(|release| release.opens_at).filter(|opens| *opens >= at),
            }
        };
        let events = offering.modules.iter().map(event).collect();
        TimelineRow { label: voice.plain(&offering.name), events }
    };
    offerings.map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PlanOptions, ReadOptions, Snapshot, read_contacts};

    const SITE: &[u8] = br#"{"format": 1, "name": "Harbour", "timezone": "Pacific/Auckland",
        "environment": {"kind": "live", "url": "https://harbour.example"},
        "offerings": [{"id": "w", "name": "Watercolour", "accessTag": "W", "modules": [
            {"id": "a", "name": "A", "accessTag": "A"},
            {"id": "b", "name": "B", "accessTag": "B", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}},
            {"id": "c", "name": "C", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}},
            {"id": "d", "name": "D", "release": {"kind": "timer", "offset": {"amount": 30, "unit": "days"}}}]},
            {"id": "club", "name": "Club", "accessTag": "K"}]}"#;

    #[test]
    fn members_are_counted_on_the_day_of_the_site_on_which_something_opens_to_them() {
        let site = Site::from_json(SITE).unwrap();
        // Two who have the first module, one who has the second, and one who only bought something without modules.
        let list = "Email,Tags\na@example.com,\"W,A\"\nb@example.com,\"W,A\"\nc@example.com,\"W,A,B\"\nd@example.com,K\n";
        let contacts = read_contacts(list.as_bytes(), &ReadOptions::default()).unwrap().contacts;
        // 23:00 on the first of March in Auckland.
        let at: Instant = "2026-03-01T10:00:00Z".parse().unwrap();
        let plan = Plan::build(&site, &contacts, &Snapshot::default(), &PlanOptions::new(at)).unwrap();
        let voice = Voice::new(&site, None);
        let parts = ReportParts { plan: Some(&plan), ..ReportParts::new(&site, at) };
        let section = section(&parts, &voice).unwrap();
        let [ReportBlock::Facts { facts }, ReportBlock::Days { chart }, ReportBlock::Timeline { .. }] =
            &section.blocks[..]
        else {
            panic!("{section:?}");
        };
        assert_eq!((facts[0].value.as_str(), facts[1].value.as_str()), ("4", "5"));
        assert_eq!(
            (chart.days.len(), chart.days[0].as_str(), chart.days[27].as_str()),
            (28, "2026-03-01", "2026-03-28")
        );
        assert_eq!(chart.rows.len(), 1);
        let met: Vec<_> = chart.rows[0].counts.iter().enumerate().filter(|(_, count)| **count > 0).collect();
        // On the eighth the second module opens to two and the third to one, on the fifteenth the third to two.
        assert_eq!(met, [(7, &3), (14, &2)]);
        assert_eq!(
            chart.table().rows,
            [["Watercolour", "2026-03-08", "3"], ["Watercolour", "2026-03-15", "2"]]
        );
        assert!(chart.title.ends_with("by day (Pacific/Auckland)"));
    }
}
