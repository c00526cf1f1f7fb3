//! The packages for JavaScript: whether what they need is there, and how npm and Node are called. Knows no package.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::workspace;

/// The oldest Node that the packages promise to run on.
const OLDEST_NODE: u32 = 20;

/// Whether Node and npm are there.
///
/// # Errors
/// What to install.
pub fn look() -> Result<(), String> {
    let version = workspace::output(Command::new("node").arg("--version"));
    let major = version.as_deref().and_then(major);
    let wanted = format!("install Node {OLDEST_NODE} or newer with npm, such as from https://nodejs.org");
    match major {
        Some(major) if major >= OLDEST_NODE => {}
        Some(major) => return Err(format!("Node {major} is too old; {wanted}")),
        None => return Err(format!("Node is not there; {wanted}")),
    }
    match workspace::output(Command::new("npm").arg("--version")) {
        Some(_) => Ok(()),
        None => Err(format!("npm is not there; {wanted}")),
    }
}

/// The first part of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs what a package's lock file names, unless it was done for this very file.
pub fn install(package: &Path) -> Result<(), String> {
    let lock = read(&package.join("package-lock.json"))?;
    let stamp = package.join("node_modules/.installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("installing what {} names", package.join("package-lock.json").display());
    workspace::run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(package))?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// A script of a package, such as `build`.
pub fn script(package: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(["run", "--silent"]).args(arguments).current_dir(package);
    command
}

/// Runs test files of a package with Node's own runner.
pub fn test(package: &Path, files: &[&str], native: &str) -> Command {
    let mut command = Command::new("node");
    // One after the other: the machine is shared with the compilers, and some tests measure.
    command.args(["--expose-gc", "--test", "--test-concurrency=1", "--test-reporter=spec"]).args(files);
    command.env("MEMBERFERRY_NATIVE", native).current_dir(package);
    command
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
    }
}
