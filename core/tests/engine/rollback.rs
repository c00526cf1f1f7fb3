//! Laws of taking a run back, wherever it stopped and whoever changed something since.

use std::collections::BTreeMap;

use crate::support::{Model, Story, Trouble, site, story, tamper};
use memberferry::{
    Code, EmailKey, Marketing, Plan, Refusal as _, Run, RunOptions, RunStatus, Snapshot, TargetUser,
};
use proptest::prelude::*;
use proptest::sample::Index;

const NOW: &str = "2024-06-02T00:00:00Z";

fn start(plan: &Plan) -> (Run, Vec<u8>) {
    Run::start(plan, &RunOptions::new(plan.environment().clone()), NOW.parse().unwrap()).unwrap()
}

/// A run that carried out so many batches, of the last of which nothing is recorded where `is_torn`.
fn partly(story: &Story, trouble: Trouble, batches: usize, is_torn: bool) -> (Plan, Model, Run) {
    let plan = Plan::build(&site(), &story.contacts(), &story.snapshot(), &story.options).unwrap();
    let mut model = Model::new(&story.users, &plan, trouble);
    let (mut run, _) = start(&plan);
    for batch_number in 1..=batches {
        let Some(batch) = run.next_batch() else { break };
        let outcomes = model.perform(&batch.operations);
        if batch_number < batches || !is_torn {
            run.record(&batch, &outcomes, NOW.parse().unwrap()).unwrap();
        }
    }
    (plan, model, run)
}

/// The users after the run was taken back.
fn taken_back(run: &Run, users: &BTreeMap<EmailKey, TargetUser>) -> (Plan, BTreeMap<EmailKey, TargetUser>) {
    let users: Vec<_> = users.values().cloned().collect();
    let snapshot = Snapshot::from_users(users.clone()).unwrap();
    let plan = run.rollback_plan(&snapshot, NOW.parse().unwrap()).unwrap();
    let mut model = Model::new(&users, &plan, Trouble::default());
    let (mut run, _) = start(&plan);
    model.finish(&mut run);
    assert_eq!(run.status(), RunStatus::Complete);
    assert!(model.reconcile().ok, "{:?}", model.reconcile().differences);
    assert_eq!(Plan::from_bytes(&plan.to_bytes()).unwrap().digest(), plan.digest());
    (plan, model.target.users)
}

/// The user as they were, but for consent that the run made stricter.
fn as_before(before: &TargetUser, after: &TargetUser) -> TargetUser {
    let mut expected = before.clone();
    if strictness(&before.marketing) < strictness(&after.marketing) {
        expected.marketing = after.marketing.clone();
    }
    expected
}

fn strictness(marketing: &Marketing) -> (bool, memberferry::MarketingStatus) {
    (marketing.is_stated() && !marketing.status.is_mailable(), marketing.status)
}

