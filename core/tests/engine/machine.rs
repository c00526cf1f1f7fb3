//! One machine for everything that happens to a run: failures, deaths of the host with a torn journal, edits by others in between, giving up,
//! and taking back. Against it stands a twin without deaths, and what no single operation may ever do.

use std::collections::{BTreeMap, BTreeSet};

use memberferry::{
    Change, Code, ComparisonOptions, DripContinuity, EmailKey, Horizon, Marketing, MembershipOptions,
    Operation, Outcome, Phase, Plan, Roster, Run, RunOptions, RunStatus, Stage, TargetUser, Verdict,
    merge_contacts, reconcile_access,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{Model, Story, Trouble, story, tamper};

const NOW: &str = "2024-06-02T00:00:00Z";

/// Somebody changes a user behind the run's back.
#[derive(Clone, Debug)]
struct Edit {
    /// Before the first batch of this phase.
    phase: Phase,
    who: Index,
    what: usize,
}

/// Everything that goes wrong.
#[derive(Clone, Debug)]
struct Fate {
    trouble: Trouble,
    /// For each batch that is carried out, whether the host dies after it, and where in its lines the journal is cut off.
    deaths: Vec<Option<Index>>,
    edits: Vec<Edit>,
    /// The phase before which the run is given up.
    given_up: Option<Phase>,
    /// After how many batches nobody asks for more; the last of them may be unrecorded.
    stops_after: Option<usize>,
    edits_after: Vec<(Index, usize)>,
}

fn fate() -> impl Strategy<Value = Fate> {
    let trouble = (0..4_u8, prop_oneof![2 => Just(0_u8), 1 => 2..6_u8]);
    let phase = || prop::sample::select(Phase::ALL.to_vec());
    let edit =
        (phase(), any::<Index>(), 2..16_usize).prop_map(|(phase, who, what)| Edit { phase, who, what });
    (
        trouble.prop_map(|(flaky, broken)| Trouble { flaky, broken }),
        prop::collection::vec(prop::option::weighted(0.3, any::<Index>()), 0..40),
        prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(edit, 1..4)],
        prop::option::weighted(0.15, phase()),
        prop::option::weighted(0.3, 0..20_usize),
        prop_oneof![Just(Vec::new()), prop::collection::vec((any::<Index>(), 2..16_usize), 1..5)],
    )
        .prop_map(|(trouble, deaths, edits, given_up, stops_after, edits_after)| Fate {
            trouble,
            deaths,
            edits,
            given_up,
            stops_after,
            edits_after,
        })
}

/// A run with its target and its journal.
struct Machine<'a> {
    plan: &'a Plan,
    fate: &'a Fate,
    operator: Option<&'a EmailKey>,
    model: Model,
    run: Run,
    journal: Vec<u8>,
    phases_begun: BTreeSet<Phase>,
    edited: BTreeSet<EmailKey>,
    /// Users who could not be created, updated or given a password, with the phase of it.
    failed: BTreeMap<EmailKey, Phase>,
}

impl<'a> Machine<'a> {
    fn new(plan: &'a Plan, story: &'a Story, model: Model, fate: &'a Fate) -> Self {
        let (run, journal) = Run::start(plan, &here(plan), NOW.parse().unwrap()).unwrap();
        let operator = story.options.operator_email.as_ref();
        let (phases_begun, edited, failed) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        Machine { plan, fate, operator, model, run, journal, phases_begun, edited, failed }
    }

    /// Plays until the run is over, or nobody asks for more; `deaths` says whether the host dies on the way.
    fn play(&mut self, mut deaths: impl Iterator<Item = Option<Index>>) {
        let most = self.fate.stops_after.unwrap_or(usize::MAX);
        for number in 1..=most {
            let Some(batch) = self.run.next_batch() else { return };
            if self.phases_begun.insert(batch.phase) {
                self.edit(batch.phase);
                if self.fate.given_up == Some(batch.phase) {
                    self.journal.extend(self.run.abort(NOW.parse().unwrap()).unwrap());
                    assert_eq!(
                        self.run.abort(NOW.parse().unwrap()).unwrap_err().to_string(),
                        "the run was aborted"
                    );
                    assert!(self.run.next_batch().is_none());
                    self.go_on();
                    return;
                }
            }
            let outcomes: Vec<_> =
                batch.operations.iter().map(|operation| self.carry_out(operation)).collect();
            let lines = self.run.record(&batch, &outcomes, NOW.parse().unwrap()).unwrap();
            match deaths.next().flatten() {
                Some(cut) => {
                    self.journal.extend(&lines[..cut.index(lines.len() + 1)]);
                    self.go_on();
                }
                None => self.journal.extend(lines),
            }
            if number == most {
                return;
            }
        }
    }

