//! `cargo xtask fuzz [SECONDS [TARGET]]`: the entrances that take bytes, fed by libFuzzer, each for some time. Does not know what must
//! hold of them: the crate `fuzz` does.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::workspace;

/// How long each target runs, where nobody says.
const SECONDS: u32 = 60;
/// No input is longer; most entrances have said all they have to say by then.
const LONGEST: &str = "-max_len=4096";

pub fn run(root: &Path, arguments: &[String]) -> Result<(), String> {
    let seconds = match arguments.first() {
        Some(text) => text.parse().map_err(|_| format!("`{text}` is no number of seconds"))?,
        None => SECONDS,
    };
    let all = targets(root)?;
    let chosen = match arguments.get(1) {
        Some(name) if all.contains(name) => vec![name.clone()],
        Some(name) => return Err(format!("there is no target `{name}`, but {}", all.join(", "))),
        None => all,
    };
    set_up()?;
    let failed: Vec<String> =
        chosen.into_iter().filter(|target| fuzz(root, target, seconds).is_err()).collect();
    if failed.is_empty() { Ok(()) } else { Err(format!("broken: {}", failed.join(", "))) }
}

/// The targets, in order.
fn targets(root: &Path) -> Result<Vec<String>, String> {
    let folder = root.join("fuzz/fuzz_targets");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_string_lossy().into_owned()))
        .collect();
    names.sort_unstable();
    Ok(names)
}

fn set_up() -> Result<(), String> {
    if workspace::output(nightly().args(["fuzz", "--version"])).is_some() {
        return Ok(());
    }
    println!("installing cargo-fuzz, which builds and starts the fuzzer; it needs a nightly toolchain");
    workspace::run(Command::new("cargo").args(["install", "cargo-fuzz", "--locked"]))
        .map_err(|why| format!("`cargo install cargo-fuzz` failed: {why}"))
}

/// What is found lands in the target folder: the committed seeds stay as they are.
fn fuzz(root: &Path, target: &str, seconds: u32) -> Result<(), String> {
    let corpus = root.join("target/fuzz/corpus").join(target);
    fs::create_dir_all(&corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    let seeds = root.join("fuzz/seeds").join(target);
    let artifacts = root.join("target/fuzz/artifacts").join(target);
    fs::create_dir_all(&artifacts).map_err(|error| format!("{}: {error}", artifacts.display()))?;
    println!("\n==> {target}, {seconds} s");
    let mut command = nightly();
    // Safe code alone is fuzzed, so no sanitizer slows it down; and what is built for an hour need not be built for long.
    command
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .args(["fuzz", "run", "--features", "fuzzer", "--sanitizer", "none"])
        .arg("--target-dir")
        .arg(root.join("target/fuzz"))
        .arg(target)
        .arg(corpus)
        .arg(seeds)
        .args(["--", LONGEST, "-print_final_stats=1", "-timeout=10", "-rss_limit_mb=2048"])
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}/", artifacts.display()));
    workspace::run(command.current_dir(root)).inspect_err(|why| eprintln!("{target}: {why}"))
}

fn nightly() -> Command {
    let mut command = Command::new("cargo");
    command.arg("+nightly").env_remove("RUSTUP_TOOLCHAIN");
    command
}
