//! `Run`: which operations are next, and what their outcomes lead to. Does not know how operations are carried out, nor how the
//! journal is kept; one byte per operation is all it remembers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::journal::{JournalReader, JournalWriter, Line};
use super::pace::{MICROSECONDS, RunPace, per_minute};
use super::{Outcome, PhaseProgress, RunError, RunFailure, RunProgress, RunStatus};
use crate::plan::{
    CarriedOut, NewPassword, Operation, OperationKind, Passwords, Phase, Plan, PlanDigest, PlanError,
    Snapshot, Subject, at_least_one, rollback,
};
use crate::site::Environment;
use crate::{Code, EmailKey, Instant, Issue, Location};

/// Where and how a plan is run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an options object")]
pub struct RunOptions {
    /// The copy of the site that the host is about to change. A plan for another one is refused.
    pub environment: Environment,
    /// The most operations in a batch; the plan's own number, where absent.
    #[serde(default, deserialize_with = "at_least_one", skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<u32>,
    /// The plan that somebody looked over and approved. Where it is named, no other is run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<PlanDigest>,
}

impl RunOptions {
    /// To run on one copy of the site, in batches as the plan says.
    pub fn new(environment: Environment) -> Self {
        RunOptions { environment, batch_size: None, approved: None }
    }
}

/// Operations of one phase, to be carried out in order. They may be carried out in one transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Batch {
    /// The phase.
    pub phase: Phase,
    /// The operations, in order.
    pub operations: Vec<Operation>,
    /// How many seconds to wait before they are tried: none at first, and longer each time that they failed and may be tried again.
    pub wait_seconds: u32,
}

/// A run that goes on.
#[derive(Debug)]
pub struct Resumed {
    /// The run.
    pub run: Run,
    /// How many bytes of the journal are whole lines. Cut the file there before adding to it.
    pub valid_bytes: usize,
    /// Said where a torn line was dropped.
    pub torn: Option<Issue>,
}

/// A plan being carried out.
///
/// ```
/// # use memberferry::{Contact, Contacts, Email, Plan, PlanOptions, Site, Snapshot};
/// use memberferry::{Outcome, Run, RunOptions, RunStatus};
/// # let site = Site::from_json(br#"{"format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
/// #     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}}"#)?;
/// # let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
/// # let mut options = PlanOptions::new("2024-05-01T00:00:00Z".parse()?);
/// # options.import_all_contacts = true;
/// # let plan = Plan::build(&site, &contacts, &Snapshot::default(), &options)?;
/// let options = RunOptions::new(plan.environment().clone());
/// let (mut run, mut journal) = Run::start(&plan, &options, "2024-05-01T10:00:00Z".parse()?)?;
/// while let Some(batch) = run.next_batch() {
///     // Here the host carries out `batch.operations` and commits.
///     let outcomes = vec![Outcome::Applied; batch.operations.len()];
///     // These lines must be on disk before the next batch is asked for.
///     journal.extend(run.record(&batch, &outcomes, "2024-05-01T10:00:01Z".parse()?)?);
/// }
/// assert_eq!(run.status(), RunStatus::Complete);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Run {
    plan: Plan,
    batch_size: usize,
    states: Vec<State>,
    /// The place of the current phase in [`Phase::ALL`]; past the last one when the run is through.
    phase: usize,
    /// Operations of the current phase that need an outcome still.
    open: usize,
    /// The next place to look at in the current pass over the phase.
    cursor: usize,
    /// What was handed out and has no outcome yet.
    handed_out: Vec<usize>,
    journal: JournalWriter,
    /// Users whose later operations are withheld.
    failed_users: BTreeSet<EmailKey>,
    is_stopped: bool,
    is_aborted: bool,
    counts: Counts,
    failures: Vec<RunFailure>,
    started_at: Instant,
    recorded_at: Option<Instant>,
    /// In microseconds.
    at_work: u64,
    pace: RunPace,
}

#[derive(Clone, Debug, Default)]
struct Counts {
    applied: u64,
    already: u64,
    failed: u64,
    withheld: u64,
    done: [u64; Phase::ALL.len()],
}

/// How an operation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Needs an outcome; tried this often before.
    Open(u8),
    /// Needs nothing more: it was carried out, now or before.
    CarriedOut,
    /// Needs nothing more: it failed for good, or was withheld.
    NotCarriedOut,
}

