//! What Debian has and a machine lacks: installed where that may be done, and said in any case. Knows no package.

use std::path::Path;
use std::process::Command;

use crate::workspace;

const APT: &str = "/usr/bin/apt-get";

/// Installs packages, which `lacking` says the need of. Where nobody may install anything here, that is said instead.
pub fn install(packages: &[&str], lacking: &str) -> Result<(), String> {
    let names = packages.join(" ");
    let mut who = Command::new("id");
    let is_root = workspace::output(who.arg("-u")).is_some_and(|id| id.trim() == "0");
    if !is_root || !Path::new(APT).is_file() {
        return Err(format!("{lacking} (Debian: `{names}`); install it, and run this again"));
    }
    println!("{lacking}: installing {names}");
    let attempt = || workspace::run(apt(&["install", "-y", "--no-install-recommends"]).args(packages));
    // The lists of packages may be older than what the mirrors have.
    attempt()
        .or_else(|_| workspace::run(&mut apt(&["update"])).and_then(|()| attempt()))
        .map_err(|why| format!("{lacking}; installing {names} failed: {why}"))
}

fn apt(arguments: &[&str]) -> Command {
    let mut command = Command::new(APT);
    command.args(["-q", "-o", "DPkg::Lock::Timeout=600"]).args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
