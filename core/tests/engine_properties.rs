//! Laws of plans and runs that hold for every site's people, and however often a run dies.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "engine/faults.rs"]
mod faults;
#[path = "engine/machine.rs"]
mod machine;
mod support;

use memberferry::{
    AccessProofOptions, AccessReason, ComparisonOptions, Horizon, MembershipOptions, OperationKind, Phase,
    Plan, Roster, Run, RunOptions, RunStatus, Snapshot, Stage, TargetUser, UnaskedChange, UserId, Verdict,
    merge_contacts, prove_access, reconcile, reconcile_access, spot_check,
};
use proptest::prelude::*;
use proptest::sample::Index;
use support::{Model, Story, Trouble, places, shuffled, story, tamper};

fn build(story: &Story) -> Plan {
    Plan::build(&story.site, &story.contacts(), &story.snapshot(), &story.options).unwrap()
}

fn start(plan: &Plan) -> (Run, Vec<u8>) {
    Run::start(plan, &here(plan), "2024-06-01T10:00:00Z".parse().unwrap()).unwrap()
}

fn here(plan: &Plan) -> RunOptions {
    RunOptions::new(plan.environment().clone())
}

/// A plan carried out on a target without trouble.
fn carried_out(story: &Story) -> (Plan, Model) {
    let plan = build(story);
    let mut model = Model::new(&story.users, &plan, Trouble::default());
    let (mut run, _) = start(&plan);
    model.finish(&mut run);
    assert_eq!(run.status(), RunStatus::Complete);
    (plan, model)
}