fn trouble() -> impl Strategy<Value = Trouble> {
    (0..4_u8, prop_oneof![Just(0_u8), 2..6_u8]).prop_map(|(flaky, broken)| Trouble { flaky, broken })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_run_taken_back_after_any_prefix_leaves_what_was_there(
        story in story(), trouble in trouble(), batches in 0..40_usize, is_torn in any::<bool>()
    ) {
        let (_, model, run) = partly(&story, trouble, batches, is_torn);
        let (plan, after) = taken_back(&run, &model.users);
        prop_assert_eq!(after.len(), story.users.len());
        for before in &story.users {
            let found = &after[&before.email.key()];
            prop_assert_eq!(&as_before(before, found), found);
        }
        for issue in plan.issues() {
            prop_assert_eq!((issue.code, issue.location.field.as_deref()), (Code::ChangedSince, Some("marketing")));
        }
        prop_assert_eq!(plan.header().takes_back.as_ref(), Some(run.plan().digest()));
    }

    #[test]
    fn what_somebody_changed_since_stays(
        story in story(), trouble in trouble(), batches in 0..40_usize, edits in prop::collection::vec((any::<Index>(), 2..16_usize), 1..6)
    ) {
        let (_, mut model, run) = partly(&story, trouble, batches, false);
        prop_assume!(!model.users.is_empty());
        let untampered = model.users.clone();
        for (who, what) in edits {
            let place = who.index(model.users.len());
            tamper(model.users.values_mut().nth(place).unwrap(), what);
        }
        let (plan, after) = taken_back(&run, &model.users);
        let before: BTreeMap<_, _> = story.users.iter().map(|user| (user.email.key(), user)).collect();
        for (key, edited) in &model.users {
            let is_edited = untampered[key] != *edited;
            match (before.get(key), after.get(key)) {
                // Whom the run made and nobody touched is gone; whom somebody touched stays, exactly.
                (None, found) => prop_assert_eq!(found, is_edited.then_some(edited)),
                (Some(_), None) => prop_assert!(false, "{key} was there before the run, and was deleted"),
                (Some(before), Some(found)) if !is_edited => prop_assert_eq!(&as_before(before, found), found),
                (Some(before), Some(found)) => {
                    prop_assert!(strictness(&edited.marketing).0 <= strictness(&found.marketing).0);
                    if edited.roles.contains("administrator") {
                        prop_assert_eq!(found, edited);
                        continue;
                    }
                    // Field by field: what was edited is as edited, whatever it is; all else is as it was.
                    let (was, wrote, now) = (before.profile(), untampered[key].profile(), edited.profile());
                    if now == wrote && before.marketing == edited.marketing {
                        prop_assert_eq!(&found.profile(), &was);
                    }
                    for (offering, enrollment) in &edited.enrollments {
                        if untampered[key].enrollments.get(offering) != Some(enrollment) {
                            prop_assert_eq!(found.enrollments.get(offering), Some(enrollment));
                        }
                    }
                    prop_assert_eq!(&found.username, &edited.username);
                    prop_assert_eq!(&found.roles, &edited.roles);
                }
            }
        }
        let counted = plan.summary();
        prop_assert_eq!(counted.contacts, counted.to_update + counted.to_delete + counted.unchanged + counted.protected);
    }

    #[test]
    fn taking_a_run_back_twice_finds_nothing_more(story in story(), batches in 0..40_usize) {
        let (_, model, run) = partly(&story, Trouble::default(), batches, false);
        let (_, after) = taken_back(&run, &model.users);
        let (again, twice) = taken_back(&run, &after);
        prop_assert!(again.is_empty(), "{:?}", again.operations().collect::<Vec<_>>());
        prop_assert_eq!(after, twice);
    }

    #[test]
    fn an_aborted_run_goes_no_further_and_is_taken_back_from_its_journal(story in story(), batches in 0..20_usize) {
        let (plan, model, mut run) = partly(&story, Trouble::default(), 0, false);
        let (mut model, mut journal) = (model, start(&plan).1);
        for _ in 0..batches {
            let Some(batch) = run.next_batch() else { break };
            let outcomes = model.perform(&batch.operations);
            journal.extend(run.record(&batch, &outcomes, NOW.parse().unwrap()).unwrap());
        }
        journal.extend(run.abort(NOW.parse().unwrap()).unwrap());
        prop_assert!(run.next_batch().is_none() && run.status() == RunStatus::Aborted);
        prop_assert_eq!(run.abort(NOW.parse().unwrap()).unwrap_err().code(), Code::RunAborted);
        let mut resumed = Run::resume(&plan, &journal, &RunOptions::new(plan.environment().clone())).unwrap().run;
        prop_assert_eq!(resumed.progress(), run.progress());
        prop_assert!(resumed.next_batch().is_none() && resumed.status() == RunStatus::Aborted);
        let (_, after) = taken_back(&resumed, &model.users);
        prop_assert_eq!(after.len(), story.users.len());
    }
}

#[test]
fn a_run_that_takes_another_back_is_not_taken_back() {
    let story = Story {
        contacts: vec![memberferry::Contact::new(memberferry::Email::new("ada@example.com").unwrap())],
        users: Vec::new(),
        options: memberferry::PlanOptions {
            import_all_contacts: true,
            ..memberferry::PlanOptions::new(NOW.parse().unwrap())
        },
    };
    let (_, model, run) = partly(&story, Trouble::default(), 40, false);
    let plan = run.rollback_plan(&model.snapshot(), NOW.parse().unwrap()).unwrap();
    let (again, _) = start(&plan);
    let refused = again.rollback_plan(&model.snapshot(), NOW.parse().unwrap()).unwrap_err();
    assert_eq!(refused.code(), Code::RollbackRefused);
    assert_eq!(plan.summary().to_delete, 1);
}
