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
    #[cfg(feature = "peers")]
    ("casbin-attributes", "casbin, no policy, everything as attributes"),
    #[cfg(feature = "peers")]
    ("casbin-roles", "casbin, tags and open modules as roles, some lines of policy a page"),
    ("tree", "memberferry, `Site::decide` with its reason"),
    (SINGLE, "memberferry, compiled, one by one"),
    (BULK, "memberferry, 100,000 members × 200 pages at once"),
    ("bulk-and-table", "the same, with the columns made anew each time"),
];

/// How the works of others are called.
const PEERS: [&str; 2] = ["cedar", "casbin"];
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
pub struct Speed {
    decisions_per_second: f64,
    /// How many of the first round's answers were yes.
    allowed: usize,
    /// The first round's answers to single questions, `1` for yes and `0` for no, to be compared with others'.
    answers: String,
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
            let decisions_per_second = decisions as f64 / passed;
            return Ok(Speed { decisions_per_second, allowed, answers: String::new() });
        }
    }
}

/// Answers questions one by one, over and over.
pub fn ask<Question>(
    questions: &[Question],
    mut allows: impl FnMut(&Question) -> bool,
) -> Result<Speed, Failure> {
    let answers = questions.iter().map(|question| if allows(question) { '1' } else { '0' }).collect();
    let speed = repeat(|| (questions.len(), questions.iter().filter(|question| allows(question)).count()))?;
    Ok(Speed { answers, ..speed })
}

fn compile_members(world: &World, compiled: &CompiledAccess) -> Result<Vec<CompiledMember>, Failure> {
    world.people.iter().map(|person| Ok(compiled.member(&person.member()?))).collect()
}

/// Does one work in this process; prints decisions per CPU second, how many were allowed, and the answers to single questions.
pub fn measure_here(name: &str) -> Result<(), Failure> {
    let at = now()?;
    let speed = match name {
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
            repeat(|| {
                let decided = match name {
                    BULK => compiled.decide_all(&table, at),
                    _ => compiled.decide_each(&members, at),
                };
                let allowed = (0..decided.page_count()).map(|page| decided.count(page)).sum();
                (decided.member_count() * decided.page_count(), allowed)
            })?
        }
        #[cfg(feature = "peers")]
        peer if peer.starts_with("casbin") => crate::casbin::measure(peer, &World::new(FEW))?,
        #[cfg(feature = "peers")]
        peer => crate::cedar::measure(peer, &World::new(FEW))?,
        #[cfg(not(feature = "peers"))]
        other => return Err(format!("there is no work called {other}").into()),
    };
    println!("{} {} {}", speed.decisions_per_second, speed.allowed, speed.answers);
    Ok(())
}

/// The medians of a work, measured several times, each in a process of its own.
fn measure(name: &str) -> Result<Speed, Failure> {
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let output = Command::new(std::env::current_exe()?).args(["--measure-access", name]).output()?;
        if !output.status.success() {
            return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        let text = String::from_utf8(output.stdout)?;
        let mut parts = text.trim_end_matches('\n').splitn(3, ' ');
        let mut part = || parts.next().ok_or("a measurement has three parts");
        let decisions_per_second = part()?.parse()?;
        let allowed = part()?.parse()?;
        runs.push(Speed { decisions_per_second, allowed, answers: part()?.to_owned() });
    }
    runs.sort_by(|left, right| left.decisions_per_second.total_cmp(&right.decisions_per_second));
    Ok(runs.into_iter().nth(RUNS / 2).ok_or("there is a measurement")?)
}

/// Measures every work and prints the medians.
///
/// # Errors
/// Also where somebody answers a single question otherwise than we do.
pub fn run_all() -> Result<(), Failure> {
    println!(
        "{PAGES} pages, six tags a member, 40 offerings of 12 modules; median of {RUNS} processes each\n"
    );
    println!("| work | million decisions per CPU second | × the best peer | questions | allowed |");
    println!("|---|---|---|---|---|");
    let ours = measure(SINGLE)?.answers;
    let mut best_peer: f64 = 0.0;
    for (name, title) in WORKS {
        let Speed { decisions_per_second, allowed, answers } = measure(name)?;
        // What takes long is asked the first questions alone.
        if !ours.starts_with(&answers) {
            return Err(format!("{name} answers otherwise than {SINGLE}").into());
        }
        if PEERS.iter().any(|peer| name.starts_with(peer)) {
            best_peer = best_peer.max(decisions_per_second);
        }
        let ratio = if best_peer > 0.0 {
            format!("{:.3}", decisions_per_second / best_peer)
        } else {
            "–".to_owned()
        };
        let asked = if answers.is_empty() { "all".to_owned() } else { answers.len().to_string() };
        println!("| {title} | {:.4} | {ratio} | {asked} | {allowed} |", decisions_per_second / 1e6);
    }
    if best_peer == 0.0 {
        println!(
            "\ncedar-policy and casbin were left out: build with the feature `peers`, as `cargo xtask bench access` does"
        );
    }
    Ok(())
}
