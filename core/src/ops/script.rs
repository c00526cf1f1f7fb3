//! `run.script`: a run played step by step on a target in memory, with failures, deaths of the host, damage to the journal and edits in
//! between. It drives the handles that no single request can, so that every language is held to the same runs. Holds no rule of a run.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::plan::{HeldPassword, give_passwords};
use super::reply::{Outcome as Reply, argument_invalid, failed, refused};
use crate::json::{self, Tape};
use crate::{
    Batch, Code, Contact, Contacts, Email, EmailKey, Environment, Failure, Instant, Issue, Location,
    MemoryTarget, NewPassword, Operation, OperationKind, Outcome, Passwords, Phase, Plan, PlanDigest,
    PlanOptions, Refusal, Run, RunOptions, RunProgress, RunStatus, Secret, Site, TargetUser, reconcile,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Script {
    /// The site document.
    #[cfg_attr(feature = "schema", schemars(with = "crate::SiteDocument"))]
    site: Value,
    /// The source's people.
    contacts: Vec<Contact>,
    /// The target's, in any order.
    users: Vec<TargetUser>,
    /// What the source holds of people's passwords; each address once. Secrets go in here and come out nowhere.
    #[serde(default)]
    passwords: Vec<HeldPassword>,
    /// What the owner decides. The clock of the script begins at its `now`, and is a second later with each batch that is recorded.
    options: PlanOptions,
    #[serde(default)]
    run_options: ScriptOptions,
    /// What happens, in order. The plan is made before the first.
    steps: Vec<ScriptStep>,
}

/// How the plan is run; the plan's own environment and batch size, and no approval, where absent.
#[derive(Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an options object")]
struct ScriptOptions {
    #[serde(default)]
    environment: Option<Environment>,
    #[serde(default)]
    batch_size: Option<u32>,
    #[serde(default)]
    approved: Option<PlanDigest>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a step object"
)]
enum ScriptStep {
    /// The plan at hand is the approved one.
    Approve {},
    /// The run starts, with a journal of its own.
    Start {},
    /// So many batches are carried out and recorded, or all that are left.
    Batches {
        #[serde(default)]
        count: Option<u32>,
        #[serde(default)]
        failures: Vec<NamedFailure>,
    },
    /// A batch is carried out, and the host dies before the journal has it.
    Lose {},
    /// Outcomes are reported of the next batch, whatever was carried out.
    Report { outcomes: Vec<Outcome> },
    /// The host dies, and the journal is damaged.
    Damage { how: Damage },
    /// The host dies, and the run goes on from the journal.
    Resume {},
    /// The run is given up.
    Abort {},
    /// Somebody changes a user of the target: each field is set, or taken away by null.
    Edit { email: Email, fields: Map<String, Value> },
    /// A plan is made anew, of these people and the target as it is; the journal stays that of the run before.
    Plan { contacts: Vec<Contact> },
    /// The plan at hand is compared with the target.
    Reconcile {},
    /// A plan is made that takes the run back.
    Rollback {},
    /// The host asks for the passwords of the plan's operations, with a seed, and with these people in place of the script's.
    Passwords {
        seed: String,
        #[serde(default)]
        contacts: Option<Vec<Contact>>,
    },
    /// How far the run is.
    Progress {},
    /// What the target holds.
    Target {},
}

/// An operation that fails: its outcomes in the order of its attempts; what comes after them is carried out.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a failure object")]
struct NamedFailure {
    operation: OperationKind,
    /// Whose; the site's, where absent.
    #[serde(default)]
    user: Option<EmailKey>,
    outcomes: Vec<Outcome>,
}

