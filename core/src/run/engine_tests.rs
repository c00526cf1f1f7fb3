//! Hand-worked runs.

use super::*;
use crate::plan::{PlanOptions, Snapshot, Waiver};
use crate::{Contact, Contacts, Email, EnvironmentKind, Refusal as _, Site, TagName, TargetUser};

const SITE: &str = r#"{"format": 1, "name": "Harbour", "timezone": "UTC",
    "environment": {"kind": "staging", "url": "https://staging.harbour.example/"}, "tags": ["Gold"]}"#;

fn plan_on(site: &str, options: &PlanOptions) -> Plan {
    let person = |address: &str| {
        let mut contact = Contact::new(Email::new(address).unwrap());
        contact.tags = vec![TagName::new("Gold").unwrap()];
        contact
    };
    let contacts: Contacts =
        ["a@example.com", "b@example.com", "c@example.com"].map(person).into_iter().collect();
    Plan::build(&Site::from_json(site.as_bytes()).unwrap(), &contacts, &Snapshot::default(), options).unwrap()
}

fn options() -> PlanOptions {
    let mut options = PlanOptions::new(NOW.parse().unwrap());
    options.import_all_contacts = true;
    options.batch_size = 2;
    options
}

const NOW: &str = "2024-06-01T00:00:00Z";

fn start() -> (Run, Vec<u8>) {
    let plan = plan_on(SITE, &options());
    Run::start(&plan, &RunOptions::new(plan.environment().clone()), NOW.parse().unwrap()).unwrap()
}

fn record(run: &mut Run, batch: &Batch, outcomes: &[Outcome]) -> Vec<u8> {
    run.record(batch, outcomes, NOW.parse().unwrap()).unwrap()
}

/// Records `outcome` for the operations of this kind on these users and `applied` for all others; the batches in words.
fn finish(run: &mut Run, kind: &str, users: &[&str], outcome: &Outcome) -> Vec<String> {
    let mut batches = Vec::new();
    while let Some(batch) = run.next_batch() {
        let people = batch.operations.iter().map(|operation| {
            operation.subject.email().map_or("-", |email| email.as_str()).replace("@example.com", "")
        });
        batches.push(format!("{} {}", batch.operations[0].kind(), people.collect::<Vec<_>>().join(" ")));
        let chosen = batch.operations.iter().map(|operation| {
            let user = operation.subject.email().map_or("-", |email| email.as_str());
            let is_chosen = operation.kind().name() == kind && users.contains(&user);
            if is_chosen { outcome.clone() } else { Outcome::Applied }
        });
        let outcomes: Vec<_> = chosen.collect();
        record(run, &batch, &outcomes);
    }
    batches
}

fn failed(retryable: bool) -> Outcome {
    Outcome::Failed { retryable, message: "the database is locked".to_owned() }
}

#[test]
fn batches_hold_one_phase_and_no_more_than_they_may() {
    let (mut run, _) = start();
    assert_eq!(
        finish(&mut run, "", &[], &Outcome::Applied),
        [
            "check-target -",
            "confirm-backup -",
            "enable-maintenance -",
            "create-user a b",
            "create-user c",
            "add-tags a b",
            "add-tags c",
            "reset-password a b",
            "reset-password c",
            "verify-target -",
            "disable-maintenance -",
        ]
    );
    assert_eq!(run.status(), RunStatus::Complete);
    let progress = run.progress();
    assert_eq!((progress.done, progress.total, progress.applied), (14, 14, 14));
    assert_eq!(progress.phases[3], PhaseProgress { phase: crate::Phase::Users, done: 3, total: 3 });
}

#[test]
fn what_may_be_tried_again_comes_after_the_rest_of_its_phase_three_times_in_all() {
    let (mut run, _) = start();
    let batches = finish(&mut run, "add-tags", &["a@example.com"], &failed(true));
    assert_eq!(batches[5..9], ["add-tags a b", "add-tags c", "add-tags a", "add-tags a"]);
    assert_eq!(run.status(), RunStatus::CompleteWithFailures);
    let progress = run.progress();
    assert_eq!((progress.failed, progress.withheld, progress.done), (1, 0, 14));
    assert_eq!(progress.failures[0].message, "the database is locked");
}

#[test]
fn what_depends_on_a_user_who_could_not_be_created_is_withheld() {
    let (mut run, _) = start();
    let conflict = Outcome::Conflict { message: "there is one".to_owned() };
    let batches = finish(&mut run, "create-user", &["b@example.com"], &conflict);
    assert_eq!(batches[5..7], ["add-tags a c", "reset-password a c"]);
    let progress = run.progress();
    assert_eq!((progress.failed, progress.withheld, progress.done), (1, 2, 14));
    assert!(progress.failures[0].conflict);
}

