//! `cargo xtask conformance`: runs the golden vectors in the core and in each binding, and shows how many there are and the digest of the
//! replies. All of them have to say the same.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::php::{Php, Profile};
use crate::python::Python;
use crate::{node, wasm, workspace};

/// What the test of the vectors prints: `vectors: N, digest: …`.
const ATTESTATION: &str = "vectors: ";

pub fn run(root: &Path) -> Result<(), String> {
    let core = core(root)?;
    let mut others = vec![("node", node::vectors(root)?)];
    others.extend(wasm::vectors(root)?);
    let mut wrong = Vec::new();
    let python = attested("Python", &Python::set_up(root)?.vectors()?)?;
    if python != core {
        wrong.push("Python");
    }
    let php = attested("PHP", &Php::set_up(root, Profile::Debug)?.vectors()?)?;
    if php != core {
        wrong.push("PHP");
    }
    for (name, command) in others {
        if said(name, command)? != core {
            wrong.push(name);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("not what the core says: {}", wrong.join(", "))) }
}

/// What the core says.
fn core(root: &Path) -> Result<String, String> {
    let arguments =
        ["test", "--quiet", "--locked", "--package", "memberferry", "--test", "vectors", "--", "--nocapture"];
    said("core", workspace::cargo(root, &arguments))
}

/// What the test of the vectors in one language says.
fn said(name: &str, mut command: Command) -> Result<String, String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{command:?} did not start: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        print!("{text}");
        return Err(format!("the golden vectors do not pass, {name}: {}", output.status));
    }
    attested(name, &text)
}

/// What a run of the vectors says, which is shown as well.
fn attested(name: &str, output: &str) -> Result<String, String> {
    let line = attestation(output).ok_or_else(|| {
        format!("{name}: the test `vectors` passed without saying how many cases it ran; it must print `vectors: N, digest: …`")
    })?;
    println!("{name}: {line}");
    Ok(line.to_owned())
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
