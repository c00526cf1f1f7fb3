//! Measures Memberferry against named peers in one run: `cargo xtask bench [ROWS]`.
//!
//! Each measurement is a process of its own, so that its CPU seconds (user and system) and its peak memory are its
//! alone; each row is the median of several. Only ratios within one run mean anything. `cargo xtask bench growth [MOST]`
//! measures the same work on ten thousand to five million rows, `cargo xtask bench releases` releases on local time, `cargo xtask bench access`
//! who may see what, `cargo xtask bench comparison [MEMBERS]` what two sites make of it, `cargo xtask bench migration [ROWS]` a whole move.
//!
//! What Python has is measured where it is there: the program in `MEMBERFERRY_PYTHON`, else `python3`.

mod access;
#[cfg(feature = "peers")]
mod casbin;
#[cfg(feature = "peers")]
mod cedar;
mod comparison;
mod intake;
mod members;
mod migration;
mod peers;
mod random;
mod releases;
mod sample;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use nix::sys::resource::UsageWho;

use crate::peers::{PEERS, Peer};

/// What one process measured of itself.
#[derive(Clone, Debug, Default)]
struct Measured {
    cpu_seconds: f64,
    /// From the start of the work to its end.
    wall_seconds: f64,
    peak_mebibytes: f64,
    /// What it found, so that two ways of doing the same work can be seen to agree.
    found: String,
}

type Failure = Box<dyn std::error::Error>;

const RUNS: usize = 5;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["--measure", name, file] => measure_here(name, Path::new(file)),
        ["--measure-access", name] => access::measure_here(name),
        ["--measure-releases", name] => releases::measure_here(name),
        // For peers that are measured elsewhere: makes the file, and says where it is.
        ["sample", rows] => rows.parse().map_err(Into::into).and_then(sample_file).and_then(|file| {
            println!("{}", file.canonicalize()?.display());
            Ok(())
        }),
        ["growth"] => run_growth(u64::MAX),
        ["growth", most] => most.parse().map_err(Into::into).and_then(run_growth),
        ["releases"] => releases::run_all(),
        ["access"] => access::run_all(),
        ["--measure-comparison", name, members] => {
            members.parse().map_err(Into::into).and_then(|members| comparison::measure_here(name, members))
        }
        ["comparison"] => comparison::run_all(100_000),
        ["comparison", members] => members.parse().map_err(Into::into).and_then(comparison::run_all),
        ["--measure-migration", file] => migration::measure_here(Path::new(file)),
        ["migration"] => sample_file(1_000_000).and_then(|file| migration::run_all(&file)),
        ["migration", rows] => {
            rows.parse().map_err(Into::into).and_then(sample_file).and_then(|file| migration::run_all(&file))
        }
        [] => run_all(1_000_000),
        [rows] => rows.parse().map_err(Into::into).and_then(run_all),
        _ => {
            Err("usage: memberferry-benches [ROWS | growth [MOST ROWS] | releases | access | comparison [MEMBERS] | migration [ROWS]]"
                .into())
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Does one piece of work and prints what it took.
fn measure_here(name: &str, file: &Path) -> Result<(), Failure> {
    let start = Instant::now();
    let (found, whose) = match Peer::named(name) {
        Some(peer) => (peer.run(file)?, UsageWho::RUSAGE_CHILDREN),
        None => (intake::run(name, file)?, UsageWho::RUSAGE_SELF),
    };
    let wall_seconds = start.elapsed().as_secs_f64();
    let usage = nix::sys::resource::getrusage(whose)?;
    println!("{} {wall_seconds} {} {found}", cpu_seconds(&usage), usage.max_rss() as f64 / 1024.0);
    Ok(())
}

/// User and system time together.
fn cpu_seconds(usage: &nix::sys::resource::Usage) -> f64 {
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    seconds(usage.user_time()) + seconds(usage.system_time())
}

/// Runs one piece of work in processes of its own; the median of CPU and the median of wall time.
fn measure(name: &str, file: &Path) -> Result<Measured, Failure> {
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let output = Command::new(std::env::current_exe()?).args(["--measure", name]).arg(file).output()?;
        if !output.status.success() {
            return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        let text = String::from_utf8(output.stdout)?;
        let mut parts = text.trim().splitn(4, ' ');
        let mut number = || parts.next().unwrap_or_default().parse::<f64>();
        let (cpu_seconds, wall_seconds, peak_mebibytes) = (number()?, number()?, number()?);
        runs.push(Measured {
            cpu_seconds,
            wall_seconds,
            peak_mebibytes,
            found: parts.next().unwrap_or_default().to_owned(),
        });
    }
    let mut walls: Vec<f64> = runs.iter().map(|run| run.wall_seconds).collect();
    walls.sort_by(f64::total_cmp);
    runs.sort_by(|left, right| left.cpu_seconds.total_cmp(&right.cpu_seconds));
    let median = runs.get(RUNS / 2).cloned().unwrap_or_default();
    Ok(Measured { wall_seconds: walls.get(RUNS / 2).copied().unwrap_or_default(), ..median })
}

/// The sample file of a length, made if it is not there yet.
fn sample_file(rows: u64) -> Result<PathBuf, Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("contacts-{rows}.csv"));
    if !file.exists() {
        let making = folder.join(format!("contacts-{rows}.making"));
        let mut out = std::io::BufWriter::new(std::fs::File::create(&making)?);
        sample::write(rows, &mut out)?;
        out.flush()?;
        std::fs::rename(making, &file)?;
    }
    Ok(file)
}