#[test]
fn a_failure_of_the_site_itself_stops_the_run() {
    let (mut run, _) = start();
    let batches = finish(&mut run, "confirm-backup", &["-"], &failed(true));
    assert_eq!(batches, ["check-target -", "confirm-backup -", "confirm-backup -", "confirm-backup -"]);
    assert_eq!((run.status(), run.next_batch()), (RunStatus::Stopped, None));
}

#[test]
fn a_batch_is_handed_out_until_it_is_recorded_and_taken_once() {
    let (mut run, _) = start();
    let batch = run.next_batch().unwrap();
    assert_eq!(run.next_batch().as_ref(), Some(&batch));
    let at = NOW.parse().unwrap();
    let two = run.record(&batch, &[Outcome::Applied, Outcome::Applied], at).unwrap_err();
    assert_eq!(two.to_string(), "the batch has 1 operations, and 2 outcomes were reported");
    record(&mut run, &batch, &[Outcome::Applied]);
    let twice = run.record(&batch, &[Outcome::Applied], at).unwrap_err();
    assert_eq!(
        (twice.code(), twice.to_string().as_str()),
        (Code::OutcomesMismatch, "the batch is not the one that was handed out last")
    );
}

#[test]
fn a_run_goes_on_after_a_torn_line() {
    let (mut run, mut journal) = start();
    for _ in 0..3 {
        let batch = run.next_batch().unwrap();
        journal.extend(record(&mut run, &batch, &[Outcome::Applied]));
    }
    let whole = journal.len();
    let batch = run.next_batch().unwrap();
    let lines = record(&mut run, &batch, &[Outcome::Applied, failed(true)]);
    journal.extend(&lines[..lines.len() - 9]);
    let options = RunOptions::new(run.plan().environment().clone());
    let mut resumed = Run::resume(run.plan(), &journal, &options).unwrap();
    let first_line = lines.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    assert_eq!(resumed.valid_bytes, whole + first_line);
    let torn = resumed.torn.unwrap();
    assert_eq!((torn.code, torn.location.line), (Code::JournalTorn, Some(6)));
    let next = resumed.run.next_batch().unwrap();
    let people: Vec<_> = next.operations.iter().filter_map(|operation| operation.subject.email()).collect();
    assert_eq!(
        people.iter().map(|email| email.as_str()).collect::<Vec<_>>(),
        ["b@example.com", "c@example.com"]
    );
    assert_eq!(resumed.run.progress().done, 4);
}

#[test]
fn a_journal_of_the_same_lines_in_an_impossible_order_is_refused() {
    let (run, mut journal) = start();
    let id = run.plan().operation_id(5).unwrap();
    let mut writer = run.journal.clone();
    writer.entry(&mut journal, (5, id), 1, &Outcome::Applied, NOW).unwrap();
    let options = RunOptions::new(run.plan().environment().clone());
    let refused = Run::resume(run.plan(), &journal, &options).unwrap_err();
    assert_eq!(refused, RunError::JournalAltered { line: 2 });
}

#[test]
fn a_plan_runs_only_where_it_was_made_for_and_without_blockers() {
    let plan = plan_on(SITE, &options());
    let run = |kind: EnvironmentKind, url: &str| {
        let options = RunOptions::new(Environment { kind, url: url.to_owned() });
        Run::start(&plan, &options, NOW.parse().unwrap()).map(|_| ()).map_err(|error| error.code())
    };
    assert_eq!(run(EnvironmentKind::Staging, "https://staging.harbour.example"), Ok(()));
    assert_eq!(run(EnvironmentKind::Live, "https://staging.harbour.example"), Err(Code::EnvironmentMismatch));
    assert_eq!(run(EnvironmentKind::Staging, "https://harbour.example"), Err(Code::EnvironmentMismatch));

    let dangling = SITE.replace(
        r#""tags": ["Gold"]"#,
        r#""pages": [{"id": "p", "title": "P", "rule": {"kind": "has-any", "tags": ["Nobody"]}}]"#,
    );
    let blocked = plan_on(&dangling, &options());
    let here = RunOptions::new(blocked.environment().clone());
    let refused = Run::start(&blocked, &here, NOW.parse().unwrap()).unwrap_err();
    assert_eq!((refused.code(), refused.issues().len()), (Code::PlanBlocked, 1));
    let waiver = Waiver { code: Code::TagDangling, reason: "a draft".to_owned() };
    let waived = plan_on(&dangling, &PlanOptions { waivers: vec![waiver], ..options() });
    assert!(Run::start(&waived, &here, NOW.parse().unwrap()).is_ok());
}