/// How often an operation is tried.
const ATTEMPTS: u8 = 3;
/// How many seconds to wait before each further try of an operation.
const WAITS: [u32; 2] = [1, 10];

impl Run {
    /// Starts to carry out a plan. Gives the run and the first line of its journal.
    ///
    /// # Errors
    /// [`RunError::Blocked`] where the plan has blockers, [`RunError::NotApproved`] where another plan was approved,
    /// [`RunError::Environment`] where it was made for another copy of the site.
    pub fn start(plan: &Plan, options: &RunOptions, at: Instant) -> Result<(Self, Vec<u8>), RunError> {
        let mut run = Run::new(plan, options, at)?;
        let mut line = Vec::new();
        run.journal.header(&mut line, plan.digest(), plan.environment(), at)?;
        Ok((run, line))
    }

    /// Goes on where a journal ends. What was handed out and has no outcome in it is handed out again; the host finds out
    /// whether it had been carried out.
    ///
    /// # Errors
    /// [`RunError`] where the journal is another plan's, was altered, or holds no whole line, and as [`start`](Self::start).
    pub fn resume(plan: &Plan, journal: &[u8], options: &RunOptions) -> Result<Resumed, RunError> {
        let mut reader = JournalReader::new(journal, plan.digest())?;
        let mut run = Run::new(plan, options, reader.started_at)?;
        while let Some((line, entry)) = reader.next()? {
            if run.is_aborted {
                return Err(RunError::JournalAltered { line });
            }
            let entry = match entry {
                Line::Outcome(entry) => entry,
                Line::Aborted(at) => {
                    run.is_aborted = true;
                    run.clock(run.phase, at, 0);
                    continue;
                }
            };
            let is_current =
                run.current().is_some_and(|phase| plan.phase_range(phase).contains(&entry.place));
            let tried_before = entry.attempt.checked_sub(1).map(State::Open);
            let fits = run.states.get(entry.place).copied() == tried_before
                && plan.operation_id(entry.place) == Some(entry.operation);
            if !is_current || !fits || tried_before.is_none() || run.is_stopped {
                return Err(RunError::JournalAltered { line });
            }
            let phase = run.phase;
            let ended = run.settle(entry.place, &entry.outcome);
            run.clock(phase, entry.at, ended);
        }
        let valid_bytes = reader.whole;
        run.journal = reader.into_writer();
        let lines = memchr::memchr_iter(b'\n', journal).count() as u64;
        let torn = (valid_bytes < journal.len())
            .then(|| Issue::new(Code::JournalTorn).at(Location::default().with_line(lines + 1)));
        Ok(Resumed { run, valid_bytes, torn })
    }

