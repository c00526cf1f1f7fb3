//! Plans being carried out. Does not know how.

use std::sync::{Arc, Mutex};

use memberferry::ops::{At, Outcomes};
use memberferry::{Instant, Issue, Passwords, Run, RunOptions, RunProgress, RunStatus, Secret};
use serde::{Deserialize, Serialize};

use crate::guard::{Outcome, argument, internal, locked, refused, written};
use crate::handle::{Handle, Lent};

/// A run, with what its beginning gave.
pub struct Begun {
    run: Run,
    /// The first line of the journal, or how a journal was found.
    beginning: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Start {
    options: RunOptions,
    at: Instant,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    valid_bytes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    torn: Option<Issue>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Standing {
    status: RunStatus,
    progress: RunProgress,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Place {
    place: usize,
}

/// The one answer that holds a secret.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Handed<'a> {
    kind: &'static str,
    secret: &'a str,
}

impl Begun {
    fn handle(run: Run, beginning: Vec<u8>) -> Handle {
        Handle::Run(Arc::new(Mutex::new(Begun { run, beginning })))
    }
}

pub fn start(options: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let Start { options, at } = argument(options)?;
    let (run, line) = Run::start(lent.plan()?, &options, at).map_err(refused)?;
    Ok(Begun::handle(run, line))
}

/// Goes on where a journal ends. The argument is the options, an end of line, and the journal.
pub fn resume(options_and_journal: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let end = options_and_journal.iter().position(|byte| *byte == b'\n');
    let (options, journal) = options_and_journal.split_at(end.unwrap_or(options_and_journal.len()));
    let options: RunOptions = argument(options)?;
    let journal = journal.get(1..).unwrap_or_default();
    let resumed = Run::resume(lent.plan()?, journal, &options).map_err(refused)?;
    let found = written(Found { valid_bytes: resumed.valid_bytes, torn: resumed.torn })?;
    Ok(Begun::handle(resumed.run, found))
}

pub fn beginning(run: &Mutex<Begun>) -> Vec<u8> {
    locked(run).beginning.clone()
}

pub fn next_batch(run: &Mutex<Begun>) -> Handle {
    Handle::Batch(Arc::new(locked(run).run.next_batch()))
}

/// Takes the outcomes of the batch in hand; gives the lines to add to the journal.
pub fn record(outcomes: &[u8], lent: Lent<'_>) -> Outcome<Vec<u8>> {
    let Outcomes { outcomes, at, .. } = argument(outcomes)?;
    match &**lent.batch()? {
        Some(batch) => locked(lent.run()?).run.record(batch, &outcomes, at).map_err(refused),
        None => Ok(Vec::new()),
    }
}

pub fn abort(at: &[u8], run: &Mutex<Begun>) -> Outcome<Vec<u8>> {
    let At { at, .. } = argument(at)?;
    locked(run).run.abort(at).map_err(refused)
}

pub fn standing(run: &Mutex<Begun>) -> Outcome<Vec<u8>> {
    let begun = locked(run);
    written(Standing { status: begun.run.status(), progress: begun.run.progress() })
}

/// The passwords of a plan's users; the seed is the argument.
pub fn passwords(seed: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let seed = Secret::new(std::str::from_utf8(seed).map_err(|_| internal())?);
    let contacts = lent.contacts()?.clone();
    Ok(Handle::Passwords(Passwords::shared(lent.plan()?, contacts, seed).map_err(refused)?.into()))
}

/// The password that an operation of the batch in hand needs; `null` where it needs none.
pub fn password(place: &[u8], lent: Lent<'_>) -> Outcome<Vec<u8>> {
    let Place { place } = argument(place)?;
    let begun = locked(lent.run()?);
    let Some(batch) = &**lent.batch()? else { return written(()) };
    let password = begun.run.password(batch, place, lent.passwords()?).map_err(refused)?;
    written(
        password
            .as_ref()
            .map(|password| Handed { kind: password.name(), secret: password.secret().expose() }),
    )
}

/// The plan that takes a run back on a target as it is now.
pub fn rollback_plan(at: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let At { at, .. } = argument(at)?;
    let plan = locked(lent.run()?).run.rollback_plan(lent.snapshot()?, at).map_err(refused)?;
    Ok(Handle::Plan(plan))
}