/// Plans for Ada, who is there already; carries out all, records nothing, and lets `edit` change her before the run is taken back.
fn taken_back_unrecorded(edit: impl FnOnce(&mut TargetUser)) -> (usize, Vec<String>) {
    let site = SITE.replace(
        r#""tags": ["Gold"]"#,
        r#""tags": ["Gold"], "offerings": [{"id": "w", "name": "W", "accessTag": "Gold"}]"#,
    );
    let site = Site::from_json(site.as_bytes()).unwrap();
    let mut ada = Contact::new(Email::new("a@example.com").unwrap());
    ada.tags = vec![TagName::new("Gold").unwrap()];
    ada.first_name = Some("Ada".to_owned());
    ada.last_name = Some("Byron".to_owned());
    let user = r#"{"id": "7", "email": "a@example.com"}"#;
    let before = Snapshot::from_json_lines(user.as_bytes()).unwrap();
    let contacts: Contacts = [ada].into_iter().collect();
    let plan = Plan::build(&site, &contacts, &before, &options()).unwrap();
    let now: Instant = NOW.parse().unwrap();
    let (mut run, _) = Run::start(&plan, &RunOptions::new(plan.environment().clone()), now).unwrap();
    let mut is: TargetUser = serde_json::from_str(user).unwrap();
    for planned in crate::plan::planned_users(&plan, |_| CarriedOut::Yes) {
        planned.apply_to(&mut is);
    }
    // The phase that the edit is of is the one in hand when the host dies; those before it are recorded.
    let written = is.clone();
    edit(&mut is);
    let in_hand = match (is.tags == written.tags, is.enrollments == written.enrollments) {
        (false, _) => "add-tags",
        (_, false) => "enroll",
        _ => "update-user",
    };
    while let Some(batch) = run.next_batch() {
        if batch.operations.iter().any(|operation| operation.kind().name() == in_hand) {
            break;
        }
        record(&mut run, &batch, &vec![Outcome::Applied; batch.operations.len()]);
    }
    let after = Snapshot::from_json_lines(&serde_json::to_vec(&is).unwrap()).unwrap();
    let back = run.rollback_plan(&after, now).unwrap();
    let issues = back.issues().iter().filter(|issue| issue.code == Code::ChangedSince);
    (back.len(), issues.map(|issue| issue.location.to_string()).collect())
}

#[test]
fn what_a_run_may_have_written_before_somebody_changed_it_is_not_left_in_silence() {
    let vip = TagName::new("VIP").unwrap();
    let (_, said) = taken_back_unrecorded(|ada| {
        ada.tags.insert(vip);
    });
    assert!(said.iter().any(|place| place.ends_with("tags")), "{said:?}");
    let (_, said) = taken_back_unrecorded(|ada| ada.last_name = Some("King".to_owned()));
    assert!(said.len() == 1 && said[0].ends_with("firstName"), "{said:?}");
    let (_, said) = taken_back_unrecorded(|ada| {
        for enrollment in ada.enrollments.values_mut() {
            enrollment.revoked_at = NOW.parse().ok();
        }
    });
    assert!(said.len() == 1 && said[0].ends_with("enrollments.w"), "{said:?}");
}

#[test]
fn a_password_is_handed_out_for_the_batch_in_hand_alone() {
    use crate::{PasswordError, Passwords, Secret};
    let (mut run, _) = start();
    let contacts: Contacts = ["a@example.com", "b@example.com", "c@example.com"]
        .map(|address| Contact::new(Email::new(address).unwrap()))
        .into_iter()
        .collect();
    let passwords =
        Passwords::shared(run.plan(), contacts.into(), Secret::new("sixteen bytes or more")).unwrap();
    let mut handed_out = Vec::new();
    while let Some(batch) = run.next_batch() {
        for (place, operation) in batch.operations.iter().enumerate() {
            if let Some(password) = run.password(&batch, place, &passwords).unwrap() {
                assert_eq!((operation.kind(), password.name()), (OperationKind::ResetPassword, "plaintext"));
                handed_out.push(password.secret().clone());
            }
        }
        let beyond = run.password(&batch, batch.operations.len(), &passwords);
        assert_eq!(beyond, Err(RunError::OtherBatch));
        record(&mut run, &batch, &vec![Outcome::Applied; batch.operations.len()]);
        assert_eq!(run.password(&batch, 0, &passwords), Err(RunError::OtherBatch));
    }
    assert_eq!(handed_out.len(), 3);
    let refused = RunError::Password(PasswordError::SeedShort { length: 3 });
    assert_eq!(
        (refused.code(), refused.to_string().as_str()),
        (Code::PasswordSeedShort, "the seed has 3 bytes, and 16 is the least")
    );
}
