//! The application for the browser, `examples/browser`: its types checked, built, and used in Chromium. Does not know how npm is called.

use std::path::Path;

use crate::{npm, wasm, workspace};

const TESTS: [&str; 5] = [
    "test/access.test.mjs",
    "test/journey.test.mjs",
    "test/large.test.mjs",
    "test/privacy.test.mjs",
    "test/wrong.test.mjs",
];

/// Everything there is to check of the application, with the package that it stands on.
pub fn test(root: &Path) -> Result<(), String> {
    let folder = root.join("examples/browser");
    wasm::build(root)?;
    wasm::set_up_chromium()?;
    npm::install(&folder)?;
    workspace::run(&mut npm::script(&folder, &["build"]))?;
    workspace::run(&mut npm::test(&folder, &TESTS, "wasm"))
}
