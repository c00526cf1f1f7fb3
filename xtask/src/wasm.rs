//! The package for the browser: built, linted and tested, in Node and in Chromium. Does not know how npm is called.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{debian, node, npm, workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// The tests beside those that it shares with the package for Node.
const OWN_TESTS: [&str; 7] = [
    "test/book.test.mjs",
    "test/browser.test.mjs",
    "test/instance.test.mjs",
    "test/packaging.test.mjs",
    "test/readme.test.mjs",
    "test/remote.test.mjs",
    "test/size.test.mjs",
];

/// Where Chromium may be, as the tests look for it.
const CHROMIUM: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

pub fn folder(root: &Path) -> PathBuf {
    root.join("bindings-wasm")
}

/// Sets up and builds.
pub fn build(root: &Path) -> Result<(), String> {
    npm::look()?;
    set_up_target()?;
    npm::install(&folder(root))?;
    workspace::run(&mut npm::script(&folder(root), &["build"]))
}

/// Everything there is to check of the package.
pub fn test(root: &Path) -> Result<(), String> {
    build(root)?;
    set_up_chromium()?;
    for (package, target) in [("memberferry-wasm", Some(TARGET)), ("memberferry-wasm-bindgen", None)] {
        let clippy = ["clippy", "--locked", "--package", package, "--target-dir", "target/wasm"];
        let mut command = workspace::cargo(root, &clippy);
        command.args(target.map(|target| ["--target", target]).into_iter().flatten());
        workspace::run(command.args(["--", "-D", "warnings"]))?;
    }
    workspace::run(&mut npm::test(&node::folder(root), &node::SHARED_TESTS, "wasm"))?;
    workspace::run(&mut npm::test(&folder(root), &OWN_TESTS, "wasm"))
}

/// The lines of the golden vectors, by WebAssembly in Node, and in Chromium.
pub fn vectors(root: &Path) -> Result<[(&'static str, Command); 2], String> {
    build(root)?;
    set_up_chromium()?;
    // Options stand before files.
    let only = ["--test-name-pattern=vector", "test/browser.test.mjs"];
    let browser = npm::test(&folder(root), &only, "wasm");
    Ok([
        ("wasm in Node", npm::test(&node::folder(root), &["test/vectors.test.mjs"], "wasm")),
        ("wasm in Chromium", browser),
    ])
}

fn set_up_target() -> Result<(), String> {
    let installed = workspace::output(Command::new("rustup").args(["target", "list", "--installed"]));
    let Some(installed) = installed else {
        println!("rustup cannot be asked: taking the toolchain as it is");
        return Ok(());
    };
    if installed.lines().any(|line| line == TARGET) {
        return Ok(());
    }
    println!("installing the Rust target `{TARGET}`, to build for the browser");
    workspace::run(Command::new("rustup").args(["target", "add", TARGET]))
        .map_err(|why| format!("`rustup target add {TARGET}` failed: {why}"))
}

/// Installs Chromium, where there is none and it may.
pub fn set_up_chromium() -> Result<(), String> {
    if std::env::var_os("CHROMIUM").is_some() || CHROMIUM.iter().any(|path| Path::new(path).exists()) {
        return Ok(());
    }
    let lacking = "the browser's package is tested in Chromium, which the variable CHROMIUM may name";
    debian::install(&["chromium"], lacking)
}
