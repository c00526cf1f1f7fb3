//! `cargo xtask conformance`: runs the golden vectors in the core and in each binding, and shows how many there are and the digest of the
//! replies. All of them have to say the same.

use std::path::Path;

use crate::php::{Php, Profile};
use crate::python::Python;
use crate::workspace;

/// What the test of the vectors prints: `vectors: N, digest: …`.
const ATTESTATION: &str = "vectors: ";

pub fn run(root: &Path) -> Result<(), String> {
    let mut command = workspace::cargo(
        root,
        &[
            "test",
            "--quiet",
            "--locked",
            "--package",
            "memberferry",
            "--test",
            "vectors",
            "--",
            "--nocapture",
        ],
    );
    command.stderr(std::process::Stdio::inherit());
    let output = command.output().map_err(|error| format!("cargo did not start: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        print!("{text}");
        return Err(format!("the golden vectors do not pass: {}", output.status));
    }
    let line = attestation(&text)
        .ok_or("the test `vectors` passed without saying how many cases it ran; it must print `vectors: N, digest: …`")?;
    println!("core: {line}");
    compare("Python", &Python::set_up(root)?.vectors()?, line)?;
    compare("PHP", &Php::set_up(root, Profile::Debug)?.vectors()?, line)
}

/// Whether a binding says what the core says.
fn compare(language: &str, output: &str, core: &str) -> Result<(), String> {
    let line = attestation(output)
        .ok_or_else(|| format!("the vectors passed in {language} without saying how many there are"))?;
    println!("{language}: {line}");
    if line == core { Ok(()) } else { Err(format!("{language}'s replies are not the core's")) }
}

fn attestation(output: &str) -> Option<&str> {
    let start = output.find(ATTESTATION)?;
    let line = output.get(start..)?.lines().next()?.trim_end();
    line.contains("digest: ").then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attestation_is_found_wherever_the_test_harness_puts_it() {
        let output = "\nrunning 1 test\ntest all ... vectors: 12, digest: ab34\n.\n";
        assert_eq!(attestation(output), Some("vectors: 12, digest: ab34"));
        assert_eq!(attestation("test result: ok\n"), None);
    }
}