fn run_all(rows: u64) -> Result<(), Failure> {
    let file = sample_file(rows)?;
    let megabytes = std::fs::metadata(&file)?.len() as f64 / 1e6;
    println!(
        "{rows} rows, {megabytes:.0} MB, median of {RUNS} processes each; CPU seconds are user + system; what Python needs to start is in the figures of its peers\n"
    );
    println!("| work | rows | CPU s | µs per row | × csv crate, per row | wall s | peak MiB | found |");
    println!("|---|---|---|---|---|---|---|---|");
    let mut base = 0.0;
    let mut row = |title: &str, rows: u64, measured: &Measured| {
        let per_row = measured.cpu_seconds * 1e6 / rows as f64;
        if base == 0.0 {
            base = per_row;
        }
        println!(
            "| {title} | {rows} | {:.3} | {per_row:.2} | {:.2} | {:.3} | {:.0} | {} |",
            measured.cpu_seconds,
            per_row / base,
            measured.wall_seconds,
            measured.peak_mebibytes,
            measured.found
        );
    };
    let mut walls = BTreeMap::new();
    for (name, title) in intake::WORKS {
        let measured = measure(name, &file)?;
        row(title, rows, &measured);
        walls.insert(*name, measured.wall_seconds);
    }
    let mut left_out = Vec::new();
    for peer in PEERS {
        let Some(title) = peer.title() else {
            left_out.push(peer.lack());
            continue;
        };
        let file = sample_file(peer.rows(rows))?;
        let measured = measure(peer.name, &file)?;
        // Who finds something else does other work.
        if !intake::run(intake::ONE_THREAD, &file)?.starts_with(&measured.found) {
            return Err(format!("{} found something else: {}", peer.name, measured.found).into());
        }
        row(&title, peer.rows(rows), &measured);
    }
    if let (Some(one), Some(two)) = (walls.get(intake::ONE_THREAD), walls.get(intake::TWO_THREADS)) {
        println!("\nwall time of two threads to one: {:.2}", two / one);
    }
    for lack in left_out {
        println!("\n{lack}");
    }
    Ok(())
}

/// Whether a row costs the same however many there are, of so many at most.
fn run_growth(most: u64) -> Result<(), Failure> {
    println!("the whole intake, median of {RUNS} processes each, CPU seconds (user + system)\n");
    println!("| rows | CPU s | µs per row | × the first | peak MiB |");
    println!("|---|---|---|---|---|");
    let mut base = 0.0;
    for rows in [10_000, 100_000, 1_000_000, 5_000_000].into_iter().filter(|rows| *rows <= most) {
        let measured = measure("intake", &sample_file(rows)?)?;
        let per_row = measured.cpu_seconds * 1e6 / rows as f64;
        if base == 0.0 {
            base = per_row;
        }
        println!(
            "| {rows} | {:.3} | {per_row:.3} | {:.2} | {:.0} |",
            measured.cpu_seconds,
            per_row / base,
            measured.peak_mebibytes
        );
    }
    Ok(())
}
