//! Faults of the host and of its surroundings, one at a time: what arrives twice, a clock that goes back, outcomes that lack. Deaths and torn
//! journals are played by the machine.

use memberferry::{Batch, Code, Outcome, Plan, Refusal, Run, RunStatus};
use proptest::prelude::*;

use crate::support::{Model, Story, Trouble, story};
use crate::{build, here, start};

/// A run that was carried out by a host with a fault: what the target is like, the run, and its journal.
fn carried_out(
    story: &Story,
    mut record: impl FnMut(&mut Run, &mut Model, &Batch) -> Vec<u8>,
) -> (Plan, Model, Run, Vec<u8>) {
    let plan = build(story);
    let mut model = Model::new(&story.users, &plan, Trouble::default());
    let (mut run, mut journal) = start(&plan);
    while let Some(batch) = run.next_batch() {
        journal.extend(record(&mut run, &mut model, &batch));
    }
    (plan, model, run, journal)
}

/// What a host without a fault leaves.
fn unbroken(story: &Story) -> String {
    let plan = build(story);
    let mut model = Model::new(&story.users, &plan, Trouble::default());
    model.finish(&mut start(&plan).0);
    model.state()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// A request that is sent again because its answer was lost, a queue that delivers twice.
    #[test]
    fn a_batch_that_is_delivered_twice_is_done_once(story in story()) {
        let (plan, model, run, _) = carried_out(&story, |run, model, batch| {
            let first = model.perform(&batch.operations);
            let second = model.perform(&batch.operations);
            for (first, second) in first.iter().zip(&second) {
                assert_eq!(*second, if *first == Outcome::Applied { Outcome::Already } else { first.clone() });
            }
            // The answer to the first delivery never came; what is known is that of the second.
            run.record(batch, &second, "2024-06-01T12:00:00Z".parse().unwrap()).unwrap()
        });
        prop_assert_eq!(run.status(), RunStatus::Complete);
        prop_assert!(model.reconcile().ok);
        prop_assert_eq!(model.state(), unbroken(&story));
        prop_assert!(model.applied.values().all(|times| *times == 1));
        prop_assert_eq!(model.applied.len(), plan.len());
    }

    /// Every record is an hour earlier than the one before, and the rollback is made before the run began.
    #[test]
    fn a_clock_that_goes_back_changes_nothing_but_the_times_that_are_noted(story in story()) {
        let mut hours = 0_i64;
        let (plan, model, run, journal) = carried_out(&story, |run, model, batch| {
            hours += 1;
            let outcomes = model.perform(&batch.operations);
            let at: memberferry::Instant = "2024-06-01T10:00:00Z".parse().unwrap();
            run.record(batch, &outcomes, at.checked_add_seconds(-3_600 * hours).unwrap()).unwrap()
        });
        prop_assert_eq!(run.status(), RunStatus::Complete);
        prop_assert_eq!(model.state(), unbroken(&story));
        let resumed = Run::resume(&plan, &journal, &here(&plan)).unwrap();
        prop_assert!(resumed.torn.is_none());
        prop_assert_eq!(resumed.run.progress(), run.progress());
        let back = |now: &str| {
            let back = run.rollback_plan(&model.snapshot(), now.parse().unwrap()).unwrap();
            back.operations().map(|operation| (operation.kind(), operation.subject.clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(back("2020-01-01T00:00:00Z"), back("2030-01-01T00:00:00Z"));
    }

    /// A host that forgets one, or makes one up.
    #[test]
    fn outcomes_that_lack_or_are_too_many_are_refused_and_nothing_is_recorded(story in story()) {
        let (_, model, run, journal) = carried_out(&story, |run, model, batch| {
            let outcomes = model.perform(&batch.operations);
            let before = run.progress();
            let more = [&outcomes[..], &[Outcome::Applied]].concat();
            for wrong in [&outcomes[1..], &more] {
                let refused = run.record(batch, wrong, "2024-06-01T12:00:00Z".parse().unwrap()).unwrap_err();
                assert_eq!(refused.code(), Code::OutcomesMismatch);
                assert_eq!(run.progress(), before);
                assert_eq!(run.next_batch().as_ref(), Some(batch));
            }
            run.record(batch, &outcomes, "2024-06-01T12:00:00Z".parse().unwrap()).unwrap()
        });
        prop_assert_eq!(run.status(), RunStatus::Complete);
        prop_assert_eq!(model.state(), unbroken(&story));
        // The journal is that of a host that made no mistake.
        let (_, _, _, honest) = carried_out(&story, |run, model, batch| {
            let outcomes = model.perform(&batch.operations);
            run.record(batch, &outcomes, "2024-06-01T12:00:00Z".parse().unwrap()).unwrap()
        });
        prop_assert_eq!(journal, honest);
    }
}
