//! `cargo xtask test`: sets up what lacks, then runs every check and every test there is.

use std::path::Path;
use std::process::Command;

use crate::step::Steps;
use crate::{browser, codegen, conformance, node, php, python, service, tidy, wasm, wordpress, workspace};

/// Cases collected from public test suites, an oracle from outside. They live next to the project, not in it.
const PUBLIC_CASES: &str = "../shared/cases";

/// Parts of the Rust toolchain that a minimal installation lacks, and what needs them.
const COMPONENTS: [(&str, &str); 2] =
    [("rustfmt", "to check the formatting"), ("clippy", "to check the lints")];

pub fn run(root: &Path) -> Result<(), String> {
    if root.join(PUBLIC_CASES).is_dir() {
        println!("public cases: found in `{PUBLIC_CASES}`, the tests against them run");
    } else {
        println!("public cases: `{PUBLIC_CASES}` is not there, the tests against them pass without running");
    }

    let cargo = |arguments: &[&str]| workspace::run(&mut workspace::cargo(root, arguments));
    let mut steps = Steps::default();
    steps.step("set-up", set_up);
    steps.step("format", || cargo(&["fmt", "--all", "--check"]));
    steps.step("tidy", || tidy::run(root));
    steps.step("generated files", || codegen::run(root, codegen::Mode::Check));
    steps.step("lints", || {
        let lints = ["clippy", "--workspace", "--all-targets", "--locked"];
        cargo(&[&lints[..], &elsewhere("--exclude"), &["--", "-D", "warnings"]].concat())
    });
    // Elsewhere the tests and the programs switch features on.
    steps
        .step("core without features", || cargo(&["check", "--package", "memberferry", "--lib", "--locked"]));
    if workspace::output(&mut workspace::cargo(root, &["nextest", "--version"])).is_some() {
        steps.step("tests", || cargo(&of_workspace(&["nextest", "run"])));
        steps.step("doc tests", || cargo(&of_workspace(&["test", "--doc"])));
    } else {
        steps.step("tests and doc tests", || cargo(&of_workspace(&["test"])));
    }
    python::steps(root, &mut steps);
    php::steps(root, &mut steps);
    wordpress::steps(root, &mut steps);
    steps.step("node", || node::test(root));
    steps.step("wasm", || wasm::test(root));
    steps.step("browser", || browser::test(root));
    steps.step("service", || service::test(root));
    steps.step("golden vectors", || conformance::run(root));
    steps.step("documentation", || {
        let mut command =
            workspace::cargo(root, &["doc", "--package", "memberferry", "--no-deps", "--locked"]);
        workspace::run(command.env("RUSTDOCFLAGS", "-D warnings"))
    });
    steps.step("benchmarks build", || cargo(&["build", "--package", "memberferry-benches", "--locked"]));
    steps.finish()
}

/// The crates that are built, linted and tested in a step and a target folder of their own, each after an option.
fn elsewhere(option: &'static str) -> Vec<&'static str> {
    ["memberferry-php", "memberferry-python", node::PACKAGE, "memberferry-wasm", "memberferry-wasm-bindgen"]
        .into_iter()
        .flat_map(|package| [option, package])
        .collect()
}

/// Something that is done for the rest of the workspace, whatever fails on the way.
fn of_workspace(what: &[&'static str]) -> Vec<&'static str> {
    [what, &["--workspace", "--locked", "--no-fail-fast"], &elsewhere("--exclude")].concat()
}

/// Installs the toolchain's parts that lack. Where rustup is not there, the toolchain is somebody else's to manage.
fn set_up() -> Result<(), String> {
    let mut list = Command::new("rustup");
    let Some(installed) = workspace::output(list.args(["component", "list", "--installed"])) else {
        println!("rustup cannot be asked: taking the toolchain as it is");
        return Ok(());
    };
    let missing = missing_components(&installed);
    if missing.is_empty() {
        println!("nothing lacks");
    }
    for (component, purpose) in missing {
        println!("installing the Rust component `{component}`, {purpose}");
        workspace::run(Command::new("rustup").args(["component", "add", component]))
            .map_err(|why| format!("`rustup component add {component}` failed: {why}"))?;
    }
    Ok(())
}

fn missing_components(installed: &str) -> Vec<(&'static str, &'static str)> {
    let is_installed = |name: &str| {
        installed
            .lines()
            .any(|line| line.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
    };
    COMPONENTS.into_iter().filter(|(name, _)| !is_installed(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lacks_is_installed() {
        let installed = "cargo-x86_64-unknown-linux-gnu\nclippy-x86_64-unknown-linux-gnu\nrustfmtx\n";
        let names: Vec<_> = missing_components(installed).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["rustfmt"]);
        assert!(missing_components("clippy\nrustfmt-preview\n").is_empty());
    }
}