/// What happens to a journal. Lines count from 1, bytes from 0.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "an object of what happens to the journal"
)]
enum Damage {
    /// So many bytes are gone from its end.
    Truncate { bytes: usize },
    /// The lowest bit of a byte of a line is another.
    Flip { line: usize, byte: usize },
    /// A line is gone.
    Lose { line: usize },
    /// The header names another format.
    Format { format: u64 },
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScriptAnswer {
    /// What came of each step, in order.
    steps: Vec<Shown>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
enum Shown {
    /// Nothing to tell.
    Done {},
    /// A run stands so.
    Stands {
        status: RunStatus,
        /// Whether a torn line of the journal was dropped.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        torn: bool,
    },
    Batches {
        batches: Vec<ShownBatch>,
        status: RunStatus,
    },
    Planned {
        /// As `add-tags ada@example.com`, in the order of the run.
        operations: Vec<String>,
        issues: Vec<Issue>,
    },
    Reconciled {
        ok: bool,
        differences: Vec<ShownDifference>,
    },
    Passwords {
        /// As `set-password ada@example.com: a hash`, in the order of the run.
        given: Vec<String>,
    },
    Progress {
        progress: RunProgress,
    },
    Target {
        /// By the key of their address.
        users: Vec<TargetUser>,
        in_maintenance: bool,
        /// Keys, ascending.
        mailed: Vec<EmailKey>,
    },
    /// The library refuses the step, and nothing was changed.
    Failed {
        code: Code,
        #[serde(skip_serializing_if = "Location::is_unknown")]
        location: Location,
    },
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct ShownBatch {
    phase: Phase,
    wait_seconds: u32,
    /// As `add-tags ada@example.com: applied`, in order.
    outcomes: Vec<String>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct ShownDifference {
    code: Code,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<EmailKey>,
    field: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<String>,
}

/// Plays a script. A step that the library refuses is shown as failed, and the script goes on.
pub fn play(request: Script) -> Reply<ScriptAnswer> {
    let Script { site, mut contacts, users, passwords, options, run_options, steps } = request;
    give_passwords(&mut contacts, passwords)?;
    let contacts = Contacts::from_iter(contacts);
    let site = Site::from_value(&site).map_err(refused)?;
    let target = MemoryTarget::new(users);
    let snapshot = target.snapshot().map_err(refused)?;
    let plan = Plan::build(&site, &contacts, &snapshot, &options).map_err(refused)?;
    let now = options.now;
    let mut stage =
        Stage { site, contacts, options, run_options, plan, target, run: None, journal: Vec::new(), now };
    let shown = (0..).zip(steps).map(|(place, step)| {
        stage.step(step).or_else(|stop| match stop {
            Stop::Refused(failure) => Ok(Shown::Failed { code: failure.code, location: failure.location }),
            Stop::Senseless(message) => {
                let place = Location::default().key("steps").index(place);
                Err(failed(argument_invalid(message.to_owned()).at(place)))
            }
        })
    });
    Ok(ScriptAnswer { steps: shown.collect::<Reply<_>>()? })
}

/// Why a step has no result.
enum Stop {
    /// The library refuses it.
    Refused(Box<Failure>),
    /// It makes no sense here.
    Senseless(&'static str),
}

impl<Error: Refusal> From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Refused(refused(error))
    }
}

const NO_RUN: Stop = Stop::Senseless("no run is going on");

/// Everything that a script plays with.
struct Stage {
    site: Site,
    /// Those of the script, with their passwords.
    contacts: Contacts,
    options: PlanOptions,
    run_options: ScriptOptions,
    plan: Plan,
    target: MemoryTarget,
    /// Absent before the start, and while the host is dead.
    run: Option<Run>,
    journal: Vec<u8>,
    now: Instant,
}

impl Stage {
    fn step(&mut self, step: ScriptStep) -> Result<Shown, Stop> {
        match step {
            ScriptStep::Approve {} => {
                self.run_options.approved = Some(self.plan.digest().clone());
                Ok(Shown::Done {})
            }
            ScriptStep::Start {} => {
                let (run, journal) = Run::start(&self.plan, &self.how(), self.now)?;
                let status = run.status();
                (self.run, self.journal) = (Some(run), journal);
                Ok(Shown::Stands { status, torn: false })
            }
            ScriptStep::Batches { count, failures } => self.batches(count.unwrap_or(u32::MAX), failures),
            ScriptStep::Lose {} => {
                let mut run = self.run.take().ok_or(NO_RUN)?;
                let batch = run.next_batch().ok_or(Stop::Senseless("no batch is left"))?;
                let outcomes: Vec<_> = batch
                    .operations
                    .iter()
                    .map(|operation| self.target.carry_out(&self.plan, operation))
                    .collect();
                Ok(Shown::Batches { batches: vec![shown_batch(&batch, &outcomes)], status: run.status() })
            }
            ScriptStep::Report { outcomes } => {
                let run = self.run.as_mut().ok_or(NO_RUN)?;
                let batch = run.next_batch().ok_or(Stop::Senseless("no batch is left"))?;
                self.journal.extend(run.record(&batch, &outcomes, self.now)?);
                Ok(Shown::Batches { batches: vec![shown_batch(&batch, &outcomes)], status: run.status() })
            }
            ScriptStep::Damage { how } => {
                self.run = None;
                damage(&mut self.journal, &how).ok_or(Stop::Senseless("the journal has no such place"))?;
                Ok(Shown::Done {})
            }
            ScriptStep::Resume {} => {
                self.run = None;
                let resumed = Run::resume(&self.plan, &self.journal, &self.how())?;
                self.journal.truncate(resumed.valid_bytes);
                let status = resumed.run.status();
                self.run = Some(resumed.run);
                Ok(Shown::Stands { status, torn: resumed.torn.is_some() })
            }
            ScriptStep::Abort {} => {
                let run = self.run.as_mut().ok_or(NO_RUN)?;
                self.journal.extend(run.abort(self.now)?);
                Ok(Shown::Stands { status: run.status(), torn: false })
            }
            ScriptStep::Edit { email, fields } => self.edit(&email, fields),
            ScriptStep::Plan { contacts } => {
                let contacts = Contacts::from_iter(contacts);
                let plan = Plan::build(&self.site, &contacts, &self.target.snapshot()?, &self.options)?;
                Ok(self.planned(plan))
            }
            ScriptStep::Reconcile {} => {
                let found = reconcile(&self.plan, &self.target.snapshot()?);
                let differences = found.differences.into_iter().map(|difference| ShownDifference {
                    code: difference.issue.code,
                    subject: difference.subject,
                    field: difference.field,
                    expected: difference.expected,
                    found: difference.found,
                });
                Ok(Shown::Reconciled { ok: found.ok, differences: differences.collect() })
            }
            ScriptStep::Rollback {} => {
                let plan =
                    self.run.as_ref().ok_or(NO_RUN)?.rollback_plan(&self.target.snapshot()?, self.now)?;
                Ok(self.planned(plan))
            }
            ScriptStep::Passwords { seed, contacts } => {
                let others: Option<Contacts> = contacts.map(Contacts::from_iter);
                self.passwords(&Secret::new(&Zeroizing::new(seed)), others.as_ref())
            }
            ScriptStep::Progress {} => {
                Ok(Shown::Progress { progress: self.run.as_ref().ok_or(NO_RUN)?.progress() })
            }
            ScriptStep::Target {} => Ok(Shown::Target {
                users: self.target.users.values().cloned().collect(),
                in_maintenance: self.target.in_maintenance,
                mailed: self.target.mailed.iter().cloned().collect(),
            }),
        }
    }

    /// How the plan at hand is run.
    fn how(&self) -> RunOptions {
        let ScriptOptions { environment, batch_size, approved } = &self.run_options;
        let environment = environment.as_ref().unwrap_or(self.plan.environment());
        let (batch_size, approved) = (*batch_size, approved.clone());
        RunOptions { environment: environment.clone(), batch_size, approved }
    }

    /// Takes another plan in hand; the run of the one before is over.
    fn planned(&mut self, plan: Plan) -> Shown {
        let operations = plan.operations().map(|operation| named(&operation)).collect();
        let issues = plan.issues().to_vec();
        (self.plan, self.run) = (plan, None);
        Shown::Planned { operations, issues }
    }

    fn batches(&mut self, count: u32, failures: Vec<NamedFailure>) -> Result<Shown, Stop> {
        let run = self.run.as_mut().ok_or(NO_RUN)?;
        let mut failures = crate::order::map(
            failures
                .into_iter()
                .map(|failure| ((failure.operation, failure.user), failure.outcomes.into_iter())),
        );
        let mut batches = Vec::new();
        for _ in 0..count {
            let Some(batch) = run.next_batch() else { break };
            let carried_out = batch.operations.iter().map(|operation| {
                let failure = failures.get_mut(&(operation.kind(), operation.subject.email().cloned()));
                failure
                    .and_then(Iterator::next)
                    .unwrap_or_else(|| self.target.carry_out(&self.plan, operation))
            });
            let outcomes: Vec<Outcome> = carried_out.collect();
            self.now = self.now.checked_add_seconds(1).unwrap_or(self.now);
            self.journal.extend(run.record(&batch, &outcomes, self.now)?);
            batches.push(shown_batch(&batch, &outcomes));
        }
        Ok(Shown::Batches { batches, status: run.status() })
    }

    /// Which kind of password each operation gets; none of them is shown.
    fn passwords(&self, seed: &Secret, contacts: Option<&Contacts>) -> Result<Shown, Stop> {
        let contacts = contacts.unwrap_or(&self.contacts);
        let passwords = Passwords::new(&self.plan, contacts, seed.clone())?;
        let mut given = Vec::new();
        for operation in self.plan.operations() {
            let what = match passwords.of(&operation)? {
                Some(NewPassword::Hash(_)) => "a hash",
                Some(NewPassword::Plaintext(_)) => "a password",
                None => continue,
            };
            given.push(format!("{}: {what}", named(&operation)));
        }
        Ok(Shown::Passwords { given })
    }

    fn edit(&mut self, email: &Email, fields: Map<String, Value>) -> Result<Shown, Stop> {
        let user = self.target.users.get_mut(&email.key()).ok_or(Stop::Senseless("there is no such user"))?;
        let Value::Object(mut wire) = json::value(user) else {
            return Err(Stop::Senseless("the user is none"));
        };
        for (field, value) in fields {
            match value {
                Value::Null => wire.remove(&field),
                value => wire.insert(field, value),
            };
        }
        let wire = Value::Object(wire);
        *user = Tape::of(&wire).to().map_err(|_| Stop::Senseless("the fields make no user"))?;
        Ok(Shown::Done {})
    }
}

/// As `add-tags ada@example.com`.
fn named(operation: &Operation) -> String {
    match operation.subject.email() {
        Some(key) => format!("{} {}", operation.kind(), key.as_str()),
        None => operation.kind().to_string(),
    }
}

fn shown_batch(batch: &Batch, outcomes: &[Outcome]) -> ShownBatch {
    let shown = batch.operations.iter().zip(outcomes).map(|(operation, outcome)| {
        let outcome = match outcome {
            Outcome::Applied => "applied",
            Outcome::Already => "already",
            Outcome::Failed { retryable: true, .. } => "failed, to be tried again",
            Outcome::Failed { retryable: false, .. } => "failed",
            Outcome::Conflict { .. } => "conflict",
        };
        format!("{}: {outcome}", named(operation))
    });
    ShownBatch { phase: batch.phase, wait_seconds: batch.wait_seconds, outcomes: shown.collect() }
}

/// Damages a journal; absent where it has no such place.
fn damage(journal: &mut Vec<u8>, how: &Damage) -> Option<()> {
    let line = |number: usize| {
        let lines = journal.split_inclusive(|byte| *byte == b'\n');
        let start = lines.clone().take(number.checked_sub(1)?).map(<[u8]>::len).sum::<usize>();
        Some(start..start + lines.skip(number - 1).map(<[u8]>::len).next()?)
    };
    match *how {
        Damage::Truncate { bytes } => journal.truncate(journal.len().checked_sub(bytes)?),
        Damage::Flip { line: number, byte } => {
            let place = line(number)?.nth(byte)?;
            *journal.get_mut(place)? ^= 1;
        }
        Damage::Lose { line: number } => {
            let range = line(number)?;
            journal.drain(range);
        }
        Damage::Format { format } => {
            let text = String::from_utf8(std::mem::take(journal)).ok()?;
            *journal = text.replacen("\"format\":1", &format!("\"format\":{format}"), 1).into_bytes();
        }
    }
    Some(())
}