    /// The host comes back to life, and knows what the journal has.
    fn go_on(&mut self) {
        let resumed = Run::resume(self.plan, &self.journal, &here(self.plan)).unwrap();
        assert_eq!(resumed.torn.is_some(), resumed.valid_bytes < self.journal.len());
        self.journal.truncate(resumed.valid_bytes);
        self.run = resumed.run;
    }

    /// The users of whom something was carried out that the journal does not know of.
    fn unrecorded(&self) -> BTreeSet<EmailKey> {
        let journal = std::str::from_utf8(&self.journal).unwrap();
        let is_known = |id: &str| {
            let mut lines = journal.lines().filter(|line| line.contains(id));
            lines.any(|line| line.contains(r#""kind":"applied""#) || line.contains(r#""kind":"already""#))
        };
        let carried_out =
            self.plan.operations().filter(|operation| self.model.applied.contains_key(&operation.id));
        let unknown = carried_out.filter(|operation| !is_known(&operation.id.to_string()));
        unknown.filter_map(|operation| operation.subject.email().cloned()).collect()
    }

    fn edit(&mut self, phase: Phase) {
        for edit in self.fate.edits.iter().filter(|edit| edit.phase == phase) {
            let edited = edit_one(&mut self.model, edit.who, edit.what);
            self.edited.extend(edited);
        }
    }

    /// Carries an operation out, and looks whether it did what no operation may do.
    fn carry_out(&mut self, operation: &Operation) -> Outcome {
        let before = operation.subject.email().and_then(|key| self.model.users.get(key)).cloned();
        let outcome = self.model.perform(std::slice::from_ref(operation)).remove(0);
        let Some(key) = operation.subject.email() else { return outcome };
        let phase = operation.phase();
        assert!(self.failed.get(key).is_none_or(|failed| *failed >= phase), "{key} could not be created");
        let is_final = matches!(outcome, Outcome::Failed { retryable: false, .. } | Outcome::Conflict { .. });
        if is_final && matches!(phase, Phase::Users | Phase::Passwords) {
            self.failed.insert(key.clone(), phase);
        }
        let after = self.model.users.get(key);
        if outcome != Outcome::Applied {
            assert_eq!(before.as_ref(), after, "{outcome:?} and changed all the same");
        }
        assert_ne!(Some(key), self.operator, "the person who runs the move is touched");
        match (before, after) {
            (Some(before), Some(after)) => harmless(&before, after),
            (None, Some(created)) => assert_eq!(Vec::from_iter(&created.roles), ["subscriber"]),
            (_, None) => assert!(
                matches!(operation.change, Change::DeleteUser(_)) || outcome != Outcome::Applied,
                "{key} is gone"
            ),
        }
        outcome
    }
}

/// What holds of every operation on a user who is there, those that take something back included.
fn harmless(before: &TargetUser, after: &TargetUser) {
    assert!(before == after || !before.roles.contains("administrator"), "an administrator is touched");
    assert_eq!(
        (&before.roles, &before.username, &before.email),
        (&after.roles, &after.username, &after.email)
    );
    assert!(!is_loosened(&before.marketing, &after.marketing), "consent is loosened");
}

/// What holds besides of a plan that takes nothing back: everything is added to, nothing taken away.
fn nothing_lost(before: &TargetUser, after: &TargetUser) {
    assert!(before.tags.is_subset(&after.tags));
    assert!(before.order_ids.iter().all(|id| after.order_ids.contains(id)));
    for (offering, enrollment) in &before.enrollments {
        let later = &after.enrollments[offering];
        assert!(enrollment.released.iter().all(|(module, at)| later.released.get(module) == Some(at)));
        assert_eq!((enrollment.enrolled_at, enrollment.revoked_at), (later.enrolled_at, later.revoked_at));
    }
}

/// Whether somebody may be mailed more than before. Where nothing was stated, whatever the source says is no loosening.
fn is_loosened(before: &Marketing, after: &Marketing) -> bool {
    before.is_stated()
        && if after.is_stated() { after.status < before.status } else { !before.status.is_mailable() }
}

fn here(plan: &Plan) -> RunOptions {
    RunOptions::new(plan.environment().clone())
}

/// Whom an edit changed, if anybody.
fn edit_one(model: &mut Model, who: Index, what: usize) -> Option<EmailKey> {
    let place = who.index(model.users.len().max(1));
    let (key, user) = model.users.iter_mut().nth(place)?;
    let before = user.clone();
    tamper(user, what);
    (before != *user).then(|| key.clone())
}

/// The user as they were, but for consent that the run made stricter.
fn as_before(before: &TargetUser, after: &TargetUser) -> TargetUser {
    let mut expected = before.clone();
    if is_loosened(&after.marketing, &before.marketing) {
        expected.marketing = after.marketing.clone();
    }
    expected
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_a_run_it_ends_as_it_should_and_can_be_taken_back(story in story(), fate in fate()) {
        let plan = Plan::build(&story.site, &story.contacts(), &story.snapshot(), &story.options).unwrap();
        let mut machine = Machine::new(&plan, &story, Model::new(&story.users, &plan, fate.trouble), &fate);
        machine.play(fate.deaths.iter().copied());
        let status = machine.run.status();

        // Nothing is done twice, and a run that nobody left alone ends as its twin without deaths.
        prop_assert!(machine.model.applied.values().all(|count| *count == 1));
        if fate.stops_after.is_none() {
            prop_assert_ne!(status, RunStatus::Running);
            let mut twin = Machine::new(&plan, &story, Model::new(&story.users, &plan, fate.trouble), &fate);
            twin.play(std::iter::empty());
            prop_assert_eq!(machine.model.state(), twin.model.state());
            prop_assert_eq!((status, &machine.edited), (twin.run.status(), &twin.edited));
            let (progress, without_deaths) = (machine.run.progress(), twin.run.progress());
            prop_assert_eq!((progress.failed, progress.withheld), (without_deaths.failed, without_deaths.withheld));
        }
        for before in story.users.iter().filter(|user| !machine.edited.contains(&user.email.key())) {
            nothing_lost(before, &machine.model.users[&before.email.key()]);
        }
        // Nobody is more mailable than the source said, and only the mailable are mailed.
        for contact in &story.contacts {
            let key = contact.email.key();
            let is_new = !story.users.iter().any(|user| user.email.key() == key);
            if let Some(user) = machine.model.users.get(&key).filter(|_| is_new && !machine.edited.contains(&key)) {
                prop_assert_eq!(user.marketing.status, contact.marketing.status);
            }
            prop_assert!(contact.marketing.status.is_mailable() || !machine.model.mailed.contains(&key));
        }
        if status == RunStatus::Complete {
            no_module_lost(&story, &machine);
            prop_assert!(!machine.edited.is_empty() || machine.model.reconcile().ok);
        }

        // Others go on editing, and the run is taken back by a host that dies too.
        let written = machine.model.users.clone();
        for (who, what) in &fate.edits_after {
            edit_one(&mut machine.model, *who, *what);
        }
        let found = machine.model.users.clone();
        let unsure = machine.unrecorded();
        if status == RunStatus::Complete && machine.edited.is_empty() {
            prop_assert_eq!(machine.model.reconcile().ok, found == written);
        }
        let back = machine.run.rollback_plan(&machine.model.snapshot(), NOW.parse().unwrap()).unwrap();
        prop_assert_eq!(back.header().takes_back.as_ref(), Some(plan.digest()));
        let read = Plan::from_bytes(&back.to_bytes()).unwrap();
        prop_assert_eq!(read.digest(), back.digest());
        let quiet = Fate { edits: Vec::new(), given_up: None, stops_after: None, trouble: Trouble { broken: 0, ..fate.trouble }, ..fate.clone() };
        let target = Model::of(machine.model.target.clone(), &back, quiet.trouble);
        let mut undoing = Machine::new(&back, &story, target, &quiet);
        undoing.play(fate.deaths.iter().rev().copied());
        prop_assert_eq!(undoing.run.status(), RunStatus::Complete);
        prop_assert!(undoing.model.reconcile().ok, "{:?}", undoing.model.reconcile().differences);
        prop_assert!(undoing.model.applied.values().all(|count| *count == 1));

        let before: BTreeMap<_, _> = story.users.iter().map(|user| (user.email.key(), user)).collect();
        let restored = &undoing.model.users;
        for (key, now) in &found {
            let is_edited = machine.edited.contains(key) || written[key] != *now;
            match (before.get(key), restored.get(key)) {
                // Whom the run made and nobody touched is gone; whom somebody touched stays, exactly.
                // Where the journal does not know that something was written, its absence looks as if it never had been.
                (None, restored) if machine.edited.contains(key) || unsure.contains(key) => {
                    prop_assert!(restored.is_none_or(|restored| restored == now));
                }
                (None, restored) => prop_assert_eq!(restored, is_edited.then_some(now)),
                (Some(_), None) => prop_assert!(false, "{key} was there before the run, and was deleted"),
                (Some(before), Some(restored)) if !is_edited => {
                    prop_assert_eq!(&as_before(before, restored), restored);
                }
                (Some(before), Some(restored)) => {
                    harmless(now, restored);
                    if machine.edited.contains(key) || status != RunStatus::Complete {
                        continue;
                    }
                    // What was edited is as edited, whatever it is; all else is as it was.
                    if now.profile() == written[key].profile()
                        && before.marketing == now.marketing
                        && !now.roles.contains("administrator")
                    {
                        prop_assert_eq!(&restored.profile(), &before.profile());
                    }
                    for (offering, enrollment) in &now.enrollments {
                        if written[key].enrollments.get(offering) != Some(enrollment) {
                            prop_assert_eq!(restored.enrollments.get(offering), Some(enrollment));
                        }
                    }
                }
            }
        }
        let again = machine.run.rollback_plan(&undoing.model.snapshot(), NOW.parse().unwrap()).unwrap();
        prop_assert!(again.is_empty(), "{:?}", again.operations().collect::<Vec<_>>());
        let kept = back.issues().iter().all(|issue| issue.code == Code::ChangedSince);
        prop_assert!(kept, "{:?}", back.issues());
        let counted = back.summary();
        prop_assert_eq!(counted.contacts, counted.to_update + counted.to_delete + counted.unchanged + counted.protected);
    }
}

/// Under the two policies that keep clocks, whoever the run made a user sees on the target what they saw at the source.
fn no_module_lost(story: &Story, machine: &Machine<'_>) {
    let keeps = [DripContinuity::KeepOriginalClock, DripContinuity::ContinueFromLastReleased];
    if !keeps.contains(&story.options.drip_continuity) {
        return;
    }
    let now = story.options.now;
    let merged = merge_contacts(&[story.contacts()], story.options.duplicates).contacts;
    let was = MembershipOptions { stage: Stage::BeforeRenamed, ..MembershipOptions::new(now) };
    let was = Roster::new(&story.site, &merged, was);
    let options = ComparisonOptions::new(Horizon::new(now, now.checked_add_seconds(1).unwrap()).unwrap());
    let mut lost = Vec::new();
    reconcile_access(&was, &story.site, &machine.model.snapshot(), now, options, |change| {
        if change.verdict == Verdict::Lost {
            lost.push(usize::try_from(change.member).unwrap());
        }
    })
    .unwrap();
    for row in lost {
        let key = merged.get(row).unwrap().email_key();
        let was_there = story.users.iter().any(|user| user.email.key() == key);
        let is_new = !was_there && machine.model.users.contains_key(&key);
        assert!(!is_new || machine.edited.contains(&key), "{key} has lost something");
    }
}
