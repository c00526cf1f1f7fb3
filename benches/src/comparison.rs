//! Two sites compared over 90 days, for members as they come: how many pairs of member and page in a CPU second, and how much memory.

use std::process::Command;

use memberferry::{AccessComparer, ComparedMember, ComparisonOptions, Horizon, Verdict};
use nix::sys::resource::{UsageWho, getrusage};

use crate::members::{PAGES, Person, World, now};
use crate::{Failure, cpu_seconds};

/// The works, by name and title.
const WORKS: &[(&str, &str)] = &[
    ("facts", "the members drawn and made facts of, and nothing asked"),
    ("unchanged", "compared with the same site and the same facts"),
    ("changed", "every twentieth page asks for other tags, and what is to open opens a week later"),
];
const RUNS: usize = 3;
const DAYS: i64 = 90;

/// Does one work for so many members; prints CPU seconds, peak memory in MiB and what was found.
pub fn measure_here(name: &str, members: usize) -> Result<(), Failure> {
    let (world, drawn) = World::streamed(members);
    let (before, same) = (world.site()?, world.site()?);
    let changed = world.changed().site()?;
    let until = now()?.checked_add_seconds(DAYS * 86_400).ok_or("the span leaves the calendar")?;
    let options = ComparisonOptions::new(Horizon::new(now()?, until)?);
    // A member that cannot be made would be a mistake of the drawing; the count shows that there was none.
    let facts = |person: Person| -> Option<ComparedMember> {
        let after = if name == "changed" { Some(person.moved().member().ok()?) } else { None };
        Some(ComparedMember { before: person.member().ok()?, after })
    };
    let people = drawn.filter_map(facts);
    let found = match name {
        "facts" => {
            let made = people.fold(0_usize, |made, member| {
                std::hint::black_box(member);
                made + 1
            });
            format!("{made} members")
        }
        _ => {
            let after = if name == "changed" { &changed } else { &same };
            let comparer = AccessComparer::new(&before, after, options);
            let comparison = comparer.changes(people).finish();
            let counts =
                Verdict::ALL.map(|verdict| format!("{} {}", comparison.counts.of(verdict), verdict.name()));
            format!("{} members: {}", comparison.members, counts.join(", "))
        }
    };
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    println!("{} {} {found}", cpu_seconds(&usage), usage.max_rss() as f64 / 1024.0);
    Ok(())
}

/// Measures every work several times, each in a process of its own, and prints the medians.
pub fn run_all(members: usize) -> Result<(), Failure> {
    let pairs = members as f64 * PAGES as f64;
    println!("{members} members × {PAGES} pages over {DAYS} days; median of {RUNS} processes each\n");
    println!("| work | CPU s | million pairs per CPU second | peak MiB | found |");
    println!("|---|---|---|---|---|");
    for (name, title) in WORKS {
        let mut runs = Vec::new();
        for _ in 0..RUNS {
            let arguments = ["--measure-comparison".to_owned(), (*name).to_owned(), members.to_string()];
            let output = Command::new(std::env::current_exe()?).args(arguments).output()?;
            if !output.status.success() {
                return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into());
            }
            let text = String::from_utf8(output.stdout)?;
            let mut parts = text.trim().splitn(3, ' ');
            let mut number = || parts.next().unwrap_or_default().parse::<f64>();
            let (seconds, peak) = (number()?, number()?);
            runs.push((seconds, peak, parts.next().unwrap_or_default().to_owned()));
        }
        runs.sort_by(|one, other| one.0.total_cmp(&other.0));
        let (seconds, peak, found) = runs.get(RUNS / 2).cloned().unwrap_or_default();
        println!("| {title} | {seconds:.2} | {:.1} | {peak:.0} | {found} |", pairs / seconds / 1e6);
    }
    Ok(())
}
