//! Who may see what: single decisions on compiled rules, everybody at once, and the same questions asked of a peer.

use std::process::Command;

use memberferry::{CompiledAccess, CompiledMember};
use nix::sys::resource::{UsageWho, getrusage};

use crate::members::{PAGES, World, now};
use crate::random::Random;
use crate::{Failure, cpu_seconds};

/// The works, by name and title. The last single one of ours is what the peers are compared with.
const WORKS: &[(&str, &str)] = &[
    #[cfg(feature = "peers")]
    ("cedar-sets", "cedar-policy, one policy, tags as sets of text"),
    #[cfg(feature = "peers")]
    ("cedar-entities", "cedar-policy, one policy, tags as sets of entities"),
    #[cfg(feature = "peers")]
    ("cedar-parents", "cedar-policy, one policy, tags as parents of the member"),
    ("tree", "memberferry, `Site::decide` with its reason"),
    (SINGLE, "memberferry, compiled, one by one"),
    (BULK, "memberferry, 100,000 members × 200 pages at once"),
    ("bulk-and-table", "the same, with the columns made anew each time"),
];

const SINGLE: &str = "single";
const BULK: &str = "bulk";
const RUNS: usize = 5;
/// The members that single decisions are about.
const FEW: usize = 1_000;
/// The members that are decided about at once.
const MANY: usize = 100_000;
/// The questions that every single work is asked, over and over; what they come to is compared.
pub const QUESTIONS: usize = 20_000;
/// A measurement lasts at least so long.
const LEAST_SECONDS: f64 = 0.5;

/// The same questions for everybody: a member and a page each, in no order.
pub fn questions() -> Vec<(usize, usize)> {
    let mut random = Random(11);
    let mut below = |bound: usize| usize::try_from(random.below(bound as u64)).unwrap_or_default();
    (0..QUESTIONS).map(|_| (below(FEW), below(PAGES))).collect()
}

/// How fast something goes.
struct Speed {
    decisions_per_second: f64,
    /// How many of the first round's answers were yes.
    allowed: usize,
}

/// Does a round of work until it has lasted long enough. A round gives its decisions, and how many of them let in.
fn repeat(mut round: impl FnMut() -> (usize, usize)) -> Result<Speed, Failure> {
    let (_, allowed) = round();
    let begin = cpu_seconds(&getrusage(UsageWho::RUSAGE_SELF)?);
    let mut decisions = 0_usize;
    loop {
        decisions += std::hint::black_box(round()).0;
        let passed = cpu_seconds(&getrusage(UsageWho::RUSAGE_SELF)?) - begin;
        if passed >= LEAST_SECONDS {
            return Ok(Speed { decisions_per_second: decisions as f64 / passed, allowed });
        }
    }
}

/// Answers questions one by one, over and over.
pub fn ask<Question>(
    questions: &[Question],
    mut allows: impl FnMut(&Question) -> bool,
) -> Result<(f64, usize), Failure> {
    let speed = repeat(|| (questions.len(), questions.iter().filter(|question| allows(question)).count()))?;
    Ok((speed.decisions_per_second, speed.allowed))
}

fn compile_members(world: &World, compiled: &CompiledAccess) -> Result<Vec<CompiledMember>, Failure> {
    world.people.iter().map(|person| Ok(compiled.member(&person.member()?))).collect()
}

/// Does one work in this process and prints decisions per CPU second and how many were allowed.
pub fn measure_here(name: &str) -> Result<(), Failure> {
    let at = now()?;
    let (per_second, allowed) = match name {
        "tree" => {
            let world = World::new(FEW);
            let site = world.site()?;
            let members = world.people.iter().map(|person| person.member()).collect::<Result<Vec<_>, _>>()?;
            let asked: Vec<_> = questions()
                .into_iter()
                .filter_map(|(member, page)| Some((members.get(member)?, &site.pages().get(page)?.id)))
                .collect();
            ask(&asked, |(member, page)| {
                site.decide(member, page, at).is_ok_and(|decision| decision.allowed)
            })?
        }
        SINGLE => {
            let world = World::new(FEW);
            let compiled = world.site()?.compile();
            let members = compile_members(&world, &compiled)?;
            let asked: Vec<_> = questions()
                .into_iter()
                .filter_map(|(member, page)| Some((members.get(member)?, page)))
                .collect();
            ask(&asked, |(member, page)| compiled.allows(member, *page, at))?
        }
        BULK | "bulk-and-table" => {
            let world = World::new(MANY);
            let compiled = world.site()?.compile();
            let members = compile_members(&world, &compiled)?;
            let mut table = compiled.members();
            members.iter().for_each(|member| table.push_member(member));
            let speed = repeat(|| {
                let decided = match name {
                    BULK => compiled.decide_all(&table, at),
                    _ => compiled.decide_each(&members, at),
                };
                let allowed = (0..decided.page_count()).map(|page| decided.count(page)).sum();
                (decided.member_count() * decided.page_count(), allowed)
            })?;
            (speed.decisions_per_second, speed.allowed)
        }
        #[cfg(feature = "peers")]
        peer => crate::cedar::measure(peer, &World::new(FEW))?,
        #[cfg(not(feature = "peers"))]
        other => return Err(format!("there is no work called {other}").into()),
    };
    println!("{per_second} {allowed}");
    Ok(())
}

/// Measures every work several times, each in a process of its own, and prints the medians.
pub fn run_all() -> Result<(), Failure> {
    println!(
        "{PAGES} pages, six tags a member, 40 offerings of 12 modules; median of {RUNS} processes each\n"
    );
    println!("| work | million decisions per CPU second | × the best peer | allowed |");
    println!("|---|---|---|---|");
    let mut best_peer: f64 = 0.0;
    for (name, title) in WORKS {
        let mut speeds = Vec::new();
        let mut allowed = String::new();
        for _ in 0..RUNS {
            let output = Command::new(std::env::current_exe()?).args(["--measure-access", name]).output()?;
            if !output.status.success() {
                return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into());
            }
            let text = String::from_utf8(output.stdout)?;
            let (speed, found) = text.trim().split_once(' ').ok_or("a measurement has two numbers")?;
            speeds.push(speed.parse::<f64>()?);
            found.clone_into(&mut allowed);
        }
        speeds.sort_by(f64::total_cmp);
        let median = speeds.get(RUNS / 2).copied().unwrap_or_default();
        if name.starts_with("cedar") {
            best_peer = best_peer.max(median);
        }
        let ratio = if best_peer > 0.0 { format!("{:.0}", median / best_peer) } else { "–".to_owned() };
        println!("| {title} | {:.3} | {ratio} | {allowed} |", median / 1e6);
    }
    if best_peer == 0.0 {
        println!(
            "\ncedar-policy was left out: build with the feature `peers`, as `cargo xtask bench access` does"
        );
    }
    Ok(())
}
