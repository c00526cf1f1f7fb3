//! One small move, always the same, whose plan and journal the laws of the engine are about.

use memberferry::{
    Instant, Outcome, Plan, PlanOptions, ReadOptions, Run, RunOptions, Site, Snapshot, read_contacts,
};

const SITE: &[u8] = br#"{"format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
    "environment": {"kind": "staging", "url": "https://staging.harbour.example"},
    "offerings": [{"id": "gold", "name": "Gold", "kind": "membership", "accessTag": "Gold", "modules": [
        {"id": "one", "name": "One"},
        {"id": "two", "name": "Two", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]}]}"#;

const EXPORT: &[u8] = b"Email,First Name,Tags\n\
    ada@example.com,Ada,Gold\ngrace@example.com,Grace,\"Gold,Silver\"\nmary@example.com,Mary,\njoan@example.com,Joan,Silver\n";

/// When everything happens.
pub fn now() -> Instant {
    "2026-01-31T09:00:00Z".parse().expect("an instant")
}

/// The plan, in batches of two.
pub fn plan() -> Plan {
    let site = Site::from_json(SITE).expect("a site");
    let intake = read_contacts(EXPORT, &ReadOptions::default()).expect("an export");
    let mut options = PlanOptions::new(now());
    options.import_all_contacts = true;
    options.batch_size = 2;
    Plan::build(&site, &intake.contacts, &Snapshot::default(), &options).expect("a plan")
}

/// How it is run.
pub fn options(plan: &Plan) -> RunOptions {
    RunOptions::new(plan.environment().clone())
}

/// The journal of a whole run.
pub fn journal(plan: &Plan) -> Vec<u8> {
    let (mut run, mut journal) = Run::start(plan, &options(plan), now()).expect("a run");
    journal.extend(finish(&mut run));
    journal
}

/// Runs to the end and gives the lines of the journal.
pub fn finish(run: &mut Run) -> Vec<u8> {
    let mut lines = Vec::new();
    while let Some(batch) = run.next_batch() {
        let outcomes = vec![Outcome::Applied; batch.operations.len()];
        lines.extend(run.record(&batch, &outcomes, now()).expect("the batch is the run's"));
    }
    lines
}

/// A text with some bytes changed, and perhaps an end cut off, as other bytes say.
pub fn damaged(text: &[u8], bytes: &mut crate::bytes::Bytes<'_>) -> Vec<u8> {
    let mut damaged = text.to_vec();
    for _ in 0..bytes.take() % 4 {
        let place = bytes.below(text.len());
        damaged[place] ^= bytes.take();
    }
    if bytes.take() % 2 == 1 {
        damaged.truncate(bytes.below(text.len() + 1));
    }
    damaged
}
