//! A whole move of the sample list: planned, written, read back and run against nothing but the engine. How many contacts are planned in
//! a CPU second, what an operation costs the engine, and how much memory it takes.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use memberferry::{
    ContactReader, Outcome, Plan, PlanOptions, ReadOptions, Run, RunOptions, RunStatus, Site, Snapshot,
};
use nix::sys::resource::{UsageWho, getrusage};

use crate::{Failure, cpu_seconds};

const RUNS: usize = 3;
/// How many offerings the site has; each has an access tag out of the sample's and modules that open week by week.
const OFFERINGS: usize = 12;
const MODULES: usize = 6;
const NOW: &str = "2025-07-01T00:00:00Z";

/// The stages, in order.
const STAGES: [&str; 5] =
    ["read the list", "build the plan", "write it", "read it back", "run it, engine only"];

/// Carries out all stages and prints, for each, CPU seconds, peak memory so far in MiB, and how many of what.
pub fn measure_here(list: &Path) -> Result<(), Failure> {
    let mut before = 0.0;
    let mut stage = |count: usize, what: &str| -> Result<(), Failure> {
        let usage = getrusage(UsageWho::RUSAGE_SELF)?;
        let seconds = cpu_seconds(&usage);
        println!("{} {} {count} {what}", seconds - before, usage.max_rss() as f64 / 1024.0);
        before = seconds;
        Ok(())
    };
    let mut reader = ContactReader::new(ReadOptions {
        zone: "America/New_York".parse().ok(),
        day_first: Some(false),
        ..ReadOptions::default()
    })?;
    let mut input = File::open(list)?;
    let mut chunk = vec![0; 256 << 10];
    loop {
        let read = input.read(&mut chunk)?;
        if read == 0 {
            break;
        }
        reader.push(chunk.get(..read).unwrap_or_default())?;
    }
    let contacts = reader.finish()?.contacts;
    stage(contacts.len(), "contacts")?;

    let site = site(contacts.tag_book().names().map(|name| name.as_str().to_owned()).collect())?;
    let mut options = PlanOptions::new(NOW.parse()?);
    options.import_all_contacts = true;
    let plan = Plan::build(&site, &contacts, &Snapshot::default(), &options)?;
    stage(contacts.len(), "contacts")?;

    let file = list.with_extension("plan");
    File::create(&file)?.write_all(&plan.to_bytes())?;
    stage(plan.len(), "operations")?;

    let digest = plan.digest().clone();
    drop((plan, contacts));
    let plan = Plan::from_bytes(&std::fs::read(&file)?)?;
    if *plan.digest() != digest {
        return Err("the plan came back as another one".into());
    }
    std::fs::remove_file(&file)?;
    stage(plan.len(), "operations")?;

    let at = NOW.parse()?;
    let (mut run, _) = Run::start(&plan, &RunOptions::new(plan.environment().clone()), at)?;
    let mut journal_bytes = 0;
    while let Some(batch) = run.next_batch() {
        let outcomes = vec![Outcome::Applied; batch.operations.len()];
        journal_bytes += run.record(&batch, &outcomes, at)?.len();
    }
    if run.status() != RunStatus::Complete || journal_bytes == 0 {
        return Err("the run did not end".into());
    }
    stage(plan.len(), "operations")
}

/// A site whose offerings are had by the first tags of the list.
fn site(mut tags: Vec<String>) -> Result<Site, Failure> {
    tags.sort_unstable();
    let offerings = tags.iter().step_by(tags.len().div_ceil(OFFERINGS).max(1)).enumerate().map(|(number, tag)| {
        let modules: Vec<_> = (0..MODULES)
            .map(|module| match module {
                0 => serde_json::json!({"id": "m0", "name": "M"}),
                _ => serde_json::json!({"id": format!("m{module}"), "name": "M", "accessTag": format!("o{number} m{module}"),
                    "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}),
            })
            .collect();
        serde_json::json!({"id": format!("o{number}"), "name": "O", "accessTag": tag, "modules": modules})
    });
    let document = serde_json::json!({"format": 1, "name": "Bench", "timezone": "America/New_York",
        "environment": {"kind": "staging", "url": "https://staging.bench.example"},
        "offerings": offerings.collect::<Vec<_>>()});
    Ok(Site::from_json(document.to_string().as_bytes())?)
}

/// Measures the stages several times, each time in a process of its own, and prints the medians.
pub fn run_all(list: &Path) -> Result<(), Failure> {
    let mut runs: Vec<Vec<(f64, f64, String)>> = vec![Vec::new(); STAGES.len()];
    for _ in 0..RUNS {
        let output = Command::new(std::env::current_exe()?).arg("--measure-migration").arg(list).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        let text = String::from_utf8(output.stdout)?;
        for (line, stage) in text.lines().zip(&mut runs) {
            let mut parts = line.splitn(3, ' ');
            let mut number = || parts.next().unwrap_or_default().parse::<f64>();
            stage.push((number()?, number()?, parts.next().unwrap_or_default().to_owned()));
        }
    }
    println!("a whole move; median of {RUNS} processes, CPU seconds (user + system)\n");
    println!("| stage | CPU s | of | µs each | thousand per CPU second | peak MiB so far |");
    println!("|---|---|---|---|---|---|");
    for (title, mut stage) in STAGES.iter().zip(runs) {
        stage.sort_by(|one, other| one.0.total_cmp(&other.0));
        let (seconds, peak, of) = stage.get(RUNS / 2).cloned().unwrap_or_default();
        let count: f64 = of.split(' ').next().unwrap_or_default().parse()?;
        println!(
            "| {title} | {seconds:.3} | {of} | {:.2} | {:.0} | {peak:.0} |",
            seconds * 1e6 / count,
            count / seconds / 1e3
        );
    }
    Ok(())
}