    fn new(plan: &Plan, options: &RunOptions, at: Instant) -> Result<Self, RunError> {
        let blockers: Vec<_> = plan.blockers().cloned().collect();
        if !blockers.is_empty() {
            return Err(RunError::Blocked(blockers));
        }
        if let Some(approved) = options.approved.as_ref().filter(|approved| *approved != plan.digest()) {
            return Err(RunError::NotApproved { approved: approved.clone(), found: plan.digest().clone() });
        }
        let (planned, here) = (plan.environment(), &options.environment);
        if !planned.is_same_copy(here) {
            return Err(RunError::Environment { planned: planned.clone(), here: here.clone() });
        }
        let batch_size = options.batch_size.unwrap_or(plan.batch_size()).max(1);
        let mut run = Run {
            batch_size: usize::try_from(batch_size).unwrap_or(usize::MAX),
            states: vec![State::Open(0); plan.len()],
            plan: plan.clone(),
            phase: 0,
            open: plan.phase_range(Phase::Preflight).len(),
            cursor: 0,
            handed_out: Vec::new(),
            journal: JournalWriter::default(),
            failed_users: BTreeSet::new(),
            is_stopped: false,
            is_aborted: false,
            counts: Counts::default(),
            failures: Vec::new(),
            started_at: at,
            recorded_at: None,
            at_work: 0,
            pace: RunPace::default(),
        };
        run.leave_finished_phases();
        Ok(run)
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    fn current(&self) -> Option<Phase> {
        Phase::ALL.get(self.phase).copied()
    }

    /// The operations to carry out next; absent when there are none left, or the run has stopped.
    ///
    /// Until its outcomes are recorded, the same batch is handed out again; a host that asks for no more pauses the run. Operations that
    /// failed and may be tried again come once the rest of their phase was tried, apart from those not yet tried, each time with a
    /// longer wait before.
    pub fn next_batch(&mut self) -> Option<Batch> {
        let phase = self.current().filter(|_| !self.is_stopped && !self.is_aborted)?;
        if self.handed_out.is_empty() {
            let range = self.plan.phase_range(phase);
            let is_open = |state: Option<&State>| matches!(state, Some(State::Open(_)));
            // What is open lies ahead, or else behind: then the next pass begins.
            for start in [self.cursor, range.start] {
                let places = start..range.end;
                let open = places.filter(|place| is_open(self.states.get(*place)));
                // What was tried equally often: the wait is one for all.
                let mut attempts = None;
                let alike = open.take_while(|place| {
                    let state = self.states.get(*place).copied();
                    *attempts.get_or_insert(state) == state
                });
                self.handed_out = alike.take(self.batch_size).collect();
                if !self.handed_out.is_empty() {
                    break;
                }
            }
            self.cursor = self.handed_out.last().map_or(range.end, |last| last + 1);
        }
        let operations: Vec<_> =
            self.handed_out.iter().filter_map(|place| self.plan.operation(*place)).collect();
        let tried = match self.handed_out.first().and_then(|place| self.states.get(*place)) {
            Some(State::Open(tried)) => usize::from(*tried),
            _ => 0,
        };
        let wait_seconds = tried.checked_sub(1).and_then(|tried| WAITS.get(tried)).copied().unwrap_or(0);
        (!operations.is_empty()).then_some(Batch { phase, operations, wait_seconds })
    }

    /// Takes the outcomes of the batch that was handed out, one for each operation, in order. Gives the lines to add to the
    /// journal; they must be kept safely before the next batch is asked for.
    ///
    /// # Errors
    /// [`RunError::OtherBatch`] or [`RunError::OutcomesMismatch`], and nothing was taken.
    pub fn record(&mut self, batch: &Batch, outcomes: &[Outcome], at: Instant) -> Result<Vec<u8>, RunError> {
        if !self.is_in_hand(batch) {
            return Err(RunError::OtherBatch);
        }
        let places = self.handed_out.clone();
        if places.len() != outcomes.len() {
            return Err(RunError::OutcomesMismatch { operations: places.len(), outcomes: outcomes.len() });
        }
        let mut lines = Vec::with_capacity(places.len() * 200);
        let mut journal = self.journal.clone();
        let at_text = at.to_string();
        for ((place, operation), outcome) in places.iter().zip(&batch.operations).zip(outcomes) {
            let attempt = match self.states.get(*place) {
                Some(State::Open(before)) => before + 1,
                _ => return Err(RunError::Internal),
            };
            journal.entry(&mut lines, (*place, operation.id), attempt, &outcome.shortened(), &at_text)?;
        }
        self.journal = journal;
        self.handed_out.clear();
        let phase = self.phase;
        let ended =
            places.into_iter().zip(outcomes).map(|(place, outcome)| self.settle(place, outcome)).sum();
        self.clock(phase, at, ended);
        Ok(lines)
    }

    /// The password that an operation of the batch in hand needs, by its place in the batch; absent for one that needs none.
    ///
    /// A host that keeps [`Passwords`] for the whole run asks here, so that none is handed out but for what is about to be carried out.
    ///
    /// # Errors
    /// [`RunError::OtherBatch`] where the batch is not in hand, or has no such operation; [`RunError::Password`] where there is no password.
    pub fn password(
        &self,
        batch: &Batch,
        place: usize,
        passwords: &Passwords<'_>,
    ) -> Result<Option<NewPassword>, RunError> {
        if !self.is_in_hand(batch) {
            return Err(RunError::OtherBatch);
        }
        let operation = batch.operations.get(place).ok_or(RunError::OtherBatch)?;
        passwords.of(operation).map_err(RunError::Password)
    }

    /// Whether these are the operations that were handed out and have no outcome yet.
    fn is_in_hand(&self, batch: &Batch) -> bool {
        let ids = self.handed_out.iter().map(|place| self.plan.operation_id(*place));
        !self.handed_out.is_empty() && ids.eq(batch.operations.iter().map(|operation| Some(operation.id)))
    }

    /// Gives the run up. Gives the line to add to the journal; a run that is resumed from it hands out nothing more.
    ///
    /// Whatever was carried out stays, until the run is taken back ([`rollback_plan`](Self::rollback_plan)) or another plan goes on. The site
    /// stays in maintenance mode, if it is in it.
    ///
    /// # Errors
    /// [`RunError::Aborted`] where it was given up before.
    pub fn abort(&mut self, at: Instant) -> Result<Vec<u8>, RunError> {
        if self.is_aborted {
            return Err(RunError::Aborted);
        }
        let mut line = Vec::new();
        self.journal.abort(&mut line, &at.to_string())?;
        self.is_aborted = true;
        self.handed_out.clear();
        self.clock(self.phase, at, 0);
        Ok(line)
    }

    /// The plan that takes this run back on a target as it is now: the inverse of what the run wrote, wherever that is still so.
    ///
    /// - A user whom the run created is deleted, if nobody changed anything of them since; a user who was there before never is.
    /// - Fields, tags and enrollments that the run wrote are put back, each if it is still as written. What was changed since stays, with
    ///   an issue `changed-since` that says so.
    /// - Consent that the run tightened stays so: nobody becomes more mailable.
    /// - Administrators, and the person who runs the migration, are left alone. Mail that was sent is sent.
    ///
    /// Operations of the phase in which the run is that have no recorded outcome are looked up on the target: what stands there exactly
    /// as they would have written it, counts as theirs. The plan is run, recorded and proved like any other.
    ///
    /// # Errors
    /// [`RunError::TakesBack`] where this run takes another one back.
    pub fn rollback_plan(&self, target: &Snapshot, now: Instant) -> Result<Plan, RunError> {
        if self.plan.header().takes_back.is_some() {
            return Err(RunError::TakesBack);
        }
        let open_phase = self.current().map_or(0..0, |phase| self.plan.phase_range(phase));
        let carried_out = |place: usize| match self.states.get(place) {
            Some(State::CarriedOut) => CarriedOut::Yes,
            Some(State::Open(_)) if open_phase.contains(&place) => CarriedOut::Perhaps,
            _ => CarriedOut::No,
        };
        rollback(&self.plan, carried_out, target, now).map_err(|_: PlanError| RunError::Internal)
    }

    /// Takes note of the time, of how much of it was work on a phase, and of how many operations came to an end by it.
    fn clock(&mut self, phase: usize, at: Instant, ended: u64) {
        let before = self.recorded_at.unwrap_or(self.started_at);
        let gap = at.microseconds().saturating_sub(before.microseconds());
        let longest = RunProgress::LONGEST_GAP * MICROSECONDS;
        let work = u64::try_from(gap).unwrap_or(0).min(longest);
        self.at_work += work;
        self.recorded_at = Some(at);
        if let Some(phase) = Phase::ALL.get(phase) {
            self.pace.add(*phase, at, work, ended);
        }
    }

    /// What an outcome leads to, and how many operations it brought to an end: one or none. The same from a host as from a journal.
    fn settle(&mut self, place: usize, outcome: &Outcome) -> u64 {
        let Some(state) = self.states.get_mut(place) else { return 0 };
        if let (State::Open(before), Outcome::Failed { retryable: true, .. }) = (*state, outcome)
            && before + 1 < ATTEMPTS
        {
            *state = State::Open(before + 1);
            return 0;
        }
        *state = if outcome.failure().is_none() { State::CarriedOut } else { State::NotCarriedOut };
        self.open -= 1;
        if let Some(done) = self.counts.done.get_mut(self.phase) {
            *done += 1;
        }
        match outcome {
            Outcome::Applied => self.counts.applied += 1,
            Outcome::Already => self.counts.already += 1,
            Outcome::Failed { .. } | Outcome::Conflict { .. } => self.fail(place, outcome),
        }
        self.leave_finished_phases();
        1
    }

    fn fail(&mut self, place: usize, outcome: &Outcome) {
        self.counts.failed += 1;
        let Some(operation) = self.plan.operation(place) else { return };
        let kind = operation.kind();
        match &operation.subject {
            Subject::Site => self.is_stopped = true,
            Subject::User { email, .. } => {
                let carries_others = matches!(
                    kind,
                    OperationKind::CreateUser
                        | OperationKind::UpdateUser
                        | OperationKind::ResetPassword
                        | OperationKind::SetPassword
                );
                if carries_others {
                    self.failed_users.insert(email.clone());
                }
            }
        }
        if self.failures.len() < RunProgress::KEPT_FAILURES {
            self.failures.push(RunFailure {
                operation: operation.id,
                kind,
                subject: operation.subject,
                conflict: matches!(outcome, Outcome::Conflict { .. }),
                message: outcome.shortened().failure().unwrap_or_default().to_owned(),
            });
        }
    }

    /// Goes to the first phase that has anything to do.
    fn leave_finished_phases(&mut self) {
        while self.open == 0 && !self.is_stopped && self.phase < Phase::ALL.len() {
            self.phase += 1;
            let Some(phase) = self.current() else { return };
            let range = self.plan.phase_range(phase);
            self.cursor = range.start;
            self.open = range.len();
            if !self.failed_users.is_empty() {
                self.withhold(range);
            }
        }
    }

    /// Closes the operations on users who could not be created or updated: what stands under their address now may be somebody
    /// else's.
    fn withhold(&mut self, places: std::ops::Range<usize>) {
        for place in places {
            let operation = self.plan.operation(place);
            let email = operation.as_ref().and_then(|operation| operation.subject.email());
            if email.is_some_and(|email| self.failed_users.contains(email))
                && let Some(state) = self.states.get_mut(place)
            {
                *state = State::NotCarriedOut;
                self.open -= 1;
                self.counts.withheld += 1;
                if let Some(done) = self.counts.done.get_mut(self.phase) {
                    *done += 1;
                }
            }
        }
    }

    /// How the run stands.
    pub fn status(&self) -> RunStatus {
        if self.is_aborted {
            RunStatus::Aborted
        } else if self.is_stopped {
            RunStatus::Stopped
        } else if self.current().is_some() {
            RunStatus::Running
        } else if self.counts.failed + self.counts.withheld > 0 {
            RunStatus::CompleteWithFailures
        } else {
            RunStatus::Complete
        }
    }

    /// How fast the run is, by phase and by second.
    pub fn pace(&self) -> &RunPace {
        &self.pace
    }

    /// How many operations of each kind were not carried out, by phase in order: not yet, not for good, or not any more. What was carried
    /// out is not listed, nor is a phase or kind of which everything was.
    pub fn not_carried_out(&self) -> BTreeMap<Phase, BTreeMap<OperationKind, u64>> {
        let mut counts: BTreeMap<Phase, BTreeMap<OperationKind, u64>> = BTreeMap::new();
        let left = self.states.iter().enumerate().filter(|(_, state)| **state != State::CarriedOut);
        for operation in left.filter_map(|(place, _)| self.plan.operation(place)) {
            *counts.entry(operation.phase()).or_default().entry(operation.kind()).or_default() += 1;
        }
        counts
    }

    /// How far the run is.
    pub fn progress(&self) -> RunProgress {
        let phases = Phase::ALL.into_iter().zip(self.counts.done);
        let phases = phases.map(|(phase, done)| PhaseProgress {
            phase,
            done,
            total: self.plan.phase_range(phase).len() as u64,
        });
        let done: u64 = self.counts.done.iter().sum();
        let total = self.plan.len() as u64;
        // So many microseconds for so many operations give so much.
        let pace = |operations: u64, times: u64, parts: u64| {
            let product = u128::from(operations) * u128::from(times);
            product.checked_div(u128::from(parts)).and_then(|quotient| u64::try_from(quotient).ok())
        };
        RunProgress {
            done,
            total,
            applied: self.counts.applied,
            already: self.counts.already,
            failed: self.counts.failed,
            withheld: self.counts.withheld,
            phases: phases.filter(|phase| phase.total > 0).collect(),
            failures: self.failures.clone(),
            started_at: self.started_at,
            recorded_at: self.recorded_at,
            seconds_at_work: self.at_work / MICROSECONDS,
            per_minute: per_minute(done, self.at_work),
            seconds_left: pace(total - done, self.at_work, done)
                .filter(|_| self.at_work > 0 && self.status() == RunStatus::Running)
                .map(|left| left.div_ceil(MICROSECONDS)),
        }
    }
}

#[cfg(test)]
#[path = "engine_tests.rs"]
mod tests;