fn trouble() -> impl Strategy<Value = Trouble> {
    prop_oneof![
        Just(Trouble::default()),
        (0..4_u8).prop_map(|flaky| Trouble { flaky, broken: 0 }),
        (0..4_u8, 2..6_u8).prop_map(|(flaky, broken)| Trouble { flaky, broken }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_digest_knows_neither_the_order_of_rows_nor_the_batch_size(
        story in story(), contacts in places(), users in places(), batch_size in 1..50_u32,
    ) {
        let mut other = story.clone();
        other.contacts = shuffled(&story.contacts, &contacts);
        other.users = shuffled(&story.users, &users);
        other.options.batch_size = batch_size;
        let (plan, other) = (build(&story), build(&other));
        prop_assert_eq!(plan.digest(), other.digest());
        prop_assert!(plan.operations().eq(other.operations()));
    }

    #[test]
    fn a_diff_is_what_leads_from_one_plan_to_the_other(one in story(), other in story()) {
        let (one, other) = (build(&one), build(&other));
        let same = one.diff(&Plan::from_bytes(&one.to_bytes()).unwrap());
        prop_assert!(same.is_same() && same.header.is_empty() && same.operations.is_empty());
        let diff = one.diff(&other);
        let mut ids: std::collections::BTreeSet<_> = one.operations().map(|operation| operation.id).collect();
        for change in &diff.operations {
            prop_assert!(change.before.as_ref().is_none_or(|before| ids.remove(&before.id)));
            prop_assert!(change.after.as_ref().is_none_or(|after| ids.insert(after.id)));
        }
        prop_assert_eq!(ids, other.operations().map(|operation| operation.id).collect());
        prop_assert_eq!(diff.added + diff.removed + diff.changed, diff.operations.len() as u64);
        let back = other.diff(&one);
        prop_assert_eq!((back.added, back.removed, back.changed), (diff.removed, diff.added, diff.changed));
    }

    #[test]
    fn operations_stand_in_order_and_under_ids_of_their_own(story in story()) {
        let plan = build(&story);
        let places: Vec<_> = plan.operations().map(|operation| {
            let offering = operation.change.offering().cloned();
            (operation.phase(), operation.subject.email().cloned(), operation.kind(), offering)
        }).collect();
        prop_assert!(places.is_sorted());
        let ids: std::collections::BTreeSet<_> = plan.operations().map(|operation| operation.id).collect();
        prop_assert_eq!(ids.len(), plan.len());
        let counted: u64 = Phase::ALL.iter().map(|phase| plan.summary().in_phase(*phase)).sum();
        prop_assert_eq!(counted, plan.len() as u64);
        let summary = plan.summary();
        prop_assert_eq!(
            summary.contacts,
            summary.to_create + summary.to_update + summary.unchanged + summary.protected + summary.skipped + summary.left_out
        );
    }

    #[test]
    fn a_plan_against_what_it_leads_to_is_empty(story in story()) {
        let (_, model) = carried_out(&story);
        let again = Story { users: model.target.users.into_values().collect(), ..story };
        let plan = build(&again);
        prop_assert_eq!(plan.operations().collect::<Vec<_>>(), vec![]);
        prop_assert_eq!((plan.summary().to_create, plan.summary().to_update), (0, 0));
        prop_assert!(reconcile(&plan, &again.snapshot()).ok);
    }

    #[test]
    fn a_plan_for_verification_counts_the_same_and_does_nothing(story in story()) {
        let real = build(&story);
        let mut dry = story.clone();
        dry.options.migrate_all_records = false;
        let dry = build(&dry);
        prop_assert!(dry.is_empty());
        prop_assert_eq!(dry.summary(), real.summary());
        prop_assert_eq!(dry.issues(), real.issues());
        prop_assert!(reconcile(&dry, &story.snapshot()).ok);
        prop_assert!(Plan::from_bytes(&dry.to_bytes()).is_ok());
    }

    #[test]
    fn whoever_is_made_a_user_sees_on_the_target_what_was_foreseen(story in story(), days in 1..200_i64) {
        let story = Story { users: Vec::new(), ..story };
        let (_, model) = carried_out(&story);
        let merged = merge_contacts(&[story.contacts()], story.options.duplicates).contacts;
        let site = story.site.clone();
        let now = story.options.now;
        let membership = MembershipOptions {
            stage: Stage::After(story.options.drip_continuity),
            source_clock: story.options.source_clock,
            ..MembershipOptions::new(now)
        };
        let foreseen = Roster::new(&site, &merged, membership);
        let options = ComparisonOptions::new(Horizon::new(now, now.checked_add_seconds(days * 86_400).unwrap()).unwrap());
        let mut changed = Vec::new();
        let comparison = reconcile_access(&foreseen, &site, &model.snapshot(), now, options, |change| {
            changed.push((change.member, change.verdict));
        }).unwrap();
        prop_assert_eq!(comparison.members, merged.len() as u64);
        for (member, verdict) in changed {
            let key = merged.get(usize::try_from(member).unwrap()).unwrap().email_key();
            prop_assert!(!model.users.contains_key(&key) && verdict == Verdict::Lost, "{key}: {verdict:?}");
        }
    }

    #[test]
    fn a_plan_that_is_carried_out_gives_and_takes_no_access_unasked(story in story(), days in 1..400_i64) {
        let (plan, model) = carried_out(&story);
        let options = &plan.header().options;
        let (now, source_clock) = (options.now, options.source_clock);
        let merged = merge_contacts(&[story.contacts()], options.duplicates).contacts;
        let was = MembershipOptions { stage: Stage::BeforeRenamed, source_clock, ..MembershipOptions::new(now) };
        let was = Roster::new(&story.site, &merged, was);
        let horizon = Horizon::new(now, now.checked_add_seconds(days * 86_400).unwrap()).unwrap();
        let options = AccessProofOptions::new(ComparisonOptions::new(horizon));
        let proof = prove_access(&was, &story.site, &plan, &model.snapshot(), &options).unwrap();
        // What the target itself forbids to a user of its own, or took back from them, is all that a plan cannot give back.
        for change in &proof.unasked {
            let page = change.page.after.as_ref().and_then(|page| story.site.page(page));
            let offering = page.and_then(|page| page.offering.as_ref());
            let took_back = |user: &TargetUser| {
                let enrollment = offering.and_then(|offering| user.enrollments.get(offering));
                enrollment.is_some_and(|enrollment| enrollment.revoked_at.is_some())
            };
            let was_there = story.users.iter().find(|user| user.email.key() == change.subject);
            let is_forbidden = change.after.reason == Some(AccessReason::Forbidden);
            prop_assert!(was_there.is_some_and(|user| is_forbidden || took_back(user)), "{change:?}");
        }
        prop_assert_eq!(proof.comparison.members, merged.len() as u64);
        // Whoever of the users the plan touches is gone has lost all that they saw.
        let nobody = prove_access(&was, &story.site, &plan, &Snapshot::default(), &options).unwrap();
        let is_lost = |change: &UnaskedChange| change.verdict == Verdict::Lost;
        prop_assert!(nobody.unasked.iter().all(is_lost));
        prop_assert_eq!(nobody.ok, nobody.unasked_found == 0);
    }

    #[test]
    fn login_names_are_given_once(story in story()) {
        let (_, model) = carried_out(&story);
        let name = |user: &memberferry::TargetUser| {
            user.username.clone().unwrap_or_else(|| user.email.to_string()).to_lowercase()
        };
        let created = model.new_passwords.iter().map(|key| name(&model.users[key]));
        let mut names: Vec<_> = created.collect();
        // Nor is anybody given what somebody else logs in with.
        for (key, name) in model.new_passwords.iter().zip(&names) {
            let address = memberferry::Email::new(name).ok().map(|address| address.key());
            let others = model.users.keys().filter(|other| *other != key);
            prop_assert!(others.into_iter().all(|other| Some(other) != address.as_ref()), "{name}");
        }
        names.extend(story.users.iter().filter_map(|user| user.username.clone()));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), count);
    }

    #[test]
    fn a_plan_comes_back_from_its_bytes_and_no_flipped_byte_goes_unnoticed(
        story in story(), places in prop::collection::vec((any::<Index>(), 1..=255_u8), 40),
    ) {
        let plan = build(&story);
        let bytes = plan.to_bytes();
        let read = Plan::from_bytes(&bytes).unwrap();
        prop_assert_eq!(read.digest(), plan.digest());
        prop_assert_eq!(read.to_bytes(), bytes.clone());
        prop_assert_eq!(read.batch_size(), story.options.batch_size);
        for (place, mask) in places {
            let place = place.index(bytes.len());
            let mut flipped = bytes.clone();
            flipped[place] ^= mask;
            prop_assert!(Plan::from_bytes(&flipped).is_err(), "byte {place} with {mask}");
            prop_assert!(Plan::from_bytes(&bytes[..place]).is_err(), "cut at {place}");
        }
    }

    #[test]
    fn an_altered_journal_is_never_followed(
        story in story(), trouble in trouble(), places in prop::collection::vec((any::<Index>(), 1..=255_u8), 40),
    ) {
        let plan = build(&story);
        let (mut run, mut journal) = start(&plan);
        journal.extend(Model::new(&story.users, &plan, trouble).finish(&mut run).concat());
        for (place, mask) in places {
            let mut flipped = journal.clone();
            let place = place.index(journal.len());
            flipped[place] ^= mask;
            if let Ok(resumed) = Run::resume(&plan, &flipped, &here(&plan)) {
                // Only the last line can have become a torn one; what is followed is what was written.
                prop_assert_eq!(&flipped[..resumed.valid_bytes], &journal[..resumed.valid_bytes]);
                prop_assert!(resumed.torn.is_some() && resumed.valid_bytes <= place);
            }
        }
    }

    #[test]
    fn a_resumed_run_is_the_run_it_was(story in story(), trouble in trouble()) {
        let plan = build(&story);
        let (mut run, mut journal) = start(&plan);
        journal.extend(Model::new(&story.users, &plan, trouble).finish(&mut run).concat());
        let mut resumed = Run::resume(&plan, &journal, &here(&plan)).unwrap().run;
        prop_assert_eq!(resumed.progress(), run.progress());
        prop_assert_eq!(resumed.status(), run.status());
        prop_assert_eq!(resumed.next_batch(), None);
    }

    #[test]
    fn any_single_value_that_was_tampered_with_is_found(story in story(), who in any::<Index>(), what in 0..16_usize) {
        let (plan, model) = carried_out(&story);
        let clean = model.reconcile();
        prop_assert!(clean.ok, "{:?}", clean.differences);
        let mut users: Vec<_> = model.target.users.into_values().collect();
        prop_assume!(!users.is_empty());
        let place = who.index(users.len());
        if what == 0 {
            users.remove(place);
        } else if what == 1 {
            users.push(TargetUser::new(UserId::new("x").unwrap(), memberferry::Email::new("x@example.com").unwrap()));
        } else {
            let before = users[place].clone();
            tamper(&mut users[place], what);
            prop_assume!(before != users[place]);
        }
        let found = reconcile(&plan, &Snapshot::from_users(users).unwrap());
        prop_assert!(!found.ok && found.differences_found > 0);
    }

    #[test]
    fn a_spot_check_covers_everything_it_can(story in story(), count in 0..20_usize) {
        let plan = build(&story);
        let checks = spot_check(&plan, &story.snapshot(), count);
        let touched: std::collections::BTreeSet<_> =
            plan.operations().filter_map(|operation| operation.subject.email().cloned()).collect();
        prop_assert_eq!(checks.len(), count.min(touched.len()));
        let people: std::collections::BTreeSet<_> = checks.iter().map(|check| check.email.key()).collect();
        prop_assert_eq!(people.len(), checks.len());
        if count >= touched.len() {
            let enrolled = plan.operations().filter(|operation| operation.kind() == OperationKind::Enroll);
            let offerings: std::collections::BTreeSet<_> =
                enrolled.filter_map(|operation| operation.change.offering().cloned()).collect();
            for offering in offerings {
                let stratum = memberferry::Stratum::Enrolled { offering };
                prop_assert!(checks.iter().any(|check| check.stands_for.contains(&stratum)));
            }
        }
    }
}
