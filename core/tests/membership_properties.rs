//! Laws of memberships that hold for every site and everybody on it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "support/memberships.rs"]
mod memberships;

use std::collections::{BTreeMap, BTreeSet};

use memberferry::{
    Change, ContinuityCounts, ContinuityOptions, DripContinuity, DripProfile, MemberFacts, MembershipOptions,
    ModuleStanding, Plan, PlanOptions, ReleaseState, Roster, ScheduleOptions, Snapshot, continuity,
};
use memberships::{Case, policy, source_clock, stage};
use proptest::prelude::*;

proptest! {
    #[test]
    fn all_at_once_is_decided_as_one_by_one(case in memberships::case(), stage in stage(), wait in 0..100_000_000_i64) {
        let Case { site, contacts, now, .. } = &case;
        let source_clock = Some(DripProfile::AccessAlly);
        let options = MembershipOptions { stage, source_clock, evidence: case.evidence(), ..MembershipOptions::new(*now) };
        let roster = Roster::new(site, contacts, options);
        for at in [*now, now.checked_add_seconds(wait).unwrap()] {
            let table = roster.decide_all(at).unwrap();
            for row in 0..contacts.len() {
                let member = roster.member(row).unwrap().unwrap();
                for (index, page) in site.pages().iter().enumerate() {
                    let decision = site.decide(&member, &page.id, at).unwrap();
                    prop_assert_eq!(table.allows(row, index), decision.allowed, "{:?} {:?}", member, decision);
                }
            }
        }
    }

    #[test]
    fn nobody_loses_an_open_module_where_a_clock_is_kept_or_continued(case in memberships::case(), clock in source_clock()) {
        let Case { site, contacts, now, .. } = &case;
        let options = ContinuityOptions { evidence: case.evidence(), ..ContinuityOptions::new(*now, clock) };
        // A system may not be able to say what the site's rules say; then there is nothing to carry over.
        let Ok(rows) = continuity(site, contacts, options).collect::<Result<Vec<_>, _>>() else { return Ok(()) };
        for row in &rows {
            for after in [row.after.keep_original_clock, row.after.continue_from_last_released] {
                // An expiry rule closes for everybody alike.
                let is_kept = after.is_open() || after.state == ReleaseState::Closed;
                prop_assert!(!row.before.is_open() || is_kept, "{row:?}");
            }
        }
        let summary = continuity(site, contacts, options).finish().unwrap();
        for offering in &summary.offerings {
            prop_assert_eq!(offering.members.keep_original_clock.lose, 0);
            prop_assert_eq!(offering.members.continue_from_last_released.lose, 0);
        }
    }

    #[test]
    fn the_summary_is_the_sum_of_the_rows(case in memberships::case(), clock in source_clock()) {
        let Case { site, contacts, now, .. } = &case;
        let options = ContinuityOptions { evidence: case.evidence(), ..ContinuityOptions::new(*now, clock) };
        let Ok(rows) = continuity(site, contacts, options).collect::<Result<Vec<_>, _>>() else { return Ok(()) };
        let summary = continuity(site, contacts, options).finish().unwrap();
        for offering in &summary.offerings {
            let of_offering = rows.iter().filter(|row| *row.offering == offering.offering);
            let members: BTreeSet<_> = of_offering.clone().map(|row| row.contact).collect();
            prop_assert_eq!(offering.enrolled, members.len() as u64);
            for policy in DripContinuity::ALL {
                let count = |meets: &dyn Fn(ModuleStanding, ModuleStanding) -> bool| {
                    let met = of_offering.clone().filter(|row| meets(row.before, *row.after.get(policy)));
                    met.map(|row| row.contact).collect::<BTreeSet<_>>().len() as u64
                };
                let waits = |before: ModuleStanding| before.state == ReleaseState::Scheduled;
                let opens = |after: ModuleStanding| after.opens_at.filter(|_| !after.is_open());
                let counts = ContinuityCounts {
                    lose: count(&|before, after| {
                        before.is_open() && !after.is_open() && after.state != ReleaseState::Closed
                    }),
                    gain: count(&|before, after| !before.is_open() && after.is_open()),
                    later: count(&|before, after| {
                        waits(before) && !after.is_open() && opens(after).is_none_or(|at| Some(at) > before.opens_at)
                    }),
                    earlier: count(&|before, after| {
                        waits(before) && opens(after).is_some_and(|at| Some(at) < before.opens_at)
                    }),
                    expire: count(&|before, after| before.is_open() && after.state == ReleaseState::Closed),
                };
                prop_assert_eq!(*offering.members.get(policy), counts);
            }
        }
    }

    #[test]
    fn a_plan_enrolls_as_was_foreseen_and_announces_nothing_that_is_open(case in memberships::case(), clock in source_clock(), policy in policy()) {
        let Case { site, contacts, now, .. } = &case;
        let options = ContinuityOptions { evidence: case.evidence(), ..ContinuityOptions::new(*now, clock) };
        let Ok(rows) = continuity(site, contacts, options).collect::<Result<Vec<_>, _>>() else { return Ok(()) };
        let mut planning = PlanOptions::new(*now);
        planning.drip_continuity = policy;
        planning.source_clock = clock;
        planning.environment = serde_json::from_str(r#"{"kind": "staging", "url": "https://staging.harbour.example"}"#).unwrap();
        let plan = Plan::build_with(site, contacts, case.evidence(), &Snapshot::default(), &planning).unwrap();
        let mut foreseen = BTreeMap::new();
        for row in &rows {
            let key = contacts.get(row.contact).unwrap().email_key();
            foreseen.insert((key, row.offering.clone(), row.module.clone()), *row.after.get(policy));
        }
        for operation in plan.operations() {
            let Change::Enroll(enroll) = &operation.change else { continue };
            let enrollment = enroll.after.to_enrollment(&enroll.offering);
            let contact = contacts.iter().find(|contact| Some(&contact.email_key()) == operation.subject.email()).unwrap();
            let facts = MemberFacts {
                registered_at: contact.created_at(),
                purchases: case.purchases.of(contact.index()).map(|(index, first, _)| (site.offerings()[index].id.clone(), first)).collect(),
                ..MemberFacts::default()
            };
            let options = ScheduleOptions { facts: &facts, ..site.schedule_options(*now) };
            for release in site.release_schedule_with(&enroll.offering, &enrollment, &options).unwrap() {
                let key = (operation.subject.email().unwrap().clone(), enroll.offering.clone(), release.module.clone());
                prop_assert_eq!(foreseen[&key].state, release.state);
                let announced = enrollment.notified.contains(&release.module);
                prop_assert!(announced || release.state != ReleaseState::Open);
                prop_assert!(!announced || matches!(release.state, ReleaseState::Open | ReleaseState::Closed));
            }
        }
    }
}
